"""What stands beside a name in a list, a form or brackets, and whether it makes one doubt that this person comes:
"twijfelt nog", "hoort vrijdag of ze vrij krijgt", "als Piet uitvalt". "Weet nog niet welke workshop" doesn't.

There are too many ways to say it for lists of words; by its words and pairs of words, the kinds of cue phrases in it
and what stands at the head of its column it is told all the same (person_remarks.json).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from mailbot.reading.case.asking import Asking
from mailbot.reading.details import diets
from mailbot.reading.letter.cues import scan, tokens
from mailbot.reading.letter.entry_remarks import MARK
from mailbot.reading.letter.labels import is_yes
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.names.people import Person
from mailbot.reading.second_reader import name_remarks
from mailbot.reading.second_reader.model import Model, packaged
from mailbot.reading.second_reader.traits import Seen
from mailbot.reading.text.fold import fold

COMES, AWAY, UNSURE = "comes", "away", "unsure"
MOST_WORDS, MOST_LETTERS = 20, 200  # of a remark: what is longer is talk
KNOWN = frozenset(("given", "initials", "infix", "surname", "email", "phone"))  # cells that can be nothing else
OF_SOMETHING_ELSE = frozenset(("role", "organisation", "department", "round", "workshop", "diet", "access", "date"))
STEM = 4  # letters by which words of one family are known
MOST_BEFORE_NAME = 20  # characters, its number or title included
RIGHT_BEHIND = 3  # characters between a name and its brackets
BRACKETED = re.compile(r"\(([^()]+)\)")
EDGE = " \t\n()[].,;:-–—*_"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Remark:
    """What stands beside somebody's name, at [start, end) of a letter's text. `label`: what heads its column, or asks.
    `is_beside`: it stands where something else is told."""

    whose: Person
    said: str
    start: int
    end: int
    label: str = ""
    is_beside: bool = False

    @property
    def doubt(self) -> float:
        """How likely it is that whoever has this beside their name isn't simply to be signed up."""
        if " " not in self.said and is_yes(self.said):
            return 0.0  # "Komt: definitief"
        return _doubt_of(self.label[:MOST_LETTERS], self.said[:MOST_LETTERS])


def remarks(asking: Asking) -> Iterator[Remark]:
    """All that stands beside names in the tables, forms, lists and brackets of a letter."""
    yield from remarks_in_cells(asking)
    for unit in asking.sheet.units:
        if unit.kind is UnitKind.ITEM and unit.names:
            yield from _behind_name(asking, unit)
        elif unit.kind is UnitKind.SENTENCE and unit.names:
            yield from _in_brackets(asking, unit)


def remarks_in_cells(asking: Asking) -> Iterator[Remark]:
    """Those of tables and forms alone."""
    for entry in asking.entries:
        whose = asking.roster.at(entry.start, entry.end + 1)
        for kind, cells in entry.cells.items():
            for cell in cells if kind not in KNOWN and whose else ():
                spans: Iterable[Span] = [(cell.start, cell.end)]
                if kind == "name":
                    spans = [found.span(1) for found in BRACKETED.finditer(asking.text, cell.start, cell.end)]
                yield from _remarks(asking.text, whose[0], spans, cell.label, is_beside=kind in OF_SOMETHING_ELSE)


def _behind_name(asking: Asking, unit: Unit) -> Iterator[Remark]:
    """ "- Noor Tal, jurist: twijfelt nog"."""
    name = unit.names[0]
    if name.start - unit.start > MOST_BEFORE_NAME:
        return  # "- ik kan niet, Noor Tal neemt mijn plek over"
    for person in asking.roster.at(name.start, name.end)[:1]:
        marks = [mark.span() for mark in MARK.finditer(asking.text, name.end, unit.end)]
        spans = zip((name.end, *(end for _, end in marks)), (*(start for start, _ in marks), unit.end), strict=True)
        yield from _remarks(asking.text, person, spans)


def _in_brackets(asking: Asking, unit: Unit) -> Iterator[Remark]:
    """ "Wim Smit (twijfelt nog) en Noor Tal"."""
    for aside in unit.clauses:
        for name in unit.names if aside.aside else ():
            if 0 <= aside.start - name.end < RIGHT_BEHIND:
                for person in asking.roster.at(name.start, name.end)[:1]:
                    yield from _remarks(asking.text, person, [(aside.start, aside.end)])


def _remarks(
    text: str, whose: Person, spans: Iterable[Span], label: str = "", *, is_beside: bool = False
) -> Iterator[Remark]:
    for start, end in spans:
        said = " ".join(text[start:end].split()).strip(EDGE)
        if said and "@" not in said and len(said.split()) <= MOST_WORDS:
            yield Remark(whose, said, start, end, label, is_beside or bool(diets(said)))


@lru_cache(maxsize=256)  # a mail is judged anew up to three times
def _doubt_of(label: str, said: str) -> float:
    return 1 - _model().probabilities(traits(label, said))[COMES]


def traits(label: str, said: str) -> Seen:
    """The words of a remark as those of any sentence, how it begins and ends, the beginnings of its words, the cues in
    it in their order, and the words of its label."""
    found, words = name_remarks.traits(said), list(name_remarks.words(said))
    cues = sorted((cue.start, cue.end, cue.kind) for cue in scan(tokens(fold(said))))
    found["f"].update(words[:1], [" ".join(words[:2])])
    found["e"].update(words[-1:])
    found["p"].update(word[:STEM] for word in words)
    found.rows("c", [kind for _, _, kind in cues])
    found["l"].update(fold(word) for word in label.split())
    found[""].add(f"words:{min(len(said.split()), 6)}")
    return found


@cache
def _model() -> Model:
    return packaged("person_remarks")
