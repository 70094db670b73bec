"""Does the letter say something beside what is about to be done, that nothing came of? "Maar alleen als de toegang
gratis is"; "Els Bos komt ook", and nobody else does; "en wijzig voor mij ronde 1"; "zie jullie de 30e", below a
cancellation.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations

from mailbot.domain.reading import Action
from mailbot.reading.details import diets
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import UnitKind
from mailbot.reading.names import Name, same_person
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.text.numerals import BOTH_OF_THEM

TOO = re.compile(
    r"\b(?:komt|gaat|is|zal|doet|sluit|schuift|comes|is coming)\b[^.!?,\n]{0,30}\b(?:ook|eveneens|too|as well)\b",
    re.IGNORECASE,
)
GOES_WELL = re.compile(r"\b(?:gaat|komt|is er|kan)\s+(?:daarentegen\s+|gelukkig\s+)?wel\b(?!\s+gewoon)", re.IGNORECASE)
SEE_YOU = late(
    r"\b(?:zie|zien|ontmoet|spreek)\s+(?:ik\s+|we\s+)?(?:u|je|jullie)\s+(?:(?:allemaal|allen|graag|wel|dus|dan)\s+)*"
    r"(?:(?:op\s+)?(?:de\s+)?(?P<day>\d{1,2})(?:e|ste|de)?\b|daar\b|die dag\b|then\b)",
    re.IGNORECASE,
)
# "Tot in Utrecht, ik verheug me erop": not so "ik had me erop verheugd"
LOOKS_FORWARD = late(
    r"\btot in (?-i:[A-Z]\w+)|\btot (?:op )?(?:de )?(?P<day>\d{1,2})(?:e|ste|de)?\b"
    r"|\bik verheug (?:me|mij) (?:er\w*|op)|\bkijk (?:ik )?er ?(?:al |erg |zeer )*naar uit\b(?! om)"
    r"|\blooking forward to (?:it|that)",
    re.IGNORECASE,
)
# "Lotte en ik rijden samen", "we zitten allebei in ronde 1": below a cancellation of the writer's own
WE_BOTH = late(
    r"\b(?:[A-Z]\w+ en ik|ik en [A-Z]\w+|wij|we|[A-Z]\w+ and I)\b(?: (?:op|die|de|on)(?: \w+){1,2})? "
    r"(?:rijden|reizen|komen|gaan|zitten|volgen|doen|eten|delen|nemen|are|will|travel|sit|share)\b[^.!?\n]{0,60}"
    rf"\b(?:samen|{BOTH_OF_THEM}|met z['’]?n twee[eë]n|naast elkaar|together)\b"
)
# What of the writer may be another one now
MY_FIELD = late(
    r"\b(?:mijn|m'n|my)\s(?:[\w-]+\s)?(?:functie\w*|titel|rol|naam|achternaam|organisatie|werkgever|gemeente|dieet\w*|nummer"
    r"|role|title|job|position|name|surname|organi[sz]ation|employer|diet\w*|number)\b",
    re.IGNORECASE,
)
# "Tot donderdag!", of whoever gives up the seat of that day
PARTING = late(
    r"\b(?:tot(?: op)?|see you(?: on)?)(?: aanstaande| komende| next)? "
    r"(?P<day>dan|daar|then|there|maandag|dinsdag|woensdag"
    r"|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b(?=\s*(?:[!.,)]|\n|\Z))"
    r"|\b(?:heb|hebben)(?: (?:ik|wij|we))? er (?:(?:nu|al|erg|echt|heel|enorm) )*(?:veel )?zin in\b",
    re.IGNORECASE,
)
WEEKDAYS = (
    ("maandag", "monday"), ("dinsdag", "tuesday"), ("woensdag", "wednesday"), ("donderdag", "thursday"),
    ("vrijdag", "friday"), ("zaterdag", "saturday"), ("zondag", "sunday"),
)  # fmt: skip
AND_I = re.compile(r"\s(?:en|and)\s(?:ik|ikzelf|mij|mijzelf|I|me|myself)\b(?!\s(?:heb|had|dacht|weet|hoor))")
# What is told beside a sign-up that was made before
ADDED = late(
    r"\b(?:bij|na|op|in|sinds|aan) (?:de|onze|mijn|hun|die|uw) (?:inschrijving|aanmelding|opgave|registratie)\w*"
    r"|\b(?:aanvulling|nagekomen|vergat|vergeten|nog door te geven|at registration|when registering|forgot)\b",
    re.IGNORECASE,
)
OF_FOOD = late(
    r"\b(?:dieet\w*|dieten|diëten|eetwensen|eten|allergie\w*|lunchwensen|dietary|diets?|allergies)\b", re.IGNORECASE
)
OF_US = re.compile(r"\b(?:wij|we|onze|ons|our|us)\b", re.IGNORECASE)
FIRST_NAME = re.compile(r"\b(?i:voornaam|first name|given name)(?: is)?:? ([A-Z][a-z]+)\b")
ALIKE = 0.8  # of two surnames, from where one is the other misspelt
SHORT = 4  # letters of a surname that tell too little


def comes_too(outcome: Outcome) -> bool:
    """ "Els Bos komt ook.": beside whom, if nobody else comes?"""
    case = outcome.case
    own = case.own
    settled = case.answers or case.answers_confirmation or case.wrote_before or case.relayed
    if settled or len(outcome.requests) != 1 or not outcome.only_registers or own.entries:
        return False
    writer = own.writer
    if writer.comes or writer.booked or writer.stays_away or writer.explained or outcome.says("already", "remains"):
        return False
    coming = [person for person in outcome.people if person.comes]
    return any(
        TOO.search(own.text, unit.start, unit.end)
        for person in coming
        for unit in own.sheet.units
        if unit.start <= person.order < unit.end
    )


def goes_all_the_same(outcome: Outcome) -> bool:
    """ "Wim Smit valt af. Zijn adviseur, Els Bos, gaat wel": in his place, or as was known? Nothing came of it."""
    case = outcome.case
    confirmed = [str(name) for name in case.people_confirmed]
    if not outcome.cancels or (case.confirmations and not confirmed):
        return False
    return any(
        GOES_WELL.search(asking.text, unit.start, unit.end)
        for asking in case.asking
        if not asking.account.booked_several
        for person in asking.roster.people
        if person.booked
        and person.name.is_full
        and not (person.is_writer or person.cancels or person.stays_away)
        and str(person.name) not in confirmed
        for unit in asking.sheet.units
        if any(unit.start <= start < unit.end for start, _ in person.spans) and not unit.has("already", "i", "we")
    )


def changes_half_of_us(outcome: Outcome) -> bool:
    """ "Els Bos en ik, die al op de lijst staan, willen samen naar ...", and only hers would change."""
    own = outcome.case.own
    changed = {request.name for request in outcome.requests}
    if outcome.actions != {Action.CHANGE} or str(own.writer.name) in changed:
        return False
    text = own.sheet.parts.body
    return any(
        AND_I.match(text, name.end)
        and (person := own.roster.find(name.name)) is not None
        and str(person.name) in changed
        for unit in own.sheet.units
        for name in unit.names
        if unit.has("i", "me")
    )


def changes_one_of_both(outcome: Outcome) -> bool:
    """ "Bij ons beiden moet ronde 2 Vooroordelen worden", and only the writer's would change."""
    if outcome.actions != {Action.CHANGE} or len(outcome.requests) != 1:
        return False
    values = [found for key, found in outcome.requests[0].evidence if key in ("workshops", "diet", "access")]
    return any(
        clause.has("us", "we") and clause.has("all") and clause.start <= value.start < clause.end
        for unit in outcome.case.own.sheet.units
        for clause in unit.clauses
        for value in values
        if value.part == "text"
    )


def sees_us_there(outcome: Outcome) -> bool:
    """ "Ik meld me af, en zie jullie de 30e!": not so "Wim valt af, Noor en ik zien jullie de 30e"."""
    if outcome.actions != {Action.CANCEL} or _others_leave(outcome):
        return False
    if _takes_leave_until_then(outcome):
        return True
    days = {event.starts.day for event in outcome.case.context.events}
    bodies = [asking.sheet.parts.body for asking in outcome.case.asking]
    hits = (hit for body in bodies for said in (SEE_YOU, LOOKS_FORWARD) for hit in said.finditer(body))
    return any(hit["day"] is None or int(hit["day"]) in days for hit in hits)


def _others_leave(outcome: Outcome) -> bool:
    """Whether it is others who leave, and the writer has a seat that stays."""
    own = outcome.case.own.writer
    booked = own.booked or any(same_person(own.name, name) for name in outcome.case.people_confirmed)
    return booked and all(request.name != str(own.name) for request in outcome.requests)


def _takes_leave_until_then(outcome: Outcome) -> bool:
    """ "Helaas moet ik annuleren. Ik heb er veel zin in, tot donderdag!" """
    own = outcome.case.own
    if all(request.name != str(own.writer.name) for request in outcome.requests):
        return False  # "Els kan niet. Tot donderdag!"
    days = {day for event in outcome.case.context.events for day in WEEKDAYS[event.starts.weekday()]}
    hits = PARTING.finditer(own.sheet.letter.text)
    return any(hit["day"] is None or hit["day"].lower() in ("dan", "daar", "then", "there", *days) for hit in hits)


def goes_along(outcome: Outcome) -> bool:
    """Who has given up the seat comes along all the same: "PS Lotte en ik rijden samen"."""
    case = outcome.case
    own = str(case.own.writer.name)
    leaves = any(r.action is Action.CANCEL and r.name == own for r in outcome.requests)
    return leaves and Action.REGISTER in outcome.actions and WE_BOTH.search(case.own.sheet.parts.body) is not None


def loses_a_change(outcome: Outcome) -> bool:
    """Somebody new comes, or gives up a seat, and something is to be otherwise for the writer, or for whoever stays
    ("Wim blijft wel komen en wil in ronde 3 naar ..."), of which nothing came."""
    case = outcome.case
    if outcome.actions == {Action.CANCEL} and any(
        unit.has("part") and any(_wants_otherwise(clause) for clause in unit.clauses) for unit in outcome.units
    ):
        return True
    if outcome.cancels and Action.CHANGE not in outcome.actions and _wishes_of_who_stays(outcome):
        return True
    if outcome.actions == {Action.CANCEL} and _changes_ones_own(outcome):
        return True
    if outcome.only_registers and _makes_something_else_of_ones_own(outcome):
        return True
    if not (outcome.only_registers and any(page.letter.ours for page in case.quoted)) or case.own.writer.comes:
        return False
    return any(
        clause.has("change") and clause.has("me", "mine") and not clause.names
        for unit in case.own.sheet.units
        for clause in unit.clauses
    )


def _makes_something_else_of_ones_own(outcome: Outcome) -> bool:
    """ "Ik sta op de lijst voor ronde 3. Wilt u daar Vooroordelen van maken? En er komt iemand bij: ...", and nothing
    would change for the writer."""
    own = outcome.case.own
    if not own.writer.booked or own.writer.comes:
        return False
    return any(
        clause.has("made_of", "swap")
        and clause.has("polite", "may", "hereby")
        and not (clause.names or clause.has("he"))
        for unit in own.sheet.units
        for clause in unit.clauses
    )


def _changes_ones_own(outcome: Outcome) -> bool:
    """ "Els valt af, en mijn functie is inmiddels wethouder", "Els komt niet. Ik blijf, maar eet vegetarisch"."""
    own = outcome.case.own
    if any(request.name == str(own.writer.name) for request in outcome.requests):
        return False
    body = own.sheet.parts.body
    if any(not found.negated and found.kind != "none" for found in diets(body)):
        return True
    return any(
        clause.has("change")
        and not (clause.names or clause.has("remains"))
        and (clause.has("me", "mine") or MY_FIELD.search(body, clause.start, clause.end))
        for unit in own.sheet.units
        for clause in unit.clauses
    )


def _wishes_of_who_stays(outcome: Outcome) -> bool:
    """ "In plaats van Els komt Bo. Wim wil in ronde 1 naar ...", who is on the list."""
    asked = {request.name for request in outcome.requests}
    stay = [p for p in outcome.people if p.booked and not p.is_writer and str(p.name) not in asked]
    spans = {span for person in stay for span in person.spans}
    return bool(spans) and any(
        clause.has("part") and clause.has("modal", "change") and not clause.has("neg", "past", "already", "remains")
        for unit in outcome.units
        for clause in unit.clauses
        if any((name.start, name.end) in spans for name in clause.names)
    )


def _wants_otherwise(clause: Clause) -> bool:
    """ "Ik zou alsnog willen kiezen voor de eerste ronde", "blijft wel komen en wil graag naar ronde 3"."""
    if not clause.has("part") or clause.has("neg", "past", "cancel", "absent", "unable", "already"):
        return False
    return clause.has("modal") and ((clause.has("change") and clause.has("i")) or clause.has("remains"))


def exchanges_with_another(outcome: Outcome) -> bool:
    """ "Wij willen ruilen: ik op de plek van Els en Els op de mijne", and the writer's alone would change."""
    case = outcome.case
    if outcome.actions != {Action.CHANGE} or not outcome.says("reshuffle"):
        return False
    if {request.name for request in outcome.requests} != {str(case.own.writer.name)}:
        return False
    body, confirmed = case.own.sheet.parts.body, case.people_confirmed
    others = [p for p in case.own.roster.people if not p.is_writer and (p.booked or _is_one_of(p, confirmed))]
    for unit in case.own.sheet.units:
        if not any(_exchanges(clause) for clause in unit.clauses):
            continue
        of_us = len(confirmed) > 1 and OF_US.search(body, unit.start, unit.end) is not None
        of_them = bool(others) and unit.has("he", "him", "we")
        if of_us or of_them or any(p in others for p in case.own.roster.at(unit.start, unit.end)):
            return True
    return False


def _exchanges(clause: Clause) -> bool:
    """Not so "mijn collega hoeft niet mee te wisselen"."""
    same = [cue for cue in clause.cues if cue.kind == "remains"]
    return any(
        cue.kind == "reshuffle" and not any(s.start <= cue.start and cue.end <= s.end for s in same)
        for cue in clause.cues
    )


def only_tells_what_they_eat(outcome: Outcome) -> bool:
    """ "Wat niemand vroeg bij de inschrijving: - Els Bos eet halal": people in a list of what they eat, whom nothing
    but that puts on the list of those who come."""
    own = outcome.case.own
    fed = [request for request in outcome.requests if request.diet]
    if not fed or not outcome.only_registers or any(entry.names_somebody for entry in own.entries):
        return False
    if any(unit.has("enrol", "seat", "attend") for unit in own.sheet.units):
        return False
    if any(unit.has("enrol_noun") and unit.has("hereby") for unit in own.sheet.units):
        return False
    told = f"{outcome.case.subject}\n{own.sheet.parts.body}"
    if ADDED.search(told):
        return True
    others = any(request.name != str(own.writer.name) for request in fed)
    # "Els Bos, dieet: halal" is how a list of those who come goes, too; "De dieetwensen:" heads one of food
    heads = [unit for unit in own.sheet.units if unit.kind is UnitKind.SENTENCE and not unit.names]
    of_food = OF_FOOD.search(outcome.case.subject) or any(
        OF_FOOD.search(own.sheet.parts.body, unit.start, unit.end) for unit in heads
    )
    return others and bool(of_food) and not outcome.subject_says("enrol_noun", "attend")


def leaves_the_old_one(outcome: Outcome) -> bool:
    """ "Bij Els Bos graag deze naam invullen: Noor Prins": somebody new, in a sentence about one who is on the list and
    of whom nothing comes."""
    case = outcome.case
    if not outcome.only_registers or len(case.people_confirmed) < 2:
        return False
    new = {request.name for request in outcome.requests}
    for unit in case.own.sheet.units:
        people = case.own.roster.at(unit.start, unit.end)
        known = [p for p in people if str(p.name) not in new and _is_one_of(p, case.people_confirmed)]
        if len(known) < len(people) and any(not _is_told_of(p) for p in known) and not unit.has("remains", "already"):
            return True
    return False


def _is_one_of(person: Person, names: Sequence[Name]) -> bool:
    """Whether one of those is that person's name, or is that of the only one called so by the given name."""
    called = [name for name in names if not person.name.is_full and name.given == person.name.given]
    return len(called) == 1 or any(same_person(person.name, name) for name in names)


def _is_told_of(person: Person) -> bool:
    return person.comes or person.stays_away or person.cancels or person.booked


def is_on_the_list_already(outcome: Outcome) -> bool:
    """Who is signed up stands in our own letter below, which asks for no names, and no other event is spoken of."""
    case = outcome.case
    newest = case.quoted[0] if case.quoted else None
    if outcome.cancels or newest is None or not newest.letter.ours or case.asked_back is not None:
        return False
    confirmed = {slug for m in newest.events for slug in m.events}
    if any(not confirmed.intersection(m.events) for m in case.own.sheet.events):
        return False
    below = fold(newest.letter.text)
    coming = [p for p in outcome.people if p.comes and not p.is_writer and p.name.is_full]
    new = {request.name for request in outcome.requests if request.action is Action.REGISTER}
    return any(str(p.name) in new and fold(str(p.name)) in below for p in coming)


def first_name_is_left_out(outcome: Outcome) -> bool:
    """ "Onder de naam Tjon A Loi, voornaam Ronald", and no Ronald is on the list."""
    bodies = [asking.sheet.parts.body for asking in outcome.case.asking]
    if not outcome.only_registers or not any("naam" in body.lower() or "name" in body.lower() for body in bodies):
        return False
    wanted = {word for request in outcome.requests for word in fold(request.name or "").replace("-", " ").split()}
    return any(fold(hit[1]) not in wanted for body in bodies for hit in FIRST_NAME.finditer(body))


def is_named_twice(outcome: Outcome) -> bool:
    """Two of one given name and all but one surname ("Frank Hermans, correctie, Frank Hermens"), or the writer by half
    the name."""
    coming = [person for person in outcome.people if person.comes]
    if all(person.is_writer for person in coming):
        return False
    pairs = combinations([p.name for p in coming if p.name.given and len(p.name.surname) > SHORT], 2)
    if any(
        fold(a.given) == fold(b.given) and a.surname != b.surname and _are_alike(a.surname, b.surname) for a, b in pairs
    ):
        return True
    whole = frozenset(fold(str(outcome.case.own.writer.name)).split())
    return any(not p.is_writer and len(whole) > 2 and frozenset(fold(str(p.name)).split()) < whole for p in coming)


def _are_alike(one: str, other: str) -> bool:
    if any(character.isdigit() for character in one + other):
        return False  # "Persoon 1", "Persoon 2"
    return SequenceMatcher(None, fold(one), fold(other)).ratio() >= ALIKE
