"""The books of all events as they stand: seats taken, registrations, the waiting list. Pure, and changed in place.

Each method does one thing that can happen to a registration and returns the `Change`s to be written down. Who may
ask for it, and what the answer says, is `decision.py`'s; that no interleaving oversells is the store's, which moves
each counter by a conditional update and throws this copy away where somebody else was first.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from hashlib import sha256

from mailbot.domain.event import Choice, Event
from mailbot.domain.identity import keys
from mailbot.domain.ledger import Change, ChangeKind, Entry, Pool
from mailbot.domain.registration import Registration, RegistrationStatus

# No 0 O 1 I L U: a reference is read aloud over the phone.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


# Where somebody stands in the line: arrival at the server, UID, place in the mail; then the reference, so that even
# mails of two mailboxes that agree in all of it have one order, in whichever process and after whichever restart.
Place = tuple[datetime, int, int, str]


class Book:
    """`capacity` and `taken` in seats a pool; registrations in the order in which they were made."""

    def __init__(
        self,
        events: Sequence[Event],
        capacity: dict[Pool, int],
        taken: dict[Pool, int],
        registrations: Iterable[Registration] = (),
    ) -> None:
        self.events = {event.slug: event for event in events}
        self.capacity = dict(capacity)
        self.taken = {pool: taken.get(pool, 0) for pool in capacity}
        self._registrations: dict[str, Registration] = {}
        # where to look, so that booking costs the same however many people there are already
        self._lines: dict[str, list[Place]] = {event.slug: [] for event in events}
        self._by_address: dict[str, dict[str, None]] = {}
        self._by_name: dict[str, dict[str, None]] = {}
        for registration in registrations:
            self._keep(registration)

    # -- looking ------------------------------------------------------------------------------------------------

    def registrations(self, event: str | None = None) -> Iterator[Registration]:
        """All of them, or those at one event, in the order in which they were made."""
        return (r for r in self._registrations.values() if event is None or r.event == event)

    def active(self, event: str | None = None) -> Iterator[Registration]:
        """Those who come or wait."""
        return (r for r in self.registrations(event) if r.active)

    def get(self, reference: str) -> Registration | None:
        return self._registrations.get(reference)

    def waiting(self, event: str) -> list[Registration]:
        """The waiting list, its head first: strictly by arrival at the server."""
        return [self._registrations[reference] for *_, reference in self._lines.get(event, ())]

    def of_address(self, address: str, event: str) -> list[Registration]:
        """All that are about an address or were made by it, in the order in which they were made."""
        found = self._at(self._by_address.get(address, {}), event)
        return [registration for registration in found if address in (registration.email, registration.booked_by)]

    def of_name(self, name: str, event: str) -> list[Registration]:
        """All whose name could be this one (`identity.same_name` decides), in the order in which they were made."""
        found = {reference: None for key in keys(name) for reference in self._by_name.get(key, ())}
        return self._at(found, event)

    def position(self, registration: Registration) -> int | None:
        """The place on the waiting list, from 1; None for somebody who doesn't wait."""
        now = self._registrations.get(registration.reference)
        if now is None or now.status is not RegistrationStatus.WAITLISTED:
            return None
        return bisect_left(self._lines[now.event], _place(now)) + 1

    def free(self, pool: Pool) -> int:
        """Seats left in a pool; never under 0, also where the capacity was lowered under what is taken."""
        return max(self.capacity.get(pool, 0) - self.taken.get(pool, 0), 0)

    def free_choices(self, event: Event) -> tuple[Choice, ...]:
        """The workshops and rounds in which a seat is left."""
        return tuple(choice for choice, pool in _choices(event) if self.free(pool))

    def new_reference(self, seed: str) -> str:
        """A reference that nobody has yet, the same one whenever the same mail is booked again."""
        for attempt in range(1000):
            digest = int.from_bytes(sha256(f"{seed}/{attempt}".encode()).digest()[:8])
            reference = "".join(ALPHABET[digest // len(ALPHABET) ** i % len(ALPHABET)] for i in range(7))
            if reference not in self._registrations:
                return reference
        raise RuntimeError("no reference left")  # 30^7 of them: something else is wrong

    # -- changing -----------------------------------------------------------------------------------------------

    def seat_at_once(self, event: Event) -> bool:
        """Whether a newcomer gets a seat: one is left, and nobody waits for it."""
        return self.free(Pool(event.slug)) > 0 and not self._lines[event.slug]

    def book(self, newcomer: Registration, wishes: Sequence[Choice]) -> Change:
        """A seat at the event, and the workshop seats that are left of `wishes`; the others stay as wishes."""
        return self._seat(newcomer, wishes, ChangeKind.REGISTERED)

    def put_on_waiting_list(self, newcomer: Registration, wishes: Sequence[Choice]) -> Change:
        waiting = replace(newcomer, status=RegistrationStatus.WAITLISTED, workshops=(), wishes=tuple(wishes))
        return self._record(ChangeKind.WAITLISTED, waiting, ())

    def cancel(self, registration: Registration) -> Change:
        """All its seats go back to their pools. Promoting who waits for them is `promote`'s, called next."""
        held = self._seats_of(registration)
        gone = replace(registration, status=RegistrationStatus.CANCELLED, workshops=(), wishes=())
        return self._record(ChangeKind.CANCELLED, gone, self._entries(registration, held, -1))

    def hand_over(self, leaver: Registration, successor: Registration, wishes: Sequence[Choice]) -> list[Change]:
        """The successor takes the leaver's seat, or place in line: the queue isn't asked. Somebody who is in the
        books already and waits leaves the line for that seat, or moves to the better of the two places in it."""
        waits = leaver.status is RegistrationStatus.WAITLISTED
        is_known = successor.reference in self._registrations
        gone = self.cancel(leaver)
        if waits:
            if not (is_known and successor.place_in_line < leaver.place_in_line):
                successor = replace(successor, received=leaver.received, arrival=leaver.arrival)
            return [gone, self.put_on_waiting_list(successor, wishes)]
        kind = ChangeKind.PROMOTED if is_known else ChangeKind.REGISTERED
        return [gone, self._seat(successor, wishes, kind, kept=leaver.workshops)]

    def promote(self, event: Event) -> list[Change]:
        """Seats that are free go to the head of the queue, as long as there are both."""
        changes = []
        line = self._lines.get(event.slug)
        while line and self.free(Pool(event.slug)):
            *_, reference = line[0]  # who is seated leaves it
            first = self._registrations[reference]
            changes.append(self._seat(first, first.wishes, ChangeKind.PROMOTED))
        return changes

    def expire(self, event: Event) -> list[Change]:
        """The event is over: who still waits, waits no longer."""
        return [
            self._record(ChangeKind.EXPIRED, replace(r, status=RegistrationStatus.EXPIRED), ())
            for r in self.waiting(event.slug)
        ]

    def amend(self, registration: Registration, fields: dict[str, str]) -> Change | None:
        """Other details of the same person; None where they say nothing new."""
        new = {name: value for name, value in fields.items() if getattr(registration, name) != value}
        if not new:
            return None
        changed = replace(registration, **new)  # type: ignore[arg-type]
        return self._record(ChangeKind.CHANGED, changed, (), tuple(sorted(new)))

    def choose(self, registration: Registration, choices: Sequence[Choice]) -> tuple[Change | None, tuple[Choice, ...]]:
        """Workshop seats move to `choices`, round by round; where the new one is full the old one stays.

        Returns the change (None where nothing moved) and the choices that were full.
        """
        if registration.status is RegistrationStatus.WAITLISTED:
            return self._wish(registration, choices), ()
        event = self.events[registration.event]
        held = {choice.round: choice for choice in registration.workshops}
        full = []
        for choice in self._placed(event, choices, held):
            if choice.round is None or (held.get(choice.round) != choice and not self._free(event, choice)):
                full.append(choice)
            else:
                held[choice.round] = choice
        chosen = tuple(sorted(held.values()))
        if chosen == tuple(sorted(registration.workshops)):
            return None, tuple(full)
        given_up = [c for c in registration.workshops if c not in chosen]
        taken = [c for c in chosen if c not in registration.workshops]
        entries = [
            *(Entry(Pool.of(event.slug, c), registration.reference, -1) for c in given_up),
            *(Entry(Pool.of(event.slug, c), registration.reference, +1) for c in taken),
        ]
        changed = replace(registration, workshops=chosen, wishes=())
        return self._record(ChangeKind.CHANGED, changed, tuple(entries), ("workshops",)), tuple(full)

    # -- inside -------------------------------------------------------------------------------------------------

    def _seat(
        self, registration: Registration, wishes: Sequence[Choice], kind: ChangeKind, kept: Sequence[Choice] = ()
    ) -> Change:
        """`kept`: workshop seats handed over, hers also where their number was lowered under what is taken."""
        event = self.events[registration.event]
        placed = self._placed(event, wishes, {})
        got = tuple(sorted(c for c in placed if c.round is not None and (c in kept or self._free(event, c))))
        missed = tuple(c for c in placed if c not in got)
        seated = replace(registration, status=RegistrationStatus.CONFIRMED, workshops=got, wishes=missed)
        return self._record(kind, seated, self._entries(seated, self._seats_of(seated), +1))

    def _wish(self, registration: Registration, choices: Sequence[Choice]) -> Change | None:
        rounds = {choice.round for choice in choices if choice.round is not None}
        kept = [wish for wish in registration.wishes if wish.round not in rounds and wish not in choices]
        wishes = (*kept, *choices)
        if wishes == registration.wishes:
            return None
        return self._record(ChangeKind.CHANGED, replace(registration, wishes=wishes), (), ("workshops",))

    def _placed(self, event: Event, wishes: Sequence[Choice], held: dict[int | None, Choice]) -> list[Choice]:
        """The wishes, each without a round put into the first that suits: given there, free, not in use by her."""
        placed = [wish for wish in wishes if wish.round is not None]
        for wish in wishes:
            if wish.round is not None:
                continue
            if any(c.workshop == wish.workshop for c in held.values()):
                continue  # she has it already, in whichever round
            used = {c.round for c in placed} | set(held)
            rounds = [n for n in event.workshop(wish.workshop).rounds if n not in used]
            fitting = [c for n in rounds if self._free(event, c := Choice(n, wish.workshop))]
            placed.append(fitting[0] if fitting else wish)
        return placed

    def _free(self, event: Event, choice: Choice) -> bool:
        return self.free(Pool.of(event.slug, choice)) > 0

    def _seats_of(self, registration: Registration) -> list[Pool]:
        if registration.status is not RegistrationStatus.CONFIRMED:
            return []
        return [Pool(registration.event), *(Pool.of(registration.event, c) for c in registration.workshops)]

    def _entries(self, registration: Registration, pools: list[Pool], seats: int) -> tuple[Entry, ...]:
        return tuple(Entry(pool, registration.reference, seats) for pool in pools)

    def _record(
        self, kind: ChangeKind, after: Registration, entries: tuple[Entry, ...], fields: tuple[str, ...] = ()
    ) -> Change:
        for entry in entries:
            self.taken[entry.pool] = self.taken.get(entry.pool, 0) + entry.seats
        self._keep(after)
        return Change(kind, after, entries, fields)

    def _keep(self, registration: Registration) -> None:
        reference = registration.reference
        self._stand_in_line(self._registrations.get(reference), registration)
        self._registrations[reference] = registration
        for address in {registration.email, registration.booked_by} - {None}:
            self._by_address.setdefault(str(address), {})[reference] = None
        for key in keys(registration.name):
            self._by_name.setdefault(key, {})[reference] = None

    def _stand_in_line(self, before: Registration | None, after: Registration) -> None:
        line = self._lines.setdefault(after.event, [])
        if before is not None and before.status is RegistrationStatus.WAITLISTED:
            del line[bisect_left(line, _place(before))]
        if after.status is RegistrationStatus.WAITLISTED:
            insort(line, _place(after))

    def _at(self, references: Iterable[str], event: str) -> list[Registration]:
        # an index only grows: who is found under a former name or address is for the caller to look at once more
        found = (self._registrations[reference] for reference in references)
        return [registration for registration in found if registration.event == event]


@lru_cache(maxsize=256)
def _choices(event: Event) -> tuple[tuple[Choice, Pool], ...]:
    return tuple((choice, Pool.of(event.slug, choice)) for choice in event.choices())


def _place(registration: Registration) -> Place:
    return (*registration.place_in_line, registration.reference)
