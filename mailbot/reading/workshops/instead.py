"""What stands between two of which the one comes in the place of the other: "ronde 1 in plaats van de laatste"."""

import re

from mailbot.reading.workshops.patterns import any_in

SMALL = re.compile(r"[\s,(]*(?:(?:in|om|de|het|the|at|dus|van|voor)\s){0,3}")


def in_place_of(text: str, start: int, end: int) -> bool:
    """Whether nothing but that stands there: " in plaats van ", ", i.p.v. in "."""
    said = any_in("in_place_of").search(text, start, end)
    return said is not None and SMALL.fullmatch(f"{text[start : said.start()]}{text[said.end() : end]}") is not None
