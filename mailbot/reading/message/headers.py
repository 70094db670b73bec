"""What a mail's header fields say: text with its encoded words decoded, Message-IDs, the date.

Written for headers as they come, not as the RFCs want them: an encoded word inside quotes, with spaces in it, or cut
off in the middle is still decoded. Addresses are addresses.py's. Never raises; linear in the header's length.
"""

import binascii
import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache

from mailbot.reading.message.charset import composed, repaired, text_of
from mailbot.reading.message.mime import plain

MAX_VALUE = 20_000  # characters of one header value that are looked at
MAX_REFERENCES = 100

# RFC 2047, 2; spaces inside, a "?" inside and a missing end occur in the wild.
ENCODED_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?((?:[^?]|\?(?!=)){0,2000})(?:\?=|$)")
LONGEST_KEPT = 200  # bytes: a longer header is its mail's own
BETWEEN_WORDS = re.compile(r"(\?=)\s+(?==\?[^?\s]{1,60}\?[bBqQ]\?)")
INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
USUAL_DATE = re.compile(
    r"[A-Z][a-z]{2}, (?P<day>[0-3]?[0-9]) (?P<month>[A-Z][a-z]{2}) (?P<year>[12][0-9]{3})"
    r" (?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})"
    r" (?P<sign>[+-])(?P<hours>[0-9]{2})(?P<minutes>[0-9]{2})"
)
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
MESSAGE_ID = re.compile(r"<[^<>\s]{1,990}>")


def unicode_of(raw: bytes) -> str:
    """A header value as a person sees it: unfolded, encoded words decoded, without invisible characters."""
    return _kept_unicode_of(raw) if len(raw) < LONGEST_KEPT else _unicode_of(raw)


def _unicode_of(raw: bytes) -> str:
    return decoded_words(plain(raw)[:MAX_VALUE])


_kept_unicode_of = lru_cache(maxsize=1024)(_unicode_of)  # half of a mail's headers say what those of all mails say


def decoded_words(value: str) -> str:
    """RFC 2047's encoded words in that text replaced by what they say; what is none stays as it is."""
    if value.isascii() and value.isprintable() and "=?" not in value:
        return value.strip()  # as most have nothing of all that
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
    value = plain(raw)[:100]
    try:
        found = _usual_date(value) or parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    # Years at the edge of the calendar overflow in every later sum with a time zone.
    return found.replace(tzinfo=found.tzinfo or UTC) if 1970 <= found.year <= 9990 else None


def _usual_date(value: str) -> datetime | None:
    """A date as nearly all mails have it, in a tenth of the time."""
    if not (match := USUAL_DATE.fullmatch(value)) or match["month"] not in MONTHS:
        return None
    day, year, hour, minute, second = map(int, match.group("day", "year", "hour", "minute", "second"))
    offset = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"]))
    zone = timezone(-offset if match["sign"] == "-" else offset)
    return datetime(year, MONTHS.index(match["month"]) + 1, day, hour, minute, second, tzinfo=zone)
