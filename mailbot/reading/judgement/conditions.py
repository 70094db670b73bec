"""Does what is done hang on something that stands before it in the same sentence?

"Zodra haar krabbel eronder staat, ben ik van de partij", "als ik dan niet koortsvrij ben, moet ik afzeggen", "blijf ik
hoesten, dan meld ik mij af", "bij een ja: noteer mij". What begins such a sentence is a conjunction, a verb, or the
answer to what was just asked; what follows from it is a coming or a leaving. Politeness is no condition, nor whether
there is a seat, nor "als raadslid".
"""

import re
from functools import cache

from mailbot.reading.account.depending import POLITE
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.details import diets, needs
from mailbot.reading.judgement.open_ends import by_the_way
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late

DECIDES = frozenset({Stance.COMES, Stance.CANCELS, Stance.STAYS_AWAY})
LEAD = r"[\s(]*(?:(?:maar|en|dus|want|but|and|so)\s+)?"
VERB = (
    r"(?:ben|bent|is|zijn|was|blijf|blijft|blijven|heb|hebt|heeft|hebben|kan|kunnen|mag|mogen|moet|moeten|wil|willen|word"
    r"|wordt|worden|ga|gaat|gaan|kom|komt|komen|doe|doet|krijg|krijgt|krijgen|lukt|past|rijdt|rijden)"
)
SUBJECT = (
    r"(?:ik|hij|zij|ze|we|wij|het|dat|dit|er|de|mijn|onze|ons|zijn|haar|die|deze|niemand|iemand|i|he|she|we|it|my|our)"
)
# With a verb at its end: not so "als raadslid", "als inwoner van Lelystad"
FIRST = rf"(?:{SUBJECT}\s(?:[^,?]{{3,120}}?\b)?(?:{VERB}|\w{{3,}}[td])|[^,?]{{3,120}}?\b{VERB}(?=,|\s(?:dan|then)\b))"
# Between the halves; without a mark the second's verb and subject follow at once, as in no "als raadslid wil ik"
SECOND = r",\s(?:dan\s|then\s)?|\s(?:dan|then)\s|\s(?=\w+\s(?:ik|wij|we|i)\b)"
# A main clause of its own: "als bestuurslid wil ik graag komen"
SPOKEN = late(rf"\b{VERB}\s(?:ik|wij|we)\b")
# "Blijf ik hoesten, dan meld ik mij af"
VERB_FIRST = re.compile(
    rf"{LEAD}{VERB}\s(?P<half>(?:ik|hij|zij|ze|het|dat|dit|de|mijn|onze|er)\s[^?]{{3,120}}?),\s(?:dan|then)\s(?P<then>.+)",
    re.DOTALL,
)
# "Ik kom als de NS meewerkt", "iets later, als de kinderen naar school zijn"
BY_TRAIN = re.compile(r"\b(?:ns|trein\w*|spoor\w*|files?|later|eerder|op tijd|kunt u|kun je|kunnen jullie|could you)\b")
# "Het zou jammer zijn als mijn plek leeg blijft"
WOULD_BE = re.compile(r"\b(?:jammer|zonde|fijn|mooi|leuk|prettig|geweldig|handig|nice|great|pity|shame|helpful)\b")
ALL_THE_SAME = re.compile(r"\b(?:evengoed|sowieso|toch|hoe dan ook|in elk geval|in ieder geval|anyway|either way)\b")
# "Mocht hij willen, dan meldt hij zich zelf"
THEMSELVES = re.compile(r"\b(?:meldt|melden|schrijft|schrijven|geeft|geven) (?:hij|zij|ze) zich\b")
ASKS_NOTHING = re.compile(r"(?:u|jullie|je|jij|you|er|iets|there)\b")  # "mocht u vragen hebben", "als er iets is"


def hangs_on_a_condition(outcome: Outcome) -> bool:
    """Whether somebody comes, or stays at home, only if what its sentence begins with turns out so."""
    if outcome.case.relayed:
        return False
    # a person looks anyway where there are doubts; whether a seat is left is one that may be dropped again
    asked = [asking for asking in outcome.case.asking if set(asking.account.doubts) <= {"place_left"}]
    return any(_hangs(asking.text, unit) for asking in asked for unit in asking.sheet.units)


def _hangs(text: str, unit: Unit) -> bool:
    if unit.kind is not UnitKind.SENTENCE or unit.has("place_left", "if_seats"):
        return False
    if any(_hangs_from(text, unit, start) for start in {unit.start, *(clause.start for clause in unit.clauses)}):
        return True
    return not unit.has("part", "change", "question") and _hangs_behind(text, unit)


def _hangs_behind(text: str, unit: Unit) -> bool:
    """ "Ik kom als mijn kind niet ziek wordt", "meld mij aan zodra mijn chef akkoord is"."""
    said = fold(text[unit.start : unit.end])
    found = _behind().search(said) or (_behind_name(said, unit) if unit.names else None)
    if found is None or BY_TRAIN.search(said) or by_the_way().search(found["half"]):
        return False
    if WOULD_BE.search(said, 0, found.start()):
        return False
    half, at = found["half"], unit.start + found.start("said")
    if POLITE.match(found["said"]) or ASKS_NOTHING.match(half) or diets(half) or needs(half):
        return False
    return any(c.start < at and not c.asks and stance_of(c) in DECIDES for c in unit.clauses)


def _behind_name(said: str, unit: Unit) -> re.Match[str] | None:
    """ "Zet mij op de lijst zodra Wim Smit heeft getekend": somebody with a name has to do something first."""
    starts = {name.start - unit.start for name in unit.names}
    return next((found for found in _once().finditer(said) if found.start("half") in starts), None)


def _hangs_from(text: str, unit: Unit, start: int) -> bool:
    """Whether a condition begins there, and what it decides follows."""
    said = fold(text[start : unit.end])
    behind = _behind_condition(said)
    if behind is None or any(of.search(said, behind) for of in (ALL_THE_SAME, THEMSELVES, by_the_way())):
        return False
    second = next((c for c in unit.clauses if c.end > start + behind + 3), None)
    return (
        second is not None
        and (stance_of(second) in DECIDES or second.has("enrol_noun"))
        and not second.has("part", "change", "question")
    )


def _behind_condition(said: str) -> int | None:
    """Where the second half of a sentence begins whose first is a condition."""
    for form in (_if(), VERB_FIRST, _as_soon(), _answer()):
        if (found := form.match(said)) is not None:
            half = found["half"]
            weak = POLITE.match(said) or ASKS_NOTHING.match(half) or SPOKEN.search(half) or diets(half) or needs(half)
            return None if weak else found.start("then")
    return None


@cache
def _behind() -> re.Pattern[str]:
    """At the end of a sentence, with a subject and a verb of its own: not so "als raadslid", "als enige van ons"."""
    conjunction = any_of(("als", "indien", "ingeval", "zodra", "if", "in case", "once", "as soon as", "provided"))
    verb = rf"(?:{VERB}|\w{{2,}}[td]|\w{{3,}}en)"
    half = rf"(?:{SUBJECT})\s[^,.;:?]{{2,100}}?\b{verb}"
    return re.compile(rf"(?<=[\w,])\s(?P<said>(?:{conjunction})\s(?P<half>{half}))[\s.!)]*$")


@cache
def _once() -> re.Pattern[str]:
    conjunction = any_of(("zodra", "once", "as soon as", "provided"))
    verb = rf"(?:{VERB}|\w{{2,}}[td]|\w{{3,}}en)"
    whose = r"(?:(?:mijn|onze|my|our)\s\w+\s)?"
    return re.compile(
        rf"(?<=[\w,])\s(?P<said>(?:{conjunction})\s{whose}(?P<half>\w[^,.;:?]{{2,100}}?\s{verb}))[\s.!)]*$"
    )


@cache
def _if() -> re.Pattern[str]:
    """ "Als ik woensdag niet koortsvrij ben, dan ..."."""
    conjunction = any_of(words("conditions", "if"))
    return re.compile(rf"{LEAD}(?:{conjunction})\s(?P<half>{FIRST})(?:{SECOND})(?P<then>.+)", re.DOTALL)


@cache
def _as_soon() -> re.Pattern[str]:
    """ "Zodra haar krabbel eronder staat ben ik van de partij": no other word than a conjunction."""
    conjunction = any_of(words("conditions", "as_soon"))
    return re.compile(rf"{LEAD}(?:{conjunction})\s(?P<half>[^?]{{3,120}}?)(?:{SECOND})(?P<then>.+)", re.DOTALL)


@cache
def _answer() -> re.Pattern[str]:
    """ "Bij een ja: noteer mij"."""
    answer = any_of(words("conditions", "answer"))
    return re.compile(rf"{LEAD}(?:{answer})(?P<half>)\b[^,:.?!]{{0,40}}?[,:]?\s(?P<then>.+)", re.DOTALL)
