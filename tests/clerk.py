"""A worker without a mailbox: mails are laid on its desk already read, and everything from there on is real.

    clerk = Clerk(url, an_event(capacity=2))
    clerk.post("jan@utrecht.nl", register("Jan de Vries"))
    clerk.work()

Each mail's "bytes" are its understanding, pickled: so a history of thousands of mails is about booking, not about
reading, and mails can be laid down by one process and taken up by another.
"""

import pickle
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import event as sqlalchemy_event

from mailbot.adapters.store import Database
from mailbot.adapters.store.messages import FetchedMessage, NewRow
from mailbot.domain.book import Book
from mailbot.domain.decision import Rules
from mailbot.domain.event import Event
from mailbot.domain.message import Address, MessageStatus, Origin, RawMessage, Screening
from mailbot.domain.reading import Kind, Reading, Request
from mailbot.pipeline.audit import Audit, audit
from mailbot.pipeline.capacity import synchronise
from mailbot.pipeline.process import Handled, Processor
from mailbot.pipeline.readers import Readers
from mailbot.pipeline.replies import ReplyWriter
from mailbot.pipeline.review import Review
from mailbot.pipeline.understand import NOTHING, Understanding
from mailbot.replying.compose import Identity
from mailbot.replying.templates import Templates

ZONE = ZoneInfo("Europe/Amsterdam")
MONDAY = datetime(2023, 2, 13, 9, 0, tzinfo=ZONE)
NOW = MONDAY + timedelta(days=7)
WRITER = ReplyWriter(Templates(None), Identity("platform@mensenrechten.example"))
RULES = Rules(per_address=10_000)


class Crash(BaseException):
    """The process is gone, in the middle of what it did."""


class ReadAlready(Readers):
    """Readers to whom every mail was read out before."""

    def __init__(self) -> None:
        super().__init__(unpickled, 1)

    def submit(self, mails: Sequence[tuple[bytes, datetime]]) -> list["Future[Understanding]"]:
        futures: list[Future[Understanding]] = [Future() for _ in mails]
        for future, mail in zip(futures, mails, strict=True):
            future.set_result(unpickled(*mail))
        return futures


def unpickled(data: bytes, _received: datetime) -> Understanding:
    understanding = pickle.loads(data)
    assert isinstance(understanding, Understanding)
    return understanding


class Clerk:
    """One worker at the database of that URL. `mailbox`: the name of the mailbox whose mails it lays down."""

    def __init__(self, url: str, *events: Event, mailbox: str = "desk") -> None:
        self.url, self.events, self.mailbox, self.posted = url, events, mailbox, 0
        self.open()

    def open(self) -> None:
        """Begin, as a process does: bring the tables and the pools up to date."""
        self.database = Database(self.url, self.events)
        self.processor = Processor(self.database, ReadAlready(), WRITER, RULES, ZONE)
        self._statements_left: int | None = None
        sqlalchemy_event.listen(self.database.engine, "before_cursor_execute", self._count)
        if not self.database.is_current():
            self.database.migrate()
        synchronise(self.database, self.events, WRITER, RULES, NOW)
        with self.database.writing() as tx:
            if tx.mailboxes.get(self.mailbox) is None:
                tx.mailboxes.add(self.mailbox, 1, MONDAY, 0)

    def close(self) -> None:
        self.database.close()

    def reopen(self, *events: Event) -> None:
        """End and begin again, perhaps by another configuration."""
        self.close()
        self.events = events or self.events
        self.open()

    def post(self, sender: str, *requests: Request, at: int | None = None, **reading: Any) -> int:
        """A mail that arrived `at` that minute, or a minute after the one before. Returns its UID."""
        self.posted += 1
        uid, received = self.posted, MONDAY + timedelta(minutes=self.posted if at is None else at)
        full = {"kind": Kind.SIGNUP, "event": self.events[0].slug, "requests": requests, **reading}
        message = replace(
            NOTHING, message_id=f"<{uid}@{self.mailbox}.example>", sender=Address("", sender), subject=f"Mail {uid}"
        )
        data = pickle.dumps(Understanding(message, Screening(Origin.HUMAN), Reading(**full)))
        with self.database.writing() as tx:
            state = tx.mailboxes.get(self.mailbox)
            assert state is not None
            tx.messages.add(state, [NewRow(uid, received, len(data), message.message_id, MessageStatus.LISTED)])
            (row,) = tx.messages.to_fetch(state, 1, None)
            raw = RawMessage(uid, received, len(data), data)
            tx.messages.store([FetchedMessage(row.id, raw, message.message_id, f"{self.mailbox}-{uid}")])
        return uid

    def work(self) -> list[Handled]:
        """Take up all that waits, in the order of arrival."""
        return [one for batch in self.processor.process(lambda: NOW, lambda: False) for one in batch]

    def crash_while_working(self, statements: int) -> None:
        """Work until that many statements went to the database, then be gone; and begin again."""
        self._statements_left = statements
        with suppress(Crash):
            self.work()
        self.reopen()

    def review(self) -> Review:
        return Review(self.database, unpickled, WRITER, RULES)

    def book(self) -> Book:
        """The books as the database has them, not as anybody remembers them."""
        self.database.cache.take()
        with self.database.writing() as tx:
            return tx.books.load()

    def audit(self) -> Audit:
        return audit(self.database, self.events, self.mailbox, None, now=NOW)

    def _count(self, *_: object) -> None:
        if self._statements_left is not None:
            self._statements_left -= 1
            if self._statements_left < 0:
                raise Crash
