"""Where each person of a mail works.

A mail is full of organisations: of whoever passed the invitation on, of speakers. So in the talk only what is *stated*
counts: "namens X", "werk bij X". Colleagues share the writer's organisation.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from mailbot.domain.reading import Evidence
from mailbot.reading import details
from mailbot.reading.belongings.ownership import owners
from mailbot.reading.belongings.statements import (
    FROM,
    SUBJECT,
    TEXT,
    WIDTH,
    WRITES_AS,
    clause_before,
    evidence_of,
    is_listed,
    is_within,
)
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.lexicon import load, word_set, words
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.names.people import Person
from mailbot.reading.names.person_name import is_given
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

AUTHORITIES = ("municipality", "office", "province", "ministry", "public_body")
# "Overdag ben ik docent bij X, maar ik schrijf u als raadslid van Y"
ONCE = re.compile(r"\b(?:stond|eerdere?|vorige|vorig|last|was)\b")
DAY_OF = re.compile(
    r"(?:dag|bijeenkomst|conferentie|congres|event|meeting|conference|middag)\s(?:van|by|of)\s(?:het\s|the\s)?$"
)
OFFICE_HELD = re.compile(
    r"\b(?P<office>[\w-]{4,24})\s(?:voor|namens|van|for)\s[^,.;:()]{2,40}\s(?:in|te)\s(?:de\s|het\s)?$"
)
LEFT = re.compile(r"\b(?:van|from)\s(?:de\s|het\s|the\s)?$")
TO_ANOTHER = re.compile(r"\s+(?:naar|in|to)\s")
ENTERED = re.compile(
    r"\b(?:van|from)\s[^,.;:!?]{3,50}\s(?:naar|in|to)\s(?:de\s|het\s|the\s)?$|\bdat moet\s(?:de\s|het\s)?$"
)
BUT = re.compile(r"\b(?:maar|doch|but)\s")
ENDED = re.compile(r"[.!?]\s")  # behind a name: what comes next is said in another sentence
ON_ITS_OWN = re.compile(r"[\n,;|/@(–-]|\b(?:bij|van|at|of|for)\b")  # between a title and a house that isn't its field
UNIVERSITY = re.compile(r"\b(?:[Uu]niversi\w+|[Hh]ogeschool|Hochschule|Polytechnic|College|TU|IIT)\b")
PART_OF_UNIVERSITY = re.compile(
    r"(?:Institute|School|Faculty|Centre|Center|Chair|Laboratory|Lab|Instituut|Faculteit|Leerstoel|Institut)\b"
)
SHORT = re.compile(r"[ ]\(([A-Z]{3,8})\)")
FIELD_ENDS = re.compile(r"\),?\s+(?:in|at|of|for|with|bij|van|op)\s")
COMES_FOR = late(
    r"\b(?:schrijf|kom|komt|komen|meld|ga|gaat|come)\b(?:\s\w+){0,4}\s"
    r"(?:namens|voor|on behalf of)\s(?:de\s|het\s|the\s)?$"
    r"|\b(?:noteer|zet|boek|registreer|vermeld|schrijf|staat?|staan|hoor|hoort|horen|vallen|valt|register)\b[^.;:!?]{0,40}\sonder\s(?:de\s|het\s)?$"
)
# "Wilt u haar onder Movisie noteren?"
UNDER = re.compile(r"\bonder\s(?:de\s|het\s)?$")
NOTED = re.compile(r"\s(?:te\s)?(?:noteren|registreren|zetten|vermelden|inschrijven|opnemen|boeken|staan)\b")
# "Mijn oud-collega Frans Bos, die in de raad van ...", "mijn zus werkt bij ...": it is theirs, and they don't come
SOMEBODYS = late(
    r"\b(?:mijn|m'n|een|onze|my|an?)\s(?:goede\s|oude?\s|nieuwe\s|good\s|old\s)?(?:oud-|ex-)?(?:collega|zus|zusje|zuster|broer|broertje"
    r"|vriend|vriendin|buurman|buurvrouw|kennis|man|vrouw|partner|moeder|vader|zoon|dochter|neef|nicht|oom|tante|schoonzus"
    r"|zwager|friend|sister|brother|husband|wife|neighbour|mother|father|son|daughter|colleague)\b"
    r"(?:(?!\b(?:ik|mij|wij|we|i|me)\b)[^.;:!?]){0,40}\b(?:die|who|zit|zat|werkt|werkte|is|was|works|worked|sits)\b"
    r"(?:(?!\b(?:ik|mij|wij|we|i|me)\b)[^.;:!?,]){0,40}$"
)
# Who comes for nobody but themselves
PRIVATELY = late(
    r"\bop (?:persoonlijke|eigen) titel\b|\bniet namens (?:mijn|m'n|onze|de) (?:werkgever|organisatie|werk|baas)\b"
    r"|\bals (?:gewone )?(?:burger|particulier|privépersoon)\b|\bin (?:a|my) (?:personal|private) capacity\b",
    re.IGNORECASE,
)
FEWEST = 2
IN_BRACKETS = re.compile(r"\s\((?P<name>[A-Z][\w&+'’-]{2,}(?:\s(?:[A-Z&][\w&+'’.-]*|of|for|and|de|van|en)){0,5})\)")
TITLES = ("Mr", "Mrs", "Ms", "Dr", "Prof", "MSc", "PhD", "MA", "BSc")
CLOSE = 24  # characters between a name and what is said of it: "Anja Pot van de gemeente Ede"


def on_the_badge(asking: Asking) -> Found | None:
    """ "Mijn werkplek is X, maar zet op de badge gewoon Y": Y."""
    body = asking.sheet.parts.body
    if not _may_have(body, "name_talk", "badge"):
        return None
    for found in details.organisations(body):
        said = clause_before(body, found)
        if _badge().search(said) and not ONCE.search(said):
            return found
    return None


def _may_have(body: str, lexicon: str, table: str) -> bool:
    """Whether a phrase of that table may stand there: few bodies have one, and the others' houses aren't asked for."""
    folded = fold(body)
    return any(phrase.split()[0] in folded for phrase in words(lexicon, table))


def organisations_in_talk(asking: Asking, body: str, elsewhere: list[tuple[int, int]], people: list[Person]) -> None:
    own = _in_signature(asking)
    named = details.organisations(body, email=asking.writer.email)
    privately = bool(named) and PRIVATELY.search(body) is not None
    # what stands in somebody's own item goes before what is said of all: "wij rijden vanuit Gent"
    for found in sorted(named, key=lambda one: (not is_listed(asking, one), not _comes_for(clause_before(body, one)))):
        if is_within(found, elsewhere) or not _is_stated(asking, body, found, people):
            continue
        if _is_part_of_house(asking, found) or _is_faction(asking, found) or _is_bracketed_field(body, found):
            continue
        for person in owners(asking, found.start, people):
            if person.is_writer and found.kind != "labelled" and privately:
                continue
            # What a signature says of its author is surer than a sentence in which others occur.
            if not (person.is_writer and own is not None and found.kind != "labelled"):
                person.put("organisation", found.value, evidence_of(found))


def _comes_for(before: str) -> bool:
    """ "Overdag werk ik bij X, maar ik kom namens", "noteer ze graag onder": that house goes before the others."""
    return re.search(WRITES_AS, before) is not None or COMES_FOR.search(before) is not None


def houses_in_brackets(asking: Asking, body: str, elsewhere: list[tuple[int, int]], people: list[Person]) -> None:
    """ "Tom Baker (Arup) and Rose Hill (Stantec)": what stands so behind several names, and is nothing else we know."""
    if body.count("(") < FEWEST or len(people) < FEWEST:
        return
    behind = [(p, m) for p in people for _, end in p.spans if (m := IN_BRACKETS.match(body, end))]
    told = [(p, m) for p, m in behind if not (_is_no_house(body, *m.span("name")) or _overlaps(m, elsewhere))]
    if len({id(person) for person, _ in told}) < FEWEST or len(told) < len(behind):
        return
    for person, match in told:
        person.put("organisation", match["name"], evidence_of(Found(match["name"], *match.span("name"), "listed")))


def _overlaps(match: re.Match[str], elsewhere: list[tuple[int, int]]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in elsewhere)


def _is_no_house(body: str, start: int, end: int) -> bool:
    """Whether that is a title, a diet, a given name, a town, or somebody's party."""
    name = body[start:end]
    if fold(name) in word_set("organisations", "parties"):
        return True  # "Aart Blonk (SGP)" is of the council
    if details.roles(body, start, end) or details.diets(body, start, end) or details.needs(body, start, end):
        return True
    return is_given(name.split()[0]) or fold(name) in places() or any(w.rstrip(".") in TITLES for w in name.split())


def _is_part_of_house(asking: Asking, found: Found) -> bool:
    """ "the International Desk of the municipality of Eindhoven", from eindhoven.nl: the desk is a part of it."""
    domain = details.organisation_of(asking.writer.email) if asking.writer.email else None
    unit = next((u for u in asking.sheet.units if u.start <= found.start < u.end), None)
    if domain is None or unit is None or found.value == domain.value or found.kind in (*AUTHORITIES, "labelled"):
        return False
    named = (start for person in asking.roster.people for start, _ in person.spans if start >= found.end)
    stop = min(unit.end, found.end + CLOSE * 2, *named)  # "Ali (werker bij X) en ik, Els, van de gemeente" are two
    others = details.organisations(asking.sheet.parts.body, found.end, stop)
    return any(other.value == domain.value for other in others)


def _is_bracketed_field(body: str, found: Found) -> bool:
    """ "Assistant Director (Drainage Services) in the Ministry of Water": what the title is about."""
    if not FIELD_ENDS.match(body, found.end) or body[found.start - 1 : found.start] != "(":
        return False
    return any(0 < found.start - role.end <= 2 for role in details.roles(body))


def _is_faction(asking: Asking, found: Found) -> bool:
    """ "Raadslid (fractie Dorpsbelangen)", from the council's address: of that municipality."""
    domain = details.organisation_of(asking.writer.email) if asking.writer.email else None
    return domain is not None and fold(found.value).startswith("fractie ")


def _is_stated(asking: Asking, body: str, found: Found, people: list[Person]) -> bool:
    """Whether the text says that somebody who comes is of that organisation, and not only that it exists."""
    if found.kind == "labelled" or is_listed(asking, found):
        return True
    before = clause_before(body, found)
    before = BUT.split(before)[-1]  # "niet meer bij Ede maar bij Tiel"
    if people == [asking.writer] and is_somebodys(before):
        return False
    if LEFT.search(before) and TO_ANOTHER.match(body, found.end):
        return False  # "van Ede naar Tiel"
    if ENTERED.search(before):
        return True
    if _only_mentioned().search(before) or _is_strangers(asking, found, people):
        return False
    if found.kind in (*AUTHORITIES, "other") and _acts().match(fold(body), found.end):
        return False  # "de gemeente Ede stuurde mij dit door"
    if COMES_FOR.search(before) or (UNDER.search(before) and NOTED.match(body, found.end)):
        return True
    if found.kind in ("domain", "lead_in", "office") or _states_employer().search(before):
        return True
    if found.kind in AUTHORITIES and _in_office(before):
        return True
    return any(0 < found.start - role.end <= 2 for role in details.roles(body))  # "student Tilburg University"


def is_somebodys(before: str) -> bool:
    """Whether the words before a house, or a seat in it, tell of somebody whom the writer knows."""
    return SOMEBODYS.search(before) is not None


def _in_office(before: str) -> bool:
    """ "Als commissielid voor D66 in de gemeenteraad van": whoever has that office is of that municipality."""
    held = OFFICE_HELD.search(before)
    return held is not None and held["office"] in word_set("organisations", "municipal_roles")


def _is_strangers(asking: Asking, found: Found, people: list[Person]) -> bool:
    """ "Anja Pot van de gemeente Ede meldt zich zelf": of somebody who isn't in question."""
    strangers = (person for person in asking.roster.people if person not in people)
    return any(
        0 <= found.start - end <= CLOSE and not ENDED.search(asking.text, end, found.start)
        for person in strangers
        for _, end in person.spans
    )


def house_of(case: Case, asking: Asking, people: list[Person]) -> Found | None:
    """The organisation that the writer and colleagues share: by the signature, the subject, the talk."""
    writer = asking.writer
    for found in (_in_signature(asking), *_in_subject(case, asking)):
        if found is not None and not _is_our_own(case, asking, found):
            return found
    if writer.organisation is not None:
        place = writer.evidence.get("organisation", Evidence(TEXT, 0, 0))
        return Found(writer.organisation, place.start, place.end, place.part)
    body, shown = asking.sheet.parts.body, case.message.sender.name
    gathering = any(_may_have(body, "organisations", table) for table in ("gathered", "groups"))
    houses = details.organisations(body) if gathering else ()
    gathered = next((one for one in houses if _gathers().search(clause_before(body, one))), None)
    if gathered is None and any(not person.is_writer and person.comes for person in people):
        gathered = next((one for one in houses if _is_of_a_group(body, one)), None)
    if gathered is not None and not is_hosts(case, asking, gathered):
        return gathered
    for found in details.organisations(shown, email=writer.email):
        if _is_family(found, writer):
            continue
        whole = (found.start, found.end) == (0, len(shown)) and not asking.relayed  # "Stichting Barka <info@...>"
        if whole or found.kind in (*AUTHORITIES, "domain"):  # "Ruiter, Inge de | Gemeente Tynaarlo"
            return Found(found.value, found.start, found.end, FROM)
    domain = details.organisation_of(writer.email) if writer.email else None
    others = {p.evidence["organisation"].start for p in people if p is not writer and "organisation" in p.evidence}
    named = [
        found
        for found in details.organisations(body, email=writer.email)
        if not _is_family(found, writer)
        and not (domain is not None and found.start in others)  # "Els Bos van de gemeente Tiel en ik", from utrecht.nl
        and (found.kind == "domain" or (found.kind in AUTHORITIES and _is_stated(asking, body, found, people)))
        and not is_hosts(case, asking, found)
    ]
    if named:
        return named[0]
    if domain is not None:
        called = details.called_by_domain(body, writer.email or "", domain.value)
        return called or Found(domain.value, 0, 0, FROM)
    return _in_signature(case.own) if asking.relayed and same_house(writer, case.own.writer) else None


def _is_family(found: Found, writer: Person) -> bool:
    """Mirjam Rutgers-Bosman, of rutgersbosman.nl."""
    return found.kind == "domain" and fold(found.value) == fold(writer.name.surname)


def _is_of_a_group(body: str, house: Found) -> bool:
    """ "Please find below the participants from the University of Twente", "sign-up of the team in the City of X"."""
    before = clause_before(body, house)
    mentioned = _only_mentioned().search(before) or _acts().match(fold(body), house.end)
    return _groups().search(before) is not None and not mentioned


def is_hosts(case: Case, asking: Asking, found: Found) -> bool:
    """Whether that is whose event it is: "die dag van BZK" tells nothing of who comes, unless they write from there."""
    if _is_our_own(case, asking, found):
        return True
    ours = details.organisation_of(case.context.own_address)
    own = details.organisation_of(asking.writer.email) if asking.writer.email else None
    if ours is None or (own is not None and own.value == ours.value):
        return False
    if own is None and not DAY_OF.search(clause_before(asking.sheet.parts.body, found)):
        return False  # who writes from home may be of that house
    short = load("authorities")["ministries"].get(ours.value, ())
    return found.value == ours.value or found.value.split()[-1] in short


def _is_our_own(case: Case, asking: Asking, found: Found) -> bool:
    """Whether that is what our own mail domain spells: "Delta Water Forum" of deltawaterforum.nl."""
    ours, writers = case.context.own_address, asking.writer.email or ""
    if ours.rpartition("@")[2].lower() == writers.rpartition("@")[2].lower():
        return False
    return any(True for _ in details.spelt_by_domain(found.value, ours.lower(), 0, len(found.value)))


def by_own_domain(body: str, person: Person) -> None:
    """ "Guus Peerdeman, Vizier Oost" with g.peerdeman@vizieroost.nl: what a colleague's own mail domain spells."""
    if person.is_writer or person.email is None or details.is_public_mail(person.email):
        return
    for _, end in person.spans:
        stop = body.find("\n", end)
        line_end = min(stop if stop >= 0 else len(body), end + WIDTH)
        named = details.organisations(body, end, line_end, email=person.email)
        found = next((one for one in named if one.kind == "domain"), None)
        if found is not None:
            person.put("organisation", found.value, evidence_of(found))


def in_full_words(asking: Asking, ours: Found) -> Found:
    """That organisation as the letter calls it in full: "VluchtelingenWerk Nederland", though the subject has half."""
    start = fold(ours.value) + " "
    named = details.organisations(asking.sheet.parts.body, email=asking.writer.email)
    return next((found for found in named if fold(found.value).startswith(start)), ours)


def _in_signature(asking: Asking) -> Found | None:
    """The organisation of a signature: the one that the mail domain spells before all others, a mere line last."""
    parts = asking.sheet.parts
    writer = asking.writer
    named = details.organisations(parts.signature, parts.below, signature=True, email=writer.email)
    found = [one for one in named if not _is_family(one, writer)]
    domain = details.organisation_of(writer.email) if writer.email else None
    own = domain.value if domain else ""  # "wijkteam Noordoost, gemeente Lelystad" of lelystad.nl
    titles = details.roles(parts.signature, parts.below) if len(found) > 1 else ()

    labels = (writer.email or "").rpartition("@")[2].lower().split(".")

    def rank(one: Found) -> int:
        short = SHORT.match(parts.signature, one.end)
        if short and short[1].lower() in labels:
            return -1  # "Landesbetrieb Gewässer (LSBG)", of lsbg.hamburg.de
        if one.value == own or one.kind == "domain":
            return 0
        if UNIVERSITY.search(one.value) is None and _is_part_of_university(parts.signature, one, found):
            return 2
        return 3 if one.kind == "line" else 2 if _is_field_of(parts.signature, titles, one) else 1

    return min(found, key=rank) if found else None


def _is_part_of_university(signature: str, house: Found, others: Sequence[Found]) -> bool:
    """ "Institute of River Engineering" above "Hamburg University of Technology"."""
    return PART_OF_UNIVERSITY.match(house.value) is not None and any(
        0 < other.start - house.end <= CLOSE
        and UNIVERSITY.search(other.value)
        and not signature[house.end : other.start].strip(" \n,|-–")
        for other in others
    )


def _is_field_of(signature: str, titles: Sequence[Found], house: Found) -> bool:
    """ "Projectleider Netwerk Inclusie": what somebody leads, rather than the house on a line of its own."""
    return any(
        title.start < house.start and ON_ITS_OWN.search(signature, title.start, house.start) is None for title in titles
    )


def _in_subject(case: Case, asking: Asking) -> Iterator[Found]:
    if asking.relayed or case.answers:
        return
    for found in details.organisations(case.subject, email=asking.writer.email):
        if found.kind in (*AUTHORITIES, "domain"):
            yield Found(found.value, found.start, found.end, SUBJECT)


def same_house(person: Person, writer: Person) -> bool:
    """Whether that person can work where the writer does: neither another mail domain nor "bewoner" tells otherwise."""
    if person is not writer and person.role and fold(person.role).split()[0] in word_set("roles", "of_no_house"):
        return False
    if person is writer or person.email is None or writer.email is None or details.is_public_mail(person.email):
        return True
    theirs, ours = (f".{email.split('@')[-1]}".lower() for email in (person.email, writer.email))
    return theirs.endswith(ours) or ours.endswith(theirs)  # student.hhs.nl, raad.goes.nl


def is_of_another_house(text: str, person: Person) -> bool:
    """Whether somebody is of a house of which no name is told: "Els Bos van de GGD", "Wim Smit (politie)"."""
    return any(_a_house().match(fold(text), end) for _, end in person.spans)


@cache
def _a_house() -> re.Pattern[str]:
    houses = any_of(words("organisations", "nameless"))
    return re.compile(rf"\s?(?:,?\s(?:van|bij|from|of)\s(?:de|het|een|the|a)\s|\()(?:\w+\s)?(?:{houses})(?![\w-])")


def states_employer(before: str) -> bool:
    """Whether the words before an organisation say that somebody is of it."""
    return _states_employer().search(before) is not None and not _only_mentioned().search(before)


@cache
def _acts() -> re.Pattern[str]:
    """Behind an organisation: it does something itself, and so is no employer but a messenger."""
    mine = r"(?!\s(?:ik|wij|we|i)\b)"  # "Als raadslid van de gemeente Ede wil ik ..."
    return re.compile(rf"\s(?:{any_of(words('organisations', 'acts'))})(?!\w){mine}")


@cache
def _badge() -> re.Pattern[str]:
    """In the sentence of an organisation: this is the name that shall be used."""
    return re.compile(rf"(?<!\w)(?:{any_of(words('name_talk', 'badge'))})(?!\w)")


@cache
def _gathers() -> re.Pattern[str]:
    """Before an organisation: all whom the mail signs up are of it: "onderstaande medewerkers van"."""
    return re.compile(
        rf"(?<!\w)(?:{any_of(words('organisations', 'gathered'))})\s(?:[\w'’-]+\s){{1,3}}"
        r"(?:van|vanuit|bij|uit|of|from|at)\s+(?:(?:de|het|onze|the|our)\s)?$"
    )


@cache
def _groups() -> re.Pattern[str]:
    """Before an organisation: "the participants from the", "het team van de"."""
    return re.compile(
        rf"(?<!\w)(?:{any_of(words('organisations', 'groups'))})\s"
        r"(?:van|vanuit|bij|uit|binnen|of|from|at|in|within)\s+(?:(?:de|het|onze|the|our)\s)?$"
    )


@cache
def _only_mentioned() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('organisations', 'only_mentioned'))})(?!\w)[^,.;\n]*$")


@cache
def _states_employer() -> re.Pattern[str]:
    article = r"(?:(?:de|het|onze|our|the)\s)?"
    said = rf"(?<!\w)(?:{any_of(words('organisations', 'stated_by'))})\s+{article}"
    now = r"\b(?:werkgever|employer)\s(?:is|wordt|heet)\s(?:[\w.]+\s){0,4}"  # "mijn werkgever is sinds 1 maart het"
    return re.compile(rf"(?:{said}|{now}|[,(|:-]\s*{article}|\n\s*|^\s*)$")
