"""A workshop that somebody has done before: no choice."""

import re
from collections.abc import Sequence
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.late import late
from mailbot.reading.workshops.sign import Sign

# "Ik ken dat verhaal van het College al"
KNOWS = re.compile(r"\b(?:ken|kent|kennen|know|knows|been (?:to|at|in)|seen|heard|gezien|gehoord)\b")
KNOWN = re.compile(
    r"[\"']?(?:-\w+)?\s(?:\w+\s){0,2}?(?:al|inmiddels|already|before|in and out|inside out|by heart|too well)(?!\w)"
)
# "I've already heard B"
ALREADY_KNOWN = late(
    r"\balready\s(?:been (?:to|at|in)|seen|heard|done|attended|followed|taken|know)\s(?:[\w']+\s){0,4}[\"']?$"
)
# "I've done B before", "we have seen B last year"
HAVE_DONE = late(
    r"\b(?:i|we)(?:'ve|\shave)\s(?:been (?:to|at)|seen|heard|done|attended|followed|taken|had)\s"
    r"(?:[\w']+\s){0,4}[\"']?$"
)
ONCE = re.compile(r"[\"']?\s(?:[\w']+\s){0,2}?(?:before|already|last (?:year|month|week|autumn|spring|time))\b")
# "... I followed last autumn", "... volgde ik vorig jaar al"
DONE_LAST = late(
    r"[\"']?,?\s(?:(?:i|we)\s(?:followed|did|attended|took|saw|went to|have (?:done|seen|had|followed))"
    r"|(?:volgde|deed|had|bezocht|zag|bezochten|volgden|deden|hadden)\s(?:ik|we|wij))\s"
    r"(?:[\w']+\s){0,2}?(?:last|already|before|in|at|al|eerder|vorige?|afgelopen|in|bij)\b"
)


def was_done(sign: Sign, bearing: Sequence[Sign], clauses: Clauses) -> bool:
    """ "Vooroordelen heb ik in november bij ons al gehad". bearing: the workshops of the sentence."""
    text = clauses.text
    clause, behind = clauses.clause_at(sign.start)
    if _have().search(text, clause, sign.end) and _done_at_once().match(text, sign.end, behind):
        return True
    if KNOWS.search(text, clause, sign.start) and KNOWN.match(text, sign.end, behind):
        return True
    if DONE_LAST.match(text, sign.end, behind):
        return True
    if HAVE_DONE.search(text, clause, sign.start) and ONCE.match(text, sign.end, behind):
        return True
    if "already" in text and ALREADY_KNOWN.search(text, clause, sign.start):
        return True
    _, end = clauses.sentence_at(sign.start)
    others = (s for s in bearing if s.start >= sign.end and s.workshop != sign.workshop)
    until = next((s.start for s in others), end)
    match = _done_behind().match(text, sign.end, min(until, sign.end + 160))
    return match is not None and not re.search(r"\bnog (?:niet|nooit)\b|\bnot\b|\bnever\b", match[0])


@cache
def _have() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('choices', 'have'))})\b")


@cache
def _done_at_once() -> re.Pattern[str]:
    """ "... heb ik bij het College al gevolgd": right behind the workshop or its giver; "dat College-verhaal"."""
    return re.compile(rf"[\"']?(?:-\w+)?\s(?:\w+\s){{0,3}}?(?:{any_of(words('choices', 'done_before'))})(?!\w)")


@cache
def _done_behind() -> re.Pattern[str]:
    have, done = any_of(words("choices", "have")), any_of(words("choices", "done_before"))
    that = any_of(words("choices", "that_one"))
    return re.compile(
        rf"[\"']?(?:[\w\s-]{{0,40}}[,;:]\s(?:(?:maar|en|want|but|and)\s)?(?:{that}))?\s(?:[\w']+\s){{0,3}}?(?:{have})\s[^.;!?]{{2,100}}?\b(?:{done})(?!\w)"
    )
