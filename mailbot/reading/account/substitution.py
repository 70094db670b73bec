"""Who gives up a seat and who takes it, in a clause that hands one over.

"Wim vervangt mij"              the subject takes, the object gives
"vervangen door Wim"            whoever stands behind door, naar, aan, op naam van takes
"mijn plek", "zijn plaats"      the owner of the seat gives: the writer, or whom the last words were about
"in plaats van Wim komt Noor"   the name behind it gives
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late

# "Ik stuur Wim als vervanger"
AS_SUBSTITUTE = late(
    r"\bter vervanging\b(?! van)|\b(?:vervang\w+|invaller) (?:gevonden|is|wordt|heet)\b"
    r"|\bals\s+(?:\w+\s+)?(?:vervang\w+|plaatsvervang\w+|invaller)\b|\bas\s+a\s+substitute\b",
    re.IGNORECASE,
)
ACTIVE = re.compile(r"vervang(?:t|en)?|replac(?:es?|ing)|waarneemt?|neemt waar", re.IGNORECASE)
OF_WRITER = re.compile(
    r"\b(?:mijn|mijne|m'n|mij|me|my|ondergetekende)\b|\b(?:van|i\.?p\.?v\.?) ik(?:zelf)?\b", re.IGNORECASE
)
NOT_WRITER = re.compile(r"\bniet (?:ik|ikzelf)\b", re.IGNORECASE)  # "niet ik maar Wim komt"
TO_WRITER = re.compile(r"\b(?:de mijne|mij|mijn naam) (?:erop|erin|erbij|ervoor)\b", re.IGNORECASE)
# It is the writer who takes a seat: "vervangen door mij", "wijzig Wim in mijn naam", "en mijn naam ervoor in de
# plaats", "er de mijne voor zetten"; not so "door mij gevraagd"
OWN = r"(?:mij|mijzelf|mezelf|ondergetekende|mijn (?:eigen )?naam|de mijne|die van mij|me|myself|my (?:own )?name|mine)"
BY_WRITER = late(
    rf"\b(?:door|by|with)\s+{OWN}\b(?!\s+(?:aangemeld|opgegeven|ingeschreven|gevraagd|bereid|benaderd|genoemd|verzocht))"
    rf"|\b(?:verander\w*|wijzig\w*|omzet\w*|om te zetten|ruil\w*|change|turn)\b[^.!?]{{1,60}}?"
    rf"\b(?:in|naar|op|into|to)\s+{OWN}\b"
    rf"|\b(?:in|naar|op)\s+{OWN}\s+(?:\w+\s+)?(?:veranderen|wijzigen|omzetten|te veranderen|te wijzigen|om te zetten)\b"
    r"|\bop mijn naam (?:zetten|overzetten|overschrijven|omzetten|wijzigen)\b"
    r"|\bzet(?:ten)?\b[^.!?]{1,60}\bop mijn naam\b"
    rf"|(?<!\bvoor )\b{OWN}\s+(?:(?:er|daar)(?:op|in|bij|voor)(?:\s+in\s+de\s+plaats)?"
    rf"|daarvoor|ervoor|in\s+(?:zijn|haar|hun|de)\s+plaats"
    r"|in\s+plaats\s+van\s+(?:de\s+(?:zijne|hare|hunne)|(?:zijn|haar|hun)\s+naam|die\s+van\s+(?:hem|haar|hen)))\b"
    rf"|\b(?:er|daar)(?:voor)?\s+{OWN}\s+(?:voor|op|in|bij|neer)\b",
    re.IGNORECASE,
)
OF_OTHER = re.compile(r"\b(?:zijn|z'n|haar|d'r|diens|hun|hem|hen|his|her|their|him|them)\b", re.IGNORECASE)
# What our confirmation is about, to which this answers
SEAT_BELOW = late(
    r"\b(?:onderstaande?|bovenstaande?|bijgaande?|deze|dit|betreffende|this|the below|below)\s+(?:\w+\s+)?"
    r"(?:plek|plaats|stoel|kaartje|ticket|aanmelding|inschrijving|registratie|deelname|registration|seat|place|booking)\b",
    re.IGNORECASE,
)
# "De plek van Wim Smit neem ik over", "... wordt de mijne"
SEAT_OF = re.compile(
    r"(?:plek|plaats|stoel|plekje|kaartje|ticket) van\b.*\b(?:over|in|mijne)\Z", re.IGNORECASE | re.DOTALL
)
# Somebody's place is taken, and whose isn't said: "Wim has agreed to go instead"
INSTEAD = late(
    r"\bneemt? (?:ik|hij|zij|ze|voor|namens)\b.{0,24}\bwaar\b|\bhonneurs\b|\bin de bres\b|\bwaarnemen\b"
    r"|\bneem(?:t|en) (?:hem|die|deze|'m)\b"  # the seat
    r"|\b(?:instead|steps? in|stepping in|(?:er\W.{0,20}\bvoor|ervoor) in de plaats|erop|erin|ervoor)\W*$",
    re.IGNORECASE,
)
# "Willen jullie de namen omwisselen?": of the writer and of the one other person named so far
EXCHANGE = re.compile(r"\b(?:namen|plekken|kaartjes|stoelen|names|badges|places|tickets)\b", re.IGNORECASE)
# A name behind one of these takes what is handed over: "door mijn collega Wim", "op naam van mevrouw De Boer".
TAKER = late(
    r"\b(?:door|naar|aan|in|op(?: de)? naam(?: van)?|op|by|to|into)"
    r"(?:\s+(?:mijn|onze|de|die|het|een|zijn|haar|my|our|the|a|collega|colleague|heer|mevrouw|mw\.?|dhr\.?|naam|van)){0,4}\s*$"
    # "door zijn politiek assistent Wim"
    r"|\b(?:door|by)\s+(?:mijn|onze|de|zijn|haar|hun|my|our|the|his|her)\s+(?:(?!komt|gaat|wordt|is|kan|zal|neemt)[\w-]+\s+){1,3}$",
    re.IGNORECASE,
)
BEFORE_NAME = 60  # characters in which one of these may stand before a name


class Swap(NamedTuple):
    """`gone` gives up the seat, `coming` take it; either may be unknown."""

    gone: Person | None
    coming: tuple[Person, ...]

    @property
    def is_clear(self) -> bool:
        return self.gone is not None and bool(self.coming)


def handed_over(
    text: str, clause: Clause, cue: Cue, people: list[Person], *, writer: Person | None, others: Sequence[Person]
) -> Swap:
    """The two sides of the swap that `cue` speaks of. `people`: who is named in the clause, in order; `others`: whom
    "zijn" and "haar" can mean, the likeliest first."""
    if (owner := gives_writer(text, clause, people, writer, others)) is not None and writer is not None:
        return Swap(owner, (writer,))
    taker = _taker(text, clause, people)
    gone = _gone(text, clause, cue, people, taker, writer, others)
    if taker is not None:
        coming: tuple[Person, ...] = (taker,)
    else:
        coming = tuple(p for p in people if p is not gone and not p.is_writer)
    if not coming and gone is not None and not gone.is_writer and writer is not None and clause.has("i", "me"):
        coming = (writer,)  # "Wim kan niet, ik ga in zijn plaats"
    return Swap(gone, coming)


def gives_writer(
    text: str, clause: Clause, people: list[Person], writer: Person | None, others: Sequence[Person]
) -> Person | None:
    """Whose seat the writer takes, where a clause says in so many words that it is the writer."""
    if writer is None or BY_WRITER.search(text, clause.start, clause.end) is None:
        return None
    named = [person for person in people if not person.is_writer]
    if named:
        return named[0] if len(named) == 1 else None
    return next((person for person in others if not person.is_writer), None)


def _taker(text: str, clause: Clause, people: list[Person]) -> Person | None:
    """The last name behind a "door", "naar", "aan"."""
    found = None
    for person in people:
        start = next((a for a, _ in person.spans if clause.start <= a < clause.end), None)
        is_other = start is not None and not person.is_writer
        if start is not None and is_other and _is_told_as_taker(text, clause, start):
            found = person
    return found


def _is_told_as_taker(text: str, clause: Clause, start: int) -> bool:
    """Whether what stands before a name makes it that of whoever takes over; also "door beleidsadviseur Wim"."""
    what = next((c.start for c in clause.cues if c.kind == "person" and 0 <= start - c.end <= 1), None)
    before = max(clause.start, start - BEFORE_NAME)
    return any(TAKER.search(text, before, at) is not None for at in (start, what) if at is not None)


def _leaves_first(clause: Clause, people: list[Person]) -> bool:
    """ "Wim kan niet en Noor gaat in zijn plaats": between the two names stands that the first one doesn't come."""
    if len(people) != 2:
        return False
    first, second = (person.spans[-1][0] for person in people)
    return any(first < cue.start < second for cue in clause.cues if cue.kind in ("absent", "unable", "stays"))


def _gone(
    text: str,
    clause: Clause,
    cue: Cue,
    people: list[Person],
    taker: Person | None,
    writer: Person | None,
    others: Sequence[Person],
) -> Person | None:
    """Whose seat it was."""
    rest = [p for p in people if p is not taker]
    words = text[cue.start : cue.end]
    if SEAT_OF.match(words) and clause.has("i", "me"):
        return next((p for p in rest if any(cue.start <= start < cue.end for start, _ in p.spans)), None)
    if NOT_WRITER.search(words) or (OF_WRITER.search(words) and not TO_WRITER.search(words)):
        return writer
    alone = len(people) == 1 and taker is None and AS_SUBSTITUTE.search(text, clause.start, clause.end)
    if (
        INSTEAD.search(words) and (people or "honneurs" not in words)
    ) or alone:  # of whoever stays away, who is the writer where nobody else does
        return next((p for p in others if (p.stays_away or p.cancels) and p not in people), writer)
    if len(people) == 1 and clause.has("absent", "unable") and clause.has("i", "me") and OF_OTHER.search(words):
        return people[0]  # "Wim kan niet en heeft mij gevraagd zijn plek in te nemen"
    if OF_OTHER.search(words):
        known = next((p for p in others if p not in people), None)
        return known or (rest[0] if rest and (taker or _leaves_first(clause, rest)) else None)
    if taker is not None:
        if rest:
            given = [p for p in rest if p.spans[-1][0] < cue.start]
            return given[-1] if given and clause.has("passive") else rest[0]  # "Els en ik komen, Wim wordt vervangen"
        if clause.has("he", "him") and not clause.has("i", "me"):
            return next((p for p in others if p not in people), None)  # "zij kan niet en wordt vervangen door Wim"
        of_writer = clause.has("me", "i") or OF_WRITER.search(text, clause.start, clause.end)
        return writer if of_writer or SEAT_BELOW.search(text, clause.start, clause.end) else None
    after = [p for p in people if p.spans[-1][0] >= cue.end]
    before = [p for p in people if p.spans[-1][0] < cue.end]
    by_verb = bool(ACTIVE.fullmatch(words)) and not clause.has("passive")
    if clause.has("me") and (not people or (by_verb and before and not after)):
        return writer  # "Wim vervangt mij"
    if clause.has("him") and by_verb and not after and (before or (clause.has("i") and not people)):
        return next((p for p in others if p not in people), None)  # "Wim zal haar vervangen", "ik vervang hem"
    if by_verb and after and (before or clause.has("i")):
        return after[0]  # "Noor vervangt Wim"
    return before[0] if before and after else None
