"""What the writer only passes on of others: "ik geef door dat wethouder Wim Smit komt", "hij vroeg mij te melden dat
hij aanwezig is". In a "dat" of its own somebody else is the subject; who tells it isn't."""

import re

from mailbot.reading.letter.clauses import Clause

THAT = re.compile(r"\b(?:dat|that)\s", re.IGNORECASE)
THAT_THEY = re.compile(r"\b(?:dat|that)\s+(?:hij|zij|ze|he|she|they)\b", re.IGNORECASE)
OWN = ("i", "me", "we", "us", "myself_too")
NEAR = 100  # characters between "dat" and its subject: "dat namens de raad van de gemeente Tiel raadslid Els Bos"
# A verb of the writer's own behind it: "ik hoorde dat Wim spreekt en kom graag"
GOES_ON = re.compile(
    r"\b(?:en|dus|and|so)\s+(?:kom|ga|meld|schuif|sluit|neem|doe|schrijf|haak|wil graag|ben|am|would|will)\b",
    re.IGNORECASE,
)


def only_reports(text: str, clause: Clause) -> bool:
    """Whether all coming that a clause speaks of is told of others, by a writer who isn't said to come by it."""
    for that in THAT.finditer(text, clause.start, clause.end):
        behind = [cue for cue in clause.cues if cue.start >= that.end()]
        if any(cue.kind in OWN for cue in behind) or GOES_ON.search(text, that.end(), clause.end):
            return False
        comes = [cue.start for cue in behind if cue.kind in ("attend", "enrol")]
        if comes and _has_subject(clause, that.end(), min(comes)) and not _enrols_writer(clause, that.start()):
            return True
    return False


def reports_absence(text: str, clause: Clause) -> bool:
    """Whether the writer only tells that somebody else, "hij" or "zij", can't come."""
    that = THAT_THEY.search(text, clause.start, clause.end)
    if that is None or not clause.has("i", "we"):
        return False
    return not any(cue.kind in OWN and cue.start >= that.end() for cue in clause.cues)


def _has_subject(clause: Clause, start: int, end: int) -> bool:
    """Whether "hij", or somebody by name, stands there before the verb."""
    named = any(start <= name.start < end and name.start - start <= NEAR for name in clause.names)
    return named or any(cue.kind == "he" and start <= cue.start < end for cue in clause.cues)


def _enrols_writer(clause: Clause, end: int) -> bool:
    """ "Ik meld mij aan en hoor graag dat Wim ook komt": something else than a report stands before it."""
    notes = [cue for cue in clause.cues if cue.kind == "notes"]
    return any(
        cue.kind in ("enrol", "attend") and cue.end <= end and not any(n.start == cue.start for n in notes)
        for cue in clause.cues
    )
