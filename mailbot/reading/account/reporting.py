"""What the writer only passes on of others: "ik geef door dat wethouder Wim Smit komt", "hij vroeg mij te melden dat
hij aanwezig is". In a "dat" of its own somebody else is the subject; who tells it isn't."""

import re

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Seldom

THAT = Seldom(re.compile(r"\b(?:dat|that)\s", re.IGNORECASE), ("dat", "that"))
THAT_THEY = re.compile(r"\b(?:dat|that)\s+(?:hij|zij|ze|he|she|they)\b", re.IGNORECASE)
# "Wim Mol wil graag komen en heeft mij gevraagd dit door te geven"
ASKED_ME = late(
    r"\b(?:heeft|hebben|had|hadden)\s(?:aan\s)?(?:mij|me)\s(?:\w+\s){0,2}?(?:gevraagd|verzocht|opgedragen|gemaild|geappt"
    r"|gebeld|verteld|gemachtigd)\b"
    r"|\b(?:vroeg|vroegen|vraagt|vragen|verzocht|verzoekt|verzochten|mailde|appte|belde|vertelde|liet)\s(?:aan\s)?(?:mij|me)\b"
    r"|\b(?:asked|asks|told|requested|wants)\sme\b",
    re.IGNORECASE,
)
NEXT = 20  # characters: "to register my colleague "
# Between "vroeg me" and the name of whom to enrol: not "om met Wim Mol"
WHOM = re.compile(
    r"\s*(?:om\s+|to\s+(?:register|enrol|sign\s+up)\s+)?(?:(?!(?:met|naast|with|samen|namens|voor|for|en|and|mij|me)\b)[^\s,]+\s+){0,3}",
    re.IGNORECASE,
)
OWN = ("i", "me", "we", "us", "myself_too")
NEAR = 100  # characters between "dat" and its subject: "dat namens de raad van de gemeente Tiel raadslid Els Bos"
# A verb of the writer's own behind it: "ik hoorde dat Wim spreekt en kom graag"
GOES_ON = late(
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


def was_asked(text: str, clause: Clause) -> bool:
    """Whether the writer is in that clause only as the one whom somebody who wants to come asked to tell us."""
    asked = _asked(text, clause)
    if asked is None or not all(asked.start() <= c.start < asked.end() for c in clause.cues if c.kind in OWN):
        return False
    return _wants_before(clause, asked.start()) or _asked_to_enrol(text, clause, asked)


def _asked_to_enrol(text: str, clause: Clause, asked: re.Match[str]) -> bool:
    """ "Wim Mol vroeg me Noor Tal aan te melden": whoever stands between the two verbs, and not the one who was
    asked."""
    enrols = [cue for cue in clause.cues if cue.kind == "enrol" and cue.start >= asked.end()]
    named = next((name.start for name in clause.names if name.start >= asked.end()), None)
    if named is None or not enrols:
        return False
    return named <= enrols[0].end + NEXT and WHOM.fullmatch(text, asked.end(), named) is not None


def asked_by(text: str, clause: Clause, at: int) -> bool:
    """Whether who is named at that place only asked the writer to come: "Wim Mol heeft mij gevraagd te komen"."""
    asked = _asked(text, clause)
    return asked is not None and at < asked.start() and not _wants_before(clause, asked.start())


def _asked(text: str, clause: Clause) -> re.Match[str] | None:
    return ASKED_ME.search(text, clause.start, clause.end) if clause.names and clause.has("me", "i") else None


def _wants_before(clause: Clause, at: int) -> bool:
    wants = any(cue.kind in ("attend", "goes", "modal") and cue.end <= at for cue in clause.cues)
    return wants and clause.names[0].start < at


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
