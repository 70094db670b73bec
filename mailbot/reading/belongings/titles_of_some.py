"""A title told of some of those who come, by their place, number or a name behind it: "de eerste twee zijn jurist",
"nummers 1 en 3 zijn jurist", "Els is een van onze juristen", "wij zijn voorzitter (Els) en penningmeester (Wim)",
"Els en ik lopen als vrijwilligers mee"; of whoever is like another: "zij is jurist, net als ik".
"""

import re
from functools import cache

from mailbot.reading import details
from mailbot.reading.belongings.list_places import ListPlaces
from mailbot.reading.belongings.one_of_several import called_so
from mailbot.reading.belongings.ownership import owners
from mailbot.reading.belongings.statements import clause_before, evidence_of, is_within
from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.units import UnitKind
from mailbot.reading.lexicon import words
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

ARE = re.compile(r"\b(?:zijn|are|werken als|work as)\s(?:\w+\s){0,2}$")  # "Els en Wim zijn juristen"
SAID = re.compile(r"\b(?:is|zijn|werkt|werken|als|is|are|as)\s(?:\w+\s){0,2}$")
ONE_OF = late(
    r"\b(?:is|ben|am|als|as)\s(?:(?:ook|zelf|also)\s)?(?:een|1|eentje|one)\s(?:van|uit|of)\s"
    r"(?:de|onze|hun|mijn|jullie|our|the|my|their)\s(?:\w+\s){0,2}$"
)
NAMED = re.compile(r"\s?\((?P<who>[^\W\d_][^()\n\d]{0,40})\)")
# "We draaien als vrijwilligers mee"; not "als raadsleden dit lezen", "ze zien u als ambtenaren"
AS = re.compile(r"(?<!net )(?<!zo )(?<!\w)(?:als|as)\s(?:\w+e\s)?$")
OTHERS = re.compile(
    r"\b(?:u|jullie|hen|hun|hem|ze|mensen|anderen|iemand|them|people|others|you)\s(?:\w+\s){0,3}(?:als|as)\s(?:\w+\s)?$"
)
BEGINS = re.compile(r"\W*(?:als|as)\s(?:\w+\s)?$")
WE_BEHIND = re.compile(r"\s(?:\w+\s){0,3}?\w+\s(?:wij|we|ik|mijn|onze|collega)\b|,\s(?:we|my|our)\b")


def said_of_several(body: str, found: Found, before: str) -> bool:
    """Whether a title in the plural is said of those whom the words before it name: by "zijn", or by "als"."""
    if ARE.search(before):
        return True
    if AS.search(before) is None or OTHERS.search(before):
        return False
    return BEGINS.fullmatch(before) is None or WE_BEHIND.match(body, found.end) is not None


def titles_of_some(
    asking: Asking, body: str, elsewhere: list[tuple[int, int]], people: list[Person]
) -> list[tuple[int, int]]:
    """Give those people such titles. Returns where these stand, which are nobody else's."""
    taken: list[tuple[int, int]] = []
    for found in details.roles(body) if len(people) > 1 else ():
        if said_of_rest().search(clause_before(body, found)):
            taken.append((found.start, found.end))  # whose it is, the titles of the others tell
            continue
        if is_within(found, elsewhere) or not (whose := _meant(asking, body, found, people)):
            continue
        for person in whose:
            person.put("role", found.value, evidence_of(found))
        taken.append((found.start, found.end))
    return taken


def _meant(asking: Asking, body: str, found: Found, people: list[Person]) -> list[Person]:
    unit = next((unit for unit in asking.sheet.units if unit.start <= found.start < unit.end), None)
    if unit is None or unit.kind is not UnitKind.SENTENCE:
        return []
    if named := NAMED.match(body, found.end):
        return called_so(asking, named["who"], people)
    before = clause_before(body, found)
    if found.kind == "plural" and ONE_OF.search(before):
        return owners(asking, found.start, people)
    if not SAID.search(before):
        return []
    places = ListPlaces(asking, people, [])
    return places.placed(unit, found.start) or places.numbered(unit, found.start)


@cache
def said_of_rest() -> re.Pattern[str]:
    """ "Babette is programmaleider, de overigen zijn beleidsmedewerker": of all of whom no title is told."""
    rest, bare = any_of(words("roles", "said_of_rest")), any_of(words("roles", "rest"))
    return re.compile(rf"(?<!\w)(?:(?:{rest})(?:\s\w+){{1,3}}|(?:{bare}))\s$")  # not "de andere drie juristen"


def is_writers_too(body: str, found: Found) -> bool:
    """ "Ali is adviseur bij Movisie, net als ik", "zij is net als ik jurist"."""
    folded = fold(body)
    before = _like_me_before().search(folded, max(0, found.start - 24), found.start)
    return before is not None or _like_me().match(folded, found.end) is not None


@cache
def _like_me() -> re.Pattern[str]:
    place = r"(?:\s(?:is|zijn|werkt))?(?:\s(?:bij|van|in|voor|at|of|for)\s[^,.;\n]{2,40})?"
    return re.compile(rf"{place},?\s(?:{any_of(words('roles', 'like_me'))})(?!\w)")


@cache
def _like_me_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('roles', 'like_me'))})\s(?:een\s|a\s|an\s)?$")
