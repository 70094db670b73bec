"""Does the letter say something beside what is about to be done, that nothing came of? "Maar alleen als de toegang
gratis is"; "Els Bos komt ook", and nobody else does; "en wijzig voor mij ronde 1"; "zie jullie de 30e", below a
cancellation.
"""

import re
from difflib import SequenceMatcher
from itertools import combinations

from mailbot.domain.reading import Action
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

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
    r"\b(?:samen|allebei|beiden?|met z['’]?n twee[eë]n|naast elkaar|together|both)\b"
)
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
    if not outcome.cancels or case.confirmations:
        return False
    return any(
        GOES_WELL.search(asking.text, unit.start, unit.end)
        for asking in case.asking
        if not asking.account.booked_several
        for person in asking.roster.people
        if person.booked and person.name.is_full and not (person.is_writer or person.cancels or person.stays_away)
        for unit in asking.sheet.units
        if any(unit.start <= start < unit.end for start, _ in person.spans) and not unit.has("already", "i", "we")
    )


def sees_us_there(outcome: Outcome) -> bool:
    """ "Ik meld me af, en zie jullie de 30e!" """
    if outcome.actions != {Action.CANCEL}:
        return False
    days = {event.starts.day for event in outcome.case.context.events}
    bodies = [asking.sheet.parts.body for asking in outcome.case.asking]
    hits = (hit for body in bodies for said in (SEE_YOU, LOOKS_FORWARD) for hit in said.finditer(body))
    return any(hit["day"] is None or int(hit["day"]) in days for hit in hits)


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
    if not (outcome.only_registers and any(page.letter.ours for page in case.quoted)) or case.own.writer.comes:
        return False
    return any(
        clause.has("change") and clause.has("me", "mine") and not clause.names
        for unit in case.own.sheet.units
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
