"""What a passage has come to so far: its mentions, and what waits for the next sentence. It can be corrected."""

from dataclasses import dataclass, field, replace

from mailbot.reading.workshops.found import CHOICE, MOVE, ChoiceFound
from mailbot.reading.workshops.sign import Sign


@dataclass(slots=True)
class Record:
    """The mentions in order, and three things to remember from sentence to sentence."""

    found: list[ChoiceFound] = field(default_factory=list)
    waiting: tuple[int, ...] = ()  # rounds of a sentence without a workshop: the next one takes them
    given_up: tuple[int, ...] = ()  # rounds of a workshop that is to be replaced, maybe in the next sentence
    cursor: int | None = None  # the round that was spoken of last

    def last_choice(self, *, also_past: bool = False, also_denied: bool = False) -> ChoiceFound | None:
        """The workshop chosen last; those given up and waved away too, where that is asked for."""
        named = (m for m in reversed(self.found) if m.kind == CHOICE and m.sure)
        listed = (m for m in named if also_denied or not m.negated)
        return next((m for m in listed if also_past or not m.past), None)

    def forget_moves(self, rounds: tuple[int, ...]) -> None:
        """Those rounds have got their workshop."""
        self.found = [m for m in self.found if m.kind != MOVE or m.round not in rounds]

    def move_last(self, sign: Sign) -> None:
        """Give the workshop named last the rounds of that sign instead of its own."""
        last = next((m for m in reversed(self.found) if m.kind == CHOICE and not m.negated and not m.past), None)
        if last is None:
            return
        self.found = [m for m in self.found if (m.start, m.kind) != (last.start, CHOICE)]
        self.found += [replace(last, round=number, sure=True) for number in sign.rounds]
        self.cursor = sign.rounds[-1] if sign.rounds else self.cursor

    def take_back(self, slugs: tuple[str, ...], rounds: tuple[int, ...]) -> tuple[int, ...]:
        """Undo what that choice corrects: the same round's other workshop, or the same workshop's other round.
        Returns the rounds of the choice: those of the one it replaces, where it names none."""
        last = self.last_choice()
        if last is None:
            return rounds
        if not rounds:
            gone = [m for m in self.found if (m.start, m.kind) == (last.start, CHOICE)]
            rounds = tuple(m.round for m in gone if m.round is not None)
        elif last.workshop in slugs:
            gone = [m for m in self.found if (m.start, m.kind) == (last.start, CHOICE)]
        else:
            gone = [m for m in self.found if m.kind == CHOICE and m.round in rounds]
        self.found = [m for m in self.found if m not in gone]
        return rounds

    def swap_last(self) -> bool:
        """ "A in ronde 1, B in ronde 2. Of nee, andersom." Whether there were two to swap."""
        last = [m for m in self.found if m.kind == CHOICE and m.sure and not m.negated][-2:]
        if len(last) < 2 or last[0].workshop == last[1].workshop:
            return False
        one, two = last
        turned = {
            one: replace(one, workshop=two.workshop, past=False),
            two: replace(two, workshop=one.workshop, past=False),
        }
        self.found = [turned.get(m, m) for m in self.found]
        return True
