"""Is a leaving only feared, or the whole matter told to be decided later? "Het zit er dik in dat ik moet afhaken",
"woensdag test ik nog eens, dan horen jullie het".

A sign-up that is only hoped for or meant is open_ends.py's.
"""

import re
from functools import cache

from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of, fold

LEAVES = (Stance.CANCELS, Stance.STAYS_AWAY, Stance.REPLACES)
GONE = ("cancel", "absent", "unable", "self_not", "replace")
# "Verandert er iets, dan hoort u het": nothing is open
IF_ANYTHING = re.compile(
    r"\b(?:als|indien|mocht|mochten|wanneer|zodra|verandert|wijzigt|if|should|when|any changes?)\b"
)


def is_only_feared(outcome: Outcome) -> bool:
    """All that is said of a seat that is given up is that it may be."""
    if not outcome.cancels or outcome.subject_says("cancel_word"):
        return False
    own = outcome.case.own
    text = own.sheet.letter.text
    leaving = [c for unit in own.sheet.units for c in unit.clauses if stance_of(c) in LEAVES and not c.has("part")]
    return bool(leaving) and all(_is_a_fear(text, clause) for clause in leaving)


def is_decided_later(outcome: Outcome) -> bool:
    """Whether the letter puts off what it is about, by its own words, to a day that is still to come."""
    text = outcome.case.own.sheet.letter.text
    return any(_is_told_later(text, unit) for unit in outcome.case.own.sheet.units)


def _is_a_fear(text: str, clause: Clause) -> bool:
    """Not so "streep mijn naam maar door, misschien maakt u er iemand blij mee"."""
    gone = [cue.end for cue in clause.cues if cue.kind in GONE]
    return bool(gone) and _feared().search(fold(text[clause.start : min(gone)])) is not None


def _is_told_later(text: str, unit: Unit) -> bool:
    if unit.has("part", "belonging"):
        return False
    said = fold(text[unit.start : unit.end])
    later = _told_later().search(said)
    return later is not None and not IF_ANYTHING.search(said, 0, later.start())


@cache
def _feared() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('open_ends', 'feared'))})\b")


@cache
def _told_later() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('open_ends', 'told_later'))})\b")
