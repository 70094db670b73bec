"""What stands beside a name in a list, and makes one doubt that this person comes (all names invented)."""

import pytest

from mailbot.domain.message import Origin, Screening
from mailbot.domain.reading import Reading
from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from tests.unit.reading.letters import a_mail
from tests.unit.reading.second_house import CONTEXT

TABLE = (
    "<p>Graag aanmelden voor de lezing:</p><table><tr><th>Naam</th><th>Functie</th><th>Opmerking</th></tr>"
    "<tr><td>Bert Smalbrug</td><td>adviseur</td><td></td></tr>"
    "<tr><td>Ida Tjeerdsma</td><td>wethouder</td><td>{}</td></tr></table><p>Groet,<br>Marije Tuinstra</p>"
)
BULLETS = (
    "Graag aanmelden voor de lezing:\n\n- Bert Smalbrug, adviseur\n- Ida Tjeerdsma, wethouder: {}\n\nMarije Tuinstra\n"
)
BRACKETS = "Graag aanmelden voor de lezing: Ida Tjeerdsma ({}) en Bert Smalbrug.\n\nGroet,\nMarije Tuinstra\n"
FORM = "Aanmelding lezing\n\nNaam: Ida Tjeerdsma\nFunctie: wethouder\nOpmerking: {}\n\nGroet,\nMarije Tuinstra\n"

DOUBTS = (
    "twijfelt nog",
    "hoort vrijdag pas of ze vrij krijgt",
    "alleen als haar oppas kan",
    "wordt nog bevestigd door de directie",
    "reserve",
    "schrijf vast in, zegt misschien nog af",
)
PLAIN = (
    "komt iets later, rond 11 uur",
    "eerste keer",
    "nieuw in dienst",
    "bereikbaar via het secretariaat",
    "rekening graag naar de afdeling",
)


def read_with(layout: str, remark: str) -> Reading:
    said = layout.format(remark)
    kind = "text/html; charset=utf-8" if "<" in said else "text/plain; charset=utf-8"
    return read(parse(a_mail(said, kind)), Screening(Origin.HUMAN), CONTEXT)


@pytest.mark.parametrize("remark", DOUBTS)
@pytest.mark.parametrize("layout", [TABLE, BULLETS, BRACKETS, FORM])
def test_who_may_not_come_by_what_stands_beside_the_name_waits_for_a_person(layout: str, remark: str):
    assert read_with(layout, remark).review


@pytest.mark.parametrize("remark", PLAIN)
@pytest.mark.parametrize("layout", [TABLE, BULLETS, BRACKETS, FORM])
def test_what_stands_there_otherwise_is_nothing_to_doubt(layout: str, remark: str):
    found = read_with(layout, remark)
    assert not found.review
    assert "Ida Tjeerdsma" in {request.name for request in found.requests}


def test_the_words_are_shown_to_whoever_looks():
    found = read_with(BRACKETS, "twijfelt nog")
    assert (found.reasons, found.doubted and found.doubted.part) == (("remark",), "text")
    assert found.doubted is not None
    said = BRACKETS.format("twijfelt nog")
    assert said[found.doubted.start : found.doubted.end].strip("()") == "twijfelt nog"


def test_what_is_told_below_a_heading_of_something_else_is_of_that():
    table = TABLE.replace("Opmerking", "Dieet")
    assert not read_with(table, "waarschijnlijk vegetarisch").review
