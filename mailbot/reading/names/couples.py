"""Two people of one surname that is said once: "Gerda en Toon Verhagen", "Fam. Verhagen"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from mailbot.reading.names.person_name import INFIX, UPPER, Name, is_given, lead_infix, name_words
from mailbot.reading.text.fold import fold
from mailbot.reading.text.lookup import vocabulary

GIVEN = rf"[{UPPER}][^\W\d_]+(?:-[^\W\d_]+)?"
WORD = rf"[{UPPER}][\w’']+"
SURNAME = rf"(?:{INFIX}[ ]){{0,3}}{WORD}(?:-(?:{INFIX}[ ]){{0,2}}{WORD})?"
LONGEST = 120  # characters before two names that may tell how they are of one family
COUPLE = re.compile(
    rf"(?<![\w-])(?P<one>{GIVEN})[ ]?(?:en|and|und|&|\+)[ ]?(?P<other>{GIVEN})[ ](?P<surname>{SURNAME})(?![\w-])"
)
GIVEN_NAME = re.compile(GIVEN)
AGED = r"(?:[ ]\([^()\n]{1,20}\))?"  # "Pim (9) en Loes (7) Verhoef"
GROUP = re.compile(
    rf"(?<![\w-])(?P<given>{GIVEN}{AGED}(?:,[ ]{GIVEN}{AGED})*,?[ ](?:en|and|und|&|\+)[ ]{GIVEN}){AGED}"
    rf"[ ](?P<surname>{SURNAME})(?![\w-])"
)
BRACKET = re.compile(r"\([^()]*\)")
BEHIND = 50  # characters behind them that may tell it: "Pim en Loes Verhoef, de kinderen van onze dochter"
HOUSE = re.compile(rf"\b(?:[Ff]am\.?|[Ff]amilie|[Gg]ezin|[Ff]amily)[ ](?P<surname>{SURNAME})(?![\w-])")


def couples(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Name, Name]]:
    """Those of a text: both with the surname."""
    for match in COUPLE.finditer(text, start, len(text) if end is None else end):
        infix, surname = lead_infix(match["surname"].split())
        if is_given(match["one"]) and is_given(match["other"]):
            yield Name(match["one"], "", infix, surname), Name(match["other"], "", infix, surname)


def of_one_surname(text: str) -> Iterator[tuple[list[Name], bool]]:
    """Two and more whose surname is told once, behind the last of them; and whether words beside them speak of kinship:
    "de kinderen van onze dochter, Pim (9) en Loes (7) Verhoef"."""
    told = not _family().isdisjoint(vocabulary(fold(text)))
    for match in GROUP.finditer(text):
        given = GIVEN_NAME.findall(BRACKET.sub("", match["given"]))
        if all(map(is_given, given)):
            infix, surname = lead_infix(match["surname"].split())
            around = text[max(0, match.start() - LONGEST) : match.start()] + text[match.end() : match.end() + BEHIND]
            akin = told and not _family().isdisjoint(vocabulary(fold(around)))
            yield [Name(name, "", infix, surname) for name in given], akin


def houses(text: str) -> Iterator[tuple[int, Name]]:
    """The households of a text, and where each is named: "familie de Boer komt met z'n vieren"."""
    for match in HOUSE.finditer(text):
        infix, surname = lead_infix(match["surname"].split())
        yield match.end(), Name("", "", infix, surname)


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
    return (
        Name("", "", infix.lower(), surname) if surname[:1].isupper() and surname.replace(" ", "").isalpha() else None
    )


def with_surname(given: Name, of: Name) -> Name:
    """Somebody's given name, with the surname that is shared."""
    return replace(given, infix=of.infix, surname=of.surname)
