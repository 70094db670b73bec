"""Two thousand random histories by the rules alone, held against the model: nobody is passed over in any of them.

tests/integration/test_histories.py plays fewer, through the database and with crashes.
"""

from datetime import timedelta
from random import Random

from mailbot.domain.book import Book
from mailbot.domain.decision import Decision, Rules, decide, promote_all
from mailbot.domain.ledger import Change, ChangeKind, Pool, capacities
from mailbot.domain.reading import Kind, Reading
from mailbot.domain.whom import Sender
from tests.booking_model import OFFICES, Cancellation, Choosing, Mail, Model, SignUp, Substitution

from .conftest import MONDAY, an_event

HISTORIES, MAILS = 2000, 25
KINDS = (SignUp, SignUp, SignUp, Cancellation, Substitution, Choosing)
WISHES = ((), ((1, "beleid"),), ((1, "voorbij"),), ((1, "beleid"), (2, "voorbij")))
RULES = Rules(per_address=10_000)


class History:
    """Mails, some of which come long after others that arrived later, and capacities that go up and down."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.event = an_event(chance.randrange(7), seats=chance.randrange(3))
        self.book = Book((self.event,), capacities((self.event,)), {})
        self.model = Model(self.event.capacity, self.event.workshops[0].capacity)
        self.told: list[str] = []

    def play(self) -> None:
        for uid in range(1, MAILS + 1):
            if self.chance.random() < 0.1:
                self.another_capacity()
            self.a_mail(uid)
            self.agrees()

    def a_mail(self, uid: int) -> None:
        members = tuple(self.chance.sample(range(4), self.chance.randrange(1, 5)))
        kind, office = self.chance.choice(KINDS), self.chance.choice(sorted(OFFICES))
        mail: Mail = kind(office, self.chance.randrange(-20, 20), members, self.chance.choice(WISHES))
        at = 20 + uid + mail.late
        line = [r.reference for r in self.book.waiting("dag")]
        sender = Sender(office, MONDAY + timedelta(minutes=at), uid, str(uid))
        reading = Reading(Kind.SIGNUP, event="dag", requests=tuple(mail.requests()))

        decision: Decision = decide(reading, sender, self.book, RULES)

        mail.tell(self.model, at, uid)
        if not isinstance(mail, Substitution):  # a replacement is the one way past the line
            nobody_was_passed(decision.changes, line, self.book)

    def another_capacity(self) -> None:
        self.event = an_event(self.chance.randrange(8), seats=self.chance.randrange(4))
        self.book.capacity = capacities((self.event,))
        self.model.seats, self.model.places = self.event.capacity, self.event.workshops[0].capacity
        line = [r.reference for r in self.book.waiting("dag")]

        promoted = promote_all(self.event, self.book, RULES)

        self.model.promote()
        nobody_was_passed(promoted.changes, line, self.book)

    def agrees(self) -> None:
        coming = {r.name: r for r in self.book.active("dag") if r.name in self.model.coming}
        held = {name: {c.round: c.workshop for c in r.workshops} for name, r in coming.items()}
        assert held == self.model.coming
        assert [r.name for r in self.book.waiting("dag")] == [who for *_, who in self.model.line]
        assert self.book.taken[Pool("dag")] == len(self.model.coming)
        for round in (1, 2, 3):
            for workshop in ("beleid", "voorbij"):
                seated = sum(rounds.get(round) == workshop for rounds in self.model.coming.values())
                assert self.book.taken[Pool("dag", round, workshop)] == seated


def nobody_was_passed(changes: tuple[Change, ...], line: list[str], book: Book) -> None:
    """Told again change by change: a newcomer is seated only where nobody waits, and from the line only its head."""
    line = list(line)
    for change in changes:
        reference = change.registration.reference
        if change.kind is ChangeKind.REGISTERED:
            assert line == []
        elif change.kind is ChangeKind.PROMOTED:
            assert line.pop(0) == reference
        elif change.kind is ChangeKind.WAITLISTED:
            line.append(reference)
            line.sort(key=lambda one: book.get(one).place_in_line)  # type: ignore[union-attr]
        elif change.kind is ChangeKind.CANCELLED and reference in line:
            line.remove(reference)


def test_in_two_thousand_random_histories_nobody_is_passed_over():
    promoted = 0
    for number in range(HISTORIES):
        history = History(Random(number))
        history.play()
        promoted += sum(r.active for r in history.book.registrations())
    assert promoted > HISTORIES  # or it would have told nothing
