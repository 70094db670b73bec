"""One mail transaction over a connection that stands (RFC 5321, 3.3): an envelope, a message, what the server says.

Where the server can (PIPELINING, RFC 2920), the envelope goes out in one piece and its three replies are taken as they
come: half the waiting. aiosmtplib, which connects and logs in, knows nothing of that: it drops what comes before it
asked, it takes both addresses apart with the email package, twice each, and goes through a message three times. So for
as long as a transaction lasts, the connection's replies come here.
"""

import asyncio
import re
from collections import deque
from contextlib import suppress
from typing import NamedTuple, cast

from aiosmtplib import (
    SMTP,
    SMTPDataError,
    SMTPHeloError,
    SMTPRecipientRefused,
    SMTPResponseException,
    SMTPSenderRefused,
    SMTPServerDisconnected,
    SMTPStatus,
    SMTPTimeoutError,
)

# As it may stand in a command, between the angle brackets: what else is in it could be a command of its own.
ENVELOPE_ADDRESS = re.compile(r"[!-;=?-~]+")
LINE_END = re.compile(rb"\r\n|\r|\n")
CLOSING_DOWN = 421
# More than any server has to say: one that goes on and on may not fill our memory.
MOST_BYTES, MOST_REPLIES = 32 * 1024, 100


async def hand_over(client: SMTP, sender: str, recipient: str, data: bytes) -> None:
    """Returns when the server has taken responsibility for the message. Raises SMTPException, OSError, ValueError."""
    sender_, recipient_, data = _in_brackets(sender), _in_brackets(recipient), _in_lines(data)
    if client.is_ehlo_or_helo_needed:
        await _introduce_ourselves(client)
    size = f" size={len(data)}".encode() if client.supports_extension("size") else b""
    envelope = [b"MAIL FROM:" + sender_ + size + b"\r\n", b"RCPT TO:" + recipient_ + b"\r\n", b"DATA\r\n"]
    try:
        with _Replies(client) as replies:
            answers = await replies.to(envelope)
            refusal = _refusal(answers, sender, recipient)
            if refusal is None:
                # lines that begin with a dot have one more (RFC 5321, 4.5.2)
                (end,) = await replies.to([data.replace(b"\r\n.", b"\r\n..") + b".\r\n"])
                refusal = None if end.code == SMTPStatus.completed else SMTPDataError(*end)
            elif answers[-1].code == SMTPStatus.start_input:
                await replies.to([b".\r\n"])  # it waits for a message to nobody (RFC 2920, 3.1)
    except BaseException:
        client.close()  # its reply, should it come yet, must not pass for that to another command
        raise
    if refusal is None:
        return
    if refusal.code == CLOSING_DOWN:
        client.close()
    with suppress(ConnectionError, SMTPResponseException):
        await client.rset()  # the envelope is not the next message's
    raise refusal


class Reply(NamedTuple):
    """`text`: the last line, without its code."""

    code: int
    text: str


def _refusal(answers: list[Reply], sender: str, recipient: str) -> SMTPResponseException | None:
    """What the server takes exception to in an envelope; None: the message may come."""
    mail, rcpt, data = [*answers, None, None][:3]
    assert mail
    if mail.code != SMTPStatus.completed:
        return SMTPSenderRefused(*mail, sender)
    if rcpt and rcpt.code not in (SMTPStatus.completed, SMTPStatus.will_forward):
        return SMTPRecipientRefused(*rcpt, recipient)
    if data and data.code != SMTPStatus.start_input:
        return SMTPDataError(*data)
    return None


class _Replies(asyncio.Protocol):
    """The replies on a client's connection, while it is entered."""

    def __init__(self, client: SMTP) -> None:
        if client.transport is None or client.protocol is None or client.transport.is_closing():
            raise SMTPServerDisconnected("the server hung up")
        self._transport, self._usual = cast(asyncio.Transport, client.transport), client.protocol
        self._pipelining = client.supports_extension("pipelining")
        self._timeout = client.timeout
        self._buffer = b""
        self._replies: deque[Reply] = deque()
        self._waiting: asyncio.Future[None] | None = None
        self._error: Exception | None = None

    def __enter__(self) -> "_Replies":
        self._transport.set_protocol(self)
        return self

    def __exit__(self, *_: object) -> None:
        self._transport.set_protocol(self._usual)

    async def to(self, commands: list[bytes]) -> list[Reply]:
        """The replies to these commands. None comes after one that says that the server closes down, nor, where each
        has to wait for its turn, after a refusal."""
        self._replies.clear()  # what came before it was asked for is a reply to nothing
        replies: list[Reply] = []
        try:
            async with asyncio.timeout(self._timeout):
                for number, command in enumerate(commands):
                    if not self._pipelining:
                        self._transport.write(command)
                    elif number == 0:
                        self._transport.write(b"".join(commands))
                    replies.append(await self._next())
                    if replies[-1].code == CLOSING_DOWN or (not self._pipelining and replies[-1].code >= 400):
                        break
        except TimeoutError:
            raise SMTPTimeoutError("the server did not answer in time") from None
        return replies

    async def _next(self) -> Reply:
        while not self._replies:
            if self._error is not None:
                raise self._error
            self._waiting = asyncio.get_running_loop().create_future()
            await self._waiting
        return self._replies.popleft()

    def data_received(self, data: bytes) -> None:
        *lines, self._buffer = (self._buffer + data).split(b"\n")
        if len(self._buffer) > MOST_BYTES or len(self._replies) > MOST_REPLIES:
            lines = [b"endless"]
        for line in lines:
            if not line[:3].isdigit():
                self._end(SMTPResponseException(SMTPStatus.invalid_response, "no SMTP reply"))
            elif line[3:4] != b"-":  # more lines of the same reply follow
                self._replies.append(Reply(int(line[:3]), line[4:].strip().decode("utf-8", "replace")))
        self._wake()

    def connection_lost(self, error: Exception | None) -> None:
        self._usual.connection_lost(error)
        self._end(SMTPServerDisconnected("the server hung up"))

    def _end(self, error: Exception) -> None:
        self._error = self._error or error
        self._wake()

    def _wake(self) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)


async def _introduce_ourselves(client: SMTP) -> None:
    """EHLO, for what the server can do; HELO where it is that old (RFC 5321, 3.2)."""
    try:
        await client.ehlo()
    except SMTPHeloError:
        if not client.is_connected:
            raise
        await client.helo()


def _in_lines(data: bytes) -> bytes:
    """With CRLF for line ends, as ours have them. A CR or LF by itself could be an end to one server and none to the
    next: then what looks like a line of text to us is the end of the message to it (SMTP smuggling)."""
    if not data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r"):
        data = LINE_END.sub(b"\r\n", data)
    return data if data.endswith(b"\r\n") else data + b"\r\n"


def _in_brackets(address: str) -> bytes:
    if not ENVELOPE_ADDRESS.fullmatch(address):
        raise ValueError("not an address that can stand in an envelope")
    return f"<{address}>".encode("ascii")
