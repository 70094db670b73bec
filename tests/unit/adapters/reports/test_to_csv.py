"""The registrations for other programs, and nothing in them that a spreadsheet would run."""

import csv
import io
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mailbot.adapters.reports import render
from mailbot.adapters.reports.safe import FORMULA_MARKS, one_line
from tests.unit.adapters.reports.invented import EMPTY, FEMKE, MALLORY, MARLOES, ZOE, ZONE, person, with_people

COLUMNS = (
    "event reference name email organisation role phone status position round_1 round_2 diet access received wishes"
    " booked_by"
).split()

# What strangers write: anything, and what attackers write more often than chance would.
written = st.text() | st.text(st.sampled_from("=+-@|%\t\r\n;,\"' 1A＝\u202e\x00"), max_size=12)


def test_each_registration_is_a_row_under_the_names_of_the_json_report():
    rows = read(with_people(FEMKE, MARLOES))

    assert rows == [
        COLUMNS,
        [
            *("discriminatie-2023", "REF0001", "Femke Nijland", "deelnemer1@voorbeeld.nl", "Gemeente Raalte"),
            *("beleidsmedewerker", "06-12345678", "confirmed", "", "lokaal-beleid", "vooroordelen"),
            *("vegetarisch", "", "2023-02-14T09:12:01+01:00", "", "deelnemer1@voorbeeld.nl"),
        ],
        [
            *("discriminatie-2023", "REF0005", "Marloes te Riele", "", "Gemeente Lochem", "", "", "waitlisted", "1"),
            *("", "", "", "", "2023-02-15T13:00:00+01:00"),
            *("1:vooroordelen lokaal-beleid", "secretariaat@voorbeeld.nl"),
        ],
    ]


def test_excel_is_told_that_the_file_is_utf_8():
    data = render(with_people(ZOE), "csv", ZONE)

    assert data.startswith(b"\xef\xbb\xbf")
    assert "Zoë van der Sluis-Dijkstra" in data.decode("utf-8-sig")


def test_an_event_without_rounds_has_no_columns_for_them():
    assert read(EMPTY) == [[name for name in COLUMNS if not name.startswith("round")]]


def test_a_formula_is_disarmed_by_an_apostrophe():
    name, organisation, role, phone, diet = cells(MALLORY, "name", "organisation", "role", "phone", "diet")

    assert name == """'=HYPERLINK("http://kwaad.example","klik")"""
    assert organisation == "<script>alert(1)</script>"
    assert role == "'@SUM(1)"
    assert phone == "'-2+3"
    assert diet == "glutenvrij;'=1+1"  # Dutch Excel begins a new cell at the semicolon


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("+31 6 30 55 12 87", "(+31) 6 30 55 12 87"),
        ("+31612345678", "(+31) 612345678"),
        ("+31 (0)6-12345678", "(+31) (0)6-12345678"),
        ("+49 151 23456789", "(+49) 151 23456789"),
        ("06-12345678", "06-12345678"),
        ("+31 6 1234+5678", "'+31 6 1234+5678"),
        ("+1+1", "'+1+1"),
        ("+999999999999", "'+999999999999"),
    ],
)
def test_a_phone_number_stays_dialable(written: str, shown: str):
    assert cells(person(1, "Femke Nijland", phone=written), "phone") == [shown]


@given(name=written, organisation=written, role=written, diet=written)
@example(name="=1+1", organisation="a;=1+1", role='"=1+1', diet="\t=1+1")
@example(name="a\n=1+1", organisation="\u200b=1+1", role='x";"=1', diet="＝1+1")
def test_no_cell_begins_a_formula_whatever_separator_the_spreadsheet_expects(
    name: str, organisation: str, role: str, diet: str
):
    data = text(with_people(person(1, name, organisation=organisation, role=role, diet=diet)))

    for separator in ",;\t":
        for row in csv.reader(io.StringIO(data, newline=""), delimiter=separator):
            assert [cell for cell in row if cell.lstrip(' "').startswith(tuple(FORMULA_MARKS))] == []


@given(name=written, organisation=written, role=written, diet=written)
def test_what_was_written_is_read_back_the_same_but_for_newlines_and_apostrophes(
    name: str, organisation: str, role: str, diet: str
):
    values = {"name": name, "organisation": organisation, "role": role, "diet": diet}

    header, *rows = read(with_people(person(1, **values)))

    assert header == COLUMNS
    assert len(rows) == 1
    found = dict(zip(header, rows[0], strict=True))
    assert {k: bare(found[k]) for k in values} == {k: bare(one_line(v)) for k, v in values.items()}


@given(st.text(st.characters(categories=["L", "N", "Zs"], include_characters="'\"&().:!?<>#")))
def test_ordinary_text_comes_through_untouched(name: str):
    assert cells(person(1, name), "name") == [one_line(name)]


def bare(text: str) -> str:
    return text.replace("'", "")


def cells(registration: Any, *columns: str) -> list[str]:
    header, row = read(with_people(registration))
    return [dict(zip(header, row, strict=True))[column] for column in columns]


def read(report: Any) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text(report), newline="")))


def text(report: Any) -> str:
    return render(report, "csv", ZONE).decode("utf-8-sig")
