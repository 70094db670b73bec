"""Is somebody put on the list who doesn't know of it, or wouldn't want to be? "Zet Noor er ook bij, zij weet van niks",
"ze heeft al gezegd dat ze nergens heen wil", "die kan zo'n cursus wel gebruiken, haha".
"""

import re

from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late

LAUGHS = late(r"\b(?:haha\w*|hihi\w*|lol|grapje|geintje|knipoog)\b|[:;]-?[)DpP]|[😀-😆😉😂🤣😜😏😁]", re.IGNORECASE)
REACH = 60  # characters behind a sentence in which somebody still laughs about it


def is_put_down_unasked(outcome: Outcome) -> bool:
    if not (outcome.only_registers and outcome.says("unasked", "teases")):
        return False
    return any(_is_of_a_guest(outcome, asking, unit) for asking in outcome.case.asking for unit in asking.sheet.units)


def _is_of_a_guest(outcome: Outcome, asking: Asking, unit: Unit) -> bool:
    if not unit.has("unasked", "teases"):
        return False
    laughs = LAUGHS.search(asking.text, unit.start, unit.end + REACH) is not None
    said = [c for c in unit.clauses if c.has("unasked") or (c.has("teases") and laughs and not c.has("i", "we"))]
    said = [c for c in said if not (c.has("part") or _is_of_an_absentee(c))]
    return any(_comes_by_others(person, asking) for clause in said for person in _of_whom(outcome, asking, clause))


def _is_of_an_absentee(clause: Clause) -> bool:
    """ "Onze directeur weet van niks en komt ook niet": nobody who is put on the list."""
    if stance_of(clause) is Stance.STAYS_AWAY and clause.has("attend", "absent", "goes"):
        return True
    return clause.has("person", "companion") and not (clause.names or clause.has("he", "him", "i"))


def _of_whom(outcome: Outcome, asking: Asking, clause: Clause) -> list[Person]:
    """Whom the clause names, or else is about; all who come, where nothing tells."""
    named = asking.roster.at(clause.start, clause.end)
    about = [person for person in asking.account.owners(clause.start) if not person.is_writer]
    return list(named or about or outcome.people)


def _comes_by_others(person: Person, asking: Asking) -> bool:
    return person.comes and not (person.is_writer or person.stays_away or person is asking.writer)
