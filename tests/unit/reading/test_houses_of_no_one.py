"""Houses that a mail names and nobody of it is of: a town where somebody lives, an office of the past, a sister's
employer; and beside each the sentence that looks like it and states one."""

import pytest

from tests.unit.reading.housing import people

KARIN = "Karin Visser <karin@gmail.com>"
COUPLE = "Wim en Els Bos <fambos@ziggo.nl>"


def house(said: str, sender: str = KARIN) -> str | None:
    return people(f"Graag meld ik mij aan voor 30 maart.\n\n{said}", sender)["Karin Visser"].organisation


@pytest.mark.parametrize(
    "said",
    [
        "Als inwoner van de gemeente Ede kom ik graag.",
        "Ik woon in de gemeente Ede.",
        "Ik ben cliënt bij de gemeente Ede.",
        "Ik ben oud-raadslid in Epe.",
        "Als oud-wethouder van Epe kom ik graag.",
        "Tot 2014 was ik gemeentesecretaris te Laarbeek.",
        "Ik ben 79 en was tot 2009 griffier te Tiel.",
        "Ik was tot 2009 griffier bij de rechtbank te Zutphen.",
        "Ik ben gepensioneerd ambtenaar van de gemeente Ede.",
        "Ik ben inmiddels gestopt als raadslid in Epe.",
        "I used to be a councillor in Epe.",
        "Bij de gemeente Ede kreeg ik dit adres.",
        "Onze dochter, die bij de gemeente Ede werkt, vertelde erover.",
        "hoorde t van me zus die werkt bij gem ede.",
        "Mijn buurman, ambtenaar bij de gemeente Ede, is blij met zo'n dag.",
        "Onze kleindochter is stagiair bij de gemeente Ede.",
    ],
)
def test_who_lives_there_was_there_or_knows_somebody_is_of_no_house(said: str) -> None:
    assert house(f"{said}\n\nKarin Visser") is None


@pytest.mark.parametrize(
    ("said", "organisation"),
    [
        ("Ik woon in Epe en werk bij de gemeente Ede.", "Gemeente Ede"),
        ("Ik ben bewoner en zit in de adviesraad van Ede.", "Adviesraad Ede"),
        ("Geen ambtenaar, gewoon inwoner, wel voorzitter van de cliëntenraad Wmo van Tiel.", "Cliëntenraad Wmo Tiel"),
        ("Ik ben oud-docent en nu raadslid in Epe.", "Gemeente Epe"),
        ("Ik was jurist bij de gemeente Tiel en werk nu bij de gemeente Ede.", "Gemeente Ede"),
        ("Ik was vergeten me te melden, ik ben raadslid in Epe.", "Gemeente Epe"),
        ("Als gepensioneerd docent ben ik vrijwilliger bij Humanitas.", "Humanitas"),
        ("Mijn zus werkt bij de gemeente Ede en ik werk bij Humanitas.", "Humanitas"),
        ("let niet op mijn spelling ik werk bij de politie in tiel als adviseur", "Politie"),
        ("Ik ben vrijwilliger in Taalhuis Tiel.", "Taalhuis Tiel"),
        ("Ik zit net als Wim in de werkgroep Amnesty Tiel.", "werkgroep Amnesty Tiel"),
        ("Ik ben net als Wim bestuurslid van de Vereniging Ons Huis.", "Vereniging Ons Huis"),
    ],
)
def test_what_is_stated_beside_it_is_ones_own(said: str, organisation: str) -> None:
    assert house(f"{said}\n\nKarin Visser") == organisation


@pytest.mark.parametrize(
    "signed",
    [
        "Karin Visser, bewoner Kampen",
        "Karin Visser\nvrijwilliger Kampen",
        "Karin Visser\ngepensioneerd docent, Kampen",
        "Karin Visser\noud-wethouder Kampen",
        "Karin Visser\nvoormalig raadslid in Ede",
        "Karin Visser\nburgemeester van Epe (b.d.)",
    ],
)
def test_a_signature_tells_where_somebody_lives_or_what_they_were(signed: str) -> None:
    assert house(signed) is None


@pytest.mark.parametrize("line", ["medewerker bijstand gemeente Tiel", "adviseur huur gemeente Tiel", "griffier Tiel"])
def test_what_a_title_is_about_is_no_want_of_a_house(line: str) -> None:
    assert house(f"Karin Visser\n{line}") == "Gemeente Tiel"


def test_a_daughters_employer_is_neither_of_her_parents() -> None:
    text = "Onze dochter, die bij de gemeente Ede werkt, tipte ons. U kunt noteren: Wim Bos en Els Bos-Pot.\n\nWim Bos"

    assert [one.organisation for one in people(text, COUPLE).values()] == [None, None]


def test_a_husband_who_comes_has_his_own_employer() -> None:
    text = "Mijn man Wim Visser, die bij de gemeente Ede werkt, en ik komen graag op 30 maart.\n\nKarin Visser"

    found = people(text, KARIN)

    assert (found["Wim Visser"].organisation, found["Karin Visser"].organisation) == ("Gemeente Ede", None)


def test_a_name_that_is_no_more_is_nobodys() -> None:
    text = "Karin Visser, ambulant begeleider 's Heeren Hof. (Waterlinde is onze oude naam, de mail werkt nog.)"

    assert house(text, "Karin Visser <k.visser@waterlinde.nl>") == "'s Heeren Hof"
