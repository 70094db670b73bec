"""Where one statement ends and the next begins: sentences, list items and the clauses inside them.

A line end is a boundary only where it must be one (an empty line, a list item, a short line before a capital): mails
are wrapped by programs as often as by people.
"""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from mailbot.reading.text.brackets import in_few_words
from mailbot.reading.text.fold import fold
from mailbot.reading.text.lookup import vocabulary
from mailbot.reading.text.once import once

ITEM = (
    r"[^\S\n]*(?:[-*•·–o][^\S\n]|\d{1,2}[.)][^\S\n]|\(?[a-z1-9][)][^\S\n]|\d{1,2}[.:]\d\d\b|[1-9](?:e|ste|de|st|nd|rd)\s?[:=>–-]"
    r"|r?ronde\b|round\b|r[1-9]\b)"
)
# "... doe mij in ronde 1 en" and, wrapped, "ronde 2 de andere": no item, where the line before goes on.
TIMED = re.compile(r"[^\S\n]*(?:\d{1,2}[.:]\d\d\b|r?ronde\b|round\b|r[1-9]\b)")
WRAPPED = re.compile(
    r"\S[^\n]{58,}(?:[a-z,]|\b\d{1,2})[^\S\n]*$|\b(?:in|om|en|de|u|voor|at|and|the|for|van|tot)[^\S\n]*$"
)
# A full stop after one of these, or after a single letter, ends an abbreviation and no sentence.
ABBREVIATED = re.compile(
    r"(?:^|[\s(.])(?:[a-z]|mw|mevr|dhr|drs|mr|ir|ing|dr|prof|nr|nrs|a\.s|i\.v\.m|i\.p\.v|o\.a|d\.d|t\.b\.v|m\.b\.t|n\.v\.t"
    r"|evt|bijv|bv|gem|tel|sr|jr|plv|st|th|chr|ca|resp|incl|excl|max|min|o\.v|s\.v\.p|mrt|feb|jan|apr|aug|sept|okt|nov|dec)$"
)
# A megabyte without a full stop is no sentence; who asks for the clause of each of its words must not get all of it.
REACH = 400
# The class stands first: what is none of it is passed over at once.
SENTENCE_END = re.compile(r"[.!?…\n\t](?:(?<=[\n\t])|(?<![\n\t])[.!?…]*(?=[\s\"')]|$))")
BEGINS_ITEM = re.compile(ITEM)
CLAUSE_MARK, DASH = re.compile(r"[,;:()?!]"), re.compile(r"\s-\s")
# By the last word of each: a pattern for one that begins with letters is ten times as fast as one for any of them.
CONJUNCTIONS = {
    words.split()[-1]: re.compile(rf"{words}(?<!\w{words})\b")
    for words in "maar but aber mais mar terwijl want omdat dus daarom while because so".split()
} | {
    "want": re.compile(
        r"want(?<!\wwant)(?<!\bi want)(?<!\bwe want)(?<!\byou want)(?<!\bthey want)(?<!\bboth want)(?<!\ball want)\b"
        r"(?!\s(?:to|the|you|an|both)\b)"
    ),
    "dan": re.compile(r"en dan(?<!\wen dan)\b"),
    "then": re.compile(r"and then(?<!\wand then)\b"),
}


class Clauses:
    """The sentences and clauses of text[start:end], as spans."""

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self.text, self._written = fold(text), text
        self.start, self.end = start, len(text) if end is None else end
        self._sentences = _sentence_starts(text, self.start, self.end)

    def sentences(self) -> list[tuple[int, int]]:
        """All sentences, in order."""
        return list(zip(self._sentences, [*self._sentences[1:], self.end], strict=True))

    def sentence_at(self, place: int) -> tuple[int, int]:
        """The sentence that holds that place, as far as REACH on either side."""
        return _around(self._sentences, place, self.end)

    def clause_at(self, place: int) -> tuple[int, int]:
        """The clause that holds that place: at most its sentence, and at most REACH on either side."""
        return _around(self._clauses, place, self.end)

    @once
    def _clauses(self) -> list[int]:
        return _clause_starts(self._written, self.start, self.end)


def _around(starts: list[int], place: int, end: int) -> tuple[int, int]:
    at = max(bisect_right(starts, place) - 1, 0)
    until = starts[at + 1] if at + 1 < len(starts) else end
    return (max(starts[at], place - REACH), min(until, place + REACH))


@lru_cache(maxsize=16)
def _clause_starts(text: str, start: int, end: int) -> list[int]:
    """Where a clause begins: behind a mark or a conjunction, or with its sentence."""
    folded = fold(text)
    ends = [CLAUSE_MARK, *([DASH] if "-" in folded else [])]
    ends += [CONJUNCTIONS[word] for word in CONJUNCTIONS.keys() & vocabulary(folded)]
    cuts = {match.end() for pattern in ends for match in pattern.finditer(folded, start, end)}
    return sorted(cuts.union(_sentence_starts(text, start, end)))


@lru_cache(maxsize=16)  # a mail has a few texts; a hostile one has large ones
def _boundaries(text: str) -> tuple[int, ...]:
    """Where a sentence begins, anywhere in the text."""
    folded, places = fold(text), []
    for match in SENTENCE_END.finditer(folded):
        if match[0] == "\n":
            if not _line_ends_sentence(text, folded, match.start()):
                continue
        elif match[0] == "." and (
            _ends_no_sentence(folded, match.start()) or in_few_words(folded, 0, match.start(), len(folded))
        ):
            continue
        places.append(match.end())
    return tuple(places)


def _ends_no_sentence(folded: str, at: int) -> bool:
    """Whether the full stop there ends an abbreviation, or the number of a list item."""
    line = folded.rfind("\n", 0, at) + 1
    return folded[line:at].strip().isdigit() or bool(ABBREVIATED.search(folded, max(0, at - 8), at))


def _line_ends_sentence(text: str, folded: str, at: int) -> bool:
    """Whether the line end at that place is more than the wrapping of a long line."""
    following = folded[at + 1 : at + 80].split("\n", 1)[0]
    line = text[text.rfind("\n", 0, at) + 1 : at]
    timed = TIMED.match(following) is not None and TIMED.match(line) is None
    wrapped = timed and WRAPPED.search(line) is not None
    if not following.strip() or (BEGINS_ITEM.match(following) and not wrapped):
        return True
    first = text[at + 1 : at + 80].lstrip()[:1]
    return len(line.rstrip()) < 50 and (first.isupper() or first.isdigit()) and not line.rstrip().endswith(",")


@lru_cache(maxsize=16)
def _sentence_starts(text: str, start: int, end: int) -> list[int]:
    places = _boundaries(text)
    return [start, *places[bisect_right(places, start) : bisect_left(places, end)]]
