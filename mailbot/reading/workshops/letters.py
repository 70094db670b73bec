"""A workshop by its bare letter in the announcement: "A in the morning and B in the afternoon", "11:00: B", "eerst C".

A capital alone is much else: an article, an initial, a vitamin. So the sentence must speak of rounds, hours or choices,
or of two such letters, and what stands beside it must let it be one.
"""

import re
from collections.abc import Iterator
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late
from mailbot.reading.workshops.sign import Is, Sign

LETTER = re.compile(
    r"(?:(?<![\w@.'’&+/-])|(?<=(?<![\w@.'’&+/-])[A-H][+/]))[A-H](?![\w@'’&]|\.\w|-\w)"  # "A/B": both
)
# "A" is an article where more follows than where or when, or another letter
GOES_ON = late(
    r"\s*(?:$|[.,;:!?)(\n/&+–-]|\d|(?:in|at|for|and|or|then|first|second|after|before|please|am|pm|a\.m|p\.m|on|as|too|twice"
    r"|again|if|but|both|around|om|voor|en|of|dan|eerst|na|graag|als|'s|maar|ook|op|ben|aub|svp)\b)",
    re.IGNORECASE,
)
NUMBER_BEFORE = re.compile(r"\d\s?$")
NAMED_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)\s$")
ENDS = late(r"[.!?](?=\s|$)|\n\s*\n")


def lettered(text: str, start: int, end: int, slugs: tuple[str, ...], known: dict[str, str]) -> Iterator[Sign]:
    """Those of text[start:end]. `slugs`: of the workshops, in order; `known`: letters that the text explains itself."""
    letters = [found for found in LETTER.finditer(text, start, end) if ord(found[0]) - ord("A") < len(slugs)]
    places = [found for found in letters if _may_be_one(text, found)]
    others = [found.start() for found in letters if _is_of_other_letters(text, found)]
    if not places or any(letter in known for letter in "ABCDEFGH"):
        return
    for since, until in _sentences(text, start, end):
        here = [found for found in places if since <= found.start() < until]
        if any(since <= other < until for other in others):
            continue  # "vitamin C in the morning and B in the afternoon"
        if here and (len({found[0] for found in here}) > 1 or _of_choices().search(fold(text), since, until)):
            for found in here:
                yield Sign(Is.WORKSHOP, *found.span(), slugs[ord(found[0]) - ord("A")], sure=False)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for mark in ENDS.finditer(text, start, end):
        yield start, mark.end()
        start = mark.end()
    yield start, end


def _is_of_other_letters(text: str, found: re.Match[str]) -> bool:
    named = NAMED_BEFORE.search(text, max(0, found.start() - 24), found.start())
    return named is not None and fold(named["word"]) in _of_other_letters()


def _may_be_one(text: str, found: re.Match[str]) -> bool:
    if found[0] == "A" and not GOES_ON.match(text, found.end()):
        return False
    before = text[max(0, found.start() - 24) : found.start()]
    if NUMBER_BEFORE.search(before) and not before.endswith("\n") and not _round_before().search(fold(before)):
        return False  # "Australiastraße 50 B"
    named = NAMED_BEFORE.search(before)
    if named is None:
        return True
    word = fold(named["word"])
    if word in _of_other_letters():
        return False  # "vitamin C", "plan B"
    return not named["word"][0].isupper() or word in _before_letters() or _begins_sentence(before, named.start())


def _begins_sentence(before: str, at: int) -> bool:
    lead = before[:at].rstrip(" ")
    return not lead or lead[-1] in ".!?\n:;"


@cache
def _round_before() -> re.Pattern[str]:
    """ "14:30 B", "slot 2 A": a number that a letter may follow."""
    return re.compile(rf"(?<!\d)\d\d?[.:]\d\d\s$|\b(?:{any_of(words('choices', 'round'))})\s\d\s$")


@cache
def _of_choices() -> re.Pattern[str]:
    """What a sentence has that speaks of rounds, hours or choices."""
    return re.compile(
        rf"(?<!\w)(?:{any_of(words('choices', 'beside_letters'))})(?!\w)|\b\d\d?[.:]\d\d\b|\b(?:om|at)\s\d\d?\b"
    )


@cache
def _before_letters() -> frozenset[str]:
    return frozenset((*words("choices", "beside_letters"), *words("choices", "number"), "i", "ik"))


@cache
def _of_other_letters() -> frozenset[str]:
    return frozenset(words("choices", "other_letters"))
