"""What makes capitals in a row somebody's name though no lexicon knows them: "mijn zwager Shurendy Tromp", "Aaliyah
Bos, onze jurist".

A job before them does not: behind "onze adviseur" stands a field of work as often ("onze adviseur Brede Welvaart").
"""

import re
from functools import cache

from mailbot.reading.lexicon import load
from mailbot.reading.names.person_name import name_words
from mailbot.reading.names.sexes import Sex
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
PAIR = re.compile(r"\s(?P<noun>[a-z-]+)\s(?:en|and)\s")
NAME_NEXT = re.compile(r",?\s[^\W\d_a-z]")
IS_CALLED = re.compile(r"\s(?:heet|is called)\s$")
I_AM = re.compile(r"\b(?:ik|i|mij|me|ondergetekende|myself)[,:(]?\s$")
NEXT_WORD = re.compile(r"\s([a-z-]+)\b")
WIDTH = 48  # characters before a name


def is_possessive(text: str, end: int) -> bool:
    """Whether the word that ends there says whose: "Mien collega" is no Mien."""
    noun = NEXT_WORD.match(text, end, end + WIDTH)
    return noun is not None and noun[1] in name_words("kin")


def what_to_writer(text: str, start: int, end: int) -> str:
    """What somebody at text[start:end] is to whoever writes, by the words beside it: "mijn zus Els", "onze collega,
    Els", "Els (mijn zus)", "Els, mijn zus, komt"; nothing in "ik, Els, mijn man en ..."."""
    folded = fold(text[max(0, start - WIDTH) : end + WIDTH])
    at = min(start, WIDTH)
    before = BEFORE.search(APPOSITION.sub(" ", folded[:at]))
    if before is not None and before["whose"] in OWN and before["noun"] in name_words("kin"):
        return before["noun"]
    behind = IS_MINE.match(folded, at + end - start)
    noun = (behind["noun"] or behind["bracketed"]) if behind else ""
    return noun if noun in name_words("kin") and not I_AM.search(folded[:at]) else ""


def introduced_as(text: str, start: int, end: int) -> str:
    """By which word whoever is named at text[start:end] is introduced there: "onze nieuwe stagiair Wim", "Els (mijn
    moeder)", "mijn moeder heet Els"; nothing where no such word stands beside it, or what precedes is the writer."""
    folded = fold(text[max(0, start - WIDTH) : end + WIDTH])
    at = min(start, WIDTH)
    before = BEFORE.search(IS_CALLED.sub(" ", APPOSITION.sub(" ", folded[:at])))
    if before is not None:
        first = PAIR.search(before[0])
        if first is not None and is_private(first["noun"]) and is_private(before["noun"]):
            return ""  # "mijn vader en moeder, Jan en Els Vos": which is whose?
        noun = before["noun"]
    else:
        behind = BEHIND.match(folded, at + end - start)
        if behind is not None and NAME_NEXT.match(text, end + behind.end() - (at + end - start)):
            behind = None  # "Els, mijn collega Wim en ik"
        noun = (behind["noun"] or behind["bracketed"]) if behind and not I_AM.search(folded[:at]) else ""
    return noun if noun in name_words("kin") or noun in all_relations() or is_job_title(noun) else ""


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


@cache
def all_relations() -> dict[str, str]:
    """Each word for a relation, and the first of those that mean the same one."""
    rows = [row.split() for kind in ("she", "he", "either") for row in load("relations")[kind]]
    return {word: row[0] for row in rows for word in row}


def is_private(relation: str) -> bool:
    """Whether by that word somebody is known otherwise than from work: "mijn zus", and not "mijn collega"."""
    return relation in all_relations() and relation not in load("relations")["at_work"][0].split()


@cache
def _of_sex(sex: Sex) -> frozenset[str]:
    return frozenset(word for row in load("relations")["he" if sex is Sex.HE else "she"] for word in row.split())


def sex_by(relation: str) -> Sex | None:
    """Whether of "mijn moeder" one goes on with "zij": None for "mijn collega"."""
    return next((sex for sex in Sex if relation in _of_sex(sex)), None)
