"""Does a coming depend on what stands before it? "Indien particulieren welkom zijn, dan wil ik mij opgeven", "Mag mijn
dochter mee? Dan kom ik".

A politeness ("als het nog kan, meld ik mij aan"), a free seat, and what the reader may want are no such condition.
"""

import re
from collections.abc import Sequence

from mailbot.reading.account.stance import Stance
from mailbot.reading.account.wondering import awaits_answer
from mailbot.reading.details import diets, needs
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.text.late import late

VERB = (
    r"(?:is|zijn|kan|kunnen|mag|mogen|moet|moeten|wordt|worden|komt|komen|gaat|gaan|heeft|hebben|krijgt|krijgen|wil|willen"
    r"|lukt|rijdt|rijden|vindt|vinden|doet|doen|meegaat|meekomt|meemag|toestaat|toelaat|goedkeurt|welkom|bedoeld)"
)
# "Als studenten ook mogen komen": not so "als inwoner van Lelystad", "als raadsleden die ermee te maken hebben"
IF = re.compile(
    r"[\s(]*(?:(?:en|maar|dus|want|and|but|so)\s+)?(?:als|indien|mits|wanneer|zodra|mocht(?:en)?|if|provided(?:\s+that)?)\s"
    rf"(?![^,]*\b(?:die|wie)\b)(?=[^,]*\b(?:{VERB}\W*(?:,|\Z|\b(?:en|want|and)\b)|(?:are|is|can|may|were|runs?|has|have"
    r"|will|turns?|comes?|goes|gets?|allows?|permits?|says?|agrees?|opens?)\b))",
    re.IGNORECASE,
)
THEN = re.compile(r"[\s,]*(?:(?:dan|then)\b|\w+\s+(?:ik|wij|we)\b|(?:i|we|please|count|put|sign)\b)", re.IGNORECASE)
SO = re.compile(r"\s*(?:zo ja|in dat geval|dan|if so|in that case|then)\b", re.IGNORECASE)
# Who is let in at all is no politeness, whoever says it
LET_IN = late(
    r"\b(?:welkom|toegelaten|toegankelijk|toegestaan|bedoeld|openstaat|opengesteld|open (?:is|staat)|welcome|allowed"
    r"|eligible|open to|admitted|meemag|meemogen"
    r"|(?:mag|mogen)\b[^.?!]{0,40}\b(?:komen|mee|bijwonen|deelnemen|aanschuiven))\b",
    re.IGNORECASE,
)
POLITE = late(
    r"[\s(]*(?:\w+\s+)?(?:als|indien|mits|wanneer|if)\s+"
    r"(?:(?:het|dat|dit|it|that)\s+(?:(?:nog|ook|even|wel|zo|niet|te|al|allemaal|in orde|goed|laat|veel|moeite|gevraagd"
    r"|inderdaad|juist"
    r"|still|not|too|late|ok|okay|alright|all|right|fine|possible)\s+)*"
    r"(?:kan|mag|is(?=\s*(?:,|\Z|en\b|dan\b))|lukt|past|schikt|uitkomt|mogelijk|klopt|works)\b"
    r"|(?:it|that)\s+is\s+(?:still\s+|not\s+)?(?:possible|fine|ok|okay|alright|all right|too late|convenient)\b"
    r"|(?:u|je|jij|jullie|men|you)\b|mogelijk\b|possible\b|er\s+(?:nog|al|iets|vragen|wat)\b|nodig\b|gewenst\b|needed\b"
    r"|(?:ik|we|wij|i)\s+(?:\w+\s+){0,4}"
    r"(?:begrijp|begrepen|lees|gelezen|zie|vergis|heb|tijd ben|laat ben|tel|hoor|am not mistaken))",
    re.IGNORECASE,
)


def depends(text: str, unit: Unit, stances: Sequence[Stance]) -> str | None:
    """The doubt of a sentence in which a clause by which somebody comes has its condition before it. `stances`: what
    its clauses outside brackets say."""
    condition: Clause | None = None
    for clause, stance in zip((c for c in unit.clauses if not c.aside), stances, strict=False):
        if condition is None:
            condition = clause if _is_condition(text, clause) else None
        elif THEN.match(text, clause.start, clause.end):
            if stance is Stance.COMES and not clause.has("part"):
                return _doubt(text, condition)
            condition = None  # "als u vragen heeft hoor ik het graag"
    return None


def answers_a_question(text: str, asked: Unit, unit: Unit, stances: Sequence[Stance]) -> str | None:
    """ "Mogen studenten ook komen? Zo ja, dan meld ik mij aan.": what the sentence before asks decides."""
    if Stance.COMES not in stances or not SO.match(text, unit.start, unit.end):
        return None
    last = asked.clauses[-1]
    open_question = last.asks and not last.has("place_left", "enrol", "seat")
    decides = open_question and (awaits_answer(last, Stance.NOTHING) or LET_IN.search(text, last.start, last.end))
    return _doubt(text, last) if decides else None


def _doubt(text: str, condition: Clause) -> str:
    return "admission" if LET_IN.search(text, condition.start, condition.end) else "condition"


def _is_condition(text: str, clause: Clause) -> bool:
    if (
        clause.asks
        or clause.has("part", "place_left", "if_seats", "surely")
        or not IF.match(text, clause.start, clause.end)
    ):
        return False
    words = text[clause.start : clause.end]
    if LET_IN.search(words):
        return True
    return not (POLITE.match(words) or diets(words) or needs(words))
