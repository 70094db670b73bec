"""Who is sent by somebody who stays away: the writer ("Wethouder Smit heeft mij verzocht hem te vertegenwoordigen"), or
a colleague ("Els Bakker is verhinderd en stuurt Wim Smit").

The words are those of coming in the one case, and of an absence in the other; each would be said of both people.
"""

import re
from collections.abc import Sequence

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person

SENDS_ME = re.compile(
    r"\b(?:mij|me|ondergetekende)\s+(?:\w+\s+){0,3}?"
    r"(?:verzocht|gevraagd|opgedragen|gemachtigd|aangewezen|afgevaardigd|gestuurd|vraagt|verzoekt)\s+(?:om\s+)?"
    r"(?:hem|haar|hen)\s+(?:\w+\s+){0,4}?te\s+vertegenwoordigen\b"
    r"|\b(?:vroeg|vroegen|verzocht|verzochten|vraagt|verzoekt)\s+(?:mij|me|ondergetekende)\s+(?:om\s+)?"
    r"(?:hem|haar|hen)\s+(?:\w+\s+){0,4}?te\s+vertegenwoordigen\b"
    r"|\b(?:asked|asks|requested|sent|sends)\s+me\s+(?:\w+\s+)?to\s+represent\s+(?:him|her|them)\b",
    re.IGNORECASE,
)


def sends_writer(text: str, clause: Clause) -> bool:
    """Whether those whom the clause names are represented by the writer."""
    return bool(clause.names) and clause.has("me") and SENDS_ME.search(text, clause.start, clause.end) is not None


# "en stuurt haar politiek assistent Wim Smit": not so "en stuurt Wim Smit de notulen", "een mail aan Wim Smit"
SENDS = re.compile(
    r"(?:\b(?:en|maar|dus|daarom|and|but|so)|,)\s+(?:\w+\s+)?"
    r"(?:stuurt?|sturen|zendt?|zenden|vaardigt?|delegeert|sends|is sending)\s+"
    r"(?:(?!aan\b|naar\b|via\b|van\b|to\b|een\b|het\b|u\b|jullie\b|mij\b|ons\b|me\b|us\b)[\w-]+\s+){0,5}$",
    re.IGNORECASE,
)
NOTHING_SENT = re.compile(
    r"\s*(?:$|[.,;:()!?]|(?:in|als|namens|ter|van|uit|mee|af|erheen|ernaartoe|instead|as|from|in)\b)", re.IGNORECASE
)
REACH = 80  # characters: "en stuurt in haar plaats haar politiek assistent mevrouw "


def sent_by_others(text: str, clause: Clause, people: Sequence[Person]) -> list[Person]:
    """Who of them is sent by whom the clause says to stay away."""
    found = []
    for name in clause.names:
        before = SENDS.search(text, max(clause.start, name.start - REACH), name.start)
        if before and NOTHING_SENT.match(text, name.end, clause.end):
            found += [p for p in people if (name.start, name.end) in p.spans and not p.is_writer]
    return found
