"""The entry of reading: what a mail asks, for whom, with the evidence, and why a person should look at it.

    screening says automatic  -> automatic
    the mail is laid out (page.py): letters, parts, units
    an account is told (account.py): who comes, who doesn't, what is in doubt
    values are brought to people (attribution.py)
    the outcome is judged (judge.py): kind, requests, review and its reasons

Pure: no I/O beyond the packaged lexicon, no clock. Reasons are short machine words; reply pages and the review list
turn them into sentences.
"""

from dataclasses import replace

from mailbot.domain.message import IncomingMessage, Origin, Screening
from mailbot.domain.reading import Kind, Reading
from mailbot.reading.case.case import Case
from mailbot.reading.judgement.judge import judge
from mailbot.reading.letter.language import language
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.message.defects import Defect

# Characters: a long thread with the announcement quoted three times is half of it.
MOST_READ = 40_000


def read(message: IncomingMessage, screening: Screening, context: ReadingContext) -> Reading:
    """What that mail asks. The same mail, screening and context always give the same reading."""
    if screening.origin is not Origin.HUMAN:
        automatic = Reading(
            Kind.AUTOMATIC, reasons=screening.reasons, language=language(message.text) or context.language
        )
        return replace(automatic, review=True) if _may_be_a_persons(message, screening, context) else automatic
    return judge(Case(_bounded(message), screening, context))


def _may_be_a_persons(message: IncomingMessage, screening: Screening, context: ReadingContext) -> bool:
    """Whether nothing but an address that wants no answer says that a program wrote it, and it asks for something: a
    form that somebody filled in, or worse. It isn't answered, but a person sees it."""
    if screening.reasons != ("no_reply_address",):
        return False
    asked = judge(Case(_bounded(message), Screening(Origin.HUMAN), context))
    return asked.kind is Kind.SIGNUP and any(request.name for request in asked.requests)


def _bounded(message: IncomingMessage) -> IncomingMessage:
    """A mail of a length that people write; the rest of a longer one isn't read, and a person is told so."""
    if len(message.text) <= MOST_READ:
        return message
    return replace(message, text=message.text[:MOST_READ], defects=(*message.defects, Defect.TEXT_CUT))
