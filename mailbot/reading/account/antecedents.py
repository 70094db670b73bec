"""Of whom a clause speaks that has no subject of its own: somebody whom the sentence has named before it.

"Mijn chef Jan, die ziek is, laat u groeten"; "Wim, die hier werkt, stuurde mij uw brief"; "Hatice, onze collega, wil
graag mee". Pronouns, functions and numbers that mean somebody are references.py's.
"""

import re
from collections.abc import Sequence

from mailbot.reading.account.cue_senses import coming_cues, negates
from mailbot.reading.account.mentions import begins_with_verb, follows_relative, is_verb, last_named, named_for_another
from mailbot.reading.account.stance import Stance
from mailbot.reading.account.subjects import is_overtaken
from mailbot.reading.account.together import is_done_hereby
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.names.people import Person, Roster

# "Wim, met wie ik reis, en ik komen"
AND_I = re.compile(
    r"\s*(?:en|and|&|alsmede|evenals)\s+(?:ook\s+)?(?:ikzelf|ik|ondergetekende|I)\s+(?:zijn|\w+en|are|will)\b", re.I
)


def antecedents(text: str, unit: Unit, clause: Clause, own: Stance, roster: Roster) -> list[Person]:
    """Whom a clause of that sentence is about, if it doesn't say so itself. `own`: what its words say of coming."""
    inside = [n for n in unit.names if clause.aside and clause.start <= n.start < clause.end]
    if inside and not clause.names and own is not Stance.NOTHING:
        return [roster.mention(name) for name in inside]  # "onze chef (Wim Smit, die thuis blijft)"
    if clause.has("already") and clause.has("i", "we") and not clause.names and follows_relative(text, clause):
        return _named_before(text, unit, clause, roster)  # "Wim, die ik had aangemeld, komt niet"
    if clause.names or (clause.has("i", "we") and not _joins_later(text, clause)):
        return []
    resumes = _resumes(text, unit, clause, own)
    if clause.has("you", "polite") and clause.has("me", "us") and not resumes:
        return []  # "Petra, wil je mij inschrijven?"
    relative = follows_relative(text, clause) or (clause.aside and clause.has("he"))
    if not (relative or ((resumes or begins_with_verb(text, clause)) and not clause.has("he"))):
        return []
    if any(is_overtaken(text, c) for c in unit.clauses if c.names and c.end <= clause.start):
        return []  # "Wim wordt gebracht door zijn broer, maar die gaat niet mee"
    return _named_before(text, unit, clause, roster)


AND_THEN_I = re.compile(r"\s(?:en|and)\s(?:daarom\s|dus\s|so\s)?\Z", re.IGNORECASE)


def _joins_later(text: str, clause: Clause) -> bool:
    """Whether a clause begins with the verb of whoever was named before, and the writer is joined to it: "Onze chef,
    Wim Smit, wil komen en ik ga mee"."""
    own = [cue for cue in clause.cues if cue.kind in ("i", "we")]
    verb = begins_with_verb(text, clause) and not follows_relative(text, clause)
    return verb and all(AND_THEN_I.search(text, clause.start, cue.start) for cue in own)


def _resumes(text: str, unit: Unit, clause: Clause, own: Stance) -> bool:
    """Whether a clause goes on, with its verb, behind what was said of its subject: "Wim, die hier werkt, stuurde
    mij uw brief"."""
    before = next((other for other in unit.clauses if other.end == clause.start), None)
    if before is None or not follows_relative(text, before):
        return False
    words = text[clause.start : clause.end].split()
    says = own is not Stance.NOTHING or any(cue.start <= clause.start + 1 for cue in coming_cues(clause))
    return says or (bool(words) and words[0].islower() and is_verb(words[0]))


def _named_before(text: str, unit: Unit, clause: Clause, roster: Roster) -> list[Person]:
    before = next((other for other in unit.clauses if other.end == clause.start), None)
    own = before is not None and before.has("i") and not before.names
    if own and before is not None and not (follows_relative(text, clause) or follows_relative(text, before)):
        # "Wim komt; ik had ook gewild maar moet werken"
        return [roster.writer] if roster.writer and roster.writer.spans else []
    behind_relative = before is not None and before.names and follows_relative(text, before)
    at = before.start if before is not None and behind_relative else clause.start  # "Wim, die Els kent, komt"
    found = last_named(text, unit.names, at)
    holds = next((c for c in reversed(unit.clauses) if found and c.start <= found[-1].start < c.end), None)
    if holds is not None and (told := named_for_another(text, holds)):  # "Els Bos, adviseur van Wim Smit, komt"
        found = last_named(text, [name for name in holds.names if name not in told], at)
    return [person for name in found if not (person := roster.mention(name)).is_writer]


def said_of_antecedents(text: str, clause: Clause, about: Sequence[Person], stance: Stance) -> Stance:
    """What a clause says of those whom it is about, where its own words say `stance`."""
    if stance is Stance.NOTHING and clause.has("with_me") and coming_cues(clause):
        stance = Stance.COMES  # "Wim, die dit dossier heeft, komt ook"
    if stance is Stance.NOTHING and any(p.name.is_full for p in about) and _says_that_they_come(text, clause):
        stance = Stance.COMES  # "mijn baas, Wim Smit, is er op 30 maart bij"
    wants = clause.has("enrol", "with_me", "hereby") and not clause.has("me", "him")
    if stance is Stance.COMES and not wants and follows_relative(text, clause):
        return Stance.NOTHING  # "die mij meestal vergezelt"
    return stance


def _says_that_they_come(text: str, clause: Clause) -> bool:
    coming = coming_cues(clause)
    relative = follows_relative(text, clause) or clause.has("past", "usual", "part", "wavers", "maybe", "told")
    return bool(coming) and not relative and not clause.asks and not negates(clause, coming)


def joins_writer(text: str, clause: Clause) -> bool:
    """Whether a row of names ends with this clause in the writer, and a verb of all of them."""
    return AND_I.match(text, clause.start, clause.end) is not None


def lends_verb(text: str, before: Clause, clause: Clause) -> bool:
    """Whether a clause begins with its verb, and so belongs to whom the one before names: "Hatice, onze collega, wil
    graag mee"."""
    first = clause.first("attend", "enrol", "stays", "absent")
    if first is None or not before.names or clause.names or before.has("attend", "enrol"):
        return False
    if len(text[clause.start : first.start].split()) > 1 or is_done_hereby(text, clause):
        return False
    return not (clause.has("i", "me", "he", "him") or before.has("told"))
