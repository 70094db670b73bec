"""From a configuration to a folder that stands open: connect, TLS, login, capabilities, SELECT or EXAMINE.

`plain_errors()` is the one place where the failures of the network and of the server become a MailboxError in plain
words. Such a text never quotes the server: its answers may hold a name, an address or a line of somebody's mail, and
for the same reason the original error isn't chained to it.
"""

import imaplib
import re
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from imap_tools import BaseMailBox, ImapToolsError, MailboxFolderSelectError, MailboxLoginError
from imap_tools.utils import encode_folder

from mailbot.adapters.imap.client import Client
from mailbot.adapters.imap.idle import Idle
from mailbot.adapters.oauth import Token
from mailbot.config import MailboxConfig
from mailbot.errors import FolderRefused, LoginRefused, MailboxError, TokenError

# What a server answers to a login that has nothing to do with who logs in (RFC 5530; Gmail has words only).
NOT_THE_LOGIN = re.compile(r"\[(UNAVAILABLE|INUSE|LIMIT|SERVERBUG|CORRUPTION)\b|too many|temporar|try again", re.I)


@dataclass
class Connection:
    """An open folder. `box` is imap-tools' mailbox, for login and folders; `client` sends everything else.

    While `idle` stands, the server takes no other command.
    """

    box: BaseMailBox
    client: Client
    capabilities: frozenset[str]
    uidvalidity: int
    idle: Idle | None = None


class _Box(BaseMailBox):
    """imap-tools' mailbox over our client, for all three kinds of security."""

    def __init__(self, make: Callable[[], Client]) -> None:
        self._make = make
        super().__init__()

    def _get_mailbox_client(self) -> Client:
        return self._make()


def open_connection(config: MailboxConfig, token: Token | None, opened: Callable[[socket.socket], None]) -> Connection:
    """Connect, log in and open the folder; with another token where the first is refused: it may have been withdrawn
    before its time. Raises LoginRefused, MailboxError; leaves nothing open then."""
    if token is None:
        return _opened(config, None, opened)
    access = _access(token)  # before there is a server that waits for us
    try:
        return _opened(config, access, opened)
    except LoginRefused:
        token.refused(access)
    return _opened(config, _access(token), opened)


def _access(token: Token) -> str:
    try:
        return token()
    except TokenError as error:
        raise (LoginRefused if error.refused else MailboxError)(str(error)) from None


def _opened(config: MailboxConfig, access: str | None, opened: Callable[[socket.socket], None]) -> Connection:
    context = None if config.security == "none" else ssl.create_default_context()
    with plain_errors(config):
        box = _greeted(config, context if config.security == "tls" else None, opened)
    client = box.client
    assert isinstance(client, Client)
    try:
        with plain_errors(config):
            if config.security == "starttls":
                _demand_tls(client, context, config)
            _log_in(box, config, access)
            capabilities = _capabilities(client)
            uidvalidity = _open_folder(box, config)
    except BaseException:
        hang_up(client)
        raise
    return Connection(box, client, capabilities, uidvalidity)


def _greeted(
    config: MailboxConfig, context: ssl.SSLContext | None, opened: Callable[[socket.socket], None]
) -> BaseMailBox:
    host = config.host.strip("[]")  # as an IPv6 address is written with a port
    try:
        return _Box(lambda: Client(host, config.port, config.timeout, context, opened))
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:  # a BYE for a greeting, or some other kind of server
        raise MailboxError(f"the mail server {config.host}:{config.port} takes no IMAP connections now") from None


def hang_up(client: Client) -> None:
    """Close the socket, whatever state the conversation is in."""
    try:
        client.shutdown()
    except OSError:
        client.sock.close()


def file_into(folder: str, uids: str, connection: Connection) -> None:
    """MOVE the mails of that UID set into the folder, which is made and subscribed to where it is missing."""
    client, folders = connection.client, connection.box.folder
    target = encode_folder(folder).decode()
    if client.uid("MOVE", uids, target)[0] == "OK":
        return
    if not folders.exists(folder):
        folders.create(folder)
        folders.subscribe(folder, True)  # or most mail programs won't show it
        if client.uid("MOVE", uids, target)[0] == "OK":
            return
    raise MailboxError(f'the mail server refuses to move mail into the folder "{folder}"')


@contextmanager
def plain_errors(config: MailboxConfig) -> Iterator[None]:
    """Everything that a server or the network can do to us, as MailboxError."""
    server = f"{config.host}:{config.port}"
    try:
        yield
    except MailboxError:
        raise
    except ssl.SSLCertVerificationError as error:
        problem = f"the certificate of the mail server {server} is not to be trusted: {error.verify_message}"
        raise MailboxError(problem) from None
    except ssl.SSLError:
        raise MailboxError(f"no TLS with the mail server {server}: look at [mailbox] security and port") from None
    except socket.gaierror:
        raise MailboxError(f"the mail server {server} cannot be found: look at [mailbox] host") from None
    except TimeoutError:
        raise MailboxError(f"the mail server {server} did not answer within {config.timeout:g} s") from None
    except ConnectionRefusedError:
        raise MailboxError(f"nothing listens at {server}: look at [mailbox] host and port") from None
    except OSError as error:
        raise MailboxError(f"the connection with the mail server {server} was lost ({_cause(error)})") from None
    except imaplib.IMAP4.abort:
        raise MailboxError(f"the mail server {server} broke off the conversation") from None
    # imaplib and imap-tools trip over nonsense in many ways
    except (imaplib.IMAP4.error, ImapToolsError, ValueError, TypeError, LookupError, AttributeError, MemoryError):
        raise MailboxError(f"the mail server {server} gave an answer that makes no sense") from None


def _cause(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _demand_tls(client: Client, context: ssl.SSLContext | None, config: MailboxConfig) -> None:
    if "STARTTLS" not in client.capabilities:
        # whoever sits on the line can take STARTTLS out of the greeting: going on would send them the password
        raise MailboxError(f"the mail server {config.host}:{config.port} offers no STARTTLS; nothing was sent to it")
    try:
        client.starttls(context)
    except imaplib.IMAP4.error:
        raise MailboxError(f"the mail server {config.host}:{config.port} refuses STARTTLS; nothing was sent") from None


def _log_in(box: BaseMailBox, config: MailboxConfig, access: str | None) -> None:
    password = config.password.get_secret_value()
    try:
        if access is not None:
            box.xoauth2(config.username, access, initial_folder=None)
        elif _printable(config.username + password):
            box.login(config.username, password, initial_folder=None)
        else:
            box.login_utf8(config.username, password, initial_folder=None)
    except imaplib.IMAP4.abort:
        raise
    except (imaplib.IMAP4.error, MailboxLoginError) as error:
        by = "password" if access is None else "access token"
        raise _refusal(str(error), f"{config.host}:{config.port}", by) from None


def _printable(text: str) -> bool:
    """Whether it can stand between quotes in a LOGIN command; anything else goes as SASL PLAIN, in base64."""
    return text.isascii() and text.isprintable()


def _refusal(answer: str, server: str, by: str) -> MailboxError:
    if NOT_THE_LOGIN.search(answer):
        return MailboxError(f"the mail server {server} takes no logins at the moment")
    if re.search(r"\[PRIVACYREQUIRED\b|LOGINDISABLED", answer, re.I):
        return MailboxError(f"the mail server {server} takes a login over TLS only: look at [mailbox] security")
    return LoginRefused(f"the mail server {server} refuses the login: look at the username and {by} of [mailbox]")


def _capabilities(client: Client) -> frozenset[str]:
    """Asked for again after login: many servers name IDLE and MOVE only then."""
    answer = client.capability()[1][-1]
    return frozenset(answer.decode("ascii", "replace").upper().split()) if answer else frozenset()


def _open_folder(box: BaseMailBox, config: MailboxConfig) -> int:
    """SELECT where mail is to be filed, else EXAMINE. Returns UIDVALIDITY."""
    try:
        box.folder.set(config.folder, readonly=not config.filing)
    except imaplib.IMAP4.readonly:
        raise FolderRefused(f'the folder "{config.folder}" can only be read here: mail cannot be filed') from None
    except MailboxFolderSelectError:
        raise _no_folder(box, config.folder) from None
    answer = box.client.response("UIDVALIDITY")[1][-1]
    number = re.match(rb"\d+", answer or b"")
    if number is None:
        raise FolderRefused(f'the server gives no UIDVALIDITY for the folder "{config.folder}": it cannot be followed')
    return int(number[0])


def _no_folder(box: BaseMailBox, folder: str) -> FolderRefused:
    names = sorted(found.name for found in box.folder.list() if "\\noselect" not in map(str.lower, found.flags))
    if folder in names:
        return FolderRefused(f'the folder "{folder}" exists and cannot be opened: look at the rights of this account')
    listed = ", ".join(f'"{name}"' for name in names[:40]) + (" and more" if len(names) > 40 else "")
    return FolderRefused(f'there is no folder "{folder}" in this mailbox. There are: {listed}')
