"""What stands beside a name in a list and says that this one is on the list already, or doesn't come: "Wim Smit (heeft
zich al aangemeld)", "Els Bakker - toch niet, operatie", "3. Noor Vis, VERVALT".

A remark is what stands between two marks. It counts by how it begins; an absence only where nothing but a reason
follows, so that "komt niet voor de lunch" and "kan niet tegen noten" are none.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from itertools import zip_longest

from mailbot.reading.details import diets
from mailbot.reading.letter.labels import field_of, is_struck
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.lexicon import load
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

# Between remarks. No hyphen within a word, nor the point of "i.v.m."
MARK = late(r"\s[-–—>]+\s|[-–—]{2,}>?|=>|→|[()\[\],;:|/\t\n!?~]|\.(?=\s|$)")
WORDS = 14  # a remark of more is talk
EDGE = " \t*_.…'\"“”-–"
BARE = re.compile(r"(?:niet|nee|neen|no|nope|not)\b")
WISHES = re.compile(r"\b(?:dieet\w*|\w*wens\w*|allerg\w*|voorkeur\w*|bijzonderhe\w*|diet\w*|preference\w*)\b")
STEPS = {"..": r"(?:\s\S+){0,3}?", "*": r".*", "$": r"\Z"}


class Remark(StrEnum):
    """What a remark says of whom its entry names."""

    NEW = "new"
    BOOKED = "booked"
    AWAY = "away"


def remark_of(text: str, unit: Unit, behind: int) -> Remark | None:
    """What the remarks of an entry behind its name, from `behind` on, say of whom it lists: the first that tells."""
    label = ""  # "lunch: nee"
    for mark, said in _remarks(text, behind, unit.end):
        found = _told(said)
        if found is not None and not (BARE.match(said) and _answers_something_else(text, unit, label, mark)):
            return found
        label = said
    return None


def cell_says(cell: str) -> Remark | None:
    """What a cell of somebody's row says of them: the first of its remarks that tells. A "nee" alone is to whatever
    heads its column, and so is "nee, geen allergieën"."""
    remarks = [said for _, said in _remarks(cell, 0, len(cell))]
    explained = len(remarks) > 1 and not is_of_wishes(cell)
    told = (_told(said) for said in remarks if explained or " " in said or not BARE.match(said))
    return next((found for found in told if found is not None), None)


def without_remark(text: str, start: int, end: int) -> tuple[tuple[int, int], Remark | None]:
    """Where the name in a cell stands, and what a remark beside it says of whoever is called so: "Els Bos - VERVALT",
    "VERVALT: Els Bos", "- VERVALT" where the name is struck out; "Els Bos - griffie" says nothing."""
    if is_struck(text[start:end].strip(" -–—>*()")):
        return (start, start), Remark.AWAY
    marks = list(MARK.finditer(text, start, end))
    for mark, following in zip_longest(marks, marks[1:]):
        if (said := _told_beside_name(text[mark.end() : following.start() if following else end])) is not None:
            return (start, mark.start()), said
    # "Weg, Jan" is somebody's surname
    if marks and marks[0][0] != "," and (said := _told_beside_name(text[start : marks[0].start()])) is not None:
        return (marks[0].end(), end), said
    return (start, end), None


def _told_beside_name(remark: str) -> Remark | None:
    return Remark.AWAY if is_struck(remark) else cell_says(remark)


def _remarks(text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Each remark, folded, and the mark before it."""
    folded, at, mark = fold(text[start:end]), 0, ""
    for found in (*MARK.finditer(folded), None):
        said = " ".join(folded[at : found.start() if found else None].strip(EDGE).split())
        if said and "@" not in said and said.count(" ") < WORDS:
            yield mark, said
        if found:
            mark, at = found[0].strip() or " ", found.end()


def _told(said: str) -> Remark | None:
    if found := next((kind for kind in (Remark.NEW, Remark.BOOKED) if _pattern(kind).match(said)), None):
        return found
    away = _pattern("away").match(said)
    rest = said[away.end() :].strip() if away else ""
    return Remark.AWAY if away and (not rest or _causes().match(rest)) else None


def _answers_something_else(text: str, unit: Unit, label: str, mark: str) -> bool:
    """Whether a "nee" may be to something else than whether one comes: to a column's head, to what one eats."""
    if unit.kind is UnitKind.ROW or (mark == ":" and label and field_of(label) != "coming"):
        return True
    return is_of_wishes(text[unit.start : unit.end])


def is_of_wishes(said: str) -> bool:
    """Whether a "nee" there may be of what somebody eats or would like: "nee, geen dieetwensen"."""
    return bool(diets(said)) or WISHES.search(fold(said)) is not None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Any phrase of that list, where a remark begins. Bounded gaps only: linear."""
    lead = "|".join(map(re.escape, load("entry_remarks")["lead"]))
    return re.compile(rf"(?:(?:{lead})\s){{0,3}}?(?:{_phrases(kind)})(?![\w'])")


@cache
def _causes() -> re.Pattern[str]:
    return re.compile(rf"(?:{_phrases('why')})(?![\w'])")


def _phrases(kind: str) -> str:
    return "|".join(map(_phrase, load("entry_remarks")[kind]))


def _phrase(source: str) -> str:
    """A phrase of the lists as a regex: its words, each but the first with the blank before it."""
    first, *rest = source.split()
    return _words(first) + "".join(STEPS.get(step) or _step(step) for step in rest)


def _step(source: str) -> str:
    said = rf"\s{_words(source.removesuffix('?'))}"
    return f"(?:{said})?" if source.endswith("?") else said


def _words(source: str) -> str:
    return "(?:" + "|".join(map(re.escape, source.split("|"))) + ")"
