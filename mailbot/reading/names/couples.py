"""Two people of one surname that is said once: "Gerda en Toon Verhagen", "Fam. Verhagen"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from mailbot.reading.names.person_name import UPPER, Name, is_given, lead_infix, name_words
from mailbot.reading.text.fold import fold
from mailbot.reading.text.lookup import vocabulary

GIVEN = rf"[{UPPER}][^\W\d_]+(?:-[^\W\d_]+)?"
SMALL = r"(?:van|de|der|den|ten|ter|te|'t|el|al)"
WORD = rf"[{UPPER}][\w’']+"
SURNAME = rf"(?:{SMALL}[ ]){{0,3}}{WORD}(?:-(?:{SMALL}[ ]){{0,2}}{WORD})?"
LONGEST = 120  # characters before two names that may tell how they are of one family
COUPLE = re.compile(
    rf"(?<![\w-])(?P<one>{GIVEN})[ ]?(?:en|and|und|&|\+)[ ]?(?P<other>{GIVEN})[ ](?P<surname>{SURNAME})(?![\w-])"
)
GIVEN_NAME = re.compile(GIVEN)
GROUP = re.compile(
    rf"(?<![\w-])(?P<given>{GIVEN}(?:,[ ]{GIVEN})*,?[ ](?:en|and|und|&|\+)[ ]{GIVEN})[ ](?P<surname>{SURNAME})(?![\w-])"
)


def couples(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Name, Name]]:
    """Those of a text: both with the surname."""
    for match in COUPLE.finditer(text, start, len(text) if end is None else end):
        infix, surname = lead_infix(match["surname"].split())
        if is_given(match["one"]) and is_given(match["other"]):
            yield Name(match["one"], "", infix, surname), Name(match["other"], "", infix, surname)


def of_one_family(text: str) -> Iterator[Name]:
    """Those of whose kinship the words before them speak: "de kinderen van onze dochter, Pim en Loes Verhoef"; be they
    more than two."""
    if _family().isdisjoint(vocabulary(fold(text))):
        return
    for match in GROUP.finditer(text):
        before = text[max(0, match.start() - LONGEST) : match.start()]
        given = GIVEN_NAME.findall(match["given"])
        if all(map(is_given, given)) and not _family().isdisjoint(vocabulary(fold(before))):
            infix, surname = lead_infix(match["surname"].split())
            yield from (Name(name, "", infix, surname) for name in given)


@cache
def _family() -> frozenset[str]:
    return frozenset(map(fold, name_words("of_one_family")))


def couple_of(display: str) -> tuple[Name, Name] | None:
    """The two of a mailbox of theirs: "Els & Wim de Boer"; None for any other."""
    shown = display.strip(" \"'")
    match = COUPLE.fullmatch(shown)
    return next(couples(shown), None) if match else None


def household_of(display: str) -> Name | None:
    """The surname of a household's mailbox: "Fam. de Boer"."""
    first, *rest = display.strip(" \"'").split()[:6] or [""]
    if first.casefold() not in name_words("households") or first == "&" or not rest:
        return None
    infix, surname = lead_infix(rest)
    return Name("", "", infix.lower(), surname) if surname[:1].isupper() and surname.isalpha() else None


def with_surname(given: Name, of: Name) -> Name:
    """Somebody's given name, with the surname that is shared."""
    return replace(given, infix=of.infix, surname=of.surname)
