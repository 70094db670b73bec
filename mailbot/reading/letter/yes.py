"""Sentences that say yes and nothing else: "Graag.", "Ja, leuk!", "Count me in" (lexicon/assent.toml)."""

import re
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import fold

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")

CALLED_UPON = re.compile(r"\s*[^\W_]+,\s+")  # "Yvonne, ja ik ga"


def is_yes(sentence: str) -> bool:
    """Whether a sentence consists of words of assent, and of politeness beside them."""
    said = WORD.findall(fold(sentence))
    return not _listed("yes").isdisjoint(said) and _listed("yes").union(_listed("beside")).issuperset(said)


def begins_with_yes(sentence: str) -> bool:
    """Whether it opens with a plain yes ("ja ik ga", "Ja hoor, doe maar")."""
    said = WORD.findall(fold(CALLED_UPON.sub("", sentence)))
    return bool(said) and said[0] in _listed("opening")


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(words("assent", key))
