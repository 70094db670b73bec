"""A mail laid out for reading: its letters, each in its parts and units, and the spans in which no name can stand."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from functools import lru_cache

from mailbot.domain.event import Event
from mailbot.domain.message import Address, IncomingMessage
from mailbot.reading.details import organisations, places
from mailbot.reading.events.events import EventMention, event_finder, leant_to
from mailbot.reading.letter.answered import fields_asked
from mailbot.reading.letter.blocks import Block, blocks, with_heads_listed
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.closing import Parts, parts
from mailbot.reading.letter.cues import Cue
from mailbot.reading.letter.houses import houses_of_domain, houses_shared, places_of
from mailbot.reading.letter.language import language
from mailbot.reading.letter.letters import Letter, letters
from mailbot.reading.letter.units import Unit, units
from mailbot.reading.letter.weak_signs import NEEDED, meant
from mailbot.reading.names import is_functional, is_given, known_tokens
from mailbot.reading.names.mailboxes import person_at
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.lookup import Lookup, keys_of, words_beside
from mailbot.reading.text.once import once
from mailbot.reading.workshops.boxes import left_empty
from mailbot.reading.workshops.choices import choice_reader

BY_PLACE = frozenset({"order", "other", "beside", "all"})  # how an event is told as one of several
COUNTS = frozenset({"party", "all"})  # cues of how many people


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """What reading must be told. `fallback`: the moment that counts as the mail's own where it has no Date, aware."""

    events: tuple[Event, ...]
    own_address: str
    zone: tzinfo
    language: str
    fallback: datetime
    own_names: tuple[str, ...] = ()

    def received(self, at: datetime) -> "ReadingContext":
        """The same for a mail that came at that moment."""
        return ReadingContext(self.events, self.own_address, self.zone, self.language, at, self.own_names)

    def sent(self, message: IncomingMessage) -> datetime:
        return message.date or self.fallback


class Sheet:
    """One letter ready to be read: its parts, the units of its talk, what its text says of events.

    Each is made when it is first asked for: of most quoted letters nobody needs more than the text.
    """

    def __init__(
        self, letter: Letter, message: IncomingMessage, context: ReadingContext, author: Address, known: frozenset[str]
    ) -> None:
        """`author`: whose letter it is; `known`: given names, in lower case, in all headers of the mail."""
        self.letter = letter
        self._message, self._context, self._author, self._known = message, context, author, known

    @once
    def parts(self) -> Parts:
        return parts(self.letter, _known_words(self._author))

    @once
    def units(self) -> tuple[Unit, ...]:
        body = self.parts.body
        taken = [
            *taken_spans(body, 0, len(body), self._context),
            *self.workshops,
            *self._unticked_workshops(),
        ]  # "Els Vooroordelen, ik Beleid"
        house = fold(self._message.sender.name)
        sender = self._message.sender
        if len(house) > 3 and person_at(sender.name, sender.email) is None:
            taken += places_of(house, fold(body))
        taken += houses_of_domain(body, self._author)
        told = units(body, taken, tongues(self._message.text), self._known)
        if shared := houses_shared(body, told):
            told = units(body, [*taken, *shared], tongues(self._message.text), self._known)
        told = with_heads_listed(body, told)
        courses = [choice_reader(event) for event in self._context.events if event.sessions()]
        some = [span for course in courses for span in course.sessions_in(body)]
        named = [(found.start, found.end) for course in courses for found in course.find(body)]
        return _with_parts(told, some, named) if some or named else told

    @once
    def blocks(self) -> tuple[Block, ...]:
        """The people who are told of in blocks."""
        return blocks(self.parts.body, self.units)

    @once
    def events(self) -> tuple[EventMention, ...]:
        """What the talk says of events, but of those to which it only leans."""
        leanings = self.leanings
        return tuple(mention for mention in self._mentions if mention not in leanings)

    @once
    def leanings(self) -> tuple[EventMention, ...]:
        return leant_to(self._mentions)

    @once
    def _mentions(self) -> tuple[EventMention, ...]:
        if not self._context.events:
            return ()
        found = event_finder(self._context.events).mentions(self.parts.body, self._context.sent(self._message))
        answers = [answer for answer in self.letter.answers if "asked" in fields_asked(answer.question)]
        if answers:  # "De eerste van de twee", below our question for a workshop
            found = tuple(m for m in found if m.by not in BY_PLACE or not any(a.holds(m.start) for a in answers))
        found = tuple(mention for mention in found if not self._is_in_a_name(mention))
        if any(mention.by in NEEDED for mention in found):
            return meant(self.parts.body, found, self.units, self.workshops)
        return found

    def _is_in_a_name(self, mention: EventMention) -> bool:
        """Whether a word that is also a month's is somebody's: "Tamara, Jun (beiden in de cc)", "April de Wit"."""
        return mention.by == "month" and any(
            name.sure and name.start <= mention.start and mention.end <= name.end
            for unit in self.units
            if unit.start <= mention.start < unit.end
            for name in unit.names
        )

    @once
    def workshops(self) -> tuple[tuple[int, int], ...]:
        """Where the talk names a workshop of one of the events."""
        body = self.parts.body
        return tuple(
            (found.start, found.end)
            for event in self._context.events
            if event.workshops
            for found in choice_reader(event).find(body)
            if found.workshop and found.sure
        )

    def _unticked_workshops(self) -> list[tuple[int, int]]:
        """Where one stands behind an empty box, and is no name either: "[ ] Vooroordelen Voorbij"."""
        body = self.parts.body
        spans = left_empty(body, 0, len(body))
        readers = [choice_reader(event) for event in self._context.events if event.workshops]
        return [span for span in spans if any(reader.workshops_named(body[slice(*span)]) for reader in readers)]

    def event_of_choices(self, events: Sequence[Event]) -> Event | None:
        """The one of these events that has the workshops which the talk chooses: "Vooroordelen Voorbij in ronde 1"."""
        if not self.workshops:
            return None
        having = [e for e in events if e.workshops and choice_reader(e).read(self.parts.body).choices]
        return having[0] if len(having) == 1 else None

    @property
    def words(self) -> int:
        return len(self.parts.body.split())


def _with_parts(
    told: tuple[Unit, ...], parts: Sequence[tuple[int, int]], sessions: Sequence[tuple[int, int]]
) -> tuple[Unit, ...]:
    """Those units, with a cue for each of `parts`: who can't come to one session of a course, stays away from no more.
    And none for a number of people where `sessions` are named: "avond 2 en 4", "alle vijf"."""

    def placed(clause: Clause) -> Clause:
        within = [Cue("part", a, b, "nl") for a, b in parts if clause.start <= a < clause.end]
        here = [(a, b) for a, b in sessions if a < clause.end and clause.start < b]
        if not within and not here:
            return clause
        kept = (c for c in clause.cues if not (c.kind in COUNTS and any(c.start < b and a < c.end for a, b in here)))
        return replace(clause, cues=tuple(sorted((*kept, *within), key=lambda c: c.start)))

    return tuple(replace(unit, clauses=tuple(map(placed, unit.clauses))) for unit in told)


# The class stands first: what is none of it is passed over at once.
CAPITALISED = re.compile(r"['’A-ZÀ-Þ](?<!\w.)(?:(?<=[A-ZÀ-Þ])|[A-ZÀ-Þ])[\w'’-]*")
PLACE_BEFORE = re.compile(
    r"\b(?:gemeente|gem\.?|stad|provincie|in|te|uit|naar|vanuit|raadslid|wethouder|raad|college|regio)\s+$"
)


@lru_cache(64)
def fixed_names(events: tuple[Event, ...]) -> Lookup:
    """Whatever the configuration gives names to: titles, places, workshops, and who gives them."""
    words: set[str] = set()
    for event in events:
        words |= {event.title, event.location, *event.aliases, *re.split(r",\s*", event.location)}
        for workshop in event.workshops:
            words |= {workshop.title, *workshop.by, *workshop.aliases}
    names = [fold(word) for word in words if len(word) > 2]
    return Lookup(rf"(?<!\w)(?:{any_of(names, blank=' ')})(?!\w)", keys_of(names), words_beside(names))


@lru_cache(1)
def _places_by_first_word() -> dict[str, tuple[str, ...]]:
    """Towns and provinces by their first word, the longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for place in places():
        found[re.split(r"[ -]", place)[0]].append(place)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


def _place_spans(text: str, folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Places of several words anywhere; those of one word only where the words before say that it is a place."""
    known = _places_by_first_word()
    for word in CAPITALISED.finditer(text, start, end):
        first = folded[word.start() : word.end()].split("-")[0]
        for place in known.get(first, ()):
            stop = word.start() + len(place)
            if not folded.startswith(place, word.start()) or folded[stop : stop + 1].isalnum():
                continue
            if " " in place or PLACE_BEFORE.search(folded[max(0, word.start() - 14) : word.start()]):
                yield word.start(), stop
            break


def _is_person(found: Found) -> bool:
    """ "De secretaresse van Wim Smit" works for a person."""
    words = found.value.split()
    return found.kind == "lead_in" and len(words) == 2 and is_given(words[0])


def taken_spans(text: str, start: int, end: int, context: ReadingContext) -> list[tuple[int, int]]:
    """Where titles, places and organisations stand: their capitals are nobody's name."""
    folded = fold(text)
    spans = [(f.start, f.end) for f in organisations(text, start, end) if not _is_person(f)]
    spans += _place_spans(text, folded, start, end)
    return spans + [m.span() for m in fixed_names(context.events).finditer(folded, start, end)]


def tongues(text: str) -> frozenset[str]:
    """Whose cue phrases to look for: Dutch and English always, the rest where the text is in another language."""
    return frozenset({"nl", "en", "other"} if len(text.split()) >= 8 and language(text) == "other" else {"nl", "en"})


def people_in_headers(message: IncomingMessage, pile: tuple[Letter, ...]) -> frozenset[str]:
    """The given names, in lower case, of everybody whom a header of the mail or of a quoted one names."""
    addresses = [message.sender, *message.cc, *message.to, *(() if message.reply_to is None else (message.reply_to,))]
    for letter in pile:
        addresses += [a for a in (letter.author, *letter.to, *letter.cc) if a is not None]
    names = [name for a in addresses if a.name and (name := person_at(a.name, a.email)) is not None]
    return frozenset(name.given.casefold() for name in names if len(name.given) > 1)


def _known_words(author: Address) -> frozenset[str]:
    name = person_at(author.name, author.email)
    if name is None and author.name and is_functional(author.name):
        return frozenset()
    local = re.split(r"[._+-]", author.email.partition("@")[0])
    return known_tokens([name] if name else []) | frozenset(part for part in local if len(part) > 3)


def laid_out(message: IncomingMessage, context: ReadingContext) -> tuple[Sheet, ...]:
    """The letters of a mail: the writer's own, and those quoted below it, the newest first."""
    own, *others = pile = letters(message.text, context.own_address, context.own_names)
    known = people_in_headers(message, pile)
    return (
        Sheet(own, message, context, message.answer_to, known),
        *(Sheet(letter, message, context, letter.author or Address("", ""), known) for letter in others),
    )
