"""Houses that only their place in a list tells: "Wim Pot, docent, Noorderpoort" below "Els Bos, jurist, gemeente Epe".

Where the lines of a list each say where somebody works, words with capitals that are nothing else we know say so, too;
the house of the writer isn't theirs.
"""

from collections.abc import Sequence

from mailbot.reading import details
from mailbot.reading.belongings.list_titles import Line, lines_of_lists
from mailbot.reading.belongings.statements import TEXT, evidence_of
from mailbot.reading.case.asking import Asking
from mailbot.reading.details.organisation_words import CAPITALISED, FURTHER
from mailbot.reading.lexicon import word_set
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.names import find
from mailbot.reading.names.offices import is_office
from mailbot.reading.names.people import Person
from mailbot.reading.names.person_name import is_given, name_words
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found, tidy
from mailbot.reading.text.late import late

FEWEST = 2  # lines with a house, before a word in their place is one
SHORTLY = late(rf"\b(?:van|bij|from|of|at)\s(?:(?:de|het|the)\s)?(?P<name>{CAPITALISED}{FURTHER}{{0,5}})")
HOUSE = late(rf"\s*(?:(?:van|bij|from|of|at)\s(?:(?:de|het|the)\s)?)?(?P<name>{CAPITALISED}{FURTHER}{{0,5}})\s*\.?\s*")


def houses_by_place(asking: Asking, people: Sequence[Person]) -> None:
    """Give whoever is listed among others with a house what stands in the place of theirs."""
    for lines in lines_of_lists(asking):
        told = [line for line in lines if _has_house(line)]
        if len(told) < FEWEST or len(told) * 3 < len(lines):
            continue
        for line in lines:
            if line.person in people and line.person.organisation is None:
                _give_house(asking, line)


def short_houses(asking: Asking, people: Sequence[Person]) -> None:
    """ "Wim Pot, ook van Meerkracht", in a list in which somebody else is of "stichting Meerkracht"."""
    told = {person.organisation for person in people if person.organisation}
    short = {name: house for house in told for sort, _, name in [house.partition(" ")] if name and _is_sort(sort)}
    if not short:
        return
    for focus in asking.account.focus:
        for person in focus.people if focus.listed and len(focus.people) == 1 else ():
            said = SHORTLY.search(asking.text, focus.start, focus.end) if person in people else None
            house = short.get(tidy(said["name"])) if said else None
            if said is not None and house is not None:
                person.put("organisation", house, evidence_of(Found(house, *said.span("name"), "listed")))


def _is_sort(word: str) -> bool:
    return fold(word) in word_set("organisations", "heads")


def _has_house(line: Line) -> bool:
    told = line.person.evidence.get("organisation")
    return told is not None and told.part == TEXT and line.start <= told.start < line.end


def _give_house(asking: Asking, line: Line) -> None:
    found = [house for part in line.parts if (house := _house(asking, *part)) is not None]
    if len(found) == 1:
        line.person.put("organisation", found[0].value, evidence_of(found[0]))


def _house(asking: Asking, start: int, end: int) -> Found | None:
    """The words with capitals that are all of that part, where they are nothing else that we know."""
    match = HOUSE.fullmatch(asking.text, start, end)
    name = tidy(match["name"]) if match else ""
    if match is None or len(name) < len("IND") or is_something_else(name):
        return None
    read = (details.roles, details.diets, details.needs, details.phones, details.organisations)
    if any(finder(asking.text, start, end) for finder in read) or find(asking.text, start, end):
        return None
    return Found(name, *match.span("name"), "listed")


def is_something_else(name: str) -> bool:
    """Whether that is a department, a field of work, a town, somebody, an ordinary word with a capital."""
    said = fold(name).split()
    if said[0] in word_set("organisations", "departments") or fold(name) in places() or is_given(name.split()[0]):
        return True
    ordinary = word_set("roles", "policy_fields") | name_words("not_names") | word_set("organisations", "parties")
    of_work = said if not is_office(name) else said[:1]  # "Vaart Welzijn" is a house, "Zorg en Welzijn" a field
    return any(word in ordinary for word in of_work) or any(letter.isdigit() for letter in name)
