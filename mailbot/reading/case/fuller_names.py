"""Names that a letter says by halves, and in full elsewhere: in its subject, in its signature ("secretaresse van
wethouder Kim Bos"), in a quoted header. What is to stand on the badge goes before all of these.
"""

from collections.abc import Callable, Iterable, Iterator

from mailbot.reading.case.asking import Asking
from mailbot.reading.case.wanted_names import call_as_wanted
from mailbot.reading.names import Name, find, merged, same_person
from mailbot.reading.names.people import Person


def fill_names(asking: Asking, elsewhere: Callable[[], Iterable[tuple[Name, str]]]) -> None:
    """Fill up the names of that letter's people. `elsewhere`: finds the names of the subject and of quoted letters,
    with the addresses that stand beside them; asked only where somebody is named by halves, for it reads them all."""
    wanting = [p for p in asking.roster.people if not p.name.is_full and p.name != Name()]
    known = [*elsewhere(), *((name, "") for name in _signed_beside(asking))] if wanting else []
    for person in wanting:
        fuller = [(name, email) for name, email in known if name.is_full and same_person(name, person.name)]
        if fuller and all(same_person(name, fuller[0][0]) for name, _ in fuller):
            _fill(person, fuller)
    call_as_wanted(asking)


def _fill(person: Person, fuller: list[tuple[Name, str]]) -> None:
    for name, _ in fuller:
        person.name = merged(person.name, name)
    if person.email is None and not person.is_writer:
        person.email = next((email for _, email in fuller if email), None)


def _signed_beside(asking: Asking) -> Iterator[Name]:
    """Who else than the writer is named in the signature."""
    split, writer = asking.sheet.parts, asking.writer
    for found in find(split.signature, split.below):
        if found.sure and found.title and not same_person(found.name, writer.name):
            yield found.name
