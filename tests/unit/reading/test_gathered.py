"""Answers that the writer has gathered from colleagues and passes on: who said yes comes, the writer too or not."""

import pytest

from tests.unit.reading.test_policy import reading_of
from tests.unit.reading.test_relay import ELS, WIM, below

WRITER = "Corrie Vos <c.vos@wierhaven.nl>"
YES = below(ELS, "Ja leuk, ik ga mee!", WRITER)
NO = below(WIM, "Nee joh, ik heb dan twee intakes. Veel plezier.", WRITER)
SIGNED = "\n\nCorrie Vos"


def names(text: str, subject: str = "FW: wie gaat er mee?") -> tuple[list[str], bool]:
    reading = reading_of(text, From=WRITER, Subject=subject)
    return sorted(request.name or "" for request in reading.requests), reading.review


@pytest.mark.parametrize(
    "own",
    [
        "Zie de reacties hieronder. Schrijf je iedereen in die ja zegt voor 9 maart, en mij ook?",
        "Hieronder het rondje op kantoor. Graag iedereen die ja zegt op de lijst, en mij natuurlijk ook.",
        "Dit kwam er uit mijn rondvraag. Graag de ja's noteren voor 9 maart, en mijzelf.",
        "Mijn collega antwoordde zoals hieronder. Zet je ons allebei op de lijst voor 9 maart?",
        "Please see below and register everyone who says yes, plus me.",
    ],
)
def test_who_says_yes_below_comes_with_the_writer(own: str) -> None:
    assert names(f"{own}{SIGNED}{YES}{NO}") == (["Corrie Vos", "Els Bakker"], False)


@pytest.mark.parametrize(
    "no", ["Nee joh, ik zit in Rome. Veel plezier.", "Helaas, ik moet werken. Veel plezier!", "Ik pas."]
)
def test_who_says_no_below_in_a_friendly_way_stays_away(no: str) -> None:
    letter = f"Hieronder de antwoorden. Noteert u wie ja zegt?{SIGNED}{below(WIM, no, WRITER)}{YES}"

    assert names(letter)[0] == ["Els Bakker"]


def test_answers_may_have_nothing_but_a_line_of_dashes_and_an_author_above_them() -> None:
    answers = f"\n\n---\nVan: {ELS}\nJa leuk! Vegetarische lunch graag.\n\n---\nVan: {WIM}\nHelaas, ik moet werken."

    assert names(f"Hieronder de antwoorden. Noteert u wie ja zegt?{SIGNED}{answers}")[0] == ["Els Bakker"]


def test_that_a_colleague_does_not_come_is_no_refusal_of_the_author() -> None:
    letter = below(ELS, "Zou je mij voor 9 maart op willen geven? Wim hoeft niet mee, die heeft vrij.", WRITER)

    assert names(f"Onderstaand verzoek van een collega, wilt u haar inschrijven?{SIGNED}{letter}") == (
        ["Els Bakker"],
        False,
    )


@pytest.mark.parametrize(
    "own", ["Zet mij op de lijst. De rest meldt zich zelf wel.", "Graag meld ik mij aan voor 9 maart."]
)
def test_who_speaks_of_nobody_else_signs_up_nobody_else(own: str) -> None:
    assert names(f"{own}{SIGNED}{YES}")[0] == ["Corrie Vos"]


def test_a_number_that_the_answers_do_not_make_up_is_asked() -> None:
    assert names(f"Zie onder, schrijf ons alle drie in voor 9 maart.{SIGNED}{YES}")[1]


COPIED = "Els Bakker <e.bakker@wierhaven.nl>, Wim Smit <w.smit@wierhaven.nl>"
THREE = f"{COPIED}, Noor Vis <n.vis@wierhaven.nl>"


@pytest.mark.parametrize(
    ("own", "copied"),
    [
        ("Hierbij meld ik mijzelf en de twee collega's uit de cc aan voor 9 maart.", COPIED),
        ("Op 9 maart komen: ikzelf en twee van de drie collega's in de cc, te weten Els en Wim.", THREE),
    ],
)
def test_those_copied_in_come_where_the_writer_says_so(own: str, copied: str) -> None:
    reading = reading_of(f"{own}{SIGNED}", From=WRITER, Subject="Aanmelding", Cc=copied)

    assert {request.name for request in reading.requests} == {"Corrie Vos", "Els Bakker", "Wim Smit"}
    assert {request.action.value for request in reading.requests} == {"register"}


def test_fewer_than_are_copied_in_are_asked_for() -> None:
    text = f"Hierbij meld ik mijzelf en een collega uit de cc aan voor 9 maart.{SIGNED}"

    assert reading_of(text, From=WRITER, Subject="Aanmelding", Cc=THREE).review
