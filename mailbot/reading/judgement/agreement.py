"""Two readers: what comes of a reading of which the second reader thinks the same, something else, or more.

    the rules are certain, the second reader disagrees firmly       a person looks
    the rules have a small doubt, the second reader agrees          the doubt is dropped
    the rules leave something unsaid, the second reader is sure     it is filled in and judged anew: where no more
                                                                    than small doubts are left, both agree now

The bounds were chosen on labelled mails that neither had seen (docs/reading.md).
"""

from collections.abc import Callable
from dataclasses import replace

from mailbot.domain.reading import Kind, Reading
from mailbot.reading.case.case import Case
from mailbot.reading.names.people import UNSAID, Person
from mailbot.reading.second_reader import CANCELLED, NOTHING, REGISTERED, distance, fates

HOLDS = 0.8  # how far apart the two are from where a person should look
AGREES = 0.25  # and up to where they are of one mind
CERTAIN = 0.05  # and up to where it is believed against the rules, where they understood nothing
# Doubts of what was meant, which somebody who agrees can dispel. Not those of what is missing, of who sent it, or of
# what the second reader knows nothing of: conditions, events, workshops, people without a name.
SMALL = frozenset({"contradiction", "unclear_person", "unclear_sentence", "unclear_what", "unexplained_person"})
UNDERSTOOD_NOTHING = frozenset({"nothing_asked", "no_name"})  # the rules, that is


def agreed(case: Case, judged: Callable[[Case], Reading]) -> Reading:
    """The reading of a case on which both can agree; otherwise the rules', for a person to look at. `judged` is what
    the rules make of a case."""
    reading = judged(case)
    if not reading.review:
        return _held(reading) if reading.requests and distance(case, reading.requests) >= HOLDS else reading
    if not (SMALL | UNDERSTOOD_NOTHING).issuperset(reading.reasons):
        return reading
    if SMALL.issuperset(reading.reasons) and distance(case, reading.requests) <= AGREES:
        return replace(reading, review=False, reasons=())
    anew = Case(case.message, case.screening, case.context)  # judging leaves its marks on the people of a case
    _fill_in(anew, understood=bool(reading.requests))
    filled = judged(anew)
    certain = filled.kind is Kind.SIGNUP and filled.requests and SMALL.issuperset(filled.reasons)
    if certain and not filled.unnamed and distance(anew, filled.requests) <= AGREES:
        return replace(filled, review=False, reasons=())
    if filled.requests and not reading.requests:
        return filled if filled.reasons else _held(filled)  # for the organiser, more to go by
    return reading


def _held(reading: Reading) -> Reading:
    return replace(reading, review=True, reasons=("second_reader",))


def _fill_in(case: Case, *, understood: bool) -> None:
    """Give the people of whom the rules say nothing, or two things, the fate that the second reader is sure of; and
    where they understood nothing, anybody of whom it is certain."""
    for asking in case.asking:
        for person, fate, likely in fates(case, asking):
            if 1 - likely > AGREES or not person.sure:
                continue  # nobody is signed up whose name may be none
            if _is_unsaid(person):
                _settle(person, fate)
            elif (person.comes and person.stays_away) or (not understood and 1 - likely <= CERTAIN):
                person.comes = person.stays_away = False
                _settle(person, fate)


def _is_unsaid(person: Person) -> bool:
    return person.order == UNSAID and not (person.comes or person.stays_away or person.cancels or person.booked)


def _settle(person: Person, fate: str) -> None:
    if fate == REGISTERED:
        person.mark_coming(min((start for start, _ in person.spans), default=0), enrolled=True)
    elif fate == CANCELLED:
        person.cancels = person.stays_away = True
    elif fate == NOTHING:
        person.explained = True
