"""A mail whose subject says everything: "Ik kan 30 maart niet, Wim Smit komt in mijn plaats", over an empty body; or
who comes, at which the letter only points.

Such a subject is read as the first words of the letter; what is found there is said to stand in the subject.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from mailbot.domain.reading import Evidence, Reading, Request
from mailbot.reading.case.case import Case
from mailbot.reading.letter.page import Sheet
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

SEE_SUBJECT = re.compile(
    r"(?:(?:alles|alle gegevens|info)\s+(?:staat|staan)\s+in|zie|see|cf\.?)\s+"
    r"(?:(?:de|het|the|mijn|hierboven|bovenstaande?)\s+)?"
    r"(?:onderwerp\w*|titel|subject\w*|kop|boven|above)\b",
    re.IGNORECASE,
)
# "Zoals in het onderwerp", "de namen staan in de kop", "bovenstaande personen": who comes is said above the letter
SUBJECT = r"(?:onderwerp\w*|titel|kop|kopregel|subject(?: line)?|heading)"
POINTS_UP = late(
    rf"\b(?:in|uit|zie|see|cf|per|zoals|als|conform|volgens|as|from)\s+(?:(?:in|staat|staan|vermeld|genoemd|per|stated|mentioned|is)\s+){{0,3}}"
    rf"(?:(?:de|het|mijn|bovenstaande?|the|my)\s+)?{SUBJECT}\b"
    rf"|\b(?:het|de|mijn|the|my)\s+{SUBJECT}\s+(?:(?:het|al|reeds|already|it)\s+){{0,2}}(?:zegt|noemt|meldt|vermeldt|aangeeft|says?|states)\b"
    r"|\b(?:bovenstaande|bovengenoemde|bovenvermelde|genoemde|the above|the abovementioned)\s+(?:\w+\s+)?"
    r"(?:personen|mensen|namen|collega['’]?s|medewerkers|deelnemers|raadsleden|dames|heren|people|persons|names|colleagues)\b",
    re.IGNORECASE,
)
SILENT = " \n\t.!:-"
OPENING = 160  # characters of a letter in which it points at its subject
BETWEEN = "\n\n"
FEWEST = 3  # words: "Aanmelding 30 maart" says no more than that it is one


def by_its_subject(case: Case, judged: Callable[[Case], Reading]) -> Reading | None:
    """The reading of a mail that is nothing but its subject; None where it is more, or the subject is older text."""
    subject = case.subject.strip()
    if case.answers or len(subject.split()) < FEWEST:
        return None
    if not (_says_nothing(case.own.sheet) or _names_people_above(case)):
        return None
    told = replace(case.message, text=f"{subject}{BETWEEN}{case.text}")
    reading = judged(Case(told, case.screening, case.context))
    return replace(reading, requests=tuple(_put_back(request, len(subject)) for request in reading.requests))


def _says_nothing(sheet: Sheet) -> bool:
    said = sheet.parts.body.strip(SILENT)
    return not said or (SEE_SUBJECT.match(said) is not None and not SEE_SUBJECT.sub("", said).strip(SILENT))


def _names_people_above(case: Case) -> bool:
    """Whether the letter begins with pointing at the people of its subject, whom it doesn't name in full itself."""
    named = [found.name for unit in case.own_subject for found in unit.names if found.name.is_full]
    body = case.own.sheet.parts.body.lstrip()
    if not named or not POINTS_UP.search(body, 0, OPENING):
        return False
    told = fold(body)
    return not any(fold(str(name)) in told for name in named)


def _put_back(request: Request, length: int) -> Request:
    """That request with its evidence where it stands: in the subject of that length, or in the mail's text."""
    return replace(request, evidence=tuple((key, _where(found, length)) for key, found in request.evidence))


def _where(found: Evidence, length: int) -> Evidence:
    if found.part != "text":
        return found
    if found.start < length:
        return Evidence("subject", found.start, min(found.end, length))
    shift = length + len(BETWEEN)
    return Evidence("text", found.start - shift, found.end - shift)
