"""An SMTP server that keeps what it is given, and misbehaves as told: the other end of every delivery test.

    with SmtpRecorder() as smtp:
        smtp.behave(["451 4.3.0 later", LOSE])          # the first two mails; those after them are taken
        smtp.behave(lambda attempt: "550 5.1.1 unknown" if attempt.recipient == "x@example.nl" else None)
        ...                                             # something sends to 127.0.0.1, port smtp.port
        smtp.wait_for(3)
        assert smtp.messages[0].recipients == ("jan@example.nl",)

A real server (aiosmtpd) on a loopback port, in a thread of its own; `stop()` and `start()` play an outage on one port.
"""

import asyncio
import socket
import ssl
from base64 import b64decode
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from enum import Enum
from threading import Condition, Thread
from typing import Any, Literal, NamedTuple, Self

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

LOOPBACK = "127.0.0.1"
LONGEST_LINE = 998


class Drop(Enum):
    """The connection ends without an answer."""

    LOSE = "lose"  # nothing was kept
    KEEP = "keep"  # the message was kept, only its sender never hears so: it will come again


LOSE, KEEP = Drop.LOSE, Drop.KEEP

# An SMTP reply such as "451 4.3.0 later", an end to the connection, or None: all is well.
Answer = str | Drop | None


class Message(NamedTuple):
    """A message as delivered: the envelope, and the content with CRLF line ends."""

    sender: str
    recipients: tuple[str, ...]
    data: bytes

    @property
    def email(self) -> EmailMessage:
        return message_from_bytes(self.data, policy=policy.default)


@dataclass(frozen=True)
class Attempt:
    """What a behaviour is asked about: `stage` "mail" and "rcpt" before the content, "message" after it.

    `recipient` is the one just named ("rcpt") or the first ("message"); `number` counts the attempts at that stage,
    from 1.
    """

    stage: Literal["mail", "rcpt", "message"]
    sender: str
    recipient: str
    data: bytes
    number: int


Behaviour = Callable[[Attempt], Answer]


@dataclass
class SmtpRecorder:
    """Takes every message on 127.0.0.1, until told otherwise.

    security   "none", "starttls" (demanded) or "tls"; `certificate` (server side, see tls.py) is needed for the two
    login      (username, password): AUTH PLAIN or LOGIN with these is demanded
    token      an OAuth2 access token: AUTH XOAUTH2 with it is demanded; with `login`, its username must be right too
    delay      seconds that the answer to each message takes
    limit      connections at once; one more is refused with 421
    pipelining whether commands may come several at once (RFC 2920)
    """

    security: Literal["none", "starttls", "tls"] = "none"
    certificate: ssl.SSLContext | None = None
    login: tuple[str, str] | None = None
    token: str | None = None
    delay: float = 0.0
    limit: int | None = None
    pipelining: bool = True

    port: int = 0
    messages: list[Message] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    logins: list[tuple[str, bool]] = field(default_factory=list)  # (mechanism, accepted)
    connections: int = 0  # opened since the start
    most_at_once: int = 0
    open_now: int = 0

    def __post_init__(self) -> None:
        self._behaviour: Behaviour = lambda attempt: None
        self._asked: Counter[str] = Counter()
        self._arrived = Condition()
        self._loop: asyncio.AbstractEventLoop | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def behave(self, how: Behaviour | Iterable[Answer]) -> None:
        """From now on: ask this function at every stage, or give these answers to the messages that come, in turn."""
        self._behaviour = how if callable(how) else _script(how)

    def wait_for(self, count: int, timeout: float = 10.0) -> list[Message]:
        """All messages, once there are that many. Fails the test where they don't come in time (seconds)."""
        with self._arrived:
            if not self._arrived.wait_for(lambda: len(self.messages) >= count, timeout):
                raise AssertionError(f"{len(self.messages)} of {count} messages came within {timeout} s")
            return list(self.messages)

    def wait_for_attempts(self, count: int, timeout: float = 10.0) -> None:
        """Return once something was asked of this server that often, whatever it answered."""
        with self._arrived:
            if not self._arrived.wait_for(lambda: len(self.attempts) >= count, timeout):
                raise AssertionError(f"{len(self.attempts)} of {count} attempts came within {timeout} s")

    def start(self) -> None:
        """Listen; after a `stop()` on the same port again."""
        listener = socket.create_server((LOOPBACK, self.port))
        self.port = listener.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        self._sessions: set[_Connection] = set()
        implicit = self.certificate if self.security == "tls" else None
        self._server = self._loop.run_until_complete(
            self._loop.create_server(lambda: _Connection(self), sock=listener, ssl=implicit)
        )
        self._thread = Thread(target=self._loop.run_forever, name=f"smtp-recorder-{self.port}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop listening and cut every connection. Does nothing when stopped already."""
        if self._loop is None:
            return
        loop, self._loop = self._loop, None
        asyncio.run_coroutine_threadsafe(self._close(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        self._thread.join(10)
        loop.close()

    async def _close(self) -> None:
        self._server.close()
        for connection in list(self._sessions):
            connection.cut()
        mine = asyncio.current_task()
        rest = [task for task in asyncio.all_tasks() if task is not mine]
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)

    def ask(self, stage: Literal["mail", "rcpt", "message"], envelope: Envelope, recipient: str) -> Answer:
        """What the behaviour says of this attempt; a message that is kept is kept here."""
        data = bytes(envelope.original_content or b"")
        self._asked[stage] += 1
        attempt = Attempt(stage, envelope.mail_from or "", recipient, data, self._asked[stage])
        answer = self._behaviour(attempt)
        with self._arrived:
            self.attempts.append(attempt)
            if stage == "message" and (answer is None or answer is KEEP or str(answer).startswith("2")):
                self.messages.append(Message(attempt.sender, tuple(envelope.rcpt_tos), data))
            self._arrived.notify_all()
        return answer


def _script(answers: Iterable[Answer]) -> Behaviour:
    waiting = iter(answers)
    return lambda attempt: next(waiting, None) if attempt.stage == "message" else None


class _Connection(SMTP):
    """One connection, with the recorder's demands."""

    # aiosmtpd has one limit for commands and content; RFC 4954, 4 wants room for access tokens in AUTH, so the
    # limit on lines of content (RFC 5321, 4.5.3.1.6) is the handler's.
    line_length_limit = 12288

    def __init__(self, recorder: SmtpRecorder) -> None:
        starttls = recorder.security == "starttls"
        mechanisms = _mechanisms(recorder)
        super().__init__(
            _Handler(recorder),
            hostname="recorder.example",
            tls_context=recorder.certificate if starttls else None,
            require_starttls=starttls,
            auth_require_tls=starttls,  # with implicit TLS aiosmtpd doesn't know that it is encrypted
            auth_exclude_mechanism={"PLAIN", "LOGIN", "XOAUTH2"} - mechanisms,
            authenticator=_authenticator(recorder),
            loop=asyncio.get_running_loop(),
        )
        self.command_size_limits["AUTH"] = self.line_length_limit
        self._recorder = recorder

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        recorder, first = self._recorder, self.transport is None
        super().connection_made(transport)
        if not first:
            return  # the same connection, now with TLS
        recorder.connections += 1
        recorder.open_now += 1
        recorder.most_at_once = max(recorder.most_at_once, recorder.open_now)
        recorder._sessions.add(self)
        if recorder.limit is not None and recorder.open_now > recorder.limit:
            assert isinstance(transport, asyncio.Transport)
            transport.write(b"421 4.3.2 too many connections\r\n")
            transport.close()

    def connection_lost(self, error: Exception | None) -> None:
        if self in self._recorder._sessions:
            self._recorder._sessions.remove(self)
            self._recorder.open_now -= 1
        super().connection_lost(error)

    def cut(self) -> None:
        """End the connection at once, without a word."""
        for transport in (self.transport, self._original_transport):
            if isinstance(transport, asyncio.Transport):
                transport.abort()


class _Handler:
    """aiosmtpd's hooks: each stage asks the recorder."""

    def __init__(self, recorder: SmtpRecorder) -> None:
        self.recorder = recorder

    async def handle_EHLO(
        self, server: _Connection, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        if self.recorder.pipelining:
            responses.insert(1, "250-PIPELINING")
        return responses

    async def handle_MAIL(
        self, server: _Connection, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if _mechanisms(self.recorder) and not session.authenticated:
            return "530 5.7.0 Authentication required"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return await self._answer(server, self.recorder.ask("mail", envelope, ""), "250 2.1.0 OK")

    async def handle_RCPT(
        self, server: _Connection, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = self.recorder.ask("rcpt", envelope, address)
        if answer is None:
            envelope.rcpt_tos.append(address)
        return await self._answer(server, answer, "250 2.1.5 OK")

    async def handle_DATA(self, server: _Connection, session: Session, envelope: Envelope) -> str:
        if any(len(line) > LONGEST_LINE for line in bytes(envelope.original_content or b"").splitlines()):
            return "500 5.6.0 Line too long"
        await asyncio.sleep(self.recorder.delay)
        answer = self.recorder.ask("message", envelope, envelope.rcpt_tos[0])
        return await self._answer(server, answer, "250 2.0.0 kept")

    async def auth_XOAUTH2(self, server: _Connection, args: list[str]) -> AuthResult:
        """The mechanism of Google and Microsoft: `user=...^Aauth=Bearer ...^A^A`, in base64."""
        blob = await server.challenge_auth("") if len(args) == 1 else b64decode(args[1])
        if not isinstance(blob, bytes):
            return AuthResult(success=False, handled=True)  # the client gave up; aiosmtpd has answered already
        user, _, bearer = blob.decode().strip("\1").partition("\1")
        expected_user = self.recorder.login[0] if self.recorder.login else user.removeprefix("user=")
        good = (user, bearer) == (f"user={expected_user}", f"auth=Bearer {self.recorder.token}")
        self.recorder.logins.append(("XOAUTH2", good))
        return AuthResult(success=good, handled=False)

    async def _answer(self, server: _Connection, answer: Answer, usual: str) -> str:
        if isinstance(answer, Drop):
            server.cut()
            await asyncio.sleep(60)  # aiosmtpd cancels this as soon as it sees that the connection is gone
        return usual if answer is None else str(answer)


def _mechanisms(recorder: SmtpRecorder) -> set[str]:
    """What a client may, and then must, log in with."""
    if recorder.token:
        return {"XOAUTH2"}
    return {"PLAIN", "LOGIN"} if recorder.login else set()


def _authenticator(recorder: SmtpRecorder) -> Callable[..., AuthResult]:
    def check(server: Any, session: Any, envelope: Any, mechanism: str, given: LoginPassword) -> AuthResult:
        good = (given.login.decode(), given.password.decode()) == recorder.login
        recorder.logins.append((mechanism, good))
        return AuthResult(success=good, handled=False)

    return check
