"""What a form or a row says of one person: its cells by field."""

import re
from dataclasses import dataclass, field

from mailbot.reading.letter.cues import scan, tokens
from mailbot.reading.letter.labels import NAMING, is_open
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.text.numerals import ROMAN

RESERVES = frozenset({"reserve", "maybe"})
SURELY = "surely"
WONDERS = re.compile(r"(?:\A|(?<=[\w)\s(|]))\?+\)?\s*\Z")  # "Wim Kok ?", "(?)"
FEW_WORDS = 4  # of a cell, so many of which are no question: "Els Bos of Wim?"
OF_WHO_COMES = frozenset(
    "attend enrol enrol_noun person companion party also_group cancel absent stays replace instead maybe reserve he him"
    " with_me carry already".split()
)
ASKS_ON = re.compile(
    r"\b(?:zo ja|zo nee|zo niet|if so|if not)[,:]?\s(?:dan\s|then\s)?"
    r"(?:hoe|wat|waar\w*|wanneer|welke?|wie|how|what|where|when|which|who)\b[^.!?]*\?\s*\Z",
    re.IGNORECASE,
)
ROUND = re.compile(r"\d+(?!(?:e|ste|de)? ?(?:keus|keuze|voorkeur|choice|preference))")  # "1e keus" is no round


@dataclass(frozen=True, slots=True)
class Cell:
    """A value at [start, end) of the text. `number`: the round that its column or label names. `label`: as written."""

    start: int
    end: int
    number: int | None = None
    label: str = ""


@dataclass(slots=True)
class Entry:
    """What a form or a row says of one person, by field. `start` and `end` span all of it."""

    start: int
    end: int
    cells: dict[str, list[Cell]] = field(default_factory=dict)
    struck: bool = False
    booked: bool = False  # on the list already
    open: bool = False  # whose name isn't known yet
    changes: bool = False  # it has what was beside what is to be: it signs up nobody
    between: bool = False  # it is what answers the questions of a letter, between its lines
    unsure: bool = False  # the cell that should say whether they come says neither yes nor no

    def put(self, kind: str, cell: Cell) -> None:
        self.cells.setdefault(kind, []).append(cell)
        self.start, self.end = min(self.start, cell.start), max(self.end, cell.end)

    def holds(self, unit: Unit) -> bool:
        """Whether that unit is told by this entry; a sentence or a name between a form's lines is talk."""
        if unit.label or unit.kind is UnitKind.ROW or (unit.kind is UnitKind.ITEM and not unit.names):
            return self.start <= unit.start < self.end or unit.start <= self.start < unit.end
        return any(unit.start <= cell.start < unit.end for cells in self.cells.values() for cell in cells)

    @property
    def names_somebody(self) -> bool:
        return bool(NAMING & self.cells.keys())


def round_in(label: str, kind: str) -> int | None:
    """The round that the label of such a cell names."""
    if kind not in ("round", "workshop"):
        return None
    number = ROUND.search(label)
    return int(number[0]) if number else ROMAN.get(label.strip(" .:").casefold().rpartition(" ")[2])


def is_reserved(text: str, start: int, end: int) -> bool:
    """Whether a cell makes one doubt what it says: "misschien", "onder voorbehoud"; not so "zo min mogelijk trappen",
    nor what only leads from one question on to the next: "worden reiskosten vergoed, en zo ja, waar kan ik die
    declareren?"."""
    cues = scan(tokens(text, start, end), kinds=RESERVES | {SURELY})
    sure = [cue for cue in cues if cue.kind == SURELY]
    found = [c for c in cues if c.kind != SURELY and not any(s.start <= c.start and c.end <= s.end for s in sure)]
    asks_on = ASKS_ON.search(text, start, end) if found else None
    return any(asks_on is None or not asks_on.start() <= cue.start < asks_on.end() for cue in found)


def weighed(text: str, found: list[Entry]) -> list[Entry]:
    """Those entries, with what makes one doubt them: "Naam: Wim Kok (onder voorbehoud)"."""
    for entry in found:
        cells = [(kind, cell) for kind in ("name", "remark", "coming") for cell in entry.cells.get(kind, ())]
        entry.unsure = entry.unsure or any(
            is_reserved(text, cell.start, cell.end)
            or (
                WONDERS.search(text, cell.start, cell.end)
                and not (kind == "remark" and _asks_by_the_way(text, cell.start, cell.end))
            )
            for kind, cell in cells
        )
        entry.open = any(is_open(text[c.start : c.end]) for c in entry.cells.get("name", ()))
    return found


def _asks_by_the_way(text: str, start: int, end: int) -> bool:
    """ "Opmerking: worden reiskosten vergoed?": not so "komt hij wel?", "mag mijn man mee?"."""
    words = tokens(text, start, end)
    return len(words) > FEW_WORDS and not scan(words, kinds=OF_WHO_COMES)
