"""On which day each round of an event is: its own, or the one by which its workshop is called.

Whoever announces a course mostly writes its days into the titles or aliases of its evenings ("Les 2, 16 november"), and
only the hours into the rounds.
"""

from datetime import date, timedelta
from functools import lru_cache

from mailbot.domain.event import Event, Workshop
from mailbot.reading.events.dates import dates

ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=64)
def session_days(event: Event) -> dict[int, date]:
    """The day of each round, where they are on several; empty otherwise."""
    own = {round.number: round.starts.date() for round in event.rounds}
    if len({event.starts.date(), *own.values()}) > 1:
        return own
    given = event.sessions()
    called = {number: _called_by(event.workshop(slug), event) for number, slug in given.items()}
    known = {number: day for number, day in called.items() if day}
    return known if len(set(known.values())) == len(given) > 1 else {}


def days_of(event: Event) -> tuple[date, ...]:
    """The days on which it begins, or a round of it does, in order."""
    return tuple(sorted({event.starts.date(), *session_days(event).values()}))


def _called_by(workshop: Workshop, event: Event) -> date | None:
    """The one day of the event that the names of a workshop tell."""
    first, last = event.starts.date(), event.ends.date()
    told = set()
    for name in (*workshop.aliases, workshop.title):
        for mention in dates(name, first - ONE_DAY):  # from the day before: the start itself is a day to come
            if mention.precision == "day":
                told |= {day for n in range((last - first).days + 1) if mention.fits(day := first + n * ONE_DAY)}
    return told.pop() if len(told) == 1 else None
