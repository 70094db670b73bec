"""What a signature says of others than its author: "(Jaap is jurist)", "beleidsadviseur (net als Nawal)"."""

import re
from functools import cache

from mailbot.reading import details
from mailbot.reading.belongings.statements import evidence_of
from mailbot.reading.case.asking import Asking
from mailbot.reading.lexicon import words
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

# Before a title, in its line: those whose it is
SAID = late(
    r"(?:^|[\n(.;,]\s?|\bps:?\s)(?P<who>[^\n().;,]{2,60}?)\s(?:is|zijn|werkt|werken|are|works|work)\s"
    r"(?:(?:allebei|beiden|allen|both|ook|hier|bij ons|als|as|onze|our|een|an?|de)\s){0,3}$"
)
LIKE = re.compile(r"[^\n(]{0,40}\((?:net als|evenals|zelfde als|like|same as)\s(?P<who>[^\n()]{2,60})\)")
# Beside a number: "Frans: ", "Tel. Frans Kuiper - ", "Frans (mobiel): "; " (Frans)"
NAME = r"(?P<who>[^\W\d_a-z][^\W\d_]*(?:['’-][^\W\d_]+)*(?:[ ]['’]?[^\W\d_]+(?:['’-][^\W\d_]+)*){0,4}?)"
NAME_BEFORE = late(
    r"(?:^|\n|[|;/,][ ]?|\.[ ])[^\S\n]*(?:(?i:tel(?:efoon)?|mob(?:iel)?|nummer|bel)\.?[ ](?:van[ ])?)?"
    rf"{NAME}(?:[ ]\([^()\n]{{2,12}}\))?[ ]?(?:[:=,–-]|\bis\b|\bop\b)?[ ]?"
    r"(?:(?i:tel(?:efoon)?|mob(?:iel)?|t|m)[.:]{0,2}[ ]?)?\Z"
)
NAME_BEHIND = late(rf"[ ]?\((?:(?i:dat|dit|that) (?:is|ben) |(?i:van|of) )?{NAME}\)")
WORD = re.compile(r"[^\W\d_][\w'’-]+")
SEVERAL = 2


def titles_of_others(asking: Asking, people: list[Person]) -> list[Found]:
    """Give those people what the signature says that they are. Returns the titles that are not its author's."""
    text, told = asking.sheet.parts.signature, []
    folded = fold(text)
    for found in details.roles(text, asking.sheet.parts.below):
        if _is_signed_for(folded, found):
            told.append(found)
        if len(people) < SEVERAL:
            continue
        said = SAID.search(folded, max(0, found.start - 100), found.start)
        like = LIKE.match(folded, found.end)
        whom = _named(said["who"], people) if said else _right_before(text, found.start, asking.writer, people)
        for person in (*whom, *(_named(like["who"], people) if like else ())):
            person.put("role", found.value, evidence_of(found))
        if whom and asking.writer not in whom:
            told.append(found)
    return told


def numbers_of_others(asking: Asking, people: list[Person]) -> list[Found]:
    """Give those people the numbers beside which the signature has their name. Returns these, which aren't its
    author's."""
    text, told = asking.sheet.parts.signature, []
    for found in details.phones(text, asking.sheet.parts.below) if len(people) > 1 else ():
        whose = named_beside_number(asking.text, found, people)
        if whose is not None and whose is not asking.writer:
            whose.put("phone", found.value, evidence_of(found))
            told.append(found)
    return told


def named_beside_number(text: str, number: Found, people: list[Person]) -> Person | None:
    """Whose name stands right beside a number, in its line: "Frans: 06 ...", "06 ... (Frans)"."""
    before = NAME_BEFORE.search(text, max(0, number.start - 60), number.start)
    for said in (before, NAME_BEHIND.match(text, number.end)):  # "bellen kan op" names nobody
        named = [p for p in people if said and p.name.given and said["who"] in (p.name.given, str(p.name))]
        if len(named) == 1:
            return named[0]
    return None


def _is_signed_for(folded: str, title: Found) -> bool:
    """Whether a signature has that title of whoever it is signed for: "namens burgemeester en wethouders,"; or by whose
    desk: "Secretariaat wethouder De Boer"."""
    line = folded.rfind("\n", 0, title.start) + 1
    return (
        _signed_for().search(folded, line, title.start) is not None
        or _desk().match(folded, line, title.end) is not None
    )


@cache
def _signed_for() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('roles', 'signed_for'))})\s[^\n,;:|()]{{0,40}}$")


@cache
def _desk() -> re.Pattern[str]:
    return re.compile(rf"\W*\w*(?:{any_of(words('roles', 'desks'))})\s(?:van\s)?[^\n,;:|()–-]+$")


def _right_before(text: str, at: int, writer: Person, people: list[Person]) -> list[Person]:
    """Whose whole name stands before that place in its line, where several sign: "Manon Stubbe (adviseur HR)"."""
    line = text[text.rfind("\n", 0, at) + 1 : at].rstrip(" (,-–|\t")
    return [person for person in people if person is not writer and person.name.is_full and line == str(person.name)]


def _named(words: str, people: list[Person]) -> list[Person]:
    """Whom of those people these folded words name."""
    said = set(WORD.findall(words))
    return [person for person in people if person.name.given and fold(person.name.given) in said]
