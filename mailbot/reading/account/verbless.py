"""What a few words that leave out their verb say by their last one: "Wim niet", "Sanne Vos wel", "ik eraf".

Whether those words are about coming at all depends on what was said before: that is ellipsis.py's to know.
"""

from mailbot.reading.account.stance import Said, Stance
from mailbot.reading.letter.clauses import Clause

FEW_LETTERS = 45  # "mijn collega's Wim Smit en Noor de Boer niet."
FEWER_LETTERS = 20  # "maar ik dus niet."
TAIL = 3  # characters: a full stop, a blank, a line end


def last_word(said: Said) -> Stance | None:
    """None: the clause has a verb, or its last word says nothing."""
    clause = said.clause
    if said.coming:
        return None
    if not _is_verbless(clause):
        return Stance.COMES if _is_willing(clause) and not (said.part or said.denied) else None
    ends = {cue.kind for cue in clause.cues if clause.end - cue.end <= TAIL and cue.language != "other"}
    if ("onto" in ends or "off" in ends) and (clause.names or _is_all_but_verb(clause)):
        return Stance.COMES if "onto" in ends else Stance.CANCELS  # "Sanne erop", "ik eraf"
    if clause.has("he") and not clause.names:
        return None
    if "neg" in ends and clause.has("roll", "called") and not clause.names:
        return None  # "dat ben ik niet": of what somebody was taken for
    if "neg" in ends or _is_no_more(clause) or _answers(clause, "says_no"):
        return Stance.STAYS_AWAY if clause.names or not clause.has("works") else None
    if not (clause.names or _joins(clause)) or clause.has("meant"):
        return None  # "Wim wilde eerst wel"
    return Stance.COMES if "indeed" in ends or _answers(clause, "says_yes") else None


def _is_no_more(clause: Clause) -> bool:
    """ "Wim niet meer"."""
    begun = {cue.start for cue in clause.cues if cue.kind == "neg"}
    return any(c.kind == "let_down" and c.start in begun and clause.end - c.end <= TAIL for c in clause.cues)


def _joins(clause: Clause) -> bool:
    """ "... en ik wel", "ik dus wel", behind the answers of others."""
    own = clause.first("i")
    return own is not None and (
        clause.has("roll", "says_yes") or any(c.kind == "myself_too" and c.start < own.start for c in clause.cues)
    )


def _answers(clause: Clause, kind: str) -> bool:
    """ "Wim Smit ja", "Noor de Boer nee (vakantie)": that word is the last one, but for what stands in brackets. Not so
    "Ja, goed idee Noor!", which is said to Noor."""
    answer = clause.first(kind)
    if answer is None or (clause.names and clause.names[0].start > answer.start):
        return False
    return all(cue.end <= answer.end for cue in clause.cues)


def _is_willing(clause: Clause) -> bool:
    """ "Wim Smit en Noor de Boer van ons team willen wel": where the words before were about coming, they come."""
    will = next((c for c in clause.cues if c.kind == "indeed" and clause.end - c.end <= TAIL), None)
    if will is None or not clause.names or clause.asks or clause.has("i", "me", "told", "wavers", "maybe", "past"):
        return False
    verbs = (cue for cue in clause.cues if cue.kind in ("modal", "may"))
    return any(0 <= will.start - verb.end <= 1 for verb in verbs)


def _is_verbless(clause: Clause) -> bool:
    few = FEW_LETTERS if clause.names else FEWER_LETTERS
    if clause.end - clause.start > few or (clause.opens and clause.names):
        return False
    if not (clause.names or clause.has("i", "he")):
        return False
    return not clause.has("remains", "stays", "wavers")  # "Wim blijft waar hij is", "Noor kiest liever niet"


def _is_all_but_verb(clause: Clause) -> bool:
    """ "Ik eraf": not so "ik verheug me erop"."""
    subject, place = clause.first("i", "he"), clause.first("onto", "off")
    return subject is not None and place is not None and 0 <= place.start - subject.end <= TAIL
