"""Is a hesitation over? "Ik moest eerst overleggen. Dat is gisteren gebeurd, dus bij dezen: ik kom."

Who tells of it in the past tense, and then says plainly to come, has seen to what it depended on, where something
between tells so ("gisteren", "dus", "groen licht") and nothing that it is open still ("nog niet", "pas morgen"). The
words stand in lexicon/settled.toml.
"""

import re
from bisect import bisect_left
from functools import cache
from itertools import accumulate

from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late
from mailbot.reading.text.once import once

# "Na mijn slag om de arm van vorige week"
AFTER = late(
    r"\b(?:na|after)\s(?:mijn|m'n|onze|my|our)\b[^,.;:]*\b(?:van|uit|from|of)\s"
    r"(?:vorige|eerder|eergisteren|gisteren|vanochtend|zojuist|last|yesterday|earlier)\b"
)
UNSURE = ("if", "maybe", "reserve", "perhaps", "later", "not_yet")


class Settled:
    """What is settled in a letter of those units. Where it says that somebody comes is found once, and what stands
    before that is read once: a hostile letter hesitates in each of a thousand lines."""

    def __init__(self, text: str, units: tuple[Unit, ...]) -> None:
        self._text, self._units = text, units
        self._found: dict[tuple[str, int], tuple[int, int]] = {}  # by list and end: sought from where, and found where

    def is_over(self, told: Clause | Unit) -> bool:
        """Whether what is told there was open once, and isn't any more."""
        said = fold(self._text[told.start : told.end])
        if not (_is_past(said) or AFTER.search(said)):
            return False
        at = bisect_left(self._reached, told.end)
        if at == len(self._coming):
            return False
        until = self._coming[at].end
        return self._tells("settled", told.end, until) and not self._tells("open", told.end, until)

    @once
    def _coming(self) -> list[Clause]:
        return [clause for unit in self._units for clause in unit.clauses if _comes(clause)]

    @once
    def _reached(self) -> list[int]:
        """How far the letter has got by each of these: clauses put into others stand behind them."""
        return list(accumulate((clause.start for clause in self._coming), max))

    def _tells(self, table: str, since: int, until: int) -> bool:
        """Whether a phrase of that list stands between those places."""
        sought, at = self._found.get((table, until), (until, until))
        if not sought <= since <= at:
            found = _any(table).search(fold(self._text), since, until)
            at = found.start() if found is not None else until
            self._found[table, until] = (since, at)
        return at < until


def was_open(text: str, told: Clause | Unit) -> bool:
    """Whether that tells, in the past tense, of somebody's leave or word that had to be had first."""
    said = fold(text[told.start : told.end])
    return _is_past(said) and _had_first().search(said) is not None


def _is_past(said: str) -> bool:
    return _says("past", said) and not _says("present", said)


def _says(table: str, said: str) -> bool:
    return _any(table).search(said) is not None


@cache
def _any(table: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('settled', table))})\b")


@cache
def _had_first() -> re.Pattern[str]:
    return re.compile(rf"\b(?:eerst|nog|first)\b[^.!?;:]{{0,60}}\b(?:{any_of(words('settled', 'leave'))})\b")


def _comes(clause: Clause) -> bool:
    return stance_of(clause) is Stance.COMES and not clause.asks and not clause.has(*UNSURE)
