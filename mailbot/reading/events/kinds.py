"""What kind of meeting an event is, where its slug, title or alias says so and no other event is of that kind: "de
excursie", "de busexcursie", "Woondag" of `woondag-2024`. The words of every meeting ("de dag", "de avond") tell nothing
by themselves, and neither do those in which workshops of ours are spoken of."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from mailbot.domain.event import Event
from mailbot.reading.lexicon import load, words
from mailbot.reading.text.fold import fold

SHORTEST_END = 3  # letters: "woon-dag"
SHORTEST_FIRST = 3  # and of what stands before it
LETTERS = re.compile(r"[^\W\d_]+")


def kinds_of(events: Sequence[Event]) -> Iterator[tuple[str, str, re.Pattern[str]]]:
    """Each word that tells one of the events from the others by its kind, with that event's slug and how it is said."""
    told = {event.slug: set(_kinds(event)) for event in events}
    if len(told) < 2:
        return
    names = {event.slug: _names(event, with_workshops=True) for event in events}
    shops_elsewhere = {slug: any(e.workshops for e in events if e.slug != slug) for slug in told}
    for slug, kinds in told.items():
        for kind in sorted(kinds):
            if not any(kind in name for other, name in names.items() if other != slug):
                yield kind, slug, _said(kind, by_itself=shops_elsewhere[slug] and kind in words("choices", "compound"))


def _kinds(event: Event) -> Iterator[str]:
    """ "excursie", "woondag": the words of its names by which a meeting is called."""
    shops = _names(event, with_workshops=True)[len(_names(event, with_workshops=False)) :]
    for word in LETTERS.findall(_names(event, with_workshops=False)):
        if (word in _bare() or _is_compound(word)) and word not in shops:
            yield word


def _names(event: Event, *, with_workshops: bool) -> str:
    own = " ".join((event.slug.replace("-", " "), event.title, *event.aliases))
    shops = (name for shop in event.workshops for name in (shop.title, *shop.aliases) if with_workshops)
    return fold(" ".join((own, *shops)))


@cache
def _bare() -> frozenset[str]:
    return frozenset((*words("events", "meeting"), *words("events", "certain_kinds"))) - _of_every_meeting()


@cache
def _of_every_meeting() -> frozenset[str]:
    return frozenset((*words("events", "whole_meeting"), *words("events", "any_meeting")))


def _is_compound(word: str) -> bool:
    """ "Opvolgersavond", "zingdag"; not "donderdag"."""
    if word in _weekdays() or word in _of_every_meeting():
        return False
    ends = (end for end in words("events", "meeting") if len(end) >= SHORTEST_END and word.endswith(end))
    return any(len(word) - len(end) >= SHORTEST_FIRST for end in ends)


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(fold(name) for names in load("dates")["weekdays"].values() for name in names)


def _said(kind: str, *, by_itself: bool) -> re.Pattern[str]:
    """As one that is known ("de excursie", "busexcursie"), not as any ("een excursie", "onze jaarlijkse excursie").
    `by_itself`: with nothing told of it, for a workshop of another event may be called so: "de lezing over wonden"."""
    first = r"(?:[a-z]{2,12}-?)?" if kind in _bare() and not by_itself else ""
    any_one = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in words("events", "no_certain_one"))
    alone = r"(?!\s(?:over|van|door|met|op|om|about|by|on|of|with|at)\b)" if by_itself else ""
    return re.compile(rf"{any_one}(?<![\w@./-])(?P<sign>{first}{re.escape(kind)})(?![\w@-]|\.\w){alone}")
