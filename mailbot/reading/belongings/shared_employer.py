"""The organisation that the writer and colleagues share: by the signature, the subject, the talk, the mail domain; and
who can be of it. Whose event it is tells nothing of who comes: "die dag van BZK".
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from mailbot.domain.reading import Evidence
from mailbot.reading import details
from mailbot.reading.belongings.employer_words import AUTHORITIES, acts, is_stated, may_have, only_mentioned
from mailbot.reading.belongings.no_employers import is_in_past
from mailbot.reading.belongings.signed_employer import in_signature, is_family
from mailbot.reading.belongings.statements import FROM, SUBJECT, TEXT, clause_before, evidence_of
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.lexicon import load, word_set, words
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found

DAY_OF = re.compile(
    r"(?:dag|bijeenkomst|conferentie|congres|event|meeting|conference|middag)\s(?:van|by|of)\s(?:het\s|the\s)?$"
)

# Between a title and where somebody has it, with what it is about: "verpleegkundige oncologie, "
BEHIND_TITLE = re.compile(r"(?:[ ][\w-]+){0,3}?(?:,[ ]|[ ](?:bij|van|in|aan|at|of)[ ])(?:(?:het|de|the)[ ])?")


def house_of(case: Case, asking: Asking, people: list[Person], past: Sequence[tuple[int, int]] = ()) -> Found | None:
    """The organisation that the writer and colleagues share: by the signature, the subject, the talk. `past`: places
    that tell where somebody was."""
    writer = asking.writer
    for found in (in_signature(asking), *_in_subject(case, asking)):
        if found is not None and not _is_our_own(case, asking, found):
            return found
    if writer.organisation is not None:
        place = writer.evidence.get("organisation", Evidence(TEXT, 0, 0))
        return Found(writer.organisation, place.start, place.end, place.part)
    body, shown = asking.sheet.parts.body, case.message.sender.name
    gathering = any(may_have(body, "organisations", table) for table in ("gathered", "groups"))
    houses = details.organisations(body) if gathering else ()
    gathered = next((one for one in houses if _gathers().search(clause_before(body, one))), None)
    if gathered is None and any(not person.is_writer and person.comes for person in people):
        gathered = next((one for one in houses if _is_of_a_group(body, one)), None)
    if gathered is not None and not is_hosts(case, asking, gathered):
        return gathered
    for found in details.organisations(shown, email=writer.email):
        if is_family(found, writer):
            continue
        whole = (found.start, found.end) == (0, len(shown)) and not asking.relayed  # "Stichting Barka <info@...>"
        if whole or found.kind in (*AUTHORITIES, "domain"):  # "Ruiter, Inge de | Gemeente Tynaarlo"
            return Found(found.value, found.start, found.end, FROM)
    domain = details.organisation_of(writer.email) if writer.email else None
    others = {p.evidence["organisation"].start for p in people if p is not writer and "organisation" in p.evidence}
    private = {
        p.evidence["organisation"].start for p in people if "organisation" in p.evidence and is_private(asking, p)
    }
    named = [
        found
        for found in details.organisations(body, email=writer.email)
        if not is_family(found, writer)
        and not any(start <= found.start < end for start, end in past)
        and not is_in_past(body, found)
        and not (
            found.start in others and (domain is not None or found.start in private or _is_of_no_house(writer))
        )  # "Els Bos van de gemeente Tiel en ik", from utrecht.nl
        and (found.kind == "domain" or (found.kind in AUTHORITIES and is_stated(asking, body, found, people)))
        and not is_hosts(case, asking, found)
    ]
    if named:
        return named[0]
    if domain is not None:
        called = details.called_by_domain(body, writer.email or "", domain.value)
        return called or Found(domain.value, 0, 0, FROM)
    return in_signature(case.own) if asking.relayed and same_house(writer, case.own.writer) else None


def give_gathered(case: Case, asking: Asking, people: list[Person]) -> None:
    """ "Onderstaande bestuursleden van KBO Someren komen:": give whoever is listed below that house, whatever address
    they have."""
    body = asking.sheet.parts.body
    gathering = may_have(body, "organisations", "gathered")
    for house in details.organisations(body, email=asking.writer.email) if gathering else ():
        if not _gathers().search(clause_before(body, house)) or is_hosts(case, asking, house):
            continue
        first = min((start for p in people for start, _ in p.spans if start > house.end), default=None)
        stop = body.find("\n\n", first) if first is not None else -1
        for person in people:
            if any(house.end < start < (stop if stop >= 0 else len(body)) for start, _ in person.spans):
                person.put("organisation", house.value, evidence_of(house))


def _in_subject(case: Case, asking: Asking) -> Iterator[Found]:
    if asking.relayed or case.answers:
        return
    for found in details.organisations(case.subject, email=asking.writer.email):
        if found.kind in (*AUTHORITIES, "domain"):
            yield Found(found.value, found.start, found.end, SUBJECT)


def _is_of_a_group(body: str, house: Found) -> bool:
    """ "Please find below the participants from the University of Twente", "sign-up of the team in the City of X"."""
    before = clause_before(body, house)
    mentioned = only_mentioned().search(before) or acts().match(fold(body), house.end)
    return _groups().search(before) is not None and not mentioned


def is_hosts(case: Case, asking: Asking, found: Found) -> bool:
    """Whether that is whose event it is: "die dag van BZK" tells nothing of who comes, unless they write from there."""
    if _is_our_own(case, asking, found):
        return not _is_behind_title(asking, found)
    ours = details.organisation_of(case.context.own_address)
    own = details.organisation_of(asking.writer.email) if asking.writer.email else None
    if ours is None or (own is not None and own.value == ours.value):
        return False
    if own is None and not DAY_OF.search(clause_before(asking.sheet.parts.body, found)):
        return False  # who writes from home may be of that house
    short = load("authorities")["ministries"].get(ours.value, ())
    return found.value == ours.value or found.value.split()[-1] in short


def _is_behind_title(asking: Asking, found: Found) -> bool:
    """ "Joke Visser, verpleegkundige oncologie, Ziekenhuis Oostermeer": where she works, be it ours."""
    body = asking.sheet.parts.body
    line = body.rfind("\n", 0, found.start) + 1
    titles = details.roles(body, line, found.start)
    return bool(titles) and BEHIND_TITLE.fullmatch(body, titles[-1].end, found.start) is not None


def _is_our_own(case: Case, asking: Asking, found: Found) -> bool:
    """Whether that is what our own mail domain spells: "Delta Water Forum" of deltawaterforum.nl."""
    ours, writers = case.context.own_address, asking.writer.email or ""
    if ours.rpartition("@")[2].lower() == writers.rpartition("@")[2].lower():
        return False
    return any(True for _ in details.spelt_by_domain(found.value, ours.lower(), 0, len(found.value)))


def in_full_words(asking: Asking, ours: Found) -> Found:
    """That organisation as the letter calls it in full: "VluchtelingenWerk Nederland", though the subject has half."""
    start = fold(ours.value) + " "
    named = details.organisations(asking.sheet.parts.body, email=asking.writer.email)
    return next((found for found in named if fold(found.value).startswith(start)), ours)


def same_house(person: Person, writer: Person) -> bool:
    """Whether that person can work where the writer does: neither another mail domain nor "bewoner" tells otherwise;
    whoever has an address at the same one does, be it as "ervaringsdeskundige"."""
    if person is not writer and _has_same_domain(person, writer):
        return True
    if person is not writer and _is_of_no_house(person):
        return False
    return person is writer or person.email is None or writer.email is None or details.is_public_mail(person.email)


def _is_of_no_house(person: Person) -> bool:
    """ "Ik ben gewoon bewoner": of none, whatever house somebody beside them has."""
    return bool(person.role) and fold(person.role or "").split()[0] in word_set("roles", "of_no_house")


def _has_same_domain(person: Person, writer: Person) -> bool:
    """ "student.hhs.nl" and "hhs.nl", "raad.goes.nl" and "goes.nl", "student.eur.nl" and "essb.eur.nl"."""
    if person.email is None or writer.email is None or details.is_public_mail(person.email):
        return False
    theirs, ours = (f".{email.rpartition('@')[2]}".lower() for email in (person.email, writer.email))
    if theirs.endswith(ours) or ours.endswith(theirs):
        return True
    shared = details.house_domain(person.email)
    return shared is not None and shared == details.house_domain(writer.email)


def is_ours(asking: Asking, person: Person) -> bool:
    """Whether somebody is introduced as one of the writer's house ("onze secretaresse Janna Schipper"), and has an
    address that is only called after the family: janna@schipper-triemen.nl."""
    own = (person.email or "").rpartition("@")[2].lower().rpartition(".")[0].split("-")
    works = asking.account.relations is not None and asking.account.relations.is_of_work(person)
    return works and bool(person.name.surname) and fold(person.name.surname) in own


def is_private(asking: Asking, person: Person) -> bool:
    """Whether somebody comes as the writer's husband, sister, neighbour: where one of them works the other needn't."""
    return asking.account.relations is not None and asking.account.relations.is_private(person)


def is_of_another_house(text: str, person: Person) -> bool:
    """Whether somebody is of a house of which no name is told: "Els Bos van de GGD", "Wim Smit (politie)"."""
    return any(_a_house().match(fold(text), end) for _, end in person.spans)


@cache
def _a_house() -> re.Pattern[str]:
    houses = any_of(words("organisations", "nameless"))
    return re.compile(rf"\s?(?:,?\s(?:van|bij|from|of)\s(?:de|het|een|the|a)\s|\()(?:\w+\s)?(?:{houses})(?![\w-])")


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
