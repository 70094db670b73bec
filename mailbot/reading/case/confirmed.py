"""Whom our confirmation says to be on the list, where it says so in prose or in a list of its own kind: "U bent
ingeschreven, samen met Els Bos", "U hebt ingeschreven: 1. Els Bos, 2. Wim Smit". What our templates note of each stands
behind labels, and is case.py's.
"""

import re
from collections.abc import Sequence

from mailbot.reading.names import Name, NameFound, find
from mailbot.reading.text.late import late

GREETING = late(r"\b(?:beste|geachte|dag|hallo|dear|hello|hi)\b(?P<who>[^\n]{2,120})", re.IGNORECASE)
ENROLS = late(
    r"\b(?:ingeschreven|aangemeld|genoteerd|geregistreerd|opgegeven|inschrijving|aanmelding|op de (?:deelnemers)?lijst"
    r"|registered|signed up|on the list|registration)\b",
    re.IGNORECASE,
)
# The one whom we greet is on the list by it: not so by "u hebt ingeschreven"
YOU_ARE = late(
    r"\b(?:u|je|jij|jullie)\s(?:bent|zijn|staat|staan)\b|\b(?:bent|ben|staat|sta|zijn|staan)\s(?:u|je|jullie)\b"
    r"|\byou(?:\sand\b[^.\n]{0,40})?\sare\b"
    r"|\b(?:uw|je|jouw|your)\s(?:eigen\s)?(?:aanmelding|inschrijving|deelname|plaats|registration|place)\b",
    re.IGNORECASE,
)
ENDS = late(
    r"^[ \t>]*(?:met (?:vriendelijke|hartelijke) groet|vriendelijke groet|hartelijke groet|groet\b|hoogachtend"
    r"|kind regards|best regards|(?:voor )?vragen\b|for questions|workshops? (?:te )?kiezen|klopt er iets)",
    re.IGNORECASE | re.MULTILINE,
)
BEGINS = late(r"(?:^[ \t>*•-]*(?:\d{1,2}[.)]\s*)?|[,;]\s|\s(?:en|and|met|with)\s)$")
ENDS_THERE = re.compile(r"\s*(?:$|[\n,;.(:–-]|(?:en|and)\s)")
OFF = late(
    r"\b(?:uitgeschreven|afgemeld|geannuleerd|niet (?:meer )?(?:ingeschreven|aangemeld)|cancelled|not registered)\b",
    re.IGNORECASE,
)


def names_told(text: str, start: int, taken: Sequence[tuple[int, int]]) -> tuple[Name, ...]:
    """The full names in that letter of ours, which begins at `start`, of those who are on the list by it."""
    first = ENROLS.search(text, start)
    if first is None or OFF.search(text, start):
        return ()
    ends = ENDS.search(text, first.end())
    end = ends.start() if ends else len(text)
    greeting = GREETING.search(text, start, first.start())
    greeted = find(text, greeting.start("who"), greeting.end("who"), tuple(taken)) if greeting else ()
    if not YOU_ARE.search(text, greeting.end() if greeting else start, end):
        greeted = ()
    from_ = text.rfind("\n", start, first.start()) + 1 if greeting is None else greeting.end()
    told = _whole(text, find(text, max(start, from_), end, tuple(taken)))
    # where a list has them, too, their place is there
    return tuple(dict.fromkeys((*(name for name in _whole(text, greeted) if name not in told), *told)))


def _whole(text: str, found: Sequence[NameFound]) -> list[Name]:
    return [one.name for one in found if one.name.is_full and (one.sure or _is_listed(text, one))]


def _is_listed(text: str, found: NameFound) -> bool:
    """Whether a name that only capitals tell begins a line of a list, or a row of names goes on with it."""
    begins = BEGINS.search(text, text.rfind("\n", 0, found.start) + 1, found.start)
    return begins is not None and ENDS_THERE.match(text, found.end) is not None
