"""A town alone in an item of a list of officials: "Dick van Duiven, Duiven, d.vanduiven@dienst.nl"."""

import re
from collections.abc import Iterator
from functools import cache

from mailbot.reading import details
from mailbot.reading.belongings.statements import evidence_of
from mailbot.reading.case.asking import Asking
from mailbot.reading.lexicon.authorities import municipality_names
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found

SEVERAL = "gemeenten"
FEWEST = 2  # towns
LONGEST = 40  # characters of a town at the end of a line


def towns_in_lists(asking: Asking, people: list[Person]) -> None:
    """Give those people the municipality that stands alone in their item, where the letter speaks of several of them
    or another item has an address of the town in it. Else it may be where they live."""
    items = _items_of(asking) if len(people) > 1 else {}
    found = [(person, _town(asking, items[id(person)])) for person in people if id(person) in items]
    told = [(person, town) for person, town in found if town is not None]
    if not told:
        return
    known = (details.organisation_of(person.email) for person, _ in told if person.email)
    names = {town.value for _, town in told}
    if SEVERAL not in fold(asking.sheet.parts.body) and not any(one and one.value in names for one in known):
        return
    for person, town in told:
        person.put("organisation", town.value, evidence_of(town))


def _items_of(asking: Asking) -> dict[int, tuple[int, int]]:
    """Where each person's own item stands, the first of them, by the person's id."""
    items: dict[int, tuple[int, int]] = {}
    for focus in asking.account.focus:
        if focus.listed and len(focus.people) == 1:
            items.setdefault(id(focus.people[0]), (focus.start, focus.end))
    return items


def _town(asking: Asking, item: tuple[int, int]) -> Found | None:
    """The municipality of the town that stands alone in that item."""
    match = _alone().search(fold(asking.text), *item)
    return Found(f"Gemeente {municipality_names()[match['town']]}", *match.span("town")) if match else None


def have_towns_of_their_own(asking: Asking, people: list[Person]) -> list[Person]:
    """Whose line or row ends in a town, behind their title, where another's ends in another: "Els Bos jurist Ede", "Wim
    Pot adviseur Tiel". The house of the writer isn't theirs, nor is the town a part of their title."""
    told: list[tuple[Person, str, int]] = []
    meant = {id(person) for person in people}
    for person, start, end in _lines(asking) if len(people) >= FEWEST else ():
        near = max(start, end - LONGEST)
        town = _ends_in().search(fold(asking.text), near, end) if id(person) in meant else None
        if town is not None and _title_before(asking.text, start, town.start("town")):
            told.append((person, town["town"], town.start("town")))
    if len({name for _, name, _ in told}) < FEWEST:
        return []
    for person, name, at in told:
        evidence = person.evidence.get("role")
        if person.role and evidence and evidence.end > at and fold(person.role).endswith(f" {name}"):
            person.role = person.role[: -len(name) - 1]
    return [person for person, _, _ in told]


def _lines(asking: Asking) -> Iterator[tuple[Person, int, int]]:
    for focus in asking.account.focus:
        if focus.listed and len(focus.people) == 1:
            yield focus.people[0], focus.start, focus.end
    for entry in asking.entries:
        for person in asking.roster.people:
            if (entry.start, entry.end) in person.spans:
                yield person, entry.start, entry.end


def _title_before(text: str, start: int, at: int) -> bool:
    titles = details.roles(text, start, at)
    return bool(titles) and not text[titles[-1].end : at].strip(" \t,;|/–-")


@cache
def _ends_in() -> re.Pattern[str]:
    towns = any_of(sorted(municipality_names(), key=len, reverse=True))
    return re.compile(rf"[\s,;|/-](?P<town>{towns})\s*[.;]?\s*$")


@cache
def _alone() -> re.Pattern[str]:
    towns = any_of(sorted(municipality_names(), key=len, reverse=True))
    return re.compile(rf"(?:[,;|/]|\s[-–])\s?(?P<town>{towns})(?=\s?(?:[,;|/\n]|[-–]\s|$))")
