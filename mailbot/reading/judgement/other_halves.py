"""Is what stands behind a name and a dash half of that name, or where its bearer works? "Els de Jong - Kuperus" and
"Els de Jong - Tinten" look alike.

A word that is known, its ending, an address and a form's column tell it (names/surnames.py,
belongings/entry_people.py); so do a title, a diet or a house that was read there. Of a word of which nothing came, a
person looks: on a badge half of her name would be missing, or her house.
"""

import re

from mailbot.domain.reading import Action
from mailbot.reading import details
from mailbot.reading.case.asking import Asking
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.lexicon import word_set
from mailbot.reading.names.people import Person
from mailbot.reading.names.person_name import INFIX, UPPER, is_given, name_words
from mailbot.reading.names.surnames import is_surname, may_be_other_half
from mailbot.reading.text.fold import fold, squashed
from mailbot.reading.text.late import late

OTHER_HALF = late(
    rf"(?:[ ]?[-–][ ]|[ ][-–])(?P<half>(?:{INFIX}[ ]){{0,3}}[{UPPER}][^\W\d_]{{2,}})"
    r"(?=[ ]*(?:\Z|[,;.(<|\t\n])|[ ](?:en|aan|op|voor|in|is|komt|wil|and|for|to|comes|will)\b)"
)
# "Els de Vonk van Xyz, jurist": half of her name, or a house of which we never heard?
BEHIND_OF = late(rf"[ ](?:van|von)[ ](?:de[nr]?[ ])?(?P<half>[{UPPER}][^\W\d_]{{4,}})(?=[ ]*(?:\Z|[,;(<\t\n]))")
BEHIND_DASH = re.compile(r"[ ]?[-–][ ]")


def may_have_another_half(outcome: Outcome) -> bool:
    """Behind a name that would be printed stands what may be the rest of it, and came to nothing."""
    asked = {request.name for request in outcome.requests if request.action is Action.REGISTER}
    return any(
        _is_told_nothing_by(asking, person, half)
        for asking in outcome.case.asking
        for person in asking.roster.people
        if str(person.name) in asked
        for half in _halves(outcome, asking, person)
    )


def _halves(outcome: Outcome, asking: Asking, person: Person) -> list[str]:
    """What stands so behind that name, in the letter and in the header."""
    behind = [hit["half"] for _, end in person.spans if (hit := OTHER_HALF.match(asking.text, end))]
    if person.name.infix and person.name in asking.roster.listed:
        of = (hit["half"] for _, end in person.spans if (hit := BEHIND_OF.match(asking.text, end)))
        behind += [half for half in of if not _is_a_house_there(asking, half)]
    shown = outcome.case.message.sender.name
    at = shown.find(person.name.surname) if person.is_writer and not asking.relayed else -1
    header = OTHER_HALF.match(shown, at + len(person.name.surname)) if at >= 0 else None
    return [*behind, header["half"]] if header else behind


def _is_a_house_there(asking: Asking, half: str) -> bool:
    """Whether somebody works for what is called so, as far as the letter tells."""
    return any(fold(half) in fold(person.organisation or "") for person in asking.roster.people)


def _is_told_nothing_by(asking: Asking, person: Person, half: str) -> bool:
    if not may_be_other_half(half.split()) or _is_something_else(half):
        return False
    if squashed(half) in squashed(f"{person.role} {person.name}") or _stands_in_a_column(asking, person):
        return False
    if fold(half.split()[-1]) in (person.email or "").rpartition("@")[2].lower():
        return False  # "Tinten", from tinten.nl
    return fold(asking.text).count(fold(half)) <= 1 or is_surname(half.split()[-1])


def _stands_in_a_column(asking: Asking, person: Person) -> bool:
    """Whether behind somebody else's name and dash a house or a title is told: "Wim Kok - Movisie, adviseur"."""
    return any(
        place is not None and dash.end() == place.start
        for other in asking.roster.people
        if other is not person
        for _, end in other.spans
        if (dash := BEHIND_DASH.match(asking.text, end))
        for place in (other.evidence.get("organisation"), other.evidence.get("role"))
    )


def _is_something_else(half: str) -> bool:
    """Whether that is a department, a title, a party, a diet, somebody's given name."""
    words = fold(half).split()
    known = word_set("roles", "policy_fields") | word_set("organisations", "departments") | name_words("not_names")
    if known.intersection(words) or words[-1] in word_set("organisations", "parties"):
        return True
    if is_given(words[-1]) and not is_surname(words[-1]):
        return True
    return bool(details.roles(half) or details.organisations(half) or details.diets(half) or details.needs(half))
