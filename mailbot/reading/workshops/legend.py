"""What a mail's own letters stand for: "VV = Vooroordelen Voorbij", "Vooroordelen Voorbij (VV)", "met V bedoel ik ...".

Each explanation hangs on a title or giver; the letters stand before it, behind it, or in brackets.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Protocol

from mailbot.reading.lexicon import words
from mailbot.reading.names.person_name import is_given
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of

# It begins with the capital or bracket, and asks behind that for what stands before it: all the rest of a text is
# passed over at once.
LETTERS_EXPLAINED = re.compile(
    r"[A-Z(](?:(?<=\b[A-Z])(?:[A-Za-z]{0,4}\s?(?:=|:|->|staa[nt]\b|betekent|is\s)|\s?\()|(?<=\()[A-Z][A-Za-z]{0,4}\)"
    r"|(?:(?<=\bstaat\s[A-Z])|(?<=\bstaan\s[A-Z])|(?<=\bbetekent\s[A-Z])|(?<=\bmet\s[A-Z])|(?<=\b[Bb]y\s[A-Z]))"
    r"[A-Za-z]{0,4}\s)"
)
EXPLAINING = ("oem", "stands", "means")
EXPLAINS = re.compile(r"\b(?:[Nn]oem|(?:stands|means)\b)")
CALLS = re.compile(r"[NnCc](?:(?<=\b[Nn])oem(?:en)?|(?<=\b[Cc])all)\b")  # "ik noem ... even A"
SAYS_SO = re.compile(r"\b(?:staat|staan|stands?|betekent|betekenen|means?|afkorting\w*)\b", re.IGNORECASE)
BEFORE = late(
    r"\b([A-Z][A-Za-z]{0,4}(?!\s?:)|[A-Z]{1,5})\s?(?:=|:|->|\(|staat\s(?:\w+\s)?voor|betekent|stands\sfor|means|is)\s?[\"'“]?$"
)
BEHIND = re.compile(r"[^\n(]{0,30}\(([A-Z][A-Za-z]{0,4})\)")
CALLED = re.compile(r"[\"'”]?,?\s(?:[a-z]+\s){0,2}([A-Z])(?!\w)")
REACH = 60  # characters before a title in which its letters stand


class Named(Protocol):
    """A workshop named at [start, end)."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def workshop(self) -> str: ...


def explains(text: str) -> bool:
    """Whether the text may say what letters stand for."""
    worded = has_one_of(text, EXPLAINING) and EXPLAINS.search(text) is not None
    return worded or LETTERS_EXPLAINED.search(text) is not None


def calls(text: str) -> bool:
    """Whether the text gives names of its own: "de workshop van Movisie noem ik even A"."""
    return CALLS.search(text) is not None


def legend(text: str, named: Iterable[Named]) -> dict[str, str]:
    """The workshops by the letters that the text explains for them; `named`: where it names one."""
    short: dict[str, str] = {}
    names = calls(text)
    for hit in named:
        before = text[max(0, hit.start - REACH) : hit.start]
        called = CALLED.match(text[hit.end : hit.end + 30]) if names else None
        for match in (
            BEFORE.search(before[-30:]),
            BEHIND.match(text[hit.end : hit.end + 50]),
            called,
            _said(text, before, hit.start),
        ):
            if match and not _is_somebody(match[1]):
                short.setdefault(match[1], hit.workshop)
    return short


def _is_somebody(letters: str) -> bool:
    """ "Piet -> Lokaal beleid" tells where Piet goes."""
    return len(letters) > 2 and letters[1:].islower() and is_given(letters)


def _said(text: str, before: str, at: int) -> re.Match[str] | None:
    """ "In de tabel staat LA voor de workshop over ... en V voor ...", "met V bedoel ik ...": with a verb that says so
    earlier in the sentence."""
    match = _in_words().search(before)
    if match is None or match["meant"]:
        return match
    sentence = re.split(r"[.!?]\s|\n", text[max(0, at - 3 * REACH) : at])[-1]
    return match if SAYS_SO.search(sentence) else None


@cache
def _in_words() -> re.Pattern[str]:
    small = any_of((*words("choices", "small"), *words("choices", "pointing"), *words("choices", "about")))
    return re.compile(
        rf"(?<!\w)([A-Z][A-Za-z]{{0,4}})\s(?:(?P<meant>bedoel(?:en)?\s(?:ik|we|wij)|I\smean|we\smean)"
        rf"|(?:(?:staat|betekent|stands|means)\s)?(?:\w+\s)?(?:voor|for|de|het|the))(?:\s(?:{small})){{0,5}}\s?[\"'“]?$"
    )
