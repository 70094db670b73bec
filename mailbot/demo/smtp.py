"""The demo's SMTP server (aiosmtpd): takes mail from anybody on this machine, delivers it here, and sends none on.

What is for the platform goes into its INBOX, everything else into the attendees'. It does what a mail server owes a
mail it accepts (RFC 5321, 4.4; RFC 6409, 8): Return-Path, Received, and a Date and Message-ID where they lack.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from email.parser import BytesHeaderParser
from email.utils import format_datetime, make_msgid, parsedate_to_datetime

from aiosmtpd.smtp import SMTP, Envelope, Session

from mailbot.demo.imap import ATTENDEES, HOST, PLATFORM

NAME = "demo.example"
DATE = re.compile(rb"^Date:.*\n(?:[ \t].*\n)*", re.I | re.M)
RETURN_PATH = re.compile(rb"^Return-Path:.*\n(?:[ \t].*\n)*", re.I | re.M)

Deliver = Callable[[str, bytes, datetime], Awaitable[None]]


class Post:
    """Where mails go. `address` is the platform's; `now` the time in the demo's world."""

    def __init__(self, address: str, deliver: Deliver, now: Callable[[], datetime]) -> None:
        self._address, self._deliver, self._now = address, deliver, now

    async def serve(self, port: int) -> asyncio.Server:
        """Listen on that port of this machine alone; 0: any that is free. Raises OSError."""
        loop = asyncio.get_running_loop()
        return await loop.create_server(
            lambda: SMTP(self, hostname=NAME, ident="mailbot demo", enable_SMTPUTF8=True, loop=loop), HOST, port
        )

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        """A mail has come (aiosmtpd's hook)."""
        assert isinstance(envelope.content, bytes)
        received = self._now()
        data = postmark(envelope.content, envelope.mail_from or "", received)
        for owner in sorted({self._owner(recipient) for recipient in envelope.rcpt_tos}):
            await self._deliver(owner, data, received)
        return "250 OK"

    def _owner(self, recipient: str) -> str:
        return PLATFORM if recipient.casefold() == self._address else ATTENDEES


def postmark(data: bytes, sender: str, received: datetime) -> bytes:
    """The mail as a mail server delivers it.

    A Date in the demo's future becomes its present: whoever writes today, years later, and says "30 March" means the
    one that is announced, and a reading judges by the mail's own date.
    """
    head, end, body = data.partition(b"\r\n\r\n")
    head += b"\r\n"
    given = BytesHeaderParser().parsebytes(head)
    stamp = format_datetime(received)
    first = f"Return-Path: <{sender}>\r\nReceived: from {HOST} by {NAME}; {stamp}\r\n"
    if not _is_past(given["Date"], received):
        head = DATE.sub(b"", head)
        first += f"Date: {stamp}\r\n"
    if not given["Message-ID"]:
        first += f"Message-ID: {make_msgid(domain=NAME)}\r\n"
    return first.encode("utf-8", "surrogateescape") + RETURN_PATH.sub(b"", head) + (end and b"\r\n" + body)


def _is_past(date: str | None, now: datetime) -> bool:
    try:
        given = parsedate_to_datetime(str(date))
        return (given if given.tzinfo else given.replace(tzinfo=now.tzinfo)) <= now
    except (ValueError, OverflowError):
        return False
