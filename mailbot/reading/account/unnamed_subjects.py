"""Who stays away without having a name: "onze directeur is op de hoogte, maar zelf niet aanwezig" says nothing of the
writer."""

import re

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import scan, tokens
from mailbot.reading.text.late import late

SUBJECT = late(
    r"[\s(]*(?:(?:en|maar|ook|and|but) )?(?:(?:mijn|m'n|onze|ons|de|het|een|my|our|the|a) )?"
    r"(?:(?:[^\W\d_]+-)?[^\W\d_]+ ){0,2}?[^\W\d_]+",
    re.IGNORECASE,
)
GOES_ON = re.compile(r"[\s(]*(?:maar|en|doch|but|and)\s", re.IGNORECASE)
OURSELVES = re.compile(r"\b(?:ik|wij|we|mij|me|i)\b", re.IGNORECASE)
FAR = 300  # characters: so far back nobody looks for a subject
REACH = 45  # characters: "Mijn direct leidinggevende"


def is_of_somebody_unnamed(text: str, clause: Clause, sentence: int) -> bool:
    """Whether the clause begins with such a person, or goes on, without a subject of its own, with what a sentence
    that begins at `sentence` says of one."""
    if clause.names or clause.has("i", "we", "me", "us", "he"):
        return False
    if _begins_with_one(text, clause.start, clause.end):
        return True
    if clause.start - sentence > FAR:
        return False
    before = text[sentence : clause.start]
    if not before.strip() or OURSELVES.search(before) or GOES_ON.match(text, clause.start, clause.end) is None:
        return False
    return _begins_with_one(text, sentence, clause.start)


def _begins_with_one(text: str, start: int, end: int) -> bool:
    """Whether a person's office or relation is the first thing said there: "Gedeputeerde is", "mijn man blijft"."""
    first = text[start:end].lstrip(" \n(")
    at = end - len(first) if first else end
    if OURSELVES.match(first):
        return False
    cues = [cue for cue in scan(tokens(text, at, min(end, at + REACH))) if cue.kind in ("person", "companion")]
    return any(len(text[at : cue.start].split()) <= LEADING for cue in cues) and SUBJECT.match(first) is not None


LEADING = 2  # words: "mijn direct"
