"""Two readers: what comes of a reading of which the second reader thinks the same, something else, or more.

    the rules are certain, the second reader disagrees firmly,
    or finds that the mail sounds like those that need a person     a person looks
    the rules have a doubt that words alone can dispel,
    the second reader agrees and finds nothing doubtful             the doubt is dropped
    the rules leave something unsaid, the second reader is sure,
    or they doubt or understand nothing, and it is certain          it is filled in and judged anew: where no more
                                                                    than such doubts are left, both agree now

The bounds were chosen on labelled mails that neither had seen (docs/reading.md).
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from mailbot.domain.reading import Action, Kind, Reading
from mailbot.reading.case.case import Case
from mailbot.reading.names import Name
from mailbot.reading.names.people import UNSAID, Person
from mailbot.reading.second_reader import CANCELLED, NOTHING, REGISTERED, Models, Opinion
from mailbot.reading.text.fold import fold

HOLDS = 0.85  # how far apart the two are from where a person should look
AGREES = 0.1  # and up to where they are of one mind
SURE = 0.04  # and up to where somebody is filled in of whom the rules say nothing
CERTAIN = 0.03  # and up to where it is believed against rules that doubt, or understood nothing
DOUBTS = 0.85  # how much a mail sounds like those that ask for nothing that can be done alone, from where one looks
PLAIN = 0.1  # and up to where it doesn't
CLEAR = 0.03  # and up to where what the rules take for a reserve is believed to be none
# Doubts of what was meant, or whether it was meant, which somebody who agrees can dispel. Not those of who
# or what is missing, of who sent it, or of what the second reader knows nothing of: events, workshops, names.
OF_MEANING = frozenset(
    """contradiction unclear_person unclear_sentence unclear_substitution unclear_what unexplained_person""".split()
)
# What may be politeness: "als er nog plek is". Who says to be unsure is believed, whatever the words around it.
OF_RESERVE = frozenset({"condition", "place_left", "long_mail"})
DISPELLED = OF_MEANING | OF_RESERVE
UNDERSTOOD_NOTHING = frozenset({"nothing_asked", "no_name", "question"})  # the rules, that is


def agreed(case: Case, judged: Callable[[Case], Reading], models: Models | None = None) -> Reading:
    """The reading of a case on which both can agree; otherwise the rules', for a person to look at. `judged` is what
    the rules make of a case; `models` are those that mailbot brings, where none are given."""
    reading = judged(case)
    if not reading.requests and not reading.review:
        return reading
    opinion = Opinion(case, models)
    if not reading.review:
        return _looked_over(reading, opinion)
    if not (DISPELLED | UNDERSTOOD_NOTHING).issuperset(reading.reasons):
        return reading
    if _can_be_done(reading, opinion, AGREES):
        return replace(reading, review=False, reasons=())
    if not opinion.sees_all:
        return reading  # nothing is filled in by half of what a mail says
    understood = bool(reading.requests)
    anew = case.anew()
    _fill_in(Opinion(anew, models), understood=understood)
    filled = judged(anew)
    if _can_be_done(filled, Opinion(anew, models), AGREES if understood else CERTAIN):
        return replace(filled, review=False, reasons=())
    if filled.requests and not understood:
        return filled if filled.reasons else _held(filled, "second_reader")  # for the organiser, more to go by
    return reading


def _looked_over(reading: Reading, opinion: Opinion) -> Reading:
    """A reading of which the rules are certain."""
    if opinion.distance(reading.requests) >= HOLDS:
        return _held(reading, "second_reader")
    return _held(reading, "sounds_doubtful") if opinion.doubt >= DOUBTS else reading


def _can_be_done(reading: Reading, opinion: Opinion, within: float) -> bool:
    """Whether both readers are of one mind on that reading, whatever small doubts the rules have; not doubts of both
    sorts, though: what is said with a reserve and contradicts itself is no small matter."""
    clear = opinion.sees_all and opinion.doubt <= CLEAR
    small = OF_MEANING.issuperset(reading.reasons) or (clear and OF_RESERVE.issuperset(reading.reasons))
    certain = reading.kind is Kind.SIGNUP and reading.requests and small
    if not certain or reading.unnamed or any(request.action is Action.CHANGE for request in reading.requests):
        return False  # whose diet it is that changes, the second reader doesn't know
    return opinion.distance(reading.requests) <= within and opinion.doubt <= PLAIN


def _held(reading: Reading, reason: str) -> Reading:
    return replace(reading, review=True, reasons=(reason,))


def _fill_in(opinion: Opinion, *, understood: bool) -> None:
    """Give the people of whom the rules say nothing the fate that the second reader is sure of; and anybody that of
    which it is certain, for the rules have doubts already."""
    expected = list(opinion.fates())
    for person, fate, likely in expected:
        certain = 1 - likely <= CERTAIN
        sure = 1 - likely <= SURE and understood and _is_unsaid(person)
        others = (other.name for other, *_ in expected if other is not person)
        # nobody is signed up whose name may be none, or another name of somebody who is ("officieel heet ik ...")
        if person.sure and (certain or sure) and not (fate == REGISTERED and _shares_surname(person.name, others)):
            person.comes = person.stays_away = person.cancels = False
            _settle(person, fate)


def _shares_surname(name: Name, others: Iterable[Name]) -> bool:
    return bool(name.surname) and any(fold(name.surname) == fold(other.surname) for other in others)


def _is_unsaid(person: Person) -> bool:
    return person.order == UNSAID and not (person.comes or person.stays_away or person.cancels or person.booked)


def _settle(person: Person, fate: str) -> None:
    if fate == REGISTERED:
        person.mark_coming(min((start for start, _ in person.spans), default=0), enrolled=True)
    elif fate == CANCELLED:
        person.cancels = person.stays_away = True
    elif fate == NOTHING:
        person.explained = True
