"""The mailbox as the pipeline sees it: what is new, its content, every UID, waiting, filing.

Everything is asked by UID and taken by the UID that stands in each answer: other people change flags and delete mail
while we read, and a place in a list says nothing then. imap-tools connects, logs in and opens the folder; FETCH,
SEARCH, IDLE and MOVE go through its client, because its own fetch() mixes mails up when somebody else works in the
folder, its move() may EXPUNGE, and its IDLE sleeps through a mail that comes just before.
"""

import socket
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self

from imap_tools.utils import encode_folder

from mailbot.adapters.imap import answers, light
from mailbot.adapters.imap.client import Client
from mailbot.adapters.imap.connection import Connection, hang_up, open_connection, plain_errors
from mailbot.config import MailboxConfig
from mailbot.domain.message import RawMessage
from mailbot.errors import MailboxError

# A FETCH asks for so many mails and so many bytes at most: a command line stays under the 8,000 bytes that every
# server takes (RFC 2683, 3.2.1.5), and what is in memory at once stays small.
BATCH_MAILS = 500
BATCH_BYTES = 8 * 1024 * 1024

# Servers may drop an IDLE after 30 minutes (RFC 2177), routers forget a silent connection much sooner.
IDLE_SECONDS = 9 * 60

# After so long without a word the connection is tried with a NOOP, and made anew if it is dead.
QUIET_SECONDS = 10

ID_FIELD = b"BODY[HEADER.FIELDS (MESSAGE-ID)]"


@dataclass(frozen=True, slots=True)
class Listed:
    """A mail that is in the folder. `received` is its INTERNALDATE, aware; `size` in bytes; `message_id` "" if none.

    `silent`: the server has the UID and says nothing of it, though asked twice. It is listed all the same, as
    received now, so that it gets its row, is asked for again and is not passed over.
    """

    uid: int
    received: datetime
    size: int
    message_id: str
    silent: bool = False


class Mailbox:
    """One connection to one folder, made when it is first needed and again after it broke. Not thread-safe.

    `token` gives an OAuth2 access token (XOAUTH2), used instead of the password; mails over `size_limit` bytes are
    fetched light. Every method raises MailboxError; the one after it starts on a fresh connection.
    """

    def __init__(
        self, config: MailboxConfig, *, token: Callable[[], str] | None = None, size_limit: int = 1024 * 1024
    ) -> None:
        self._config, self._token, self._size_limit = config, token, size_limit
        self._connection: Connection | None = None
        self._wire: socket.socket | None = None
        self._aborted = False
        self._last_word = 0.0
        self._news = False
        self.uidvalidity = 0
        self.capabilities: frozenset[str] = frozenset()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def connect(self) -> None:
        """Make sure that a live connection stands. Only here `uidvalidity` may become another without an error."""
        if not self._alive():
            self._connect()

    def close(self) -> None:
        """Say goodbye and hang up."""
        if self._connection:
            with suppress(MailboxError), plain_errors(self._config):  # it was over already
                self._connection.box.logout()
        self._drop()

    def abort(self) -> None:
        """End the call that hangs, from another thread: it raises MailboxError. The next call connects anew."""
        self._aborted = True
        wire = self._wire
        if wire:
            with suppress(OSError):  # it was over already
                wire.shutdown(socket.SHUT_RDWR)

    def list_since(self, uid: int) -> list[Listed]:
        """The mails with a higher UID, by UID. Costs the same however many older mails there are."""
        with self._open() as client:
            # "9:*" gives the last mail even where its UID is under 9 (RFC 3501, 6.4.8)
            new = {found for found in self._search(client, "UID", f"{uid + 1}:*") if found > uid}
            said = self._ask(
                client, new, f"(UID INTERNALDATE RFC822.SIZE BODY.PEEK[{ID_FIELD[5:-1].decode()}])", _listed
            )
            silent = new - said.keys()
            if silent:  # deleted since the search, or really silent
                silent &= self._search(client, "UID", answers.uid_set(silent))
            now = datetime.now(UTC)
            mails = [_as_listed(uid, items) for uid, items in said.items()]
            mails += [Listed(uid, now, 0, "", silent=True) for uid in silent]
        return sorted(mails, key=lambda mail: mail.uid)

    def fetch(self, uids: Sequence[int]) -> dict[int, RawMessage]:
        """The mails with these UIDs; those over the size limit light. Absent: what the server doesn't give now.

        All are in memory together: ask for as many at once as there is room for.
        """
        with self._open() as client:
            sizes = self._ask(client, uids, "(UID INTERNALDATE RFC822.SIZE)", _sized)
            mails = {}
            for batch in self._batches(sizes):
                bodies = self._ask(client, batch, "(UID BODY.PEEK[])", _has_body)
                for uid, items in bodies.items():
                    mails[uid] = _raw(uid, sizes[uid], items[b"BODY[]"])
            for uid, items in sizes.items():
                if _size(items) > self._size_limit and (data := self._light(client, uid)):
                    mails[uid] = _raw(uid, items, data, partial=True)
        return mails

    def fetch_light(self, uid: int) -> RawMessage | None:
        """The headers and text parts of one mail, its other parts as empty stubs; None where the server gives none."""
        with self._open() as client:
            items = self._ask(client, [uid], "(UID INTERNALDATE RFC822.SIZE)", _sized).get(uid)
            data = self._light(client, uid) if items else None
        return _raw(uid, items, data, partial=True) if items and data else None

    def uids(self) -> set[int]:
        """Every UID in the folder."""
        with self._open() as client:
            return self._search(client, "ALL")

    def wait(self, seconds: float) -> bool:
        """Sleep in IDLE (RFC 2177) until something may be new (True) or the time is up (False).

        For a connection of its own. The first call after connecting answers True at once: whatever came between the
        caller's last look and our opening the folder would stay unseen. Later ones miss nothing, because the server
        reports each mail once to this session, in IDLE or before it.
        """
        deadline = time.monotonic() + seconds
        with self._open() as client:
            self._hear(client)
            while not self._news and (left := deadline - time.monotonic()) > 0:
                self._idle(client, min(left, IDLE_SECONDS))
                self._hear(client)
        news, self._news = self._news, False
        return news

    def move(self, uids: Sequence[int], folder: str) -> None:
        """File mails into that folder (MOVE, RFC 6851), which is made where it is missing. UIDs that are gone: fine."""
        if not self._config.filing:
            raise MailboxError("mail is to be moved, but no folder for that is configured in [mailbox]")
        with self._open() as client:
            if "MOVE" not in self.capabilities:
                # without it a move is COPY, STORE \Deleted and EXPUNGE, and EXPUNGE purges what others have marked
                raise MailboxError("this mail server cannot move mail (it lacks MOVE): leave the *_folder settings out")
            for batch in _chunks(sorted(set(uids))):
                self._move(client, answers.uid_set(batch), folder)

    # --- the connection ---

    @contextmanager
    def _open(self) -> Iterator[Client]:
        """The client of a live connection to the folder as the caller knows it. After an error it is dropped."""
        if not self._alive():
            self._reconnect()
        assert self._connection
        try:
            with self._explained():
                client = self._connection.client
                client.drop_notices()
                yield client
                self._check_numbering(client)
                self._hear(client)
        except BaseException:
            self._drop()
            raise
        self._last_word = time.monotonic()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Every failure as a MailboxError; where abort() caused it, that is the reason given."""
        try:
            with plain_errors(self._config):
                yield
        except MailboxError:
            if self._aborted:
                raise MailboxError("the mail server took too long: the call was ended") from None
            raise

    def _alive(self) -> bool:
        if self._connection is None or self._aborted:
            return False
        if time.monotonic() - self._last_word < QUIET_SECONDS:
            return True
        try:
            with plain_errors(self._config):
                self._connection.client.noop()
        except MailboxError:
            return False
        self._last_word = time.monotonic()
        return True

    def _reconnect(self) -> None:
        known = self.uidvalidity
        self._connect()
        if known and known != self.uidvalidity:
            # the UIDs that the caller holds are other mails now
            raise MailboxError("the folder was numbered anew (UIDVALIDITY): the mails have to be listed again")

    def _connect(self) -> None:
        self._drop()
        self._aborted = False
        try:
            with self._explained():
                self._connection = open_connection(self._config, self._token, self._hold)
        except BaseException:
            self._drop()
            raise
        self.uidvalidity, self.capabilities = self._connection.uidvalidity, self._connection.capabilities
        self._last_word, self._news = time.monotonic(), True

    def _hold(self, wire: socket.socket) -> None:
        self._wire = wire
        if self._aborted:
            self.abort()

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        wire, self._wire = self._wire, None
        if connection:
            hang_up(connection.client)
        if wire:
            wire.close()

    def _check_numbering(self, client: Client) -> None:
        if client.take("UIDVALIDITY"):  # told unasked: RFC 3501 has it in answers to SELECT only
            raise MailboxError("the folder was numbered anew (UIDVALIDITY): the mails have to be listed again")

    # --- asking ---

    def _search(self, client: Client, *criteria: str) -> set[int]:
        status, data = client.uid("SEARCH", *criteria)
        if status != "OK":
            raise MailboxError("the mail server refuses to search the folder")
        return answers.numbers(data)

    def _ask(
        self, client: Client, uids: Iterable[int], items: str, complete: Callable[[dict[bytes, Any]], bool]
    ) -> answers.Fetched:
        """FETCH those items of those mails. What doesn't come complete is asked for once more, then left out."""
        wanted, got = set(uids), answers.Fetched()
        for _ in range(2):
            for batch in _chunks(sorted(wanted - got.keys())):
                status, data = client.uid("FETCH", answers.uid_set(batch), items)
                if status != "OK":  # some of these cannot be given: the others were (RFC 2180, 4.1)
                    data = client.take("FETCH")
                mails = answers.fetched(data)
                got.update({uid: mails[uid] for uid in mails.keys() & set(batch) if complete(mails[uid])})
        return got

    def _batches(self, sizes: answers.Fetched) -> Iterator[list[int]]:
        """The mails under the size limit, as many together as BATCH_MAILS and BATCH_BYTES allow."""
        batch: list[int] = []
        room = BATCH_BYTES
        for uid in sorted(sizes):
            size = _size(sizes[uid])
            if size > self._size_limit:
                continue
            if batch and (len(batch) == BATCH_MAILS or size > room):
                yield batch
                batch, room = [], BATCH_BYTES
            batch.append(uid)
            room -= size
        if batch:
            yield batch

    def _light(self, client: Client, uid: int) -> bytes | None:
        structure = self._ask(client, [uid], "(UID BODYSTRUCTURE)", lambda items: bool(items.get(b"BODYSTRUCTURE")))
        if uid not in structure:
            return None
        plan = light.plan(structure[uid][b"BODYSTRUCTURE"], self._size_limit)
        items = self._ask(client, [uid], plan.request, plan.complete).get(uid)
        return plan.assemble(items) if items else None

    # --- waiting and filing ---

    def _hear(self, client: Client) -> None:
        """Note whether the server spoke of new mail, in answer to whatever command."""
        self._news = bool(client.take("EXISTS")) or self._news

    def _idle(self, client: Client, seconds: float) -> None:
        """One IDLE, ended when a mail is reported or the time is up."""
        tag = client._command("IDLE")
        while client._get_response() is not None:  # untagged responses may come before "+ idling"
            if client.tagged_commands[tag]:
                raise MailboxError("the mail server names IDLE among its capabilities and refuses it")
        deadline = time.monotonic() + seconds
        while "EXISTS" not in client.untagged_responses and client.readable(deadline - time.monotonic()):
            client._get_response()
            client._check_bye()
            if client.tagged_commands[tag]:
                break  # the server ended it
        client.send(b"DONE\r\n")
        client._command_complete("IDLE", tag)

    def _move(self, client: Client, uids: str, folder: str) -> None:
        target = encode_folder(folder).decode()
        if client.uid("MOVE", uids, target)[0] == "OK":
            return
        assert self._connection
        folders = self._connection.box.folder
        if not folders.exists(folder):
            folders.create(folder)
            folders.subscribe(folder, True)  # or most mail programs won't show it
            if client.uid("MOVE", uids, target)[0] == "OK":
                return
        raise MailboxError(f'the mail server refuses to move mail into the folder "{folder}"')


def _chunks(uids: list[int]) -> Iterator[list[int]]:
    for at in range(0, len(uids), BATCH_MAILS):
        yield uids[at : at + BATCH_MAILS]


def _listed(items: dict[bytes, Any]) -> bool:
    return _sized(items) and ID_FIELD in items


def _sized(items: dict[bytes, Any]) -> bool:
    return b"INTERNALDATE" in items and b"RFC822.SIZE" in items


def _has_body(items: dict[bytes, Any]) -> bool:
    # NIL or nothing at all: how servers give a mail that another session deleted (RFC 2180, 4.1.3)
    return bool(items.get(b"BODY[]"))


def _size(items: dict[bytes, Any]) -> int:
    return int(items[b"RFC822.SIZE"])


def _as_listed(uid: int, items: dict[bytes, Any]) -> Listed:
    identity = answers.message_id(items[ID_FIELD] or b"")
    return Listed(uid, answers.arrival(items[b"INTERNALDATE"]), _size(items), identity)


def _raw(uid: int, items: dict[bytes, Any], data: bytes, *, partial: bool = False) -> RawMessage:
    return RawMessage(uid, answers.arrival(items[b"INTERNALDATE"]), _size(items), data, partial)
