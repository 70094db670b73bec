"""Which of two events somebody comes to or stays away from, where a letter speaks of both: "20 juni haal ik niet, voor
30 maart blijf ik ingeschreven" gives up one seat and keeps the other.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.events.dates import dates
from mailbot.reading.events.event_signs import is_gone_to, is_held_at
from mailbot.reading.events.events import EventMention, event_finder, is_over
from mailbot.reading.events.turns import CORRECTS
from mailbot.reading.judgement.event_mentions import (
    OF_BEING_THERE,
    UNDOES,
    clause_at,
    is_kept,
    is_only_said,
    is_told_before,
    named_events,
    sentences_at,
)
from mailbot.reading.letter.units import Unit
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.workshops.boxes import left_empty

POINTS_BACK = re.compile(
    r"\s*(?:(?:maar|en|dus|but|and|so)\s+)?(?:dat|die|daar|dan|deze|it|that|then)\b(?! (?:van|in|op|of) )",
    re.IGNORECASE,
)
THEN = re.compile(r"\b(?:dan|dat|die dag|daar|then|that|it)\b", re.IGNORECASE)
# "Op die dinsdag kan ik wel", "de donderdag schikt niet"
SUITS = late(
    r"\b(?:kan|kunnen) (?:ik|wij|we)\b|\b(?:lukt|past|schikt|suits|works)\b|\bkomt\b.*\buit\b|\bwel\b", re.IGNORECASE
)
# "In juni wel", right behind it
AFFIRMED = re.compile(r"\W*(?:\w+\s){0,2}wel\b", re.IGNORECASE)
BOOKED = ("already", "booking", "registered_context")  # a seat that may have to be given up
OF_OTHERS = ("person", "companion", "he", "him", "also_group")
# In a town that one goes to, a few words more are said of being there
OF_GOING = (*OF_BEING_THERE, "hereby", "goes")


def is_of_two_events(case: Case, asking: Asking) -> bool:
    """Whether an absence may be from another event than our confirmation is of ("op 20 juni kan ik niet", of one in
    March), or a seat given up one for either of two."""
    finder, sent = event_finder(case.context.events), case.context.sent(case.message)
    mentioned = _pointing(asking, finder.mentions(case.subject, sent), sent.date())
    left = named_events(m for m in mentioned if not (is_kept(asking, m) or _has_no_seat(asking, m)))
    left -= _kept_events(asking, mentioned)
    if case.confirmations:
        confirmed = set(finder.about(case.confirmations[0].events))
        return len(left) > 1 or (len(named_events(mentioned)) > 1 and bool(confirmed) and not left <= confirmed)
    if len(left) < 2 or not any(p.cancels for p in asking.roster.people):
        return False
    at = asking.account.said.get(Stance.CANCELS)
    said = next((u for u in asking.sheet.units if at is not None and u.start <= at < u.end), None)
    here = said is not None and any(said.start <= m.start < said.end for m in mentioned)
    return not (here or len(_in_subject(case)) == 1)


def _is_kept_behind(asking: Asking, mention: EventMention) -> bool:
    """ "Ik sta ook op de lijst voor 20 juni; daar verandert niets aan", in that sentence or the next, which names no
    other event."""
    if mention.negated or _cancels(asking, mention):
        return False
    unit, following = sentences_at(asking, mention.start)
    said = [c for c in unit.clauses if c.start > mention.start] if unit is not None else []
    if following is not None and POINTS_BACK.match(asking.text, following.start, following.end):
        said.append(following.clauses[0])
    for clause in said:
        if any(clause.start <= m.start < clause.end and m.events != mention.events for m in asking.sheet.events):
            return False
        if clause.has("remains") and not clause.has(*UNDOES):
            return True
    return False


def _kept_events(asking: Asking, mentions: Iterable[EventMention]) -> set[str]:
    """The events for which a seat stays by so many words, and of which nothing else is undone: that somebody was signed
    up for both tells nothing against it."""
    told = list(mentions)
    kept = named_events(m for m in told if is_kept(asking, m) or _is_kept_behind(asking, m))
    return kept - named_events(m for m in told if not m.kept and (m.negated or _is_left(asking, m)))


def _is_left(asking: Asking, mention: EventMention) -> bool:
    clause = clause_at(asking, mention.start)
    return clause is not None and stance_of(clause) in (Stance.CANCELS, Stance.STAYS_AWAY)


def _has_no_seat(asking: Asking, mention: EventMention) -> bool:
    """ "Voor maart had ik me niet opgegeven": there is none to give up."""
    return is_only_said(asking, mention, "unbooked")


def weighed(
    asking: Asking, subject: Iterable[EventMention], today: date, *, cancelling: bool
) -> tuple[EventMention, ...]:
    """The letter's mentions of events with what its clauses say of them. One whose seat stays is kept; one whose
    sentence goes on to say that the writer stays away is waved away. `today`: when the mail was sent."""
    found = _pointing(asking, subject, today)
    kept = [m for m in found if is_kept(asking, m) and (cancelling or _names_another(asking, m))]
    stay = _kept_events(asking, found) if cancelling else set()
    kept += [m for m in found if cancelling and (_has_no_seat(asking, m) or (m.events and stay.issuperset(m.events)))]
    found = [replace(m, settled=True, kept=True) if m in kept else m for m in found]
    found = [replace(m, settled=True) if not cancelling and _is_anothers(asking, m) else m for m in found]
    return tuple(replace(m, negated=True) if not cancelling and _is_waved_away(asking, m) else m for m in found)


def _is_anothers(asking: Asking, mention: EventMention) -> bool:
    """ "Mijn collega Els heeft zich al voor Utrecht opgegeven": of who is booked there nothing is asked."""
    clause = clause_at(asking, mention.start)
    return clause is not None and bool(clause.names) and stance_of(clause) is Stance.BOOKED


def _names_another(asking: Asking, mention: EventMention) -> bool:
    return any(m.events and set(m.events).isdisjoint(mention.events) for m in asking.sheet.events)


def _pointing(asking: Asking, subject: Iterable[EventMention], today: date) -> list[EventMention]:
    """The letter's mentions of events, without the towns in which somebody works, was once, or is that morning: they
    are none where subject or text name an event otherwise."""
    unticked = left_empty(asking.text, 0, len(asking.text)) if len(named_events(asking.sheet.events)) > 1 else []
    mentions = tuple(m for m in asking.sheet.events if not any(a <= m.start < b for a, b in unticked))
    named = named_events(
        m for m in (*subject, *mentions) if m.by not in ("place", "building") and (not m.negated or _cancels(asking, m))
    )
    mentions = tuple(m for m in mentions if m.by != "weekday" or _is_of_coming(asking, m))
    mentions = tuple(m for m in mentions if not (m.by == "month" and _is_only_told_then(asking, m)))
    mentions = tuple(m for m in mentions if not _is_on_the_way(asking, m))
    return [m for m in mentions if not (named.isdisjoint(m.events) and _tells_where(asking, m, today)) or not named]


def _is_only_told_then(asking: Asking, mention: EventMention) -> bool:
    """ "Hij loopt naar verwachting in juni weer": a month in which something else is, of somebody else."""
    clause = clause_at(asking, mention.start)
    if clause is None or clause.asks or mention.negated or not clause.has("he") or clause.has("i", "we"):
        return False
    return not (_is_of_coming(asking, mention) or is_held_at(fold(asking.text), mention.start))


def _is_on_the_way(asking: Asking, mention: EventMention) -> bool:
    """ "Ik ben die week in Den Haag en kom daarna naar Utrecht": a town before the event of the same clause."""
    clause = clause_at(asking, mention.start) if mention.by == "place" else None
    return (
        clause is not None
        and is_told_before(asking, clause, mention.start)
        and any(
            mention.end < m.start < clause.end and m.events not in ((), mention.events) for m in asking.sheet.events
        )
    )


def _is_of_coming(asking: Asking, mention: EventMention) -> bool:
    """Whether what is said of a weekday is about coming: not "I can be called on Friday"."""
    clause = clause_at(asking, mention.start)
    if clause is None:
        return False
    if CORRECTS.search(asking.text[clause.start : mention.start].strip() + " "):
        return True  # "register me for Thursday. No, make that Friday"
    if stance_of(clause) is not Stance.NOTHING or clause.has(*OF_BEING_THERE):
        return True
    return SUITS.search(asking.text, clause.start, clause.end) is not None


def _cancels(asking: Asking, mention: EventMention) -> bool:
    clause = clause_at(asking, mention.start)
    return clause is not None and stance_of(clause) is Stance.CANCELS


def _tells_where(asking: Asking, mention: EventMention, today: date) -> bool:
    clause = clause_at(asking, mention.start)
    if mention.by == "building":
        return True  # "dat nemen we mee terug naar het stadhuis"
    if mention.by != "place" or clause is None:
        return False
    if is_told_before(asking, clause, mention.start):
        return True
    if stance_of(clause) is not Stance.NOTHING:
        return False
    body = asking.sheet.parts.body
    if is_held_at(fold(body), mention.start):
        return False
    if any(is_over(found, today) for found in dates(body, today, clause.start, clause.end)):
        return True  # "in juni 2022 was ik al op een congres in Den Haag"
    return not clause.has(*(OF_GOING if is_gone_to(fold(body), mention.start) else OF_BEING_THERE))


def _is_waved_away(asking: Asking, mention: EventMention) -> bool:
    """ "Op 30 maart geef ik college, dat wordt dus niets": by the clause itself, or by what is said next of it."""
    unit, following = sentences_at(asking, mention.start)
    if AFFIRMED.match(asking.text, mention.end):
        return False
    for clause in unit.clauses if unit is not None else ():
        if clause.end <= mention.start or clause.aside:
            continue
        of_another = any(clause.start <= m.start < clause.end for m in asking.sheet.events)
        if clause.start > mention.start and of_another:
            return False
        if (stance := stance_of(clause)) is not Stance.NOTHING:
            return stance is Stance.STAYS_AWAY and not clause.names
    return following is not None and _points_back_and_away(asking, following)


def _points_back_and_away(asking: Asking, unit: Unit) -> bool:
    """ "Ik kreeg uw mail over 30 maart. Dat gaat niet lukken": a sentence that takes up the day before, and speaks of
    no other event there."""
    first = unit.clauses[0]
    if not POINTS_BACK.match(asking.text, first.start, first.end) or first.names:
        return _points_at_the_day(asking, unit)
    of_another = any(first.start <= m.start < first.end for m in asking.sheet.events)
    return not of_another and stance_of(first) is Stance.STAYS_AWAY


def _points_at_the_day(asking: Asking, unit: Unit) -> bool:
    """ "Dank voor de uitnodiging voor 30 maart! Helaas geef ik die dag les, dus dat lukt niet": all that is said of the
    writer there is to stay away, then."""
    if unit.names or any(unit.start <= m.start < unit.end for m in asking.sheet.events) or unit.has(*OF_OTHERS):
        return False
    stances = {stance_of(clause) for clause in unit.clauses}
    away = Stance.STAYS_AWAY in stances and stances <= {Stance.STAYS_AWAY, Stance.NOTHING}
    return away and THEN.search(asking.text, unit.start, unit.end) is not None


def _in_subject(case: Case) -> tuple[str, ...]:
    finder = event_finder(case.context.events)
    return finder.about(finder.mentions(case.subject, case.context.sent(case.message)))


def is_of_another_event(case: Case, asking: Asking, person: Person) -> bool:
    """Whether somebody stays away from one event and comes to another: the mail waves an event away there."""
    if _is_elsewhere(case, asking, person):
        return True
    waved = [m for m in asking.sheet.events if m.negated]
    kept = {slug for m in asking.sheet.events if not m.negated for slug in m.events}
    kept = kept or set(_in_subject(case)) or {_nearest(case)}
    if any(not kept.intersection(m.events) for m in waved):
        return True
    at = person.away_at
    return at is not None and any(
        u.start <= at < u.end and _is_of_another_day(asking, u.start, u.end, kept) for u in asking.sheet.units
    )


def _is_elsewhere(case: Case, asking: Asking, person: Person) -> bool:
    """Whether the clause in which somebody stays away speaks of one event, and the rest of the letter of another. A
    clause that names none points back: "voor de dag in maart had ik al iets, dus die laat ik lopen"."""
    at = person.away_at
    clause = None if at is None else clause_at(asking, at)
    if at is None or clause is None:
        return False
    mentions = asking.sheet.events
    spans = [(clause.start, clause.end), *((u.start, clause.end) for u in asking.sheet.units if u.start <= at < u.end)]
    span = next(((a, b) for a, b in spans if any(a <= m.start < b for m in mentions)), spans[0])
    here = {slug for m in mentions if span[0] <= m.start < span[1] for slug in m.events}
    rest = {slug for m in mentions if not span[0] <= m.start < span[1] for slug in m.events}
    rest = rest or set(_in_subject(case))
    if not here and person.is_writer and (before := _day_before(asking, at)):
        here, rest = before, rest - before
    if not here and len(rest) == 1 and at < person.order:
        return rest != {_nearest(case)}  # "onderstaande haal ik niet ... zet mij op de lijst voor de lezing in juni"
    return bool(here) and bool(rest - here)


def _day_before(asking: Asking, at: int) -> set[str]:
    """The events of the sentence before that one, where it points back at them."""
    for unit, following in pairwise(asking.sheet.units):
        if following.start <= at < following.end and unit.paragraph == following.paragraph and not unit.has(*BOOKED):
            here = {slug for m in asking.sheet.events if unit.start <= m.start < unit.end for slug in m.events}
            return here if len(here) == 1 and _points_back_and_away(asking, following) else set()
    return set()


def _is_of_another_day(asking: Asking, start: int, end: int, kept: set[str]) -> bool:
    """Whether a sentence speaks of a day on which we hold nothing, or waves an event away where `kept` has another."""
    here = [m for m in asking.sheet.events if start <= m.start < end]
    return any(not m.events or (m.negated and kept - set(m.events)) for m in here)


def _nearest(case: Case) -> str:
    """The event that is meant where none is named."""
    event = event_finder(case.context.events).nearest(case.context.sent(case.message))
    return event.slug if event else ""
