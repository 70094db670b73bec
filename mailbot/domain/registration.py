"""A registration: one person at one event.

confirmed                     a seat at the event, and the workshop seats in `workshops`
waitlisted -> confirmed       promoted when a seat falls free, strictly by arrival
cancelled                     gave the seat back
expired                       the event passed while waiting
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbot.domain.event import Choice


class RegistrationStatus(StrEnum):
    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Registration:
    """`booked_by` is the address that made it, `email` the registrant's own (None where none was given).

    `workshops` are seats held (round never None); `wishes` what was asked for and not obtained: a waiting person's
    whole choice, tried again at promotion. `received` and `arrival` order the queue: the moment when the mail
    server received the mail, then the UID and the place within the mail.
    """

    reference: str
    event: str
    status: RegistrationStatus
    name: str
    email: str | None
    booked_by: str
    received: datetime
    arrival: tuple[int, int]
    organisation: str | None = None
    role: str | None = None
    phone: str | None = None
    diet: str | None = None
    access: str | None = None
    language: str = "nl"
    workshops: tuple[Choice, ...] = ()
    wishes: tuple[Choice, ...] = ()

    @property
    def place_in_line(self) -> tuple[datetime, int, int]:
        """What the waiting list is ordered by."""
        return (self.received, *self.arrival)

    @property
    def active(self) -> bool:
        """Whether the person still comes, or still waits."""
        return self.status in (RegistrationStatus.CONFIRMED, RegistrationStatus.WAITLISTED)

    @property
    def reachable_at(self) -> str:
        """Where to write about it: the person's own address, or that of whoever booked."""
        return self.email or self.booked_by
