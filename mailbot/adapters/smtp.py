"""One SMTP connection, kept open from mail to mail (aiosmtplib), and what a refusal means.

Every failure becomes a `DeliveryError` that tells two things: whether asking again can help (`permanent`), and whether
it counts against the message or only against the server (`message_at_fault`). Its text holds the server's code, not
the server's words: those often repeat the recipient's address.
"""

import asyncio
import re
import ssl
from contextlib import suppress
from types import TracebackType
from typing import Self

from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPConnectResponseError,
    SMTPDataError,
    SMTPException,
    SMTPHeloError,
    SMTPNotSupported,
    SMTPRecipientRefused,
    SMTPResponse,
    SMTPResponseException,
    SMTPSenderRefused,
    SMTPServerDisconnected,
    SMTPStatus,
    SMTPTimeoutError,
)

from mailbot.adapters.oauth import Token
from mailbot.config import SmtpConfig
from mailbot.errors import DeliveryError, TokenError

# As it may stand in a command, between the angle brackets: what else is in it could be a command of its own.
ENVELOPE_ADDRESS = re.compile(r"[!-;=?-~]+")
LINE_END = re.compile(rb"\r\n|\r|\n")


class SmtpConnection:
    """Sends messages one after the other. Connects when first needed, and again after the server hung up."""

    def __init__(self, config: SmtpConfig, sender: str, token: Token | None = None) -> None:
        self._config, self._sender, self._token = config, sender, token
        self._client: SMTP | None = None
        self._access = ""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def connect(self) -> None:
        """Connect and log in; with another access token where the first is refused. Raises DeliveryError, never
        against a message."""
        await self.close()
        try:
            self._client = await self._logged_in()
        except SMTPAuthenticationError as error:
            if self._token is None:
                raise _trouble(error, self._config) from None
            self._token.refused(self._access)
        else:
            return
        try:
            self._client = await self._logged_in()
        except SMTPAuthenticationError as error:
            raise _trouble(error, self._config) from None

    async def send(self, recipient: str, data: bytes) -> None:
        """Hand one complete message over. Returns when the server has taken responsibility for it (RFC 5321, 4.2.5).

        Raises DeliveryError.
        """
        if self._client is None or not self._client.is_connected:
            await self.connect()
        assert self._client is not None
        try:
            await _hand_over(self._client, self._sender, recipient, data)
        except (SMTPException, OSError, ValueError) as error:
            failure = _refusal(error, self._config)
            if not failure.message_at_fault:
                failure.hung_up = not isinstance(error, SMTPSenderRefused)
                await self.close()
            raise failure from None

    async def try_sender(self) -> ssl.SSLObject | None:
        """Whether the server lets us send from our address: MAIL, and RSET before there is any message (RFC 5321,
        4.1.1.5). Returns the connection's TLS; None where it has none. Raises DeliveryError."""
        if self._client is None:
            await self.connect()
        assert self._client is not None
        tls: ssl.SSLObject | None = self._client.get_transport_info("ssl_object")
        try:
            await self._client.mail(self._sender)
            await self._client.rset()
        except (SMTPException, OSError, ValueError) as error:
            raise _refusal(error, self._config) from None
        return tls

    async def close(self) -> None:
        """Say goodbye, if anybody still listens."""
        client, self._client = self._client, None
        if client is None:
            return
        try:
            await client.quit(timeout=2)
        except (SMTPException, OSError):
            client.close()

    async def _logged_in(self) -> SMTP:
        """A new connection. Raises SMTPAuthenticationError as it is, everything else as DeliveryError."""
        if self._token is not None:
            await self._get_access(self._token)
        client = SMTP(
            hostname=self._config.host,
            port=self._config.port,
            use_tls=self._config.security == "tls",
            start_tls=self._config.security == "starttls",
            tls_context=ssl.create_default_context() if self._config.security != "none" else None,
            timeout=self._config.timeout,
        )
        try:
            await client.connect()
            await self._login(client)
        except SMTPAuthenticationError:
            client.close()
            raise
        except (SMTPException, OSError, ValueError) as error:
            client.close()
            raise _trouble(error, self._config) from None
        return client

    async def _get_access(self, token: Token) -> None:
        try:
            # in a thread: the token endpoint may be slow, and the other connections go on
            self._access = await asyncio.to_thread(token)
        except TokenError as error:
            raise DeliveryError(str(error), message_at_fault=False) from None

    async def _login(self, client: SMTP) -> None:
        if not self._config.username:
            return
        if self._token is not None:
            await client.auth_xoauth2(self._config.username, self._access)
        elif self._config.password is not None:
            await client.login(self._config.username, self._config.password.get_secret_value())


async def _hand_over(client: SMTP, sender: str, recipient: str, data: bytes) -> None:
    """One mail transaction (RFC 5321, 3.3).

    aiosmtplib's own `sendmail` takes both addresses apart with the email package, twice each, and goes through the
    message line by line three times: half of what delivery takes.
    """
    to, data = _in_brackets(recipient), _in_lines(data)
    if client.is_ehlo_or_helo_needed:
        await _introduce_ourselves(client)
    size = [f"size={len(data)}".encode()] if client.supports_extension("size") else []
    try:
        code, text = await client.execute_command(b"MAIL", b"FROM:" + _in_brackets(sender), *size)
        if code != SMTPStatus.completed:
            raise SMTPSenderRefused(code, text, sender)
        code, text = await client.execute_command(b"RCPT", b"TO:" + to)
        if code not in (SMTPStatus.completed, SMTPStatus.will_forward):
            raise SMTPRecipientRefused(code, text, recipient)
        code, text = await client.execute_command(b"DATA")
        if code != SMTPStatus.start_input:
            raise SMTPDataError(code, text)
        code, text = await _say(client, data)
        if code != SMTPStatus.completed:
            raise SMTPDataError(code, text)
    except SMTPResponseException:
        with suppress(ConnectionError, SMTPResponseException):
            await client.rset()  # the envelope is not the next message's
        raise


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


async def _say(client: SMTP, data: bytes) -> SMTPResponse:
    """The content of a message, lines that begin with a dot with one more (RFC 5321, 4.5.2)."""
    if client.protocol is None:
        raise SMTPServerDisconnected("the server hung up")
    try:
        client.protocol.write(data.replace(b"\r\n.", b"\r\n..") + b".\r\n")
        return await client.protocol.read_response(client.timeout)
    except (SMTPServerDisconnected, SMTPTimeoutError):
        client.close()  # its answer, should it come yet, must not pass for that to another command
        raise


def _in_brackets(address: str) -> bytes:
    if not ENVELOPE_ADDRESS.fullmatch(address):
        raise ValueError("not an address that can stand in an envelope")
    return f"<{address}>".encode("ascii")


def _refusal(error: Exception, config: SmtpConfig) -> DeliveryError:
    """What a failure while sending means."""
    if isinstance(error, SMTPRecipientRefused):
        return DeliveryError(f"the mail server refused the recipient ({error.code})", permanent=error.code >= 500)
    if isinstance(error, SMTPSenderRefused):
        return DeliveryError(
            f"the mail server does not let {config.username or 'us'} send from the platform's address ({error.code})",
            message_at_fault=False,
        )
    if isinstance(error, SMTPResponseException) and error.code != 421:  # 421: the server is closing down
        return DeliveryError(f"the mail server refused the message ({error.code})", permanent=error.code >= 500)
    return _trouble(error, config)


def _trouble(error: Exception, config: SmtpConfig) -> DeliveryError:
    """What a failure of the connection itself means: never the message's fault, always worth another try."""
    server = f"{config.host}:{config.port}"
    return DeliveryError(f"{server}: {_plainly(error, config)}", message_at_fault=False)


# Read from the top: the first kind that fits is what the admin is told.
PLAIN: tuple[tuple[type[Exception], str], ...] = (
    (SMTPAuthenticationError, "the mail server refuses the user name or password"),
    (ssl.SSLCertVerificationError, "the mail server's certificate is not valid for that name"),
    (ssl.SSLError, "no TLS there: check the port and `security`"),
    (SMTPNotSupported, "the mail server does not offer what is asked of it (STARTTLS or login)"),
    (SMTPTimeoutError, "the mail server did not answer in time"),
    (TimeoutError, "the mail server did not answer in time"),
    (SMTPServerDisconnected, "the mail server hung up"),
    (SMTPHeloError, "the mail server does not want to talk to us"),
    (SMTPConnectResponseError, "the mail server does not take connections now"),
    (SMTPConnectError, "the mail server cannot be reached"),
    (OSError, "the mail server cannot be reached"),
)


def _plainly(error: BaseException | None, config: SmtpConfig) -> str:
    """The plain sentence for an error, or for what caused it."""
    while error is not None:
        if isinstance(error, SMTPException) and "STARTTLS" in str(error):
            return "the mail server offers no STARTTLS, which `security` demands"
        cause = error.__cause__ or error.__context__
        for kind, sentence in PLAIN[1:3]:
            if isinstance(cause, kind):
                return sentence
        for kind, sentence in PLAIN:
            if isinstance(error, kind):
                return sentence
        error = cause
    return "the mail server gave an answer that makes no sense"
