"""Mails to a house where a lecture is told by its subject or its speaker, sessions of a course by their days."""

import pytest

from mailbot.domain.event import Choice
from tests.unit.reading.fourth_house import reading_of

SIGNED = "\n\nGroet,\nMarije Tuinstra"


@pytest.mark.parametrize(
    ("text", "workshop"),
    [
        ("Graag een plaats bij de korstmossen.", "korstmos"),
        ("Ik kom graag naar de lezing over de kade.", "vlietkant"),
        ("Graag noteer mij voor de kadelezing.", "vlietkant"),
        ("Doe mij maar de kade.", "vlietkant"),
        ("Ik kom luisteren naar het verhaal over het wilde groen.", "korstmos"),
        ("Zet mij maar bij de mossen.", "korstmos"),
        ("Ik kom graag. Korstmossen.", "korstmos"),
        ("Ik wil graag luisteren naar mevrouw Rozendaal.", "vlietkant"),
        ("Graag een stoel bij Tijs Overkamp.", "korstmos"),
        ("Ik kom voor de heer Overkamp.", "korstmos"),
        ("I would like to come to the talk about the cobbles (Overkamp).", "korstmos"),
        ("Ik kom graag. Mijn man heeft het over niets anders dan klinkers.", None),
        ("Ik kom graag. Van Janneke Rozendaal hoorde ik dat er nog plek was.", None),
    ],
)
def test_a_lecture_is_told_by_its_subject_or_its_speaker(text: str, workshop: str | None) -> None:
    reading = reading_of(text + SIGNED)

    assert (reading.event, reading.review) == ("brug-en-veer", False)
    assert [request.name for request in reading.requests] == ["Marije Tuinstra"]
    assert reading.requests[0].workshops == ((Choice(None, workshop),) if workshop else ())


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        ("Ik kom graag naar de kookcursus, alle vier de keren.", (1, 2, 3, 4)),
        ("Ik doe mee met de hele cursus.", (1, 2, 3, 4)),
        ("Graag aanmelden voor de kookcursus, elke donderdag.", (1, 2, 3, 4)),
        ("Ik kom graag naar de kookcursus op 16 maart.", (1,)),
        ("Graag een stoel op 16 en 23 maart.", (1, 2)),
        ("Voor de kookcursus: 16/3, 30/3 en 6/4.", (1, 3, 4)),
        ("Ik doe mee met de kookcursus, behalve op 6 april.", (1, 2, 3)),
        ("Ik kom naar de kookcursus, de eerste drie keren.", (1, 2, 3)),
        ("Ik kom naar de kookcursus, de eerste en de derde avond.", (1, 3)),
        ("Ik kom naar de kookcursus, vanaf de tweede keer.", (2, 3, 4)),
        ("Ik kom naar de kookcursus, alleen de laatste keer kan ik niet.", (1, 2, 3)),
        ("Ik kom naar de kookcursus. Op 23 maart kan ik niet, de andere keren wel.", (1, 3, 4)),
        ("Ik kom graag op donderdag 16 maart. De andere drie sla ik over.", (1,)),
        ("Ik meld me aan voor de avond over het brood.", (2,)),
        ("Voor de kookcursus: les 1 en les 3.", (1, 3)),
        ("Please sign me up for the cooking course (kookcursus), all four Thursdays.", (1, 2, 3, 4)),
        ("Please sign me up for the second and fourth evening of the kookcursus.", (2, 4)),
        ("Ik ga voor de eerste keer naar zoiets: de kookcursus.", ()),
        ("Ik meld me aan voor de kookcursus. Welke avonden het worden hoort u nog.", ()),
    ],
)
def test_sessions_of_a_course_are_told_by_day_order_or_subject(text: str, rounds: tuple[int, ...]) -> None:
    reading = reading_of(text + SIGNED)

    assert (reading.event, reading.unnamed) == ("koken-en-vertellen", 0)
    assert [request.name for request in reading.requests] == ["Marije Tuinstra"]
    assert tuple(choice.round for choice in reading.requests[0].workshops) == rounds


def test_who_gives_up_one_session_keeps_the_seat() -> None:
    text = "Morgen ben ik er weer, maar 30 maart moet ik laten schieten. Die stoel mag naar de wachtlijst."
    reading = reading_of(text + SIGNED, subject="Re: Bevestiging kookcursus")

    assert "cancel" not in [str(request.action) for request in reading.requests] or reading.review


@pytest.mark.parametrize(
    "text",
    [
        "Ik meld mij af voor 30 maart.",
        "Kunt u mij schrappen voor 30 maart? De andere keren kom ik.",
        "Ik kan niet op 30 maart, haal mij maar van de lijst.",
    ],
)
def test_a_session_that_is_given_up_is_not_chosen(text: str) -> None:
    reading = reading_of(text + SIGNED, subject="Re: Bevestiging kookcursus")

    assert reading.review
    assert 3 not in [choice.round for request in reading.requests for choice in request.workshops]


def test_two_lectures_at_one_hour_are_asked_about() -> None:
    text = "Noteer mij voor allebei: eerst Acht eeuwen aan de Vlietkade en daarna Korstmossen en klinkers."

    assert "two_workshops_one_round" in reading_of(text + SIGNED).reasons


def test_who_was_told_of_before_and_is_signed_up_by_name_is_not_forgotten() -> None:
    text = "Ook mijn nicht Sterre heeft zich aangemeld. Graag aanmelden voor 14 maart: Jelle Kok, Sterre Kok en ik."
    reading = reading_of(text + SIGNED)

    assert reading.review or {r.name for r in reading.requests} == {"Jelle Kok", "Sterre Kok", "Marije Tuinstra"}
