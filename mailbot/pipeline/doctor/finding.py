"""What a check finds: about what, how bad, one plain sentence, and what to do about it. Never people's data."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Level(StrEnum):
    OK = "ok"
    WARNING = "warning"  # works, and somebody should look at it some day
    WRONG = "wrong"  # something does not work, or soon will not


@dataclass(frozen=True, slots=True)
class Finding:
    """`check` is one word; `advice` is "" where there is nothing to do."""

    check: str
    level: Level
    what: str
    advice: str = ""


def ok(check: str, what: str) -> Finding:
    return Finding(check, Level.OK, what)


def warning(check: str, what: str, advice: str = "") -> Finding:
    return Finding(check, Level.WARNING, what, advice)


def wrong(check: str, what: str, advice: str = "") -> Finding:
    return Finding(check, Level.WRONG, what, advice)


def ago(span: timedelta) -> str:
    """A span of time as people say it: the largest unit that fits."""
    seconds = max(int(span.total_seconds()), 0)
    for size, one, many in ((86400, "day", "days"), (3600, "hour", "hours"), (60, "minute", "minutes")):
        if seconds >= size:
            return f"{seconds // size} {one if seconds // size == 1 else many}"
    return f"{seconds} {'second' if seconds == 1 else 'seconds'}"
