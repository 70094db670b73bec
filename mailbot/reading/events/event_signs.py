"""The patterns by which a text names an event: made once from the configuration, for events.py.

A sign is a phrase of the configuration (slug, title, alias, building, town) or a few words of a title together. What
two events share is a sign of both, and so tells neither from the other.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from mailbot.domain.event import Event
from mailbot.reading.events.inflections import inflected
from mailbot.reading.events.kinds import kinds_of
from mailbot.reading.events.neighbours import neighbours
from mailbot.reading.lexicon import load, words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.lookup import has_one_of

SURE, LIKELY, POSSIBLE = 3, 2, 1
POSTCODE = re.compile(r"\b\d{4}\s?[a-z]{2}\b")
_SUBJECT_MARKS = re.compile(r"^(?:\s*(?:re|fw|fwd|aw|antw|betreft)\s*:)+")
# "Vorig jaar was de excursie ook zo leuk", in one sentence
BEFORE_NOW = re.compile(
    r"\b(?:was|waren|vorige?|verleden|afgelopen|eerdere?|toen|destijds|last|previous|earlier|were)\b[^.!?\n]*\Z"
)
WIDTH = 40  # characters before a sign in which `before` is looked for
NOT_A_TITLE_WORD = 4  # letters: shorter words of a title are not looked for by themselves


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern over folded text, whose group "sign" points at `events`; it holds one of `keys`, letter for letter,
    and is worth trying only where the text does.

    `before`: what must stand right before it, if anything ("naar ", "de middag in "): looked for only where the rest
    has been found, because it is made of words that every mail is full of.
    """

    pattern: re.Pattern[str]
    keys: tuple[str, ...]
    events: tuple[str, ...]
    by: str
    strength: int
    before: re.Pattern[str] | None = None
    beside: tuple[tuple[str, ...], ...] = ()
    unless: re.Pattern[str] | None = None  # what must not stand before it

    def may_stand_in(self, folded: str) -> bool:
        """Whether a text with one of its keys has what belongs to it, too: of each of those rows one."""
        return all(has_one_of(folded, row) for row in self.beside)

    def places(self, folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where it stands in folded[start:end], without the places where somebody only works or lives."""
        for match in self.pattern.finditer(folded, start, end):
            since, until = match.span("sign")
            if self.before and not self.before.search(folded, max(start, since - WIDTH), since):
                continue
            if self.unless and self.unless.search(folded, max(start, since - WIDTH), since):
                continue
            if self.by not in ("place", "building") or not _is_home(folded, since):
                yield (since, until)


def _is_home(folded: str, at: int) -> bool:
    """Whether the place named there is where somebody works or lives, or stands in an address."""
    line = folded.rfind("\n", 0, at) + 1
    before = folded[max(line, at - WIDTH) : at]
    if is_gone_to(folded, at) or is_held_at(folded, at):
        return False  # "I have to withdraw from the day in Utrecht"
    return bool(_home().search(before) or _own_house().search(before) or POSTCODE.search(before) or "|" in before)


def is_gone_to(folded: str, at: int) -> bool:
    """Whether the place named there is where somebody goes: "naar Den Haag", "de bijeenkomst in Den Haag"."""
    line = folded.rfind("\n", 0, at) + 1
    return bool(_going_to().search(folded[max(line, at - WIDTH) : at]))


def is_held_at(folded: str, at: int) -> bool:
    """Whether a certain meeting is at the place named there: "die middag in het Haagse stadhuis", "die in Utrecht"."""
    line = folded.rfind("\n", 0, at) + 1
    return bool(_held_at().search(folded, max(line, at - WIDTH), at))


@cache
def _held_at() -> re.Pattern[str]:
    meeting = any_of((*words("events", "meeting"), *words("events", "whole_meeting")))
    return re.compile(
        rf"(?<!\w)(?:(?:de|het|die|dat|uw|jullie|the|that|your)\s(?:{meeting})|die|the one)"
        r"\s(?:in|te|at)\s(?:(?:de|het|the)\s(?:\w+\s)?)?$"
    )


@cache
def _home() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('events', 'from_a_place'))})\b[^,.;:!?()]{{0,28}}$")


@cache
def _own_house() -> re.Pattern[str]:
    """ "Onze stichting in", "wij in", "een kennis in": whatever is one's own, or where somebody is, but for a seat or a
    meeting."""
    tables = ("meeting", "whole_meeting", "no_certain_thing")
    ours = any_of(word for table in tables for word in words("events", table))
    own = rf"\b(?:mijn|ons|onze|een|my|our|an?)\s(?!(?:[\w'-]+\s)?(?:{ours})\b)(?:[\w'-]+\s){{1,2}}"
    return re.compile(rf"(?:{own}|(?:^|[.!?,]\s|\b(?:die|want|omdat)\s)(?:wij|we)\s)(?:in|te|at)\s$")


@cache
def _going_to() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('events', 'going_to'))})\s(?:\w+\s){{0,2}}$")


def signs_of(events: tuple[Event, ...]) -> Iterator[Sign]:
    """The signs of these events, the surest first."""
    yield from _phrases(events, "slug", SURE, lambda event: [event.slug])
    yield from _phrases(events, "title", SURE, lambda event: [event.title])
    yield from _phrases(events, "alias", SURE, lambda event: event.aliases)
    yield from _phrases(events, "place", LIKELY, lambda event: _buildings(event.location))
    yield from _of_kinds(events)
    yield from _sorts_of_place(events)
    yield from _towns_of(events)
    yield from _by_order(events)
    yield from _courses(events)
    yield from _title_words(events)
    yield from _topics(events)


def _phrases(events: tuple[Event, ...], by: str, strength: int, of: Callable[[Event], Iterable[str]]) -> Iterator[Sign]:
    for phrase, slugs in _owners(events, of).items():
        pattern = re.compile(rf"(?<![\w@.-])(?P<sign>{any_of([phrase])})(?![\w@]|\.\w|-\d)")
        first, *others = phrase.split()
        yield Sign(pattern, (first,), slugs, by, strength, beside=tuple((word,) for word in others))


def _of_kinds(events: tuple[Event, ...]) -> Iterator[Sign]:
    """ "De excursie", where just one is called so."""
    for kind, slug, said in kinds_of(events):
        yield Sign(said, (kind,), (slug,), "words", LIKELY, unless=BEFORE_NOW)


def _owners(events: tuple[Event, ...], of: Callable[[Event], Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Each phrase, folded, the longest first, with the slugs of the events that have it."""
    owners: dict[str, dict[str, None]] = {}
    for event in events:
        for phrase in of(event):
            owners.setdefault(fold(phrase).strip(), {})[event.slug] = None
    return {phrase: tuple(owners[phrase]) for phrase in sorted(owners, key=len, reverse=True) if len(phrase) > 2}


def _buildings(location: str) -> list[str]:
    """What the building is called: "Koninklijke Jaarbeurs" and "Jaarbeurs"; only with its town where its name is one
    that every town has ("Stadhuis Den Haag")."""
    whole = location.split(",")[0]
    name = re.sub(rf"\b{re.escape(_town(location))}\b", "", whole).strip() if _town(location) else whole
    last = name.split()[-1] if name.split() else ""
    if fold(last) in words("events", "every_town_has"):
        return [whole] if whole != name else []
    return [whole, name, last] if len(last) >= NOT_A_TITLE_WORD else [whole]


def _sorts_of_place(events: tuple[Event, ...]) -> Iterator[Sign]:
    """ "The ship", where one event alone is on the "Museum ship De Hoop"."""
    for word, slugs in _owners(events, lambda event: _small_words(event.location.split(",")[0])).items():
        pattern = re.compile(rf"(?<!\w)(?:the|your|de|het|jullie|uw)\s(?P<sign>{re.escape(word)})(?![\w@-])")
        yield Sign(pattern, (word,), slugs, "place", LIKELY)


def _small_words(place: str) -> list[str]:
    return [w for w in place.split() if len(w) >= NOT_A_TITLE_WORD and w.islower() and w not in _everywhere()]


def _everywhere() -> frozenset[str]:
    return frozenset((*words("events", "every_town_has"), *words("events", "to_a_place")))


def _town(location: str) -> str:
    """The town of an address: what follows the postcode, or the last part."""
    after = POSTCODE.split(fold(location))
    town = after[-1] if len(after) > 1 else location.split(",")[-1]
    return location[len(location) - len(town) :].strip(" ,")


def _towns_of(events: tuple[Event, ...]) -> Iterator[Sign]:
    """Towns, where somebody goes: "naar Utrecht", "in Den Haag"; "het Haagse stadhuis"; "maar Den Haag is dichtbij"."""
    going = any_of(words("events", "to_a_place"))
    towns, lists = any_of(fold(_town(event.location)) for event in events), any_of(words("events", "list"))
    what = any_of((*words("events", "every_town_has"), *words("events", "meeting")))
    for town, owners in _owners(events, lambda event: [_town(event.location)]).items():
        named_too = re.compile(rf"(?<![\w-]){re.escape(town)}(?![\w-])")  # "Vertrek Amersfoort Centraal"
        slugs = tuple(e.slug for e in events if e.slug in owners or named_too.search(fold(e.location)))
        names = [town, *map(fold, load("events")["exonyms"].get(town, []))]
        adjectives = [name for name in names if name.endswith("se")]
        nouns = [name for name in names if name not in adjectives]
        noun = any_of(nouns)
        named = re.compile(rf"(?P<sign>{noun})(?![\w@-]|\.\w)")
        before = re.compile(
            rf"\b(?:(?:{going})\s(?:(?:de|het|the|'t)\s)?(?:(?:{what})\s|(?:{towns})\s(?:en|and|of|or|&)\s)?"
            rf"|(?:{what}|{lists})\s(?:van|of|te)\s)$"
        )
        if len(slugs) > len(owners):  # "die dag in Amersfoort", not where a bus leaves for the other
            yield Sign(named, _longest_words(nouns), owners, "place", LIKELY, _held_at())
        yield Sign(named, _longest_words(nouns), slugs, "place", LIKELY, before)
        one = re.compile(rf"(?<!\w)(?:the|your|that)\s(?P<sign>(?:{noun})\s(?:one|{what}))(?!\w)")
        yield Sign(one, _longest_words(nouns), slugs, "place", LIKELY)  # "the Utrecht one"
        suits = re.compile(
            rf"(?P<sign>{noun})(?=\s(?:(?:is|kan|lukt|past|wel|ligt|laat|laten|sla|slaan|haal|vervalt|works|suits)\b"
            r"|(?:wil|had|moet|zou|doe|bezoek|hoef|kon)\s(?:ik|wij|we)\b|(?:gaat|valt|blijft)\s(?:[a-z]+\s){0,3}?(?:niet|af|staan|zo|zoals)\b))"
        )
        yield Sign(
            suits,
            _longest_words(nouns),
            slugs,
            "place",
            LIKELY,
            re.compile(r"(?:(?:\bmaar|\bbut|\bwel|[.!?,\n])\s+|\A\s*)\Z"),
        )
        if adjectives:
            adjectives += [name.removesuffix("e") for name in adjectives]  # "Haags stadhuis"
            pattern = rf"\b(?P<sign>(?:{any_of(adjectives)})\s(?:{what}))\b"
            yield Sign(re.compile(pattern), _first_words(adjectives), slugs, "place", LIKELY)


@lru_cache(maxsize=8)
def _names_alone(events: tuple[Event, ...]) -> dict[str, set[str]]:
    """What may stand for an event in a subject: its town, and its building, be it one that every town has."""
    slugs: dict[str, set[str]] = {}
    for event in events:
        town, building = fold(_town(event.location)), fold(event.location.split(",")[0])
        names = {town, *map(fold, load("events")["exonyms"].get(town, [])), building, *building.split()}
        for name in {name for name in names - {*town.split()} if len(name) >= NOT_A_TITLE_WORD} | {town}:
            slugs.setdefault(name, set()).add(event.slug)
    return slugs


def named_alone(events: tuple[Event, ...], subject: str) -> str | None:
    """The event whose town or building is all that a subject says beside the sign-up: "Den Haag", "Aanmelding
    stadhuis"."""
    said = _SUBJECT_MARKS.sub("", fold(subject)).strip(" .!?-:")
    seat = any_of({*words("events", "no_certain_thing")} - {*words("events", "from_a_place")} - _everywhere())
    said = re.sub(rf"^(?:{seat})\b[\s:,-]*(?:(?:voor|in|op|for|at)\b\s)?(?:(?:het|de|the)\s)?", "", said)
    found = _names_alone(events).get(said, set())
    return next(iter(found)) if len(found) == 1 else None


def _by_order(events: tuple[Event, ...]) -> Iterator[Sign]:
    """Of several: "de tweede bijeenkomst", "de laatste van de twee", "beide bijeenkomsten"."""
    if len(events) < 2:
        return
    coming = sorted(events, key=lambda event: event.starts)
    meeting = any_of(words("events", "whole_meeting"))
    of_all = any_of(words("events", "of_all"))
    for number, event in enumerate(coming, start=1):
        called = list(words("choices", f"ordinals.{number}"))
        called += words("choices", "last") if number == len(coming) else []
        which = rf"(?:{any_of(called)})\s(?:(?:{of_all})|(?:{meeting}))"
        pattern = rf"(?<!\w)(?:de|het|the|jullie|uw|your)\s(?P<sign>{which})(?!\w)"
        yield Sign(re.compile(pattern), tuple(called), (event.slug,), "order", LIKELY)
    names = words("events", "whole_meeting")
    if len(neighbours(events)) == len(events):
        names += words("events", "days")  # of a series over months, "beide dagen" may be any
    both = any_of(words("events", "all_of_them"))
    # "both data engineers": no dates
    pattern = rf"(?<!\w)(?P<sign>(?:{both})\s(?!(?<=both )data)(?:{any_of(names)}))(?!\w)"
    slugs = tuple(event.slug for event in coming)
    keys, beside = _first_words(words("events", "all_of_them")), _first_words(names)
    yield Sign(re.compile(pattern), keys, slugs, "all", LIKELY, beside=(beside,))


def _longest_words(names: Iterable[str]) -> tuple[str, ...]:
    """Of "den haag" the second: of the first mails are full."""
    return tuple(dict.fromkeys(max(name.split(), key=len) for name in names))


def _first_words(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.split()[0] for name in names))


def _courses(events: tuple[Event, ...]) -> Iterator[Sign]:
    """ "De cursus", "de hele reeks", where just one event has sessions."""
    courses = [event for event in events if event.sessions()]
    if len(courses) == 1:
        series = words("choices", "series")
        pattern = re.compile(rf"(?<!\w)(?:de|het|jullie|uw|the|your)\s(?P<sign>(?:\w+\s)?(?:{any_of(series)}))(?!\w)")
        yield Sign(pattern, tuple(series), (courses[0].slug,), "words", LIKELY)


def _title_words(events: tuple[Event, ...]) -> Iterator[Sign]:
    """Two words of a title near each other, or one that a meeting is about: "discriminatiedag", "avond over heksen"."""
    meeting = any_of(words("events", "meeting"))
    about = any_of(words("events", "about"))
    owners = _owners(events, lambda event: _telling_words(event.title))
    for event in events:
        own = _own_words(event, owners)
        ordered = sorted(own, key=lambda word: fold(event.title).find(word))
        for first, second in pairwise(ordered):
            one, two = any_of(_spellings(first)), any_of(_spellings(second))
            near = r"\w*\W{1,3}(?:\w{1,12}\W{1,3}){0,3}?"
            either = rf"(?:{one}){near}(?:{two})|(?:{two}){near}(?:{one})"
            keys, besides = (_first_words(_spellings(word)) for word in (second, first))
            pattern = re.compile(rf"\b(?P<sign>{either})\b")
            yield Sign(pattern, keys, (event.slug,), "words", LIKELY, beside=(besides,))
        for word in own:
            spelled = any_of(_spellings(word))
            called = re.search(rf"(?<!\w)((?:{meeting})\s){re.escape(word)}(?!\w)", fold(event.title))
            as_titled = rf"|{re.escape(called[1])}(?:{spelled})" if called else ""  # "Cursus fietsonderhoud"
            pattern = re.compile(
                rf"\b(?P<sign>(?:{spelled})[\s-]?(?:{meeting}){as_titled}"
                rf"|(?:{meeting}|die|degene|dat|that|the one)\s(?:{about})\s(?:\w{{1,16}}\s){{0,2}}?(?:anti-?)?"
                rf"(?:{spelled}))\b"
            )
            beside = (_first_words(words("events", "meeting")),)
            yield Sign(pattern, _first_words(_spellings(word)), (event.slug,), "words", LIKELY, beside=beside)
            # "Your event in The Hague on discrimination": a place stands between
            topic = re.compile(rf"(?<!\w)(?P<sign>(?:{about})\s(?:\w{{1,16}}\s){{0,2}}?(?:anti-?)?(?:{spelled}))(?!\w)")
            yield Sign(topic, _first_words(_spellings(word)), (event.slug,), "words", LIKELY, _meeting_at(), beside)


@cache
def _meeting_at() -> re.Pattern[str]:
    """ "De bijeenkomst in het Haagse stadhuis ", right before what it is about."""
    return re.compile(rf"(?<!\w)(?:{any_of(words('events', 'meeting'))})\s(?:in|te|at)\s(?:[\w'-]+\s){{1,3}}$")


def _topics(events: tuple[Event, ...]) -> Iterator[Sign]:
    """One word of a title, where somebody signs up for that: "zet mij op de lijst voor de hitte"."""
    owners = _owners(events, lambda event: _telling_words(event.title))
    for event in events:
        taken = {
            word for other in events if other is not event for w in other.workshops for word in _telling_words(w.title)
        }
        for word in (word for word in _own_words(event, owners) if word not in taken):
            spelled = _spellings(word)
            what = rf"(?:(?:de|het|die|uw|jullie|the|your)\s)?(?:{any_of(spelled)})(?![\w-])"
            pattern = rf"(?<!\w)(?P<sign>(?:voor|naar|bij|for|to)\s{what})"
            yield Sign(re.compile(pattern), _first_words(spelled), (event.slug,), "topic", LIKELY)


def _own_words(event: Event, owners: dict[str, tuple[str, ...]]) -> list[str]:
    """The words that tell that event from the others, in whatever form."""
    others = {form for word, slugs in owners.items() if slugs != (event.slug,) for form in inflected(word)}
    return [word for word, slugs in owners.items() if slugs == (event.slug,) and others.isdisjoint(inflected(word))]


def _telling_words(title: str) -> list[str]:
    weak = words("events", "weak")
    return [w for w in re.findall(r"\w+", fold(title)) if len(w) >= NOT_A_TITLE_WORD and w not in weak]


def _spellings(word: str) -> list[str]:
    """That word, its other forms, and what it is in other languages."""
    translations = {fold(dutch): others for dutch, others in load("translations")["words"].items()}
    return [*inflected(word), *map(fold, translations.get(word, []))]
