"""One person's choices made of that person's mentions: what is set right later holds, the rest stays.

A text is a row of revisions: "ronde 1 A, ronde 2 B. Of nee, doe in ronde 1 toch maar B" are two. Within one, mentions
add up; a later one takes the place of what earlier ones said of the same rounds, or of the same workshop.
"""

from collections.abc import Callable, Iterable

from mailbot.domain.event import Choice
from mailbot.reading.workshops.found import AWAY, CHOICE, COPY, EMPTY, MIRROR, MOVE, ChoiceFound
from mailbot.reading.workshops.given import Given


class Settling:
    """Settles the sure mentions of one person. mirrored: the same choices with the other workshop in each.

    other: the choices (of somebody else, or booked before) that "andersom", "dezelfde" and a move from round to round
    speak of. rounds: all that there are; given: in which of them each workshop is.
    """

    def __init__(
        self,
        mentions: tuple[ChoiceFound, ...],
        mirrored: Callable[[Iterable[Choice]], tuple[Choice, ...]],
        other: tuple[Choice, ...],
        rounds: tuple[int, ...],
        given: Given,
    ) -> None:
        self.mentions, self.mirrored, self.other, self.rounds = mentions, mirrored, other, rounds
        self.given = given
        self.picks: list[Choice] = []  # of the revisions before
        self.new: list[Choice] = []  # of this revision
        self.former = [Choice(m.round, m.workshop) for m in mentions if m.past and m.kind == CHOICE]
        self.waved_away = [Choice(m.round, m.workshop) for m in mentions if m.kind == CHOICE and (m.past or m.negated)]
        self.every: int | None = None  # the round of all that is told none
        self.problems: dict[str, None] = {}

    def choices(self) -> tuple[Choice, ...]:
        """What it comes to; what is wrong with it stands in `problems` then."""
        for revision in sorted({mention.revision for mention in self.mentions}):
            mine = [m for m in self.mentions if m.revision == revision and not (m.negated or m.past)]
            for mention in mine:
                self._apply(mention)
            self._merge(mine)
        self.picks = [Choice(c.round or self.every, c.workshop) for c in self.picks]
        denied = {mention.workshop for mention in self.mentions if mention.negated}
        # "Lokaal hoef ik niet: dat heb ik al gevolgd bij Koen Kros" names it twice, and chooses it never.
        kept = self._placed(
            _without_repeats([c for c in self.picks if c.round is not None or c.workshop not in denied])
        )
        only = self.rounds[0] if len(self.rounds) == 1 else None  # of an event of one round nobody names it
        rounds = [number for choice in kept if (number := choice.round or only) is not None]
        if len(set(rounds)) < len(rounds):
            self.problems["two_workshops_one_round"] = None
        return kept

    def _apply(self, mention: ChoiceFound) -> None:
        """Let one mention work on what is picked so far."""
        if self._is_said_in_full(mention):
            return
        match mention.kind:
            case "choice":
                self.new.append(Choice(mention.round, mention.workshop))
            case "empty":
                self.picks = [choice for choice in self.picks if choice.round != mention.round]
                self.new = [choice for choice in self.new if choice.round != mention.round]
            case "mirror":
                self._mirror(mention)
            case "copy":
                self._copy(mention)
            case "move":
                self._move(mention)
            case "clear":
                self.picks, self.new = [], []
            case "open":
                self.picks = [choice for choice in self.picks if choice.round is not None]
                self.new = [choice for choice in self.new if choice.round is not None]
            case "every":
                self.every = mention.round
            case "unknown":
                self.problems["unclear_workshop"] = None

    def _is_said_in_full(self, mention: ChoiceFound) -> bool:
        """ "Mag ik omwisselen? In ronde 1 graag ...": what is meant is said there, or further on."""
        if mention.kind not in (COPY, MIRROR):
            return False
        told = [m for m in self.mentions if m.kind == CHOICE and not (m.negated or m.past) and m.round is not None]
        said = {m.round for m in told if m.revision >= mention.revision}
        meant = {choice.round for choice in self.other}
        adds = bool(meant - said)  # "precies andersom, en in ronde 3 nog A"
        return mention.round in said or (mention.kind == MIRROR and mention.round is None and bool(said) and not adds)

    def _mirror(self, mention: ChoiceFound) -> None:
        turned = [c for c in self.picks or self.former if mention.round in (None, c.round) and c.round is not None]
        if mention.revision and turned:  # "A in ronde 1, B in ronde 2. Of nee, andersom."
            mirrored = self.mirrored(turned)
            if self.picks and len(mirrored) == len(turned):
                instead = dict(zip(turned, mirrored, strict=True))
                self.picks = [instead.get(choice, choice) for choice in self.picks]
                return
            self.picks = [c for c in self.picks if c not in turned]
            self.new.extend(mirrored)
            return
        picked = [*self.picks, *self.new]
        if mention.round is None:
            told = {choice.round for choice in picked}
            told |= {m.round for m in self.mentions if m.kind == CHOICE and not (m.negated or m.past)}
            mirrored = self.mirrored(c for c in self.other or self.former if c.round is None or c.round not in told)
        else:
            of_others = [choice for choice in self.other if choice.round == mention.round]
            source = picked[-1:] or of_others or list(self.other[-1:]) or self.waved_away[-1:]
            mirrored = tuple(Choice(mention.round, choice.workshop) for choice in self.mirrored(source))
        self.new.extend(mirrored)
        if not mirrored and not picked:
            self.problems["unclear_workshop"] = None

    def _copy(self, mention: ChoiceFound) -> None:
        picked = [*self.picks, *self.new]
        theirs = [c for c in self.other if c.round == mention.round] if mention.likened and mention.round else []
        if theirs:
            self.new.extend(theirs)
        elif mention.source is not None:
            told = [c for c in picked if mention.source in (0, c.round)][:1]
            self.new.extend(Choice(mention.round, choice.workshop) for choice in told)
        elif mention.revision and mention.round is not None and len({c.workshop for c in self.former}) == 1:
            # "Maak er B van. Nee, toch dezelfde workshop, maar in ronde 2"
            self.picks = [c for c in self.picks if c.round not in {was.round for was in self.former}]
            self.new.append(Choice(mention.round, self.former[0].workshop))
        elif picked and mention.round is not None:  # "ronde 2 idem"
            self.new.append(Choice(mention.round, picked[-1].workshop))
        elif self.other:
            like = next((c for c in self.other if c.round == mention.round), self.other[0])
            if mention.round is not None:
                self.new.append(Choice(mention.round, like.workshop))
            else:  # what is told beside it takes the place of that: "hetzelfde, maar in ronde 3 A"
                self.picks.extend(self.other)
        elif mention.round is not None and len({choice.workshop for choice in self.former}) == 1:
            self.new.append(Choice(mention.round, self.former[0].workshop))  # "ik sta bij A in ronde 1. Kan A in 3?"
        elif not picked:
            self.problems["unclear_workshop"] = None

    def _move(self, mention: ChoiceFound) -> None:
        workshops = {choice.workshop for choice in self.other or self._told_before(mention) or self.former}
        if self.picks or self.new or self._is_left(mention):
            return
        if len(workshops) != 1:
            self.problems["round_without_workshop"] = None
        else:
            self.new.append(Choice(mention.round, workshops.pop()))

    def _told_before(self, mention: ChoiceFound) -> list[Choice]:
        """ "Ik had A in ronde 3. Zet mij daarvoor in ronde 2. B in ronde 1 blijft": it is A that moves."""
        told = [m for m in self.mentions if m.past and m.kind == CHOICE and m.start < mention.start]
        return [Choice(m.round, m.workshop) for m in told]

    def _is_left(self, mention: ChoiceFound) -> bool:
        """ "Van ronde 2 naar ronde 3", of whoever is booked for the second."""
        rounds = {m.round for m in self.mentions if m.kind == MOVE and not (m.negated or m.past)}
        return len(rounds) > 1 and any(choice.round == mention.round for choice in self.other or self.former)

    def _merge(self, mentions: list[ChoiceFound]) -> None:
        """Let what this revision says take the place of what was said before; all of it, where it is the same again
        some rounds later."""
        if _is_shifted(self.picks, self.new) or _is_told_anew(self.picks, self.new):
            self.picks = []
        taken = {choice.round for choice in self.picks if choice.round is not None}
        also = {m.workshop for m in mentions if m.also}
        moved = {c.workshop for c in self.new if c.round not in taken and c.workshop not in also}
        rounds = {choice.round for choice in self.new}
        self.picks = [c for c in self.picks if c.round not in rounds and c.workshop not in moved]
        self.picks += self.new
        self.new = []

    def _placed(self, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
        """One workshop without a round, where all rounds but one are to stay free, are taken or don't fit, is for that
        one."""
        free = {m.round for m in self.mentions if m.kind in (EMPTY, AWAY) and not (m.negated or m.past)}
        taken = {choice.round for choice in choices}
        left = [number for number in self.rounds if number not in free and number not in taken]
        unplaced = [choice for choice in choices if choice.round is None]
        fits = self.given.among(unplaced[0].workshop, tuple(left)) if free and len(unplaced) == 1 else ()
        if len(fits) == 1:
            return tuple(Choice(fits[0] if c.round is None else c.round, c.workshop) for c in choices)
        return choices


def _is_shifted(before: list[Choice], after: list[Choice]) -> bool:
    """ "Ronde 1 A, ronde 2 B. O nee: A in ronde 2, B in ronde 3": each moves as far as the others."""
    if len(before) < 2 or len(before) != len(after):
        return False
    steps = set()
    for one, two in zip(sorted(before, key=_round), sorted(after, key=_round), strict=True):
        if one.workshop != two.workshop or one.round is None or two.round is None:
            return False
        steps.add(two.round - one.round)
    return len(steps) == 1 and 0 not in steps


def _is_told_anew(before: list[Choice], after: list[Choice]) -> bool:
    """ "Ronde 1 A, ronde 2 B. Wacht, nee. Ronde 1 B, ronde 3 A": all of it, once more."""
    if not 1 < len(before) <= len(after) or any(choice.round is None for choice in (*before, *after)):
        return False
    return {choice.workshop for choice in before} <= {choice.workshop for choice in after}


def _round(choice: Choice) -> int:
    return choice.round or 0


def _without_repeats(picked: list[Choice]) -> tuple[Choice, ...]:
    """Each choice once; a workshop named without a round says nothing new where it was given one."""
    placed = {choice.workshop for choice in picked if choice.round is not None}
    return tuple(dict.fromkeys(c for c in picked if c.round is not None or c.workshop not in placed))
