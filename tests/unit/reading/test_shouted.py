"""Letters and sentences entirely in capitals. Short mails, read whole."""

from datetime import UTC, datetime

import pytest

from mailbot.domain.reading import Reading
from mailbot.pipeline.understand import Understand
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.letter.shouted import quieter
from mailbot.reading.message.parse import parse
from mailbot.reading.screening.screen import OwnIdentity
from tests.office import PLATFORM, ZONE, letter
from tests.unit.reading import everyday
from tests.unit.reading.letters import a_mail

FEBRUARY = datetime(2023, 2, 14, 9, tzinfo=UTC)
IDA = "Ida Tjeerdsma <i.tjeerdsma@ede.nl>"
SIGNED = "\n\nGROET,\nIDA TJEERDSMA\n"


@pytest.fixture(scope="module")
def understand() -> Understand:
    identity = OwnIdentity(frozenset({PLATFORM}))
    return Understand(ReadingContext(everyday.EVENTS, PLATFORM, ZONE, "nl", FEBRUARY), identity)


def read(understand: Understand, text: str, sender: str = IDA) -> Reading:
    return understand(letter(sender, text, "AANMELDING").as_bytes(), FEBRUARY).reading


def who(reading: Reading) -> list[tuple[str, str | None]]:
    return [(request.action.value, request.name) for request in reading.requests]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("IK WIL MIJ AANMELDEN VOOR 30 MAART.", ["Ida Tjeerdsma"]),
        ("MIJN COLLEGA WIM KOK EN IK WILLEN KOMEN OP 30 MAART.", ["Wim Kok", "Ida Tjeerdsma"]),
        ("ROOS VAN DIJK EN KEES EL AMRANI KOMEN OP 30 MAART. IKZELF NIET.", ["Roos van Dijk", "Kees El Amrani"]),
        ("WIL VISSER EN BEN HUR KOMEN OP 30 MAART. IKZELF NIET.", ["Wil Visser", "Ben Hur"]),
        ("I WOULD LIKE TO REGISTER FOR 30 MARCH. MY COLLEAGUE WIM KOK WILL JOIN ME.", ["Ida Tjeerdsma", "Wim Kok"]),
        ("IK KOM SAMEN MET DE HEER J.P. KONING VAN DE VVD OP 30 MAART.", ["Ida Tjeerdsma", "J.P. Koning"]),
        (
            "IK NEEM ROOS MEE, ROOS DE BRUIN, OP 30 MAART. WE ZIJN DUS MET Z'N TWEEËN.",
            ["Ida Tjeerdsma", "Roos de Bruin"],
        ),
        (
            "GRAAG TWEE PLAATSEN OP 30 MAART: VOOR MIJ EN VOOR JAN. JAN DE WIT HEET HIJ",
            ["Ida Tjeerdsma", "Jan de Wit"],
        ),
    ],
)
def test_capitals_are_nobodys_name_where_all_are_capitals(understand: Understand, text: str, names: list[str]) -> None:
    reading = read(understand, text + SIGNED)

    assert who(reading) == [("register", name) for name in names]
    assert not reading.review


def test_whoever_comes_in_ones_place_is_named_among_capitals(understand: Understand) -> None:
    text = "IK BEN VERHINDERD OP 30 MAART. MIJN COLLEGA JAN DE WIT KOMT IN MIJN PLAATS."

    assert who(read(understand, text + SIGNED)) == [("cancel", "Ida Tjeerdsma"), ("register", "Jan de Wit")]


@pytest.mark.parametrize(
    ("said", "house", "role"),
    [
        ("ZIT IN DE SENIORENRAAD VAN ASSEN (SECRETARIS)", "Seniorenraad Assen", "secretaris"),
        ("BEN VOORZITTER VAN DE DORPSRAAD VAN ZUIDLAREN", "Dorpsraad Zuidlaren", "voorzitter"),
        ("WERK VOOR STICHTING DE ZONNEBLOEM ALS COÖRDINATOR", "Stichting De Zonnebloem", "coördinator"),
        ("WERK ALS BELEIDSADVISEUR BIJ DE GEMEENTE OSS", "Gemeente Oss", "beleidsadviseur"),
    ],
)
def test_houses_and_titles_are_found_among_capitals(understand: Understand, said: str, house: str, role: str) -> None:
    request = read(
        understand, f"IK GEEF MIJ OP VOOR 30 MAART. IK {said}.{SIGNED}", "Ida Tjeerdsma <ida12@ziggo.nl>"
    ).requests[0]

    assert (request.organisation, request.role) == (house, role)


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("JANSSEN-VAN DER BURG MARIE-ANNE", "Marie-Anne Janssen-van der Burg"),
        ("BOS-DE WIT ELS", "Els Bos-de Wit"),
        ("TJON-A-TEN ELS", "Els Tjon-A-Ten"),
    ],
)
def test_a_double_surname_stands_first_without_a_comma(understand: Understand, shown: str, name: str) -> None:
    text = "IK WIL MIJ AANMELDEN VOOR 30 MAART. GRAAG GLUTENVRIJ ETEN.\n\nMVG"

    assert who(read(understand, text, f"{shown} <info@ede.nl>")) == [("register", name)]


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("Ik kom graag. NIET VERGETEN: IK EET HALAL!", "Ik kom graag. Niet vergeten: ik eet halal!"),
        ("NAMENS DE GGD MELD IK DRS. P. VAN VLIET AAN.", "Namens de GGD meld ik drs. P. van Vliet aan."),
        ("Ik werk bij de VNG EN KIS IN DE WIJK", "Ik werk bij de VNG EN KIS IN DE WIJK"),
        ("GEMEENTE EDE, KLANTCONTACTCENTRUM", "GEMEENTE EDE, KLANTCONTACTCENTRUM"),
        ("> IK WIL MIJ AANMELDEN VOOR 30 MAART.", "> IK WIL MIJ AANMELDEN VOOR 30 MAART."),
        ("VAN DEN BERG, DE WIT EN TER BRAAK", "VAN DEN BERG, DE WIT EN TER BRAAK"),
        ("IK BEN TE BEREIKEN OP IDA@EDE.NL OF 06.", "Ik ben te bereiken op IDA@EDE.NL of 06."),
    ],
)
def test_only_sentences_in_capitals_are_put_in_small_letters(text: str, quiet: str) -> None:
    assert quieter(parse(a_mail(text))).rstrip() == quiet


def test_what_no_food_is_is_no_diet(understand: Understand) -> None:
    request = read(understand, f"Ik kom graag op 30 maart. Ik kan niet tegen lange trappen.{SIGNED}").requests[0]

    assert (request.diet, request.access) == (None, "niet tegen lange trappen")
