"""Invented people and turns of events, for seeing templates at work before a real attendee does."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from mailbot.domain.answer import Outcome, PersonAnswer
from mailbot.domain.event import Choice, Event
from mailbot.domain.registration import Registration, RegistrationStatus

WRITER = "s.elbouazzaoui@gemeente-voorbeeld.example"

NASTY = (
    "[Klik hier](https://kwaad.example/inloggen)",
    "www.kwaad.example",
    "Jan\r\nBcc: iedereen@kwaad.example",
    "<a href='https://kwaad.example'>Piet</a> & Zn.",
    "**Koos** _van_ `der` # {{ 7 * 7 }} 1. {% if %}",
    "\u202eomgekeerd\u200b\x00\ue0000\ue001",
    "\u0000",
)

# -- the events' shapes ---------------------------------------------------------------------------------------------


def shapes_of(events: Iterable[Event]) -> Iterator[Event]:
    """The events as they are, then with all that a configuration may add, and with nothing but what it must hold."""
    known = list(events)
    yield from known
    first = known[0]
    yield replace(
        first,
        doors=first.starts - timedelta(minutes=30),
        ends=first.starts + timedelta(days=1),
        url="https://www.voorbeeld.example/bijeenkomst?a=1&b=2",
    )
    yield replace(first, doors=None, url=None, rounds=(), workshops=())


def timings_of(event: Event) -> Iterator[Event]:
    """Closed since a while, not open yet, open by now, over: as seen from `Sample.when`, 40 days before the event."""
    yield replace(event, closes=event.starts - timedelta(days=41))
    yield replace(event, opens=event.starts - timedelta(days=30), closes=event.starts - timedelta(days=3))
    yield replace(event, opens=event.starts - timedelta(days=60), closes=None)
    yield replace(event, ends=event.starts - timedelta(days=45))


def chosen_at(event: Event) -> tuple[Choice, ...]:
    """A workshop in each of the first two rounds: the first there, then the last."""
    offered = [[c for c in event.choices() if c.round == round.number] for round in event.rounds[:2]]
    return tuple(choices[at] for at, choices in zip((0, -1), offered, strict=False) if choices)


def full_at(event: Event) -> tuple[Choice, ...]:
    """The last workshop of the last round; none where there are no workshops."""
    return event.choices()[-1:]


# -- people ---------------------------------------------------------------------------------------------------------

STATUS = {
    Outcome.WAITLISTED: RegistrationStatus.WAITLISTED,
    Outcome.CANCELLED: RegistrationStatus.CANCELLED,
    Outcome.FULLY_BOOKED: None,
    Outcome.CLOSED: None,
}


def colleague(event: Event, outcome: Outcome, name: str = "Tom Bos", **other: object) -> PersonAnswer:
    """Somebody other than whoever wrote the mail, with an address of their own."""
    email = f"{name.split()[0].lower()}@gemeente-voorbeeld.example"
    return invited(event, outcome, name=name, email=email, **other)  # type: ignore[arg-type]


def invited(
    event: Event,
    outcome: Outcome,
    *,
    name: str = "Samira el Bouazzaoui",
    email: str = WRITER,
    workshops: tuple[Choice, ...] = (),
    wishes: tuple[Choice, ...] = (),
    full: tuple[Choice, ...] = (),
    position: int | None = None,
    changed: tuple[str, ...] = (),
    replaces: str | None = None,
) -> PersonAnswer:
    """Somebody at that event, of whom everything is known."""
    status = STATUS.get(outcome, RegistrationStatus.CONFIRMED)
    registration = Registration(
        reference="7KM4PXN",
        event=event.slug,
        status=status or RegistrationStatus.CONFIRMED,
        name=name,
        email=email,
        booked_by=WRITER,
        received=event.starts - timedelta(days=40),
        arrival=(1, 0),
        workshops=workshops,
        wishes=wishes or full,
        organisation="gemeente Voorbeeld",
        role="beleidsmedewerker",
        phone="06-12345678",
        diet="vegetarisch, geen noten",
        access="ik kom met een rolstoel",
    )
    booked = registration if status else None
    return PersonAnswer(name, outcome, event, booked, full, position, changed, replaces, email)


def nasty(event: Event, outcome: Outcome, text: str, replaces: str | None = None) -> tuple[PersonAnswer, ...]:
    """Somebody who gave that text as the answer to everything."""
    person = invited(event, outcome, name=text, replaces=replaces)
    if person.registration is None:
        return (person,)
    return (replace(person, registration=_saying(person.registration, text)),)


def bare(person: PersonAnswer) -> PersonAnswer:
    """The same, but nothing is known except the name, and that the writer of the mail asked it."""
    if person.registration is None:
        return replace(person, email=None)
    return replace(person, email=None, registration=replace(_saying(person.registration, None), email=None))


def _saying(registration: Registration, text: str | None) -> Registration:
    return replace(registration, organisation=text, role=text, phone=text, diet=text, access=text)
