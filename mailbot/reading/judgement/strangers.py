"""Has somebody who writes for others anything to do with them? Anybody could write that Mrs So-and-so won't come."""

import re

from mailbot.domain.reading import Action, Request
from mailbot.reading import details
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.text.fold import fold

COURTESY = re.compile(r"(?:mevr|mevrouw|mw|dhr|de heer|heer|meneer|mr|mrs|ms)\b", re.IGNORECASE)
OFFICES = ("secretariaat", "secretaresse", "bestuur", "office", "info", "griffie", "receptie", "planning", "team")


def is_strangers_doing(outcome: Outcome) -> bool:
    """Whether seats of others are given up or changed by somebody who shows no tie to them."""
    case = outcome.case
    undone = [request for request in outcome.requests if request.action is not Action.REGISTER]
    if undone and _is_hearsay(case, undone):
        return True
    if not undone or case.confirmations or case.wrote_before:
        return False
    if not (details.is_public_mail(case.message.sender.email) or _speaks_from_afar(case)):
        return False
    writers = {str(asking.writer.name) for asking in case.asking}
    return not any(request.name in writers for request in undone) and not any(
        _is_tied(case, asking, undone) for asking in case.asking
    )


def _is_hearsay(case: Case, undone: list[Request]) -> bool:
    """Whether others' seats are given up by what the writer only heard somewhere."""
    writers = {str(asking.writer.name) for asking in case.asking}
    heard = any(unit.has("hearsay") for asking in case.asking for unit in asking.sheet.units)
    return heard and not any(request.name in writers for request in undone)


def _speaks_from_afar(case: Case) -> bool:
    """Whether people are spoken of as "mevrouw El Khattabi", as nobody speaks of a colleague at the next desk."""
    names = [name for asking in case.asking for unit in asking.sheet.units for name in unit.names]
    return any(COURTESY.match(name.title.strip()) for name in names if name.title)


def _is_tied(case: Case, asking: Asking, undone: list[Request]) -> bool:
    """A colleague says "onze adviseur", "hij vroeg mij", signs with an office, or has an address of the same house."""
    sender, signature = case.message.sender.email, asking.sheet.parts.signature
    if details.is_public_mail(sender) and _is_nameless(asking, sender, undone):
        return False  # "namens mevrouw Dijkema", by "een bekende"
    if any(unit.has("tie") for unit in asking.sheet.units) or asking.account.booked_by_writer:
        return True
    if details.organisation_of(sender) or details.organisations(signature, signature=True):
        return True
    if details.roles(signature) and not details.is_public_mail(sender):
        return True  # "zelfstandig adviseur" from a mailbox that anybody may have is nobody's colleague
    if any(office in fold(f"{case.message.sender.name} {sender}") for office in OFFICES):
        return True
    domain = sender.rpartition("@")[2]
    return any(request.email and request.email.rpartition("@")[2] == domain for request in undone)


def _is_nameless(asking: Asking, sender: str, undone: list[Request]) -> bool:
    """Whether the writer tells nobody who she is, and writes from no household of theirs."""
    name = asking.writer.name
    if name.surname or name.given:
        return False
    mailbox = fold(sender)
    return not any(len(word) > 2 and fold(word) in mailbox for r in undone if r.name for word in r.name.split())
