"""Who doesn't stand in either: "Els kan mij ook niet vervangen", "zij neemt zijn plaats niet over".

The words are those by which a seat is handed over, with a "not" that belongs to them. Nobody comes by that, nobody
gives up a seat, and whoever declines had none.
"""

import re

from mailbot.reading.account.cue_senses import takes_away
from mailbot.reading.account.replacing import instead_of
from mailbot.reading.account.talk import Talk
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late

SEAT_WORDS = ("replace", "instead", "no_substitute")
REACH = 48  # characters between the "not" and what is denied: "niet in de gelegenheid om mij te vervangen"
# Between a "not" and those words, what begins another statement; and a "not" that denies something else
OTHERWISE = late(
    r"[,;:]|\b(?:en|maar|dus|want|daarom|and|but|so)\b"
    r"|\A\s*(?:erg|alleen|slechts|enkel|vergeten|gek|vreemd|te beroerd|only|just|mind)\b",
    re.IGNORECASE,
)


def declines(talk: Talk, clause: Clause) -> bool:
    """Whether a clause says of somebody only that they don't take a seat; notes that of them."""
    if not clause.has(*SEAT_WORDS) or not clause.has("neg", "no_substitute", "unable") or clause.has("passive", "i"):
        return False
    if not _denies_it(talk.text, clause):
        return False
    gone = instead_of(clause)
    named = [talk.roster.mention(found) for found in clause.names if found != gone]
    people = named or [person for person in talk.recent if clause.has("he")]
    declining = [p for p in people if not (p.is_writer or p.booked or p.cancels or p.stays_away)]
    for person in declining:
        _note(person)
    return bool(declining)


def _note(person: Person) -> None:
    person.unbooked = person.explained = True


def _denies_it(text: str, clause: Clause) -> bool:
    seats = [cue for cue in clause.cues if cue.kind in SEAT_WORDS]
    others = [cue for cue in clause.cues if cue.kind == "no_denial"]
    denials = [c for c in clause.cues if c.kind in ("neg", "unable") and not any(takes_away(o, c) for o in others)]
    return any(_is_denied_by(text, clause, seat, denial) for seat in seats for denial in denials)


def _is_denied_by(text: str, clause: Clause, seat: Cue, denial: Cue) -> bool:
    """Whether the "not" stands right before those words, in them or right behind them, and behind whose it is."""
    first = clause.names[0].end if clause.names else clause.start
    if denial.start < first:
        return False  # "niet Wim maar Noor komt in mijn plaats"
    between = text[denial.end : seat.start] if denial.start < seat.start else text[seat.end : denial.start]
    named_between = any(min(denial.end, seat.end) <= n.start < max(denial.start, seat.start) for n in clause.names)
    return len(between) <= REACH and not named_between and not OTHERWISE.search(between)
