"""Who says what: a mail's text split into the letters that it is made of, the writer's own first.

A mail as it arrives is often a pile: what the writer says now, below it our confirmation, an invitation that a
colleague passed on, a whole discussion. Each Letter of the pile knows its author and holds the text as it stands, with
everything that isn't its own blanked out and nothing behind its end, so that a character offset in a letter is an
offset in the mail. What in a letter is talk and what is signature is the concern of closing.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parseaddr
from itertools import pairwise
from typing import NamedTuple

from mailbot.domain.message import Address

LONGEST_TEXT = 60_000  # characters; what stands below is read by nobody, and regular expressions stay fast
MOST_LETTERS = 40  # a mail of five hundred would be gone over five hundred times; what follows belongs to the last
PREFIX = re.compile(r"(?:[ \t]{0,3}>)+[ ]?")
HEADER = re.compile(r"[\s*_]{0,6}(van|from|von|de|fan)\*?[ \t]*:\*?[ \t]*(\S.*)", re.IGNORECASE)
HEADER_FIELD = re.compile(
    r"[\s*_]{0,6}(van|from|von|fan|verzonden|datum|date|sent|gesendet|envoyé|aan|to|an|à|cc|onderwerp|subject|betreff"
    r"|objet|reply-to|antwoord aan|prioriteit|importance|urgentie|bijlagen|attachments)\*?[ \t]*:\*?[ \t]*(.*)",
    re.IGNORECASE,
)
RULE = re.compile(
    r"[\s>*_=-]*(?:-{2,}|={3,}|_{5,})?\s*(?:oorspronkelijke?\b.{0,20}|original message|original appointment"
    r"|forwarded message|doorgestuurd bericht|begin doorgestuurd bericht|begin forwarded message"
    r"|ursprüngliche nachricht|uw bericht|message d'origine|weitergeleitete nachricht)\s*:?\s*(?:[-=_]{2,})?\s*",
    re.IGNORECASE,
)
INTRO = re.compile(
    r"\s*(?:op|on|am|le|at|il)\b.{4,200}?\b(?:schreef|wrote|schrieb|a écrit|geschreven|skreau)\b.{0,120}:\s*",
    re.IGNORECASE | re.DOTALL,
)
INTRO_BY_NAME = re.compile(
    r"\s*[^\n:]{2,120}\b(?:schreef|wrote|schrieb)\b\s+(?:op|on|am)\b[^\n]{4,60}:\s*", re.IGNORECASE
)
INTRO_START = re.compile(r"\s*(?:op|on|am|le)\b.{0,60}\d", re.IGNORECASE)
MAILBOX = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")


class Line(NamedTuple):
    """A line of the mail without its quotation marks: characters [start, end); `depth` is how often it is quoted."""

    start: int
    end: int
    depth: int


@dataclass(frozen=True, slots=True)
class Letter:
    """One voice in the mail. `author` is None where nothing says who wrote it; `ours`: the platform wrote it.

    `text` is the mail's up to where this letter ends, with blanks for whatever isn't of it. `own`: it is the writer's
    own new text (also where it stands between quoted lines: `inline`).
    """

    lines: tuple[Line, ...]
    text: str
    author: Address | None = None
    subject: str = ""
    ours: bool = False
    own: bool = False
    inline: bool = False
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()

    @property
    def words(self) -> str:
        """The letter's text without the blanks around it."""
        return self.text.strip()


class _Pile:
    """The letters being filled, and which of them a line of a given depth belongs to."""

    def __init__(self) -> None:
        self.letters: list[_Draft] = [_Draft()]
        self.at_depth: dict[int, _Draft] = {0: self.letters[0]}

    def begin(self, depth: int, draft: "_Draft") -> None:
        if len(self.letters) == MOST_LETTERS:
            draft = self.letters[-1]
        else:
            self.letters.append(draft)
        self.at_depth = {d: letter for d, letter in self.at_depth.items() if d < depth} | {depth: draft}

    def add(self, line: Line) -> None:
        if line.depth not in self.at_depth:
            self.begin(line.depth, _Draft())
        self.at_depth[line.depth].lines.append(line)


class _Draft:
    def __init__(self, author: Address | None = None, subject: str = "") -> None:
        self.author, self.subject = author, subject
        self.to: tuple[Address, ...] = ()
        self.cc: tuple[Address, ...] = ()
        self.lines: list[Line] = []


def letters(text: str, own: str, own_names: tuple[str, ...] = ()) -> tuple[Letter, ...]:
    """The letters of a mail's text, the writer's own first, the others from top to bottom.

    `own` is the platform's address, `own_names` the names that it goes by. Letters without a word are left out, but
    the writer's own is always there.
    """
    text = text[:LONGEST_TEXT]
    lines = list(_lines(text))
    pile = _Pile()
    at = 0
    while at < len(lines):
        at = _take(text, lines, at, pile)
    return tuple(
        _letter(text, draft, own, own_names, own_text=at == 0)
        for at, draft in enumerate(pile.letters)
        if at == 0 or any(text[line.start : line.end].strip() for line in draft.lines)
    )


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for raw in text.split("\n"):
        prefix = PREFIX.match(raw)
        skip = prefix.end() if prefix else 0
        yield Line(
            start + skip, start + len(raw.rstrip("\r")) if len(raw) > skip else start + skip, raw[:skip].count(">")
        )
        start += len(raw) + 1


def _take(text: str, lines: list[Line], at: int, pile: _Pile) -> int:
    """Put what begins at that line where it belongs. Returns the next line to look at."""
    line = lines[at]
    words = text[line.start : line.end]
    if len(words) < 80 and RULE.fullmatch(words):
        following = _next_filled(text, lines, at + 1)
        if following is not None and not _header_length(text, lines, following):
            pile.begin(line.depth, _Draft())
        return at + 1
    if length := _header_length(text, lines, at):
        pile.begin(line.depth, _described(text, lines[at : at + length]))
        return at + length
    if length := _intro_length(text, lines, at):
        introduced = _introduced(text, lines[at : at + length])
        following = _next_filled(text, lines, at + length)
        deeper = following is not None and lines[following].depth > line.depth
        pile.begin(lines[following].depth if deeper and following is not None else line.depth, introduced)
        return at + length
    pile.add(line)
    return at + 1


def _next_filled(text: str, lines: list[Line], at: int) -> int | None:
    return next((n for n in range(at, min(at + 6, len(lines))) if text[lines[n].start : lines[n].end].strip()), None)


def _header_length(text: str, lines: list[Line], at: int) -> int:
    """How many lines of a quoted mail's header (Van: ... Onderwerp: ...) begin here; 0 where none does."""
    first = text[lines[at].start : lines[at].end]
    if len(first) > 400 or not HEADER.match(first):
        return 0
    count = length = 1
    for line in lines[at + 1 : at + 14]:
        words = text[line.start : line.end]
        if HEADER_FIELD.match(words[:400]):
            count += 1
            length = lines.index(line, at) - at + 1
        elif not words.strip():
            if lines.index(line, at) - at > length:  # one empty line between fields is Outlook's habit, two are not
                break
        elif count >= 2 and "@" not in words:
            break
        elif "@" in words and not words.rstrip().endswith("."):
            length = lines.index(line, at) - at + 1
        else:
            break
    return length if count >= 2 and _names_someone_else(text, lines[at : at + length]) else 0


def _names_someone_else(text: str, lines: list[Line]) -> bool:
    """A header tells when or to whom; a form ("Van: gemeente X", "Naam: ...") tells neither."""
    keys = [m[1].lower() for line in lines if (m := HEADER_FIELD.match(text[line.start : line.end]))]
    return any(key not in ("van", "from", "von", "de", "fan", "datum") for key in keys)


def _described(text: str, lines: list[Line]) -> _Draft:
    draft = _Draft()
    for line in lines:
        if not (field := HEADER_FIELD.match(text[line.start : line.end])):
            continue
        key, value = field[1].lower(), field[2].strip().strip("*").strip()
        if key in ("van", "from", "von", "fan"):
            draft.author = address_of(value)
        elif key in ("aan", "to", "an", "à"):
            draft.to = tuple(address_of(v) for v in re.split(r"[;,](?=[^<>]*(?:<|$))", value) if v.strip())
        elif key == "cc":
            draft.cc = tuple(address_of(v) for v in re.split(r";|>,", value) if v.strip())
        elif key in ("onderwerp", "subject", "betreff", "objet"):
            draft.subject = value
    return draft


def address_of(value: str) -> Address:
    """A mailbox as somebody's mail program printed it: `Name <address>`, `Name [mailto:address]`, or only a name."""
    name, email = parseaddr(value.replace("[mailto:", "<").replace("]", ">"))
    found = MAILBOX.search(value)
    if found:
        email = found[0]
        name = re.sub(r"[<\[(].*", "", value[: found.start()]) if found.start() else ""
    elif "@" not in email:
        name, email = value, ""
    return Address(name.strip(" \t\"'<>*"), email.lower())


def _intro_length(text: str, lines: list[Line], at: int) -> int:
    """How many lines an introduction ("Op ... schreef ...:") takes, at most three: programs wrap it."""
    first = text[lines[at].start : lines[at].end]
    if len(first) < 240 and INTRO_BY_NAME.fullmatch(first):
        return 1
    if len(first) > 300 or not INTRO_START.match(first):
        return 0
    for length in (1, 2, 3):
        span = lines[at : at + length]
        if len(span) < length or span[-1].depth != lines[at].depth:
            return 0
        words = text[span[0].start : span[-1].end]
        if len(words) < 400 and INTRO.fullmatch(words):
            return length
    return 0


def _introduced(text: str, lines: list[Line]) -> _Draft:
    words = " ".join(text[line.start : line.end].strip() for line in lines)
    email = MAILBOX.search(words)
    said = re.search(r"(?:schreef|wrote|schrieb|écrit)\s+(.{2,80}?)\s*(?:<|:|\()", words) or re.search(
        r"(?:heeft|,)\s+([^,<>\d]{3,80}?)\s*(?:<[^>]*>)?\s*(?:het volgende geschreven|wrote|schreef)", words
    )
    if said is None:
        said = re.match(r"\s*([^<:]{2,80}?)\s+(?:<[^>]*>\s*)?(?:schreef|wrote|schrieb)\b", words)
    name = said[1].strip(" \"'") if said else ""
    return _Draft(Address("" if "@" in name else name, email[0].lower() if email else ""))


def _letter(text: str, draft: _Draft, own: str, own_names: tuple[str, ...], *, own_text: bool) -> Letter:
    author = draft.author
    return Letter(
        tuple(draft.lines),
        blanked(text, [(line.start, line.end) for line in draft.lines]),
        author,
        draft.subject,
        ours=author is not None and is_ours(author, own, own_names),
        own=own_text,
        inline=own_text and _is_interrupted(text, draft.lines),
        to=draft.to,
        cc=draft.cc,
    )


def is_ours(address: Address, own: str, own_names: tuple[str, ...] = ()) -> bool:
    """Whether that is the platform itself; Outlook often quotes its name alone, without the address."""
    if address.email:
        return address.email == own
    squashed = re.sub(r"\W", "", address.name).casefold()
    names = {re.sub(r"\W", "", name).casefold() for name in (*own_names, own.split("@")[0])}
    return len(squashed) > 3 and any(len(name) > 3 and name in squashed for name in names)


def _is_interrupted(text: str, lines: list[Line]) -> bool:
    """Whether quoted lines stand between filled lines of this letter."""
    filled = [line for line in lines if text[line.start : line.end].strip()]
    return any(">" in text[a.end : b.start] for a, b in pairwise(filled))


def blanked(text: str, keep: list[tuple[int, int]]) -> str:
    """The text with everything outside those spans blanked out, line ends excepted, up to the last word in them.

    What stands behind that word is left off, but for an empty line: in a long thread every pattern would go over it
    for nothing.
    """
    pieces, at = [], 0
    for start, end in keep:
        pieces += [_blanks(text[at:start]), text[start:end]]
        at = end
    kept = "".join(pieces).rstrip()
    return kept + "\n" * min(text.count("\n", len(kept)), 2)


def _blanks(text: str) -> str:
    """As many blanks as that text has characters, its line ends kept."""
    return "\n".join([" " * len(line) for line in text.split("\n")])
