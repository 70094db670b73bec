"""What whoever passes a letter on says of the workshops in it: "graag inschrijven zoals zij aangeeft, alleen wil ze in
ronde 2 toch liever vrij zijn". It is later than that letter, and holds. What they say of themselves is no part of it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.domain.event import Event
from mailbot.domain.reading import Evidence
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.names.people import Person
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import fold
from mailbot.reading.workshops.choices import ChoiceFound, ChoiceReader, choice_reader
from mailbot.reading.workshops.found import AWAY, CHOICE, EMPTY, OPEN

ONESELF = re.compile(r"\b(?:ik|ikzelf|zelf|mij|mijzelf|we|wij|ons|i|i'm|i'd|i'll|myself|us)\b")
THEM = re.compile(r"\b(?:hij|zij|ze|haar|hem|hen|he|she|they|her|him|them)\b")


def set_right_above(case: Case, asking: Asking, event: Event, people: Sequence[Person]) -> list[str]:
    """Let the words above a letter that is passed on hold for its only person. Returns a doubt where they may be of any
    of several, or can't be brought together with that letter."""
    if not asking.relayed or case.confirmations:
        return []
    reader, body = choice_reader(event), case.own.sheet.parts.body
    told = _of_them(reader, body, people)
    if not told:
        return []
    placed = all(m.kind in (CHOICE, EMPTY) for m in told)
    if len(case.relayed) > 1 or len(people) != 1 or not placed:
        return ["unclear_workshop"]
    (person,) = people
    known = [ChoiceFound(CHOICE, 0, 0, choice.workshop, choice.round) for choice in person.workshops]
    reading = reader.settle([*known, *(replace(m, revision=m.revision + 1) for m in told)])
    person.workshops = reading.choices
    person.evidence["workshops"] = Evidence("text", told[0].start, told[-1].end)
    return list(reading.problems)


def _of_them(reader: ChoiceReader, body: str, people: Sequence[Person]) -> list[ChoiceFound]:
    """What is said there of rounds and workshops, and not of whoever writes it."""
    clauses = Clauses(body)
    chosen = {choice.round for person in people for choice in person.workshops}
    told: list[ChoiceFound] = []
    for mention in reader.find(body):
        idle = mention.past or not mention.sure or (mention.kind == CHOICE and mention.negated)
        if idle or mention.kind == OPEN or (mention.kind in (AWAY, EMPTY) and mention.round not in chosen):
            continue
        said = clauses.text[slice(*clauses.clause_at(mention.start))]
        theirs = THEM.search(said) or any(p.name.given and fold(p.name.given) in said for p in people)
        if theirs or not ONESELF.search(said):
            told.append(mention)
    return told
