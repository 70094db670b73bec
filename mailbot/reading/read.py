"""The entry of reading: what a mail asks, for whom, with the evidence, and why a person should look at it.

    screening says automatic  -> automatic
    the mail is laid out (page.py): letters, parts, units
    an account is told (account.py): who comes, who doesn't, what is in doubt
    values are brought to people (attribution.py)
    the outcome is judged (judge.py): kind, requests, review and its reasons

Pure: no I/O beyond the packaged lexicon, no clock. Reasons are short machine words; reply pages and the review list
turn them into sentences.
"""

from mailbot.domain.message import IncomingMessage, Origin, Screening
from mailbot.domain.reading import Kind, Reading
from mailbot.reading.case import Case
from mailbot.reading.judge import judge
from mailbot.reading.language import language
from mailbot.reading.page import ReadingContext


def read(message: IncomingMessage, screening: Screening, context: ReadingContext) -> Reading:
    """What that mail asks. The same mail, screening and context always give the same reading."""
    if screening.origin is not Origin.HUMAN:
        return Reading(Kind.AUTOMATIC, reasons=screening.reasons, language=language(message.text) or context.language)
    return judge(Case(message, screening, context))
