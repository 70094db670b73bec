"""The proof that the books are right: three independent sources for each pool, every mail accounted for, every handled
mail with its one reply.

    sum of the ledger's entries  =  the pool's counter  =  registrations that hold a seat in it
"""

from collections import Counter
from dataclasses import dataclass

from mailbot.adapters.store import Database, Transaction
from mailbot.domain.event import Event
from mailbot.domain.ledger import Pool
from mailbot.domain.registration import RegistrationStatus


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
    mails have one reply each, but for those without and those with several, by row number."""

    pools: tuple[PoolAudit, ...]
    mails: int | None
    unaccounted: tuple[int, ...]
    handled: int
    without_reply: tuple[int, ...]
    with_several: tuple[int, ...]

    @property
    def agrees(self) -> bool:
        """Whether nothing at all is amiss."""
        amiss = (*self.unaccounted, *self.without_reply, *self.with_several)
        return not amiss and all(pool.agrees for pool in self.pools)


def audit(database: Database, events: tuple[Event, ...], mailbox: str, uids: set[int] | None) -> Audit:
    """Count everything again, in one transaction. `uids`: what is in the folder now, None where it can't be asked.
    Raises StoreError."""
    with database.reading() as tx:
        pools = tuple(_pools(tx))
        state = tx.messages.mailbox(mailbox)
        missing: tuple[int, ...] = ()
        if uids is not None:
            missing = tuple(sorted(uids - tx.messages.uids(state))) if state else tuple(sorted(uids))
        answers = tx.messages.answers()
    return Audit(
        pools=pools,
        mails=None if uids is None else len(uids),
        unaccounted=missing,
        handled=len(answers),
        without_reply=tuple(id for id, count in answers.items() if count == 0),
        with_several=tuple(id for id, count in answers.items() if count > 1),
    )


def _pools(tx: Transaction) -> list[PoolAudit]:
    counters, sums = tx.books.pools(), tx.books.sums()
    held: Counter[Pool] = Counter()
    for registration in tx.books.everybody():
        if registration.status is RegistrationStatus.CONFIRMED:
            held[Pool(registration.event)] += 1
            held.update(Pool.of(registration.event, choice) for choice in registration.workshops)
    known = sorted(counters.keys() | sums.keys() | held.keys())
    return [
        PoolAudit(pool, *counters.get(pool, (0, 0)), entries=sums[pool], registrations=held[pool]) for pool in known
    ]
