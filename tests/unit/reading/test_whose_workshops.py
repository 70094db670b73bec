"""Who of several chooses what; grids and lists of rounds, and what is taken back below. Short mails, read whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.reading.housing import D, people, reasons

BOTH = "Joost Smit en ik komen graag."
GRID = "Ik kom graag.\n\n\t{}\n{}\n\nKarin Visser"


def chosen(mail: str) -> dict[str, str]:
    """Round and letter of each person's choices, by given name."""
    return {
        str(name).split()[0]: " ".join(sorted(f"{c.round or 0}{'D' if c.workshop == D else 'S'}" for c in r.workshops))
        for name, r in people(mail).items()
    }


def said_of_two() -> Iterator[tuple[str, str, str]]:
    for line in Path(__file__).with_name("choices_of_two.txt").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            said, karin, joost = (part.strip() for part in line.split("|"))
            yield said.replace("\\n", "\n"), karin, joost


@pytest.mark.parametrize(("said", "karin", "joost"), list(said_of_two()))
def test_what_is_said_of_two_comes_to_these_choices(said: str, karin: str, joost: str) -> None:
    assert chosen(f"{BOTH}\n\n{said}\n\nKarin Visser") == {"Karin": karin, "Joost": joost}


@pytest.mark.parametrize(
    ("said", "choices"),
    [
        (f"{BOTH} Ik wil in ronde 1 naar opvang van daklozen en Joost ook.", {"Karin": "1D", "Joost": "1D"}),
        (
            f"{BOTH} Joost wil in ronde 2 naar opvang van daklozen, ik ga dan juist naar de andere workshop.",
            {"Karin": "2S", "Joost": "2D"},
        ),
        (
            f"{BOTH} Voor Joost in ronde 1 opvang van daklozen. Ik ga waar hij niet gaat: die over woningsplitsing, "
            "ook ronde 1.",
            {"Karin": "1S", "Joost": "1D"},
        ),
        (
            f"{BOTH} We doen allebei woningsplitsing, maar niet tegelijk: ik in ronde 1, Joost meteen erna.",
            {"Karin": "1S", "Joost": "2S"},
        ),
        (
            f"{BOTH} Ik volg in ronde 1 opvang van daklozen en dan nog woningsplitsing. Joost kiest opvang van "
            "daklozen, maar moet om twaalf uur weg.",
            {"Karin": "1D 2S", "Joost": "1D"},
        ),
        (
            f"{BOTH} Ik ga in ronde 1 naar opvang van daklozen, Joost doet dan woningsplitsing.",
            {"Karin": "1D", "Joost": "1S"},
        ),
        (
            f"{BOTH} Ik begin met woningsplitsing, Joost gaat dan naar opvang van daklozen.",
            {"Karin": "1S", "Joost": "1D"},
        ),
        (
            "Wij komen met Joost Smit en Mila Jansen.\n\nmila en joost willen allebei in ronde 2 naar opvang van "
            "daklozen",
            {"Karin": "", "Joost": "2D", "Mila": "2D"},
        ),
        (
            "Wij komen met Joost Smit en Mila Jansen.\n\nmila doet ronde 1 opvang van daklozen en joost ronde 2 "
            "woningsplitsing",
            {"Karin": "", "Joost": "2S", "Mila": "1D"},
        ),
        (f"{BOTH} Workshop: Joost Daklozen in ronde 3, ik Splitsing in ronde 2.", {"Karin": "2S", "Joost": "3D"}),
        (
            "Ik kom graag:\n- in de ronde van elf uur: splitsing\n- om 12.00 uur: daklozen\n\nKarin Visser",
            {"Karin": "1S 2D"},
        ),
        (
            "Ik kom graag. Ronde 1: daklozen, ronde 2: splitsing.\n\nKarin Visser\n\nPS: liever andersom.",
            {"Karin": "1S 2D"},
        ),
        (
            "Ik kom graag.\n\nNaam: Karin Visser\nWorkshop 11:00: n.v.t.\n"
            "Workshop 12:00: Woningsplitsing zonder zorgen\n"
            "Workshop 13:00: Opvang van daklozen, wat werkt?",
            {"Karin": "2S 3D"},
        ),
        (
            f"{BOTH} Allebei in ronde 1 woningsplitsing, en ik daarnaast in ronde 3 nog opvang van daklozen.",
            {"Karin": "1S 3D", "Joost": "1S"},
        ),
        (
            f"{BOTH} Ik doe in ronde 1 daklozen en in ronde 2 splitsing, Joost precies andersom. In ronde 3 gaan we "
            "allebei naar opvang van daklozen.",
            {"Karin": "1D 2S 3D", "Joost": "1S 2D 3D"},
        ),
        (
            "Joost Smit, Mila Jansen en ik komen. Ik wil in ronde 1 naar opvang van daklozen, de andere twee naar "
            "woningsplitsing.",
            {"Karin": "1D", "Joost": "1S", "Mila": "1S"},
        ),
        (
            "Joost Smit, Mila Jansen en ik komen. In ronde 3 iedereen behalve Mila naar woningsplitsing, Mila heeft "
            "dat al gehad en gaat naar opvang van daklozen.",
            {"Karin": "3S", "Joost": "3S", "Mila": "3D"},
        ),
        (
            "Graag inschrijven: Joost Smit en Mila Jansen. Ze willen allebei naar woningsplitsing, Joost in de eerste "
            "en Mila in de laatste ronde. Ik kom zelf niet.",
            {"Joost": "1S", "Mila": "3S"},
        ),
        (
            "Joost Smit, Mila Jansen en ik komen. In ronde 1 gaat Mila naar woningsplitsing, de anderen naar opvang "
            "van daklozen.",
            {"Karin": "1D", "Joost": "1D", "Mila": "1S"},
        ),
        (
            f"{BOTH} Joost wil in ronde 1 naar opvang van daklozen, ik ook. Ronde 2 doe ik woningsplitsing.",
            {"Karin": "1D 2S", "Joost": "1D"},
        ),
        (
            "Joost Smit, Mila Jansen en ik komen. In ronde 1 gaat Joost naar woningsplitsing en gaan de andere twee "
            "naar opvang van daklozen. In ronde 2 ruilen ze om.",
            {"Karin": "1D 2S", "Joost": "1S 2D", "Mila": "1D 2S"},
        ),
        (
            "Graag inschrijven: Joost Smit en Mila Jansen. De heer Smit wenst ronde 1 opvang van daklozen en mevrouw "
            "Jansen ronde 3 diezelfde. Ik kom zelf niet.",
            {"Joost": "1D", "Mila": "3D"},
        ),
        (
            "Graag inschrijven:\n- Joost Smit, jurist\nEerste ronde opvang van daklozen\n- Mila Jansen, coach\n"
            "Eerste ronde woningsplitsing\n\nIk kom zelf niet.",
            {"Joost": "1D", "Mila": "1S"},
        ),
        (
            "Graag aanmelden, ik kom zelf niet:\n1. Joost Smit\n2. Mila Jansen\n"
            "Nummer 1 wil in ronde 2 naar woningsplitsing, nummer 2 in ronde 2 naar opvang van daklozen.",
            {"Joost": "2S", "Mila": "2D"},
        ),
        (
            "Graag inschrijven, ik kom zelf niet:\n- Joost Smit, jurist\n- Mila Jansen, coach\n- Thom Bos, griffier\n\n"
            "Alle drie willen ze in ronde 1 naar opvang van daklozen, en Mila in ronde 3 ook naar woningsplitsing.",
            {"Joost": "1D", "Mila": "1D 3S", "Thom": "1D"},
        ),
        (
            f"{BOTH} Allebei doen we woningsplitsing in ronde 1.",
            {"Karin": "1S", "Joost": "1S"},
        ),
        (
            f"{BOTH} In de eerste ronde ga ik naar opvang van daklozen en hij naar woningsplitsing, in de tweede "
            "draaien we dat om. De derde ronde gaan we samen naar woningsplitsing.",
            {"Karin": "1D 2S 3S", "Joost": "1S 2D 3S"},
        ),
        (
            f"{BOTH} Ik doe ronde 1 opvang van daklozen en ronde 2 woningsplitsing. Joost doet hetzelfde als ik, plus "
            "in ronde 3 nog eens opvang van daklozen.",
            {"Karin": "1D 2S", "Joost": "1D 2S 3D"},
        ),
        (
            f"{BOTH} Joost neemt deel aan opvang van daklozen in ronde 1. Ik volg die workshop eveneens in ronde 1 en "
            "aansluitend, in ronde 2, woningsplitsing.",
            {"Karin": "1D 2S", "Joost": "1D"},
        ),
        (
            "Wij komen:\n1. Karin Visser\n2. Joost Smit\n3. Mila Jansen\n4. Thom Bos\n\nNr. 2 en 3 volgen in "
            "ronde 1 woningsplitsing, nr. 4 gaat in ronde 1 naar opvang van daklozen. Nr. 1 en nr. 2 hebben niets.",
            {"Karin": "", "Joost": "1S", "Mila": "1S", "Thom": "1D"},
        ),
        (
            "Graag drie stoelen bij woningsplitsing in ronde 2, voor Joost Smit, collega Mila Jansen en mijzelf.",
            {"Karin": "2S", "Joost": "2S", "Mila": "2S"},
        ),
        (
            "Naam: Joost Smit\nFunctie: jurist\nOpmerkingen: workshop opvang van daklozen, ronde 3\n\nIk kom niet.",
            {"Joost": "3D"},
        ),
    ],
)
def test_each_gets_what_is_said_of_them(said: str, choices: dict[str, str]) -> None:
    assert chosen(f"{said}\n\nGroet,\nKarin Visser") == choices


@pytest.mark.parametrize(
    ("head", "rows", "choices"),
    [
        ("Opvang van daklozen\tWoningsplitsing\tgeen", "11.00 u\t\t\tx\n12.00 u\t\tx\n13.00 u\tx", "2S 3D"),
        ("Ronde 1\tRonde 2\tRonde 3", "Opvang van daklozen\t\tx\nWoningsplitsing\tx\t\tx\nTrein\t\t\tx", "1S 2D 3S"),
        ("R1\tR2", "Opvang van daklozen\t\t\nWoningsplitsing", ""),
    ],
)
def test_crosses_in_a_grid_choose(head: str, rows: str, choices: str) -> None:
    assert chosen(GRID.format(head, rows))["Karin"].replace("0D", "").replace("0S", "").strip() == choices


def test_a_list_of_rounds_with_a_column_of_workshops_chooses() -> None:
    mail = "Ik kom graag.\n\nRonde\tWorkshop\n1\tOpvang van daklozen\n2\t-\n3\tWoningsplitsing\n\nKarin Visser"

    assert chosen(mail) == {"Karin": "1D 3S"}


def test_letters_that_the_talk_explains_choose_in_a_column_of_their_own() -> None:
    mail = (
        "Graag inschrijven. In kolom W staat de keuze (D = opvang van daklozen, S = woningsplitsing), elke ronde kan. "
        "\n\nNaam\tFunctie\tW\tDieet\nJoost Smit\tjurist\tD\t-\nMila Jansen\tcoach\tS\tvegan\n"
        "Thom Bos\tgriffier\t\t-\n\nIk kom zelf niet.\n\nKarin Visser"
    )

    assert chosen(mail) == {"Joost": "0D", "Mila": "0S", "Thom": ""}


def test_a_grid_may_be_headed_by_people() -> None:
    grid = "\tKarin Visser\tJoost Smit\nRonde 1\tdaklozen\twoningsplitsing\nRonde 2\t-\tdaklozen\n"

    assert chosen(f"{BOTH} Wie waar wanneer:\n\n{grid}\nKarin Visser") == {"Karin": "1D", "Joost": "1S 2D"}


@pytest.mark.parametrize(
    ("said", "choices"),
    [
        ("De kinderen gaan in ronde 2 naar daklozen.", {"Karin": "", "Mila": "2D", "Joost": "2D"}),
        (
            "De kinderen daklozen in ronde 2, ik woningsplitsing in ronde 1.",
            {"Karin": "1S", "Mila": "2D", "Joost": "2D"},
        ),
    ],
)
def test_the_children_choose_together(said: str, choices: dict[str, str]) -> None:
    assert chosen(f"Ik kom met mijn kinderen Mila Visser en Joost Smit. {said}\n\nKarin Visser") == choices


def test_the_boys_are_those_of_whom_nothing_was_said_yet() -> None:
    came = "Ik kom met Mila Visser, Joost Smit en Thom Bos."
    said = "Mila en ik willen samen naar daklozen in ronde 1. De jongens gaan naar woningsplitsing in ronde 2."

    assert chosen(f"{came} {said}\n\nKarin Visser") == {"Karin": "1D", "Mila": "1D", "Joost": "2S", "Thom": "2S"}


def test_initials_in_a_grid_choose_for_those_whose_they_are() -> None:
    mail = (
        "Joost Smit en ik komen graag.\n\n\tRonde 1\tRonde 2\tRonde 3\nOpvang van daklozen\tK\t\tK + J\n"
        "Woningsplitsing\tJ\tK\t\n\nKarin Visser"
    )

    assert chosen(mail) == {"Karin": "1D 2S 3D", "Joost": "1S 3D"}


@pytest.mark.parametrize(
    "said",
    [
        "ronde 1    opvang van daklozen\nronde 2    woningsplitsing\n\nCorrectie: ronde 1 en 2 graag omwisselen.",
        "Ronde 1: opvang van daklozen\nRonde 2: woningsplitsing\n\nBij nader inzien toch liever andersom, dus "
        "woningsplitsing in ronde 1 en opvang van daklozen in ronde 2.",
    ],
)
def test_what_the_talk_takes_back_of_a_form_is_taken_back(said: str) -> None:
    assert chosen(f"Hierbij mijn aanmelding.\n\n{said}\n\nGroet,\nKarin Visser") == {"Karin": "1S 2D"}


@pytest.mark.parametrize(
    ("mail", "choices"),
    [
        (
            "AANMELDING\n\nNaam              : Mw. K. Visser\nRoepnaam          : Karin\nFunctie           : Griffier\n"
            "Workshop(s)       : Woningsplitsing, 1e ronde\nOpmerkingen       : geen",
            {"Karin": "1S"},
        ),
        (
            "Ik doe mee!\n\nA = Woningsplitsing\nB = Opvang van daklozen\nX = koffie\n\nRonde 2  B\nRonde 1  X\n"
            "Ronde 3  A\n\nGroet,\nKarin Visser",
            {"Karin": "2D 3S"},
        ),
    ],
)
def test_a_form_or_a_table_of_codes_at_the_end_is_no_signature(mail: str, choices: dict[str, str]) -> None:
    assert chosen(mail) == choices


@pytest.mark.parametrize(
    ("said", "mila", "joost"),
    [
        ("Hij doet ronde 1 opvang van daklozen, zij ronde 2 woningsplitsing.", "2S", "1D"),
        ("Zij gaat in ronde 1 naar opvang van daklozen, hij in ronde 2.", "1D", "2D"),
        ("Zij, onze jurist, doet ronde 1 opvang van daklozen; hij sluit daar bij haar aan.", "1D", "1D"),
        ("Hij gaat in ronde 2 naar woningsplitsing en zij schuift bij hem aan.", "2S", "2S"),
        ("Mila gaat in ronde 1 naar opvang van daklozen en Joost gaat waar Mila gaat.", "1D", "1D"),
        ("Mila gaat in ronde 1 naar opvang van daklozen en Joost rijdt met haar mee.", "1D", ""),
        ("Mila doet in ronde 1 opvang van daklozen, Joost gaat dan naar woningsplitsing.", "1D", "1S"),
        ("Mila wil in ronde 1 naar opvang van daklozen. Joost dan ook, maar hij om 14:00.", "1D", "2D"),
        ("Mila gaat net als Joost in ronde 1 naar opvang van daklozen.", "1D", "1D"),
        ("Mila is net als Joost jurist en gaat in ronde 1 naar opvang van daklozen.", "1D", ""),
        ("Zet hem maar bij Mila: opvang van daklozen in ronde 1.", "1D", "1D"),
        (
            "Mila doet ronde 1 opvang van daklozen. Joost schuift in ronde 1 bij haar aan en gaat in ronde 2 naar "
            "woningsplitsing.",
            "1D",
            "1D 2S",
        ),
        ("Mila Jansen, Joost Smit. De tweede doet ronde 1 opvang van daklozen.", "", "1D"),
        ("De eerstgenoemde collega doet ronde 1 opvang van daklozen.", "1D", ""),
        ("In ronde 3 gaat Mila met Joost naar woningsplitsing.", "3S", "3S"),
        ("De eerste doet ronde 1 opvang van daklozen, de tweede doet ronde 2 woningsplitsing.", "1D", "2S"),
        ("Laatstgenoemde doet ronde 1 woningsplitsing; eerstgenoemde doet ronde 2 woningsplitsing.", "2S", "1S"),
    ],
)
def test_who_goes_along_and_who_is_meant_is_told_in_many_ways(said: str, mila: str, joost: str) -> None:
    found = chosen(f"Hierbij meld ik Mila Jansen en Joost Smit aan. {said}\n\nKarin Visser")

    assert found == {"Mila": mila, "Joost": joost}


def test_a_pronoun_is_of_nobody_who_is_addressed_otherwise() -> None:
    said = "Hierbij de aanmelding van mevrouw Mila Jansen. Haar chauffeur, de heer Smit, wacht elders. Zij volgt in "

    assert chosen(f"{said}ronde 1 opvang van daklozen.\n\nKarin Visser")["Mila"] == "1D"


@pytest.mark.parametrize(
    ("table", "choices"),
    [
        ("Naam\tDaklozen\tSplitsing\nJoost Smit\t1\t2\nMila Jansen\t2 en 3\t1", {"Joost": "1D 2S", "Mila": "1S 2D 3D"}),
        (
            "Codes: cijfer = ronde, O = opvang van daklozen, W = woningsplitsing.\n\n"
            "Joost Smit <j.smit@zeist.nl> 1O 2W\n"
            "Mila Jansen <m.jansen@zeist.nl> 1W 3W",
            {"Joost": "1D 2S", "Mila": "1S 3S"},
        ),
    ],
)
def test_rounds_stand_in_columns_of_workshops_or_in_codes_that_the_mail_explains(
    table: str, choices: dict[str, str]
) -> None:
    assert chosen(f"Graag meld ik deze collega's aan:\n\n{table}\n\nKarin Visser") == choices


def test_a_round_of_a_form_may_be_as_the_one_above_it() -> None:
    form = "Naam: Karin Visser\nWorkshop ronde 1: Woningsplitsing zonder zorgen\nWorkshop ronde 2: idem"

    assert chosen(f"Ik kom graag.\n\n{form}\nWorkshop ronde 3: n.v.t.") == {"Karin": "1S 2S"}


@pytest.mark.parametrize("other", ["de andere", "idem als 1, maar dan die andere", "idem maar dan met de andere"])
def test_a_round_of_a_form_may_be_the_other_of_the_one_above_it(other: str) -> None:
    form = f"Naam: Karin Visser\nWorkshop ronde 1: Woningsplitsing zonder zorgen\nWorkshop ronde 2: {other}"

    assert chosen(f"Ik kom graag.\n\n{form}\n") == {"Karin": "1S 2D"}


def test_what_a_form_chose_is_moved_by_the_talk_below_it() -> None:
    form = "ronde 1: daklozen\nronde 2: woningsplitsing"
    talk = "O wacht, dan bel ik. Dan schuift die van ronde 2 naar ronde 3."

    assert chosen(f"Ik kom graag. Mijn keuze:\n\n{form}\n\n{talk}\n\nKarin Visser") == {"Karin": "1D 3S"}


def test_who_takes_over_has_what_the_other_had() -> None:
    said = "Joost Smit komt in mijn plaats en neemt mijn workshops over: ik stond bij daklozen in ronde 1 en bij"

    assert chosen(f"Helaas kan ik niet komen. {said} splitsing in ronde 3.\n\nKarin Visser")["Joost"] == "1D 3S"


BOOKED = """

Op ma 13 mrt. 2023 om 10:31 schreef Platform <platform@voorbeeldplatform.nl>:

> Beste Karin Visser,
>
> U bent ingeschreven voor Wonen voor iedereen.
> Ronde 1: Opvang van daklozen
> Ronde 3: Woningsplitsing zonder zorgen
"""


@pytest.mark.parametrize(
    ("said", "joost"),
    [
        ("De workshops mag hij van me overnemen.", "1D 3S"),
        ("De workshops uit onderstaande bevestiging mogen voor hem zo blijven staan.", "1D 3S"),
        ("De gekozen workshops gelden ook voor hem.", "1D 3S"),
        ("Hij gaat naar dezelfde workshops als waar ik voor stond.", "1D 3S"),
        ("Aan de workshops hoeft niets te veranderen.", "1D 3S"),
        ("Wilt u de workshops op zijn naam zetten?", "1D 3S"),
        ("Hij volgt de workshops die ik had gekozen.", "1D 3S"),
        ("Mijn workshops vervallen, hij kiest ter plekke.", ""),
        ("De workshops mogen zo blijven, alleen de lunch niet: hij eet halal.", "1D 3S"),
        ("De workshops mogen blijven staan, behalve die in ronde 3.", ""),
        ("Hij heeft geen interesse in mijn workshops, maar wil in ronde 2 naar daklozen.", "2D"),
        ("Hij gaat niet naar de workshops die ik had uitgekozen maar in ronde 2 naar daklozen.", "2D"),
        ("Hij doet in ronde 2 daklozen, net als ik zou doen.", "2D"),
        ("Hij kiest zelf nog workshops.", ""),
        ("Over de workshops mailt hij zelf nog.", ""),
        ("Mijn workshops hoeft hij niet, hij wil alleen ronde 2 daklozen.", "2D"),
    ],
)
def test_the_workshops_of_a_seat_go_with_it_where_that_is_said(said: str, joost: str) -> None:
    mail = f"Helaas kan ik niet komen. Joost Smit komt in mijn plaats. {said}\n\nKarin Visser{BOOKED}"

    assert chosen(mail)["Joost"] == joost


def test_the_same_workshop_as_a_colleague_who_is_booked_already() -> None:
    said = "Mijn collega Joost Smit heeft zich al opgegeven voor woningsplitsing in ronde 1. Zelf wil ik ook komen en"

    assert chosen(f"{said} dezelfde workshop doen, maar dan in ronde 3.\n\nKarin Visser") == {"Karin": "3S"}


@pytest.mark.parametrize(
    "said",
    ["Zet mij maar bij dezelfde workshops als Joost Smit, die al op de lijst staat.", "Woningsplitsing in ronde 4."],
)
def test_a_choice_that_comes_to_nothing_is_asked_about(said: str) -> None:
    assert "unclear_workshop" in reasons(f"Ik kom graag. {said}\n\nKarin Visser")


THREE = "Joost Smit, Mila Jansen en ik komen graag.\n"


@pytest.mark.parametrize(
    "said",
    [
        "Mila en ik volgen allebei daklozen in ronde 2, Joost is dan in gesprek.",
        "Mila en ik willen beiden in ronde 2 naar daklozen, Joost kiest niets.",
    ],
)
def test_both_are_those_two_of_three(said: str) -> None:
    assert chosen(f"{THREE}{said}\n\nKarin Visser") == {"Joost": "", "Mila": "2D", "Karin": "2D"}


@pytest.mark.parametrize(
    "said",
    [
        "Ronde 1: Joost daklozen, Mila en ik woningsplitsing.\nRonde 2: allemaal daklozen.",
        "11.00 Joost daklozen, Mila en Karin woningsplitsing\n12.00 iedereen daklozen",
        "Ronde 1: daklozen (Joost), woningsplitsing (Mila, Karin)\nRonde 2: daklozen (allen)",
        "Ronde 1 daklozen: Joost; woningsplitsing: Mila en ik.\nRonde 2: daklozen voor allemaal.",
        "Joost R1 daklozen R2 daklozen; Mila R1 woningsplitsing R2 daklozen; ik R1 woningsplitsing R2 daklozen.",
        "Joost: 1 en 2 daklozen\nMila: 1 woningsplitsing, 2 daklozen\nKarin: 1 woningsplitsing, 2 daklozen",
        "Opvang van daklozen\n- ronde 1: Joost\n- ronde 2: Joost, Mila en ik\nWoningsplitsing\n- ronde 1: Mila en ik",
        "Daklozen: Joost (ronde 1 en 2), Mila en ik (ronde 2). Woningsplitsing: Mila en ik (ronde 1).",
        "- ronde 1: Joost -> daklozen, Mila + ik -> woningsplitsing\n- ronde 2: wij alle drie daklozen",
        "Joost en Mila: ronde 2 daklozen. Ik: ronde 2 daklozen. Mila en ik: ronde 1 woningsplitsing. "
        "Joost: ronde 1 daklozen.",
        "R1: Joost DA, Mila WO, ik WO. R2: allen DA (DA = opvang van daklozen, WO = woningsplitsing)",
    ],
)
def test_a_schedule_tells_who_goes_where_in_any_order(said: str) -> None:
    assert chosen(f"{THREE}{said}\n\nGroet,\nKarin Visser") == {"Joost": "1D 2D", "Mila": "1S 2D", "Karin": "1S 2D"}


@pytest.mark.parametrize(
    ("said", "choices"),
    [
        ("Nummer 3 en ik doen in ronde 1 Opvang van daklozen.", {"Karin": "1D", "Joost": "1D"}),
        ("Ik en nummer 2 gaan in ronde 2 naar Woningsplitsing.", {"Karin": "2S", "Mila": "2S"}),
        ("Nummer 3 gaat in ronde 1 naar Opvang van daklozen, en ik kies niets.", {"Joost": "1D"}),
    ],
)
def test_a_number_of_the_list_and_me(said: str, choices: dict[str, str]) -> None:
    mail = f"Graag aanmelden:\n1. Karin Visser\n2. Mila Jansen\n3. Joost Smit\n\n{said}\n\nKarin Visser"

    assert {name: told for name, told in chosen(mail).items() if told} == choices


def test_what_somebody_had_chosen_is_not_whose_it_becomes() -> None:
    mail = (
        "Ik kan helaas niet komen. Joost Smit neemt mijn plek over. Hij eet halal en gaat niet naar de workshop die ik "
        "had gekozen maar in ronde 2 naar Opvang van daklozen.\n\nKarin Visser"
    )

    assert chosen(mail)["Joost"] == "2D"


@pytest.mark.parametrize("rounds", ["11:00|12:00", "11.00 uur|12.00 uur", "Ronde 1|Ronde 2", "1e ronde|2e ronde"])
@pytest.mark.parametrize(
    "said",
    [
        "{0}:\n- Karin: daklozen\n- Joost: woningsplitsing\n{1}:\n- Karin: woningsplitsing\n- Joost: daklozen",
        "Daklozen: Karin ({0}); Joost ({1})\nWoningsplitsing: Joost ({0}); Karin ({1})",
    ],
)
def test_a_round_may_be_told_by_its_hour_above_a_list_or_behind_names(rounds: str, said: str) -> None:
    told = said.format(*rounds.split("|"))
    assert chosen(f"{BOTH}\n\n{told}\n\nKarin Visser") == {"Karin": "1D 2S", "Joost": "1S 2D"}


@pytest.mark.parametrize(
    ("lists", "karin", "joost"),
    [
        (
            "Workshops Karin:\n- ronde 1: daklozen\n- ronde 3: splitsing\n\nWorkshops Joost:\n- ronde 2: splitsing",
            "1D 3S",
            "2S",
        ),
        ("Joost:\n- ronde 1: daklozen\n- ronde 3: splitsing\n\nKarin:\n- ronde 2: splitsing", "2S", "1D 3S"),
        ("Keuze van Joost:\nRonde 1: daklozen\nRonde 3: splitsing\n\nMijn keuze:\nRonde 2: splitsing", "2S", "1D 3S"),
        (
            "Workshops for Joost:\n1. daklozen\n2. splitsing\n3. none\n\n"
            "Workshops for me:\n1. splitsing\n2. daklozen\n3. none",
            "1S 2D",
            "1D 2S",
        ),
        ("Voor mijzelf:\n- 11.00 daklozen\n- 13.00 splitsing\nVoor Joost:\n- 12.00 splitsing", "1D 3S", "2S"),
        ("Joost Smit:\n- jurist\n- ronde 1: daklozen\n\nKarin Visser:\n- adviseur\n- ronde 2: splitsing", "2S", "1D"),
        ("Onze workshopkeuze:\n- ronde 1 daklozen\n- ronde 2 splitsing", "1D 2S", "1D 2S"),
        ("De laatste slaan we over. Wij willen samen:\n- ronde 1: daklozen\n- ronde 2: splitsing", "1D 2S", "1D 2S"),
        ("Karin\nRonde 1: daklozen\nRonde 2: splitsing\n\nJoost\nRonde 3: daklozen", "1D 2S", "3D"),
        ("Onze keuzes:\n- Karin: ronde 1 daklozen\n- Joost: ronde 2 splitsing", "1D", "2S"),
        ("Onze opgave:\n1) Karin Visser, jurist. Ronde 1 daklozen.\n2) Joost Smit. Ronde 1 splitsing.", "1D", "1S"),
        ("Mijn gegevens:\nFunctie: jurist\nRonde 1: daklozen\nRonde 2: splitsing", "1D 2S", ""),
    ],
)
def test_a_list_is_theirs_whom_the_line_above_it_names(lists: str, karin: str, joost: str) -> None:
    assert chosen(f"{BOTH}\n\n{lists}\n\nKarin Visser") == {"Karin": karin, "Joost": joost}


@pytest.mark.parametrize(
    ("said", "choices"),
    [
        (
            "In ronde 1 opvang daklozen, in ronde 2 woningsplitsing... hoewel nee, bij nader inzien liever precies "
            "omgekeerd, want in ronde 1 zit mijn collega ook al bij opvang daklozen.",
            "1S 2D",
        ),
        (
            "In ronde 1 opvang daklozen, in ronde 2 woningsplitsing. Nee, andersom, want mijn collega zit in ronde 1 "
            "al bij opvang daklozen.",
            "1S 2D",
        ),
        (
            "Ronde 1: opvang daklozen\nRonde 2: woningsplitsing\n\nPS Mijn collega van Rheden zit in ronde 1 bij "
            "woningsplitsing en dan kunnen we samen opschrijven. Draai 1 en 2 bij mij maar om dus.",
            "1S 2D",
        ),
        (
            "Ronde 1: opvang daklozen\nRonde 2: woningsplitsing\n\nIn eerste instantie had ik het andersom willen "
            "doen, maar mijn collega (die meldt zichzelf aan) zit om elf uur al bij woningsplitsing.",
            "1D 2S",
        ),
        (
            "In ronde 2 woningsplitsing, in ronde 1 opvang daklozen.\n\nPS Schrap die van ronde 1 toch maar, ik hoor "
            "net dat een collega daar ook al zit.",
            "2S",
        ),
        ("Ik wil in ronde 2 naar opvang daklozen; een kennis gaat dan naar woningsplitsing.", "2D"),
        (
            "Het wordt opvang daklozen in ronde 1 en in ronde 3 zit mijn collega bij woningsplitsing.",
            "1D",
        ),
        ("Mijn collega gaat niet, dus zet mij in ronde 1 bij opvang daklozen.", "1D"),
    ],
)
def test_where_a_colleague_of_another_mail_goes_is_nobodys_choice(said: str, choices: str) -> None:
    assert chosen(f"Ik kom graag.\n\n{said}\n\nKarin Visser") == {"Karin": choices}
