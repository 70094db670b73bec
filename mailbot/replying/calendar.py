"""The calendar item of a reply (RFC 5545): one event, published to whoever comes or taken back from whoever doesn't.

METHOD PUBLISH, not REQUEST: nobody is asked to accept, no answer comes back into the mailbox, and no attendee's name
stands in it. Making one with icalendar takes longer than all the rest of a reply, so it is made once; what differs
from mail to mail (UID, SEQUENCE, DTSTAMP) are lines of their own, written in afterwards.
"""

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from icalendar import Calendar, vCalAddress, vText
from icalendar import Event as CalendarItem
from icalendar.parser import Contentline, Parameters

from mailbot.domain.answer import CalendarEntry
from mailbot.domain.event import Event
from mailbot.replying.values import single_line
from mailbot.replying.words import moment_in_words, time_in_words

PRODUCT = "-//mailbot//mailbot//NL"

# The lines to be replaced. Whole lines, so nothing that a title says can be taken for one: within a property a line
# begins with its name, and a folded line with a space (RFC 5545, 3.1).
UID, SEQUENCE, STAMP = "UID:@uid@", "SEQUENCE:0", "DTSTAMP:19700101T000000Z"

# One of ours: nothing to escape in it, and no line to fold.
PLAIN_UID = re.compile(r"[A-Za-z0-9@.-]{1,60}")

DOORS = {"nl": "De inloop begint {}.", "en": "Doors open {}."}
CHANGES = {
    "nl": "Wijzigen of afmelden? Beantwoord de mail waar deze afspraak bij zat.",
    "en": "To change or cancel, answer the mail that this came with.",
}


def method(entry: CalendarEntry) -> str:
    """The METHOD of the calendar (RFC 5546, 1.4), which the part's content type repeats (RFC 6047, 2.4)."""
    return "CANCEL" if entry.cancel else "PUBLISH"


def calendar_text(entry: CalendarEntry, address: str, name: str, language: str, when: datetime) -> str:
    """The iCalendar text with CRLF line ends. `address` and `name`: the platform's, its organizer; `when`: aware."""
    lines, at = _lines(entry.event, method(entry), address, name, language)
    lines = lines.copy()
    lines[at[UID]] = f"UID:{entry.uid}" if PLAIN_UID.fullmatch(entry.uid) else _uid_line(entry.uid)
    lines[at[SEQUENCE]] = f"SEQUENCE:{entry.sequence}"
    lines[at[STAMP]] = _stamp_line(when)
    return "\r\n".join(lines)


@lru_cache(maxsize=16)  # replies of one batch are made at one moment
def _stamp_line(when: datetime) -> str:
    return when.astimezone(UTC).strftime("DTSTAMP:%Y%m%dT%H%M%SZ")


def _uid_line(uid: str) -> str:
    line: bytes = Contentline.from_parts("UID", Parameters(), vText(single_line(uid))).to_ical()
    return line.decode()


@lru_cache(maxsize=256)
def _lines(event: Event, method: str, address: str, name: str, language: str) -> tuple[list[str], dict[str, int]]:
    """The lines of such a calendar, and where among them those to be replaced stand."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("method", method)
    calendar.add_component(_item(event, method, address, name, language))
    # a year around the event is all that anybody needs; without bounds it would be seventy, 4 KB in every mail
    year = timedelta(days=366)
    calendar.add_missing_timezones(first_date=(event.starts - year).date(), last_date=(event.ends + year).date())
    lines = calendar.to_ical().decode().split("\r\n")
    assert all(lines.count(line) == 1 for line in (UID, SEQUENCE, STAMP))
    return lines, {line: lines.index(line) for line in (UID, SEQUENCE, STAMP)}


def _item(event: Event, method: str, address: str, name: str, language: str) -> CalendarItem:
    item = CalendarItem()
    item.add("uid", UID.partition(":")[2])
    item.add("sequence", 0)
    item.add("dtstamp", datetime(1970, 1, 1, tzinfo=UTC))
    item.add("summary", single_line(event.title))
    item.add("dtstart", event.starts)
    item.add("dtend", event.ends)
    item.add("location", single_line(event.location))
    item.add("description", _description(event, language))
    if event.url:
        item.add("url", single_line(event.url))
    item.add("status", "CANCELLED" if method == "CANCEL" else "CONFIRMED")
    item.add("transp", "OPAQUE")  # the time is taken: colleagues who plan a meeting should see it
    organizer = vCalAddress(f"mailto:{single_line(address)}")
    if name:
        organizer.params["CN"] = vText(single_line(name))
    item["organizer"] = organizer
    return item


def _description(event: Event, language: str) -> str:
    doors = [DOORS[language].format(_doors(event.doors, event, language))] if event.doors else []
    return "\n".join([*doors, CHANGES[language]])


def _doors(doors: datetime, event: Event, language: str) -> str:
    if doors.date() != event.starts.date():
        return f"{'op' if language == 'nl' else 'on'} {moment_in_words(doors, language)}"
    time = time_in_words(doors, language)
    return f"om {time} uur" if language == "nl" else f"at {time}"
