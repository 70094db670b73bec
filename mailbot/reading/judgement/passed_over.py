"""Does a letter say something of one of those who come that nothing came of? "Onderstaande mensen, behalve Piet", above
their letter; "naar verluidt komt Jan ook"; "Jan kan alleen 's middags", where two are called so; "Wim komt alleen voor
de borrel"; "dus alleen ik".
"""

import re
from itertools import pairwise

from mailbot.domain.reading import Action
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import UnitKind
from mailbot.reading.lexicon import words
from mailbot.reading.lexicon.phrase_book import PhraseBook
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late

PHRASES = PhraseBook("passed_over")
EXCEPT = PHRASES.before("except")
SLASH = re.compile(r"\s?/\s?")
LATER_ONES = PHRASES.anywhere("later_ones")
NEXT_ONE = PHRASES.anywhere("next_one")
AS_SOMETHING_ELSE = late(
    lambda: rf"{PHRASES.whole('as_something_else')}(?=\s*(?:$|[.,;!?]|{PHRASES.any_of('at_it')}\b))"
)
ONLY_ME = PHRASES.alone("only_me")
AS_WELL = late(lambda: rf"\s{PHRASES.any_of('as_well')}")
AWAY = ("neg", "absent", "unable", "stays", "cancel", "unbooked")
OPEN = ("reserve", "names_follow")
REACH = 40  # characters: "met uitzondering van de heer "


def _only_for_a_bite() -> str:
    bite = f"(?:{any_of(words('choices', 'bites'))})"
    return (
        rf"\b{PHRASES.any_of('only_for')}\s{bite}\b(?!\s{PHRASES.any_of('and_more')}(?!\w))"
        rf"|\b{PHRASES.any_of('for_it')}\s{bite}\s{PHRASES.any_of('only')}\b"
    )


ONLY_FOR_A_BITE = late(_only_for_a_bite)


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
        and (clause.has(*AWAY) or EXCEPT.search(fold(own.text), max(clause.start, name.start - REACH), name.start))
        for unit in own.sheet.units
        for clause in unit.clauses
        for name in clause.names
        if name.name.given
    )


def comes_by_hearsay(outcome: Outcome) -> bool:
    """ "Naar verluidt komt Jan Smit ook": somebody comes by what the writer only heard, and nobody asks for a seat."""
    if not outcome.only_registers:
        return False
    return any(
        not person.is_writer and not person.enrolled
        for asking, clause in outcome.clauses
        if clause.has("hearsay") and not clause.has("enrol", "seat") and stance_of(clause) is Stance.COMES
        for person in _who_come_by(asking, clause)
    )


def takes_whose_seat(outcome: Outcome) -> bool:
    """ "Graag mij inschrijven in haar plaats", above a colleague's letter or our confirmation to her: whose seat goes,
    the letter itself doesn't tell."""
    return outcome.only_registers and any(
        cue.kind == "replace" and any(c.kind == "him" and cue.start <= c.start < cue.end for c in clause.cues)
        for _, clause in outcome.clauses
        if clause.has("replace") and clause.has("enrol", "attend") and clause.has("me", "i") and not clause.names
        for cue in clause.cues
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
        ONLY_FOR_A_BITE.search(fold(asking.text), clause.start, clause.end) is not None
        for asking, clause in outcome.clauses
        if clause.has("attend", "enrol", "alone") and not clause.has("neg", "past") and _who_come_by(asking, clause)
    )


def only_the_writer_is_left(outcome: Outcome) -> bool:
    """ "Wim en ik wilden komen, maar Wim heeft een begrafenis. Dus alleen ik.", and both would be put on the list."""
    if not outcome.only_registers or len(outcome.requests) < 2:
        return False
    return any(
        ONLY_ME.fullmatch(fold(asking.text), unit.start, unit.end)
        for asking in outcome.case.asking
        for unit in asking.sheet.units
    )


def comes_by_a_first_name(outcome: Outcome) -> bool:
    """ "Ik kom 30 maart, Wim ook": who that is, isn't told, and nothing came of him."""
    return outcome.only_registers and any(
        not (person.name.surname or person.name.initials or person.is_writer)
        and person.is_waiting
        and AS_WELL.match(fold(asking.text), person.spans[-1][1], clause.end) is not None
        for asking, clause in outcome.clauses
        if clause.has("as_well") and clause.names and not clause.has("neg", "part", "past", "told")
        for person in asking.roster.at(clause.start, clause.end)
    )


def form_says_no(outcome: Outcome) -> bool:
    """ "Naam: Ellen Mos / Aanwezig: nee", and the one put on the list is who sent it, who says nothing of coming."""
    if not outcome.only_registers or len(outcome.requests) != 1:
        return False
    return any(
        asking.account.implied is not None
        and any(
            p.stays_away and not p.is_writer and any(unit.start <= a < unit.end for a, _ in p.spans)
            for unit in asking.sheet.units
            if unit.kind is UnitKind.FIELD
            for p in asking.roster.people
        )
        for asking in outcome.case.asking
        if outcome.requests[0].name == str(asking.writer.name)
    )


def stands_beside_another(outcome: Outcome) -> bool:
    """ "Ellen Mos / Jan Pol, 30 maart graag": the one or the other, and both would be put on the list."""
    new = {request.name for request in outcome.requests if request.action is Action.REGISTER}
    return any(
        SLASH.fullmatch(asking.text, one.end, two.start)
        and {str(p.name) for p in asking.roster.at(one.start, two.end)} <= new
        for asking in outcome.case.asking
        for unit in asking.sheet.units
        if unit.kind is UnitKind.SENTENCE
        for one, two in pairwise(unit.names)
        if one.name.is_full and two.name.is_full
    )


def signs_up_for_more(outcome: Outcome) -> bool:
    """ "... en voor alle volgende bijeenkomsten ook"; "30 maart niet, wel de volgende keer, schrijf mij daar voor in":
    for what isn't announced yet."""
    if not outcome.only_registers or any(event.sessions() for event in outcome.case.context.events):
        return False
    return any(
        LATER_ONES.search(fold(asking.text), unit.start, unit.end) is not None
        or (unit.has("neg") and NEXT_ONE.search(fold(asking.text), unit.start, unit.end) is not None)
        for asking in outcome.case.asking
        for unit in asking.sheet.units
        if unit.has("enrol", "enrol_noun")
    )


def comes_as_something_else(outcome: Outcome) -> bool:
    """ "Ik meld mij aan als vrijwilliger", "als spreker": not so "ik kom als vrijwilliger van het Rode Kruis"."""
    return outcome.only_registers and any(
        AS_SOMETHING_ELSE.search(fold(asking.text), clause.start, clause.end) is not None
        for asking, clause in outcome.clauses
        if clause.has("enrol", "enrol_noun", "attend") and not clause.has("neg", "past", "told")
    )


def _who_come_by(asking: Asking, clause: Clause) -> list[Person]:
    """Who of those whom a clause names, or whose the words are, is put on the list."""
    named = asking.roster.at(clause.start, clause.end)
    people = named or ([asking.writer] if clause.has("i", "me", "mine") else asking.account.owners(clause.start))
    return [person for person in people if person.comes]
