"""Our own replies as they come back: rendered from the real templates, quoted as Outlook, Gmail and Apple Mail do."""

from collections.abc import Sequence
from datetime import timedelta

from mailbot.domain.answer import Answer, Outcome, PersonAnswer, Template
from mailbot.domain.event import Choice, Event
from mailbot.domain.registration import Registration, RegistrationStatus
from mailbot.replying.render import render
from mailbot.replying.templates import Templates
from tests.office import PLATFORM

OURS = "Platform Mensenrechten"
STATUS = {
    Template.WAITLISTED: (Outcome.WAITLISTED, RegistrationStatus.WAITLISTED),
    Template.CANCELLED: (Outcome.CANCELLED, RegistrationStatus.CANCELLED),
    Template.CHANGED: (Outcome.CHANGED, RegistrationStatus.CONFIRMED),
}


def reply(
    event: Event,
    *names: str,
    template: Template = Template.CONFIRMED,
    language: str = "nl",
    workshops: Sequence[Choice] = (),
    diet: str | None = None,
) -> str:
    """What we wrote to the first of those people about all of them."""
    writer = _address(names[0])
    outcome, status = STATUS.get(template, (Outcome.CONFIRMED, RegistrationStatus.CONFIRMED))
    people = tuple(
        PersonAnswer(
            name,
            outcome,
            event,
            Registration(
                reference=f"RXRFNA{number}",
                event=event.slug,
                status=status,
                name=name,
                email=_address(name),
                booked_by=writer,
                received=event.starts - timedelta(days=40),
                arrival=(1, 0),
                workshops=tuple(workshops),
                organisation="gemeente Tiel",
                diet=diet,
            ),
            position=2 if outcome is Outcome.WAITLISTED else None,
            email=_address(name),
        )
        for number, name in enumerate(names, 2)
    )
    answer = Answer(template, language, event, people, free=event.choices())
    when = event.starts - timedelta(days=40)
    return render(answer, Templates(None), recipient=writer, platform=OURS, when=when).text


def _address(name: str) -> str:
    return f"{name.split()[0].lower()}@tiel.example"


def outlook(own: str, quoted: str) -> str:
    """Above Outlook's block of header lines; nothing marks what is quoted."""
    return (
        f"{own}\n\n________________________________\nVan: {OURS} <{PLATFORM}>\n"
        f"Verzonden: maandag 13 februari 2023 09:00\n"
        f"Aan: Els Bakker <els@tiel.example>\nOnderwerp: Re: Aanmelding\n\n{quoted}"
    )


def outlook_english(own: str, quoted: str) -> str:
    return (
        f"{own}\n\nFrom: {OURS} <{PLATFORM}>\nSent: Monday, February 13, 2023 9:00 AM\n"
        f"To: Els Bakker <els@tiel.example>\nSubject: Re: Registration\n\n{quoted}"
    )


def gmail(own: str, quoted: str) -> str:
    return f"{own}\n\nOp ma 13 feb 2023 om 09:00 schreef {OURS} <{PLATFORM}>:\n\n{_marked(quoted)}"


def gmail_english(own: str, quoted: str) -> str:
    return f"{own}\n\nOn Mon, Feb 13, 2023 at 9:00 AM {OURS} <{PLATFORM}> wrote:\n\n{_marked(quoted)}"


def apple(own: str, quoted: str) -> str:
    intro = f"> Op 13 feb. 2023 om 09:00 heeft {OURS} <{PLATFORM}> het volgende geschreven:\n> \n"
    return f"{own}\n\nVerstuurd vanaf mijn iPhone\n\n{intro}{_marked(quoted)}"


def apple_english(own: str, quoted: str) -> str:
    intro = f"> On 13 Feb 2023, at 09:00, {OURS} <{PLATFORM}> wrote:\n> \n"
    return f"{own}\n\nSent from my iPhone\n\n{intro}{_marked(quoted)}"


def _marked(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())
