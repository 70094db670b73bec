"""Lists of rounds below a line that says whose they are: "Workshops Jantine:", "Keuze van Els:", "Voor mijzelf:". As a
form they would all be the writer's.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mailbot.reading.case.asking import Asking
from mailbot.reading.lexicon import word_set
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold

COLON = re.compile(r":[^\S\n]*\n")
CUT = re.compile(r"[.!?:]\s")
# "Marije", and on the next line "Ronde 1: ..."
NAME_ALONE = re.compile(
    r"^(?P<name>[A-Z][\w'’-]{1,20}(?:\s[\w'’-]{1,20}){0,3})[^\S\n]*\n(?=(?:[-*•·–]\s)?(?:[Rr]onde|[Rr]ound|R)\s?\d)",
    re.MULTILINE,
)
LONGEST = 60  # characters of such a heading
WORD = re.compile(r"[^\W\d_][\w'’-]*")
MINE, OURS = frozenset(("mijn", "my", "mijne")), frozenset(("onze", "our", "ons", "wij", "we", "us"))
THEIRS = frozenset(("zij", "ze", "hij", "haar", "hem", "zijn", "she", "he", "her", "him", "his", "they"))
ITEM = re.compile(r"[^\S\n]*(?:[-*•·–]\s|\(?\d{1,2}[.):]|r(?:onde)?\s?\d|round\s\d|\d{1,2}e\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeadedList:
    """The lines at [start, end), their heading among them, and whose they are."""

    start: int
    end: int
    people: tuple[Person, ...]


def headed_lists(
    asking: Asking, people: list[Person], called: Callable[[str], list[Person]], speaks: Callable[[int, int], bool]
) -> list[HeadedList]:
    """Such lists of a letter about several people. `called`: who is meant by a name; `speaks`: whether a line tells of
    a round or workshop."""
    text = asking.sheet.parts.body
    found: list[HeadedList] = []
    for start, heading, end in _headings(text) if len(people) > 1 else ():
        whose = _named(heading, asking, people, called) if len(heading) <= LONGEST else ()
        stop = _end_of_items(text, end, speaks) if whose else end
        if stop > end and not _names_anybody(text, end, stop, asking, called):
            found.append(HeadedList(start, stop, whose))
    return found


def _headings(text: str) -> Iterator[tuple[int, str, int]]:
    """What may be one, with its place: what ends in a colon at a line's end, and a name alone above a round."""
    for colon in COLON.finditer(text):
        line = text.rfind("\n", 0, colon.start()) + 1
        start = max((cut.end() for cut in CUT.finditer(text, line, colon.start())), default=line)
        yield start, text[start : colon.start()], colon.end()
    for name in NAME_ALONE.finditer(text):
        yield name.start(), name["name"], name.end()


def _named(
    heading: str, asking: Asking, people: list[Person], called: Callable[[str], list[Person]]
) -> tuple[Person, ...]:
    """Whom a heading names: one by name, or the writer, or all of us."""
    words = WORD.findall(heading)
    named = [person for word in words if word[0].isupper() for person in called(word) if person in people]
    whole = [person for person in people if len(words) > 1 and fold(str(person.name)) in fold(heading)]
    if ids := {id(person): person for person in (*named, *whole)}:
        return tuple(ids.values())
    said = {fold(word) for word in words}
    if said & THEIRS:
        return ()  # "zij volgt wat ik niet volg:"
    if said & (word_set("choices", "me") | MINE):
        return tuple(person for person in people if person is asking.writer)
    return tuple(people) if said & OURS else ()


def _names_anybody(text: str, start: int, end: int, asking: Asking, called: Callable[[str], list[Person]]) -> bool:
    """ "Onze opgave:" above an item for each: these tell by themselves whose they are."""
    forms = {(entry.start, entry.end) for entry in asking.entries}  # a span, too, of whom it was taken for
    if any(start <= at < end and (at, to) not in forms for p in asking.roster.people for at, to in p.spans):
        return True
    return any(word[0][0].isupper() and called(word[0]) for word in WORD.finditer(text, start, end))


def _end_of_items(text: str, start: int, speaks: Callable[[int, int], bool]) -> int:
    """Where the items end that begin there, an empty line above them at most; where none tells a round, that place."""
    end, told = start, False
    for line in _lines(text, start):
        if not text[slice(*line)].strip():
            if end > start:
                break
            continue
        if not ITEM.match(text, line[0]):
            break
        end, told = line[1], told or speaks(*line)
    return end if told else start


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1
