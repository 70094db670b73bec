"""Where a text takes an event back for another: "... voor 30 maart. O nee, ik bedoel die van 20 juni"."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from mailbot.reading.text.late import late

if TYPE_CHECKING:
    from mailbot.reading.events.events import EventMention

FAR = 120  # characters between the slip and what it should be
NEAR = 24  # and behind a mere "sorry", which may be one for the late answer
CORRECTS = late(
    r"\b(?:o|oh|ach|of|eh|uh|hè|hé)\W{1,3}(?:nee|wacht|no|wait)\b|\b(?:nee|no)\W{1,3}(?:wacht|sorry|toch|wait)\b"
    r"|\b(?:ik|we|wij|i|natuurlijk|uiteraard)\s(?:bedoel|bedoelde|bedoelen|mean|meant)\b"
    r"|\b(?:bedoel|bedoelde)\s(?:ik|natuurlijk|uiteraard|die|de)\b|\b(?:vergis|vergiste)\s(?:ik\s)?(?:mij|me)\b"
    r"|\b(?:vergissing|correctie|rectificatie|correction)\b"
    r"|(?:^|[,.;:!?(–-]\s*|\b(?:no|please|or|rather)\s)make (?:that|it)\b|\bof liever(?: gezegd)?\b"
    r"|(?:^|[.!?;,])\s+(?:nee|no)\W{1,3}\Z|\b(?:het|dat) moet(?: dus)?(?: de| die van)?\s\Z",
    re.IGNORECASE,
)
SORRY = re.compile(r"\b(?:sorry|pardon|oeps|oops|foutje|actually)\b", re.IGNORECASE)
SAYS_MORE = re.compile(r"\b(?:ook|too|both|beide|daarnaast|tevens|kom|komt|komen|meld|schrijf)\b", re.IGNORECASE)


def standing(text: str, mentions: Sequence["EventMention"]) -> tuple["EventMention", ...]:
    """What the text says of events, without those mentions that it takes back."""
    telling = [mention for mention in mentions if len(mention.events) == 1]
    turns = [
        (slip.events, meant.start)
        for slip, meant in pairwise(telling)
        if slip.events != meant.events and _is_put_right(text, slip.end, meant.start)
    ]
    return tuple(m for m in mentions if not any(m.events == slip and m.start < at for slip, at in turns))


def _is_put_right(text: str, slip: int, meant: int) -> bool:
    """Whether what stands between two events says that the second was meant."""
    if meant - slip > FAR:
        return False
    between = text[slip:meant]
    turn = CORRECTS.search(between) or SORRY.search(between, max(0, len(between) - NEAR))
    return turn is not None and "\n\n" not in between and SAYS_MORE.search(between) is None
