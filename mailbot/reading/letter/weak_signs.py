"""Words that mean an event only where somebody signs up with them: "voor de avond", "in het stadhuis", "naar de hitte".

Elsewhere they are of anything: "voor de avond ben ik weer thuis", "ik werk in het stadhuis", "ik ijver voor de wijk".
"""

import re
from collections.abc import Iterable, Sequence

from mailbot.reading.events.events import EventMention
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit

SIGNS_UP = ("enrol", "enrol_noun", "seat", "me", "polite", "wish")
# By which kind of sign: what its clause must have
NEEDED = {
    "part": ("attend", "cancel", "absent", *SIGNS_UP[:3]),
    "building": ("attend", *SIGNS_UP[:3]),
    "topic": SIGNS_UP[:3],
}
GOES_ON = re.compile(r"[ \t]+[A-ZÀ-Þ0-9]")  # "een plek voor de wijk Lombok"
BESIDE = 2  # characters between a word that signs up and what it is for


def meant(
    text: str, mentions: Sequence[EventMention], units: Iterable[Unit], workshops: Sequence[tuple[int, int]]
) -> tuple[EventMention, ...]:
    """Those mentions without the weak ones that nobody signs up with; and none beside a workshop, for which the part
    of the day is a round."""
    clauses = [(before, clause) for unit in units for before, clause in _with_before(unit)]
    told = any(m.events and m.by not in NEEDED for m in mentions)
    return tuple(
        m
        for m in mentions
        if m.by not in NEEDED
        or (
            _is_asked_for(m, clauses, workshops)
            and not (told and len(m.events) > 1)  # "voor de middag", of 20 June
            and not (m.by == "topic" and GOES_ON.match(text, m.end))
        )
    )


def _with_before(unit: Unit) -> Iterable[tuple[Clause | None, Clause]]:
    return zip((None, *unit.clauses), unit.clauses, strict=False)


def _is_asked_for(
    mention: EventMention, clauses: Iterable[tuple[Clause | None, Clause]], workshops: Sequence[tuple[int, int]]
) -> bool:
    before, clause = next(((b, c) for b, c in clauses if c.start <= mention.start < c.end), (None, None))
    if clause is None or any(clause.start <= start < clause.end for start, _ in workshops):
        return False
    needed = NEEDED[mention.by]
    if not clause.cues and before is not None:
        return before.has(*needed)  # "zet mij niet op de lijst voor de ochtend, maar voor de avond"
    if not clause.has(*needed):
        return False
    return mention.by != "topic" or _is_what_for(mention, clause)


def _is_what_for(mention: EventMention, clause: Clause) -> bool:
    """Whether that stands right behind a word that signs up, or begins its clause: not "het platform voor de wijk"."""
    return mention.start - clause.start <= BESIDE or any(
        cue.kind in SIGNS_UP and cue.start < mention.start <= cue.end + BESIDE for cue in clause.cues
    )
