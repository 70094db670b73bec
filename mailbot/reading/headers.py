"""What a mail's header fields say: text with its encoded words decoded, addresses, Message-IDs, the date.

Written for headers as they come, not as the RFCs want them: `Vries, Jan de <jan@x.nl>` without quotes is one address,
an encoded word inside quotes or cut off in the middle is still decoded. Never raises; linear in the header's length.
"""

import binascii
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from mailbot.domain.message import Address
from mailbot.reading.charset import composed, repaired, text_of
from mailbot.reading.mime import plain

MAX_VALUE = 20_000  # characters of one header value that are looked at
MAX_ADDRESSES = 500
MAX_REFERENCES = 100

# RFC 2047, 2; spaces inside, a "?" inside and a missing end occur in the wild.
ENCODED_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?((?:[^?]|\?(?!=)){0,2000})(?:\?=|$)")
BETWEEN_WORDS = re.compile(r"(\?=)\s+(?==\?[^?\s]{1,60}\?[bBqQ]\?)")
INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# The pieces that an address list is made of (RFC 5322, 3.4): quoted string, <address>, (comment), separator, the rest.
PIECE = re.compile(
    r'"((?:[^"\\]|\\.)*)"?|<([^<>]*)>?|\(((?:[^()\\]|\\.|\([^()]*\))*)\)?|([,;])|([^",;<>(]+)|.', re.DOTALL
)
ADDR_SPEC = re.compile(r"[^\s<>\"'(),:;\[\]]+@[^\s<>\"'(),:;@]+")
MESSAGE_ID = re.compile(r"<[^<>\s]{1,990}>")


def unicode_of(raw: bytes) -> str:
    """A header value as a person sees it: unfolded, encoded words decoded, without invisible characters."""
    value = plain(raw)[:MAX_VALUE]
    return value if value.isascii() and "=?" not in value else decoded_words(value)


def decoded_words(value: str) -> str:
    """RFC 2047's encoded words in that text replaced by what they say; what is none stays as it is."""
    if "=?" in value:
        value = _decode_runs(BETWEEN_WORDS.sub(r"\1", value))
    return composed(repaired(INVISIBLE.sub("", value))).strip()


def _decode_runs(value: str) -> str:
    """Words of one charset that touch are decoded together: programs cut inside a character."""
    out: list[str] = []
    run, charset, at = b"", "", 0
    for word in ENCODED_WORD.finditer(value):
        if run and (word.start() > at or word[1].lower() != charset):
            out.append(text_of(run, charset)[0])
            run = b""
        out.append(value[at : word.start()])
        run, charset, at = run + _word_bytes(word[2], word[3]), word[1].lower(), word.end()
    out.append(text_of(run, charset)[0])
    out.append(value[at:])
    return "".join(out)


def _word_bytes(encoding: str, text: str) -> bytes:
    data = text.encode("utf-8", "replace")
    if encoding in "qQ":
        return binascii.a2b_qp(data, header=True)
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    padded = letters[: len(letters) - (len(letters) % 4 == 1)]
    return binascii.a2b_base64(padded + b"=" * (-len(padded) % 4))


def addresses(raw: bytes) -> tuple[Address, ...]:
    """The mailboxes of an address header, in order; groups are flattened, what holds no address is left out."""
    found: list[Address] = []
    loose: list[str] = []  # words before an address, their commas kept: Exchange forgets the quotes
    name: list[str] = []
    email = comment = ""
    value = plain(raw)[:MAX_VALUE]
    for piece in [*PIECE.finditer(value), None]:
        quoted, angle, remark, separator, text = piece.groups() if piece else (None, None, None, ",", None)
        if quoted is not None:
            name.append(re.sub(r"\\(.)", r"\1", quoted))
        elif angle is not None:
            email = _addr_spec(angle) or email
        elif remark is not None:
            comment = remark
        elif text is not None:
            name.append(text.rpartition(":")[2] if text.rstrip().endswith(":") else text)
        elif separator:
            words = " ".join(" ".join(name).split())
            if not email and (bare := ADDR_SPEC.search(words)):
                email, words = bare[0].lower(), words.replace(bare[0], "").strip()
            if email:
                found.append(Address(_display_name(", ".join([*loose, words]), comment, email), email))
            loose = [] if email or separator == ";" else [*loose, words] if words else loose
            name, email, comment = [], "", ""
    return tuple(found[:MAX_ADDRESSES])


def _addr_spec(text: str) -> str:
    """`mailto:Jan@X.nl ` as jan@x.nl; "" where it is no address."""
    found = ADDR_SPEC.search(decoded_words(text.removeprefix("mailto:")))
    return found[0].lower().rstrip(".") if found else ""


def _display_name(words: str, comment: str, email: str) -> str:
    name = " ".join(decoded_words(words.strip(" ,") or comment).split())
    if len(name) > 1 and name[0] == name[-1] and name[0] in "'\"":
        name = name[1:-1].strip()
    return "" if name.lower() == email else name


def message_ids(raw: bytes | None) -> tuple[str, ...]:
    """The Message-IDs of In-Reply-To or References, each with its angle brackets; the last hundred."""
    return tuple(MESSAGE_ID.findall(plain(raw or b"")[-MAX_VALUE:])[-MAX_REFERENCES:])


def message_id(raw: bytes | None) -> str | None:
    """The mail's own Message-ID with angle brackets, also where it came without; None where there is none."""
    if found := message_ids(raw):
        return found[0]
    bare = "".join(re.findall(r"[!-;=?-~]+", plain(raw or b"")[:900]))
    return f"<{bare}>" if bare else None


def date_of(raw: bytes | None) -> datetime | None:
    """The Date header, aware (a zone of -0000 or none counts as UTC); None where it is missing or nonsense."""
    if raw is None:
        return None
    try:
        found = parsedate_to_datetime(plain(raw)[:100])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    # Years at the edge of the calendar overflow in every later sum with a time zone.
    return found.replace(tzinfo=found.tzinfo or UTC) if 1970 <= found.year <= 9990 else None
