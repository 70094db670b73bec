"""Diets that are told by lines: of those who stand below one or beside it, or who have a letter that the mail explains.

Vegetarisch:              2x vegetarisch (Els en Wim)         - Els Bos (v)
- Els Bos                 halal - Omar                        - Omar Khalil
- Wim Kok                                                     v = vegetarisch
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mailbot.domain.reading import Evidence
from mailbot.reading import details
from mailbot.reading.belongings.told_in_blocks import told_in_block
from mailbot.reading.case.asking import Asking
from mailbot.reading.names.people import Person
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

# What may stand in such a line beside the diet and the names
SMALL = late(
    r"\b(?:\d{1,2}\s?(?:x|keer|maal|personen|pers)?|x|en|and|voor|for|van|eet|eten|wil|willen|graag|lunch|dieet\w*|wens\w*"
    r"|diet|de|het|heer|mevrouw|dhr|mevr|mw|collega['’]?s?|is|zijn|zijn het|wordt|both|beiden|allebei)\b|[^\w\s]|_",
    re.IGNORECASE,
)
LEGEND = late(r"(?<![\w=])\(?(?P<letter>[^\W\d_]{1,3})\)?\s?(?:=|staat voor|means|:)\s?(?=[^\W\d_])")
BELOW = re.compile(r"\s*(?:[-*•·–]|\(?\d{1,2}[.)])\s")  # an item of a list
LONGEST = 90  # characters of a line that heads others
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    people: tuple[Person, ...]
    diets: tuple[Found, ...]
    only: bool  # it says nothing more


def give_by_lines(asking: Asking, people: list[Person]) -> list[Span]:
    """Give these people what such lines tell; returns where they stand."""
    text = asking.sheet.parts.body
    told = [found for found in details.diets(text) if not found.negated and found.kind != "none"]
    if len(people) < 2 or not told:
        return []
    letters = dict(_legend(text, told))
    taken = [(found.start, found.end) for found in letters.values()]
    lines = list(_lines(text, people, [found for found in told if found not in letters.values()]))
    cells = [(entry.start, entry.end) for entry in asking.entries]  # of which heads and labels tell what they are
    lines = [line for line in lines if not any(a < line.end and line.start < b for a, b in cells)]
    for line in lines:
        for letter, found in letters.items():
            if len(line.people) == 1 and _has_letter(text, line, letter):
                _give(line.people, found)
    shared = [line for line in lines if line.only and len(line.diets) == 1 and line.people]
    for line in shared if any(len(line.people) > 1 for line in shared) or len(shared) > 1 else ():
        _give(line.people, line.diets[0])
        taken.append((line.start, line.end))
    return taken + _headed(asking, text, lines)


def _give(people: Sequence[Person], found: Found) -> None:
    for person in people:
        person.put("diet", found.value, Evidence("text", found.start, found.end))


def _legend(text: str, told: Sequence[Found]) -> Iterator[tuple[str, Found]]:
    """ "V = vegetarisch, H = halal"."""
    for match in LEGEND.finditer(text) if "=" in text or "staat voor" in text else ():
        found = next((one for one in told if one.start == match.end()), None)
        if found is not None and not match[0].rstrip().endswith(":"):
            yield match["letter"], found


def _has_letter(text: str, line: _Line, letter: str) -> bool:
    """Whether that letter stands by itself behind the name: "Els Bos (v)", "Els Bos, v"."""
    name = max((end for a, end in line.people[0].spans if line.start <= a < line.end), default=line.end)
    return re.search(rf"(?<!\w){re.escape(letter)}(?![\w=]|\s=)", text[name : line.end]) is not None


def _lines(text: str, people: Sequence[Person], told: Sequence[Found]) -> Iterator[_Line]:
    spans = sorted(((a, b, p) for p in people for a, b in p.spans), key=lambda span: span[0])
    starts = [a for a, _, _ in spans]
    places = [found.start for found in told]
    called = _by_given_name(people)
    names = _any_of(called)
    at = 0
    for raw in text.split("\n"):
        start, end = at, at + len(raw)
        at = end + 1
        here = tuple(told[bisect_left(places, start) : bisect_left(places, end)])
        named = [(a, min(b, end), p) for a, b, p in spans[bisect_left(starts, start) : bisect_left(starts, end)]]
        whole = tuple(named)
        for word in names.finditer(raw):
            at_word = start + word.start()
            if any(a <= at_word < b for a, b, _ in whole):
                continue  # "Jan Bakker" calls no other Jan
            for person in called[word[0]]:
                if not any(p is person for _, _, p in named):
                    named.append((at_word, start + word.end(), person))
        rest = raw
        for a, b in [*((f.start, f.end) for f in here), *((a, b) for a, b, _ in named)]:
            rest = f"{rest[: a - start]}{' ' * (b - a)}{rest[b - start :]}"
        who = tuple({id(p): p for _, _, p in sorted(named, key=lambda one: one[0])}.values())
        yield _Line(start, end, who, here, not SMALL.sub(" ", rest).strip())


def _by_given_name(people: Sequence[Person]) -> dict[str, list[Person]]:
    called: dict[str, list[Person]] = {}
    for person in people:
        if len(person.name.given) > 1:
            called.setdefault(person.name.given, []).append(person)
    return called


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first) or '(?!)'})(?!\w)")


def _headed(asking: Asking, text: str, lines: Sequence[_Line]) -> list[Span]:
    """Give those who are listed below a line that names nothing but a diet that diet."""
    taken: list[Span] = []
    heading: _Line | None = None
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        words = text[line.start : line.end].strip()
        if line.people:
            if heading is not None and not line.diets:
                _give(line.people, heading.diets[0])
            continue
        if not words:
            continue
        heads = len(line.diets) == 1 and line.only and len(words) <= LONGEST
        if heads and not taken and told_in_block(asking, line.diets[0].start) is not None:
            continue  # the last line of what is told of somebody
        listed = below is not None and bool(below.people) and not below.diets
        begins = (
            heads and listed and (words.endswith(":") or BELOW.match(text, below.start if below else 0) is not None)
        )
        heading = line if begins else None
        if begins:
            taken.append((line.start, line.end))
    return taken
