"""Who is sent by somebody who stays away: the writer ("Wethouder Smit heeft mij verzocht hem te vertegenwoordigen"), or
a colleague ("Els Bakker is verhinderd en stuurt Wim Smit").

The words are those of coming in the one case, and of an absence in the other; each would be said of both people.
"""

import re
from collections.abc import Sequence

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late

SENDS_ME = late(
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
SENDS = late(
    r"(?:\b(?:en|maar|dus|daarom|and|but|so)|,)\s+(?:\w+\s+)?"
    r"(?:stuurt?|sturen|zendt?|zenden|vaardigt?|delegeert|sends|is sending)\s+"
    r"(?:(?!aan\b|naar\b|via\b|van\b|to\b|een\b|het\b|u\b|jullie\b|mij\b|ons\b|me\b|us\b)[\w-]+\s+){0,5}$",
    re.IGNORECASE,
)
NOTHING_SENT = re.compile(
    r"\s*(?:$|[.,;:()!?]|(?:in|als|namens|ter|van|uit|mee|af|erheen|ernaartoe|instead|as|from|in)\b)", re.IGNORECASE
)
# "Op 30 maart sturen wij Wim Smit en Noor de Boer naar Utrecht"
DELEGATES = late(
    r"\b(?:(?:stuur|sturen|zend|zenden|delegeer|delegeren|vaardig|vaardigen)\s+(?:ik|wij|we)"
    r"|(?:ik|wij|we)\s+(?:stuur|sturen|zend|zenden|delegeer|delegeren|vaardig|vaardigen)"
    r"|stuurt|zendt|delegeert|vaardigt|(?:we|I)(?:\s+are|'re|\s+am|'m)?\s+send(?:ing)?|sends|is\s+sending)\s+"
    r"(?:(?!aan\b|naar\b|to\b|een\b|het\b|u\b|jullie\b|mij\b|me\b|you\b|a\b|the\b)[^\s,]+\s+){0,6}\Z",
    re.IGNORECASE,
)
A_THING = late(
    r"(?:(?<!naar)(?<!van)(?<!voor)(?<!bij)(?<!op)(?<!from)(?<!of)(?<!to)(?<!for)\s)"
    r"(?:een|het|de|onze|ons|mijn|hun|zijn|haar|uw|a|an|the|our|my|your)\s(?!collega|dag|day|\d)",
    re.IGNORECASE,
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


def sends_others(text: str, clause: Clause, *, about_event: bool) -> bool:
    """Whether whoever writes sends those whom the clause names to the event, and stays behind."""
    if not (about_event and clause.names) or clause.asks or clause.has("neg", "past", "cc", "me", "myself_too", "part"):
        return False
    first, last = clause.names[0], clause.names[-1]
    if DELEGATES.search(text, max(clause.start, first.start - REACH), first.start) is None:
        return False
    behind = text[last.end : clause.end]
    return NOTHING_SENT_BUT_THEM.match(behind) is not None and A_THING.search(behind) is None


NOTHING_SENT_BUT_THEM = late(
    r"\s*(?:$|[.,;:()!?]|(?:naar|erheen|ernaartoe|heen|af|daarheen|als|namens|op|voor|to|on|for|as)\b)", re.IGNORECASE
)
