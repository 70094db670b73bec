"""Cue phrases: which words of a sentence say that somebody comes, doesn't, asks, doubts, is replaced.

The phrases stand in lexicon/cues.<language>.toml, a list for each kind of cue, in a notation that needs no programming:

    meld* mij ... aan       a star stands for any ending, two, three, four dots for up to 3, 8, 16 words between
    *adviseur               or any beginning, of a phrase's first word
    mij|me|mezelf           one of several words
    graag?                  a word that may be missing
    #                       a number, in digits or words
    $                       or a mark, or the end: nothing more is said

The text is cut into words once, and one walk finds every phrase of every kind, so that more phrases cost no time.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from mailbot.reading.lexicon import load

LANGUAGES = ("nl", "en", "other")
# No mark: the dot of an ordinal, "am 30. März".
TOKEN = re.compile(r"[^\W_]+(?:['’.&/@-][^\W_]+)*|[,;:!?()\n]|(?<!\d)\.|(?<=\d)\.(?![ \t]+[^\W\d_])|['’][a-z]\b")
STOPS = frozenset(".;:!?\n")  # no phrase reaches over the end of a sentence
MARKS = STOPS | frozenset(",()")
# Nor over the beginning of a clause that has a verb of its own: "is er een raadsvergadering waar ik bij moet zijn".
NEW_CLAUSES = frozenset("waar waarin waarbij waarvoor omdat want terwijl zodat because where".split())
BARRIERS = STOPS | NEW_CLAUSES
BEHIND_COMMA = frozenset(("als", "maar", "dus", "if", "but"))  # they begin one behind a comma only
GAPS = {"....": 16, "...": 8, "..": 3}
SHORTEST_TYPO = 7  # letters: below that, a letter more or less makes another word


class Token(NamedTuple):
    """A word or a mark of a text, in lower case, at characters [start, end)."""

    word: str
    start: int
    end: int


class Cue(NamedTuple):
    """A phrase that was found: what `kind` it is, where it stands, and in which language's list."""

    kind: str
    start: int
    end: int
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class _Step:
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
        if self._has(word):
            return True
        if len(word) < SHORTEST_TYPO:
            return False
        meant = corrected(word)
        return meant is not None and meant != word and self._has(meant)

    def _has(self, word: str) -> bool:
        if word in self.words or (self.stems and word.startswith(self.stems)):
            return True
        if self.tails and word.endswith(self.tails):
            return True
        return self.number and (word.isdigit() or word in number_words())


class _Phrase(NamedTuple):
    """A phrase of the lists. `second`: the words of which one must follow the first; None where others may, too.
    `needed`: words of which one must stand in the text for the phrase to do so; None where open places tell nothing."""

    kind: str
    language: str
    steps: tuple[_Step, ...]
    second: frozenset[str] | None
    needed: frozenset[str] | None


class _Beginnings(NamedTuple):
    """The phrases that begin with a word: by the word that must follow it, and those where others may, too."""

    by_second: dict[str, list[_Phrase]]
    others: list[_Phrase]

    def followed_by(self, word: str) -> Iterator[_Phrase]:
        """Those that can go on with that word."""
        yield from self.others
        yield from self.by_second.get(word, ())
        if len(word) >= SHORTEST_TYPO and (meant := corrected(word)) is not None and meant != word:
            yield from self.by_second.get(meant, ())


@dataclass(slots=True)
class _Book:
    """All phrases, by how they begin."""

    by_word: dict[str, list[_Phrase]] = field(default_factory=lambda: defaultdict(list))
    by_stem: dict[str, list[_Phrase]] = field(default_factory=lambda: defaultdict(list))
    by_tail: list[tuple[str, _Phrase]] = field(default_factory=list)
    stem_lengths: tuple[int, ...] = ()
    typos: tuple[str, ...] = ()


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
            if kind in ("numbers", "typos"):
                continue
            for phrase in phrases:
                _enter(book, kind, language, phrase)
    book.stem_lengths = tuple(sorted({len(stem) for stem in book.by_stem}))
    book.typos = tuple(w for language in LANGUAGES for w in load(f"cues.{language}").get("typos", ()))
    return book


def _enter(book: _Book, kind: str, language: str, phrase: str) -> None:
    steps = tuple(map(_step, phrase.casefold().replace("’", "'").split()))
    first = steps[0]
    entry = _Phrase(kind, language, steps, _second(steps), _needed(steps))
    for word in first.words | (frozenset(number_words()) if first.number else frozenset()):
        book.by_word[word].append(entry)
    if first.number:
        book.by_word["#"].append(entry)
    for stem in first.stems:
        book.by_stem[stem].append(entry)
    book.by_tail += [(tail, entry) for tail in first.tails]


def _second(steps: tuple[_Step, ...]) -> frozenset[str] | None:
    """The words that the second place takes, where it takes nothing else and can't be missing."""
    return steps[1].words if len(steps) > 1 and steps[1].is_plain else None


def _needed(steps: tuple[_Step, ...]) -> frozenset[str] | None:
    """The words of the place behind the first that takes the fewest."""
    return min((step.words for step in steps[1:] if step.is_plain), key=len, default=None)


def _step(text: str) -> _Step:
    if text in GAPS:
        return _Step(gap=GAPS[text])
    optional = text.endswith("?") and len(text) > 1
    parts = text.removesuffix("?").split("|") if optional else text.split("|")
    return _Step(
        words=frozenset(p for p in parts if "*" not in p and p not in ("#", "$")),
        stems=tuple(p[:-1] for p in parts if p.endswith("*")),
        tails=tuple(p[1:] for p in parts if len(p) > 1 and p.startswith("*")),
        optional=optional,
        number="#" in parts,
        ends="$" in parts,
    )


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The words and marks of that part of a text. An empty line is a mark of its own, a line end is none."""
    found: list[Token] = []
    for m in TOKEN.finditer(text, start, len(text) if end is None else end):
        if m[0] == "\n":
            if PARAGRAPH.match(text, m.start()) and (not found or found[-1].word != "\n"):
                found.append(Token("\n", m.start(), m.end()))
            continue
        if m[0] == "." and found and found[-1].end == m.start() and SHORTENED.fullmatch(found[-1].word):
            continue  # "meld ik wethouder mr. R.G. Bos aan": no end of a sentence
        found.append(Token(_plain(m[0]), m.start(), m.end()))
    return tuple(found)


SHORTENED = re.compile(r"mr|mrs|ms|drs|dr|ir|ing|prof|dhr|mw|mevr|[a-z](?:\.[a-z])+")


PARAGRAPH = re.compile(r"\n[ \t\r]*(?:\n|[-*•·o]\s|\d{1,2}[.)]\s)")


def _plain(word: str) -> str:
    plain = word.casefold().replace("’", "'")
    return SHORT_FORMS.get(plain, plain)


SHORT_FORMS = {
    "m'n": "mijn",
    "mn": "mijn",
    "z'n": "zijn",
    "zn": "zijn",
    "d'r": "haar",
    "dr": "dr",
    "'k": "ik",
    "'m": "hem",
}


def scan(words: tuple[Token, ...], languages: frozenset[str] = frozenset(LANGUAGES)) -> tuple[Cue, ...]:
    """Every cue of those languages in these tokens, by where it begins; of one kind's that overlap, the longest."""
    found: list[Cue] = []
    present = {token.word for token in words}
    present |= {meant for word in present if len(word) >= SHORTEST_TYPO and (meant := corrected(word))}
    for at, token in enumerate(words):
        following = words[at + 1].word if at + 1 < len(words) else ""
        for kind, language, steps, _, needed in _beginning_with(token.word).followed_by(following):
            if needed is not None and needed.isdisjoint(present):
                continue  # most phrases end here: looking for their words one by one takes ten times as long
            if language in languages and (last := _match(words, at + 1, steps, 1)) is not None:
                found.append(Cue(kind, token.start, words[last - 1].end, language))
    return tuple(_longest(found))


@lru_cache(8192)  # as many words as some hundred mails have
def _beginning_with(word: str) -> _Beginnings:
    """The phrases that begin with that word, or with the word that it is a typing mistake of."""
    book = _book()
    found = list(book.by_word.get(word, ()))
    if word.isdigit():
        found += book.by_word.get("#", ())
    for length in book.stem_lengths:
        if length > len(word):
            break
        found += book.by_stem.get(word[:length], ())
    found += [phrase for tail, phrase in book.by_tail if word.endswith(tail)]
    if not found and len(word) >= SHORTEST_TYPO and (meant := corrected(word)):
        return _beginning_with(meant) if meant != word else _Beginnings({}, [])
    return _by_second(found)


def _by_second(phrases: list[_Phrase]) -> _Beginnings:
    beginnings = _Beginnings(defaultdict(list), [])
    for phrase in phrases:
        for word in phrase.second or ():
            beginnings.by_second[word].append(phrase)
        if phrase.second is None:
            beginnings.others.append(phrase)
    return beginnings


@lru_cache(8192)
def corrected(word: str) -> str | None:
    """The key word that this word is a typing mistake of ("aanmedlen"), itself where it is one, or None."""
    typos = _book().typos
    if word in typos:
        return word
    near = [
        t
        for t in typos
        if abs(len(t) - len(word)) <= 1 and t[0] == word[0] and OSA.distance(t, word, score_cutoff=1) <= 1
    ]
    return near[0] if len(near) == 1 else None


def _match(words: tuple[Token, ...], at: int, steps: tuple[_Step, ...], step: int) -> int | None:
    """The index past the last word of a phrase whose steps from `step` on begin at `at`; None where they don't."""
    if step == len(steps):
        return at
    now = steps[step]
    if now.gap:
        behind = steps[step + 1] if step + 1 < len(steps) else None
        needed = behind if behind is not None and not (behind.gap or behind.optional) else None
        for skip in range(now.gap + 1):
            if at + skip > len(words) or (skip and _begins_clause(words, at + skip - 1)):
                return None
            if needed and not needed.ends and (at + skip == len(words) or not needed.fits(words[at + skip].word)):
                continue
            if (last := _match(words, at + skip, steps, step + 1)) is not None:
                return last
        return None
    if now.ends and (at == len(words) or words[at].word in MARKS):
        return _match(words, at, steps, step + 1)
    if at < len(words) and now.fits(words[at].word):
        last = _match(words, at + 1, steps, step + 1)
        if last is not None:
            return last
    if now.optional:
        return _match(words, at, steps, step + 1)
    return None


def _begins_clause(words: tuple[Token, ...], at: int) -> bool:
    """Whether a clause ends or begins with that word, so that no phrase goes on over it."""
    word = words[at].word
    return word in BARRIERS or (word in BEHIND_COMMA and at > 0 and words[at - 1].word == ",")


def _longest(cues: list[Cue]) -> list[Cue]:
    kept: list[Cue] = []
    latest: dict[str, int] = {}
    for cue in sorted(cues, key=lambda c: (c.start, -c.end)):
        if cue.end > latest.get(cue.kind, -1):
            kept.append(cue)
            latest[cue.kind] = max(latest.get(cue.kind, -1), cue.end)
    return kept
