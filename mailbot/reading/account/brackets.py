"""What stands in brackets, by the words around it: who "wij" are, or who "mijn chef" is, who found it a good idea.

What brackets say of coming themselves is told as any clause is.
"""

import re
from collections.abc import Iterable

from mailbot.reading.account.account import Account
from mailbot.reading.account.people_words import PEOPLE
from mailbot.reading.account.saying import is_on_another_list
from mailbot.reading.account.stance import Stance
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cue_phrases import number
from mailbot.reading.letter.cues import tokens
from mailbot.reading.letter.units import Unit
from mailbot.reading.names.people import Roster
from mailbot.reading.text.late import late

WE = late(
    r"\b(?:(?:wij|we|ons|us)|(?:beide|onze|alle|de)\s+(?:\w+\s+)?(?:inschrijvingen|aanmeldingen|deelnemers|plekken|plaatsen)|(?:de|het|alle|the)\s+(?:rest|overigen|resterenden|anderen|others|remaining\s+\w+"
    r"|(?:andere|overige|resterende|other)\s+[^\W\d_]+|(?:twee|drie|vier|vijf|two|three|four)\s+(?:anderen|overigen|others)))\s*$",
    re.IGNORECASE,
)
# "Wim Smit (aangemeld op 3 maart) is ziek"
ON_THE_LIST = late(
    r"\(\s*(?:(?:al|reeds|eerder|wel|staat|stond|was|is|die|door|mij|ons|already)\s+)*(?:aangemeld|ingeschreven|opgegeven"
    r"|geregistreerd|registered|signed up|enrolled|op (?:de|uw|jullie) lijst|on (?:the|your) list)\b",
    re.IGNORECASE,
)
RIGHT_BEFORE = 3  # characters between a name and its bracket


def note_booked(text: str, unit: Unit, aside: Clause, roster: Roster) -> None:
    """Note that whoever stands right before those brackets is on the list, where they say so."""
    if ON_THE_LIST.match(text, aside.start, aside.end) and not is_on_another_list(aside):
        for name in unit.names:
            if 0 <= aside.start - name.end < RIGHT_BEFORE:
                roster.mention(name).booked = True


def says_who_we_are(text: str, unit: Unit, clause: Clause) -> bool:
    """ "Wij (Els Bakker en Wim Smit) komen graag", "de rest (Wim en ik) blijft staan": what is said of us, of the
    rest, is said of them."""
    around = [other for other in unit.clauses if other.start <= clause.start and clause.end < other.end]
    if not around or not clause.names:
        return False
    counted = clause.has("myself_too") and any(other.has("us", "we", "already", "booking") for other in around)
    counted = counted or any(_counts_us(text, other, len(clause.names)) for other in around)
    return counted or WE.search(text[unit.start : clause.start]) is not None  # counted: "ons drieën (A, B en ik)"


def _counts_us(text: str, clause: Clause, many: int) -> bool:
    """Whether a clause speaks of just so many of us: "wij zouden met z'n tweeën komen (Wim Smit en Els Bakker)"."""
    counts = [cue for cue in clause.cues if cue.kind == "party"] if clause.has("we", "us") else []
    return many > 1 and any(number(t.word) == many for cue in counts for t in tokens(text, cue.start, cue.end))


# "Zijn adviseur (ondergetekende)", "zijn secretaresse (dat ben ik)"
THAT_IS_ME = late(
    r"\(\s*(?:(?:en\s)?(?:dat|die)\s(?:ben|is)\s)?(?:ik|ikzelf|ik zelf|mijzelf|mezelf|ondergetekende|schrijver dezes"
    r"|(?:that is|that's) me|me|myself|the undersigned|yours truly)(?:\s(?:dus|zelf))?\s*\)",
    re.IGNORECASE,
)


def tells_it_is_the_writer(text: str, unit: Unit, aside: Clause) -> bool:
    """Whether brackets say that whoever stands right before them by no more than an office is the writer."""
    if THAT_IS_ME.fullmatch(text[aside.start : aside.end].strip()) is None:
        return False
    ends = [cue.end for around in clauses_around(unit, aside) for cue in around.cues if cue.kind in PEOPLE]
    return any(0 <= aside.start - end < RIGHT_BEFORE for end in ends)


def clauses_around(unit: Unit, aside: Clause) -> list[Clause]:
    """The clauses in which those brackets stand."""
    return [c for c in unit.clauses if not c.aside and c.start < aside.start and aside.end <= c.end]


def explain(aside: Clause, around: Iterable[tuple[Clause, Stance]], account: Account) -> None:
    """ "Vorig jaar (met mijn collega Wim) was het druk", "mijn chef (Wim Smit) vindt het goed": whom brackets name
    in a sentence that is about something else, they name for that. `around`: with what each says of coming."""
    told = list(around)
    if any(clause.has("person", "companion") and stance is Stance.BOOKED for clause, stance in told):
        for found in aside.names:  # "die buurvrouw (Truus Lems) staat al op de lijst"
            account.roster.mention(found).booked = True
    if any(clause.has("past", "told") and stance is not Stance.COMES for clause, stance in told):
        for found in aside.names:
            person = account.roster.mention(found)
            person.passing = True
            account.unclear = [p for p in account.unclear if p is not person]
