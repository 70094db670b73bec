"""What a clause can do with those of whom it speaks: they come, stay away, give up or hand over a seat, or none of it.

saying.py tells which of these it is.
"""

from enum import StrEnum
from typing import NamedTuple

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue


class Stance(StrEnum):
    """What a clause does with the people that it speaks of."""

    COMES = "comes"
    STAYS_AWAY = "stays_away"
    CANCELS = "cancels"
    REPLACES = "replaces"  # somebody takes somebody's seat
    BOOKED = "booked"  # said to be on the list already
    LATER = "later"  # expressly not now
    NOTHING = "nothing"


class Said(NamedTuple):
    """A clause, and what all rules about its stance ask of it.

    `coming`: the cues of coming or enrolling that mean it. `part`: it is about a round, a workshop, the lunch, a day
    off: to skip that is not to stay away. `denied`: a "not" stands in it. `about_event`: one of the events is meant
    ("willen op 30 maart ..."). `booked`: we have confirmed a registration of the writer's before.
    """

    clause: Clause
    coming: tuple[Cue, ...]
    part: bool
    denied: bool
    about_event: bool
    booked: bool
