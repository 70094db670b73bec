"""What a passage has come to so far: its mentions, and what waits for the next sentence. It can be corrected."""

from dataclasses import dataclass, field, replace
from itertools import pairwise

from mailbot.reading.workshops.found import CHOICE, COPY, EMPTY, MOVE, ChoiceFound
from mailbot.reading.workshops.sign import Sign


@dataclass(slots=True)
class Record:
    """The mentions in order, and what to remember from sentence to sentence."""

    found: list[ChoiceFound] = field(default_factory=list)
    waiting: tuple[int, ...] = ()  # rounds of a sentence without a workshop: the next one takes them
    given_up: tuple[int, ...] = ()  # rounds of a workshop that is to be replaced, maybe in the next sentence
    cursor: int | None = None  # the round that was spoken of last
    revision: int = 0  # how many times something said before has been set right
    revising: bool = False  # a sentence has said that what follows sets right what was said

    def last_choice(
        self, *, also_past: bool = False, also_denied: bool = False, also_unsure: bool = False
    ) -> ChoiceFound | None:
        """The workshop chosen last; those given up, waved away or only spoken of too, where that is asked for."""
        named = (m for m in reversed(self.found) if m.kind == CHOICE and (m.sure or also_unsure))
        listed = (m for m in named if also_denied or not m.negated)
        return next((m for m in listed if also_past or not m.past), None)

    def forget_moves(self, rounds: tuple[int, ...]) -> None:
        """Those rounds have got their workshop."""
        self.found = [m for m in self.found if m.kind != MOVE or m.round not in rounds]

    def move_last(self, sign: Sign) -> None:
        """Give the workshop named last the rounds of that sign instead of its own; one that was thought of, or asked
        for before, is chosen by that."""
        last = next((m for m in reversed(self.found) if m.kind == CHOICE and not m.negated), None)
        if last is None or (last.past and last.round in sign.rounds):
            return  # "ik sta in ronde 1 bij A, maar er is een overleg op twaalf uur gezet"
        if not last.past:
            self.found = [m for m in self.found if (m.start, m.kind) != (last.start, CHOICE)]
        self.found += [replace(last, round=number, sure=True, past=False) for number in sign.rounds]
        self.cursor = sign.rounds[-1] if sign.rounds else self.cursor

    def relocate(self, source: int, target: int) -> bool:
        """Put in one round what was told for another; asked for there, where it was told of what is booked."""
        told = [m for m in self.found if m.kind == CHOICE and m.round == source and not m.negated]
        if any(not m.past for m in told):
            self.revise()
        for mention in told:
            at = self.found.index(mention)
            instead = replace(mention, round=target, sure=True, past=False, revision=self.revision)
            self.found[at : at + 1] = [mention, instead] if mention.past else [instead]
        self.cursor = target if told else self.cursor
        return bool(told)

    def exchange(self, one: int, two: int, start: int, end: int) -> bool:
        """Choose at that place for either round what was told for the other, where just one is told for each."""
        told = [m for m in self.found if m.kind == CHOICE and m.sure and not (m.negated or m.past)]
        told = [m for m in told if m.round in (one, two)]
        if sorted(m.round or 0 for m in told) != sorted((one, two)):
            return False
        self.revise()
        self.found += [
            replace(m, start=start, end=end, round=two if m.round == one else one, revision=self.revision) for m in told
        ]
        return True

    def shift(self, sign: Sign) -> bool:
        """ "Doe dan ronde 2 en 3 in plaats van 1 en 2": the same workshops there, if there are as many rounds."""
        taken = self.rounds_taken(also_past=False)
        if len(taken) != len(sign.rounds):
            return False
        to = dict(zip(taken, sign.rounds, strict=True))
        self.revise()
        self.found = [
            replace(m, round=to[m.round], revision=self.revision)
            if m.kind == CHOICE and m.round in to and not (m.negated or m.past)
            else m
            for m in self.found
        ]
        return True

    def shift_on(self, rounds: tuple[int, ...]) -> None:
        """Each choice a round later, if there is one for all of them."""
        later = dict(pairwise(rounds))
        thought_of = not self.rounds_taken(
            also_past=False
        )  # "eerst had ik gedacht: ... Maar schuif alles een ronde op"
        if all(number in later for number in self.rounds_taken(also_past=thought_of)):
            self.revise()
            self.found = [
                replace(m, round=later[m.round], past=False, revision=self.revision)
                if m.kind == CHOICE and m.round and not m.negated and m.past == thought_of
                else m
                for m in self.found
            ]

    def convert_last(self, number: int) -> None:
        """Put the workshop named last, which has no round yet, in the place of what was chosen for that one."""
        last = self.last_choice()
        if last is not None and last.round is None and number in self.rounds_taken(also_past=False):
            self.revise()
            self.found = [m for m in self.found if m is not last]
            self.found.append(replace(last, round=number, revision=self.revision))

    def keep_what_was_chosen(self, since: int) -> None:
        """Leave no round free by the mentions from there on that had a workshop before them: they tell why."""
        chosen = {m.round for m in self.found[:since] if m.kind == CHOICE and m.sure and not (m.negated or m.past)}
        self.found[since:] = [m for m in self.found[since:] if m.kind != EMPTY or m.round not in chosen]

    def revise(self) -> tuple[int, ...]:
        """From here on the text sets right what it said before. Returns the rounds of the choice made last."""
        last = next((m for m in reversed(self.found) if m.kind in (CHOICE, COPY) and not (m.negated or m.past)), None)
        self.revision, self.revising = self.revision + 1, False
        same = [m for m in self.found if last is not None and (m.start, m.kind) == (last.start, last.kind)]
        return tuple(m.round for m in same if m.round is not None)

    def rounds_taken(self, *, also_past: bool) -> tuple[int, ...]:
        """The rounds that have a workshop so far; had one once, too, where that is asked for."""
        chosen = [m for m in self.found if m.kind == CHOICE and m.sure and not m.negated and (also_past or not m.past)]
        return tuple(sorted({m.round for m in chosen if m.round is not None}))

    def rounds_in_order(self) -> list[int]:
        """The rounds of what was told so far, asked for or booked, in the order of telling."""
        told = (m.round for m in self.found if m.kind == CHOICE and not m.negated and m.round is not None)
        return list(dict.fromkeys(told))

    def rounds_left_free(self) -> tuple[int, ...]:
        """The rounds in which somebody wants nothing."""
        return tuple(sorted({m.round for m in self.found if m.kind == EMPTY and m.round is not None}))
