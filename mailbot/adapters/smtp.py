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
    SMTPResponseException,
    SMTPSenderRefused,
    SMTPServerDisconnected,
    SMTPStatus,
    SMTPTimeoutError,
)

from mailbot.adapters.dialogue import Dialogue
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
        self._dialogue: Dialogue | None = None
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
            self._dialogue = await self._logged_in()
        except SMTPAuthenticationError as error:
            if self._token is None:
                raise _trouble(error, self._config) from None
            self._token.refused(self._access)
        else:
            return
        try:
            self._dialogue = await self._logged_in()
        except SMTPAuthenticationError as error:
            raise _trouble(error, self._config) from None

    async def send(self, recipient: str, data: bytes) -> None:
        """Hand one complete message over. Returns when the server has taken responsibility for it (RFC 5321, 4.2.5).

        Raises DeliveryError.
        """
        if self._dialogue is None or not self._dialogue.is_open:
            await self.connect()
        assert self._dialogue is not None
        try:
            await _hand_over(self._dialogue, self._sender, recipient, data)
        except (SMTPException, OSError, ValueError) as error:
            failure = _refusal(error, self._config)
            if not failure.message_at_fault:
                failure.hung_up = not isinstance(error, SMTPSenderRefused)
                await self.close()
            raise failure from None

    async def try_sender(self) -> ssl.SSLObject | None:
        """Whether the server lets us send from our address: MAIL, and RSET before there is any message (RFC 5321,
        4.1.1.5). Returns the connection's TLS; None where it has none. Raises DeliveryError."""
        if self._dialogue is None:
            await self.connect()
        assert self._dialogue is not None
        try:
            code, *_ = await self._dialogue.ask(b"MAIL FROM:" + _in_brackets(self._sender))
            if code != SMTPStatus.completed:
                raise SMTPSenderRefused(code, "", self._sender)
            await self._dialogue.ask(b"RSET")
        except (SMTPException, OSError, ValueError) as error:
            raise _refusal(error, self._config) from None
        return self._dialogue.tls

    async def close(self) -> None:
        """Say goodbye, if anybody still listens."""
        dialogue, self._dialogue = self._dialogue, None
        if dialogue is None:
            return
        with suppress(SMTPException, OSError):
            async with asyncio.timeout(2):
                await dialogue.ask(b"QUIT")
        dialogue.close()

    async def _logged_in(self) -> Dialogue:
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
            if client.is_ehlo_or_helo_needed:
                await _introduce_ourselves(client)
            return Dialogue(client)
        except SMTPAuthenticationError:
            client.close()
            raise
        except (SMTPException, OSError, ValueError) as error:
            client.close()
            raise _trouble(error, self._config) from None

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


async def _hand_over(dialogue: Dialogue, sender: str, recipient: str, data: bytes) -> None:
    """One mail transaction (RFC 5321, 3.3)."""
    data = _in_lines(data)
    size = f" SIZE={len(data)}".encode() if dialogue.tells_size else b""
    mail, rcpt = b"MAIL FROM:" + _in_brackets(sender) + size, b"RCPT TO:" + _in_brackets(recipient)
    try:
        await _begin(dialogue, mail, rcpt, sender, recipient)
        # lines that begin with a dot get one more (RFC 5321, 4.5.2)
        code, *_ = await dialogue.say(data.replace(b"\r\n.", b"\r\n..") + b".\r\n")
        if code != SMTPStatus.completed:
            raise SMTPDataError(code, "")
    except SMTPResponseException:
        with suppress(SMTPException):
            await dialogue.ask(b"RSET")  # the envelope is not the next message's
        raise


async def _begin(dialogue: Dialogue, mail: bytes, rcpt: bytes, sender: str, recipient: str) -> None:
    """The envelope, up to where the content may follow. Raises SMTPException for what the server says no to first."""
    codes = await dialogue.ask(mail, rcpt, b"DATA")
    refusal = _refused(*codes, sender=sender, recipient=recipient)
    if refusal is None and len(codes) == 3:
        return
    if codes[2:] == [SMTPStatus.start_input]:
        with suppress(SMTPException):
            await dialogue.say(b".\r\n")  # it wants a message all the same, for nobody (RFC 2920, 3.1)
    raise refusal or SMTPServerDisconnected("the server hung up")


def _refused(
    mail: int, rcpt: int | None = None, data: int | None = None, *, sender: str, recipient: str
) -> SMTPResponseException | None:
    """The first no among these codes. None: not yet answered."""
    if mail != SMTPStatus.completed:
        return SMTPSenderRefused(mail, "", sender)
    if rcpt not in (SMTPStatus.completed, SMTPStatus.will_forward, None):
        return SMTPRecipientRefused(rcpt, "", recipient)
    if data not in (SMTPStatus.start_input, None):
        return SMTPDataError(data, "")
    return None


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
