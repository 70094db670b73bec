"""Where each person of a mail works, by what its talk states.

A mail is full of organisations: of whoever passed the invitation on, of speakers. So in the talk only what is *stated*
counts: "namens X", "werk bij X" (employer_words.py). Which one colleagues share is shared_employer.py's.
"""

import re
from functools import cache, lru_cache

from mailbot.reading import details
from mailbot.reading.belongings.employer_words import (
    AUTHORITIES,
    CLOSE,
    comes_for,
    is_of_others,
    is_stated,
    may_have,
)
from mailbot.reading.belongings.houses_behind_names import people_right_before, unknown_houses
from mailbot.reading.belongings.ownership import owners
from mailbot.reading.belongings.signed_employer import in_signature, is_family
from mailbot.reading.belongings.statements import WIDTH, clause_before, evidence_of, is_listed, is_within
from mailbot.reading.case.asking import Asking
from mailbot.reading.lexicon import word_set, words
from mailbot.reading.lexicon.authorities import places, town_at
from mailbot.reading.names.people import Person
from mailbot.reading.names.person_name import is_given
from mailbot.reading.text.fold import any_of, fold, squashed
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

ADDRESS = re.compile(r"\S+@\S+")
# "Op de vorige badge stond X"
ONCE = re.compile(r"\b(?:stond|eerdere?|vorige|vorig|last|was)\b")
# "Zet dus Tiel op mijn badge"
TOWN_ON_BADGE = late(
    r"\b(?:[Zz]et|[Vv]ermeld|[Nn]oteer|[Ss]chrijf|[Dd]ruk|[Pp]ut)\s(?:(?:maar|dus|graag|gewoon|liever|s\.?v\.?p\.?|aub|please|just)\s){0,2}"
    r"(?=[A-Z'’])(?P<town>[\w'’-]+)"
)
BADGE_BEHIND = late(r"\s(?:op|onder|on|in)\s(?:(?:mijn|m'n|het|de|my|the)\s)?(?:naam)?(?:badge|kaartje|bordje|name)")
# "En nog twee vrijwilligers van het", "plus een collega van"; behind the house their names may follow
MORE = late(
    r"\b(?:en|plus|nog|and|another)\s(?:(?:nog|ook|minstens|maximaal|circa|about)\s){0,2}"
    r"(?:een|1|one|a|an|twee|drie|vier|vijf|zes|two|three|four|five|\d{1,2}|enkele|een paar|wat|some|a few)\s"
    r"(?:[a-z-]+\s){1,3}?(?:van|bij|uit|from|of|at)\s(?:(?:de|het|onze|the|our)\s)?$"
)
# "Twee vrijwilligers van", "drie collega's van de"
PEOPLE_OF = late(
    r"\b(?:twee|drie|vier|vijf|zes|two|three|four|five|\d{1,2}|de|deze|volgende|the|these)\s(?:[a-z'’-]+\s){0,2}?"
    r"[a-z'’]{3,}(?:s|en)\s(?:van|bij|uit|from|of|at)\s(?:(?:de|het|onze|the|our)\s)?$"
)
SAID = late(r"[^\W\d_]{2}\)?[.!?]\s|\n\s*\n")
NAMES_FOLLOW = re.compile(r"\s?[:(,]?\s?(?:namelijk\s|te weten\s)?[A-Z]")
FIELD_ENDS = re.compile(r"\),?\s+(?:in|at|of|for|with|bij|van|op)\s")
# Who comes for nobody but themselves
PRIVATELY = late(
    r"\bop (?:persoonlijke|eigen) titel\b|\bniet namens (?:mijn|m'n|onze|de) (?:werkgever|organisatie|werk|baas)\b"
    r"|\bals (?:gewone )?(?:burger|particulier|privépersoon)\b|\bin (?:a|my) (?:personal|private) capacity\b",
    re.IGNORECASE,
)
FEWEST = 2
IN_BRACKETS = re.compile(r"\s\((?P<name>[A-Z][\w&+'’-]{2,}(?:\s(?:[A-Z&][\w&+'’.-]*|of|for|and|de|van|en)){0,5})\)")
TITLES = ("Mr", "Mrs", "Ms", "Dr", "Prof", "MSc", "PhD", "MA", "BSc")


def on_the_badge(asking: Asking) -> Found | None:
    """ "Mijn werkplek is X, maar zet op de badge gewoon Y": Y."""
    body = asking.sheet.parts.body
    if not may_have(body, "name_talk", "badge"):
        return None
    for found in details.organisations(body):
        said = clause_before(body, found)
        if _badge().search(said) and not ONCE.search(said):
            return found
    town = TOWN_ON_BADGE.search(body)
    end = town_at(fold(body), town.start("town")) if town else None
    if town is None or end is None or not BADGE_BEHIND.match(body, end):
        return None
    return Found(details.canonical(body[town.start("town") : end]), town.start("town"), end, "municipality")


def organisations_in_talk(asking: Asking, body: str, elsewhere: list[tuple[int, int]], people: list[Person]) -> None:
    own = in_signature(asking)
    for person, house in unknown_houses(body, people):
        if not is_within(house, elsewhere):
            person.put("organisation", house.value, evidence_of(house))
    named = details.organisations(body, email=asking.writer.email)
    privately = bool(named) and PRIVATELY.search(body) is not None
    for found in sorted(named, key=lambda one: _rank(asking, body, one, people)):
        beside = people_right_before(body, found, people)
        if is_within(found, elsewhere) or not (beside or is_stated(asking, body, found, people)):
            continue
        if (
            _is_of_more(body, found)
            or _is_part_of_house(asking, found)
            or _is_faction(asking, found)
            or _is_bracketed_field(body, found)
            or is_family(found, asking.writer)
        ):
            continue
        whose = _named_behind(asking, body, found, people) or owners(asking, found.start, people)
        if whose == [asking.writer] and len(people) > 1 and is_of_others(body, found, asking.writer):
            continue
        for person in beside if beside and beside[0] not in whose else whose:
            if person.is_writer and found.kind != "labelled" and privately:
                continue
            # What a signature says of its author is surer than a sentence in which others occur.
            if not (person.is_writer and own is not None and found.kind != "labelled"):
                person.put("organisation", found.value, evidence_of(found))


def _rank(asking: Asking, body: str, found: Found, people: list[Person]) -> tuple[bool, bool, bool]:
    """What stands in somebody's own item goes before what is said of all ("wij rijden vanuit Gent"), what stands right
    behind whose it is before a town in which something is done: "In Tiel trekken we op met Els Bos van Humanitas"."""
    beside = people_right_before(body, found, people)
    return not is_listed(asking, found), not comes_for(clause_before(body, found)), not beside


def _is_of_more(body: str, found: Found) -> bool:
    """ "Els Bos en nog twee vrijwilligers van het Taalhuis": of those who have no name, and not of her."""
    return MORE.search(clause_before(body, found)) is not None and not NAMES_FOLLOW.match(body, found.end)


def _named_behind(asking: Asking, body: str, found: Found, people: list[Person]) -> list[Person]:
    """ "Met twee vrijwilligers van Humanitas: Els Bos en Wim Pot": those whose names a house's people announce."""
    if not (body.startswith((":", " ("), found.end) and PEOPLE_OF.search(clause_before(body, found))):
        return []
    ends = SAID.search(body, found.end)
    stop = ends.start() if ends else len(body)
    return [person for person in people if any(found.end < start < stop for start, _ in person.spans)]


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


def _is_faction(asking: Asking, found: Found) -> bool:
    """ "Raadslid (fractie Dorpsbelangen)", from the council's address: of that municipality."""
    domain = details.organisation_of(asking.writer.email) if asking.writer.email else None
    return domain is not None and fold(found.value).startswith("fractie ")


def _is_bracketed_field(body: str, found: Found) -> bool:
    """ "Assistant Director (Drainage Services) in the Ministry of Water": what the title is about."""
    if not FIELD_ENDS.match(body, found.end) or body[found.start - 1 : found.start] != "(":
        return False
    return any(0 < found.start - role.end <= 2 for role in details.roles(body))


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
    if person.organisation is None and (spelt := _spelt_in_full(body, person)) is not None:
        person.put("organisation", spelt.value, evidence_of(spelt))


def _spelt_in_full(body: str, person: Person) -> Found | None:
    """ "Van onze partner Delta Hulp komt Els Bos", of deltahulp.nl: a house of several words that is spelt by it,
    wherever it stands."""
    host = squashed((person.email or "").rpartition("@")[2].rpartition(".")[0])
    if host not in _letters_but_for_addresses(body):
        return None  # the whole letter is read for it: once for each of many, it would take minutes
    named = details.organisations(body, email=person.email)
    return next((one for one in named if squashed(one.value) == host and " " in one.value), None)


@lru_cache(maxsize=16)  # asked for each of a letter's people
def _letters_but_for_addresses(body: str) -> str:
    return squashed(ADDRESS.sub(" ", body))


@cache
def _badge() -> re.Pattern[str]:
    """In the sentence of an organisation: this is the name that shall be used."""
    return re.compile(rf"(?<!\w)(?:{any_of(words('name_talk', 'badge'))})(?!\w)")
