"""A letter as the network reads it: one row of words, from the names in its headers to its signature.

    writer [Cc: others] [workshops] END subject END talk END signature END

Whoever is named is that person, not a name: what is asked for Wim is asked for Els in the same words. So are workshops,
where the letter chooses among them, and behind what names a round stands its number. Days, other numbers and what the
configuration calls things are marks, as in letter_words.py; all other words stand as they are written.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from mailbot.reading.names.people import Person
from mailbot.reading.second_reader.letter_words import (
    DAY,
    LARGE,
    MOST_ROUNDS,
    NUMBER,
    OTHER,
    TOPIC,
    LetterWords,
    Token,
)
from mailbot.reading.text.fold import fold

END, LINE, CELL = "@end", "|", "@cell"  # between the parts; between lines, and the cells of a row
ADDRESS = "@"  # in the place of mail and web addresses
HIDDEN = frozenset({TOPIC, DAY, NUMBER, LARGE})  # what LetterWords.plain may put in the place of a word
SUBJECT = 40  # words of it that are read
SIGNATURE = 300  # characters behind the talk
# Bounded before the "@": without a bound each letter of a long word would look for one up to its end
WORD = re.compile(
    r"\S{1,64}@\S+|https?://\S+|www\.\S+|\n+|\t|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s]",
)
REPEATED = frozenset(".-_=*~•…")  # lines and leaders are drawn of these
WORDS_ONLY = re.compile(r"[^\W_]")
# Before the place of a workshop among all, the number of a round, and that of what may be one
WORKSHOP, ROUND, DIGIT = "@workshop", "@round", "@digit"
NOWHERE = -1  # in the letter's text: what stands in a header, or is a mark of the row's own

Placed = tuple[Token, int]


def script(letter: LetterWords, people: Sequence[Person]) -> Iterator[Placed]:
    """The letter's row, each word with where it begins in the letter's text; `people` are those that are asked about,
    the writer among them. As long as the letter: whoever reads it stops where it gets too long."""
    copied = [person for person in people if person.in_cc and not person.is_writer]
    head: list[Token] = [person for person in people if person.is_writer]
    head += ["Cc", ":", *copied] if copied else []
    head += [f"{WORKSHOP}{place}" for place in range(len(letter.choosable))] if letter.choosing else []
    yield from _nowhere([*head, END, *_subject(letter)[:SUBJECT], END])
    yield from _talk(letter)
    yield END, NOWHERE
    start = letter.talk_ends
    yield from _words(letter, start, min(start + SIGNATURE, len(letter.text)))
    yield END, NOWHERE


def _nowhere(tokens: Iterable[Token]) -> Iterator[Placed]:
    return ((token, NOWHERE) for token in tokens)


def _subject(letter: LetterWords) -> list[str]:
    names = {word for person in letter.people for word in fold(str(person.name)).split()}
    words = WORD.findall(letter.case.subject)
    return [OTHER if fold(word) in names else _plain(letter, word) for word in words]


def _talk(letter: LetterWords) -> Iterator[Placed]:
    """The clauses, and where a line or a cell ends between two of them."""
    behind = None
    for clause in letter.clauses:
        between = letter.text[behind : clause.start] if behind is not None else ""
        if "\n" in between:
            yield LINE, NOWHERE
        elif "\t" in between:
            yield from [(CELL, NOWHERE)] * between.count("\t")  # those of empty cells, too
        yield from _words(letter, clause.start, clause.end)
        behind = clause.end


def _words(letter: LetterWords, start: int, end: int) -> Iterator[Placed]:
    before: Token | None = None
    signs = _Marks(letter)
    for match in WORD.finditer(letter.text, start, end):
        who = letter.written_at(match.start())
        marks, goes = ((), False) if who else signs.at(*match.span())
        if not goes:
            token: Token = who or _plain(letter, match[0])
            if token == NUMBER and signs.are_any and match[0].isdecimal():
                token, marks = _number(match[0]), marks or tuple(_round_at(letter, match[0]))
            again = token is before if isinstance(token, Person) else token in REPEATED and token == before
            if not again:  # a name of several words is one person, and a line one dash
                yield token, match.start()
            before = token
        for mark in marks:
            yield mark, match.start()


def _number(word: str) -> str:
    """A number that may be a round's, or any other."""
    return f"{DIGIT}{int(word)}" if 1 <= int(word) <= MOST_ROUNDS else NUMBER


def _round_at(letter: LetterWords, word: str) -> Iterator[str]:
    number = letter.hours.get(word)
    if number is not None:
        yield f"{ROUND}{number}"


class _Marks:
    """The marks of the signs by which a letter chooses, as one goes through its words in order."""

    def __init__(self, letter: LetterWords) -> None:
        self._signs, self._number = letter.choosing, 0
        self.are_any = bool(self._signs)

    def at(self, start: int, end: int) -> tuple[tuple[str, ...], bool]:
        """The marks behind the word there, and whether it goes: that of a workshop stands in the place of its words."""
        while self._number < len(self._signs) and self._signs[self._number].end <= start:
            self._number += 1
        sign = self._signs[self._number] if self._number < len(self._signs) else None
        if sign is None or end <= sign.start:
            return (), False
        ends = end >= sign.end
        if sign.workshop is not None:
            return ((f"{WORKSHOP}{sign.workshop}",) if ends else ()), True
        return (tuple(f"{ROUND}{number}" for number in sign.rounds) if ends else ()), False


def _plain(letter: LetterWords, word: str) -> str:
    if word[0] in "\n\t":
        return LINE if word[0] == "\n" else CELL
    if ADDRESS in word or "www." in word or "://" in word:
        return ADDRESS
    seen = letter.plain(word) if WORDS_ONLY.match(word) else word
    return seen if seen in HIDDEN else word
