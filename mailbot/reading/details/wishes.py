"""What the finders of diets and of needs have in common: phrases of the lexicon, lines of a form."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of, fold, pattern_of
from mailbot.reading.text.found import Found, tidy
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Lookup, lookup

NONE = "none"
ENDINGS = ("e", "er", "es", "s")
INFLECTION = rf"(?:{'|'.join(ENDINGS)})?"
# "Graag dicht bij de ingang... nee wacht, dat hoeft niet meer"
THOUGHT_BETTER = late(
    r"[^.;!?\n]{0,30}(?:\.{1,4}|…|[,;–-])\s?(?:oh?\s)?(?:nee|no|laat maar|wacht|toch)\b[^.!?\n]{0,24}"
    r"\b(?:(?:hoeft|is|doe|dat)\s(?:al\s|toch\s|ook\s|maar\s)?niet\b|not needed|never mind)"
)
# In a form without colons: "Rolstoel/ringleiding nvt", "Vegetarisch ..... nee"
NOT_SO = re.compile(
    r"(?:/\w+)?(?:[^\S\n]*(?::|=|\?|\.{3,})[^\S\n]*(?:(?:n\.?v\.?t|nee|none|niet nodig)(?!\w)|(?:geen|no)(?!\w|\s\w))"
    r"|[^\S\n]{1,9}(?:n\.?v\.?t|nee|geen|no|none|niet nodig)(?!\w|\s\w))"
)
# "[x] ja [ ] nee" below "Lunch": whether, not what
TICKED = re.compile(r"(?:\W|\b(?:x|ja|nee|yes|no)\b)*")


def wish_in_cell(text: str) -> str | None:
    """What a cell or form field under "dieet" or the like says, in its words; None where that is nothing, or speaks of
    something else ("voor de lunch: de eerste workshop")."""
    value = tidy(text)
    said = fold(value)
    if TICKED.fullmatch(said) or said.rstrip(".!") in (*words("diet", "empty_values"), *words("diet", "none")):
        return None
    return None if _begins_with_nothing().match(said) or table("choices", "workshop").search(said) else value


@cache
def _begins_with_nothing() -> re.Pattern[str]:
    beginnings = any_of(words("diet", "nothing_begins"))
    exception = any_of((*words("diet", "except"), "wel", "maar", "but"))
    return re.compile(
        rf"(?:{beginnings})(?:(?!\b(?:{exception})\b)[^,;])*"
        rf"(?:,\s?(?:alles|ik eet|eet|gewoon|hoor|dank|thanks|prima)\b(?:(?!\b(?:{exception})\b).)*)?$"
    )


def spans(text: str, matches: Iterable[re.Match[str]], kind: str) -> Iterator[Found]:
    """A Found a match: its value is the group "value" where there is one, without an adjective's ending."""
    for match in matches:
        span = match.span("value") if "value" in match.re.groupindex else match.span()
        yield Found(tidy(text[slice(*span)]), match.start(), match.end(), kind)


def until_gone(judged: Sequence[Found], gone: Sequence[Found]) -> list[Found]:
    """Those, the earlier ones marked, too, that are said to be gone later: "... met een rolstoel. Die rolstoel is niet
    meer nodig". Of what is only denied another may have it: "Wim eet halal, ik niet"."""
    until = {fold(one.value): one.start for one in gone}
    return [replace(one, negated=one.negated or one.start < until.get(fold(one.value), -1)) for one in judged]


def labelled(text: str, folded: str, lexicon: str, start: int, end: int) -> Iterator[Found]:
    for match in _label(lexicon).finditer(folded, start, end):
        value = wish_in_cell(text[slice(*match.span("value"))])
        yield Found(value or "", *match.span("value"), "labelled" if value else NONE)


def label_keys(lexicon: str) -> frozenset[str]:
    """Words of which a text with such a label has one."""
    return _label(lexicon).keys


@cache
def table(lexicon: str, name: str) -> re.Pattern[str]:
    return pattern_of(words(lexicon, name))


@cache
def listed(lexicon: str, name: str) -> Lookup:
    return lookup(words(lexicon, name))


@cache
def _label(lexicon: str) -> Lookup:
    return lookup(
        words(lexicon, "labels"),
        r"(?:^|\n)[^\S\n]{0,8}(?:[-*•>]\s?)?(?:WORDS)\s?(?:\([^)\n]{0,60}\)\s?)?"
        r"(?:[:=]|\t)[^\S\n]{0,8}(?P<value>[^\n\t]{1,120})",
    )
