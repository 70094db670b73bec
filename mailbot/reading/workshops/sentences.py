"""The sentences in which signs are paired: the text's own, but for what a title's marks or a bracket would cut."""

import re

from mailbot.reading.text.clauses import Clauses

OPEN_BRACKET = re.compile(r"\([^()\n]{0,60}[?!.]$")
# Not so a smiley, ":("
BRACKET_BEHIND = re.compile(r"[^\w\n(\[]{0,8}(?<![:;=8-])[(\[](?=[^()\n]{0,90}[)\]])")


def sentences_of(clauses: Clauses, ends_of_titles: tuple[str, ...]) -> list[tuple[int, int]]:
    """The sentences; a title that ends in a question mark ends none, nor does what is asked in a bracket, and a bracket
    right behind a sentence belongs to it: "A!! (ronde 1)"."""
    joined: list[tuple[int, int]] = []
    for start, end in clauses.sentences():
        ends_in_title = bool(joined and ends_of_titles) and clauses.text.endswith(ends_of_titles, *joined[-1])
        in_bracket = bool(joined) and OPEN_BRACKET.search(clauses.text, *joined[-1]) is not None
        in_bracket = in_bracket or (bool(joined) and BRACKET_BEHIND.match(clauses.text, start, end) is not None)
        if (ends_in_title or in_bracket) and "\n" not in clauses.text[start - 1 : start + 1]:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
