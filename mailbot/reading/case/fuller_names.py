"""Names that a letter says by halves, and in full elsewhere: in its subject, in its signature ("secretaresse van
wethouder Kim Bos"), in a quoted header. What is to stand on the badge goes before all of these.
"""

from collections.abc import Callable, Iterable, Iterator

from mailbot.reading.case.asking import Asking
from mailbot.reading.case.wanted_names import call_as_wanted
from mailbot.reading.names import Name, find, is_given, merged, same_person
from mailbot.reading.names.mailboxes import abbreviates, spells_whole
from mailbot.reading.names.people import Person
from mailbot.reading.names.sexes import called_so
from mailbot.reading.text.fold import fold


def fill_names(asking: Asking, elsewhere: Callable[[], Iterable[tuple[Name, str]]]) -> None:
    """Fill up the names of that letter's people. `elsewhere`: finds the names of the subject and of quoted letters,
    with the addresses that stand beside them; asked only where somebody is named by halves, for it reads them all."""
    wanting = [p for p in asking.roster.people if not p.name.is_full or _is_only_given(p.name)]
    known = [*elsewhere(), *((name, "") for name in _signed_beside(asking))] if wanting else []
    for person in wanting:
        fuller = [(name, email) for name, email in known if name.is_full and _may_be(person, name, email)]
        if person.name == Name() and any(same_person(p.name, name) for p in asking.roster.people for name, _ in fuller):
            continue  # "Els kan niet", from e.bos@: whether she writes herself isn't told
        if fuller and all(same_person(name, fuller[0][0]) for name, _ in fuller):
            _fill(person, fuller)
    call_as_wanted(asking)


def _may_be(person: Person, name: Name, email: str) -> bool:
    """Whether a whole name can be that person's: "mevrouw Bos" is no Piet Bos; of a writer without any name the address
    tells, which spells it or stands beside it: e.bos@, and "Beste Els Bos" in our letter below."""
    if person.name == Name():
        own = person.email or ""
        return person.is_writer and bool(own) and (email == own or spells_whole(own, name) or abbreviates(own, name))
    sex = called_so(name.given) if name.given and person.addressed else None
    return _are_one(name, person.name) and sex in (None, person.addressed)


def _is_only_given(name: Name) -> bool:
    """ "Harm Jan": two given names, and the second may be a surname only if nobody is called so with one."""
    return (
        bool(name.given)
        and not name.infix
        and " " not in name.surname
        and is_given(name.given)
        and is_given(name.surname)
    )


def _are_one(whole: Name, half: Name) -> bool:
    """ "Harm Jan Snippe" is whom "Harm Jan" means."""
    return fold(whole.given) == fold(str(half)) if _is_only_given(half) else same_person(whole, half)


def _fill(person: Person, fuller: list[tuple[Name, str]]) -> None:
    for name, _ in fuller:
        person.name = name if _is_only_given(person.name) else merged(person.name, name)
    if person.email is None and not person.is_writer:
        person.email = next((email for _, email in fuller if email), None)


def _signed_beside(asking: Asking) -> Iterator[Name]:
    """Who else than the writer is named in the signature."""
    split, writer = asking.sheet.parts, asking.writer
    for found in find(split.signature, split.below):
        if found.sure and found.title and not same_person(found.name, writer.name):
            yield found.name
