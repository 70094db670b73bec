"""Whether a sentence says something of a name by which it isn't simply what headers and signatures have: "Outlook plakt
er nog de naam van mijn ex achter", "met een y dus", "zo kent iedereen me, Jacobus was mijn opa".

There are too many ways to say it for lists of words; by its words and pairs of words, with names hidden, it is told all
the same (name_remarks.json).
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from mailbot.reading.names import is_given
from mailbot.reading.second_reader.model import Model, packaged
from mailbot.reading.second_reader.traits import Seen
from mailbot.reading.text.fold import fold

REMARK, OTHER = "remark", "other"
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[?!:,.;()\"“”]")
STEM = 6  # letters of a word that are looked at
NAME, NUMBER, QUOTE = "@name", "#", '"'
# Capitals within a sentence that are no name.
NO_NAMES = frozenset(("I", "I'm", "I've", "I'd", "ICT", "IT", "HR", "PZ"))
LONGEST = 400  # characters: what is longer is hardly one sentence


def remark(said: str) -> float:
    """How likely it is that a sentence says such a thing."""
    return _remark(said[:LONGEST])


@lru_cache(maxsize=256)  # a mail is judged anew up to three times
def _remark(said: str) -> float:
    return _model().probabilities(traits(said))[REMARK]


def traits(said: str) -> Seen:
    """The words of a sentence, those that stand side by side, and those with one between."""
    row, found = list(words(said)), Seen()
    found["w"].update(row)
    found["b"].update(f"{one} {two}" for one, two in pairwise(row))
    found["s"].update(f"{one} {two}" for one, two in zip(row, row[2:], strict=False))
    return found


def words(said: str) -> Iterator[str]:
    """The words and marks of a sentence, as far as they are looked at."""
    begins = True
    for match in WORD.finditer(said):
        word = match[0]
        if word[0].isalpha():
            is_name = word[0].isupper() and (is_given(word) if begins else word not in NO_NAMES)
            yield NAME if is_name else fold(word)[:STEM]
            begins = False
        else:
            begins = begins or word in ".!?"
            yield NUMBER if word.isdigit() else QUOTE if word in "“”" else word


@cache
def _model() -> Model:
    return packaged("name_remarks")
