"""An answer of a word or two to an invitation: "Graag.", "Ja, leuk!", "1x graag", "Count me in".

It says nothing by itself: it is a sign-up where we are the ones who asked, or where the subject names the event. And
"toch niet, sorry" is a cancellation below our confirmation.
"""

import re

from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import INVITES, SIGN_UP, Case
from mailbot.reading.events.events import event_finder
from mailbot.reading.letter.yes import is_yes
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

I_DO = late(
    r"\W*(?:ik|ikzelf|wij|we) (?:dus )?(?:zelf )?"
    r"(?:wel|graag|maar al te graag|ga(?: graag| mee| erheen| ernaartoe)?|kom(?: graag)?)(?: dus| hoor)?\W*",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+")
NO = frozenset(("niet", "not"))
SECOND_THOUGHT = frozenset(("toch", "inzien", "after"))  # which answers no question of ours
IN_NO = (
    NO
    | SECOND_THOUGHT
    | frozenset("nee helaas sorry jammer oeps maar liever dus bij nader excuus no all unfortunately i m afraid".split())
)
FEW = 8  # words
LONGEST = 40  # words of talk: whoever writes more says more than yes
AGAINST = frozenset({Stance.STAYS_AWAY, Stance.CANCELS, Stance.REPLACES, Stance.LATER, Stance.BOOKED})


def assents(case: Case, asking: Asking) -> bool:
    """Whether the writer says yes, and nothing against it, to what can only be our invitation."""
    if case.answers_confirmation or asking.relayed or asking.account.wonders or asking.sheet.words > LONGEST:
        return False
    if AGAINST.intersection(asking.account.said):
        return False
    text = asking.sheet.parts.body
    said = [text[unit.start : unit.end] for unit in asking.sheet.units]
    said += [text[clause.start : clause.end] for unit in asking.sheet.units for clause in unit.clauses]
    if not any(is_yes(words) or I_DO.fullmatch(words) for words in said):
        return False
    return _is_invited(case) or _subject_names_event(case)


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


def takes_it_back(case: Case, asking: Asking) -> bool:
    """ "Toch niet, sorry!", and nothing else, above our confirmation. "Helaas niet" may answer what that asks."""
    if not case.confirmations or asking.relayed or asking.sheet.words > FEW:
        return False
    said = frozenset(WORD.findall(fold(asking.sheet.parts.body)))
    if not said <= IN_NO or said.isdisjoint(NO):
        return False
    return not said.isdisjoint(SECOND_THOUGHT) or "?" not in case.confirmations[0].letter.text
