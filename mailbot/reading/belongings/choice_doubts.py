"""What is unclear of the workshops that people have, when all of them have theirs: two at once, or one of two."""

import re
from itertools import pairwise

from mailbot.reading.names.people import Person
from mailbot.reading.workshops.choices import ChoiceReader
from mailbot.reading.workshops.sign import Is

SLASH = re.compile(r"[^\S\n]*/[^\S\n]*")


def is_unclear_which(text: str, reader: ChoiceReader, people: list[Person]) -> bool:
    """Whether a person should look at what those people of a letter chose."""
    if any(person.workshops for person in people):
        return any(map(_chooses_two_at_once, people))
    return _leaves_one_of_two(text, reader)


def _chooses_two_at_once(person: Person) -> bool:
    """A table that has two workshops beside one hour is filled in without being settled."""
    rounds = [choice.round for choice in dict.fromkeys(person.workshops) if choice.round is not None]
    return len(rounds) > len(set(rounds))


def _leaves_one_of_two(text: str, reader: ChoiceReader) -> bool:
    """ "Ronde 1: A / B", and nothing chosen below it, as there would be below a programme."""
    if "/" not in text:
        return False
    named = [sign for sign in reader.signs(text, 0, len(text)) if sign.kind is Is.WORKSHOP]
    return any(
        one.workshop != two.workshop and SLASH.fullmatch(text, one.end, two.start) for one, two in pairwise(named)
    )
