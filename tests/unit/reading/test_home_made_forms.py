"""Forms that people make for themselves, whose lines ask in words of their own: who comes along, whether one comes at
all, whose name it is. What they answer there is no talk, and what isn't plain is asked about."""

from datetime import UTC, datetime

import pytest

from mailbot.domain.event import Choice
from mailbot.domain.reading import Reading
from mailbot.pipeline.understand import Understand
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.screening.screen import OwnIdentity
from tests.office import PLATFORM, ZONE, letter
from tests.unit.reading import everyday

FEBRUARY = datetime(2023, 2, 14, 9, tzinfo=UTC)
SENDER = "Renske Postma <r.postma@borne.nl>"
FORM = "Naam: Renske Postma\nFunctie: jurist\nDatum: 30 maart\n"


@pytest.fixture(scope="module")
def understand() -> Understand:
    identity = OwnIdentity(frozenset({PLATFORM}))
    return Understand(ReadingContext(everyday.EVENTS, PLATFORM, ZONE, "nl", FEBRUARY), identity)


def read(understand: Understand, text: str, subject: str = "Aanmelding 30 maart", sender: str = SENDER) -> Reading:
    return understand(letter(sender, text, subject).as_bytes(), FEBRUARY).reading


def names(reading: Reading) -> list[str | None]:
    return [request.name for request in reading.requests]


@pytest.mark.parametrize(
    "line",
    [
        "Neem je iemand mee: nee",
        "Neem je iemand mee\tnee",
        "Neemt u iemand mee? Nee",
        "Breng je een collega mee: niemand",
        "Komen er collega's mee: geen",
        "Kom je met collega's: nee, alleen",
        "Gaat er nog iemand van jullie mee: n.v.t.",
        "Introducé: geen",
        "Aantal introducés: 0",
        "Are you bringing anyone? No",
        "Will anyone join you: no",
        "Kom je op 30 maart: ja",
        "Bent u op 30 maart aanwezig? Ja",
        "Kom je met de trein: nee",
        "Aanwezig bij de lunch: nee",
        "Naam leidinggevende (akkoord): K. Bolhuis",
        "Naam manager: R. Veenstra",
        "Naam + functie van je baas: Karel Smit, directeur",
        "Name of your line manager: Karel Smit",
    ],
)
def test_what_a_form_asks_beside_who_comes_changes_nothing(understand: Understand, line: str) -> None:
    reading = read(understand, f"{FORM}{line}\n")

    assert (names(reading), reading.review) == (["Renske Postma"], False)


@pytest.mark.parametrize(
    "line",
    [
        "Neem je iemand mee: ja, een stagiair",
        "Neemt u iemand mee? ja",
        "Aantal introducés: 2",
        "Komt er nog iemand mee: dat weet ik nog niet",
        "Mijn vervanger die dag: Noor Smits",
        "Bent u erbij op 30 maart: misschien",
    ],
)
def test_an_answer_that_may_mean_another_seat_is_asked_about(understand: Understand, line: str) -> None:
    assert read(understand, f"{FORM}{line}\n").review


@pytest.mark.parametrize(
    "line", ["Neem je iemand mee: ja, Bart Koster", "Introducé: Bart Koster", "Neemt u iemand mee? Ja, Bart Koster"]
)
def test_who_is_named_there_comes_too(understand: Understand, line: str) -> None:
    assert names(read(understand, f"{FORM}{line}\n")) == ["Renske Postma", "Bart Koster"]


@pytest.mark.parametrize(
    "line",
    [
        "Kom je op 30 maart: nee",
        "Aanwezig: nee, helaas",
        "Aanwezig op 30 maart: nee",
        "Komt: nee, verhinderd",
        "Will you attend on 30 March? no, sorry",
    ],
)
def test_a_form_that_says_no_signs_nobody_up(understand: Understand, line: str) -> None:
    assert names(read(understand, f"Naam: Renske Postma\nFunctie: jurist\n{line}\n", "Formulier")) == []


def test_a_column_of_guests_says_nothing_of_the_row(understand: Understand) -> None:
    table = "Naam;Functie;Introducé\nRenske Postma;jurist;nee\nBart Koster;adviseur;nee\n"

    assert names(read(understand, table)) == ["Renske Postma", "Bart Koster"]
    assert read(understand, table.replace("adviseur;nee", "adviseur;ja, 1")).review


HEAD = "Hierbij onze deelnemers voor 30 maart:\n\n"


@pytest.mark.parametrize(
    "table",
    [
        "Naam; Functie; Mail\n{}; jurist; b.koster@borne.nl\n{}; adviseur; n.smits@borne.nl\n{}; griffier; -",
        "Naam | Functie | Mail\n{} | jurist | b.koster@borne.nl\n{} | adviseur | n.smits@borne.nl\n{} | griffier | -",
        "Naam\tFunctie\tMail\n{}\tjurist\tb.koster@borne.nl\n{}\tadviseur\tn.smits@borne.nl\n{}\tgriffier\t-",
    ],
)
@pytest.mark.parametrize(
    "cancelled",
    [
        "Noor Smits - VERVALT",
        "Noor Smits (gaat niet mee)",
        "Noor Smits, afgemeld",
        "VERVALT: Noor Smits",
        "Noor Smits - CANCELLED",
        "Noor Smits (staat al op de lijst)",
    ],
)
def test_a_remark_beside_a_name_in_a_table_is_of_its_row(understand: Understand, table: str, cancelled: str) -> None:
    rows = table.format("Bart Koster", cancelled, "Petra Wolff - stagiair")
    reading = read(understand, f"{HEAD}{rows}\n\nRenske Postma\nsecretaresse\n")

    assert [(r.name, r.email) for r in reading.requests] == [
        ("Bart Koster", "b.koster@borne.nl"),
        ("Petra Wolff", None),
    ]


def test_a_remark_in_a_form_is_of_whoever_it_names(understand: Understand) -> None:
    forms = "Naam: Noor Smits - VERVALT\nFunctie: adviseur\n\nNaam: Petra Wolff\nFunctie: griffier\n"
    assert names(read(understand, f"{HEAD}{forms}\nRenske Postma\nsecretaresse\n")) == ["Petra Wolff"]

    assert read(understand, "Wie: Petra Wolff en Noor Smits (ziek)\nGemeente: Borne\nDatum: 30 maart\n").review


@pytest.mark.parametrize(
    "said",
    [
        "De rij van Noor is vervallen, zij krijgt die dag de wethouder uit Oldenburg op bezoek.",
        "De regel van Noor kan weg, zij ontvangt dan een burgemeester uit Groningen.",
        "De rij van Noor mag u overslaan.",
        "Negeer de regel van Noor.",
    ],
)
def test_a_row_may_be_struck_out_in_words(understand: Understand, said: str) -> None:
    table = "Naam\tFunctie\nBart Koster\tjurist\nNoor Smits\tadviseur\nPetra Wolff\tgriffier\n"
    reading = read(understand, f"{HEAD}{table}\n{said}\n\nRenske Postma\nsecretaresse\n")

    assert names(reading) == ["Bart Koster", "Petra Wolff"]
    assert {request.organisation for request in reading.requests} == {"Gemeente Borne"}


def test_a_row_of_somebody_who_is_not_found_is_asked_about(understand: Understand) -> None:
    table = "Name\tRole\nBart Koster\tlawyer\nNoor Smits\tadviser\n"

    assert read(understand, f"Please register:\n\n{table}\nPlease ignore Noor's row.\n\nRenske Postma\n").review


@pytest.mark.parametrize(
    ("listed", "coming"),
    [
        (
            "Bart Koster (jurist); Petra Wolff (griffier); Noor Tal (adviseur).",
            ["Bart Koster", "Petra Wolff", "Noor Tal"],
        ),
        ("Bart Koster (jurist); Petra Wolff (griffier); en mijzelf.", ["Bart Koster", "Petra Wolff", "Renske Postma"]),
        ("Bart Koster (jurist); Petra Wolff (griffier). Noor Tal kan niet.", ["Bart Koster", "Petra Wolff"]),
    ],
)
def test_semicolons_part_those_who_come(understand: Understand, listed: str, coming: list[str]) -> None:
    assert sorted(map(str, names(read(understand, f"Graag inschrijven: {listed}\n\nRenske\n")))) == sorted(coming)


def test_a_department_by_its_capitals_signs_as_whoever_works_there(understand: Understand) -> None:
    listed = "Wubs, Aaltje <aaltje.wubs@borne.nl>; Haan, Sietske de <sietske.de.haan@borne.nl>"
    text = f"Deze collega's komen op 30 maart:\n\n{listed}\n\nIk pas zelf op de winkel.\n\nTrijntje Bolhuis\n"
    reading = read(understand, text, sender="MO Sociaal Domein <mo-sd@borne.nl>")

    assert (names(reading), reading.review) == (["Aaltje Wubs", "Sietske de Haan"], False)


def test_who_introduces_oneself_above_has_not_signed_yet(understand: Understand) -> None:
    text = "Dag,\n\nRenske Postma, jurist, gemeente Borne. Graag een plek op 30 maart.\n\nR1  LA\nR2  VV\n\n"
    reading = read(understand, f"{text}(LA = Lokaal antidiscriminatiebeleid, VV = Vooroordelen Voorbij)\n\nRenske\n")

    assert [(c.round, c.workshop) for c in reading.requests[0].workshops] == [(1, "lokaal-beleid"), (2, "vooroordelen")]


@pytest.mark.parametrize(
    ("answers", "workshops"),
    [
        (("klopt", "Vooroordelen"), [(3, "vooroordelen")]),
        (("liever lokaal beleid", "Vooroordelen Voorbij"), [(1, "lokaal-beleid"), (3, "vooroordelen")]),
        (("blijft zo", "graag lokaal beleid, alsnog"), [(3, "lokaal-beleid")]),
    ],
)
def test_an_answer_below_a_line_of_ours_is_of_that_round(
    understand: Understand, answers: tuple[str, str], workshops: list[tuple[int, str]]
) -> None:
    first, third = answers
    text = f"> Ronde 1: Vooroordelen Voorbij\n{first}\n\n> Ronde 3: geen keuze\n{third}\n\nRenske Postma\n"
    (request,) = read(understand, text, "Re: Uw inschrijving").requests

    assert [(choice.round, choice.workshop) for choice in request.workshops] == workshops


def test_a_workshop_that_may_go_gives_up_no_seat(understand: Understand) -> None:
    text = (
        "> Ronde 1: Vooroordelen Voorbij\ndeze mag vervallen\n\n> Ronde 2: geen keuze\nlaten staan\n\nRenske Postma\n"
    )
    reading = read(understand, text, "Re: Uw inschrijving")

    assert reading.review
    assert reading.requests == ()


@pytest.mark.parametrize(
    "rounds",
    [
        "1e ronde: {}\n2e ronde: {}\n3e ronde: -",
        "12.00 uur: {}\n14.00 uur: {}",
        "12.00-13.00: {}\n14.00-15.00: {}\n15.00-16.00: geen",
        "Eerste ronde = {}\nTweede ronde = {}",
        "12:00 -> {}\n14:00 -> {}",
        "Ronde I: {}\nRonde II: {}",
    ],
)
@pytest.mark.parametrize("bullet", ["", "- ", "• "])
def test_a_form_may_call_its_rounds_as_talk_does(understand: Understand, rounds: str, bullet: str) -> None:
    chosen = rounds.format("Lokaal beleid", "Vooroordelen")
    lines = f"Naam: Renske Postma\nNamens: gemeente Borne\n{chosen}\nDieet: vegetarisch".split("\n")
    (request,) = read(understand, "".join(f"{bullet}{line}\n" for line in lines)).requests

    assert (request.organisation, request.diet) == ("Gemeente Borne", "vegetarisch")
    assert request.workshops == (Choice(1, "lokaal-beleid"), Choice(2, "vooroordelen"))


@pytest.mark.parametrize(
    ("line", "organisation"),
    [
        ("Naam: Bert Smalbrug, penningmeester COC Limburg", "COC Limburg"),
        ("Naam: Bert Smalbrug (jurist, gemeente Ede)", "Gemeente Ede"),
        ("Naam: Bert Smalbrug, jurist\nOrganisatie: gemeente Ede", "Gemeente Ede"),
    ],
)
def test_behind_a_name_and_its_title_a_form_may_have_the_house(
    understand: Understand, line: str, organisation: str
) -> None:
    request = read(understand, f"Graag aanmelden voor 30 maart.\n\n{line}\nDieet: geen").requests[0]
    assert (request.name, request.organisation) == ("Bert Smalbrug", organisation)


@pytest.mark.parametrize("value", ["zie boven", "zie afzender", "Zie handtekening", "see above"])
def test_nobody_is_called_by_where_the_name_stands(understand: Understand, value: str) -> None:
    reading = read(understand, f"Graag aanmelden voor 30 maart.\n\nNaam: {value}\nFunctie: jurist")
    assert [request.name for request in reading.requests] == ["Renske Postma"]


def test_a_second_form_may_say_idem(understand: Understand) -> None:
    forms = "Naam: Renske Postma\nOrganisatie: Radar\nLunch: vegan\n\nNaam: Wim Smit\nOrganisatie: idem\nLunch: halal\n"

    found = read(understand, f"Graag twee plaatsen voor 30 maart.\n\n{forms}").requests

    told = [("Renske Postma", "Radar", "vegan"), ("Wim Smit", "Radar", "halal")]
    assert [(request.name, request.organisation, request.diet) for request in found] == told


@pytest.mark.parametrize("mark", [": ", " : ", " = ", "\t"])
@pytest.mark.parametrize("bullet", ["", "- "])
@pytest.mark.parametrize(
    "names", [("Naam|Laan, Ida van der",), ("Achternaam|van der Laan", "Roepnaam|Ida"), ("Naam|Ida van der Laan",)]
)
@pytest.mark.parametrize("heading", ["Persoon {}:\n", "Deelnemer {}\n", ""])
def test_a_form_for_each_of_two(
    understand: Understand, mark: str, bullet: str, names: tuple[str, ...], heading: str
) -> None:
    def form(number: int, *lines: str) -> str:
        return heading.format(number) + "".join(f"{bullet}{line.replace('|', mark)}\n" for line in lines)

    first = form(1, *names, "E-mail|ida@borne.nl", "Functie|jurist")
    second = form(2, "Naam|Wim Smit", "E-mail|wim@borne.nl", "Functie|coach")
    reading = read(understand, f"Hierbij meld ik aan voor 30 maart:\n\n{first}\n{second}\nGroet,\nRenske Postma\n")

    told = [(request.name, request.email, request.role) for request in reading.requests]
    assert told == [("Ida van der Laan", "ida@borne.nl", "jurist"), ("Wim Smit", "wim@borne.nl", "coach")]
    assert not reading.review
