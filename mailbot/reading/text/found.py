"""One value as it was read, with its place: what the extractors of details hand to the reader."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mailbot.reading.text.room import in_order

# A full stop that belongs to the value: "veg.", "B.V.", "a.u.b."; any other ended the sentence.
ABBREVIATION = re.compile(r"(?:^|[\s.])[^\s.]{1,3}\.$")


@dataclass(slots=True, unsafe_hash=True)  # not frozen: made that way, each takes three times as long
class Found:
    """`value` as one would print it, read at [start, end) of the text. `kind`: what sort, as the function that found
    it says. `negated`: named, but taken back or denied ("mijn glutenvrije lunch mag u schrappen")."""

    value: str
    start: int
    end: int
    kind: str = ""
    negated: bool = False


def without_overlaps(found: Iterable[Found]) -> tuple[Found, ...]:
    """Those, in order of place, the earlier given first where two overlap."""
    return tuple(in_order(found))


def tidy(text: str) -> str:
    """That text on one line, without what only holds it apart from its neighbours."""
    plain = " ".join(text.split()).strip(" ,;:-|\"'“”•*").strip()
    plain = plain.removesuffix(")") if "(" not in plain else plain
    return plain[:-1] if plain.endswith(".") and not ABBREVIATION.search(plain) else plain
