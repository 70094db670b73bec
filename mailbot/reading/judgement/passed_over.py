"""Does a letter say something of one of those who come that nothing came of? "Onderstaande mensen, behalve Piet", above
their letter; "naar verluidt komt Jan ook"; "Jan kan alleen 's middags", where two are called so; "Wim komt alleen voor
de borrel"; "dus alleen ik".
"""

import re
from collections.abc import Iterator
from functools import cache

from mailbot.domain.reading import Action
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.lexicon import words
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late

# Right before the name of whom a list, or a letter, is to be done without
EXCEPT = late(
    r"\b(?:behalve|uitgezonderd|zonder|minus|buiten|m\.u\.v\.|met uitzondering van|op"
    r"|except(?: for)?|but not|without|excluding|minus)\s"
    r"(?:(?:collega|de heer|mevrouw|onze|mijn)\s)?\Z",
    re.IGNORECASE,
)
AWAY = ("neg", "absent", "unable", "stays", "cancel", "unbooked")
OPEN = ("reserve", "names_follow", "companion", "unnamed")
JUST_ME = late(
    r"\W*(?:(?:dus|kortom|daarom|so|nu|het wordt|het worden)\s)(?:(?:nu|dan|toch|het wordt)\s)?"
    r"(?:alleen|enkel|slechts|just|only)\s(?:ik|ikzelf|mij|mijzelf|me|myself)\b[^.!?]{0,20}[.!?\s]*",
    re.IGNORECASE,
)


def forwarder_says_otherwise(outcome: Outcome) -> bool:
    """ "Onderstaande graag inschrijven, behalve Piet": whoever passes a letter on says of one in it that they don't
    come, or of others that they do: "ik wil zelf ook, plus nog iemand"."""
    case = outcome.case
    own = case.own
    if not case.relayed or own in case.asking or not outcome.only_registers:
        return False
    if own.account.companions or any(doubt in OPEN for doubt in own.account.doubts):
        return True
    given = {fold(p.name.given) for p in outcome.people if p.comes and p.name.given}
    return any(
        fold(name.name.given) in given
        and (clause.has(*AWAY) or EXCEPT.search(own.text, max(clause.start, name.start - REACH), name.start))
        for unit in own.sheet.units
        for clause in unit.clauses
        for name in clause.names
        if name.name.given
    )


REACH = 40  # characters: "met uitzondering van de heer "


def comes_by_hearsay(outcome: Outcome) -> bool:
    """ "Naar verluidt komt Jan Smit ook": somebody comes by what the writer only heard, and nobody asks for a seat."""
    if not outcome.only_registers:
        return False
    return any(
        not person.is_writer and not person.enrolled
        for asking, clause in _clauses(outcome)
        if clause.has("hearsay") and not clause.has("enrol", "seat") and stance_of(clause) is Stance.COMES
        for person in _who_come_by(asking, clause)
    )


def takes_whose_seat(outcome: Outcome) -> bool:
    """ "Graag mij inschrijven in haar plaats", above a colleague's letter or our confirmation to her: whose seat goes,
    the letter itself doesn't tell."""
    return outcome.only_registers and any(
        cue.kind == "replace" and any(c.kind == "him" and cue.start <= c.start < cue.end for c in clause.cues)
        for _, clause in _clauses(outcome)
        if clause.has("replace") and clause.has("enrol", "attend") and clause.has("me", "i") and not clause.names
        for cue in clause.cues
    )


def writer_joins_them(outcome: Outcome) -> bool:
    """ "Daarvoor in de plaats komen Zeynep Arslan en ikzelf", and the writer isn't put on the list."""
    if Action.REGISTER not in outcome.actions:
        return False
    new = {request.name for request in outcome.requests}
    return any(
        clause.has("myself_too")
        and clause.has("attend", "enrol")
        and not clause.has("neg", "past", "meant", "maybe", "if", "part", "already")
        and stance_of(clause) is Stance.COMES
        and str(asking.writer.name) not in new
        and any(str(p.name) in new for p in asking.roster.at(clause.start, clause.end))
        for asking, clause in _clauses(outcome)
    )


def is_called_like_another(outcome: Outcome) -> bool:
    """ "Zet Jan maar bij Vooroordelen", where Jan Smit and Jan Postma come."""
    if Action.REGISTER not in outcome.actions:
        return False
    for asking in outcome.case.asking:
        known = [fold(p.name.given) for p in asking.roster.people if (p.comes or p.booked) and p.name.is_full]
        alone = [
            p for p in asking.roster.people if p.name.given and not (p.name.surname or p.name.initials or p.is_writer)
        ]
        if any(known.count(fold(p.name.given)) > 1 for p in alone):
            return True
    return False


def comes_for_a_bite(outcome: Outcome) -> bool:
    """ "Wim Smit komt alleen voor de borrel": of the day itself somebody sees nothing."""
    return outcome.only_registers and any(
        _only_for_it().search(fold(asking.text), clause.start, clause.end) is not None
        for asking, clause in _clauses(outcome)
        if clause.has("attend", "enrol", "alone") and not clause.has("neg", "past") and _who_come_by(asking, clause)
    )


@cache
def _only_for_it() -> re.Pattern[str]:
    """Not so "alleen voor de lunch mag het vegetarisch zijn": at the end of what is said."""
    bite = any_of(words("choices", "bites"))
    return re.compile(
        rf"\b(?:alleen|enkel|slechts|uitsluitend|only|just)\s(?:maar\s)?(?:voor|naar|bij|for|to)\s(?:(?:de|het|the)\s)?"
        rf"(?:{bite})\b(?!\s(?:en|and|is|mag|graag))"
        rf"|\b(?:for|voor|naar|to)\s(?:(?:de|het|the)\s)?(?:{bite})\s(?:only|alleen)\b"
    )


def only_the_writer_is_left(outcome: Outcome) -> bool:
    """ "Wim en ik wilden komen, maar Wim heeft een begrafenis. Dus alleen ik.", and both would be put on the list."""
    if not outcome.only_registers or len(outcome.requests) < 2:
        return False
    return any(
        JUST_ME.fullmatch(asking.text, unit.start, unit.end)
        for asking in outcome.case.asking
        for unit in asking.sheet.units
    )


def _clauses(outcome: Outcome) -> Iterator[tuple[Asking, Clause]]:
    return ((asking, c) for asking in outcome.case.asking for unit in asking.sheet.units for c in unit.clauses)


def _who_come_by(asking: Asking, clause: Clause) -> list[Person]:
    """Who of those whom a clause names, or whose the words are, is put on the list."""
    named = asking.roster.at(clause.start, clause.end)
    people = named or ([asking.writer] if clause.has("i", "me", "mine") else asking.account.owners(clause.start))
    return [person for person in people if person.comes]
