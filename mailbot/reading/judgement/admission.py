"""Somebody signs up and asks whether such as they are let in at all: that an organiser decides."""

from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of

OUTSIDERS = tuple(words("conditions", "outsiders"))
OUTSIDER, LET_IN = any_of(OUTSIDERS), any_of(words("conditions", "let_in"))
BOTH = rf"(?=[^.?!]{{0,160}}\b(?:{LET_IN})\b)(?=[^.?!]{{0,160}}\b(?:{OUTSIDER})\b)[^.?!]*"
ASKED = late(rf"(?:\A|[.!?\n]){BOTH}\?")  # "Zijn inwoners ook welkom?"
# "Ik weet niet of het ook voor niet-ambtenaren is"
UNKNOWN = late(
    r"\b(?:weet|wist|wisten|vraag|betwijfel|twijfel|know|sure|wonder)\b[^.?!\n]{0,30}\b(?:of|whether|if)\b" + BOTH
)
MAY_I = late(
    r"\b(?:mag|kan|is) (?:dat|dit|zoiets)(?: (?:ook|wel|eigenlijk|toegestaan|geen bezwaar|goed))*\s*"
    r"(?:\?|,[^.?!]{0,60}\?)"
    r"|\b(?:is that|would that be) (?:ok|okay|allowed|all right|alright|possible)\s*\?"
)
# "Mocht de dag alleen voor gemeenten zijn, dan hoor ik het graag"
ONLY_FOR = late(
    r"\b(?:mocht|mochten|als|indien|wanneer|if|should)\b[^.?!,]{0,60}\b(?:alleen|enkel|uitsluitend|slechts|only|just)"
    r"(?: maar| bedoeld| open| meant)*(?: voor| for)\b[^.?!,]{3,50}\b(?:is|zijn|bedoeld|blijkt)?\b[^.?!]{0,4},"
)


def asks_who_is_let_in(outcome: Outcome) -> bool:
    """ "Ik ben geen ambtenaar. Mag dat?" """
    if not outcome.only_registers or outcome.case.relayed:
        return False
    text = fold(f"{outcome.case.subject}\n{outcome.case.own.sheet.parts.body}")
    if not has_one_of(text, OUTSIDERS):
        return False
    return any(said.search(text) for said in (MAY_I, ONLY_FOR, ASKED, UNKNOWN))
