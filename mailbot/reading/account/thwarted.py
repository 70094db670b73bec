"""Who would have come, and doesn't: "Wim wilde ook, maar het is zijn vrije dag".

What stands behind the "maar" is why, in whatever words; unless it says that they come in spite of it, or only what
they eat or choose.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from mailbot.reading.account.mentions import begins_with_verb
from mailbot.reading.account.stance import Stance
from mailbot.reading.details import diets, needs
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.text.late import late

WOULD = late(
    r"\b(?:wilde|wilden|wou|wouden)\s+(?:(?:zelf|dolgraag|heel|eigenlijk|er|daar)\s+)*(?:ook|graag|wel|eigenlijk|mee|komen)\b"
    r"|\b(?:had|hadden|was|waren)\b[^.;]{0,20}\b(?:graag|dolgraag|ook|wel|willen|gewild)\b|\b(?:wanted to|would have)\b"
    r"|\b(?:zou|zouden)\s+(?:\w+\s+){0,3}(?:mee|meekomen|meegaan|meereizen|meerijden|meedoen|aansluiten|aanschuiven)\b"
    r"|\b(?:zou|zouden)\s+(?:(?!(?:graag|dolgraag|gaarne|ook)\b)\w+\s+){0,5}(?:komen|gaan|deelnemen)\b"
    r"|\b(?:dacht|dachten|hoopte|hoopten|overwoog|overwogen)\b[^.;]{0,24}"
    r"\b(?:mee|(?:aan )?te (?:gaan|komen|sluiten|schuiven))\b"
    r"|\b(?:was|were) (?:going|planning|due|tempted|supposed) to\b",
    re.IGNORECASE,
)
# "Wim zou komen, maar nu ga ik", "maar die kan niet, dus ik kom alleen": what the writer does instead
INSTEAD = late(
    r"\b(?:(?:nu|daarom|dus|uiteindelijk)\s+(?:ga|kom|word)\s+ik|ik\s+(?:ga|kom)\s+(?:nu|in (?:haar|zijn) plaats)"
    r"|(?:dit keer|ditmaal|deze keer|this time)\s+(?:ga|kom|ben)\s+ik"
    r"|ik\s+(?:ga|kom|ben)\s+(?:dit keer|ditmaal|deze keer)"
    r"|(?:ik\s+(?:ga|kom|ben)|(?:ga|kom|ben)\s+ik|i\s+(?:am|will)|i'(?:m|ll))\s+(?:\w+\s+){0,3}"
    r"(?:alleen|alone|on my own))\b",
    re.IGNORECASE,
)
ALONE = late(r"\b(?:alleen|alone|on my own)\b", re.IGNORECASE)
BESIDE = 12  # characters: "ik dus alleen"
# ... or somebody else does, whose name stands next
ANOTHER_GOES = late(
    r"\b(?:nu|daarom|dus|uiteindelijk|dit keer|ditmaal|now)\s+(?:gaat|komt|gaan|komen|goes)\s+"
    r"(?:(?:mijn|onze|haar|zijn|my|our)\s+[\w-]+\s+|collega\s+)?(?=[A-ZÀ-Þ])"
)
# ... and nothing more is said by it: not so "nu kom ik met een vraag"
ENDS = late(
    r"\s*(?:[.!,;)\n]|\Z|(?:er|dus|zelf|alleen|alone|graag|maar|erheen|erbij|in (?:haar|zijn|hun) plaats"
    r"|voor (?:haar|hem|hen)|naar|op)\b)",
    re.IGNORECASE,
)
# "Wim zou zich bij u opgeven", "Wim zou gaan": what was to be, of somebody else
WAS_TO_COME = late(
    r"\bzou(?:den)?\s+(?:(?!(?:graag|dolgraag|gaarne|ook|willen|kunnen|moeten)\b)[\w-]+\s+){0,6}"
    r"(?:komen|gaan|deelnemen|bijwonen|opgeven|aanmelden|inschrijven|melden|registreren)\b"
    r"|\b(?:was|were|had) (?:going|planning|due|supposed|meant) to\b",
    re.IGNORECASE,
)
# "Wim zou meerijden, maar die komt later": by a way of his own
COMES_ELSE = late(
    r"\b(?:die|hij|zij|ze|he|she|they)\s+(?:komt|gaat|reist|rijdt|sluit|schuift|comes|will|is coming)\b"
    r"(?!\s+(?:dus\s+|nu\s+)?niet)",
    re.IGNORECASE,
)
WAS_TO = re.compile(r"\b(?:zou|zouden|had|hadden|would|was)\b", re.IGNORECASE)
BUT = re.compile(r"[\s,(]*(?:maar|doch|alleen|echter|helaas|but|only|however|unfortunately)\b", re.IGNORECASE)
# Not so "maar die heeft toch haar verhuizing"
AFTER_ALL = re.compile(
    r"\b(?:wel|toch(?!\s+(?:haar|zijn|hun|een|geen|niet|de|het|te|ander\w*|other)\b)|indeed)\b", re.IGNORECASE
)


def thwarted(text: str, unit: Unit, stances: list[Stance]) -> Iterator[tuple[Clause, Clause]]:
    """The clauses of a sentence that speak of somebody who would have come, each with the one that says why not.
    `stances`: what its clauses outside brackets say."""
    told = [clause for clause in unit.clauses if not clause.aside]
    for (wish, stance), (but, answer) in pairwise(zip(told, stances, strict=False)):
        if stance not in (Stance.NOTHING, Stance.COMES) or not BUT.match(text, but.start, but.end):
            continue
        if not (wish.names or _is_of_them(wish) or _goes_on(text, wish, told)):
            continue
        if but.has("i") and not (but.has("he", "him") or but.names) and wish.has("i", "myself_too"):
            continue  # "Wim en ik zouden komen, maar ik ben ziek"
        hopeful = wish.has("usual") or WOULD.search(text, wish.start, wish.end)
        instead = WAS_TO.search(text, wish.start, wish.end) and _tells_what_instead(text, but)
        if instead or (hopeful and answer is not Stance.COMES and not _only_wishes(text, but)):
            yield wish, but


def thwarted_oneself(text: str, unit: Unit, stances: list[Stance]) -> tuple[Clause, Clause] | None:
    """The clause by which the writer only would have come, and the one that says why not: "ik had ook graag willen
    komen, maar ben dan met vakantie". None where one behind them says that they come all the same."""
    told = [clause for clause in unit.clauses if not clause.aside]
    for at, (wish, but) in enumerate(pairwise(told)):
        if not BUT.match(text, but.start, but.end) or Stance.COMES in stances[at + 1 :]:
            continue
        if (
            not (wish.has("i") and wish.has("attend"))
            or wish.names
            or wish.has("enrol", "seat", "me", "us", "he", "we")
        ):
            continue  # "ik had mij graag aangemeld" is how one asks
        if but.names or but.asks or but.has("he", "him", "part", "person", "companion") or _only_wishes(text, but):
            continue
        unable = stances[at + 1 : at + 2] == [Stance.STAYS_AWAY]
        if wish.has("meant") or HAD_WISHED.search(text, wish.start, wish.end) or (unable and wish.has("modal")):
            return wish, but
    return None


# "Had graag op 30 maart willen komen"
HAD_WISHED = late(
    r"\b(?:had|was)\b[^.;:!?]{0,60}\b(?:graag|dolgraag|ook)\b[^.;:!?]{0,60}\b(?:willen|gewild)\b", re.IGNORECASE
)


def overtaken(text: str, unit: Unit) -> tuple[Clause, int | None] | None:
    """The clause of a sentence that tells who was to come, where right behind it somebody else is said to go instead,
    and where that name stands; None for the writer: "Oorspronkelijk zou Wim gaan, nu ga ik", "Wim zou zich opgeven,
    wat hij niet deed. Ik ga nu", "eerst zou Wim gaan, nu gaat Noor Tal"."""
    for wish in unit.clauses:
        if wish.aside or not (wish.names or _is_of_them(wish)) or not WAS_TO_COME.search(text, wish.start, wish.end):
            continue
        stop = text.find("\n\n", unit.end, unit.end + NEXT_SENTENCE)
        stop = unit.end + NEXT_SENTENCE if stop < 0 else stop
        instead = INSTEAD.search(text, wish.end, stop)
        if instead is not None and not ENDS.match(text, instead.end()):
            instead = None
        if wish.has("i", "we", "us", "myself_too") and not (
            instead is not None and ALONE.search(text, instead.start(), instead.end() + BESIDE)
        ):
            continue  # "Wim en ik zouden gaan, nu ga ik met Noor"
        if instead is not None:
            return wish, None
        if (another := ANOTHER_GOES.search(text, wish.end, stop)) is not None:
            return wish, another.end()
    return None


NEXT_SENTENCE = 60  # characters: " Daarom hoop ik dat het nog kan, want nu ga ik."


def _is_of_them(clause: Clause) -> bool:
    """ "Zij had zelf ook willen komen": somebody who was named before."""
    return clause.has("he") and not clause.has("i", "we", "me", "us", "part")


def _goes_on(text: str, clause: Clause, told: list[Clause]) -> bool:
    """ "Onze wethouder, Noor Tal, had graag willen komen": the verb of whom the clause before names."""
    before = next((other for other in told if other.end == clause.start), None)
    named = before is not None and bool(before.names) and not before.has("i", "we", "attend")
    return named and begins_with_verb(text, clause) and not clause.has("i", "we", "me", "us")


def _tells_what_instead(text: str, clause: Clause) -> bool:
    done = INSTEAD.search(text, clause.start, clause.end) is not None
    return done and COMES_ELSE.search(text, clause.start, clause.end) is None


def _only_wishes(text: str, clause: Clause) -> bool:
    said = text[clause.start : clause.end]
    return clause.has("part") or AFTER_ALL.search(said) is not None or bool(diets(said) or needs(said))
