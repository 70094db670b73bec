"""Is everybody whom a mail names rightly on the list, and is everybody on it who should be?"""

import re

from mailbot.domain.reading import Action, Request
from mailbot.reading.case.signer import address_agrees
from mailbot.reading.judgement.implied import enrols_people
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.cues import scan, tokens
from mailbot.reading.names import same_person
from mailbot.reading.names.offices import is_office
from mailbot.reading.text.fold import fold

# What a name looks like on a badge: letters first, nothing but letters, dots, hyphens, quotes; a number at its end.
NAME_SHAPE = re.compile(r"['‘’]?[^\W\d_]+(?:[ .'‘’`´()-]+[^\W\d_]+)*[.)]?(?: \d+)?")
AND_ME = re.compile(
    r"\bwat (?:mij|mijzelf|mezelf) betreft\b|\b(?:en|and) (?:mij|mijzelf|mezelf|ik|me|myself)\b[^.!?\n]{0,30}"
    r"\b(?:in|aan|op)?(?:schrijven|melden|geven|noteren|register)\b",
    re.IGNORECASE,
)


def name_is_unsure(outcome: Outcome) -> bool:
    """What stands as a name may be none, or an organisation's, or have a title in front."""
    if any(not NAME_SHAPE.fullmatch(request.name) for request in outcome.requests if request.name):
        return True  # "4 Totaal" of a table, "zie boven :-)" in a form
    new = [request for request in outcome.requests if request.action is Action.REGISTER]
    if any(_is_a_house(request) or _begins_with_an_office(request.name or "") for request in new):
        return True
    return any(person.comes and not person.sure and not address_agrees(person) for person in outcome.people)


def _is_a_house(request: Request) -> bool:
    """Whether the name is an organisation's: header, sign-off and address agree on "Sociaal Werk Zeist", too."""
    name = request.name or ""
    return is_office(name) or (bool(name) and fold(name) == fold(request.organisation or ""))


def _begins_with_an_office(name: str) -> bool:
    """ "Bestuursadviseur Tom Peeters": a title that no list knows stands before the name still."""
    first = tokens(name)[:1]
    return " " in name and any(cue.kind == "person" for cue in scan(first))


def name_comes_twice(outcome: Outcome) -> bool:
    """Two people of one name, or one person read twice."""
    names = [(request.name, request.event) for request in outcome.requests if request.name]
    return not outcome.cancels and len(set(names)) < len(names)


def writer_is_left_out(outcome: Outcome) -> bool:
    """ "Wilt u onderstaande mensen (en mij) inschrijven?", and the writer is not among those found."""
    return outcome.only_registers and any(
        not asking.writer.comes and AND_ME.search(asking.sheet.parts.body) for asking in outcome.case.asking
    )


def person_is_unclear(outcome: Outcome) -> bool:
    """Of somebody was said something that may mean two things, and nothing plainer elsewhere."""
    people = [person for account in outcome.accounts for person in account.unclear]
    return any(not (p.stays_away or p.booked or p.comes or p.cancels) for p in people)


def person_is_unexplained(outcome: Outcome) -> bool:
    """Somebody is named beside those who come, not in passing, and nothing is said of whether they come."""
    undoes = not outcome.only_registers  # "Wim is zo aardig om te gaan"
    if outcome.actions == {Action.CHANGE} and outcome.says("remains"):
        undoes = False  # "de rest blijft zoals het is. Wim zit naast me en wil twee kroketten"
    return any(any(outcome.unexplained(asking, passing=undoes)) for asking in outcome.case.asking)


def subject_names_more(outcome: Outcome) -> bool:
    """ "Aanmelding Els Bakker en Wim Smit", and the letter is about one of them alone."""
    case = outcome.case
    if not outcome.only_registers or len(case.asking) > 1 or not enrols_people(case):
        return False
    named = [found.name for unit in case.own_subject for found in unit.names if found.name.is_full and found.sure]
    if len(named) < 2:
        return False
    known = list(outcome.people)
    return any(all(person.is_waiting for person in known if same_person(person.name, name)) for name in named)


def group_is_one(outcome: Outcome) -> bool:
    """ "Wij komen graag", and only the writer is named."""
    if len(outcome.requests) != 1 or outcome.says("alone"):
        return False
    if outcome.actions == {Action.CANCEL} and not outcome.case.confirmations:
        return any(account.group_leaves for account in outcome.accounts)
    return outcome.only_registers and any(account.group for account in outcome.accounts)
