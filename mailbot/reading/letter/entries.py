"""Tables and home-made forms among a letter's units: a person each, their cells by field (entry.py).

tables.py reads the rows of a table, forms.py lines of "Naam: ..."; here is told which units are of which.
"""

import re
from collections.abc import Iterator, Sequence

from mailbot.reading.letter.blocks import blocks
from mailbot.reading.letter.entry import Entry
from mailbot.reading.letter.forms import form
from mailbot.reading.letter.labels import NAMING, column_of, field_of
from mailbot.reading.letter.tables import table
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.names import is_given

RULE = "-+=|_ \t\n"
WHO = r"(?:[A-ZÀ-Þ][\w-]+|ik|i|allemaal|allen|iedereen|wij|we|everybody|everyone|me)"
WHO_GOES = re.compile(rf"(?P<who>{WHO}(?:(?:, ?| en | and | ?& ?){WHO})*)(?=[ :]|$)")
WHO_BEHIND = re.compile(rf"(?:\(|: ?|\b(?:voor|for) )(?P<who>{WHO}(?:(?:, ?| en | and | ?& ?){WHO})*)(?=\)|;|\.|$)")
ROUND_LINE = re.compile(
    r"\s*(?:(?:[-*•·–>]|\d{1,2}[.)])\s+)?(?P<label>[^\n\t]{2,30}?)"
    r"(?:\s?:|\s[=|–-]|\s?(?:->|=>|→)|\t|\s?\.{3,40}:?)(?:\s+|(?<=\t))(?P<value>\S[^\n]*?)\s*$"
)
NAMES_APART = re.compile(r", ?| en | and | ?& ?")


def entries(text: str, units: Sequence[Unit]) -> tuple[Entry, ...]:
    """The entries of all tables and forms among these units, in order."""
    found: list[Entry] = []
    for kind, run in _runs(text, units):
        if kind is UnitKind.ROW:
            found += table(text, run)
        else:
            found += form(text, [_line(text, unit) for unit in run])
    return tuple(entry for entry in found if entry.cells)


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
    heads = {id(head) for head, *below in blocks(text, units) if any(map(_is_theirs, below))}
    of_a_schedule = {unit.paragraph for unit in units if _tells_who_goes(text, unit)}
    fields = [
        unit
        for unit in units
        if (unit.label and (kind := field_of(unit.label)) and not (kind == "round" and unit.paragraph in of_a_schedule))
        or id(unit) in heads
    ]
    if any(unit.label for unit in fields):
        yield UnitKind.FIELD, _with_rounds(text, units, fields)


def _with_rounds(text: str, units: Sequence[Unit], fields: list[Unit]) -> list[Unit]:
    """Those lines of a form, and what stands between them for a round of which talk speaks as well: "1e ronde: A",
    "12.00 - 13.00: lokaal beleid"."""
    known = {id(unit) for unit in fields}
    places = [at for at, unit in enumerate(units) if id(unit) in known]
    return [
        unit
        for at, unit in enumerate(units)
        if id(unit) in known or (places[0] < at < places[-1] and _round_line(text, unit) is not None)
    ]


def _round_line(text: str, unit: Unit) -> tuple[str, tuple[int, int]] | None:
    """What such a line is called, and where its value stands."""
    line = ROUND_LINE.match(text, unit.start, unit.end) if unit.kind is not UnitKind.ROW else None
    return (line["label"], line.span("value")) if line and column_of(line["label"]) == "round" else None


def _tells_who_goes(text: str, unit: Unit) -> bool:
    """Whether a round's line is none of one person's form, but of a schedule: "Ronde 1: Piet A, Els en ik B"."""
    line = _round_line(text, unit)
    if unit.label and field_of(unit.label) == "round":
        start, end = _value_span(text, unit)
    elif line is not None:
        start, end = line[1]
    else:
        return False
    said = [who for who in (WHO_GOES.match(text, start, end), *WHO_BEHIND.finditer(text, start, end)) if who]
    return any(all(n.islower() or is_given(n) for n in NAMES_APART.split(who["who"])) for who in said)


def _is_theirs(unit: Unit) -> bool:
    """Whether a line below a name is one of a form: "   Functie: ...", and nobody else's name."""
    kind = field_of(unit.label) if unit.label else None
    return kind is not None and kind not in NAMING


def _line(text: str, unit: Unit) -> tuple[str, tuple[int, int]]:
    """What a form's line is called, and where its value stands; a name above the lines needs no label."""
    if unit.label and field_of(unit.label):
        return unit.label, _value_span(text, unit)
    return _round_line(text, unit) or ("naam", (unit.names[0].start, unit.names[0].end))


def _value_span(text: str, unit: Unit) -> tuple[int, int]:
    start = unit.start + text[unit.start : unit.end].find(unit.label) + len(unit.label)
    while start < unit.end and text[start] in "*_:? \t\n.…=>→-":
        start += 1
    return start, unit.end
