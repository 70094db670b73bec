"""What an organiser decides about a mail that waits: accept it as read (or as corrected), dismiss it, or answer it
with a template. All of it runs through the same booking and the same answers as mailbot's own decisions; the name of
whoever decided stands with the message and in every ledger entry's change.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from mailbot.adapters.store import Database, Transaction
from mailbot.adapters.store.messages import StoredMessage
from mailbot.domain.answer import Answer, Template
from mailbot.domain.book import Book
from mailbot.domain.decision import Decision, Rules, decide
from mailbot.domain.message import MessageStatus
from mailbot.domain.reading import Action, Reading, Request
from mailbot.errors import ReviewError
from mailbot.pipeline.process import Handled, Plan, apply, sender_of
from mailbot.pipeline.replies import ReplyWriter
from mailbot.pipeline.understand import Understanding

# What an organiser can decide about: what waits, what was set aside, and a mail booked of which a question is open.
OPEN = (MessageStatus.HELD, MessageStatus.FAILED)

SETTABLE = frozenset({f.name for f in fields(Request)} - {"action", "evidence", "workshops"}) | {"action"}


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
            row = _open_message(tx, id)
        return row, self.understand(row.raw or b"", row.received)

    def accept(self, id: int, by: str, corrections: Mapping[str, str], now: datetime) -> Handled:
        """Book what was read, with corrections ("name", "2.email", "event"). Raises ReviewError where that can't be
        done as it stands; then nothing has changed."""
        row, understanding = self.look(id)
        corrected = replace(understanding, reading=correct(understanding.reading, corrections))
        with self.database.writing() as tx:
            book = tx.books.load()
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
            row = _open_message(tx, id)
            status = row.status if row.question and row.status not in OPEN else MessageStatus.DISMISSED
            tx.messages.conclude(
                row.id, {"status": str(status), "question": False, "decided_by": by, "handled": now, "error": None}
            )

    def reply(self, id: int, template: Template, by: str, now: datetime) -> Handled:
        """Answer with a template and book nothing. After `needs_details` the mail goes on waiting."""
        row, understanding = self.look(id)
        with self.database.writing() as tx:
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
            waits_on = template is Template.NEEDS_DETAILS
            status = MessageStatus.HELD if waits_on else MessageStatus.REFUSED
            handled = Handled(row, understanding, Decision(status, row.reasons, answer))
            self._write_down(tx, book, handled, by, now)
        return handled

    def _write_down(self, tx: Transaction, book: Book, handled: Handled, by: str, now: datetime) -> None:
        plan = Plan(
            handled=[handled],
            changes=[(change, handled.message.id) for change in handled.decision.changes],
            replies=self.replies.write(handled.message, handled.understanding.message, handled.decision, tx, book, now),
        )
        apply(tx, plan, now, decided_by=by)


def correct(reading: Reading, corrections: Mapping[str, str]) -> Reading:
    """The reading with an organiser's corrections: "event", or a person's field as "name" (the first person) or
    "2.name". The number after the last person adds one. Raises ReviewError for a field that there isn't."""
    requests = list(reading.requests)
    event = reading.event
    for path, value in corrections.items():
        number, _, name = path.rpartition(".")
        if path == "event":
            event = value
            continue
        at = int(number or 1) - 1 if (number or "1").isdigit() else -1
        if name not in SETTABLE or not 0 <= at <= len(requests):
            raise ReviewError((f"there is no {path!r} to set",))
        if at == len(requests):
            requests.append(Request(Action.REGISTER, None))
        new: dict[str, Any] = {name: _value(name, value)}
        requests[at] = replace(requests[at], **new)
    return replace(reading, event=event, requests=tuple(requests), review=False, unnamed=0)


def _value(name: str, value: str) -> str | Action | None:
    if name != "action":
        return value or None
    try:
        return Action(value)
    except ValueError:
        raise ReviewError((f"{value!r} is not one of register, cancel, change",)) from None


def _open_message(tx: Transaction, id: int) -> StoredMessage:
    row = tx.messages.get(id)
    if row is None:
        raise ReviewError((f"there is no mail number {id}",))
    if row.status not in OPEN and not row.question:
        raise ReviewError((f"mail {id} does not wait for a decision: it is {row.status}",))
    return row
