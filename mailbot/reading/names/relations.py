"""What makes capitals in a row somebody's name though no lexicon knows them: "mijn zwager Shurendy Tromp", "Aaliyah
Bos, onze jurist".

A job before them does not: behind "onze adviseur" stands a field of work as often ("onze adviseur Brede Welvaart").
"""

import re

from mailbot.reading.names.person_name import name_words
from mailbot.reading.names.titles import is_job_title
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

OURS = r"(?:mijn|m'n|onze?|zijn|haar|hun|my|our|his|her|their)"
OWN = frozenset({"mijn", "m'n", "ons", "onze", "my", "our"})
BEFORE = re.compile(rf"\b(?P<whose>{OURS})\s(?:[a-z-]+\s){{0,2}}(?P<noun>[a-z-]+)\s$")
BEHIND = late(rf",\s{OURS}\s(?:[a-z-]+\s){{0,2}}?(?P<noun>[a-z-]+)\b|\s\({OURS}\s(?P<bracketed>[a-z-]+)\b")
APPOSITION = re.compile(r"[,:(] ?$")  # "mijn zus, Els"
MINE = "(?:" + "|".join(sorted(OWN)) + ")"
IS_MINE = late(
    rf",\s{MINE}\s(?:[a-z]+\s)?(?P<noun>[a-z-]+)(?=[,.;]|\s(?:komt|kan|gaat|wil|is|heeft|zou|can|will|has|would)\b)"
    rf"|\s\({MINE}\s(?:[a-z]+\s)?(?P<bracketed>[a-z-]+)\)"
)
I_AM = re.compile(r"\b(?:ik|i|mij|me|ondergetekende|myself)[,:(]?\s$")
NEXT_WORD = re.compile(r"\s([a-z-]+)\b")
WIDTH = 48  # characters before a name


def is_possessive(text: str, end: int) -> bool:
    """Whether the word that ends there says whose: "Mien collega" is no Mien."""
    noun = NEXT_WORD.match(text, end, end + WIDTH)
    return noun is not None and noun[1] in name_words("kin")


def is_the_writers(text: str, start: int, end: int) -> bool:
    """Whether beside text[start:end] stands what somebody is to whoever writes: "mijn zus Els", "onze collega, Els",
    "Els (mijn zus)", "Els, mijn zus, komt"; not so "ik, Els, mijn man en ..."."""
    folded = fold(text[max(0, start - WIDTH) : end + WIDTH])
    at = min(start, WIDTH)
    before = BEFORE.search(APPOSITION.sub(" ", folded[:at]))
    if before is not None and before["whose"] in OWN and before["noun"] in name_words("kin"):
        return True
    behind = IS_MINE.match(folded, at + end - start)
    noun = (behind["noun"] or behind["bracketed"]) if behind else ""
    return noun in name_words("kin") and not I_AM.search(folded[:at])


def is_related(text: str, start: int, end: int) -> bool:
    """Whether words beside text[start:end] say that this is a person."""
    folded = fold(text[max(0, start - WIDTH) : end + WIDTH])
    at = min(start, WIDTH)
    before = BEFORE.search(folded[:at])
    if before and before["noun"] in name_words("kin"):
        return True
    behind = BEHIND.match(folded, at + end - start)
    noun = (behind["noun"] or behind["bracketed"]) if behind else ""
    return bool(noun) and (noun in name_words("kin") or is_job_title(noun))
