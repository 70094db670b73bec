"""A title of several people, or of whoever is named behind it: "drie raadsleden: A, B en C", "onze directeur: ..."."""

import re
from functools import cache

from mailbot.reading import details
from mailbot.reading.belongings.statements import clause_before, evidence_of, is_within
from mailbot.reading.belongings.titles import APPOSED, NEXT_NAMES, said_of_all
from mailbot.reading.case.asking import Asking
from mailbot.reading.lexicon import load, word_set, words
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

OURS = re.compile(r"\b(?:onze|ons|mijn|een|1|our|my|one)\s(?:nieuwe\s|new\s)?$")
# What is said of somebody before the name; "onze directeur vroeg: ..." announces others
ANNOUNCES_ONE = late(
    r"(?![^:\n]*\b(?:vr(?:aag|oeg)\w*|ze(?:i|gt)|schr(?:ijft|eef)|lie?t|laat|verzoe\w*|asks?|asked|sa(?:id|ys)|wrote)\b)"
    r"[^:.!?\n]{2,80}:\s"
)
WE_ARE = late(
    r"\b(?:wij|we)\s(?:zijn|werken als|are)\s(?:\w+\s){0,2}$|\b(?:zijn|werken)\s(?:wij|we)\s(?:als\s)?(?:\w+\s){0,2}$"
)
SEVERAL = 2
IN_ROW = late(
    r"\s?(?:\([^()\n]{2,30}\)\s?)?(?:,\s|,?\s(?:en|and|&|\+)\s)(?:(?:mijn|onze|my|our)\s)?(?:collega\s|colleague\s)?"
)
BEFORE_TITLE = late(
    r"\s?(?:\([^()\n]{2,30}\)\s?)?(?:[,(|]|\s[–-]|\n)\s?(?:(?:beiden?|allebei|allen|both|all|onze|our|de|the)\s){0,2}"
)
# "Vijf raadsleden"; not "en nog twee trainees", nor "wie van onze twee stagiairs"
COUNTED = late(
    r"(?P<more>(?:\b(?:en|plus|nog|ook|and|another|(?:van|of|uit)\s(?:onze|de|die|hun|our|the|these|their))|[&+])\s)?"
    r"(?P<count>\w+)\s(?:(?:van|uit|of)\s(?:onze|de|mijn|our|the|my)\s)?$"
)
HEADING = late(r"\n[^\W\d_][^\n.!?:]{2,40}:[^\S\n]*(?=\n)")
SAID = re.compile(r"[^\W\d_]{2}[.!?]\s|\n")  # where a sentence ends


def roles_of_all(asking: Asking, body: str, elsewhere: list[tuple[int, int]], people: list[Person]) -> None:
    """ "Op Merijn na (wethouder) zijn het allemaal adviseurs"; "drie raadsleden: A, B en C"; "de adviseurs A en B"."""
    for found in details.roles(body):
        before = clause_before(body, found)
        if rest := _said_of_rest().search(before):
            whose = _without_title(people, _number_in(rest[0]))
        elif is_within(found, elsewhere):
            continue
        elif found.kind == "plural":
            whose = _of_several(body, found, before, people)
        elif said_of_all().search(before):
            whose = people
        else:
            sole = _announced(asking, found, before) if found.kind == "title" else None
            whose = [person for person in people if person is sole]
        for person in whose:
            person.put("role", found.value, evidence_of(found))


def _without_title(people: list[Person], number: int | None) -> list[Person]:
    """Those of whom no title was told, where they are so many; None for any number."""
    without = [person for person in people if person.role is None]
    return without if number in (None, len(without)) else []


def _of_several(body: str, found: Found, before: str, people: list[Person]) -> list[Person]:
    """Whose a title in the plural is: everybody's, where it is said of all or counts them; else that of whoever is
    named next, or in the list that it announces."""
    if fold(found.value) in word_set("roles", "no_title"):
        return []
    if said_of_all().search(before) or WE_ARE.search(before) or _counts(body, found, people):
        return people
    if row := _row_before(body, found, people):
        return row
    announced = _announces_list(body, found.end)
    behind = [person for person in people if _is_named_behind(body, found, person, announced=announced)]
    return _above_next_heading(body, found, behind) if announced else behind


def _above_next_heading(body: str, found: Found, behind: list[Person]) -> list[Person]:
    """Those of a list who stand above the next line that heads others: "Raadsleden:", and below "Ambtenaren:"."""
    first = {id(p): min(a for a, _ in p.spans if a >= found.end) for p in behind}
    heading = HEADING.search(body, min(first.values(), default=len(body)))
    return [p for p in behind if heading is None or first[id(p)] < heading.start()]


def _is_named_behind(body: str, found: Found, person: Person, *, announced: bool) -> bool:
    """`announced`: a list follows, however far its names are; else the name stands close, in the same sentence."""
    first = min((start for start, _ in person.spans if start >= found.end), default=None)
    if first is None or not body[first : first + 1].strip():
        return False  # "met twee juristen: Els Pot en Wim Smit", signed by somebody else
    return announced or (first - found.end <= NEXT_NAMES and "." not in body[found.end : first])


def _announced(asking: Asking, found: Found, before: str) -> Person | None:
    """ "Onze directeur komt de 30e: Ali Smit", "ik meld één raadslid aan: mevrouw Pot": the one named behind the
    colon, and nobody beside."""
    told = ANNOUNCES_ONE.match(asking.text, found.end) if OURS.search(before) else None
    if told is None:
        return None
    near = [(start, person) for person in asking.roster.people for start, _ in person.spans if start >= found.end]
    stop = SAID.search(asking.text, max(told.end(), min((start for start, _ in near), default=0)))
    behind = [(start, person) for start, person in near if stop is None or start < stop.start()]
    if len({id(person) for _, person in behind}) != 1:
        return None
    start, person = min(behind, key=lambda one: one[0])
    if start < told.end() or not APPOSED.fullmatch(fold(asking.text[told.end() - 1 : start]) + " "):
        return None
    return person


def _counts(body: str, found: Found, people: list[Person]) -> bool:
    """Whether there are said to be as many of them as people come, in a sentence that so begins, or before some of
    their names: "twee juristen dus"; "vijf van onze raadsleden:". "We nemen twee stagiairs mee" speaks of others."""
    before = COUNTED.search(fold(body)[max(0, found.start - 30) : found.start])
    if len(people) < SEVERAL or before is None or before["more"] or _number_in(before["count"]) != len(people):
        return False
    begins = clause_before(body, found).strip() == before[0].strip()
    return begins or any(start >= found.end for person in people for start, _ in person.spans)


def _row_before(body: str, found: Found, people: list[Person]) -> list[Person]:
    """Who stands in the row of names right before a title in the plural: "Els Bos en Wim Vos, raadsleden te Epe"."""
    spans = [(end, start, person) for person in people for start, end in person.spans if start < end <= found.start]
    row: list[Person] = []
    at, between = found.start, BEFORE_TITLE
    for end, start, person in sorted(spans, key=lambda one: one[0], reverse=True):
        if person in row or between.fullmatch(body, end, at) is None:
            break
        row.append(person)
        at, between = start, IN_ROW
    return row if len(row) >= SEVERAL else []


def _number_in(words_said: str) -> int | None:
    """The number among those words, in digits or not; None where there is none."""
    numbers = {fold(word): int(n) for n, listed in load("dates")["numbers"].items() for word in listed}
    told = (int(word) if word.isdigit() else numbers.get(word) for word in words_said.split())
    return next((number for number in told if number is not None), None)


def _announces_list(body: str, at: int) -> bool:
    """Whether the sentence that goes on there ends in a colon."""
    return bool(re.match(r"[^.!?:\n]{0,80}(?:\n[^.!?:\n]{0,60})?:\s*(?:\n|$|\S)", body[at:]))


@cache
def _said_of_rest() -> re.Pattern[str]:
    """ "Babette is programmaleider, de overigen zijn beleidsmedewerker": of all of whom no title is told."""
    return re.compile(rf"(?<!\w)(?:{any_of(words('roles', 'said_of_rest'))})(?:\s\w+){{1,3}}\s$")
