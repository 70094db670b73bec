"""Events that are a few days apart: what tells one from the other there, and nowhere else.

"Friday", weeks before it; "the day after", "de avond ervoor" of the one that was named last; "beide dagen" for both.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from mailbot.domain.event import Event
from mailbot.reading.events.dates import DateMention
from mailbot.reading.lexicon import words
from mailbot.reading.text.lookup import Lookup, lookup

NEAR = timedelta(days=6)
DAY = timedelta(days=1)
ENGLISH = ("the", "and", "for", "you", "please")


def neighbours(events: Sequence[Event]) -> tuple[Event, ...]:
    """Those events that lie within a week of another one, on a weekday of their own."""
    days = {event.slug: event.starts.date() for event in events}
    return tuple(
        event
        for event in events
        if any(other is not event and abs(days[other.slug] - days[event.slug]) <= NEAR for other in events)
        and not any(other is not event and _weekday(other) == _weekday(event) for other in events)
    )


def _weekday(event: Event) -> int:
    return event.starts.isoweekday()


def on_weekday(near: Sequence[Event], mention: DateMention, sent: date) -> list[Event]:
    """The one of those events that a weekday points at which fits none that is to come within a week."""
    if mention.precision != "weekday" or mention.weekday is None or mention.since > sent:
        return []
    return [event for event in near if _weekday(event) == mention.weekday and event.starts.date() >= sent]


def american(events: Sequence[Event], mention: DateMention, written: str, said: frozenset[str]) -> list[Event]:
    """The events that are meant where the month stands first: "Friday 5/12" in English words, or by that weekday."""
    if "/" not in written or mention.precision != "day" or mention.day is None or mention.month is None:
        return []
    if mention.weekday is None and sum(word in said for word in ENGLISH) < 2:
        return []
    return [
        event
        for event in events
        if (event.starts.month, event.starts.day) == (mention.day, mention.month)
        and mention.since <= event.starts.date() <= mention.until
        and mention.weekday in (None, _weekday(event))
    ]


def beside(
    near: Sequence[Event], told: Sequence[tuple[int, str]], text: str, start: int, end: int
) -> Iterator[tuple[int, int, str]]:
    """Where a day is told by the event before it, and the event that is on it. `told`: where which event is named."""
    days = {event.starts.date(): event.slug for event in near}
    dated = {slug: day for day, slug in days.items()}
    for words_for_it, step in ((_after(), DAY), (_before(), -DAY)):
        for match in words_for_it.finditer(text, start, end):
            last = next((slug for at, slug in reversed(told) if at < match.start()), None)
            bases = dated.values() if last is None else [dated[last]] if last in dated else []
            meant = [days[day + step] for day in bases if day + step in days]
            if len(meant) == 1:
                yield match.start(), match.end(), meant[0]


@cache
def _after() -> Lookup:
    return lookup(words("events", "day_after"))


@cache
def _before() -> Lookup:
    return lookup(words("events", "day_before"))
