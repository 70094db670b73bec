"""What one can register for: events, their rounds and workshops, as the configuration announces them.

All times are aware. Capacities here are what the configuration says *now*; what is taken is the ledger's.
"""

from dataclasses import dataclass
from datetime import date, datetime
from string import ascii_uppercase


@dataclass(frozen=True, slots=True)
class Round:
    """A time slot in which each workshop can be given. `number` is what people write ("ronde 2").

    The rounds of a course are on days of their own.
    """

    number: int
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Workshop:
    """A workshop; `capacity` is in seats per round, `rounds` the numbers of the rounds that it is given in."""

    slug: str
    title: str
    capacity: int
    rounds: tuple[int, ...]
    by: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """An announced event. `workshops` stand in the order of the announcement: the first is A, the second B."""

    slug: str
    title: str
    starts: datetime
    ends: datetime
    location: str
    capacity: int
    waitlist: bool
    doors: datetime | None = None
    opens: datetime | None = None
    closes: datetime | None = None
    url: str | None = None
    aliases: tuple[str, ...] = ()
    rounds: tuple[Round, ...] = ()
    workshops: tuple[Workshop, ...] = ()

    def __hash__(self) -> int:
        """By its name alone: what was made of an event is looked up some fifty times while one mail is read."""
        return hash(self.slug)

    def workshop(self, slug: str) -> Workshop:
        """The workshop of that slug. Raises KeyError where there is none."""
        for workshop in self.workshops:
            if workshop.slug == slug:
                return workshop
        raise KeyError(slug)

    def letter(self, slug: str) -> str:
        """The letter by which people can choose that workshop: "A" for the first of the announcement."""
        return ascii_uppercase[[w.slug for w in self.workshops].index(slug)]

    def choices(self) -> tuple["Choice", ...]:
        """Every workshop in every round that it is given in, by round, then in the order of the announcement."""
        return tuple(
            Choice(round.number, workshop.slug)
            for round in self.rounds
            for workshop in self.workshops
            if round.number in workshop.rounds
        )

    def days(self) -> tuple[date, ...]:
        """The days on which it begins, or a round of it does, in order."""
        return tuple(sorted({self.starts.date(), *(round.starts.date() for round in self.rounds)}))

    def sessions(self) -> dict[int, str]:
        """The workshop of each round, where each round has one and each workshop one round: the sessions of a course.
        Empty where people choose between workshops."""
        given = {workshop.rounds[0]: workshop.slug for workshop in self.workshops if len(workshop.rounds) == 1}
        course = len(given) == len(self.workshops) == len(self.rounds) > 1
        return given if course else {}

    def gives(self, choice: "Choice") -> bool:
        """Whether that workshop is given in that round; in any, where the choice names none."""
        return choice.round is None or choice.round in self.workshop(choice.workshop).rounds

    def is_open(self, arrived: datetime) -> bool:
        """Whether a mail that the server received at that moment is in time to register."""
        closes = self.closes or self.ends
        return (self.opens is None or arrived >= self.opens) and arrived < closes


@dataclass(frozen=True, slots=True, order=True)
class Choice:
    """A workshop in a round; `round` is None where somebody named no round."""

    round: int | None
    workshop: str
