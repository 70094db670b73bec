"""People told of in blocks: a line that begins with somebody's name, and below it a line for each thing of theirs.

Ida Tjeerdsma, beleidsmedewerker
06-22345672
Dieet: vegetarisch
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.reading.details import roles
from mailbot.reading.letter.labels import NAMING, field_of
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.text.late import late

Block = tuple[Unit, ...]  # the line with the name, and those below it

LEAD = " \t-*•·–>()." + "0123456789"  # what stands before a list's entries
BEHIND = re.compile(r"[^\S\n]*(?:$|[\n,;:(\[|/<–-])")  # behind a name of which the line says nothing more
# Who says something tells no more than what is somebody's
SPEAKS = late(r"\b(?i:ik|wij|we|mij|ons|u|jullie|my|us|you|please)\b|\bI\b(?!\.)|[?!]\s*$")
SHORT = 8  # words of such a line; more, if it has a label
FEWEST = 2  # blocks that make a list
UNDONE = ("absent", "stays", "unable", "cancel", "cancel_word")


def blocks(text: str, units: Sequence[Unit]) -> tuple[Block, ...]:
    """All of them, in order; a name with nothing below it is none."""
    found: list[list[Unit]] = []
    for unit in units:
        if _is_head(text, unit):
            found.append([unit])
        elif found and found[-1] and _is_detail(text, unit, found[-1][0]):
            found[-1].append(unit)
        else:
            found.append([])  # what stands below it belongs to no block
    return tuple(tuple(block) for block in found if len(block) > 1 or _has_lines(text, block))


def _has_lines(text: str, block: list[Unit]) -> bool:
    """Whether one unit has the name and the lines below it, for these begin with small letters."""
    return bool(block) and "\n" in text[block[0].start : block[0].end].strip()


def with_heads_listed(text: str, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Those units, the names at the head of several such blocks as the items of a list."""
    heads = {id(head) for head, *_ in blocks(text, units) if not head.label}
    if len(heads) < FEWEST:
        return units
    return tuple(replace(u, kind=UnitKind.ITEM) if id(u) in heads else u for u in units)


def _is_head(text: str, unit: Unit) -> bool:
    """Whether that line begins with one person's full name: "2. wethouder Ida Tjeerdsma (Ede)"."""
    if unit.kind is UnitKind.ROW or len(unit.names) != 1 or unit.has(*UNDONE):
        return False
    name = unit.names[0]
    if unit.label:  # "Naam: Ida Tjeerdsma"
        return field_of(unit.label) in NAMING and name.name.is_full
    behind = text[name.end : unit.end]
    if not name.name.is_full or not _are_short(behind) or not BEHIND.match(behind):
        return False
    before = text[unit.start : name.start].strip(LEAD)
    titles = roles(before, 0, len(before)) if before else ()
    return not before or (bool(titles) and not (before[: titles[0].start] + before[titles[-1].end :]).strip())


def _is_detail(text: str, unit: Unit, head: Unit) -> bool:
    if unit.kind is UnitKind.ROW or any(found.name.is_full for found in unit.names):
        return False
    if unit.paragraph != head.paragraph:
        return False
    if unit.kind is head.kind is UnitKind.ITEM and _indent(text, unit) <= _indent(text, head):
        return False  # "- Hui Min Tan", "- and yours truly"
    words = text[unit.start : unit.end]
    if words.rstrip().endswith(":"):
        return False  # "14.00 uur:", above others
    return bool(unit.label) or (_are_short(words) and not SPEAKS.search(words))


def _indent(text: str, unit: Unit) -> int:
    line = text[text.rfind("\n", 0, unit.start) + 1 : unit.end]
    return len(line) - len(line.lstrip(" \t"))


def _are_short(lines: str) -> bool:
    """Lines that begin with a small letter may hang together as prose does."""
    return all(len(line.split()) <= SHORT for line in lines.split("\n"))
