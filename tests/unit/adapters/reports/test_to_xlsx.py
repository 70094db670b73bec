"""The workbook, opened by another program (openpyxl)."""

import io
from dataclasses import replace
from datetime import datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from mailbot.adapters.reports import render
from mailbot.domain.event import Choice
from mailbot.domain.report import Report
from tests.unit.adapters.reports.invented import (
    BRAM,
    EMPTY,
    EVENT,
    FEMKE,
    LECTURE,
    MALLORY,
    MARLOES,
    REPORT,
    ZOE,
    ZONE,
    event_report,
    open_mail,
    person,
    with_people,
)


def test_one_event_has_its_sheets_without_its_name_before_them():
    assert opened(with_people(FEMKE)).sheetnames == [
        "Aanmeldingen",
        "Ronde 1",
        "Ronde 2",
        "Wachtlijst",
        "Behoeften",
        "Plaatsen",
        "Na te kijken",
    ]


def test_several_events_have_a_set_of_sheets_each():
    assert opened(REPORT).sheetnames == [
        "discriminatie-2023 Aanmeldingen",
        "discriminatie-2023 Ronde 1",
        "discriminatie-2023 Ronde 2",
        "discriminatie-2023 Wachtlijst",
        "discriminatie-2023 Behoeften",
        "discriminatie-2023 Plaatsen",
        "mensenrechten-2023 Aanmeldingen",
        "mensenrechten-2023 Wachtlijst",
        "mensenrechten-2023 Behoeften",
        "mensenrechten-2023 Plaatsen",
        "Na te kijken",
    ]


@given(st.lists(st.from_regex(r"[a-c][a-c-]{0,40}", fullmatch=True), min_size=2, max_size=12, unique=True))
@settings(max_examples=25)
def test_names_of_sheets_are_short_enough_and_never_twice(slugs: list[str]):
    report = Report(EMPTY.made, tuple(event_report(replace(LECTURE, slug=slug)) for slug in slugs))

    names = opened(report).sheetnames

    assert len({name.casefold() for name in names}) == len(names) == 4 * len(slugs) + 1
    assert max(map(len, names)) <= 31


def test_registrations_hold_everything_with_dates_as_dates():
    assert rows(opened(with_people(FEMKE, MARLOES))["Aanmeldingen"]) == [
        (
            *("Nummer", "Status", "Plaats op wachtlijst", "Naam", "Organisatie", "Functie", "E-mail", "Telefoon"),
            *("Ronde 1", "Ronde 2", "Nog gewenst", "Dieet", "Toegankelijkheid", "Aangemeld door", "Ontvangen"),
        ),
        (
            *("REF0001", "komt", None, "Femke Nijland", "Gemeente Raalte", "beleidsmedewerker"),
            *("deelnemer1@voorbeeld.nl", "06-12345678", "Lokaal antidiscriminatiebeleid, hoe doe je dat?"),
            *("Vooroordelen Voorbij", None, "vegetarisch", None, "deelnemer1@voorbeeld.nl"),
            datetime.fromisoformat("2023-02-14T09:12:01"),
        ),
        (
            *("REF0005", "wachtlijst", 1, "Marloes te Riele", "Gemeente Lochem", None, None, None, None, None),
            "ronde 1: Vooroordelen Voorbij; Lokaal antidiscriminatiebeleid, hoe doe je dat?",
            *(None, None, "secretariaat@voorbeeld.nl", datetime.fromisoformat("2023-02-15T13:00")),
        ),
    ]


def test_a_round_tells_who_sits_in_which_workshop():
    late = person(8, "aart Aalders", workshops=(Choice(1, "vooroordelen"),))

    assert [row[:2] for row in rows(opened(with_people(ZOE, FEMKE, late, BRAM))["Ronde 1"])] == [
        ("Workshop", "Naam"),
        ("Lokaal antidiscriminatiebeleid, hoe doe je dat?", "Femke Nijland"),
        ("Vooroordelen Voorbij", "aart Aalders"),
        ("Vooroordelen Voorbij", "Zoë van der Sluis-Dijkstra"),
    ]


def test_a_seat_in_a_workshop_that_the_configuration_dropped_is_still_told():
    shrunk = replace(EVENT, rounds=EVENT.rounds[:1], workshops=EVENT.workshops[:1])
    report = Report(EMPTY.made, (replace(event_report(EVENT, FEMKE), event=shrunk),))

    assert [row[:2] for row in rows(opened(report)["Ronde 2"])] == [
        ("Workshop", "Naam"),
        ("vooroordelen", "Femke Nijland"),
    ]


def test_the_waiting_list_stands_in_its_order():
    assert [row[:3] for row in rows(opened(with_people(MARLOES, FEMKE, BRAM))["Wachtlijst"])] == [
        ("Plaats", "Nummer", "Naam"),
        (1, "REF0006", "Bram Wassink"),
        (2, "REF0005", "Marloes te Riele"),
    ]


def test_needs_are_counts_without_names_of_those_who_come():
    waiting = replace(BRAM, diet="notenallergie")

    assert rows(opened(with_people(FEMKE, ZOE, waiting))["Behoeften"]) == [
        ("Soort", "Wens", "Aantal mensen"),
        ("Dieet", "vegetarisch", 2),
        ("Toegankelijkheid", "ringleiding", 1),
    ]


def test_what_a_person_must_look_at_is_one_sheet():
    assert [(row[0], row[1], row[5]) for row in rows(opened(REPORT)["Na te kijken"])] == [
        ("Soort", "Mail", "Waarom"),
        ("Na te kijken", 12, "De mail meldt mensen aan zonder hun naam te noemen."),
        (
            "Na te kijken",
            13,
            "De afzender wil iets veranderen aan een aanmelding die iemand anders heeft gedaan. "
            "De bijeenkomst is al geweest.",
        ),
        ("Aangemeld, met een vraag", 14, None),
        (
            "Niet gelukt te verwerken",
            15,
            "Bij het verwerken van de mail ging iets mis: KeyError in mailbot.reading.read:31.",
        ),
        ("Antwoord niet aangekomen", None, "550 no such user"),
    ]


def test_text_stays_text_whatever_it_begins_with():
    sheet = opened(with_people(MALLORY))["Aanmeldingen"]
    name, organisation, phone = sheet["D2"], sheet["E2"], sheet["H2"]

    assert [(c.value, c.data_type, c.quotePrefix) for c in (name, organisation, phone)] == [
        ('=HYPERLINK("http://kwaad.example","klik")', "s", True),
        ("<script>alert(1)</script>", "s", False),
        ("-2+3", "s", True),
    ]


@given(st.lists(st.text(max_size=30), min_size=5, max_size=5))
@settings(max_examples=50)
def test_no_cell_is_a_formula_or_a_link_whatever_people_write(texts: list[str]):
    name, organisation, role, diet, subject = (text or "x" for text in texts)
    report = with_people(person(1, name, organisation=organisation, role=f"={role}", diet=f"http://{diet}"))
    report = replace(report, review=(open_mail(1, "question", subject=f"=cmd|{subject}"),))

    cells = [cell for sheet in opened(report) for row in sheet.iter_rows() for cell in row]

    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []


def test_each_sheet_keeps_its_header_in_sight_and_has_a_filter():
    workbook = opened(REPORT)

    assert {sheet.freeze_panes for sheet in workbook} == {"A2"}
    assert workbook["discriminatie-2023 Aanmeldingen"].auto_filter.ref == "A1:O8"
    assert workbook["discriminatie-2023 Aanmeldingen"].column_dimensions["D"].width > 25


def opened(report: Any) -> Workbook:
    return load_workbook(io.BytesIO(render(report, "xlsx", ZONE)))


def rows(sheet: Worksheet) -> list[tuple[Any, ...]]:
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
