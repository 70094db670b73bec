"""Is everything that a letter asks asked of the event that was found? "In juni kan ik niet, Tom Bakker kan dan wel",
below a sign-up for March; "meld mij af voor 30 maart, en voor Den Haag ook".

Only one event is looked for where one of two is named more surely; what is said of the other must not be lost in it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from mailbot.domain.event import Event
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.events.event_signs import is_gone_to
from mailbot.reading.events.events import EventMention
from mailbot.reading.judgement.event_mentions import OF_BEING_THERE, clause_at, is_kept, is_told_before
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

BARE = re.compile(r"(?:[\s,;.:()-]|\b(?:voor|op|in|te|naar|for|on|at|20\d\d)\b|\b[A-Z]\w+)*")
ACTS = (Stance.COMES, Stance.CANCELS)
# "voor 30 maart en voor de middag in Den Haag"
JOINED = late(
    r"\s*,?\s*(?:en|and|&|plus|alsook|als)\s+(?:ook\s+|also\s+)?(?:voor|op|naar|for|on)\s+(?:[\w']+\s+){0,4}",
    re.IGNORECASE,
)
TOWN_LABEL = re.compile(r"^[ \t*•–-]*(?P<town>[A-Z'][\w' -]{2,24}?)\s?:[ \t]+\S", re.MULTILINE)
TURN = re.compile(r"\b(?:aan|af|ik|hij|zij|in plaats|instead)\b", re.IGNORECASE)
# Behind an event that is waved away, it is the writer who does: "30 maart kan ik niet, de andere keer wel"
WAVED_TURN = re.compile(r"\b(?:aan|af|hij|zij|in plaats|instead)\b", re.IGNORECASE)
# "Voor Den Haag trouwens ook.", "Den Haag idem"
LIKEWISE = late(
    r"\W*(?:(?:en|and|maar|but)\s+)?(?:(?:voor|op|in|naar|for|on)\s+)?(?:[\w']+\W+){1,6}"
    r"(?:ook|eveneens|evenzo|idem|hetzelfde|net zo|too|as well|likewise|the same)(?:\s+(?:graag|niet|wel|please))?\W*",
    re.IGNORECASE,
)


def joined_events(asking: Asking, slug: str) -> tuple[str, ...]:
    """Further events for which the same is asked in one breath with that of `slug`, by words of whatever strength."""
    text = asking.sheet.letter.text
    found: dict[str, None] = {}
    if all(m.events in ((), (slug,)) for m in asking.sheet.events):
        return ()
    for unit in asking.sheet.units:
        for clause in unit.clauses:
            here = _single(asking, clause.start, clause.end)
            if slug not in {m.events[0] for m in here} or clause.aside or clause.asks:
                continue
            if (stance_of(clause) in ACTS or _heads_what_acts(unit, clause)) and not any(
                m.negated or m.leaning or m.settled for m in here
            ):
                pairs = [(a, b) for a, b in pairwise(here) if JOINED.fullmatch(text, a.end, b.start)]
                found |= {m.events[0]: None for pair in pairs for m in pair if m.events[0] != slug}
    return tuple(found)


def _heads_what_acts(unit: Unit, clause: Clause) -> bool:
    """ "Voor 30 maart en voor die middag in Den Haag: schrijf mij in"."""
    following = next((c for c in unit.clauses if c.start >= clause.end), None)
    return clause.opens and following is not None and stance_of(following) in ACTS


def is_split_between(asking: Asking) -> bool:
    """ "Ik op 30 maart en Els Bos op 20 juni", "af voor 30 maart en aan voor 20 juni": not the same of both events."""
    text = asking.sheet.letter.text
    for unit in asking.sheet.units:
        for one, other in pairwise(_single(asking, unit.start, unit.end)):
            named = any(one.end <= name.start < other.start for name in unit.names)
            turn = (WAVED_TURN if one.negated else TURN).search(text, one.end, other.start)
            if one.events != other.events and (named or turn):
                return True
    return False


def is_listed_by_town(asking: Asking, events: Sequence[Event]) -> bool:
    """ "Utrecht: Els Bos", "Den Haag: Wim Smit", one below the other: the towns in which events are, and no others. A
    list of municipalities has more."""
    labels = {fold(found["town"]) for found in TOWN_LABEL.finditer(asking.sheet.parts.body)}
    return len(labels) > 1 and all(
        any(f" {fold(e.location)}".endswith(f" {label}") for e in events) for label in labels
    )


def is_asked_of_another(asking: Asking, slugs: set[str], coming: list[Person], *, cancelling: bool) -> bool:
    """Whether something is asked in so many words of an event that isn't one of `slugs`."""
    for unit in asking.sheet.units:
        here = _single(asking, unit.start, unit.end)
        if not here or all(m.events[0] in slugs for m in here):
            continue
        told = [p for p in coming if not p.is_writer and unit.start <= p.order < unit.end]
        if told and not any(m.events[0] in slugs for m in here):
            return True  # the one who comes is told of in the sentence about the other event
        if LIKEWISE.fullmatch(asking.sheet.letter.text, unit.start, unit.end) and not any(m.leaning for m in here):
            return True
        if any(_is_asked_here(asking, c, here, slugs, cancelling=cancelling) for c in unit.clauses):
            return True
        if not cancelling and any(_is_gone_to_as_well(asking, m, slugs) for m in here):
            return True
        if not cancelling and unit.has("enrol", "enrol_noun") and _lists_further(asking, unit, here, slugs):
            return True
    return False


def _lists_further(asking: Asking, unit: Unit, here: list[EventMention], slugs: set[str]) -> bool:
    """ "Aanmelding voor 30 maart Utrecht, 20 juni Den Haag": a clause that is nothing but another event."""
    text = asking.sheet.letter.text
    for clause in unit.clauses:
        named = [m for m in here if clause.start <= m.start < clause.end and m.events[0] not in slugs]
        if not named or any(m.negated or m.settled or m.leaning for m in named):
            continue
        heads = clause.first("enrol_noun")
        said = clause.has("i", "we", "neg", "past", "already")
        if heads is not None and heads.start - clause.start <= 1 and not said:
            return not clause.asks
        if BARE.fullmatch(text[clause.start : named[0].start]) and BARE.fullmatch(text[named[-1].end : clause.end]):
            return not clause.aside
    return False


def is_told_by_a_town_in_passing(asking: Asking, event: Event, nearest: Event | None) -> bool:
    """Whether another event than the next is meant by nothing but its town, in which something else is said to happen:
    "dat er in Den Haag altijd over ons gepraat wordt"; or by a building that every town has."""
    folded = fold(asking.sheet.letter.text)
    here = _single(asking, 0, len(folded))
    if (
        nearest is None
        or event.slug == nearest.slug
        or not here
        or any(m.by not in ("place", "building") for m in here)
    ):
        return False
    return all(m.by == "building" for m in here) or not any(
        is_gone_to(folded, m.start)
        or (
            (c := clause_at(asking, m.start)) is not None
            and _is_of_being_there(c)
            and not is_told_before(asking, c, m.start)
        )
        for m in here
    )


def _is_of_being_there(clause: Clause) -> bool:
    return stance_of(clause) is not Stance.NOTHING or clause.has(*OF_BEING_THERE)


def _is_asked_here(
    asking: Asking, clause: Clause, here: list[EventMention], slugs: set[str], *, cancelling: bool
) -> bool:
    """Whether a clause that signs up or gives up names another event beside, or instead of, ours."""
    stance = Stance.CANCELS if cancelling else Stance.COMES
    if clause.aside or clause.asks or stance_of(clause, about_event=True) is not stance:
        return False
    named = [m for m in here if clause.start <= m.start < clause.end and m.events[0] not in slugs]
    named = [m for m in named if m.by != "place" or not is_told_before(asking, clause, m.start)]
    named = [m for m in named if m.by != "building"]  # "dat nemen we mee terug naar het stadhuis"
    return any(not (m.settled or m.leaning or (m.negated and not cancelling) or is_kept(asking, m)) for m in named)


def _is_gone_to_as_well(asking: Asking, mention: EventMention, slugs: set[str]) -> bool:
    """ "... naar de avond op het schip, en naar de conferentie de dag erna": a day told by another, of which is
    said that somebody is there."""
    if mention.by not in ("beside", "weekday") or mention.events[0] in slugs:
        return False
    clause = clause_at(asking, mention.start)
    waved = mention.negated or mention.settled or mention.leaning or is_kept(asking, mention)
    if clause is None or waved or stance_of(clause) not in (Stance.NOTHING, Stance.COMES):
        return False
    return _is_of_being_there(clause)


def _single(asking: Asking, start: int, end: int) -> list[EventMention]:
    """The mentions there that point at one event alone, and are nobody's name or address ("Rosa Maart", r.maart@..)."""
    mentions = [m for m in asking.sheet.events if start <= m.start < end and len(m.events) == 1]
    if not mentions:
        return []
    text = asking.sheet.letter.text
    names = [name for unit in asking.sheet.units for name in unit.names if start <= name.start < end]
    return [
        m
        for m in mentions
        if not any(name.start <= m.start < name.end for name in names)
        if text[m.end : m.end + 1] not in ("@", "_") and text[max(m.start - 1, 0) : m.start] not in (".", "@", "_")
    ]
