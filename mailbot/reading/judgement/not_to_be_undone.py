"""Would a seat be given up in a letter that doesn't give it up? "Heeft Els zich afgemeld?"; "vorige week meldde ik me
af, maar ik kan nu toch wel"; "mijn afmelding van gisteren mag van tafel"; "allemaal afmelden, behalve Els"; "één van de
drie valt af", of which the writer would be the one.
"""

import re

from mailbot.domain.reading import Action
from mailbot.reading.case.asking import Asking
from mailbot.reading.judgement.dropped_choices import drops_a_choice
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.judgement.passed_over import EXCEPT, REACH
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.lexicon.phrase_book import PhraseBook
from mailbot.reading.names import same_person
from mailbot.reading.names.person_name import split_plain
from mailbot.reading.text.fold import fold

GONE = ("cancel", "absent", "unable", "stays", "unbooked", "self_not")
PHRASES = PhraseBook("not_to_be_undone")
ASKS_HOW_IT_IS = PHRASES.at_start("asks_how_it_is")
LOOK_UP = PHRASES.anywhere("look_up")
AFTER_ALL = PHRASES.anywhere("after_all")
ANOTHER_TIME = PHRASES.anywhere("another_time")
NOT_TO_LEAVE = PHRASES.anywhere("not_to_leave")
EARLIER_LEAVE = PHRASES.anywhere("earlier_leave")
LEAVE_DROPPED = PHRASES.anywhere("leave_dropped")
LEAVES_BY_THEMSELVES = PHRASES.anywhere("leaves_by_themselves")
ONE_OF_THEM = PHRASES.at_start("one_of_them")
OURSELVES = ("i", "me", "mine", "we", "us")
# "Op Els en Wim na": not so "op Els na zijn we allemaal adviseur"
ON_AFTER = re.compile(r"\s(?:[\w'’]+\s){0,3}?na\b")
SEATS = ("enrol", "attend", "seat", "cancel", "relay")
# What says that a clause with "cancel" and "me" asks for no leave: "zonder mij af te melden", "schrap mijn lunch"
NO_LEAVE = (
    *("neg", "if", "past", "i", "no_denial", "enrol_noun", "part", "belonging", "told", "undone", "already"),
    "takes_back",
)


def excepts_whom_it_asks_for(outcome: Outcome) -> bool:
    """ "Please cancel all of us except Els", and it is Els who would be struck off."""
    asked = [split_plain(request.name.split()) for request in outcome.requests if request.name]
    return any(
        (said := EXCEPT.search(fold(asking.text), max(unit.start, found.start - REACH), found.start)) is not None
        and (not said[0].startswith("op") or (unit.has(*SEATS) and ON_AFTER.match(asking.text, found.end)))
        and (person := asking.roster.find(found.name)) is not None
        and any(same_person(person.name, name) for name in asked)
        for asking in outcome.case.asking
        for unit in asking.sheet.units
        if not (unit.has("part") or any(unit.start <= start < unit.end for start, _ in asking.sheet.workshops))
        for found in unit.names
    )


def only_asks_after_it(outcome: Outcome) -> bool:
    """ "Heeft Els zich afgemeld?", "kunt u nagaan of Els niet dubbel staat?": nobody is to be struck off."""
    if not outcome.cancels:
        return False
    gone = [(asking, c) for asking, c in outcome.clauses if c.has(*GONE)]
    return bool(gone) and all(
        (clause.asks and ASKS_HOW_IT_IS.match(fold(asking.text), clause.start, clause.end))
        or (
            (clause.asks or clause.has("polite", "may")) and LOOK_UP.search(fold(asking.text), clause.start, clause.end)
        )
        for asking, clause in gone
    )


def can_come_after_all(outcome: Outcome) -> bool:
    """ "Ik had Els willen afmelden, maar zij blijkt toch te kunnen"."""
    if not outcome.cancels:
        return False
    cancelled = {request.name for request in outcome.requests if request.action is Action.CANCEL}
    of_writer = str(outcome.case.own.writer.name) in cancelled
    of_others = len(cancelled) > of_writer
    return any(
        AFTER_ALL.search(fold(asking.text), clause.start, clause.end) is not None
        and not ANOTHER_TIME.search(fold(asking.text), clause.start, clause.end)
        and not (clause.names or _is_of_another_day(asking, unit))
        and ((of_writer and clause.has("i")) or (of_others and clause.has("he")))
        for asking in outcome.case.asking
        for unit in asking.sheet.units
        for clause in unit.clauses
        if not clause.has("neg", "perhaps", "part", "belonging", *GONE)
    )


def _is_of_another_day(asking: Asking, unit: Unit) -> bool:
    """ "Overmorgen, in Utrecht, ben ik er gewoon": a day is named where nothing is given up."""
    open_ones = [clause for clause in unit.clauses if not clause.has(*GONE)]
    return any(clause.start <= m.start < clause.end for m in asking.sheet.events for clause in open_ones)


def is_told_not_to(outcome: Outcome) -> bool:
    """ "Toch niet afmelden, mijn oppas kan", below "Afmelding"."""
    return outcome.cancels and any(
        NOT_TO_LEAVE.search(fold(asking.text), clause.start, clause.end) is not None
        for asking, clause in outcome.clauses
        if not clause.has("unable", "by_themselves")
    )


def speaks_of_an_earlier_leave(outcome: Outcome) -> bool:
    """ "Mijn afmelding van vanochtend mag van tafel": what is taken back, or only told, is not asked for anew."""
    if not outcome.cancels:
        return False
    told = [asking.sheet.parts.body for asking in outcome.case.asking]
    if not outcome.case.answers:
        told.append(outcome.case.subject)
    return any(said.search(fold(text)) for text in told for said in (EARLIER_LEAVE, LEAVE_DROPPED))


def leaves_by_themselves(outcome: Outcome) -> bool:
    """ "Kees meldt zich morgen bij u af": that he does, this mail only tells."""
    return outcome.cancels and any(
        LEAVES_BY_THEMSELVES.search(fold(asking.sheet.parts.body)) is not None for asking in outcome.case.asking
    )


def somebody_takes_leave(outcome: Outcome) -> bool:
    """ "Aanmelden: Els en Wim. PS van Els: haal mij er toch maar af", and nobody's seat would be given up."""
    return outcome.only_registers and any(
        clause.has("cancel")
        and clause.has("me")
        and not clause.asks
        and not drops_a_choice(outcome, asking, clause.start)
        for asking, clause in outcome.clauses
        if not clause.has(*NO_LEAVE)
    )


def leaves_for_another(outcome: Outcome) -> bool:
    """ "Namens mijn man: hij kan niet", "de wethouder kan niet", "één van de drie die ik opgaf valt af": and it is the
    writer who would be struck off."""
    cancelled = [request.name for request in outcome.requests if request.action is Action.CANCEL]
    if len(outcome.requests) > 1 or cancelled != [str(outcome.case.own.writer.name)]:
        return False
    gone = [(asking, c) for asking, c in outcome.clauses if c.has(*GONE) and not c.names]
    return bool(gone) and all(
        ONE_OF_THEM.match(fold(asking.text), clause.start, clause.end)
        or ((clause.has("he") or _is_of_somebody(clause)) and not clause.has(*OURSELVES))
        for asking, clause in gone
    )


def _is_of_somebody(clause: Clause) -> bool:
    """ "Onze stagiaire is ziek": not so "verhinderd, want ...", nor "mijn collega's zeg ik het zelf"."""
    gone = min(cue.start for cue in clause.cues if cue.kind in GONE)
    return any(cue.kind in ("person", "companion") and cue.end <= gone for cue in clause.cues)


def clears_the_day(outcome: Outcome) -> bool:
    """ "Ik zeg mijn sportles af en kom": what is called off makes room for this."""
    return outcome.cancels and any(
        clause.has("cancel") and clause.has("attend") and clause.has("i")
        for _, clause in outcome.clauses
        if not clause.has("neg", "absent", "unable", "unbooked", "replace", "past", "if", "stays")
    )


def others_fall_out(outcome: Outcome) -> bool:
    """ "Alleen ik kom. De andere twee kunnen niet meer", of three whom we confirmed: nothing came of those two."""
    case = outcome.case
    if not outcome.only_registers or len(case.people_confirmed) < 2:
        return False
    return any(
        clause.has("absent", "unable", "cancel", "unbooked")
        and not (clause.names or clause.asks)
        and not clause.has("i", "me", "part", "belonging", "if", "past")
        for _, clause in outcome.clauses
    )


def leaves_a_part(outcome: Outcome) -> bool:
    """ "Voor ronde 2 meld ik mij af, de rest van de dag ben ik er", "graag voor de lunch afmelden": who says so may be
    on the list, and what is left out is not noted."""
    gives_up = outcome.subject_says("cancel_word")  # "Lunch kan worden afgemeld" is no more than a wish
    return outcome.only_registers and any(
        clause.has("cancel")
        and not clause.has("neg", "if")
        and not clause.asks
        and clause.has("part")
        and (gives_up or (clause.has("i", "we") and not clause.has("belonging")))
        for _, clause in outcome.clauses
    )
