"""A model of booking in thirty lines, and the mails that are told to it as they are to mailbot: what every history of
random mails is held against.
"""

from bisect import insort
from dataclasses import dataclass, field

from hypothesis import strategies as st

from mailbot.domain.event import Choice
from mailbot.domain.reading import Request
from tests.unit.domain.conftest import cancel, change, register

# Three offices of four people each, no two with one surname: who is who isn't the question here.
SURNAMES = "Bos Smit Kaya Visser Mulder Prins Jonker Amrani Wouters Dekker Hoekstra Postma".split()
PEOPLE = tuple(f"Anna {surname}" for surname in SURNAMES)
OFFICES = {f"bureau@{town}.nl": PEOPLE[at * 4 : at * 4 + 4] for at, town in enumerate(("ede", "tiel", "zwolle"))}
WISHES = st.sampled_from([(), ((1, "beleid"),), ((1, "voorbij"),), ((1, "beleid"), (2, "voorbij"))])
LATE = st.integers(-20, 20)


@dataclass
class Model:
    """Who comes, with which workshop a round; who waits, in order, with which wishes; who gave up."""

    seats: int
    places: int  # in each workshop in each round
    coming: dict[str, dict[int, str]] = field(default_factory=dict)
    line: list[tuple[int, int, int, str]] = field(default_factory=list)
    wishes: dict[str, dict[int, str]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)

    def register(self, who: str, wishes: dict[int, str], arrival: tuple[int, int, int]) -> None:
        if who not in self.coming and who not in self.wishes:
            self.gone.discard(who)
            insort(self.line, (*arrival, who))
            self.wishes[who] = wishes
        self.promote()

    def promote(self) -> None:
        while self.line and len(self.coming) < self.seats:
            who = self.line.pop(0)[-1]
            self.sit(who, self.wishes.pop(who), kept={})

    def sit(self, who: str, wishes: dict[int, str], kept: dict[int, str]) -> None:
        self.coming[who] = {n: w for n, w in wishes.items() if kept.get(n) == w or self.has_place(n, w)}

    def has_place(self, number: int, workshop: str) -> bool:
        return sum(held.get(number) == workshop for held in self.coming.values()) < self.places

    def leave(self, who: str) -> tuple[dict[int, str], tuple[int, int, int, str] | None]:
        place = next((place for place in self.line if place[-1] == who), None)
        if place:
            self.line.remove(place)
        self.gone.add(who)
        return self.coming.pop(who, None) or self.wishes.pop(who, {}), place

    def cancel(self, who: str) -> None:
        self.leave(who)
        self.promote()

    def substitute(self, old: str, new: str, arrival: tuple[int, int, int]) -> None:
        if old == new:
            return None
        if old not in self.coming and old not in self.wishes:
            return self.register(new, {}, arrival) if old in self.gone else None
        if new in self.coming:
            return self.cancel(old)
        held, place = self.leave(old)
        _, own = self.leave(new)
        self.gone.discard(new)
        if place:
            insort(self.line, (*min(place[:3], (own or place)[:3]), new))
            self.wishes[new] = held
        else:
            self.sit(new, held, kept=held)
        return self.promote()

    def choose(self, who: str, wishes: dict[int, str]) -> None:
        if who in self.wishes:
            self.wishes[who] |= wishes
        for number, workshop in wishes.items() if who in self.coming else ():
            if self.has_place(number, workshop):
                self.coming[who][number] = workshop


@dataclass(frozen=True)
class Mail:
    """From one office, about its own people; `late`: how many minutes after (or before) its turn it arrived."""

    office: str
    late: int
    members: tuple[int, ...]
    wishes: tuple[tuple[int, str], ...]

    @property
    def people(self) -> list[str]:
        return [OFFICES[self.office][at] for at in self.members]

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple(Choice(*wish) for wish in self.wishes)


class SignUp(Mail):
    def requests(self) -> list[Request]:
        return [register(who, workshops=self.choices) for who in self.people]

    def tell(self, model: Model, at: int, uid: int) -> None:
        for place, who in enumerate(self.people):
            model.register(who, dict(self.wishes), (at, uid, place))


class Cancellation(Mail):
    def requests(self) -> list[Request]:
        return [cancel(self.people[0])]

    def tell(self, model: Model, _at: int, _uid: int) -> None:
        if self.people[0] in {**model.coming, **model.wishes}:
            model.cancel(self.people[0])


class Substitution(Mail):
    def requests(self) -> list[Request]:
        return [cancel(self.people[0]), register(self.people[-1])]

    def tell(self, model: Model, at: int, uid: int) -> None:
        model.substitute(self.people[0], self.people[-1], (at, uid, 0))


class Choosing(Mail):
    def requests(self) -> list[Request]:
        return [change(self.people[0], workshops=self.choices)]

    def tell(self, model: Model, _at: int, _uid: int) -> None:
        model.choose(self.people[0], dict(self.wishes))


MAILS = st.builds(
    lambda kind, *rest: kind(*rest),
    st.sampled_from([SignUp, SignUp, Cancellation, Substitution, Choosing]),
    st.sampled_from(sorted(OFFICES)),
    LATE,
    st.lists(st.integers(0, 3), min_size=1, max_size=4, unique=True).map(tuple),
    WISHES,
)
