"""What the writer once thought, said or planned, and no longer does: "eerst dacht ik: dat gaat niet lukken", "ik was
bang dat ik niet kon", "ik zou de dertigste komen". Nobody stays away for such a thought, and nobody comes by such a
plan; what holds now, other words say."""

import re

from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.text.late import late

# Not so "ik zou graag komen", "wij zouden willen komen": that is how one asks
PLANNED = late(
    r"\b(?:ik|wij|we)\s+(?:(?:eigenlijk|ook|eerst|dus|namelijk)\s+)?zou(?:den)?\b"
    r"|\bzou(?:den)?\s+(?:ik|wij|we)\b|\bdat\s+(?:ik|wij|we)\s+(?:[\w'’]+\s+){0,6}?zou(?:den)?\b"
    r"|\b(?:I|we)\s+(?:was|were)\s+(?:due|supposed|meant|going|scheduled|set|planning)\s+to\b",
    re.IGNORECASE,
)
WISHES = re.compile(
    r"\b(?:graag|dolgraag|liefst|liever|willen|wel|kunnen|mogen|moeten|hopen|leuk|fijn|mooi|prettig|best|als|mits|indien"
    r"|love|like|happy|glad|if)\b",
    re.IGNORECASE,
)
TURNS = re.compile(r"[\s(]*(?:maar|doch|echter|but|yet|toch|nu|inmiddels|now)\b", re.IGNORECASE)


def is_only_believed(text: str, clause: Clause, believed_until: int) -> bool:
    """Whether a clause tells of such a thought, or is the thought itself, behind one that ended at `believed_until`
    with "dacht ik:"."""
    if clause.has("believed"):
        return True
    return clause.start == believed_until and TURNS.match(text, clause.start, clause.end) is None


def was_planned(text: str, clause: Clause) -> bool:
    """Whether a clause tells of a coming that was planned: who was to come is on the list, and what has come of it is
    still to be said ("ik zou de dertigste komen, maar ...")."""
    coming = coming_cues(clause)
    if not coming or any(cue.kind != "attend" for cue in coming) or clause.asks:
        return False
    if clause.names or clause.has("polite", "hereby", "if", "maybe", "perhaps", "seat", "enrol", "neg", "part"):
        return False
    return tells_of_plan(text, clause)


def tells_of_plan(text: str, clause: Clause) -> bool:
    """Whether the writer was to do something by it: "dat wij zouden komen, gaat niet door"."""
    said = PLANNED.search(text, clause.start, clause.end)
    return said is not None and WISHES.search(text, clause.start, clause.end) is None
