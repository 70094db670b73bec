"""What is said on an SMTP connection once it is open and we are logged in: commands, and the codes that answer them.

    codes = await dialogue.ask(b"MAIL FROM:<a@b.nl>", b"RCPT TO:<c@d.nl>", b"DATA")      # [250, 250, 354]

Where the server can (PIPELINING, RFC 2920), they go out together: over a slow line a mail takes half as long, and each
takes half the work. aiosmtplib, which opens the connection, awaits the answer to each command before the next.
"""

import asyncio
import ssl
from typing import cast

from aiosmtplib import SMTP, SMTPResponseException, SMTPServerDisconnected, SMTPStatus, SMTPTimeoutError

# Of a server that sends without end.
LONGEST_ANSWER = 32 * 1024
# The first code of those that mean no (RFC 5321, 4.2.1).
REFUSED = 400


class Dialogue(asyncio.Protocol):
    """Takes a connection of aiosmtplib's over: from then on nothing may be asked through `client`."""

    def __init__(self, client: SMTP) -> None:
        if client.transport is None:
            raise SMTPServerDisconnected("the server hung up")
        self._transport = cast(asyncio.Transport, client.transport)
        self._timeout = client.timeout
        self._pipelining = client.supports_extension("pipelining")
        self.tells_size = client.supports_extension("size")
        self._rest = b""
        self._codes: list[int] = []
        self._wanted = 0
        self._answered: asyncio.Future[list[int]] | None = None
        self._transport.set_protocol(self)

    @property
    def is_open(self) -> bool:
        return not self._transport.is_closing()

    @property
    def tls(self) -> ssl.SSLObject | None:
        """The connection's TLS; None where it has none."""
        return cast(ssl.SSLObject | None, self._transport.get_extra_info("ssl_object"))

    def close(self) -> None:
        self._transport.close()

    async def ask(self, *commands: bytes) -> list[int]:
        """What these are answered with, together or one after the other up to the first refusal. Fewer codes where the
        server hung up meanwhile. Raises SMTPException."""
        if self._pipelining:
            return await self.say(b"".join(command + b"\r\n" for command in commands), len(commands))
        codes: list[int] = []
        for command in commands:
            codes += await self.say(command + b"\r\n")
            if codes[-1] >= REFUSED:
                break
        return codes

    async def say(self, data: bytes, answers: int = 1) -> list[int]:
        """The same for bytes as they are, to which so many answers are due."""
        if not self.is_open:
            raise SMTPServerDisconnected("the server hung up")
        self._rest, self._codes, self._wanted = b"", [], answers
        self._answered = asyncio.get_running_loop().create_future()
        self._transport.write(data)
        try:
            async with asyncio.timeout(self._timeout):
                return await self._answered
        except TimeoutError:
            self.close()  # as in `_fail`
            raise SMTPTimeoutError("the server did not answer in time") from None
        finally:
            self._answered = None

    # -- called by asyncio --------------------------------------------------------------------------------------

    def data_received(self, data: bytes) -> None:
        if self._answered is None or self._answered.done():
            return  # what nobody asked for answers nothing
        *lines, self._rest = (self._rest + data).split(b"\n")
        try:
            self._codes += [int(line[:3]) for line in lines if line[3:4] != b"-"]
        except ValueError:
            self._fail(SMTPResponseException(SMTPStatus.invalid_response, "no answer of a mail server's"))
            return
        if len(self._rest) > LONGEST_ANSWER:
            self._fail(SMTPResponseException(SMTPStatus.invalid_response, "an answer without end"))
        elif len(self._codes) >= self._wanted:
            self._answered.set_result(self._codes[: self._wanted])

    def connection_lost(self, error: Exception | None) -> None:
        self._transport.close()
        if self._answered is not None and not self._answered.done():
            if self._codes:
                self._answered.set_result(self._codes)  # what it had to say before it hung up
            else:
                self._fail(SMTPServerDisconnected("the server hung up"))

    def _fail(self, error: Exception) -> None:
        assert self._answered is not None
        self._transport.close()  # what it may say yet must not pass for the answer to another command
        self._answered.set_exception(error)
