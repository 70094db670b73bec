"""Which clauses only lean to an event that the letter is not about: "misschien sluit ik in juni aan, maar daarvoor meld
ik me dan apart aan". They sign nobody up, and put nothing in doubt."""

import re
from collections.abc import Sequence

from mailbot.reading.letter.clauses import Clause

POINTS_BACK = re.compile(
    r"\b(?:daarvoor|daarvan|daarbij|daar|dat|die|hiervoor|dan|that|it|then|that one)\b", re.IGNORECASE
)


class Leanings:
    """Where they are. `events`, `leaning`: where the text points at an event that it is about, and at one that it
    only leans to."""

    def __init__(
        self, text: str, events: Sequence[tuple[int, int]] = (), leaning: Sequence[tuple[int, int]] = ()
    ) -> None:
        self.text, self.events, self.leaning = text, tuple(events), tuple(leaning)
        self.until = -1  # where the last such clause ended
        self.held: set[int] = set()  # where such clauses began

    def holds(self, clause: Clause) -> bool:
        """Whether that is one: it names such an event and no other; or it names none and goes on about that one."""
        if not self.leaning or clause.start in self.held:
            return bool(self.leaning)
        if any(clause.start <= start < clause.end for start, _ in self.events):
            return False
        if any(clause.start <= start < clause.end for start, _ in self.leaning):
            return True
        return clause.start == self.until and POINTS_BACK.search(self.text, clause.start, clause.end) is not None

    def note(self, clause: Clause) -> None:
        """Remember whether the next clause may go on about it."""
        if self.leaning:
            self.until = clause.end if self.holds(clause) else -1
            if self.until == clause.end:
                self.held.add(clause.start)
