"""Titles, and houses, that only the place of a word tells: in a list's line, in a name, at the end of a clause."""

import pytest

from tests.unit.reading.housing import people

ZEIST = "Karin Visser <k.visser@zeist.nl>"
LIST = "Graag aanmelden:\n\n{}\n\nGroet,\nKarin Visser"


def roles(text: str, sender: str = ZEIST) -> dict[str, str | None]:
    """The titles of those who are to be registered, by given name."""
    return {str(name).split()[0]: request.role for name, request in people(text, sender).items()}


@pytest.mark.parametrize("again", ["idem", "Idem.", "dito", "ditto", "zelfde functie", '"', "ook idem"])
@pytest.mark.parametrize("mark", [", {}", " - {}", " ({})"])
def test_what_stands_again_is_the_title_of_the_line_above(again: str, mark: str) -> None:
    lines = f"- Ineke Vos{mark.format('jurist')}\n- Bram Knoop{mark.format(again)}\n- Els Pot{mark.format('griffier')}"

    assert roles(LIST.format(lines)) == {"Ineke": "jurist", "Bram": "jurist", "Els": "griffier"}


def test_a_line_that_says_nothing_else_repeats_the_house_and_the_diet_too() -> None:
    lines = "1) Ineke Vos, adviseur, Movisie, halal\n2) Bram Knoop, idem\n3) Els Pot, dito"

    found = people(LIST.format(lines))

    assert {(one.role, one.organisation, one.diet) for one in found.values()} == {("adviseur", "Movisie", "halal")}


def test_a_part_of_a_line_repeats_that_part_alone() -> None:
    lines = "- Ineke Vos, jurist, vegetarisch\n- Bram Knoop, adviseur, idem"

    bram = people(LIST.format(lines))["Bram Knoop"]

    assert (bram.role, bram.diet) == ("adviseur", "vegetarisch")


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("leesopa", "leesopa"),
        ("wijkdichter", "wijkdichter"),
        ("oud-collega en klusjesman, slecht ter been", "klusjesman"),
        ("vegetarisch", None),
        ("later aanwezig", None),
        ("zwanger", None),
        ("mijn man", None),
        ("alleen middag", None),
        ("Amersfoort", None),
        ("onder voorbehoud", None),
        ("nieuw bij ons", None),
    ],
)
def test_an_unknown_word_in_the_place_of_titles_is_one_if_it_can_be_somebody(said: str, role: str | None) -> None:
    lines = f"- Ineke Vos, jurist\n- Bram Knoop, {said}\n- Els Pot, adviseur - halal\n- Wim Tol, griffier"

    assert roles(LIST.format(lines))["Bram"] == role


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Dijkgraaf, Pim <p.dijkgraaf@zeist.nl>; Poot, Lia <l.poot@zeist.nl>", {"Pim": None, "Lia": None}),
        ("Voorzitter, Bram <b.voorzitter@zeist.nl>; Poot, Lia <l.poot@zeist.nl>", {"Bram": None, "Lia": None}),
        ("- Dijkgraaf, Pien, jurist\n- Poot, Lia, adviseur", {"Pien": "jurist", "Lia": "adviseur"}),
        ("- Wethouder Jan Vos\n- Lia Poot, adviseur", {"Jan": "Wethouder", "Lia": "adviseur"}),
    ],
)
def test_a_persons_surname_is_no_title_of_theirs(lines: str, expected: dict[str, str | None]) -> None:
    assert roles(LIST.format(lines)) == expected


@pytest.mark.parametrize("signed", ["Dijkgraaf, Pien", "Pien Dijkgraaf"])
def test_nor_is_it_in_a_signature(signed: str) -> None:
    found = roles(f"Graag meld ik mij aan.\n\nGroet,\n{signed}", '"Dijkgraaf, Pien" <p.dijkgraaf@zeist.nl>')

    assert found == {"Pien": None}


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Sinds ik alleen nog penningmeester ben van de bewonersraad heb ik alle tijd.", "penningmeester"),
        ("Omdat ik sinds kort jurist ben bij Movisie lijkt het me nuttig.", "jurist"),
        ("Inmiddels vrijwilliger bij Humanitas.", "vrijwilliger"),
        ("Hoewel ik geen jurist ben wil ik graag komen.", None),
        ("Sinds mijn man wethouder is hoor ik hier veel over.", None),
        ("Toen ik nog raadslid was kwam ik ook.", None),
    ],
)
def test_a_title_may_stand_before_its_verb(said: str, role: str | None) -> None:
    assert roles(f"Graag meld ik mij aan. {said}\n\nKarin Visser", "Karin Visser <k@ziggo.nl>") == {"Karin": role}


@pytest.mark.parametrize(
    "said",
    [
        "De een (Bert) is jurist, de ander (Ida) adviseur.",
        "De eerste (Bert) is jurist, de tweede (Ida) adviseur.",
        "Bert is jurist, Ida adviseur.",
    ],
)
def test_the_other_of_two_may_be_named_in_brackets(said: str) -> None:
    found = roles(f"Graag aanmelden: Bert Smalbrug en Ida Tjeerdsma. {said}\n\nKarin Visser")

    assert found == {"Bert": "jurist", "Ida": "adviseur"}


@pytest.mark.parametrize("mark", [" ", "\t"])
def test_a_town_behind_each_title_is_no_part_of_it_and_the_writers_house_not_theirs(mark: str) -> None:
    lines = "\n".join(mark.join(line) for line in (("Bert Smalbrug", "jurist", "Ede"), ("Ida Tol", "adviseur", "Tiel")))

    found = people(LIST.format(lines))

    assert {name: (one.role, one.organisation) for name, one in found.items()} == {
        "Bert Smalbrug": ("jurist", None),
        "Ida Tol": ("adviseur", None),
    }
