"""A list of people with a line in it from which nobody was read: "1. X. (Xx) Ippel" between two whom we know; a round's
line that names somebody: "Ronde 1: Els Bos".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from mailbot.reading.case.asking import Asking
from mailbot.reading.judgement.headcount import counts_out_the_writer, names_more
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.units import UnitKind
from mailbot.reading.lexicon import words
from mailbot.reading.names.no_person import begins_like_a_house
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late

# What a line of a list begins with, up to a mark behind it. One that goes on as a sentence is none: "- Lunch graag ..."
ITEM = re.compile(
    r"^[ \t]*(?:[-*•·–●▪]|\(?\d{1,2}[.)])[ \t]+(?P<head>[^\n,;:/|\t–]{0,60}?)[ \t]*"
    r"(?P<rest>(?:[,;:/|\t–]|[ ]-[ ])[^\n]*)?$",
    re.MULTILINE,
)
BETWEEN = re.compile(r"\n[ \t]*(?:\n[ \t]*)?")
# Nothing but capitals, what stands within a name, and brackets; or no name yet
CALLED = re.compile(
    r"(?:(?:[(\"“]?['’]?[^\W\d_a-z][\w.'’-]*[)\"”]?|(?i:van|de|der|den|het|ten|ter|te|in|op|el|al|dos|da|la|von|zu"
    r"|dhr|mevr|mw|mevrouw|meneer|heer|drs|dr|ir|mr|ing|prof)\.?|['’]t|v\.?d\.?)(?:\s+|\Z)){1,6}\Z"
    r"|(?i:n\.\s?n\.?|nnb|n\.n\.b\.|ntb|n\.t\.b\.|tba|tbd|t\.b\.a\.|vacature|vacant|(?:naam\s)?volgt(?:\snog)?)\Z"
    r"|\?+|\.{2,}|…+|_{2,}"
)
ROUND = late(rf"\W*(?:\w+\s)?(?:{any_of(words('choices', 'round'))})\b", re.IGNORECASE)
# "Naam 2: volgt"
SECOND_FOLLOWS = late(
    r"^[ \t]*(?:naam|name|deelnemer|participant)[ ]?\d[ \t]*:[ \t]*"
    r"(?:volgt\b|n\.?n\.?b\b|nnb\b|nog onbekend|nog niet bekend|tbd\b|tba\b|tbc\b|to follow|\?)",
    re.IGNORECASE | re.MULTILINE,
)
AROUND = 2  # people to be read from the other lines, so that they are a list of people


def somebody_is_missing(outcome: Outcome) -> bool:
    """Whether a list has such a line."""
    bodies = [asking.sheet.parts.body for asking in outcome.case.asking]
    if outcome.only_registers and any(SECOND_FOLLOWS.search(body) for body in bodies):
        return True
    return outcome.only_registers and any(
        _has_gap(asking, run) for asking in outcome.case.asking for run in _runs(asking.sheet.parts.body)
    )


def names_more_than_it_counts(outcome: Outcome) -> bool:
    """ "Twee aanmeldingen: Jan Smit, Piet Bos en Ria Kok"; "wij komen met z'n drieën" of as many others."""
    return outcome.only_registers and any(
        counts(asking, [p for p in asking.roster.people if p.comes])
        for asking in outcome.case.asking
        for counts in (names_more, counts_out_the_writer)
    )


def round_is_somebodys(outcome: Outcome) -> bool:
    """ "Ronde 1: Els Bos, vooroordelen": whoever only such a line names was overlooked, and their workshop would be the
    writer's."""
    return outcome.only_registers and any(
        unit.kind is UnitKind.FIELD
        and ROUND.match(unit.label)
        and any(name.sure and name.name.is_full and asking.roster.find(name.name) is None for name in unit.names)
        for asking in outcome.case.asking
        for unit in asking.sheet.units
    )


def _runs(body: str) -> Iterator[list[re.Match[str]]]:
    """The lines of each list, in order."""
    run: list[re.Match[str]] = []
    for item in ITEM.finditer(body):
        if run and not BETWEEN.fullmatch(body, run[-1].end(), item.start()):
            yield run
            run = []
        run.append(item)
    yield run


def _has_gap(asking: Asking, run: list[re.Match[str]]) -> bool:
    if len(run) <= AROUND:
        return False
    people = asking.roster.people
    come = sorted(start for person in people if person.comes for start, _ in person.spans)
    named = sorted(start for person in people for start, _ in person.spans)
    listed = sum(_stands_within(come, item) for item in run)
    return listed >= AROUND and any(_is_called(asking, item) for item in run if not _stands_within(named, item))


def _stands_within(starts: list[int], item: re.Match[str]) -> bool:
    """Looked up: a list may be of hundreds."""
    at = bisect_left(starts, item.start())
    return at < len(starts) and starts[at] < item.end()


def _is_called(asking: Asking, item: re.Match[str]) -> bool:
    """Whether somebody may be called as that line begins, and it is no event or workshop that we know."""
    start = item.start("head")
    known = [(mention.start, mention.end) for mention in asking.sheet.events if mention.events]
    known += asking.sheet.workshops
    if any(a < item.end() and start < b for a, b in known):
        return False
    head = item["head"].strip()
    return CALLED.match(head) is not None and not (head and begins_like_a_house(fold(head.split()[0])))
