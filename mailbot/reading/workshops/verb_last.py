"""A workshop with which somebody begins or ends, where the verb stands behind it: "met A beginnen en met B eindigen",
"met A begin ik", "A om mee te starten". What stands before it ("begin met A") is a phrase of its list.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of
from mailbot.reading.workshops.sign import Is, Sign

WITH = late(r"(?<!\w)(?:met|bij|with|at)\s(?:[\w'-]+\s){0,5}[\"'“‘]?$")
SAID = ("begin", "start", "open", "trap", "sluit", "eindig", "rond", "close", "end", "finish")
LONGEST = 60  # characters before a workshop in which its "met" stands


def verbs_behind(folded: str, workshops: Iterable[Sign], start: int, end: int) -> Iterator[Sign]:
    """Behind each of those workshops the verb that says when it is."""
    if not has_one_of(folded, SAID):
        return
    for sign in workshops:
        match = _verb().match(folded, sign.end, end)
        if match is None:
            continue
        if match["mee"] or WITH.search(folded, max(start, sign.start - LONGEST), sign.start):
            relation = "first" if match["first"] else "last"
            yield Sign(Is.RELATIVE, *match.span(match.lastgroup or 0), relation=relation, named=False)


@cache
def _verb() -> re.Pattern[str]:
    """Not so where what somebody begins with follows: "met A wil ik beginnen met ..."."""
    small, begin, stop = (any_of(words("choices", name)) for name in ("verb_last_fillers", "begins_last", "ends_last"))
    return re.compile(
        rf"[\"'”’)]{{0,2}},?(?:\s(?:(?P<mee>om (?:er )?mee te)|{small})){{0,6}}\s"
        rf"(?:(?P<first>{begin})|(?P<last>{stop}))(?!\w)(?!\s(?:met|bij|with|at|aan)\b)"
    )
