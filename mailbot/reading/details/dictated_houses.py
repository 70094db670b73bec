"""Houses in letters without capitals, dictated or typed in a hurry: "ik ben van stichting de brug uit schiedam".

Where capitals are missing, a name is told by the word for its sort before it, and by what it can't go on with: "uit",
"en ik", a verb. Only what somebody is said to be of is looked for; "de stichting heeft" is none.
"""

import re
from collections.abc import Iterator
from functools import cache

from mailbot.reading.lexicon import word_set, words
from mailbot.reading.lexicon.authorities import town_at
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.lookup import Lookup, lookup

WORD = re.compile(r"[ ]?(?P<word>[^\W\d_][^\W\d_'’-]*)")
ARTICLES = ("de", "het", "'t", "ons", "onze")
LONGEST = 4  # words of a name behind its sort
SHORTEST_LAST = 3  # letters of a name's last word


def dictated(text: str, start: int, end: int) -> Iterator[Found]:
    for match in _sorts().finditer(fold(text), start, end):
        written = text[match.start("sort") : match.end("sort")]
        if not written.islower():
            continue
        stop = _end_of_name(text, match.end("sort"), end)
        if stop is not None:
            name = f"{written} {text[match.end('sort') : stop].strip()}"
            yield Found(_with_capitals(name), match.start("sort"), stop, "lead_in")


def _end_of_name(text: str, at: int, end: int) -> int | None:
    """Where the words of the name end; None where it has none, or has capitals by which it is known anyhow."""
    stop = None
    for number in range(LONGEST):
        next_word = WORD.match(text, at, end)
        if next_word is None or (number > 0 and text[at : at + 1] != " "):
            break
        word = next_word["word"]
        if not word.islower():
            return None
        if fold(word) in word_set("organisations", "no_name_goes_on") and not (number == 0 and word in ARTICLES):
            break
        at = next_word.end()
        stop = at if word not in ARTICLES else stop
        if number > 0 and town_at(fold(text), next_word.start("word")) == at:
            break
    return stop


def _with_capitals(name: str) -> str:
    return " ".join(
        word if word in ("van", "voor", "en", "in") else word[:1].upper() + word[1:] for word in name.split()
    )


@cache
def _sorts() -> Lookup:
    link = any_of(words("organisations", "links"))
    return lookup(
        words("organisations", "dictated_sorts"), rf"(?<!\w)(?:{link})\s(?:de\s|het\s)?(?P<sort>WORDS)(?=\s\w)"
    )
