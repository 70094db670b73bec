"""One sign by which people choose, as data: found by signs.py and round_signs.py, given sense by the rest."""

from dataclasses import dataclass
from enum import Enum


class Is(Enum):
    """What a sign is."""

    WORKSHOP = "workshop"
    OTHER_WORKSHOP = "the other one"
    ALL_WORKSHOPS = "both of them"
    SAME = "same as another"
    SWAP = "the other way round"
    NOTHING = "nothing"
    ROUND = "round"
    ANY_ROUND = "any round"
    RELATIVE = "a round by what goes before"  # "eerst", "daarna", "tot slot", "ertussenin", "de overige rondes"
    PART = "morning or afternoon"
    ORDINAL = "an ordinal without its noun"  # "de tweede": of the rounds, or of the workshops, as before
    TIMES = "how many times"
    SEQUENCE = "in that order"


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign at [start, end): `workshop` a slug, `rounds` numbers, as far as it has them.

    `relation` of a RELATIVE: first | next | last | between | rest; of a PART: from (somebody is there from then on).
    `part`: of a round told by its place around lunch, all rounds that this can be said of.
    A SAME has the round in `rounds` whose choice is meant ("dezelfde als in ronde 1"), 0 for the first that was told.
    `sure`: by itself it is a choice; otherwise only
    where workshops are being spoken of. `named`: a round called so, not only a clock time or lunch, which also say
    when somebody comes or goes. `numbered`: a workshop by its number; `ordinal`: by "first" and the like.
    """

    kind: Is
    start: int
    end: int
    workshop: str = ""
    rounds: tuple[int, ...] = ()
    part: tuple[int, ...] = ()
    relation: str = ""
    sure: bool = True
    named: bool = True
    numbered: bool = False
    ordinal: bool = False


BEARING = (Is.WORKSHOP, Is.OTHER_WORKSHOP, Is.ALL_WORKSHOPS, Is.SAME, Is.SWAP)
PLACING = (Is.ROUND, Is.ANY_ROUND, Is.RELATIVE)
