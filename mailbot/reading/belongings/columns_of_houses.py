"""A column that nothing calls, or not by a word that we know, in which houses stand: "Els Bos | Humanitas | jurist"."""

from collections.abc import Iterator, Sequence

from mailbot.reading import details
from mailbot.reading.belongings.list_houses import is_something_else
from mailbot.reading.belongings.statements import evidence_of
from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.entry import Cell
from mailbot.reading.letter.labels import is_empty
from mailbot.reading.lexicon.authorities import municipality_names
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found

FEWEST = 2  # rows
SHARE = 3  # at least one cell of so many has to be a house that we know


def houses_in_columns(asking: Asking, people: Sequence[Person]) -> None:
    """Give whoever has a row the house in it, where enough cells of that column are known to be some."""
    for cells in _columns(asking, people):
        houses = [_house(asking.text, cell) for _, cell in cells]
        known = sum(house is not None for house in houses)
        if len(cells) < FEWEST or not known or known * SHARE < len(cells):
            continue
        for (person, cell), house in zip(cells, houses, strict=True):
            found = house or _unknown_house(asking.text, cell)
            if found is not None:
                person.put("organisation", found.value, evidence_of(found))


def _columns(asking: Asking, people: Sequence[Person]) -> Iterator[list[tuple[Person, Cell]]]:
    """The cells of each column of no known kind, with whose row they stand in."""
    columns: dict[str, list[tuple[Person, Cell]]] = {}
    for entry in asking.entries:
        owner = next((person for person in people if (entry.start, entry.end) in person.spans), None)
        if owner is not None:
            for cell in entry.cells.get("other", ()):
                columns.setdefault(cell.label, []).append((owner, cell))
    yield from columns.values()


def _house(text: str, cell: Cell) -> Found | None:
    """The house that we know, where a cell holds nothing else."""
    for house in details.organisations(text, cell.start, cell.end):
        if text[cell.start : cell.end].strip(" .") == text[house.start : house.end].strip(" ."):
            return house
    return None


def _unknown_house(text: str, cell: Cell) -> Found | None:
    """What a cell of such a column holds: a town's municipality, or a name that we don't know."""
    said = text[cell.start : cell.end].strip(" .")
    town = municipality_names().get(fold(said))
    if town is not None:
        return Found(f"Gemeente {town}", cell.start, cell.end, "listed")
    if not said[:1].isupper() or is_empty(said) or is_something_else(said):
        return None
    read = (details.roles, details.diets, details.needs, details.phones, details.emails)
    known = any(finder(text, cell.start, cell.end) for finder in read)
    return None if known else Found(said, cell.start, cell.end, "listed")
