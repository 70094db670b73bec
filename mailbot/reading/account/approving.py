"""Who only agrees to what others do: a chief who "vindt het goed dat zij meegaat" doesn't come by that."""

import re

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late

FINE = r"(?: \w+){0,2}? (?:prima|goed|best|ok[eé]?)"
WITH_IT = r"(?:er ?mee |daar ?mee |hier ?mee )?"
LEAVE = r"(?:toestemming|akkoord|fiat|groen licht)"
# Behind the name: its verb, past what stands in brackets or between commas
ALLOWS = late(
    rf"(?:\s*\([^()\n]{{1,60}}\)|\s*,[^,\n]{{1,50}},)?\s+(?:(?:vindt|vond|vinden|vonden) (?:het|dat|dit){FINE}"
    rf"|(?:gaat|ging|gaan) {WITH_IT}akkoord|stem(?:t|de|men) {WITH_IT}in"
    rf"|(?:is|was|zijn) (?:het )?{WITH_IT}(?:akkoord|eens|okay|ok[eé]?)|(?:geeft|gaf) (?:(?:haar|zijn|hun) )?{LEAVE}"
    rf"|heeft er geen (?:bezwaar|moeite)|heeft (?:\w+ ){{0,3}}(?:goedgekeurd|goedgevonden|toegestemd|ingestemd|{LEAVE})"
    r"|(?:is|was|are|were) (?:fine|happy|okay|ok) (?:with|for)|agrees|agreed|approves|approved|allows|allowed)\b",
    re.IGNORECASE,
)


def only_allows(text: str, clause: Clause, person: Person) -> bool:
    """Whether somebody only agrees to what others do: "en onze chef Wim Smit vindt het goed dat zij meegaat"."""
    others = len(clause.names) > 1 or clause.has("he", "him", "me", "i")
    return others and ALLOWS.match(text, person.spans[-1][1], clause.end) is not None
