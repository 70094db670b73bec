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
    # untagged responses may come before "+ idling", for which imaplib gives None
    while client._get_response() is not None:
        _still_idle(client, tag)
    while "EXISTS" not in client.untagged_responses and client.readable(deadline - time.monotonic()):
        client._get_response()
        _still_idle(client, tag)
    client.send(b"DONE\r\n")
    client._command_complete("IDLE", tag)


def _still_idle(client: Client, tag: bytes) -> None:
    client._check_bye()
    if client.tagged_commands[tag]:  # to begin again at once would be a loop without a pause
        raise MailboxError("the mail server names IDLE among its capabilities and doesn't keep to it")
