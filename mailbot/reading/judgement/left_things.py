"""Does somebody leave a thing that none of the events is called: "ik kan niet meedoen met de BHV-herhaling, haal me van
de lijst", below "Afmelding 30 maart"? What signs up for such a thing is other_things.py's.
"""

import re
from collections.abc import Iterator

from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.judgement.other_things import is_of_people, may_be_ours, names_of
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.lexicon import word_set, words
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

# What somebody leaves: "niet meedoen met de BHV-herhaling", "meld mij af voor de EHBO-cursus"; not why, or how
THING = r"(?:(?:de|het|'t|een|die|dat|deze|dit|uw|jullie|onze|ons|mijn)\s)?([^\W\d_][\w'-]{3,}(?:\s[^\W\d_][\w'-]*)?)"
LEFT = late(
    r"\b(?:meedoen\smet|mee\s(?:te\s)?doen\smet|deelnemen\saan|deel\s(?:te\s)?nemen\saan|deelname\saan|deelneming\saan"
    r"|(?:niet|toch niet)\s(?:meer\s)?(?:komen\s|aanwezig\s(?:zijn\s)?|gaan\s)?(?:naar|bij)"
    r"|(?:afmelden|afmelding|afgemeld|af|uitschrijven|uitschrijving|uit|annuleren|annulering|afzeggen|afzegging|terug)"
    rf"\s(?:voor|van|bij|uit))\s{THING}"
)
LEFT_FIRST = late(
    rf"\s*(?:helaas\s)?(?:voor|bij|van|uit|aan)\s(?=(?:de|het|'t|een|die|dat|deze|dit|onze|ons)\s){THING}"
)
OF_HOUSES = re.compile(r"(?:team|sport|personeel|hei|bhv|ehbo|afdeling|familie|school|ouder|vrijmi|kerst|nieuwjaar)")


def leaves_another_occasion(case: Case, asking: Asking) -> bool:
    """ "Ik kan niet meedoen met de BHV-herhaling, wil je me van de lijst halen?": what is left is called by a name that
    none of the events has, and nothing else in the letter is called by one of ours."""
    called = names_of(case)
    for unit in asking.sheet.units:
        for clause in unit.clauses:
            if clause.has("cancel", "absent", "neg") and stance_of(clause) in (Stance.CANCELS, Stance.STAYS_AWAY):
                for thing in _left_in(asking, clause):
                    if not _is_certainly_ours(thing, called):
                        return True
    return False


def _left_in(asking: Asking, clause: Clause) -> Iterator[str]:
    folded = fold(asking.sheet.parts.body[clause.start : clause.end])
    first = LEFT_FIRST.match(folded)
    for found in (*((first,) if first else ()), *LEFT.finditer(folded)):
        start, end = (clause.start + at for at in found.span(1))
        dated = any(m.start < end and start < m.end for m in asking.sheet.events)
        seat = any(c.start < end and start < c.end for c in clause.cues if c.kind in ("enrol_noun", "seat", "me"))
        known = dated or seat or found[1].split()[0] in word_set("left_open", "not_of_things")
        if not known and not is_of_people(clause, start, end):
            yield found[1]


def _is_certainly_ours(thing: str, called: str) -> bool:
    """As may_be_ours, but a course or a lecture is ours only where an event is called so."""
    kinds = words("events", "certain_kinds")
    first = thing.split()[0]
    if OF_HOUSES.match(first) or (first.endswith(kinds) and not any(k in called for k in kinds if first.endswith(k))):
        return False
    return may_be_ours(thing, called)


# "Afgemeld voor de heidag": done already, and said of a thing
HAVING_LEFT = late(rf"\b(?:afgemeld|afgezegd)\s(?:voor|van|bij)\s(?=(?:de|het|'t|een|die|onze|ons|mijn)\s){THING}")


def tells_of_having_left(case: Case) -> bool:
    """ "Afgemeld voor de heidag, dus...", in a subject: of something else, which is why somebody can come."""
    called, folded = names_of(case), fold(case.subject)
    return any(not _is_certainly_ours(found[1], called) for found in HAVING_LEFT.finditer(folded))
