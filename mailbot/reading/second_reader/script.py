"""A letter as the network reads it: one row of words, from the names in its headers to its signature.

    writer [Cc: others] END subject END talk END signature END

Whoever is named is that person, not a name: what is asked for Wim is asked for Els in the same words. Days, numbers and
what the configuration calls things are marks, as in letter_words.py; all other words stand as they are written.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from mailbot.reading.names.people import Person
from mailbot.reading.second_reader.letter_words import DAY, LARGE, NUMBER, OTHER, TOPIC, LetterWords, Token
from mailbot.reading.text.fold import fold

END, LINE, ADDRESS = "@end", "|", "@"  # between the parts; between lines; in the place of mail and web addresses
HIDDEN = frozenset({TOPIC, DAY, NUMBER, LARGE})  # what LetterWords.plain may put in the place of a word
SUBJECT = 40  # words of it that are read
SIGNATURE = 300  # characters behind the talk
# Bounded before the "@": without a bound each letter of a long word would look for one up to its end
WORD = re.compile(
    r"\S{1,64}@\S+|https?://\S+|www\.\S+|\n+|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s]",
)
WORDS_ONLY = re.compile(r"[^\W_]")
NOWHERE = -1  # in the letter's text: what stands in a header, or is a mark of the row's own

Placed = tuple[Token, int]


def script(letter: LetterWords, people: Sequence[Person]) -> Iterator[Placed]:
    """The letter's row, each word with where it begins in the letter's text; `people` are those that are asked about,
    the writer among them. As long as the letter: whoever reads it stops where it gets too long."""
    copied = [person for person in people if person.in_cc and not person.is_writer]
    head: list[Token] = [person for person in people if person.is_writer]
    head += ["Cc", ":", *copied] if copied else []
    yield from _nowhere([*head, END, *_subject(letter)[:SUBJECT], END])
    yield from _talk(letter)
    yield END, NOWHERE
    start = letter.clauses[-1].end if letter.clauses else 0
    yield from _words(letter, start, min(start + SIGNATURE, len(letter.text)))
    yield END, NOWHERE


def _nowhere(tokens: Iterable[Token]) -> Iterator[Placed]:
    return ((token, NOWHERE) for token in tokens)


def _subject(letter: LetterWords) -> list[str]:
    names = {word for person in letter.people for word in fold(str(person.name)).split()}
    words = WORD.findall(letter.case.subject)
    return [OTHER if fold(word) in names else _plain(letter, word) for word in words]


def _talk(letter: LetterWords) -> Iterator[Placed]:
    """The clauses, and where a line ends between two of them."""
    behind = None
    for clause in letter.clauses:
        if behind is not None and "\n" in letter.text[behind : clause.start]:
            yield LINE, NOWHERE
        yield from _words(letter, clause.start, clause.end)
        behind = clause.end


def _words(letter: LetterWords, start: int, end: int) -> Iterator[Placed]:
    before: Token | None = None
    for match in WORD.finditer(letter.text, start, end):
        token: Token = letter.named_at(match.start()) or _plain(letter, match[0])
        if token is not before or isinstance(token, str):  # a name of several words is one person
            yield token, match.start()
        before = token


def _plain(letter: LetterWords, word: str) -> str:
    if word[0] == "\n":
        return LINE
    if ADDRESS in word or "www." in word or "://" in word:
        return ADDRESS
    seen = letter.plain(word) if WORDS_ONLY.match(word) else word
    return seen if seen in HIDDEN else word
