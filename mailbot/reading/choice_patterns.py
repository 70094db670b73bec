"""The patterns over folded text by which workshops are found by number, letter, code, order; for choice_signs.py."""

import re
from functools import cache

from mailbot.reading.fold import any_of, pattern_of
from mailbot.reading.lexicon import words
from mailbot.reading.lookup import Lookup, heads_of, lookup

LONE_DASH = re.compile(r"(?<=[:\t\n=)>.])[^\S\n]{0,3}(?:-{1,2}|x)(?=[^\S\n]{0,3}(?:[\n\t,;]|\d\)|$))")  # an empty cell
EXPLAINS = re.compile(r"\b[A-Z][A-Za-z]{0,4}\s?(?:=|:|->|staat voor|betekent|is\s)|\([A-Z][A-Za-z]{0,4}\)")
LISTED_CODE = re.compile(r"^[^\S\n]{0,80}(?P<round>[1-9])[.)][^\S\n]{0,3}(?P<letter>[a-h])[^\S\n]*$")  # "1. B"


@cache
def any_in(name: str) -> re.Pattern[str]:
    return pattern_of(words("choices", name))


@cache
def listed(name: str) -> Lookup:
    return lookup(words("choices", name))


@cache
def nothing_more() -> Lookup:
    return lookup(words("choices", "nothing_more"), r"(?<!\w)(?:WORDS)(?=\s{0,3}(?:[.,;:)\n]|$))")


@cache
def by_number() -> Lookup:
    label = any_of(words("choices", "number"))
    ordinal = any_of((*words("choices", "ordinals"), *words("choices", "last")))
    listed = any_of(words("choices", "order"))
    called = any_of(words("choices", "round"))
    places = any_of((*words("choices", "top"), *words("choices", "bottom")))
    pattern = re.compile(
        rf"(?<![\w])(?:(?:{label})\s?(?:(?P<number>[1-9])|(?P<letter>[a-z]))(?!\w|[.,:]\d)"
        rf"|(?:de|het|the|die)\s(?P<ordinal>{ordinal})\s(?:{listed})"
        rf"|(?P<place>{places})"
        rf"|(?:{called})\s\d\s?[:=]\s?(?P<code>[1-9a-h]))(?![\w])"
    )
    heads = [*words("choices", "number"), *words("choices", "order"), *words("choices", "round")]
    heads += [*words("choices", "top"), *words("choices", "bottom")]
    return Lookup(pattern, heads_of(heads))


@cache
def code_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,-])(?:r|ronde\s?)?(?P<round>[1-9])\s?[:=-]?\s?(?P<letter>[a-h])(?![\w-])")
