"""What a clause says about coming: who is spoken of, and whether they come, stay away, or it isn't sure.

The pieces are cue phrases (lexicon/cues.*.toml); here is how they combine: a verb of coming or enrolling with its
subject, turned by a negation, weakened by a condition, undone by "already" or "later".
"""

from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Said:
    """A clause's stance, and of whom it is said beside the names in it. `enrols`: asks us to put somebody on the list."""

    stance: Stance
    writer: bool = False
    we: bool = False
    others: bool = False  # he, she, they
    enrols: bool = False
    doubtful: bool = False
    asks: bool = False


def said(clause: Clause) -> Said:
    """What the clause says about coming."""
    return Said(
        stance_of(clause),
        writer=speaks_of_writer(clause),
        we=clause.has("we"),
        others=clause.has("they"),
        enrols=clause.has("enrol"),
        doubtful=clause.has("maybe", "reserve"),
        asks=clause.asks,
    )


def stance_of(clause: Clause) -> Stance:
    """The first of these that holds decides: what undoes something is said with the words of what it undoes."""
    comes = clause.has("attend", "enrol")
    negated = clause.has("neg") and comes
    if clause.has("self_not"):
        return Stance.CANCELS if clause.has("cancel") else Stance.STAYS_AWAY
    if clause.has("replace"):
        return Stance.REPLACES
    if clause.has("cancel"):
        return Stance.CANCELS
    if clause.has("later") and (comes or clause.has("enrol_noun") or negated):
        return Stance.LATER
    if clause.has("absent"):
        return Stance.STAYS_AWAY
    if clause.has("already"):
        return Stance.BOOKED
    if negated and not _negates_something_else(clause):
        return Stance.STAYS_AWAY
    if comes:
        return Stance.COMES
    return Stance.STAYS_AWAY if clause.has("stays") else Stance.NOTHING


def _negates_something_else(clause: Clause) -> bool:
    """ "geen vlees": the word straight before a thing; the coming itself is negated by "niet", or before a seat."""
    return False


def speaks_of_writer(clause: Clause) -> bool:
    """Whether the writer is (one of) the subject(s): the object of enrolling, the subject of coming."""
    if clause.has("me", "myself_too"):
        return True
    return clause.has("i") and clause.has("attend", "absent", "self_not")
