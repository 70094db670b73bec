"""The demo's IMAP server: pymap with its mails in memory, and two mailboxes: the platform's and the attendees'.

There is one mailbox for all attendees together, so that whoever tries the demo can read every reply in one place.
"""

import asyncio
import ssl
from argparse import Namespace
from datetime import datetime

from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import Config, Login
from pymap.backend.dict.filter import FilterSet
from pymap.backend.dict.mailbox import MailboxSet
from pymap.concurrent import Subsystem
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pymap.user import UserMetadata
from pysasl.hashing import Cleartext

HOST = "127.0.0.1"
PLATFORM, ATTENDEES = "platform", "attendees"
PASSWORD = "demo"  # noqa: S105  shown to whoever starts the demo, on loopback only

# pymap's own limit of 64 KiB would end the connection over a long SEARCH or FETCH set.
LINE_LIMIT = 1024 * 1024


class Mailboxes:
    """Both accounts, each with an INBOX. To be made and used on the event loop."""

    def __init__(self) -> None:
        self._config = _Config()
        self._login = Login(self._config)
        self._sets = {name: MailboxSet() for name in (PLATFORM, ATTENDEES)}
        for name, mailboxes in self._sets.items():
            self._login.users_dict[name] = UserMetadata(self._config, name, password=PASSWORD)
            self._config.set_cache[name] = (mailboxes, FilterSet())

    async def deliver(self, owner: str, data: bytes, received: datetime) -> None:
        """Put a mail into that account's INBOX, with `received` as its INTERNALDATE; who waits in IDLE is told."""
        inbox = await self._sets[owner].get_mailbox("INBOX")
        await inbox.append(AppendMessage(data, received, frozenset()), recent=True)

    async def serve(self, port: int) -> asyncio.Server:
        """Listen on that port of this machine alone; 0: any that is free. Raises OSError."""
        without_proxy = ProxyProtocolReader(self._config.proxy_protocol)
        connected = without_proxy.get_callback(IMAPServer(self._login, self._config))
        return await asyncio.start_server(connected, HOST, port, limit=LINE_LIMIT)


class _Config(Config):
    """pymap's settings, without what a server on loopback has no use for."""

    def __init__(self) -> None:
        super().__init__(
            Namespace(proxy_protocol=None),
            host=HOST,
            port=0,
            demo_data=False,
            demo_user="",
            demo_password="",
            tls_enabled=False,
            ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER),  # or pymap loads what CERT_FILE names
            hash_context=Cleartext(),  # pymap's default costs half a million rounds a login
            cpu_subsystem=Subsystem.for_asyncio(),  # a comparison of two words needs no threads
        )

    @property
    def greeting(self) -> bytes:
        return b"mailbot demo"  # pymap's own asks the DNS for this machine's name, at every connection
