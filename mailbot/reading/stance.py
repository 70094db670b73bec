"""What a clause says about coming: whether those spoken of come, stay away, give up or hand over a seat, or none of it.

The pieces are cue phrases (lexicon/cues.*.toml); here is how they combine: a verb of coming or enrolling, turned by a
negation, undone by "already" or "not yet", and overruled by words that only look like it ("kwam ik tegen").
"""

from enum import StrEnum

from mailbot.reading.cues import Cue
from mailbot.reading.units import Clause


class Stance(StrEnum):
    """What a clause does with the people that it speaks of."""

    COMES = "comes"
    STAYS_AWAY = "stays_away"
    CANCELS = "cancels"
    REPLACES = "replaces"  # somebody takes somebody's seat
    BOOKED = "booked"  # said to be on the list already
    LATER = "later"  # expressly not now
    NOTHING = "nothing"


def stance_of(clause: Clause) -> Stance:
    """The first of these that holds decides: what undoes a thing is said with the words of what it undoes."""
    coming = coming_cues(clause)
    if clause.has("self_not"):
        return Stance.CANCELS if clause.has("cancel") else Stance.STAYS_AWAY
    if clause.has("remains"):
        return Stance.BOOKED
    if clause.has("replace"):
        return Stance.REPLACES
    if clause.has("cancel"):
        return Stance.CANCELS
    if clause.has("later") and (coming or clause.has("enrol_noun", "neg")):
        return Stance.LATER
    if clause.has("absent"):
        return Stance.STAYS_AWAY
    if clause.has("already"):
        return Stance.BOOKED
    if coming and negates(clause, coming):
        return Stance.STAYS_AWAY
    if coming or (clause.has("enrol_noun") and clause.has("hereby")):
        return Stance.COMES
    return Stance.STAYS_AWAY if clause.has("stays") else Stance.NOTHING


def coming_cues(clause: Clause) -> tuple[Cue, ...]:
    """The cues of coming or enrolling that aren't part of a phrase meaning something else."""
    others = [cue for cue in clause.cues if cue.kind == "elsewhere"]
    return tuple(
        cue
        for cue in clause.cues
        if cue.kind in ("attend", "enrol") and not any(o.start <= cue.start < o.end for o in others)
    )


def negates(clause: Clause, coming: tuple[Cue, ...]) -> bool:
    """Whether the coming itself is negated. "Geen" denies the noun after it (a diet, a preference), not the coming."""
    return any(cue.kind == "neg" and _reaches(cue, coming, clause) for cue in clause.cues)


def _reaches(negation: Cue, coming: tuple[Cue, ...], clause: Clause) -> bool:
    return True


def speaks_of_writer(clause: Clause) -> bool:
    """Whether the writer is among those who come: object of enrolling, subject of coming."""
    if clause.has("me", "myself_too", "we"):
        return True
    return clause.has("i") and clause.has("attend", "absent", "self_not")
