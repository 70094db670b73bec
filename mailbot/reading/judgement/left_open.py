"""Is a leaving only feared, a coming only meant, or the whole matter told to be decided later? "Het zit er dik in dat
ik moet afhaken", "ik ben voornemens te komen", "woensdag test ik nog eens, dan horen jullie het", "ze moet alleen nog
in haar agenda kijken".
"""

import re
from functools import cache

from mailbot.domain.reading import Action
from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.account.reservations import unsure_cues
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.events.events import event_finder
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.lexicon import words
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of

LEAVES = (Stance.CANCELS, Stance.STAYS_AWAY, Stance.REPLACES)
GONE = ("cancel", "absent", "unable", "self_not", "replace")
# "Verandert er iets, dan hoort u het": nothing is open
IF_ANYTHING = re.compile(
    r"\b(?:als|indien|mocht|mochten|wanneer|zodra|verandert|wijzigt|if|should|when|any changes?)\b"
)
# "Wat raadt u aan? Ik kies daarna"
ADVISED = late(
    r"\b(?:(?:raadt|raad|raden|adviseert|adviseer|adviseren) (?:u|je|jij|jullie)|(?:zou|zouden|kunt|kun|kunnen) (?:u|je"
    r"|jullie)[^.!?]{0,30}\b(?:aanraden|adviseren|kiezen)|(?:would|do|could|can) you (?:advise|recommend"
    r"|suggest|choose))\b",
    re.IGNORECASE,
)
# "Eigenlijk zou ik mij moeten afmelden", "I ought to cancel"
OUGHT_TO = late(
    r"\b(?:zou|zouden) (?:ik|wij|we)\b.*\bmoeten\b|\b(?:ik|wij|we) (?:zou|zouden)\b.*\bmoeten\b"
    r"|\bi (?:really |probably )?(?:should|ought to) (?:really |probably )?"
    r"(?:cancel|withdraw|drop|give|skip|decline|pull|step)\b"
)
# With which nothing is left open but what nobody knows
DEVOUT = re.compile(r"\b(?:bij leven en welzijn|zo de heer(?:e)? wil|deo volente|d\.?\s?v\.|god willing)")
HOPES = ("hoop", "hopen", "hoopt", "i hope", "we hope", "hoping to")
PARTICULARS = re.compile(
    r"\b(?:mijn|onze|hierbij de|hierbij mijn|my|our)\s(?:persoonlijke\s|contact)?(?:gegevens|details|personalia)\s*:",
    re.IGNORECASE,
)
DIARIES = ("agenda", "rooster", "planning", "diary", "calendar", "schedule")
A_DIARY = rf"\b\w*(?:{'|'.join(DIARIES)})\b"
LOOKS = (
    r"(?:(?:na|be|in)?kijken|checken|raadplegen|nagaan|nazien|vrijmaken|vrijgemaakt|leegmaken|overleggen|schuiven)\b"
)
# "Ze moet nog in haar agenda kijken", "mijn rooster moet nog vrijgemaakt worden", "zij kijkt nog of het uitkomt"
YET_TO_LOOK = late(
    rf"\bnog\b[^.!?;]{{0,30}}{A_DIARY}[^.!?;]{{0,20}}\b{LOOKS}|{A_DIARY}[^.!?;]{{0,20}}\bnog\b[^.!?;]{{0,20}}\b{LOOKS}"
    rf"|\b(?:kijk|check|bekijk|raadpleeg|overleg|schuif)t?\b[^.!?;]{{0,12}}\bnog\b[^.!?;]{{0,30}}(?:{A_DIARY}"
    r"|\bof (?:het|dat|hij|zij|ze|ik)\b[^.!?;]{0,20}\b(?:uitkomt|past|lukt|kan|schikt)\b)"
    rf"|\b(?:still|need|needs|have|has)\b[^.!?;]{{0,12}}\b(?:check|checking|consult|clear)\b[^.!?;]{{0,16}}{A_DIARY}"
)


def waits_for_a_diary(outcome: Outcome) -> bool:
    """Whether it still has to be seen if the day suits somebody: of this event, and nothing but whether they come."""
    if not outcome.only_registers or outcome.case.relayed:
        return False
    return any(_has_yet_to_look(outcome.case, asking) for asking in outcome.case.asking)


def _has_yet_to_look(case: Case, asking: Asking) -> bool:
    folded = fold(asking.text)
    if not has_one_of(folded, ("nog", "still", "need", "has", "have")):
        return False
    return any(
        (yet := YET_TO_LOOK.search(folded, unit.start, unit.end)) is not None
        and not unit.has("part", "by_themselves")
        and not _is_about_another_event(case, asking, unit.start, yet.end())
        and not any(unit.start <= start < unit.end for p in asking.roster.people if _is_out(p) for start, _ in p.spans)
        for unit in asking.sheet.units
    )


def _is_about_another_event(case: Case, asking: Asking, start: int, end: int) -> bool:
    """ "Voor 20 juni moet ik mijn agenda nog bekijken. Schrijf mij in voor 30 maart." """
    sent = case.context.sent(case.message)
    here = event_finder(case.context.events).mentions(asking.text, sent, start, end)
    return bool(here) and any(m.events != here[-1].events for m in asking.sheet.events)


def _is_out(person: Person) -> bool:
    return not (person.comes or person.is_writer)


def is_only_feared(outcome: Outcome) -> bool:
    """All that is said of a seat that is given up is that it may be."""
    if not outcome.cancels or outcome.subject_says("cancel_word"):
        return False
    own = outcome.case.own
    text = own.sheet.letter.text
    leaving = [c for unit in own.sheet.units for c in unit.clauses if stance_of(c) in LEAVES and not c.has("part")]
    return bool(leaving) and all(_is_a_fear(text, clause) for clause in leaving)


def is_decided_later(outcome: Outcome) -> bool:
    """Whether the letter puts off what it is about, by its own words, to a day that is still to come."""
    text = outcome.case.own.sheet.letter.text
    return any(_is_told_later(text, unit) for unit in outcome.case.own.sheet.units)


def _is_a_fear(text: str, clause: Clause) -> bool:
    """Not so "streep mijn naam maar door, misschien maakt u er iemand blij mee"."""
    gone = [cue.end for cue in clause.cues if cue.kind in GONE]
    said = fold(text[clause.start : min(gone)]) if gone else ""
    if gone and any(cue.start < min(gone) for cue in unsure_cues(clause)):
        return True  # "ik denk erover om mijn plek aan een collega te geven"
    return bool(gone) and (_feared().search(said) or OUGHT_TO.search(said)) is not None


def _is_told_later(text: str, unit: Unit) -> bool:
    if unit.has("part", "belonging"):
        return False
    said = fold(text[unit.start : unit.end])
    later = _told_later().search(said)
    return later is not None and not IF_ANYTHING.search(said, 0, later.start())


@cache
def _feared() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('left_open', 'feared'))})\b")


@cache
def _told_later() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('left_open', 'told_later'))})\b")


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
    if not coming or not all(_is_intention(own.text, clause) for clause in coming):
        return False
    return not (PARTICULARS.search(own.text) and all(_only_hopes(own.text, clause) for clause in coming))


def _only_hopes(text: str, clause: Clause) -> bool:
    """ "Op zaterdag hoop ik aanwezig te zijn": beside the particulars of whoever signs up it is no more than polite."""
    meant = _means_to().findall(fold(text[clause.start : clause.end]))
    return all(said in HOPES for said in meant)


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
    return re.compile(rf"\b(?:{any_of(words('left_open', 'means_to'))})\b")


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
