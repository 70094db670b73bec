"""A mail too large to take whole, fetched light: its headers and text parts, every other part an empty stub.

The server's BODYSTRUCTURE (RFC 3501, 7.4.2) says which parts there are. `plan()` chooses what to ask for; what comes
back is put together again with the original headers, boundaries and file names, so that the rest of mailbot reads it
like any other mail. A 25 MB photo then costs a few KB, and nobody's words are lost over it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

CRLF = b"\r\n"

# Of a block of headers; MTAs allow less, and a mail that has more was made to hurt.
HEADER_BYTES = 256 * 1024
# Of one text part, and of all of them. A longer one is cut here, which is more than reading looks at: it will notice.
TEXT_BYTES = 1024 * 1024
ALL_TEXT_BYTES = 8 * TEXT_BYTES
# Parts, and levels of parts within parts, that are asked for. What lies beyond is left out.
MOST_PARTS = 100
MOST_LEVELS = 20


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a mail. `section` is its number in a FETCH ("2.1"; "" for the whole mail when that is a multipart).

    `children`: of a multipart its parts, of a forwarded mail (`is_mail`) its one body.
    """

    section: str
    is_text: bool = False
    is_attachment: bool = False
    is_mail: bool = False
    size: int = 0
    boundary: bytes = b""
    children: tuple["Part", ...] = ()

    def walk(self) -> Iterator["Part"]:
        yield self
        for child in self.children:
            yield from child.walk()


# A mail whose parts can't be told: its text as one, in the encoding and with the type that its headers claim.
UNDIVIDED = Part("TEXT", is_text=True, size=TEXT_BYTES)


@dataclass(frozen=True, slots=True)
class Plan:
    """Which sections of one mail to ask for, with how many bytes of each, and how they make a mail again."""

    body: Part
    sections: dict[str, int]

    @property
    def items(self) -> str:
        """The items of the FETCH."""
        return " ".join(f"BODY.PEEK[{section}]<0.{most}>" for section, most in self.sections.items())

    def answered(self, items: dict[bytes, Any]) -> bool:
        """Whether the answer gives the mail at all; a part that the server leaves out stays an empty stub."""
        return bool(items.get(b"BODY[HEADER]"))

    def assemble(self, items: dict[bytes, Any]) -> bytes:
        """The mail: the original headers, the text parts, stubs for the rest."""
        return _header(items, "HEADER") + _body(self.body, items)


def plan(structure: list[Any]) -> Plan:
    """What to fetch of a mail with that BODYSTRUCTURE; of one that makes no sense its headers and its beginning."""
    try:
        body = _body_of(structure, "", _Room())
    except (IndexError, TypeError, ValueError, AttributeError):
        body = UNDIVIDED
    return Plan(body, {"HEADER": HEADER_BYTES, **dict.fromkeys(_headers(body), HEADER_BYTES), **_texts(body)})


def _headers(body: Part) -> Iterator[str]:
    """The blocks of headers under the mail's own: of each part, and of each mail within."""
    for part in body.walk():
        if part.is_mail:
            yield f"{part.section}.HEADER"
        else:
            yield from (f"{child.section}.MIME" for child in part.children)


def _texts(body: Part) -> dict[str, int]:
    """The text parts: what the writer wrote, cut where it is endless, and then what is attached, where it fits."""
    sections, room = {}, ALL_TEXT_BYTES
    for part in sorted((part for part in body.walk() if part.is_text), key=lambda part: part.is_attachment):
        size = min(part.size, TEXT_BYTES)
        if size <= room and not (part.is_attachment and size < part.size):
            sections[part.section] = TEXT_BYTES
            room -= size
    return sections


@dataclass(slots=True)
class _Room:
    parts: int = MOST_PARTS


def _body_of(structure: list[Any], prefix: str, room: _Room, level: int = 0) -> Part:
    """The body of a mail: of the whole one (prefix "") or of one forwarded in the part `prefix`."""
    if isinstance(structure[0], list) or structure[0].lower() == b"multipart":
        body = _multipart(structure, prefix, room, level)
        return body if body.children or prefix else UNDIVIDED
    return _leaf(structure, f"{prefix}.1".lstrip("."), room, level)


def _part(structure: list[Any], section: str, room: _Room, level: int) -> Part:
    if isinstance(structure[0], list):
        return _multipart(structure, section, room, level)
    return _leaf(structure, section, room, level)


def _multipart(structure: list[Any], section: str, room: _Room, level: int) -> Part:
    """(part)(part) "mixed" ("boundary" "x") …"""
    number = next(at for at, item in enumerate([*structure, None]) if not isinstance(item, list))
    params = _pairs(structure[number + 1]) if len(structure) > number + 1 else {}
    children = []
    if level < MOST_LEVELS and params.get(b"boundary"):
        for at, child in enumerate(structure[:number], start=1):
            if room.parts <= 0:
                break
            room.parts -= 1
            children.append(_part(child, f"{section}.{at}".lstrip("."), room, level + 1))
    return Part(section, boundary=params.get(b"boundary", b""), children=tuple(children))


def _leaf(structure: list[Any], section: str, room: _Room, level: int) -> Part:
    """A part that isn't a multipart: kind subtype params id description encoding size …; a mail: envelope body."""
    kind, subtype = structure[0].lower(), structure[1].lower()
    if (kind, subtype) == (b"message", b"rfc822") and len(structure) > 8 and isinstance(structure[8], list):
        inner = (_body_of(structure[8], section, room, level + 1),) if level < MOST_LEVELS else ()
        return Part(section, is_mail=True, children=inner)
    # the disposition's place depends on the kind of part: a text part has its number of lines before it
    dispositions = [item[0] for item in structure[7:] if isinstance(item, list) and item]
    attached = any(isinstance(name, bytes) and name.lower() == b"attachment" for name in dispositions)
    return Part(section, is_text=kind == b"text", is_attachment=attached, size=int(structure[6] or 0))


def _pairs(items: Any) -> dict[bytes, bytes]:
    return {name.lower(): value for name, value in zip(items[::2], items[1::2], strict=False)} if items else {}


def _body(part: Part, items: dict[bytes, Any]) -> bytes:
    if part.is_mail:
        return _header(items, f"{part.section}.HEADER") + b"".join(_body(child, items) for child in part.children)
    if part.boundary:
        return _multipart_body(part, items)
    return items.get(f"BODY[{part.section}]".encode()) or b""


def _multipart_body(part: Part, items: dict[bytes, Any]) -> bytes:
    pieces = []
    for child in part.children:
        header = _header(items, f"{child.section}.MIME")
        pieces += [b"--", part.boundary, CRLF, header, _body(child, items), CRLF]
    return b"".join([*pieces, b"--", part.boundary, b"--", CRLF])


def _header(items: dict[bytes, Any], name: str) -> bytes:
    """That block of headers, ended by an empty line even where it was cut off or never came."""
    block: bytes = items.get(f"BODY[{name}]".encode()) or b""
    if block.endswith(CRLF + CRLF) or block == CRLF:
        return block
    return (block.rstrip(CRLF) + CRLF if block else b"") + CRLF
