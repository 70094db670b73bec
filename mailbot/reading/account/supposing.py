"""Words that do nothing, for they are denied ("ik meld mij niet af") or only supposed ("als ik ziek blijf", "komt de
baby laat, dan zie je me")."""

import re

from mailbot.reading.account.subjects import is_conditional
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.text.late import late

OURSELVES = re.compile(r"\b(?:ik|wij|we|i)\b|\b(?:mocht|mochten|should|if)$", re.IGNORECASE)
# "Als mijn kind ziek blijft moet ik afzeggen"; not so "als het nog kan", "als het u niet te veel moeite is"
SUPPOSED = late(
    r"[\s(]*(?:maar |en |but |and )?(?:als|indien|wanneer|zodra|if|when)"
    r" (?:mijn|onze|de|er|hij|zij|ze|corona|my|our|the|he|she|they)\b"
    r"|[\s(]*(?:bij|in (?:het )?geval van|ingeval van|in case of) (?:onverhoopte |plotselinge )?"
    r"(?:ziekte|verhindering|overmacht|afwezigheid|illness|absence)\b",
    re.IGNORECASE,
)
# "Ik meld mij niet af", "niet afmelden"
OFF = r"(?:meld|melden|zeg|zeggen|schrijf|schrijven|trek|trekken)"
OWN = r"(?:mij|me|ons|ik|wij|we|mijn|onze|aanmelding)"
TO_LEAVE = r"(?:af te melden|af te zeggen|afmelden|afzeggen|annuleren|te annuleren|uitschrijven)"
NOT_TO = r"(?:not|\w+n['’]t|no need to)\s+(?:be\s+|have to\s+|need to\s+|want to\s+)?"
NOT_CANCELLED = late(
    rf"\b{OFF}\s+(?:{OWN}\s+){{0,3}}niet\s+(?:\w+\s+)?(?:af|uit|in|terug)\b|\bniet\s+(?:{OWN}\s+)?{TO_LEAVE}\b"
    rf"|\b{TO_LEAVE}\s+(?:doe|doen|hoef|wil)\s+(?:ik|wij|we)\s+(?:\w+\s+){{0,2}}(?:niet|nooit)\b"
    rf"|\b{NOT_TO}(?:cancel|cancelling|canceling|withdraw\w*|give|release|remove|take|delete|drop|strike)\b"
    r"|\b(?:niet|nooit)\s+(?:(?!(?:dus|en|want|maar|of|komen|aanwezig)\b)\w+\s+){0,4}"
    r"(?:weggeven|vergeven|weg te geven|schrappen|verwijderen|doorhalen|afvoeren|wegstrepen|vrijgeven)\b",
    re.IGNORECASE,
)


def is_denied(text: str, clause: Clause) -> bool:
    """Whether it is said there that nobody cancels."""
    return NOT_CANCELLED.search(text, clause.start, clause.end) is not None


def is_only_supposed(text: str, clause: Clause) -> bool:
    """ "Als ik moet afzeggen ..." is nobody's cancellation; "als het nog kan meld ik mij af" is one."""
    if SUPPOSED.match(text, clause.start, clause.end):
        return True
    condition = clause.first("if")
    if condition is None or not is_conditional(text, clause):
        return False
    return bool(OURSELVES.search(text, condition.start, condition.end))
