"""What a letter that is passed on says: does its author sign up, give up a seat, say no, or only carry on another?"""

import re

from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.labels import is_no
from mailbot.reading.letter.page import Sheet
from mailbot.reading.letter.yes import begins_with_yes, is_yes, volunteers

CARRIED = 40  # words above a letter that somebody passes on
AGAINST = frozenset({Stance.STAYS_AWAY, Stance.LATER, Stance.CANCELS})
# "Heb mezelf net afgemeld": that is done, and known.
DONE = re.compile(r"\b(?:heb|hebt|heeft|hebben|have|has)\b.{0,60}\b(?:afgemeld|geannuleerd|afgezegd|cancelled)\b", re.I)

# "Ik zit dan in Rome, veel plezier!"
WITHOUT_ME = re.compile(
    r"\b(?:veel plezier|maak er (?:wat|iets) (?:moois|leuks) van|volgende keer (?:weer|wel|graag|ben ik)|have fun|enjoy"
    r"|next time)\b",
    re.IGNORECASE,
)


def signs_up(asking: Asking) -> bool:
    """Whether that letter signs somebody up, be it by a yes to whoever asked around."""
    account = asking.account
    if Stance.COMES in account.said and (any(p.comes for p in asking.roster.people) or account.implied is not None):
        return True
    text, units = asking.sheet.parts.body, asking.sheet.units
    said = [text[u.start : u.end] for u in units]
    agrees = any(is_yes(words) or volunteers(words) for words in said) or any(
        begins_with_yes(text[c.start : c.end]) for u in units for c in u.clauses
    )
    if agrees and not (_begins_with_no(asking) or asking.writer.stays_away or _is_against(asking)):
        asking.writer.mark_coming(units[0].start)
        return True
    return False


def gives_up(asking: Asking) -> bool:
    """Whether its author cancels there: "wil je me daarvoor afmelden?"."""
    body = asking.sheet.parts.body
    asked = any(
        c.has("cancel") and not DONE.search(body, c.start, c.end) for u in asking.sheet.units for c in u.clauses
    )
    return asked and Stance.CANCELS in asking.account.said and asking.writer.cancels and not asking.writer.comes


def says_no(asking: Asking) -> bool:
    return _is_against(asking) or _begins_with_no(asking)


def _is_against(asking: Asking) -> bool:
    """Whether its author doesn't come by it; "Ja leuk! Wim kan niet, die heeft vrij" says that of Wim alone."""
    against = AGAINST.intersection(asking.account.said)
    others = any(person.stays_away for person in asking.roster.people if not person.is_writer)
    only_of_others = against == {Stance.STAYS_AWAY} and others and not asking.writer.stays_away
    return bool(against) and not only_of_others


def _begins_with_no(asking: Asking) -> bool:
    """ "Nee joh, ik heb dan twee intakes. Veel plezier.": the last words sound like a yes."""
    text, first = asking.sheet.parts.body, asking.sheet.units[:1]
    return any(is_no(text[u.start : u.end]) for u in first) or WITHOUT_ME.search(text) is not None


def asks_to_be_listed(asking: Asking) -> bool:
    """Whether somebody is to be put on the list there: "meld je mij aan?", not "ga je mee?"."""
    clauses = [clause for unit in asking.sheet.units for clause in unit.clauses]
    return any(_asks_for_a_seat(clause) for clause in clauses)


def _asks_for_a_seat(clause: Clause) -> bool:
    return stance_of(clause) is Stance.COMES and clause.has("enrol", "seat") and clause.has("me", "us", "hereby")


def carries(page: Sheet, below: Asking | None) -> bool:
    """Whether a letter only passed on the one below it, which had been sent to its author."""
    if below is None or page.letter.author is None or page.words > CARRIED:
        return False
    author = page.letter.author
    return any(
        to.email == author.email if to.email and author.email else to.name == author.name
        for to in below.sheet.letter.to
    )
