"""Phrases of the lexicons that somebody may add to without knowing regular expressions.

A phrase is words: "uw|je bericht|mail … ontvangen". `a|b` is either; `*verlof` and `automatisch*` stand for all words
that end or begin so; `…` leaves room for up to GAP other words of the same sentence. Linear in the text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mailbot.reading.text.fold import fold
from mailbot.reading.text.lookup import has_one_of, kept_alone, spaced

GAP = 12

# What a person puts between quotation marks is somebody else's: a name in them is fine, a sentence is not theirs.
QUOTATION = re.compile('["“”„«][^"“”„«»\n]{1,300}["“”»]')
# A mark with no digit and no other mark before it, an empty line, a list item. The class stands first, what must
# hold of it behind it: so whatever is none of them is passed over at once.
SENTENCE_END = re.compile(r"[.!?;:…\n](?:(?<!\n)(?<![\d.!?;:…].)[.!?;:…]*+(?=\s)|(?<=\n)(?:\s*\n|\s*[-*•] ))")
WORD = re.compile(r"[\w'’-]+")
_IN_WORDS = kept_alone("0123456789_'-")


@dataclass(frozen=True, slots=True)
class Text:
    """A text cut up for searching: itself, folded; each sentence's words, in order; and the words of all."""

    plain: str
    sentences: tuple[tuple[str, ...], ...]
    words: frozenset[str]


def cut_up(text: str) -> Text:
    """That text, what it quotes left out; "e-mail" and "email" are the word "mail"."""
    plain = fold(QUOTATION.sub(" ", text)).replace("e-mail", "mail").replace("email", "mail")
    if plain.isascii():  # no place shifts: the whole text is translated once, and its sentences are only split
        ends, alone = [*SENTENCE_END.finditer(plain)], spaced(plain, _IN_WORDS)
        starts = [0, *[end.end() for end in ends]]
        stops = [*[end.start() for end in ends], len(plain)]
        sentences = [tuple(alone[start:stop].split()) for start, stop in zip(starts, stops, strict=True)]
    else:
        sentences = [tuple(WORD.findall(sentence)) for sentence in SENTENCE_END.split(plain)]
    return Text(plain, tuple(filter(None, sentences)), frozenset().union(*sentences))


@dataclass(frozen=True, slots=True)
class _Slot:
    """One word of a phrase, with its alternatives."""

    words: frozenset[str]
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()

    def fits(self, word: str) -> bool:
        return word in self.words or word.startswith(self.starts) or word.endswith(self.ends)

    def may_occur(self, text: Text) -> bool:
        """Whether one of its words is in that text, or anything that a word could begin or end with."""
        if not self.words.isdisjoint(text.words):
            return True
        return has_one_of(text.plain, self.starts) or has_one_of(text.plain, self.ends)

    def occurs(self, words: frozenset[str]) -> bool:
        return not self.words.isdisjoint(words) or bool((self.starts or self.ends) and any(map(self.fits, words)))


class _Phrase:
    """Runs of words with gaps between; `_slots` holds all their words, those that tell most first."""

    def __init__(self, source: str) -> None:
        self._runs = [[_slot(word) for word in run.split()] for run in source.split("…")]
        self._slots = sorted((slot for run in self._runs for slot in run), key=_breadth)
        self._needed = tuple(slot.words for slot in self._slots if not (slot.starts or slot.ends))
        self._open = tuple(slot for slot in self._slots if slot.starts or slot.ends)

    def keys(self) -> frozenset[str]:
        """Words of which a text must have one to hold the phrase; none where all slots have open ends."""
        first = self._slots[0]
        return frozenset() if first.starts or first.ends else first.words

    def in_text(self, text: Text) -> bool:
        """Whether it stands in one sentence: sets first, for a word that isn't there; places only then."""
        if any(map(text.words.isdisjoint, self._needed)) or not all(slot.may_occur(text) for slot in self._open):
            return False
        return any(self._stands_in(sentence) for sentence in text.sentences)

    def _stands_in(self, sentence: tuple[str, ...]) -> bool:
        words = frozenset(sentence)
        return all(slot.occurs(words) for slot in self._slots) and _stands(self._runs, sentence)


class PhraseLists:
    """Lists of phrases, compiled, each by its name."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        # By the words of the slot that tells most: only phrases of which the text has one are looked at.
        self._by_word: dict[str, list[tuple[str, _Phrase]]] = {}
        self._open: list[tuple[str, _Phrase]] = []
        for name, phrases in lists.items():
            for phrase in map(_Phrase, phrases):
                keys = phrase.keys()
                for word in keys:
                    self._by_word.setdefault(word, []).append((name, phrase))
                if not keys:
                    self._open.append((name, phrase))
        self._words = frozenset(self._by_word)

    def found_in(self, text: Text) -> set[str]:
        """The names of the lists of which a phrase stands in one sentence of that text."""
        found: set[str] = set()
        for candidates in (self._open, *[self._by_word[word] for word in self._words & text.words]):
            for name, phrase in candidates:
                if name not in found and phrase.in_text(text):
                    found.add(name)
        return found


class Phrases:
    """A list of phrases, compiled; `in_text` tells whether one of them stands in a text."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._lists = PhraseLists({"": phrases})

    def in_text(self, text: Text) -> bool:
        """Whether one of the phrases stands in one sentence of that text."""
        return bool(self._lists.found_in(text))


def _breadth(slot: _Slot) -> tuple[int, int]:
    """How many words fit, and of how few letters: short words stand in every text."""
    shortest = min(map(len, slot.words), default=0)
    return len(slot.words) + 100 * (len(slot.starts) + len(slot.ends)), -shortest


def _slot(source: str) -> _Slot:
    alternatives = fold(source).split("|")
    return _Slot(
        frozenset(word for word in alternatives if "*" not in word),
        tuple(word[:-1] for word in alternatives if word.endswith("*")),
        tuple(word[1:] for word in alternatives if word.startswith("*")),
    )


def _stands(phrase: list[list[_Slot]], sentence: tuple[str, ...]) -> bool:
    """Whether the runs of that phrase stand in the sentence in order, at most GAP words apart."""
    first, *rest = phrase
    return any(_follow(rest, sentence, start + len(first)) for start in _places(first, sentence, 0, len(sentence)))


def _follow(runs: list[list[_Slot]], sentence: tuple[str, ...], at: int) -> bool:
    for run in runs:
        start = next(_places(run, sentence, at, at + GAP + 1), None)
        if start is None:
            return False
        at = start + len(run)
    return True


def _places(run: list[_Slot], sentence: tuple[str, ...], start: int, stop: int) -> Iterator[int]:
    """Where that run of words begins, from `start` up to and without `stop`."""
    last = min(stop, len(sentence) - len(run) + 1)
    return (at for at in range(start, last) if all(slot.fits(sentence[at + i]) for i, slot in enumerate(run)))
