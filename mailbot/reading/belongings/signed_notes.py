"""What a signature says of others than its author: "(Jaap is jurist)", "beleidsadviseur (net als Nawal)"."""

import re

from mailbot.reading import details
from mailbot.reading.belongings.statements import evidence_of
from mailbot.reading.case.asking import Asking
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

# Before a title, in its line: those whose it is
SAID = late(
    r"(?:^|[\n(.;,]\s?|\bps:?\s)(?P<who>[^\n().;,]{2,60}?)\s(?:is|zijn|werkt|werken|are|works|work)\s"
    r"(?:(?:allebei|beiden|allen|both|ook|hier|bij ons|als|as|onze|our|een|an?|de)\s){0,3}$"
)
LIKE = re.compile(r"[^\n(]{0,40}\((?:net als|evenals|zelfde als|like|same as)\s(?P<who>[^\n()]{2,60})\)")
WORD = re.compile(r"[^\W\d_][\w'’-]+")


def titles_of_others(asking: Asking, people: list[Person]) -> list[Found]:
    """Give those people what the signature says that they are. Returns the titles that are not its author's."""
    text, told = asking.sheet.parts.signature, []
    folded = fold(text) if len(people) > 1 else ""
    for found in details.roles(text, asking.sheet.parts.below) if folded else ():
        said = SAID.search(folded, max(0, found.start - 100), found.start)
        like = LIKE.match(folded, found.end)
        whom = _named(said["who"], people) if said else _right_before(text, found.start, asking.writer, people)
        for person in (*whom, *(_named(like["who"], people) if like else ())):
            person.put("role", found.value, evidence_of(found))
        if whom and asking.writer not in whom:
            told.append(found)
    return told


def _right_before(text: str, at: int, writer: Person, people: list[Person]) -> list[Person]:
    """Whose whole name stands before that place in its line, where several sign: "Manon Stubbe (adviseur HR)"."""
    line = text[text.rfind("\n", 0, at) + 1 : at].rstrip(" (,-–|\t")
    return [person for person in people if person is not writer and person.name.is_full and line == str(person.name)]


def _named(words: str, people: list[Person]) -> list[Person]:
    """Whom of those people these folded words name."""
    said = set(WORD.findall(words))
    return [person for person in people if person.name.given and fold(person.name.given) in said]
