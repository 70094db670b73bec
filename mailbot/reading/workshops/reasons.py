"""A workshop that is named only in why another was chosen: "ronde 2 graag A, want B kregen wij al op kantoor", "omdat B
bij ons al gegeven is, kies ik A"."""

import re
from collections.abc import Sequence
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.late import late
from mailbot.reading.workshops.sign import PLACING, Is, Sign

WHY = late(r"\b(?:want(?!\sto\b)|omdat|aangezien|because|since)\s")
EXPLAINS = late(r"\b(?:vandaar|daarom|dat is de reden|hence|that's why)\s?[.!]?\s*\Z")
TURNS = re.compile(r"[;\n]|[,.]\s|\b(?:dus|daarom|so|therefore)\b")  # there the reason ends


def explains(text: str, start: int, end: int) -> bool:
    """Whether that sentence tells why what was said before is so: "Els wil dan niet naast mij zitten, vandaar"."""
    return EXPLAINS.search(text, start, end) is not None


def reason_around(sign: Sign, signs: Sequence[Sign], text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the reason is in which that workshop stands, with no round and no wish of its own."""
    begun = list(WHY.finditer(text, start, sign.start))
    if not begun or TURNS.search(text, begun[-1].end(), sign.start):
        return None
    since, turn = begun[-1].start(), TURNS.search(text, sign.end, end)
    until = turn.start() if turn else end
    if any(since <= other.start < until for other in signs if other.kind in (*PLACING, Is.TIMES)):
        return None  # "want B doe ik daarna"
    return None if _wishes().search(text, since, until) else (since, until)


@cache
def _wishes() -> re.Pattern[str]:
    """ "... omdat ik B wil volgen", "want B doe ik ook"."""
    verb = any_of(words("choices", "going_verbs"))
    return re.compile(
        rf"\b(?:ik|we|wij|i)\b(?:[^.,;]{{0,60}}\s)?(?:{verb})\b|\b(?:{verb})\s(?:ik|we|wij)\b|\bgraag\b|\bi'd\b"
    )
