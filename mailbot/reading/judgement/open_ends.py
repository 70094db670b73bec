"""Does a sign-up hang on what isn't known yet, told as a story and without an "als" or a "misschien"?

"Knikt ze ja, dan ziet u mij in Utrecht", "kunnen jullie er maar vier kwijt, dan slaan we over", "ik neem mij voor om te
komen", "with that in place, count me in". How somebody travels, where they sit at lunch, and which round it will be
decide nothing.
"""

import re
from functools import cache

from mailbot.domain.reading import Action
from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.details import diets
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of

# "Zegt ze ja, dan ...": a verb that comes first, in a sentence that asks nothing, makes a condition
VERB = (
    r"(?:is|zijn|kan|kunnen|kun|mag|mogen|heb|hebben|ga|gaan|word|worden|moeten|blijf|blijven|krijg|krijgen|vind|vinden"
    r"|komen|zeggen|geven|rijden|lukken|should|\w{2,}t)"
)
THEN = re.compile(
    rf"^[\s(]*(?:(?:maar|en|but|and)\s+)?(?P<verb>{VERB})\s(?P<rest>[^?]{{3,150}}?),\s+(?:tja,?\s+)?(?:dan|then)\s"
    r"(?P<then>.+)",
    re.DOTALL,
)
POLITELY = re.compile(r"(?:u|jullie|je|jij|het|you|it)\s(?:\w+\s)?(?:goed|prima|akkoord|ok|oké|best|fijn|fine|okay)\b")
# "Als dat mag zit ik er"
IF_SO = re.compile(
    r"^[\s(]*(?:(?:maar|en|but|and)\s+)?(?:(?:als|indien|if)\s(?:dat|dit|zulks|that|this|it|so)\s(?:\w+\s)?"
    r"(?:mag|zo is|is|het geval is|toegestaan is|is allowed|is so|applies)"
    r"|if it is|with (?:that|this|it|her|his|their|your|an?|the)\s[^,.]{0,50}"
    r"(?:in place|arranged|settled|approved|granted|confirmed|secured|guaranteed|in hand|on paper)"
    r"|met (?:dat|die|haar|zijn|hun|een)\s[^,.]{0,40}(?:geregeld|op zak|in handen|rond|toegezegd|geborgd))"
    r",?\s(?:dan\s|then\s)?(?P<then>.+)",
    re.DOTALL,
)
# What the writer does where it turns out the wrong way
ELSE = late(
    r"(?:(?:^|[,.;:?]\s)dan|\b(?:anders|zo niet|zo nee|in dat geval|otherwise|then|if not|else"
    r"|without (?:it|that|this|one)|zonder))\b,?\s(?P<then>[^.!?]{3,120})"
)
WITH_ELSE = ("dan", "anders", "zo niet", "zo nee", "geval", "otherwise", "then", "not", "else", "without", "zonder")
# "Wat raadt u aan? Ik kies daarna"
ADVISED = late(
    r"\b(?:(?:raadt|raad|raden|adviseert|adviseer|adviseren) (?:u|je|jij|jullie)|(?:zou|zouden|kunt|kun|kunnen) (?:u|je"
    r"|jullie)[^.!?]{0,30}\b(?:aanraden|adviseren|kiezen)|(?:would|do|could|can) you (?:advise|recommend"
    r"|suggest|choose))\b",
    re.IGNORECASE,
)
# With which nothing is left open but what nobody knows
DEVOUT = re.compile(r"\b(?:bij leven en welzijn|zo de heer(?:e)? wil|deo volente|d\.?\s?v\.|god willing)")
SOON = 40  # characters behind such a word


def hangs_on_something_told(outcome: Outcome) -> bool:
    """Whether somebody comes, or stays at home, according to what another sentence or its first half tells."""
    if outcome.cancels or outcome.case.relayed:
        return False
    return any(
        unit.kind is UnitKind.SENTENCE
        and not any(m.negated for m in asking.sheet.events if unit.start <= m.start < unit.end)
        and _hangs(fold(asking.text[unit.start : unit.end]), unit)
        for asking in outcome.case.asking
        for unit in asking.sheet.units
    )


def _hangs(said: str, unit: Unit) -> bool:
    asked = unit.clauses[-1].asks
    tells = not asked and (_hangs_on_first_half(said) or _hangs_on_what_was_told(said))
    return (tells or _says_what_else(said)) and not diets(said)


def _hangs_on_first_half(said: str) -> bool:
    found = THEN.match(said)
    return found is not None and _is_condition(found) and _is_decided(found["then"])


def _hangs_on_what_was_told(said: str) -> bool:
    found = IF_SO.match(said)
    return found is not None and _is_decided(found["then"])


def _says_what_else(said: str) -> bool:
    """Whether the writer tells what happens otherwise: not so behind a comma, which begins something else."""
    otherwise = ELSE.search(said) if has_one_of(said, WITH_ELSE) else None
    given_up = _gives_up().search(otherwise["then"]) if otherwise else None
    return given_up is not None and "," not in given_up.string[: given_up.start()] and given_up.start() <= SOON


def _is_condition(found: re.Match[str]) -> bool:
    """ "Zegt ze ja": not so "vindt u het goed", nor what begins with a noun."""
    return found["verb"] not in words("open_ends", "no_verb") and POLITELY.match(found["rest"]) is None


def _is_decided(then: str) -> bool:
    """Whether what follows from it is the coming itself: no way to travel, no round."""
    if by_the_way().search(then.split(",")[0]):
        return False
    return _turns_up().search(then) is not None or _gives_up().search(then) is not None


@cache
def _turns_up() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('open_ends', 'turns_up'))})\b")


@cache
def _gives_up() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('open_ends', 'gives_up'))})\b")


@cache
def by_the_way() -> re.Pattern[str]:
    """Words by which something that follows from a condition is no coming: how somebody travels, which round."""
    return re.compile(rf"\b(?:{any_of(words('open_ends', 'by_the_way'))})\b")


def is_only_intended(outcome: Outcome) -> bool:
    """ "Ik ben voornemens te komen": all that is said of coming is that somebody means to."""
    if not outcome.only_registers or outcome.case.relayed:
        return False
    if outcome.subject_says("enrol", "enrol_noun"):
        return False
    own = outcome.case.own
    coming = [
        clause
        for unit in own.sheet.units
        for clause in unit.clauses
        if (stance_of(clause) is Stance.COMES or clause.start == own.account.said.get(Stance.COMES)) and not clause.asks
    ]
    return bool(coming) and all(_is_intention(own.text, clause) for clause in coming)


def _is_intention(text: str, clause: Clause) -> bool:
    said = fold(text[clause.start : clause.end])
    notes = [(cue.start, cue.end) for cue in clause.cues if cue.kind == "notes"]  # "een dag vrij op te nemen"
    enrols = any(cue.kind == "enrol" and (cue.start, cue.end) not in notes for cue in clause.cues)
    if (enrols or clause.has("seat", "hereby") or (clause.has("part") and not notes)) and not clause.has("not_yet"):
        return False
    if DEVOUT.search(said):
        return False
    return bool(coming_cues(clause)) and _means_to().search(said) is not None


@cache
def _means_to() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('open_ends', 'means_to'))})\b")


def is_no_booking_yet(outcome: Outcome) -> bool:
    """ "Graag tot vrijdag een stoel vrijhouden", "the formal registration will follow"."""
    return outcome.only_registers and outcome.says("undecided")


def awaits_advice(outcome: Outcome) -> bool:
    """ "Which one would you recommend?": what is to be changed isn't settled."""
    if Action.CHANGE not in outcome.actions:
        return False
    own = outcome.case.own
    return any(
        ADVISED.search(own.text, clause.start, clause.end) is not None
        for unit in own.sheet.units
        for clause in unit.clauses
        if clause.asks
    )
