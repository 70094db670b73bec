"""A Dovecot of the tests' own: one user, a Maildir in a temporary folder, a free port on loopback.

    with Dovecot() as dovecot:
        hand = dovecot.hand()                    # somebody else's mail program, in the same mailbox
        uid = hand.append(b"Subject: hallo\r\n\r\nDag", received=datetime(2023, 2, 14, 9, tzinfo=UTC))
        Mailbox(MailboxConfig(**dovecot.settings))

Dovecot drops the rights of root in ways that need system users; started by root, it runs as `nobody` altogether.
"""

import grp
import imaplib
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from imap_tools.utils import encode_folder

from tests.servers.tls import Certificates

LOOPBACK = "127.0.0.1"
SYSTEM_USER = "nobody"

CONFIGURATION = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = {host}
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
disable_plaintext_auth = no
mail_location = maildir:{folder}/mail/%u
mail_fsync = never
auth_failure_delay = 0
mail_max_userip_connections = 100
first_valid_uid = 1
namespace inbox {{
  inbox = yes
  separator = /
}}
service imap-login {{
  chroot =
  service_count = 0
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
passdb {{
  driver = passwd-file
  args = {folder}/users
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/home/%u
}}
"""

OAUTH2 = """
auth_mechanisms = plain login xoauth2 oauthbearer
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {folder}/oauth2.conf
}}
"""


def installed() -> bool:
    """Whether this machine has Dovecot with its IMAP server."""
    imap = any(Path(folder, "dovecot/imap").exists() for folder in ("/usr/lib", "/usr/libexec", "/usr/local/libexec"))
    return imap and _find("dovecot") is not None and _find("doveadm") is not None


class Dovecot:
    """Started on entering, stopped and removed on leaving. `more`: further lines of configuration.

    With `certificates` it takes TLS on `tls_port` and STARTTLS on `port`. With `oauth2`, an address to which a token
    can be appended and that answers 200 for a good one, it takes XOAUTH2 too.
    """

    def __init__(
        self,
        username: str = "platform@example.nl",
        password: str = "geheim",
        *,
        certificates: Certificates | None = None,
        oauth2: str | None = None,
        more: str = "",
    ) -> None:
        self.username, self.password = username, password
        self.certificates, self.oauth2, self.more = certificates, oauth2, more
        self.port, self.tls_port = _free_port(), 0
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def settings(self) -> dict[str, Any]:
        """For MailboxConfig."""
        return {
            "host": LOOPBACK,
            "port": self.port,
            "security": "none",
            "username": self.username,
            "password": self.password,
            "address": "platform@example.nl",
        }

    def __enter__(self) -> Self:
        self.folder = Path(tempfile.mkdtemp(prefix="dovecot-"))  # short: a socket's path has 108 characters
        for name in ("run", "state", "mail", "home"):
            (self.folder / name).mkdir()
        self._configure()
        if os.geteuid() == 0:
            for path in (self.folder, *self.folder.rglob("*")):
                shutil.chown(path, SYSTEM_USER, _group())
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self) -> None:
        """Returns once it answers."""
        with (self.folder / "errors").open("wb") as errors:
            self._process = subprocess.Popen(
                [_program("dovecot"), "-F", "-c", self.folder / "dovecot.conf"],
                **_identity(),
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                start_new_session=True,
            )
        self._wait_until_it_answers()

    def stop(self) -> None:
        """Shut down in good order: every connection gets a BYE. `start()` begins again, on the same port."""
        if self._process:
            self._process.terminate()
            self._process.wait(timeout=10)
            self._process = None

    def kill(self) -> None:
        """An outage: every connection is closed without a word. `start()` begins again, on the same port.

        Returns once nothing listens there any more.
        """
        if self._process:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(timeout=10)
            self._process = None
            self._wait_until_it_is_gone()

    def hand(self, folder: str = "INBOX") -> "Hand":
        """A mail program of somebody else's, logged in and with that folder open for writing."""
        return Hand(self, folder)

    def renumber(self, uidvalidity: int, folder: str = "INBOX") -> None:
        """Give the folder another UIDVALIDITY, as a server does that had to rebuild it."""
        self._doveadm("mailbox", "update", "--uid-validity", str(uidvalidity), folder)

    def log(self) -> str:
        return "".join(path.read_text() for name in ("errors", "log") if (path := self.folder / name).exists())

    def _configure(self) -> None:
        text = CONFIGURATION
        if self.certificates:
            self.tls_port = _free_port()
            for name in ("cert", "key"):
                (self.folder / f"{name}.pem").write_bytes(getattr(self.certificates, name).read_bytes())
            text += "ssl = yes\nssl_cert = <{folder}/cert.pem\nssl_key = <{folder}/key.pem\n"
            text += "service imap-login {{\n  inet_listener imaps {{\n    ssl = yes\n  }}\n}}\n"
        else:
            text += "ssl = no\n"
        if self.oauth2:
            text += OAUTH2
            lines = f"tokeninfo_url = {self.oauth2}\nusername_attribute = email\n"
            (self.folder / "oauth2.conf").write_text(lines)
        text = text.format(
            folder=self.folder, host=LOOPBACK, port=self.port, tls_port=self.tls_port, user=_user(), group=_group()
        )
        (self.folder / "dovecot.conf").write_text(text + self.more.replace("{folder}", str(self.folder)))
        (self.folder / "users").write_text(f"{self.username}:{{PLAIN}}{self.password}\n", "utf-8")

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + 15
        while time.monotonic() < deadline:
            assert self._process
            if self._process.poll() is not None:
                break
            try:
                with socket.create_connection((LOOPBACK, self.port), 5) as connection:
                    if connection.recv(100).startswith(b"* OK"):
                        return
            except OSError:
                time.sleep(0.02)
        raise RuntimeError(f"Dovecot doesn't answer: {self.log()}")

    def _wait_until_it_is_gone(self) -> None:
        # The master is gone before its login processes are, which hold the port: a busy machine lets a connection in.
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            try:
                with socket.create_connection((LOOPBACK, self.port), 5):
                    time.sleep(0.01)
            except ConnectionRefusedError:
                return
            except OSError:
                time.sleep(0.01)
        raise RuntimeError("a killed Dovecot still listens")

    def _doveadm(self, *command: str) -> str:
        done = subprocess.run(
            [_program("doveadm"), "-c", self.folder / "dovecot.conf", *command[:2], "-u", self.username, *command[2:]],
            **_identity(),
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        if done.returncode != 0:
            raise RuntimeError(f"doveadm failed: {done.stdout}{done.stderr}")
        return str(done.stdout)


class Hand:
    """Somebody else who works in the same mailbox: delivers, reads, marks, deletes. Plain imaplib."""

    def __init__(self, server: Dovecot, folder: str = "INBOX") -> None:
        self.folder = encode_folder(folder).decode()
        self._client = imaplib.IMAP4(LOOPBACK, server.port, timeout=30)
        self._client.login(server.username, server.password)
        self._client.select(self.folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(imaplib.IMAP4.error, OSError):  # the server may be gone
            self._client.logout()
        with suppress(OSError):
            self._client.shutdown()

    def append(self, message: bytes, received: datetime | None = None, flags: str = "") -> int:
        """Deliver a mail. Returns its UID."""
        at = imaplib.Time2Internaldate(received) if received else ""
        text = self._ok(self._client.append(self.folder, flags, at, message))[-1]
        found = re.search(rb"APPENDUID \d+ (\d+)", text)
        assert found
        return int(found[1])

    def append_all(self, messages: Iterable[bytes]) -> None:
        """Deliver many, fast: MULTIAPPEND (RFC 3502)."""
        client, total = self._client, 0
        whole = []
        for message in messages:
            whole += [b" {%d+}\r\n" % len(message), message]
            total += len(message)
        tag = client._new_tag()
        client.send(tag + b" APPEND " + self.folder.encode() + b"".join(whole) + b"\r\n")
        self._ok(client._command_complete("APPEND", tag))

    def create(self, folder: str) -> None:
        self._ok(self._client.create(encode_folder(folder).decode()))

    def flags(self) -> dict[int, set[str]]:
        """The flags of every mail in the folder, by UID."""
        self._ok(self._client.noop())
        self._client.response("FETCH")
        found = {}
        for line in self._ok(self._client.uid("FETCH", "1:*", "(UID FLAGS)")):
            uid, flags = re.search(rb"UID (\d+)", line or b""), re.search(rb"FLAGS \(([^)]*)\)", line or b"")
            if uid and flags:
                found[int(uid[1])] = set(flags[1].decode().split()) - {r"\Recent"}
        return found

    def mark(self, uids: Iterable[int], flag: str) -> None:
        self._ok(self._client.uid("STORE", ",".join(map(str, uids)), "+FLAGS", f"({flag})"))

    def delete(self, uids: Iterable[int]) -> None:
        """Mark as deleted, and EXPUNGE."""
        self.mark(uids, r"\Deleted")
        self._ok(self._client.expunge())

    @staticmethod
    def _ok(answer: tuple[str, list[Any]]) -> list[Any]:
        assert answer[0] == "OK", answer
        return answer[1]


def _program(name: str) -> str:
    found = _find(name)
    assert found is not None, "Dovecot isn't installed: ask installed() first"
    return found


def _find(name: str) -> str | None:
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")


def _identity() -> dict[str, Any]:
    """For subprocess: who Dovecot runs as."""
    return {"user": SYSTEM_USER, "group": _group(), "extra_groups": []} if os.geteuid() == 0 else {}


def _user() -> str:
    return SYSTEM_USER if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name


def _group() -> str:
    return grp.getgrgid(pwd.getpwnam(_user()).pw_gid).gr_name


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind((LOOPBACK, 0))
        return int(sock.getsockname()[1])
