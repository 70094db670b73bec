"""Cells that point at another row of their table: "idem als nr 1", "zelfde als Wim". What repeats the row right above,
labels.py knows."""

import re

from mailbot.reading.text.fold import fold

OF_ROW = re.compile(
    r"(?:(?:idem|ditto|(?:de|het)?zelfde|same)\s(?:(?:als|aan|as|bij|van)\s)?"
    r"|(?:net\s|precies\s)?(?:als|zoals|zie|as|like|see)\s)"
    r"(?:(?:bij\s)?(?:nr|nummer|no|rij|row|regel)\b\.?\s?)?#?(?P<row>[\w-]+)"
)
Row = list[tuple[int, int]]  # where its cells stand


def repeated(text: str, rows: list[Row], cell: tuple[int, int], column: int) -> tuple[int, int]:
    """The cell of that column in the row that a cell points at, by what stands in that row or by its number; the cell
    itself, where it points at none, or at several."""
    meant = OF_ROW.fullmatch(fold(text[slice(*cell)]).strip(" .()"))
    if meant is None:
        return cell
    named = _called(text, [row for row in rows if cell not in row], meant["row"])
    if not named and meant["row"].isdecimal() and 0 < int(meant["row"]) <= len(rows):
        named = [rows[int(meant["row"]) - 1]]
    return named[0][column] if len(named) == 1 and column < len(named[0]) else cell


def _called(text: str, rows: list[Row], word: str) -> list[Row]:
    """The rows that begin with that word, a number mostly; else those that hold it."""
    said = [[fold(text[slice(*cell)]).strip(" .").split() for cell in row] for row in rows]
    first = [row for row, cells in zip(rows, said, strict=True) if cells and word in cells[0]]
    if first or word.isdecimal():
        return first
    return [row for row, cells in zip(rows, said, strict=True) if any(word in cell for cell in cells)]
