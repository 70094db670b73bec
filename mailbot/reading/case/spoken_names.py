"""The hyphen in a name that a telephone wrote down as a word: "Els Bos streepje de Vonk", "anna streepje karin"."""

import re
from dataclasses import replace

from mailbot.reading.case.asking import Asking
from mailbot.reading.names import Name, is_given
from mailbot.reading.names.name_talk import HYPHEN
from mailbot.reading.names.person_name import INFIX, cased
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

SPOKEN = late(
    rf"(?<![\w-])(?P<first>[^\W\d_]{{2,}}) (?i:{HYPHEN}) (?P<small>(?:{INFIX} ){{0,3}})"
    r"(?P<second>[^\W\d_]{2,})(?![\w-])"
)


def with_spoken_hyphens(asking: Asking) -> None:
    """Join the halves of names that are spoken so in that letter."""
    for said in SPOKEN.finditer(asking.text):
        for person in asking.roster.people:
            person.name = _joined(person.name, said) or person.name


def _joined(name: Name, said: re.Match[str]) -> Name | None:
    first, second = fold(said["first"]), fold(said["second"])
    whole = f"{said['first']}-{said['small'].lower()}{said['second']}"
    if fold(name.surname) == first:
        return replace(name, surname=_with_capitals(whole))
    given = fold(name.given) if name.given else ""
    if not said["small"] and given in (first, second) and is_given(first) and is_given(second):
        return replace(name, given=_with_capitals(whole))
    return None


def _with_capitals(whole: str) -> str:
    return cased(whole) if whole.islower() else whole
