"""The patterns over folded text by which rounds, clock times, numbers and codes are found, for choice_signs.py."""

import re
from functools import cache

from mailbot.reading.fold import any_of, fold, pattern_of
from mailbot.reading.lexicon import load, words
from mailbot.reading.lookup import Lookup, heads_of, lookup

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
LONE_DASH = re.compile(r"(?<=[:\t\n=])[^\S\n]{0,3}(?:-{1,2}|x)(?=[^\S\n]{0,3}(?:[\n\t,;]|$))")  # an empty cell
EXPLAINS = re.compile(r"\b[A-Z][A-Za-z]{0,4}\s?(?:=|:|->|staat voor|betekent|is\s)|\([A-Z][A-Za-z]{0,4}\)")
LISTED_CODE = re.compile(r"^[^\S\n]{0,80}(?P<round>[1-9])[.)][^\S\n]{0,3}(?P<letter>[a-h])[^\S\n]*$")  # "1. B"
JOIN = r"\s?(?:,|en|and|und|et|&|\+|/)\s?(?:de\s|in\s|the\s)?"


def ordinal_number(word: str, numbers: tuple[int, ...]) -> int | None:
    """The number that an ordinal word stands for, "laatste" and "middelste" among those numbers too."""
    if word in words("choices", "last"):
        return numbers[-1] if numbers else None
    if word in words("choices", "middle"):
        return numbers[len(numbers) // 2] if len(numbers) % 2 else None
    return ordinals().get(word)


@cache
def number_words() -> dict[str, int]:
    return {fold(word): int(number) for number, entries in load("choices")["number_words"].items() for word in entries}


@cache
def ordinals() -> dict[str, int]:
    return {fold(word): int(number) for number, entries in load("choices")["ordinals"].items() for word in entries}


@cache
def hour_words() -> dict[str, int]:
    """Words for the hours of a clock."""
    numbers = load("dates")["numbers"]
    return {fold(word): int(number) for number, entries in numbers.items() for word in entries if int(number) <= 12}


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
def round_word() -> re.Pattern[str]:
    return pattern_of(words("choices", "round"))


@cache
def named_rounds() -> Lookup:
    """ "ronde 1 en 3", "rondes I t/m III", "eerste en laatste ronde", "R2", "ronde daartussenin"."""
    number = rf"(?:\d{{1,2}}(?!\d|[.:]\d\d)|i{{1,3}}v?|iv|v|{any_of(words('choices', 'number_words'))})"
    or_else = rf"\s(?:{any_of(words('choices', 'either'))})\s(?:{any_of(words('choices', 'round'))}\s)?"
    either = rf"(?P<either>{or_else}{number})?"
    through = r"\s?(?:t/m|tot en met|through|-)\s?"
    ordinal = any_of((*words("choices", "ordinals"), *words("choices", "last"), *words("choices", "middle")))
    called = any_of(words("choices", "round"))
    mine = any_of(words("choices", "mine"))
    several = r"(?:(?:twee|drie|two|three)\s)?"
    middle = any_of(words("choices", "middle"))
    pattern = re.compile(
        rf"(?<![\w-])(?:(?:{called})\s{{0,3}}(?:nr\.?\s|nummer\s)?(?P<numbers>{number}(?:(?:{JOIN}|{through}){number}){{0,5}}){either}(?![\w]|[-.]\d)"
        rf"|(?:(?P<mine>{mine})\s)?(?P<ordinals>(?:{ordinal})(?:{JOIN}(?:{ordinal})){{0,4}})\s{{1,3}}{several}"
        rf"(?(mine)(?:workshopronde|workshop|keuze|choice|{called})|(?:workshop\s)?(?:{called}))"
        rf"|r(?P<short>[1-9](?:{JOIN}r?[1-9]){{0,3}})"
        rf"|(?:{called})\s(?P<late>{middle}))(?!\w)"
    )
    return Lookup(pattern, heads_of(words("choices", "round")) | heads_of(words("choices", "mine")) | {"r"})


@cache
def clock() -> re.Pattern[str]:
    hours = any_of([word for word in words("dates", "numbers") if len(word) > 2])
    unit = any_of(words("dates", "hours"))
    late = any_of(words("choices", "afternoon"))
    return re.compile(
        rf"(?<![\w.:,/-])(?:(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d\d)(?:\s?(?:{unit}))?|\s?(?:{unit})|(?=\s?[ap]\.?m\b))"
        rf"|(?P<word>{hours})\s(?:{unit}))(?:\s?(?P<pm>{late}))?(?!\w|[:.-]\d)"
    )


@cache
def by_number() -> Lookup:
    label = any_of(words("choices", "number"))
    ordinal = any_of((*words("choices", "ordinals"), *words("choices", "last")))
    listed = any_of(words("choices", "order"))
    called = any_of(words("choices", "round"))
    pattern = re.compile(
        rf"(?<![\w])(?:(?:{label})\s?(?:(?P<number>[1-9])|(?P<letter>[a-z]))(?!\w|[.,:]\d)"
        rf"|(?:de|het|the|die)\s(?P<ordinal>{ordinal})\s(?:{listed})"
        rf"|(?:{called})\s\d\s?[:=]\s?(?P<code>[1-9a-h]))(?![\w])"
    )
    heads = [*words("choices", "number"), *words("choices", "order"), *words("choices", "round")]
    return Lookup(pattern, heads_of(heads))


@cache
def code_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,-])(?:r|ronde\s?)?(?P<round>[1-9])\s?[:=-]?\s?(?P<letter>[a-h])(?![\w-])")


@cache
def bare_ordinal_before() -> re.Pattern[str]:
    ordinal = any_of((*words("choices", "ordinals"), *words("choices", "last")))
    return re.compile(rf"(?:^|[,;.:(\n])\s*(?P<numbers>{ordinal})\s?[:=]\s?[\"']?$")


@cache
def bare_before() -> re.Pattern[str]:
    number = r"(?:I{1,3}|IV|V|[1-9])"
    ordinal = any_of((*words("choices", "ordinals"), *words("choices", "last")))
    return re.compile(
        rf"(?:^|[\s,;:(])(?P<numbers>I{{1,3}}(?:{JOIN}I{{1,3}}){{0,3}}(?=\s?[:=–-]?\s?$)|{number}(?=\s?[:=]\s?$)"
        rf"|(?:[Dd]e|[Tt]he)\s(?:{ordinal})(?=\s?[:=–-]?\s?[\"'“]?$))"
    )
