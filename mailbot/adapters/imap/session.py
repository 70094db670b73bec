"""A connection that is made when it is needed, tried after a silence, and made anew after it broke.

Everything that goes wrong ends the connection: after half an answer nobody knows what the next line would mean. What
outlives it is the folder's UIDVALIDITY. Where that is another one on the new connection, the UIDs that the caller
holds belong to other mails, and the call is refused rather than answered wrongly.
"""

import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from mailbot.adapters.imap.connection import Connection, hang_up, open_connection, plain_errors
from mailbot.adapters.imap.suspects import Suspects
from mailbot.adapters.oauth import Token
from mailbot.config import MailboxConfig
from mailbot.errors import MailboxError

# After so long without a word the connection is tried with a NOOP before anything is asked of it.
QUIET_SECONDS = 10

NUMBERED_ANEW = "the folder was numbered anew (UIDVALIDITY): its mails have to be listed again"


class Session:
    """`uidvalidity` and `capabilities` are those of the last connection."""

    def __init__(self, config: MailboxConfig, token: Token | None) -> None:
        self._config, self._token = config, token
        self._connection: Connection | None = None
        self._wire: socket.socket | None = None
        self._aborted = False
        self._last_word = 0.0
        self.uidvalidity = 0
        self.capabilities: frozenset[str] = frozenset()
        self.suspects = Suspects()

    @property
    def tls(self) -> ssl.SSLSocket | None:
        sock = self._connection.client.sock if self._connection else None
        return sock if isinstance(sock, ssl.SSLSocket) else None

    def connect(self) -> None:
        """Make sure that a live connection stands, whatever the folder's UIDVALIDITY is now."""
        if not self._is_alive():
            self._connect()

    @contextmanager
    def open(self, *, idle: bool = False) -> Iterator[Connection]:
        """A live connection to the folder as the caller knows it; an IDLE on it goes on only if that is wanted.

        Any error within ends the connection, as a MailboxError.
        """
        connection = self._same_folder()
        try:
            with self._explained():
                if not idle:
                    _leave(connection)
                connection.client.drop_notices()
                yield connection
                self._check_numbering(connection)
        except BaseException:
            self._drop()
            raise

    def close(self) -> None:
        """Say goodbye and hang up."""
        if self._connection:
            with suppress(MailboxError), plain_errors(self._config):  # it was over already
                _leave(self._connection)
                self._connection.box.logout()
        self._drop()

    def abort(self) -> None:
        """From another thread: end the call that hangs."""
        self._aborted = True
        wire = self._wire
        if wire:
            with suppress(OSError):  # it was over already
                wire.shutdown(socket.SHUT_RDWR)

    def _same_folder(self) -> Connection:
        known = self.uidvalidity
        self.connect()
        if known and known != self.uidvalidity:
            raise MailboxError(NUMBERED_ANEW)
        assert self._connection
        return self._connection

    def _is_alive(self) -> bool:
        if self._connection is None or self._aborted:
            return False
        if self._connection.idle or time.monotonic() - self._last_word < QUIET_SECONDS:
            return True
        with suppress(MailboxError), plain_errors(self._config):
            self._connection.client.noop()
            return True
        return False

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
            self.suspects.clear()
        self.uidvalidity, self.capabilities = self._connection.uidvalidity, self._connection.capabilities
        self._last_word = time.monotonic()

    def _hold(self, wire: socket.socket) -> None:
        self._wire = wire
        if self._aborted:  # while the host was looked for
            self.abort()

    def _check_numbering(self, connection: Connection) -> None:
        self._last_word = time.monotonic()
        if connection.client.take("UIDVALIDITY"):  # belongs to SELECT; some servers tell a change in the middle
            raise MailboxError(NUMBERED_ANEW)

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

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        wire, self._wire = self._wire, None
        if connection:
            hang_up(connection.client)
        if wire:
            wire.close()


def _leave(connection: Connection) -> None:
    idle, connection.idle = connection.idle, None
    if idle:
        idle.leave()
