"""A house that only its place behind a title tells: "jongerenwerker Dynamo Eindhoven", "woonbegeleider Kwintes".

Behind an adviser stands what he advises on, and then the town whose he is: "adviseur Samenleving Tiel". Behind what one
is in a house, and hardly for a town hall, stands that house: of volunteers, youth workers, nurses, teachers, imams.
"""

import re
from functools import cache

from mailbot.reading.details.title_words import head_length
from mailbot.reading.lexicon import word_set, words
from mailbot.reading.lexicon.authorities import municipality_names, town_at
from mailbot.reading.names.person_name import is_given, name_words
from mailbot.reading.names.surnames import is_surname
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

WORD = r"(?:['’]s (?=[A-Z])|['’]t (?=[A-Z])|[Dd]e (?=[A-Z])|[Hh]et (?=[A-Z]))?[A-ZÀ-ÖØ-ÞŞİŁ][\w’'&+-]*"
A_WORD = late(WORD)
SHORTEST = 3  # letters of an abbreviation: "MEE"
# All that a line, or a part of one, has behind a title
REST = late(rf"[ ](?P<name>{WORD}(?:[ ]{WORD}){{0,4}})(?=[^\S\n]*(?:\n|$|[|,;()]|\.(?:\s|$)))")


def house_behind(text: str, start: int, at: int, end: int) -> tuple[int, int] | None:
    """Where the house stands behind the title text[start:at]; None where it is a field of work, a town, somebody."""
    if not is_title_in_houses(fold(text[start:at])):
        return None
    rest = REST.match(text, at, end)
    if rest is None:
        return None
    name = [word[0] for word in A_WORD.finditer(rest["name"])]
    if (
        fold(rest["name"]) in municipality_names()
        or all(_is_region(word) for word in name)
        or _is_of_work_or_somebody(text, rest)
    ):
        return None
    told = _ends_in_town(fold(rest["name"])) or _stands_for_itself(name)
    return rest.span("name") if told else None


def _stands_for_itself(name: list[str]) -> bool:
    """Whether words without a town are no person of whom we know no name: "'s Heeren Loo", "MEE"."""
    if len(name) == 1:
        return name[0].isupper() and len(name[0]) >= SHORTEST
    return len(name) == 2 and " " in name[0]


def _ends_in_town(name: str) -> bool:
    ends = (place.start() for place in re.finditer(r"\S+", name))
    return _is_region(name.split()[-1]) or any(town_at(name, at) == len(name) for at in ends)


def _is_region(word: str) -> bool:
    return fold(word) in word_set("organisations", "regions")


def is_title_in_houses(title: str) -> bool:
    """Whether behind that folded title stands a house: no field of work, and no town whose official somebody is."""
    last = title.rpartition(" ")[2]
    return last.endswith(words("roles", "in_houses")) and not last.endswith(words("roles", "in_town_halls"))


def is_of_no_town(title: str) -> bool:
    """Whether a town behind that folded title is where somebody is it, and never whose: "vrijwilliger Tiel"."""
    first, last = title.split()[0], title.rpartition(" ")[2]
    if first in word_set("roles", "of_no_house"):
        return True
    return last.endswith(words("roles", "of_no_town")) and not last.endswith(words("roles", "in_town_halls"))


def _is_of_work_or_somebody(text: str, rest: re.Match[str]) -> bool:
    said = fold(rest["name"]).split()
    first = rest["name"].split()[0]
    if is_given(first) or any(head_length(word) for word in said):
        return True
    if len(said) == 1 and (is_surname(first) or said[0] in name_words("not_names")):
        return True
    return any(word in _no_houses() or word.endswith(words("roles", "field_endings")) for word in said)


@cache
def _no_houses() -> frozenset[str]:
    return frozenset(
        (
            *words("roles", "policy_fields"),
            *words("roles", "modifiers"),
            *words("organisations", "departments"),
            *words("organisations", "teams"),
            *words("organisations", "parties"),
            *words("names", "fields_of_work"),
        )
    ) - {"de", "het"}
