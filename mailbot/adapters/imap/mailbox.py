"""The mailbox as the pipeline sees it: what is new, its content, every UID, waiting, filing.

Everything is asked by UID and taken by the UID that stands in each answer: other people change flags and delete mail
while we read, and a place in a list says nothing then. imap-tools connects, logs in and opens the folder; FETCH,
SEARCH, IDLE and MOVE go through its client, because its own fetch() mixes mails up when somebody else works in the
folder, its move() may EXPUNGE, and its IDLE sleeps through a mail that comes just before.
"""

import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Self

from mailbot.adapters.imap import answers, fetch
from mailbot.adapters.imap.client import Client
from mailbot.adapters.imap.connection import Connection, file_into, hang_up, open_connection, plain_errors
from mailbot.adapters.imap.fetch import Listed
from mailbot.adapters.imap.idle import idle
from mailbot.adapters.imap.suspects import Suspects
from mailbot.config import MailboxConfig
from mailbot.domain.message import RawMessage
from mailbot.errors import MailboxError

# After so long without a word the connection is tried with a NOOP, and made anew if it is dead.
QUIET_SECONDS = 10

NUMBERED_ANEW = "the folder was numbered anew (UIDVALIDITY): its mails have to be listed again"


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
        self._suspects = Suspects()
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
            new = {found for found in fetch.search(client, "UID", f"{uid + 1}:*") if found > uid}
            listed = fetch.listings(client, new, self._suspects)
            silent = new - listed.keys()
            if silent:  # deleted since the search, or really silent
                silent &= fetch.search(client, "ALL")
        now = datetime.now(UTC)
        mails = [*listed.values(), *(Listed(uid, now, 0, "", silent=True) for uid in silent)]
        return sorted(mails, key=lambda mail: mail.uid)

    def fetch(self, uids: Sequence[int]) -> dict[int, RawMessage]:
        """The mails with these UIDs; those over the size limit light. Absent: what the server doesn't give now.

        All are in memory together: ask for as many at once as there is room for.
        """
        with self._open() as client:
            return fetch.mails(client, uids, self._suspects, self._size_limit)

    def fetch_light(self, uid: int) -> RawMessage | None:
        """The headers and text parts of one mail, its other parts as empty stubs; None where the server gives none."""
        with self._open() as client:
            return fetch.light_mail(client, uid, self._suspects, self._size_limit)

    def uids(self) -> set[int]:
        """Every UID in the folder."""
        with self._open() as client:
            return fetch.search(client, "ALL")

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
                idle(client, left)
                self._hear(client)
        news, self._news = self._news, False
        return news

    def move(self, uids: Sequence[int], folder: str) -> None:
        """File mails into that folder (MOVE, RFC 6851), made where it is missing. UIDs that are gone are no error."""
        if not self._config.filing:
            raise MailboxError("mail is to be moved, but no folder for that is configured in [mailbox]")
        with self._open():
            if "MOVE" not in self.capabilities:
                # without it a move is COPY, STORE Deleted and EXPUNGE, and EXPUNGE purges what others have marked
                raise MailboxError("this mail server cannot move mail (it lacks MOVE): leave the *_folder settings out")
            assert self._connection
            wanted = sorted(set(uids))
            for at in range(0, len(wanted), fetch.MOST_UIDS):
                file_into(folder, answers.uid_set(wanted[at : at + fetch.MOST_UIDS]), self._connection)

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
            raise MailboxError(NUMBERED_ANEW)  # the UIDs that the caller holds are other mails now

    def _connect(self) -> None:
        self._drop()
        self._aborted = False
        try:
            with self._explained():
                self._connection = open_connection(self._config, self._token, self._hold)
        except BaseException:
            self._drop()
            raise
        if self.uidvalidity != self._connection.uidvalidity:
            self._suspects.clear()
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
            raise MailboxError(NUMBERED_ANEW)

    def _hear(self, client: Client) -> None:
        """Note whether the server spoke of new mail, in answer to whatever command."""
        self._news = bool(client.take("EXISTS")) or self._news
