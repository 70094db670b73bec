"""The mailbox as the pipeline sees it: what is new, its content, every UID, waiting, filing.

Everything is asked by UID and taken by the UID that stands in each answer: other people change flags and delete mail
while we read, and a place in a list says nothing then. imap-tools connects, logs in and opens the folder; FETCH,
SEARCH, IDLE and MOVE go through its client, because its own fetch() mixes mails up when somebody else works in the
folder, its move() may EXPUNGE, and its IDLE sleeps through a mail that comes just before.
"""

import ssl
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Self

from mailbot.adapters.imap import answers, fetch
from mailbot.adapters.imap.connection import file_into
from mailbot.adapters.imap.fetch import Listed
from mailbot.adapters.imap.idle import Idle
from mailbot.adapters.imap.session import Session
from mailbot.adapters.oauth import Token
from mailbot.config import MailboxConfig
from mailbot.domain.message import RawMessage
from mailbot.errors import MailboxError


class Mailbox:
    """One connection to one folder, made when it is first needed and again after it broke. Not thread-safe.

    `token` gives an OAuth2 access token (XOAUTH2), used instead of the password; mails over `size_limit` bytes are
    fetched light. Every method raises MailboxError; the one after it starts on a fresh connection.
    """

    def __init__(self, config: MailboxConfig, *, token: Token | None = None, size_limit: int = 1024 * 1024) -> None:
        self._config, self._size_limit = config, size_limit
        self._session = Session(config, token)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def uidvalidity(self) -> int:
        """The folder's numbering (RFC 3501, 2.3.1.1) as of the last connection; 0 before the first."""
        return self._session.uidvalidity

    @property
    def capabilities(self) -> frozenset[str]:
        """What the server can do, in capitals, as told after the login."""
        return self._session.capabilities

    @property
    def tls(self) -> ssl.SSLSocket | None:
        """The connection's TLS; None without one."""
        return self._session.tls

    def connect(self) -> None:
        """Make sure that a live connection stands. Only here `uidvalidity` may become another without an error."""
        self._session.connect()

    def close(self) -> None:
        """Say goodbye and hang up."""
        self._session.close()

    def abort(self) -> None:
        """End the call that hangs, from another thread: it raises MailboxError. The next call connects anew."""
        self._session.abort()

    def list_since(self, uid: int) -> list[Listed]:
        """The mails with a higher UID, by UID. Costs the same however many older mails there are."""
        with self._session.open() as connection:
            # a search sees only what this session was told of (pymap, and others between two commands): IDLE has
            # woken us on another connection, and without this the new mail would be found at the next poll
            connection.client.noop()
            # "9:*" gives the last mail even where its UID is under 9 (RFC 3501, 6.4.8)
            new = {found for found in fetch.search(connection.client, "UID", f"{uid + 1}:*") if found > uid}
            listed = fetch.listings(connection.client, new, self._session.suspects)
            silent = new - listed.keys()
            if silent:  # deleted since the search, or really silent
                silent &= fetch.all_uids(connection.client)
        now = datetime.now(UTC)
        mails = [*listed.values(), *(Listed(uid, now, 0, "", silent=True) for uid in silent)]
        return sorted(mails, key=lambda mail: mail.uid)

    def fetch(self, uids: Sequence[int]) -> dict[int, RawMessage]:
        """The mails with these UIDs; those over the size limit light. Absent: what the server doesn't give now.

        All are in memory together: ask for as many at once as there is room for.
        """
        with self._session.open() as connection:
            return fetch.mails(connection.client, uids, self._session.suspects, self._size_limit)

    def uids(self) -> set[int]:
        """Every UID in the folder."""
        with self._session.open() as connection:
            return fetch.all_uids(connection.client)

    def wait(self, seconds: float) -> bool:
        """Sleep in IDLE until something may be new (True), or the time is up (False).

        For a connection of its own. True at once wherever an IDLE has just begun (after connecting, and every few
        minutes): look then, for only what comes later is told. It goes on between two calls, and so misses nothing.
        """
        with self._session.open(idle=True) as connection:
            if connection.idle is None:
                connection.idle = Idle(connection.client)
                return True
            if connection.idle.hear(seconds):
                return True
            if connection.idle.old:
                connection.idle.leave()
                connection.idle = Idle(connection.client)
                return True
        return False

    def move(self, uids: Sequence[int], folder: str) -> None:
        """File mails into that folder (MOVE, RFC 6851), made where it is missing. UIDs that are gone are no error."""
        if not self._config.filing:
            raise MailboxError("mail is to be moved, but no folder for that is configured in [mailbox]")
        with self._session.open() as connection:
            if "MOVE" not in connection.capabilities:
                # without it a move is COPY, STORE Deleted and EXPUNGE, and EXPUNGE purges what others have marked
                raise MailboxError("this mail server cannot move mail (it lacks MOVE): leave the *_folder settings out")
            wanted = sorted(set(uids))
            for at in range(0, len(wanted), fetch.MOST_UIDS):
                file_into(folder, answers.uid_set(wanted[at : at + fetch.MOST_UIDS]), connection)
