"""What points at one of several events without naming it: its weekday ("die dinsdag kan ik"), its hours ("van 13.00 tot
17.00 uur"), its part of the day ("voor de avond"), the season before which it is ("vlak voor de zomer"), its building
("in het stadhuis"), its place among them ("van de twee kies ik de tweede"), or that it is not the one just named
("mijn collega doet die in maart, ik de andere").

A weekday right before a date, or of another week ("de dinsdag ervoor"), points at none; nor does an ordinal of what is
something else ("de tweede ronde").
"""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache

from mailbot.domain.event import Event
from mailbot.reading.events.event_signs import LIKELY, POSSIBLE, Sign
from mailbot.reading.lexicon import load, words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.lookup import has_one_of, vocabulary

BEFORE_SUMMER = (6, 7)  # months
REACH = 240  # characters behind the event that is named
BEHIND = 80  # and those in which a round may be told
# "The other event, not the one in ...", "de andere bijeenkomst dan die van ..."
NOT_THAT = re.compile(r"[^.;:!?\n]{0,12}\b(?:niet|not|dan|than)\b[^.;:!?\n]{0,24}\Z")
CLOSES = r"(?=\s*(?:[.,;:!?)\n]|\Z|\s(?:in|maar|en|dan|and|graag|please|toe|aan|op)\b))"
# "Voor de andere meld ik mij aan": a verb, and who signs up
SIGNS_UP = (
    r"(?=\s(?:meld|schrijf|geef|wil|kom|ben|teken|zet|doe|kan|hoop|willen|komen|zijn|melden|schrijven)"
    r"\s(?:ik|wij|we|mij|me|ons)\b)"
)
LONG_ENOUGH = timedelta(hours=1)  # of an event, to be in that part of a day
FOR = r"(?:voor|naar|bij|for|to|attend|join)"
OTHER_WEEK = r"(?!\s(?:ervoor|daarvoor|erna|daarna|erop|daarop|before|after|\d|een|begin|eind|de \d))"


def pointers(events: Sequence[Event]) -> Iterator[Sign]:
    """The signs that tell each of these events from the others; of a course, which has several days, none."""
    if len(events) < 2 or any(event.sessions() for event in events):
        return
    coming = sorted(events, key=lambda event: event.starts)
    yield from _weekdays(coming)
    yield from _hours(coming)
    yield from _parts_of_day(coming)
    yield from _seasons(coming)
    yield from _places(coming)
    yield from _buildings(coming)


def the_other(events: Sequence[Event], told: Sequence[tuple[int, str]], folded: str) -> Iterator[tuple[int, int, str]]:
    """Where the other of two events is pointed at, and which it is. `told`: where which of them is named."""
    if len(events) != 2 or not has_one_of(folded, ("andere", "tweede", "other", "second", *words("events", "next"))):
        return
    slugs = [event.slug for event in sorted(events, key=lambda event: event.starts)]
    for found in _other().finditer(folded):
        near = [slug for at, slug in told if 0 < found.start() - at <= REACH]
        near = near or [slug for at, slug in told if NOT_THAT.match(folded, found.end(), at)]
        around = folded[max(0, found.start() - REACH) : found.end() + BEHIND]
        if not near or len(set(near)) > 1 or _of_parts().search(around):
            continue
        if found["bare"] is not None and _tells_of_workshops(events, around):
            continue  # "Wim doet Vooroordelen Voorbij, Noor de andere"
        meant = slugs[1 - slugs.index(near[-1])]
        if (found["second"] is None and found["next"] is None) or meant == slugs[1]:
            yield *found.span("sign"), meant


def asks_for_the_other(events: tuple[Event, ...], folded: str, start: int, end: int) -> bool:
    """ "Ik kies voor de andere", whichever that is: not said of workshops."""
    if len(events) < 2 or not has_one_of(folded, ("andere", "other")):
        return False
    return any(
        not _of_parts().search(around := folded[max(0, found.start() - REACH) : found.end() + BEHIND])
        and not _tells_of_workshops(events, around)
        for found in _for_the_other().finditer(folded, start, end)
    )


@cache
def _for_the_other() -> re.Pattern[str]:
    meeting = any_of(words("events", "whole_meeting"))
    chosen = rf"(?:{FOR}|kies|neem|doe|maar|choose|pick|but)"
    return re.compile(
        rf"(?<!\w){chosen}\s(?:de|die|uw|jullie|the|your)\s(?:andere|other)(?:\s(?:{meeting})(?!\w)|(?:\sone)?{CLOSES})"
    )


@cache
def _other() -> re.Pattern[str]:
    meeting = any_of(words("events", "whole_meeting"))
    after = any_of(words("events", "next"))
    return re.compile(
        rf"(?<!\w)(?:de|uw|jullie|die|het|the|your)\s(?P<sign>(?:andere?|other|(?P<second>tweede|second))"
        rf"(?:\s(?:{meeting}|keer|time)(?!\w)|(?P<bare>(?:\sone(?!\w))?)(?:{CLOSES}|{SIGNS_UP}))"
        rf"|(?:{meeting}|keer|one)\s(?P<next>{after})(?!\w))"
    )


def _tells_of_workshops(events: Sequence[Event], folded: str) -> bool:
    """Whether a longer word of what workshops are called stands there, or who gives one."""
    words_of_them, givers = _of_workshops(tuple(events))
    return not words_of_them.isdisjoint(vocabulary(folded)) or has_one_of(folded, givers)


@cache
def _of_workshops(events: tuple[Event, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    shops = [workshop for event in events for workshop in event.workshops]
    called = (name for shop in shops for name in (shop.title, *shop.aliases))
    givers = {fold(re.sub(r"\s*\([^)]*\)", "", giver)) for shop in shops for giver in shop.by}
    return frozenset(word for name in called for word in re.findall(r"\w{6,}", fold(name))), tuple(givers)


@cache
def _of_parts() -> re.Pattern[str]:
    return re.compile(r"\b(?:workshops?|rond(?:e|es)|rounds?|sessies?|keuze|kant)\b")


def _weekdays(events: Sequence[Event]) -> Iterator[Sign]:
    """ "Die dinsdag": of two events on the same weekday it tells nothing."""
    short = words("dates", "weekday_short")
    parts = "(?:ochtend|middag|avond|bijeenkomst)?"
    for event in events:
        number = event.starts.isoweekday()
        if sum(other.starts.isoweekday() == number for other in events) > 1:
            continue
        names = [name for name in map(fold, load("dates")["weekdays"][str(number)]) if name not in short]
        months = any_of(words("dates", "months"))
        pattern = (
            rf"(?<!\w)(?:de|die|the|that)\s(?P<sign>(?:{any_of(names)}){parts})(?![\w-]){OTHER_WEEK}(?!\s(?:{months}))"
        )
        yield Sign(re.compile(pattern), tuple(names), (event.slug,), "weekday", POSSIBLE)


def _hours(events: Sequence[Event]) -> Iterator[Sign]:
    """ "Van 13.00 tot 17.00 uur", from where the event begins to where it ends."""
    for event in events:
        hours = (event.starts.time(), event.ends.time())
        if sum((other.starts.time(), other.ends.time()) == hours for other in events) > 1:
            continue
        since, until = (rf"{at.hour}(?:[.:]?{at.minute:02})" + ("?" if not at.minute else "") for at in hours)
        to = r"\s?(?:uur\s)?(?:tot|t/m|-|to|until|till)\s?"
        pattern = rf"(?<![\d.:])(?P<sign>{since}{to}{until})(?!\d|[.:]\d)"
        yield Sign(re.compile(pattern), (str(hours[0].hour),), (event.slug,), "hours", LIKELY)


def _parts_of_day(events: Sequence[Event]) -> Iterator[Sign]:
    """ "Voor de avond": all events that are held then; where that is one, it is meant."""
    meeting = any_of(words("events", "meeting"))
    parts = sorted((int(hour), list(map(fold, names))) for hour, names in load("events")["day_parts"].items())
    for (since, names), until in zip(parts, (*(hour for hour, _ in parts[1:]), 24), strict=True):
        held = tuple(event.slug for event in events if _is_held_between(event, since, until))
        if not held:
            continue
        pattern = (
            rf"(?<!\w){FOR}\s(?:de|die|uw|jullie|the|that|your)\s(?P<sign>(?:{any_of(names)})(?:{meeting})?)(?!\w)"
        )
        yield Sign(re.compile(pattern + OTHER_WEEK), tuple(names), held, "part", LIKELY)


def _is_held_between(event: Event, since: int, until: int) -> bool:
    """Whether an event goes on for a while between those hours."""
    day = event.starts.replace(hour=0, minute=0, second=0, microsecond=0)
    begins, ends = (day + timedelta(hours=hour) for hour in (since, until))
    return min(event.ends, ends) - max(event.starts, begins) > LONG_ENOUGH


def _seasons(events: Sequence[Event]) -> Iterator[Sign]:
    """ "Vlak voor de zomer": the last before the holidays."""
    early = [event for event in events if event.starts.month in BEFORE_SUMMER]
    if len(early) == 1:
        near = r"(?:vlak|net|kort|pal|just|right|shortly)\s(?:voor|before)"
        pattern = rf"(?<!\w)(?P<sign>{near}\s(?:de|the)\s(?:zomer|summer)\w*)"
        yield Sign(re.compile(pattern), ("zomer", "summer"), (early[0].slug,), "month", LIKELY)


def _buildings(events: Sequence[Event]) -> Iterator[Sign]:
    """ "De bijeenkomst in het stadhuis", where just one is in such a building, of which every town has one."""
    meeting = any_of(words("events", "meeting"))
    held: dict[str, list[str]] = {}
    for event in events:
        for word in {word for word in fold(event.location.split(",")[0]).split() if word in _common()}:
            held.setdefault(word, []).append(event.slug)
    for word, slugs in held.items():
        if len(slugs) == 1:
            pattern = (
                rf"(?<!\w)(?:{meeting}|die)\s(?:in|op|bij|at)\s(?:het|de|uw|the)\s(?P<sign>{re.escape(word)})(?!\w)"
            )
            yield Sign(re.compile(pattern), (word,), (slugs[0],), "order", LIKELY)
            there = rf"(?<!\w)(?:in|op|bij|naar|at|to)\s(?:het|de|uw|jullie|the|your)\s(?P<sign>{re.escape(word)})"
            yield Sign(re.compile(rf"{there}(?!\w|\s(?:van|of|in|te)\b)"), (word,), (slugs[0],), "building", POSSIBLE)


@cache
def _common() -> frozenset[str]:
    return frozenset(words("events", "every_town_has"))


def _places(events: Sequence[Event]) -> Iterator[Sign]:
    """ "Van de twee bijeenkomsten kies ik de tweede", without a noun behind it."""
    several = rf"(?:twee|2|two|beide|both)\s(?:\w+\s)?(?:{any_of(words('events', 'whole_meeting'))})\b[^.!?\n]{{0,60}}?"
    for number, event in enumerate(events, start=1):
        called = [*words("choices", f"ordinals.{number}"), *(words("choices", "last") if number == len(events) else ())]
        pattern = rf"(?<!\w){several}\b(?:de|het|the)\s(?P<sign>{any_of(called)})(?!\w){CLOSES}"
        yield Sign(re.compile(pattern), tuple(called), (event.slug,), "order", LIKELY)
        among = r"\s(?:van|of)\s(?:de|uw|jullie|the|your)\s(?:twee|two)(?!\w)"
        of_two = rf"(?<!\w)(?:de|het|the)\s(?P<sign>{any_of(called)}){among}"
        yield Sign(re.compile(of_two), tuple(called), (event.slug,), "order", LIKELY)
