"""A line of a form that tells several people's: "Dieet: Els vegetarisch, Wim halal, ik niets", "vegetarisch (Els)"; and
one that stands in nobody's form, below those who come: "Dieet: vegetarisch"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from mailbot.domain.reading import Evidence
from mailbot.reading import details
from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.entry import Cell, Entry
from mailbot.reading.letter.labels import is_empty
from mailbot.reading.names.people import Person
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

Finder = Callable[..., tuple[Found, ...]]
FINDERS: dict[str, Finder] = {"diet": details.diets, "access": details.needs, "phone": details.phones}
APART = re.compile(r"[;,/.]\s|\s(?:en|and|&|\+)\s|\n")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
ME = late(r"\b(?:ik|ikzelf|mij|mijzelf|mezelf|ondergetekende|I|me|myself)\b")
Piece = tuple[list[Person], Found | None, bool]  # who, what, and whether they are named behind it


def share_lines(
    asking: Asking, people: list[Person], given: Sequence[tuple[int, int]]
) -> tuple[list[Entry], list[tuple[int, int]]]:
    """Give these people what such lines tell of them. Returns the entries without those lines, and where they stand,
    with the places that were `given` out before."""
    entries: list[Entry] = []
    taken = list(given)
    for entry in asking.entries:
        cells = {key: entry.cells[key] for key in FINDERS.keys() & entry.cells.keys()} if len(people) > 1 else {}
        shared = [
            (key, cell)
            for key, row in cells.items()
            for cell in row
            if any(cell.start <= at < cell.end for at, _ in given) or _share(asking, entry, key, cell, people)
        ]
        taken += [(cell.start, cell.end) for _, cell in shared]
        left = {key: [c for c in row if (key, c) not in shared] for key, row in entry.cells.items()}
        entries.append(replace(entry, cells=left) if shared else entry)
    return entries, taken


def _share(asking: Asking, entry: Entry, key: str, cell: Cell, people: list[Person]) -> bool:
    """Whether that cell was given out."""
    if called := _called(cell.label, people):
        told = (found for found in FINDERS[key](asking.text, cell.start, cell.end) if _holds(found))
        _give(key, [(called, found, False) for found in told])
        return True
    pieces = list(_pieces(asking, FINDERS[key], cell, people))
    if any(who for who, _, _ in pieces):
        return _give(key, pieces)
    whole = [found for found in FINDERS[key](asking.text, cell.start, cell.end) if _holds(found)]
    nobodys = entry.cells.keys() == {key} and asking.writer not in people
    if key == "phone" or not nobodys or not whole or is_empty(asking.text[cell.start : cell.end]):
        return False
    for person in people:
        person.put(key, whole[0].value, Evidence("text", whole[0].start, whole[0].end))
    return True


def _called(label: str, people: list[Person]) -> list[Person]:
    """Whose a line is that is called by a name: "Dieet Els: vegetarisch"."""
    said = set(WORD.findall(label))
    return [p for p in people if p.name.given in said or p.name.surname in said]


def _give(key: str, pieces: list[Piece]) -> bool:
    """Bring what those pieces tell to whom they name; whether they tell anything of somebody."""
    waiting: list[Person] = []
    last: Found | None = None
    trails = given = False
    for who, found, behind in pieces:
        if found is not None and who:
            for person in (*waiting, *who):
                person.put(key, found.value, Evidence("text", found.start, found.end))
            waiting, last, trails, given = [], found, behind, True
        elif who and trails and last is not None:  # "vegetarisch: Els en Wim"
            for person in who:
                person.put(key, last.value, Evidence("text", last.start, last.end))
        elif who:
            waiting = [*waiting, *who]  # "Els en Wim vegetarisch"
        else:
            trails = False
    return given


def _pieces(asking: Asking, finder: Finder, cell: Cell, people: list[Person]) -> Iterator[Piece]:
    begin = cell.start
    for end in [*(cut.span() for cut in APART.finditer(asking.text, cell.start, cell.end)), (cell.end, cell.end)]:
        found = next((one for one in finder(asking.text, begin, end[0]) if _holds(one)), None)
        places = {word.group(): word.start() for word in WORD.finditer(asking.text, begin, end[0])}
        places |= _several_words(asking.text, begin, end[0], people)
        who = [p for p in people if p.name.given in places or p.name.surname in places]
        if (me := ME.search(asking.text, begin, end[0])) and asking.writer in people and asking.writer not in who:
            who.append(asking.writer)
        first = min((places[n] for p in who for n in (p.name.given, p.name.surname) if n in places), default=None)
        at = first if first is not None else me.start() if me else begin
        yield who, found, found is not None and at > found.start
        begin = end[1]


def _several_words(text: str, start: int, end: int, people: list[Person]) -> dict[str, int]:
    """The given names of several words that stand there, and where: "Mei Ling"."""
    named = {p.name.given for p in people if " " in p.name.given}
    return {name: at for name in named if (at := text.find(name, start, end)) >= 0}


def _holds(found: Found) -> bool:
    return not found.negated and found.kind not in ("none", "general")
