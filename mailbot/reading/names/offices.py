"""What is called a mailbox, a department or an organisation rather than a person.

"Sociaal Werk Zeist" has as many capitals as a name, and its mail address spells it as well as one spells a name. It is
told by its words; a known given name or initials in front make it a person's.
"""

import re
from functools import cache

from mailbot.reading.lexicon import load, words
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.names.person_name import INITIALS, is_given, name_words
from mailbot.reading.text.fold import fold

WORDS = re.compile(r"[^\W_]+(?:[&.-][^\W_]+)*")
BY_INITIALS = re.compile(r"\s*(?:[^\W\d_][a-z]?\.)+")


def is_functional(display: str) -> bool:
    """Whether a display name is that of a mailbox or an organisation rather than a person's."""
    found = WORDS.findall(display.casefold())
    return not found or any(
        word in name_words("functional")
        or word.startswith(_list("office_begins"))
        or word.endswith(_list("office_ends"))
        for word in found
    )


def is_department(display: str) -> bool:
    """Whether capitals are a department's, be they somebody's name elsewhere: "MO Sociaal Domein"."""
    first, *others = display.split()
    short = len(first) in (2, 3) and first.isupper() and bool(others) and not any(map(str.isupper, others))
    return short and is_functional(" ".join(others))


def is_office(text: str) -> bool:
    """Whether those words are an organisation's: "Vizier Oost", "KBO Heusden", "Femmes for Freedom", "Huize Maria"."""
    found = WORDS.findall(fold(text))
    if not found or BY_INITIALS.match(text) or INITIALS.fullmatch(found[0].upper()):
        return False
    if is_given(found[0]):
        return len(found) > 2 and found[-1] in _endings() and found[-2] not in name_words("infixes")
    if found[0] in _beginnings() or (
        len(found) > 1 and (found[-1] in _endings() or found[-1] in name_words("quarters"))
    ):
        return True
    if len(found) > 1 and found[-1] in places() and found[-2] not in name_words("infixes"):
        return True
    return any(_tells_a_house(word) for word in found)


def _tells_a_house(word: str) -> bool:
    if word in name_words("functional") or word in name_words("house_words"):
        return True
    return word.endswith(_list("house_ends")) or word.startswith(_list("house_begins"))


@cache
def _list(key: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in load("names")[key])


@cache
def _beginnings() -> frozenset[str]:
    """Words, folded, that an organisation's name begins with, or is."""
    known = (fold(name) for name in load("organisations")["known"]["names"])
    return frozenset((*known, *words("organisations", "heads"), *name_words("parties")))


@cache
def _endings() -> frozenset[str]:
    return frozenset((*words("organisations", "tails"), *name_words("house_words")))
