"""What only says that a choice is meant so, and chooses nothing more: "twee keer A is met opzet", "(ja, twee keer)"."""

import re

from mailbot.reading.text.late import late
from mailbot.reading.workshops.patterns import listed
from mailbot.reading.workshops.record import Record
from mailbot.reading.workshops.sign import Is, Sign

# "(ja, twee keer dezelfde, dat is afgesproken)", behind what it is said of
ASSURING = late(
    r"\((?:ja|jawel|inderdaad|expres|bewust|met opzet|geen \w*fout\w*|geen vergissing|yes|indeed)\b[^()\n]*\)"
)
TWICE = re.compile(r"\b(?:twee|drie|2|3)\s?(?:keer|maal|x)\b|\b[23]x|\b(?:tweemaal|dubbel\w*|dezelfde|twice|same)\b")


def not_told_anew(signs: list[Sign], text: str, record: Record, start: int, end: int) -> list[Sign]:
    """The signs of the sentence [start, end) without those that only assure us of what was told."""
    asides = [match.span() for match in ASSURING.finditer(text, start, end)] if "(" in text[start:end] else []
    signs = [sign for sign in signs if not any(a <= sign.start < b for a, b in asides)]
    on_purpose = listed("on_purpose").search(text, start, end)
    if on_purpose is None or TWICE.search(text, start, on_purpose.start()) is None:
        return signs
    chosen = {m.workshop for m in record.found if m.sure and not (m.negated or m.past)}
    told = all(sign.workshop in chosen for sign in signs if sign.kind is Is.WORKSHOP)
    placed = any(sign.kind is Is.ROUND and sign.named for sign in signs)
    return [] if chosen and told and not placed else signs
