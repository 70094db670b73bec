"""The dates that a text names, in every spelling people use, as far as the text says: never more.

"30 maart" is a day without a year, "de 30e" a day without its month, "donderdag over twee weken" one exact day,
"eind juni" ten days. What a date means is judged from the day on which the mail was written, never from the clock.
How the spellings look is date_spellings.py's; which event lies on a date is for events.py to say.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from mailbot.reading.events.date_spellings import (
    ORDINAL_FIGURE,
    days_from_today,
    month_of,
    number,
    number_keys,
    spellings,
    weekday_of,
)
from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import fold
from mailbot.reading.text.lookup import vocabulary
from mailbot.reading.text.room import in_order

# A date without its year is of this stretch around the day of the mail: nobody calls last spring's meeting "30 maart".
BACK, AHEAD = timedelta(days=60), timedelta(days=330)
WEEK, SIX_DAYS = timedelta(days=7), timedelta(days=6)
PARTS = {"begin": (1, 12), "middle": (9, 22), "end": (18, 31)}  # of a month: first and last day, generously
LONGEST_WEEKDAY = 30  # characters: "donderdagmiddag, de "
AROUND_MONTH = 40  # characters of a date before its month, and from there on: "eenentwintigste van ", "februari '23"
GONE = re.compile(r"\b(?:vorig|afgelopen|verleden|vorige|last|previous)\s(?:(?:jaar|year)\s)?(?:(?:in|begin|eind)\s)?$")
LONGEST_GONE = 24  # characters
NUMBERED = frozenset({"day", "listed", "ordinal"})  # precisions
DIGIT = re.compile(r"\d")
SIX_MORE = re.compile(r"(?![ .-]?20\d\d\b)(?:[ .-]?\d){6}(?![ .-]?\d)")  # figures of a mobile number; no year
LONGEST_DAY = 16  # characters: "11th and on the "
AND = r"(?:,?\s(?:en|and|und|et)\s|\s?[&+/]\s?)"
DAY_BEFORE = re.compile(rf"(?<![\w.,:/-])(?P<day>\d\d?)(?:e|st|nd|rd|th)?{AND}(?:(?:op|on)\s)?(?:(?:de|the)\s)?$")
DAY_LISTED = re.compile(r"(?<![\w.,:/-])(?P<day>\d\d?)(?:e|st|nd|rd|th)?,\s(?:(?:de|the)\s)?$")
DAY_BEHIND = re.compile(rf"{AND}(?:(?:op|on)\s)?(?:the\s)?(?P<day>\d\d?)(?:st|nd|rd|th)?(?![\w:/-]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text at [start, end): what is known of it, None where the text doesn't say.

    `since`, `until`: the first and the last day that it can be. `weekday` 1 (Monday) to 7 as in ISO 8601.
    `precision`: "day" (day and month), "listed" (one beside it: "11 en 12 mei"), "ordinal" (only
    "the 30th"), "weekday" (one to come), "month".
    """

    start: int
    end: int
    precision: str
    since: date
    until: date
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def is_numbered(self) -> bool:
        """Whether it tells its day by number, "30 maart", "de 30e", and not only a weekday or a month."""
        return self.precision in NUMBERED

    def fits(self, day: date) -> bool:
        """Whether it can be that day; a weekday beside a full date may be mistaken, and doesn't count."""
        return (
            self.since <= day <= self.until
            and self.month in (None, day.month)
            and self.day in (None, day.day)
            and (self.precision != "weekday" or self.weekday in (None, day.isoweekday()))
        )


def dates(text: str, sent: date, start: int = 0, end: int | None = None) -> tuple[DateMention, ...]:
    """The dates named in text[start:end], in order, none inside another. `sent` is the day of the mail."""
    return _dates(fold(text), sent, start, len(text) if end is None else end)


@lru_cache(maxsize=16)  # a letter's are asked for to find events, and again to find days on which somebody is away
def _dates(folded: str, sent: date, start: int, end: int) -> tuple[DateMention, ...]:
    if _date_keys().isdisjoint(vocabulary(folded)) and not DIGIT.search(folded, start, end):
        return ()
    sent = min(max(sent, date(1990, 1, 1)), date(2200, 1, 1))  # a Date header may claim any year; arithmetic can't
    finders = (_full_dates, _weekdays, _days_ahead, _months, _ordinal_days)  # the fuller spelling goes first
    return tuple(in_order(mention for find in finders for mention in find(folded, sent, start, end)))


@cache
def _date_keys() -> frozenset[str]:
    """Words of which a text that names a date without a figure has one."""
    return spellings().month.keys | spellings().weekday.keys | spellings().ahead.keys | number_keys()


def _full_dates(text: str, sent: date, start: int, end: int) -> Iterator[DateMention]:
    """A day with its month: "donderdag 30 maart 2023", "30-03-'23", "30/3", "March 30th", "2023-03-30"."""
    in_digits = DIGIT.search(text, start, end) is not None
    found = [p.finditer(text, start, end) for p in (spellings().iso, spellings().numeric)] if in_digits else []
    if not spellings().month.keys.isdisjoint(vocabulary(text)):
        if not number_keys().isdisjoint(vocabulary(text)):
            found.append(_around_months(spellings().worded, text, start, end))
        elif in_digits:
            found.append(spellings().in_figures.finditer(text, start, end))
        if in_digits:
            found.append(_around_months(spellings().american, text, start, end))
    for matches in found:
        for match in matches:
            day, month = number(match["day"]), month_of(match["month"])
            if not 1 <= day <= 31 or not 1 <= month <= 12 or _is_decimal(text, match) or _is_dialled(text, match):
                continue
            since, until = _span(sent, match["year"])
            first, weekday = _weekday_before(text, match.start(), start)
            yield DateMention(first, match.end(), "day", since, until, month, day, weekday)
            if match["month"][0].isalpha():
                for beside in _days_beside(text, match, first, start, end):
                    if 1 <= int(beside["day"]) <= 31:
                        yield DateMention(*beside.span("day"), "listed", since, until, month, int(beside["day"]))


def _days_beside(text: str, match: re.Match[str], first: int, start: int, end: int) -> Iterator[re.Match[str]]:
    """Other days of the month of that date, which begins at `first`: "11 en 12 mei", "3, 10 en 24 mei", "May 11 and
    12"."""
    if match.start("month") < match.start("day"):
        beside = DAY_BEHIND.match(text, match.end(), end)
    else:
        beside = DAY_BEFORE.search(text, max(start, first - LONGEST_DAY), first)
    while beside:
        yield beside
        beside = DAY_LISTED.search(text, max(start, beside.start() - LONGEST_DAY), beside.start())


def _around_months(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of a pattern with a month in it: tried only around the words for months, which are found at once."""
    at = start
    for month in _places_of_months(text, start, end):
        first, last = max(at, month - AROUND_MONTH), min(end, month + AROUND_MONTH)
        match = pattern.search(text, first, last) if first <= month else None
        if match and match.start("month") == month:
            yield match
            at = match.end()


@lru_cache(maxsize=4)  # asked by three spellings, one after the other
def _places_of_months(text: str, start: int, end: int) -> list[int]:
    return [word.start() for word in spellings().month_word.finditer(text, start, end)]


def _is_decimal(text: str, match: re.Match[str]) -> bool:
    """Whether "18.4" is no day but a number: as a date it ends in a full stop ("18.4.") or a year."""
    return match.groupdict().get("dash") == "." and not match["year"] and text[match.end() : match.end() + 1] != "."


def _is_dialled(text: str, match: re.Match[str]) -> bool:
    """Whether "06-10" begins a mobile number, "06-10 99 43 27": not so "06-10 10.00 uur", "06-10-2023 14 uur"."""
    return match["day"] == "06" and SIX_MORE.match(text, match.end("month")) is not None


def _weekday_before(text: str, at: int, start: int) -> tuple[int, int | None]:
    """Where a date begins with the weekday before it, and which that is: "donderdag 30 maart", "do. 30-3"."""
    match = spellings().weekday_before.search(text, max(start, at - LONGEST_WEEKDAY), at)
    return (match.start(), weekday_of(match["weekday"])) if match else (at, None)


def _weekdays(text: str, sent: date, start: int, end: int) -> Iterator[DateMention]:
    """A weekday to come, counted from the mail's day: "a.s. donderdag", "volgende week donderdag"."""
    for match in spellings().weekday.finditer(text, start, end):
        since = _first_day(match, sent)
        weekday = weekday_of(match["weekday"])
        yield DateMention(match.start(), match.end(), "weekday", since, since + SIX_DAYS, weekday=weekday)


def _first_day(match: re.Match[str], sent: date) -> date:
    """The first of the seven days among which that weekday is sought."""
    if match["count"]:
        return _monday(sent) + number(match["count"]) * WEEK
    return _monday(sent) + WEEK if match["next_week"] or match["next_week_after"] else sent


def _days_ahead(text: str, sent: date, start: int, end: int) -> Iterator[DateMention]:
    """A day or a week counted from the mail's: "over 14 dagen", "in two weeks", "volgende week", "morgen"."""
    for match in spellings().ahead.finditer(text, start, end):
        if not (match["today"] and _is_greeting(text, match)):
            yield DateMention(match.start(), match.end(), "weekday", *_counted(match, sent))


def _counted(match: re.Match[str], sent: date) -> tuple[date, date]:
    """Those days; "over 14 dagen" may be one more or less."""
    if match["today"]:
        day = sent + timedelta(days=days_from_today(match["today"]))
        return (day, day)
    if match["days"]:
        day = sent + timedelta(days=number(match["count"]))
        return (day - timedelta(days=1), day + timedelta(days=1))
    monday = _monday(sent) + (1 if match["next_week"] else number(match["count"])) * WEEK
    return (monday, monday + SIX_DAYS)


def _monday(sent: date) -> date:
    return sent - timedelta(days=sent.weekday())


def _is_greeting(text: str, match: re.Match[str]) -> bool:
    """Whether "morgen" wishes a good one: "goede morgen", or all by itself at the head of the mail."""
    before = text[max(0, match.start() - 12) : match.start()].split("\n")[-1]
    return before.strip() in ("", *words("dates", "not_tomorrow")) and text[match.end() : match.end() + 1] in ",!\n"


def _months(text: str, sent: date, start: int, end: int) -> Iterator[DateMention]:
    """A month, or a part of it: "in juni", "eind maart", "de junibijeenkomst"."""
    if spellings().month.keys.isdisjoint(vocabulary(text)):
        return
    for match in _around_months(spellings().month.pattern, text, start, end):
        month = month_of(match["month"])
        if not match["year"] and GONE.search(text, max(start, match.start() - LONGEST_GONE), match.start("month")):
            continue  # "toen ik vorig jaar juni wethouder werd"
        span: tuple[date, date] | None = _span(sent, match["year"])
        part = next((name for name in PARTS if match[name]), None)
        if span and part:
            span = _part_of_month(part, month, *span)
        if span:
            yield DateMention(match.start(), match.end(), "month", *span, month)


def _part_of_month(part: str, month: int, since: date, until: date) -> tuple[date, date] | None:
    """Its first and last day, in the first year in which it begins within that stretch; None where it never does."""
    first, last = PARTS[part]
    for year in range(since.year, until.year + 1):
        if since <= (begins := date(year, month, first)) <= until:
            return (begins, date(year, month, min(last, monthrange(year, month)[1])))
    return None


def _ordinal_days(text: str, sent: date, start: int, end: int) -> Iterator[DateMention]:
    """A day of a month that goes without saying: "de 30e", "de dertigste", "the 30th"."""
    if number_keys().isdisjoint(vocabulary(text)) and not ORDINAL_FIGURE.search(text, start, end):
        return
    for match in spellings().ordinal.finditer(text, start, end):
        day = number(match["day"])
        if 1 <= day <= 31:
            yield DateMention(match.start(), match.end(), "ordinal", sent, sent + AHEAD, day=day)


def _span(sent: date, year: str | None) -> tuple[date, date]:
    """The stretch in which a date lies: the year that it names ("'23", "2023"), or the time around the mail's day."""
    if not year:
        return (sent - BACK, sent + AHEAD)
    digits = int(year.lstrip("'"))
    full = digits if digits > 99 else 2000 + digits
    return (date(full, 1, 1), date(full, 12, 31))
