"""Tables, columns of spaces and boxes in which workshops are chosen round by round. Short mails, read whole."""

import pytest

from tests.unit.reading.housing import people, reasons
from tests.unit.reading.test_choosers import choices_of

D, S = "Opvang van daklozen", "Woningsplitsing zonder zorgen"
MINE = "Ik kom graag.\n\n{}\n\nKarin Visser"


def rows(*lines: tuple[str, ...]) -> str:
    """A table as it reaches us from a mail's HTML."""
    return "\n".join("\t".join(cells) for cells in lines)


@pytest.mark.parametrize(
    ("table", "chosen"),
    [
        (rows(("Ronde", "Eerste keus", "Tweede keus"), ("1", "geen, ik kom later", "-"), ("2", D, S)), "2D"),
        (rows(("Round", "First choice", "Second choice"), ("1", S, D), ("3", D, S)), "1S 3D"),
        (rows(("", "Voorkeur", "Reserve"), ("Ronde 1", S, D), ("Ronde 2", D, S)), "1S 2D"),
        (rows(("Ronde", "Tijd", "Workshop"), ("1", "11:00", D), ("2", "12:00", "-"), ("3", "13:00", S)), "1D 3S"),
        (rows(("Ronde", "Workshop", "Opmerking"), ("1", D, ""), ("2", "geen", "dan bel ik")), "1D"),
        (rows(("Workshop", "Ronde"), (D, "1"), (S, "3")), "1D 3S"),
        (rows(("Ronde 1", D), ("Ronde 2", "geen"), ("Ronde 3", S)), "1D 3S"),
        (rows(("Ronde", "Programma", "Aanwezig?"), ("1", D, "ja"), ("2", S, "nee"), ("3", D, "ja")), "1D 3D"),
        (rows(("Ronde 1", f"☐ {D}", f"☒ {S}", "☐ geen"), ("Ronde 2", f"☐ {D}", f"☐ {S}", "☒ geen")), "1S"),
        (rows(("", "Ronde 1", "Ronde 2"), (D, "☐", "☒"), (S, "☒", "☐")), "1S 2D"),
        ("| Ronde | Workshop |\n|-------|----------|\n| 1 | Daklozen |\n| 2 | - |", "1D"),
        ("Ronde   Workshop\n1       daklozen\n2       -\n3       woningsplitsing", "1D 3S"),
        ("        Daklozen    Woningsplitsing\nRonde 1   [ ]          [X]\nRonde 2   [X]          [ ]", "1S 2D"),
        ("            ronde 1   ronde 2\nDaklozen ..   [ ]       [x]\nWoningsplitsing [x]       [ ]", "1S 2D"),
        ("           daklozen   woningsplitsing\nRonde 1      ( )           ( )\nRonde 3      (x)           ( )", "3D"),
    ],
)  # fmt: skip
def test_a_table_of_rounds_chooses_what_is_ticked_or_comes_first(table: str, chosen: str) -> None:
    assert choices_of(MINE.format(table)) == {"Karin Visser": chosen}


def test_columns_are_of_those_who_head_them() -> None:
    mail = "Joost Smit en ik komen graag.\n\n{}\n\nKarin Visser"
    spaced = "          Joost      Karin\nRonde 1   daklozen   woningsplitsing\nRonde 2   -          daklozen"
    table = rows(("Ronde", "Joost", "Karin"), ("1", D, S), ("2", "-", D))

    for columns in (spaced, table):
        assert choices_of(mail.format(columns)) == {"Joost Smit": "1D", "Karin Visser": "1S 2D"}


def test_a_list_of_rounds_in_a_letter_about_several_is_nobodys_by_itself() -> None:
    mail = f"Joost Smit en ik komen graag.\n\n{rows(('Ronde', 'Workshop'), ('1', D), ('2', S))}\n\nKarin Visser"

    assert "unclear_workshop" in reasons(mail)


def test_a_row_of_people_points_at_another_row_and_has_a_first_choice() -> None:
    wishes = rows(("Naam", "Eerste keus", "Reserve"), ("Joost Smit", f"{D} (ronde 1)", S), ("Els Bakker", S, "-"))
    pointing = rows(("Naam", "Ronde 1", "Ronde 2"), ("Joost Smit", D, S), ("Els Bakker", S, "zie Joost"))
    by_round = rows(
        ("Naam", "Ronde", "Workshop"), ("Joost Smit", "1", D), ("Joost Smit", "2", S), ("Els Bakker", "1", S)
    )

    assert choices_of(f"Graag inschrijven:\n\n{wishes}") == {"Joost Smit": "1D", "Els Bakker": "0S"}
    assert choices_of(f"Graag inschrijven:\n\n{pointing}") == {"Joost Smit": "1D 2S", "Els Bakker": "1S 2S"}
    assert choices_of(f"Graag inschrijven:\n\n{by_round}") == {"Joost Smit": "1D 2S", "Els Bakker": "1S"}


def test_boxes_of_something_else_choose_no_workshop() -> None:
    mail = MINE.format("            ja     nee\nLunch       [x]    [ ]\nParkeren    [ ]    [x]\n\nRonde 1: daklozen")

    assert {name: request.workshops for name, request in people(mail).items()}.keys() == {"Karin Visser"}
    assert choices_of(mail) == {"Karin Visser": "1D"}


@pytest.mark.parametrize(
    "table",
    [
        f"11:00 uur  {D}\n11:00 uur  {S}\n13:00 uur  {D}",
        f"Ronde 1: {D} / {S}",
        f"In ronde 1 ga ik naar {D}/{S}.",
    ],
)
def test_two_at_one_hour_wait(table: str) -> None:
    assert reasons(MINE.format(table)) == ("two_workshops_one_round",)
