"""Tables and home-made forms: rows and "Label: value" lines as entries, a person each, their cells by field.

A table has a header row that names its columns, or no header: then a row is a list item like any other. A table of
two columns, and lines of "Naam: ...", are a form: one entry, or several where the name comes again.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from mailbot.reading.details import Found, diets, emails, organisations, phones, roles
from mailbot.reading.letter.cues import scan, tokens
from mailbot.reading.letter.labels import (
    NAMING,
    asks_who_comes,
    column_of,
    field_of,
    is_ditto,
    is_empty,
    is_new,
    is_no,
    is_old,
    is_open,
    is_right,
    is_struck,
    is_tick,
    is_yes,
)
from mailbot.reading.letter.letters import Letter
from mailbot.reading.letter.repeated_cells import repeated
from mailbot.reading.letter.separated import BLANKS, cells_of, lined_up, mark_of
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.names import find, is_given
from mailbot.reading.text.fold import fold

LEAD = " \t-*•·–>()." + "0123456789"  # what stands before a list's entries
RULE = "-+=|_ \t\n"
STOOD = frozenset(("nu", "huidig", "huidige", "van", "from", "now", "current", "genoteerd"))
STANDS = frozenset(("nu", "naar", "to", "now", "gewenst", "correctie"))
# What stands between our lines, and is no value
SAYS_MORE = re.compile(
    r"\?|\b(?:niet|nog|weet|misschien|twijfel|of|helaas|kan|kom|not|maybe|perhaps|sorry)\b", re.IGNORECASE
)
LONGEST_VALUE = 7  # words
BEHIND_VALUE = re.compile(r"\s\(|,\s|;\s")  # where a remark begins: "wijkregisseur (zo heet dat hier)"
RESERVES = frozenset({"reserve", "maybe"})
WHO = r"(?:[A-ZÀ-Þ][\w-]+|ik|i|allemaal|allen|iedereen|wij|we|everybody|everyone|me)"
WHO_GOES = re.compile(rf"(?P<who>{WHO}(?:(?:, ?| en | and | ?& ?){WHO})*)(?=[ :]|$)")
WHO_BEHIND = re.compile(rf"(?:\(|: ?|\b(?:voor|for) )(?P<who>{WHO}(?:(?:, ?| en | and | ?& ?){WHO})*)(?=\)|;|\.|$)")
NAMES_APART = re.compile(r", ?| en | and | ?& ?")
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
    open: bool = False  # whose name isn't known yet
    changes: bool = False  # it has what was beside what is to be: it signs up nobody
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


def entries(text: str, units: Sequence[Unit]) -> tuple[Entry, ...]:
    """The entries of all tables and forms among these units, in order."""
    found: list[Entry] = []
    for kind, run in _runs(text, units):
        if kind is UnitKind.ROW:
            found += _table(text, run)
        else:
            found += _form(text, [_line(text, unit) for unit in run])
    return tuple(entry for entry in found if entry.cells)


def answered(text: str, letter: Letter, body: str) -> tuple[Entry, ...]:
    """The form that is filled in between quoted lines ("> - Functie:"), as one entry."""
    entry: Entry | None = None
    label, kind = "", None
    at = 0
    for line in letter.lines:
        asked = [
            q.strip("> \t*-•")
            for q in text[at : line.start].split("\n")
            if q.lstrip().startswith(">") and q.strip("> \t")
        ]
        if asked:
            label = re.split(r"[(:?]", asked[-1])[0].strip()
            kind = field_of(label) if asked[-1].rstrip().endswith((":", "?")) else None
        at = line.end
        value = body[line.start : line.end]
        if kind is None or not value.strip():
            continue
        start = line.start + len(value) - len(value.lstrip())
        entry = entry or Entry(start, start)
        entry.cells.setdefault(kind, []).append(Cell(start, line.start + len(value.rstrip()), None, label))
        kind = None
    return (entry,) if entry is not None and len(entry.cells) > 1 else ()


def set_right(text: str, letter: Letter) -> tuple[Entry, ...]:
    """What is written between the lines of a confirmation ("> Functie: jurist", below it "coach"), as one entry; not
    where it says that the line is right."""
    entry: Entry | None = None
    at = 0
    for line in letter.lines:
        above = [q.strip("> \t*-•") for q in text[at : line.start].split("\n") if q.lstrip().startswith(">")]
        at = line.end
        label, mark, was = above[-1].partition(":") if above else ("", "", "")
        kind = field_of(label) if mark and was.strip() else None
        value = text[line.start : line.end]
        said = BEHIND_VALUE.split(value)[0]
        if kind is None or kind in NAMING or not said.strip() or is_right(said):
            continue
        number = ROUND.search(label) if kind in ("round", "workshop") else None
        start = line.start + len(said) - len(said.lstrip())
        entry = entry or Entry(start, start, changes=True)
        told = kind in ("role", "organisation", "email", "phone") and len(said.split()) > LONGEST_VALUE
        entry.unsure = entry.unsure or told or SAYS_MORE.search(value) is not None
        entry.put(kind, Cell(start, line.start + len(said.rstrip()), int(number[0]) if number else None, label))
    return (entry,) if entry is not None else ()


def _runs(text: str, units: Sequence[Unit]) -> Iterator[tuple[UnitKind, list[Unit]]]:
    """Rows that follow each other; form lines that follow each other, a sentence in between or not."""
    rows: list[Unit] = []
    for unit in units:
        if unit.kind is UnitKind.ROW:
            rows.append(unit)
        elif rows and not text[unit.start : unit.end].strip(RULE):
            continue  # the line drawn below a table's head
        elif rows:
            yield UnitKind.ROW, rows
            rows = []
    if rows:
        yield UnitKind.ROW, rows
    fields = [
        unit
        for unit, below in zip_longest(units, units[1:])
        if (unit.label and field_of(unit.label) and not _tells_who_goes(text, unit))
        or (below is not None and _heads(text, unit, below))
    ]
    if any(unit.label for unit in fields):
        yield UnitKind.FIELD, fields


def _tells_who_goes(text: str, unit: Unit) -> bool:
    """Whether a round's line is none of one person's form, but of a schedule: "Ronde 1: Piet A, Els en ik B"."""
    if field_of(unit.label) != "round":
        return False
    start, end = _value_span(text, unit)
    said = [who for who in (WHO_GOES.match(text, start, end), *WHO_BEHIND.finditer(text, start, end)) if who]
    return any(all(n.islower() or is_given(n) for n in NAMES_APART.split(who["who"])) for who in said)


def _heads(text: str, unit: Unit, below: Unit) -> bool:
    """Whether a line is a name with that person's form below it: "1. Mw. Naima Ouali", "   Functie: ..."."""
    kind = field_of(below.label) if below.label else None
    if unit.label or unit.kind is UnitKind.ROW or kind is None or kind in NAMING or unit.paragraph != below.paragraph:
        return False
    names = unit.names
    if len(names) != 1 or not names[0].name.is_full or unit.has("absent", "stays", "unable", "cancel", "cancel_word"):
        return False
    lead, behind = text[unit.start : names[0].start], text[names[0].end : unit.end]
    return len(lead.strip(LEAD)) == 0 and len(behind.split()) <= 6 and "@" not in behind


def _line(text: str, unit: Unit) -> tuple[str, tuple[int, int]]:
    """What a form's line is called, and where its value stands; a name above the lines needs no label."""
    if unit.label:
        return unit.label, _value_span(text, unit)
    return "naam", (unit.names[0].start, unit.names[0].end)


def _value_span(text: str, unit: Unit) -> tuple[int, int]:
    start = unit.start + text[unit.start : unit.end].find(unit.label) + len(unit.label)
    while start < unit.end and text[start] in "*_: \t\n.…=>→-":
        start += 1
    return start, unit.end


def _cells(text: str, unit: Unit, mark: str, head: Unit) -> list[tuple[int, int]]:
    """Spans of a row's cells, trimmed."""
    spans = []
    line = text[unit.start : unit.end]
    cells = cells_of(line, mark)
    if mark == BLANKS and unit is not head:
        above = text[head.start : head.end]
        cells = cells if len(cells) == len(cells_of(above, BLANKS)) else lined_up(line, above) or cells
    for start, end in cells:
        cell = text[unit.start + start : unit.start + end]
        lead = len(cell) - len(cell.lstrip())
        if cell.strip() != ":":  # a column of its own for the colon of "Naam : Jan"
            begin = unit.start + start
            spans.append((begin + lead, begin + max(lead, len(cell.rstrip()))))
    return spans


def _mark(line: str) -> str:
    """What stands between the cells of a row."""
    if "\t" in line:
        return "\t"
    return mark_of(line) or ("|" if " | " in line else "\t")


def _table(text: str, rows: list[Unit]) -> list[Entry]:
    mark = _mark(text[rows[0].start : rows[0].end])
    cells = [found for row in rows if (found := _cells(text, row, mark, rows[0]))]
    if not cells:
        return []
    labels = [text[slice(*cell)] for cell in cells[0]]
    if (columns := _was_and_is(labels)) is not None:
        return _changed(text, cells, labels, *columns)
    header = [column_of(label) for label in labels]
    known, filled = sum(1 for kind in header if kind), sum(1 for label in labels if label.strip())
    if (column := _column_of_people(text, cells)) is not None and len(cells[0]) > 2 and not NAMING & set(header):
        return _body(text, cells[0], cells, _unheaded(text, cells, column))
    if not NAMING & set(header) and (column := _column_of_people(text, cells[1:])) is not None:
        header[column], known = "name", known + (header[column] is None)
    headed = known >= 2 and known >= filled / 2 and bool(NAMING & set(header))
    pairs = all(len([c for c in row if text[slice(*c)].strip()]) <= 2 for row in cells)
    if not (headed and mark_of(text[rows[0].start : rows[0].end])) and (len(cells[0]) == 2 or pairs):
        return _form(text, [(text[slice(*row[0])], row[1]) for row in cells if len(row) > 1])
    return _body(text, cells[0], cells[1:], header) if headed else []


def _was_and_is(labels: list[str]) -> tuple[int, int] | None:
    """The columns of what was and of what is to be: "Was | Wordt", "Was | Nu", "Nu | Wordt"."""
    heads = [fold(label).strip(" :*_.") for label in labels]
    old = [at for at, label in enumerate(labels) if is_old(label)]
    new = [at for at, label in enumerate(labels) if is_new(label) and at not in old]
    old = old or [at for at, head in enumerate(heads) if new and head in STOOD]
    new = new or [at for at, head in enumerate(heads) if old and head in STANDS]
    return (old[0], new[0]) if len(old) == len(new) == 1 else None


def _changed(text: str, rows: list[list[tuple[int, int]]], labels: list[str], was: int, new: int) -> list[Entry]:
    """A table of what was and what is to be: an entry for each who is named, of the new values alone. What they are of
    a column tells ("Wat", "Gegeven"), or the cell itself: "functie: jurist"."""
    found: list[Entry] = []
    for row in rows[1:]:
        if len(row) <= max(new, was):
            continue
        beside = [cell for at, cell in enumerate(row) if at not in (new, was)]
        named = next((cell for cell in beside if (names := find(text, *cell)) and names[0].name.is_full), None)
        if named is not None or not found:
            found.append(Entry(row[0][0], row[0][1], changes=True))
            if named is not None:
                found[-1].put("name", Cell(*named))
        start, end = row[new]
        label, mark, _ = text[start:end].partition(":")
        kind = field_of(label) if mark else None
        if kind is not None:
            start += len(label) + len(mark)
            start += len(text[start:end]) - len(text[start:end].lstrip())
        else:
            labelled = ((text[slice(*c)], field_of(text[slice(*c)])) for c in beside if c != named)
            label, kind = next((pair for pair in labelled if pair[1]), ("", field_of(labels[new])))
        if kind is not None and start < end and not is_empty(text[start:end]):
            number = ROUND.search(label) if kind in ("round", "workshop") else None
            found[-1].put(kind, Cell(start, end, int(number[0]) if number else None, label))
        found[-1].end = max(found[-1].end, row[-1][1])
    if found:
        found[0].start = rows[0][0][0]
    return found


def _unheaded(text: str, rows: list[list[tuple[int, int]]], column: int) -> list[str | None]:
    """The columns of a table that has no head, whose people stand in that `column`: one that says yes or no of each
    tells who comes, one is of addresses, titles, houses or diets if all that stands in it is; of others nothing is
    known."""
    header: list[str | None] = [None] * max(map(len, rows))
    header[column] = "name"
    for at in range(len(header)):
        cells = [row[at] for row in rows if at < len(row)]
        said = [text[slice(*cell)] for cell in cells]
        if at == column:
            continue
        if len(said) == len(rows) and all(is_yes(cell) or is_no(cell) for cell in said):
            header[at] = "coming" if "coming" not in header else None
        else:
            header[at] = next(
                (kind for kind, tells in TOLD_BY if kind not in header and _all(text, cells, tells)), None
            )
    return header


# What a column holds, by what every cell of it begins with.
TOLD_BY: tuple[tuple[str, Callable[[str, int, int], Sequence[Found]]], ...] = (
    ("email", emails),
    ("phone", phones),
    ("role", roles),
    ("organisation", organisations),
    ("diet", diets),
)


def _all(text: str, cells: list[tuple[int, int]], tells: Callable[[str, int, int], Sequence[Found]]) -> bool:
    filled = [cell for cell in cells if not is_empty(text[slice(*cell)])]
    return bool(filled) and all((found := tells(text, *cell)) and found[0].start == cell[0] for cell in filled)


def _column_of_people(text: str, rows: list[list[tuple[int, int]]]) -> int | None:
    """The column in which every row has a full name, whatever its head is called: "Raadslid", "Wie o.i.d."."""
    if len(rows) < 2:
        return None
    for column in range(min(map(len, rows))):
        found = [find(text, *row[column]) for row in rows]
        if all(len(names) == 1 and names[0].name.is_full for names in found):
            return column
    return None


def _weighed(text: str, found: list[Entry]) -> list[Entry]:
    """Those entries, with what makes one doubt them: "Naam: Wim Kok (onder voorbehoud)"."""
    for entry in found:
        cells = [cell for kind in ("name", "remark") for cell in entry.cells.get(kind, ())]
        entry.unsure = entry.unsure or any(scan(tokens(text, cell.start, cell.end), kinds=RESERVES) for cell in cells)
        entry.open = any(is_open(text[c.start : c.end]) for c in entry.cells.get("name", ()))
    return found


def _is_reserved(text: str, start: int, end: int) -> bool:
    """Whether a cell that says yes takes it back: "ja, mits er plek is", "ja (onder voorbehoud)"."""
    return bool(scan(tokens(text, start, end), kinds=RESERVES | {"if", "neg"}))


def _column_of_coming(text: str, labels: list[str], rows: list[list[tuple[int, int]]], header: list[str | None]) -> int:
    """The column that says who comes though no list has its head: by how that begins, or since it holds nothing but
    yes and no; -1 where there is none."""
    if "coming" in header:
        return -1
    unknown = [column for column, kind in enumerate(header) if kind is None and labels[column].strip()]
    for column in unknown:
        said = [text[slice(*row[column])] for row in rows if column < len(row)]
        filled = [cell for cell in said if cell.strip(" -")]
        one_of_two = filled and all(is_yes(cell) or is_no(cell) for cell in filled) and any(map(is_yes, filled))
        if one_of_two and (asks_who_comes(labels[column]) or len(filled) < len(said) or any(map(is_no, filled))):
            return column
    return -1


def _ticked(text: str, rows: list[list[tuple[int, int]]], column: int) -> bool:
    """Whether that column is one in which some are ticked and nobody says anything else: an empty cell is a no."""
    said = [text[slice(*row[column])] for row in rows if column < len(row)]
    filled = [cell for cell in said if cell.strip(" -")]
    return bool(filled) and all(map(is_tick, filled))


def _body(
    text: str, head: list[tuple[int, int]], rows: list[list[tuple[int, int]]], header: list[str | None]
) -> list[Entry]:
    labels = [text[slice(*cell)] for cell in head]
    found: list[Entry] = []
    above: dict[int, tuple[int, int]] = {}
    told = _column_of_coming(text, labels, rows, header)
    if told >= 0:
        header = [*header[:told], "coming", *header[told + 1 :]]
    coming = header.index("coming") if "coming" in header else -1
    ticked = coming >= 0 and _ticked(text, rows, coming)
    for row in rows:
        entry = Entry(row[0][0], row[0][1])
        # a row's last cells, where they are empty, aren't there
        entry.struck = any(is_struck(text[a:b]) for a, b in row[1:]) or (ticked and coming >= len(row))
        entry.unsure = not ticked and coming >= len(row)
        for column, (a, b) in enumerate(row[: len(header)]):
            a, b = above[column] if is_ditto(text[a:b]) and column in above else repeated(text, rows, (a, b), column)
            above[column] = (a, b)
            kind = header[column]
            if kind == "coming":
                blank = not text[a:b].strip(" -")
                entry.struck = entry.struck or (ticked and blank) or is_no(text[a:b])
                entry.unsure = not entry.struck and (not is_yes(text[a:b]) or _is_reserved(text, a, b))
                # of a column whose head no list has, a yes may be to something else
                entry.unsure = entry.unsure or (told >= 0 and not asks_who_comes(labels[told]) and entry.struck)
                kind = "remark"  # "ja, halal"
            if kind and not is_empty(text[a:b]):
                number = ROUND.search(labels[column]) if kind in ("round", "workshop") else None
                entry.cells.setdefault(kind, []).append(Cell(a, b, int(number[0]) if number else None, labels[column]))
        entry.end = row[-1][1]
        found.append(entry)
    found = found and _weighed(text, found)
    if found:
        found[0].start = head[0][0]  # told by the table, too: "Raadslid Fractie Aanwezig" is nobody
    return found


def _form(text: str, lines: list[tuple[str, tuple[int, int]]]) -> list[Entry]:
    """Entries of label and value pairs: a new one where a name comes that the last has already."""
    found: list[Entry] = []
    old, new = (any(told(label) for label, _ in lines) for told in (is_old, is_new))
    for label, (start, end) in lines:
        kind = field_of(label)
        if is_old(label):
            continue  # "Oud nummer: ...", above "Nieuw nummer: ..."
        if kind == "coming" and any(found.name.is_full for found in find(text, start, end)):
            kind = "name"  # "Aanwezig: Els Bos en Wim Kok"
        if kind is None:
            continue
        if not found or (kind in NAMING and kind in found[-1].cells) or (kind == "name" and found[-1].names_somebody):
            found.append(Entry(start, end))
        number = ROUND.search(label) if kind in ("round", "workshop") else None
        found[-1].put(kind, Cell(start, end, int(number[0]) if number else None, label))
        found[-1].changes = old and new
    return _weighed(text, found)
