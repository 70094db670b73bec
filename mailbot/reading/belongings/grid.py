"""A grid of rounds and workshops: crosses, names or initials in its cells choose; a list of rounds has one column.

(empty)        12.00   14.00        Ronde   Workshop
Lokaal beleid  x                    1       Lokaal beleid
Vooroordelen           G + N        2       -
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mailbot.domain.event import Choice
from mailbot.domain.reading import Evidence
from mailbot.reading.belongings.chosen_tables import tables
from mailbot.reading.letter.labels import TICKS, asks_who_comes, field_of, is_empty, is_no, is_second_wish, is_yes
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.numerals import ROMAN
from mailbot.reading.workshops.boxes import BOX
from mailbot.reading.workshops.choices import ChoiceReader

BY = re.compile(r"[^\w'’-]+|\b(?:en|and)\b")
ALL, ME = frozenset(("allebei", "beiden", "beide", "samen", "allen", "both", "wij", "we")), frozenset(("ik", "me", "i"))


@dataclass(slots=True)
class Grid:
    """A grid at [start, end): what each of its cells says, and what it chooses by that."""

    start: int
    end: int
    cells: list[tuple[str, Choice]] = field(default_factory=list)
    rows: list[tuple[str, Choice]] = field(default_factory=list)  # whose row it is, and what its letters choose

    def choices_of(self, person: Person, people: list[Person]) -> tuple[Choice, ...]:
        """What that person chooses: by crosses, where nobody else could; by name or initial; with all others."""
        own = [choice for named, choice in self.rows if _is_named(person, named)]
        return tuple(dict.fromkeys([*own, *(choice for said, choice in self.cells if _means(said, person, people))]))


def grids(text: str, reader: ChoiceReader) -> list[Grid]:
    """The grids in that text."""
    found: list[Grid] = []
    short: dict[str, str] | None = None
    for start, end, rows in tables(text):
        head, body = rows[0], rows[1:]
        if [field_of(label) for label in head].count("name") == 1 and len(body) > 1:
            short = reader.abbreviations(text) if short is None else short
            if coded := list(_coded(head, body, reader, short)):
                found.append(Grid(start, end, rows=coded))
                continue
            if by_workshop := list(_by_workshop(head, body, reader)) or list(_by_choice(head, body, reader)):
                found.append(Grid(start, end, rows=by_workshop))
                continue
        cells = [*_crossed(head, body, reader), *_ticked(rows, reader)] or list(_listed(head, body, reader))
        if cells:
            found.append(Grid(start, end, cells))
        elif by_person := list(_by_person(head, body, reader)):
            found.append(Grid(start, end, rows=by_person))
    return found


def fill_in(grid: Grid, people: list[Person]) -> bool:
    """Give those people what a grid of rounds and workshops chooses for them; whether it chooses anything."""
    chosen = [(person, choices) for person in people if (choices := grid.choices_of(person, people))]
    for person, choices in chosen:
        anew = told_within(person, grid)  # as a form, its lines may have been taken for something else
        if anew or len(choices) > len(person.workshops) or not person.choices_known:
            person.workshops, person.choices_known = choices, True
            person.evidence["workshops"] = Evidence("text", grid.start, grid.end)
    return bool(chosen)


def told_within(person: Person, grid: Grid) -> bool:
    told = person.evidence.get("workshops")
    return told is not None and told.start < grid.end and grid.start < told.end


def in_every_row(rounds: list[int | None], people: list[Person]) -> None:
    """Give what a table's or list's rows choose without a round the one that the talk gives to all of them."""
    for person in people if len(rounds) == 1 else ():
        if person.choices_known and person.workshops and all(choice.round is None for choice in person.workshops):
            person.workshops = tuple(Choice(rounds[0], choice.workshop) for choice in person.workshops)


def _crossed(head: list[str], body: list[list[str]], reader: ChoiceReader) -> Iterator[tuple[str, Choice]]:
    rounds = {column: number for column, label in enumerate(head) if (number := _round(label, reader))}
    workshops = {column: slug for column, label in enumerate(head) if (slug := _workshop(label, reader))}
    for row in body:
        number, slug = _round(row[0], reader), _workshop(row[0], reader)
        for column, cell in enumerate(row[1:], 1):
            if len(rounds) > 1 and slug and column in rounds and cell:
                yield cell, Choice(rounds[column], slug)
            elif len(workshops) > 1 and number and column in workshops and cell:
                yield cell, Choice(number, workshops[column])


def _ticked(rows: list[list[str]], reader: ChoiceReader) -> Iterator[tuple[str, Choice]]:
    """Rows of rounds, each with a box for every workshop: "Ronde 1 | [ ] Lokaal beleid | [x] Vooroordelen"."""
    boxed = [(number, row[1:]) for row in rows if (number := _round(row[0], reader)) and any(map(BOX.match, row[1:]))]
    for number, row in boxed:
        ticked = [cell for cell in row if (box := BOX.match(cell)) and box["ticked"]]
        if len(ticked) == 1 and (slug := _workshop(ticked[0], reader)):
            yield "x", Choice(number, slug)


def _listed(head: list[str], body: list[list[str]], reader: ChoiceReader) -> Iterator[tuple[str, Choice]]:
    """A row for each round, and a column of what is chosen then; what is the second choice, or a remark, doesn't count:
    "Ronde | Tijd | Eerste keus | Tweede keus"."""
    columns = range(len(head))
    if "name" in map(field_of, head) or any(len(row) > len(head) for row in body):
        return
    of_rounds = [at for at in columns if _numbers_rows(at, body, reader)]
    wanted = [
        at
        for at in columns
        if at not in of_rounds
        and not is_second_wish(head[at])
        and any(at < len(row) and _workshop(row[at], reader) for row in body)
    ]
    if not of_rounds or len(wanted) != 1:
        return
    headless = _round(head[of_rounds[0]], reader) is not None
    asked = [at for at in columns if field_of(head[at]) == "coming" or asks_who_comes(head[at])]
    for row in [head, *body] if headless else body:
        if any(is_no(row[at]) for at in asked if at < len(row)):
            continue
        number = _round(row[of_rounds[0]], reader)
        slug = _workshop(row[wanted[0]], reader) if wanted[0] < len(row) else None
        if number and slug:
            yield "x", Choice(number, slug)


def _numbers_rows(at: int, body: list[list[str]], reader: ChoiceReader) -> bool:
    """Whether each cell of that column names a round, and each another one."""
    rounds = [_round(row[at], reader) if at < len(row) else None for row in body]
    return None not in rounds and len(set(rounds)) == len(rounds)


def _coded(
    head: list[str], body: list[list[str]], reader: ChoiceReader, short: dict[str, str]
) -> Iterator[tuple[str, Choice]]:
    """A column of nobody knows what, all of whose cells hold letters that the mail explains: whose row, and what."""
    kinds = [field_of(label) for label in head]
    name = kinds.index("name")
    for column, kind in enumerate(kinds):
        cells = [(row[name], row[column]) for row in body if len(row) > max(column, name) and not is_empty(row[column])]
        if kind is None and cells and all(cell in short for _, cell in cells):
            for named, cell in cells:
                number = _round(head[column], reader) or ROMAN.get(head[column].strip(" .:").casefold())
                yield named, Choice(number, short[cell])


def _by_person(head: list[str], body: list[list[str]], reader: ChoiceReader) -> Iterator[tuple[str, Choice]]:
    """Columns headed by people, rows by rounds: in each cell what they want then."""
    people = {at: label for at, label in enumerate(head) if at and label and not _round(label, reader)}
    rows = [(number, row) for row in body if (number := _round(row[0], reader))]
    if len(rows) < 2 or any(_workshop(label, reader) or field_of(label) for label in people.values()):
        return
    for number, row in rows:
        for at, named in people.items():
            if at < len(row) and (slug := _workshop(row[at], reader)):
                yield named, Choice(number, slug)


def _by_workshop(head: list[str], body: list[list[str]], reader: ChoiceReader) -> Iterator[tuple[str, Choice]]:
    """Columns headed by workshops, all of whose cells hold the rounds in which somebody wants it."""
    kinds = [field_of(label) for label in head]
    name = kinds.index("name")
    columns = {at: slug for at, label in enumerate(head) if at != name and (slug := _workshop(label, reader))}
    for column, slug in columns.items():
        cells = [(row[name], row[column]) for row in body if len(row) > max(column, name)]
        cells = [(named, cell) for named, cell in cells if not (is_empty(cell) or is_no(cell))]
        rounds = [reader.rounds_named(cell) for _, cell in cells]
        if all(rounds):
            for (named, _), numbers in zip(cells, rounds, strict=True):
                yield from ((named, Choice(number, slug)) for number in numbers)


def _by_choice(head: list[str], body: list[list[str]], reader: ChoiceReader) -> Iterator[tuple[str, Choice]]:
    """Columns each headed by a workshop in its round, or by a session of a course, and ticked: "2/11", "les 3"."""
    name = [field_of(label) for label in head].index("name")
    read = {at: reader.read(label).choices for at, label in enumerate(head) if at != name and label}
    columns = {at: choices[0] for at, choices in read.items() if len(choices) == 1 and choices[0].round is not None}
    ticked = [(row[name], at) for row in body for at in columns if at < len(row) and is_yes(row[at])]
    if len(columns) > 1:
        yield from ((named, columns[at]) for named, at in ticked)


def _is_named(person: Person, cell: str) -> bool:
    """Whether a cell holds that person's name."""
    said = fold(cell)
    if said == fold(person.name.given):
        return True
    return bool(person.name.given and person.name.surname) and all(
        fold(part) in said for part in (person.name.given, person.name.surname)
    )


def _round(label: str, reader: ChoiceReader) -> int | None:
    named = reader.rounds_named(label) if label else ()
    return named[0] if len(named) == 1 else None


def _workshop(label: str, reader: ChoiceReader) -> str | None:
    named = reader.workshops_named(label) if len(label) > 1 else ()
    return named[0] if len(named) == 1 else None


def _means(said: str, person: Person, people: list[Person]) -> bool:
    """Whether a cell that says "x", "Jan", "J + N" or "allebei" is that person's."""
    if len(people) == 1 and (fold(said) in TICKS or is_yes(said)):
        return True
    called = {fold(word) for word in BY.split(said) if word}
    if called & ALL or (called & ME and person.is_writer):
        return True
    forms = (person.name.given, person.name.surname, person.name.given[:1])
    own = {fold(form) for form in forms if form}
    others = {fold(p.name.given[:1]) for p in people if p is not person and p.name.given}
    return bool(called & (own - others))
