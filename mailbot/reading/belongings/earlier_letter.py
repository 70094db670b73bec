"""What somebody told of themselves in an earlier letter: one that they send once more ("onderstaande mail stuurde ik
ook al, ik hoorde niets"), or one that whoever signs them up has below ("Willen jullie Els en mij inschrijven?")."""

import re
from collections.abc import Callable
from functools import cache

from mailbot.domain.reading import Evidence
from mailbot.reading import details
from mailbot.reading.belongings.employer_words import states_employer
from mailbot.reading.belongings.statements import TEXT, clause_before
from mailbot.reading.belongings.titles import states_role
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.letter.page import Sheet
from mailbot.reading.lexicon import words
from mailbot.reading.names import same_person
from mailbot.reading.names.people import Person, from_address
from mailbot.reading.names.person_name import given_names
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.lookup import Lookup, lookup

NO_MORE_THAN_A_NAME = 3  # words of a signature
OTHERS = re.compile(r"\b(?:collega\w*|hij|zij|ze|vrouw|man|zoon|dochter|he|she|colleagues?)\b")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
Finder = Callable[..., tuple[Found, ...]]
EATEN: tuple[tuple[str, Finder], ...] = (("diet", details.diets), ("access", details.needs))


def tell_again(case: Case, asking: Asking, people: list[Person]) -> None:
    """Give a writer who comes alone what an earlier letter of theirs says below, where this one speaks of it."""
    writer = asking.writer
    if people != [writer] or asking.relayed or case.confirmations or not case.quoted:
        return
    own = [page for page in case.quoted if not page.letter.ours and is_by(page, writer)]
    if own and len(asking.sheet.parts.signature.split()) <= NO_MORE_THAN_A_NAME:
        _take_signature(own[0], writer)  # whoever answers in a word signs only the first letter in full
    body = fold(asking.sheet.parts.body)
    if not _sent_before().search(body, 0, len(body)):
        return
    if own:
        _take_from(own[0].parts.body, writer)


def tell_of_authors(case: Case, asking: Asking, people: list[Person]) -> None:
    """Give whoever is signed up by somebody else what their own letter below says: their signature's, and what they eat
    and need, or tell of another who comes."""
    if asking.relayed or case.confirmations:
        return
    taken_back = [key for key, finder in EATEN if any(f.negated or f.kind == "none" for f in finder(asking.text))]
    for page in case.quoted:
        author = next((p for p in people if not p.is_writer and not page.letter.ours and is_by(page, p)), None)
        if author is not None:
            _take_signature(page, author)
            for key, finder in EATEN if not taken_back else ():
                _take_told(page.parts.body, key, finder, author, people)


def _take_told(body: str, key: str, finder: Finder, author: Person, people: list[Person]) -> None:
    """What a letter tells of its author, or of whoever of those people its sentence begins with."""
    clauses = Clauses(body)
    for found in finder(body):
        start, end = clauses.sentence_at(found.start)
        first = WORD.search(body, start, end)
        named = [p for p in people if first and p.name.given == first[0]]
        others = _is_of_others(body, start, end) or any(
            _is_named(body, start, end, p) for p in people if p is not author
        )
        others = others or bool(first and first[0] != author.name.given and fold(first[0]) in given_names())
        whose = named[0] if len(named) == 1 else None if others else author
        if whose is not None and found.kind != "none" and not found.negated:
            whose.put(key, found.value, Evidence(TEXT, found.start, found.end))


def _is_named(body: str, start: int, end: int, person: Person) -> bool:
    said = person.name.given or person.name.surname
    return bool(said) and said in WORD.findall(body, start, end)


def _take_signature(page: Sheet, writer: Person) -> None:
    signature = page.parts.signature
    for key, found in (
        ("role", details.roles(signature)),
        ("organisation", details.organisations(signature, signature=True, email=writer.email)),
        ("phone", details.phones(signature)),
    ):
        for one in found[:1]:
            writer.put(key, one.value, Evidence(TEXT, one.start, one.end))


def _take_from(body: str, writer: Person) -> None:
    for title in details.roles(body):
        if title.kind != "plural" and states_role(clause_before(body, title)):
            writer.put("role", title.value, Evidence(TEXT, title.start, title.end))
    for house in details.organisations(body, email=writer.email):
        if states_employer(clause_before(body, house)):
            writer.put("organisation", house.value, Evidence(TEXT, house.start, house.end))
    clauses = Clauses(body)
    for key, finder in EATEN:
        for found in finder(body):
            if (
                found.kind != "none"
                and not found.negated
                and not _is_of_others(body, *clauses.sentence_at(found.start))
            ):
                writer.put(key, found.value, Evidence(TEXT, found.start, found.end))


def _is_of_others(body: str, start: int, end: int) -> bool:
    """Whether that sentence asks something, or speaks of somebody else."""
    return body[start:end].rstrip().endswith("?") or OTHERS.search(fold(body), start, end) is not None


def is_by(page: Sheet, person: Person) -> bool:
    """Whether that person wrote a quoted letter."""
    name = from_address(page.letter.author) if page.letter.author else None
    return name is not None and same_person(name, person.name)


@cache
def _sent_before() -> Lookup:
    return lookup(words("correspondence", "sent_before"))
