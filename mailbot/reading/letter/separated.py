"""Tables that people write by hand or paste from a sheet: a head line of labels, and below it lines with the same mark
between their cells ("naam; functie; e-mail")."""

from collections.abc import Sequence

from mailbot.reading.letter.labels import NAMING, field_of

MARKS = ("\t", " | ", ";", "|", " / ", " – ", " - ", ",")


def mark_of(head: str) -> str | None:
    """The mark between the cells of a line that heads a table; None where it heads none."""
    for mark in MARKS:
        labels = [label for label in head.split(mark) if label.strip()]
        fields = [field_of(label.strip()) for label in labels]
        known = [kind for kind in fields if kind]
        if len(labels) > 1 and NAMING & set(known) and (len(known) == len(labels) or (len(known) > 2 < len(labels))):
            return mark
    return None


def rows_of(text: str, lines: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Where the lines of such tables begin, head lines among them."""
    rows: set[int] = set()
    mark, columns = None, 0
    for at, (start, end) in enumerate(lines):
        line = text[start:end]
        if mark is not None and _fits(line, mark, columns):
            rows.add(start)
            continue
        mark = mark_of(line)
        columns = len(line.split(mark)) if mark else 0
        below = text[slice(*lines[at + 1])] if at + 1 < len(lines) else ""
        if mark is not None and _fits(below, mark, columns):
            rows.add(start)
        else:
            mark = None
    return frozenset(rows)


def _fits(line: str, mark: str, columns: int) -> bool:
    """Whether a line has the cells of such a row: all of them, where the mark is one that sentences have too."""
    cells = len(line.split(mark))
    if mark in (",", " - ", " – "):
        return cells == columns
    return 1 < cells <= columns or (
        mark.strip() != "" and line.rstrip().endswith(mark.strip()) and cells == columns + 1
    )
