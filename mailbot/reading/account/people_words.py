"""The words and cue kinds by which a clause speaks of people without naming them."""

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue

# A pattern, to be put between others: whoever writes
ONESELF = r"(?:ik|ikzelf|mij|mijzelf|mezelf|ondergetekende|i|me|myself)"
PEOPLE = ("person", "companion")
# What is said of people in place of that they come: of whom a clause tells this, nobody is counted
NOT_OF_COMING = (
    "told", "talked", "past", "usual", "neg", "already", "no_companion", "part", "replace", "contact", "called",
)  # fmt: skip


def people_in(clause: Clause) -> list[Cue]:
    """The words for people in it, in order."""
    return [cue for cue in clause.cues if cue.kind in PEOPLE]
