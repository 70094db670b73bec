"""The ledger in the database: loading the books, and writing down what changed in them.

A counter is moved only by a conditional update (`taken + n <= capacity`), so whatever this program believes, the
database refuses the seat that isn't there. The whole book is loaded once and kept while nobody else writes: every
change has a number, and the highest one, with the counters, tells whether the copy is still true.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Row, and_, func, insert, select, true, update
from sqlalchemy.dialects import postgresql, sqlite

from mailbot.adapters.store.tables import changes, entries, pools, registrations
from mailbot.domain.book import Book
from mailbot.domain.event import Choice, Event
from mailbot.domain.ledger import Change, Pool, capacities
from mailbot.domain.registration import Registration, RegistrationStatus
from mailbot.errors import StoreError

FIELDS = (
    "reference",
    "event",
    "name",
    "email",
    "booked_by",
    "organisation",
    "role",
    "phone",
    "diet",
    "access",
    "language",
    "received",
)


class Oversold(StoreError):
    """The counter would not move: somebody else was first. Load the books again and decide anew."""


@dataclass(slots=True)
class Copy:
    """A book as of change number `version`; `known`: the references that have a row."""

    book: Book
    version: int
    known: set[str]


class BookCache:
    """The last committed copy of the book, between transactions. A transaction takes it out to work on it and gives
    it back once it has committed: so no two threads ever change one copy, and one that was undone is never seen."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._copy: Copy | None = None

    def take(self) -> Copy | None:
        with self._lock:
            copy, self._copy = self._copy, None
        return copy

    def give_back(self, copy: Copy) -> None:
        with self._lock:
            self._copy = copy


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change of a registration, as the organiser sees its history. `number` counts all changes ever made."""

    number: int
    at: datetime
    kind: str
    reference: str
    fields: tuple[str, ...]
    message_id: int | None
    decided_by: str | None
    entries: tuple[tuple[Pool, int], ...] = ()


class Books:
    """Registrations and ledger, within one transaction."""

    def __init__(self, connection: Connection, events: tuple[Event, ...], cache: BookCache) -> None:
        self._connection, self._events, self._cache = connection, events, cache
        self._copy: Copy | None = None

    def synchronise(self) -> None:
        """Give every pool that the configuration announces its row and today's capacity. What is taken stays. A
        workshop or round that an announced event no longer has keeps its pool, and gives out no more seats."""
        announced = capacities(self._events)
        # two workers may begin at once on an empty database: the second finds the first one's rows
        dialect = sqlite if self._connection.dialect.name == "sqlite" else postgresql
        rows = [{**_key(pool), "capacity": capacity, "taken": 0} for pool, capacity in sorted(announced.items())]
        if rows:
            self._connection.execute(dialect.insert(pools).on_conflict_do_nothing(), rows)
        there = self._lock_pools()
        slugs = {event.slug for event in self._events}
        for pool, (before, _) in there.items():
            # other events may be another mailbot's, at the same database
            capacity = announced.get(pool, 0 if pool.event in slugs else before)
            if before != capacity:
                self._connection.execute(update(pools).where(_is(pool)).values(capacity=capacity))

    def load(self) -> Book:
        """The books as they stand, locked against other writers until this transaction ends."""
        counters = self._lock_pools()
        # asked after the lock was got: in READ COMMITTED this sees what its last holder committed
        version = self._connection.scalar(select(func.max(changes.c.id))) or 0
        capacity = {pool: seats for pool, (seats, _) in counters.items()}
        taken = {pool: seats for pool, (_, seats) in counters.items()}
        copy = self._copy or self._cache.take()
        if copy is None or copy.version != version or copy.book.taken != taken:
            people = self.everybody()
            copy = Copy(Book(self._events, capacity, taken, people), version, {p.reference for p in people})
        copy.book.capacity = capacity  # set by whoever started last, and no change tells of it
        self._copy = copy
        return copy.book

    def committed(self) -> None:
        """This transaction holds: the next one may go on with its copy of the book."""
        if self._copy is not None:
            self._cache.give_back(self._copy)

    def _lock_pools(self) -> dict[Pool, tuple[int, int]]:
        """Every pool's (capacity, taken). On PostgreSQL whoever books next waits here, so that decisions are taken
        one after the other; in one order for all, or two of them could wait for each other for good."""
        query = select(pools).order_by(pools.c.event, pools.c.round, pools.c.workshop).with_for_update()
        return {Pool(r.event, r.round, r.workshop): (r.capacity, r.taken) for r in self._run(query)}

    def save(self, done: Sequence[tuple[Change, int | None]], at: datetime, decided_by: str | None = None) -> None:
        """Write down changes made in the loaded book, each with the row number of the mail that caused it. Raises
        Oversold."""
        if not done:
            return
        assert self._copy is not None, "changes are made in a book that was loaded in this transaction"
        self._move_counters([change for change, _ in done])
        self._store_registrations(done, self._copy.known)
        # numbered here, where nobody else writes until we are done: asked for its numbers, SQLite takes them row by row
        numbered = list(enumerate(done, self._copy.version + 1))
        self._connection.execute(
            insert(changes),
            [
                {
                    "id": number,
                    "reference": change.registration.reference,
                    "kind": str(change.kind),
                    "fields": list(change.fields),
                    "at": at,
                    "message_id": message,
                    "decided_by": decided_by,
                }
                for number, (change, message) in numbered
            ],
        )
        rows = [
            {"change_id": number, "reference": entry.reference, "seats": entry.seats, **_key(entry.pool)}
            for number, (change, _) in numbered
            for entry in change.entries
        ]
        if rows:
            self._connection.execute(insert(entries), rows)
        self._copy.version += len(done)
        self._copy.known.update(change.registration.reference for change, _ in done)

    def all(self, event: str) -> list[Registration]:
        """Everybody who was ever registered for that event, in the order in which it happened."""
        query = select(registrations).where(registrations.c.event == event).order_by(registrations.c.id)
        return [_registration(row) for row in self._connection.execute(query)]

    def everybody(self) -> list[Registration]:
        """All registrations there ever were, of events that are configured no more too."""
        return [_registration(row) for row in self._run(select(registrations).order_by(registrations.c.id))]

    def message_of(self, reference: str) -> int | None:
        """The row number of the mail that made this registration."""
        query = select(registrations.c.message_id).where(registrations.c.reference == reference)
        return self._connection.scalar(query)

    def pools(self) -> dict[Pool, tuple[int, int]]:
        """Every pool's (capacity, taken) as the counters say."""
        return {
            Pool(row.event, row.round, row.workshop): (row.capacity, row.taken)
            for row in self._connection.execute(select(pools).order_by(pools.c.event, pools.c.round, pools.c.workshop))
        }

    def sums(self) -> Counter[tuple[str, Pool]]:
        """The sum of entries of each registration in each pool."""
        key = (entries.c.reference, entries.c.event, entries.c.round, entries.c.workshop)
        query = select(*key, func.sum(entries.c.seats)).group_by(*key)
        return Counter(
            {
                (reference, Pool(event, number, slug)): int(seats)
                for reference, event, number, slug, seats in self._run(query)
            }
        )

    def history(self, reference: str) -> list[HistoryLine]:
        """What happened to a registration, oldest first."""
        return self._history(changes.c.reference == reference)

    def history_of(self, pool: Pool) -> list[HistoryLine]:
        """Every change that moved a seat in a pool, oldest first."""
        in_pool = and_(
            entries.c.event == pool.event, entries.c.round == pool.round, entries.c.workshop == pool.workshop
        )
        return self._history(changes.c.id.in_(select(entries.c.change_id).where(in_pool)))

    def whole_history(self) -> list[HistoryLine]:
        """Every change that was ever made, oldest first."""
        return self._history(true())

    def _history(self, condition: Any) -> list[HistoryLine]:
        seats: dict[int, list[tuple[Pool, int]]] = {}
        query = select(entries).join(changes, entries.c.change_id == changes.c.id).where(condition)
        for row in self._run(query.order_by(entries.c.id)):
            seats.setdefault(row.change_id, []).append((Pool(row.event, row.round, row.workshop), row.seats))
        query = select(changes).where(condition).order_by(changes.c.id)
        return [
            HistoryLine(
                row.id,
                row.at,
                row.kind,
                row.reference,
                tuple(row.fields),
                row.message_id,
                row.decided_by,
                tuple(seats.get(row.id, ())),
            )
            for row in self._run(query)
        ]

    # -- inside -------------------------------------------------------------------------------------------------

    def _run(self, query: Any) -> Iterator[Any]:
        return iter(self._connection.execute(query))

    def _move_counters(self, done: Sequence[Change]) -> None:
        """Move each counter by what all these changes come to: seats given back in them may be taken in them."""
        net: Counter[Pool] = Counter()
        for change in done:
            for entry in change.entries:
                net[entry.pool] += entry.seats
        for pool, seats in sorted(net.items()):
            if not seats:
                continue
            fits = pools.c.taken + seats <= pools.c.capacity if seats > 0 else pools.c.taken + seats >= 0
            moved = self._connection.execute(
                update(pools).where(and_(_is(pool), fits)).values(taken=pools.c.taken + seats)
            )
            if moved.rowcount != 1:
                raise Oversold(f"no seat left in {pool.event} {pool.round or ''} {pool.workshop}".rstrip())

    def _store_registrations(self, done: Sequence[tuple[Change, int | None]], known: set[str]) -> None:
        """One row a person, as it stands after all of these changes."""
        first: dict[str, int | None] = {}
        last: dict[str, Registration] = {}
        for change, message in done:
            first.setdefault(change.registration.reference, message)
            last[change.registration.reference] = change.registration
        new = [r for reference, r in last.items() if reference not in known]
        if new:
            self._connection.execute(
                insert(registrations), [{**_row(r), "message_id": first[r.reference]} for r in new]
            )
        for registration in last.values():
            if registration.reference in known:
                where = registrations.c.reference == registration.reference
                self._connection.execute(update(registrations).where(where).values(**_row(registration)))


def _key(pool: Pool) -> dict[str, Any]:
    return {"event": pool.event, "round": pool.round, "workshop": pool.workshop}


def _is(pool: Pool) -> Any:
    return and_(pools.c.event == pool.event, pools.c.round == pool.round, pools.c.workshop == pool.workshop)


def _row(registration: Registration) -> dict[str, Any]:
    uid, place = registration.arrival
    return {
        **{name: getattr(registration, name) for name in FIELDS},
        "status": str(registration.status),
        "uid": uid,
        "place": place,
        "workshops": _to_json(registration.workshops),
        "wishes": _to_json(registration.wishes),
    }


def _registration(row: Row[Any]) -> Registration:
    return Registration(
        **{name: getattr(row, name) for name in FIELDS},
        status=RegistrationStatus(row.status),
        arrival=(row.uid, row.place),
        workshops=_from_json(row.workshops),
        wishes=_from_json(row.wishes),
    )


def _to_json(choices: Sequence[Choice]) -> list[list[Any]]:
    return [[choice.round, choice.workshop] for choice in choices]


def _from_json(value: list[list[Any]]) -> tuple[Choice, ...]:
    return tuple(Choice(number, workshop) for number, workshop in value)
