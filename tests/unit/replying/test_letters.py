"""Whole letters, as attendees get them: one for each thing that can become of a mail.

They stand in letters/, to be read. After a change of words on purpose: `python -m tests.unit.replying.test_letters`
writes them anew, and git shows what attendees will read differently.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from mailbot.domain.answer import Answer, Outcome, Template
from mailbot.domain.event import Choice
from mailbot.replying.render import render
from mailbot.replying.templates import Templates

from .conftest import FEMKE, NOW, PLATFORM, a_mail, a_person, an_answer, an_entry, an_event, another_event, at

LETTERS = Path(__file__).parent / "letters"

FREE = an_event().choices()
FULL = Choice(2, "vooroordelen")
CLOSED = replace(an_event(), closes=at(17, day=10, month=2))
DETAILS = {
    "organisation": "gemeente Raalte",
    "role": "beleidsmedewerker",
    "phone": "0572-123456",
    "diet": "vegetarisch",
    "access": "ik kom met een rolstoel",
}


def tom(outcome: Outcome, **other: object):
    """A colleague whom she writes about."""
    known = {"email": "t.bos@raalte.example", "reference": "9RT2HWC", **dict(other.pop("known", {}))}  # type: ignore[call-overload]
    return a_person(outcome, "Tom Bos", known=known, **other)


def femke(outcome: Outcome = Outcome.CONFIRMED, **other: object):
    """The writer herself, whatever became of her request."""
    return a_person(outcome, email=FEMKE, **other)


CASES: dict[str, Answer] = {
    "confirmed": an_answer(
        femke(known={**DETAILS, "workshops": (Choice(1, "lokaal-beleid"), Choice(2, "vooroordelen"))}), free=FREE
    ),
    "confirmed_without_a_workshop": an_answer(femke(), free=FREE),
    "confirmed_in_english": an_answer(femke(known=DETAILS), free=FREE[:1], language="en", question=True),
    "confirmed_for_a_colleague": an_answer(tom(Outcome.CONFIRMED), free=()),
    "confirmed_for_two_events": an_answer(
        femke(known={"workshops": (Choice(1, "lokaal-beleid"),)}),
        femke(event=another_event(), known={"reference": "C4XZ8MN"}),
        tom(Outcome.CONFIRMED, event=another_event()),
        free=FREE,
    ),
    "workshop_full": an_answer(
        femke(known={"workshops": (Choice(1, "lokaal-beleid"),)}, full=(FULL,)),
        template=Template.PARTLY_CONFIRMED,
        free=FREE[:3],
    ),
    "party_split_where_the_seats_end": an_answer(
        femke(known={**DETAILS, "workshops": (Choice(1, "lokaal-beleid"),)}),
        tom(Outcome.WAITLISTED, position=1, known={"wishes": (Choice(None, "vooroordelen"),)}),
        a_person(Outcome.ALREADY_REGISTERED, "Ayşe Kaya", known={"email": None, "reference": "QF7B3KD"}),
        template=Template.PARTLY_CONFIRMED,
        free=FREE,
        question=True,
        last=True,
    ),
    "waitlisted": an_answer(
        femke(Outcome.WAITLISTED, position=3, known={"wishes": (Choice(1, "vooroordelen"),)}),
        template=Template.WAITLISTED,
    ),
    "waitlisted_in_english": an_answer(
        femke(Outcome.WAITLISTED, position=3),
        tom(Outcome.WAITLISTED, position=4),
        template=Template.WAITLISTED,
        language="en",
    ),
    "fully_booked": an_answer(femke(Outcome.FULLY_BOOKED), template=Template.FULLY_BOOKED),
    "already_registered": an_answer(
        femke(Outcome.ALREADY_REGISTERED, known={"workshops": (Choice(1, "lokaal-beleid"),)}),
        template=Template.ALREADY_REGISTERED,
        free=FREE,
    ),
    "cancelled": an_answer(femke(Outcome.CANCELLED), template=Template.CANCELLED),
    "substitution": an_answer(
        femke(Outcome.CANCELLED),
        tom(Outcome.CONFIRMED, replaces="Femke Nijland", known={"workshops": (Choice(1, "lokaal-beleid"),)}),
        template=Template.CHANGED,
        free=FREE,
    ),
    "changed": an_answer(
        femke(Outcome.CHANGED, changed=("diet", "workshops"), known={**DETAILS, "workshops": (FULL,)}),
        template=Template.CHANGED,
        free=FREE,
    ),
    "change_to_a_full_workshop": an_answer(
        femke(Outcome.CHANGED, full=(FULL,), known={"workshops": (Choice(2, "lokaal-beleid"),)}),
        template=Template.CHANGED,
        free=FREE[:3],
    ),
    "promoted": an_answer(femke(Outcome.PROMOTED), template=Template.PROMOTED, free=FREE),
    "closed": an_answer(femke(Outcome.CLOSED, event=CLOSED), template=Template.CLOSED, event=CLOSED),
    "needs_details": Answer(Template.NEEDS_DETAILS, "nl", an_event(), unnamed=2),
}

# A calendar item goes along where somebody's calendar should say something else than before.
WITH_CALENDAR = (Template.CONFIRMED, Template.PARTLY_CONFIRMED, Template.CHANGED, Template.PROMOTED)


def letter(answer: Answer, templates: Templates) -> str:
    gone = bool(answer.people) and answer.people[0].outcome is Outcome.CANCELLED
    calendar = [an_entry(cancel=gone)] if gone or answer.template in WITH_CALENDAR else []
    page = render(answer, templates, recipient=FEMKE, platform=PLATFORM.name, when=NOW, calendar=calendar)
    return f"Subject: {page.subject}\n\n{page.text}"


def whole_mail() -> bytes:
    """The first of them as it goes over the wire."""
    return a_mail(CASES["confirmed"], calendar=(an_entry(),)).outgoing.data


@pytest.mark.parametrize("name", CASES)
def test_the_letter_reads_as_it_was_agreed(name, templates):
    assert letter(CASES[name], templates) == (LETTERS / f"{name}.txt").read_text("utf-8")


def test_the_whole_mail_is_as_it_was_agreed():
    assert whole_mail() == (LETTERS / "confirmed.eml").read_bytes()


def test_every_letter_belongs_to_a_case():
    assert {file.stem for file in LETTERS.iterdir()} == set(CASES)


def test_every_reply_has_a_letter():
    assert {case.template for case in CASES.values()} == set(Template)


if __name__ == "__main__":
    for name, case in CASES.items():
        (LETTERS / f"{name}.txt").write_text(letter(case, Templates()), "utf-8")
    (LETTERS / "confirmed.eml").write_bytes(whole_mail())
