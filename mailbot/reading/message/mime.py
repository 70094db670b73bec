"""A mail as bytes to its tree of parts: headers split off, bodies found, nothing decoded that nobody reads.

Not the standard library's parser: its time grows with depth times size (400 levels in a mail of 1 MB: 3.5 s), and from
some 900 levels on it raises RecursionError. Here a part is a pair of offsets into the one buffer, so a 25 MiB
attachment costs one search for its boundary, and depth, parts and headers have bounds. Never raises; linear time.
What the headers mean is headers.py; what the text says is body.py.
"""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mailbot.reading.message.charset import text_of
from mailbot.reading.message.defects import Defect

MAX_DEPTH = 32
MAX_PARTS = 1_000
MAX_HEADERS = 1_000
MAX_HEADER_BYTES = 256 * 1024

# One header field with its folded lines (RFC 5322, 2.2.3). Bare CR stays inside the value and is cleaned later.
FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:((?:[^\n]*)(?:\n[ \t][^\n]*)*)(?:\n|\Z)")
# The line that mbox files and some relays put before the first header.
ENVELOPE = re.compile(rb">?From [^\n]*(?:\n|\Z)")
BLANK = re.compile(rb"\r*(?:\n|\Z)")
LINE_ENDS = re.compile("[\r\n]+")
KIND = re.compile(r"[^\s/]+/[^\s/]+")
ESCAPED = re.compile(r"\\(.)")
PARAMETER = re.compile(r';\s*([^\s=;"]+)\s*=\s*("(?:[^"\\]|\\.)*(?:"|$)|[^;]*)', re.DOTALL)
# What may follow the boundary on its line; not searched for any further, or lines of dashes would take quadratic time.
REST_OF_DELIMITER = re.compile(rb"(--)?[ \t\r]{0,100}(?:\n|\Z)")
FIRST_DASHES = re.compile(rb"(?:\A|\n)--([^\s][^\r\n]{0,200})\r?\n")


@dataclass(slots=True)
class Part:
    """One entity of a mail: `fields` as (lower-case name, raw value), and its body as data[start:end]."""

    data: bytes
    fields: list[tuple[str, bytes]]
    start: int
    end: int
    content_type: str = "text/plain"
    params: dict[str, str] = field(default_factory=dict)
    disposition: str = ""
    filename: str = ""
    encoding: str = ""
    children: list["Part"] = field(default_factory=list)

    def first(self, name: str) -> bytes | None:
        """The raw value of the topmost field of that name (lower case)."""
        for key, value in self.fields:
            if key == name:
                return value
        return None

    def body(self, limit: int | None = None) -> bytes:
        """The body without its transfer encoding; at most about `limit` bytes of it are looked at."""
        end = self.end if limit is None else min(self.end, self.start + limit)
        return decoded(self.data[self.start : end], self.encoding)


def split(data: bytes) -> tuple[Part, list[Defect]]:
    """The mail's root part, with all others below it."""
    defects: list[Defect] = []
    root = _part(data, 0, len(data), "text/plain", defects)
    open_parts, count = [(root, 0)], 1
    while open_parts:
        part, depth = open_parts.pop()
        if not part.content_type.startswith("multipart/"):
            continue
        if depth == MAX_DEPTH:
            defects.append(Defect.NESTED_TOO_DEEP)
            continue
        default = "message/rfc822" if part.content_type == "multipart/digest" else "text/plain"
        for start, end in _between_boundaries(part, defects):
            if count == MAX_PARTS:
                defects.append(Defect.TOO_MANY_PARTS)
                break
            part.children.append(_part(data, start, end, default, defects))
            count += 1
        open_parts += [(child, depth + 1) for child in part.children]
        if not part.children:  # a multipart in name only: people see its text as it is
            part.content_type = "text/plain"
    return root, defects


def _part(data: bytes, start: int, end: int, default_type: str, defects: list[Defect]) -> Part:
    fields, body = _fields(data, start, end, defects)
    part = Part(data, fields, body, end, default_type)
    for name, value in fields:
        if name.startswith("content-"):
            _describe(part, name, value)
    part.filename = part.filename or part.params.get("name", "")
    return part


def _fields(data: bytes, start: int, end: int, defects: list[Defect]) -> tuple[list[tuple[str, bytes]], int]:
    """The header fields from `start`, and where the body begins."""
    fields: list[tuple[str, bytes]] = []
    limit = min(end, start + MAX_HEADER_BYTES)
    at = start
    while at < limit:
        if found := FIELD.match(data, at, limit):
            if len(fields) < MAX_HEADERS:
                fields.append((found[1].decode("ascii").lower(), found[2]))
            at = found.end()
        elif blank := BLANK.match(data, at, limit):
            at = blank.end()
            break
        elif envelope := (not fields and ENVELOPE.match(data, at, limit)):
            at = envelope.end()
        else:  # a line that is no header: the text begins here
            defects.append(Defect.NO_BLANK_LINE)
            break
    if len(fields) == MAX_HEADERS:
        defects.append(Defect.HEADERS_CUT)
    if at >= limit < end:  # the headers go on behind the limit
        defects.append(Defect.HEADERS_CUT)
        at = _after_blank_line(data, at, end)
    return fields, at


def _after_blank_line(data: bytes, start: int, end: int) -> int:
    found = min(
        (at for at in (data.find(b"\n\n", start, end), data.find(b"\n\r\n", start, end)) if at >= 0), default=end
    )
    return min(end, found + 2)


def _describe(part: Part, name: str, raw: bytes) -> None:
    """Take one Content- field into the part. The topmost of a name counts; parameters as in RFC 2045 and 2231."""
    value = plain(raw)[:8_000]
    if name == "content-type":
        kind, params = parameters(value)
        if KIND.fullmatch(kind):
            part.content_type = kind
        part.params = params | part.params
    elif name == "content-disposition":
        part.disposition, params = parameters(value)
        part.filename = params.get("filename", "")
    elif name == "content-transfer-encoding":
        part.encoding = value.strip().lower()


def plain(raw: bytes) -> str:
    """A header value as text on one line; bytes beyond ASCII as UTF-8 (RFC 6532), or Windows-1252 where that fails."""
    try:
        value = raw.decode("utf-8").strip()
    except UnicodeDecodeError:
        value = raw.decode("cp1252", "replace").strip()
    if "\n" in value or "\r" in value or "\0" in value:
        value = " ".join(line.strip("\r\0\t ") for line in LINE_ENDS.split(value.replace("\0", ""))).strip()
    return value


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """`text/plain; charset="utf-8"` as ("text/plain", {"charset": "utf-8"}); RFC 2231's name*0*= put together."""
    main = value.split(";", 1)[0].strip().lower()
    params: dict[str, str] = {}
    for key, text in PARAMETER.findall(value):
        params.setdefault(key.lower(), _unquoted(text) if text.startswith('"') else text.strip())
    if any("*" in key for key in params):
        params |= _extended(params)
    return main, params


def _unquoted(text: str) -> str:
    text = text[1:].removesuffix('"')
    return ESCAPED.sub(r"\1", text) if "\\" in text else text


def _extended(params: dict[str, str]) -> dict[str, str]:
    """RFC 2231: continuations (name*0, name*1) joined in order, and %XX of extended values (name*=utf-8'nl'...)."""
    pieces: dict[str, list[tuple[int, str, bool]]] = {}
    for key, text in params.items():
        name, *rest = key.split("*")
        if rest:
            number = int(rest[0]) if rest[0].isdecimal() and len(rest[0]) < 4 else 0
            pieces.setdefault(name, []).append((number, text, key.endswith("*")))
    return {name: _joined(sorted(found)) for name, found in pieces.items() if name not in params}


def _joined(pieces: list[tuple[int, str, bool]]) -> str:
    charset, raw = "utf-8", b""
    for at, (_, text, extended) in enumerate(pieces):
        if extended and at == 0 and text.count("'") >= 2:
            charset, _, text = text.split("'", 2)
        data = text.encode("utf-8", "replace")
        raw += re.sub(rb"%([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), data) if extended else data
    return text_of(raw, charset)[0]


def _between_boundaries(part: Part, defects: list[Defect]) -> Iterator[tuple[int, int]]:
    """Where each child of a multipart begins and ends (RFC 2046, 5.1.1), its closing line end left out."""
    data, end = part.data, part.end
    boundary = part.params.get("boundary", "").rstrip().encode("utf-8", "replace")
    at, after, last = _delimiter(data, part.start, end, boundary)
    if at < 0:
        defects.append(Defect.NO_BOUNDARY)
        guess = FIRST_DASHES.search(data, part.start, end)
        boundary = guess[1].rstrip() if guess else b""
        at, after, last = _delimiter(data, part.start, end, boundary)
    while at >= 0 and not last:
        begin = after
        at, after, last = _delimiter(data, begin, end, boundary)
        if at < 0:
            defects.append(Defect.UNCLOSED)
        yield begin, _before_line_end(data, begin, at) if at >= 0 else end


def _delimiter(data: bytes, start: int, end: int, boundary: bytes) -> tuple[int, int, bool]:
    """The next delimiter line: where it starts, where the line after it starts, and whether it is the closing one.

    (-1, end, True) where there is none. A longer boundary that begins with this one is another's line.
    """
    dashed = b"--" + boundary
    at = data.find(dashed, start, end) if boundary else -1
    while at >= 0:
        after = at + len(dashed)
        if at == start or data[at - 1] in b"\n\r":
            found = REST_OF_DELIMITER.match(data, after, end)
            if found:
                return at, found.end(), bool(found[1])
        at = data.find(dashed, after, end)
    return -1, end, True


def _before_line_end(data: bytes, begin: int, at: int) -> int:
    """The line end before a delimiter belongs to the delimiter."""
    if at > begin and data[at - 1 : at] == b"\n":
        at -= 1
    if at > begin and data[at - 1 : at] == b"\r":
        at -= 1
    return at


def decoded(body: bytes, encoding: str) -> bytes:
    """The bytes without their Content-Transfer-Encoding; damaged base64 as far as it goes."""
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body)
    if encoding == "base64":
        return _base64(body)
    return body


def _base64(body: bytes) -> bytes:
    try:
        return binascii.a2b_base64(body)
    except binascii.Error:  # cut off, or characters missing: whole groups of four can still be read
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", body)
        return binascii.a2b_base64(letters[: len(letters) // 4 * 4])
