"""What the second reader tells of the people of a case, before the rules judge it anew."""

from collections.abc import Iterable

from mailbot.reading.names import Name
from mailbot.reading.names.people import UNSAID, Person
from mailbot.reading.second_reader import CANCELLED, CHANGED, NOTHING, REGISTERED
from mailbot.reading.text.fold import fold

SURE = 0.04  # how little is against what somebody is filled in as of whom the rules say nothing
CERTAIN = 0.03  # ... against rules that doubt, or understood nothing
LIKELY = 0.2  # ... where everybody is told
NOBODYS = 0.1  # ... and against a name that may be none: "zet Pip, mijn hulphond, er niet bij"

Fates = Iterable[tuple[Person, str, float]]


def fill_in(fates: Fates, *, understood: bool) -> bool:
    """Give the people of whom the rules say nothing the fate that the second reader is sure of; and anybody that of
    which it is certain, for the rules have doubts already. Whether there was somebody."""
    expected, some = list(fates), False
    for person, fate, likely in expected:
        certain = 1 - likely <= CERTAIN
        sure = 1 - likely <= SURE and understood and _is_unsaid(person)
        others = (other.name for other, *_ in expected if other is not person)
        # nobody is signed up whose name may be none, or another name of somebody who is ("officieel heet ik ..."), nor
        # who would have come: "ik had graag willen komen, maar ..."
        kept_off = fate == REGISTERED and (person.only_wished or _shares_surname(person.name, others))
        if person.sure and (certain or sure) and not kept_off:
            _settle(person, fate)
            some = True
    return some


def tell_all(fates: Fates, *, certain: bool) -> bool:
    """Give everybody the fate that the second reader finds likely, whatever the rules make of them; a name that may be
    none can only be told to be nobody's. Whether something is to be made of it: not where somebody would be signed up
    who may be another of them, or stays away in so many words, nor, against rules that are `certain`, somebody of whom
    these read that they don't come, nor one be cancelled in place of another, nor left out the writer who does, unless
    it is certain of the contrary."""
    expected = list(fates)
    likely = [(person, fate, chance) for person, fate, chance in expected if _can_be_told(person, fate, 1 - chance)]
    if certain and _swaps_absentees(expected):
        return False
    for person, fate, chance in likely:
        others = [other.name for other, *_ in expected if other is not person]
        joins = fate == REGISTERED and not person.comes
        if joins and (person.sure_away or person.only_wished or _may_be_another(person.name, others)):
            return False
        if joins and certain and (person.explained or not _is_unsaid(person)):
            return False
        left_out = certain and fate == NOTHING and person.is_writer and person.comes
        if left_out and (person.asks_too or 1 - chance > SURE):
            return False  # "4. ondergetekende", in a list of others; "noteer ook mij", whatever it makes of that
        if fate == CHANGED and not (person.is_writer or person.booked):
            return False  # of what changes for others it saw too little
        _settle(person, fate)
        person.told, person.booked = fate, fate == CHANGED or (person.booked and fate != REGISTERED)
    return bool(likely)


def _swaps_absentees(told: Fates) -> bool:
    """Whether somebody would be cancelled of whom the rules say nothing of the kind, and not who stays away in so many
    words: "mijn zus kan toch niet, ik wel"."""
    fates = [(fate, person.sure_away) for person, fate, _ in told]
    return (CANCELLED, False) in fates and any(fate != CANCELLED and away for fate, away in fates)


def _can_be_told(person: Person, fate: str, against: float) -> bool:
    """Whether a fate is likely enough: of a name that may be none the more, and then it can be nobody's alone."""
    return against <= LIKELY if person.sure else fate == NOTHING and against <= NOBODYS


def _may_be_another(name: Name, others: Iterable[Name]) -> bool:
    """Whether a name is half of one, or has a word of another: "Lan Tjong" beside "Mei Lan", who is Mei Lan Tjong."""
    words = set(fold(str(name)).split())
    return not name.is_full or any(words & set(fold(str(other)).split()) for other in others)


def _shares_surname(name: Name, others: Iterable[Name]) -> bool:
    return bool(name.surname) and any(fold(name.surname) == fold(other.surname) for other in others)


def _is_unsaid(person: Person) -> bool:
    return person.order == UNSAID and not (person.comes or person.stays_away or person.cancels or person.booked)


def _settle(person: Person, fate: str) -> None:
    person.comes = person.stays_away = person.cancels = False
    if fate == REGISTERED:
        person.mark_coming(min((start for start, _ in person.spans), default=0), enrolled=True)
    elif fate == CANCELLED:
        person.cancels = person.stays_away = True
    elif fate == NOTHING:
        person.explained = True
