"""Whether the words before a value turned to somebody who isn't named there: "mijn vrouw eet halal", "haar man is
jurist", "een andere collega zit in een rolstoel". None of it is the writer's, nor of whoever was named last.
"""

import re

from mailbot.reading.account.account import Mark
from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue
from mailbot.reading.letter.units import Unit
from mailbot.reading.names.people import Person
from mailbot.reading.names.relations import is_private
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

OF_OURS = late(
    r"(?<!\w)(?:(?P<with>met|van|bij|door|via|namens|naast|with|of|by|from)\s)?(?:mijn|m'n|mn|onze|ons|my|our)"
    r"(?:\s[\w'’-]+){1,3}$",
    re.IGNORECASE,
)
# Of whom a clause begins to tell: "haar man", "een andere collega", "de moeder van Wim"
ANOTHERS = late(
    r"\W*(?:(?:en|maar|want|and|but)\s)?"
    r"(?:(?:haar|hun|zijn|diens|her|his|their)\s(?:[\w-]+\s)?|(?:een|an?)\s(?:andere?|other)\s|(?:een|another)\s)",
    re.IGNORECASE,
)
GOES_ON = re.compile(r"[\s,;:–-]*(?:(?:want|omdat|maar|for)\s)?(?:die|deze)\s")


BEGINS = re.compile(r"\W*(?:(?:[Ee]n|[Mm]aar|[Ww]ant|and|but)\s)?")


def called_ours(asking: Asking, clause: Clause, at: int, marks: list[Mark]) -> str:
    """By which word the words before that place turned to "mijn vrouw", "onze stagiair", and to nobody else since: what
    they say isn't of the writer. Nothing where they didn't, or that word means one of those named."""
    if clause.has("i", "me"):
        return ""
    for noun in _nouns(clause, at, marks):
        ours = OF_OURS.search(asking.text, max(clause.start, noun.start - 40), noun.end)
        if ours is not None and not ours["with"]:
            return fold(asking.text[noun.start : noun.end]).split()[-1]
    return ""


def is_of_another(text: str, clause: Clause, at: int, marks: list[Mark]) -> bool:
    """Whether the clause of that place begins with somebody else's somebody, and turns to nobody else since."""
    nouns = _nouns(clause, at, marks)
    return _begins_bare(text, clause, nouns) or any(
        ANOTHERS.fullmatch(text, clause.start, noun.start) for noun in nouns
    )


def is_of_family(asking: Asking, unit: Unit, at: int, people: list[Person]) -> bool:
    """Whether what stands there is said of "vader", as nobody was introduced, and one of those people may be that:
    "Mijn vader en moeder, Jan en Els Vos, en ik komen. Vader is blind"."""
    relations = asking.account.relations
    clause = next((clause for clause in unit.clauses if clause.start <= at < clause.end), None)
    if clause is None or relations is None or not any(p for p in people if not (p.is_writer or relations.knows(p))):
        return False
    marks = [mark for mark in asking.account.marks if unit.start <= mark.at <= at]
    return _begins_bare(asking.text, clause, _nouns(clause, at, marks))


def _begins_bare(text: str, clause: Clause, nouns: list[Cue]) -> bool:
    """Whether a clause begins with "vader", and no "mijn" before it, by which word nobody was introduced."""
    return any(
        is_private(fold(text[noun.start : noun.end])) and BEGINS.fullmatch(text, clause.start, noun.start)
        for noun in nouns
    )


def _nouns(clause: Clause, at: int, marks: list[Mark]) -> list[Cue]:
    """The words for somebody between whom the talk turned to last and that place."""
    here = [m.at for m in marks if m.start <= at < m.end]
    last = max(here, default=clause.start)
    people = [cue for cue in clause.cues if cue.kind in ("person", "companion") and last <= cue.start < at]
    return [cue for cue in people if not any(cue.start <= mark < cue.end for mark in here)]


def is_something_else(asking: Asking, called: str, person: Person) -> bool:
    """Whether somebody was introduced as what that word doesn't mean: "mijn moeder" is nobody's father."""
    relations = asking.account.relations
    return relations is not None and relations.is_another(called, person)


def told_of_before(text: str, unit: Unit, clause: Clause) -> Clause:
    """The clause that names of whom that one goes on to tell: "mijn man blijft thuis, die is allergisch"."""
    before = [other for other in unit.clauses if other.end <= clause.start and not other.aside]
    return before[-1] if before and GOES_ON.match(text, clause.start) else clause
