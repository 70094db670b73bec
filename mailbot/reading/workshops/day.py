"""The day of an event: which rounds lie before and after its lunch, in its morning and its afternoon."""

from collections.abc import Iterable
from itertools import pairwise

from mailbot.domain.event import Event, Round
from mailbot.reading.lexicon import words
from mailbot.reading.workshops.patterns import listed

NOON = 13  # o'clock: what begins before it, and ends by it, is of the morning


def around_lunch(event: Event) -> dict[str, int]:
    """Which round is the last before lunch and which the first after it: lunch is the long gap around midday."""
    ordered = sorted(event.rounds, key=lambda round: round.starts)
    for earlier, later in pairwise(ordered):
        gap = (later.starts - earlier.ends).total_seconds()
        if gap >= 30 * 60 and 11 <= earlier.ends.hour <= 14:
            return {"before_lunch": earlier.number, "after_lunch": later.number}
    return {}


def halves(rounds: Iterable[Round]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The rounds of the morning, and those of the afternoon."""
    ordered = sorted(rounds, key=lambda round: round.starts)
    early = [r.number for r in ordered if r.starts.hour < NOON and r.ends.hour <= NOON]
    return tuple(early), tuple(r.number for r in ordered if r.number not in early)


def tells_breaks_apart(folded: str) -> bool:
    """Whether a break is spoken of beside lunch: then it is that of the morning, where a round stands behind it."""
    told = {match[0] for match in listed("after_lunch").finditer(folded, 0, len(folded))}
    breaks = told & set(words("choices", "after_break"))
    return bool(breaks) and breaks < told
