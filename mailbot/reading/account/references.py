"""Whom a clause means beside those that it names: "hem en zijn medewerker Wim Smit", "de wethouder".

A pronoun means whoever was named right before it; a function, whoever was named with it.
"""

import re
from collections.abc import Sequence

from mailbot.reading.account.mentions import last_named
from mailbot.reading.letter.units import Clause
from mailbot.reading.names.people import Person, Roster

PRONOUN = r"(?:hem|haar|hen|him|her|them)"
AND = r"(?:en|and|plus|alsook|alsmede|evenals|als|met|&)"
# "hem en zijn medewerker", "mij en haar": somebody of their own; not so "haar collega"
JOINED_PRONOUN = re.compile(
    rf"\b{PRONOUN}(?=,?\s+{AND}\s)|(?<=\s){AND}\s+{PRONOUN}(?=\s+(?:graag|ook|beiden|in|aan|op|te|voor|bij|for|to)\b|\s*[.,;])",
    re.IGNORECASE,
)


def joined_by_pronoun(text: str, clause: Clause, roster: Roster, recent: Sequence[Person]) -> tuple[Person, ...]:
    """Who comes by a pronoun that stands in a row with names: "op verzoek van Els Bos wil ik haar en Wim Smit
    inschrijven". It means the last ones named before it, in the clause or else in the talk."""
    found = JOINED_PRONOUN.search(text, clause.start, clause.end)
    if found is None:
        return ()
    before = last_named(text, clause.names, found.start())
    before = tuple(name for name in before if name.end <= found.start())
    people = [roster.mention(name) for name in before] or list(recent)
    return tuple(person for person in people if not person.is_writer)
