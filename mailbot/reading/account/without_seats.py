"""Who comes along and needs no seat: "u hoeft hen niet in te schrijven", "dus voor één persoon graag".

Without this, a partner who only travels along, and whom no list should have, would be waited for.
"""

import re

from mailbot.reading.account.account import Account
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.text.late import late

# "U hoeft hen niet in te schrijven", "die hoeft niet op de lijst"
NO_SEAT = late(
    r"\b(?:hen|ze|zij|die|deze|hij|hem|haar|them|they|he|she|him|her)\b.{0,40}?\b(?:niet|geen|not|no|n't)\b.{0,40}?"
    r"\b(?:inschrij\w*|in te schrijven|aanmeld\w*|aan te melden|op te nemen|te noteren|lijst|plek|plaats|stoel|badge"
    r"|mee|mee te tellen|mee\w*tel\w*|deel|deelnem\w*|deel te nemen|als deelnemer"
    r"|register\w*|sign\w* up|seats?|place|list|attend\w*|participat\w*|participants?|counted|join\w*)\b",
    re.IGNORECASE | re.DOTALL,
)
FOR_ONE = late(
    r"\b(?:dus|slechts|maar|alleen|only|just|so)\b[^,.;:!?\n]{0,25}?"
    r"(?:\b(?:één|eén|een|1|one) (?:persoon|plaats|plek|plekje|plaatsje|stoel|kaartje|person|seat|place|ticket)\b"
    r"|\b(?:voor|for) (?:mij|me|mezelf|mijzelf|myself)\b)",
    re.IGNORECASE,
)


def leave_out_companions(account: Account, text: str, units: tuple[Unit, ...]) -> None:
    """Count nobody without a name where the letter says that they need no seat: "met mijn partner in de trein, maar die
    gaat de stad in: voor één persoon"."""
    doubted = "companion" in account.doubts
    if not (account.companions or doubted or account.somebody):
        return
    clauses = [clause for unit in units for clause in unit.clauses]
    left_out = account.companions <= 1 and any(_are_not_registered(text, clause) for clause in clauses)
    if left_out or ((account.companions or doubted) and any(_is_for_one(text, clause) for clause in clauses)):
        account.companions, account.somebody = 0, account.somebody and not left_out
        account.doubts = [doubt for doubt in account.doubts if doubt != "companion"]


def _are_not_registered(text: str, clause: Clause) -> bool:
    """Whether a clause says that who comes along, and has no name, needs no seat."""
    if clause.names or clause.asks or clause.has("i", "me", "myself_too", "part"):
        return False
    return NO_SEAT.search(text, clause.start, clause.end) is not None


def _is_for_one(text: str, clause: Clause) -> bool:
    """Whether a clause says that only the writer is to have a seat: "dus voor één persoon reserveren"."""
    if clause.names or clause.asks or clause.has("person", "companion", "also_group"):
        return False
    return FOR_ONE.search(text, clause.start, clause.end) is not None
