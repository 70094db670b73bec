"""The proof that the books are right: three independent sources for each pool, every mail accounted for, every handled
mail with its one reply.

    sum of the ledger's entries  =  the pool's counter  =  registrations that hold a seat in it

The same is asked of every single person, so that two mistakes can't make up for each other; and that nobody waits
where a seat is free.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from mailbot.adapters.store import Database, Transaction
from mailbot.domain.event import Event
from mailbot.domain.ledger import Pool
from mailbot.domain.registration import Registration, RegistrationStatus


@dataclass(frozen=True, slots=True)
class PoolAudit:
    """A pool's seats, counted three ways."""

    pool: Pool
    capacity: int
    counter: int
    entries: int
    registrations: int

    @property
    def agrees(self) -> bool:
        return self.counter == self.entries == self.registrations


@dataclass(frozen=True, slots=True)
class Audit:
    """`mails` of the folder have a row but for `unaccounted` UIDs (None: the folder was not looked at). `handled`
    mails have one reply each, but for those without and those with several; `unasked`: mails with an answer that were
    not handled; all by row number. `people`: references whose entries are not the seats that they hold. `idle`: events
    at which somebody waits while a seat is free."""

    pools: tuple[PoolAudit, ...]
    mails: int | None
    unaccounted: tuple[int, ...]
    handled: int
    without_reply: tuple[int, ...]
    with_several: tuple[int, ...]
    unasked: tuple[int, ...] = ()
    people: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether nothing at all is amiss."""
        mails = (*self.unaccounted, *self.without_reply, *self.with_several, *self.unasked)
        return not mails and not self.people and not self.idle and all(pool.agrees for pool in self.pools)


def audit(
    database: Database,
    events: tuple[Event, ...],
    mailbox: str,
    uids: set[int] | None,
    *,
    uidvalidity: int | None = None,
    now: datetime | None = None,
) -> Audit:
    """Count everything again, all as of one moment. `uids`: what is in the folder now under that UIDVALIDITY, None
    where it can't be asked. `now`: to leave aside the waiting lists of what is over. Raises StoreError."""
    with database.snapshot() as tx:
        everybody = tx.books.everybody()
        moved = tx.books.sums()
        held = _seats(everybody)
        pools = tx.books.pools()
        answers, unasked = tx.messages.answers(), tx.messages.answered_too_soon()
        missing = _unaccounted(tx, mailbox, uids, uidvalidity)
    coming = tuple(event for event in events if now is None or now < event.ends)
    return Audit(
        pools=tuple(_pools(pools, moved, held)),
        mails=None if uids is None else len(uids),
        unaccounted=missing,
        handled=len(answers),
        without_reply=tuple(id for id, count in answers.items() if count == 0),
        with_several=tuple(id for id, count in answers.items() if count > 1),
        unasked=unasked,
        people=tuple(sorted({reference for reference, _ in _differing(moved, held)})),
        idle=tuple(event.slug for event in coming if _is_idle(event, pools, everybody)),
    )


Seats = Counter[tuple[str, Pool]]


def _seats(everybody: list[Registration]) -> Seats:
    """What each person holds in each pool, as the registrations say."""
    return Counter(
        (registration.reference, pool)
        for registration in everybody
        if registration.status is RegistrationStatus.CONFIRMED
        for pool in (
            Pool(registration.event),
            *(Pool.of(registration.event, choice) for choice in registration.workshops),
        )
    )


def _pools(pools: dict[Pool, tuple[int, int]], moved: Seats, held: Seats) -> list[PoolAudit]:
    entries, registrations = _by_pool(moved), _by_pool(held)
    known = sorted(pools.keys() | entries.keys() | registrations.keys())
    return [PoolAudit(pool, *pools.get(pool, (0, 0)), entries[pool], registrations[pool]) for pool in known]


def _by_pool(seats: Seats) -> Counter[Pool]:
    totals: Counter[Pool] = Counter()
    for (_, pool), number in seats.items():
        totals[pool] += number
    return totals


def _differing(moved: Seats, held: Seats) -> list[tuple[str, Pool]]:
    return [key for key in moved.keys() | held.keys() if moved[key] != held[key]]


def _is_idle(event: Event, pools: dict[Pool, tuple[int, int]], everybody: list[Registration]) -> bool:
    capacity, taken = pools.get(Pool(event.slug), (0, 0))
    waits = any(r.event == event.slug and r.status is RegistrationStatus.WAITLISTED for r in everybody)
    return waits and taken < capacity


def _unaccounted(tx: Transaction, mailbox: str, uids: set[int] | None, uidvalidity: int | None) -> tuple[int, ...]:
    """UIDs of the folder without a row. Where the server has renumbered since the last poll: all of them."""
    if uids is None:
        return ()
    state = tx.mailboxes.get(mailbox)
    known = state is not None and uidvalidity in (None, state.uidvalidity)
    return tuple(sorted(uids - tx.messages.uids(state))) if state and known else tuple(sorted(uids))
