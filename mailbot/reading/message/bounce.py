"""Whether a report says that a mail was given up (RFC 3464): a delay or a receipt is no such news."""

import re

from mailbot.domain.message import IncomingMessage

STATUS_TYPES = ("message/delivery-status", "message/global-delivery-status")
# RFC 3464, 2.3.3: failed, delayed, delivered, relayed or expanded
FAILED = re.compile(rb"(?im)^Action[ \t]*:[ \t]*failed\b")


def says_undeliverable(message: IncomingMessage) -> bool:
    """True where a delivery status report has a recipient whose delivery failed."""
    return any(
        found.content_type in STATUS_TYPES and FAILED.search(found.content or b"") for found in message.attachments
    )
