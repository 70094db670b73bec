"""Who has what is told first: "de vegetariër onder ons is Wim", "die met de notenallergie ben ik", "halal: Els"; and
what is told of one of them, without saying of whom.
"""

import re

from mailbot.reading.account.account import Mark
from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.units import Unit
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.workshops.round_patterns import number_of

CUT = re.compile(r"[,;.:(!?]\s|\b(?:en|maar|want|dus|and|but)\s")
LEADS = late(
    r"\s*(?:(?:de|het|die|dat|degene|diegene|wie|een|één|eentje|er is er (?:een|één|eentje)(?: die)?|the|a|one|whoever)"
    r"(?:\s[^,;.:]{0,30})?)?\s*",
    re.IGNORECASE,
)
OF_THEM = r"(?:(?:van|voor|mijn|onze|collega|mevrouw|de heer|of|for|my|our)\s){0,2}"
BEHIND = late(
    rf"[^,;.:!?()\n]{{2,50}}?(?:,?\s(?:en\s|and\s)?(?:dat|die|that)\s(?:is|ben|zijn|am)|\s(?:is|ben|zijn|heet|are|am)"
    rf"|,?\s(?:namelijk|te weten|namely)|\s?:)\s{OF_THEM}",
    re.IGNORECASE,
)
NO_OWNER = re.compile(r"\S+(?:\s\S+)?\s(?:geen|niet|prima|goed|fijn|ook|no|not|fine)\b", re.IGNORECASE)
AND = re.compile(r"[^,;.:!?\n]{1,40}?(?:\s(?:en|and)|\s&|,)\s(?:(?:van|voor|of|for)\s)?")
ENDS = re.compile(r"\S+(?:\s(?:\S+\s){0,2}[^\W\d_a-z]\S*)?\s*(?:[.,;!?)\n]|$)")  # "en ik.", not "en ik eet halal"
ONE_OF_THEM = re.compile(
    r"\b(?:(?:een|één|eentje|iemand) (?:van|uit|onder) (?:hen|ons|de|het|onze|mijn|die)|eentje|(?<!ben )iemand"
    r"|one of (?:us|them|my|our|the)|somebody|someone)\b",
    re.IGNORECASE,
)


def told_behind(asking: Asking, unit: Unit, at: int, people: list[Person]) -> list[Person]:
    """Who is named as those of whom what stands at that place is told, behind it; nobody where it begins otherwise."""
    since = max((cut.end() for cut in CUT.finditer(asking.text, unit.start, at)), default=unit.start)
    marks = [m for m in asking.account.marks if m.people and since <= m.at < unit.end]
    behind = [m for m in marks if m.at > at]
    if not behind or behind[0] is not marks[0] or LEADS.fullmatch(asking.text, since, at) is None:
        return []
    if BEHIND.fullmatch(asking.text, at, behind[0].at) is None or NO_OWNER.match(asking.text, behind[0].at):
        return []
    return [person for mark in _row(asking.text, behind) for person in mark.people if person in people]


def _row(text: str, marks: list[Mark]) -> list[Mark]:
    """The first of them, and those that an "en" joins to it."""
    row = marks[:1]
    for mark in marks[1:]:
        if AND.fullmatch(text, row[-1].at, mark.at) is None or ENDS.match(text, mark.at) is None:
            break
        row.append(mark)
    return row


def is_of_one_of_them(asking: Asking, unit: Unit, at: int) -> bool:
    """ "Een van ons eet halal": whoever that is, it is not told, and not the writer's more than anybody's."""
    said = [found.end() for found in ONE_OF_THEM.finditer(asking.text, unit.start, at)]
    return bool(said) and not any(said[-1] <= m.at < at and m.people for m in asking.account.marks)


EXCEPT = re.compile(
    r"\b(?:behalve|uitgezonderd|uitgenomen|met uitzondering van|except(?: for)?|apart from)\s"
    r"(?:(?:voor|bij|mijn|onze|collega|for)\s){0,2}\Z",
    re.IGNORECASE,
)
BUT_ONE = (
    re.compile(r"\bop\s(?:(?:mijn|onze|collega)\s)?\Z", re.IGNORECASE),
    re.compile(r"\S+(?:\s[^\W\d_a-z]\S*)?\sna\b"),
)
EVERYBODY = re.compile(
    r"\b(?:iedereen|allemaal|allen|alle(?:bei| (?:twee|drie|vier|vijf))|we|wij|everybody|everyone|all)\b", re.I
)


def but_for(asking: Asking, unit: Unit, whose: list[Person], people: list[Person]) -> list[Person]:
    """Those, without whoever is taken out of them: "alle drie geen vlees, behalve Wim", "op Wim na eet iedereen"."""
    marks = [m for m in asking.account.marks if unit.start <= m.at < unit.end and _is_excepted(asking.text, m)]
    excepted = [person for person in people if any(person in m.people for m in marks)]
    if not excepted:
        return whose
    if EVERYBODY.search(asking.text, unit.start, unit.end):
        return [person for person in people if person not in excepted]
    left = [person for person in whose if person not in excepted]
    named = any(m.people and m not in marks for m in asking.account.marks if unit.start <= m.at < unit.end)
    # "Graag vegetarisch, behalve voor Wim": nobody else is named, so it is said of all the others
    return left if left and named else [person for person in people if person not in excepted]


COUNT = re.compile(r"\b(?P<count>\d|\w{3,5})\s?(?:x|×|keer|maal|times|stuks)\s(?:een\s|a\s)?\Z")


def counted(asking: Asking, at: int, people: list[Person]) -> list[Person] | None:
    """Whose it is where it is said how many have it: everybody's, where they are as many ("drie keer vegetarisch"), and
    nobody's where they are more; None where no number is told."""
    said = COUNT.search(fold(asking.text[max(0, at - 24) : at]))
    number = number_of(said["count"], ()) if said else 0
    if not number or len(people) < 2:
        return None
    return people if number == len(people) else []


def _is_excepted(text: str, mark: Mark) -> bool:
    before, behind = BUT_ONE
    if EXCEPT.search(text, max(0, mark.at - 40), mark.at):
        return True
    return before.search(text, max(0, mark.at - 24), mark.at) is not None and behind.match(text, mark.at) is not None
