"""Both workshops, each in one of two rounds, and nothing tells which: "de een in ronde 2 en de ander in ronde 3"."""

import re
from itertools import pairwise

from mailbot.reading.workshops.record import Record
from mailbot.reading.workshops.sign import BEARING, Is, Sign

SMALL = (
    r"(?:(?:graag|dan|daarvan|ervan|liefst|wil|ik|we|wij|of them|meteen|in|om|op|at|tijdens|during|de|het|the)\s){0,5}"
)
ONE = re.compile(rf"\b(?:een|ene|eentje|one)\s{SMALL}$")
OTHER = re.compile(rf"\b(?:een|ene|eentje|one|ander|andere|other|tweede|second)(?:\sone)?\s{SMALL}$")
REACH = 60  # characters between such a word and its round


def one_in_each(signs: list[Sign], text: str, start: int, record: Record) -> list[Sign]:
    """Those signs, without the rounds that nobody can share out; none where both were named in a sentence before.
    start: of the sentence."""
    rounds = [s for s in signs if s.kind is Is.ROUND or s.relation in ("next", "first", "last")]
    both = [s for s in signs if s.kind is Is.ALL_WORKSHOPS]
    told = [s for s in signs if s.kind in BEARING and s.kind not in (Is.ALL_WORKSHOPS, Is.OTHER_WORKSHOP)]
    if len(rounds) < 2 or told or any(len(s.rounds) > 1 for s in rounds) or len(both) > 1:
        return signs
    if both and rounds[0].start < both[0].end:
        return signs
    if not both and not _both_named(record):
        return signs
    since = both[0].end if both else start
    if ONE.search(text, max(since, rounds[0].start - REACH), rounds[0].start) is None:
        return signs
    if not all(OTHER.search(text, one.end, two.start) for one, two in pairwise(rounds)):
        return signs
    return both


def _both_named(record: Record) -> bool:
    """Whether what was chosen so far are several workshops, and none has a round."""
    chosen = [m for m in record.found if m.kind == "choice" and m.sure and not (m.negated or m.past)]
    return len({m.workshop for m in chosen}) > 1 and all(m.round is None for m in chosen)
