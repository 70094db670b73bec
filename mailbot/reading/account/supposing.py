"""Words that do nothing, for they are denied ("ik meld mij niet af") or only supposed ("als ik ziek blijf", "komt de
baby laat, dan zie je me")."""

import re

from mailbot.reading.account.subjects import is_conditional
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue
from mailbot.reading.text.late import late

OURSELVES = re.compile(r"\b(?:ik|wij|we|i)\b|\b(?:mocht|mochten|should|if)$", re.IGNORECASE)
# "Als mijn kind ziek blijft moet ik afzeggen"; not so "als het nog kan", "als het u niet te veel moeite is"
SUPPOSED = late(
    r"[\s(]*(?:maar |en |but |and )?(?:als|indien|wanneer|zodra|if|when)"
    r" (?:mijn|onze|de|er|hij|zij|ze|corona|my|our|the|he|she|they)\b"
    r"|[\s(]*(?:bij|in (?:het )?geval van|ingeval van|in case of) (?:onverhoopte |plotselinge )?"
    r"(?:ziekte|verhindering|overmacht|afwezigheid|illness|absence)\b",
    re.IGNORECASE,
)
# Between "niet" and what isn't done: not so "niet meer nodig, haal mij eraf", "niet te laat"
OF_WHAT_FOLLOWS = re.compile(
    r"(?:\s(?!(?:meer|langer|alleen|nodig|door|goed|kunnen|kan|komen|kom|te|zo|meteen|direct|mogelijk|dus|en|want|maar)\b)[\w'-]+){0,2}\s",
    re.IGNORECASE,
)
OF_WHAT_STANDS_BEFORE = re.compile(r"(?:\s[\w'-]+){0,3}\s")
ENDS = re.compile(r"\s?(?:[.,;:!?\n)]|\Z)")
FORGET = re.compile(r"\b(?:vergeet|vergeten|vergat|forget|waarom|why)\b", re.IGNORECASE)


def is_denied(text: str, clause: Clause) -> bool:
    """ "Schrap mij niet", "u hoeft mij niet van de lijst te halen": a "not" that is of the cancelling alone."""
    undone = [cue for cue in clause.cues if cue.kind == "cancel"]
    if clause.has("unable", "absent", "attend") or FORGET.search(text, clause.start, clause.end):
        return False
    nots = [c for c in clause.cues if c.kind == "neg" and not any(u.start <= c.start < u.end for u in undone)]
    return bool(nots) and all(any(_is_of(text, word, cue, clause.end) for word in nots) for cue in undone)


def _is_of(text: str, word: Cue, cue: Cue, end: int) -> bool:
    if word.end <= cue.start:
        return OF_WHAT_FOLLOWS.fullmatch(text, word.end, cue.start) is not None
    behind = OF_WHAT_STANDS_BEFORE.fullmatch(text, cue.end, word.start)
    return behind is not None and ENDS.match(text, word.end, end) is not None


def is_only_supposed(text: str, clause: Clause) -> bool:
    """ "Als ik moet afzeggen ..." is nobody's cancellation; "als het nog kan meld ik mij af" is one."""
    if SUPPOSED.match(text, clause.start, clause.end):
        return True
    condition = clause.first("if")
    if condition is None or not is_conditional(text, clause):
        return False
    return bool(OURSELVES.search(text, condition.start, condition.end))
