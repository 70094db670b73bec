"""Whom an entry of a list names, and who of those is listed by it."""

import re

from mailbot.reading.letter.units import Unit
from mailbot.reading.names import NameFound
from mailbot.reading.text.late import late

WORKS_HERE = r"(?:(?:mijn|onze|ons|de|het|my|our|the)\s+(?:[\w-]+\s+){0,2}|(?:collega|colleague)\s+)?"
BEGINS = late(rf"(?:[,;&\n]|\b(?:en|and))\s*[\"“'‘]?{WORKS_HERE}\Z", re.IGNORECASE)
OF_ADDRESS = re.compile(r"@[\w.-]{3,50} ?[(\[]\Z")


def direct_names(text: str, unit: Unit) -> list[NameFound]:
    """The names of an entry that don't stand in an aside; that of "k.vos@x.nl (Kim Vos)" is none."""
    return [f for clause in unit.clauses for f in clause.names if not clause.aside or _has_address(text, f.start)]


def listed_in(text: str, unit: Unit) -> list[NameFound]:
    """Who of those named in an entry is listed by it: the first, or all who begin a part of an address list. No
    "Haarlem Inclusief" in "Els Bos, adviseur Haarlem Inclusief", no driver in "Els Bos, rijdt mee met Jan Kok"."""
    names = direct_names(text, unit) or list(unit.names)
    if not _is_address_list(text, unit):
        return names[:1]
    return [
        names[0],
        *(f for f in names[1:] if BEGINS.search(text, unit.start, f.start) or _has_address(text, f.start)),
    ]


def _has_address(text: str, at: int) -> bool:
    """Whether a mail address stands before the bracket that opens there."""
    return OF_ADDRESS.search(text, max(0, at - 60), at) is not None


def _is_address_list(text: str, unit: Unit) -> bool:
    said = text[unit.start : unit.end]
    return len(unit.names) > 1 and (
        said.count("@") > 1 or said.count(";") >= 1 or len(unit.names) - 1 <= said.count(",") + said.count(" en ")
    )
