"""Names that a letter says by halves, and in full elsewhere: in its subject, in its signature ("secretaresse van
wethouder Kim Bos"), in a quoted header. What is to stand on the badge goes before all of these.
"""

import re
from collections.abc import Iterable, Iterator

from mailbot.reading.case.asking import Asking
from mailbot.reading.names import Name, find, merged, same_person
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold

BADGE = re.compile(
    r"\b(?:op|voor|on|for)\s(?:(?:een|het|de|haar|zijn|hun|mijn|z'n|m'n|the|a|her|his|their|my)\s)?"
    r"(?:naam)?(?:badge|kaartje|bordje|sticker|plaatje|name ?tag)s?\b"
)
BEHIND_BADGE = re.compile(r"[^.!?\n]{0,40}?(?=\s[^\W\d_a-z])")
REACH = 100  # characters between such words and the name's end
NOT_WANTED = re.compile(r"\b(?:staat|stond|niet|geen|fout|verkeerd\w*|abusievelijk|was|not|wrong\w*|instead)\b")


def fill_names(asking: Asking, elsewhere: Iterable[tuple[Name, str]]) -> None:
    """Fill up the names of that letter's people. `elsewhere`: names of the subject and of quoted letters, with the
    addresses that stand beside them."""
    wanting = [p for p in asking.roster.people if not p.name.is_full and p.name != Name()]
    known = [*elsewhere, *((name, "") for name in _signed_beside(asking))] if wanting else []
    for person in wanting:
        fuller = [(name, email) for name, email in known if name.is_full and same_person(name, person.name)]
        if fuller and all(same_person(name, fuller[0][0]) for name, _ in fuller):
            _fill(person, fuller)
    _put_on_badges(asking)


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


def _put_on_badges(asking: Asking) -> None:
    """ "Zij heet voluit Kim Bos-de Wit, maar op het naamkaartje graag Kim Bos": the shorter form is wanted."""
    for name in _badges(asking.sheet.parts.body):
        for person in asking.roster.people:
            if same_person(person.name, name) and _is_shorter(name, person.name):
                person.name = name


def _badges(body: str) -> Iterator[Name]:
    """The whole names that are said to go on a badge."""
    for badge in BADGE.finditer(fold(body)):
        between = BEHIND_BADGE.match(body, badge.end())
        if between is None or NOT_WANTED.search(fold(between[0])):
            continue
        found = find(body, between.end(), badge.end() + REACH)
        if found and found[0].name.is_full and found[0].start <= between.end() + 1:
            yield found[0].name


def _is_shorter(name: Name, full: Name) -> bool:
    halved = fold(full.surname).startswith(f"{fold(name.surname)}-")
    return halved or fold(full.given).startswith(f"{fold(name.given)} ")
