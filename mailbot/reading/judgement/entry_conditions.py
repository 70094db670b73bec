"""Does somebody in a list come only if something turns out so? "2. Wim Smit (alleen als Els uitvalt)", "Els Bos (mits
haar chef akkoord gaat)": not so "(als raadslid)", "(vegetarisch, als het kan)", "(als adviseur betrokken)".

What hangs on a condition in a sentence is conditions.py's.
"""

import re
from collections.abc import Iterator
from functools import cache

from mailbot.reading.details import diets, needs
from mailbot.reading.letter.units import Unit

WHOSE = r"(?:haar|zijn|hun|mijn|onze|ons|de|hij|zij|ze|ik|er niemand|niemand|her|his|their|my|our|the|he|she|they|i)\b"
POLITELY = r"(?:u|jullie|je|het|dat|dit|er|nodig|gewenst|mogelijk|it|you|possible|needed)\b"
OF_A_PART = re.compile(r"\b(?:workshops?|rondes?|rounds?|lunch|borrel)\b", re.IGNORECASE)


def conditions_in(text: str, unit: Unit) -> Iterator[tuple[int, int]]:
    """Where such conditions stand, in brackets of an item of a list."""
    if unit.has("part"):
        return
    for clause in unit.clauses:
        found = _if().match(text, clause.start, clause.end) if clause.aside else None
        if found is not None and not (OF_A_PART.search(found[0]) or diets(found[0]) or needs(found[0])):
            yield found.span("half")


@cache
def _if() -> re.Pattern[str]:
    """What is no condition without "alleen", but a function, has no subject: "als raadslid", "als Els uitvalt"."""
    only = r"(?:alleen|enkel|slechts|only)\s(?:als|indien|wanneer|if|when)"
    return re.compile(
        rf"[\s(,;–-]*(?:(?i:{only}|mits|tenzij|indien|zodra|unless|provided(?:\sthat)?)\s(?!(?i:{POLITELY}))"
        rf"|(?i:als|wanneer|if|when)\s(?=(?i:{WHOSE})|[A-Z]\w+\s\w+(?:t|en|s)\b))(?P<half>[^,;()]{{2,80}})"
    )
