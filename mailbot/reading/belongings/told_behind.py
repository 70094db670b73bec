"""Who has what is told first: "de vegetariër onder ons is Wim", "die met de notenallergie ben ik", "halal: Els"; and
what is told of one of them, without saying of whom.
"""

import re

from mailbot.reading.account.account import Mark
from mailbot.reading.belongings.one_of_several import called_so
from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.units import Unit
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.workshops.round_patterns import number_of

CUT = re.compile(r"[,;.:(!?]\s|\b(?:en|maar|want|dus|and|but)\s")
LEADS = late(
    r"\s*(?:(?:voor|bij|met|for|graag|svp|please)\s)?(?:(?:de|het|die|dat|degene|diegene|wie|een|één|eentje"
    r"|[eé]én|twee|drie|vier|two|three|\d\s?x?|er (?:is|zijn) (?:er )?(?:een|één|twee)"
    r"|er is er (?:een|één|eentje)(?: die)?|the|a|one|whoever)"
    r"(?:\s[^,;.:]{0,30})?)?\s*",
    re.IGNORECASE,
)
OF_THEM = r"(?:(?:van|voor|mijn|onze|collega|mevrouw|de heer|of|for|my|our)\s){0,2}"
BEHIND = late(
    rf"[^,;.:!?()\n]{{2,50}}?(?:,?\s(?:en\s)?(?:je|u|jullie)\s(?:raadt|mag raden|weet)\s"
    rf"[^.;:!?\n]{{0,20}}\bwie[^.;:!?\n]{{0,12}}:"
    rf"|,?\s(?:en\s|and\s)?(?:dat|die|that)\s(?:is|ben|zijn|am)|\s(?:is|ben|zijn|heet|are|am)"
    rf"|,?\s(?:namelijk|te weten|namely|voor|for)|\s?:)\s{OF_THEM}|[^,;.:!?()\n]{{2,50}}?\s?\({OF_THEM}",
    re.IGNORECASE,
)
OF_ALL = late(
    r"[^,;.:!?()\n]{2,40}?:\s(?:allemaal|iedereen|allen|allebei|beiden|alle (?:twee|drie|vier|vijf))\b", re.IGNORECASE
)
# Behind what is told: ", dan is dat voor haar", ". Dat geldt alleen voor Els"
FOR_WHOM = late(
    r"[^.;!?\n]{0,60}?(?:[,(–-]\s?|[.?]\s|\s(?=dan\s))(?:(?:en|dan|maar|dus|then|and|but)\s){0,2}"
    r"(?:(?:dat|die|dit|that|it)\s)?(?:(?:is|geldt|zou|zijn|was|telt|would be)\s)?"
    r"(?:(?:dan|dat|die|alleen|graag|bedoeld|only|please)\s){0,2}(?:voor|for)\s"
    r"(?:(?:onze|mijn|collega|mevrouw|de heer|my|our)\s){0,2}"
    r"(?P<who>(?:mij|me|mijzelf|mezelf|hem|haar|him|her|[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?))"
    r"(?:\s(?:dan|graag|please|bedoeld|alone))?\s?(?:[.,;!?)\n]|$)",
)
PRONOUN = re.compile(r"(?:hem|haar|him|her)", re.IGNORECASE)
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
    if OF_ALL.match(asking.text, at):
        return people
    since = max((cut.end() for cut in CUT.finditer(asking.text, unit.start, at)), default=unit.start)
    marks = [m for m in asking.account.marks if m.people and since <= m.at < unit.end]
    behind = [m for m in marks if m.at > at]
    if not behind or behind[0] is not marks[0] or LEADS.fullmatch(asking.text, since, at) is None:
        return []
    if BEHIND.fullmatch(asking.text, at, behind[0].at) is None or NO_OWNER.match(asking.text, behind[0].at):
        return []
    return [person for mark in _row(asking.text, behind) for person in mark.people if person in people]


def for_whom(asking: Asking, unit: Unit, at: int, end: int, people: list[Person]) -> list[Person]:
    """ "Is er iets zonder gluten, dan is dat voor haar", "een halal lunch, die is voor Els": those for whom what stands
    at [at, end) is said to be, where the sentence named nobody before."""
    begins = max((cut.end() for cut in CUT.finditer(asking.text, unit.start, at)), default=unit.start)
    if any(m.people and begins <= m.at < at for m in asking.account.marks):
        return []
    said = FOR_WHOM.match(asking.text, end)
    if said is None:
        return []
    who = said["who"]
    if PRONOUN.fullmatch(who):
        meant = [p for m in asking.account.marks if m.at == said.start("who") for p in m.people if not p.is_writer]
        others = meant or [person for person in people if not person.is_writer]
        return [p for p in people if p in others] if len(others) == 1 else []
    return called_so(asking, who, people)


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
INSTEAD = re.compile(r"[\w'’-]+(?:\s[^\W\d_a-z][\w'’-]*)?(?:\sna)?\s?[(:–-]\s?|[\w'’-]+(?:\sna)?,\s(?:die|who)\s\w+\s")
EVERYBODY = re.compile(
    r"\b(?:iedereen|allemaal|allen|alle(?:bei| (?:twee|drie|vier|vijf))|we|wij|everybody|everyone|all)\b", re.I
)


def but_for(asking: Asking, unit: Unit, at: int, whose: list[Person], people: list[Person]) -> list[Person]:
    """Those, without whoever is taken out of them: "alle drie geen vlees, behalve Wim", "op Wim na eet iedereen"."""
    marks = [m for m in asking.account.marks if unit.start <= m.at < unit.end and _is_excepted(asking.text, m)]
    excepted = [person for person in people if any(person in m.people for m in marks)]
    if not excepted:
        return whose
    if theirs := [p for m in marks for p in m.people if p in people and INSTEAD.fullmatch(asking.text, m.at, at)]:
        return theirs  # "allen vegetarisch, behalve Wim (halal)"
    if EVERYBODY.search(asking.text, unit.start, unit.end):
        return [person for person in people if person not in excepted]
    left = [person for person in whose if person not in excepted]
    named = any(m.people and m not in marks for m in asking.account.marks if unit.start <= m.at < unit.end)
    # "Graag vegetarisch, behalve voor Wim": nobody else is named, so it is said of all the others
    return left if left and named else [person for person in people if person not in excepted]


COUNT = re.compile(r"\b(?P<count>\d|\w{3,5})\s?(?:x|×|keer|maal|times|stuks)\s(?:een\s|a\s)?\Z")
COUNT_OF = late(r"\b(?P<count>\d|[eé]én|twee|drie|vier|vijf|two|three|four|five)\s(?:[^\W\d_]+e\s)?\Z", re.IGNORECASE)
# What can be counted: "twee vegetarische lunches", "één rolstoel"; not "twee dagen vegetarisch"
COUNTABLE = late(
    r"[\w-]+\s?(?:lunch|maaltijd|broodje|menu|portie|optie|eter|meal|lunches)|[\w-]*(?:ari[eë]r|anist|an|stoel|gebruiker|or)s?\b",
    re.IGNORECASE,
)


def counted(asking: Asking, unit: Unit, at: int, people: list[Person]) -> list[Person] | None:
    """Whose it is where it is said how many have it: everybody's, or all those's whom the sentence named, where they
    are as many ("drie keer vegetarisch"), and nobody's where they aren't; None where no number is told."""
    before = asking.text[max(0, at - 24) : at]
    said = COUNT.search(fold(before))
    if said is None and COUNTABLE.match(asking.text, at):
        said = COUNT_OF.search(before)
    number = number_of(fold(said["count"]), ()) if said else 0
    if not number or len(people) < 2:
        return None
    if number == len(people):
        return people
    marks = [m for m in asking.account.marks if unit.start <= m.at < at]
    named = [person for person in people if any(person in m.people for m in marks)]
    return named if len(named) == number else []


def _is_excepted(text: str, mark: Mark) -> bool:
    before, behind = BUT_ONE
    if EXCEPT.search(text, max(0, mark.at - 40), mark.at):
        return True
    return before.search(text, max(0, mark.at - 24), mark.at) is not None and behind.match(text, mark.at) is not None
