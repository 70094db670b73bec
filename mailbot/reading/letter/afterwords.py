"""Which lines below a signature's first are talk again: a postscript, whole sentences, something in brackets.

What a signature says on every day of the year is none of it: working days, who stands in, opening hours, a motto.
"""

import re
from functools import cache

from mailbot.reading.letter.closing_words import WORD
from mailbot.reading.letter.introductions import Line
from mailbot.reading.letter.signature import FIRST_PERSON
from mailbot.reading.lexicon import words as listed
from mailbot.reading.text.phrases import Phrases, cut_up

POSTSCRIPT = re.compile(
    r"\s*\(?(?:p\.?\s?s\.?|n\.?b\.?|o ja|oh ja|oja|trouwens|naschrift|overigens|by the way|btw)\b", re.IGNORECASE
)
ASIDE = re.compile(r"\s*\((?=[^\W\d_A-Z])(?:[^\s()\d/]+\s+){2,}[^\s()\d/]+\)[.!]?\s*")
ODD_LINE = re.compile(r"[\W_]{3,}|\[?cid:\S+|\[?image\S*\]?", re.IGNORECASE)


def afterwords(text: str, lines: list[Line]) -> list[Line]:
    """The lines of a signature that are talk."""
    said: list[Line] = []
    talking = False
    for at, line in enumerate(lines):
        words = text[line.start : line.end]
        new_paragraph = at == 0 or text[lines[at - 1].end : line.start].count("\n") > 1
        if new_paragraph or POSTSCRIPT.match(words):
            talking = bool(POSTSCRIPT.match(words)) or _is_talk(words)
        if talking or _is_aside(words):
            said.append(line)
    return said


def _is_talk(words: str) -> bool:
    if len(WORD.findall(words)) < 6 or not FIRST_PERSON.search(words) or ODD_LINE.fullmatch(words):
        return False
    return not _standing().in_text(cut_up(words))


def _is_aside(words: str) -> bool:
    """Whether a line is something said in brackets: "(eet alles behalve vis)"; not "(ma t/m do)", "(she/her)"."""
    return ASIDE.fullmatch(words) is not None and not _standing().in_text(cut_up(words))


@cache
def _standing() -> Phrases:
    """What stands below every mail of somebody's (lexicon/standing.toml)."""
    return Phrases(listed("standing", "standing"))
