"""Double surnames that are written apart: "Els de Jong - Kuperus" looks like "Els de Jong - Tinten"."""

import pytest

from tests.unit.reading.housing import people, reasons

LIST = "Graag aanmelden:\n\n- Jelle Tamminga\n- {}\n\nGroet,\nKarin Visser"
TABLE = "Graag aanmelden:\n\nNaam | Functie\nJelle Tamminga | wethouder\n{} | jurist\n\nGroet,\nKarin Visser"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Anna Bos - Rietbroek", "Anna Bos-Rietbroek"),
        ("Anna Bos - van Zwieten, jurist", "Anna Bos-van Zwieten"),
        ("Anna Bos - Sytsema <anna.bos-sytsema@zeist.nl>", "Anna Bos-Sytsema"),
        ("Anna Bos - Sytsema (a.sytsema@zeist.nl)", "Anna Bos-Sytsema"),
        ("Anna Bos-Sytsema", "Anna Bos-Sytsema"),
    ],
)
def test_what_is_known_or_stands_in_the_address_is_half_of_the_name(line: str, name: str) -> None:
    assert name in people(LIST.format(line))
    assert reasons(LIST.format(line)) == ()


@pytest.mark.parametrize(
    "line", ["Anna Bos - Sytsema", "Anna Bos – Uwineza <a.bos@zeist.nl>", "Anna Bos - Uwineza, jurist"]
)
def test_of_a_word_that_nothing_explains_a_person_looks(line: str) -> None:
    assert reasons(LIST.format(line)) == ("unsure_name",)


@pytest.mark.parametrize(
    "line",
    [
        "Anna Bos - Inkoop",
        "Anna Bos - Humanitas",
        "Anna Bos - Leeuwarden",
        "Anna Bos - beleidsadviseur",
        "Anna Bos - Vegetarisch",
        "Anna Bos - VVD",
        "Anna Bos - Zuid",
        "Anna Bos - Sociaal Domein",
        "Anna Bos - Bindkracht <a.bos@bindkracht.nl>",
    ],
)
def test_what_else_stands_behind_a_dash_is_no_part_of_the_name(line: str) -> None:
    assert "Anna Bos" in people(LIST.format(line))
    assert reasons(LIST.format(line)) == ()


def test_where_the_next_line_has_a_house_there_it_is_one() -> None:
    lines = "Anna Bos - Uwineza, jurist\n- Wim Kok - Humanitas, adviseur"

    assert people(LIST.format(lines))["Anna Bos"].organisation == "Uwineza"
    assert reasons(LIST.format(lines)) == ()


@pytest.mark.parametrize("said", ["Anna Bos - Sytsema", "Anna Bos – Sytsema", "Anna Bos -Kaya", "Bos - Sytsema, Anna"])
def test_a_cell_for_names_holds_no_house(said: str) -> None:
    found = people(TABLE.format(said))

    assert any(str(name).startswith("Anna Bos-") for name in found)


@pytest.mark.parametrize("header", ["Anna Bos - Sytsema <a.bos@zeist.nl>", "Anna Bos <a.bos@zeist.nl>"])
def test_the_writers_name_waits_as_well(header: str) -> None:
    assert reasons("Ik kom graag.\n\nGroet,\nAnna Bos - Sytsema\njurist", header) == ("unsure_name",)


def test_signed_with_a_hyphen_a_header_is_explained() -> None:
    assert reasons("Ik kom graag.\n\nGroet,\nAnna Bos-Sytsema", "Anna Bos - Sytsema <a.bos@zeist.nl>") == ()
