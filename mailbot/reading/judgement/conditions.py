"""Does what is done hang on something that isn't known yet?

"Als studenten welkom zijn, meld ik mij aan", "knikt ze ja, dan ziet u mij", "zodra haar krabbel eronder staat ben ik
van de partij", "mag mijn dochter mee? Zo ja, dan kom ik", "ik kom, maar alleen als het gratis is", "zonder tolk
blijf ik thuis". What hangs stands behind a conjunction, a verb that comes first, or the answer to what was just asked;
or else before it. What follows is a coming or a leaving. Politeness is no condition, nor whether there is a seat, how
somebody travels, which round it will be, nor "als raadslid".
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
from mailbot.reading.judgement.condition_forms import (
    as_answered,
    decides_nothing,
    gives_up,
    if_so,
    last_half,
    so_it_is,
    then_behind,
    turns_up,
    verb_first,
    whatever,
    without,
)
from mailbot.reading.judgement.entry_conditions import conditions_in
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of, vocabulary

DECIDES = frozenset({Stance.COMES, Stance.CANCELS, Stance.STAYS_AWAY})
# One of these stands in every condition
SAID_WITH = frozenset(
    "als indien wanneer mocht mochten ingeval geval zodra tenzij mits voorwaarde vooropgesteld aangenomen voorbehoud"
    " zolang zo bij na is gebeurt lukt mag kan luidt dan anders zonder met afhankelijk gelang naargelang gesteld"
    " conditie verstande if when case should once as unless provided"
    " assuming condition moment minute then otherwise without with".split()
)
# A main clause of its own: "als bestuurslid wil ik graag komen"
SPOKEN = late(r"\b(?!(?:als|indien|wanneer|dat|if|when|of|waar|die)\s)\w+\s(?:ik|wij|we)\b")
POLITE = late(
    r"[\s(,]*(?:\w+\s+)?(?:als|indien|mits|wanneer|mocht|if)\s+"
    r"(?:(?:het|dat|dit|it|that)\s+(?:(?:nog|ook|even|wel|zo|niet|te|al|allemaal|in orde|goed|laat|veel|moeite|gevraagd"
    r"|inderdaad|juist|op prijs|gesteld|geen|bezwaar|probleem"
    r"|still|not|too|late|ok|okay|alright|all|right|fine|possible)\s+)*"
    r"(?:kan|mag|is(?=\s*(?:,|\Z|(?:en|dan|\w+\s(?:ik|wij|we))\b))|kunnen|lukt|lukken|past|schikt|uitkomt|mogelijk|klopt|kloppen|wordt|zijn|works)\b"
    r"|(?:it|that)\s+is\s+(?:still\s+|not\s+)?(?:possible|fine|ok|okay|alright|all right|too late|convenient)\b"
    r"|i may(?=,)|(?:u|je|jij|jullie|men|you)\b|mogelijk\b|possible\b|er\s+(?:nog|al|iets|vragen|wat)\b|nodig\b"
    r"|gewenst\b|needed\b|(?:ik|we|wij|i)\s+(?:\w+\s+){0,4}"
    r"(?:begrijp|begrepen|lees|gelezen|zie|vergis|tijd ben|laat ben|tel|hoor|am not mistaken)\b"
    r"|(?:ik|we|wij)\s+(?:(?:het|dat|dit|u|je|jullie|me|mij|tenminste|goed|juist|wel|niet)\s+){1,4}"
    r"(?:(?:begrepen|verstaan|gelezen|onthouden|vergist|mis)\s+)?heb\b)"
)
# "Sta ik er nog niet op, schrijf me dan in": that is looked up
ON_THE_LIST = r".*\b(?:lijst|overzicht|list|aangemeld|ingeschreven|genoteerd|geregistreerd|(?:niet|al)\sop)\b"
# "Vindt u het goed, dan schrijf ik mij in"
POLITELY = re.compile(
    r"(?:u|jullie|je|jij|het|you|it)\s(?:\w+\s)?(?:goed|prima|akkoord|ok|oké|best|fijn|fine|okay)\b"
    rf"|er\snog\s(?:\w+\s)?(?:ruimte|plek|plekje|plekken|plaats|plaatsen)\b|{ON_THE_LIST}"
)
# "Mocht u vragen hebben", "als er iets is"
ASKS_NOTHING = re.compile(
    r"(?:u|jullie|je|jij|you|iets|there|er\s(?:nog\s)?(?:iets|iemand|vragen|wat|meer|onduidelijk\w*))\b"
    rf"|{ON_THE_LIST}"
)
OF_A_PART = re.compile(r"\b(?:workshops?|rondes?|rounds?|lunch|borrel)\b")
# Who is let in at all is no politeness, whoever says it
LET_IN = late(
    r"\b(?:welkom|toegelaten|toegankelijk|toegestaan|bedoeld|openstaat|opengesteld|open (?:is|staat)|welcome|allowed"
    r"|eligible|open to|admitted|meemag|meemogen"
    r"|(?:mag|mogen)\b[^.?!]{0,40}\b(?:komen|mee|bijwonen|deelnemen|aanschuiven))\b"
)
IN_LET_IN = (
    *("welkom", "toegelaten", "toegankelijk", "toegestaan", "bedoeld", "open", "mag", "mogen"),
    *("welcome", "allowed", "eligible", "admitted"),
)
# "Mocht er ooit een tweede editie komen, dan meld ik mij als eerste"
ANOTHER_TIME = re.compile(
    r"\b(?:ooit|nog eens|nogmaals|volgend jaar|volgende keer|andere keer|vervolg\w*|herhaling|herhaald|tweede editie"
    r"|nieuwe editie|volgende editie|later dit jaar|another time|next time|next year|follow-up|second edition)\b"
)
# "Als er soep is, sla ik die over"
OF_WHAT_THERE_IS = re.compile(r"er\s(?:\w+\s){1,3}(?:is|zijn|staat|ligt)\b")
OF_THE_THING = re.compile(
    r"(?:die|dat|deze|it|that|they)\s(?:er\s|there\s)?(?:aanwezig|beschikbaar|er|nodig|is|available)\b"
)
THAT_THING = re.compile(r"\b(?:die|dat|ze|them|that)\b")
# "Als onze akte dan is ingeschreven, heet ik op uw badge ..."
IS_CALLED = re.compile(r"\b(?:heet|heten|heet\w*) (?:ik|hij|zij|ze|we)\b")
# Where a condition is put into a sentence: "ik zou, als ik dan beter ben, graag komen"
PUT_IN = re.compile(r",\s(?=(?:als|indien|wanneer|zo|mits|if)\s[^,.;:?!]{5,100},\s)")
# "Kan dat nog? Zo ja, dan kom ik"
STILL = late(r"\b(?:kan|mag|is|ben)\b[^.?!]{0,24}\bnog\b")
# "Ik kom als de NS meewerkt", "iets later, als de kinderen naar school zijn"
BY_TRAIN = re.compile(
    r"\b(?:ns|trein\w*|spoor\w*|files?|beetje meewerk\w*|later|eerder|kunt u|kun je|kunnen jullie|could you"
    r"|op tijd(?! (?:terug|klaar|vrij|weer|beter|hersteld|genezen|thuis|rond)))\b"
)
# "Het zou jammer zijn als mijn plek leeg blijft"
WOULD_BE = re.compile(r"\b(?:jammer|zonde|fijn|mooi|leuk|prettig|geweldig|handig|nice|great|pity|shame|helpful)\b")
ALL_THE_SAME = re.compile(
    r"\b(?:evengoed|sowieso|toch(?! niet)|hoe dan ook|in elk geval|in ieder geval|anyway|either way)\b"
)
# "Maar alleen als de toegang gratis is", "zolang het maar niets kost"
ONLY_IF = late(
    r"\b(?:(?:alleen|enkel|slechts|uitsluitend|only)\s+"
    r"(?:als(?! (?:(?:een|gewone?|gewoon) )?(?:bezoek|toehoor|toeschouw|gast\b|deelnem|luisteraar|particulier))"
    r"|indien|wanneer|if|when)\s+"
    r"|(?:as|so) long as (?=(?:it|there|they|the \w+)(?:['’]s|\sis|\sare)\s(?:not\s)?(?:free|no|nothing|any)\b)"
    r"|zolang (?=(?:het|er|dat|dit|de \w+) (?:maar |wel |ook )?(?:niets|niks|geen|gratis|kosteloos)\b))"
    r"(?P<half>(?!(?:u|je|jullie|you|nodig|gewenst|needed)\b)[^.!?\n]{3,})"
)
FEW = 2  # words
# "Mijn teamleider vindt het goed", "van mijn chef mag het", "my manager is fine with it"
GIVES_LEAVE = late(
    r"\b(?:mijn|m'n|onze|my|our)\s[\w-]+(?:\s[\w-]+)?\s(?:vindt (?:het|dit|dat) (?:\w+ )?(?:goed|prima|best|oke|ok)"
    r"|(?:is|gaat) (?:er(?:mee)? )?(?:mee )?akkoord|stemt (?:er)?mee in|geeft (?:toestemming|groen licht|akkoord)"
    r"|mag (?:het|ik)|laat (?:mij|me) gaan|is (?:fine|ok|okay|happy) with|agrees|approves|lets me)\b"
)
# "Als Wim op tijd klaar is, komt hij ook"
THEY_TOO = re.compile(
    r"\s*(?:komt|gaat|doet|sluit|schuift) (?:hij|zij|ze) (?:(?:ook|graag|natuurlijk) )?(?:ook|mee|aan)\b"
    r"|\s*(?:he|she|they) (?:(?:will|can|may) )?(?:comes?|joins?|attends?)\b"
)
# "Als mijn collega gaat, ga ik ook"
GOES_TOO = late(r"(?:ga|gaan|kom|komen|doe|doen) (?:ik|wij|we) (?:dan )?ook\b|i(?:'ll| will)? (?:come|go|attend) too\b")
IF_SOMEBODY_GOES = late(
    r"(?!(?:ik|wij|we|i|u|jullie|je|het|dat|er)\b)[^,;]*"
    r"\b(?:gaat|gaan|komt|komen|meegaat|meekomt|meedoet|erbij is|goes|comes?|attends?)"
    r"(?:\s(?:mee|ook|wel))?\W*\Z"
)


def hangs_on_who_is_let_in(outcome: Outcome) -> bool:
    """ "Zijn particulieren welkom? Dan meld ik mij aan." """
    if not any(has_one_of(fold(asking.text), IN_LET_IN) for asking in outcome.case.asking):
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
        if not SAID_WITH.isdisjoint(vocabulary(folded)):
            yield from ((folded, half) for half in _hinges_of(folded, asking))


def _hinges_of(folded: str, asking: Asking) -> Iterator[Span]:
    before: Unit | None = None
    for unit in asking.sheet.units:
        if unit.kind is UnitKind.SENTENCE and not (unit.has("if_seats") or _counts_up(folded[unit.start : unit.end])):
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
            found = form().match(folded, start, unit.end) if then or form is not verb_first else None
            if found is None:
                continue
            if form is as_answered and question is not None:
                hangs = _asks_openly(folded, question) and _follows(found, unit, by_the_way=False)
                return (question.start, question.end) if hangs else None
            if is_weak(found) and not IS_CALLED.search(found["then"]):
                break
            if _follows(found, unit):
                return found.span("half")
        if question is not None and _asks_openly(folded, question, of_words=True):
            found = then_behind().match(folded, start, unit.end)
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


def _is_polite(found: re.Match[str]) -> bool:
    """Whether a half sentence that begins with a conjunction is politeness, or none: a main clause, a diet."""
    half = found["half"]
    if LET_IN.search(half):
        return False
    if POLITE.match(found[0]) or ASKS_NOTHING.match(half) or SPOKEN.search(half) or BY_TRAIN.search(half):
        return True
    return _is_of_something_else(found)


def _asks_leave(found: re.Match[str]) -> bool:
    """ "Vindt u het goed, dan ...", "is er nog plek, dan ...", "sta ik er nog niet op, dan ..."."""
    half = found["half"]
    return bool(POLITELY.match(half) or OF_A_PART.search(half) or ANOTHER_TIME.search(half) or diets(half))


def _is_of_something_else(found: re.Match[str]) -> bool:
    half = found["half"]
    if OF_A_PART.search(half) or ANOTHER_TIME.search(half) or diets(half) or needs(half):
        return True
    return bool(OF_WHAT_THERE_IS.match(half) and THAT_THING.search(found["then"]))


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
    if by_the_way and decides_nothing().search(soon):
        return False
    if gives_up().search(soon):
        return True
    if "otherwise" in found.groupdict():
        return False
    if turns_up().search(soon):
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
    found = None if unit.has("change", "question", "place_left") else last_half().search(folded, unit.start, unit.end)
    if found is None or BY_TRAIN.search(folded, unit.start, unit.end) or decides_nothing().search(found["half"]):
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
    (as_answered, _is_settled),
    (so_it_is, _is_polite),
    (if_so, _is_polite),
    (whatever, _is_polite),
    (verb_first, _asks_leave),
    (without, _is_of_something_else),
)
