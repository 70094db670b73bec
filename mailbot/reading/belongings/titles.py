"""As what each person of a mail works.

In the talk only a title that is *stated* of somebody counts: after "als" or "ik ben", between a name and a comma, in
brackets behind it or right before it. The signature is its author's.
"""

import re
from dataclasses import replace
from functools import cache

from mailbot.reading import details
from mailbot.reading.belongings.ownership import owners
from mailbot.reading.belongings.present_titles import (
    holds_no_longer,
    is_former,
    is_given_up,
    is_of_others,
    is_of_ours,
    rank,
)
from mailbot.reading.belongings.statements import (
    clause_before,
    evidence_of,
    is_listed,
    is_within,
)
from mailbot.reading.belongings.titles_of_some import is_writers_too, said_of_several
from mailbot.reading.belongings.told_in_blocks import stands_in_block
from mailbot.reading.case.asking import Asking
from mailbot.reading.lexicon import words
from mailbot.reading.names.people import Person
from mailbot.reading.names.titles import MR_OR_MS
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found, tidy
from mailbot.reading.text.late import late

NEXT_NAMES = 60  # characters behind "de adviseurs" within which "A, B en C" are named
RELATIVE = re.compile(
    r"\b(?:die|who)\s(?:(?:hier|daar|bij ons|ook|zelf|eveneens|sinds kort|al jaren|toevallig|is|also)\s){0,2}$"
)
IS = re.compile(r"\s(?:is|werkt|zijn|werken)\b")
FRAGMENT = re.compile(r":\s*(?:(?:sinds|per|vanaf|since|from)\s(?:[\w-]+\s){1,4})?$")
NOWADAYS = re.compile(r"^\s*(?:nu|thans|tegenwoordig|inmiddels|momenteel|now|currently|nowadays)\s")
FRAGMENT_ENDS = re.compile(
    r"\s*(?:$|[.,;()|/\n@]|[-–]\s|\b(?:bij|van|voor|in|op|te|at|of|for|with|from|gemeente|gem)\b)"
)
APPOSITION = "de|onze|ons|mijn|een|zijn|haar|hun|our|my|an?|the"  # "Els Pot, onze jurist"
AS_WELL = "tevens|eveneens|ook|also|nu|thans|tegenwoordig|inmiddels|now"  # "Els Pot, tegenwoordig jurist"
THEY_ARE = r"(?:(?:zij|ze|hij|she|he)\s(?:is|werkt als|works as)\s)?"
BESIDE = late(
    rf"\s+(?:an?\s)?|\s?\([^()\n]{{2,30}}\)[\s,]*|\s?,\s+{THEY_ARE}(?:(?:{APPOSITION}|{AS_WELL})\s){{0,2}}|\s?[/|–-]\s|\skomma\s"
)
BEHIND_BRACKET = re.compile(r"\)\s(?:(?:is|een|de|a|an)\s){0,2}")  # "de ander (Ida) adviseur"
NO_MORE = re.compile(r"\s(?:meer|any ?more)\b")
PRESENTLY = re.compile(
    r"\b(?:als|as)\s[^.;:]{3,100}\s(?:en|and)\s(?:nu|thans|inmiddels|tegenwoordig|momenteel|now|currently)\s$"
)
ONE_MORE = re.compile(r"\b(?:en|plus|and)\s(?:nog\s|ook\s)?(?:een|1|a|an)\s$")  # a seat of somebody without a name
ENDS_THERE = re.compile(r"\s?(?:[.;:!?\n]|$)")
WITH = re.compile(r"\b(?:met|door|naast|via|aan|over|tegen|with|by)\s(?:de|het|een|onze|ons|mijn|our|the|my)\s$")
AT_WORK = re.compile(r"\s(?:bij|in|voor|van|at|for|with)\s(?:(?:de|het|the)\s)?$")
THEIRS = re.compile(
    r"\b(?:ik ben|ben ik|i am|i'm)\s(?:hun|haar|zijn|their|his|her)\s(?:\w+e\s)?$"
)  # "ik ben hun griffier"
NO_LONGER = re.compile(r"\b(?:geen|niet|no|not)\b")
PREDICATE = re.compile(
    r"\b(?:is|ben|zijn|was|werkt|wordt|am|are|as|als|bin|bist|ist)\s(?:\w+\s){0,2}$"
)  # "Mirjam is onze"
# Between a title and whose it is: "wethouder mevrouw Ten Wolde", "wethouder van Epe, Jan Vos"; no "werkt samen met"
APPOSED = late(
    r"(?:\s(?:is|heet)(?=\s)"  # "de wethouder is Els Pot"
    r"|\s(?:mee|erbij|ook|zelf|ten slotte|tenslotte|tot slot|natuurlijk|uiteraard|daarnaast|along|too|finally)(?=,))?"
    r"[\s,\"'(–-]*(?:(?:van|bij|in|te|voor|of|at|for|from)\s[^,\n]{3,24}[,\s]\s?)?"
    rf"(?:(?:{MR_OR_MS}|drs|dr|ir|ing|prof|frau|herr|collega|onze)\.?\s+){{0,3}}"
)
# "de gemeentesecretaris van Epe, mevrouw drs. Pot": behind "de" and before "mevrouw" a comma does not part them either
POLITE = re.compile(rf"(?:\s(?:van|of|gemeente)\s[^,\n]{{3,24}})?,\s{MR_OR_MS}\.?\s")
LINE = re.compile(r"\S[^\n]*")
LONGEST_LINE = 120  # characters of a signature's line


# "Hij is jurist, ik adviseur", "zij is jurist en ik adviseur": the verb is said once
GAPPED = late(
    r"\b(?:is|ben|zijn|am|are|als|as|werkt?)\s[^.;:]{3,80}?(?:,\s(?:en\s|maar\s|and\s)?|\s(?:en|maar|terwijl|and|but|while)\s)"
    r"(?:ik|ikzelf|hij|zij|ze|i|he|she|(?:de|the)\s(?:tweede|derde|vierde|laatste|second|third|last)|(?:de\s)?laatstgenoemde)"
    r"(?:\s(?:zelf|dan))?\s(?:(?:de|het|een|onze|ons|the|our|an?)\s){0,2}$"
)
# "Ik ben 68, bijna blind en voorzitter van ...", "ik ben van het team Wonen en daar adviseur": the last of several
# things that somebody is; not "ik ben in gesprek met de griffier en wethouder"
AND_ALSO = late(
    r"\b(?:ben|is|bin|am)\s(?!(?:niet|geen|not|er|there)\b)"
    r"(?:(?!\b(?:met|door|aan|over|tussen|naar|namens|voor|dat|die|omdat|want|of|als|geen|wie"
    r"|with|by|to|between|for|that|if)\b)"
    r"[^.;:!?()\n]){2,80}?,?\s(?:en|and)\s"
    r"(?:(?:daar|er|hier|tevens|ook|nu|daarnaast|verder|dus|in (?:mijn|het) [\w ]{3,24}|also|now|there)\s"
    r"|(?:al|sinds|inmiddels|alweer|since)\s(?:\w+\s){1,2}){0,2}"
    r"(?:(?:een|a|an)\s)?$"
)
# "Ik ben in mijn vrije tijd voorzitter", "ik ben naast mijn studie raadslid"
BESIDES = late(
    r"\b(?:ben|is|bin|am)\s(?:ik\s|zij\s|hij\s|ze\s)?(?:in|naast|sinds|buiten|na)\s(?:[\w-]+\s){1,4}"
    r"(?<!\bde\s)(?<!\bhet\s)(?<!\been\s)(?<!\bonze\s)(?<!\bmijn\s)(?<!\bmet\s)(?<!\bvan\s)(?<!\bvoor\s)(?<!\bbij\s)$"
)
# "Sinds ik alleen nog voorzitter ben", "omdat zij jurist is": the verb stands last
SUBORDINATE = late(r"\b(?:ik|hij|zij|ze|we|wij)\s(?!(?:van|door|met|bij|voor|over)\b)(?:[\w-]+\s){0,5}$")
OBLIQUE = re.compile(r"\b(?:van|met|door|bij|voor|aan|naar|over|namens|via|tegen)\s(?:[\w-]+\s){0,2}$")
VERB_LAST = re.compile(r"\s(?:ben|is|zijn)\b(?!\s(?:geweest|niet|geen|meegenomen))")
# "Is er een tolk?", "there will be a chair": nobody is said to be that
THERE_IS = re.compile(
    r"\b(?:(?:is|komt|zijn|was|wordt) er|er (?:is|komt|zijn|was|zit|staat)|there (?:is|will be|was)"
    r"|(?:is|will) there(?: be)?)\s"
    r"(?:[\w-]+\s){0,2}(?:een|onze|ons|mijn|a|an|our|my)\s$"
)
# "Zij wordt per 1 april onze nieuwe adviseur"
BECOMES = late(
    r"\bwordt\s(?:(?:binnenkort|straks|vanaf|per|met ingang van)\s(?:\d{1,2}\s)?(?:\w+\s)?)?"
    r"(?:(?:de|het|een|onze|ons|mijn|nieuwe)\s){0,3}$"
)
# "Willen we graag onze nieuwe stagiair meenemen"; not so "ik ga als onze jurist mee"
TAKES = re.compile(r"(?<!als )(?<!as )\b(?:een|onze|ons|mijn|a|an|our|my)\s(?:\w+e\s|new\s)?$")
ALONG = re.compile(
    r"\s(?:(?:er|ook|nog|graag|willen|wil|mogen|mag)\s){0,2}(?:mee|meenemen|meebrengen|meesturen|uitnodigen|sturen|along)\b"
)
OF_ANOTHER = re.compile(r"\s(?:van|voor|of|for|to)(?:\s(?:de|onze|the|our))?$")  # "adviseur van wethouder Wim Smit"
# "Ik loop tot juli stage bij ..."
INTERN = late(r"\b(?:loop|loopt|lopen|doe|doet)\b(?:\s(?!geen\b)[\w-]+){0,5}?\sstage(?=\s|[.,;)]|$)", re.IGNORECASE)
# "Ik mag me sinds vorig jaar wethouder noemen"
ONESELF = late(r"\b(?:me|mij|mezelf|mijzelf|zich|zichzelf)\s(?:[\w-]+\s){0,4}$")
CALLS = late(r"\s(?:te\s)?noemen\b")


def role_below(asking: Asking, people: list[Person], others: list[Found]) -> None:
    """What the signature says the writer is, but for the titles of `others`, unless the talk says that this is another
    by now: somebody may have been a school's head for years, and sign as a secretary."""
    anew = any(unit.has("works_at", "change") for unit in asking.sheet.units)
    if (
        asking.writer in people
        and not anew
        and not any(f.kind == "labelled" for f in details.roles(asking.sheet.parts.body))
    ):
        told = [one for one in _in_lines(asking.sheet.parts.signature) if one.kind != "plural"]  # "Juristen Comité"
        for found in [one for one in told if is_writers(asking, one, others)][:1]:
            asking.writer.put("role", found.value, evidence_of(found))


def is_writers(asking: Asking, found: Found, others: list[Found]) -> bool:
    """Whether a title in the signature is its author's: not one of `others`, and no part of a name ("FRA Liaison
    Foundation")."""
    houses = details.organisations(asking.sheet.parts.signature, asking.sheet.parts.below)
    if is_own_name(asking.sheet.parts.signature, found, [asking.writer]):
        return False
    return found.start not in {one.start for one in others} and not any(
        one.start < found.start and found.end < one.end for one in houses
    )


def is_own_name(text: str, found: Found, people: list[Person]) -> bool:
    """Whether that title is the surname of one of them: "Dijkgraaf, Pim", "Wethouder, Jan de"; not so "Dijkgraaf
    Jan"."""
    called = fold(found.value)
    for person in people:
        name, behind = person.name, fold(text[found.end : found.end + 32])
        if called not in fold(name.surname).replace("-", " ").split():
            continue
        first = fold(name.given or name.initials)
        if first and (behind.startswith(f", {first}") or fold(text[: found.start]).rstrip().endswith(first)):
            return True
        if name.infix and fold(text[: found.start]).rstrip().endswith(f"{first} {fold(name.infix)}"):
            return True
    return False


def _in_lines(signature: str) -> list[Found]:
    """The titles in the lines of a signature; a longer line is a sentence that some system added."""
    lines = [line for line in LINE.finditer(signature) if len(line[0]) <= LONGEST_LINE]
    return [found for line in lines for found in details.roles(signature, line.start(), line.end())]


def roles_in_talk(
    asking: Asking, body: str, elsewhere: list[tuple[int, int]], people: list[Person], everybody: list[Person]
) -> None:
    told = _without_denied(body, details.roles(body))
    # "de lezing over de molenaar als ondernemer": what an event is called is nobody's title
    elsewhere = [*elsewhere, *((m.start, m.end) for m in asking.sheet.events if m.events)]
    # what is said of one of them goes before what is said of several
    for said in sorted(told, key=lambda one: _order(asking, body, one)):
        found = _without_name(asking, said, everybody)
        unsaid = found.kind == "plural" and not said_of_several(body, found, clause_before(body, found))
        if unsaid or is_within(found, elsewhere) or is_former(found.value) or is_own_name(body, found, everybody):
            continue
        who = _who_is(asking, body, found, everybody)
        if found.kind == "plural" and len(who) < 2:
            continue
        leaving = [p for p in who if p not in people and not _stands_close(p, found)]
        if leaving:  # "Rozemarijn neemt mijn plek over, zij is regisseur" is of her
            who = [p for p in who if p not in leaving] or _who_is(asking, body, found, people)
        if is_writers_too(body, found) and asking.writer in everybody:
            who = [*who, asking.writer]
        for person in who:
            person.put("role", found.value, evidence_of(found))


def _without_denied(body: str, told: tuple[Found, ...]) -> list[Found]:
    """Those titles, but for one that is said not to be held any more: then it is that nowhere else either ('er staat
    "Els Bos, assistent", maar ik ben geen assistent meer')."""
    past = {
        fold(found.value)
        for found in told
        if NO_MORE.match(body, found.end) and _denies_role().search(clause_before(body, found))
    }
    return [found for found in told if fold(found.value) not in past] if past else list(told)


def interns(asking: Asking, body: str, people: list[Person]) -> None:
    """Who is on a placement, and told to be nothing else."""
    for said in INTERN.finditer(body) if "stage" in body else ():
        for person in owners(asking, said.end() - 1, people):
            person.put("role", "stagiair", evidence_of(Found("stagiair", *said.span(), "title")))


def _order(asking: Asking, body: str, found: Found) -> tuple[bool, ...]:
    """What stands in somebody's own item goes first."""
    before = clause_before(body, found)
    of_all = (
        found.kind == "plural" or said_of_all().search(before) is not None
    )  # "alle drie jurist, op Els na: zij is arts"
    return (of_all, not is_listed(asking, found), *rank(found, before))


def _without_name(asking: Asking, found: Found, people: list[Person]) -> Found:
    """That title without the name behind it of somebody whom no lexicon knows: "onze ambassadeur Kioma Sedney"."""
    named = [(at, person) for person in asking.roster.people if person.name.is_full for at, _ in person.spans]
    behind = [(at, person) for at, person in named if found.start < at < found.end]
    if not behind:
        return found
    at = min(at for at, _ in behind)
    value = tidy(asking.text[found.start : at])
    if of_another := OF_ANOTHER.search(value):
        return replace(found, value=value[: of_another.start()], end=found.start + of_another.start())
    if not any(person in people for _, person in behind):
        return found  # "projectleider Almere Inclusief" may look like a name
    return replace(found, value=value, end=at - 1)


def _stands_close(person: Person, found: Found) -> bool:
    """Whether the title stands right behind that person's name, or before it."""
    return any(-4 <= found.start - end <= 4 or -4 <= start - found.end <= 4 for start, end in person.spans)


def _who_is(asking: Asking, body: str, found: Found, people: list[Person]) -> list[Person]:
    """Who is said to be that; nobody where the title is only mentioned ("onze directeur komt niet")."""
    if found.kind == "labelled" or is_listed(asking, found) or stands_in_block(asking, found.start):
        return owners(asking, found.start, people)
    before = _without_house(body, found, clause_before(body, found))
    since = _since().search(before)
    still = since is not None and not NO_LONGER.search(since[0])  # "sinds januari geen stagiair"
    if (_denies_role().search(before) and not still) or holds_no_longer(before) or is_of_others(before):
        return []
    if ONE_MORE.search(before) and ENDS_THERE.match(body, found.end):
        return []  # "mijn collega van Communicatie en een stagiair."
    ahead, behind = _named_right_before(asking, body, found), _named_right_behind(asking, body, found)
    # "Els Bos, onze jurist, Wim Pot, die ...": of Els
    if following := (ahead if body[found.end : found.end + 1] == "," else []) or behind or ahead:
        return [person for person in following if person in people]
    if is_of_ours(body, found.start):
        return []
    if WITH.search(before) or THERE_IS.search(before) or (TAKES.search(before) and ALONG.match(body, found.end)):
        return []  # "Wij zijn met onze wethouder in gesprek"
    if is_given_up(fold(body[found.end : found.end + NEXT_NAMES])):
        return []
    relative = RELATIVE.search(before) and IS.match(body, found.end)  # "Wim Smit, die projectleider is bij Movisie"
    at_present = PRESENTLY.search(before)  # "Als gepensioneerd docent en thans bestuurslid"
    called = CALLS.match(body, found.end) and ONESELF.search(before)
    stated = (
        _states_role().search(before)
        or BECOMES.search(before)
        or GAPPED.search(before)
        or _is_also(body, found, before)
    )
    last = VERB_LAST.match(body, found.end) and SUBORDINATE.search(before) and not OBLIQUE.search(before)
    if not (stated or relative or at_present or called or last or _stands_alone(body, found, before)):
        return []
    if THEIRS.search(before):
        return [person for person in people if person is asking.writer]
    return owners(asking, found.start, people)


def _without_house(body: str, found: Found, before: str) -> str:
    """ "Zelf ben ik bij de gemeente Ede jurist": the words before a title without the house that stands in between."""
    houses = details.organisations(body, max(0, found.start - len(before)), found.start)
    house = next((one for one in houses if 0 <= found.start - one.end <= 1), None)
    at = AT_WORK.search(before[: len(before) - (found.start - house.start)]) if house is not None else None
    return before[: at.start() + 1] if at else before


def _is_also(body: str, found: Found, before: str) -> bool:
    """Whether that is one of several things that somebody is said to be, and no more is said of it than where."""
    also = AND_ALSO.search(before) or BESIDES.search(before)
    return also is not None and FRAGMENT_ENDS.match(body, found.end) is not None


def _stands_alone(body: str, found: Found, before: str) -> bool:
    """ "Consulent bij RADAR, standplaats Breda.", "nieuwe functie: sinds 1 maart regisseur", "Voor de lijst: jurist":
    a title that is a statement by itself."""
    begins = not NOWADAYS.sub("", before).strip(" \n*•-–") or FRAGMENT.search(before)
    if not begins:
        return False
    houses = details.organisations(body, found.start, found.end + NEXT_NAMES)  # "Raadslid Ouder-Amstel."
    return bool(FRAGMENT_ENDS.match(body, found.end)) or any(0 <= one.start - found.end <= 1 for one in houses)


def _named_right_behind(asking: Asking, body: str, found: Found) -> list[Person]:
    """ "commissiegriffier Boris Kuitert", "wethouder mevrouw Ten Wolde": whoever is named right behind the title."""
    # "onze nieuwe locoburgemeester, Marouan Bentaleb": behind "onze" a comma does not part them
    before = fold(body)[max(0, found.start - 24) : found.start]
    ours = re.search(
        r"\b(?:(?:onze|mijn|haar|hun|our|my|her|his|their|(?:met|en|plus|door|and|with)\szijn)\s(?:\w+\s)?|ons\s)$",
        before,
    )
    comma = "" if ours and not PREDICATE.search(before[: ours.start()]) else ","
    divides = re.compile(rf"[{comma}.;:()|/]\s|\n\s*[-*•·\n\d]|\S\s*\n\s*|\b(?:en|and|und|et)\s")
    between = {
        start: body[found.end : start] + " "
        for person in asking.roster.people
        for start, _ in person.spans
        if found.end <= start <= found.end + NEXT_NAMES
    }
    near = {
        at
        for at, said in between.items()
        if (at <= found.end + 24 and not divides.search(said) and APPOSED.fullmatch(fold(said)))
        or (before.endswith(("de ", "the ")) and POLITE.match(fold(said[:-1] + body[at : at + 12])))
    }
    return [
        person
        for person in asking.roster.people
        if any(start in near or start <= found.start < found.end < end for start, end in person.spans)
    ]


def _named_right_before(asking: Asking, body: str, found: Found) -> list[Person]:
    """ "Hans Terpstra raadslid in Epe", "Hans Terpstra (Epe), raadslid": whoever is named right before the title."""
    return [
        person
        for person in asking.roster.people
        for start, end in person.spans
        if person.name.is_full
        and start < end <= found.start
        and (
            BESIDE.fullmatch(body, end, found.start)
            or (body[start - 1 : start] == "(" and BEHIND_BRACKET.fullmatch(body, end, found.start))
        )
    ]


def states_role(before: str) -> bool:
    """Whether the words before a title say that somebody is that."""
    return _states_role().search(before) is not None and not _denies_role().search(before)


@cache
def said_of_all() -> re.Pattern[str]:
    """Right before a title that all of them have: "wij zijn beiden", "all of us are"."""
    return re.compile(rf"(?<!\w)(?:{any_of(words('roles', 'said_of_all'))})(?:\s\w+){{0,2}}\s$")


@cache
def _states_role() -> re.Pattern[str]:
    """Right before a title: "als", "ik ben", "is onze"; or the comma, bracket or bar behind a name."""
    article = r"(?:(?:(?:de|het|een|onze|our|an?|the|nieuwe|als)\s){0,3}|een\s(?:heel\s)?\w+e\s)"
    # "ik ben een collega van de griffier" is somebody else
    not_of = r"(?!(?:van|naar|met|door|voor|bij|aan|over|of|by|with|for|to)\s)"
    said = rf"(?<!\w)(?:{any_of(words('roles', 'stated_by'))})(?:(?:\s\w+){{0,2}}\s{not_of}\w+)?\s{article}"
    # "geen jurist meer maar coach"; "..., maar onze secretaris" is somebody else
    now = r"\b(?:meer|langer|longer)\b[^.;!?()]{0,40}?,?\s(?:maar|wel|but)\s(?:(?:een|de|het|nu|a|an|the)\s){0,2}"
    since = rf"(?:(?:{any_of(words('roles', 'since'))})\s(?:\w+\s){{1,2}})?"  # "(sinds januari onze projectleider)"
    return re.compile(rf"(?:(?:{said}|{now})[\"'‘“]?|[,(|/-]\s{{0,7}}{since}(?:(?:{AS_WELL})\s)?{article}|\n\s*)$")


@cache
def _denies_role() -> re.Pattern[str]:
    """ "Ik ben geen ambtenaar", "ik ben niet langer wethouder", "oud-", "tot vorig jaar wethouder"."""
    return re.compile(rf"(?<!\w)(?!oud (?:en|and)\s)(?:{any_of(words('roles', 'denied_by'))})\s(?:\w+\s){{0,1}}$")


@cache
def _since() -> re.Pattern[str]:
    """ "Sinds vorig jaar raadslid", "al negen jaar lid": still so."""
    return re.compile(rf"(?<!\w)(?:{any_of(words('roles', 'since'))})\s(?:\w+\s){{0,4}}$")
