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
    """Whether it opens with a plain yes ("ja ik ga", "Ja hoor, doe maar"), be it behind a name: "Wim, ja ik ga"."""
    said = WORD.findall(fold(sentence))
    called_upon = CALLED_UPON.match(sentence) is not None
    return bool(said) and not _listed("opening").isdisjoint(said[: 2 if called_upon else 1])


def confirms(sentence: str) -> bool:
    """Whether it opens with a yes to what was asked, or says so: "Juist, 30 maart", "Dat klopt", "t is idd die"."""
    said = WORD.findall(fold(sentence))
    return begins_with_yes(sentence) or (not _listed("confirming").isdisjoint(said[:6]) and "niet" not in said)


def agrees(sentence: str) -> bool:
    """Whether it says yes to what was proposed, and nothing else: "Dat mag.", "Doe maar", "Ja, prima"."""
    said = set(WORD.findall(fold(sentence)))
    willing = _listed("yes").union(_listed("agreeing"))
    return not willing.isdisjoint(said) and willing.union(_listed("beside")).issuperset(said)


def volunteers(sentence: str) -> bool:
    """Whether it only says "ik", where somebody asked who comes: "Ik wel!", "Ik kan en wil", "Steek mijn vinger op"."""
    said = WORD.findall(fold(sentence))
    return not _listed("myself").isdisjoint(said) and _listed("myself").union(_listed("willing")).issuperset(said)


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(words("assent", key))
