"""Does a clause ask something that somebody must answer, or is it a request in the form of a question?

"Wilt u mij inschrijven?", "kan dat nog worden aangepast?" and "is er nog plaats?" are answered by what we do; "is er
een ringleiding?" and "krijgen deelnemers een bewijs?" are not.
"""

from mailbot.reading.account.stance import Stance
from mailbot.reading.letter.clauses import Clause

DONE = frozenset({Stance.COMES, Stance.CANCELS, Stance.REPLACES})


def awaits_answer(clause: Clause, stance: Stance) -> bool:
    """Whether a clause of that stance asks for something that only words can answer."""
    if clause.has("asks_of") and not clause.has("receipt"):
        return True
    return clause.asks and not _is_request(clause, stance)


def _is_request(clause: Clause, stance: Stance) -> bool:
    """Whether something is to be done by which the question is answered."""
    if clause.has("informs"):
        return False  # "kunt u mij vertellen hoe ik mij aanmeld?"
    if stance is Stance.REPLACES and clause.names:
        return True  # "kan Wim in mijn plaats komen?"
    if clause.has("booking") and clause.has("change"):
        return True  # "kunnen mijn workshops worden omgedraaid?"
    politely = clause.has("polite", "may") or _begins_with_deed(clause)
    if politely and (stance in DONE or clause.has("do_it", "receipt", "change", "spelling")):
        return True
    return clause.has("place_left")


def _begins_with_deed(clause: Clause) -> bool:
    """ "Voegt u mij toe?", "verwerken jullie mijn deelname?": a verb of what we are to do comes first."""
    return any(cue.kind == "enrol" and cue.start - clause.start <= LEAD for cue in clause.cues)


LEAD = 3  # characters: a blank, a bracket
