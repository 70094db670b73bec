"""Where a title or an organisation stands in a letter: in what clause, in whose list item, and as evidence."""

import re

from mailbot.domain.reading import Evidence
from mailbot.reading.case.asking import Asking
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found

TEXT, SUBJECT, FROM = "text", "subject", "from"
ENDS = re.compile(r"[.!?;]\s|\n\s*\n")
# "Overdag ben ik docent, maar ik schrijf u als raadslid": what somebody writes as goes before what else they are
# ... and what they settle for: "kom ik graag in de eerste rol, dus als raadslid"
WRITES_AS = r"\b(?:schrijf|kom|meld|write|come)\s(?:(?:\w+\s){0,3}?|[^.;!?]{0,60}?,?\s(?:dus|en wel|so)\s)(?:als|as)\s"
LETTER_OR_DIGIT = re.compile(r"[^\W_]")
WIDTH = 90  # characters before a value in which what states it must stand
ASIDE = re.compile(r"\([^()\n]*\)\s?")


def is_within(found: Found, spans: list[tuple[int, int]]) -> bool:
    return any(start <= found.start < end for start, end in spans)


def is_listed(asking: Asking, found: Found) -> bool:
    return any(f.listed and f.people and f.start <= found.start < f.end for f in asking.account.focus)


def evidence_of(found: Found) -> Evidence:
    return Evidence(found.kind if found.kind in (SUBJECT, FROM) else TEXT, found.start, found.end)


def clause_before(body: str, found: Found) -> str:
    """The words of the sentence that stand before it, folded, without what is said in brackets among them: "als
    oud-ambtenaar (35 jaar bij de sociale dienst) en nu voorzitter"."""
    before = ASIDE.sub("", fold(body)[max(0, found.start - 2 * WIDTH) : found.start])
    return ENDS.split(before[-WIDTH:])[-1]


def says_nothing(asking: Asking) -> bool:
    """Whether the mail is nothing but its subject; a line drawn above a disclaimer says nothing either."""
    return LETTER_OR_DIGIT.search(asking.sheet.parts.body) is None
