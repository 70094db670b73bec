"""imaplib's client with a read buffer of its own.

imaplib reads through a buffered file. That file can't be asked whether it already holds a line, so that a wait on the
socket sleeps through an EXISTS that came in one packet with the answer to IDLE; and after one timeout it can never be
read again. This client keeps the bytes itself and can therefore wait for the next line without losing one, end a
hung call from another thread, and refuse a literal of absurd size before there is memory for it.
"""

import imaplib
import select
import socket
import ssl
import time
from collections.abc import Callable
from typing import Any

# More than we ever ask for at once in one literal; a server that announces more talks nonsense.
MOST_BYTES = 64 * 1024 * 1024
CHUNK = 256 * 1024


class Client(imaplib.IMAP4):
    """One connection. `context`: TLS from the first byte; `opened` is handed a second handle on the raw connection.

    Shutting that handle down ends whatever call hangs on this connection, TLS handshake included; it is the
    receiver's to close.
    """

    def __init__(
        self,
        host: str,
        port: int,
        timeout: float,
        context: ssl.SSLContext | None,
        opened: Callable[[socket.socket], None],
    ) -> None:
        self._context, self._opened = context, opened
        self._buffer, self._at = b"", 0
        self._buffered_from: socket.socket | None = None
        super().__init__(host, port, timeout)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        plain: socket.socket = super()._create_socket(timeout)  # type: ignore[misc]  # typeshed hasn't this hook
        self._opened(plain.dup())
        return self._context.wrap_socket(plain, server_hostname=self.host) if self._context else plain

    def readline(self) -> bytes:
        """The next line with its end; what there is of it where the connection ends."""
        self._forget_clear_text()
        while not (end := self._buffer.find(b"\n", self._at) + 1):
            if len(self._buffer) - self._at > MOST_BYTES:
                raise self.abort("a line without an end")
            chunk = self._receive()
            if not chunk:
                end = len(self._buffer)
                break
            self._buffer, self._at = self._buffer[self._at :] + chunk, 0
        line, self._at = self._buffer[self._at : end], end
        return line

    def read(self, size: int) -> bytes:
        """Exactly that many bytes; fewer where the connection ends."""
        if size > MOST_BYTES:
            raise self.abort("a literal of absurd size")
        self._forget_clear_text()
        pieces = [self._buffer[self._at : self._at + size]]
        missing = size - len(pieces[0])
        self._at += len(pieces[0])
        while missing > 0 and (chunk := self._receive()):
            pieces.append(chunk[:missing])
            if len(chunk) > missing:
                self._buffer, self._at = chunk, missing
            missing -= len(pieces[-1])
        return b"".join(pieces)

    def readable(self, seconds: float) -> bool:
        """Whether a response waits or arrives within that time (then reading it will not wait long)."""
        deadline = time.monotonic() + seconds
        while self._at == len(self._buffer):
            if not self._receive_what_is_there():
                return True  # the connection has ended: reading says so
            if self._at < len(self._buffer):
                break
            left = deadline - time.monotonic()
            if left <= 0 or not _readable(self.sock, left):
                return False
        return True

    def _receive_what_is_there(self) -> bool:
        """Into the buffer, without waiting. False at the end of the connection."""
        timeout = self.sock.gettimeout()
        self.sock.settimeout(0)
        try:
            chunk = self._receive()
        except (BlockingIOError, ssl.SSLWantReadError):  # nothing, or a TLS record that carries no data
            return True
        finally:
            self.sock.settimeout(timeout)
        self._buffer, self._at = self._buffer[self._at :] + chunk, 0
        return bool(chunk)

    def _receive(self) -> bytes:
        return self.sock.recv(CHUNK)

    def _forget_clear_text(self) -> None:
        # Bytes that somebody slipped in behind the answer to STARTTLS must not pass for part of the TLS session.
        if self._buffered_from is not self.sock:
            self._buffer, self._at, self._buffered_from = b"", 0, self.sock

    def drop_notices(self) -> None:
        """Forget what the server told unasked: imaplib keeps it all, for as long as the connection lasts."""
        for kind in ("FETCH", "SEARCH", "EXISTS", "RECENT", "EXPUNGE"):
            self.untagged_responses.pop(kind, None)

    def take(self, kind: str) -> list[Any]:
        """The untagged responses of that kind since they were last taken."""
        return [data for data in self.untagged_responses.pop(kind, []) if data is not None]


def _readable(sock: socket.socket, seconds: float) -> bool:
    if not hasattr(select, "poll"):  # Windows; there select has no limit of 1,024 descriptors
        return bool(select.select([sock], [], [], seconds)[0])
    poll = select.poll()
    poll.register(sock, select.POLLIN)
    return bool(poll.poll(seconds * 1000))
