"""Who comes by an answer to what we asked back: the names that we missed, which event was meant, whether both come.

We asked because somebody wants to come, so an answer needs no word of coming: "Voluit Yassin Abid.", "Die van 30
maart", "Mijn collega heet Els Bakker". Whoever is named in it comes, unless the answer says otherwise of them; the
writer comes where the name or the event asked for is theirs.
"""

import re
from dataclasses import replace

from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import ASKS_NAMES, ASKS_WHETHER, Case
from mailbot.reading.letter.yes import confirms
from mailbot.reading.names import Name, from_header, merged, same_person
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold

LINE = re.compile(r"\S[^\n]*")
MOST_WORDS = 5
LONGEST = 60  # words: whoever says more says something of their own
AGAINST = frozenset({Stance.CANCELS, Stance.REPLACES, Stance.LATER})


def answering(case: Case, asking: Asking, coming: list[Person]) -> list[Person]:
    """Those who come beside `coming`, by an answer to our question below; nobody where we asked nothing."""
    asked = case.asked_back
    account = asking.account
    if asked is None or asking.relayed or asking.sheet.words > LONGEST or AGAINST.intersection(account.said):
        return []
    if account.doubts or (account.wonders and not coming):
        return []  # a question, or a reservation, is no answer
    whether = ASKS_WHETHER.search(asked.letter.text) is not None
    people: list[Person] = []
    if ASKS_NAMES.search(asked.letter.text):
        _call_writer(asking)
        people = [p for p in _named(asking) if p not in coming]
        _fill_up(asking, people)
    elif whether and _all(asking):
        people = [p for p in _named(asking) if p not in coming]
    if asking.writer not in coming and _writer_answers(asking, others=bool(people or coming), whether=whether):
        people.append(asking.writer)
    for person in people:
        person.mark_coming(min((start for start, _ in person.spans), default=0), enrolled=True)
        person.passing = False
    return people


def tells_beyond_answers(case: Case, asking: Asking, coming: list[Person], cancels: list[Person]) -> bool:
    """Whether who filled in between our lines what we must know of them gives the seat up, too, or only others come:
    "Nee. Mijn collega Els Bos komt ook." """
    if asking.relayed or not case.is_filled_in:
        return False
    return bool(cancels) or (bool(coming) and asking.writer not in coming)


def _named(asking: Asking) -> list[Person]:
    """Whoever the answer names in full beside the writer, and says nothing else of."""
    body = asking.sheet.parts.body
    return [
        person
        for person in asking.roster.people
        if person.is_waiting and person.name.is_full and any(body[start:end].strip() for start, end in person.spans)
    ]


def _call_writer(asking: Asking) -> None:
    """ "Natuurlijk, sorry! Fatima Belhaj." is the writer's own name, where no header gives another."""
    writer, named = asking.writer, _named(asking)
    if not named and len(writer.name.surname.strip(".")) == 1:
        _call_in_small_letters(writer, asking.sheet.letter.text)
    if len(named) != 1 or writer.name.is_full:
        return
    (person,) = named
    if writer.name == Name() or same_person(writer.name, person.name):
        writer.name = person.name if writer.name == Name() else merged(writer.name, person.name)
        writer.spans += person.spans
        writer.sure = writer.sure or person.sure
        asking.roster.people.remove(person)


def _call_in_small_letters(writer: Person, text: str) -> None:
    """ "shirin mohammadi", a line to itself in the answer of "Shirin M."."""
    for line in LINE.finditer(text):
        said = line[0].strip(" .,!-")
        name = from_header(said) if said.islower() and 1 < len(said.split()) <= MOST_WORDS else None
        if name is not None and name.is_full and _is_initial_of(writer.name, name):
            writer.name = name
            writer.spans.append(line.span())
            return


def _is_initial_of(short: Name, name: Name) -> bool:
    initial = short.surname.strip(".").casefold()
    return fold(name.given) == fold(short.given) and name.surname.casefold().startswith(initial)


def _fill_up(asking: Asking, people: list[Person]) -> None:
    """ "De heer T. van der Sanden, voornaam Teun": the first name that we asked for, of who is known by initials."""
    for person in people:
        if person.name.given or not person.name.initials:
            continue
        given = [other for other in asking.roster.people if other.is_waiting and _is_first_of(other.name, person.name)]
        if len(given) == 1:
            person.name = replace(person.name, given=given[0].name.given, initials="")
            asking.roster.people.remove(given[0])


def _is_first_of(given: Name, name: Name) -> bool:
    return bool(given.given) and not given.surname and given.given[0].casefold() == name.initials[0].casefold()


def _all(asking: Asking) -> bool:
    return any(unit.has("all", "party") for unit in asking.sheet.units)


def _writer_answers(asking: Asking, *, others: bool, whether: bool) -> bool:
    """Whether the answer is about the writer's own seat: the name is theirs, or it says yes, or which event."""
    writer, body, units = asking.writer, asking.sheet.parts.body, asking.sheet.units
    if writer.stays_away or writer.booked or not writer.name.is_full:
        return False
    if others and not (_all(asking) or any(unit.has("myself_too") for unit in units)):
        return False
    if any(body[start:end].strip() for start, end in writer.spans):
        return True
    agrees = any(confirms(body[unit.start : unit.end]) for unit in units)
    which = {slug for m in asking.sheet.events if not m.negated for slug in m.events}
    return whether and (agrees or len(which) == 1)
