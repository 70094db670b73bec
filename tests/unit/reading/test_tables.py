"""Tables of several people, with a head or without: each row is somebody, and each column theirs."""

import pytest

from mailbot.domain.event import Choice
from mailbot.pipeline.understand import Understand
from tests.unit.reading.test_lists import read, understand, who

__all__ = ["understand"]  # the fixture


@pytest.mark.parametrize(
    "table",
    [
        "naam; functie; bijzonderheden\nNaima Ouali; adviseur; halal\nStefan Broer; strateeg; geen",
        "Naam / Functie / Dieet\nNaima Ouali / adviseur / halal\nStefan Broer / strateeg / -",
        "Naam | Functie | Dieet\nNaima Ouali | adviseur | halal\nStefan Broer | strateeg | geen",
        "Naam / 06 / Functie / Dieet\n\nNaima Ouali / / adviseur / halal\nStefan Broer / / strateeg / -",
        "Naam           Functie    Dieet\nNaima Ouali    adviseur   halal\nStefan Broer   strateeg   -",
        "Naam          Functie    Dieet\nNaima Ouali   adviseur   halal\nStefan Broer  strateeg",
        "Nr Naam          Dieet  Functie\n1  Naima Ouali   halal  adviseur\n2  Stefan Broer         strateeg",
        "Naam         Functie  Dieet\nNaima Ouali  adviseur halal\nStefan Broer strateeg -",
        "Naam - functie - dieet\nNaima Ouali - adviseur - halal\nStefan Broer - strateeg - geen",
        "Voornaam;Achternaam;Functie;Dieet\nNaima;Ouali;adviseur;halal\nStefan;Broer;strateeg;",
        "Naam;Voorl.;Roepnaam;Functie;Dieet\nOuali;N.S.;Naima;adviseur;halal\nBroer;;Stefan;strateeg;",
        "Achternaam en voornaam;Functie;Dieet\nOuali Naima;adviseur;halal\nBroer Stefan;strateeg;",
        "1. Mw. Naima Ouali\n   Functie: adviseur\n   Dieet: halal\n\n2. Dhr. Stefan Broer\n   Functie: strateeg",
        "Naima Ouali\nFunctie: adviseur\nDieet: halal\n\nStefan Broer\nFunctie: strateeg",
    ],
)
def test_each_row_of_a_table_by_hand_is_a_person(understand: Understand, table: str) -> None:
    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart:\n\n{table}\n\nGroet,\nNoor de Wit\n")

    assert who(reading, "role", "diet") == [("Naima Ouali", "adviseur", "halal"), ("Stefan Broer", "strateeg", None)]
    assert not reading.review


def test_the_small_words_of_a_surname_may_have_a_column_of_their_own(understand: Understand) -> None:
    table = "Achternaam | Tussenv. | Roepnaam\nBroek | van den | Naima\nEde | van | Stefan"

    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart:\n\n{table}\n\nGroet,\nNoor de Wit\n")

    assert who(reading) == [("Naima van den Broek",), ("Stefan van Ede",)]


@pytest.mark.parametrize(
    ("cell", "reasons"),
    [("ja, eet halal", ()), ("ja, mits er plek is", ("condition", "remark")), ("twijfelt", ("condition", "remark"))],
)
def test_a_column_that_says_who_comes_is_read_to_its_end(
    understand: Understand, cell: str, reasons: tuple[str, ...]
) -> None:
    table = f"Raadslid | Partij | Aanwezig\nNaima Ouali | PvdA | {cell}\nStefan Broer | VVD | nee\nBo Vis | CDA | ja\n"
    reading = read(understand, f"De respons was:\n\n{table}\nGroet,\nNoor de Wit\n")

    assert who(reading, "role") == [("Naima Ouali", "Raadslid"), ("Bo Vis", "Raadslid")]
    assert reading.reasons == reasons


def test_a_cell_that_points_at_another_row_says_what_stands_there(understand: Understand) -> None:
    table = (
        "Nr\tNaam\tFunctie\tLunch\n1\tWim Smit\tjurist\thalal\n2\tEls Bos\tadviseur\tvega\n"
        "3\tBo Vos\tidem als nr 1\tidem als Wim\n4\tJan Kok\tgriffier\tzelfde als 2\n5\tSem Dijk\tcoach\tzie onder"
    )

    reading = read(understand, f"Graag inschrijven voor 30 maart:\n\n{table}\n\nNoor de Wit")

    assert who(reading, "role", "diet") == [
        ("Wim Smit", "jurist", "halal"),
        ("Els Bos", "adviseur", "vega"),
        ("Bo Vos", "jurist", "halal"),
        ("Jan Kok", "griffier", "vega"),
        ("Sem Dijk", "coach", None),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "Naima Ouali\tadviseur\tn.ouali@ede.nl\nStefan Broer\tstrateeg\ts.broer@ede.nl",
        "- Naima Ouali | adviseur | n.ouali@ede.nl\n- Stefan Broer | strateeg | s.broer@ede.nl",
        "1) n.ouali@ede.nl | Naima Ouali | adviseur\n2) s.broer@ede.nl | Stefan Broer | strateeg",
    ],
)
def test_a_table_without_a_head_tells_by_its_cells_what_they_are(understand: Understand, rows: str) -> None:
    reading = read(understand, f"Voor 30 maart graag inschrijven:\n{rows}\n\nGroet,\nNoor de Wit\n")

    assert who(reading, "role", "email") == [
        ("Naima Ouali", "adviseur", "n.ouali@ede.nl"),
        ("Stefan Broer", "strateeg", "s.broer@ede.nl"),
    ]


def test_a_row_that_has_a_number_is_no_head(understand: Understand) -> None:
    rows = "Deelnemer 1: Naima Ouali, coach, 0612345678, Workshop: geen\nDeelnemer 2: Stefan Broer, jurist, 0622345678"
    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart:\n\n{rows}\n\nGroet,\nNoor de Wit\n")

    assert who(reading, "role") == [("Naima Ouali", "coach"), ("Stefan Broer", "jurist")]


@pytest.mark.parametrize("first", ["Wit, Noor de", "Noor de Wit"])
def test_the_writers_own_row_ends_no_letter(understand: Understand, first: str) -> None:
    rows = f"Naam\tFunctie\n{first}\tsecretaris\nHaile, Selam\tadviseur\nLie Kwie Sjoe, Merlin\tjurist"
    reading = read(understand, f"Graag aanmelden voor 30 maart:\n\n{rows}\n\nNoor de Wit")

    assert who(reading) == [("Noor de Wit",), ("Selam Haile",), ("Merlin Lie Kwie Sjoe",)]


HEADS = [
    "1e ronde|2e ronde|3e ronde",
    "I|II|III",
    "1|2|3",
    "12.00 - 13.00|14.00 - 15.00|15.00 - 16.00",
    "rnd 1|rnd 2|rnd 3",
]


HEADS += [
    "WS ronde 1|WS ronde 2|WS ronde 3",
    "voor de lunch|na de lunch|laatste ronde",
    "12.00 (ronde 1)|14.00 (ronde 2)|15.00",
]


@pytest.mark.parametrize("heads", HEADS)
@pytest.mark.parametrize("mark", ["\t", " | "])
@pytest.mark.parametrize(
    ("one", "other", "lead"),
    [
        ("Lokaal beleid", "Vooroordelen", ""),
        ("B", "V", " B = Lokaal antidiscriminatiebeleid, V = Vooroordelen Voorbij."),
    ],
)
def test_a_column_of_a_round_is_known_by_whatever_heads_it(
    understand: Understand, heads: str, mark: str, one: str, other: str, lead: str
) -> None:
    rows = [["Wie", "Wat doet die", *heads.split("|"), "Lunch"]]
    rows += [["Els Bos", "jurist", one, other, "-", "vegan"], ["Wim Smit", "coach", "-", other, one, "gewoon"]]
    table = "\n".join(map(mark.join, rows))
    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart.{lead}\n\n{table}\n\nGroet,\nNoor de Wit\n")

    first, second, third = Choice(1, "lokaal-beleid"), Choice(2, "vooroordelen"), Choice(3, "lokaal-beleid")
    assert who(reading, "role", "workshops") == [
        ("Els Bos", "jurist", (first, second)),
        ("Wim Smit", "coach", (second, third)),
    ]


@pytest.mark.parametrize("house", ["Movisie", "Radar", "Art.1", "Stichting Vluchteling"])
@pytest.mark.parametrize("head", ["Organisatie", "Waarvandaan", "Namens"])
def test_no_second_reader_overrules_what_stands_below_a_head(understand: Understand, house: str, head: str) -> None:
    table = f"Naam collega\t{head}\tDieet\nEls Bos\tgemeente Ede\tvegan\nWim Smit\t{house}\thalal"
    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart.\n\n{table}\n\nGroet,\nNoor de Wit\n")

    assert who(reading, "organisation", "role") == [("Els Bos", "Gemeente Ede", None), ("Wim Smit", house, None)]


@pytest.mark.parametrize("heads", ["Naam\tOpmerking", "Wie\tTel\tDieet", "Naam\tFunctie\tOpmerking"])
def test_a_row_may_have_a_name_alone(understand: Understand, heads: str) -> None:
    between = "\t" * heads.count("\t")
    table = f"{heads}\nEls Bos\nWim Smit{between}halal\nBo van Vis"
    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart.\n\n{table}\n\nGroet,\nNoor de Wit\n")

    assert (who(reading, "diet"), reading.review) == (
        [("Els Bos", None), ("Wim Smit", "halal"), ("Bo van Vis", None)],
        False,
    )


def test_a_head_that_ends_in_a_small_word_goes_on_in_no_name(understand: Understand) -> None:
    table = "Medewerker;Org.;Bereikbaar op\nEls Bos;gemeente Ede;06-12345678\nWim Smit;Radar;0318-123456"
    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart.\n\n{table}\n\nGroet,\nNoor de Wit\n")

    assert who(reading, "role", "phone") == [("Els Bos", None, "06-12345678"), ("Wim Smit", None, "0318-123456")]


@pytest.mark.parametrize(
    "table",
    [
        "Achternaam, voornaam\tKomt?\nvan der Laan, Ida\tx\nBakker-Smit, Jan Willem\tx",
        "Achternaam + voornaam;Mail\nvan der Laan, Ida;ida@borne.nl\nBakker-Smit, Jan Willem;jw@borne.nl",
        "Voorn.\tt.v.\tAchternaam\nIda\tvan der\tLaan\nJan Willem\t\tBakker-Smit",
        "Roepnaam | Naam | Functie\nIda | van der Laan | jurist\nJan Willem | Bakker-Smit | coach",
        "Naam\tRoepnaam\tFunctie\nLaan, van der\tIda\tjurist\nBakker-Smit\tJan Willem\tcoach",
        "Naam\tDieet\nLaan, Ida van der\nBakker-Smit, Jan Willem",
    ],
)
def test_a_table_may_part_a_name_or_turn_it(understand: Understand, table: str) -> None:
    reading = read(understand, f"Hierbij onze deelnemers voor 30 maart.\n\n{table}\n\nGroet,\nNoor de Wit\n")

    assert (who(reading), reading.review) == ([("Ida van der Laan",), ("Jan Willem Bakker-Smit",)], False)


@pytest.mark.parametrize(
    ("yes", "no"), [("j", "n"), ("definitief", "nee"), ("✓", "n"), ("akkoord", "afgemeld"), ("x", "✗")]
)
@pytest.mark.parametrize("head", ["Aanwezig", "Komt?", "RSVP"])
def test_a_letter_or_a_word_says_who_comes(understand: Understand, yes: str, no: str, head: str) -> None:
    table = f"Naam\tFunctie\t{head}\nEls Bos\tjurist\t{yes}\nWim Smit\tcoach\t{no}\nBo Vis\tjurist\t{yes}"
    reading = read(understand, f"De reacties uit ons team voor 30 maart:\n\n{table}\n\nGroet,\nNoor de Wit\n")

    assert (who(reading), reading.review) == ([("Els Bos",), ("Bo Vis",)], False)
