"""A workshop for which there will be another day: "A bewaar ik voor een volgende keer", "voor A komt vast een andere
gelegenheid". It is none of this day's.
"""

from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.late import late
from mailbot.reading.workshops.sign import BEARING, PLACING, Sign

ANOTHER_DAY = late(
    r"\b(?:andere|volgende|latere|another|next|other|later)\s(?:keer|gelegenheid|gelegenheden|dag|jaar|editie|time|occasion|opportunity|day|year)\b"
    r"|\b(?:ander|volgend|later)\s(?:moment|jaar)\b"
)
SO_THAT = late(r"\b(?:dus|daarom|vandaar|so|therefore)\s(?:[\w']+\s){0,4}?(?:die|deze|dat|daar|that|this)\b")
NOT = late(r"\b(?:niet|geen|not|no|never|nooit|n't)\b")
# "A heb ik een andere keer gemist": of a day before this one
BEFORE = late(r"\b(?:ook|weer|nog eens|opnieuw|again|vorige?|last|gemist|had|was|kon|konden|missed|couldn't)\b")


def is_put_off(sign: Sign, signs: list[Sign], clauses: Clauses) -> bool:
    """Whether its clause says so of that workshop, and tells no round of it."""
    start, end = clauses.clause_at(sign.start)
    end = max(end, sign.end)
    said = ANOTHER_DAY.search(clauses.text, start, end)
    if said is None or start <= said.start() < sign.start < said.end():
        return False
    since, until = (sign.end, said.start()) if sign.end <= said.start() else (said.end(), end)
    if any(since <= other.start < until for other in signs if other.kind in (*BEARING, *PLACING) and other is not sign):
        return False  # "A in ronde 1, en een volgende keer B"
    following = next((s.start for s in signs if s.kind in BEARING and s.start >= sign.end), None)
    if SO_THAT.search(clauses.text, max(sign.end, said.end()), following or clauses.sentence_at(sign.start)[1]):
        return False  # "volgend jaar gaan wij met A aan de slag, dus die workshop wil ik graag"
    return NOT.search(clauses.text, start, said.start()) is None and BEFORE.search(clauses.text, start, end) is None
