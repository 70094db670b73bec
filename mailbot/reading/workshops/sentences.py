"""The sentences in which signs are paired: the text's own, but for what a title's marks or a bracket would cut."""

import re

from mailbot.reading.text.clauses import Clauses

OPEN_BRACKET = re.compile(r"\([^()\n]{0,60}[?!.]$")
# Not so a smiley, ":("
BRACKET_BEHIND = re.compile(r"[^\w\n(\[]{0,8}(?<![:;=8-])[(\[](?=[^()\n]{0,90}[)\]])")

# "A? grapje: B", "A? nee hoor, B": what was asked is answered at once, in the same row
ANSWERED = re.compile(
    r"\s(?!(?:zo|als|of|anders|if|or|so)\b)(?:(?:(?:oh?|haha|hm+)[,!]?\s)?(?:nee|neen|no)\b[^.;:?\n\d]{0,20}[:,]|(?:[^\W\d]+\s){0,2}[^\W\d]+:)\s"
    r"(?!(?:niets|niks|geen|niet|nothing|none)\b)"
)
ASKED = re.compile(r"[\"']?\s?\?")


def sentences_of(clauses: Clauses, ends_of_titles: tuple[str, ...]) -> list[tuple[int, int]]:
    """The sentences; a title that ends in a question mark ends none, nor does what is asked in a bracket, and a bracket
    right behind a sentence belongs to it ("A!! (ronde 1)"), as does what a row answers to itself: "A? grapje: B"."""
    joined: list[tuple[int, int]] = []
    for start, end in clauses.sentences():
        ends_in_title = bool(joined and ends_of_titles) and clauses.text.endswith(ends_of_titles, *joined[-1])
        in_bracket = bool(joined) and OPEN_BRACKET.search(clauses.text, *joined[-1]) is not None
        in_bracket = in_bracket or (bool(joined) and BRACKET_BEHIND.match(clauses.text, start, end) is not None)
        answered = bool(joined) and clauses.text.endswith("?", *joined[-1])
        answered = answered and ANSWERED.match(clauses.text, start, end) is not None
        if (ends_in_title or in_bracket or answered) and "\n" not in clauses.text[start - 1 : start + 1]:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def is_answered(text: str, end: int, behind: int) -> bool:
    """Whether a workshop that ends there is taken back at once for the one behind: "A? grapje: B"."""
    asked = ASKED.match(text, end, behind)
    return asked is not None and ANSWERED.fullmatch(text, asked.end(), behind) is not None


def answers_itself(text: str, start: int, at: int) -> bool:
    """Whether what stands at that place is such an answer, of which the rest of the text knows nothing."""
    asked = text.rfind("?", start, at)
    return asked >= 0 and ANSWERED.fullmatch(text, asked + 1, at) is not None
