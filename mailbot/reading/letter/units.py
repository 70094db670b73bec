"""A letter's talk cut into units: sentences, list items, table rows, lines of a home-made form; sentences into clauses.

Each clause knows the cue phrases and the names in it. What they mean together is stance.py's concern.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar

from mailbot.reading.letter.cues import LANGUAGES, Cue, Token, scan, tokens
from mailbot.reading.letter.labels import field_of, heads_list
from mailbot.reading.letter.named_lines import people_of
from mailbot.reading.letter.separated import rows_of
from mailbot.reading.lexicon import load
from mailbot.reading.names import NameFound, find

BULLET = re.compile(r"[ \t]*(?:[-*•·–●▪o>]|\(?\d{1,2}[.):]|\(?[a-z][.)])[ \t]+(?=\S)")
# "Naam: Jan", "Naam ..... Jan", "Naam -> Jan", "Naam = Jan", "Naam       Jan"
LABEL = re.compile(
    r"[ \t]*[*_]{0,2}([^\W\d_][^\n:\t?]{0,40}?)[*_]{0,2}"
    r"(?:[ \t]*:[*_]{0,2}[ \t]*|[ \t]*\t+|[ ]?(?:\.{3,40}|…{1,20})[ ]?:?[ ]?"
    r"|[ ]{1,9}(?:->|=>?|→)[ ]{1,9}|[ ]{3,40})(?=\S|$)"
)
# Lines that say something, one under the other. Possessive: a masked text is mostly blanks, and going back over them
# would take time by the square of their number.
BLOCK = re.compile(r"^[^\S\n]*+\S[^\n]*+(?:\n[^\S\n]*+\S[^\n]*+)*+", re.MULTILINE)
SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|[\"'”’)]\s*\n")


def _any(key: str) -> str:
    """An alternation of one list of lexicon/sentences.toml."""
    return "|".join(map(re.escape, load("sentences")[key]))


# "J.W.Th. van Dam": initials of more than a letter stand behind others, or begin with a capital
LETTERS = r"(?:[^\W\d_]|(?-i:[A-Z]hr?|Tj|Sj))"
ABBREVIATION = re.compile(rf"(?:\b(?:{_any('abbreviations')})|(?:^|[\s(.]){LETTERS}(?:\.{LETTERS})*)$", re.IGNORECASE)
AND_I = re.compile(r"\b(?:and|or) I$")  # "Wim Smit and I. Wim eats vegan."
AFTER_ORDINAL = re.compile(rf"\s(?:{_any('after_ordinal')})\b", re.IGNORECASE)
CLAUSE_END = re.compile(
    rf"[;:–]|\s-\s|\b(?:gaat|komt|moet|heeft|zit|staat|blijft)\s(?=(?:ben|ga|kom|meld|neem|schuif)\s(?:ik|wij|we)\b)|,\s+(?=(?:{_any('after_comma')})\b)|\s(?=(?:{_any('anywhere')})\b)"
    rf"|,\s+(?=(?:[^\s,]+\s+){{1,6}}(?:niet|wel|not|\w{{2,6}}n[’']t)\s*(?:[.,;!?]|$))"
    rf"|,\s+(?=(?:[^\s,]+\s+){{0,3}}(?:{_any('verbs')})\b)|,?\s(?=(?:en|and)\s(?:{_any('own_verbs')})\b)",
    re.IGNORECASE,
)
SPEECH = re.compile(r"[\"“„«][^\"“”„«»\n]{12,300}[\"”»]")  # what somebody else said: "hier moet je heen"
# ... or between commas: "en neem, als dat goed is, Wim Smit mee"
ASIDE = re.compile(
    r",\s+(?:als|indien|if)\s+(?:u\s+)?(?:dat|het|that|it)\s+(?:[^\W\d_]+\s+){0,2}?"
    r"(?:goed|mag|uitkomt|schikt|vindt|fine|okay|ok|is),(?=\s)"
    r"|\([^()\n]{2,200}(?:\n[^()\n]{1,200})?\)"
)
COMMA = re.compile(r",\s+")
AND = re.compile(r",?\s(?=(?:en|and)\s)")
ABSENCE = frozenset({"absent", "self_not", "stays", "unable"})  # "Ik kom wel, Wim niet": not over the comma
PEOPLE = frozenset({"person", "companion"})
UNCUT = frozenset({"attend", "enrol", "replace", "cancel"})
# Behind a label: talk of several, no form's value. "Lunch: voor mij graag vegetarisch. Emre eet halal."
TOLD = re.compile(r"[^\W\d_]{3}\.\s+[^\W\d_a-z][a-z’'-]*\s+[a-z]|\b(?:[Vv]oor mij|[Ff]or me)\b")
T = TypeVar("T", Cue, NameFound)


QUESTION_MARK = re.compile(r"\?")
# "Can students come too, and is any of it in English?" asks twice, with one mark.
VERB_FIRST = re.compile(
    r"\s*(?:(?:en|and|of|or|maar|but|ook|also)\s)?(?:kan|kunnen|kun|kunt|mag|mogen|is|zijn|komt|komen|wordt|worden|krijg\w{0,3}"
    r"|heeft|hebben|can|could|may|are|will|does|do)\b",
    re.IGNORECASE,
)


WRAPPED, LONGEST_WRAPPED = 72, 100  # characters: where programs wrap, and beyond which no program did


class UnitKind(StrEnum):
    SENTENCE = "sentence"
    ITEM = "item"
    ROW = "row"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a unit in which one thing is said. `cues` and `names` stand within [start, end)."""

    start: int
    end: int
    cues: tuple[Cue, ...]
    names: tuple[NameFound, ...]
    asks: bool = False
    opens: bool = False  # it ends with a colon: what follows belongs to it
    aside: bool = False  # it stands in brackets
    _kinds: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Some forty rules ask each clause what it has: a set answers without going through the cues.
        object.__setattr__(self, "_kinds", frozenset([cue.kind for cue in self.cues]))

    def has(self, *kinds: str) -> bool:
        """Whether a cue of one of those kinds stands here."""
        return not self._kinds.isdisjoint(kinds)

    def first(self, *kinds: str) -> Cue | None:
        return next((cue for cue in self.cues if cue.kind in kinds), None) if self.has(*kinds) else None


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, list item, row or form line at [start, end); `label` is a form line's.

    `paragraph` counts from 0: units of one paragraph hang together.
    """

    kind: UnitKind
    start: int
    end: int
    paragraph: int
    clauses: tuple[Clause, ...]
    label: str = ""

    def has(self, *kinds: str) -> bool:
        return any(clause.has(*kinds) for clause in self.clauses)

    @property
    def names(self) -> tuple[NameFound, ...]:
        return tuple(name for clause in self.clauses for name in clause.names)

    @property
    def cues(self) -> tuple[Cue, ...]:
        return tuple(cue for clause in self.clauses for cue in clause.cues)


def units(
    text: str,
    taken: Iterable[tuple[int, int]] = (),
    languages: frozenset[str] = frozenset(LANGUAGES),
    known: frozenset[str] = frozenset(),
) -> tuple[Unit, ...]:
    """The units of a (masked) text. `taken`: spans of titles, places, organisations, in which no person's name stands.

    `languages`: whose cue phrases count; small words of one language mean something else in another.
    `known`: given names of people in the mail's headers.
    """
    spans = tuple(taken)
    return tuple(
        Unit(kind, start, end, paragraph, tuple(_clauses(text, start, end, kind, spans, languages, known)), label)
        for kind, start, end, paragraph, label in _cut(text, spans, known)
    )


def _cut(
    text: str, taken: tuple[tuple[int, int], ...], known: frozenset[str]
) -> Iterator[tuple[UnitKind, int, int, int, str]]:
    paragraph, width = -1, max(len(line.strip()) for line in text.split("\n"))
    blocks = [(block.end(), list(_lines(text, block.start(), block.end()))) for block in BLOCK.finditer(text)]
    rows = rows_of(text, [line for _, lines in blocks for line in lines])
    for block_end, lines in blocks:
        paragraph += 1
        prose: tuple[int, int] | None = None
        people = people_of(text, lines, taken, known)
        for start, end in lines:
            kind, label = (UnitKind.ROW, "") if start in rows else _line_kind(text, start, end)
            kind = UnitKind.ITEM if kind is UnitKind.SENTENCE and start in people else kind
            if kind is UnitKind.SENTENCE:
                prose = (prose[0] if prose else start, end)
                if _ends_line(text, start, end, block_end, width):
                    yield from _sentences(text, *prose, paragraph, taken)
                    prose = None
                continue
            if prose:
                yield from _sentences(text, *prose, paragraph, taken)
                prose = None
            yield kind, start, end, paragraph, label
        if prose:
            yield from _sentences(text, *prose, paragraph, taken)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a block, an item's continuation lines joined to it."""
    lines: list[tuple[int, int]] = []
    at = start
    for raw in text[start:end].split("\n"):
        line = (at, at + len(raw))
        at += len(raw) + 1
        goes_on = (
            lines
            and BULLET.match(text, lines[-1][0])
            and not BULLET.match(raw)
            and "\t" not in raw
            and (raw.lstrip()[:1].islower() or raw.lstrip()[:1] in "(&" or len(text[slice(*lines[-1])].rstrip()) > 60)
        )
        if goes_on:
            lines[-1] = (lines[-1][0], line[1])
        else:
            lines.append(line)
    yield from lines


def _line_kind(text: str, start: int, end: int) -> tuple[UnitKind, str]:
    line = text[start:end]
    stripped = line.strip()
    if stripped.count("\t") >= 2 or stripped.count(" | ") >= 2:
        return UnitKind.ROW, ""
    bullet = BULLET.match(line)
    label = LABEL.match(line, bullet.end() if bullet else 0)
    heads = label and not line[label.end() :].strip() and heads_list(label[1])
    if label and not heads and field_of(label[1]) and not TOLD.search(line, label.end()):
        return (UnitKind.ITEM if bullet else UnitKind.FIELD), label[1].strip()
    return (UnitKind.ITEM if bullet else UnitKind.SENTENCE), ""


def _ends_line(text: str, start: int, end: int, block_end: int, width: int) -> bool:
    """Whether a line of prose ends what it says, by design and not because a program wrapped it.

    `width`: the longest line of the letter. Where lines are longer than any program wraps, or where the next word
    would have fitted on the line, the writer pressed Enter.
    """
    following = text[end + 1 : min(end + 40, block_end)].lstrip()
    line = text[start:end].rstrip()
    if not following or line[-1:] == "," or following[0] in "(<&":
        return False
    fits = len(line) + 1 + len(following.split(maxsplit=1)[0]) <= min(width, WRAPPED)
    return (width > LONGEST_WRAPPED or fits or len(line) < 58) and not following[0].islower()


def _sentences(
    text: str, start: int, end: int, paragraph: int, taken: tuple[tuple[int, int], ...]
) -> Iterator[tuple[UnitKind, int, int, int, str]]:
    at = start
    for m in SENTENCE_END.finditer(text, start, end):
        if any(a <= m.start() < b for a, b in taken) and not text[m.end() : m.end() + 3].lstrip()[:1].isupper():
            continue  # the question mark of a workshop's title
        short = ABBREVIATION.search(text, max(at, m.start() - 14), m.start())
        if m[0][0] == "." and short and not AND_I.search(text, max(at, m.start() - 6), m.start()):
            continue
        if text[m.start() - 1 : m.start()].isdigit() and AFTER_ORDINAL.match(text, m.end()):
            continue
        if m[0].rstrip().endswith(")") and text[m.end() : m.end() + 3].lstrip()[:1].islower():
            continue  # "en Mila (wel vega!) op te geven"
        if text[at : m.end()].strip():
            yield UnitKind.SENTENCE, at, m.end(), paragraph, ""
        at = m.end()
    if text[at:end].strip():
        yield UnitKind.SENTENCE, at, end, paragraph, ""


def _clauses(
    text: str,
    start: int,
    end: int,
    kind: UnitKind,
    taken: tuple[tuple[int, int], ...],
    languages: frozenset[str],
    known: frozenset[str],
) -> Iterator[Clause]:
    """The clauses of a unit. Cues are sought in the whole unit first: a phrase may reach over a comma."""
    names = find(text, start, end, taken, known)
    asides = [
        m.span()
        for m in ASIDE.finditer(text, start, end)
        if m.start() > start + 1 and not any(n.start < m.start() < n.end for n in names)
    ]
    spoken = [m.span() for m in SPEECH.finditer(text, start, end)]
    cues = tuple(
        cue
        for cue in _cues(tokens(text, start, end), asides, languages)
        if not any(a < cue.start and cue.end < b for a, b in spoken) and not _is_surname(cue, names)
    )
    marks = [m.start() for m in QUESTION_MARK.finditer(text, start, end)]
    marks = [at for at in marks if not any(a <= at < b for a, b in taken)]
    asks = bool(marks) and not text[marks[-1] + 1 : end].strip(" \t\n\"'”)!?:;-")
    if kind is UnitKind.ROW:
        yield Clause(start, end, cues, names, asks)
        return
    for a, b in _clause_spans(text, start, end, names, cues, asides):
        inner = [span for span in asides if a <= span[0] < b]
        called = tuple(name for c, d in inner for name in _named_by_aside(text, c, d, names, cues))
        for c, d in inner:
            apart = tuple(name for name in _within(names, c, d) if name not in called)
            yield Clause(c, d, _within(cues, c, d), apart, any(c <= at < d for at in marks), aside=True)
        yield Clause(
            a,
            b,
            tuple(
                cue
                for cue in _within(cues, a, b)
                if not any(c <= cue.start < d for c, d in inner) and not (cue.kind in ABSENCE and cue.end > b)
            ),
            tuple(
                name
                for name in _within(names, a, b)
                if name in called or not any(c <= name.start < d for c, d in inner)
            ),
            any(a <= at < b for at in marks) or (asks and (b >= end or bool(VERB_FIRST.match(text, a)))),
            text[a:b].rstrip().endswith(":"),
        )


def _named_by_aside(
    text: str, start: int, end: int, names: tuple[NameFound, ...], cues: tuple[Cue, ...]
) -> tuple[NameFound, ...]:
    """Who is called by name in brackets behind what they are: "onze directeur (Wim Smit) en ik". What is said around
    the brackets is said of them."""
    whose = any(cue.kind in PEOPLE and 0 <= start - cue.end <= 1 for cue in cues)
    inside = _within(names, start, end)
    if not whose or not inside or text[start + 1 : inside[0].start].strip():
        return ()
    called = [inside[0]]
    for name in inside[1:]:
        if text[called[-1].end : name.start].strip(" ,") not in ("", "en", "and", "&"):
            break
        called.append(name)
    return tuple(called)


def _is_surname(cue: Cue, names: tuple[NameFound, ...]) -> bool:
    """Whether a phrase is the end of somebody's name: Stefan Broer is nobody's brother, Wim Kan is able to nothing."""
    return any(n.name.is_full and n.start < cue.start and cue.end == n.end for n in names)


def _cues(words: tuple[Token, ...], asides: list[tuple[int, int]], languages: frozenset[str]) -> tuple[Cue, ...]:
    """The cues of a unit; a phrase goes on behind something in brackets: "meld ik Wim (wim@x.nl) aan"."""
    inner = [tuple(w for w in words if a <= w.start < b) for a, b in asides]
    outer = tuple(w for w in words if not any(a <= w.start < b for a, b in asides))
    found = [cue for run in (outer, *inner) for cue in scan(run, languages)]
    return tuple(sorted(found, key=lambda cue: (cue.start, cue.end)))


def _within(found: tuple[T, ...], start: int, end: int) -> tuple[T, ...]:
    return tuple(hit for hit in found if start <= hit.start < end)


def _clause_spans(
    text: str,
    start: int,
    end: int,
    names: tuple[NameFound, ...],
    cues: tuple[Cue, ...],
    asides: list[tuple[int, int]],
) -> Iterator[tuple[int, int]]:
    """Where the clauses are. No cut goes through a name, through a phrase, or through something in brackets."""
    whole = [(n.start, n.end) for n in names] + [(c.start, c.end) for c in cues if c.kind in UNCUT] + asides
    at = start
    cuts = [*CLAUSE_END.finditer(text, start, end), *_splices(text, start, end, cues), *_deeds(text, cues)]
    for m in sorted(cuts, key=re.Match.start):
        if m.start() < at or any(a < m.start() < b for a, b in whole) or not text[at : m.start()].strip():
            continue
        yield at, m.end()
        at = m.end()
    if text[at:end].strip():
        yield at, end


def _deeds(text: str, cues: tuple[Cue, ...]) -> Iterator[re.Match[str]]:
    """The "en" between two things that we are to do: "wilt u mij uitschrijven en haar inschrijven?"."""
    done = [cue for cue in cues if cue.kind in ("cancel", "enrol")]
    for one, other in pairwise(done):
        between = AND.search(text, one.end, other.start) if one.end < other.start else None
        if between is not None and one.kind != other.kind:
            yield between


def _splices(text: str, start: int, end: int, cues: tuple[Cue, ...]) -> Iterator[re.Match[str]]:
    """Commas between two statements of the writer's: "ik ben er op 30 maart bij, ronde 3 haal ik niet"."""
    own = [cue.start for cue in cues if cue.kind in ("i", "we")]
    done = [cue.end for cue in cues if cue.kind in ("attend", "enrol", "seat")]
    if len(own) < 2 or not done:
        return
    for comma in COMMA.finditer(text, start, end):
        stop = text.find(",", comma.end(), end)
        stop = end if stop < 0 else stop
        # "..., Wim en ik" goes on with the list; "..., ronde 3 haal ik niet" says something
        said = any(comma.end() <= at < stop and len(text[at:stop].split()) > 1 for at in own)
        if own[0] < comma.start() and done[0] <= comma.start() and said:
            yield comma
