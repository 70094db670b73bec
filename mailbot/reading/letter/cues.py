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
from functools import lru_cache
from typing import NamedTuple

from mailbot.reading.letter.cue_phrases import LANGUAGES, SHORTEST_TYPO, Step, beginning_with, corrected

TOKEN = re.compile(r"[^\W_]+(?:['’.&/@-][^\W_]+)*|[,;:!?().]|['’][a-z]\b")
WORD_BEHIND = re.compile(r"[ \t]+[^\W\d_]")
LONGEST_KEPT = 64  # characters between blanks: what is longer is no word
STOPS = frozenset(".;:!?\n")  # no phrase reaches over the end of a sentence
MARKS = STOPS | frozenset(",()")
# Nor over the beginning of a clause that has a verb of its own: "is er een raadsvergadering waar ik bij moet zijn".
NEW_CLAUSES = frozenset("waar waarin waarbij waarvoor omdat want terwijl zodat because where".split())
BARRIERS = STOPS | NEW_CLAUSES
BEHIND_COMMA = frozenset(("als", "maar", "dus", "if", "but"))  # they begin one behind a comma only


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


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The words and marks of that part of a text. An empty line is a mark of its own, a line end is none."""
    found: list[Token] = []
    new = tuple.__new__  # a named tuple's own is a function in Python
    at, end = start, len(text) if end is None else end
    for line in text[start:end].split("\n"):
        for piece in line.split():
            at = text.find(piece, at)
            within = _kept_within(piece) if len(piece) < LONGEST_KEPT else _within(piece)
            if piece[-1] == "." and piece[-2:-1].isdecimal() and WORD_BEHIND.match(text, at + len(piece), end):
                within = within[:-1]  # no mark: the dot of "am 30. März"
            for word, first, last in within:  # mostly one
                found.append(new(Token, (word, at + first, at + last)))
            at += len(piece)
        at = text.find("\n", at, end)
        if at >= 0 and PARAGRAPH.match(text, at) and (not found or found[-1].word != "\n"):
            found.append(Token("\n", at, at + 1))
        at += 1
    return tuple(found)


def _within(piece: str) -> tuple[Token, ...]:
    """The tokens of what stands between blanks."""
    found: list[Token] = []
    for m in TOKEN.finditer(piece):
        word = m[0]
        if word == "." and found and found[-1].end == m.start() and SHORTENED.fullmatch(found[-1].word):
            continue  # "meld ik wethouder mr. R.G. Bos aan": no end of a sentence
        found.append(Token(_plain(word), *m.span()))
    return tuple(found)


_kept_within = lru_cache(maxsize=8192)(_within)  # as many as some hundred mails have


# "meld ik mr. Q. de Boer aan"; "u." is a word
SHORTENED = re.compile(r"[a-tv-z]|mr|mrs|ms|drs|dr|ir|ing|prof|dhr|mw|mevr|[a-z](?:\.[a-z])+")


PARAGRAPH = re.compile(r"\n[ \t\r]*(?:\n|[-*•·o]\s|\d{1,2}[.)]\s)")


@lru_cache(maxsize=8192)  # as many words as some hundred mails have
def _plain(word: str) -> str:
    plain = word.casefold().replace("’", "'")
    unstressed = plain.translate(STRESS)
    return unstressed if unstressed in STRESSED else SHORT_FORMS.get(plain, plain)


STRESS = str.maketrans("áàéèíìóòúù", "aaeeiioouu")  # "ik meld óns aan", "zíj komt"
STRESSED = frozenset(
    "ik mij wij we ons zij ze hij hem haar hen hun zelf allebei samen alle allemaal wel niet ook nog geen nu dan"
    " moet kan wil mag aan af uit mee alleen iedereen beiden mijn onze die dat dit jij jou jullie u zonder met".split()
)


UNDOING = ("cancel", "absent")
KEPT = "kept"  # what a phrase of giving up says that has a "not" in it: "mijn plaats geef ik niet op"
NEGATIONS = frozenset(("niet", "geen", "nooit", "not", "never", "don't", "won't", "cannot", "can't", "nicht", "kein"))
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


def scan(
    words: tuple[Token, ...], languages: frozenset[str] = frozenset(LANGUAGES), kinds: frozenset[str] | None = None
) -> tuple[Cue, ...]:
    """Every cue of those languages in these tokens, by where it begins; of one kind's that overlap, the longest.
    `kinds`: which are looked for; None for all."""
    found: list[Cue] = []
    new = tuple.__new__  # as for tokens
    present = {word for word, _, _ in words}
    present |= {meant for word in present if len(word) >= SHORTEST_TYPO and (meant := corrected(word))}
    negated = not NEGATIONS.isdisjoint(present)
    for at, (word, start, _) in enumerate(words):
        beginnings = beginning_with(word)
        if beginnings is None or (kinds is not None and kinds.isdisjoint(beginnings.kinds)):
            continue
        following = words[at + 1].word if at + 1 < len(words) else ""
        for kind, language, steps, _, needed in beginnings.followed_by(following, present):
            if kinds is not None and kind not in kinds:
                continue
            if needed and any(map(present.isdisjoint, needed)):
                continue  # most phrases end here: looking for their words one by one takes ten times as long
            if language in languages and (last := _match(words, at + 1, steps, 1)) is not None:
                if negated and kind in UNDOING and _is_denied(words[at:last], steps):
                    if kind != "cancel" or (kinds is not None and KEPT not in kinds):
                        continue
                    kind = KEPT
                found.append(new(Cue, (kind, start, words[last - 1].end, language)))
    return tuple(_longest(found))


def _is_denied(words: tuple[Token, ...], steps: tuple[Step, ...]) -> bool:
    """ "Mijn deelname laat ik niet vallen", "ik haak niet af": a "niet" in the gap of a phrase that has none."""
    said = any(word in NEGATIONS for word, _, _ in words)
    return said and not any(step.words & NEGATIONS for step in steps)


def may_have(text: str, kinds: frozenset[str]) -> bool:
    """Whether a phrase of one of those kinds begins with one of its words: of most texts that few rules ask about, no
    tokens need be made."""
    for piece in text.split():  # noqa: SIM110  a generator would take longer than what it looks for
        if len(piece) >= LONGEST_KEPT or _may_begin_within(piece, kinds):
            return True
    return False


@lru_cache(maxsize=8192)  # as many as some hundred mails have
def _may_begin_within(piece: str, kinds: frozenset[str]) -> bool:
    found = (beginning_with(word) for word, _, _ in _within(piece))
    return any(beginnings is not None and not kinds.isdisjoint(beginnings.kinds) for beginnings in found)


def _match(words: tuple[Token, ...], at: int, steps: tuple[Step, ...], step: int) -> int | None:
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
        kind, _, end, _ = cue
        if end > latest.get(kind, -1):
            kept.append(cue)
            latest[kind] = end
    return kept
