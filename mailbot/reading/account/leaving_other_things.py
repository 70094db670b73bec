"""What somebody has given up that is none of ours, so that they can come: "onze heidag viel op diezelfde datum, maar
daar heb ik me gisteren voor afgemeld". A seat that is given up here is giving_up.py's.
"""

import re

from mailbot.reading.account.giving_up import REGISTRATION
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.text.late import late

# "Daar heb ik me voor afgemeld", "ik heb me daarvan afgemeld": done, and of something that was just told
DONE_WITH_THAT = late(
    r"\b(?:daar|daarvoor|daarvan|daarbij|hiervoor)\b[^.!?;]*?\b(?:heb|had)\s(?:ik|wij|we)\b[^.!?;]*"
    r"|\b(?:ik|wij|we)\s(?:heb|had|hebben|hadden)\b[^.!?;]*?\b(?:daar|daarvoor|daarvan|daarbij|hiervoor)\b[^.!?;]*",
    re.IGNORECASE,
)
PARTICIPLE = re.compile(r"\b(?:afgemeld|afgezegd|geannuleerd|verontschuldigd|vrijgemaakt)\b", re.IGNORECASE)
# "Onze heidag", "een vergadering": a thing of one's own, and nothing that we hold
OWN_THING = late(
    rf"\b(?:mijn|m'n|onze|ons|een)\s(?!(?:eerdere\s|eigen\s)?{REGISTRATION}\b)(?:[\w-]+\s)?[\w-]{{4,}}\b", re.IGNORECASE
)
OURS = re.compile(r"\b(?:u|uw|jullie|your?)\b", re.IGNORECASE)
REACH = 160  # characters before it in which that thing is told


def has_left_something_else(text: str, clause: Clause) -> bool:
    """Whether that clause tells of having given up what was told right before it, which is the writer's own."""
    if not clause.has("i", "we") or clause.asks or clause.names:
        return False
    done = DONE_WITH_THAT.search(text, clause.start, clause.end)
    if done is None or PARTICIPLE.search(done[0]) is None:
        return False
    since = max(0, clause.start - REACH)
    paragraph = text.rfind("\n\n", since, clause.start)
    things = list(OWN_THING.finditer(text, max(since, paragraph), clause.start))
    return bool(things) and OURS.search(text, things[-1].end(), clause.start) is None
