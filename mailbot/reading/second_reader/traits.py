"""What the second reader knows of a person: small facts as short strings, mostly words and where they stand.

Names, days and whatever the configuration calls things are replaced by marks, so that what was learned from the mails
of one platform and its events holds for another's. Long words are cut to their first letters: "aanmelden" and
"aanmelding" are one word to it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from mailbot.domain.event import Event
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.lexicon import words as listed
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[?!:,.;()]")
STEM = 6  # letters of a word that are looked at
SELF, WRITER, OTHER = "@self", "@writer", "@other"  # in the place of names: the person looked at, and the rest
TOPIC, DAY, NUMBER, LARGE = "@topic", "@day", "#", "##"
CUT = "|"  # between clauses
SIGNATURE = 300  # characters behind the talk
BULLET = re.compile(r"\s*(?:[-*•·]|\d+[.)])")
MOST_MENTIONS = 3


class Token(NamedTuple):
    """A word as it is looked at; `who` where it stands for a name."""

    word: str
    who: Person | None = None


@dataclass(frozen=True)
class LetterWords:
    """The words of a letter that asks, clause by clause, with whom each name means."""

    case: Case
    asking: Asking

    @cached_property
    def clauses(self) -> list[Clause]:
        return [clause for unit in self.asking.sheet.units for clause in unit.clauses]

    @cached_property
    def talk(self) -> list[list[Token]]:
        """The words of each clause."""
        return [self._tokens(clause.start, clause.end) for clause in self.clauses]

    @cached_property
    def subject(self) -> list[str]:
        topics = _topics(self.case.context.events)
        names = {word for person in self.people for word in fold(str(person.name)).split()}
        words = WORD.findall(self.case.subject)
        return [OTHER if fold(word) in names else _plain(word, topics) for word in words]

    @cached_property
    def signature(self) -> list[Token]:
        start = self.clauses[-1].end if self.clauses else 0
        return self._tokens(start, start + SIGNATURE)

    @property
    def text(self) -> str:
        return self.asking.sheet.letter.text

    @property
    def people(self) -> list[Person]:
        return self.asking.roster.people

    def mentions(self, person: Person) -> list[tuple[int, int, int]]:
        """Where the talk names that person: the number of the clause, and from where to where in the text."""
        return [
            (at, *next(span for span in person.spans if clause.start <= span[0] < clause.end))
            for at, clause in enumerate(self.clauses)
            if any(clause.start <= start < clause.end for start, _ in person.spans)
        ]

    def before(self, at: int, place: int) -> list[Token]:
        """The words of clause number `at` up to that place in the text."""
        return self._tokens(self.clauses[at].start, place)

    def behind(self, at: int, place: int) -> list[Token]:
        return self._tokens(place, self.clauses[at].end)

    def _tokens(self, start: int, end: int) -> list[Token]:
        topics = _topics(self.case.context.events)
        named = [span for span in self._named if span[0] < end and start < span[1]]
        if not named:
            return [Token(_plain(word, topics)) for word in WORD.findall(self.text, start, end)]
        found: list[Token] = []
        for match in WORD.finditer(self.text, start, end):
            at = match.start()
            who = next((person for a, b, person in named if a <= at < b), None)
            if who is None:
                found.append(Token(_plain(match[0], topics)))
            elif not found or found[-1].who is not who:
                found.append(Token("", who))
        return found

    @cached_property
    def _named(self) -> list[tuple[int, int, Person]]:
        return [(start, end, person) for person in self.people for start, end in person.spans]


def traits(letter: LetterWords, person: Person) -> frozenset[str]:
    """All that is looked at of one person. Traits of the writer and of others never have the same name."""
    kind = "W" if person.is_writer else "O"
    common = {
        kind,
        f"{kind}people:{min(len(letter.people), 4)}",
        f"{kind}subject:{_prefix(letter.case.subject)}",
        *(f"{kind}subject:{word}" for word in letter.subject),
    }
    own = _of_writer(letter, person) if person.is_writer else _of_other(letter, person)
    return frozenset({*common, *own})


def _of_writer(letter: LetterWords, person: Person) -> Iterator[str]:
    said = [word for clause in letter.talk for word in (*_seen_by(person, clause), CUT)]
    yield from _rows("w", said)
    if len(letter.people) > 1:
        yield from (f"among:{word}" for word in said)
    yield from (f"from:{part[:8]}" for part in re.split(r"[^a-z]+", letter.case.message.sender.email.split("@")[0]))
    yield from (f"signed:{word}" for word in _seen_by(person, letter.signature))


def _of_other(letter: LetterWords, person: Person) -> Iterator[str]:
    mentions = letter.mentions(person)
    if person.in_cc:
        yield "cc"
    yield f"mentions:{min(len(mentions), MOST_MENTIONS)}"
    for at, start, end in mentions[:MOST_MENTIONS]:
        yield from _of_mention(letter, person, at, start, end)
    yield from (f"letter:{w}" for clause in letter.talk for w in _seen_by(person, clause) if len(w) > 3)


def _of_mention(letter: LetterWords, person: Person, at: int, start: int, end: int) -> Iterator[str]:
    """What stands around a name; where the clause is short, in the ones beside it too."""
    before = _seen_by(person, letter.before(at, start))[-10:]
    behind = _seen_by(person, letter.behind(at, end))[:14]
    previous = _seen_by(person, letter.talk[at - 1]) if at else []
    following = _seen_by(person, letter.talk[at + 1]) if at + 1 < len(letter.talk) else []
    yield from (f"previous:{word}" for word in previous[-10:])
    yield from (f"next:{word}" for word in following[:10])
    if previous and len(before) < 4:
        before = [*previous[-8:], CUT, *before]
    if following and len(behind) < 4:
        behind = [*behind, CUT, *following[:8]]
    yield from (f"before:{word}" for word in before)
    yield from (f"behind:{word}" for word in behind)
    yield from (f"before{n}:{word}" for n, word in enumerate(reversed(before[-3:])))
    yield from (f"behind{n}:{word}" for n, word in enumerate(behind[:3]))
    yield from _rows("near", [*before, SELF, *behind])
    yield from _of_line(letter.text, start, end)
    beside = {id(token.who) for token in letter.talk[at] if token.who is not None}
    yield f"named_beside:{min(len(beside), 4)}"


def _of_line(text: str, start: int, end: int) -> Iterator[str]:
    stop = text.find("\n", end)
    line = text[text.rfind("\n", 0, start) + 1 : stop if stop >= 0 else len(text)]
    yield "line:short" if len(line.split()) <= 6 else "line:long"
    if BULLET.match(line):
        yield "line:item"
    if "@" in line:
        yield "line:address"


def _rows(name: str, words: Sequence[str]) -> Iterator[str]:
    """Words, and two and three of them in a row."""
    yield from (f"{name}:{a}" for a in words)
    yield from (f"{name}:{a} {b}" for a, b in pairwise(words))
    yield from (f"{name}:{a} {b} {c}" for a, b, c in zip(words, words[1:], words[2:], strict=False))


def _seen_by(person: Person, tokens: Sequence[Token]) -> list[str]:
    """Those words, with names as they look from that person."""
    return [token.word if token.who is None else _mark(person, token.who) for token in tokens]


def _mark(person: Person, who: Person) -> str:
    return SELF if who is person else WRITER if who.is_writer else OTHER


@lru_cache(maxsize=16384)  # as many words as some hundred mails have
def _plain(word: str, topics: frozenset[str]) -> str:
    small = fold(word)
    if small.isdigit():
        return NUMBER if len(small) < 3 else LARGE
    if small in topics:
        return TOPIC
    return DAY if small in _days() else small[:STEM]


def _prefix(subject: str) -> str:
    start = subject[:4].casefold()
    return "answer" if start.startswith(("re:", "aw:")) else "forward" if start.startswith(("fw", "tr:")) else "own"


@lru_cache(maxsize=64)
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
