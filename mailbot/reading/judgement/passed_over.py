"""Does a letter say something of one of those who come that nothing came of? "Onderstaande mensen, behalve Piet", above
their letter; "naar verluidt komt Jan ook"; "Jan kan alleen 's middags", where two are called so; "Wim komt alleen voor
de borrel"; "dus alleen ik".
"""

import re
from functools import cache
from itertools import pairwise

from mailbot.domain.reading import Action
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import UnitKind
from mailbot.reading.lexicon import words
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late

# Right before the name of whom a list, or a letter, is to be done without
EXCEPT = late(
    r"\b(?:behalve|uitgezonderd|zonder|minus|buiten|m\.u\.v\.|met uitzondering van|op"
    r"|except(?: for)?|apart from|aside from|other than|save for|but not|all but"
    r"|everyone but|without|excluding|minus)\s"
    r"(?:(?:collega|de heer|mevrouw|onze|mijn)\s)?\Z",
    re.IGNORECASE,
)
SLASH = re.compile(r"\s?/\s?")
LATER_ONES = late(
    r"\b(?:alle|elke|iedere|de|all|any|every)\s(?:andere\s|other\s)?"
    r"(?:volgende|toekomstige|verdere|latere|overige|future|upcoming|further)\s"
    r"(?:bijeenkomsten|bijeenkomst|edities|activiteiten|evenementen|events|meetings)\b",
    re.IGNORECASE,
)
NEXT_ONE = late(
    r"\b(?:wel|graag|but|gladly)\b[^.;!?]{0,20}?\b(?:(?:de|een) (?:eerst)?volgende (?:keer|editie|bijeenkomst)"
    r"|(?:the )?next (?:time|one|edition|meeting))\b",
    re.IGNORECASE,
)
AS_WHAT = late(
    r"\b(?:als|as)\s(?:een\s|an?\s)?(?:vrijwilliger|vrijwilligster|spreker|spreekster|standhouder|exposant|helper"
    r"|dagvoorzitter|fotograaf|volunteer|speaker|exhibitor|photographer)\b"
    r"(?=\s*(?:$|[.,;!?]|(?:voor|op|voor de|for|on|aan)\b))",
    re.IGNORECASE,
)
AWAY = ("neg", "absent", "unable", "stays", "cancel", "unbooked")
OPEN = ("reserve", "names_follow")
JUST_ME = late(
    r"\W*(?:(?:dus|kortom|daarom|so|nu|het wordt|het worden)\s)(?:(?:nu|dan|toch|het wordt)\s)?"
    r"(?:alleen|enkel|slechts|just|only)\s(?:ik|ikzelf|mij|mijzelf|me|myself)\b[^.!?]{0,20}[.!?\s]*",
    re.IGNORECASE,
)
REACH = 40  # characters: "met uitzondering van de heer "
AS_WELL = late(
    r"\s(?:gaat\s|komt\s|wil\s|overigens\s|trouwens\s)?(?:ook|too|as well|eveneens)\s*(?:$|[.,;!])", re.IGNORECASE
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
        _only_for_it().search(fold(asking.text), clause.start, clause.end) is not None
        for asking, clause in outcome.clauses
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


def comes_by_a_first_name(outcome: Outcome) -> bool:
    """ "Ik kom 30 maart, Wim ook": who that is, isn't told, and nothing came of him."""
    return outcome.only_registers and any(
        not (person.name.surname or person.name.initials or person.is_writer)
        and person.is_waiting
        and AS_WELL.match(asking.text, person.spans[-1][1], clause.end) is not None
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
        LATER_ONES.search(asking.text, unit.start, unit.end) is not None
        or (unit.has("neg") and NEXT_ONE.search(asking.text, unit.start, unit.end) is not None)
        for asking in outcome.case.asking
        for unit in asking.sheet.units
        if unit.has("enrol", "enrol_noun")
    )


def comes_as_something_else(outcome: Outcome) -> bool:
    """ "Ik meld mij aan als vrijwilliger", "als spreker": not so "ik kom als vrijwilliger van het Rode Kruis"."""
    return outcome.only_registers and any(
        AS_WHAT.search(asking.text, clause.start, clause.end) is not None
        for asking, clause in outcome.clauses
        if clause.has("enrol", "enrol_noun", "attend") and not clause.has("neg", "past", "told")
    )


def _who_come_by(asking: Asking, clause: Clause) -> list[Person]:
    """Who of those whom a clause names, or whose the words are, is put on the list."""
    named = asking.roster.at(clause.start, clause.end)
    people = named or ([asking.writer] if clause.has("i", "me", "mine") else asking.account.owners(clause.start))
    return [person for person in people if person.comes]
