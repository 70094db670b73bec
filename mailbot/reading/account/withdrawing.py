"""Who is only told to have withdrawn, from a plan or from a list that isn't ours: "Wim heeft zich inmiddels weer
teruggetrokken", "mevrouw De Boer ziet ervan af". Where the letter signs up others, there is no seat of theirs."""

import re

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.text.late import late

WITHDREW = late(
    r"\b(?:heeft|hebben|had|hadden)\s+(?:zich|haar|zijn|hun|er|het|daar|intussen|inmiddels)\b.{0,60}?"
    r"\b(?:afgemeld|teruggetrokken|ingetrokken|verontschuldigd|bedankt|afgezegd|afgezien)\b"
    r"|\b(?:heeft|hebben|had|hadden)\s+(?:\w+\s+){0,3}(?:afgezegd|afgehaakt|bedankt|geannuleerd|afgemeld)\b"
    r"|\b(?:is|zijn|was|waren)\s+(?:\w+\s+){0,3}(?:afgehaakt|afgevallen|uitgevallen)\b"
    r"|\bmoest(?:en)?\b.{0,60}?\b(?:afhaken|afzeggen|afmelden|annuleren|verstek|passen)\b"
    r"|\bzie(?:t|n)\b.{0,60}?\baf\b|\bzag(?:en)?\b.{0,60}?\baf\b"
    r"|\b(?:haakte?n?|haken|haakt|viel(?:en)?|valt|vallen|zegt|zegde|zeggen)\b.{0,40}?\baf\b"
    r"|\b(?:trekt|trekken|trok|trokken)\s+zich\b.{0,40}?\bterug\b"
    r"|\b(?:has|have|had)\s+(?:\w+\s+){0,2}(?:withdrawn|cancelled|canceled|dropped out|pulled out)\b",
    re.IGNORECASE | re.DOTALL,
)
TOLD_YOU = late(
    r"\b(?:heeft|hebben|had|hadden)\s[^.!?;]{0,40}?\b(?:bij|aan)\s(?:u|jullie)\s(?:\w+\s){0,2}?"
    r"(?:afgemeld|afgezegd|uitgeschreven|geannuleerd)\b"
    r"|\b(?:has|have|had)\s(?:\w+\s){0,2}(?:cancelled|canceled|withdrawn)\s(?:\w+\s)?with\syou\b",
    re.IGNORECASE,
)
OTHERS = late(
    r"\s*(?:(?:en|maar|and|but)\s+)?(?:(?:de|alle|the|all)\s+)?(?:overige[n]?|andere[n]?|rest|others?)\b", re.IGNORECASE
)
OUR_TASK = re.compile(r"\b(?:u|jullie|je|jij|graag|gaarne|svp|please|you)\b", re.IGNORECASE)


def withdrew(text: str, clause: Clause) -> bool:
    """Whether a clause only tells that somebody withdrew, and asks us for nothing."""
    if (clause.has("i", "we", "me") and not clause.has("with_writer")) or OUR_TASK.search(
        text, clause.start, clause.end
    ):
        return False
    return WITHDREW.search(text, clause.start, clause.end) is not None


def has_told_you(text: str, clause: Clause) -> bool:
    """ "Wim heeft zich al bij u afgemeld": whoever did so has no seat any more that could be given up."""
    if clause.asks or clause.has("i", "we", "me", "neg", "if"):
        return False
    return TOLD_YOU.search(text, clause.start, clause.end) is not None


def others_withdrew(text: str, clause: Clause) -> bool:
    """ "De overige fracties zien af van deelname", "de rest heeft afgezegd": nobody with a name."""
    return OTHERS.match(text, clause.start, clause.end) is not None and withdrew(text, clause)
