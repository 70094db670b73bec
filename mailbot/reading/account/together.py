"""For whom the writer speaks: "mede namens Wim Smit ... wij komen allebei", "Wim vroeg of ... dat doe ik hierbij"."""

import re
from collections.abc import Sequence

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person

BOTH = re.compile(
    r"\b(?P<two>allebei|beiden?|tweeën|both|the two of us)\b|\b(?:alle drie|drieën|all three|the three of us)\b",
    re.IGNORECASE,
)
THAT_I_DO = re.compile(
    r"[\s,(]*(?:en |and )?(?:dus |so )?(?:dat|dit|that|this) (?:doe ik|doen wij|doen we|i do)\b"
    r"|[\s,(]*(?:dus |en |nou |so )?(?:bij de[sz]en?|bij dit|hierbij|hiermee|waarvan akte|hereby)"
    r"(?: (?:dus|dan|maar|ook|alsnog|graag|then))*[\s.!]*\Z",
    re.IGNORECASE,
)


def both(text: str, clause: Clause, spoken_for: Sequence[Person]) -> list[Person]:
    """Whom "wij allebei", "ons beiden", "alle drie" in a clause means beside the writer, who speaks for as many."""
    found = BOTH.search(text, clause.start, clause.end)
    if found is None or not clause.has("we", "us"):
        return []
    return list(spoken_for) if len(spoken_for) == (1 if found["two"] else 2) else []


def is_done_hereby(text: str, clause: Clause) -> bool:
    """ "Wim vroeg of ik hem wil opgeven, dus dat doe ik bij dezen"."""
    return THAT_I_DO.match(text[clause.start : clause.end]) is not None
