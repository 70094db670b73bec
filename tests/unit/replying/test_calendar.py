"""The calendar item, read back as a calendar program would."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from mailbot.replying.calendar import calendar_text, method
from mailbot.replying.values import single_line

from .conftest import AMSTERDAM, NOW, PLATFORM, an_entry, an_event, at


def text_of(entry, language="nl", name=PLATFORM.name):
    return calendar_text(entry, PLATFORM.address, name, language, NOW)


def item_of(text):
    calendar = Calendar.from_ical(text)
    [item] = calendar.walk("VEVENT")
    assert item.errors == []
    return calendar, item


def test_one_event_is_published_with_all_that_a_guest_needs_and_no_guest_in_it():
    calendar, item = item_of(text_of(an_entry(sequence=3)))

    assert {name: str(calendar[name]) for name in ("VERSION", "PRODID", "METHOD")} == {
        "VERSION": "2.0",
        "PRODID": "-//mailbot//mailbot//NL",
        "METHOD": "PUBLISH",
    }
    times = ("DTSTAMP", "DTSTART", "DTEND")
    assert {name: item.decoded(name) if name in times else str(item[name]) for name in item} == {
        "UID": "3f1c@mailbot",
        "SEQUENCE": "3",
        "DTSTAMP": datetime(2023, 2, 14, 8, 12, tzinfo=UTC),
        "SUMMARY": "Gemeenten en de strijd tegen discriminatie",
        "DTSTART": at(10),
        "DTEND": at(16, 30),
        "LOCATION": "Koninklijke Jaarbeurs, Jaarbeursplein 6, 3521 AL Utrecht",
        "DESCRIPTION": (
            "De inloop begint om 9.30 uur.\nWijzigen of afmelden? Beantwoord de mail waar deze afspraak bij zat."
        ),
        "URL": "https://www.platform.example/30-maart?a=1&b=2",
        "STATUS": "CONFIRMED",
        "TRANSP": "OPAQUE",
        "ORGANIZER": "mailto:platform@minbzk.example",
    }
    assert item["ORGANIZER"].params == {"CN": "Platform Gemeenten"}


def test_a_cancellation_takes_back_the_same_item():
    entry = an_entry(sequence=4, cancel=True)

    calendar, item = item_of(text_of(entry))

    assert method(entry) == str(calendar["METHOD"]) == "CANCEL"
    assert (str(item["UID"]), item["SEQUENCE"], str(item["STATUS"])) == ("3f1c@mailbot", 4, "CANCELLED")


def test_the_time_zone_comes_along_with_summer_time_as_it_is_that_year():
    summer = replace(an_event(), starts=at(10, day=20, month=6), ends=at(12, day=20, month=6))
    winter = replace(an_event(), starts=at(10, day=9, month=1), ends=at(12, day=9, month=1))

    for event, offset in ((summer, 2), (winter, 1)):
        calendar, item = item_of(text_of(an_entry(event=event)))
        [zone] = calendar.walk("VTIMEZONE")
        start = event.starts.replace(tzinfo=zone.to_tz())

        assert item["DTSTART"].params["TZID"] == str(zone["TZID"]) == "Europe/Amsterdam"
        assert start.utcoffset().total_seconds() == offset * 3600


def test_what_is_made_once_for_an_event_is_right_for_everybody():
    first, second = an_entry(uid="a@mailbot", sequence=0), an_entry(uid="b" * 200 + "@mailbot", sequence=12)

    items = [item_of(text_of(entry))[1] for entry in (first, second, first)]

    assert [(str(item["UID"]), item["SEQUENCE"]) for item in items] == [
        ("a@mailbot", 0),
        ("b" * 200 + "@mailbot", 12),
        ("a@mailbot", 0),
    ]


def test_lines_are_folded_at_75_octets_and_end_in_crlf():
    text = text_of(an_entry(uid="ü" * 90, event=replace(an_event(), title="é" * 200)))

    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert text.replace("\r\n", "").count("\n") == 0
    assert text.endswith("END:VCALENDAR\r\n")


def test_english_attendees_get_an_english_description():
    _, item = item_of(text_of(an_entry(), "en"))

    assert str(item["DESCRIPTION"]) == (
        "Doors open at 9:30.\nTo change or cancel, answer the mail that this came with."
    )


def test_doors_that_open_the_day_before_are_told_with_their_date():
    _, item = item_of(text_of(an_entry(event=replace(an_event(), doors=at(18, day=29)))))

    assert str(item["DESCRIPTION"]).split("\n")[0] == "De inloop begint op woensdag 29 maart 2023 om 18.00 uur."


@pytest.mark.parametrize("zone", [UTC, AMSTERDAM])
def test_events_in_other_zones_keep_their_moment(zone):
    event = replace(an_event(), starts=at(10).astimezone(zone), ends=at(16).astimezone(zone), doors=None)

    _, item = item_of(text_of(an_entry(event=event)))

    assert item.decoded("DTSTART") == at(10)


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_no_text_can_add_a_property(title, location, uid):
    event = replace(an_event(), title=title, location=location, url=None)

    calendar, item = item_of(text_of(an_entry(event=event, uid=f"{uid}x"), name=title))

    assert sorted(calendar) == ["METHOD", "PRODID", "VERSION"]
    assert sorted(item) == [
        "DESCRIPTION", "DTEND", "DTSTAMP", "DTSTART", "LOCATION", "ORGANIZER",
        "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "UID",
    ]  # fmt: skip
    assert (str(item["SUMMARY"]), str(item["UID"])) == (single_line(title), single_line(f"{uid}x"))
