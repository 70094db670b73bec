"""Whose names stand beside each other, in a sentence's row or in the items of one list: "Jan Smit, Jan de Smit en Els
Vonk", "Jan de Fries en ik".

Elsewhere in a letter two forms of a name are mostly one person's. Whoever names two side by side means two.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count, pairwise

from mailbot.reading.account.people_words import ONESELF
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.names import Name, NameFound
from mailbot.reading.names.people import Roster
from mailbot.reading.text.late import late

BESIDE = r"(?:\s?\([^()\n]{1,60}\)|\s?<[^<>\s]{1,80}>)?"
KIN = r"(?:(?:mijn|onze?|zijn|haar|my|our|his|her|collega|collega['’]s)\s(?:[^\W\d_A-Z]+\s)?)?"
BETWEEN = late(rf"{BESIDE}(?:\s?[,;]\s|\s)(?:(?<=[,;]\s)|(?:en|and|&|\+|plus|und|et)\s){KIN}")
# Not so "Ik heet Els Bakker en ik kom graag"
AND_ONESELF = late(
    rf"{BESIDE},?\s(?:en|and|&|\+|plus|und|et)\s(?:ook\s|voor\s)?{ONESELF}\b(?!\s(?!op\b|voor\b|naar\b|graag\b|samen\b)\w*[^n\W]\b)"
)
INTRODUCES = late(r"\b(?:is|am|i['’]m|heet|ben|hjit|bin)\s(?:\w+\s)?\Z", re.IGNORECASE)
ONESELF_AND = late(rf"\b{ONESELF}\s(?:en|and|&|\+|plus)\s{KIN}\Z")
REACH = 40  # characters
IN_LISTS = (UnitKind.ITEM, UnitKind.ROW)


def put_side_by_side(text: str, units: Sequence[Unit], roster: Roster) -> None:
    """Tell a roster which names stand in one row, and so can't be one person's unless they are the same."""
    rows, number = defaultdict[Name, set[int]](set), count()
    for row in (*_in_lists(text, units), *(row for unit in units for row in _in_a_unit(text, unit, roster))):
        own = roster.writer is not None and roster.writer.name in row  # "Mevrouw Vonk en ik", from Els Vonk
        whole = [name for name in row if name.is_full or own]
        if len(set(whole)) > 1:
            at = next(number)
            for name in whole:
                rows[name].add(at)
    roster.rows = rows


def _in_lists(text: str, units: Iterable[Unit]) -> Iterable[list[Name]]:
    """Of each list, whom an item names first; the first item of a list without bullets is read as a sentence."""
    row: list[Name] = []
    for unit in units:
        head = unit.names[0] if unit.names else None
        alone = head is not None and text[unit.start : unit.end].strip() == text[head.start : head.end]
        if unit.kind not in IN_LISTS or head is None or unit.label:
            yield row
            row = []
        if head is not None and (unit.kind in IN_LISTS or alone) and not unit.label:
            row.append(head.name)
    yield row


def _in_a_unit(text: str, unit: Unit, roster: Roster) -> Iterable[list[Name]]:
    """The rows of a sentence; the writer stands in one who is spoken of there as "ik", "mijzelf"."""
    row: list[NameFound] = []
    for one, other in pairwise([*unit.names, None]):
        row.append(one)  # type: ignore[arg-type]  # None is only the last of them
        if other is None or not BETWEEN.fullmatch(text, row[-1].end, other.start):
            yield _with_writer(text, row, unit, roster)
            row = []


def _with_writer(text: str, row: list[NameFound], unit: Unit, roster: Roster) -> list[Name]:
    names = [found.name for found in row]
    start = row[0].start
    if INTRODUCES.search(text, max(unit.start, start - REACH), start):
        return names
    beside = AND_ONESELF.match(text, row[-1].end, unit.end) or ONESELF_AND.search(
        text, max(unit.start, start - REACH), start
    )
    return [*names, roster.writer.name] if beside and roster.writer is not None else names
