"""Workshops that are told one after the other, or several times: "achtereenvolgens A en B", "daarna twee keer A"."""

import re
from dataclasses import replace

from mailbot.reading.text.clauses import Clauses
from mailbot.reading.workshops.match import Pair
from mailbot.reading.workshops.record import Record
from mailbot.reading.workshops.rows import is_row
from mailbot.reading.workshops.sign import Is, Sign

NEXT_TO = re.compile(r"\s(?:(?:achter elkaar|na elkaar|naar|bij|de|het|workshop|die van|graag)\s){0,3}[\"']?")


class Sequences:
    """Gives their pairs the rounds that come of it. rounds: all that there are."""

    def __init__(self, record: Record, clauses: Clauses, rounds: tuple[int, ...]) -> None:
        self.record, self.clauses, self.rounds = record, clauses, rounds

    def told(self, pairs: list[Pair], signs: list[Sign], within: Sign | None, present: tuple[int, ...]) -> list[Pair]:
        """ "Achtereenvolgens A, B en A", "respectievelijk in ronde 1 en 3: A en B": one after the other."""
        chosen = [pair for pair in pairs if pair.sign.kind in (Is.WORKSHOP, Is.OTHER_WORKSHOP)]
        named = tuple(dict.fromkeys(n for s in signs if s.kind is Is.ROUND for n in s.rounds))
        said = any(sign.kind is Is.SEQUENCE for sign in signs)
        if is_row([pair.sign for pair in pairs], signs, len(self.rounds), self.clauses.text):
            return [replace(pair, rounds=(number,)) for pair, number in zip(pairs, self.rounds, strict=True)]
        times = next((sign for sign in signs if sign.kind is Is.TIMES), None)
        all_of_them = times is not None and len(times.rounds) == len(self.rounds)
        wanted = tuple(number for number in named if number not in self.record.rounds_left_free())
        one = [pair.sign.kind for pair in pairs if pair.sign.kind is not Is.NOTHING] == [Is.WORKSHOP]
        if times and one and len(times.rounds) == len(wanted):
            # "twee keer A, in ronde 1 voor de theorie en in ronde 2 om te oefenen"
            return [replace(pair, rounds=wanted) if pair in chosen else pair for pair in pairs]
        if times and not all_of_them:
            return self._several_times(pairs, times, named, within, present)
        if times and not named and len({pair.sign.workshop for pair in chosen}) == 1:
            return [replace(pair, rounds=times.rounds) if pair in chosen[:1] else pair for pair in pairs]
        if not said or len(chosen) < 2 or len(chosen) != len(pairs):
            return pairs
        if all(pair.places for pair in chosen):
            return pairs  # "ik begin met A en sluit af met B, dus in die volgorde": each is placed already
        free = self.record.rounds_left_free()
        rounds = named or (within.rounds if within else tuple(n for n in present if n not in free))
        if len(chosen) > len(rounds) or (named and len(chosen) != len(named)):
            return pairs
        return [replace(pair, rounds=(number,)) for pair, number in zip(chosen, rounds, strict=False)]

    def _several_times(
        self,
        pairs: list[Pair],
        times: Sign,
        named: tuple[int, ...],
        within: Sign | None,
        present: tuple[int, ...],
    ) -> list[Pair]:
        """ "Daarna twee keer A", "twee keer A en daarna B": as many rounds as there are left for it."""
        at = next((n for n, pair in enumerate(pairs) if NEXT_TO.fullmatch(self._between(times, pair.sign))), None)
        if at is None or pairs[at].sign.kind is not Is.WORKSHOP or named:
            return pairs
        count, cursor = len(times.rounds), self.record.cursor
        relations = [{place.relation for place in pair.places} for pair in pairs]
        later = tuple(n for n in present if cursor is not None and n > cursor)
        rounds: tuple[int, ...] = ()
        if "next" in relations[at] and len(later) == count:
            rounds = later
        elif len(present) == count:
            rounds = present
        elif within is not None and len(within.rounds) == count and len(pairs) == 1:
            rounds = within.rounds  # "in de middag twee keer A"
        elif at == 0 and len(pairs) == 2 and relations[1] & {"next", "last"} and len(present) == count + 1:
            rounds = present[:count]
        return [replace(pair, rounds=rounds) if n == at and rounds else pair for n, pair in enumerate(pairs)]

    def _between(self, one: Sign, two: Sign) -> str:
        first, second = sorted((one, two), key=lambda sign: sign.start)
        return self.clauses.text[first.end : second.start]
