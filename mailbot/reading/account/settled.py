"""Is a hesitation over? "Ik moest eerst overleggen. Dat is gisteren gebeurd, dus bij dezen: ik kom."

Who tells of it in the past tense, and then says plainly to come, has seen to what it depended on, where something
between tells so ("gisteren", "dus", "groen licht") and nothing that it is open still ("nog niet", "pas morgen"). The
words stand in lexicon/settled.toml.
"""

import re
from functools import cache

from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late

# "Na mijn slag om de arm van vorige week"
AFTER = late(
    r"\b(?:na|after)\s(?:mijn|m'n|onze|my|our)\b[^,.;:]*\b(?:van|uit|from|of)\s"
    r"(?:vorige|eerder|eergisteren|gisteren|vanochtend|zojuist|last|yesterday|earlier)\b"
)
UNSURE = ("if", "maybe", "reserve", "perhaps", "later", "not_yet")


def is_over(text: str, units: tuple[Unit, ...], told: Clause | Unit) -> bool:
    """Whether what is told there was open once, and isn't any more."""
    said = fold(text[told.start : told.end])
    if not (_is_past(said) or AFTER.search(said)):
        return False
    comes = next((c for u in units for c in u.clauses if c.start >= told.end and _comes(c)), None)
    since = fold(text[told.end : comes.end]) if comes is not None else ""
    return _says("settled", since) and not _says("open", since)


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
