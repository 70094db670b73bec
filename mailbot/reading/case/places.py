"""Whom a place in our confirmation's list means: "nummer 2 is verhinderd", "de deelnemer die u als laatste noemt". The
words stand where a name would, and are read as one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.names import Name, NameFound
from mailbot.reading.text.late import late

ORDINALS = {
    **{word: at for at, word in enumerate(("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende"))},
    **{word: at for at, word in enumerate(("first", "second", "third", "fourth", "fifth"))},
    "bovenste": 0,
    "laatste": -1,
    "onderste": -1,
    "last": -1,
    "voorlaatste": -2,
}
ORDINAL = "|".join(ORDINALS)
LISTED = r"(?:naam|namen|persoon|deelnemer|deelneemster|collega|name|person|participant|colleague)"
POINTER = late(
    rf"(?:de |the )?\b(?:{LISTED}\s)?(?:nummers?|nrs?\.?|regels?|numbers?|lines?)\s"
    r"(?P<numbers>\d{1,2}(?:(?:,\s?|\s(?:en|and|&)\s)\d{1,2})*)"
    r"\b(?![-.:]?\d|\s?uur)"
    rf"|(?:de|the)\s(?P<ordinal>{ORDINAL})\s(?:genoemde\s|vermelde\s)?"
    rf"(?:{LISTED}(?:\s(?:op|in|van|on|of)\s(?:de|uw|jullie|the|your)\s"
    r"(?:lijst|bevestiging|list|confirmation))?"
    r"|(?:op|in|van|on|of)\s(?:de|uw|jullie|het|the|your)\s(?:lijst|lijstje|rijtje|bevestiging|list))"
    rf"|(?:de|the)\s{LISTED}\s(?:die|dat|whom?|that)\s(?:u|jullie|je|you)\s(?:als|as)"
    rf"\s(?:de |the )?(?P<called>{ORDINAL})"
    r"\s(?:noemt|noemen|noemde|vermeldt|vermelden|opsomt|opvoert|name|list|mention)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d{1,2}")
OTHER_THINGS = re.compile(r"\b(?:ronde|workshop|workshopronde|telefoon|round|phone)\s\Z", re.IGNORECASE)


def may_point(text: str) -> bool:
    return POINTER.search(text) is not None


def with_places(text: str, told: tuple[Unit, ...], listed: Sequence[Name]) -> tuple[Unit, ...]:
    """Those units, with a name where they point at a place in that list."""
    found = list(_pointed(text, listed)) if len(listed) > 1 else []
    if not found:
        return told
    return tuple(replace(unit, clauses=tuple(_named(clause, found) for clause in unit.clauses)) for unit in told)


def _pointed(text: str, listed: Sequence[Name]) -> Iterator[NameFound]:
    for hit in POINTER.finditer(text):
        if OTHER_THINGS.search(text, max(0, hit.start() - 16), hit.start()):
            continue
        if hit["numbers"]:
            for number in NUMBER.finditer(text, *hit.span("numbers")):
                if 0 < int(number[0]) <= len(listed):
                    first = hit.start() if number.start() == hit.start("numbers") else number.start()
                    yield NameFound(listed[int(number[0]) - 1], first, number.end())
            continue
        place = ORDINALS[(hit["ordinal"] or hit["called"]).lower()]
        if -len(listed) <= place < len(listed):
            yield NameFound(listed[place], *hit.span())


def _named(clause: Clause, found: Sequence[NameFound]) -> Clause:
    here = [one for one in found if clause.start <= one.start and one.end <= clause.end]
    here = [one for one in here if not any(n.start < one.end and one.start < n.end for n in clause.names)]
    if not here:
        return clause
    cues = (c for c in clause.cues if not any(one.start <= c.start and c.end <= one.end for one in here))
    names = tuple(sorted((*clause.names, *here), key=lambda one: one.start))
    return replace(clause, cues=tuple(cues), names=names)
