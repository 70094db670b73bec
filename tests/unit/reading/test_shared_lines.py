"""What lines tell of several people: a diet, a title above a list or beside names, a letter that the mail explains."""

import pytest

from tests.unit.reading.housing import people

SENDER = "Els Bos <e.bos@zeist.nl>"
NAMED = "Graag aanmelden voor 18 april: Joost Smit, Lieke Vos, Omar Khalil en Noor de Wit."
EACH = {"Joost Smit": "vegetarisch", "Lieke Vos": "vegetarisch", "Omar Khalil": "halal", "Noor de Wit": None}


def diets(mail: str) -> dict[str | None, str | None]:
    found = people(f"{mail}\n\nMet vriendelijke groet,\nEls Bos\nsecretariaat", SENDER)
    return {name: request.diet and request.diet.lower() for name, request in found.items()}


@pytest.mark.parametrize(
    "lines",
    [
        "Vegetarisch:\n- Joost Smit\n- Lieke Vos\n\nHalal:\n- Omar Khalil\n\nGeen wensen:\n- Noor de Wit",
        "vegetarisch:\nJoost Smit\nLieke Vos\n\nhalal:\nOmar Khalil\n\noverig:\nNoor de Wit",
        "Vegetarisch\n1. Joost Smit\n2. Lieke Vos\nHalal\n3. Omar Khalil\nAlleseters\n4. Noor de Wit",
        "- Joost Smit (v)\n- Lieke Vos (v)\n- Omar Khalil (h)\n- Noor de Wit\n\nv = vegetarisch, h = halal",
        "Joost Smit, V\nLieke Vos, V\nOmar Khalil, H\nNoor de Wit\n(V = vegetarisch, H = halal)",
    ],
)
def test_a_diet_is_of_those_who_stand_below_it_or_have_its_letter(lines: str) -> None:
    assert diets(f"Graag aanmelden voor 18 april:\n\n{lines}") == EACH


@pytest.mark.parametrize(
    "lines",
    [
        "Dieet:\nvegetarisch - Joost, Lieke\nhalal - Omar",
        "Dieetwensen\n- 2x vegetarisch (Joost en Lieke)\n- 1x halal (Omar)",
        "Lunch:\nJoost en Lieke: vegetarisch\nOmar: halal",
        "Dieet Joost: vegetarisch\nDieet Lieke: vegetarisch\nDieet Omar: halal",
        "Joost en Lieke vegetarisch, Omar halal.",
        "- vegetarisch voor Joost en Lieke\n- halal voor Omar",
    ],
)
def test_a_diet_is_of_those_who_stand_in_its_line(lines: str) -> None:
    assert diets(f"{NAMED}\n\n{lines}") == EACH


@pytest.mark.parametrize("said", ["behalve Omar (halal)", "behalve Omar: halal", "behalve Omar, die eet halal"])
def test_who_is_taken_out_of_all_has_what_is_told_instead(said: str) -> None:
    told = diets(f"Graag aanmelden voor 18 april:\n\nJoost Smit\nLieke Vos\nOmar Khalil\n\nAllen vegetarisch, {said}.")

    assert told == {"Joost Smit": "vegetarisch", "Lieke Vos": "vegetarisch", "Omar Khalil": "halal"}


@pytest.mark.parametrize(
    "lines",
    [
        "- Jan Smit: vegetarisch\n- Jan Bakker: halal\n- Noor de Wit",
        "- Jan Smit (v)\n- Jan Bakker (h)\n- Noor de Wit\n\nv = vegetarisch, h = halal",
        "Vegetarisch:\n- Jan Smit\n\nHalal:\n- Jan Bakker\n\nGeen wensen:\n- Noor de Wit",
    ],
)
def test_who_is_called_as_another_keeps_their_own(lines: str) -> None:
    told = diets(f"Graag aanmelden voor 18 april:\n\n{lines}")

    assert told == {"Jan Smit": "vegetarisch", "Jan Bakker": "halal", "Noor de Wit": None}


def test_a_line_that_says_more_is_talk() -> None:
    told = diets(f"{NAMED}\n\nOmar eet halal.\nLieke: vegetarisch, maar dat wist u al van de vorige keer.")

    assert (told["Lieke Vos"], told["Omar Khalil"], told["Noor de Wit"]) == ("vegetarisch", "halal", None)


def test_a_title_above_a_list_ends_where_the_next_heading_begins() -> None:
    found = people(
        "Graag aanmelden:\n\nRaadsleden:\n- Joost Smit\n- Lieke Vos\n\nAmbtelijk:\n- Omar Khalil\n\nGroet,\nEls Bos",
        SENDER,
    )

    assert {name: r.role for name, r in found.items()} == {
        "Joost Smit": "raadslid",
        "Lieke Vos": "raadslid",
        "Omar Khalil": None,
    }
