"""Does a clause only ask about coming? "Mogen studenten ook komen?", "kan ik kosteloos annuleren?", "laat u mij weten
of hij op de lijst staat?" put nobody on the list, and take nobody off.
"""

from mailbot.reading.letter.clauses import Clause

OWN = ("i", "me", "we", "us", "myself_too")
TAIL = 3  # characters: a blank, a bracket


def asks_about_others(clause: Clause) -> bool:
    """ "Mogen studenten ook komen?", "komt er een verslag?": nobody in particular is meant, no seat is asked for."""
    if clause.asks and clause.has("must_i"):
        return True  # "moet ik mij aanmelden, of kan ik zo binnenlopen?"
    if clause.asks and not clause.names and not clause.has("enrol", "seat") and _asks_for_a_thing(clause):
        return True  # "is er bij de Jaarbeurs een garage waar we een kaart voor krijgen?"
    if clause.names or clause.has("i", "me", "we", "us", "him", "he", "hereby", "mine", "party", "companion"):
        return False
    coming = clause.asks and clause.has("attend") and not clause.has("polite")
    plain = clause.has("enrol", "seat", "cancel", "replace")
    general = clause.asks and (coming or clause.has("person", "you")) and not plain
    return clause.has("may_they") or general


def _asks_for_a_thing(clause: Clause) -> bool:
    """ "Is er bij de Jaarbeurs een garage ...": what looks like "erbij zijn" asks whether something is there."""
    there = clause.first("there")
    return there is not None and there.start - clause.start <= TAIL


def asks_how_to_leave(clause: Clause) -> bool:
    """ "Kan ik kosteloos annuleren?", "wat als ik verhinderd ben?": not so "kan mijn aanmelding vervallen?"."""
    return (
        clause.asks
        and clause.has("may_i")
        and clause.has("cancel", "absent", "self_not", "unable")
        and not clause.names
    )


def enquires(clause: Clause) -> bool:
    """Whether all that is said of coming is what somebody would know of others: "ik hoor graag of hij bekend is als
    deelnemer". Not so "laat u mij weten of ik erbij kan zijn"."""
    asked = clause.first("asks_of")
    if asked is None:
        return False
    said = [cue for cue in clause.cues if cue.kind in ("attend", "enrol", "already", "seat", "absent", "cancel")]
    if not said or clause.has("self_not", "stays") or any(cue.start < asked.end for cue in said):
        return False
    return not any(cue.kind in OWN and cue.start >= asked.end for cue in clause.cues)
