"""What the writer once thought or said, and no longer does: "eerst dacht ik: dat gaat niet lukken", "ik was bang dat ik
niet kon". Nobody stays away for that; what holds now, other words say."""

import re

from mailbot.reading.letter.clauses import Clause

TURNS = re.compile(r"[\s(]*(?:maar|doch|echter|but|yet|toch|nu|inmiddels|now)\b", re.IGNORECASE)


def is_only_believed(text: str, clause: Clause, believed_until: int) -> bool:
    """Whether a clause tells of such a thought, or is the thought itself, behind one that ended at `believed_until`
    with "dacht ik:"."""
    if clause.has("believed"):
        return True
    return clause.start == believed_until and TURNS.match(text, clause.start, clause.end) is None
