"""The words of the capacity ledger: pools of seats, append-only entries, and the changes that they belong to.

A pool is the event itself, or one workshop in one round. For each pool, at any moment:
sum of its entries = its counter = the registrations that hold a seat in it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from mailbot.domain.event import Choice, Event
from mailbot.domain.registration import Registration


class Pool(NamedTuple):
    """Seats that are given out together: at the event (`round` 0, `workshop` ""), or in a workshop in a round."""

    event: str
    round: int = 0
    workshop: str = ""

    @classmethod
    def of(cls, event: str, choice: Choice) -> "Pool":
        """The pool of a workshop seat. `choice` must name its round."""
        assert choice.round is not None
        return cls(event, choice.round, choice.workshop)


@dataclass(frozen=True, slots=True)
class Entry:
    """`seats` (+1 or -1) moved in a pool for one registration."""

    pool: Pool
    reference: str
    seats: int


class ChangeKind(StrEnum):
    REGISTERED = "registered"
    WAITLISTED = "waitlisted"
    PROMOTED = "promoted"
    CANCELLED = "cancelled"
    CHANGED = "changed"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Change:
    """One step in the life of a registration: how it stands afterwards, the seats that moved, the fields touched."""

    kind: ChangeKind
    registration: Registration
    entries: tuple[Entry, ...] = ()
    fields: tuple[str, ...] = ()


def capacities(events: tuple[Event, ...]) -> dict[Pool, int]:
    """Every pool that the configuration announces, with its seats."""
    pools = {Pool(event.slug): event.capacity for event in events}
    for event in events:
        for choice in event.choices():
            pools[Pool.of(event.slug, choice)] = event.workshop(choice.workshop).capacity
    return pools
