"""A mail on its way through the house: its type tells the stage that it has reached.

RawMessage       bytes, and what the mail server says of them
IncomingMessage  headers decoded, the text as a person would see it
Screening        who or what wrote it, and whether the sender can be believed
Reading          what is asked (reading.py)
OutgoingMessage  a reply, ready for the wire
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

# How the Message-ID ends that a mail without one is given here. No mail outside knows it.
MADE_UP_ID = "@no-message-id.invalid>"


class MessageStatus(StrEnum):
    """The life of a message in our books. Held is ended by an organiser; failed can be retried.

    listed -> received -> accepted | refused | held | ignored | failed        held -> accepted | refused | dismissed
    """

    LISTED = "listed"  # the server has it; we know its UID and size, not its content yet
    RECEIVED = "received"  # stored; nothing has been decided
    ACCEPTED = "accepted"  # it changed the books, or confirmed them; "full" too is an answer given
    REFUSED = "refused"  # answered with a no: closed, over
    HELD = "held"  # waits for an organiser
    IGNORED = "ignored"  # automatic or unrelated: never answered
    FAILED = "failed"  # attempts used up; an organiser is told
    DISMISSED = "dismissed"  # an organiser looked and needs nothing done
    DUPLICATE = "duplicate"  # a second copy of a mail that is already here
    SKIPPED = "skipped"  # older than the first run, or than `since`: not ours to answer
    GONE = "gone"  # somebody deleted it from the folder before it could be fetched


@dataclass(frozen=True, slots=True)
class RawMessage:
    """A mail as fetched. `received` is the server's INTERNALDATE (RFC 3501, 2.3.3), aware; `size` in bytes on the
    server, more than `len(data)` where only headers and text parts were fetched (`partial`)."""

    uid: int
    received: datetime
    size: int
    data: bytes
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox as a header shows it: display name (decoded, "" where absent) and addr-spec in lower case."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part that isn't text to read; `content` is None where it was not fetched or is of no use to reading."""

    filename: str
    content_type: str
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """A parsed mail. `headers`: lower-case name -> all its values, decoded, topmost first.

    `text` is what a person would read: from the plain part, or from HTML with tables as lines of cells joined by
    tabs. `attached` holds the mails that came as message/rfc822, parsed. Never raises for strange bytes: what is
    broken is named in `defects`.
    """

    headers: Mapping[str, tuple[str, ...]]
    message_id: str
    subject: str
    sender: Address  # From
    reply_to: Address | None
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    date: datetime | None  # the Date header, aware
    in_reply_to: str | None
    references: tuple[str, ...]
    text: str
    content_types: tuple[str, ...]  # of every part, in order
    attachments: tuple[Attachment, ...] = ()
    attached: tuple["IncomingMessage", ...] = ()
    defects: tuple[str, ...] = ()

    def header(self, name: str) -> str | None:
        """The first (topmost) value of that header, or None. `name` in any case."""
        values = self.headers.get(name.lower(), ())
        return values[0] if values else None

    @property
    def own_message_id(self) -> str | None:
        """The Message-ID that the mail brought; None where `message_id` is only what we know it by."""
        return None if not self.message_id or self.message_id.endswith(MADE_UP_ID) else self.message_id

    @property
    def answer_to(self) -> Address:
        """Where an answer goes: Reply-To, or From."""
        return self.reply_to or self.sender


class Origin(StrEnum):
    """Who wrote a mail, as far as its headers and structure tell."""

    HUMAN = "human"
    AUTOMATIC = "automatic"
    OURSELVES = "ourselves"


class Trust(StrEnum):
    """What the receiving server says of the sender (RFC 8601). Absent is not forged."""

    PASS = "pass"  # noqa: S105  a verdict, not a password
    FAIL = "fail"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Screening:
    """Whether a human wrote this to us, and whether the From can be believed. `reasons`: short machine words.

    `about`: the Message-IDs that a report (DSN, MDN) is about, so that it can be linked to our reply.
    """

    origin: Origin
    trust: Trust = Trust.UNKNOWN
    reasons: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """A reply, ready for the wire: `data` holds it complete with CRLF line ends; `message_id` never changes again."""

    message_id: str
    recipient: str
    template: str
    subject: str
    data: bytes = field(repr=False)
