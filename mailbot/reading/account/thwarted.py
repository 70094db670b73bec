"""Who would have come, and doesn't: "Wim wilde ook, maar het is zijn vrije dag".

What stands behind the "maar" is why, in whatever words; unless it says that they come in spite of it, or only what
they eat or choose.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from mailbot.reading.account.stance import Stance
from mailbot.reading.details import diets, needs
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit

WOULD = re.compile(
    r"\b(?:wilde|wilden|wou|wouden)\s+(?:(?:zelf|dolgraag|heel|eigenlijk|er|daar)\s+)*(?:ook|graag|wel|eigenlijk|mee|komen)\b"
    r"|\b(?:had|hadden|was|waren)\b[^.;]{0,20}\b(?:graag|dolgraag|ook|wel)\b|\b(?:wanted to|would have)\b"
    r"|\b(?:zou|zouden)\s+(?:\w+\s+){0,3}(?:mee|meekomen|meegaan|meereizen|meerijden|meedoen|aansluiten|aanschuiven)\b"
    r"|\b(?:was|were) (?:going|planning|due|tempted|supposed) to\b",
    re.IGNORECASE,
)
# "Wim zou komen, maar nu ga ik": what the writer does instead
INSTEAD = re.compile(
    r"\b(?:(?:nu|daarom|dus|uiteindelijk)\s+(?:ga|kom|word)\s+ik|ik\s+(?:ga|kom)\s+(?:nu|in (?:haar|zijn) plaats))\b",
    re.IGNORECASE,
)
WAS_TO = re.compile(r"\b(?:zou|zouden|had|hadden|would|was)\b", re.IGNORECASE)
BUT = re.compile(r"[\s,(]*(?:maar|doch|alleen|echter|helaas|but|only|however|unfortunately)\b", re.IGNORECASE)
AFTER_ALL = re.compile(r"\b(?:wel|toch|indeed)\b", re.IGNORECASE)


def thwarted(text: str, unit: Unit, stances: list[Stance]) -> Iterator[tuple[Clause, Clause]]:
    """The clauses of a sentence that name somebody who would have come, each with the one that says why not. `stances`:
    what its clauses outside brackets say."""
    told = [clause for clause in unit.clauses if not clause.aside]
    for (wish, stance), (but, answer) in pairwise(zip(told, stances, strict=False)):
        if not wish.names or stance not in (Stance.NOTHING, Stance.COMES) or not BUT.match(text, but.start, but.end):
            continue
        hopeful = wish.has("usual") or WOULD.search(text, wish.start, wish.end)
        instead = WAS_TO.search(text, wish.start, wish.end) and INSTEAD.search(text, but.start, but.end)
        if instead or (hopeful and answer is not Stance.COMES and not _only_wishes(text, but)):
            yield wish, but


def _only_wishes(text: str, clause: Clause) -> bool:
    said = text[clause.start : clause.end]
    return clause.has("part") or AFTER_ALL.search(said) is not None or bool(diets(said) or needs(said))
