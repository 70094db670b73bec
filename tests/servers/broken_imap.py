"""A small IMAP server that keeps to the protocol until it is told to break it.

    with BrokenImap({1: b"Subject: hallo\r\n\r\nDag\r\n"}) as server:
        server.tricks.append(Trick("FETCH", half, then="close"))      # the next FETCH ends in the middle
        server.tricks.append(Trick("GREETING", nothing, then="hang")) # the connection after it is never greeted

It knows what mailbot asks and no more. Each trick is played once, or as often as `times` says.
"""

import re
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal, Self

LOOPBACK = "127.0.0.1"
DATE = b'"14-Feb-2023 09:12:00 +0100"'


@dataclass
class Trick:
    """Changes the answer to one command; then goes on, closes, or hangs without a word.

    What comes unasked has names too: GREETING, and IDLING for the "+ idling" in IDLE.

    `uid`: only where that one mail is asked for.
    """

    command: str
    change: Callable[[bytes], bytes]
    then: Literal["go on", "close", "hang"] = "go on"
    times: int = 1
    uid: int | None = None


def half(answer: bytes) -> bytes:
    return answer[: len(answer) // 2]


def nothing(answer: bytes) -> bytes:
    return b""


class BrokenImap:
    """Takes any login. `mails`: by UID; `uidvalidity` is told at each EXAMINE; `commands`: all that was asked.

    Without `idles` it answers IDLE like any other command.
    """

    def __init__(self, mails: dict[int, bytes] | None = None) -> None:
        self.mails = mails or {}
        self.tricks: list[Trick] = []
        self.uidvalidity = 1
        self.capabilities = "IMAP4rev1 IDLE"
        self.idles = True
        self.commands: list[str] = []
        self._ended = threading.Event()
        self._threads: list[threading.Thread] = []

    @property
    def settings(self) -> dict[str, Any]:
        """For MailboxConfig; not patient."""
        return {
            "host": LOOPBACK,
            "port": self.port,
            "security": "none",
            "username": "platform@example.nl",
            "password": "geheim",
            "address": "platform@example.nl",
            "timeout": 0.5,
        }

    def __enter__(self) -> Self:
        self._listener = socket.create_server((LOOPBACK, 0))
        self.port = int(self._listener.getsockname()[1])
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(timeout=10)

    def _start(self, target: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                self._start(self._serve, self._listener.accept()[0])

    def _serve(self, connection: socket.socket) -> None:
        with suppress(OSError), connection, connection.makefile("rb") as lines:
            if not self._say(connection, "GREETING", "", b"* OK ready\r\n"):
                return
            for line in lines:
                tag, command, rest = re.fullmatch(rb"(\S+) (?:UID )?(\S+) ?(.*)\r\n", line, re.S).groups()  # type: ignore[union-attr]
                name, asked = command.decode(), rest.decode()
                self.commands.append(f"{name} {asked}".strip())
                answer = self._answer(name, asked, lines, connection) + tag + b" OK done\r\n"
                if not self._say(connection, name, asked, answer) or name == "LOGOUT":
                    return

    def _say(self, connection: socket.socket, command: str, asked: str, answer: bytes) -> bool:
        """Send the answer, or what a trick makes of it. False: the connection is over."""
        trick = next((trick for trick in self.tricks if self._fits(trick, command, asked)), None)
        if trick is None:
            connection.sendall(answer)
            return True
        trick.times -= 1
        if not trick.times:
            self.tricks.remove(trick)
        connection.sendall(trick.change(answer))
        if trick.then == "hang":
            connection.settimeout(0.05)
            while not self._ended.is_set():
                with suppress(TimeoutError):
                    if not connection.recv(1000):
                        break
        return trick.then == "go on"

    def _fits(self, trick: Trick, command: str, asked: str) -> bool:
        return trick.command == command and (trick.uid is None or trick.uid in _uids(asked.split()[0], self.mails))

    def _answer(self, command: str, asked: str, lines: Any, connection: socket.socket) -> bytes:
        if command == "CAPABILITY":
            return f"* CAPABILITY {self.capabilities}\r\n".encode()
        if command == "EXAMINE":
            return f"* {len(self.mails)} EXISTS\r\n* OK [UIDVALIDITY {self.uidvalidity}] valid\r\n".encode()
        if command == "SEARCH":
            return f"* SEARCH {' '.join(map(str, self._found(asked)))}".strip().encode() + b"\r\n"
        if command == "FETCH":
            uids, items = asked.split(" ", 1)
            return b"".join(self._fetch(uid, items) for uid in _uids(uids, self.mails))
        if command == "IDLE" and self.idles:
            if self._say(connection, "IDLING", "", b"+ idling\r\n"):
                lines.readline()
            else:
                connection.shutdown(socket.SHUT_RDWR)
        return b""

    def _found(self, criteria: str) -> list[int]:
        uids = re.search(r"UID (\S+)", criteria)
        larger = re.search(r"LARGER (\d+)", criteria)
        found = _uids(uids[1], self.mails) if uids else sorted(self.mails)
        return [uid for uid in found if not larger or len(self.mails[uid]) > int(larger[1])]

    def _fetch(self, uid: int, items: str) -> bytes:
        mail = self.mails[uid]
        parts = [b"UID %d INTERNALDATE %s RFC822.SIZE %d" % (uid, DATE, len(mail))]
        if "HEADER.FIELDS" in items:
            found = re.search(rb"(?im)^message-id:.*\r\n", mail)
            field = (found[0] if found else b"") + b"\r\n"
            parts.append(b"BODY[HEADER.FIELDS (MESSAGE-ID)] {%d}\r\n%s" % (len(field), field))
        if "BODY.PEEK[]" in items:
            parts.append(b"BODY[] {%d}\r\n%s" % (len(mail), mail))
        return b"* %d FETCH (%s)\r\n" % (sorted(self.mails).index(uid) + 1, b" ".join(parts))


def _uids(uid_set: str, mails: dict[int, bytes]) -> list[int]:
    last = max(mails, default=0)
    found: set[int] = set()
    for part in uid_set.split(","):
        first, _, end = part.partition(":")
        ends = sorted(last if number == "*" else int(number) for number in (first, end or first))
        found |= {uid for uid in mails if ends[0] <= uid <= ends[1]}
    return sorted(found)
