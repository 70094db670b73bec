"""A name that a letter says by halves, and in full somewhere else; and the shorter one that somebody wants."""

import pytest

from mailbot.domain.message import Origin, Screening
from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from tests.unit.reading.second_house import CONTEXT, mail

OFFICE = "Secretariaat B&W <secretariaat@wierhaven.nl>"


@pytest.mark.parametrize(
    ("subject", "text", "name"),
    [
        (
            "Aanmelding",
            "Graag meld ik wethouder Vonk aan voor de lezing.\n\nGroet,\nBea Smit\n"
            "secretaresse van wethouder Mirte Vonk",
            "Mirte Vonk",
        ),
        (
            "Aanmelding wethouder Mirte Vonk",
            "Wethouder Vonk komt graag naar de lezing.\n\nGroet,\nBea Smit\nsecretaresse",
            "Mirte Vonk",
        ),
        (
            "Aanmelding",
            "Wethouder Vonk komt naar de lezing. Zij heet voluit Mirte Vonk-de Boer, maar op de badge graag Mirte "
            "Vonk.\n\nGroet,\nBea Smit\nsecretaresse",
            "Mirte Vonk",
        ),
        (
            "Aanmelding",
            "Wethouder Mirte Vonk-de Boer komt naar de lezing; op de badge stond vorig jaar Mirte Vonk.\n\nGroet,\n"
            "Bea Smit\nsecretaresse",
            "Mirte Vonk-de Boer",
        ),
    ],
)
def test_somebody_is_called_by_the_fullest_name_or_the_one_that_is_wanted(subject: str, text: str, name: str) -> None:
    reading = read(parse(mail(text, From=OFFICE, Subject=subject)), Screening(Origin.HUMAN), CONTEXT)

    assert [request.name for request in reading.requests] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "ik kom graag naar de lezing mijn naam is Mirte van der Vonk ik neem de trein dus ben op tijd",
        "Graag kom ik naar de lezing.\n\nMirte van der Vonk, gebiedsmakelaar bij de gemeente Wierhaven",
    ],
)
def test_where_no_header_tells_it_the_writers_name_is_the_one_they_give(text: str) -> None:
    reading = read(parse(mail(text, From="vonkje12@x.nl")), Screening(Origin.HUMAN), CONTEXT)

    assert [request.name for request in reading.requests] == ["Mirte van der Vonk"]


def test_in_a_list_the_lines_around_tell_that_the_surname_stands_first() -> None:
    text = "Graag aanmelden voor de lezing:\n- Bos, Ties (adviseur)\n- Vonk, Kim\n- Vis - Postma, Anouk"

    reading = read(parse(mail(text, From=OFFICE)), Screening(Origin.HUMAN), CONTEXT)

    assert [request.name for request in reading.requests] == ["Ties Bos", "Kim Vonk", "Anouk Vis-Postma"]
