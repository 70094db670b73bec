"""Does somebody of whose seat we know nothing give one up by saying not to come, or only decline?

"Helaas geveld door griep, ik ben er morgen niet bij" gives one up: what was planned comes to nothing, or somebody else
takes over. "Wat een sterk programma, ik zal er niet bij zijn", "dank voor de uitnodiging, maar ..." only declines.
"""

import re

from mailbot.domain.message import Address
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.judgement.booked import has_own_booking
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names import same_person
from mailbot.reading.names.people import Person, from_address

# Who was invited, or answers what was sent round, has no seat for that.
INVITED = re.compile(
    r"\b(?:uitnodig\w*|uitgenodigd|nodig\w* .{0,30}\buit|aankondiging|nieuwsbrief|programma|invit\w+|announcement)\b",
    re.IGNORECASE,
)
# "Over mijn deelname op 30 maart", above a letter by which they don't come
OWN_SEAT = re.compile(
    r"\b(?:mijn|my)\s+(?:deelname|aanmelding|inschrijving|plek|plaats|stoel|kaartje|komst|registration|seat|place|ticket)\b",
    re.IGNORECASE,
)


def drops_out(case: Case, asking: Asking) -> bool:
    """Whether the writer, who stays away, had a seat by the way it is told."""
    writer = asking.writer
    if not (writer.stays_away and writer.sure_away) or writer.comes or writer.unbooked or asking.relayed:
        return False
    if _never_had_one(case, asking):
        return False
    if has_own_booking(asking) or (not case.answers and OWN_SEAT.search(case.subject)):
        return True
    if any(person.comes for person in asking.roster.people):
        return _says(case, asking, "reshuffle")  # "zelf kan ik niet, Wim komt graag": of a seat nothing is said
    return _says(case, asking, "let_down") and not asking.account.asks


def may_drop_out(case: Case, asking: Asking) -> bool:
    """ "Ik kan niet meer komen op 30 maart, Els Bos wel": who comes is no doubt, but the writer may have had a seat."""
    writer = asking.writer
    if not (writer.stays_away and writer.sure_away) or writer.comes or writer.cancels or writer.unbooked:
        return False
    return not (asking.relayed or _never_had_one(case, asking)) and any(
        clause.has("let_down") and clause.start == writer.away_at for u in asking.sheet.units for clause in u.clauses
    )


def _never_had_one(case: Case, asking: Asking) -> bool:
    """Whether the writer was only invited, says not to be on the list, or answers somebody else's letter."""
    if any(unit.has("unbooked") for unit in asking.sheet.units) or INVITED.search(asking.sheet.parts.body):
        return True
    authors = [page.letter.author for page in case.quoted if not page.letter.ours]
    return any(author is not None and not _is_writers(case, asking, author) for author in authors)


def _is_writers(case: Case, asking: Asking, author: Address) -> bool:
    name = from_address(author)
    by_name = name is not None and same_person(name, asking.writer.name)
    return by_name or author.email == case.message.sender.email


def _says(case: Case, asking: Asking, kind: str) -> bool:
    """Whether a phrase of that kind stands in the letter or its subject; no swap of a round or a workshop."""
    clauses: list[Clause] = [c for unit in (*asking.sheet.units, *case.own_subject) for c in unit.clauses]
    beside = ("past",) if kind == "let_down" else ("past", "part")
    return any(clause.has(kind) and not clause.has(*beside) for clause in clauses)


def fallen_out(asking: Asking, many: int) -> list[Person]:
    """ "Er vallen er twee af. Hatice is uit dienst, Gerben moet naar de rechtbank": who is named and doesn't come."""
    body = asking.sheet.parts.body
    gone = [
        p
        for p in asking.roster.people
        if p.cancels
        or (p.is_writer and p.stays_away)
        or (not (p.comes or p.booked or p.is_writer) and any(body[a:b].strip() for a, b in p.spans))
    ]
    if len(gone) != many:
        asking.account.doubt("unnamed" if len(gone) < many else "unclear_person")
    for person in gone:
        person.explained = True
    return gone


def signs_up_the_rest(case: Case, asking: Asking) -> bool:
    """ "Van ons vieren vallen er twee af: Els en Bo. Graag Wim en mij inschrijven": nobody of them has a seat yet."""
    account = asking.account
    known = case.answers_confirmation or case.wrote_before or account.own_booking or account.booked_by_writer
    if known or any(p.booked for p in asking.roster.people) or any(u.has("cancel_word") for u in case.own_subject):
        return False
    if not (account.performs or account.enrols or account.implied is not None):
        return False
    for person in asking.roster.people:
        person.stays_away, person.cancels = person.stays_away or person.cancels, False
    return True
