"""Two readers: what comes of a reading of which the second reader thinks the same, something else, or more.

    the rules are certain, the second reader disagrees firmly,
    or finds that the mail sounds like those that need a person     a person looks
    the rules have a doubt that words alone can dispel,
    the second reader agrees and finds nothing doubtful             the doubt is dropped
    the rules leave something unsaid, the second reader is sure,
    or they doubt or understand nothing, and it is certain          it is filled in and judged anew: where no more
                                                                    than such doubts are left, both agree now

A doubt that the words alone don't dispel, and rules that are certain and with which they don't quite agree, the second
reader thinks over (Opinion.thought_over), with bounds of their own. The bounds were chosen on labelled mails that
neither had seen (docs/reading.md).
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from mailbot.domain.reading import Action, Kind, Reading
from mailbot.reading.case.case import Case
from mailbot.reading.names import Name
from mailbot.reading.names.people import UNSAID, Person
from mailbot.reading.second_reader import CANCELLED, NOTHING, REGISTERED, Models, Opinion
from mailbot.reading.text.fold import fold

# How far apart the two are, and how doubtful a mail sounds, from where it is thought over though the rules are certain.
WONDERS, HESITATES = 0.2, 0.05
# How far apart the two are from where a person should look: thought over, or by its words alone
HOLDS, HOLDS_AT_FIRST = 0.9, 0.85
AGREES = 0.1  # and up to where they are of one mind
NEARLY = 0.3  # ... on what the words of a mail mean that sounds plain to whoever thought it over
SURE = 0.04  # and up to where somebody is filled in of whom the rules say nothing
CERTAIN = 0.03  # and up to where it is believed against rules that doubt, or understood nothing
# How much a mail sounds like those that ask for nothing that can be done alone, from where one looks: thought over, or
# by its words alone
DOUBTS, DOUBTS_AT_FIRST = 0.75, 0.85
PLAIN = 0.1  # and up to where it doesn't
# And up to where what the rules take for a reserve is believed to be none
CLEAR, CLEAR_AT_FIRST = 0.04, 0.03
# Doubts of what was meant, which somebody who agrees can dispel. Not those of who sent it, of who is missing, or of
# what the second reader knows nothing of: events, workshops, what a name is.
OF_MEANING = frozenset(
    """contradiction unclear_person unclear_sentence unclear_substitution unclear_what unexplained_person""".split()
)
# What may be politeness: "als er nog plek is".
OF_POLITENESS = frozenset({"condition", "place_left", "long_mail"})
# Whether it was meant at all: whoever says to be unsure is believed, unless somebody thought it over; then these are
# dropped together, too. Of people without a name ("unnamed") the second reader knows nothing: one whom the rules didn't
# take for a name ("sjaak") it doesn't see either.
OF_RESERVE = OF_POLITENESS | frozenset({"reserve", "undecided"})
DISPELLED = OF_MEANING | OF_RESERVE
UNDERSTOOD_NOTHING = frozenset({"nothing_asked", "no_name", "question"})  # the rules, that is


Judged = Callable[[Case], Reading]


def agreed(case: Case, judged: Judged, models: Models | None = None) -> Reading:
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
    discussed = _discussed(reading, case, judged, opinion)
    if not discussed.review or (thought_over := opinion.thought_over()) is opinion:
        return discussed
    again = _discussed(reading, case, judged, thought_over)
    return again if again.requests else discussed


def _discussed(reading: Reading, case: Case, judged: Judged, opinion: Opinion) -> Reading:
    """A reading of which the rules have doubts."""
    plain = OF_MEANING.issuperset(reading.reasons) and opinion.is_thought_over and opinion.doubt <= CLEAR
    if _can_be_done(reading, opinion, NEARLY if plain else AGREES):
        return replace(reading, review=False, reasons=())
    understood = bool(reading.requests)
    if not opinion.sees_all or (understood and opinion.doubt > PLAIN):
        return reading  # nothing is filled in by half of what a mail says, nor where that is doubtful
    anew = case.anew()
    if not _fill_in(opinion.on(anew), understood=understood):
        return reading  # judged anew it would come to the same
    filled = judged(anew)
    if _can_be_done(filled, opinion.on(anew), AGREES if understood else CERTAIN):
        return replace(filled, review=False, reasons=())
    if filled.requests and not understood:
        return filled if filled.reasons else _held(filled, "second_reader")  # for the organiser, more to go by
    return reading


def _looked_over(reading: Reading, opinion: Opinion) -> Reading:
    """A reading of which the rules are certain."""
    if opinion.distance(reading.requests) >= WONDERS or opinion.doubt >= HESITATES:
        opinion = opinion.thought_over()
    holds, doubts = (HOLDS, DOUBTS) if opinion.is_thought_over else (HOLDS_AT_FIRST, DOUBTS_AT_FIRST)
    if opinion.distance(reading.requests) >= holds:
        return _held(reading, "second_reader")
    return _held(reading, "sounds_doubtful") if opinion.doubt >= doubts else reading


def _can_be_done(reading: Reading, opinion: Opinion, within: float) -> bool:
    """Whether both readers are of one mind on that reading, whatever small doubts the rules have."""
    if opinion.is_thought_over:
        clear, dispelled = opinion.doubt <= CLEAR, DISPELLED
    else:
        clear, dispelled = opinion.doubt <= CLEAR_AT_FIRST, OF_POLITENESS
    clear = clear and opinion.sees_all and dispelled.issuperset(reading.reasons)
    small = clear or OF_MEANING.issuperset(reading.reasons)
    certain = reading.kind is Kind.SIGNUP and reading.requests and small
    if not certain or reading.unnamed or any(request.action is Action.CHANGE for request in reading.requests):
        return False  # whose diet it is that changes, the second reader doesn't know
    return opinion.distance(reading.requests) <= within and opinion.doubt <= PLAIN


def _held(reading: Reading, reason: str) -> Reading:
    return replace(reading, review=True, reasons=(reason,))


def _fill_in(opinion: Opinion, *, understood: bool) -> bool:
    """Give the people of whom the rules say nothing the fate that the second reader is sure of; and anybody that of
    which it is certain, for the rules have doubts already. Whether there was somebody."""
    expected, some = list(opinion.fates()), False
    for person, fate, likely in expected:
        certain = 1 - likely <= CERTAIN
        sure = 1 - likely <= SURE and understood and _is_unsaid(person)
        others = (other.name for other, *_ in expected if other is not person)
        # nobody is signed up whose name may be none, or another name of somebody who is ("officieel heet ik ...")
        if person.sure and (certain or sure) and not (fate == REGISTERED and _shares_surname(person.name, others)):
            person.comes = person.stays_away = person.cancels = False
            _settle(person, fate)
            some = True
    return some


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
