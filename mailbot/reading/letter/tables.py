"""Tables: rows as entries, one for each person, their cells by what heads their column, or by what stands in it.

A table has a header row that names its columns, or no header: then a row is a list item like any other. One of two
columns is a form.
"""

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from mailbot.reading.details import Found, diets, emails, organisations, phones, roles
from mailbot.reading.letter.cues import scan, tokens
from mailbot.reading.letter.entry import RESERVES, Cell, Entry, round_in, weighed
from mailbot.reading.letter.entry_remarks import Remark, cell_says, is_of_wishes, without_remark
from mailbot.reading.letter.forms import form
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
    is_struck,
    is_tick,
    is_yes,
)
from mailbot.reading.letter.repeated_cells import repeated
from mailbot.reading.letter.separated import BLANKS, cells_of, lined_up, mark_of
from mailbot.reading.letter.units import Unit
from mailbot.reading.names import find
from mailbot.reading.text.fold import fold
from mailbot.reading.text.numerals import ROMAN
from mailbot.reading.workshops.boxes import BOX

ANSWERED = frozenset(("diet", "access", "workshop", "round", "phone"))  # columns in which "niet" answers these
ROUND_TOLD = re.compile(r"\b(?:ronde|rnd|round|blok|sessie|session)\s?\d|\br\d\b|\b\d{1,2}[.:]\d\d\b")
STOOD = frozenset(("nu", "huidig", "huidige", "van", "from", "now", "current", "genoteerd"))
STANDS = frozenset(("nu", "naar", "to", "now", "gewenst", "correctie"))


def table(text: str, rows: list[Unit]) -> list[Entry]:
    """The entries of those rows; none, where they are no table of people."""
    mark = _mark(text[rows[0].start : rows[0].end])
    cells = [found for row in rows if (found := _cells(text, row, mark, rows[0]))]
    if not cells:
        return []
    labels = [text[slice(*cell)] for cell in cells[0]]
    if (columns := _was_and_is(labels)) is not None:
        return _changed(text, cells, labels, *columns)
    header = _numbered(labels, [column_of(label) for label in labels])
    known, filled = sum(1 for kind in header if kind), sum(1 for label in labels if label.strip())
    if (column := _column_of_people(text, cells)) is not None and len(cells[0]) > 2 and not NAMING & set(header):
        return _body(text, cells[0], cells, _unheaded(text, cells, column))
    if not NAMING & set(header) and (column := _column_of_people(text, cells[1:])) is not None:
        header[column], known = "name", known + (header[column] is None)
    of_people = header.index("name") if "name" in header else -1
    sure = len(cells) > 2 and _column_of_people(text, cells[1:]) == of_people  # though half of its heads are unknown
    headed = known >= 2 and (known >= filled / 2 or sure) and bool(NAMING & set(header))
    pairs = all(len([c for c in row if text[slice(*c)].strip()]) <= 2 for row in cells)
    if not (headed and mark_of(text[rows[0].start : rows[0].end])) and (len(cells[0]) == 2 or pairs):
        return form(text, [(text[slice(*row[0])], row[1]) for row in cells if len(row) > 1])
    return _body(text, cells[0], cells[1:], _by_content(text, cells[1:], header)) if headed else []


def _numbered(labels: list[str], header: list[str | None]) -> list[str | None]:
    """The same, with columns that are headed by nothing but 1, 2, 3 or I, II, III as those of rounds."""
    bare = [label.strip(" .:").casefold() for label in labels]
    for numbers in (tuple(map(str, ROMAN.values())), tuple(ROMAN)):
        first = bare.index(numbers[0]) if numbers[0] in bare else len(bare)
        pairs = zip(bare[first:], numbers, strict=False)
        many = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        if many > 1:
            return [*header[:first], *["round"] * many, *header[first + many :]]
    return header


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
            found[-1].put(kind, Cell(start, end, round_in(label, kind), label))
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


def _by_content(text: str, rows: list[list[tuple[int, int]]], header: list[str | None]) -> list[str | None]:
    """The same, where a head that no list has ("Waarvan") stands above nothing but houses, titles or diets."""
    known = list(header)
    for at, kind in enumerate(header):
        cells = [row[at] for row in rows if at < len(row)] if kind is None else []
        known[at] = kind or next((k for k, tells in TOLD_BY if k not in known and _all(text, cells, tells)), None)
    return known


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
        boxed = column > 0 and any(
            BOX.match(text, *row[column]) for row in rows
        )  # "ronde 1 | [x] Vooroordelen Voorbij"
        if not boxed and all(len(names) == 1 and names[0].name.is_full for names in found):
            return column
    return None


def _is_reserved(text: str, start: int, end: int) -> bool:
    """Whether a cell that says yes takes it back: "ja, mits er plek is", "ja (onder voorbehoud)"."""
    return bool(scan(tokens(text, start, end), kinds=RESERVES | {"if", "neg"}))


def _column_of_coming(text: str, labels: list[str], rows: list[list[tuple[int, int]]], header: list[str | None]) -> int:
    """The column that says who comes though no list has its head: by how that begins, or since it holds nothing but
    yes and no; -1 where there is none."""
    if "coming" in header or "day" in header:
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


def _says_of_its_row(cell: str, kind: str | None, label: str) -> Remark | None:
    """What a cell says of whoever has this row: "VERVALT", "gaat toch niet mee", "staat al op de lijst". A bare "niet"
    below what one eats or would like is an answer to that, as is all that stands below "Neemt iemand mee?"."""
    if kind == "company":
        return None
    if is_struck(cell) and not (cell.strip().count(" ") == 0 and (kind in ANSWERED or is_of_wishes(label))):
        return Remark.AWAY
    return cell_says(cell)


def _without_remark(
    text: str, row: list[tuple[int, int]], header: list[str | None]
) -> tuple[list[tuple[int, int]], list[Remark | None]]:
    """A row whose cell with the name ends where a remark begins that tells whether this one comes, and what that is."""
    at = next((column for column, kind in enumerate(header[: len(row)]) if kind in ("name", "surname")), None)
    if at is None:
        return row, []
    span, said = without_remark(text, *row[at])
    return [*row[:at], span, *row[at + 1 :]], [said]


def _body(
    text: str, head: list[tuple[int, int]], rows: list[list[tuple[int, int]]], header: list[str | None]
) -> list[Entry]:
    labels = [text[slice(*cell)] for cell in head]
    found: list[Entry] = []
    above: dict[int, tuple[int, int]] = {}
    if header.count("day") == 1:
        header = ["coming" if kind == "day" else kind for kind in header]
    days = [column for column, kind in enumerate(header) if kind == "day"]
    told = _column_of_coming(text, labels, rows, header)
    if told >= 0:
        header = [*header[:told], "coming", *header[told + 1 :]]
    coming = header.index("coming") if "coming" in header else -1
    ticked = coming >= 0 and _ticked(text, rows, coming)
    of_rounds = [at for at, kind in enumerate(header) if kind in (None, "other") and _tells_rounds(text, rows, at)]
    for row in rows:
        if is_struck(text[slice(*row[0])]):
            continue  # the name before it was struck through, as mail programs do: "- VERVALT" is nobody's
        entry = Entry(row[0][0], row[0][1])
        # a row's last cells, where they are empty, aren't there
        columns = [(header[at], labels[at]) if at < len(header) else (None, "") for at in range(1, len(row))]
        said = [
            None if at in of_rounds else _says_of_its_row(text[a:b], *column)
            for at, ((a, b), column) in enumerate(zip(row[1:], columns, strict=True), 1)
        ]
        told_rounds = [one for one, (kind, _) in zip(said, columns, strict=True) if kind == "round"]
        if not all(told_rounds):  # "n.v.t. (kan dan niet)" in one of them is of that round alone
            said = [one for one, (kind, _) in zip(said, columns, strict=True) if kind != "round"]
        row, beside = _without_remark(text, row, header)
        said += beside
        entry.struck = Remark.AWAY in said or (ticked and coming >= len(row))
        none_of_them = not any(is_yes(text[slice(*row[day])]) for day in days if day < len(row))
        entry.struck = entry.struck or (bool(days) and none_of_them)
        entry.booked = Remark.BOOKED in said and not entry.struck
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
            kind = kind or ("other" if labels[column].strip() else None)  # whoever knows the events may know it
            if kind and not is_empty(text[a:b]):
                entry.cells.setdefault(kind, []).append(Cell(a, b, round_in(labels[column], kind), labels[column]))
        entry.end = row[-1][1]
        found.append(entry)
    found = found and weighed(text, found)
    if found:
        found[0].start = head[0][0]  # told by the table, too: "Raadslid Fractie Aanwezig" is nobody
    return found


def _tells_rounds(text: str, rows: Sequence[Sequence[tuple[int, int]]], column: int) -> bool:
    """Whether every cell of that column names a round, or none: a "niet" there is of what heads it, and of nobody's
    coming."""
    cells = [text[slice(*row[column])] for row in rows if column < len(row)]
    told = [cell for cell in cells if not (is_empty(cell) or is_no(cell))]
    return bool(told) and all(ROUND_TOLD.search(fold(cell)) for cell in told)
