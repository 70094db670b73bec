"""Whether a clause of coming speaks of who writes: "mij", "wij", "schrijft u ons in"; not "een collega van mij"."""

import re

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.text.late import late

US = late(
    r"(?:us|ourselves|onszelf|[oó]ns(?:\s+(?:all\w*|beiden?|graag|hierbij|samen|even|dus|dan|erbij?|te|alvast|ook|nog|maar|svp|aub"
    r"|voor|op|in|aan|met|bij|drie\w*|twee\w*|vier\w*|vijf|vijven|zes\w*|(?:aan|in)?(?:melden|schrijven)|opgeven|noteren"
    r"|registreren|opschrijven|plaatsen|zetten|verwachten)\b|(?=\s*(?:[^\s\w]|$))))",
    re.IGNORECASE,
)
PEOPLE_OF_MINE = ("person", "companion", "also_group", "party")
AT = re.compile(r"\b(?:bij|with) \Z", re.IGNORECASE)
OF = re.compile(r"\s+(?:van|of)\s+", re.IGNORECASE)


def speaks_of_writer(text: str, clause: Clause) -> bool:
    """Whether the writer is among those who come: object of enrolling, subject of coming."""
    if clause.has("with_writer") and not clause.has("i", "we", "myself_too"):
        return False  # "Wim Smit heeft zich bij mij gemeld"
    if _is_of_me(text, clause):
        return False
    if clause.has("me", "myself_too", "we") or (enrols_us(text, clause) and not clause.has("him")):
        return True
    if not clause.has("i"):
        return False
    return clause.has("attend", "absent", "self_not") or (clause.has("seat") and not _are_seats_of_others(clause))


def _are_seats_of_others(clause: Clause) -> bool:
    """ "Ik meld drie personen aan": so many seats are asked for, and they are counted by who takes them."""
    people = [cue for cue in clause.cues if cue.kind == "person"]
    seats = [cue for cue in clause.cues if cue.kind == "seat"]
    return clause.has("enrol") and all(any(s.start <= p.start and p.end <= s.end for p in people) for s in seats)


def _is_of_me(text: str, clause: Clause) -> bool:
    """ "Twee collega's van mij komen": who they are to the writer, and nothing else of the writer stands in it."""
    own = [cue for cue in clause.cues if cue.kind in ("me", "i", "we", "us", "myself_too")]
    people = [cue.end for cue in clause.cues if cue.kind in PEOPLE_OF_MINE]
    return bool(own) and all(
        cue.kind == "me" and any(OF.fullmatch(text, end, cue.start) for end in people) for cue in own
    )


def enrols_us(text: str, clause: Clause) -> bool:
    """ "Wilt u ons noteren?": no "ons" that stands before what we have ("namens ons team meld ik aan:"), or says
    where ("bij ons in het stadhuis")."""
    ours = [cue for cue in clause.cues if cue.kind == "us" and not AT.search(text, clause.start, cue.start)]
    return clause.has("enrol") and any(US.match(text, cue.start, clause.end) for cue in ours)
