"""Who of several chooses what, by what is said of each. Short mails, read whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.reading.housing import D, people, reasons

BOTH = "Joost Smit en ik komen graag."
THREE = "Joost Smit, Mila Jansen en ik komen graag.\n"
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
    "said",
    ["Zet mij maar bij dezelfde workshops als Joost Smit, die al op de lijst staat.", "Woningsplitsing in ronde 4."],
)
def test_a_choice_that_comes_to_nothing_is_asked_about(said: str) -> None:
    assert "unclear_workshop" in reasons(f"Ik kom graag. {said}\n\nKarin Visser")


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


@pytest.mark.parametrize(
    ("said", "choices"),
    [
        (
            "We gaan alle drie in ronde 1 naar opvang van daklozen, behalve Joost, die dan woningsplitsing doet.",
            {"Karin": "1D", "Joost": "1S", "Mila": "1D"},
        ),
        (
            "Joost wil naar woningsplitsing, Mila en ik kiezen voor opvang van daklozen. Alles in de eerste ronde.",
            {"Karin": "1D", "Joost": "1S", "Mila": "1D"},
        ),
        (
            "Joost wil naar woningsplitsing, Mila en ik naar opvang van daklozen. Allemaal in ronde 1.",
            {"Karin": "1D", "Joost": "1S", "Mila": "1D"},
        ),
        (
            "We gaan alle drie in ronde 1 naar opvang van daklozen. Mila wil ook in ronde 2 naar woningsplitsing, "
            "die slaan wij over.",
            {"Karin": "1D", "Joost": "1D", "Mila": "1D 2S"},
        ),
    ],
)
def test_what_three_choose_together_and_one_of_them_otherwise(said: str, choices: dict[str, str]) -> None:
    assert chosen(f"{THREE}{said}\n\nKarin Visser") == choices
