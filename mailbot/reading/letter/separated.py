"""Tables that people write by hand or paste from a sheet: a head line of labels, and below it lines with the same mark
between their cells ("naam; functie; e-mail")."""

import re
from collections.abc import Sequence
from functools import cache

from mailbot.reading.letter.labels import NAMING, column_of, field_of

BLANKS = "  "  # two or more: columns that were lined up by hand, or pasted from a sheet
MARKS = ("\t", " | ", ";", "|", " / ", " – ", " - ", BLANKS, ",")


NAME_ALONE = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?:,? [\w.'’()-]+){0,4},? [^\W\d_a-z][\w.'’-]*"
    r"|[^\W\d_a-z][\w'’-]*, [^\W\d_a-z][\w.'’ -]*?(?: [a-z'’]{1,4}){1,3}"  # "Wit, Marieke de"
)


# A row, though "Deelnemer 1: Els Bos" or "Workshop: ..." begins like a head: it has somebody's address or number
FILLED = re.compile(r"\w@\w|\d{2}[\d -]{7}\d|\bdeelnemer \d{1,2}[:.] *[^\W\d_]", re.IGNORECASE)


def cells_of(line: str, mark: str) -> list[tuple[int, int]]:
    """Where the cells of a row stand between its marks; two marks may share a blank: "Jan / / halal"."""
    at, spans = 0, []
    for found in _between(mark).finditer(line):
        spans.append((at, found.start()))
        at = found.end()
    return [*spans, (at, len(line))]


@cache
def _between(mark: str) -> re.Pattern[str]:
    bare = mark.strip()
    if mark == BLANKS:
        return re.compile(r"(?<=\S) {2,}(?=\S)")
    return re.compile(re.escape(mark) if bare in (mark, "") else rf"(?:(?<=\s)|^){re.escape(bare)}(?=\s|$)")


def mark_of(head: str) -> str | None:
    """The mark between the cells of a line that heads a table; None where it heads none."""
    if FILLED.search(head):
        return None
    for mark in MARKS:
        if (mark.strip() or mark) not in head:
            continue
        labels = [label for a, b in cells_of(head, mark) if (label := head[a:b].strip())]
        fewest = 2 if mark == "\t" and len(labels) <= 4 else 3  # no sentence has tabs
        if len(labels) > 1 and not NAMING.isdisjoint(_fields(labels, fewest)):
            return mark
    return None


def _fields(labels: list[str], fewest: int) -> list[str]:
    """What those columns hold, as far as we know; nothing where neither all of them are known nor `fewest`."""
    known: list[str] = []
    for at, label in enumerate(labels, start=1):
        if kind := column_of(label):
            known.append(kind)
        elif len(known) + len(labels) - at < fewest:
            return []  # a sentence, most often: no need to look at all that stands between its commas
    return known


def lined_up(line: str, head: str) -> list[tuple[int, int]] | None:
    """Where the cells of a row stand below a head's columns, some of them empty, or so full that one blank is left
    before the next; None where it isn't lined up with them."""
    starts = [start for start, _ in cells_of(head, BLANKS)]
    ends = [min(start, len(line)) for start in starts[1:]] + [len(line)]
    if any(start < len(line) and line[start - 1] != " " for start in starts[1:]):
        return None
    cells = list(zip(starts, map(max, starts, ends), strict=True))
    filled = [line[a:b] for a, b in cells if line[a:b].strip()]
    return cells if len(filled) > 1 and line[slice(*cells[0])].strip() and not any(map(_SPLIT.search, filled)) else None


_SPLIT = re.compile(r"\S {2,}\S")  # a cell that another one begins in stands below no column


def rows_of(text: str, lines: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Where the lines of such tables begin, head lines among them; an empty line may part a head from its rows, and
    full rows from one another."""
    rows: set[int] = set()
    mark, columns, head, heads = None, 0, -1, (0, 0)
    for at, (start, end) in enumerate(lines):
        line = text[start:end]
        apart = at > 0 and text.count("\n", lines[at - 1][1], start) > 1
        if mark is not None and _fits(line, mark, columns, full=apart and lines[at - 1][0] != head):
            rows.add(start)
            continue
        if mark == BLANKS and not apart and lined_up(line, text[slice(*heads)]):
            rows.add(start)
            continue
        mark = mark_of(line)
        columns = len(cells_of(line, mark)) if mark else 0
        below = text[slice(*lines[at + 1])] if at + 1 < len(lines) else ""
        heads = (start, end)
        fits = mark is not None and (
            _fits(below, mark, columns) or (mark == BLANKS and lined_up(below, line) is not None)
        )
        if mark is not None and fits and not _is_form_line(below, mark):
            rows.add(start)
            head = start
        else:
            mark = None
    return frozenset(rows)


def _is_form_line(line: str, mark: str) -> bool:
    """Whether a line of two cells is "Organisatie | Gemeente Ede": then the one above it is such a line, too."""
    cells = cells_of(line, mark)
    return len(cells) == 2 and field_of(line[slice(*cells[0])].strip()) is not None


def _fits(line: str, mark: str, columns: int, *, full: bool = False) -> bool:
    """Whether a line has the cells of such a row: all of them, where the mark is one that sentences have too."""
    cells = len(cells_of(line, mark))
    if mark == "\t" and cells == 1 and not full:  # the row's other cells are empty, and so aren't there
        return NAME_ALONE.fullmatch(line.strip()) is not None
    if full or mark in (",", " - ", " – ", BLANKS):
        return cells == columns
    return 1 < cells <= columns or (
        mark.strip() != "" and line.rstrip().endswith(mark.strip()) and cells == columns + 1
    )
