"""The demo's mail server, running: IMAP and SMTP on one event loop, in a thread of its own."""

import asyncio
import threading
from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Self

from mailbot.demo.imap import ATTENDEES, PLATFORM, Mailboxes
from mailbot.demo.smtp import Post
from mailbot.errors import MailbotError

# Much longer than anything takes here: only a bug could make the demo wait for so long.
PATIENCE = 10.0


class MailServer:
    """Within `with` it listens on `imap_port` and `smtp_port` of this machine, for this machine alone.

    `address` is the platform's. `replied` is told, on the server's thread, of each mail that attendees get.
    """

    def __init__(
        self,
        address: str,
        now: Callable[[], datetime],
        replied: Callable[[bytes], None],
        imap_port: int = 0,
        smtp_port: int = 0,
    ) -> None:
        self._address, self._now, self._replied = address, now, replied
        self.imap_port, self.smtp_port = imap_port, smtp_port
        self._ready = threading.Event()
        self._refused: OSError | None = None
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="mail server", daemon=True)

    def __enter__(self) -> Self:
        """Raises MailbotError where a port can't be had."""
        self._thread.start()
        self._ready.wait()
        if self._refused is not None:
            self._thread.join(PATIENCE)
            raise MailbotError(f"the demo's mail server can't listen there: {self._refused.strerror}")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(PATIENCE)

    def put(self, data: bytes, received: datetime) -> None:
        """A mail for the platform that came at that moment. Returns when it is in the mailbox."""
        delivery = self._mailboxes.deliver(PLATFORM, data, received)
        asyncio.run_coroutine_threadsafe(delivery, self._loop).result(PATIENCE)

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._mailboxes = Mailboxes()
        servers: list[asyncio.Server] = []
        try:
            servers.append(await self._mailboxes.serve(self.imap_port))
            servers.append(await Post(self._address, self._deliver, self._now).serve(self.smtp_port))
            self.imap_port, self.smtp_port = (server.sockets[0].getsockname()[1] for server in servers)
            self._ready.set()
            await self._stop.wait()
        except OSError as error:
            self._refused = error
            self._ready.set()
        finally:
            for server in servers:
                server.close()  # not wait_closed(): somebody's mail client may stay connected for hours

    async def _deliver(self, owner: str, data: bytes, received: datetime) -> None:
        await self._mailboxes.deliver(owner, data, received)
        if owner == ATTENDEES:
            self._replied(data)
