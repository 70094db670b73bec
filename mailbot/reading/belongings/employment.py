"""Where each person of a mail works, and as what.

A mail is full of organisations and offices: of whoever passed the invitation on, of the absent manager, of speakers.
So in the talk only what is *stated* counts: "namens X", "werk bij X", a title after "als" or "ik ben", between a name
and a comma, in brackets behind it or right before it. The signature is its author's. Colleagues share the writer's
organisation; where nothing is said at all, an authority's mail domain tells it.
"""

import re
from collections.abc import Iterator
from functools import cache

from mailbot.domain.event import Event
from mailbot.domain.reading import Evidence
from mailbot.reading import details
from mailbot.reading.belongings.ownership import owners
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.lexicon import load, words
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found
from mailbot.reading.workshops.choices import choice_reader

TEXT, SUBJECT, FROM = "text", "subject", "from"
AUTHORITIES = ("municipality", "office", "province", "ministry", "water_board")
NEXT_NAMES = 60  # characters behind "de adviseurs" within which "A, B en C" are named
CLOSE = 24  # characters between a name and what is said of it: "Anja Pot van de gemeente Ede"
LONGEST_LINE = 120  # characters of a signature's line
WIDTH = 90  # characters before a value in which what states it must stand


def employ(
    case: Case, asking: Asking, event: Event | None, people: list[Person], everybody: list[Person] | None = None
) -> None:
    """Give these people their organisation and role, as far as the letter states them. `everybody`: with those who
    give up a seat, of whom a title may be told."""
    body = asking.sheet.parts.body
    elsewhere = _not_talk(asking, body, event)
    _role_below(asking, people)
    _roles_in_talk(asking, body, elsewhere, people, everybody or people)
    _writers_own(case, asking, people)
    _roles_of_all(asking, body, elsewhere, people)
    _organisations_in_talk(asking, body, elsewhere, people)
    ours = _house(case, asking, people)
    if ours is not None:
        ours = _fullest(asking, ours)
        asking.writer.put("organisation", ours.value, _evidence(ours))
    for person in people:
        _by_own_domain(body, person)
        if person.organisation is None and ours is not None and _same_house(person, asking.writer):
            person.put("organisation", ours.value, _evidence(ours))
        domain = details.organisation_of(person.email) if person.email else None
        if domain is not None:
            person.put("organisation", domain.value, Evidence("from", 0, 0) if person.is_writer else None)


def _not_talk(asking: Asking, body: str, event: Event | None) -> list[tuple[int, int]]:
    """Places that were read already (rows and forms), and those that name a workshop by whoever gives it."""
    rows = [(entry.start, entry.end) for entry in asking.entries]
    chosen = choice_reader(event).find(body) if event is not None and event.workshops else ()
    return rows + [(mention.start, mention.end) for mention in chosen if mention.kind == "choice" and mention.sure]


def _is_within(found: Found, spans: list[tuple[int, int]]) -> bool:
    return any(start <= found.start < end for start, end in spans)


# Roles ----------------------------------------------------------------------------------------------------------------


def _role_below(asking: Asking, people: list[Person]) -> None:
    """What the signature says the writer is, unless the talk says that this is another by now: somebody may have been a
    school's head for years, and sign as a secretary."""
    anew = any(unit.has("works_at", "change") for unit in asking.sheet.units)
    if (
        asking.writer in people
        and not anew
        and not any(f.kind == "labelled" for f in details.roles(asking.sheet.parts.body))
    ):
        for found in _in_lines(asking.sheet.parts.signature)[:1]:
            asking.writer.put("role", found.value, _evidence(found))


def _in_lines(signature: str) -> list[Found]:
    """The titles in the lines of a signature; a longer line is a sentence that some system added."""
    lines = [line for line in re.finditer(r"\S[^\n]*", signature) if len(line[0]) <= LONGEST_LINE]
    return [found for line in lines for found in details.roles(signature, line.start(), line.end())]


def _roles_in_talk(
    asking: Asking, body: str, elsewhere: list[tuple[int, int]], people: list[Person], everybody: list[Person]
) -> None:
    for found in details.roles(body):
        if found.kind == "plural" or _is_within(found, elsewhere):
            continue
        who = _who_is(asking, body, found, everybody)
        leaving = [p for p in who if p not in people and not _stands_close(p, found)]
        if leaving:  # "Rozemarijn neemt mijn plek over, zij is regisseur" is of her
            who = [p for p in who if p not in leaving] or _who_is(asking, body, found, people)
        if _like_me().match(fold(body), found.end) and asking.writer in people:
            who = [*who, asking.writer]
        for person in who:
            person.put("role", found.value, _evidence(found))


def _stands_close(person: Person, found: Found) -> bool:
    """Whether the title stands right behind that person's name, or before it."""
    return any(-4 <= found.start - end <= 4 or -4 <= start - found.end <= 4 for start, end in person.spans)


def _roles_of_all(asking: Asking, body: str, elsewhere: list[tuple[int, int]], people: list[Person]) -> None:
    """ "Op Merijn na (wethouder) zijn het allemaal adviseurs"; "drie raadsleden: A, B en C"; "de adviseurs A en B"."""
    for found in details.roles(body):
        everybody = bool(_said_of_all().search(_clause_before(body, found)))
        named = found.kind == "plural" and fold(found.value) not in words("roles", "no_title")
        if not (named or everybody) or _is_within(found, elsewhere):
            continue
        everybody = everybody or _counts(body, found, len(people))
        announced = _announces_list(body, found.end)
        for person in people:
            starts = [start - found.end for start, _ in person.spans if start >= found.end]
            named_next = (
                bool(starts) and min(starts) <= NEXT_NAMES and "." not in body[found.end : found.end + min(starts)]
            )
            if everybody or (starts and (announced or named_next)):
                person.put("role", found.value, _evidence(found))


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
    if found.kind == "labelled" or _is_listed(asking, found):
        return owners(asking, found.start, people)
    before = _clause_before(body, found)
    if _denies_role().search(before):
        return []
    following = _named_right_behind(asking, body, found) or _named_right_before(asking, body, found)
    if following:
        return [person for person in following if person in people]
    if not _states_role().search(before):
        return []
    if _verb_of_several().search(before):  # "Ria en Wim zijn adviseur"
        start = found.start - len(before)
        several = [p for p in people if any(start <= at < found.start for at, _ in p.spans)]
        if len(several) > 1:
            return several
    return owners(asking, found.start, people)


def _is_listed(asking: Asking, found: Found) -> bool:
    return any(f.listed and f.people and f.start <= found.start < f.end for f in asking.account.focus)


def _named_right_behind(asking: Asking, body: str, found: Found) -> list[Person]:
    """ "commissiegriffier Boris Kuitert", "wethouder mevrouw Ten Wolde": whoever is named right behind the title."""
    # "onze nieuwe locoburgemeester, Marouan Bentaleb": behind "onze" a comma does not part them
    before = fold(body)[max(0, found.start - 24) : found.start]
    ours = re.search(r"\b(?:onze|ons|mijn|our|my|us)\s(?:\w+\s)?$", before)
    divides = re.compile(rf"[{'' if ours else ','}.;:()]\s|\n\s*[-*•·\n\d]|\b(?:en|and|und|et)\s")
    return [
        person
        for person in asking.roster.people
        for start, _ in person.spans
        if found.end <= start <= found.end + 24 and not divides.search(body[found.end : start] + " ")
    ]


def _named_right_before(asking: Asking, body: str, found: Found) -> list[Person]:
    """ "Hans Terpstra raadslid in Epe", as people dictate it: whoever is named right before the title."""
    return [
        person
        for person in asking.roster.people
        for start, end in person.spans
        if start < end <= found.start <= end + 2 and body[end : found.start].isspace() and person.name.is_full
    ]


# Organisations --------------------------------------------------------------------------------------------------------


def _writers_own(case: Case, asking: Asking, people: list[Person]) -> None:
    """What the signature, the subject and the words that spell the writer's mail domain say: all of it the writer's."""
    writer = asking.writer
    if writer not in people:
        return
    badge = _on_the_badge(asking)
    if badge is not None:
        writer.put("organisation", badge.value, _evidence(badge))
    signature = asking.sheet.parts.signature
    for found in details.roles(signature)[:1]:
        writer.put("role", found.value, _evidence(found))
    if len(people) == 1 and not asking.relayed and not asking.sheet.parts.body.strip():
        for found in details.roles(case.subject)[:1]:
            writer.put("role", found.value, Evidence(SUBJECT, found.start, found.end))
        for found in details.organisations(case.subject, email=writer.email, signature=True)[:1]:
            writer.put("organisation", found.value, Evidence(SUBJECT, found.start, found.end))


def _on_the_badge(asking: Asking) -> Found | None:
    """ "Mijn werkplek is X, maar zet op de badge gewoon Y": Y."""
    body = asking.sheet.parts.body
    for found in details.organisations(body):
        if _badge().search(_clause_before(body, found)):
            return found
    return None


def _organisations_in_talk(asking: Asking, body: str, elsewhere: list[tuple[int, int]], people: list[Person]) -> None:
    own = _in_signature(asking)
    for found in details.organisations(body, email=asking.writer.email):
        if _is_within(found, elsewhere) or not _is_stated(asking, body, found, people):
            continue
        if _is_part_of_house(asking, found):
            continue
        for person in owners(asking, found.start, people):
            # What a signature says of its author is surer than a sentence in which others occur.
            if not (person.is_writer and own is not None and found.kind != "labelled"):
                person.put("organisation", found.value, _evidence(found))


def _is_part_of_house(asking: Asking, found: Found) -> bool:
    """ "the International Desk of the municipality of Eindhoven", from eindhoven.nl: the desk is a part of it."""
    domain = details.organisation_of(asking.writer.email) if asking.writer.email else None
    unit = next((u for u in asking.sheet.units if u.start <= found.start < u.end), None)
    if domain is None or unit is None or found.value == domain.value or found.kind in (*AUTHORITIES, "labelled"):
        return False
    others = details.organisations(asking.sheet.parts.body, found.end, min(unit.end, found.end + CLOSE * 2))
    return any(other.value == domain.value for other in others)


def _is_stated(asking: Asking, body: str, found: Found, people: list[Person]) -> bool:
    """Whether the text says that somebody who comes is of that organisation, and not only that it exists."""
    if found.kind == "labelled" or _is_listed(asking, found):
        return True
    before = _clause_before(body, found)
    if _only_mentioned().search(before) or _is_strangers(asking, found, people):
        return False
    if found.kind in AUTHORITIES and _acts().match(fold(body), found.end):
        return False  # "de gemeente Ede stuurde mij dit door"
    if found.kind in ("domain", "lead_in", "office") or _states_employer().search(before):
        return True
    return any(0 < found.start - role.end <= 2 for role in details.roles(body))  # "student Tilburg University"


def _is_strangers(asking: Asking, found: Found, people: list[Person]) -> bool:
    """ "Anja Pot van de gemeente Ede meldt zich zelf": of somebody who isn't in question."""
    strangers = (person for person in asking.roster.people if person not in people)
    return any(0 <= found.start - end <= CLOSE for person in strangers for _, end in person.spans)


def _house(case: Case, asking: Asking, people: list[Person]) -> Found | None:
    """The organisation that the writer and colleagues share: by the signature, the subject, the talk."""
    writer = asking.writer
    for found in (_in_signature(asking), *_in_subject(case, asking)):
        if found is not None:
            return found
    if writer.organisation is not None:
        place = writer.evidence.get("organisation", Evidence(TEXT, 0, 0))
        return Found(writer.organisation, place.start, place.end, place.part)
    body = asking.sheet.parts.body
    for found in details.organisations(case.message.sender.name, email=writer.email):
        if found.kind in (*AUTHORITIES, "domain"):  # "Ruiter, Inge de | Gemeente Tynaarlo"
            return Found(found.value, found.start, found.end, FROM)
    named = [
        found
        for found in details.organisations(body, email=writer.email)
        if found.kind in (*AUTHORITIES, "domain") and _is_stated(asking, body, found, people)
    ]
    if named:
        return named[0]
    domain = details.organisation_of(writer.email) if writer.email else None
    return Found(domain.value, 0, 0, FROM) if domain else None


def _by_own_domain(body: str, person: Person) -> None:
    """ "Guus Peerdeman, Vizier Oost" with g.peerdeman@vizieroost.nl: what a colleague's own mail domain spells."""
    if person.is_writer or person.email is None or details.is_public_mail(person.email):
        return
    for _, end in person.spans:
        stop = body.find("\n", end)
        line_end = min(stop if stop >= 0 else len(body), end + WIDTH)
        named = details.organisations(body, end, line_end, email=person.email)
        found = next((one for one in named if one.kind == "domain"), None)
        if found is not None:
            person.put("organisation", found.value, _evidence(found))


def _fullest(asking: Asking, ours: Found) -> Found:
    """That organisation as the letter calls it in full: "VluchtelingenWerk Nederland", though the subject has half."""
    start = fold(ours.value) + " "
    named = details.organisations(asking.sheet.parts.body, email=asking.writer.email)
    return next((found for found in named if fold(found.value).startswith(start)), ours)


def _in_signature(asking: Asking) -> Found | None:
    """The organisation of a signature: the one that the mail domain spells before all others, a mere line last."""
    found = details.organisations(asking.sheet.parts.signature, signature=True, email=asking.writer.email)
    writer = asking.writer
    domain = details.organisation_of(writer.email) if writer.email else None
    own = domain.value if domain else ""  # "wijkteam Noordoost, gemeente Lelystad" of lelystad.nl
    ranked = sorted(found, key=lambda one: 0 if one.value == own else {"domain": 0, "line": 2}.get(one.kind, 1))
    return ranked[0] if ranked else None


def _in_subject(case: Case, asking: Asking) -> Iterator[Found]:
    if asking.relayed or case.answers:
        return
    for found in details.organisations(case.subject, email=asking.writer.email):
        if found.kind in (*AUTHORITIES, "domain"):
            yield Found(found.value, found.start, found.end, SUBJECT)


def _same_house(person: Person, writer: Person) -> bool:
    if person is writer or person.email is None or writer.email is None or details.is_public_mail(person.email):
        return True
    return person.email.split("@")[-1] == writer.email.split("@")[-1]


def _evidence(found: Found) -> Evidence:
    return Evidence(found.kind if found.kind in (SUBJECT, FROM) else TEXT, found.start, found.end)


def _clause_before(body: str, found: Found) -> str:
    """The words of the sentence that stand before it, folded."""
    before = fold(body)[max(0, found.start - WIDTH) : found.start]
    return re.split(r"[.!?;]\s|\n\s*\n", before)[-1]


@cache
def _states_role() -> re.Pattern[str]:
    """Right before a title: "als", "ik ben", "is onze"; or the comma, bracket or bar behind a name."""
    article = r"(?:(?:de|het|een|onze|our|an?|the|nieuwe|als)\s){0,3}"
    said = rf"(?<!\w)(?:{any_of(words('roles', 'stated_by'))})(?:\s\w+){{0,3}}\s{article}"
    return re.compile(rf"(?:{said}|[,(|/-]\s{{0,3}}{article}|\n\s*)$")


@cache
def _denies_role() -> re.Pattern[str]:
    """ "Ik ben geen ambtenaar", "ik ben niet langer wethouder", "oud-", "tot vorig jaar wethouder"."""
    return re.compile(rf"(?<!\w)(?:{any_of(words('roles', 'denied_by'))})\s(?:\w+\s){{0,1}}$")


@cache
def _like_me() -> re.Pattern[str]:
    return re.compile(rf",?\s(?:{any_of(words('roles', 'like_me'))})(?!\w)")


@cache
def _verb_of_several() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('roles', 'verb_of_several'))})\s(?:\w+\s){{0,2}}$")


@cache
def _said_of_all() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('roles', 'said_of_all'))})(?:\s\w+){{0,2}}\s$")


@cache
def _acts() -> re.Pattern[str]:
    """Behind an organisation: it does something itself, and so is no employer but a messenger."""
    return re.compile(rf"\s(?:{any_of(words('organisations', 'acts'))})(?!\w)")


@cache
def _badge() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('organisations', 'badge'))})(?!\w)")


@cache
def _only_mentioned() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('organisations', 'only_mentioned'))})(?!\w)[^,.;\n]*$")


@cache
def _states_employer() -> re.Pattern[str]:
    article = r"(?:(?:de|het|onze|our|the)\s)?"
    said = rf"(?<!\w)(?:{any_of(words('organisations', 'stated_by'))})\s+{article}"
    return re.compile(rf"(?:{said}|[,(|:-]\s*{article}|\n\s*|^\s*)$")
