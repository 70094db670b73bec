"""Is it our meeting that a mail is about? People sign off from the dentist's and the trainer's, too.

Nobody is to be put on a list of ours, or taken from it, by a mail that went astray.
"""

import re
from functools import cache

from mailbot.domain.book import ALPHABET
from mailbot.domain.reading import Action
from mailbot.reading.case.asking import Asking
from mailbot.reading.events.dates import dates
from mailbot.reading.events.events import EventMention, event_finder
from mailbot.reading.events.session_days import days_of
from mailbot.reading.judgement.left_things import leaves_another_occasion
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.lexicon import words
from mailbot.reading.names import is_given
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of

REFERENCE = re.compile(rf"\b(?=\w*[A-Z])[{ALPHABET}]{{7}}\b")  # of a registration, as our replies give it
TO_A_FRIEND = re.compile(
    r"(?:hoi|hai|ha|hey|hi|hallo|dag|beste|lieve|dear|hello)\s+(?P<name>[^\W\d_]+)\s*(?:[,!.]|$)", re.IGNORECASE
)
OF_OURS = ("title", "alias", "place", "words", "slug")  # what names an event, beside its day
# "Een bestelling: 20 broodjes", "I'd like to order 20 copies": not so "bestelnummer", "in order to"
ORDERS = late(
    r"\b(?:bestelling|bestellen|bestel|te bestellen)\b(?![-]?nummer)"
    r"|\b(?:like to|can i|could i|want to|please|to place an) order\b"
)
SO_MANY = late(
    r"(?<![\d.:/-])\d{1,4}\s(?:x\s)?(?!(?:uur|personen|mensen|deelnemers|plaatsen|plekken|kaarten|tickets|stoelen|people|seats)\b)"
    r"[a-z]{4,}"
)
SUBJECT_CANCELS = late(
    r"\b(?:afmeld\w*|annuler\w*|opzegg\w*|uitschrijv\w*|cancel\w*|unsubscribe)\s(?:(?:van|voor|de|het|uw|from|of|the|your)\s){0,2}$"
)


def signs_up_elsewhere(outcome: Outcome) -> bool:
    """ "Zie je zaterdag bij de uitwedstrijd"."""
    if not outcome.says("private") or not outcome.only_registers or len(outcome.requests) > 1:
        return False
    if any(asking.entries for asking in outcome.case.asking):
        return False  # who lists people lists them for us; their own trainer or garage is by the way
    return not (outcome.says("enrol", "seat", "gathering") or outcome.subject_says("enrol_noun"))


def says_not_what(outcome: Outcome) -> bool:
    """ "Graag annuleren": an appointment, perhaps; nothing speaks of a registration or a meeting."""
    if not outcome.cancels or Action.REGISTER in outcome.actions or _is_known_to_us(outcome):
        return False
    if (outcome.says("private") and not outcome.says("enrol_noun")) or _speaks_to_a_friend(outcome):
        return True  # "Hoi Rob, donderdag ben ik er niet, meld jij me af bij de trainer?"
    return not _speaks_of_our_day(outcome) and not outcome.says("gathering") and not outcome.subject_says("gathering")


OURS_OR_MINE = re.compile(r"\b(?:mijn|m'n|onze|my|our)\s\Z", re.IGNORECASE)
SHORT = 6  # characters: "onze "


def undoes_something_else(outcome: Outcome) -> bool:
    """ "Meld je me af voor de EHBO-cursus van 30 maart?", "graag mijn parkeerplaats annuleren": whatever the subject
    says, it is none of our seats."""
    if not outcome.cancels or _is_known_to_us(outcome):
        return False
    if _is_headed_by_something_else(outcome):
        return True
    for asking in outcome.case.asking:
        if any(mention.by in OF_OURS for mention in asking.sheet.events):
            continue
        if leaves_another_occasion(outcome.case, asking) or _gives_up_a_thing(asking):
            return True
    return False


def _is_headed_by_something_else(outcome: Outcome) -> bool:
    """ "Tandarts", "sollicitatiegesprek", above "ik moet afzeggen, ben ziek" and no word of a meeting."""
    if any(asking.sheet.events for asking in outcome.case.asking) or outcome.says("enrol_noun", "gathering"):
        return False
    if not outcome.case.own_subject or outcome.subject_says("enrol_noun", "gathering", "registered_context"):
        return False
    if any(mention.by in OF_OURS for mention in _in_subject(outcome)):
        return False
    if outcome.subject_says("private") or _thing().search(fold(outcome.case.subject)) is not None:
        return True
    return _is_of_another_day(outcome)


def _is_of_another_day(outcome: Outcome) -> bool:
    """ "Vrijdag", where none of ours is on such a day."""
    case = outcome.case
    told = [
        found for found in dates(case.subject, case.context.sent(case.message).date()) if found.precision != "month"
    ]
    ours = [day for event in case.context.events for day in days_of(event)]
    return bool(told) and not any(
        found.weekday == day.isoweekday() if found.precision == "weekday" and found.weekday else found.fits(day)
        for found in told
        for day in ours
    )


def _in_subject(outcome: Outcome) -> tuple[EventMention, ...]:
    case = outcome.case
    return event_finder(case.context.events).mentions(case.subject, case.context.sent(case.message))


@cache
def _thing() -> re.Pattern[str]:
    return re.compile(rf"\b\w*(?:{any_of(words('events', 'other_things'))})\b")


def _gives_up_a_thing(asking: Asking) -> bool:
    text = asking.sheet.parts.body
    return any(
        OURS_OR_MINE.search(text, max(clause.start, cue.start - SHORT), cue.start) is not None
        for unit in asking.sheet.units
        for clause in unit.clauses
        if clause.has("cancel") and not clause.has("enrol_noun")
        for cue in clause.cues
        if cue.kind in ("business", "belonging")
    )


def _is_known_to_us(outcome: Outcome) -> bool:
    """Whether it shows that a registration of ours is what is undone."""
    case = outcome.case
    if case.answers_confirmation or case.wrote_before or REFERENCE.search(case.subject):
        return True
    if any(account.fewer is not None for account in outcome.accounts):
        return True  # "wij komen met z'n tweeën in plaats van drieën"
    return any(asking.writer.booked for asking in case.asking)


def _speaks_to_a_friend(outcome: Outcome) -> bool:
    """Whether somebody is greeted by a first name, and nothing is said of a meeting but its day."""
    called = TO_A_FRIEND.match(_greeting(outcome).strip())
    if called is None or not is_given(called["name"]):
        return False
    named = any(mention.by in OF_OURS for asking in outcome.case.asking for mention in asking.sheet.events)
    return not (named or outcome.says("enrol_noun", "registered_context"))


def _greeting(outcome: Outcome) -> str:
    """The line that greets, or else how the talk begins."""
    sheet = outcome.case.own.sheet
    greeting = sheet.parts.greeting
    return sheet.letter.text[slice(*greeting)] if greeting else sheet.parts.body.lstrip()[:40]


def _speaks_of_our_day(outcome: Outcome) -> bool:
    """Whether somebody won't be there, or is on a list, on a day or at a place of ours."""
    dated = any(mention.events for asking in outcome.case.asking for mention in asking.sheet.events)
    if not (outcome.case.answers or outcome.subject_says("business")):
        dated = dated or any(mention.events for mention in _in_subject(outcome))  # "Morgen"
    if dated and not outcome.says("business"):
        return True  # "ik trek me terug voor de 30e"; not so an appointment of that day
    absent = outcome.says("absent", "unable", "already", "booking")
    return absent and (dated or outcome.says("that_day", "let_down"))


def orders_something(outcome: Outcome) -> bool:
    """ "En een bestelling: 20 broodjes", beside a sign-up: whoever takes orders is to have that, too."""
    if not outcome.only_registers:
        return False
    for asking in outcome.case.asking:
        folded = fold(asking.text)
        if not has_one_of(folded, ("bestel", "order")):
            continue
        days = [(mention.start, mention.end) for mention in asking.sheet.events]
        for unit in asking.sheet.units:
            many = SO_MANY.finditer(folded, unit.start, unit.end) if ORDERS.search(folded, unit.start, unit.end) else ()
            if any(not any(a < hit.end() and hit.start() < b for a, b in days) for hit in many):
                return True
    return False


def subject_gives_up_a_thing(outcome: Outcome) -> bool:
    """ "Afmelding lunch", "Afmelden nieuwsbrief" in the subject: no seat is given up by that."""
    if outcome.actions != {Action.CANCEL} or outcome.case.answers:
        return False
    folded = fold(outcome.case.subject)
    return any(SUBJECT_CANCELS.search(folded, 0, hit.start()) is not None for hit in _no_seat().finditer(folded))


@cache
def _no_seat() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{any_of(words('choices', 'no_workshop'))}|mailinglijst|mailing|verzendlijst|mailing list)\b"
    )
