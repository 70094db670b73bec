"""The pure half of the way: bytes to message to screening to reading, for a mailbox as for a folder of files.

Never raises: what cannot be read is for a person to look at, and must not hold up the mails behind it.
"""

from dataclasses import dataclass

from mailbot.domain.message import Address, IncomingMessage, Origin, Screening
from mailbot.domain.reading import Kind, Reading
from mailbot.reading.page import ReadingContext
from mailbot.reading.parse import parse
from mailbot.reading.read import read
from mailbot.reading.screen import OwnIdentity, screen

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
        message = parse(data)
        screening = screen(message, identity or OwnIdentity(frozenset({context.own_address})))
        return Understanding(message, screening, read(message, screening, context))
    except Exception as error:
        # a bug in a rule must cost one mail a review, not the whole run
        return Understanding(message, screening, UNREADABLE, type(error).__name__)
