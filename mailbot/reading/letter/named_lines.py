"""Lists without bullets: lines one below the other that each begin with somebody's full name, or with a title or an
address and then the name."""

import re
from collections.abc import Sequence

from mailbot.reading.details import roles
from mailbot.reading.names import find
from mailbot.reading.text.late import late

# Cheap to ask first: most lines begin with no capital, or are as long as prose.
MAY_BEGIN = re.compile(
    r"[ \t]*[\"“'‘’]?(?:[^\W\d_]\.|(?:(?:de|mw|dhr|mevr|drs|ir|dr|mr)\.? )?[^\W\d_a-z][^\W\d_]*[\w.’' -]*[ ,])"
    r"|[ \t]*(?:[a-z][a-z-]+ ){1,4}[^\W\d_a-z]|[ \t]*<?[\w.+-]+@"
)
ADDRESS = re.compile(r"[ \t]*<?[^\s@<>]+@[^\s@<>]+>?\s*[(:,–-]?\s*")
BEHIND = late(r"[\"”'’]?(?:\s{3,}|\s*(?:$|[,;:<(\[)/|–\t]|-{1,2}>?\s|→|=>))")


def people_of(
    text: str, lines: Sequence[tuple[int, int]], taken: tuple[tuple[int, int], ...], known: frozenset[str]
) -> frozenset[int]:
    """Where the lines of such lists begin: two and more in a row, each a name and what belongs to it."""
    found: list[int] = []
    run: list[int] = []
    may_begin = [MAY_BEGIN.match(text, start, end) is not None for start, end in lines]
    for at, (start, end) in enumerate(lines):
        beside = may_begin[max(at - 1, 0) : at] + may_begin[at + 1 : at + 2]  # a line alone is no list
        if may_begin[at] and any(beside) and _is_persons(text, start, end, taken, known):
            run.append(start)
            continue
        found += run if len(run) > 1 else []
        run = []
    return frozenset([*found, *(run if len(run) > 1 else [])])


def _is_persons(text: str, start: int, end: int, taken: tuple[tuple[int, int], ...], known: frozenset[str]) -> bool:
    names = find(text, start, end, taken, known)
    if not names or not names[0].name.is_full or not _may_lead(text, start, names[0].start):
        return False
    return BEHIND.match(text, names[0].end, end) is not None


def _may_lead(text: str, start: int, end: int) -> bool:
    """Whether before a name nothing stands but a title or an address: "trainee Els Bos", "els@ede.nl (Els Bos)"."""
    if not text[start:end].strip(" \t\"“'‘’") or ADDRESS.fullmatch(text, start, end):
        return True
    titles = roles(text, start, end)
    return bool(titles) and not (text[start : titles[0].start] + text[titles[-1].end : end]).strip(" \t,:")
