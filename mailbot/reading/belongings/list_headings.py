"""A list's items below the house that they are of: "Gemeente Bladel" on a line of its own, two of its people below it,
then "Gemeente Eersel" and hers."""

import re
from collections.abc import Iterator

from mailbot.reading import details
from mailbot.reading.belongings.below_items import ITEM_LINE
from mailbot.reading.belongings.list_houses import is_something_else
from mailbot.reading.belongings.statements import evidence_of
from mailbot.reading.case.asking import Asking
from mailbot.reading.lexicon.authorities import municipality_names
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found

# Around a heading: "*Vanuit de gemeente Tiel:*", "Namens Movisie (2 personen)"
LEAD = re.compile(r"[\s*_>#–-]*(?:(?:van|vanuit|namens|voor|uit|bij|from|for)\s+(?:de\s+|het\s+)?)?", re.IGNORECASE)
TAIL = re.compile(r"[\s:*_.–-]*(?:\(?\d+\s?(?:x|personen|mensen|man|deelnemers|people)?\)?[\s:*_.]*)?\Z", re.IGNORECASE)
ITEM_MARK = re.compile(r"[\s*•·–-]*(?:\d{1,2}[.)]\s)?")
FEWEST = 2  # lines with names behind a colon
LONGEST = 80  # characters of a heading


def houses_above_lists(asking: Asking, people: list[Person]) -> None:
    """Give whoever is listed below a line that names nothing but a house that house."""
    listed = {f.start: f.people[0] for f in asking.account.focus if f.listed and len(f.people) == 1}
    house: Found | None = None
    for start, end in _lines(asking.sheet.parts.body):
        owners = [listed[at] for at in listed if start <= at < end]
        if owners:
            for person in owners:
                if house is not None and person in people:
                    person.put("organisation", house.value, evidence_of(house))
        elif not _goes_on(asking.sheet.parts.body[start:end]):
            house = _house(asking.sheet.parts.body, start, end)


def houses_before_names(asking: Asking, people: list[Person]) -> None:
    """ "Gemeente Epe: Els Bos en Wim Pot", "Vaart Welzijn: Ali Tekin" on lines of their own: give whoever is named
    behind the colon the house before it. A word that we don't know is one where another line has one there."""
    text = asking.sheet.parts.body
    told: list[tuple[int, int, Found | None, list[Person]]] = []
    for start, end in _lines(text):
        colon = text.find(":", start, min(end, start + LONGEST))
        theirs = [p for p in people if any(colon < at < end for at, _ in p.spans)] if colon > 0 else []
        if theirs and not any(start <= at < colon for p in people for at, _ in p.spans):
            label = ITEM_MARK.match(text, start, colon)
            told.append((label.end() if label else start, colon, _house(text, start, colon), theirs))
    if len(told) < FEWEST or not any(house for *_, house, _ in told):
        return
    for start, colon, house, theirs in told:
        found = house or _called(text, start, colon)
        if found is None:
            continue
        for person in theirs:
            person.put("organisation", found.value, evidence_of(found))


def _called(text: str, start: int, end: int) -> Found | None:
    said = text[start:end].strip(" *_")
    known = not said[:1].isupper() or is_something_else(said) or details.roles(said) or details.diets(said)
    return None if known else Found(said, start, end, "listed")


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line) + 1
        at += len(line) + 1


def _goes_on(line: str) -> bool:
    """Whether a line leaves the heading as it is: nothing stands there, or an item goes on, or is of nobody."""
    return not line.strip() or line[0].isspace() or ITEM_LINE.match(line) is not None


def _house(text: str, start: int, end: int) -> Found | None:
    """The house that a line names, if it does no more."""
    lead = LEAD.match(text, start, end)
    begin = lead.end() if lead else start
    if end - begin > LONGEST:
        return None
    for found in details.organisations(text, start, end):
        if found.start <= begin + len("gemeente ") and TAIL.match(text[found.end : end]):
            return found
    said = fold(TAIL.sub("", text[begin:end]))
    town = municipality_names().get(said)
    return Found(f"Gemeente {town}", begin, begin + len(said)) if town else None
