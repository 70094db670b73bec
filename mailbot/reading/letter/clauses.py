"""A sentence cut into clauses, in each of which one thing is said, with the cue phrases and names in it.

`text/clauses.py` knows no cues; this does, for no cut may go through a phrase. The cuts are clause_cuts.py's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TypeVar

from mailbot.reading.letter.clause_cuts import ABSENCE, clause_spans
from mailbot.reading.letter.cues import Cue, Token, scan, tokens
from mailbot.reading.names import NameFound, find
from mailbot.reading.text.late import late

# What stands between commas, "en neem, als dat goed is, Wim Smit mee"
ASIDE = re.compile(
    r",\s+(?:als|indien|if)\s+(?:u\s+)?(?:dat|het|that|it)\s+(?:[^\W\d_]+\s+){0,2}?"
    r"(?:goed|kan|lukt|past|mogelijk|mag|uitkomt|schikt|vindt|fine|okay|ok|is),(?=\s)"
    r"|\([^()\n]{2,200}(?:\n[^()\n]{1,200})?\)"
)
PEOPLE = frozenset({"person", "companion"})
# What "niet voor mij maar voor" looks like
OF_NOBODY = frozenset({"me", "myself_too", "neg", "stays", "absent", "self_not", "unable", "elsewhere", "no_denial"})
BY_THE_WAY = frozenset({"not_me_but", "sent_to_me"})  # phrases in which a "mij" is none who comes
WITHIN = ABSENCE | {"remains"}  # "Els komt niet, ik wel": over the comma nobody "komt ... wel"
T = TypeVar("T", Cue, NameFound)
# "Can students come too, and is any of it in English?" asks twice, with one mark.
VERB_FIRST = late(
    r"\s*(?:(?:en|and|of|or|maar|but|ook|also)\s)?(?:kan|kunnen|kun|kunt|mag|mogen|is|zijn|komt|komen|wordt|worden|krijg\w{0,3}"
    r"|heeft|hebben|can|could|may|are|will|does|do)\b",
    re.IGNORECASE,
)


OF_HOUSE = re.compile(r"\b(?:from|at|namens|bij|van|of)\s(?:the\s|de\s|het\s)?$")


@dataclass(slots=True, eq=False)  # not frozen: that takes as long as all else that is done to make one
class Clause:
    """A part of a unit in which one thing is said. `cues` and `names` stand within [start, end). Nobody changes it.

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
    quoted: bool = False  # somebody else is quoted with it
    spoken: tuple[Cue, ...] = ()  # the phrases in what somebody else is quoted with: none of the writer's own
    kinds: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # Some forty rules ask each clause what it has: a set answers without going through the cues.
        self.kinds = frozenset([cue.kind for cue in self.cues])

    def has(self, kind: str, *others: str) -> bool:
        """Whether a cue of one of those kinds stands here."""
        # asked two hundred times of a mail of two clauses, mostly of one kind
        if kind in self.kinds:
            return True
        return not self.kinds.isdisjoint(others) if others else False

    def first(self, *kinds: str) -> Cue | None:
        """The first of those kinds, if one stands here."""
        if not self.kinds.isdisjoint(kinds):
            for cue in self.cues:
                if cue.kind in kinds:
                    return cue
        return None


def clauses(
    text: str,
    start: int,
    end: int,
    taken: tuple[tuple[int, int], ...],
    languages: frozenset[str],
    known: frozenset[str],
    speech: Sequence[tuple[int, int]] = (),
    *,
    whole: bool = False,
) -> Iterator[Clause]:
    """The clauses of the unit text[start:end]; `whole`: all of it is one, a row of a table. Cues are sought in all of
    it first: a phrase may reach over a comma. `speech`: where the letter quotes somebody."""
    names = find(text, start, end, taken, known)
    if len(names) > 1:
        names = tuple([n for at, n in enumerate(names) if n.sure or not at or not _is_a_house(text, start, n.start)])
    asides = [
        m.span()
        for m in ASIDE.finditer(text, start, end)
        if m.start() > start + 1 and not any(n.start < m.start() < n.end for n in names)
    ]
    speech = [(a, b) for a, b in speech if a < end and b > start]
    surnames = {name.end: name.start for name in names if name.name.is_full}
    cues = _cues(tokens(text, start, end), asides, languages)
    if surnames:  # Stefan Broer is nobody's brother, Wim Kan is able to nothing
        cues = tuple(cue for cue in cues if surnames.get(cue.end, cue.start) >= cue.start)
    if any(cue.kind in BY_THE_WAY for cue in cues):
        cues = _without_writer(cues)
    spoken: tuple[Cue, ...] = ()
    if speech:
        spoken = tuple(cue for cue in cues if _is_inside(cue, speech))
        cues = tuple(cue for cue in cues if not _is_inside(cue, speech))
    marks = [at for at in _question_marks(text, start, end) if not any(a <= at < b for a, b in taken)]
    asks = bool(marks) and not text[marks[-1] + 1 : end].strip(" \t\n\"'”)!?:;-")
    if whole:
        yield Clause(start, end, cues, names, asks)
        return
    for a, b in clause_spans(text, start, end, names, cues, asides):
        inner = [span for span in asides if a <= span[0] < b]
        said, named = _within(cues, a, b), _within(names, a, b)
        if inner:
            called = tuple(name for c, d in inner for name in _named_by_aside(text, c, d, names, cues))
            for c, d in inner:
                apart = tuple(name for name in _within(names, c, d) if name not in called)
                yield Clause(c, d, _within(cues, c, d), apart, any(c <= at < d for at in marks), aside=True)
            said = tuple(cue for cue in said if not any(c <= cue.start < d for c, d in inner))
            named = tuple(n for n in named if n in called or not any(c <= n.start < d for c, d in inner))
        yield Clause(
            a,
            b,
            tuple([cue for cue in said if cue.end <= b or cue.kind not in WITHIN]),
            named,
            any(a <= at < b for at in marks) or (asks and (b >= end or bool(VERB_FIRST.match(text, a)))),
            text[a:b].rstrip().endswith(":"),
            quoted=any(c <= (a + b) // 2 < d and not _is_title(text, (a, b), (c, d)) for c, d in speech),
            spoken=_within(spoken, a, b),
        )


def _is_a_house(text: str, start: int, at: int) -> bool:
    """Whether capitals that no list of names knows are where somebody named before comes from: "Wim Smit, our guest
    from Kampania Przeciw Homofobii"."""
    return OF_HOUSE.search(text, max(start, at - 12), at) is not None


def _is_title(text: str, clause: tuple[int, int], speech: tuple[int, int]) -> bool:
    """Whether the writer's own sentence goes on behind what is quoted within it: 'I would like "Local policy" in the
    first round.'."""
    before, behind = text[clause[0] : speech[0]], text[speech[1] : clause[1]]
    return len(before.split()) > 1 and len(behind.split()) > 1


def _is_inside(cue: Cue, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a < cue.start and cue.end < b for a, b in spans)


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


def _cues(words: tuple[Token, ...], asides: list[tuple[int, int]], languages: frozenset[str]) -> tuple[Cue, ...]:
    """The cues of a unit; a phrase goes on behind something in brackets: "meld ik Wim (wim@x.nl) aan"."""
    if not asides:
        found = scan(words, languages)
    else:
        inner = [tuple(w for w in words if a <= w.start < b) for a, b in asides]
        outer = tuple(w for w in words if not any(a <= w.start < b for a, b in asides))
        found = tuple([cue for run in (outer, *inner) for cue in scan(run, languages)])
    return tuple(sorted(found, key=itemgetter(1, 2)))  # by start and end


def _without_writer(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """ "Een plek, niet voor mij maar voor Wim Smit", "de bevestiging mag naar mij": of the writer's coming nothing is
    said by that, nor that anybody stays away."""
    others = [cue for cue in cues if cue.kind in BY_THE_WAY]
    return tuple(
        [c for c in cues if c.kind not in OF_NOBODY or not any(c.start < o.end and o.start < c.end for o in others)]
    )


def _within(found: tuple[T, ...], start: int, end: int) -> tuple[T, ...]:
    return tuple([hit for hit in found if start <= hit.start < end])
