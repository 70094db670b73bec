"""The cue phrases of the lexicon, made ready to be found: by the words that they begin with (notation: cues.py)."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from mailbot.reading.lexicon import load

LANGUAGES = ("nl", "en", "other")
GAPS = {"....": 16, "...": 8, "..": 3}
NO_PHRASES = ("numbers", "typos", "diminutives")  # what the lists have beside phrases
SHORTEST_TYPO = 7  # letters: below that, a letter more or less makes another word


@dataclass(slots=True, eq=False)  # not frozen: thousands are made before the first mail is read, and that takes longer
class Step:
    """One place of a phrase: exact words, word beginnings or endings, any number, or a gap of up to `gap` words."""

    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    gap: int = 0
    optional: bool = False
    number: bool = False
    ends: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether one of its words must stand here, and nothing else can."""
        return not (self.gap or self.optional or self.number or self.ends or self.stems or self.tails)

    def fits(self, word: str) -> bool:
        """Whether that word can stand here, as it is or as the typing mistake that it is."""
        if word in self.words or self._has_open(word):
            return True
        if len(word) < SHORTEST_TYPO:
            return False
        meant = corrected(word)
        return meant is not None and meant != word and (meant in self.words or self._has_open(meant))

    def _has_open(self, word: str) -> bool:
        """Whether an open place takes it: one for beginnings, endings, or any number."""
        if self.stems and word.startswith(self.stems):
            return True
        if self.tails and word.endswith(self.tails):
            return True
        return self.number and (word.isdigit() or word in number_words())


class Phrase(NamedTuple):
    """A phrase of the lists. `second`: the words of which one must follow the first; None where others may, too.
    `needed`: of each place that must be filled, the words of which one must stand in the text, the fewest first; open
    places tell nothing."""

    kind: str
    language: str
    steps: tuple[Step, ...]
    second: frozenset[str] | None
    needed: tuple[frozenset[str], ...]


class Beginnings(NamedTuple):
    """The phrases that begin with a word: by the word that must follow it; where others may, too, by a word that the
    text must have; and the rest. Looking at each phrase would cost more than all else that is done with a text."""

    by_second: dict[str, list[Phrase]]
    by_needed: dict[str, list[Phrase]]
    others: list[Phrase]
    needed: frozenset[str]
    kinds: frozenset[str]

    def followed_by(self, word: str, present: set[str]) -> list[Phrase]:
        """Those that can go on with that word in a text that has these words."""
        found = self.others + self.by_second.get(word, []) if self.by_second else self.others.copy()
        if len(word) >= SHORTEST_TYPO and (meant := corrected(word)) is not None and meant != word:
            found += self.by_second.get(meant, [])
        for needed in self.needed & present:
            found += self.by_needed[needed]
        return found


# A phrase as it stands in the lists: its kind, its language, and itself in lower case. Mails come to one in five of
# them, and only those are taken apart.
_Written = tuple[str, str, str]


@dataclass(slots=True)
class _Book:
    """All phrases, by how they begin."""

    by_word: dict[str, list[_Written]] = field(default_factory=lambda: defaultdict(list))
    by_stem: dict[str, list[_Written]] = field(default_factory=lambda: defaultdict(list))
    by_tail: dict[str, list[_Written]] = field(default_factory=lambda: defaultdict(list))
    stem_lengths: tuple[int, ...] = ()
    tail_lengths: tuple[int, ...] = ()
    typos: dict[tuple[str, int], list[str]] = field(default_factory=lambda: defaultdict(list))  # by letter and length


@cache
def number_words() -> dict[str, int]:
    """Number words of all languages and their values."""
    return {word: value for language in LANGUAGES for word, value in _cues(language).get("numbers", {}).items()}


def _cues(language: str) -> dict[str, dict[str, int]]:
    return load(f"cues.{language}")


def number(word: str) -> int | None:
    """The value of a number in digits or words; None where it is none, or none that counts people."""
    if word.isdigit():
        return int(word) if len(word) <= 3 else None
    return number_words().get(word.casefold())


@cache
def _book() -> _Book:
    book = _Book()
    for language in LANGUAGES:
        for kind, phrases in load(f"cues.{language}").items():
            if kind in NO_PHRASES:
                continue
            for phrase in phrases:
                _enter(book, (kind, language, phrase.casefold().replace("’", "'")))
    book.stem_lengths = tuple(sorted({len(stem) for stem in book.by_stem}))
    book.tail_lengths = tuple(sorted({len(tail) for tail in book.by_tail}))
    for word in dict.fromkeys(w for language in LANGUAGES for w in load(f"cues.{language}").get("typos", ())):
        for length in (len(word) - 1, len(word), len(word) + 1):
            book.typos[word[0], length].append(word)
    return book


def _enter(book: _Book, entry: _Written) -> None:
    first = _step(entry[2].split(maxsplit=1)[0])
    for word in first.words.union(number_words()) if first.number else first.words:
        book.by_word[word].append(entry)
    if first.number:
        book.by_word["#"].append(entry)
    for stem in first.stems:
        book.by_stem[stem].append(entry)
    for tail in first.tails:
        book.by_tail[tail].append(entry)


@cache
def _taken_apart(written: _Written) -> Phrase:
    kind, language, phrase = written
    steps = tuple(map(_step, phrase.split()))
    return Phrase(kind, language, steps, _second(steps), _needed(steps))


def _second(steps: tuple[Step, ...]) -> frozenset[str] | None:
    """The words that the second place takes, where it takes nothing else and can't be missing."""
    return steps[1].words if len(steps) > 1 and steps[1].is_plain else None


def _needed(steps: tuple[Step, ...]) -> tuple[frozenset[str], ...]:
    """The words of each place behind the first, the one that takes the fewest first."""
    return tuple(sorted((step.words for step in steps[1:] if step.is_plain), key=len))


@cache  # a few thousand places, of which most are the same hundred words
def _step(text: str) -> Step:
    if text.isalpha():
        return Step(_with_small(frozenset((text,))))
    if text in GAPS:
        return Step(gap=GAPS[text])
    optional = text.endswith("?") and len(text) > 1
    parts = text.removesuffix("?").split("|") if optional else text.split("|")
    return Step(
        words=_with_small(frozenset(p for p in parts if "*" not in p and p not in ("#", "$"))),
        stems=tuple(p[:-1] for p in parts if p.endswith("*")),
        tails=tuple(p[1:] for p in parts if len(p) > 1 and p.startswith("*")),
        optional=optional,
        number="#" in parts,
        ends="$" in parts,
    )


def _with_small(said: frozenset[str]) -> frozenset[str]:
    """Those words, and the small ones: "mijn plek" is "mijn plekje", too."""
    return said.union(small for word, small in _diminutives().items() if word in said)


@cache
def _diminutives() -> dict[str, str]:
    return {
        word: small for language in LANGUAGES for word, small in load(f"cues.{language}").get("diminutives", {}).items()
    }


@lru_cache(8192)  # as many words as some hundred mails have
def beginning_with(word: str) -> Beginnings | None:
    """The phrases that begin with that word, or with the word that it is a typing mistake of; None where none does."""
    book, size = _book(), len(word)
    words = [key for key in (word, "#" if word.isdigit() else "") if key in book.by_word]
    stems = [word[:length] for length in book.stem_lengths if length <= size and word[:length] in book.by_stem]
    tails = [word[-length:] for length in book.tail_lengths if length <= size and word[-length:] in book.by_tail]
    if words or stems or tails:
        return _beginning(tuple(words), tuple(stems), tuple(tails))
    if size >= SHORTEST_TYPO and (meant := corrected(word)) and meant != word:
        return beginning_with(meant)
    return None


@lru_cache(4096)  # "gemeentesecretaris" and "bestuurssecretaris" begin the same phrases
def _beginning(words: tuple[str, ...], stems: tuple[str, ...], tails: tuple[str, ...]) -> Beginnings:
    book = _book()
    found = [phrase for word in words for phrase in book.by_word[word]]
    found += [phrase for stem in stems for phrase in book.by_stem[stem]]
    found += [phrase for tail in tails for phrase in book.by_tail[tail]]
    return _sorted_out([_taken_apart(phrase) for phrase in found])


def _sorted_out(phrases: list[Phrase]) -> Beginnings:
    by_second: dict[str, list[Phrase]] = {}
    by_needed: dict[str, list[Phrase]] = {}
    others = []
    for phrase in phrases:
        for word in phrase.second or ():
            by_second.setdefault(word, []).append(phrase)
        if phrase.second is not None:
            continue
        for word in phrase.needed[0] if phrase.needed else ():
            by_needed.setdefault(word, []).append(phrase)
        if not phrase.needed:
            others.append(phrase)
    kinds = frozenset(phrase.kind for phrase in phrases)
    return Beginnings(by_second, by_needed, others, frozenset(by_needed), kinds)


@lru_cache(8192)
def corrected(word: str) -> str | None:
    """The key word that this word is a typing mistake of ("aanmedlen"), itself where it is one, or None."""
    near = _book().typos.get((word[0], len(word)), ())
    if word in near:
        return word
    meant = [key for key in near if OSA.distance(key, word, score_cutoff=1) <= 1]
    return meant[0] if len(meant) == 1 else None
