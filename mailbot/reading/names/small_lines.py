"""Names in small letters that head the items of a list: "1. soraya jagernath - ronde 3", "- mw. a. vis (lid)".

Small letters say nothing of what is a name. Where half of a list's items and more begin with a given name that we know,
the others begin with a name, too.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from mailbot.reading.names.header_names import parse_header
from mailbot.reading.names.no_person import begins_like_a_house
from mailbot.reading.names.person_name import INFIX_IN_LIST, Name, is_given, name_words
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of

WORD = r"[^\W\d_]{2,20}(?:[-'’][^\W\d_]{2,20}){0,2}"
TITLES = r"(?:(?:mw|mevr|mevrouw|dhr|de heer|meneer|mr|dr|drs|ir|ing|prof)\.? ){0,3}"
MARKS = (
    "\n- ",
    "\n* ",
    "\n• ",
    "\n· ",
    "\n– ",
    "\n● ",
    "\n▪ ",
    "\n2. ",
    "\n2) ",
)  # of which a list's second item has one
SMALL_ITEM = late(r"\n(?:[-*•·–●▪]|\d{1,2}[.)])[ \t]+[^\W\dA-Z]")
ITEM = late(  # each item, and what stands at its head where that can be a name
    rf"^[ \t]*+(?:[-*•·–●▪]|\d{{1,2}}[.)])[ \t]+(?:{TITLES}"
    rf"(?P<name>(?:(?:[^\W\d_]\.){{1,4}} ?(?:\([^\W\d_]+\) ?)?|(?P<given>{WORD}) )"
    rf"(?:{INFIX_IN_LIST} ){{0,3}}(?:{WORD}(?: (?:{INFIX_IN_LIST} ){{0,3}}{WORD})?))"
    r"(?=[ \t]*(?:$|[,;:<(|]|[-–] |\.?$)))?",
    re.MULTILINE,
)


def small_names(text: str, start: int, end: int) -> Sequence[tuple[Name, int, int, bool]]:
    """Names that stand so in text[start:end], where, and whether they surely are some."""
    return [found for found in named if start <= found[1] and found[2] <= end] if (named := _named(text)) else ()


@lru_cache(maxsize=16)  # asked for line by line
def _named(text: str) -> tuple[tuple[Name, int, int, bool], ...]:
    if not has_one_of(text, MARKS) or not SMALL_ITEM.search(text):
        return ()  # as in most letters
    items = list(ITEM.finditer(text))
    if len(items) < 2 or not any(item["name"] and item["name"].islower() for item in items):
        return ()
    found = []
    for _, of_list in groupby(enumerate(items), lambda one: _list_of(text, items, one[0])):
        found += _people([item for _, item in of_list])
    return tuple(found)


def _list_of(text: str, items: list[re.Match[str]], at: int) -> int:
    """Where the list begins that an item stands in: an empty line and something said end one."""
    while at and "\n\n" not in text[items[at - 1].end() : items[at].start()].rstrip():
        at -= 1
    return at


def _people(items: list[re.Match[str]]) -> list[tuple[Name, int, int, bool]]:
    clear = [item["name"] is not None and _is_clear(item) for item in items]
    if len(items) < 2 or clear.count(True) * 2 < len(items):
        return []
    return [
        (name, *item.span("name"), True)
        for item, is_clear in zip(items, clear, strict=True)
        if item["name"] and item["name"].islower() and (is_clear or _can_be(item))
        if (name := parse_header(_with_capitals(item["name"]))) is not None and name.is_full
    ]


def _is_clear(item: re.Match[str]) -> bool:
    """Whether an item begins with initials or a given name that we know, and no ordinary word behind them."""
    ordinary = item["name"].split()[-1].casefold() in name_words("not_names")
    return not ordinary and (item["given"] is None or is_given(item["given"]))


def _can_be(item: re.Match[str]) -> bool:
    words = [word for word in item["name"].split() if word not in name_words("infixes")]
    return not any(begins_like_a_house(word) for word in words[:1]) and words[-1] not in name_words("not_names")


def _with_capitals(words: str) -> str:
    return " ".join(word if word in name_words("infixes") else word.title() for word in words.split())
