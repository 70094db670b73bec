"""Who comes for somebody that doesn't: "voor haar komt Wim Smit", "voor Els gaat Wim mee en voor Noor komt Bo"."""

import re

from mailbot.reading.account.handing_over import pass_seat
from mailbot.reading.account.references import PRONOUN
from mailbot.reading.account.talk import Talk
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue
from mailbot.reading.names import NameFound
from mailbot.reading.names.people import Person
from mailbot.reading.names.titles import MR_OR_MS
from mailbot.reading.text.late import late

# "Voor haar komt Wim Smit", "voor Els gaat Wim mee"
IN_FRONT = late(
    rf"\W*(?:(?:en|maar|dus|daarom|and|so)\s+)?(?:voor|for)\s+(?:(?:collega|{MR_OR_MS}\.?)\s+)?"
    rf"(?P<who>{PRONOUN})?\s*$",
    re.IGNORECASE,
)
# "Wim komt voor haar"
BEHIND = re.compile(
    rf"(?:komt|gaat|verschijnt|comes|goes)\s+(?:[^\W\d_]+\s+){{0,2}}?(?:voor|for)\s+{PRONOUN}\W*$", re.IGNORECASE
)
COMES_BEHIND = re.compile(r"\s+(?:in (?:de )?plaats\s+)?(?:komt|gaat|verschijnt|reist|comes|goes)\b", re.IGNORECASE)
GOES = ("attend", "goes")


def fills_in(talk: Talk, clause: Clause, people: list[Person]) -> bool:
    """Whether somebody comes "voor haar", who doesn't: notes that they take her seat."""
    goes = clause.first(*GOES)
    if goes is None or not clause.names or clause.has("i", "we", "me", "enrol", "seat"):
        return False
    pairs = _pairs(talk, clause, goes, people)
    if not pairs or not all(_leaves_a_seat(talk, gone) for gone, _ in pairs):
        return False
    for gone, taker in pairs:
        taker.mark_coming(taker.spans[-1][0])  # in the order of their names: one clause may tell of several seats
        pass_seat(talk, clause, gone, taker)
    return True


def _pairs(talk: Talk, clause: Clause, goes: Cue, people: list[Person]) -> list[tuple[Person, Person]]:
    """Who doesn't come, and who does for them."""
    named = [(talk.roster.mention(gone), talk.roster.mention(taker)) for gone, taker in _named_pairs(talk.text, clause)]
    if named or not _is_for_them(talk.text, clause, goes):
        return named
    absent = next((person for person in talk.lately_absent() if person not in people), None)
    return [(absent, person) for person in people] if absent is not None else []


def _named_pairs(text: str, clause: Clause) -> list[tuple[NameFound, NameFound]]:
    """ "Voor Wim komt Noor en voor Els komt Bo": each pair; none where somebody else is named as well."""
    names = clause.names
    pairs = list(zip(names[::2], names[1::2], strict=False))
    starts = [clause.start, *(name.end for _, name in pairs)]
    told = (
        IN_FRONT.match(text, start, gone.start) and COMES_BEHIND.match(text, gone.end, taker.start)
        for start, (gone, taker) in zip(starts, pairs, strict=False)
    )
    return pairs if len(names) % 2 == 0 and all(told) else []


def _is_for_them(text: str, clause: Clause, goes: Cue) -> bool:
    """ "Voor haar komt Wim Smit", "Wim Smit komt voor haar"."""
    before = IN_FRONT.match(text, clause.start, goes.start)
    return bool(before and before["who"]) or BEHIND.search(text, goes.start, clause.end) is not None


def _leaves_a_seat(talk: Talk, gone: Person) -> bool:
    """Whether somebody may have a seat to take: who stays away, or was enrolled by the writer, and no "ik" ever."""
    leaves = gone.stays_away or gone.cancels or (talk.account.booked_by_writer and not gone.comes)
    return leaves and not gone.is_writer
