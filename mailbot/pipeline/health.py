"""Whether all is well by the figures alone: what /health says, and where `mailbot doctor` draws its lines."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mailbot.adapters.store.vitals import Vitals

# Polls fail and are tried again by themselves, replies are deferred: only what lasts is news.
POLL_IS_LATE = timedelta(minutes=10)
REPLY_IS_LATE = timedelta(minutes=15)
# Kinds of trouble (replying/alert.py) that wait for a person and stop nothing: no reason to call anybody at night.
NOTICES = frozenset({"set_aside", "templates", "secret"})


@dataclass(frozen=True, slots=True)
class Health:
    """`troubles`: one plain sentence each; all is well where there is none. `notices`: what a person should look at
    while the work goes on. Never people's data."""

    last_poll: datetime | None
    oldest_reply: datetime | None
    troubles: tuple[str, ...]
    notices: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """For machines; moments as ISO 8601 in UTC, or null."""
        return {
            "well": not self.troubles,
            "last_poll": self.last_poll.isoformat() if self.last_poll else None,
            "oldest_reply": self.oldest_reply.isoformat() if self.oldest_reply else None,
            "troubles": list(self.troubles),
            "notices": list(self.notices),
        }


def health(state: Vitals, poll_seconds: int, started: datetime, now: datetime) -> Health:
    """`started`: since when the worker runs; before that it could not poll."""
    notices = tuple(trouble.what for trouble in state.troubles if trouble.key in NOTICES)
    troubles = [trouble.what for trouble in state.troubles if trouble.key not in NOTICES]
    if now - max(state.polled or started, started) > poll_is_late(poll_seconds):
        troubles.append("no poll has succeeded for a while")
    if state.oldest_reply and now - max(state.oldest_reply, started) > REPLY_IS_LATE:
        troubles.append("replies wait longer than they should")
    return Health(state.polled, state.oldest_reply, tuple(troubles), notices)


def poll_is_late(poll_seconds: int) -> timedelta:
    """After how long without a poll that succeeded something is wrong."""
    return max(POLL_IS_LATE, timedelta(seconds=5 * poll_seconds))
