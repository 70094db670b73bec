"""Receiving: every mail in the folder gets a row, then its content; nothing is decided here.

Two passes, so that nothing can be passed over. Listing gives each new UID a row (with arrival, size, Message-ID) and
moves the cursor in the same transaction. Fetching then takes the rows in the order in which the mails arrived, and
what the server doesn't give now stays listed for the next poll. Deciding is `process.py`'s, which runs between the
batches.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Protocol
from zoneinfo import ZoneInfo

from mailbot.adapters.owner import is_dead
from mailbot.adapters.store import Database, Transaction
from mailbot.adapters.store.mailboxes import MailboxState
from mailbot.adapters.store.messages import FetchedMessage, NewRow, StoredMessage
from mailbot.domain.message import MessageStatus, RawMessage

log = logging.getLogger(__name__)

# Mails a transaction: enough to make a commit cheap, few enough that a kill loses little work.
BATCH = 500
# Bytes a transaction: what is in memory at once. (Of a mail over the size limit less is fetched than its size.)
BATCH_BYTES = 8 * 1024 * 1024


class ListedMail(Protocol):
    """What a listing tells of a mail (adapters.imap.Listed)."""

    @property
    def uid(self) -> int: ...
    @property
    def received(self) -> datetime: ...
    @property
    def size(self) -> int: ...
    @property
    def message_id(self) -> str: ...


class Folder(Protocol):
    """What receiving needs of a mailbox (adapters.imap.Mailbox)."""

    @property
    def uidvalidity(self) -> int: ...
    def connect(self) -> None: ...
    def list_since(self, uid: int) -> Sequence[ListedMail]: ...
    def fetch(self, uids: Sequence[int]) -> dict[int, RawMessage]: ...
    def uids(self) -> set[int]: ...


@dataclass(frozen=True, slots=True)
class Receiving:
    """What stays the same from poll to poll. `name` identifies the folder; `since`: answer nothing older."""

    name: str
    since: date | None
    zone: ZoneInfo
    owner: str
    clock: Callable[[], datetime]
    lease_seconds: float = 120.0


class LeaseLost(Exception):
    """Another worker took this one for dead and reads the mailbox now."""


def receive(folder: Folder, database: Database, settings: Receiving) -> Iterator[int]:
    """One poll. Yields the number of mails stored after each batch, so that they can be processed meanwhile.

    Yields nothing where another worker reads this mailbox, and no more once one has taken it over. Raises
    MailboxError; all that was stored stays.
    """
    folder.connect()
    began = settings.clock()
    state = _known_mailbox(folder, database, settings, began)
    if state is None:
        return
    try:
        _list_new(folder, database, state, settings)
        yield from _fetch_listed(folder, database, state, settings)
    except LeaseLost:
        log.warning("mailbox.taken_over")
        return
    with database.writing() as tx:
        tx.mailboxes.polled(state, began)


def _known_mailbox(folder: Folder, database: Database, settings: Receiving, now: datetime) -> MailboxState | None:
    """The folder's state in our books, under the server's present numbering, leased to us; None: another's turn."""
    with database.reading() as tx:
        is_new = tx.mailboxes.get(settings.name) is None
    # before our transaction: a slow server must not hold up whoever else writes
    before_us = max(folder.uids(), default=0) if is_new else 0
    with database.writing() as tx:
        state = tx.mailboxes.get(settings.name)
        if state is None:
            tx.mailboxes.add(settings.name, folder.uidvalidity, now, before_us)
        elif state.uidvalidity != folder.uidvalidity:
            log.warning("mailbox.renumbered", extra={"was": state.uidvalidity, "is_now": folder.uidvalidity})
            tx.mailboxes.renumber(state, folder.uidvalidity)
        state = tx.mailboxes.get(settings.name)
        assert state is not None
        return state if tx.mailboxes.take_lease(state, settings.owner, now, settings.lease_seconds, is_dead) else None


def _list_new(folder: Folder, database: Database, state: MailboxState, settings: Receiving) -> None:
    """A row for each UID beyond the cursor, up to the first of which the server says nothing yet."""
    listed = sorted(folder.list_since(state.cursor), key=lambda mail: mail.uid)
    for at in range(0, len(listed), BATCH * 10):
        part = listed[at : at + BATCH * 10]
        with database.writing() as tx:
            _renew(tx, state, settings)
            skipped = tx.messages.skipped_before(state, (mail.message_id for mail in part))
            rows = []
            for mail in part:
                old = _is_old(mail, state, settings) or mail.message_id in skipped
                status = MessageStatus.SKIPPED if old else MessageStatus.LISTED
                rows.append(NewRow(mail.uid, mail.received, mail.size, mail.message_id, status))
            tx.messages.add(state, rows)


def _is_old(mail: ListedMail, state: MailboxState, settings: Receiving) -> bool:
    """Whether a mail was here before us: nobody is answered by surprise about last year's mail."""
    if settings.since is not None:
        return mail.received.astimezone(settings.zone).date() < settings.since
    if state.before_us is None:  # renumbered since: the UIDs of the first run say nothing any more
        return mail.received < state.began
    return mail.uid <= state.before_us


def _renew(tx: Transaction, state: MailboxState, settings: Receiving) -> None:
    """The lease holds on from here; with every batch, since a poll of a full mailbox takes longer than a lease."""
    if not tx.mailboxes.renew_lease(state, settings.owner, settings.clock(), settings.lease_seconds):
        raise LeaseLost


def _fetch_listed(folder: Folder, database: Database, state: MailboxState, settings: Receiving) -> Iterator[int]:
    """The content of the listed mails, batch by batch, in the order of arrival."""
    beyond: tuple[datetime, int] | None = None
    silent: list[StoredMessage] = []
    while True:
        with database.reading() as tx:
            batch = tx.messages.to_fetch(state, BATCH, beyond)
        if not batch:
            break
        batch = _as_many_as(BATCH_BYTES, batch)
        beyond = (batch[-1].received, batch[-1].uid)
        fetched = folder.fetch([row.uid for row in batch])
        contents = [
            FetchedMessage(row.id, raw, *identified(raw.data, row.message_id))
            for row in batch
            if (raw := fetched.get(row.uid)) is not None
        ]
        with database.writing() as tx:
            _renew(tx, state, settings)
            tx.messages.store(contents)
        silent += [row for row in batch if row.uid not in fetched]
        yield len(fetched)
    if silent:
        _account_for(silent, folder, database)


def _as_many_as(size: int, batch: list[StoredMessage]) -> list[StoredMessage]:
    """The first of these mails, up to so many bytes together, but one at least."""
    total = 0
    for at, row in enumerate(batch):
        total += row.size
        if at and total > size:
            return batch[:at]
    return batch


def _account_for(silent: list[StoredMessage], folder: Folder, database: Database) -> None:
    """Mails that the server did not give: deleted by somebody, or to be asked for again at the next poll."""
    there = folder.uids()
    gone = [row.id for row in silent if row.uid not in there]
    if gone:
        with database.writing() as tx:
            tx.messages.gone(gone)
    if len(gone) < len(silent):
        log.warning("mailbox.silent", extra={"mails": len(silent) - len(gone)})


# The headers that a second copy has in common with the first: Received and the like differ by the road it took.
SAME_IN_COPIES = (b"date:", b"from:", b"to:", b"subject:", b"message-id:")


def identified(data: bytes, listed: str) -> tuple[str, str]:
    """The Message-ID, `listed` where the mail brings none, and the fingerprint."""
    head, body = _split(data)
    lines = _unfolded(head)
    return _message_id(lines) or listed, _fingerprint(lines, body)


def _fingerprint(lines: list[bytes], body: bytes) -> str:
    """What two copies of one mail share: a SHA-256 over the headers that its writer set, and the body."""
    digest = sha256()
    for line in sorted(lines):
        if line.lower().startswith(SAME_IN_COPIES):
            digest.update(b" ".join(line.split()) + b"\n")
    digest.update(b"\n".join(body.split()))
    return digest.hexdigest()


def _message_id(lines: list[bytes]) -> str:
    for line in lines:
        if line.lower().startswith(b"message-id:"):
            return line[len(b"message-id:") :].strip().decode("ascii", "replace").replace("\x00", "")[:1000]
    return ""


def _split(data: bytes) -> tuple[bytes, bytes]:
    """Headers and body, whatever the line ends."""
    ends = [at for mark in (b"\r\n\r\n", b"\n\n") if (at := data.find(mark)) >= 0]
    at = min(ends, default=len(data))
    return data[:at], data[at:]


def _unfolded(head: bytes) -> list[bytes]:
    """Header lines, continuation lines joined to theirs (RFC 5322, 2.2.3)."""
    lines: list[bytes] = []
    for line in head.splitlines():
        if line[:1] in (b" ", b"\t") and lines:
            lines[-1] += line
        else:
            lines.append(line)
    return lines
