"""Names that a letter says by halves, and in full elsewhere: in its subject, in its signature ("secretaresse van
wethouder Kim Bos"), in a quoted header. What is to stand on the badge goes before all of these.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from mailbot.reading.case.asking import Asking
from mailbot.reading.case.spoken_names import with_spoken_hyphens
from mailbot.reading.case.wanted_names import call_as_wanted
from mailbot.reading.names import Name, find, is_given, merged, same_person
from mailbot.reading.names.mailboxes import abbreviates, spells_whole
from mailbot.reading.names.people import Person
from mailbot.reading.names.sexes import called_so
from mailbot.reading.text.fold import fold

ON_BEHALF = re.compile(r"\b(?:[Nn]amens|on behalf of) ")
LONGEST = 60  # characters of a name
MOST_BEHALVES = 20  # a hostile letter may have thousands
# Small words as people shorten them, with or without dots, and what they stand for.
SHORTENED = {"vd": "van (?:de[nr]?|het)", "v": "van"}


def fill_names(asking: Asking, subject: str, elsewhere: Callable[[], Iterable[tuple[Name, str]]]) -> None:
    """Fill up the names of that letter's people. `elsewhere`: finds the names of the subject and of quoted letters,
    with the addresses that stand beside them; asked only where somebody is named by halves, for it reads them all."""
    for person in asking.roster.people:
        if _letters(person.name.infix) in SHORTENED:
            person.name = _written_out(person.name, (asking.text, subject, asking.writer.email or ""))
    wanting = [p for p in asking.roster.people if _is_by_halves(p.name)]
    known = [*elsewhere(), *((name, "") for name in _signed_beside(asking))] if wanting else []
    for person in wanting:
        fuller = [(name, email) for name, email in known if name.is_full and _may_be(person, name, email)]
        if person.name == Name() and any(same_person(p.name, name) for p in asking.roster.people for name, _ in fuller):
            continue  # "Els kan niet", from e.bos@: whether she writes herself isn't told
        if fuller and all(same_person(name, fuller[0][0]) for name, _ in fuller):
            _fill(person, fuller)
    call_as_wanted(asking)
    with_spoken_hyphens(asking)


def _letters(infix: str) -> str:
    return re.sub(r"[ ./]", "", fold(infix))


def _written_out(known: Name, texts: Iterable[str]) -> Name:
    """That name with its small words as one of the texts has them whole, or an address in one: "albert van den brink",
    "a.vandenbrink@", of Albert vd Brink."""
    given, surname = re.escape(fold(known.given or known.initials[:1])), re.escape(fold(known.surname))
    if not given:
        return known
    rest = "" if known.given else r"[\w.]*"  # "Marloes van den Heuvel", of M. vd Heuvel
    small = SHORTENED[_letters(known.infix)]
    said = rf"(?<!\w){given}{rest} (?P<infix>{small}) {surname}(?!\w)"
    run = r"(?P<run>de[nr]?)" if " " in small else "(?P<run>)"
    addressed = rf"(?<![\w.]){given[0]}\w*?[._-]?van[._-]?{run}[._-]?{surname}@"
    for text in texts:
        whole = re.search(f"{said}|{addressed}", fold(text))
        if whole is not None:
            return replace(known, infix=whole["infix"] or f"van {whole['run']}".rstrip())
    return known


def _may_be(person: Person, name: Name, email: str) -> bool:
    """Whether a whole name can be that person's: "mevrouw Bos" is no Piet Bos; of a writer without any name the address
    tells, which spells it or stands beside it: e.bos@, and "Beste Els Bos" in our letter below."""
    if person.name == Name():
        own = person.email or ""
        return person.is_writer and bool(own) and (email == own or spells_whole(own, name) or abbreviates(own, name))
    sex = called_so(name.given) if name.given and person.addressed else None
    return _are_one(name, person.name) and sex in (None, person.addressed)


def _is_by_halves(name: Name) -> bool:
    """Whether more of a name may stand elsewhere: a surname, or the given name of which there are but initials."""
    return not name.is_full or not name.given or _is_only_given(name)


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
    """Who else than the writer is named in the signature, or beside the greeting: "mede namens Farida Amatdanoe"."""
    split, writer, text = asking.sheet.parts, asking.writer, asking.text
    for found in find(split.signature, split.below):
        if found.sure and found.title and not same_person(found.name, writer.name):
            yield found.name
    for words in islice(ON_BEHALF.finditer(text), MOST_BEHALVES):
        named = find(text, words.end(), words.end() + LONGEST)
        if named and named[0].start == words.end() and named[0].name.is_full:
            yield named[0].name
