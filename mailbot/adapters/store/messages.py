"""Every mail that the folder ever held, a row each: where it stands, and what was made of it.

Rows are made when a UID is first seen, before its content is fetched: so nothing that the server has can be passed
over, and every UID is accounted for. States and what they mean are `domain.message.MessageStatus`'s.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, func, insert, or_, select, tuple_, update

from mailbot.adapters.store.mailboxes import MailboxState
from mailbot.adapters.store.tables import mailboxes, messages, replies
from mailbot.domain.message import MessageStatus, RawMessage

# Statuses of mails that got an answer of their own: what the daily cap of an address counts.
ANSWERED = (MessageStatus.ACCEPTED, MessageStatus.REFUSED)


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A mail as stored. `raw` is None until it was fetched."""

    id: int
    mailbox_id: int
    uidvalidity: int
    uid: int
    received: datetime
    size: int
    message_id: str
    fingerprint: str | None
    status: MessageStatus
    raw: bytes | None
    partial: bool
    sender: str
    subject: str
    reading: dict[str, Any] | None
    reasons: tuple[str, ...]
    question: bool
    attempts: int
    error: str | None


@dataclass(frozen=True, slots=True)
class NewRow:
    """A UID seen for the first time."""

    uid: int
    received: datetime
    size: int
    message_id: str
    status: MessageStatus


@dataclass(frozen=True, slots=True)
class FetchedMessage:
    """The content of the mail in row number `row`."""

    row: int
    raw: RawMessage
    message_id: str
    fingerprint: str


# Its columns, in its order, and where among them those stand that are stored in another form.
STORED = [messages.c[field.name] for field in fields(StoredMessage)]
STATUS, REASONS = (list(StoredMessage.__slots__).index(name) for name in ("status", "reasons"))


class Messages:
    """The messages table, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # -- listing and fetching -----------------------------------------------------------------------------------

    def add(self, mailbox: MailboxState, rows: Sequence[NewRow]) -> None:
        """Rows for new UIDs, and the cursor past them, in one."""
        if not rows:
            return
        common = {"mailbox_id": mailbox.id, "uidvalidity": mailbox.uidvalidity, "reasons": []}
        self._connection.execute(
            insert(messages),
            [
                {
                    **common,
                    "uid": row.uid,
                    "received": row.received,
                    "size": row.size,
                    "message_id": row.message_id,
                    "status": str(row.status),
                }
                for row in rows
            ],
        )
        last = max(row.uid for row in rows)
        self._connection.execute(update(mailboxes).where(mailboxes.c.id == mailbox.id).values(cursor=last))

    def skipped_before(self, mailbox: MailboxState, message_ids: Iterable[str]) -> set[str]:
        """Which of these Message-IDs belong to mails that were never ours to answer."""
        wanted = [m for m in message_ids if m]
        found: set[str] = set()
        for at in range(0, len(wanted), 500):
            query = select(messages.c.message_id).where(
                messages.c.mailbox_id == mailbox.id,
                messages.c.status == MessageStatus.SKIPPED,
                messages.c.message_id.in_(wanted[at : at + 500]),
            )
            found.update(self._connection.scalars(query))
        return found

    def to_fetch(self, mailbox: MailboxState, limit: int, beyond: tuple[datetime, int] | None) -> list[StoredMessage]:
        """Listed mails in the order of their arrival, those after `beyond` = (received, uid) where given."""
        query = select(*STORED).where(
            messages.c.mailbox_id == mailbox.id,
            messages.c.uidvalidity == mailbox.uidvalidity,
            messages.c.status == MessageStatus.LISTED,
        )
        if beyond is not None:
            query = query.where(tuple_(messages.c.received, messages.c.uid) > tuple_(*beyond))
        query = query.order_by(messages.c.received, messages.c.uid).limit(limit)
        return [_stored(row) for row in self._connection.execute(query)]

    def store(self, fetched: Sequence[FetchedMessage]) -> None:
        """Keep fetched mails. A second copy of one that is here already becomes a duplicate."""
        ids = {one.message_id for one in fetched}
        query = select(messages.c.message_id, messages.c.fingerprint).where(
            messages.c.message_id.in_(ids), messages.c.fingerprint.is_not(None)
        )
        here = {(row.message_id, row.fingerprint) for row in self._connection.execute(query)}
        rows = []
        for one in fetched:
            is_copy = (one.message_id, one.fingerprint) in here
            here.add((one.message_id, one.fingerprint))
            rows.append(
                {
                    "row": one.row,
                    # a mail of which the listing said nothing has its arrival only now
                    "received": one.raw.received,
                    "size": one.raw.size,
                    "message_id": one.message_id,
                    "raw": None if is_copy else one.raw.data,
                    "partial": one.raw.partial,
                    "fingerprint": None if is_copy else one.fingerprint,
                    "status": str(MessageStatus.DUPLICATE if is_copy else MessageStatus.RECEIVED),
                }
            )
        self._update(rows)

    def gone(self, ids: Sequence[int]) -> None:
        """Somebody deleted these from the folder before they could be fetched."""
        self._connection.execute(update(messages).where(messages.c.id.in_(ids)).values(status=str(MessageStatus.GONE)))

    # -- processing ---------------------------------------------------------------------------------------------

    def waiting(self, limit: int, beyond: tuple[datetime, int, int] | None = None) -> list[StoredMessage]:
        """Stored mails that nothing was decided about, strictly in the order in which the server received them:
        the first, or those after `beyond` = (received, uid, row number)."""
        query = select(*STORED).where(messages.c.status == MessageStatus.RECEIVED)
        if beyond is not None:
            query = query.where(tuple_(messages.c.received, messages.c.uid, messages.c.id) > tuple_(*beyond))
        query = query.order_by(messages.c.received, messages.c.uid, messages.c.id).limit(limit)
        return [_stored(row) for row in self._connection.execute(query)]

    def still(self, ids: Sequence[int], status: MessageStatus) -> set[int]:
        """Which of these are in that status still: what nobody else has taken meanwhile."""
        query = select(messages.c.id).where(messages.c.id.in_(ids), messages.c.status == status)
        # in one order for all, or two workers with the same mails could wait for each other for good
        return set(self._connection.scalars(query.order_by(messages.c.id).with_for_update()))

    def conclude(self, id: int, values: dict[str, Any]) -> None:
        """What has become of a message: its status, and what goes with it."""
        self._update([{"row": id, **values}])

    def conclude_all(self, rows: Sequence[dict[str, Any]]) -> None:
        """The same for many: each with its row number as "row", all with the same columns."""
        self._update(rows)

    def failed_once(self, id: int, error: str, attempts: int) -> int:
        """Count a failed attempt; at the last the mail is set aside. Returns how many there were. One that another
        worker has handled meanwhile stays handled."""
        before = self._connection.scalar(select(messages.c.attempts).where(messages.c.id == id)) or 0
        if not self.still([id], MessageStatus.RECEIVED):
            return before
        status = MessageStatus.FAILED if before + 1 >= attempts else MessageStatus.RECEIVED
        self.conclude(id, {"attempts": before + 1, "error": error, "status": str(status)})
        return before + 1

    def retry(self, ids: Sequence[int]) -> int:
        """Failed mails, those given or all, wait again as if they had just been stored. Returns how many."""
        failed = messages.c.status == MessageStatus.FAILED
        if ids:
            failed = and_(failed, messages.c.id.in_(ids))
        again = {"status": str(MessageStatus.RECEIVED), "attempts": 0, "error": None}
        return self._connection.execute(update(messages).where(failed).values(**again)).rowcount

    def answered_since(self, addresses: Iterable[str], since: datetime) -> Counter[str]:
        """How many mails of each address were answered without a person since then; asking for names is an answer
        too, or a robot could be asked for them for ever."""
        asked = select(replies.c.id).where(replies.c.message_id == messages.c.id, replies.c.kind == "details")
        query = (
            select(messages.c.sender, func.count())
            .where(
                messages.c.sender.in_(set(addresses)),
                messages.c.handled >= since,
                messages.c.decided_by.is_(None),
                or_(messages.c.status.in_([str(status) for status in ANSWERED]), asked.exists()),
            )
            .group_by(messages.c.sender)
        )
        return _tally(self._connection.execute(query).all())

    # -- looking ------------------------------------------------------------------------------------------------

    def get(self, id: int) -> StoredMessage | None:
        row = self._connection.execute(select(*STORED).where(messages.c.id == id)).one_or_none()
        return _stored(row) if row else None

    def how_many(self, status: MessageStatus) -> int:
        query = select(func.count()).where(messages.c.status == status)
        return self._connection.scalar(query) or 0

    def with_status(self, *status: MessageStatus) -> list[StoredMessage]:
        query = select(*STORED).where(messages.c.status.in_([str(s) for s in status]))
        return [_stored(row) for row in self._connection.execute(query.order_by(messages.c.received, messages.c.uid))]

    def with_open_question(self) -> list[StoredMessage]:
        """Mails that were booked, and also asked something that an organiser still owes an answer to."""
        query = select(*STORED).where(messages.c.question, messages.c.status.in_([str(s) for s in ANSWERED]))
        return [_stored(row) for row in self._connection.execute(query.order_by(messages.c.received, messages.c.uid))]

    def answers(self) -> dict[int, int]:
        """For each mail that was answered by its status: how many answers it has. One, or something is wrong."""
        query = (
            select(messages.c.id, func.count(replies.c.id))
            .outerjoin(replies, and_(replies.c.message_id == messages.c.id, replies.c.kind == "answer"))
            .where(messages.c.status.in_([str(status) for status in ANSWERED]))
            .group_by(messages.c.id)
        )
        return {row[0]: row[1] for row in self._connection.execute(query).all()}

    def answered_too_soon(self) -> tuple[int, ...]:
        """Mails that have an answer though nothing says that they were handled. None, or something is wrong."""
        query = (
            select(messages.c.id)
            .join(replies, and_(replies.c.message_id == messages.c.id, replies.c.kind == "answer"))
            .where(messages.c.status.not_in([str(status) for status in ANSWERED]))
        )
        return tuple(self._connection.scalars(query.order_by(messages.c.id)))

    def counts(self) -> Counter[str]:
        """How many mails are in each status."""
        query = select(messages.c.status, func.count()).group_by(messages.c.status)
        return _tally(self._connection.execute(query).all())

    def uids_by_status(self, mailbox: MailboxState) -> dict[int, MessageStatus]:
        """Where each mail of the folder stands, by its present UID."""
        query = select(messages.c.uid, messages.c.status).where(
            messages.c.mailbox_id == mailbox.id, messages.c.uidvalidity == mailbox.uidvalidity
        )
        return {row.uid: MessageStatus(row.status) for row in self._connection.execute(query)}

    def uids(self, mailbox: MailboxState) -> set[int]:
        """Every UID of the folder, under its present numbering, that has a row."""
        query = select(messages.c.uid).where(
            messages.c.mailbox_id == mailbox.id, messages.c.uidvalidity == mailbox.uidvalidity
        )
        return set(self._connection.scalars(query))

    def _update(self, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            # SQLAlchemy keeps plain column names for itself in an UPDATE of many rows
            values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[0] if name != "row"}
            given = [{"row" if name == "row" else f"new_{name}": value for name, value in r.items()} for r in rows]
            self._connection.execute(update(messages).where(messages.c.id == bindparam("row")).values(values), given)


def _stored(row: Row[Any]) -> StoredMessage:
    """Of a row of STORED."""
    values = list(row)
    values[STATUS] = MessageStatus(values[STATUS])
    values[REASONS] = tuple(values[REASONS] or ())
    return StoredMessage(*values)


def _tally(rows: Sequence[Any]) -> Counter[str]:
    return Counter({str(row[0]): int(row[1]) for row in rows})
