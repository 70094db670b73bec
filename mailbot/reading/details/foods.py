"""What can be eaten or left out, as a pattern: "vis", "noten en eieren", "geen eitjes", "kaasje"."""

import re
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.lookup import keys_of

SMALL = ("tje", "je", "etje", "tjes", "jes", "etjes")
# "Een broodje" is a meal, "een uitje" an outing
SECOND = ("vlees", "dieren", "producten", "vruchten")  # "varkens vlees", as it is dictated
NO_FOOD = ("broodje", "broodjes", "uitje", "uitjes", "zoutjes", "rijstje")


@cache
def food() -> str:
    """One food, as a small thing too: "ei", "eitjes"."""
    return rf"(?!(?:{any_of(NO_FOOD)})(?!\w))(?:{any_of((*words('diet', 'foods'), *_apart()))})(?:{any_of(SMALL)})?"


@cache
def _apart() -> tuple[str, ...]:
    """The foods whose two words are written as one, in two: "varkens vlees"."""
    named = words("diet", "foods")
    joined = ((word.removesuffix(end), end) for end in SECOND for word in named if word.endswith(end))
    return tuple(f"{first} {end}" for first, end in joined if first.isalpha())


@cache
def foods() -> str:
    """One food or several: a comma joins only where an "en" follows."""
    last = r"\s(?:en|of|and|or|und|oder|et|ou)(?:\s(?:geen|no))?\s"
    one = food()
    return rf"(?:{one})(?:(?:\s?,\s?(?:{one})){{0,5}}{last}(?:{one})|\s?[/&]\s?(?:{one})){{0,3}}(?!\w)"


@cache
def any_food() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){foods()}")


@cache
def food_keys() -> frozenset[str]:
    """Words of which a text that names food has one."""
    named = keys_of((*words("diet", "foods"), *_apart()))
    small = {f"{word}{ending}" for word in words("diet", "foods") if word.isalpha() for ending in SMALL}
    return named | frozenset(small - {*NO_FOOD})
