"""Rounds by their days, where an event's rounds are on several and each has a choice of workshops: "31 oktober A",
"op de twee dinsdagen B, de donderdag C". Of a course whose evenings are one workshop each: session_names.py."""

import re
from collections.abc import Iterator
from functools import cache

from mailbot.domain.event import Event
from mailbot.reading.events.date_spellings import weekday_of
from mailbot.reading.events.dates import dates
from mailbot.reading.events.session_days import session_days
from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of
from mailbot.reading.workshops.sign import Is, Sign

# "De cursus die 31 oktober begint", "vanaf 31 oktober": the event, and no evening of it
OF_THE_EVENT = re.compile(r"\b(?:vanaf|sinds|start|begint|from|starting|beginning)\s(?:(?:op|on)\s)?(?:\w+\s)?$")
BEGINS = re.compile(r"\s(?:begint|start|aanvangt|begins|starts)\b")


class RoundsByDay:
    """Finds rounds by their days in texts about one event; of most events there are none."""

    def __init__(self, event: Event) -> None:
        own = {} if event.sessions() else session_days(event)
        self._days = {day: number for number, day in own.items()} if len(set(own.values())) == len(own) else {}
        self._weekdays: dict[int, tuple[int, ...]] = {}
        for day, number in sorted(self._days.items()):
            self._weekdays[day.isoweekday()] = (*self._weekdays.get(day.isoweekday(), ()), number)

    def signs(self, folded: str, start: int, end: int) -> Iterator[Sign]:
        """The rounds named by a date or a weekday in folded[start:end]."""
        if not self._days:
            return
        for mention in dates(folded, min(self._days), start, end):
            fitting = [number for day, number in self._days.items() if mention.fits(day)]
            if not mention.is_numbered or len(fitting) != 1:
                continue
            before = OF_THE_EVENT.search(folded, max(start, mention.start - 24), mention.start)
            if not (before or BEGINS.match(folded, mention.end)):
                yield Sign(Is.ROUND, mention.start, mention.end, rounds=(fitting[0],))
        for match in _weekday().finditer(folded, start, end):
            rounds = self._weekdays.get(weekday_of(match["weekday"]) or 0, ())
            if rounds and (match["several"] or len(rounds) == 1):
                yield Sign(Is.ROUND, *match.span(), rounds=rounds)


@cache
def _weekday() -> re.Pattern[str]:
    """ "De donderdag", "donderdagavond", "de twee dinsdagen"; not "donderdag 14 november", which is a date."""
    weekday = any_of([word for word in words("dates", "weekdays") if len(word) > 4])
    counted = any_of((*words("choices", "number_words"), *words("choices", "both_of")))
    months = any_of(words("dates", "months"))
    return re.compile(
        rf"(?<!\w)(?:(?:de|die|alle|beide|the|all|both)\s)?(?:(?:{counted}|\d)\s)?(?P<weekday>{weekday})"
        rf"(?P<several>en|s)?(?:avond(?:en)?|middag(?:en)?|ochtend(?:en)?)?(?!\w)(?!\s\d)(?!\s(?:{months}))"
    )
