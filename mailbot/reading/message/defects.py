"""What can be wrong with a mail as bytes, each by one word. A mail with defects is still read as far as it goes.

`UNREAD` are those after which a person would see more, or something else, than mailbot read: nothing should be decided
alone on such a mail.
"""

from collections.abc import Iterable
from enum import StrEnum


class Defect(StrEnum):
    """One thing that is broken, cut or out of reach in a mail."""

    HEADERS_CUT = "headers_cut"  # more header lines, or longer ones, than any mail needs
    NO_BLANK_LINE = "no_blank_line"  # the headers run into the text
    SEVERAL_FROM = "several_from"  # RFC 5322, 3.6 allows one: two are how a forger shows another
    NO_FROM = "no_from"
    NO_MESSAGE_ID = "no_message_id"
    BAD_DATE = "bad_date"
    NO_BOUNDARY = "no_boundary"  # a multipart whose boundary is missing or never occurs
    UNCLOSED = "unclosed"  # the last boundary is missing: the mail may have been cut off
    NESTED_TOO_DEEP = "nested_too_deep"
    TOO_MANY_PARTS = "too_many_parts"
    TEXT_CUT = "text_cut"
    UNKNOWN_CHARSET = "unknown_charset"
    WRONG_CHARSET = "wrong_charset"  # the bytes don't fit the label; they were read as what they are
    UNDECODABLE = "undecodable"  # some bytes are no text in any charset we know
    UNKNOWN_ENCODING = "unknown_encoding"  # a Content-Transfer-Encoding that doesn't exist
    STRUCK_OUT = "struck_out"  # text with a line through it, left out of the text
    ALTERNATIVES_DIFFER = "alternatives_differ"  # plain text and HTML say different things; people see the HTML
    SIGNED = "signed"  # S/MIME or PGP, readable
    SIGNED_OPAQUE = "signed_opaque"  # the text is inside a signature envelope that could not be opened
    ENCRYPTED = "encrypted"
    TNEF = "tnef"  # winmail.dat: what is in it was not read


UNREAD = frozenset(
    {
        Defect.HEADERS_CUT,
        Defect.NESTED_TOO_DEEP,
        Defect.TOO_MANY_PARTS,
        Defect.TEXT_CUT,
        Defect.UNDECODABLE,
        Defect.UNKNOWN_ENCODING,
        Defect.ALTERNATIVES_DIFFER,
        Defect.SIGNED_OPAQUE,
        Defect.ENCRYPTED,
    }
)


def unread(defects: Iterable[str]) -> tuple[str, ...]:
    """Those of the defects for which a person should look at the mail, as reasons."""
    return tuple(defect for defect in defects if defect in UNREAD)
