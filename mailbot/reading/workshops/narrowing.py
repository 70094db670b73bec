"""What narrows down the rounds of a sentence: when somebody is there, and the part of the day that it wishes for."""

import re

from mailbot.reading.text.clauses import Clauses
from mailbot.reading.workshops.found import AWAY, ChoiceFound
from mailbot.reading.workshops.patterns import any_in
from mailbot.reading.workshops.scope import Scope
from mailbot.reading.workshops.sign import BEARING, Is, Sign

WRITER = re.compile(r"(?<!\w)(?:ik|we|wij|i|(?:mijn|onze|my|our)\s(?:trein|bus|vlucht|train|flight))(?!\w)")
NEAR = 160  # characters: of what is told further off, somebody else may be the subject


class Narrowing:
    """Knows it for one text. rounds: all that there are; away: those that fall away, where that is told."""

    def __init__(self, rounds: tuple[int, ...], away: tuple[ChoiceFound, ...], clauses: Clauses) -> None:
        self.rounds, self.away, self.clauses = rounds, away, clauses
        self.since = rounds  # in which somebody is there who joins at some time: "ik sluit aan bij de lunch"

    def look_at(self, signs: list[Sign]) -> None:
        """Remember from when on somebody is there."""
        self.since = next((sign.rounds for sign in signs if sign.relation == "from"), self.since)

    def present(self, start: int, end: int) -> tuple[int, ...]:
        """The rounds in which somebody is there, by what that sentence says, or by what those around it say of who
        writes."""
        told = [m for m in self.away if start - NEAR <= m.start < end + NEAR]
        near = {m.round for m in told if start <= m.start < end or (self._is_writers(m) and self._joins(m, end))}
        return tuple(number for number in self.since if number not in near)

    def _is_writers(self, mention: ChoiceFound) -> bool:
        return WRITER.search(self.clauses.text, *self.clauses.clause_at(mention.start)) is not None

    def _joins(self, mention: ChoiceFound, end: int) -> bool:
        """Whether no line ends between a sentence and that mention behind it."""
        return "\n" not in self.clauses.text[end : max(end, mention.start)]

    def by_parts(self, signs: list[Sign], scope: Scope) -> list[ChoiceFound]:
        """The rounds outside the part of the day that a sentence wishes for: "A graag in de middag"."""
        found: list[ChoiceFound] = []
        parts = [sign for sign in signs if sign.kind is Is.PART]
        wished = any(sign.kind in BEARING for sign in signs) or (
            parts and any_in("preferably_or_gladly").search(self.clauses.text, scope.start, scope.end)
        )
        for sign in parts if wished else ():
            if any(m.start < sign.end and sign.start < m.end for m in self.away):
                continue  # "'s middags moet ik weg"
            outside = [number for number in self.rounds if number not in sign.rounds]
            denied = sign.relation != "from" and scope.refuses(sign)
            away = sign.rounds if denied else outside
            found += [ChoiceFound(AWAY, sign.start, sign.end, round=number) for number in away]
        return found


def span_of_present(signs: list[Sign], present: tuple[int, ...], rounds: tuple[int, ...], start: int) -> Sign | None:
    """The rounds within which "eerst" and "daarna" count, where somebody is there in just as many as the workshops that
    the sentence tells one after the other."""
    bearing = [sign for sign in signs if sign.kind in BEARING]
    in_order = any(sign.kind in (Is.RELATIVE, Is.SEQUENCE) for sign in signs)
    if not in_order or len(bearing) < 2 or len(bearing) != len(present) or present == rounds:
        return None
    if any(sign.kind in (Is.ROUND, Is.ANY_ROUND) for sign in signs):
        return None
    return Sign(Is.ROUND, start, start, rounds=present)
