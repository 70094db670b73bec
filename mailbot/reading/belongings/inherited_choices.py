"""Workshops that go with a seat that somebody else takes: "de workshops neemt zij van mij over"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.reading.letter.page import Sheet
from mailbot.reading.text.late import late
from mailbot.reading.workshops.found import COPY, ChoiceFound

TAKES_OVER = late(
    r"\b(?:neem|neemt|nemen)\b[^.!?]{0,60}?\bover\b|\boverne(?:em|emt|men)\b|\b(?:houdt?|houden|behoudt?|behouden)\b"
    r"|\b(?:zo|hetzelfde|staan) blijven\b|\b(?:keeps?|take over|takes over|taking over)\b",
    re.IGNORECASE,
)
THE_WORKSHOPS = late(r"\b(?:workshops?|workshopkeuzes?|keuzes?|sessies?|sessions?|choices?)\b", re.IGNORECASE)
STAYS = late(
    r"\bblij(?:ft|ven)\b|\bover(?:nemen|neemt|genomen)\b|\bneemt?\b[^.!?]*\bover\b"
    r"|\bgeld(?:t|en)\b[^.!?]*\bvoor (?:haar|hem)\b|\bop (?:haar|zijn|diens) naam\b|\b(?:de|het)?zelfde\b"
    r"|\blaat\b[^.!?]*\bstaan\b|\bdie ik (?:had|heb)\s(?:gekozen|opgegeven|doorgegeven|aangevraagd)\b"
    r"|\b(?:same|stay|stays|keep|keeps|remain|remains|unchanged|transferred)\b",
    re.IGNORECASE,
)
UNCHANGED = late(
    r"\b(?:niets?|geen)\b[^.!?]*\b(?:verander\w*|wijzig\w*|gewijzigd|aangepast|aan te passen|aanpassing\w*)\b"
    r"|\b(?:no|nothing)\b[^.!?]*\bchanges?\b",
    re.IGNORECASE,
)
NOT_SO = late(r"\b(?:niet|geen|verval\w*|andere?|liever|zelf|alleen|behalve|not|other|only|except)\b", re.IGNORECASE)
# "De workshop die ik had gekozen": which one is meant; that it stays isn't said by that
WHICH_I_CHOSE = re.compile(r"die ik (?:had|heb)\b", re.IGNORECASE)
FALLS_AWAY = late(
    r"\b(?:niet|niets|geen|verval\w*|eruit|eraf|weg|schrap\w*|geschrapt|annule\w+|overslaan|overgeslagen|zelf|liever|anders"
    r"|not|won't|doesn't|drop\w*|skip\w*|cancel\w*|herself|himself)\b"
    r"|\b(?:sla|slaat|laat)\b[^.!?]*\b(?:over|lopen|schieten|vallen|zitten)\b",
    re.IGNORECASE,
)

# "... blijven staan, behalve die in ronde 3"
BUT_FOR = late(
    r"\b(?:alleen|behalve|maar|uitgezonderd|only|except|but)\b[^.!?]*\b(?:rondes?|workshops?|sessies?|uur|keuzes?|rounds?)\b",
    re.IGNORECASE,
)


def taken_over(sheet: Sheet, past: Sequence[ChoiceFound]) -> list[ChoiceFound]:
    """ "De workshop Lokaal beleid, waarvoor zij in ronde 1 stond, neem ik van haar over": of `past`, which were chosen
    before or are nobody's, those in a sentence that hands something on."""
    units = [u for u in sheet.units if TAKES_OVER.search(sheet.parts.body, u.start, u.end)]
    return [replace(m, past=False) for m in past if any(u.start <= m.start < u.end for u in units)]


def kept_as_confirmed(sheet: Sheet, mentions: Sequence[ChoiceFound]) -> list[ChoiceFound]:
    """ "De workshops mogen zo blijven staan", "aan de workshops hoeft niets te veranderen": a copy of those that are
    confirmed, where a sentence says so that names none of `mentions` itself."""
    text = sheet.parts.body
    for unit in sheet.units:
        noun = THE_WORKSHOPS.search(text, unit.start, unit.end)
        if noun is None or any(unit.start <= m.start < unit.end for m in mentions):
            continue
        stays = STAYS.search(text, unit.start, unit.end)
        if stays and (NOT_SO.search(text, unit.start, stays.end()) or BUT_FOR.search(text, stays.end(), unit.end)):
            continue
        if stays and WHICH_I_CHOSE.match(stays[0]) and FALLS_AWAY.search(text, stays.end(), unit.end):
            continue
        if stays or UNCHANGED.search(text, unit.start, unit.end):
            return [ChoiceFound(COPY, *noun.span())]
    return []
