"""What a letter that is passed on says: does its author sign up, give up a seat, say no, or only carry on another?"""

import re

from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.labels import is_no
from mailbot.reading.letter.page import Sheet
from mailbot.reading.letter.units import Unit
from mailbot.reading.letter.yes import begins_with_yes, is_yes, volunteers

CARRIED = 40  # words above a letter that somebody passes on
AGAINST = frozenset({Stance.STAYS_AWAY, Stance.LATER, Stance.CANCELS})
# "Heb mezelf net afgemeld": that is done, and known.
WAVERING = ("unable", "maybe", "perhaps", "wavers", "reserve", "later")
# "Kun jij regelen dat ik daar terecht kan?"
THAT_I_CAN = re.compile(
    r"\b(?:dat ik|that i|zodat ik|so that i|so i)\b[^.?!]{0,120}\b(?:kan|mag|can|may)\b", re.IGNORECASE
)
GOES_THERE = re.compile(r"\b(?:naar|heen|bij|terecht|bijwonen|aanwezig|deelnemen|to|at|attend|join)\b", re.IGNORECASE)
# "Mag ik erheen, of ga jij?"
ELSEWISE = re.compile(r"\b(?:of|or)\s(?:ga|gaat|wil|kun|kan|heb|do|will|are|is)\b[^.!?]{0,40}\?", re.IGNORECASE)
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


def asks_leave(asking: Asking) -> bool:
    """Whether its author asks whoever passes it on to be let go, or to have it arranged: "Mag ik op 30 maart naar de
    bijeenkomst?", "Kun jij regelen dat ik daarheen kan?". Whoever then asks for them gives the leave."""
    body, units = asking.sheet.parts.body, asking.sheet.units
    asked = [unit for unit in units if _asks_for_oneself(asking, unit)]
    if not asked or asking.writer.stays_away or _is_against(asking) or _begins_with_no(asking):
        return False
    own = [c for u in units for c in u.clauses if c.has("i", "me") and not c.has("no_denial")]
    if any(c.has(*WAVERING) for c in own) or ELSEWISE.search(body):
        return False
    asking.writer.mark_coming(asked[0].start)
    return True


def _asks_for_oneself(asking: Asking, unit: Unit) -> bool:
    """Whether a sentence asks whether the author may be at an event that it points at."""
    if not any(clause.asks for clause in unit.clauses) or unit.has("neg", "unable", "maybe", "perhaps"):
        return False
    body = asking.sheet.parts.body
    named = [m for m in asking.sheet.events if m.events and not m.negated and unit.start <= m.start < unit.end]
    to_it = unit.has("gathering", "attend") or any(m.by not in ("date", "month", "weekday", "hours") for m in named)
    if not (named and to_it and unit.has("i") and GOES_THERE.search(body, unit.start, unit.end)):
        return False  # "mag ik op 30 maart vrij nemen?"
    return unit.has("may_i") or (
        unit.has("relay", "do_it") and THAT_I_CAN.search(body, unit.start, unit.end) is not None
    )


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
