"""A sentence cut into clauses, in each of which one thing is said, with the cue phrases and names in it.

`text/clauses.py` knows no cues; this does, for no cut may go through a phrase.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from mailbot.reading.letter.cues import Cue, Token, scan, tokens
from mailbot.reading.lexicon import load
from mailbot.reading.names import NameFound, find
from mailbot.reading.text.fold import any_of


def alternation(key: str) -> str:
    """An alternation of one list of lexicon/sentences.toml."""
    return any_of(map(str.lower, load("sentences")[key]), blank=" ")


CLAUSE_END = re.compile(
    r"(?=[;:–,\s]|\b[gkmhzsb])(?:[;:–]|\s-\s"  # what none of them begins with is passed over at once
    r"|\b(?:gaat|komt|moet|heeft|zit|staat|blijft)\s(?=(?:ben|ga|kom|meld|neem|schuif)\s(?:ik|wij|we)\b)"
    rf"|,\s+(?=(?:{alternation('after_comma')})\b)|\s(?=(?:{alternation('anywhere')})\b)"
    rf"|,\s+(?=(?:[^\s,]+\s+){{1,6}}(?:niet|wel|not|\w{{2,6}}n[’']t)\s*(?:[.,;!?]|$))"
    r"|\s(?=(?:en|and)\s(?-i:[A-ZÀ-Þ])[^\s,]+(?:\s[^\s,]+){0,3}\s(?:niet|not)\s*[.;!?])"
    r"|,\s+(?=niet\s+(?:meer\s+|langer\s+)?(?:ik|mij|ikzelf)\s*[.!;,]?\s*(?:$|\n|[A-Z]))"
    r"|,\s+(?=(?:[^\s,]+\s+){1,6}(?:kom|komt|komen|ga|gaat|gaan|ben|is|zijn|blijft|blijven)\s+(?:er\s+)?(?:wel|gewoon|natuurlijk)\b)"
    rf"|,\s+(?=(?:[^\s,]+\s+){{0,3}}(?:{alternation('verbs')})\b)|,?\s(?=(?:en|and)\s(?:{alternation('own_verbs')})\b))",
    re.IGNORECASE,
)
# What somebody else said: "hier moet je heen", 'zeg maar dat ik kom'; not so 's middags, in 't Veld
SPEECH = re.compile(
    r"[\"“„«'‘](?:(?<=[\"“„«])[^\"“”„«»\n]{12,300}[\"”»]|(?<!\w['‘])(?<=['‘])(?!\w{1,2}\s)[^'‘’\"\n]{9,300}['’](?!\w))"
)
# ... or between commas: "en neem, als dat goed is, Wim Smit mee"
ASIDE = re.compile(
    r",\s+(?:als|indien|if)\s+(?:u\s+)?(?:dat|het|that|it)\s+(?:[^\W\d_]+\s+){0,2}?"
    r"(?:goed|mag|uitkomt|schikt|vindt|fine|okay|ok|is),(?=\s)"
    r"|\([^()\n]{2,200}(?:\n[^()\n]{1,200})?\)"
)
# ", die hier stage loopt," and what the sentence goes on with
RELATIVE = re.compile(
    r",\s+(?:die|dat|wiens|wier|(?:met|van|aan|voor|bij|door|naast) wie|who|whom|whose|which)\b[^,;:.!?()]{3,160}"
    r"(?P<end>,)\s(?=[^\W\d_])",
    re.IGNORECASE,
)
COMMA = re.compile(r",\s+")
AND = re.compile(r",?\s(?=(?:en|and)\s)")
ABSENCE = frozenset({"absent", "self_not", "stays", "unable"})  # "Ik kom wel, Wim niet": not over the comma
PEOPLE = frozenset({"person", "companion"})
NEAR = 12  # characters: "blijft hier,", "kan dan helaas niet,"
UNCUT = frozenset({"attend", "enrol", "replace", "cancel"})
T = TypeVar("T", Cue, NameFound)
# "Can students come too, and is any of it in English?" asks twice, with one mark.
VERB_FIRST = re.compile(
    r"\s*(?:(?:en|and|of|or|maar|but|ook|also)\s)?(?:kan|kunnen|kun|kunt|mag|mogen|is|zijn|komt|komen|wordt|worden|krijg\w{0,3}"
    r"|heeft|hebben|can|could|may|are|will|does|do)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A part of a unit in which one thing is said. `cues` and `names` stand within [start, end).

    Each is equal to itself alone: what a rule found out of it is kept by it, and to look at all its cues would cost
    more than to find out anew.
    """

    start: int
    end: int
    cues: tuple[Cue, ...]
    names: tuple[NameFound, ...]
    asks: bool = False
    opens: bool = False  # it ends with a colon: what follows belongs to it
    aside: bool = False  # it stands in brackets
    kinds: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # Some forty rules ask each clause what it has: a set answers without going through the cues.
        object.__setattr__(self, "kinds", frozenset([cue.kind for cue in self.cues]))

    def has(self, *kinds: str) -> bool:
        """Whether a cue of one of those kinds stands here."""
        return not self.kinds.isdisjoint(kinds)

    def first(self, *kinds: str) -> Cue | None:
        return next((cue for cue in self.cues if cue.kind in kinds), None) if self.has(*kinds) else None


def clauses(
    text: str,
    start: int,
    end: int,
    taken: tuple[tuple[int, int], ...],
    languages: frozenset[str],
    known: frozenset[str],
    *,
    whole: bool = False,
) -> Iterator[Clause]:
    """The clauses of the unit text[start:end]; `whole`: all of it is one, a row of a table. Cues are sought in all of
    it first: a phrase may reach over a comma."""
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
        if not (spoken and any(a < cue.start and cue.end < b for a, b in spoken))
        and not (names and _is_surname(cue, names))
    )
    marks = [at for at in _question_marks(text, start, end) if not any(a <= at < b for a, b in taken)]
    asks = bool(marks) and not text[marks[-1] + 1 : end].strip(" \t\n\"'”)!?:;-")
    if whole:
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
                if not (inner and any(c <= cue.start < d for c, d in inner))
                and not (cue.kind in ABSENCE and cue.end > b)
            ),
            tuple(
                name
                for name in _within(names, a, b)
                if not inner or name in called or not any(c <= name.start < d for c, d in inner)
            ),
            any(a <= at < b for at in marks) or (asks and (b >= end or bool(VERB_FIRST.match(text, a)))),
            text[a:b].rstrip().endswith(":"),
        )


def _question_marks(text: str, start: int, end: int) -> Iterator[int]:
    at = text.find("?", start, end)
    while at >= 0:
        yield at
        at = text.find("?", at + 1, end)


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
    outer = tuple(w for w in words if not any(a <= w.start < b for a, b in asides)) if asides else words
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
    cuts = [
        *CLAUSE_END.finditer(text, start, end),
        *_splices(text, start, end, cues),
        *_deeds(text, cues),
        *_relative_ends(text, start, end),
        *_partings(text, names, cues),
    ]
    for m in sorted(cuts, key=re.Match.start):
        if m.start() < at or any(a < m.start() < b for a, b in whole) or not text[at : m.start()].strip():
            continue
        yield at, m.end()
        at = m.end()
    if text[at:end].strip():
        yield at, end


def _relative_ends(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The commas behind what is said of somebody within a sentence: "Els, die hier werkt, komt ook"."""
    at = start
    while relative := RELATIVE.search(text, at, end):
        at = relative.start("end")
        if comma := COMMA.match(text, at):
            yield comma


def _deeds(text: str, cues: tuple[Cue, ...]) -> Iterator[re.Match[str]]:
    """The "en" between two things that we are to do: "wilt u mij uitschrijven en haar inschrijven?"."""
    done = [cue for cue in cues if cue.kind in ("cancel", "enrol")]
    for one, other in pairwise(done):
        between = AND.search(text, one.end, other.start) if one.end < other.start else None
        if between is not None and one.kind != other.kind:
            yield between


def _partings(text: str, names: tuple[NameFound, ...], cues: tuple[Cue, ...]) -> Iterator[re.Match[str]]:
    """The comma behind somebody who stays away, before the next: "Els blijft hier, Wim en Noor komen graag"."""
    for cue in cues:
        comma = COMMA.search(text, cue.end, cue.end + NEAR) if cue.kind in ABSENCE else None
        before = any(name.end <= cue.start for name in names)
        if comma is not None and before and any(name.start == comma.end() for name in names):
            yield comma


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
