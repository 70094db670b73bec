"""What a few words without a verb repeat: "Wim niet" denies what the words before it said.

"Ik kom op 30 maart, Wim niet": he stays away. "Ik eet geen vlees, Wim wel": of coming nothing is said.
"""

import re
from collections.abc import Iterable

from mailbot.reading.account.stance import Stance
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person

OF_COMING = ("attend", "enrol", "seat", "absent", "self_not", "unable", "cancel", "stays", "already", "unmissed")
DECIDED = frozenset({Stance.COMES, Stance.STAYS_AWAY})


# "Voor Wim hoeft dat niet": what, was said before
THAT_TOO = re.compile(r"\bhoe(?:ft|ven|f)\s+(?:dat|het|zoiets)\s+niet\b", re.IGNORECASE)


def is_elliptic(text: str, clause: Clause, stance: Stance) -> bool:
    """Whether a clause decides about coming without a word for it: "Wim niet", "mijn collega Noor de Boer wel"."""
    if stance is Stance.STAYS_AWAY and THAT_TOO.search(text, clause.start, clause.end):
        return True
    return stance in DECIDED and not clause.has(*OF_COMING) and clause.has("neg", "indeed", "likewise")


def repeats(stance: Stance, people: Iterable[Person], *, of_coming: bool) -> Stance:
    """What such a clause says of `people`. `of_coming`: whether the clause before it is about coming; if not, it is no
    news of somebody who is said to come."""
    if of_coming or (stance is Stance.STAYS_AWAY and not all(person.comes for person in people)):
        return stance
    return Stance.NOTHING


def is_of_coming(clause: Clause, stance: Stance) -> bool:
    return stance is not Stance.NOTHING or clause.has(*OF_COMING)
