"""What a letter says of an event where it mentions one: in which clause, that the seat for it stays, that it is only
where somebody already is. Which event is meant by all that is for occasion.py and other_event.py.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from mailbot.reading.case.asking import Asking
from mailbot.reading.events.event_signs import is_gone_to
from mailbot.reading.events.events import EventMention
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.text.fold import fold

# "Maar op 20 juni ben ik er wel", "o nee, ik bedoel die van 20 juni"
AFFIRMS = re.compile(
    r"\bwel\b(?!.*\bniet\b)|\b(?:bedoel\w*|moet zijn|gaat (?:(?:het|mij|me|ons) )*om|betreft|mean|meant|rather)\b"
    r"|\b(?:alleen|only) (?:in|op|on|de)\b|\b(?:works|suits|fine)\b(?!.*\b(?:not|doesn't)\b)"
)
UNTIL_THEN = re.compile(r"\W*(?:(?:graag|en|maar|but)\s)?(?:tot|see you)\b[^.!?\n]{0,40}", re.IGNORECASE)
# Between two signs of one meeting: "de themadag over discriminatie in Den Haag", "... op 20 juni"
OF_THE_SAME = re.compile(
    r"\s+(?:in|te|op|van|voor|tegen|over|rond|at|on|of|for|against|about)\s+(?:(?:de|het|the)\s+)?(?:[^\W\d_]{3,6}dag,?\s+)?",
    re.IGNORECASE,
)
AND = re.compile(r"\b(?:en|and)\b", re.IGNORECASE)
SUBJECTS = ("i", "we", "us", "mine")
UNDOES = ("cancel", "absent", "replace", "part")
# What one does at an event
OF_BEING_THERE = ("attend", "enrol", "seat", "gathering", "polite", "modal")
# "Per 1 april", "met ingang van maandag 3 april"
SINCE = re.compile(
    r"\b(?:per|met ingang van|ingaande|sinds|as of|effective|since)\s(?:de\s)?(?:\w{6,9}\s)?\Z", re.IGNORECASE
)
LONGEST_SINCE = 30  # characters


def named_events(mentions: Iterable[EventMention]) -> set[str]:
    """The slugs of the events at which one of those mentions points alone."""
    return {slug for mention in mentions for slug in mention.events if len(mention.events) == 1}


def contradict_each_other(asking: Asking) -> bool:
    """Whether one meeting is told by two signs of which each points at another event: that asks for neither of them
    surely, and not for both."""
    single = [m for m in asking.sheet.events if len(m.events) == 1]
    return any(
        one.events != other.events
        and asking.text[one.end - 1] not in ".!?"  # "een plek voor 30 maart. Voor 20 juni ook"
        and (OF_THE_SAME.fullmatch(asking.text, one.end, other.start) or _is_what_it_is_about(asking, one, other))
        for one, other in pairwise(single)
    )


def _is_what_it_is_about(asking: Asking, place: EventMention, topic: EventMention) -> bool:
    """ "Your event in The Hague on discrimination"."""
    return topic.by == "words" and place.by == "place" and asking.text[place.end : topic.start] == " "


def is_kept(asking: Asking, mention: EventMention) -> bool:
    """Whether all that is said of an event there is that a seat for it stays: "in maart doe ik gewoon mee", "tot
    donderdag in Utrecht!"."""
    return mention.kept or _is_farewell(asking, mention) or is_only_said(asking, mention, "remains")


def _is_farewell(asking: Asking, mention: EventMention) -> bool:
    unit, _ = sentences_at(asking, mention.start)
    return unit is not None and UNTIL_THEN.match(asking.text, unit.start, mention.start) is not None


def is_only_said(asking: Asking, mention: EventMention, kind: str) -> bool:
    """Whether the clause there has a cue of that kind, and nothing is undone in it."""
    clause = clause_at(asking, mention.start)
    return clause is not None and clause.has(kind) and not clause.has(*UNDOES)


def is_told_before(asking: Asking, clause: Clause, at: int) -> bool:
    """ "I run a shelter in The Hague and would love to come": whether what is said there is said of somebody, and
    only what follows it speaks of coming."""
    joint = next(AND.finditer(asking.text, at, clause.end), None)
    if joint is None or is_gone_to(fold(asking.text), at):
        return False
    told = {cue.kind for cue in clause.cues if cue.start < joint.start()}
    then = {cue.kind for cue in clause.cues if cue.start >= joint.start()}
    return not told.isdisjoint(SUBJECTS) and told.isdisjoint(OF_BEING_THERE) and not then.isdisjoint(OF_BEING_THERE)


def sentences_at(asking: Asking, at: int) -> tuple[Unit | None, Unit | None]:
    """The sentence there, and the next one of its paragraph."""
    for unit, following in pairwise((*asking.sheet.units, None)):
        if unit is not None and unit.start <= at < unit.end:
            same = following is not None and following.paragraph == unit.paragraph
            return unit, following if same else None
    return None, None


def clause_at(asking: Asking, at: int) -> Clause | None:
    """The clause there, unless it stands in brackets."""
    return next((c for u in asking.sheet.units for c in u.clauses if c.start <= at < c.end and not c.aside), None)


def begins_then(asking: Asking, mention: EventMention) -> bool:
    """ "Zij is per 1 april bij ons weg": from when on something holds, where no seat is asked for: no day of a meeting.
    Not so "graag inschrijven voor de cursus per 3 april"."""
    if SINCE.search(asking.text, max(0, mention.start - LONGEST_SINCE), mention.start) is None:
        return False
    clause = clause_at(asking, mention.start)
    return clause is not None and not clause.has("enrol", "enrol_noun", "seat", "attend", "gathering", "cancel")
