"""Is all that a letter says of coming a question, of who is let in at all? "Mogen gewone mensen zoals ik ook komen?"

"Mag ik ook komen?" is a polite way to sign up; "is het alleen voor ambtenaren, of mag ik ook komen?" is not.
"""

import re

from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Seldom

# "Ik hoor graag of ...", "kunt u mij vertellen of ..."
INDIRECT = Seldom(
    late(
        r"\b(?:hoor|hoorde|horen|verneem|vernemen|weet|weten|vraag|vroeg|vertel|vertellen|laten weten|aangeven|benieuwd"
        r"|nieuwsgierig|know|tell me|wonder|wondering|hear|ask)\b[^.!?\n]{0,40}?\b(?:of|whether|if)\b",
        re.IGNORECASE,
    ),
    (
        *("hoor", "horen", "vernem", "verneem", "weet", "weten", "vraag", "vroeg", "vertel", "aangeven", "benieuwd"),
        *("nieuwsgierig", "know", "tell me", "wonder", "hear", "ask"),
    ),
)
WHO = r"[^.!?\n]{0,60}?"
# Of whom a day is there for
ADMISSION = late(
    rf"\b(?:alleen|uitsluitend|enkel|slechts|exclusief|specifiek|only|just|exclusively)\s(?:\w+\s)?(?:voor|for|open)\b"
    rf"|\b(?:bedoeld|toegankelijk|opengesteld|openbaar|open|weggelegd|geschikt|intended|meant|suitable)\s{WHO}"
    r"\b(?:voor|for|to)\b"
    r"|\b(?:voor|for)\s[^.!?\n]{1,50}?\s(?:bedoeld|toegankelijk|opengesteld|open|weggelegd|geschikt|intended|meant)\b"
    r"|\b(?:welkom|toegelaten|toegestaan|gerechtigd|uitgesloten|welcome|allowed|admitted|eligible|entitled)\b"
    r"|\bin aanmerking\b|\b(?:er )?iets voor (?:mij|ons|mensen)\b|\bsomething for me\b"
    r"|\b(?:op|alleen met|by) (?:een )?(?:uitnodiging|invitation)\b|\bbesloten (?:bijeenkomst|dag|karakter)\b"
    rf"|\b(?:moet|moeten|hoef|hoeven|do)\s(?:ik|je|men|we|wij|jij|i|you|one)\s{WHO}\b(?:zijn|werken|hebben|be|work|have)"
    rf"\s{WHO}\b(?:om|to)\b"
    r"|\b(?:zoals|als|like)\s(?:ik|wij|me|us|mij|ons|ondergetekende)\b"
    r"|\b(?:ook|zelfs|even|also)\s(?:als|as)\s(?:(?:een|a|an)\s)?\w+|\b(?:als|as)\s(?:(?:een|a|an)\s)?\w+\s(?:ook|also)\b"
    r"|\b(?:de|your) (?:bedoeling|intention)\b|\b(?:buitenstaander|buitenstaanders|outsiders?)\b",
    re.IGNORECASE,
)
# Of a kind of people in general: "Kunnen raadsleden zich ook aanmelden?"
OF_A_KIND = late(
    r"\b(?:mogen|kunnen|zijn|may|can|are)\s(?:ook\s|also\s)?(?:\w+\s){0,2}?\w{4,}(?:en|ers|s)\s(?:zich\s|er\s|zelf\s)?(?:ook|also|wel)\b",
    re.IGNORECASE,
)
PLEASE = late(
    r"\b(?:(?:kunt|kun|wilt|wil|zou|zoudt|kunnen|willen|zouden)\s(?:u|je|jij|jullie)|(?:could|can|would|will)\syou)\b",
    re.IGNORECASE,
)


def only_asks(asking: Asking) -> bool:
    """Whether the letter asks who may come, and nowhere says that somebody does."""
    if asking.entries or asking.relayed:
        return False
    clauses = [clause for unit in asking.sheet.units for clause in unit.clauses]
    text = asking.sheet.letter.text
    if not any(_asks_who_may(text, clause) for clause in clauses):
        return False
    return not any(_signs_up(text, clause) for clause in clauses)


def _asks_who_may(text: str, clause: Clause) -> bool:
    indirect = INDIRECT.search(text, clause.start, clause.end)
    if clause.asks or indirect:
        start = indirect.end() if indirect and not clause.asks else clause.start
        if ADMISSION.search(text, start, clause.end):
            return True
        return bool(coming_cues(clause)) and not clause.names and OF_A_KIND.search(text, start, clause.end) is not None
    return False


def _signs_up(text: str, clause: Clause) -> bool:
    """Whether somebody comes by that clause: no question, or one to us that asks to be put on the list."""
    if stance_of(clause) is not Stance.COMES or INDIRECT.search(text, clause.start, clause.end):
        return False
    if not clause.asks:
        return True
    listed = clause.has("enrol", "seat", "onto") and (clause.names or clause.has("me", "us", "him", "mine"))
    return bool(listed) and PLEASE.search(text, clause.start, clause.end) is not None
