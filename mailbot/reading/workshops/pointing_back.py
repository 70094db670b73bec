"""A workshop that was only spoken of is chosen by pointing at it: "... en daarom wordt het die", "daar wil ik graag
heen", "I'll take that one".
"""

import re
from dataclasses import replace
from itertools import takewhile

from mailbot.reading.text.late import late
from mailbot.reading.workshops.found import CHOICE
from mailbot.reading.workshops.record import Record

THAT = r"(?:die|deze|dat|daar|that|this|that one|this one)"
ENDS = r"(?=\s?(?:$|[.,;:!)\n]|graag\b|dus\b|dan\b))"
# "Wordt het die", "kies ik voor die", "I'll take that one"
TAKES_THAT = late(
    r"\b(?:(?:wordt|werd) het|het (?:wordt|werd)|(?:kies|neem|volg|doe) (?:ik|we|wij)|doe (?:mij|me|ons)"
    r"|(?:ga|gaan) (?:ik|we|wij)|(?:i'll|i will|i'd like to|we'll) (?:take|choose|do|join|attend)"
    r"|i(?:'m going| am going| go|'ll go) (?:for|to)|it(?:'s| is| will be|'ll be))\s"
    rf"(?:(?:dan|dus|daarom|toch|maar|voor|naar|graag|then|so|just)\s){{0,4}}"
    rf"{THAT}(?:\s(?:heen|naartoe|naar toe))?{ENDS}"
)
# "Daar wil ik graag heen", "die lijkt mij wat": at the head of a sentence
THAT_IS_WISHED = re.compile(
    r"\W*(?:(?:en|dus|maar|and|so)\s)?(?:daar|die|deze|dat|hem)\s"
    r"(?:wil|zou|ga|kies|volg|neem|doe|meld|schuif|sluit|wordt)\b[^.;!?\n]{2,80}$"
)
NOT = late(r"\b(?:niet|geen|niets|not|no|never|nooit|n't|later|misschien|maybe|al)\b")


def point_back(record: Record, text: str, start: int, end: int) -> None:
    """Choose the workshop that was spoken of last where that sentence, which names none, points at it."""
    last = next((m for m in reversed(record.found) if m.kind == CHOICE), None)
    if last is None or last.sure or last.negated or last.past or "\n\n" in text[last.end : start]:
        return
    said = TAKES_THAT.search(text, start, end) or THAT_IS_WISHED.match(text[:end].rstrip(" .!\n"), start)
    if said is None or NOT.search(text, start, end):
        return
    meant = [last]
    if said.re is THAT_IS_WISHED:  # "Er zijn workshops over A en B. Die volg ik graag": all that were spoken of there
        meant = list(takewhile(lambda m: m.kind == CHOICE and not m.sure, reversed(record.found)))
    record.found = [replace(m, sure=True) if m in meant else m for m in record.found]
