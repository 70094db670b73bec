"""Names that no list has, told by whom they come with: "Sinazo Buren en Wim Smit", "Lwazi Burger en ik".

Elsewhere two such words may be a house in a town, so these are never sure: a person looks.
"""

import re
from collections.abc import Iterator

from mailbot.reading.names.list_lines import CAPITAL, can_be_called
from mailbot.reading.names.person_name import INFIX_IN_LIST, Name, is_given, split_plain
from mailbot.reading.text.late import late

NAME = rf"(?P<name>{CAPITAL}(?: {INFIX_IN_LIST}){{0,3}} {CAPITAL})"
AND = r"(?:en|and|&)"
BEFORE = re.compile(rf"(?:(?<![\w@.-]){NAME}) {AND} \Z")
BEHIND = re.compile(rf" {AND} {NAME}(?=[ ,.;:!?)\n]|\Z)")
AND_I = late(rf"(?<![\w@.-]){NAME}(?= (?:en ik|and I)\b)")
LONGEST = 70  # characters


def names_in_company(text: str, start: int, end: int, found: list[tuple[int, int]]) -> Iterator[tuple[Name, int, int]]:
    """Such names in text[start:end], and where. `found`: where the names stand that are known."""
    hits = [BEFORE.search(text, max(start, first - LONGEST), first) for first, _ in found]
    hits += [BEHIND.match(text, last, end) for _, last in found]
    if text.find(" en ik", start, end) >= 0 or text.find(" and I", start, end) >= 0:
        hits += AND_I.finditer(text, start, end)
    for hit in hits:
        words = hit["name"].split() if hit else []
        if hit and not is_given(words[0]) and can_be_called(words) and not words[-1].isupper():
            yield split_plain(words), *hit.span("name")
