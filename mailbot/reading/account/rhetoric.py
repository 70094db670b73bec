"""Questions that nobody need answer: the writer does it at once ("Wie gaat er mee? Ik!"), or only marvels."""

import re
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import fold

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def answers_itself(following: str) -> bool:
    """Whether the sentence behind a question is the writer's own answer: "Ik!", "Nee dus.", "Nee grapje, ..."."""
    said = WORD.findall(fold(following))
    if not said:
        return False
    only = set(said) <= _listed("answers") | _listed("beside_answers") and not _listed("answers").isdisjoint(said)
    return only or said[0] in _listed("jokes") or (len(said) > 1 and said[1] in _listed("jokes"))


def denies(following: str) -> bool:
    """Whether that answer is a no: "Kom ik? Nee.": what was asked isn't so."""
    return not _listed("denials").isdisjoint(WORD.findall(fold(following)))


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(words("rhetoric", key))
