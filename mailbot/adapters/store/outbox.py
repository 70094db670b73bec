"""Replies on their way out.

    queued -> sending -> sent | deferred (until `due`) | failed

A reply is queued in the transaction that books, so there is never the one without the other. It is claimed before it
is sent; a claim that its worker didn't live to end runs out, and the reply goes again with the same Message-ID: a
rare duplicate is better than somebody who never hears.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, and_, func, insert, or_, select, update

from mailbot.adapters.store.calendar_items import CalendarItems
from mailbot.adapters.store.tables import messages, replies, reply_contents
from mailbot.domain.message import OutgoingMessage

# Why a reply failed that a server had taken, and that came back in a bounce.
RETURNED = "a mail server sent it back as undeliverable"


class ReplyStatus(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DEFERRED = "deferred"
    FAILED = "failed"


class ReplyKind(StrEnum):
    ANSWER = "answer"  # the one reply to a mail
    DETAILS = "details"  # asks for what is missing, while the mail waits for a person
    NOTICE = "notice"  # to somebody who didn't just write
    ALERT = "alert"  # to whoever looks after mailbot; no reply to anybody


@dataclass(frozen=True, slots=True)
class QueuedReply:
    """A reply to be queued, with the row number of the mail it is about."""

    message: OutgoingMessage
    kind: ReplyKind
    about: int | None


@dataclass(frozen=True, slots=True)
class ClaimedReply:
    """A reply that this worker is to send."""

    id: int
    recipient: str
    mail_message_id: str
    data: bytes
    attempts: int


IS_REPLY = replies.c.kind != str(ReplyKind.ALERT)
# Longer than a refused reply ever waits, and than any claim holds.
NO_WAIT_IS_LONGER = timedelta(days=2)

# What has still to leave the house.
OPEN = (ReplyStatus.QUEUED, ReplyStatus.DEFERRED, ReplyStatus.SENDING)


class Outbox:
    """The replies and what they say, within one transaction."""

    def __init__(self, connection: Connection, calendar: CalendarItems) -> None:
        self._connection, self._calendar = connection, calendar

    def queue(self, queued: Sequence[QueuedReply], now: datetime) -> None:
        """Replies for the outbox, and the calendar items that go with them."""
        if not queued:
            return
        self._calendar.write()
        self._connection.execute(
            insert(replies),
            [
                {
                    "message_id": reply.about,
                    "kind": str(reply.kind),
                    "mail_message_id": reply.message.message_id,
                    "recipient": reply.message.recipient,
                    "template": reply.message.template,
                    "subject": reply.message.subject,
                    "status": str(ReplyStatus.QUEUED),
                    "due": now,
                    "created": now,
                }
                for reply in queued
            ],
        )
        self._connection.execute(
            insert(reply_contents),
            [{"mail_message_id": reply.message.message_id, "data": reply.message.data} for reply in queued],
        )

    def claim(
        self, owner: str, now: datetime, limit: int, seconds: float, *, alerts_only: bool = False
    ) -> list[ClaimedReply]:
        """Replies that are due, oldest first, for `owner` to send within so many seconds. Two workers never get the
        same one: on PostgreSQL each skips the rows that the other has locked, on SQLite there is one writer."""
        query = select(replies.c.id, replies.c.recipient, replies.c.mail_message_id, replies.c.attempts)
        query = query.where(_due(now, alerts_only)).order_by(replies.c.id).limit(limit)
        rows = self._connection.execute(query.with_for_update(skip_locked=True)).all()
        if not rows:
            return []
        self._connection.execute(
            update(replies)
            .where(replies.c.id.in_([row.id for row in rows]))
            .values(
                status=str(ReplyStatus.SENDING),
                claimed_by=owner,
                claimed_until=now + timedelta(seconds=seconds),
            )
        )
        contents = select(reply_contents).where(
            reply_contents.c.mail_message_id.in_([row.mail_message_id for row in rows])
        )
        data = {row.mail_message_id: row.data for row in self._connection.execute(contents)}
        return [ClaimedReply(r.id, r.recipient, r.mail_message_id, data[r.mail_message_id], r.attempts) for r in rows]

    def is_due(self, now: datetime, *, alerts_only: bool = False) -> bool:
        """Whether there is anything to claim."""
        return self._connection.scalar(select(replies.c.id).where(_due(now, alerts_only)).limit(1)) is not None

    def release(self, is_dead: Callable[[str], bool]) -> int:
        """Take back the claims of workers that are known to be gone. Returns how many replies go out again."""
        sending = replies.c.status == ReplyStatus.SENDING
        owners = self._connection.scalars(select(replies.c.claimed_by).where(sending).distinct()).all()
        dead = [owner for owner in owners if owner and is_dead(owner)]
        if not dead:
            return 0
        back = {"status": str(ReplyStatus.QUEUED), "claimed_by": None, "claimed_until": None}
        return self._connection.execute(
            update(replies).where(sending, replies.c.claimed_by.in_(dead)).values(**back)
        ).rowcount

    def sent(self, ids: Sequence[int], now: datetime) -> None:
        """These left; but one that came back already, while the others of its batch were sent, stays failed."""
        left = {"status": str(ReplyStatus.SENT), "sent": now, "error": None, "claimed_by": None, "claimed_until": None}
        where = and_(replies.c.id.in_(ids), replies.c.status != ReplyStatus.FAILED)
        self._connection.execute(update(replies).where(where).values(**left))

    def deferred(self, id: int, until: datetime, attempts: int, error: str | None) -> None:
        self._conclude([id], status=str(ReplyStatus.DEFERRED), due=until, attempts=attempts, error=error)

    def put_back(self, ids: Sequence[int], error: str | None) -> None:
        """Claimed, and not sent through no fault of theirs: they wait for nothing but another try."""
        self._conclude(ids, status=str(ReplyStatus.QUEUED), error=error)

    def failed(self, id: int, attempts: int, error: str) -> None:
        self._conclude([id], status=str(ReplyStatus.FAILED), attempts=attempts, error=error)

    def has(self, message: int, kind: ReplyKind) -> bool:
        """Whether the mail in that row has had a reply of that kind."""
        query = select(replies.c.id).where(replies.c.message_id == message, replies.c.kind == str(kind)).limit(1)
        return self._connection.scalar(query) is not None

    def counts(self) -> Counter[str]:
        """How many replies are in each status."""
        query = select(replies.c.status, func.count()).where(IS_REPLY).group_by(replies.c.status)
        return _tally(self._connection.execute(query).all())

    def made_between(self, since: datetime, until: datetime) -> int:
        """How many replies and alerts were made in that time."""
        query = select(func.count()).where(replies.c.created >= since, replies.c.created <= until)
        return self._connection.scalar(query) or 0

    def provoked_between(self, since: datetime, until: datetime) -> int:
        """How many replies of that time answer a mail that arrived after the first of them was made: what the brake on
        the whole looks at. What had arrived before can't be an answer to any of them."""
        of_that_time = and_(replies.c.created >= since, replies.c.created <= until, IS_REPLY)
        first = select(func.min(replies.c.created)).where(of_that_time).scalar_subquery()
        query = (
            select(func.count()).select_from(replies.join(messages)).where(of_that_time, messages.c.received > first)
        )
        return self._connection.scalar(query) or 0

    def waiting(self) -> int:
        """How many replies have still to leave."""
        query = select(func.count()).where(replies.c.status.in_([str(status) for status in OPEN]), IS_REPLY)
        return self._connection.scalar(query) or 0

    def about(self, mail_message_ids: Sequence[str]) -> str | None:
        """The first of these Message-IDs that is one of ours: which reply a bounce is about."""
        if not mail_message_ids:
            return None
        query = select(replies.c.mail_message_id).where(replies.c.mail_message_id.in_(mail_message_ids))
        ours = set(self._connection.scalars(query))
        return next((one for one in mail_message_ids if one in ours), None)

    def returned(self, mail_message_id: str) -> None:
        """A reply that was sent came back: its recipient never got it. With a rate limit a batch takes a minute, and
        the first of it may be back before all of it is written down as sent."""
        left = replies.c.status.in_([ReplyStatus.SENT, ReplyStatus.SENDING])
        where = and_(replies.c.mail_message_id == mail_message_id, left)
        failed = {"status": str(ReplyStatus.FAILED), "error": RETURNED}
        self._connection.execute(update(replies).where(where).values(**failed))

    def failures(self) -> list[dict[str, Any]]:
        """The replies that could not be delivered, for the report."""
        query = select(
            replies.c.mail_message_id, replies.c.recipient, replies.c.template, replies.c.error, replies.c.created
        ).where(replies.c.status == ReplyStatus.FAILED)
        return [dict(row._mapping) for row in self._connection.execute(query.order_by(replies.c.id))]

    def _conclude(self, ids: Sequence[int], **values: Any) -> None:
        if ids:
            self._connection.execute(
                update(replies).where(replies.c.id.in_(ids)).values(claimed_by=None, claimed_until=None, **values)
            )


def _due(now: datetime, alerts_only: bool = False) -> Any:
    """What may be claimed now. A moment further ahead than any wait was written by a clock that was wrong: what
    waits for it would wait for years."""
    due = or_(replies.c.due <= now, replies.c.due > now + NO_WAIT_IS_LONGER)
    unclaimed = or_(replies.c.claimed_until < now, replies.c.claimed_until > now + NO_WAIT_IS_LONGER)
    open_ = or_(
        replies.c.status == ReplyStatus.QUEUED,
        and_(replies.c.status == ReplyStatus.DEFERRED, due),
        and_(replies.c.status == ReplyStatus.SENDING, unclaimed),
    )
    return and_(open_, replies.c.kind == str(ReplyKind.ALERT)) if alerts_only else open_


def _tally(rows: Sequence[Any]) -> Counter[str]:
    return Counter({str(row[0]): int(row[1]) for row in rows})
