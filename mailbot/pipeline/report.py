"""The report's figures, all from one moment: read in one transaction."""

from collections import Counter
from datetime import datetime

from mailbot.adapters.store import Database, Transaction
from mailbot.adapters.store.messages import StoredMessage
from mailbot.adapters.store.outbox import ReplyStatus
from mailbot.domain.event import Event
from mailbot.domain.ledger import Pool
from mailbot.domain.message import MessageStatus
from mailbot.domain.report import EventReport, FailedReply, OpenMail, PoolCount, Report


def build_report(database: Database, events: tuple[Event, ...], now: datetime) -> Report:
    """How everything stands, for these events. Raises StoreError."""
    with database.reading() as tx:
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


def _event_report(tx: Transaction, event: Event) -> EventReport:
    counters = tx.books.pools()
    pools = [Pool(event.slug), *(Pool.of(event.slug, choice) for choice in event.choices())]
    seats, *workshops = (PoolCount(pool, *counters.get(pool, (0, 0))) for pool in pools)
    return EventReport(event, seats, tuple(workshops), tuple(tx.books.all(event.slug)))


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
