"""The figures by which one sees whether mailbot is well: counts and moments, never people. For `mailbot doctor`,
/health and /metrics, which ask every few seconds: nothing here reads mails or registrations, only counts them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from mailbot.adapters.store.database import Transaction
from mailbot.adapters.store.outbox import IS_REPLY, OPEN
from mailbot.adapters.store.tables import mailboxes, messages, registrations, replies
from mailbot.adapters.store.troubles import Trouble
from mailbot.domain.ledger import Pool
from mailbot.domain.message import MessageStatus
from mailbot.domain.registration import RegistrationStatus


@dataclass(frozen=True, slots=True)
class Vitals:
    """All of one moment. `polled`: when the last poll succeeded; `newest_mail` and `oldest_held`: when the server
    received those; `oldest_reply`: since when the oldest reply waits that has still to leave; `pools`: (capacity,
    taken); `waiting`: people on the waiting list by event; `troubles`: what is wrong now, as the worker sees it."""

    polled: datetime | None
    newest_mail: datetime | None
    oldest_held: datetime | None
    oldest_reply: datetime | None
    mails: Mapping[str, int]
    replies: Mapping[str, int]
    pools: Mapping[Pool, tuple[int, int]]
    waiting: Mapping[str, int]
    troubles: tuple[Trouble, ...]


def vitals(tx: Transaction, mailbox: str) -> Vitals:
    """`mailbox`: the name of the watched folder in the books."""
    connection = tx.connection
    held = messages.c.status == MessageStatus.HELD
    open_ = replies.c.status.in_([str(status) for status in OPEN])
    waitlisted = registrations.c.status == RegistrationStatus.WAITLISTED
    return Vitals(
        polled=connection.scalar(select(mailboxes.c.polled).where(mailboxes.c.name == mailbox)),
        newest_mail=connection.scalar(select(func.max(messages.c.received))),
        oldest_held=connection.scalar(select(func.min(messages.c.received)).where(held)),
        oldest_reply=connection.scalar(select(func.min(replies.c.created)).where(open_, IS_REPLY)),
        mails=_tally(connection, select(messages.c.status, func.count()).group_by(messages.c.status)),
        replies=_tally(connection, select(replies.c.status, func.count()).where(IS_REPLY).group_by(replies.c.status)),
        pools=tx.books.pools(),
        waiting=_tally(
            connection, select(registrations.c.event, func.count()).where(waitlisted).group_by(registrations.c.event)
        ),
        troubles=tuple(tx.troubles.lasting()),
    )


def _tally(connection: Connection, query: Select[Any]) -> dict[str, int]:
    return {str(row[0]): int(row[1]) for row in connection.execute(query)}
