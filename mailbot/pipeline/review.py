"""What an organiser decides about a mail that waits: accept it as read (or as corrected), dismiss it, or answer it
with a template. All of it runs through the same booking and the same answers as mailbot's own decisions; the name of
whoever decided stands with the message and in every ledger entry's change.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from mailbot.adapters.store import Database, Transaction
from mailbot.adapters.store.messages import StoredMessage
from mailbot.adapters.store.outbox import ReplyKind
from mailbot.domain.answer import Answer, Template
from mailbot.domain.book import Book
from mailbot.domain.decision import Decision, Rules, decide
from mailbot.domain.message import MessageStatus
from mailbot.errors import ReviewError
from mailbot.pipeline.corrections import correct, leave_out
from mailbot.pipeline.process import Handled, Plan, apply, sender_of
from mailbot.pipeline.replies import ReplyWriter
from mailbot.pipeline.understand import Understanding
from mailbot.replying.compose import can_be_addressed

# What an organiser can decide about: what waits, what was set aside, and a mail booked of which a question is open.
OPEN = (MessageStatus.HELD, MessageStatus.FAILED)


@dataclass(frozen=True, slots=True)
class Review:
    """The desk at which mails are decided. `understand` reads a stored mail again: the reading is pre-filled."""

    database: Database
    understand: Callable[[bytes, datetime], Understanding]
    replies: ReplyWriter
    rules: Rules

    def look(self, id: int) -> tuple[StoredMessage, Understanding]:
        """The mail and its reading. Raises ReviewError where there is no such mail, or no content."""
        with self.database.reading() as tx:
            row = _known_message(tx, id)
        return row, self.understand(row.raw or b"", row.received)

    def accept(
        self, id: int, by: str, corrections: Mapping[str, str], now: datetime, without: Iterable[int] = ()
    ) -> Handled:
        """Book what was read, with corrections ("name", "2.email", "event", "workshops") and `without` the people of
        those numbers. Raises ReviewError where that can't be done as it stands; then nothing has changed."""
        row, understanding = self.look(id)
        with self.database.writing() as tx:
            _claim(tx, row, understanding)
            book = tx.books.load()
            reading = leave_out(correct(understanding.reading, corrections, book.events), without)
            corrected = replace(understanding, reading=reading)
            sender = replace(sender_of(row, corrected, book, now), organiser=True)
            decision = decide(corrected.reading, sender, book, self.rules)
            if decision.status is MessageStatus.HELD:
                raise ReviewError(decision.reasons)
            handled = Handled(row, corrected, decision)
            self._write_down(tx, book, handled, by, now)
        return handled

    def dismiss(self, id: int, by: str, now: datetime) -> None:
        """Nothing needs doing, or the organiser did it herself; also closes the question of a mail that was booked."""
        with self.database.writing() as tx:
            row = _known_message(tx, id)
            # looked at under its lock: somebody may be accepting it at this moment
            if not tx.messages.still([row.id], row.status) or (row.status not in OPEN and not row.question):
                raise ReviewError((f"Mail {id} wacht niet op een besluit.",))
            status = row.status if row.question and row.status not in OPEN else MessageStatus.DISMISSED
            tx.messages.conclude(
                row.id, {"status": str(status), "question": False, "decided_by": by, "handled": now, "error": None}
            )

    def reply(self, id: int, template: Template, by: str, now: datetime) -> Handled:
        """Answer with a template and book nothing. After `needs_details` the mail goes on waiting. Raises ReviewError
        where it has had that answer."""
        row, understanding = self.look(id)
        waits_on = template is Template.NEEDS_DETAILS
        with self.database.writing() as tx:
            _claim(tx, row, understanding)
            if waits_on and tx.outbox.has(row.id, ReplyKind.DETAILS):
                raise ReviewError((f"Op mail {id} is al om de ontbrekende gegevens gevraagd.",))
            book = tx.books.load()
            event = book.events.get(understanding.reading.event or "") or next(iter(book.events.values()))
            language = understanding.reading.language
            answer = Answer(
                template,
                language if language in ("nl", "en") else self.rules.language,
                event,
                free=book.free_choices(event),
                unnamed=understanding.reading.unnamed,
            )
            status = MessageStatus.HELD if waits_on else MessageStatus.REFUSED
            handled = Handled(row, understanding, Decision(status, row.reasons, answer))
            self._write_down(tx, book, handled, by, now)
            tx.messages.conclude(row.id, {"question": False})  # this was the answer to it
        return handled

    def _write_down(self, tx: Transaction, book: Book, handled: Handled, by: str, now: datetime) -> None:
        plan = Plan(
            handled=[handled],
            changes=[(change, handled.message.id) for change in handled.decision.changes],
            replies=self.replies.write(handled.message, handled.understanding.message, handled.decision, tx, book, now),
        )
        apply(tx, plan, now, decided_by=by)


def _known_message(tx: Transaction, id: int) -> StoredMessage:
    row = tx.messages.get(id)
    if row is None:
        raise ReviewError((f"Er is geen mail met nummer {id}.",))
    return row


def _claim(tx: Transaction, row: StoredMessage, understanding: Understanding) -> None:
    """Make sure that the mail still waits, and let nobody else decide about it until this transaction ends."""
    if row.status not in OPEN or not tx.messages.still([row.id], row.status):
        raise ReviewError((f"Mail {row.id} wacht niet meer op een besluit.",))
    if not can_be_addressed(understanding.message.answer_to.email):
        raise ReviewError(("no_address",))  # the answer could go nowhere
