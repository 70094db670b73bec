"""Processing: stored mails are understood, decided, booked and answered, in the order in which they arrived.

Three blocks, and only the middle one knows the rules: understand (pure, outside any transaction), decide (pure, on the
loaded books), apply (one transaction: registrations, ledger, rendered replies, the messages' status). A batch is one
transaction. A mail that makes its batch fail is taken alone; after its attempts it is set aside and holds up nobody.
"""

import logging
import re
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from mailbot.adapters.store import Database, Transaction
from mailbot.adapters.store.books import Oversold
from mailbot.adapters.store.messages import StoredMessage
from mailbot.adapters.store.outbox import QueuedReply
from mailbot.adapters.store.storable import storable
from mailbot.domain.book import ALPHABET, Book
from mailbot.domain.decision import Decision, Rules, decide
from mailbot.domain.ledger import Change
from mailbot.domain.message import MessageStatus
from mailbot.domain.whom import Sender
from mailbot.errors import StoreError, Unstorable
from mailbot.pipeline.readers import Readers, result
from mailbot.pipeline.replies import ReplyWriter
from mailbot.pipeline.understand import Understanding
from mailbot.reading.as_json import as_json
from mailbot.reading.message.bounce import says_undeliverable
from mailbot.reading.message.envelope import envelope_of
from mailbot.replying.compose import can_be_addressed

log = logging.getLogger(__name__)

BATCH = 50
# Batches that the readers have beside the one that is booked: booking one takes now longer than reading one, now not so
# long, and with a single one ahead now these would wait for us and now we for them.
AHEAD = 2

Batch = list[tuple[StoredMessage, "Future[Understanding]"]]

REFERENCE = re.compile(rf"\b[{ALPHABET}]{{7}}\b")


@dataclass(frozen=True, slots=True)
class Handled:
    """What became of one mail, for whoever shows it as it happens (the demo, `run -v`)."""

    message: StoredMessage
    understanding: Understanding
    decision: Decision


@dataclass(slots=True)
class Plan:
    """What a batch comes to, gathered before it is written down together."""

    handled: list[Handled] = field(default_factory=list)
    changes: list[tuple[Change, int | None]] = field(default_factory=list)
    replies: list[QueuedReply] = field(default_factory=list)


class Processor:
    """Takes stored mails through the middle of the house."""

    def __init__(
        self,
        database: Database,
        readers: Readers,
        replies: ReplyWriter,
        rules: Rules,
        zone: ZoneInfo,
        attempts: int = 3,
    ) -> None:
        self._database, self._readers, self._replies = database, readers, replies
        self._rules, self._zone, self._attempts = rules, zone, attempts
        self._failed: set[int] = set()  # in this round: what caused it may be gone by the next
        self._left: list[Batch] = []

    def new_round(self) -> None:
        """Mails that failed may be tried again from now on, and what an earlier round left to read is read anew."""
        self._failed.clear()
        self._left = []

    def process(
        self, clock: Callable[[], datetime], stop: Callable[[], bool], *, more: bool = False
    ) -> Iterator[list[Handled]]:
        """All that waits, a batch at a time; the next ones are read while this one is booked. What fails is not tried
        twice in one round. Raises StoreError where the database is at fault.

        `more`: other mails are on their way. The last batches are left to the readers, who would have nothing to do
        while those are fetched; the next call begins with them. Where the readers are still starting, nothing is
        begun at all: those mails can be fetched meanwhile.
        """
        if more and self._readers.coming_up:
            return
        begun, self._left = deque(self._left), []
        while not stop():
            while len(begun) <= AHEAD and (batch := self._begin(begun[-1] if begun else None)):
                begun.append(batch)
            if more and len(begun) <= AHEAD:
                self._left = list(begun)
                return
            if not begun:
                return
            understood = [(row, result(reading)) for row, reading in begun.popleft()]
            yield self._handle([pair for pair in understood if not self._set_aside(*pair)], clock())

    def _begin(self, last: Batch | None) -> Batch:
        """The mails behind that batch in order of arrival, or the first ones, handed to the readers."""
        beyond = (last[-1][0].received, last[-1][0].uid, last[-1][0].id) if last else None
        fresh: list[StoredMessage] = []
        batch: list[StoredMessage] | None = None
        while not fresh and batch != []:
            with self._database.reading() as tx:
                batch = tx.messages.waiting(BATCH, beyond)
            fresh = [row for row in batch if row.id not in self._failed]
            if batch:
                beyond = batch[-1].received, batch[-1].uid, batch[-1].id
        return list(zip(fresh, self._readers.submit([(m.raw or b"", m.received) for m in fresh]), strict=True))

    def _handle(self, understood: Sequence[tuple[StoredMessage, Understanding]], now: datetime) -> list[Handled]:
        try:
            return self._book(understood, now)
        except Oversold:
            return self._book(understood, now)  # somebody else was first: the books are loaded anew
        except Exception as error:
            if is_the_databases(error):
                raise
            log.warning("batch.failed", extra={"mails": len(understood), "error": describe(error)})
            return self._one_by_one(understood, now)

    def _set_aside(self, row: StoredMessage, understanding: Understanding) -> bool:
        """Count it where reading the mail went wrong; it is tried again, then kept for a person. False: all well."""
        if understanding.error is None:
            return False
        self._count_failure(row, understanding.error)
        return True

    def _count_failure(self, row: StoredMessage, error: str) -> None:
        log.error("mail.failed", extra={"message_id": row.message_id, "error": error})
        self._failed.add(row.id)
        envelope = envelope_of(row.raw or b"")  # so that the report can show whose mail it is
        with self._database.writing() as tx:
            if tx.messages.still([row.id], MessageStatus.RECEIVED):
                tx.messages.conclude(row.id, {name: storable(value) for name, value in envelope.items()})
                tx.messages.failed_once(row.id, error, self._attempts)

    def _one_by_one(self, understood: Sequence[tuple[StoredMessage, Understanding]], now: datetime) -> list[Handled]:
        handled = []
        for row, understanding in understood:
            try:
                handled += self._book([(row, understanding)], now)
            except Exception as error:
                if is_the_databases(error):
                    raise
                self._count_failure(row, describe(error))  # never the error's text: it may quote the mail
        return handled

    def _book(self, understood: Sequence[tuple[StoredMessage, Understanding]], now: datetime) -> list[Handled]:
        """Decide and write down, in one transaction."""
        with self._database.writing() as tx:
            # another worker may have been here while we were reading
            mine = tx.messages.still([row.id for row, _ in understood], MessageStatus.RECEIVED)
            book = tx.books.load()
            answered = self._answered_today(tx, understood, now)
            tx.calendar.look_up(u.message.answer_to.email for _, u in understood)
            plan = Plan()
            for row, understanding in understood:
                if row.id in mine:
                    self._plan(plan, row, understanding, tx, book, answered, now)
            apply(tx, plan, now)
        for one in plan.handled:
            log.info(
                "mail.handled",
                extra={"message_id": one.message.message_id, "status": str(one.decision.status)},
            )
        return plan.handled

    def _plan(
        self,
        plan: Plan,
        row: StoredMessage,
        understanding: Understanding,
        tx: Transaction,
        book: Book,
        answered: Counter[str],
        now: datetime,
    ) -> None:
        sender = sender_of(row, understanding, book, now, answered[understanding.message.sender.email])
        decision = decide(understanding.reading, sender, book, self._rules)
        if decision.answer is not None:
            answered[sender.address] += 1
        plan.handled.append(Handled(row, understanding, decision))
        plan.changes += [(change, row.id) for change in decision.changes]
        plan.replies += self._replies.write(row, understanding.message, decision, tx, book, now)

    def _answered_today(
        self, tx: Transaction, understood: Sequence[tuple[StoredMessage, Understanding]], now: datetime
    ) -> Counter[str]:
        midnight = now.astimezone(self._zone).replace(hour=0, minute=0, second=0, microsecond=0)
        return tx.messages.answered_since((u.message.sender.email for _, u in understood), midnight)


def sender_of(
    row: StoredMessage, understanding: Understanding, book: Book, now: datetime, answered_today: int = 0
) -> Sender:
    """What the rules need to know of this mail."""
    message = understanding.message
    return Sender(
        address=message.sender.email,
        received=row.received,
        uid=row.uid,
        seed=row.fingerprint or f"{row.mailbox_id}/{row.uidvalidity}/{row.uid}",
        trust=understanding.screening.trust,
        answerable=can_be_addressed(message.answer_to.email),
        answered_today=answered_today,
        references=tuple(r for r in REFERENCE.findall(message.subject.upper()) if book.get(r)),
        now=now,
    )


def apply(tx: Transaction, plan: Plan, now: datetime, decided_by: str | None = None) -> None:
    """Write a plan down: books, replies, and the status of each mail, in the caller's transaction."""
    tx.books.save(plan.changes, now, decided_by)
    tx.outbox.queue(plan.replies, now)
    rows = [
        {"row": one.message.id, **conclusion(one, tx), "handled": now, "decided_by": decided_by} for one in plan.handled
    ]
    tx.messages.conclude_all(rows)
    for one, row in zip(plan.handled, rows, strict=True):
        if row["about_reply"] and says_undeliverable(one.understanding.message):
            tx.outbox.returned(row["about_reply"])


def conclusion(one: Handled, tx: Transaction) -> dict[str, Any]:
    """The columns of a message that has been decided."""
    message, reading = one.understanding.message, one.understanding.reading
    return {
        "status": str(one.decision.status),
        "reasons": list(one.decision.reasons),
        "reading": as_json(reading, ""),
        "question": reading.question and one.decision.status is not MessageStatus.HELD,
        "sender": storable(message.sender.email)[:320],
        "sender_name": storable(message.sender.name)[:500],
        "subject": storable(message.subject),
        "about_reply": tx.outbox.about(one.understanding.screening.about),
    }


def is_the_databases(error: Exception) -> bool:
    """Whether the database is at fault: then every mail would fail, and none of them may be counted for it. One that
    only refuses what this mail would have it store is well."""
    return isinstance(error, StoreError) and not isinstance(error, Unstorable)


def describe(error: Exception) -> str:
    """Where it went wrong, without what it went wrong with: an error's text may quote the mail."""
    if isinstance(error, Unstorable):
        return f"{error.kind} in database"
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__} in {place}"
