"""Bringing the pools to what the configuration announces: at the start, and whenever it is read again.

More seats go to the waiting list, strictly in its order and with a notice each; fewer take nobody's away. Who still
waits when the event is over, waits no longer.
"""

from datetime import datetime

from mailbot.adapters.store import Database, Transaction
from mailbot.domain.decision import Notice, Rules, promote_all
from mailbot.domain.event import Event
from mailbot.domain.ledger import Change
from mailbot.pipeline.replies import ReplyWriter


def synchronise(
    database: Database, events: tuple[Event, ...], writer: ReplyWriter, rules: Rules, now: datetime
) -> None:
    """One transaction: capacities, promotions, notices. Raises StoreError."""
    with database.writing() as tx:
        tx.books.synchronise()
        _move_up(tx, events, writer, rules, now)


def keep_up(database: Database, events: tuple[Event, ...], writer: ReplyWriter, rules: Rules, now: datetime) -> None:
    """What time brings: the lists of what is over end. The capacities stay: a worker that hasn't read the newest
    configuration yet would set them back. Raises StoreError."""
    with database.writing() as tx:
        _move_up(tx, events, writer, rules, now)


def _move_up(tx: Transaction, events: tuple[Event, ...], writer: ReplyWriter, rules: Rules, now: datetime) -> None:
    book = tx.books.load()
    changes: list[Change] = []
    notices: list[Notice] = []
    for event in events:
        if now >= event.ends:
            changes += book.expire(event)
        else:
            promoted = promote_all(event, book, rules)
            changes += promoted.changes
            notices += promoted.notices
    tx.books.save([(change, None) for change in changes], now)
    tx.outbox.queue(writer.notices(notices, f"capacity/{now.isoformat()}", tx, book, now), now)
