"""IDLE (RFC 2177): sleeping until the server speaks.

imap-tools' IDLE reads one line after the command and then waits on the socket, so that an EXISTS which came in the
same packet stays unread in its buffer. Here every line counts, before and after "+ idling", buffered or not.
"""

import time

from mailbot.adapters.imap.client import Client
from mailbot.errors import MailboxError

# Servers may drop an IDLE after 30 minutes, routers forget a silent connection much sooner.
MOST_SECONDS = 9 * 60


def idle(client: Client, seconds: float) -> None:
    """One IDLE, until a mail is reported (EXISTS waits among the untagged responses then) or the time is up."""
    deadline = time.monotonic() + min(seconds, MOST_SECONDS)
    tag = client._command("IDLE")
    if not _began(client, tag):
        raise MailboxError("the mail server names IDLE among its capabilities and refuses it")
    while not _spoken(client, tag) and client.readable(deadline - time.monotonic()):
        client._get_response()
        client._check_bye()
    client.send(b"DONE\r\n")
    client._command_complete("IDLE", tag)


def _began(client: Client, tag: bytes) -> bool:
    while client._get_response() is not None:  # untagged responses may come before "+ idling"
        client._check_bye()
        if client.tagged_commands[tag]:
            return False
    return True


def _spoken(client: Client, tag: bytes) -> bool:
    """Whether there is something new, or the server ended the IDLE by itself."""
    return "EXISTS" in client.untagged_responses or bool(client.tagged_commands[tag])
