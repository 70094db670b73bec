"""The words of a letter as the second reader sees them, and what a name looks like from somebody's place.

Names, days and whatever the configuration calls things are replaced by marks, so that what was learned from the mails
of one platform and its events holds for another's. Long words are cut to their first letters: "aanmelden" and
"aanmelding" are one word to it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from mailbot.domain.event import Event
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.labels import NAMING
from mailbot.reading.lexicon import words as listed
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.once import once
from mailbot.reading.workshops.choices import choice_reader
from mailbot.reading.workshops.sign import BEARING, Is, Sign

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[?!:,.;()]")
STEM = 6  # letters of a word that are looked at
SELF, WRITER, OTHER = "@self", "@writer", "@other"  # in the place of names: the person looked at, and the rest
TOPIC, DAY, NUMBER, LARGE = "@topic", "@day", "#", "##"
SIGNATURE = 300  # characters behind the talk
LONGEST_KEPT = 64  # characters between blanks: what is longer is no word
MOST_WORKSHOPS, MOST_ROUNDS = 6, 3  # of an event whose choices are looked at
BEFORE_NAME, BEHIND_NAME = ("", " ", "\n", "\t", "("), ("", " ", "\n", "\t", ",", ".", ";", ":", "!", "?", ")")


# A word as it is looked at, or whom a name means.
Token = str | Person
WordsOf = Callable[[str], tuple[str, ...]]


class Choosing(NamedTuple):
    """A sign at [start, end) by which people choose: a workshop by its place among all, or else rounds."""

    start: int
    end: int
    workshop: int | None
    rounds: tuple[int, ...] = ()


@dataclass(frozen=True)
class LetterWords:
    """The words of a letter that asks, clause by clause, with whom each name means. `left_out`: sentences that aren't
    looked at, as [start, end) in its text."""

    case: Case
    asking: Asking
    left_out: tuple[tuple[int, int], ...] = ()

    @once
    def clauses(self) -> list[Clause]:
        return [clause for clause in self._all_clauses if not any(a <= clause.start < b for a, b in self.left_out)]

    @once
    def _all_clauses(self) -> list[Clause]:
        return [clause for unit in self.asking.sheet.units for clause in unit.clauses]

    @once
    def kinds(self) -> frozenset[str]:
        """The kinds of cue phrases that stand anywhere in the letter."""
        return frozenset().union(*[clause.kinds for clause in self.clauses])

    @once
    def talk(self) -> list[list[Token]]:
        """The words of each clause."""
        return [self._tokens(clause.start, clause.end) for clause in self.clauses]

    @once
    def subject(self) -> list[str]:
        names = {word for person in self.people for word in fold(str(person.name)).split()}
        words = WORD.findall(self.case.subject)
        return [OTHER if fold(word) in names else self.plain(word) for word in words]

    @once
    def signature(self) -> list[Token]:
        start = self.talk_ends
        return self._tokens(start, start + SIGNATURE)

    @property
    def talk_ends(self) -> int:
        """Where its last clause ends, and what stands below begins."""
        return self._all_clauses[-1].end if self._all_clauses else 0

    @property
    def choosable(self) -> tuple[str, ...]:
        """The workshops among which the letter chooses, where each of few rounds has the same few."""
        return tuple(workshop.slug for workshop in self._choice[0].workshops) if self._choice else ()

    @property
    def choosing(self) -> list[Choosing]:
        """The signs of those workshops and of rounds, in order."""
        return self._choice[1] if self._choice else []

    @once
    def hours(self) -> dict[str, int]:
        """The rounds by the hours at which they begin, as one writes these."""
        return {str(round.starts.hour): round.number for round in self._choice[0].rounds} if self._choice else {}

    @once
    def _choice(self) -> tuple[Event, list[Choosing]] | None:
        """The event of which the letter names a workshop, and those signs."""
        body = self.asking.sheet.parts.body
        for event in self.case.context.events:
            slugs = tuple(workshop.slug for workshop in event.workshops)
            few = 1 < len(slugs) <= MOST_WORKSHOPS and all(round.number <= MOST_ROUNDS for round in event.rounds)
            if not few or event.sessions():
                continue
            signs = choice_reader(event).signs(body, 0, len(body))
            if any(sign.kind in BEARING for sign in signs):
                return event, [c for sign in signs if (c := _choosing(sign, slugs, body)) is not None]
        return None

    @property
    def text(self) -> str:
        return self.asking.sheet.letter.text

    @property
    def has_no_capitals(self) -> bool:
        """Whether all is written, or was dictated, in small letters."""
        said = "".join(self.text[clause.start : clause.end] for clause in self.clauses)
        return said == said.lower()

    @property
    def people(self) -> list[Person]:
        return self.asking.roster.people

    def others(self, person: Person) -> int:
        """How many others the letter names in full."""
        return len(self._in_full - {id(person)})

    def mentions(self, person: Person) -> list[tuple[int, int, int]]:
        """Where the talk names that person, once a clause: its number, and from where to where in the text."""
        if id(person) not in self._mentions:
            self._mentions[id(person)] = self._found(person)
        return self._mentions[id(person)]

    @once
    def _mentions(self) -> dict[int, list[tuple[int, int, int]]]:
        """Those found already: each person's are asked for several times."""
        return {}

    def _found(self, person: Person) -> list[tuple[int, int, int]]:
        spans = sorted(person.spans)
        found = ((at, bisect_left(spans, (clause.start,)), clause) for at, clause in enumerate(self.clauses))
        return [(at, *spans[n]) for at, n, clause in found if n < len(spans) and spans[n][0] < clause.end]

    def before(self, at: int, place: int) -> list[Token]:
        """The words of clause number `at` up to that place in the text."""
        return self._tokens(self.clauses[at].start, place)

    def behind(self, at: int, place: int) -> list[Token]:
        return self._tokens(place, self.clauses[at].end)

    def _tokens(self, start: int, end: int) -> list[Token]:
        first, last = bisect_left(self._name_starts, start), bisect_left(self._name_starts, end)
        names = self._names[first:last]
        if not self._stand_apart(names, first, start, end):
            return self._one_by_one(start, end)
        found: list[Token] = []
        for begin, stop, who in names:
            found += self._words(start, begin)
            if not found or found[-1] is not who:
                found.append(who)
            start = stop
        return found + self._words(start, end)

    def _words(self, start: int, end: int) -> list[str]:
        """The words there, where no name stands: what is between two blanks is mostly one that was seen before."""
        kept, found = self._plain_within
        pieces = self.text[start:end].split()
        return [word for piece in pieces for word in (kept if len(piece) < LONGEST_KEPT else found)(piece)]

    def _stand_apart(self, names: list[tuple[int, int, Person]], first: int, start: int, end: int) -> bool:
        """Whether those names, the first of which is number `first`, lie within [start, end), none inside another and
        none inside a word."""
        if first and self._names[first - 1][1] > start:
            return False
        at = start
        for begin, stop, _ in names:
            before, behind = self.text[begin - 1 : begin] if begin > at else "", self.text[stop : min(stop + 1, end)]
            if begin < at or stop > end or before not in BEFORE_NAME or behind not in BEHIND_NAME:
                return False
            at = stop
        return True

    def _one_by_one(self, start: int, end: int) -> list[Token]:
        found: list[Token] = []
        for match in WORD.finditer(self.text, start, end):
            who = self.named_at(match.start())
            if who is None:
                found.append(self.plain(match[0]))
            elif not found or found[-1] is not who:
                found.append(who)
        return found

    @once
    def _plain_within(self) -> tuple[WordsOf, WordsOf]:
        return _looked_at_within(self.case.context.events)

    @once
    def plain(self) -> Callable[[str], str]:
        return _looked_at(self.case.context.events)

    def named_at(self, place: int) -> Person | None:
        """Whose name stands there. A mail may be full of names: each is looked up, not gone through."""
        at = bisect_right(self._name_starts, place) - 1
        return self._names[at][2] if at >= 0 and place < self._names[at][1] else None

    def written_at(self, place: int) -> Person | None:
        """The same, of names alone: `named_at` takes all that a row or a form tells of somebody for theirs."""
        at = bisect_right(self._written_starts, place) - 1
        return self._written[at][2] if at >= 0 and place < self._written[at][1] else None

    @once
    def _written(self) -> list[tuple[int, int, Person]]:
        rows = {(entry.start, entry.end): entry for entry in self.asking.entries}
        if not rows:
            return self._names
        found = [name for name in self._names if name[:2] not in rows]
        for start, end, person in self._names:
            if (start, end) in rows:
                cells = [c for kind in sorted(NAMING) for c in rows[start, end].cells.get(kind, ())]
                found += [(cell.start, cell.end, person) for cell in cells]
        return sorted(found, key=lambda span: span[:2])

    @once
    def _written_starts(self) -> list[int]:
        return [start for start, *_ in self._written]

    @once
    def _in_full(self) -> frozenset[int]:
        return frozenset(id(person) for person in self.people if person.name.is_full and person.sure)

    @once
    def _names(self) -> list[tuple[int, int, Person]]:
        spans = ((start, end, person) for person in self.people for start, end in person.spans)
        return sorted(spans, key=lambda span: span[:2])

    @once
    def _name_starts(self) -> list[int]:
        return [start for start, *_ in self._names]


def _choosing(sign: Sign, slugs: Sequence[str], text: str) -> Choosing | None:
    end = sign.start + len(text[sign.start : sign.end].rstrip(" \n\t.,;:!?)"))
    if sign.kind is Is.WORKSHOP and sign.workshop in slugs:
        return Choosing(sign.start, end, slugs.index(sign.workshop))
    return Choosing(sign.start, end, None, sign.rounds) if sign.kind is Is.ROUND and sign.rounds else None


def seen_by(person: Person, tokens: Sequence[Token]) -> list[str]:
    """Those words, with names as they look from that person."""
    return [token if isinstance(token, str) else _mark(person, token) for token in tokens]


def _mark(person: Person, who: Person) -> str:
    return SELF if who is person else WRITER if who.is_writer else OTHER


@lru_cache(maxsize=64)
def _looked_at(events: tuple[Event, ...]) -> Callable[[str], str]:
    """What is looked at of a word, where those are the events."""
    topics, days = _topics(events), _days()

    @lru_cache(maxsize=16384)  # as many words as some hundred mails have
    def plain(word: str) -> str:
        small = fold(word)
        if small.isdigit():
            return NUMBER if len(small) < 3 else LARGE
        if small in topics:
            return TOPIC
        return DAY if small in days else small[:STEM]

    return plain


@lru_cache(maxsize=64)
def _looked_at_within(events: tuple[Event, ...]) -> tuple[WordsOf, WordsOf]:
    """What is looked at of all words between two blanks; for pieces that may be kept, and for all."""
    plain = _looked_at(events)

    def found(piece: str) -> tuple[str, ...]:
        return tuple(map(plain, WORD.findall(piece)))

    return lru_cache(maxsize=16384)(found), found


def _topics(events: tuple[Event, ...]) -> frozenset[str]:
    """The words that the configuration gives to events and workshops, small ones left out."""
    texts: list[str] = []
    for event in events:
        texts += [event.title, event.location, *event.aliases]
        for workshop in event.workshops:
            texts += [workshop.title, *workshop.aliases]
    return frozenset(word for text in texts for word in WORD.findall(fold(text)) if len(word) > 4)


@lru_cache(maxsize=1)
def _days() -> frozenset[str]:
    return frozenset((*listed("dates", "months"), *listed("dates", "weekdays"))) - frozenset(
        listed("dates", "weekday_short")
    )
