"""What organisers are shown: who comes, what is unclear and why, and what is on its way. The renderers' input."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from mailbot.domain.event import Event
from mailbot.domain.ledger import Pool
from mailbot.domain.registration import Registration, RegistrationStatus


@dataclass(frozen=True, slots=True)
class PoolCount:
    """Seats of the event (`round` 0, `workshop` "") or of a workshop in a round."""

    pool: Pool
    capacity: int
    taken: int


@dataclass(frozen=True, slots=True)
class EventReport:
    """One event: its seats, and everybody who was ever registered, in the order in which it happened."""

    event: Event
    seats: PoolCount
    workshops: tuple[PoolCount, ...]
    registrations: tuple[Registration, ...]

    @property
    def coming(self) -> tuple[Registration, ...]:
        return tuple(r for r in self.registrations if r.status is RegistrationStatus.CONFIRMED)

    @property
    def waiting(self) -> tuple[Registration, ...]:
        """The waiting list, its head first."""
        waiting = (r for r in self.registrations if r.status is RegistrationStatus.WAITLISTED)
        return tuple(sorted(waiting, key=lambda r: r.place_in_line))


@dataclass(frozen=True, slots=True)
class OpenMail:
    """A mail that an organiser should look at. `id` is what `mailbot review` takes; `reasons` are machine words."""

    id: int
    message_id: str
    sender: str
    subject: str
    reasons: tuple[str, ...]
    received: datetime


@dataclass(frozen=True, slots=True)
class FailedReply:
    """A reply that its recipient never got."""

    message_id: str
    recipient: str
    template: str
    error: str


@dataclass(frozen=True, slots=True)
class Report:
    """`review`: mails that wait for a decision. `questions`: mails that were booked and asked something besides.
    `failed`: mails set aside because handling them went wrong. `outbox`: replies by state. `mails`: mails by status.
    """

    made: datetime
    events: tuple[EventReport, ...]
    review: tuple[OpenMail, ...] = ()
    questions: tuple[OpenMail, ...] = ()
    failed: tuple[OpenMail, ...] = ()
    undelivered: tuple[FailedReply, ...] = ()
    outbox: Mapping[str, int] = field(default_factory=dict)
    mails: Mapping[str, int] = field(default_factory=dict)
