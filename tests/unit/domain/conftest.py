"""An event with two seats' worth of rules, and a small desk that takes mails as the pipeline would."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from mailbot.domain.book import Book
from mailbot.domain.decision import Decision, Rules, decide
from mailbot.domain.event import Choice, Event, Round, Workshop
from mailbot.domain.ledger import Pool, capacities
from mailbot.domain.reading import Action, Kind, Reading, Request
from mailbot.domain.whom import Sender

ZONE = ZoneInfo("Europe/Amsterdam")
DAY = datetime(2023, 3, 30, tzinfo=ZONE)
MONDAY = datetime(2023, 2, 13, 9, 0, tzinfo=ZONE)


def an_event(capacity: int = 10, *, seats: int = 5, waitlist: bool = True, slug: str = "dag", **other: object) -> Event:
    """A day with three rounds and two workshops of `seats` a round: A is "beleid", B is "voorbij"."""
    event = Event(
        slug=slug,
        title="Gemeenten en de strijd tegen discriminatie",
        starts=DAY.replace(hour=10),
        ends=DAY.replace(hour=16),
        location="Utrecht",
        capacity=capacity,
        waitlist=waitlist,
        rounds=tuple(Round(n, DAY.replace(hour=11 + n), DAY.replace(hour=12 + n)) for n in (1, 2, 3)),
        workshops=(
            Workshop("beleid", "Lokaal beleid", seats, (1, 2, 3)),
            Workshop("voorbij", "Vooroordelen Voorbij", seats, (1, 2, 3)),
        ),
    )
    return replace(event, **other)  # type: ignore[arg-type]


@dataclass
class Desk:
    """Takes mails one after the other, a minute apart; `book` is what stands in the books after them."""

    book: Book
    rules: Rules = field(default_factory=Rules)
    _numbers: Callable[[], int] = field(default_factory=lambda: count(1).__next__)

    def mail(self, sender: str, *requests: Request, **reading: object) -> Decision:
        return self.mail_as(Sender(sender, MONDAY, 0, ""), *requests, **reading)

    def mail_as(self, sender: Sender, *requests: Request, **reading: object) -> Decision:
        number = self._numbers()
        event = next(iter(self.book.events))
        full = {"kind": Kind.SIGNUP, "event": event, "requests": requests, **reading}
        sender = replace(sender, received=sender.received + timedelta(minutes=number), uid=number, seed=str(number))
        return decide(Reading(**full), sender, self.book, self.rules)  # type: ignore[arg-type]

    def seats(self) -> tuple[int, int]:
        """Taken at the event, and waiting."""
        event = next(iter(self.book.events))
        return self.book.taken[Pool(event)], len(self.book.waiting(event))

    def taken(self, number: int, workshop: str) -> int:
        return self.book.taken[Pool(next(iter(self.book.events)), number, workshop)]


def a_desk(*events: Event) -> Desk:
    return Desk(Book(events, capacities(events), {}))


@pytest.fixture
def desk() -> Desk:
    return a_desk(an_event(capacity=2))


def register(name: str, email: str | None = None, **details: object) -> Request:
    return Request(Action.REGISTER, name, email, **details)  # type: ignore[arg-type]


def cancel(name: str | None, **details: object) -> Request:
    return Request(Action.CANCEL, name, **details)  # type: ignore[arg-type]


def change(name: str | None, **details: object) -> Request:
    return Request(Action.CHANGE, name, **details)  # type: ignore[arg-type]


def choices(text: str) -> tuple[Choice, ...]:
    """ "1A 2B" as choices; "?A" for a workshop in no round."""
    slugs = {"A": "beleid", "B": "voorbij"}
    return tuple(Choice(int(c[0]) if c[0] != "?" else None, slugs[c[1]]) for c in text.split())


def outcomes(decision: Decision) -> list[tuple[str, str]]:
    """Who was told what."""
    assert decision.answer is not None
    return [(person.name, str(person.outcome)) for person in decision.answer.people]
