"""From a case to a reading: the requests of all letters that ask, the kind of mail, whether a person should look, why.

somebody's seat is handed over                     cancel and register
somebody gives up, or is booked and stays away     cancel
the writer is booked and tells something new       change
somebody comes                                     register
nothing of it                                      a question, or unrelated
"""

import re

from mailbot.domain.reading import Kind, Reading
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.case import Case
from mailbot.reading.case.subject_alone import by_its_subject
from mailbot.reading.judgement.agreement import agreed
from mailbot.reading.judgement.only_asked import only_asks
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.judgement.pitch import is_pitch
from mailbot.reading.judgement.remarks_on_people import doubtful_remark
from mailbot.reading.judgement.suspicion import suspicions
from mailbot.reading.judgement.verdict import decide
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.language import language
from mailbot.reading.letter.units import units as units_of

BRIEF = 40  # words: a longer mail that asks for nothing, as far as rules can see, is put to a person


def judge(case: Case) -> Reading:
    """The reading of a mail that a human wrote."""
    return by_its_subject(case, _judge) or _judge(case)


def _judge(case: Case) -> Reading:
    return agreed(case, by_rules)


def by_rules(case: Case) -> Reading:
    """The same, as the rules alone have it."""
    tongue = _language(case)
    if is_pitch(case):
        # "graag inschrijven" in a mail that happens to say what sellers say: nobody's sign-up should be lost for it
        signs_up = any(unit.has("enrol") and unit.has("hereby", "polite") for unit in case.own.sheet.units)
        return Reading(Kind.UNRELATED, review=signs_up, reasons=("pitch",), language=tongue)
    if len(case.asking) == 1 and only_asks(case.own):
        return Reading(Kind.QUESTION, review=True, reasons=("question",), question=True, language=tongue)
    verdicts = [decide(case, asking) for asking in case.asking]
    requests = [request for verdict in verdicts for request in verdict.requests]
    unnamed = sum(verdict.unnamed for verdict in verdicts)
    asks = case.own.account.asks
    if not requests and not unnamed:
        if _seeks_somebody(case):
            return Reading(Kind.SIGNUP, verdicts[0].event, True, ("no_name",), (), 1, asks, tongue)
        return _without_requests(case, tongue)
    outcome = Outcome(case, tuple(requests), tongue)
    doubts = [reason for verdict in verdicts for reason in verdict.doubts]
    reasons = tuple(dict.fromkeys([*doubts, *suspicions(outcome)]))
    said = doubtful_remark(outcome) if "remark" in reasons else None
    return Reading(
        Kind.SIGNUP, verdicts[0].event, bool(reasons), reasons, outcome.requests, unnamed, asks, tongue, doubted=said
    )


def _language(case: Case) -> str:
    body = case.asking[0].sheet.parts.body
    return language(f"{body}\n{case.subject}" if len(body.split()) < 8 else body) or case.context.language


def _seeks_somebody(case: Case) -> bool:
    """Whether somebody is to be enrolled whose name we couldn't find ("wilt u de wethouder inschrijven, zie onder")."""
    passed_on = case.passes_on and not case.own.writer.comes
    return (case.own.account.sought or passed_on) and Stance.COMES in case.own.account.said


def _without_requests(case: Case, tongue: str) -> Reading:
    """A question where something is asked or put off; unrelated otherwise, for a person to see unless it is clear."""
    units, account = case.own.sheet.units, case.own.account
    if account.wonders or "later" in account.doubts or any(unit.has("question") for unit in units):
        return Reading(Kind.QUESTION, review=True, reasons=("question",), question=True, language=tongue)
    thanks = any(unit.has("thanks", "done_already") for unit in units)
    # what was taken for a signature may be talk: nobody's sign-up should be lost for it
    said = (*units, *units_of(case.own.sheet.parts.signature))
    weighs = ("enrol", "attend", "change", "cancel", "absent", "replace", "rightly", "works_at", "noted_at")
    signs_up = any(unit.has(*weighs) for unit in said)
    weighty = (
        signs_up or bool(case.own.entries) or any(_weighs(case, clause) for unit in units for clause in unit.clauses)
    )
    clear = thanks and not weighty and tongue != "other" and case.own.sheet.words <= BRIEF
    return Reading(Kind.UNRELATED, review=not clear, reasons=() if clear else ("nothing_asked",), language=tongue)


# What may stand beside thanks: "ik kijk ernaar uit", "dan zie ik jullie de 30e"
GLAD = re.compile(
    r"\b(?:kijk|kijken|zie|zien|verheug|verheugen|benieuwd|zin in|look(?:ing)? forward|see you)\b", re.IGNORECASE
)
OF_US = ("i", "me", "mine", "we", "us")
OF_SEATS = ("seat", "part", "fewer", "off", "onto", "stays", "remains", "swap", "transfer", "instead", "neg")


def _weighs(case: Case, clause: Clause) -> bool:
    """Whether beside thanks something is said that no rule understood, of the writer, a seat or somebody by name: "dank
    voor alles. Zet mij er maar af". A yes weighs where we asked."""
    if clause.has("says_yes") and any(page.letter.ours and "?" in page.letter.text for page in case.quoted):
        return True
    if clause.has("thanks", "done_already"):
        return False
    if clause.has(*OF_US):
        return clause.has("neg") or GLAD.search(case.own.sheet.parts.body, clause.start, clause.end) is None
    return clause.has("spelling", *OF_SEATS) or any(name.name.is_full for name in clause.names)
