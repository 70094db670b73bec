"""The only place that knows what time it is. `MAILBOT_NOW` sets the moment from which it counts on: for demos, tests
and old mail."""

import time
from collections.abc import Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from mailbot.errors import ConfigError


class Clock:
    """`now()` is an aware moment. A clock with a `start` counts on from there by the monotonic clock."""

    def __init__(self, start: datetime | None = None) -> None:
        self._start, self._since = start, time.monotonic()

    @classmethod
    def from_environment(cls, environ: Mapping[str, str], zone: ZoneInfo) -> "Clock":
        """Raises ConfigError where MAILBOT_NOW isn't a local time such as 2023-02-20T09:00:00."""
        text = environ.get("MAILBOT_NOW")
        if not text:
            return cls()
        try:
            start = datetime.fromisoformat(text)
        except ValueError:
            raise ConfigError([f"MAILBOT_NOW: {text!r} is not a time such as 2023-02-20T09:00:00"]) from None
        return cls(start if start.tzinfo else start.replace(tzinfo=zone))

    def now(self) -> datetime:
        if self._start is None:
            return datetime.now(UTC)
        elapsed = time.monotonic() - self._since
        return datetime.fromtimestamp(self._start.timestamp() + elapsed, UTC)
