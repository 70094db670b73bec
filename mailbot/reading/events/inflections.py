"""The forms in which people write a word of a title: "in de wijken" of what is held "in de wijk", "groen dak" of
"Groene daken".

Every form that Dutch or English could make is given, also those that are no words: nobody writes them.
"""

import re
from collections.abc import Iterator
from functools import cache

SHORTEST = 3  # letters of a form
VOWELS = "aeiou"
LONG = re.compile(rf"([aeou])\1([^\W\d_{VOWELS}])\Z")  # straat
OPEN = re.compile(rf"(?<![{VOWELS}])([aeou])([^\W\d_{VOWELS}])\Z")  # strat(en)
DOUBLED = re.compile(rf"([^\W\d_{VOWELS}])\1\Z")  # stemm(en)
VOICED = {"v": "f", "z": "s"}  # briev(en), huiz(en)
UNVOICED = {hard: soft for soft, hard in VOICED.items()}


@cache
def inflected(word: str) -> tuple[str, ...]:
    """That folded word first, then its singular and plural, and an adjective's other form."""
    forms = [word, *_plurals(word), *_singulars(word)]
    return tuple(dict.fromkeys(form for form in forms if len(form) >= SHORTEST))


def _plurals(word: str) -> Iterator[str]:
    if word.endswith("en"):
        return
    if word.endswith("e"):
        yield from (word + "n", word + "s")
        return
    yield from (word + ending for ending in ("s", "en", "e"))
    if long := LONG.search(word):
        yield from (word[: long.start()] + long[1] + soft + "en" for soft in {long[2], UNVOICED.get(long[2], long[2])})
    elif word[-1] in UNVOICED:
        yield word[:-1] + UNVOICED[word[-1]] + "en"
    elif OPEN.search(word):
        yield from (word + word[-1] + ending for ending in ("en", "e"))
    if word.endswith("y"):
        yield word[:-1] + "ies"


def _singulars(word: str) -> Iterator[str]:
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("s") and word[-2] not in VOWELS + "s":
        yield word[:-1]
    for ending in ("en", "e"):
        if not word.endswith(ending):
            continue
        stem = word.removesuffix(ending)
        yield stem
        if stem.endswith(tuple(VOICED)):
            stem = stem[:-1] + VOICED[stem[-1]]
            yield stem
        if DOUBLED.search(stem):
            yield stem[:-1]  # stem(men)
        elif short := OPEN.search(stem):
            yield stem[: short.start()] + 2 * short[1] + short[2]
        return
