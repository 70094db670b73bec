"""The dates that a text names, in every spelling people use, as far as the text says: never more.

"30 maart" is a day without a year, "de 30e" a day without its month, "donderdag over twee weken" one exact day,
"eind juni" ten days. What a date means is judged from the day on which the mail was written, never from the clock.
Which event lies on it is for events.py to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from mailbot.reading.lexicon import load, words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.lookup import Lookup, keys_of, vocabulary
from mailbot.reading.text.room import in_order

# A date without its year is of this stretch around the day of the mail: nobody calls last spring's meeting "30 maart".
BACK, AHEAD = timedelta(days=60), timedelta(days=330)
WEEK = timedelta(days=7)
LONGEST_WEEKDAY = 30  # characters: "donderdagmiddag, de "
DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text at [start, end): what is known of it, None where the text doesn't say.

    `since`, `until`: the first and the last day that it can be. `weekday` 1 (Monday) to 7 as in ISO 8601.
    `precision`: "day" (day and month), "ordinal" (only "the 30th"), "weekday" (one to come), "month".
    """

    start: int
    end: int
    precision: str
    since: date
    until: date
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

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
    sent = min(max(sent, date(1990, 1, 1)), date(2200, 1, 1))  # a Date header may claim any year; arithmetic can't
    finders = (_full_dates, _relative_days, _months, _ordinal_days)  # the fuller spelling goes first
    return tuple(in_order(mention for find in finders for mention in find(folded, sent, start, end)))


@dataclass(frozen=True, slots=True)
class _Patterns:
    numeric: re.Pattern[str]
    iso: re.Pattern[str]
    worded: re.Pattern[str]
    american: re.Pattern[str]
    ordinal: re.Pattern[str]
    weekday: Lookup
    ahead: Lookup
    month: Lookup
    weekday_before: re.Pattern[str]


def _full_dates(text: str, sent: date, start: int, end: int) -> Iterator[DateMention]:
    """A day with its month: "donderdag 30 maart 2023", "30-03-'23", "30/3", "March 30th", "2023-03-30"."""
    patterns = [_patterns().iso, _patterns().numeric] if DIGIT.search(text, start, end) else []
    if not _patterns().month.keys.isdisjoint(vocabulary(text)):
        patterns += [_patterns().worded, _patterns().american]
    for pattern in patterns:
        for match in pattern.finditer(text, start, end):
            day, month = _number(match["day"]), _month(match["month"])
            if not 1 <= day <= 31 or not 1 <= month <= 12 or _is_decimal(text, match):
                continue
            since, until = _span(sent, match["year"])
            first, weekday = _weekday_before(text, match.start(), start)
            yield DateMention(first, match.end(), "day", since, until, month, day, weekday)


def _is_decimal(text: str, match: re.Match[str]) -> bool:
    """Whether "18.4" is no day but a number: as a date it ends in a full stop ("18.4.") or a year."""
    return match.groupdict().get("dash") == "." and not match["year"] and text[match.end() : match.end() + 1] != "."


def _weekday_before(text: str, at: int, start: int) -> tuple[int, int | None]:
    """Where a date begins with the weekday before it, and which that is: "donderdag 30 maart", "do. 30-3"."""
    match = _patterns().weekday_before.search(text, max(start, at - LONGEST_WEEKDAY), at)
    return (match.start(), _weekdays()[match["weekday"]]) if match else (at, None)


def _relative_days(text: str, sent: date, start: int, end: int) -> Iterator[DateMention]:
    """A day counted from the mail's: "volgende week donderdag", "a.s. donderdag", "over 14 dagen", "morgen"."""
    monday = sent - timedelta(days=sent.weekday())
    for match in _patterns().weekday.finditer(text, start, end):
        weekday = _weekdays()[match["weekday"]]
        if match["count"]:
            since = monday + _number(match["count"]) * WEEK
        elif match["next_week"] or match["next_week_after"]:
            since = monday + WEEK
        else:
            since = sent
        yield DateMention(match.start(), match.end(), "weekday", since, since + timedelta(days=6), weekday=weekday)
    for match in _patterns().ahead.finditer(text, start, end):
        span = _days_ahead(match, sent, monday)
        if not (match["today"] and _is_greeting(text, match)):
            yield DateMention(match.start(), match.end(), "weekday", *span)


def _days_ahead(match: re.Match[str], sent: date, monday: date) -> tuple[date, date]:
    if match["today"]:
        day = sent + timedelta(days=_today()[match["today"]])
        return (day, day)
    if match["days"]:
        day = sent + timedelta(days=_number(match["count"]))
        return (day - timedelta(days=1), day + timedelta(days=1))
    weeks = 1 if match["next_week"] else _number(match["count"])
    return (monday + weeks * WEEK, monday + weeks * WEEK + timedelta(days=6))


def _is_greeting(text: str, match: re.Match[str]) -> bool:
    """Whether "morgen" wishes a good one: "goede morgen", or all by itself at the head of the mail."""
    before = text[max(0, match.start() - 12) : match.start()].split("\n")[-1]
    return before.strip() in ("", *words("dates", "not_tomorrow")) and text[match.end() : match.end() + 1] in ",!\n"


def _months(text: str, sent: date, start: int, end: int) -> Iterator[DateMention]:
    """A month, or a part of it: "in juni", "eind maart", "de junibijeenkomst"."""
    parts = {"begin": (1, 12), "middle": (9, 22), "end": (18, 31)}
    for match in _patterns().month.finditer(text, start, end):
        month = _month(match["month"])
        since, until = _span(sent, match["year"])
        part = next((name for name in parts if match[name]), None)
        if part is None:
            yield DateMention(match.start(), match.end(), "month", since, until, month)
            continue
        for year in range(since.year, until.year + 1):
            first, last = parts[part]
            begins = date(year, month, first)
            ends = min(date(year, month, 28) + timedelta(days=last - 28), _last_day(year, month))
            if begins >= since and begins <= until:
                yield DateMention(match.start(), match.end(), "month", begins, ends, month)
                break


def _ordinal_days(text: str, sent: date, start: int, end: int) -> Iterator[DateMention]:
    """A day of a month that goes without saying: "de 30e", "de dertigste", "the 30th"."""
    for match in _patterns().ordinal.finditer(text, start, end):
        day = _number(match["day"])
        if 1 <= day <= 31:
            yield DateMention(match.start(), match.end(), "ordinal", sent, sent + AHEAD, day=day)


def _span(sent: date, year: str | None) -> tuple[date, date]:
    if not year:
        return (sent - BACK, sent + AHEAD)
    digits = int(year.lstrip("'"))
    full = digits if digits > 99 else 2000 + digits
    return (date(full, 1, 1), date(full, 12, 31))


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _number(text: str | None) -> int:
    """A number in figures or words; 0 where it is neither."""
    text = text or ""
    return int(text) if text.isdigit() else _numbers().get(text, 0)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _month_words().get(text, 0)


@cache
def _patterns() -> _Patterns:
    months = any_of(words("dates", "months"))
    weekdays = any_of(words("dates", "weekdays"))
    suffix = any_of(words("dates", "day_suffixes"))
    numbers = any_of(words("dates", "numbers"))
    articles = any_of(words("dates", "day_articles"))
    coming, next_week = any_of(words("dates", "coming")), any_of(words("dates", "next_week"))
    today = any_of(words("dates", "today"))
    before, weeks = any_of(words("dates", "in_weeks.before")), any_of(words("dates", "in_weeks.weeks"))
    days = any_of(words("dates", "in_weeks.days"))
    short = words("dates", "weekday_short")  # "do" and "za" alone are ordinary words
    long_weekdays = [word for word in words("dates", "weekdays") if word not in short]
    parts = {name: any_of(words("dates", f"part_of_month.{name}")) for name in load("dates")["part_of_month"]}
    part = "|".join(rf"(?P<{name}>{alternation})" for name, alternation in parts.items())
    year = r"(?:,?\s?(?P<year>'?\d\d(?!\d|[:.]\d)|20\d\d))?"
    meeting = ("bijeenkomst", "middag", "dag", "event", "conferentie", "congres", "avond", "sessie")
    ahead = rf"(?:{before})\s(?P<count>\d\d?|{numbers})\s(?:(?P<weeks>{weeks})|(?P<days>{days}))\b"
    weekday_ends = ("s", "ochtend", "middag", "avond")
    return _Patterns(
        numeric=re.compile(
            r"(?<![\w.,/+-])(?P<day>\d\d?)\s?(?P<dash>[-/.])\s?(?P<month>\d\d?)"
            r"(?:\s?(?P=dash)\s?(?P<year>'?\d\d(?!\d)|20\d\d))?(?![\w/]|[-.,]\d|\s?(?:uur|u|h)\b|\s?-\s?\d)"
        ),
        iso=re.compile(r"(?<![\w-])(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"),
        worded=re.compile(
            rf"(?<![\w.,/-])(?P<day>\d\d?|{numbers})\s?(?:{suffix})?\s{{0,3}}(?:(?:van|of|di|de)\s)?"
            rf"(?P<month>{months})\b\.?{year}"
        ),
        american=re.compile(rf"\b(?P<month>{months})\.?\s(?:the\s)?(?P<day>\d\d?)(?:st|nd|rd|th)?\b(?![:.]\d){year}"),
        ordinal=re.compile(
            rf"\b(?:{articles})\s(?P<day>\d\d?(?=\s?(?:e|ste|de|th|st|nd|rd|er)\b|\.(?!\w))|{numbers})"
            rf"\s?(?:{suffix})?(?![\w-])(?!\s(?:keer|maal|ronde|workshop|time|round|editie|verdieping|jaar|klas|persoon))"
        ),
        weekday=Lookup(
            re.compile(
                rf"(?:(?P<next_week>\b(?:{next_week}))\s(?:op\s)?|\b(?:{coming})\s)?"
                rf"\b(?P<weekday>{any_of(long_weekdays)})(?:{'|'.join(weekday_ends)})?\b"
                rf"(?:\s(?:(?:{before})\s(?P<count>\d\d?|{numbers})\s(?:{weeks})\b|(?P<next_week_after>{next_week})\b))?"
            ),
            keys_of(long_weekdays, weekday_ends),
        ),
        ahead=Lookup(
            re.compile(rf"\b{ahead}|\b(?P<next_week>{next_week})\b|(?<![\w-])(?P<today>{today})\b"),
            keys_of([*words("dates", "in_weeks.weeks"), *words("dates", "in_weeks.days"), *words("dates", "today")])
            | keys_of(map(_last_word, words("dates", "next_week"))),
        ),
        month=Lookup(
            re.compile(rf"\b(?:(?:{part})[\s-])?(?P<month>{months})(?:\b|(?={'|'.join(meeting)})){year}"),
            keys_of(words("dates", "months"), meeting),
        ),
        weekday_before=re.compile(
            rf"\b(?P<weekday>{weekdays})(?:ochtend|middag|avond)?\.?,?\s{{1,2}}(?:(?:de|the|den|der)\s)?$"
        ),
    )


def _last_word(phrase: str) -> str:
    return phrase.split()[-1]


@cache
def _weekdays() -> dict[str, int]:
    return _by_word("weekdays")


@cache
def _month_words() -> dict[str, int]:
    return _by_word("months")


@cache
def _numbers() -> dict[str, int]:
    return _by_word("numbers")


@cache
def _today() -> dict[str, int]:
    return _by_word("today")


def _by_word(table: str) -> dict[str, int]:
    return {fold(word): int(number) for number, entries in load("dates")[table].items() for word in entries}
