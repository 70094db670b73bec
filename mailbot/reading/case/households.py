"""Whose mailbox it is where two share one: who of "Els en Wim de Boer" writes, and who else is meant with "wij"."""

import re
from collections.abc import Iterator
from itertools import islice

from mailbot.domain.message import IncomingMessage
from mailbot.reading.letter.page import Sheet
from mailbot.reading.names import Name, find, merged, same_person
from mailbot.reading.names.couples import couple_of, couples, household_of, houses, of_one_surname, with_surname
from mailbot.reading.names.people import Person, Roster

LINE = re.compile(r"\S[^\n]*")
MOST_SIGNED = 3  # lines of a signature in which both sign
# "Mijn vrouw Annie", "onze kinderen Pim en Loes", "ons dochtertje, Noor"
OF_THE_HOUSE = re.compile(
    r"\b(?i:mijn|m'n|onze?|my|our)\s(?:\w+\s){0,2}?(?:vrouw|man|echtgenote|echtgenoot|zoon|dochter|zoontje|dochtertje|zonen"
    r"|zoons|dochters|kinderen|kids|jongste|oudste|middelste|tweeling|wife|husband|son|daughter|sons|daughters|children)"
    r",?:?\s(?:[A-Z]\w+(?:\s\(\d+\))?(?:,|\s(?:en|and|&))\s){0,5}$"
)
LISTED = re.compile(r"[^.!?\n:]{0,60}:\s(?:[A-Z]\w+(?:\s\(\d+\))?(?:,|\s(?:en|and|&))\s){0,7}$")
SAME_NAME = re.compile(r"\b(?:de)?zelfde achternaam\b|\bsame (?:surname|last name)\b", re.IGNORECASE)
ALL_CALLED = r"\b(?:allen|allemaal|alle (?:drie|vier|vijf)|beiden|beide|allebei|all|both)\s(?:\w+\s){0,3}?%s\b"
NEAR = 120  # characters
WE = re.compile(r"\b(?:wij|we|ons|us)\b", re.IGNORECASE)


def name_household(message: IncomingMessage, page: Sheet, roster: Roster) -> None:
    """Give the writer, and who shares the mailbox, their names, where its header shows both."""
    pair, writer, body = couple_of(message.sender.name), roster.writer, page.parts.body
    if pair is None or writer is None or message.reply_to is not None:
        return
    mine = _writers(pair, writer, body)
    if mine is None:
        return
    roster.either_writes = writer.name == Name() and not _introduces(body, mine)
    writer.name, writer.sure = merged(writer.name, mine) if writer.name != Name() else mine, True
    roster.housemate = roster.add(next(name for name in pair if name is not mine))
    roster.housemate.email = roster.housemate.email or writer.email
    for found in _signed(page.parts.signature):
        for person in (writer, roster.housemate):
            if same_person(found, person.name):
                person.name = merged(person.name, found)  # "Els de Boer-Smit", signs below "Wim de Boer"


def _writers(pair: tuple[Name, Name], writer: Person, body: str) -> Name | None:
    """Which of the two writes: whose name is known to be the writer's, or who says "ik, Els"; the first, where both
    come; None where either may."""
    if writer.name != Name():
        alike = [name for name in pair if same_person(name, writer.name)]
        return alike[0] if len(alike) == 1 else None
    if not WE.search(body):
        return None
    return next((name for name in pair if _introduces(body, name)), pair[0])


def _signed(signature: str) -> Iterator[Name]:
    for line in islice(LINE.finditer(signature), MOST_SIGNED):
        yield from (found.name for found in find(signature, *line.span()) if found.name.is_full)


def _introduces(body: str, name: Name) -> bool:
    return re.search(rf"\b(?:[Ii]k|[Ii]kzelf|I)(?: ben|'m| am)?[ ,(]{{1,2}}{re.escape(name.given)}\b", body) is not None


def share_surnames(message: IncomingMessage, page: Sheet, roster: Roster) -> None:
    """Fill up given names of whoever shares the surname of a household's mailbox, the writer's, or that of a relation
    named in one breath."""
    wanting = [p for p in roster.people if p.name.given and not p.name.surname and not p.name.initials]
    if not wanting:
        return
    house, writer, body = household_of(message.sender.name), roster.writer, page.parts.body
    known = house or (writer.name if writer is not None and writer.name.is_full else None)
    for one, other in couples(body) if known is not None else ():
        if known is not None and _shares(other, known):
            _fill(wanting, one)
    for names, akin in of_one_surname(body):
        for one in names if akin or (known is not None and _shares(names[-1], known)) else ():
            _fill(wanting, one)
    if known is not None:
        theirs = [p for p in wanting if not p.name.surname and p is not writer]
        _fill_signed(theirs, page.parts.signature, writer)
        _fill_house(body, [p for p in theirs if not p.name.surname], known, of_house=house is not None)
    if house is not None and writer in wanting and not writer.name.surname:
        writer.name = with_surname(writer.name, house)


def _fill_signed(wanting: list[Person], signature: str, writer: Person | None) -> None:
    """Give "mijn vrouw Baukje" the name that she signs with beside the writer: "mevr. B. Vonk-Smit"."""
    for found in _signed(signature) if wanting else ():
        if writer is not None and same_person(found, writer.name):
            continue
        alike = [p for p in wanting if (found.given or found.initials)[:1] == p.name.given[:1]]
        if len(alike) == 1 and found.given in ("", alike[0].name.given):
            alike[0].name = merged(alike[0].name, found)


def _fill_house(body: str, wanting: list[Person], known: Name, *, of_house: bool) -> None:
    """Give whoever is of the writer's household its surname, where a mailbox or words tell that there is one name."""
    listed = [end for end, house in houses(body) if _shares(house, known)]
    said = [*SAME_NAME.finditer(body), *re.finditer(ALL_CALLED % re.escape(str(with_surname(Name(), known))), body)]
    for person in wanting:
        for start, _ in person.spans:
            kin = OF_THE_HOUSE.search(body, max(0, start - NEAR), start) is not None
            named = any(end <= start and LISTED.fullmatch(body, end, start) for end in listed)
            alike = any(start < match.start() < start + NEAR for match in said)
            if ((of_house or listed) and kin) or named or alike:
                person.name = with_surname(person.name, known)
                break


def _shares(name: Name, known: Name) -> bool:
    return (name.infix.casefold(), name.surname.casefold()) == (known.infix.casefold(), known.surname.casefold())


def _fill(wanting: list[Person], name: Name) -> None:
    for person in wanting:
        if person.name.given == name.given:
            person.name = name
