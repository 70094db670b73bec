"""How people write dates: a pattern for each spelling, over folded text, and what number each of its words stands for.

The words are those of lexicon/dates.toml, in every language at once. What a match means is dates.py's.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from mailbot.reading.lexicon import load, words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.lookup import Lookup, keys_of

MEETINGS = ("bijeenkomst", "middag", "dag", "event", "conferentie", "congres", "avond", "sessie")  # "junibijeenkomst"
WEEKDAY_ENDS = ("s", "ochtend", "middag", "avond")


@dataclass(frozen=True, slots=True)
class Spellings:
    """The patterns, by the spelling they know; each names what it finds: day, month, year, weekday, count ..."""

    numeric: re.Pattern[str]
    iso: re.Pattern[str]
    worded: re.Pattern[str]
    in_figures: re.Pattern[str]
    american: re.Pattern[str]
    ordinal: re.Pattern[str]
    weekday: Lookup
    ahead: Lookup
    month: Lookup
    month_word: re.Pattern[str]
    weekday_before: re.Pattern[str]


@cache
def spellings() -> Spellings:
    """All of them; compiled when first asked for."""
    return Spellings(
        numeric=re.compile(
            # what may not stand before a digit is asked behind it: all that is no digit is passed over at once
            r"(?P<day>\d(?<![\w.,/+-]\d)\d?)\s?(?P<dash>[-/.])\s?(?P<month>\d\d?)"
            r"(?:\s?(?P=dash)\s?(?P<year>'?\d\d(?!\d)|20\d\d))?(?![\w/]|[-.,]\d|\s?(?:uur|u|h)\b|\s?-\s?\d)"
        ),
        iso=re.compile(r"(?P<year>2(?<![\w-]2)0\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"),
        worded=_worded_days(rf"(?<![\w.,/-])(?P<day>\d\d?|{_any('numbers')})"),
        in_figures=_worded_days(r"(?P<day>\d(?<![\w.,/-]\d)\d?)"),
        american=re.compile(
            rf"\b(?P<month>{_any('months')})\.?\s(?:the\s)?(?P<day>\d\d?)(?:st|nd|rd|th)?\b(?![:.]\d){YEAR}"
        ),
        ordinal=_ordinals(),
        weekday=_weekdays(),
        ahead=_days_ahead(),
        month=_months(),
        month_word=re.compile(_any("months")),  # begins with letters: what none of them begins with is passed over
        weekday_before=re.compile(
            rf"\b(?P<weekday>{_any('weekdays')})(?:ochtend|middag|avond)?\.?,?\s{{1,2}}(?:(?:de|the|den|der)\s)?$"
        ),
    )


# "12 May. 11 o'clock: ..." tells an hour
YEAR = r"(?:,?\s?(?P<year>'?\d\d(?!\d|[:.]\d|\s?(?:uur|u|h|am|pm|o'clock)\b)|20\d\d))?"


def _any(table: str) -> str:
    return any_of(words("dates", table))


def _worded_days(day: str) -> re.Pattern[str]:
    """ "30 maart 2023", "dertig maart", "de 30ste van maart"; `day`: the pattern for the day itself."""
    return re.compile(
        rf"{day}\s?(?:{_any('day_suffixes')})?\s{{0,3}}(?:(?:van|of|di|de)\s)?(?P<month>{_any('months')})\b\.?{YEAR}"
    )


@cache
def number_keys() -> frozenset[str]:
    """Words of which a text with a number in words has one."""
    return keys_of(words("dates", "numbers"), ("e", *words("dates", "day_suffixes")))


ORDINAL_FIGURE = re.compile(r"\d(?:\s?(?:e|ste|de|th|st|nd|rd|er)\b|\.(?!\w))")  # what an ordinal in figures has


ORDINAL_WORD = re.compile(r"(?:de|ste|sten|th|st|nd|rd)$")
FRENCH = ("premier", "deux", "trois", "vingt", "trente")  # "le vingt": they count their days as others do people


def _ordinals() -> re.Pattern[str]:
    """ "de 30e"; "de 2e ronde" and "the first time" are no days, nor is "the talk of the two"."""
    spelled = any_of([word for word in words("dates", "numbers") if ORDINAL_WORD.search(word) or word in FRENCH])
    return re.compile(
        rf"\b(?:{_any('day_articles')})\s(?P<day>\d\d?(?=\s?(?:e|ste|de|th|st|nd|rd|er)\b|\.(?!\w))|{spelled})"
        rf"\s?(?:{_any('day_suffixes')})?(?![\w-])"
        r"(?!\s(?:keer|maal|ronde|workshop|time|round|editie|verdieping|jaar|klas|persoon))"
    )


def _weekdays() -> Lookup:
    """ "donderdag", "volgende week donderdag", "donderdagmiddag over twee weken"."""
    short = words("dates", "weekday_short")  # "do" and "za" alone are ordinary words
    weekdays = [word for word in words("dates", "weekdays") if word not in short]
    before, weeks, next_week = _any("in_weeks.before"), _any("in_weeks.weeks"), _any("next_week")
    return Lookup(
        (
            rf"(?:(?P<next_week>\b(?:{next_week}))\s(?:op\s)?|\b(?:{_any('coming')})\s)?"
            rf"\b(?P<weekday>{any_of(weekdays)})(?:{'|'.join(WEEKDAY_ENDS)})?\b"
            rf"(?:\s(?:(?:{before})\s(?P<count>\d\d?|{_any('numbers')})\s(?:{weeks})\b|(?P<next_week_after>{next_week})\b))?"
        ),
        keys_of(weekdays, WEEKDAY_ENDS),
    )


def _days_ahead() -> Lookup:
    """ "over twee weken", "in 14 days", "volgende week", "morgen"."""
    count = rf"(?:{_any('in_weeks.before')})\s(?P<count>\d\d?|{_any('numbers')})"
    unit = rf"(?:(?P<weeks>{_any('in_weeks.weeks')})|(?P<days>{_any('in_weeks.days')}))"
    whole = ("in_weeks.weeks", "in_weeks.days", "today")
    return Lookup(
        rf"\b{count}\s{unit}\b|\b(?P<next_week>{_any('next_week')})\b|(?<![\w-])(?P<today>{_any('today')})\b",
        keys_of(word for table in whole for word in words("dates", table)) | keys_of(_last_words("next_week")),
    )


def _last_words(table: str) -> Iterable[str]:
    return (phrase.split()[-1] for phrase in words("dates", table))


def _months() -> Lookup:
    """ "juni", "eind juni 2023", "de junibijeenkomst"."""
    parts = (rf"(?P<{name}>{_any(f'part_of_month.{name}')})" for name in load("dates")["part_of_month"])
    return Lookup(
        rf"\b(?:(?:{'|'.join(parts)})[\s-])?(?P<month>{_any('months')})(?:\b|(?={'|'.join(MEETINGS)})){YEAR}",
        keys_of(words("dates", "months"), MEETINGS),
    )


def number(text: str | None) -> int:
    """A number in figures or words; 0 where it is neither."""
    text = text or ""
    return int(text) if text.isdigit() else _by_word("numbers").get(text, 0)


def month_of(text: str) -> int:
    """A month in figures or words, as it stands: it may be no month ("30-14"); 0 where it is neither."""
    return int(text) if text.isdigit() else _by_word("months").get(text, 0)


def weekday_of(word: str) -> int:
    """1 (Monday) to 7, as in ISO 8601."""
    return _by_word("weekdays")[word]


def days_from_today(word: str) -> int:
    """0 for "vandaag", 1 for "morgen"."""
    return _by_word("today")[word]


@cache
def _by_word(table: str) -> dict[str, int]:
    return {fold(word): int(value) for value, entries in load("dates")[table].items() for word in entries}
