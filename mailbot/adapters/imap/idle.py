"""IDLE (RFC 2177): sleeping until the server speaks.

What comes between the caller's last look and the server's "+ idling" is told by some servers at once, by some when
the IDLE ends, half an hour later. So whoever enters IDLE looks once more after it began; from then on the server tells
everything. And the IDLE stays open from one wait to the next, so that there is no such gap between two of them.

imap-tools' IDLE reads one line after the command and then waits on the socket: an EXISTS which came in the same packet
stays unread in its buffer. Here every line counts, buffered or not.
"""

import time

from mailbot.adapters.imap.client import Client
from mailbot.errors import MailboxError

# Servers may drop an IDLE after 30 minutes, routers forget a silent connection much sooner.
MOST_SECONDS = 9 * 60


class Idle:
    """An IDLE that has begun. It becomes `old` before servers or routers drop it: leave it then, and begin another."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._tag = client._command("IDLE")
        # untagged responses may come before "+ idling", for which imaplib gives None
        while client._get_response() is not None:
            self._check()
        self._until = time.monotonic() + MOST_SECONDS
        client.take("EXISTS")  # the caller looks now anyway

    @property
    def old(self) -> bool:
        return time.monotonic() >= self._until

    def hear(self, seconds: float) -> bool:
        """Whether the server reports mail within that time, or before the IDLE is old."""
        deadline = min(time.monotonic() + seconds, self._until)
        while self._client.readable(deadline - time.monotonic()):
            self._client._get_response()
            self._check()
            if self._client.take("EXISTS"):
                return True
        return False

    def leave(self) -> None:
        self._client.send(b"DONE\r\n")
        self._client._command_complete("IDLE", self._tag)

    def _check(self) -> None:
        self._client._check_bye()
        if self._client.tagged_commands[self._tag]:  # to begin again at once would be a loop without a pause
            raise MailboxError("the mail server names IDLE among its capabilities and doesn't keep to it")
