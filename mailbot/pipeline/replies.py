"""From a decision to the replies that go into the outbox: to whom, in which thread, with which calendar item.

Each reply's Message-ID is made from the mail that it answers, so deciding the same mail twice makes the same reply.
What the replies say is `replying`'s.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import uuid4

from mailbot.adapters.store import Transaction
from mailbot.adapters.store.calendar_items import CalendarItem
from mailbot.adapters.store.messages import StoredMessage
from mailbot.adapters.store.outbox import QueuedReply, ReplyKind
from mailbot.domain.answer import Answer, CalendarEntry, Outcome, Template, Thread
from mailbot.domain.book import Book
from mailbot.domain.decision import Decision, Notice
from mailbot.domain.event import Event
from mailbot.domain.identity import domain_of
from mailbot.domain.message import IncomingMessage, OutgoingMessage
from mailbot.domain.registration import Registration, RegistrationStatus
from mailbot.pipeline.understand import OWN_MESSAGE_ID
from mailbot.replying.compose import Identity, can_be_addressed, compose
from mailbot.replying.templates import Templates

# Outcomes after which somebody's calendar should say something else than before.
IN_CALENDAR = (Outcome.CONFIRMED, Outcome.PROMOTED, Outcome.CANCELLED, Outcome.CHANGED)


log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ReplyWriter:
    """Renders what a decision says. `identity`: the platform, as the sender of all replies."""

    templates: Templates
    identity: Identity

    def write(
        self,
        row: StoredMessage,
        message: IncomingMessage,
        decision: Decision,
        tx: Transaction,
        book: Book,
        now: datetime,
    ) -> list[QueuedReply]:
        """The reply to this mail, if it gets one, and the notices to others that it led to."""
        replies = []
        if decision.answer is not None and can_be_addressed(message.answer_to.email):
            kind = ReplyKind.DETAILS if decision.answer.template is Template.NEEDS_DETAILS else ReplyKind.ANSWER
            thread = thread_of(message)
            replies.append(
                QueuedReply(self._compose(decision.answer, thread, _seed(row, kind), tx, book, now), kind, row.id)
            )
        return replies + self.notices(decision.notices, _seed(row, ReplyKind.NOTICE), tx, book, now, row)

    def notices(
        self,
        notices: Iterable[Notice],
        seed: str,
        tx: Transaction,
        book: Book,
        now: datetime,
        cause: StoredMessage | None = None,
    ) -> list[QueuedReply]:
        """Mails to people who didn't just write, each in the thread of the mail that registered them."""
        replies = []
        for notice in notices:
            recipient = _reachable(notice.registration)
            if recipient is None:
                # only a reading of long ago can have left such an address: nobody else's booking may fail over it
                log.error("notice.unsendable", extra={"reference": notice.registration.reference})
                continue
            about = tx.books.message_of(notice.registration.reference)
            origin = tx.messages.get(about) if about is not None else None
            thread = Thread(
                recipient=recipient,
                subject=origin.subject if origin else "",
                message_id=origin.message_id or None if origin else None,
                references=(),
                auto_generated=True,
            )
            mail = self._compose(notice.answer, thread, f"{seed}/{notice.registration.reference}", tx, book, now)
            replies.append(
                QueuedReply(mail, ReplyKind.NOTICE, about if about is not None else cause.id if cause else None)
            )
        return replies

    def _compose(
        self, answer: Answer, thread: Thread, seed: str, tx: Transaction, book: Book, now: datetime
    ) -> OutgoingMessage:
        digest = sha256(seed.encode("utf-8", "replace")).hexdigest()[:24]
        message_id = f"<{OWN_MESSAGE_ID}{digest}@{domain_of(self.identity.address)}>"
        calendar = calendar_entries(answer, thread.recipient, tx, book)
        return compose(answer, thread, self.identity, calendar, now, message_id, self.templates)


def _reachable(registration: Registration) -> str | None:
    """The person's own address, or that of whoever booked: the first that a mail can be sent to."""
    addresses = (registration.email or "", registration.booked_by)
    return next((address for address in addresses if can_be_addressed(address)), None)


def thread_of(message: IncomingMessage) -> Thread:
    """The conversation that an answer to this mail belongs to. The answer goes to Reply-To, or to From."""
    return Thread(
        recipient=message.answer_to.email,
        subject=message.subject,
        message_id=message.own_message_id,
        references=message.references or ((message.in_reply_to,) if message.in_reply_to else ()),
    )


def calendar_entries(answer: Answer, recipient: str, tx: Transaction, book: Book) -> tuple[CalendarEntry, ...]:
    """The calendar items that this reply brings up to date, one an event."""
    outcomes: dict[Event, set[Outcome]] = {}
    for person in answer.people:
        if person.outcome in IN_CALENDAR:
            outcomes.setdefault(person.event, set()).add(person.outcome)
    entries = (_calendar_entry(event, became, recipient, tx, book) for event, became in outcomes.items())
    return tuple(entry for entry in entries if entry is not None)


def _calendar_entry(
    event: Event, became: set[Outcome], recipient: str, tx: Transaction, book: Book
) -> CalendarEntry | None:
    """A new version of the recipient's item at that event; a CANCEL where nobody of theirs comes any more. None where
    there is nothing to take back, or others of theirs still come: then their calendar is right as it is."""
    comes = somebody_comes(event, recipient, book)
    item = tx.calendar.get(event.slug, recipient)
    if (item is None and not comes) or (comes and became == {Outcome.CANCELLED}):
        return None
    now = CalendarItem(item.uid, item.sequence + 1) if item else CalendarItem(_calendar_uid(), 0)
    tx.calendar.keep(event.slug, recipient, now)
    return CalendarEntry(now.uid, now.sequence, event, cancel=not comes)


def somebody_comes(event: Event, recipient: str, book: Book) -> bool:
    """Whether this event belongs in the recipient's calendar: she comes herself, or, where she only booked for
    others, one of those comes."""
    there = book.of_address(recipient, event.slug)
    own = [r for r in there if r.email == recipient]
    return any(r.status is RegistrationStatus.CONFIRMED for r in own or there)


def _calendar_uid() -> str:
    """Random, so that nobody can be recognised by it."""
    return f"{uuid4()}@mailbot"


def _seed(row: StoredMessage, kind: ReplyKind) -> str:
    return f"{row.mailbox_id}/{row.fingerprint or row.uid}/{row.message_id}/{kind}"
