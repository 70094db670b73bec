"""A title of several people, or of whoever is named behind it: "drie raadsleden: A, B en C", "onze directeur: ..."."""

import re

from mailbot.reading import details
from mailbot.reading.belongings.statements import clause_before, evidence_of, is_within
from mailbot.reading.belongings.titles import APPOSED, NEXT_NAMES, said_of_all
from mailbot.reading.belongings.titles_of_some import said_of_rest
from mailbot.reading.case.asking import Asking
from mailbot.reading.lexicon import load, word_set
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
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
# "Onze directeur komt. Hij heet ...", "de wethouder wil graag komen. Het gaat om mevrouw ..."
HOLDER = re.compile(r"\b(?:de|het|een|onze|ons|mijn|the|our|my|an?)\s(?:\w+e\s|new\s)?$")
INTRODUCES = late(
    r"(?:[^.!?\n]|\.(?=\d)){0,100}[.!?]?\s+"
    r"(?:(?:hij|zij|ze|die|he|she)\s(?:heet|is called)|(?:dat|dit|that|this)\s(?:is|wordt)"
    r"|het (?:gaat|betreft)(?:\s(?:hier\s)?om)?"
    r"|(?:zijn|haar|his|her|diens)\s(?:naam|name)\s(?:is|luidt))\s(?:voluit\s)?"
)
LONGEST_TITLE = 12  # characters between such words and the name: "mevrouw drs."
MINE = re.compile(r"\b(?:mijn|m'n|my|(?:met|door|een)\s\w+)\s(?:\w+e\s)?$")
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
AND_ME = re.compile(r"\s(?:en|and|&)\s(?:ik|ikzelf|I|myself)\b")
SAID = re.compile(r"[^\W\d_]{2}[.!?]\s|\n")  # where a sentence ends


def roles_of_all(asking: Asking, body: str, elsewhere: list[tuple[int, int]], people: list[Person]) -> None:
    """ "Op Merijn na (wethouder) zijn het allemaal adviseurs"; "drie raadsleden: A, B en C"; "de adviseurs A en B"."""
    for found in details.roles(body):
        before = clause_before(body, found)
        if rest := said_of_rest().search(before):
            whose = _without_title(_not_named_before(asking, found, people), _number_in(rest[0]))
        elif is_within(found, elsewhere):
            continue
        elif found.kind == "plural":
            whose = _of_several(asking, body, found, before, people)
        elif said_of_all().search(before):
            whose = people
        else:
            sole = _announced(asking, found, before) if found.kind == "title" else None
            whose = [person for person in people if person is sole] or _introduced(asking, found, before, people)
        for person in whose:
            person.put("role", found.value, evidence_of(found))


def _not_named_before(asking: Asking, found: Found, people: list[Person]) -> list[Person]:
    """Those of whom the sentence of that title did not speak before it: "Els leidt het team, de anderen zijn coach"."""
    unit = next((unit for unit in asking.sheet.units if unit.start <= found.start < unit.end), None)
    marks = [m for m in asking.account.marks if unit is not None and unit.start <= m.at < found.start]
    named = [person for mark in marks for person in mark.people]
    rest = [person for person in people if person not in named]
    return rest or people


def _without_title(people: list[Person], number: int | None) -> list[Person]:
    """Those of whom no title was told, where they are so many; None for any number."""
    without = [person for person in people if person.role is None]
    return without if number in (None, len(without)) else []


def _of_several(asking: Asking, body: str, found: Found, before: str, people: list[Person]) -> list[Person]:
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
    if behind and not announced and asking.writer in people and _and_the_writer(body, found, behind):
        behind.append(asking.writer)  # "Als juristen willen Els Bos en ik ..."
    return _above_next_heading(body, found, behind) if announced else behind


def _and_the_writer(body: str, found: Found, behind: list[Person]) -> bool:
    ends = (end for person in behind for start, end in person.spans if found.end <= start)
    return any(AND_ME.match(body, end) for end in ends)


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


def _introduced(asking: Asking, found: Found, before: str, people: list[Person]) -> list[Person]:
    """ "Onze directeur komt. Hij heet Ali Smit.", "de wethouder wil graag komen. Het gaat om de heer Vos."."""
    told = INTRODUCES.match(fold(asking.text), found.end) if HOLDER.search(before) else None
    if told is None or found.kind == "plural":
        return []
    near = (told.end(), told.end() + LONGEST_TITLE)
    return [p for p in people if not p.is_writer and any(near[0] <= start < near[1] for start, _ in p.spans)]


def fellows(asking: Asking, body: str, people: list[Person]) -> None:
    """ "Mijn collega-raadslid Els Bos": the writer is a councillor, too, where nothing else is told of them."""
    for found in details.roles(body) if asking.writer in people else ():
        if details.is_fellow(body[found.start : found.end]) and MINE.search(clause_before(body, found)):
            asking.writer.put("role", found.value, evidence_of(found))


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
