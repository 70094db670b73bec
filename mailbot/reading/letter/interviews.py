"""Questions that somebody answers between the lines: "> 2. Wilt u in ronde 1 een workshop volgen?", and below it "Nee".

What was asked last counts, however it is wrapped, numbered or led in by other words. What a question is about, and
what an answer to it says, is answered.py's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from mailbot.reading.letter.closing_words import CLOSING, GREETS
from mailbot.reading.letter.introductions import Line
from mailbot.reading.letter.labels import column_of

NUMBERED = re.compile(r"\s*(?:\(?\d{1,2}[.)]|[a-zA-Z][.)]|[-*•·–])\s+")
BRACKETS = re.compile(r"\([^()]{0,200}\)")
SENTENCE_ENDS = re.compile(r"[.!?]\s+(?=[^\W\d_a-z])|\n")
# Behind the mark: "hoe doe je dat? / Vooroordelen", and what there is to choose from, an item each
STILL_ASKED = re.compile(
    r"\s*(?:(?:[/|,;]|of\b|or\b)[^\n]*)?(?:\n\s*(?:\(?\d{1,2}[.)]|[a-zA-Z][.)]|[-*•·–])\s[^\n]*)*\s*"
)
LABEL = re.compile(r"[^:?\n]{2,60}:\s*$")
OFFERS = re.compile(r"(?P<label>[^:?\n]{2,40}(?::\d\d\)?[^:?\n]{0,12})?):\s+\S[^\n]*?(?:\s/\s|\s(?:of|or)\s)\S[^\n]*$")
LONGEST = 400  # characters of a question
MOST_LINES = 4  # of an answer


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands at [start, end) below that question."""

    question: str
    start: int
    end: int

    def holds(self, at: int) -> bool:
        return self.start <= at < self.end


def interview(text: str, lines: Sequence[Line]) -> Iterator[Answer]:
    """The answers among the writer's own lines, each the first paragraph below what was asked."""
    at, asked, answer = 0, "", list[Line]()
    for line in lines:
        words = text[line.start : line.end]
        quoted = _quoted(text[at : line.start])
        if answer and (quoted or not words.strip() or len(answer) == MOST_LINES or _closes(words)):
            yield _answer(asked, answer)
            asked, answer = "", []
        if quoted:
            asked = _asked_last(quoted)
        at = line.end
        if asked and words.strip() and not (_closes(words) and not answer):
            answer.append(line)
        elif words.strip():
            asked = ""
    if answer:
        yield _answer(asked, answer)


def _answer(asked: str, lines: Sequence[Line]) -> Answer:
    return Answer(asked, lines[0].start, lines[-1].end)


def _closes(words: str) -> bool:
    return (CLOSING.match(words) or GREETS.match(words)) is not None


def _quoted(between: str) -> list[str]:
    """The quoted lines between two of the writer's own, without their marks."""
    if ">" not in between:
        return []
    return [line.lstrip("> \t").rstrip() for line in between.split("\n") if line.lstrip().startswith(">")]


def _asked_last(quoted: Sequence[str]) -> str:
    """The last question in quoted lines, or the last label; nothing where they end with anything else."""
    said = _joined(quoted)[-LONGEST:]
    masked = BRACKETS.sub(lambda found: "x" * len(found[0]), said)
    mark = masked.rfind("?")
    behind = BRACKETS.sub("", said[mark + 1 :])
    if mark >= 0 and STILL_ASKED.fullmatch(behind):
        begins = max((end.end() for end in SENTENCE_ENDS.finditer(masked, 0, mark)), default=0)
        return _bare(said[begins:])
    line = said.rpartition("\n")[2]
    offers = OFFERS.match(_bare(line))
    if LABEL.match(BRACKETS.sub("", _bare(line))) or (offers and column_of(offers["label"]) == "round"):
        return _bare(line)
    return ""


def _joined(quoted: Sequence[str]) -> str:
    """Quoted lines in one for each paragraph and item: they were wrapped by whoever sent them."""
    pieces: list[str] = []
    for filled, lines in groupby(quoted, key=bool):
        if not filled:
            continue
        for at, line in enumerate(lines):
            apart = at == 0 or NUMBERED.match(line) or pieces[-1].endswith(":")
            pieces.append("\n" + line if apart else " " + line)
    return "".join(pieces).strip()


def _bare(question: str) -> str:
    number = NUMBERED.match(question)
    return " ".join(question[number.end() if number else 0 :].split())
