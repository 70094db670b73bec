"""Questions that nobody need answer: the writer does it at once ("Wie gaat er mee? Ik!"), or only marvels."""

import re
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import fold

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def answers_itself(following: str) -> bool:
    """Whether the sentence behind a question is the writer's own answer: "Ik!", "Nee dus.", "Nee grapje, ..."."""
    answers = says_more = False
    for at, word in enumerate(WORD.finditer(fold(following))):
        if at < 2 and word[0] in _listed("jokes"):
            return True
        answers |= word[0] in _listed("answers")
        says_more |= word[0] not in _listed("answers") and word[0] not in _listed("beside_answers")
        if at and says_more:
            return False  # as the second word tells of most sentences
    return answers and not says_more


def denies(following: str) -> bool:
    """Whether that answer is a no: "Kom ik? Nee.": what was asked isn't so."""
    return not _listed("denials").isdisjoint(WORD.findall(fold(following)))


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(words("rhetoric", key))
