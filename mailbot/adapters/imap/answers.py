"""What FETCH and SEARCH answer, as Python values (RFC 3501, 7.2.5, 7.4.2 and 9).

imaplib hands responses over as it read them: text, literal, text, … in a flat list for all mails together, among them
notices about other mails that another session's changes caused. `fetched()` tells them apart by the UID that stands in
each, never by their place.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import Any

# A parenthesis, a quoted string, an atom; a quote by itself is nonsense. An atom may carry a section in brackets, in
# which spaces and parentheses stand: BODY[HEADER.FIELDS (MESSAGE-ID)]<0>.
TOKEN = re.compile(
    rb"""[()] | [^\s()"\[\]]++ (?:\[[^\]]*\])? [^\s()"]* | "(?:[^"\\]|\\.)*" | [^\s()"]+ | " """, re.X | re.S
)
QUOTE = ord('"')
LITERAL = re.compile(rb"~?\{\d+\}$")
MONTHS = (b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec")
DATE = re.compile(rb"([ 0-3]?\d)-([A-Z][a-z][a-z])-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)")

Fetched = dict[int, dict[bytes, Any]]


def fetched(data: Iterable[Any]) -> Fetched:
    """The items of each mail by UID, of those responses that name one. Raises ValueError for what isn't IMAP."""
    mails: Fetched = {}
    for pieces in _responses(data):
        items = _items(pieces)
        uid = items.pop(b"UID", None)
        if uid is not None:
            mails.setdefault(int(uid), {}).update(items)
    return mails


def _responses(data: Iterable[Any]) -> Iterator[list[bytes]]:
    """Each response as text, literal, …, text. imaplib gives (text, literal) pairs, and the text after the last."""
    pieces: list[bytes] = []
    for item in data:
        if isinstance(item, tuple):
            pieces += item
        elif item is not None:
            yield [*pieces, item]
            pieces = []


def _items(pieces: list[bytes]) -> dict[bytes, Any]:
    """`12 (UID 7 BODY[] {3}`, `abc`, `)` as {b"UID": b"7", b"BODY[]": b"abc"}."""
    parsed = parse(pieces)
    if len(parsed) != 2 or not isinstance(parsed[1], list) or len(parsed[1]) % 2:
        raise ValueError("not a FETCH response")
    rest = iter(parsed[1])
    try:
        return {_name(name): value for name, value in zip(rest, rest, strict=True)}
    except (TypeError, AttributeError):  # a list, or NIL, where a name should stand
        raise ValueError("not a FETCH response") from None


@lru_cache(maxsize=256)
def _name(name: bytes) -> bytes:
    """An item's name as we ask for it: in capitals, without the offset of a partial fetch."""
    return re.sub(rb"<\d+>$", b"", name.upper())


def parse(pieces: list[bytes]) -> list[Any]:
    """Parenthesised IMAP data as nested lists of bytes, NIL as None. `pieces`: text, literal, text, …, text."""
    top: list[Any] = []
    stack = [top]  # not recursive: a server may nest as deep as it likes
    for number, piece in enumerate(pieces):
        if number % 2:
            top.append(piece)
            continue
        for token in TOKEN.findall(piece if piece is pieces[-1] else LITERAL.sub(b"", piece)):
            if token == b"(":
                stack.append([])
                top.append(stack[-1])
                top = stack[-1]
            elif token == b")":
                top = _closed(stack)
            elif token[0] == QUOTE:
                top.append(_unquoted(token))
            else:
                top.append(None if token == b"NIL" else token)
    if len(stack) != 1:
        raise ValueError("a parenthesis was never closed")
    return top


def _closed(stack: list[list[Any]]) -> list[Any]:
    if len(stack) == 1:
        raise ValueError("a parenthesis too many")
    stack.pop()
    return stack[-1]


def _unquoted(token: bytes) -> bytes:
    if len(token) == 1:
        raise ValueError("a quote was never closed")
    return re.sub(rb"\\(.)", rb"\1", token[1:-1]) if b"\\" in token else token[1:-1]


def arrival(internal_date: bytes) -> datetime:
    """An INTERNALDATE as an aware time. Raises ValueError. (strptime is slow, and reads months by the locale.)"""
    match = DATE.fullmatch(internal_date.strip())
    # the first and the last year have moments that are none in UTC
    if match is None or match[2] not in MONTHS or match[3] in (b"0001", b"9999"):
        raise ValueError("not an INTERNALDATE")
    day, year, hour, minute, second = (int(match[n]) for n in (1, 3, 4, 5, 6))
    zone = _zone(match[7] + match[8] + match[9])
    return datetime(year, MONTHS.index(match[2]) + 1, day, hour, minute, min(second, 59), tzinfo=zone)


@lru_cache(maxsize=64)
def _zone(offset: bytes) -> timezone:
    minutes = int(offset[1:3]) * 60 + int(offset[3:5])
    return timezone(timedelta(minutes=-minutes if offset[:1] == b"-" else minutes)) if minutes else UTC


def message_id(header: bytes) -> str:
    """The first Message-ID in a header block, unfolded; "" where there is none."""
    name, _, value = re.split(rb"\r?\n(?![ \t])", header.lstrip(), maxsplit=1)[0].partition(b":")
    if name.strip().lower() != b"message-id":
        return ""
    return b" ".join(value.split()).decode("ascii", "replace").replace("\x00", "")[:1000]


def numbers(data: Iterable[bytes]) -> set[int]:
    """The UIDs of a SEARCH response. Raises ValueError."""
    return {int(number) for line in data if line for number in line.split()}


def uid_set(uids: Iterable[int]) -> str:
    """`1:3,7` for {1, 2, 3, 7} (RFC 3501, sequence-set). Exactly these: a range never spans one not asked for."""
    runs: list[list[int]] = []
    for uid in sorted(set(uids)):
        if runs and uid == runs[-1][1] + 1:
            runs[-1][1] = uid
        else:
            runs.append([uid, uid])
    return ",".join(str(first) if first == last else f"{first}:{last}" for first, last in runs)
