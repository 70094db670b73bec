"""People without a name of whom it is said that they go along: "mijn collega gaat met mij mee", "samen met de buren van
Zorgsaam kom ik", "mijn begeleider is er dan ook bij".

Who stands beside the writer in a clause is companions.py's.
"""

import re

from mailbot.reading.account.account import Account
from mailbot.reading.account.people_words import PEOPLE
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.text.late import late

NO_COMPANY = ("neg", "told", "past", "no_companion", "if")
# "Mijn collega gaat met mij mee", "... dat zij met ons meegaat"
GOES_WITH_ME = late(
    r"\b(?:gaat|gaan|komt|komen|rijdt|rijden|reist|reizen|loopt) (?:\w+ ){0,3}?(?:met )?(?:mij|me|ons) "
    r"(?:\w+ ){0,2}?mee\b"
    r"|\bvergezel(?:t|len) (?:mij|me|ons)\b"
    r"|\bmet (?:mij|me|ons) (?:mee(?:gaat|gaan|komt|komen|rijdt|rijden|reist|reizen|wil|willen))\b"
    r"|\b(?:comes?|is coming|goes|will come|joins?|accompan(?:y|ies)) (?:along )?(?:with )?(?:me|us)\b",
    re.IGNORECASE,
)
# "Mijn begeleider is er dan ook bij", whatever he is called
OURS_IS_THERE = late(
    r"\W*(?:mijn|m'n|onze|ons|my|our)\s(?:[\w-]+\s){1,2}?(?:is|zijn|will be)\s(?:er|there)\s"
    r"(?:(?:dan|die dag|ook|dus|natuurlijk|weer)\s)*(?:bij|ook|too)\b",
    re.IGNORECASE,
)
# "My husband will tag along", "mijn zoontje van acht komt ook mee": not so "mijn chef denkt mee"
OURS_COMES = late(
    r"\W*(?:(?:en|and)\s)?(?:mijn|m'n|onze|ons|my|our)\s[^.;:!?]{2,50}?\s"
    r"(?:komt|komen|gaat|gaan|wil|willen|mag|loopt|lopen|reist|reizen|tags?|tagging|comes?|coming|joins?|joining|going|go)\s"
    r"(?:(?:ook|dus|graag|gezellig|dan|er|toch|also|gewoon|met|mij|me|ons|us)\s)*(?:mee|along|too|as\swell|with\s(?:me|us))"
    r"\s*(?:$|[.,;!(]|\b(?:naar|want|to|as)\b)",
    re.IGNORECASE,
)
# "Samen met de buren van Zorgsaam kom ik", "ik kom samen met wat vrijwilligers": not so "kom om samen met de andere
# gemeenten te leren", "samen met de wethouder werk ik ... en ik kom", "samen met de trein"
THEM = (
    r"(?:samen|tezamen|together)\s(?:met|with)\s(?!(?:\w+\s)?(?:trein|auto|bus|fiets|ov|metro|tram|train|car)\b)"
    r"(?:de|het|een|mijn|onze|wat|enkele|een paar|nog|the|my|our|some|a few)\s"
    r"(?:(?!te\b|to\b)[\w-]+\s){0,2}(?!te\b|to\b)[\w-]+"
)
COME_I = r"(?:kom|komen|ga|gaan|ben|zijn|doe|doen|schuif|sluit|neem|nemen)\s(?:ik|wij|we)\b"
TOGETHER_WITH = late(
    rf"\A\W*{THEM}(?:\s(?:van|uit|of|from)\s[\w-]+(?:\s[\w-]+)?)?\s{COME_I}"
    rf"|\b(?:ik|wij|we|i)\s(?:kom|komen|ga|gaan|come|am coming)\b[^,.;:]*?\s(?<!om\s){THEM}"
    r"(?=\s*(?:[.,;!]|\Z|(?:naar|op|mee|to|on)\b|(?:van|uit|of|from)\s))",
    re.IGNORECASE,
)


def goes_with_writer(account: Account, text: str, clause: Clause) -> bool:
    """Whether somebody goes along by that clause, where nobody but the writer was named as coming."""
    if clause.names:
        return False
    if clause.has("together") and TOGETHER_WITH.search(text[clause.start : clause.end]):
        return True
    if clause.has(*NO_COMPANY) or not clause.has(*PEOPLE):
        return False
    if any(person.comes and not person.is_writer for person in account.roster.people):
        return False
    return GOES_WITH_ME.search(text, clause.start, clause.end) is not None


def note_who_is_there(account: Account, text: str, clause: Clause) -> None:
    """Doubt whether somebody comes who is told to be there, in a clause that says nothing of coming otherwise."""
    if clause.names or clause.has(*NO_COMPANY):
        return
    if OURS_IS_THERE.match(text, clause.start, clause.end) or OURS_COMES.match(text[clause.start : clause.end]):
        account.doubt("companion")
