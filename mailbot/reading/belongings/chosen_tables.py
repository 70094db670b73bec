"""The tables of a text, as rows of cells: of tabs, of bars, of columns that spaces make, of boxes below their heads.

               ronde 1   ronde 2        Ronde   Workshop        Ronde 1 | [ ] Lokaal beleid | [x] Vooroordelen
Lokaal beleid    [ ]       [x]          1       Lokaal beleid
"""

import re
from collections.abc import Iterator

from mailbot.reading.letter.labels import field_of
from mailbot.reading.workshops.boxes import BOX

Table = tuple[int, int, list[list[str]]]  # where it begins and ends, and its rows
APART = re.compile(r"\s{2,}|\t")
RULE = " \t|+-=:_"  # of which the line below a table's head is made
LEADERS = " .:…_\t|"
FEWEST = 2  # boxes of a line, or rows of a table
FEWEST_SPACED = 3  # ... whose columns spaces make


def tables(text: str) -> Iterator[Table]:
    """All of them: lines of cells below each other, of which the first is the head."""
    if "\t" in text or "|" in text:
        yield from _marked(text)
    if "  " in text:
        yield from _spaced(text)


def _marked(text: str) -> Iterator[Table]:
    """Lines below each other of which the first has several cells, with where they begin and end; an empty line may
    stand between two that have."""
    at, start, end, apart = 0, 0, 0, False
    rows: list[list[str]] = []
    for line in [*text.split("\n"), "", "."]:
        mark = "\t" if "\t" in line else "|" if line.count("|") > 1 else None
        if rows and line.strip() and mark is None and apart:
            if len(rows) >= FEWEST:
                yield start, end, rows
            rows = []
        if line.strip() and (rows or mark is not None):
            start, end = start if rows else at, at + len(line)
            if line.strip(RULE):
                rows.append([_said(cell) for cell in line.strip(" |" if mark == "|" else "").split(mark or "\t")])
        apart = not line.strip()
        at += len(line) + 1


def _spaced(text: str) -> Iterator[Table]:
    """Lines of boxes below a line that heads each of them; lines of as many cells as the one that heads them, a round
    among them."""
    at = 0
    block: list[tuple[int, str]] = []
    for line in [*text.split("\n"), ""]:
        if line.strip():
            block.append((at, line))
        elif block:
            yield from _boxes(block)
            yield from _columns(block)
            block = []
        at += len(line) + 1


def _boxes(block: list[tuple[int, str]]) -> Iterator[Table]:
    first = next((n for n, (_, line) in enumerate(block) if _is_of_boxes(line)), 0)
    lines = block[first:]
    head = APART.split(block[first - 1][1].strip()) if first else []
    boxed = [list(BOX.finditer(line)) for _, line in lines]
    if not head or not all(_is_of_boxes(line) for _, line in lines) or len({len(boxes) for boxes in boxed}) > 1:
        return
    if len(head) - len(boxed[0]) not in (0, 1):
        return
    rows = [
        [line[: boxes[0].start()].strip(LEADERS), *("x" if box["ticked"] else "" for box in boxes)]
        for (_, line), boxes in zip(lines, boxed, strict=True)
    ]
    head = head if len(head) > len(boxed[0]) else ["", *head]
    yield block[first - 1][0], lines[-1][0] + len(lines[-1][1]), [head, *rows]


def _is_of_boxes(line: str) -> bool:
    """Whether a line has nothing behind what it is of but boxes."""
    boxes = list(BOX.finditer(line))
    return len(boxes) >= FEWEST and not BOX.sub("", line[boxes[0].start() :]).strip(LEADERS)


def _columns(block: list[tuple[int, str]]) -> Iterator[Table]:
    split = [APART.split(line.strip()) for _, line in block]
    first = next((n for n, cells in enumerate(split) if len(cells) > 1), len(split))
    rows = split[first:]
    if len(rows) > 1 and len(rows[1]) == len(rows[0]) + 1:
        rows[0] = ["", *rows[0]]  # above what the rows are of stands nothing
    if len(rows) < FEWEST_SPACED or {len(row) for row in rows} != {len(rows[0])}:
        return
    of_rounds = "round" in map(field_of, rows[0]) or all(field_of(row[0]) == "round" for row in rows[1:])
    if of_rounds and not any(BOX.search(line) or "\t" in line for _, line in block):
        yield block[first][0], block[-1][0] + len(block[-1][1]), rows


def _said(cell: str) -> str:
    """What a cell says: "x" or nothing, where there is but a box."""
    cell = cell.strip()
    box = BOX.fullmatch(cell)
    return cell if box is None else "x" if box["ticked"] else ""
