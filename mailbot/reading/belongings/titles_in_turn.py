"""Titles told in turn of those who are named in turn: "Els Bos en ik (jurist resp. adviseur)", "Els en Wim zijn
respectievelijk jurist en griffier". Read as any other, both would be the last one's."""

import re
from collections.abc import Iterator
from itertools import chain

from mailbot.reading import details
from mailbot.reading.belongings.list_places import marks_of
from mailbot.reading.belongings.statements import evidence_of
from mailbot.reading.case.asking import Asking
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found

IN_TURN = r"(?:resp\.?|respectievelijk|respectively)"
AND = r",?\s(?:en|and|&)\s"
ENDS = r"(?=\s?[),.;:\n]|\s(?:bij|van|in|te|at|of|for)\b|\Z)"
TITLE = r"[^\W\d_][\w/ -]{2,44}?"
TOLD = (
    re.compile(rf"(?P<one>{TITLE}),?\s{IN_TURN}\s(?P<two>{TITLE}){ENDS}"),
    re.compile(rf"{IN_TURN}\s(?P<one>{TITLE}){AND}(?P<two>{TITLE}){ENDS}"),
    re.compile(rf"(?P<one>{TITLE}){AND}(?P<two>{TITLE}),?\s{IN_TURN}(?!\w)"),
)


def titles_in_turn(asking: Asking, body: str, people: list[Person]) -> None:
    """Give each of the two who were named last before such titles the one that is theirs."""
    folded = fold(body)
    if "resp" not in folded:
        return
    for told in chain.from_iterable(pattern.finditer(folded) for pattern in TOLD):
        titles = [*_last(body, *told.span("one")), *_first(body, *told.span("two"))]
        named = _named_before(asking, told.start())
        if len(titles) != 2 or len(named) != 2:
            continue
        for person, title in zip(named, titles, strict=True):
            if person in people:
                person.put("role", title.value, evidence_of(title))


def _last(body: str, start: int, end: int) -> Iterator[Found]:
    """The title that ends there: "(" and a few words may stand before it."""
    yield from [one for one in details.roles(body, start, end) if end - one.end <= 1][-1:]


def _first(body: str, start: int, end: int) -> Iterator[Found]:
    yield from [one for one in details.roles(body, start, end) if one.start - start <= 1][:1]


def _named_before(asking: Asking, at: int) -> list[Person]:
    """The last two whom the sentence names before that place, the writer among them, in its order."""
    unit = next((unit for unit in asking.sheet.units if unit.start <= at < unit.end), None)
    found: list[Person] = []
    for mark in marks_of(asking, unit, at) if unit is not None else ():
        found += [person for person in mark.people if person not in found]
    return found[-2:]
