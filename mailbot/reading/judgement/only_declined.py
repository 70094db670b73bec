"""Is the event that was found only spoken of, and another one asked for? "Graag aanmelden. De dag in juni is niets voor
mij" names the one that isn't meant."""

import re
from functools import cache
from itertools import takewhile

from mailbot.domain.event import Event
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.events.events import event_finder
from mailbot.reading.judgement.event_mentions import AFFIRMS
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of, fold, pattern_of
from mailbot.reading.text.late import late

TAKES_UP = re.compile(
    r"\b(?:daar\w*|hier(?:voor|aan)|die (?:dag|middag|avond|bijeenkomst)|that|there|this one|the same|it)\b",
    re.IGNORECASE,
)
# "It would be a pity to miss it", "die dag wil ik niet missen"
NOT_TO_MISS = re.compile(
    r"\b(?:pity|shame|sorry|sad|hate|loath|zonde|jammer)\b.{0,24}\b(?:to\s+miss|missen)\b"
    r"|\b(?:not|niet|never|nooit|wouldn't|won't|don't|can't)\b.{0,30}\bmiss(?:en)?\b",
    re.DOTALL,
)
SKIPS = late(r"\bsla(?:an|at)?\b.{0,60}\bover\b", re.DOTALL)  # "die dag sla ik over", not "de middag over beleid"
SOMEBODY = ("i", "we", "person", "companion", "he", "also_group")  # what they do that day, be it nothing of ours
FOR_GLADNESS = ("attend", "enrol", "seat", "polite")


def is_only_declined(case: Case, asking: Asking, event: Event) -> bool:
    """ "Graag aanmelden. De dag in juni is niets voor mij": the event that is named may be the one that is not meant,
    where another comes first and what asks for a seat names neither."""
    sent = case.context.sent(case.message)
    if event == event_finder(case.context.events).nearest(sent) or event_finder((event,)).mentions(case.subject, sent):
        return False
    if event.sessions() and asking.sheet.event_of_choices([event]):
        return False  # "ik kan alleen op 10 februari": of what is chosen nothing is declined
    clauses = [clause for unit in asking.sheet.units for clause in unit.clauses]
    mentions = [mention for mention in asking.sheet.events if event.slug in mention.events]
    named = [c for c in clauses if any(c.start <= m.start < c.end for m in mentions)]
    asking_ones = [c for c in clauses if c not in named and stance_of(c) is Stance.COMES]
    if any(TAKES_UP.search(asking.text, c.start, c.end) for c in asking_ones if named and c.start > named[0].start):
        return False  # "op 20 juni is er nog een middag. Daar wil ik ook graag bij zijn!"
    return bool(asking_ones and named) and all(_speaks_otherwise(asking, clause) for clause in named)


def _speaks_otherwise(asking: Asking, clause: Clause) -> bool:
    """Whether a clause asks for no seat, and it or what follows it in its sentence denies, doubts or puts off; or tells
    what somebody does."""
    if stance_of(clause) is Stance.COMES:
        return False
    unit = next(u for u in asking.sheet.units if u.start <= clause.start < u.end)
    following = takewhile(
        lambda c: stance_of(c) is not Stance.COMES, (c for c in unit.clauses if c.start > clause.start)
    )
    last = max((c.end for c in following), default=clause.end)
    told = fold(asking.sheet.parts.body[clause.start : last])
    if AFFIRMS.search(told) or NOT_TO_MISS.search(told) or _heard().search(told):
        return False
    if declines(told):
        return True
    return clause.has(*SOMEBODY) and not clause.has(*FOR_GLADNESS) and not _for_a_meeting().search(told)


@cache
def _heard() -> re.Pattern[str]:
    """ "I heard about Boats and Bytes. Please register me", "ik las over de middag in Den Haag"."""
    return pattern_of(words("events", "heard"))


def declines(folded: str) -> bool:
    """Whether those words deny, doubt or put off: "dat is niets voor mij", "dan ben ik op vakantie"."""
    return _declining().search(folded) is not None or SKIPS.search(folded) is not None


@cache
def _declining() -> re.Pattern[str]:
    return pattern_of(words("events", "declining"))


@cache
def _for_a_meeting() -> re.Pattern[str]:
    """ "Voor die middag houd ik me aanbevolen": what somebody is there for is no other business of that day."""
    meeting = any_of((*words("events", "meeting"), *words("events", "whole_meeting")))
    return re.compile(rf"\b(?:voor|for)\s(?:de|het|die|dat|uw|jullie|the|that|your)\s(?:{meeting})\b")
