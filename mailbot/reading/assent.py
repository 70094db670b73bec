"""An answer of a word or two to an invitation: "Graag.", "Ja, leuk!", "1x graag", "Count me in".

It says nothing by itself: it is a sign-up where we are the ones who asked, or where the subject names the event.
"""

import re
from functools import cache

from mailbot.reading.case import INVITES, SIGN_UP, Asking, Case
from mailbot.reading.events import event_finder
from mailbot.reading.fold import fold
from mailbot.reading.lexicon import words as listed
from mailbot.reading.stance import Stance

LONGEST = 40  # words of talk: whoever writes more says more than yes
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
AGAINST = frozenset({Stance.STAYS_AWAY, Stance.CANCELS, Stance.REPLACES, Stance.LATER, Stance.BOOKED})


def assents(case: Case, asking: Asking) -> bool:
    """Whether the writer says yes, and nothing against it, to what can only be our invitation."""
    if case.confirmations or asking.relayed or asking.account.wonders or asking.sheet.words > LONGEST:
        return False
    if AGAINST.intersection(asking.account.said):
        return False
    text = asking.sheet.parts.body
    if not any(_is_yes(text[unit.start : unit.end]) for unit in asking.sheet.units):
        return False
    return _is_invited(case) or _subject_names_event(case)


def _is_yes(sentence: str) -> bool:
    """Whether a sentence consists of words of assent, and of politeness beside them."""
    said = WORD.findall(fold(sentence))
    return not _words("yes").isdisjoint(said) and _words("yes").union(_words("beside")).issuperset(said)


def _is_invited(case: Case) -> bool:
    """Whether an invitation of ours stands below, or one that somebody passed on."""
    return any(
        (page.letter.ours or page.events) and (INVITES.search(page.letter.text) or SIGN_UP.search(page.letter.text))
        for page in case.quoted
    )


def _subject_names_event(case: Case) -> bool:
    finder = event_finder(case.context.events) if case.context.events else None
    sent = case.context.sent(case.message)
    return finder is not None and any(m.events and not m.negated for m in finder.mentions(case.subject, sent))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(listed("assent", key))
