"""Who says what: a mail's text split into the letters that it is made of, the writer's own first.

A mail as it arrives is often a pile: what the writer says now, below it our confirmation, an invitation that a
colleague passed on, a whole discussion. Each Letter of the pile knows its author and holds the text as it stands, with
everything that isn't its own blanked out and nothing behind its end, so that a character offset in a letter is an
offset in the mail. What in a letter is talk and what is signature is the concern of closing.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mailbot.domain.message import Address
from mailbot.reading.letter.interviews import Answer, interview
from mailbot.reading.letter.introductions import (
    GROUPWISE,
    RULE,
    Heading,
    Line,
    described,
    header_length,
    intro_length,
    introduced,
    letterhead,
    may_be_rule,
    names_author,
)

LONGEST_TEXT = 60_000  # characters; what stands below is read by nobody, and regular expressions stay fast
MOST_LETTERS = 40  # a mail of five hundred would be gone over five hundred times; what follows belongs to the last
DASH = frozenset("-_=*–—")
DASHES = re.compile(r"\s*(?:-{3,}|_{3,}|={3,}|\*{3,}|–{2,}|—+)\s*")
PREFIX = re.compile(r"(?:[ \t]{0,3}>)+[ ]?")


@dataclass(frozen=True, slots=True)
class Letter:
    """One voice in the mail. `author` is None where nothing says who wrote it; `ours`: the platform wrote it; `to_us`:
    it was sent to the platform before.

    `text` is the mail's up to where this letter ends, with blanks for whatever isn't of it. `own`: it is the writer's
    own new text (also where it stands between quoted lines: `inline`). `answers`: what of it stands below a question.
    """

    lines: tuple[Line, ...]
    text: str
    author: Address | None = None
    subject: str = ""
    ours: bool = False
    to_us: bool = False
    own: bool = False
    inline: bool = False
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    answers: tuple[Answer, ...] = ()

    @property
    def words(self) -> str:
        """The letter's text without the blanks around it."""
        return self.text.strip()


class _Draft:
    """A letter being filled."""

    def __init__(self, heading: Heading | None = None) -> None:
        self.heading = heading or Heading()
        self.lines: list[Line] = []


class _Pile:
    """The letters being filled, and which of them a line of a given depth belongs to."""

    def __init__(self) -> None:
        self.letters: list[_Draft] = [_Draft()]
        self.at_depth: dict[int, _Draft] = {0: self.letters[0]}

    def begin(self, depth: int, draft: _Draft) -> None:
        if len(self.letters) == MOST_LETTERS:
            draft = self.letters[-1]
        else:
            self.letters.append(draft)
        self.at_depth = {d: letter for d, letter in self.at_depth.items() if d < depth} | {depth: draft}

    def add(self, line: Line) -> None:
        depth = line.depth
        if depth not in self.at_depth:
            self.begin(depth, _Draft())
        self.at_depth[depth].lines.append(line)


def letters(text: str, own: str, own_names: tuple[str, ...] = ()) -> tuple[Letter, ...]:
    """The letters of a mail's text, the writer's own first, the others from top to bottom.

    `own` is the platform's address, `own_names` the names that it goes by. Letters without a word are left out, but
    the writer's own is always there.
    """
    text = text[:LONGEST_TEXT]
    lines = list(_lines(text))
    pile = _Pile()
    at, about = letterhead(text, lines)
    for line in about:
        pile.add(line)
    while at < len(lines):
        at = _take(text, lines, at, pile)
    return tuple(
        _letter(text, draft, own, own_names, own_text=at == 0)
        for at, draft in enumerate(pile.letters)
        if at == 0 or any(text[line.start : line.end].strip() for line in draft.lines)
    )


def _lines(text: str) -> Iterator[Line]:
    start, new = 0, tuple.__new__  # a named tuple's own is a function in Python
    for raw in text.split("\n"):
        end = start + len(raw)
        if ">" in raw and (prefix := PREFIX.match(raw)):
            skip = prefix.end()
            yield Line(start + skip, max(start + skip, start + len(raw.rstrip("\r"))), raw[:skip].count(">"))
        else:
            yield new(Line, (start, start + len(raw.rstrip("\r")), 0))
        start = end + 1


def _take(text: str, lines: list[Line], at: int, pile: _Pile) -> int:
    """Put what begins at that line where it belongs. Returns the next line to look at."""
    line = lines[at]
    words = text[line.start : line.end]
    begins = words.lstrip()[:1]
    if not begins:
        pile.add(line)
        return at + 1
    if len(words) < 80 and begins in DASH and DASHES.fullmatch(words):
        following = _next_filled(text, lines, at + 1)
        if following is not None and _is_by_somebody(text, lines, following):
            pile.begin(line.depth, _Draft(described(text, [lines[following]])))
            return following + 1
    if len(words) < 80 and may_be_rule(words) and RULE.fullmatch(words):
        following = _next_filled(text, lines, at + 1)
        if following is not None and not header_length(text, lines, following):
            named = names_author(text, lines[following])  # "Van: Wim Smit", and at once the letter
            pile.begin(line.depth, _Draft(described(text, [lines[following]]) if named else None))
            return following + 1 if named else at + 1
        return at + 1
    if length := header_length(text, lines, at):
        pile.begin(line.depth, _Draft(described(text, lines[at : at + length])))
        return at + length
    if length := intro_length(text, lines, at):
        draft = _Draft(introduced(text, lines[at : at + length]))
        pile.begin(_depth_below(text, lines, at, length), draft)
        return at + length
    pile.add(line)
    return at + 1


def _is_by_somebody(text: str, lines: list[Line], at: int) -> bool:
    """Whether that line is all of a header that was left: "Van: Wim Smit <w.smit@ede.nl>"."""
    addressed = "@" in text[lines[at].start : lines[at].end]
    return addressed and names_author(text, lines[at]) and not header_length(text, lines, at)


def _depth_below(text: str, lines: list[Line], at: int, length: int) -> int:
    """How often the letter is quoted that those lines introduce; GroupWise marks its introductions alone."""
    here, following = lines[at], _next_filled(text, lines, at + length)
    if following is None:
        return here.depth
    below = lines[following].depth
    unmarked = text[here.start : here.end].rstrip().endswith(GROUPWISE)
    return below if below > here.depth or unmarked else here.depth


def _next_filled(text: str, lines: list[Line], at: int) -> int | None:
    return next((n for n in range(at, min(at + 6, len(lines))) if text[lines[n].start : lines[n].end].strip()), None)


def _letter(text: str, draft: _Draft, own: str, own_names: tuple[str, ...], *, own_text: bool) -> Letter:
    heading, author = draft.heading, draft.heading.author
    inline = own_text and _is_interrupted(text, draft.lines)
    return Letter(
        tuple(draft.lines),
        blanked(text, [(line.start, line.end) for line in draft.lines]),
        author,
        heading.subject,
        ours=author is not None and is_ours(author, own, own_names),
        to_us=any(is_ours(address, own, own_names) for address in heading.to),
        own=own_text,
        inline=inline,
        to=heading.to,
        cc=heading.cc,
        answers=tuple(interview(text, draft.lines)) if inline else (),
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
    if ">" not in text:
        return False
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
    if not text.strip("\n"):
        return text  # as between most lines
    return "\n".join([" " * len(line) for line in text.split("\n")])
