"""As what each person of a mail works.

In the talk only a title that is *stated* of somebody counts: after "als" or "ik ben", between a name and a comma, in
brackets behind it or right before it. The signature is its author's.
"""

import re
from functools import cache

from mailbot.reading import details
from mailbot.reading.belongings.ownership import owners
from mailbot.reading.belongings.statements import (
    clause_before,
    evidence_of,
    is_listed,
    is_within,
)
from mailbot.reading.case.asking import Asking
from mailbot.reading.lexicon import load, words
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found

NEXT_NAMES = 60  # characters behind "de adviseurs" within which "A, B en C" are named
RELATIVE = re.compile(r"\b(?:die|who)\s(?:hier\s|daar\s|bij\sons\s)?$")
IS = re.compile(r"\s(?:is|werkt|zijn|werken)\b")
FRAGMENT = re.compile(r":\s*(?:(?:sinds|per|vanaf|since|from)\s(?:[\w-]+\s){1,4})?$")
FRAGMENT_ENDS = re.compile(r"\s*(?:$|[.,;()|/\n]|[-–]\s|\b(?:bij|van|voor|in|te|at|of|for|with|from|gemeente|gem)\b)")
BESIDE = re.compile(r"\s+|\s?\([^()\n]{2,30}\)[\s,]*|\s?,\s+(?:(?:de|onze|our|an?|the)\s)?|\s?[/|–-]\s|\skomma\s")
ARE = re.compile(r"\b(?:zijn|are|werken als|work as)\s(?:\w+\s){0,2}$")  # "Els en Wim zijn juristen"
NO_LONGER = re.compile(r"\b(?:geen|niet|no|not)\b")
LONG_AGO = re.compile(
    r"\b(?:jaar geleden|destijds|toentertijd|zat ik als|werkte ik als|begon ik als|was ik als|years ago)\b"
)
# "Overdag ben ik docent, maar ik schrijf u als raadslid"
WRITES_AS = re.compile(r"\b(?:schrijf|kom|meld|write|come)\s(?:\w+\s){0,3}?(?:als|as)\s(?:een\s|a\s)?$")
PREDICATE = re.compile(
    r"\b(?:is|ben|zijn|was|werkt|wordt|am|are|as|als|bin|bist|ist)\s(?:\w+\s){0,2}$"
)  # "Mirjam is onze"
# Between a title and whose it is: "wethouder mevrouw Ten Wolde", "wethouder van Epe, Jan Vos"; no "werkt samen met"
APPOSED = re.compile(
    r"[\s,\"'(–-]*(?:(?:van|bij|in|te|voor|of|at|for|from)\s[^,\n]{3,24}[,\s]\s?)?"
    r"(?:(?:mevr?|mevrouw|mw|dhr|de heer|meneer|drs|mrs?|ms|dr|ir|ing|prof|frau|herr|collega|onze)\.?\s+){0,3}"
)
SAID = re.compile(r"[^\W\d_]{2}[.!?]\s|\n")  # where a sentence ends
OURS = re.compile(r"\b(?:onze|ons|mijn|een|1|our|my|one)\s(?:nieuwe\s|new\s)?$")
# what is said of somebody before the name; "onze directeur vroeg: ..." announces others
ANNOUNCES_ONE = re.compile(
    r"(?![^:\n]*\b(?:vr(?:aag|oeg)\w*|ze(?:i|gt)|schr(?:ijft|eef)|lie?t|laat|verzoe\w*|asks?|asked|sa(?:id|ys)|wrote)\b)"
    r"[^:.!?\n]{2,80}:\s"
)
LONGEST_LINE = 120  # characters of a signature's line


def role_below(asking: Asking, people: list[Person]) -> None:
    """What the signature says the writer is, unless the talk says that this is another by now: somebody may have been a
    school's head for years, and sign as a secretary."""
    anew = any(unit.has("works_at", "change") for unit in asking.sheet.units)
    if (
        asking.writer in people
        and not anew
        and not any(f.kind == "labelled" for f in details.roles(asking.sheet.parts.body))
    ):
        for found in _in_lines(asking.sheet.parts.signature)[:1]:
            asking.writer.put("role", found.value, evidence_of(found))


def _in_lines(signature: str) -> list[Found]:
    """The titles in the lines of a signature; a longer line is a sentence that some system added."""
    lines = [line for line in re.finditer(r"\S[^\n]*", signature) if len(line[0]) <= LONGEST_LINE]
    return [found for line in lines for found in details.roles(signature, line.start(), line.end())]


def roles_in_talk(
    asking: Asking, body: str, elsewhere: list[tuple[int, int]], people: list[Person], everybody: list[Person]
) -> None:
    told = details.roles(body)
    # what is said of one of them goes before what is said of several
    for found in sorted(told, key=lambda one: (one.kind == "plural", not WRITES_AS.search(clause_before(body, one)))):
        if is_within(found, elsewhere) or (found.kind == "plural" and not ARE.search(clause_before(body, found))):
            continue
        who = _who_is(asking, body, found, everybody)
        if found.kind == "plural" and len(who) < 2:
            continue
        leaving = [p for p in who if p not in people and not _stands_close(p, found)]
        if leaving:  # "Rozemarijn neemt mijn plek over, zij is regisseur" is of her
            who = [p for p in who if p not in leaving] or _who_is(asking, body, found, people)
        if _like_me().match(fold(body), found.end) and asking.writer in people:
            who = [*who, asking.writer]
        for person in who:
            person.put("role", found.value, evidence_of(found))


def _stands_close(person: Person, found: Found) -> bool:
    """Whether the title stands right behind that person's name, or before it."""
    return any(-4 <= found.start - end <= 4 or -4 <= start - found.end <= 4 for start, end in person.spans)


def roles_of_all(asking: Asking, body: str, elsewhere: list[tuple[int, int]], people: list[Person]) -> None:
    """ "Op Merijn na (wethouder) zijn het allemaal adviseurs"; "drie raadsleden: A, B en C"; "de adviseurs A en B"."""
    for found in details.roles(body):
        before = clause_before(body, found)
        if _said_of_rest().search(before):
            for person in (one for one in people if one.role is None):
                person.put("role", found.value, evidence_of(found))
            continue
        sole = _announced(asking, found, before) if found.kind == "title" else None
        if sole in people and not is_within(found, elsewhere):
            sole.put("role", found.value, evidence_of(found))
        everybody = bool(_said_of_all().search(before))
        named = found.kind == "plural" and fold(found.value) not in words("roles", "no_title")
        if not (named or (everybody and (found.kind != "plural" or named))) or is_within(found, elsewhere):
            continue
        everybody = everybody or _counts(body, found, len(people))
        announced = _announces_list(body, found.end)
        for person in people:
            starts = [start - found.end for start, _ in person.spans if start >= found.end]
            named_next = (
                bool(starts) and min(starts) <= NEXT_NAMES and "." not in body[found.end : found.end + min(starts)]
            )
            if everybody or (starts and (announced or named_next)):
                person.put("role", found.value, evidence_of(found))


def _announced(asking: Asking, found: Found, before: str) -> Person | None:
    """ "Onze directeur komt de 30e: Ali Smit", "ik meld één raadslid aan: mevrouw Pot": the one named behind the
    colon, and nobody beside."""
    told = ANNOUNCES_ONE.match(asking.text, found.end) if OURS.search(before) else None
    if told is None:
        return None
    near = [(start, person) for person in asking.roster.people for start, _ in person.spans if start >= found.end]
    stop = SAID.search(asking.text, told.end())
    behind = [(start, person) for start, person in near if stop is None or start < stop.start()]
    if len({id(person) for _, person in behind}) != 1:
        return None
    start, person = min(behind, key=lambda one: one[0])
    return (
        person if start >= told.end() and APPOSED.fullmatch(fold(asking.text[told.end() - 1 : start]) + " ") else None
    )


def _counts(body: str, found: Found, number: int) -> bool:
    """Whether there are said to be as many of them as people come: "vijf raadsleden" before a list of five."""
    before = re.search(r"(\w+)\s$", fold(body)[max(0, found.start - 12) : found.start])
    numbers = {fold(word): int(n) for n, listed in load("dates")["numbers"].items() for word in listed}
    said = before[1] if before else ""
    return number > 1 and (int(said) if said.isdigit() else numbers.get(said)) == number


def _announces_list(body: str, at: int) -> bool:
    """Whether the sentence that goes on there ends in a colon."""
    return bool(re.match(r"[^.!?:\n]{0,80}(?:\n[^.!?:\n]{0,60})?:\s*(?:\n|$|\S)", body[at:]))


def _who_is(asking: Asking, body: str, found: Found, people: list[Person]) -> list[Person]:
    """Who is said to be that; nobody where the title is only mentioned ("onze directeur komt niet")."""
    if found.kind == "labelled" or is_listed(asking, found):
        return owners(asking, found.start, people)
    before = clause_before(body, found)
    since = _since().search(before)
    still = since is not None and not NO_LONGER.search(since[0])  # "sinds januari geen stagiair"
    if (_denies_role().search(before) and not still) or LONG_AGO.search(before):
        return []
    following = _named_right_behind(asking, body, found) or _named_right_before(asking, body, found)
    if following:
        return [person for person in following if person in people]
    relative = RELATIVE.search(before) and IS.match(body, found.end)  # "Wim Smit, die projectleider is bij Movisie"
    if not (_states_role().search(before) or relative or _stands_alone(body, found, before)):
        return []
    return owners(asking, found.start, people)


def _stands_alone(body: str, found: Found, before: str) -> bool:
    """ "Consulent bij RADAR, standplaats Breda.", "nieuwe functie: sinds 1 maart regisseur", "Voor de lijst: jurist":
    a title that is a statement by itself."""
    begins = not before.strip(" \n*•-–") or FRAGMENT.search(before)
    return bool(begins) and bool(FRAGMENT_ENDS.match(body, found.end))


def _named_right_behind(asking: Asking, body: str, found: Found) -> list[Person]:
    """ "commissiegriffier Boris Kuitert", "wethouder mevrouw Ten Wolde": whoever is named right behind the title."""
    # "onze nieuwe locoburgemeester, Marouan Bentaleb": behind "onze" a comma does not part them
    before = fold(body)[max(0, found.start - 24) : found.start]
    ours = re.search(r"\b(?:(?:onze|mijn|our|my)\s(?:\w+\s)?|ons\s)$", before)
    comma = "" if ours and not PREDICATE.search(before[: ours.start()]) else ","
    divides = re.compile(rf"[{comma}.;:()|/]\s|\n\s*[-*•·\n\d]|\S\s*\n\s*|\b(?:en|and|und|et)\s")
    between = {
        start: body[found.end : start] + " "
        for person in asking.roster.people
        for start, _ in person.spans
        if found.end <= start <= found.end + 24
    }
    near = {at for at, said in between.items() if not divides.search(said) and APPOSED.fullmatch(fold(said))}
    return [person for person in asking.roster.people if any(start in near for start, _ in person.spans)]


def _named_right_before(asking: Asking, body: str, found: Found) -> list[Person]:
    """ "Hans Terpstra raadslid in Epe", "Hans Terpstra (Epe), raadslid": whoever is named right before the title."""
    return [
        person
        for person in asking.roster.people
        for start, end in person.spans
        if person.name.is_full and start < end <= found.start and BESIDE.fullmatch(body, end, found.start)
    ]


@cache
def _states_role() -> re.Pattern[str]:
    """Right before a title: "als", "ik ben", "is onze"; or the comma, bracket or bar behind a name."""
    article = r"(?:(?:de|het|een|onze|our|an?|the|nieuwe|als)\s){0,3}"
    said = rf"(?<!\w)(?:{any_of(words('roles', 'stated_by'))})(?:\s\w+){{0,3}}\s{article}"
    # "geen jurist meer maar coach"; "..., maar onze secretaris" is somebody else
    now = r"\b(?:meer|langer|longer)\b[^.;!?()]{0,40}?,?\s(?:maar|wel|but)\s(?:(?:een|de|het|nu|a|an|the)\s){0,2}"
    since = rf"(?:(?:{any_of(words('roles', 'since'))})\s(?:\w+\s){{1,2}})?"  # "(sinds januari onze projectleider)"
    return re.compile(rf"(?:{said}|{now}|[,(|/-]\s{{0,7}}{since}{article}|\n\s*)$")


@cache
def _denies_role() -> re.Pattern[str]:
    """ "Ik ben geen ambtenaar", "ik ben niet langer wethouder", "oud-", "tot vorig jaar wethouder"."""
    return re.compile(rf"(?<!\w)(?:{any_of(words('roles', 'denied_by'))})\s(?:\w+\s){{0,1}}$")


@cache
def _since() -> re.Pattern[str]:
    """ "Sinds vorig jaar raadslid", "al negen jaar lid": still so."""
    return re.compile(rf"(?<!\w)(?:{any_of(words('roles', 'since'))})\s(?:\w+\s){{0,4}}$")


@cache
def _like_me() -> re.Pattern[str]:
    return re.compile(rf",?\s(?:{any_of(words('roles', 'like_me'))})(?!\w)")


@cache
def _said_of_all() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('roles', 'said_of_all'))})(?:\s\w+){{0,2}}\s$")


@cache
def _said_of_rest() -> re.Pattern[str]:
    """ "Babette is programmaleider, de overigen zijn beleidsmedewerker": of all of whom no title is told."""
    return re.compile(rf"(?<!\w)(?:{any_of(words('roles', 'said_of_rest'))})(?:\s\w+){{1,3}}\s$")
