"""What is allowed, but looks like a mistake: told when the worker starts."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise

from mailbot.config.events import EventConfig
from mailbot.config.model import Config
from mailbot.config.secret_files import open_to_others

EXPIRES_SOON = timedelta(days=30)


def warnings(config: Config, today: date | None = None) -> list[str]:
    """A line each, in the form of the errors. `today` (default: the machine's) is for secrets that end."""
    today = today or date.today()  # noqa: DTZ011  the admin's own day
    ending = (
        f"{config.path}: {name}: the client secret ends on {ends}: make a new one"
        for name, ends in ending_soon(config, today)
    )
    return [*secrets_in_sight(config), *ending, *timetables(config)]


def timetables(config: Config) -> Iterator[str]:
    """What looks wrong in the announced times."""
    for at, event in enumerate(config.events):
        yield from (f"{config.path}: events[{at}].{line}" for line in _timetable(event))


def secrets_in_sight(config: Config) -> Iterator[str]:
    """Files that hold secrets and that everybody can read."""
    if config.secrets_in_file and config.path.exists() and open_to_others(config.path):
        held = ", ".join(config.secrets_in_file)
        yield f"{config.path}: holds {held} and can be read by every user of this machine: chmod 600 it"


def secrets_that_end(config: Config) -> Iterator[tuple[str, date]]:
    """Each secret whose last day is configured: the setting that says so, and that day."""
    for name, server in (("mailbox", config.mailbox), ("smtp", config.smtp)):
        if server.oauth and server.oauth.secret_expires:
            yield f"{name}.oauth.secret_expires", server.oauth.secret_expires


def ending_soon(config: Config, today: date) -> Iterator[tuple[str, date]]:
    """Of these, those that end within a month, or have ended."""
    return ((setting, ends) for setting, ends in secrets_that_end(config) if ends - today <= EXPIRES_SOON)


def _timetable(event: EventConfig) -> Iterator[str]:
    """Hours only for events of one day: of longer ones a round's time says nothing about its day."""
    if event.doors and event.doors > event.starts:
        yield "doors: is after starts"
    for at, round in enumerate(event.rounds):
        if round.day and not event.starts.date() <= round.day <= event.ends.date():
            yield f"rounds[{at}].day: is not within the event"
    if event.starts.date() != event.ends.date():
        if len(event.rounds) > 1 and not any(round.day for round in event.rounds):
            yield f"rounds: are all taken to be on {event.starts.date()}; if not, give each its day (day = 2030-03-22)"
        return
    day = event.starts.date()
    first = event.doors or event.starts
    for at, round in enumerate(event.rounds):
        if datetime.combine(day, round.starts) < first or datetime.combine(day, round.ends) > event.ends:
            yield f"rounds[{at}]: is not within the event"
    in_order = sorted(event.rounds, key=lambda round: round.starts)
    for earlier, later in pairwise(in_order):
        if later.starts < earlier.ends:
            yield f"rounds: {earlier.number} and {later.number} overlap: one person can have a seat in both"
