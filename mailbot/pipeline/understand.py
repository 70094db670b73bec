"""The pure half of the way: bytes to message to screening to reading, for a mailbox as for a folder of files.

Never raises: what cannot be read is for a person to look at, and must not hold up the mails behind it.
"""

from dataclasses import dataclass
from datetime import datetime

from mailbot.domain.message import Address, IncomingMessage, Origin, Screening
from mailbot.domain.reading import Kind, Reading
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from mailbot.reading.screening.screen import OwnIdentity, screen

# What our Message-IDs begin with: by this a mail, or a bounce's report, is known as about ourselves.
OWN_MESSAGE_ID = "mailbot."

# What editors put before the first header; left there, it would make the headers a text.
BEFORE_A_MAIL = b"\xef\xbb\xbf\r\n"

NOBODY = Address("", "")
NOTHING = IncomingMessage({}, "", "", NOBODY, None, (), (), None, None, (), "", ())
UNREADABLE = Reading(Kind.UNRELATED, review=True, reasons=("unreadable",))


@dataclass(frozen=True, slots=True)
class Understanding:
    """What we make of a mail. `message` is empty where the bytes could not be parsed; `error` names what failed then,
    an exception's class without its text, which may quote the mail."""

    message: IncomingMessage
    screening: Screening
    reading: Reading
    error: str | None = None


def understand(data: bytes, context: ReadingContext, identity: OwnIdentity | None = None) -> Understanding:
    """Parse, screen and read one mail. `identity` says how to know ourselves; by default by the context's address."""
    message = NOTHING
    screening = Screening(Origin.HUMAN)
    try:
        message = parse(data.lstrip(BEFORE_A_MAIL))
        if not message.headers:  # empty, or no mail at all: words found in it would be chance
            return Understanding(message, screening, UNREADABLE)
        screening = screen(message, identity or OwnIdentity(frozenset({context.own_address})))
        return Understanding(message, screening, read(message, screening, context))
    except Exception as error:
        # a bug in a rule must cost one mail a review, not the whole run
        return Understanding(message, screening, UNREADABLE, type(error).__name__)


@dataclass(frozen=True, slots=True)
class Understand:
    """Understanding as configured, in a form that can be handed to another process."""

    context: ReadingContext
    identity: OwnIdentity

    def __call__(self, raw: bytes, received: datetime) -> Understanding:
        """What mailbot makes of one mail; `received` stands in for a Date header that is missing. Never raises."""
        return understand(raw, self.context.received(received), self.identity)


def is_own_id(message_id: str) -> bool:
    """Whether a Message-ID is of a mail that mailbot made."""
    return message_id.startswith(f"<{OWN_MESSAGE_ID}")
