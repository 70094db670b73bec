"""Whose mailbox it is where two share one: who of "Els en Wim de Boer" writes, and who else is meant with "wij"."""

import re
from collections.abc import Iterator
from itertools import islice

from mailbot.domain.message import IncomingMessage
from mailbot.reading.letter.page import Sheet
from mailbot.reading.names import Name, find, merged, same_person
from mailbot.reading.names.couples import couple_of, couples, household_of, of_one_family, with_surname
from mailbot.reading.names.people import Person, Roster

LINE = re.compile(r"\S[^\n]*")
MOST_SIGNED = 3  # lines of a signature in which both sign
WE = re.compile(r"\b(?:wij|we|ons|us)\b", re.IGNORECASE)


def name_household(message: IncomingMessage, page: Sheet, roster: Roster) -> None:
    """Give the writer, and who shares the mailbox, their names, where its header shows both."""
    pair, writer, body = couple_of(message.sender.name), roster.writer, page.parts.body
    if pair is None or writer is None or message.reply_to is not None:
        return
    mine = _writers(pair, writer, body)
    if mine is None:
        return
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
    return re.search(rf"\b(?:ik|ikzelf|I)(?: ben|'m| am)?[ ,(]{{1,2}}{re.escape(name.given)}\b", body) is not None


def share_surnames(message: IncomingMessage, body: str, roster: Roster) -> None:
    """Fill up given names of whoever shares the surname of a household's mailbox, the writer's, or that of a relation
    named in one breath."""
    wanting = [p for p in roster.people if p.name.given and not p.name.surname and not p.name.initials]
    if not wanting:
        return
    house, writer = household_of(message.sender.name), roster.writer
    known = house or (writer.name if writer is not None and writer.name.is_full else None)
    for one, other in couples(body) if known is not None else ():
        if known is not None and _shares(other, known):
            _fill(wanting, one)
    for one in of_one_family(body):
        _fill(wanting, one)
    if house is not None and writer in wanting and not writer.name.surname:
        writer.name = with_surname(writer.name, house)


def _shares(name: Name, known: Name) -> bool:
    return (name.infix.casefold(), name.surname.casefold()) == (known.infix.casefold(), known.surname.casefold())


def _fill(wanting: list[Person], name: Name) -> None:
    for person in wanting:
        if person.name.given == name.given:
            person.name = name
