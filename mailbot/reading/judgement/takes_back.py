"""Does a letter, a list or a form take back of somebody what it says? "Kees komt. Dacht ik. Hij zegt net van niet";
"Niet: Els, Wim", below "Wel:"; "~~Els Bos~~"; "Els Bos (was Wim Smit)"; "ik kom: ja / nee", with both left; "of
Wim, dat zien we nog". And of two of whom one takes the other's seat: would both come?
"""

import re
from itertools import pairwise

from mailbot.domain.reading import Action
from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.case.asking import Asking
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.lexicon import word_set
from mailbot.reading.lexicon.phrase_book import PhraseBook
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

PHRASES = PhraseBook("takes_back")
BOX = r"(?:[o0□☐○]\s|\[\s?\]\s?|\(\s?\)\s?|_+\s?)?"  # one that nobody ticked
REST_OF_LINE = r"[^\n:?\[\]()☒☑✓✔✗]{0,30}"
EITHER = late(
    lambda: (
        rf"^{REST_OF_LINE}{PHRASES.whole('coming')}{REST_OF_LINE}[:?]?\s*"
        rf"{BOX}{PHRASES.any_of('yes')}\s*(?:[/|,]|of\s|or\s)?\s*{BOX}{PHRASES.any_of('no')}\b[ \t]*(?:$|[(*])"
    ),
    re.MULTILINE,
)
HEADS_WHO_STAYS_AWAY = late(lambda: rf"\W*{PHRASES.any_of('heads_who_stays_away')}\s?[:-]\s*")
STRUCK = re.compile(r"~~[^~\n]{2,80}~~")
FORMERLY = late(lambda: rf"\({PHRASES.any_of('formerly')}\s")
TICK, CROSS = (re.compile(rf"(?:\(|\s-\s|:\s|\t)(?:{mark})\)?\s*$", re.MULTILINE) for mark in ("[vV✓✔]", "[xX✗✘]"))
OR_THEM = PHRASES.alone("or_them")
SAYS_NOT = late(lambda: rf"\b(?P<who>[^\W\d_]+)\s{PHRASES.any_of('says_not')}(?!\w)")
I_THOUGHT = PHRASES.alone("i_thought")
REGRET = PHRASES.alone("regret")
OF_THEM = PHRASES.before("of_them")
ASKED_ME = PHRASES.anywhere("asked_me")
SO_THEY_SAID = PHRASES.anywhere("so_they_said")
IS_IT_OF_USE = late(lambda: rf"{PHRASES.whole('is_it_of_use')}[^.!?\n]{{0,20}}\?")
IN_CASE = PHRASES.anywhere("in_case")
NOT_ALONE = PHRASES.anywhere("not_alone")
IN_BRACKETS = late(lambda: rf"\s?\((?:{PHRASES.any_of('only_on')}\s)?\Z")
NOT_ONE = PHRASES.before("not_one")
BUT_THE_OTHER = PHRASES.alone("but_the_other")
BEFORE = 30  # characters


def leaves_both_boxes(outcome: Outcome) -> bool:
    """ "Ik kom: ja / nee": a form that was sent on without an answer."""
    return outcome.only_registers and any(
        EITHER.search(fold(asking.sheet.parts.body)) is not None for asking in outcome.case.asking
    )


def heads_who_stays_away(outcome: Outcome) -> bool:
    """ "Niet: Els Bos, Wim Smit", below "Wel:", and they would be put on the list."""
    return any(
        HEADS_WHO_STAYS_AWAY.fullmatch(fold(asking.text), one.start, one.end) is not None
        and any(person.comes for person in asking.roster.at(two.start, two.end))
        for asking in outcome.case.asking
        for one, two in pairwise([clause for unit in asking.sheet.units for clause in unit.clauses])
        if two.names
    )


def strikes_out(outcome: Outcome) -> bool:
    """ "- ~~Els Bos~~": struck by hand."""
    return any(STRUCK.search(asking.sheet.parts.body) is not None for asking in outcome.case.asking)


def names_who_it_was(outcome: Outcome) -> bool:
    """ "Els Bos (was Wim Smit)": not so "(was De Boer)", her name before."""
    return outcome.only_registers and any(
        (found := FORMERLY.search(fold(asking.text), unit.start, unit.end)) is not None
        and any(0 <= name.start - found.end() <= BEFORE and name.name.given for name in unit.names)
        for asking in outcome.case.asking
        for unit in asking.sheet.units
        if unit.names
    )


def ticks_and_crosses(outcome: Outcome) -> bool:
    """ "Els Bos (v)", "Wim Smit (x)": one of them hardly comes."""
    if len(outcome.requests) < 2:
        return False
    bodies = [asking.sheet.parts.body for asking in outcome.case.asking]
    return any(TICK.search(body) and CROSS.search(body) for body in bodies)


def names_an_alternative(outcome: Outcome) -> bool:
    """ "Els Bos komt in zijn plaats. Of Wim, dat zien we nog." """
    return Action.REGISTER in outcome.actions and any(
        OR_THEM.fullmatch(fold(asking.text), clause.start, clause.names[0].start) is not None
        for asking, clause in outcome.clauses
        if clause.names and not clause.asks and not clause.has("diet", "part")
    )


def says_they_do_not(outcome: Outcome) -> bool:
    """ "Kees Vroom komt. Dacht ik. Hij zegt net van niet", "komt, tenminste, dat zei hij" """
    if not outcome.only_registers:
        return False
    called = {fold(request.name.split()[0]) for request in outcome.requests if request.name}
    called |= word_set("takes_back", "they")
    return any(
        any(hit["who"] in called for hit in SAYS_NOT.finditer(body))
        or SO_THEY_SAID.search(body) is not None
        or IS_IT_OF_USE.search(body) is not None
        or any(I_THOUGHT.fullmatch(fold(asking.text), unit.start, unit.end) for unit in asking.sheet.units)
        for asking in outcome.case.asking
        for body in (fold(asking.sheet.parts.body),)
    )


def ends_in_regret(outcome: Outcome) -> bool:
    """ "Nu zwemt mijn dochter die dag af. Dus, hoe jammer ook.": what follows from it is left unsaid."""
    return outcome.only_registers and any(
        REGRET.fullmatch(fold(asking.text), unit.start, unit.end) is not None
        for asking in outcome.case.asking
        for unit in asking.sheet.units
        if unit.has("let_down")
    )


def brings_both(outcome: Outcome) -> bool:
    """ "Els vervangt Wim als wethouder en komt", "Els heeft de plek van Wim gekregen", "niet Wim maar Els komt": would
    both come, or what becomes of the other's seat?"""
    if Action.REGISTER not in outcome.actions:
        return False
    asked = {request.name for request in outcome.requests}
    new = {request.name for request in outcome.requests if request.action is Action.REGISTER}
    return any(
        _brings_both(asking, clause, new)
        or _takes_anothers(asking, clause, new, asked)
        or _asked_me(asking, clause, new)
        for asking, clause in outcome.clauses
        if clause.names
    ) or any(
        _rather_than(asking, one.start, one.end, two.start)
        and _is_of(asking.roster.at(two.start, two.end), new)
        and not _is_of(asking.roster.at(one.start, one.end), asked)
        for asking in outcome.case.asking
        for unit in asking.sheet.units
        for one, two in pairwise(unit.names)
        if unit.has("attend", "enrol") and not unit.has("replace")
    )


def comes_in_case(outcome: Outcome) -> bool:
    """ "Ik schrijf mij in voor het geval dat Wim uitvalt", "I'd come if it weren't for my exam"."""
    return outcome.only_registers and any(
        IN_CASE.search(fold(asking.text), unit.start, unit.end) is not None and unit.has("enrol", "attend", "seat")
        for asking in outcome.case.asking
        for unit in asking.sheet.units
    )


def does_not_come_alone(outcome: Outcome) -> bool:
    """ "Ik kom niet alleen.": not so "niet alleen om te luisteren"."""
    return (
        len(outcome.requests) == 1
        and outcome.only_registers
        and any(
            NOT_ALONE.search(fold(asking.text), clause.start, clause.end) is not None and bool(coming_cues(clause))
            for asking, clause in outcome.clauses
        )
    )


def each_has_an_event(outcome: Outcome) -> bool:
    """ "Els Bos (30 maart), Wim Smit (20 juni)": and all would be put on one list."""
    return any(
        len({mention.events for mention in asking.sheet.events if _stands_behind_a_name(asking, mention.start)}) > 1
        for asking in outcome.case.asking
    )


def _stands_behind_a_name(asking: Asking, at: int) -> bool:
    ends = (name.end for unit in asking.sheet.units for name in unit.names if at - BEFORE <= name.end <= at)
    return any(IN_BRACKETS.match(fold(asking.text), end, at) for end in ends)


def comes_without_a_word(outcome: Outcome) -> bool:
    """ "Dit is naar mij gestuurd, maar ik ken die aanmelding niet", above our confirmation to somebody else."""
    case = outcome.case
    if not (case.confirmations and outcome.only_registers) or len(outcome.requests) > 1 or case.own.entries:
        return False
    if outcome.requests[0].name != str(case.own.writer.name):
        return False
    clauses = [clause for unit in case.own.sheet.units for clause in unit.clauses]
    return not any(coming_cues(clause) or clause.has("seat", "adds", "replace", "takes_back") for clause in clauses)


def _brings_both(asking: Asking, clause: Clause, new: set[str | None]) -> bool:
    people = asking.roster.at(clause.start, clause.end)
    return clause.has("replace") and len(people) > 1 and all(str(person.name) in new for person in people)


def _takes_anothers(asking: Asking, clause: Clause, new: set[str | None], asked: set[str | None]) -> bool:
    if not clause.has("seat"):
        return False
    people = asking.roster.at(clause.start, clause.end)
    return _is_of(people, new) and any(
        name.name.is_full
        and OF_THEM.search(fold(asking.text), max(clause.start, name.start - BEFORE), name.start)
        and not _is_of(asking.roster.at(name.start, name.end), asked)
        for name in clause.names
    )


def _asked_me(asking: Asking, clause: Clause, new: set[str | None]) -> bool:
    if not ASKED_ME.search(fold(asking.text), clause.start, clause.end):
        return False
    return any(not p.is_writer and str(p.name) in new for p in asking.roster.at(clause.start, clause.end))


def _rather_than(asking: Asking, start: int, end: int, other: int) -> bool:
    folded = fold(asking.text)
    before = NOT_ONE.search(folded, max(0, start - BEFORE), start)
    return before is not None and BUT_THE_OTHER.fullmatch(folded, end, other) is not None


def _is_of(people: list[Person], names: set[str | None]) -> bool:
    return any(str(person.name) in names for person in people)
