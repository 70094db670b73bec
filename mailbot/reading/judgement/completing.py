"""What the second reader adds to a reading beside who comes: for whom somebody works, what they do, what they eat.

    the rules found no value, and it is sure of a passage                            the passage
    the rules found one where it sees none, and it is certain of another passage     that passage

It adds no needs of access: of those it knows too few. Nor does it take any value away.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from mailbot.domain.reading import Action, Evidence, Reading, Request
from mailbot.reading.belongings.employers import BADGE_BEHIND
from mailbot.reading.belongings.no_employers import is_of_no_one
from mailbot.reading.belongings.signed_employer import UNIVERSITY
from mailbot.reading.belongings.statements import clause_before
from mailbot.reading.details import diets, is_town_of_no_official, needs, organisation_of, organisations, places, roles
from mailbot.reading.lexicon import word_set
from mailbot.reading.names.titles import FORMAL_TITLES
from mailbot.reading.second_reader import Belongings, Opinion
from mailbot.reading.second_reader.belongings import Passage
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found

TEXT = "text"
MUNICIPALITY = re.compile(r"^(?:de\s+)?gemeente\s+", re.IGNORECASE)
NAMED = re.compile(r"[A-ZÀ-Þ][\w'’-]*(?:\s+[\w'’&-]+)+")  # of several words, the first with a capital


# What is no house or title, whatever stands before it: "Van: 12 tot 14 uur"
NO_VALUE = re.compile(r"\d|(?:\S+\s+){6}\S")
BEHIND = 30  # characters behind a house in which it is told that somebody was of it
I_AM = re.compile(r"\b(?:ik ben|ben ik|i am|i'm)\s(?:\w+\s){0,2}$")
VERB = re.compile(r"\w+(?:eer|eert|eren)")
LONGEST = 80  # characters of a value: what is longer is a sentence
NEVER = 2.0


def _finds_nothing(_: str) -> Iterable[Found]:
    return ()


def _diets_and_needs(text: str) -> tuple[Found, ...]:
    """An allergy to latex is no diet."""
    return (*diets(text), *needs(text))


@dataclass(frozen=True, slots=True)
class Bounds:
    """From where a passage is believed where the rules found nothing; from where against what they found, and up to
    where that is taken for something else. `known_by`: how the rules find such a thing, which leaves nothing to add
    where they do; but from `certain` on."""

    fills: float
    replaces: float = NEVER
    against: float = 0.0
    known_by: Callable[[str], Iterable[Found]] = _finds_nothing
    certain: float = NEVER


BOUNDS: Mapping[str, Bounds] = MappingProxyType(
    {
        # certain: from where a town alone is a house, too, for whoever is "uit Holten" may only live there
        "organisation": Bounds(fills=0.9, replaces=0.97, against=0.1, known_by=organisations, certain=0.99),
        "role": Bounds(fills=0.85, replaces=0.97, against=0.02, known_by=roles, certain=0.985),
        "diet": Bounds(fills=0.9, known_by=_diets_and_needs),
    }
)


def lacks_details(reading: Reading) -> bool:
    """Whether it is worth the time to ask: somebody comes of whom most would have told more."""
    coming = (request for request in reading.requests if request.action is Action.REGISTER)
    return any(not (request.organisation and request.role) for request in coming)


def completed(reading: Reading, opinion: Opinion) -> Reading:
    """That reading with those values of whoever comes."""
    return replace(
        reading, requests=tuple(_completed(request, opinion, reading.requests) for request in reading.requests)
    )


def _completed(request: Request, opinion: Opinion, everybody: Sequence[Request]) -> Request:
    theirs = opinion.belongings_of(str(request.name)) if request.action is Action.REGISTER else None
    if theirs is None:
        return request
    evidence, found = dict(request.evidence), dict[str, Any]()
    others = [other for other in everybody if other is not request]
    for key, bounds in BOUNDS.items():
        passage = max(theirs.passages(key), key=lambda passage: passage.likely, default=None)
        if passage is None or _is_headed(passage, theirs):
            continue
        if getattr(request, key):
            better = _replaces(passage, evidence.get(key), theirs, key)
            better = better and not (key == "role" and _is_taken(passage, key, others))  # the title of the next line
            better = better and not (key == "organisation" and _is_anothers(passage, request, theirs, others))
            better = better and not (key == "organisation" and _is_part(passage, request, theirs))
        else:
            better = _fills(passage, theirs.letter.text, bounds) and not _is_taken(passage, key, others)
            better = better and not (key == "role" and _is_writers(passage, request, theirs))
        value = _value(key, theirs.letter.text[passage.start : passage.end], passage.likely) if better else ""
        if key == "organisation" and value and _is_of_no_one(passage, theirs):
            continue
        if value and not (key == "organisation" and _is_somebody(value, everybody)):
            found[key], evidence[key] = value, Evidence(TEXT, passage.start, passage.end)
    return replace(request, **found, evidence=tuple(sorted(evidence.items()))) if found else request


def _is_anothers(passage: Passage, request: Request, theirs: Belongings, others: Iterable[Request]) -> bool:
    """Whether that house is the next line's, or stands below the letter of somebody else; whoever has an address there
    is of it all the same."""
    if request.email and organisation_of(request.email) is not None:
        return False
    asking = theirs.letter.asking
    signed = passage.start >= asking.sheet.parts.below and request.name != str(asking.writer.name)
    return signed or _is_taken(passage, "organisation", others)


def _is_part(passage: Passage, request: Request, theirs: Belongings) -> bool:
    """Whether that is the institute of a university that the rules found: "Institute of Law, Leiden University"."""
    words = theirs.letter.text[passage.start : passage.end]
    return UNIVERSITY.search(request.organisation or "") is not None and UNIVERSITY.search(words) is None


def _is_of_no_one(passage: Passage, theirs: Belongings) -> bool:
    """Whether the rules know that whoever speaks of that house so isn't of it: "als inwoner van", "oud-raadslid in"."""
    text, found = theirs.letter.text, Found("", passage.start, passage.end)
    if fold(text[passage.start : passage.end]) in places() and is_town_of_no_official(text, passage.start):
        return True
    return is_of_no_one(clause_before(text, found), fold(text[passage.end : passage.end + BEHIND]))


def _is_somebody(value: str, everybody: Sequence[Request]) -> bool:
    """ "Frans Kuiper - 06 ..." on a line of its own: who comes, and no house."""
    return any(fold(value) == fold(request.name or "") for request in everybody)


def _is_taken(passage: Passage, key: str, others: Iterable[Request]) -> bool:
    """Whether the rules gave that passage to somebody else: "Noor de Boer, jurist, en ik"."""
    told = (where for other in others for name, where in other.evidence if name == key and where.part == TEXT)
    return any(where.start < passage.end and passage.start < where.end for where in told)


def _is_writers(passage: Passage, request: Request, theirs: Belongings) -> bool:
    """ "Ik ben hun griffier en blijf thuis": of nobody but the writer."""
    said = I_AM.search(fold(theirs.letter.text[max(0, passage.start - 40) : passage.start]))
    return said is not None and request.name != str(theirs.letter.asking.writer.name)


def _is_headed(passage: Passage | Evidence, theirs: Belongings) -> bool:
    """Whether those words stand in a table or form, whose heads and labels tell what they are and whose."""
    cells = (cell for entry in theirs.letter.asking.entries for row in entry.cells.values() for cell in row)
    return any(cell.start < passage.end and passage.start < cell.end for cell in cells)


def _fills(passage: Passage, text: str, bounds: Bounds) -> bool:
    """Whether it tells what the rules oversaw; not what they know and left to nobody: "halal? nee, ik eet alles"."""
    if passage.likely < bounds.fills or text[passage.end :].lstrip(" .\t").startswith(":"):
        return False  # "Delegate: Ann Marlow" has no role
    if passage.likely >= bounds.certain:
        return True
    return not any(known.start < passage.end and passage.start < known.end for known in bounds.known_by(text))


def _replaces(passage: Passage, where: Evidence | None, theirs: Belongings, key: str) -> bool:
    """Whether it tells that, and not the words in which the rules found it."""
    if where is None or where.part != TEXT or passage.likely < BOUNDS[key].replaces:
        return False  # what an address or a header tells, it doesn't see
    if key == "organisation" and BADGE_BEHIND.match(theirs.letter.text, where.end):
        return False  # "zet dus Tiel op mijn badge", above the writer's own bureau
    if _is_headed(where, theirs) and not NO_VALUE.search(theirs.letter.text[where.start : where.end]):
        return False
    return theirs.likely(key, where.start, where.end) <= BOUNDS[key].against


def _value(key: str, passage: str, likely: float) -> str:
    """That passage as one would print it; nothing where it is none: a town in which somebody lives."""
    said = " ".join(passage.split()).strip(" ,.;:()")
    if key == "role" and fold(said) in FORMAL_TITLES:
        return ""  # "mevrouw", before the next name
    if key == "role" and (_is_house(said) or VERB.fullmatch(fold(said))):
        return ""  # "stadsdeel West", "fractie", "Klant Contact Centrum"; "ik coördineer"
    if key != "organisation":
        return said if len(said) <= LONGEST else ""
    town = MUNICIPALITY.sub("", said)
    if fold(town) in places():
        said = f"gemeente {town}" if town != said or likely >= BOUNDS[key].certain else ""
    known = next((found.value for found in organisations(said)), None)
    return known or (said if NAMED.fullmatch(said) and len(said) <= LONGEST else "")


def _is_house(said: str) -> bool:
    """Whether those words are a body's name, or a kind of body, and no title."""
    listed = said.split()
    if not listed or any(roles(said)):
        return False
    first, last = fold(listed[0]), listed[-1]
    begins = first in word_set("organisations", "parties") or first in word_set("roles", "of_bodies")
    return begins or (last[0].isupper() and fold(last) in word_set("organisations", "tails"))
