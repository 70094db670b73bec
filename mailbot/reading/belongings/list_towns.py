"""A town alone in an item of a list of officials: "Dick van Duiven, Duiven, d.vanduiven@dienst.nl"."""

import re
from functools import cache

from mailbot.reading import details
from mailbot.reading.belongings.statements import evidence_of
from mailbot.reading.case.asking import Asking
from mailbot.reading.lexicon.authorities import municipality_names
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found

SEVERAL = "gemeenten"


def towns_in_lists(asking: Asking, people: list[Person]) -> None:
    """Give those people the municipality that stands alone in their item, where the letter speaks of several of them
    or another item has an address of the town in it. Else it may be where they live."""
    found = [(person, _town(asking, person)) for person in people] if len(people) > 1 else []
    told = [(person, town) for person, town in found if town is not None]
    if not told:
        return
    known = (details.organisation_of(person.email) for person, _ in told if person.email)
    names = {town.value for _, town in told}
    if SEVERAL not in fold(asking.sheet.parts.body) and not any(one and one.value in names for one in known):
        return
    for person, town in told:
        person.put("organisation", town.value, evidence_of(town))


def _town(asking: Asking, person: Person) -> Found | None:
    """The municipality of the town that stands alone in that person's item."""
    for focus in asking.account.focus:
        if focus.listed and focus.people == (person,):
            match = _alone().search(fold(asking.text), focus.start, focus.end)
            return Found(f"Gemeente {municipality_names()[match['town']]}", *match.span("town")) if match else None
    return None


@cache
def _alone() -> re.Pattern[str]:
    towns = any_of(sorted(municipality_names(), key=len, reverse=True))
    return re.compile(rf"(?:[,;|/]|\s[-–])\s?(?P<town>{towns})(?=\s?(?:[,;|/\n]|[-–]\s|$))")
