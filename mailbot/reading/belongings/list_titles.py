"""Titles that only their place in a list tells: "idem" below "Els Bos, jurist", and "Wim Pot, leesopa" among others
whose title stands behind their name.

A line's parts are what its commas, dashes and brackets divide, behind the name. What is an unknown word in the place of
the title counts only where it can be said of somebody ("wijkdichter"), and where nothing else is known of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mailbot.domain.reading import Evidence
from mailbot.reading import details
from mailbot.reading.account.people_words import PEOPLE
from mailbot.reading.belongings.present_titles import is_former
from mailbot.reading.belongings.statements import TEXT
from mailbot.reading.case.asking import Asking
from mailbot.reading.lexicon import word_set, words
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

DIVIDES = late(r"\s?[,;|()\n]\s?|\s[-–—]\s|\s?:\s")
AGAIN = late(
    r"(?:(?:ook|en|functie|also)\s)?(?:idem|id|dito|ditto|same|likewise|eveneens|hetzelfde|zelfde|dezelfde|the same"
    r"|(?:de\s|het\s|the\s)?(?:(?:de)?zelfde|same)\s(?:functie|titel|rol|functie en organisatie|role|title|position)"
    r"|(?:zie|als|zoals|as|see)\s(?:hier)?(?:boven|above))(?:\s(?:als|as)\s\w+)?(?P<elsewhere>\s(?:bij|van|at|of)\s.+)?|[\"“”″〃']{1,2}|,,"
)
WORDS = late(r"[^\W\d_]{3,}(?:-[^\W\d_]+)*(?:\s[^\W\d_]+(?:[-/][^\W\d_]+)*){0,4}")
AND = re.compile(r"\s(?:en|and|&)\s")
JOINS = re.compile(r"\s(?:en|and|annex|van|voor|of|for|bij|in|at)\s")
FEWEST = 2  # lines with a title, before a word in its place is one
LONGEST = 40  # characters of such a title


@dataclass(frozen=True, slots=True)
class Line:
    """What one line of a list says of somebody: where its parts stand."""

    person: Person
    start: int
    end: int
    parts: tuple[tuple[int, int], ...]


def repeat_line_above(asking: Asking, people: Sequence[Person], *keys: str) -> None:
    """ "Wim Pot, idem": give him what the line above says of hers in that place; where nothing else stands in his line,
    all that hers says."""
    for lines in lines_of_lists(asking):
        model: Line | None = None
        for line in lines:
            parts = [_again(asking.text[slice(*part)]) for part in line.parts]
            if not any(parts):
                model = line
            elif model is not None and line.person in people:
                for at, again in enumerate(parts[: len(model.parts)]):
                    if again is not None:
                        elsewhere = again["elsewhere"] is not None  # "idem bij de gemeente Ede"
                        _repeat(model, line, at, [key for key in keys if key == "role" or not elsewhere])


def _repeat(model: Line, line: Line, at: int, keys: Sequence[str]) -> None:
    start, end = (model.parts[0][0], model.end) if len(line.parts) == 1 else model.parts[at]
    for key in keys:
        told = model.person.evidence.get(key)
        if told is not None and told.part == TEXT and start <= told.start < end:
            line.person.put(key, getattr(model.person, key), Evidence(TEXT, *line.parts[at]))


def _again(part: str) -> re.Match[str] | None:
    return AGAIN.fullmatch(fold(part).strip(" ."))


def titles_by_place(asking: Asking, people: Sequence[Person]) -> None:
    """ "- Els Bos, jurist", "- Wim Pot, leesopa": give him the word that stands where hers is a title."""
    for lines in lines_of_lists(asking):
        titled = [line for line in lines if line.parts and _is_titled(asking, line)]
        if len(titled) < FEWEST or len(titled) * 2 < len(lines):
            continue
        for line in lines:
            if line.parts and line.person in people and line.person.role is None:
                _give_title(asking, line)


def _give_title(asking: Asking, line: Line) -> None:
    start, end = line.parts[0]
    while is_former(asking.text[start:end]) and (more := AND.search(asking.text, start, end)):
        start = more.end()  # "oud-collega en leesopa"
    if _may_be_title(asking, start, end):
        line.person.put("role", asking.text[start:end], Evidence(TEXT, start, end))


def _is_titled(asking: Asking, line: Line) -> bool:
    told = line.person.evidence.get("role")
    start, end = line.parts[0]
    return told is not None and told.part == TEXT and start <= told.start < end


def _may_be_title(asking: Asking, start: int, end: int) -> bool:
    part = fold(asking.text[start:end])
    if end - start > LONGEST or not WORDS.fullmatch(part) or not asking.text[start].islower() or is_former(part):
        return False
    if part.split()[0] in word_set("roles", "no_first_words") or not _is_somebody(JOINS.split(part, maxsplit=1)[0]):
        return False
    unit = next((u for u in asking.sheet.units if u.start <= start < u.end), None)
    cues = [cue for clause in unit.clauses for cue in clause.cues if start <= cue.start < end] if unit else []
    told = any(cue.kind not in PEOPLE for cue in cues)  # "verhinderd", "misschien"
    read = (details.diets, details.needs, details.organisations)
    return not (told or any(finder(asking.text, start, end) for finder in read))


def _is_somebody(words_said: str) -> bool:
    """Whether the last of those words may be somebody: "wijkdichter", "leesopa"; no "later", "zwanger"."""
    last = words_said.split()[-1]
    return last.endswith(words("roles", "ends_of_people")) and last not in word_set("roles", "nobody")


def lines_of_lists(asking: Asking) -> Iterator[list[Line]]:
    """The lines of each list, in order: a blank line between two begins another."""
    lines: list[Line] = []
    for focus in sorted(asking.account.focus, key=lambda one: one.start):
        if not (focus.listed and len(focus.people) == 1):
            continue
        line = _line(asking, focus.people[0], focus.start, focus.end)
        if line is None:
            continue
        if lines and "\n\n" in asking.text[lines[-1].end - 1 : line.start]:
            yield lines
            lines = []
        lines.append(line)
    if lines:
        yield lines


def _line(asking: Asking, person: Person, start: int, end: int) -> Line | None:
    behind = max((stop for begin, stop in person.spans if start <= begin < end), default=None)
    if behind is None:
        return None
    cuts = [(behind, behind), *(cut.span() for cut in DIVIDES.finditer(asking.text, behind, end)), (end, end)]
    pieces = [(cuts[at][1], cuts[at + 1][0]) for at in range(len(cuts) - 1)]
    return Line(person, start, end, tuple((a, b) for a, b in pieces if asking.text[a:b].strip(" .")))
