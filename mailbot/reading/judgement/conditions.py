"""Does what is done hang on something that isn't known yet?

"Als studenten welkom zijn, meld ik mij aan", "knikt ze ja, dan ziet u mij", "zodra haar krabbel eronder staat ben ik
van de partij", "mag mijn dochter mee? Zo ja, dan kom ik", "ik kom, maar alleen als het gratis is", "zonder tolk
blijf ik thuis". What hangs stands behind a conjunction, a verb that comes first, or the answer to what was just asked;
or else before it. What follows is a coming or a leaving. Politeness is no condition, nor whether there is a seat, how
somebody travels, which round it will be, nor "als raadslid".

The shapes of such sentences are condition_forms.py's, what is no more than politeness condition_politeness.py's.
"""

import re
from collections.abc import Iterator

from mailbot.reading.account.hesitation import THEMSELVES
from mailbot.reading.account.reservations import is_in_return
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.account.wondering import awaits_answer
from mailbot.reading.case.asking import Asking
from mailbot.reading.details import diets, needs
from mailbot.reading.judgement import condition_forms as forms
from mailbot.reading.judgement.condition_politeness import (
    ASKS_NOTHING,
    BY_TRAIN,
    LET_IN,
    OF_A_PART,
    POLITE,
    SPOKEN,
    asks_leave,
    is_of_something_else,
    is_polite,
)
from mailbot.reading.judgement.entry_conditions import conditions_in
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.lexicon import word_set, words
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of, vocabulary

DECIDES = frozenset({Stance.COMES, Stance.CANCELS, Stance.STAYS_AWAY})
PHRASES = forms.PHRASES
OF_THE_THING = late(lambda: rf"{PHRASES.any_of('of_the_thing')}\b")
# "Als onze akte dan is ingeschreven, heet ik op uw badge ..."
IS_CALLED = PHRASES.anywhere("is_called")
# Where a condition is put into a sentence: "ik zou, als ik dan beter ben, graag komen"
PUT_IN = re.compile(r",\s(?=(?:als|indien|wanneer|zo|mits|if)\s[^,.;:?!]{5,100},\s)")
# "Kan dat nog? Zo ja, dan kom ik"
STILL = late(r"\b(?:kan|mag|is|ben)\b[^.?!]{0,24}\bnog\b")
# "Het zou jammer zijn als mijn plek leeg blijft"
WOULD_BE = PHRASES.anywhere("would_be")
ALL_THE_SAME = PHRASES.anywhere("all_the_same")
# "Maar alleen als de toegang gratis is", "zolang het maar niets kost"
ONLY_IF = late(
    r"\b(?:(?:alleen|enkel|slechts|uitsluitend|only)\s+"
    r"(?:als(?! (?:(?:een|gewone?|gewoon) )?(?:bezoek|toehoor|toeschouw|gast\b|deelnem|luisteraar|particulier))"
    r"|indien|wanneer|if|when)\s+"
    r"|zolang (?=(?:het|er|dat|dit|de \w+) (?:maar |wel |ook )?(?:niets|niks|geen|gratis|kosteloos)\b)"
    r"|(?:as|so) long as (?=(?:it|there|they|the \w+)(?:['’]s|\sis|\sare)\s(?:not\s)?(?:free|no|nothing|any)\b))"
    r"(?P<half>(?!(?:u|je|jullie|you|nodig|gewenst|needed)\b)[^.!?\n]{3,})"
)
TURNS_UP, BY_THE_WAY = PHRASES.anywhere("turns_up"), PHRASES.anywhere("by_the_way")
GIVES_UP = late(  # "dan liever niet" as well, at the end
    lambda: PHRASES.whole("gives_up") + r"|\A(?:\w+\s)?(?:liever|toch|maar|rather)\s(?:niet|not)[\s.!)]*\Z"
)
# "Mijn teamleider vindt het goed", "van mijn chef mag het", "my manager is fine with it"
GIVES_LEAVE = PHRASES.anywhere("gives_leave")
FEW = 2  # words
# "Als Wim op tijd klaar is, komt hij ook"
THEY_TOO = late(lambda: rf"\s*{PHRASES.any_of('they_too')}\b")
# "Als mijn collega gaat, ga ik ook"
GOES_TOO = late(lambda: rf"{PHRASES.any_of('goes_too')}\b")
IF_SOMEBODY_GOES = late(lambda: rf"(?!{PHRASES.any_of('not_somebody')}\b)[^,;]*\b{PHRASES.any_of('goes')}\W*\Z")


def hangs_on_who_is_let_in(outcome: Outcome) -> bool:
    """ "Zijn particulieren welkom? Dan meld ik mij aan." """
    if not any(has_one_of(fold(asking.text), words("conditions", "let_in_with")) for asking in outcome.case.asking):
        return False
    return any(LET_IN.search(text, *half) for text, half in _hinges(outcome))


def hangs_on_a_condition(outcome: Outcome) -> bool:
    """Whether somebody comes, or stays at home, only if something else turns out so."""
    return any(not LET_IN.search(text, *half) for text, half in _hinges(outcome))


Span = tuple[int, int]  # from, to: characters of the text


def _hinges(outcome: Outcome) -> Iterator[tuple[str, Span]]:
    """What something hangs on, in which (folded) text. Who passes a letter on has seen to what it depends on."""
    for asking in () if outcome.case.relayed else outcome.case.asking:
        folded = fold(asking.text)
        if not word_set("conditions", "said_with").isdisjoint(vocabulary(folded)):
            yield from ((folded, half) for half in _hinges_of(folded, asking))


def _hinges_of(folded: str, asking: Asking) -> Iterator[Span]:
    before: Unit | None = None
    for unit in asking.sheet.units:
        if unit.kind in (UnitKind.SENTENCE, UnitKind.FIELD) and not (
            unit.has("if_seats") or _counts_up(folded[unit.start : unit.end])
        ):
            waved = (m.start for m in asking.sheet.events if m.negated and unit.start <= m.start < unit.end)
            half = _in_front(folded, unit, before, min(waved, default=unit.end)) or _behind(folded, unit)
            if half is not None and not is_in_return(folded, unit.start, unit.end):
                yield half
        elif unit.kind is UnitKind.ITEM:
            yield from conditions_in(asking.text, unit)
        before = unit


def _counts_up(sentence: str) -> bool:
    """ "Zowel Wim Smit als ik komen": its "als" is an "and"."""
    return "zowel " in sentence and sentence.count(" als ") == 1


def _in_front(folded: str, unit: Unit, before: Unit | None, until: int) -> Span | None:
    """The condition with which a sentence begins, or a clause of it that begins before `until`: not "voor 20 juni pas
    ik, dan zit ik in Rome"."""
    asked = before if before is not None and before.clauses[-1].asks else None
    then = has_one_of(folded[unit.start : unit.end], ("dan", "then"))
    put_in = (found.end() for found in PUT_IN.finditer(folded, unit.start, unit.end) if not _is_sure(unit, found.end()))
    for start in sorted({unit.start, *put_in, *(clause.start for clause in unit.clauses if clause.start < until)}):
        question = asked if start == unit.start else None
        for form, is_weak in FORMS:
            found = form().match(folded, start, unit.end) if then or form is not forms.verb_first else None
            if found is None:
                continue
            if form is forms.as_answered and question is not None:
                hangs = _asks_openly(folded, question) and _follows(found, unit, by_the_way=False)
                return (question.start, question.end) if hangs else None
            if is_weak(found) and not IS_CALLED.search(found["then"]):
                break
            if _follows(found, unit):
                return found.span("half")
        if question is not None and _asks_openly(folded, question, of_words=True):
            found = forms.then().match(folded, start, unit.end)
            if found is not None and _follows(found, unit, by_the_way=False):
                return question.start, question.end
    return None


def _is_sure(unit: Unit, at: int) -> bool:
    """Whether what stands there is part of a phrase without doubt: ", als ik eerlijk ben,"."""
    return any(cue.kind == "surely" and cue.start <= at < cue.end for clause in unit.clauses for cue in clause.cues)


def _asks_openly(folded: str, asked: Unit, *, of_words: bool = False) -> bool:
    """Whether a question is asked there on which something can hang: not "kan dat nog?", "is er nog plek?", "is dit het
    adres om me op te geven?". `of_words`: only words can answer it."""
    last = asked.clauses[-1]
    if LET_IN.search(folded, last.start, last.end):
        return True
    stance = stance_of(last)
    if last.has("place_left", "seat") or STILL.search(folded, last.start, last.end):
        return False
    if stance is Stance.COMES and last.has("i", "me", "we", "us"):
        return False
    return not of_words or (awaits_answer(last, stance) and not last.has("enrol"))


def _is_settled(found: re.Match[str]) -> bool:
    return False


def _follows(found: re.Match[str], unit: Unit, *, by_the_way: bool = True) -> bool:
    """Whether what follows is a coming or a leaving. `by_the_way`: it is none where it tells how somebody travels, or
    of a round."""
    then = found["then"]
    if unit.clauses[-1].asks or ALL_THE_SAME.search(then) or THEMSELVES.search(then) or diets(then):
        return False
    soon = then.split(",")[0]
    if by_the_way and GOES_TOO.match(soon) and IF_SOMEBODY_GOES.match(found["half"]) and not OF_A_PART.search(soon):
        return True
    if THEY_TOO.match(soon) or IS_CALLED.search(soon):
        return True
    if by_the_way and BY_THE_WAY.search(soon):
        return False
    if GIVES_UP.search(soon):
        return True
    if "otherwise" in found.groupdict():
        return False
    if TURNS_UP.search(soon):
        return True
    at = found.start("then")
    second = next((clause for clause in unit.clauses if clause.end > at + 3), None)
    if second is None or second.has("part", "change", "question"):
        return False
    return stance_of(second) in DECIDES or second.has("enrol_noun")


def _behind(folded: str, unit: Unit) -> Span | None:
    """ "Ik kom als zij niet ziek wordt", "meld mij aan zodra mijn chef akkoord is", "alleen als het gratis is"."""
    if unit.has("part"):
        return None
    if (only := ONLY_IF.search(folded, unit.start, unit.end)) is not None and not SPOKEN.search(only["half"]):
        begins = len(folded[unit.start : only.start()].split()) <= FEW
        of_something = diets(only[0]) or needs(only[0])
        return None if of_something or not (begins or _decides(folded, unit, only.start())) else only.span("half")
    if unit.has("change", "question", "place_left"):
        return None
    found = forms.last_half().search(folded, unit.start, unit.end)
    if found is None or BY_TRAIN.search(folded, unit.start, unit.end) or BY_THE_WAY.search(found["half"]):
        return None
    if WOULD_BE.search(folded, unit.start, found.start()) or POLITE.match(found["said"]):
        return None
    half = found["half"]
    if OF_THE_THING.match(half) and needs(folded[unit.start : found.start()]):
        return None  # "bij een ringleiding als die aanwezig is"
    if ASKS_NOTHING.match(half) or diets(half) or needs(half) or not _decides(folded, unit, found.start("said")):
        return None
    return found.span("half")


def _decides(folded: str, unit: Unit, at: int) -> bool:
    """Whether somebody comes or leaves by what stands before that place, or may: "mijn chef vindt het goed zolang"."""
    if any(c.start < at and not c.asks and stance_of(c) in DECIDES for c in unit.clauses):
        return True
    return GIVES_LEAVE.search(folded, unit.start, at) is not None


# The first that fits decides, with what makes it none
FORMS = (
    (forms.as_answered, _is_settled),
    (forms.so, is_polite),
    (forms.if_, is_polite),
    (forms.whatever, is_polite),
    (forms.verb_first, asks_leave),
    (forms.without, is_of_something_else),
)
