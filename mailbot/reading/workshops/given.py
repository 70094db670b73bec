"""The rounds in which each workshop is given, where they say which one is meant: "manden vlechten 's middags", of which
there is one in the afternoon; "voor de lunch boekbinden", which isn't given right before it.

A round that somebody names stays as it is, though the workshop isn't given in it: that is for a person to see.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice, product

from mailbot.domain.event import Workshop
from mailbot.reading.workshops.match import Pair, matched
from mailbot.reading.workshops.scope import Scope
from mailbot.reading.workshops.sign import Is, Sign

MOST_WAYS = 100  # of which more than one is no telling, anyway


class Given:
    """Knows it for one event; empty where every workshop is given in every round."""

    def __init__(self, workshops: Iterable[Workshop], rounds: tuple[int, ...]) -> None:
        self._rounds = {w.slug: w.rounds for w in workshops if not set(rounds) <= set(w.rounds)}

    def among(self, workshop: str, rounds: tuple[int, ...]) -> tuple[int, ...]:
        """Those of the rounds in which that workshop is given."""
        return tuple(number for number in rounds if number in self._rounds.get(workshop, rounds))

    def in_parts(self, signs: list[Sign], scope: Scope, text: str, written: str) -> list[Sign]:
        """The signs, a part of the day as the one round of it in which the workshop beside it is given."""
        parts = [sign for sign in signs if sign.kind is Is.PART and not sign.relation and not scope.refuses(sign)]
        if not parts or not self._rounds:
            return signs
        told = [replace(sign, kind=Is.ROUND) if sign in parts else sign for sign in signs]
        pairs = [pair for pair in matched(told, text, written) if len(pair.places) == 1]
        out = []
        for sign in signs:
            beside = [p.sign for p in pairs if p.places[0].start == sign.start] if sign in parts else []
            only = self.among(beside[0].workshop, sign.rounds) if len(beside) == 1 else ()
            known = len(only) == 1 and beside[0].kind is Is.WORKSHOP
            out.append(replace(sign, kind=Is.ROUND, rounds=only) if known else sign)
        return out

    def beside_lunch(self, pairs: list[Pair]) -> list[Pair]:
        """Pairs whose round was told by its place around lunch, with the ones in which their workshops are given."""
        told: dict[Sign, tuple[int, ...]] = {}
        for place in {pair.places[0] for pair in pairs if len(pair.places) == 1 and pair.places[0].part}:
            beside = [pair for pair in pairs if pair.places == (place,) and pair.sign.kind is Is.WORKSHOP]
            ways = self._ways(beside, place.part)
            fits = all(self.among(pair.sign.workshop, pair.rounds or ()) for pair in beside)
            if len(ways) == 1 and (len(beside) > 1 or not fits):
                told |= {pair.sign: (number,) for pair, number in zip(beside, ways[0], strict=True)}
        return [replace(pair, rounds=told.get(pair.sign, pair.rounds)) for pair in pairs]

    def _ways(self, beside: list[Pair], rounds: tuple[int, ...]) -> list[tuple[int, ...]]:
        """The ways in which those workshops can take a round each."""
        given = [self.among(pair.sign.workshop, rounds) for pair in beside]
        return [way for way in islice(product(*given), MOST_WAYS) if len(set(way)) == len(way)]
