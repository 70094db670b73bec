"""Patterns that are tried only on texts that can hold them.

A mail has some hundred different words, the lexicon thousands of phrases. Whether the longest word of any phrase is in
the mail, and the others of that phrase too, is a question of sets; only then is the regular expression run over it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from mailbot.reading.text.fold import any_of
from mailbot.reading.text.once import once

LETTERS = re.compile(r"[^\W\d_]+")
WHOLE_WORDS = r"(?<!\w)(?:WORDS)(?!\w)"


NOWHERE: Iterator[re.Match[str]] = iter(())  # of what is used up it stays true


@dataclass(eq=False)
class Lookup:
    """A pattern over folded text that can match only where one of the words in `keys` is in that text; and of those in
    `beside`, one of the sets of words that belong to it as well."""

    source: str
    keys: frozenset[str]
    beside: Mapping[str, tuple[frozenset[str], ...]] = field(default_factory=dict)
    # the text that was asked about last, and whether it has such words: one value, for threads
    _asked: tuple[str, bool] = field(default=("", False), init=False, repr=False)

    @once
    def pattern(self) -> re.Pattern[str]:
        """Compiled when first tried: all of them together take a third of the time that a process needs to come up."""
        return re.compile(self.source)

    def may_stand_in(self, folded: str) -> bool:
        """Whether that text has its words: for whoever tries it on parts of the text."""
        asked, may_stand = self._asked
        if asked is not folded:
            may_stand = self._has_words_in(vocabulary(folded))
            self._asked = (folded, may_stand)
        return may_stand

    def _has_words_in(self, said: frozenset[str]) -> bool:
        if self.keys.isdisjoint(said):
            return False
        if not self.beside:
            return True
        for key in self.keys & said:
            if key not in self.beside:
                return True
            for others in self.beside[key]:
                if others <= said:
                    return True
        return False

    def finditer(self, folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Its matches in folded[start:end]."""
        asked, may_stand = self._asked
        if asked is not folded:
            may_stand = self.may_stand_in(folded)
        return self.pattern.finditer(folded, start, end) if may_stand else NOWHERE

    def search(self, folded: str, start: int, end: int) -> re.Match[str] | None:
        """Its first match in folded[start:end]."""
        return self.pattern.search(folded, start, end) if self.may_stand_in(folded) else None


@dataclass(frozen=True, slots=True)
class Caseless:
    """A pattern of small letters, sought in a text whatever its capitals. In small letters what none of its phrases
    begins with is passed over at once; with re.IGNORECASE all of them would be tried at every character."""

    pattern: re.Pattern[str]

    def search(self, text: str) -> re.Match[str] | None:
        """Its first match, at its place in that text."""
        return self.pattern.search(_in_small_letters(text))


def has_one_of(text: str, parts: Iterable[str]) -> bool:
    """Whether one of those parts of words or marks is anywhere in that text."""
    for part in parts:  # noqa: SIM110  a generator would take longer than what it looks for
        if part in text:
            return True
    return False


class Seldom:
    """A pattern that is sought in each clause of a letter, and can match only where one of certain words or beginnings
    of words (in small letters) stands in the letter: most letters have none of them, and it isn't tried there."""

    def __init__(self, pattern: re.Pattern[str], words: Iterable[str]) -> None:
        self.pattern, self._words = pattern, tuple(words)
        self._asked = (
            "",
            False,
        )  # the letter that was asked about last, and whether it has one: one value, for threads

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Its first match in text[start:end]."""
        letter, may_stand = self._asked
        if letter is not text:
            may_stand = self._has_word_in(_in_small_letters(text))
            self._asked = (text, may_stand)
        return self.pattern.search(text, start, end) if may_stand else None

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Its matches in text[start:end]."""
        letter, may_stand = self._asked
        if letter is not text:
            may_stand = self._has_word_in(_in_small_letters(text))
            self._asked = (text, may_stand)
        return self.pattern.finditer(text, start, end) if may_stand else NOWHERE

    def _has_word_in(self, small: str) -> bool:
        return has_one_of(small, self._words)


@lru_cache(maxsize=8)  # a quoted letter is asked ten things
def _in_small_letters(text: str) -> str:
    return text.replace("İ", "i").lower()  # the only letter that would become two


def lookup(
    words: Iterable[str], template: str = WHOLE_WORDS, suffixes: tuple[str, ...] = (), *, whole: bool = False
) -> Lookup:
    """A lookup of those (folded) words. `template`: the pattern, WORDS standing for their alternation.
    `suffixes`: endings that the template lets follow them. `whole`: no letter may stand right before or behind them."""
    listed = list(words)
    beside = words_beside(listed) if whole or template == WHOLE_WORDS else {}
    return Lookup(template.replace("WORDS", any_of(listed)), keys_of(listed, suffixes), beside)


def words_beside(phrases: Iterable[str]) -> dict[str, tuple[frozenset[str], ...]]:
    """By the key of each phrase its other words; without keys that are a phrase by themselves."""
    others: dict[str, list[frozenset[str]]] = {}
    for phrase in phrases:
        if rows := LETTERS.findall(phrase):
            others.setdefault(key := _key(rows), []).append(frozenset(rows) - {key})
    return {key: tuple(sets) for key, sets in others.items() if all(sets)}


def beside_all(keys: Iterable[str], phrases: Iterable[str]) -> dict[str, tuple[frozenset[str], ...]]:
    """By each of those keys the words of the phrases of which one must stand beside it."""
    return dict.fromkeys(keys, tuple({frozenset(LETTERS.findall(phrase)) for phrase in phrases}))


def keys_of(words: Iterable[str], suffixes: tuple[str, ...] = ()) -> frozenset[str]:
    """The longest row of letters of each of those words, for few mails have that, with each of those endings too."""
    keys = {_key(row) for word in words if (row := LETTERS.findall(word))}
    return frozenset(keys | {key + suffix for key in keys for suffix in suffixes})


def _key(row: list[str]) -> str:
    """The longest, and of those the last: of "geen trap" what comes last is said less often."""
    return max(reversed(row), key=len)


@lru_cache(maxsize=16)  # a mail has a few texts; a hostile one has large ones
def vocabulary(folded: str) -> frozenset[str]:
    """All rows of letters in that text."""
    return frozenset(rows_of(folded, _LETTERS_ALONE, LETTERS))


def kept_alone(characters: str) -> bytes:
    """A table for bytes.translate that makes a blank of all in ASCII but letters and those characters."""
    kept = (
        char if (char := chr(code)).isascii() and (char.isalpha() or char in characters) else " " for code in range(256)
    )
    return "".join(kept).encode("ascii")


_LETTERS_ALONE = kept_alone("")


def rows_of(text: str, table: bytes, word: re.Pattern[str]) -> list[str]:
    """What that pattern for a row of characters finds in the text. `table`: the same rows in ASCII, all else a blank:
    to translate and split a text takes a fifth of the time."""
    return spaced(text, table).split() if text.isascii() else word.findall(text)


def spaced(text: str, table: bytes) -> str:
    """That text in ASCII, by such a table: as bytes, it takes a tenth of the time."""
    return text.encode("ascii").translate(table).decode("ascii")
