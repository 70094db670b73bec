"""A table of an HTML mail while it is being read: cells collected, a row turned into one line or into passages.

A table of data gives a line a row, its cells joined by tabs, empty ones too, so that the columns stand under their
heads. A table that only lays out a page gives the passages in its cells, one after another.
"""

from dataclasses import dataclass, field

from mailbot.reading.message.htmllines import Lines
from mailbot.reading.message.htmltags import Tag, attributes_of, number_in

MAX_TABLES = 12  # deeper ones are layout inside layout: their text is kept, their cells are not
MAX_CELLS = 100
MAX_SPAN = 20
MAX_REPEATED = 500  # cells of one table that only repeat the one above
MAX_CELL_LINES = 6  # more in one cell is a passage, not a value
MAX_HEAD_LINES = 3  # ... in the first row, which heads the others

Cell = list[str]  # lines


class Tables:
    """The open tables of a page, one inside another; where its lines go. `rows`: the lines of data so far."""

    def __init__(self, lines: Lines) -> None:
        self.rows: list[str] = []
        self._lines = lines
        self._open: list[_Table] = []

    def on_table(self, tag: Tag) -> None:
        """Begin or end a table."""
        self._lines.end()
        self._lines.leave_blank()
        if not tag.opening:
            self._close()
        elif len(self._open) < MAX_TABLES:
            if self._open:
                self._open[-1].holds_table()
            self._open.append(_Table(self._lines.into))

    def on_row(self, _: Tag) -> None:
        """Begin or end a row, which ends the one before it in any case."""
        self._lines.end()
        if self._open:
            self._close_row()

    def on_cell(self, tag: Tag) -> None:
        """Begin or end a cell."""
        self._lines.end()
        if not self._open:
            return
        table = self._open[-1]
        if tag.opening:
            found = attributes_of(tag.attributes)
            spans = (number_in(found.get(name), MAX_SPAN) for name in ("colspan", "rowspan"))
            self._lines.into = table.open_cell(*spans)
        else:
            table.close_cell()
            self._lines.into = table.outer

    def finish(self) -> None:
        """Close what the source left open, the last line first."""
        self._lines.end()
        while self._open:
            self._close()

    def _close(self) -> None:
        if self._open:
            self._close_row()
            self._lines.into = self._open.pop().outer

    def _close_row(self) -> None:
        table = self._open[-1]
        before = len(table.outer)
        line = table.close_row()
        self._lines.into = table.outer
        if line is not None:
            self.rows.append(line)
        if len(table.outer) > before:
            self._lines.leave_blank(False)


@dataclass(slots=True)
class _Table:
    """An open table. `outer` are the lines that it stands among; while a cell is open, its lines are apart."""

    outer: list[str]
    _row: list[Cell] = field(default_factory=list)
    _below: dict[int, tuple[int, str]] = field(default_factory=dict)  # column -> rows still to fill, with what
    _span: tuple[int, int] | None = None  # columns and rows of the open cell
    _cell: Cell = field(default_factory=list)
    _nested: bool = False  # a table stands in this row
    _repeated: int = 0
    _columns: int = 0  # of the widest row of data so far

    def holds_table(self) -> None:
        """Another table begins in the open cell: this row is layout."""
        self._nested = True

    def open_cell(self, columns: int, rows: int) -> Cell:
        """Begin a cell; returns where its lines go."""
        self.close_cell()
        self._repeat_from_above()
        self._span, self._cell = (columns, rows), []
        return self._cell

    def close_cell(self) -> None:
        """End the open cell, if there is one."""
        if self._span is None:
            return
        columns, rows = self._span
        self._span = None
        if len(self._row) >= MAX_CELLS:
            return
        if rows > 1:
            self._below[len(self._row)] = rows - 1, _value(self._cell)
        self._row += [self._cell, *([] for _ in range(columns - 1))]

    def close_row(self) -> str | None:
        """End the row: its lines go among the outer ones. Returns the line of a row of data, None for passages."""
        self.close_cell()
        if self._row:
            self._repeat_from_above()
        row, self._row = self._row, []
        line = self._data_line(row)
        self._nested = False
        if line is None:
            for cell in row:
                self.outer += cell
        else:
            self._columns = max(self._columns, len(row))
            self.outer.append(line)
        return line

    def _repeat_from_above(self) -> None:
        """A cell over several rows is repeated in each: "Gemeente Ede" beside three people belongs to all three."""
        while (column := len(self._row)) in self._below and self._repeated < MAX_REPEATED:
            self._repeated += 1
            rows, text = self._below.pop(column)
            if rows > 1:
                self._below[column] = rows - 1, text
            self._row.append([text])

    def _data_line(self, row: list[Cell]) -> str | None:
        filled = sum(any(cell) for cell in row)
        # One filled cell is data too where the rows above were: a note in the last column, a name alone.
        is_data = filled > 1 or (filled == 1 and 1 < self._columns == len(row))
        longest = MAX_CELL_LINES if self._columns else MAX_HEAD_LINES
        if self._nested or not is_data or any(len(cell) > longest for cell in row):
            return None
        return "\t".join(map(_value, row)).rstrip()


def _value(cell: Cell) -> str:
    return " ".join(" ".join(cell).split())
