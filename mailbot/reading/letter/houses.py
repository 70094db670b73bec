"""Where a letter names houses that look like people: one that its author's mail domain spells, "Welcome Ter Apel" of
welcometerapel.org; one that stands behind the names of several in a list, "Els Bos, Bright Harbour".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from mailbot.domain.message import Address
from mailbot.reading.details import organisations
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.names import is_given
from mailbot.reading.names.mailboxes import person_at
from mailbot.reading.text.fold import fold

HEAD = re.compile(r"(?:^|\n)[^\w\n]*(?:\d{1,2}[.)]\s?)?\Z")
FIELD_BEFORE = re.compile(r"[,;|(\t–-]\s*\Z")
REACH = 12  # characters before a name in which a line begins, if it does


def houses_of_domain(text: str, author: Address) -> Iterator[tuple[int, int]]:
    """Where a text has the words, two and more, that its author's mail domain spells. Whoever has a domain of their own
    is somebody: "Fiona Vos" of fionavos.nl, and who heads a line where no header tells who writes."""
    own = person_at(author.name, author.email) if author.email else None
    for house in organisations(text, 0, len(text), email=author.email or None):
        words = fold(house.value)
        if house.kind != "domain" or " " not in words or is_given(words.split()[0]):
            continue
        if own is not None and own.surname and fold(own.surname) in words:
            continue
        for start, end in places_of(words, fold(text)):
            if own is not None or not HEAD.search(text[max(0, start - REACH) : start]):
                yield start, end


def houses_shared(text: str, told: Sequence[Unit]) -> list[tuple[int, int]]:
    """Where what only capitals tell to be a name stands behind several others, each at the head of an entry: nobody is
    listed twice, and a house is. Not so "Ronde 1: Els, Xulani Tembaka", "Wim Kok en Xulani Tembaka"."""
    listed: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for unit in told:
        if unit.kind not in (UnitKind.ITEM, UnitKind.ROW) or len(unit.names) < 2:
            continue
        first, *others = unit.names
        if ":" not in text[unit.start : first.start]:
            for found in others:
                if not found.sure and FIELD_BEFORE.search(text, first.end, found.start):
                    listed[fold(str(found.name))][fold(str(first.name))] = (found.start, found.end)
    return [span for behind in listed.values() if len(behind) > 1 for span in behind.values()]


def places_of(words: str, folded: str) -> Iterator[tuple[int, int]]:
    """Where those words stand in a text; both folded."""
    at = folded.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = folded.find(words, at + len(words))
