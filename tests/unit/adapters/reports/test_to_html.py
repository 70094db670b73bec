"""The page, as a browser and a screen reader take it apart."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from mailbot.adapters.reports import render
from mailbot.adapters.reports.safe import one_line
from mailbot.adapters.reports.to_html import share
from mailbot.domain.ledger import Pool
from mailbot.domain.message import MessageStatus
from mailbot.domain.report import PoolCount
from tests.unit.adapters.reports.invented import (
    BRAM,
    EMPTY,
    EVENT,
    FEMKE,
    MARLOES,
    REPORT,
    ZONE,
    event_report,
    person,
    with_people,
)


def test_the_page_is_dutch_and_loads_nothing():
    page = opened(REPORT)

    assert page.css_first("html").attributes["lang"] == "nl"
    assert page.css("script, link, img, iframe, object, embed, form, base, [src], [onclick]") == []
    assert {a.attributes["href"][0] for a in page.css("a")} == {"#"}
    assert "default-src 'none'" in page.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]


def test_seats_are_told_in_words_beside_each_bar():
    rows = opened(REPORT).css("table.seats")[0].css("tbody tr")

    assert [[texts(row, "th"), texts(row, "td.number")] for row in rows] == [
        [["Bijeenkomst"], ["3 van 3", "vol"]],
        [["1A Ronde 1: Lokaal antidiscriminatiebeleid, hoe doe je dat?"], ["1 van 3", "2"]],
        [["1B Ronde 1: Vooroordelen Voorbij"], ["2 van 2", "vol"]],
        [["2A Ronde 2: Lokaal antidiscriminatiebeleid, hoe doe je dat?"], ["0 van 3", "3"]],
        [["2B Ronde 2: Vooroordelen Voorbij"], ["1 van 2", "1"]],
    ]
    assert [float(bar.attributes["width"]) for bar in opened(REPORT).css("table.seats")[0].css("rect.taken")] == [
        *(100.0, 33.3, 100.0, 0.0, 50.0)
    ]


def test_registrations_stand_in_a_table_with_headings():
    table = opened(with_people(FEMKE, MARLOES, BRAM)).css_first("table.people")

    assert texts(table, "caption") == ["Aanmeldingen in volgorde: 1 komt, 2 op de wachtlijst"]
    assert texts(table, "thead th") == [
        *("Naam", "Status", "Organisatie en functie", "Bereikbaar via", "Workshops"),
        *("Dieet en toegankelijkheid", "Ontvangen"),
    ]
    assert [texts(row, "th, td") for row in table.css("tbody tr")] == [
        [
            *("Femke Nijland REF0001", "komt", "Gemeente Raalte beleidsmedewerker"),
            "deelnemer1@voorbeeld.nl 06-12345678",
            "1A Lokaal antidiscriminatiebeleid, hoe doe je dat? 2B Vooroordelen Voorbij",
            *("vegetarisch", "14-02-2023 09:12"),
        ],
        [
            *("Marloes te Riele REF0005", "wachtlijst (plaats 2)", "Gemeente Lochem", "secretariaat@voorbeeld.nl"),
            *("", "", "15-02-2023 13:00"),
        ],
        [
            *("Bram Wassink REF0006", "wachtlijst (plaats 1)", "", "deelnemer6@voorbeeld.nl"),
            *("", "", "14-02-2023 09:12"),
        ],
    ]


def test_the_waiting_list_stands_in_its_order_with_what_each_would_like():
    page = opened(with_people(MARLOES, BRAM))

    assert texts(page.css_first("section.event > ol"), "li") == [
        "Bram Wassink, deelnemer6@voorbeeld.nl (14-02-2023 09:12)",
        "Marloes te Riele, Gemeente Lochem, secretariaat@voorbeeld.nl (15-02-2023 13:00) "
        "wil graag: ronde 1: Vooroordelen Voorbij; Lokaal antidiscriminatiebeleid, hoe doe je dat?",
    ]


def test_a_mail_that_waits_says_why_in_sentences():
    waiting = opened(REPORT).css("ol.mails")[0]

    assert texts(waiting, "ol > li") == [
        "Re: 30 maart van secretariaat@voorbeeld.nl, 20-02-2023 10:00 (mail 12) "
        "De mail meldt mensen aan zonder hun naam te noemen.",
        "[31m<b>vet</b> van secretariaat@voorbeeld.nl, 20-02-2023 10:00 (mail 13) "
        "De afzender wil iets veranderen aan een aanmelding die iemand anders heeft gedaan. "
        "De bijeenkomst is al geweest.",
    ]


def test_questions_failures_and_undelivered_replies_are_shown():
    headings = texts(opened(REPORT), "h3")

    assert headings[-3:] == [
        "Aangemeld, met een vraag erbij (1)",
        "Niet gelukt te verwerken (1)",
        "Antwoorden die niet aankwamen (1)",
    ]
    assert "550 no such user" in texts(opened(REPORT), "ul.mails > li")[0]


def test_every_status_of_a_mail_has_its_words():
    report = replace(EMPTY, mails={str(status): 1 for status in MessageStatus})

    assert [t for t in texts(opened(report), "dt") if t.removeprefix("Mails, ") in set(MessageStatus)] == []


@given(st.text(), st.text(min_size=1), st.text())
@settings(max_examples=50)
def test_what_strangers_write_is_shown_and_never_becomes_markup(name: str, organisation: str, diet: str):
    quiet = tags(render(with_people(person(1, "n", organisation="o", diet="d")), "html", ZONE))
    loud = person(1, f'<b>"{name}', organisation=f"</td>{organisation}", diet=f"{diet}<script>&")

    data = render(with_people(loud), "html", ZONE)

    assert tags(data) == quiet
    shown = texts(LexborHTMLParser(data.decode()).css_first("table.people tbody tr"), "th, td")
    assert (shown[0], shown[2], shown[5]) == (
        one_line(f'<b>"{name} REF0001'),
        one_line(f"</td>{organisation}"),
        one_line(f"{diet}<script>&"),
    )


@pytest.mark.parametrize("slug", ["mails", "na-te-kijken"])
def test_every_link_and_label_leads_to_the_one_place_that_it_names(slug: str):
    page = opened(replace(REPORT, events=(event_report(replace(EVENT, slug=slug)), *REPORT.events)))

    ids = Counter(node.attributes["id"] for node in page.css("[id]"))
    named = [a.attributes["href"].removeprefix("#") for a in page.css("a")]
    labels = [node.attributes["aria-labelledby"] for node in page.css("[aria-labelledby]")]
    named += [name for label in labels for name in label.split()]
    assert [name for name in named if ids[name] != 1] == []
    assert len(labels) == len(set(labels))  # a screen reader lists regions by their labels


def test_a_bar_never_leaves_its_frame():
    full = Pool("x")

    assert [share(PoolCount(full, *seats)) for seats in ((150, 12), (3, 5), (0, 0), (0, 1))] == [8.0, 100.0, 0.0, 100.0]


def opened(report: Any) -> LexborHTMLParser:
    return LexborHTMLParser(render(report, "html", ZONE).decode())


def texts(node: Any, selector: str) -> list[str]:
    return [
        " ".join(found.text(separator=" ").split()).replace(" ,", ",").replace(" ;", ";")
        for found in node.css(selector)
    ]


def tags(data: bytes) -> Counter[str]:
    return Counter(node.tag for node in LexborHTMLParser(data.decode()).root.traverse())
