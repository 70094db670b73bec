"""The report's figures, all of one moment."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from mailbot.adapters.store import Database, Transaction
from mailbot.adapters.store.database import Age
from mailbot.adapters.store.messages import StoredMessage
from mailbot.adapters.store.outbox import ReplyStatus
from mailbot.domain.event import Event
from mailbot.domain.ledger import Pool, capacities
from mailbot.domain.message import MessageStatus
from mailbot.domain.registration import Registration
from mailbot.domain.report import EventReport, FailedReply, OpenMail, PoolCount, Report
from mailbot.errors import StoreError

OTHER_AGE = {
    Age.OLDER: "the database belongs to an older version of mailbot: `mailbot run --once` brings it up to date",
    Age.NEWER: "the database belongs to a newer version of mailbot: install that one",
}


def build_report(database: Database, events: tuple[Event, ...], now: datetime) -> Report:
    """How everything stands, for these events. Changes nothing: where there is no database yet, nobody has registered.
    Raises StoreError."""
    age = database.age()
    if age is Age.EMPTY:
        return Report(made=now, events=tuple(_unheard_of(event) for event in events))
    if age is not Age.CURRENT:
        raise StoreError(OTHER_AGE[age])
    with database.snapshot() as tx:
        return Report(
            made=now,
            events=tuple(_event_report(tx, event) for event in events),
            review=_open(tx.messages.with_status(MessageStatus.HELD)),
            questions=_open(tx.messages.with_open_question()),
            failed=_open(tx.messages.with_status(MessageStatus.FAILED)),
            undelivered=tuple(
                FailedReply(row["mail_message_id"], row["recipient"], row["template"], row["error"] or "")
                for row in tx.outbox.failures()
            ),
            outbox=_outbox(tx.outbox.counts()),
            mails=dict(tx.messages.counts()),
        )


def _unheard_of(event: Event) -> EventReport:
    return _with_seats(event, {}, ())


def _event_report(tx: Transaction, event: Event) -> EventReport:
    return _with_seats(event, tx.books.pools(), tuple(tx.books.all(event.slug)))


def _with_seats(
    event: Event, counters: Mapping[Pool, tuple[int, int]], registrations: tuple[Registration, ...]
) -> EventReport:
    """An event that was configured a moment ago has no counters before the worker's next run: all seats are free."""
    seats, *workshops = (
        PoolCount(pool, *counters.get(pool, (capacity, 0))) for pool, capacity in capacities((event,)).items()
    )
    return EventReport(event, seats, tuple(workshops), registrations)


def _open(messages: list[StoredMessage]) -> tuple[OpenMail, ...]:
    return tuple(
        OpenMail(m.id, m.message_id, m.sender, m.subject, m.reasons or ((m.error,) if m.error else ()), m.received)
        for m in messages
    )


def _outbox(counts: Counter[str]) -> dict[str, int]:
    """Queued counts all that has still to be sent, deferred replies too."""
    waiting = (ReplyStatus.QUEUED, ReplyStatus.SENDING, ReplyStatus.DEFERRED)
    return {
        "queued": sum(counts[status] for status in waiting),
        "sent": counts[ReplyStatus.SENT],
        "failed": counts[ReplyStatus.FAILED],
    }
