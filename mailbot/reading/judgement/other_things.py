"""Whether somebody signs up for a thing that none of the events is called: "de nieuwsbrief", "de hoorzitting van 30
maart", "de herhaling BHV op 30 maart". Events are called by their titles, aliases and workshops, and by what any
meeting is called; a day alone doesn't make an event ours.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from mailbot.domain.event import Event
from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.events.events import EventMention
from mailbot.reading.judgement.event_mentions import clause_at
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late

REACH = 60  # characters before a day, in which it is said of what
CALLED_SO = 5  # letters: what a word has in common with a title's, to be of it ("discriminatieding")
MISTAKES, LONG = 2, 8  # letters: "bijeenkmost", of a word of more than so many
# "Voor het laten keuren van de auto"
SERVICE = late(
    r"\bvoor het (?:laten )?(?!bijwonen|volgen|bezoeken|meemaken|bespreken|delen)\w{4,}en van "
    r"(?!(?:de|deze|dit|uw|jullie) (?:bijeenkomst|dag|themadag|workshop|congres|middag|lezing))",
    re.IGNORECASE,
)
# "Ik meld mij aan voor de wijkschouw", "mij inschrijven voor een volkstuin"; not "voor de griffie van Tiel", who comes
SIGNED_UP_FOR = late(
    r"\b(?:aan|in|op|aanmelden|aanmelding|inschrijven|inschrijving|opgeven|opgave|aangemeld|ingeschreven|opgegeven)\s"
    r"voor (?:de|het|een|uw|jullie|die|dat|deze|dit) ([^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*)?)"
    r"(?=\s*(?:$|[.,;:!?)\n]|(?:en|dat|die|want|omdat|maar|op|bij|in)\s))"
    r"|\b(?:register|registering|registration|registered|enrol|enroll|sign(?:ing|ed)? up"
    r"|(?:sign|put|book) (?:me|us) (?:up|down|in))\sfor (?:the|a|an|your|that|this)"
    r" ([^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*)?)(?=\s*(?:$|[.,;:!?)\n]|(?:and|that|which|because|but|on|at|in|please)\s))"
)
# ... "voor zwemles", "voor yoga", in small letters; not for somebody, for a number of people, or for a day
SIGNED_UP_BARELY = late(
    r"\b(?:aan|in|op|aanmelden|aanmelding|inschrijven|inschrijving|opgeven|opgave|aangemeld|ingeschreven|opgegeven)\s"
    r"voor (?!(?:mij|me|ons|mijn|onze|hem|haar|hen|hun|ze|iedereen|beide|beiden|alle|allebei|een|twee|drie|vier|vijf"
    r"|zes|tien|komende|volgende|aanstaande|aankomende|morgen|vandaag|deelname|ronde|collega\w*|\w+dag|a\.s)\b)"
    r"([a-z][a-z'-]{3,})(?=\s*(?:$|[.,;:!?)\n]|(?:en|want|omdat|maar|op|bij|in|met)\s))"
)
OUR_ROUNDS = ("ronde", "rondes", "round")
# "... mijn zoon van de zwemles"
FETCHES = late(r"\b(?:haal|halen|breng|brengen|rijd|pick|fetch|drive)\b", re.IGNORECASE)


def is_another_occasion(case: Case, asking: Asking) -> bool:
    """ "De hoorzitting van 30 maart": our day, of a thing that no event of ours is called by."""
    folded, called = fold(asking.sheet.parts.body), names_of(case)
    pointing = [mention for mention in asking.sheet.events if mention.events]
    things = [_other_thing().search(folded, max(mention.start - REACH, 0), mention.start) for mention in pointing]
    if bool(things) and all(t is not None and t[1] not in called and not _keeps_away(asking, t) for t in things):
        return True
    if pointing and all(_is_there_for(asking, folded, mention, called) for mention in pointing):
        return True
    signed_up = [thing for mention in pointing for thing in _signed_up_for(asking, folded, mention)]
    if not asking.sheet.events and not asking.sheet.workshops:
        signed_up += _signed_up_for_something(asking, folded)
    return bool(signed_up) and not any(may_be_ours(thing, called) for thing in signed_up)


@cache
def _other_thing() -> re.Pattern[str]:
    """One of those things right before a day: "de hoorzitting van 30 maart", "de borrel op donderdag 30 maart"."""
    return re.compile(
        rf"(?<!\w)((?:\w{{2,12}})?(?:{any_of(words('events', 'other_things'))}))\s(?:\w{{2,10}}\s){{0,2}}$"
    )


def _is_there_for(asking: Asking, folded: str, mention: EventMention, called: str) -> bool:
    """ "Op 30 maart ben ik aanwezig op de hoorzitting": where one is that day, and not with us."""
    clause = clause_at(asking, mention.start)
    if clause is None or not clause.has("attend") or stance_of(clause) is not Stance.COMES:
        return False
    thing = _being_at().match(folded, mention.end, clause.end)
    return thing is not None and thing[1] not in called


@cache
def _being_at() -> re.Pattern[str]:
    things = any_of((*words("events", "other_things"), *words("events", "elsewhere")))
    where = rf"(?:op|bij|naar|in|at)\s(?:de|het|een|uw|jullie|the|your|a)\s((?:\w{{2,12}})?(?:{things}))\b"
    # not what is there besides: "graag, ook naar de borrel", "bij de receptie na afloop"
    return re.compile(rf"(?:\s(?!ook\b|also\b)\w+){{1,6}}?\s{where}(?!\s(?:na|erna|daarna|after))")


def _keeps_away(asking: Asking, thing: re.Match[str]) -> bool:
    """ "De uitvaart is precies op de 30e, dus ik moet u teleurstellen": why somebody leaves, and nothing to leave."""
    clause = clause_at(asking, thing.start(1))
    if clause is None or stance_of(clause) is not Stance.NOTHING:
        return False
    return any(cue.kind == "let_down" and cue.start < thing.end(1) and thing.start(1) < cue.end for cue in clause.cues)


def _signed_up_for(asking: Asking, folded: str, mention: EventMention) -> Iterator[str]:
    """What stands before that day where a sign-up says for what it is, whatever it is called."""
    clause = clause_at(asking, mention.start)
    if clause is None or not clause.has("enrol", "enrol_noun") or stance_of(clause) is not Stance.COMES:
        return
    if any(word in folded[clause.start : clause.end] for word in OUR_ROUNDS):
        return  # "in alle rondes bij de pers op 30 maart": what has rounds is ours
    thing = _any_thing().search(folded, max(clause.start, mention.start - REACH), mention.start)
    if thing is not None and not is_of_people(clause, *thing.span(1)):
        yield thing[1]


def _signed_up_for_something(asking: Asking, folded: str) -> Iterator[str]:
    """What a sign-up is for, in a mail that names no event and no day: "... dat ik mij moest aanmelden voor de
    huurtoeslag"."""
    for unit in asking.sheet.units:
        for clause in unit.clauses:
            if not clause.has("enrol", "enrol_noun") or stance_of(clause) is not Stance.COMES:
                continue
            thing = SIGNED_UP_FOR.search(folded, clause.start, clause.end)
            if thing is not None and not is_of_people(clause, *thing.span(thing.lastindex or 1)):
                yield thing[thing.lastindex or 1]
        for clause in unit.clauses:
            bare = SIGNED_UP_BARELY.search(folded, clause.start, clause.end) if clause.has("enrol") else None
            small = bare is not None and asking.sheet.parts.body[bare.start(1)].islower()
            if bare is not None and small and not is_of_people(clause, *bare.span(1)):
                yield bare[1]


@cache
def _any_thing() -> re.Pattern[str]:
    """ "Voor de herhaling BHV op", "bij het kwartaaloverleg van donderdag"."""
    which = r"(?:de|het|'t|die|dat|deze|dit|uw|jullie|the|your|that|this)"
    day = any_of((*words("dates", "weekdays"), "aanstaande", "komende", "a.s."))
    return re.compile(
        rf"\b(?:voor|bij|aan|for)\s{which}\s([^\W\d_][\w'-]*(?:\s[^\W\d_][\w'-]*){{0,3}}?)\s"
        rf"(?:op|van|d\.d\.|dd|on|of)\s(?:(?:{day})\s(?:de\s)?){{0,2}}$"
    )


def is_of_people(clause: Clause, start: int, end: int) -> bool:
    """Whether those words are who comes, or for which part of the day: "voor de wethouder op 30 maart"."""
    if any(name.start < end and start < name.end for name in clause.names):
        return True
    return any(start <= c.start < end and c.kind in ("person", "companion", "part", "belonging") for c in clause.cues)


def may_be_ours(thing: str, called: str) -> bool:
    """Whether one of its words is what a meeting is called, or is of an event's name; be it misspelt."""
    meetings = (*words("events", "meeting"), *words("events", "whole_meeting"), *words("events", "no_certain_thing"))
    titled = _titled(called)
    for word in re.findall(r"[\w'-]+", thing):
        if any(word.endswith(meeting) for meeting in meetings) and not word.endswith(words("events", "no_compounds")):
            return True
        if any(word.startswith(title[:CALLED_SO]) for title in titled):
            return True
        if any(OSA.distance(word, long, score_cutoff=MISTAKES) <= MISTAKES for long in meetings if len(long) > LONG):
            return True
    return False


@lru_cache(maxsize=8)
def _titled(called: str) -> list[str]:
    return [word for word in re.findall(r"\w+", called) if len(word) >= CALLED_SO]


def is_for_a_service(asking: Asking) -> bool:
    """ "Ik meld mij aan voor het ophalen van grofvuil op 30 maart": to have something done, and not to be there."""
    text = asking.text
    return any(
        SERVICE.search(text, clause.start, clause.end)
        for unit in asking.sheet.units
        for clause in unit.clauses
        if clause.has("enrol", "enrol_noun")
    )


def is_of_something(asking: Asking) -> bool:
    """ "Ik verzoek u dit bezwaar te registreren", "graag mijn hond aanmelden": what is handed in, nobody who comes."""
    text = fold(asking.text)
    return any(
        _handed_in().search(text, clause.start, clause.end)
        for unit in asking.sheet.units
        for clause in unit.clauses
        if clause.has("enrol", "enrol_noun")
    )


@cache
def _handed_in() -> re.Pattern[str]:
    """One of those things where the object of signing up stands: before the infinitive, or behind the verb."""
    whose = "mijn|m'n|onze|ons|dit|deze|die|dat|een|het|de|my|our|this|a"
    small = "ik|wij|we|u|graag|hierbij|ook|dan|even"
    thing = rf"\b(?:{whose})\s(?:\w+\s)?(?:{any_of(words('events', 'handed_in'))})\b"
    verb = r"(?:te\s)?(?:aanmelden|aangeven|inschrijven|opgeven|registreren|melden|schrijven|geven|register)\b"
    first = rf"\b(?:meld|schrijf|geef|registreer|register|noteer)\w*\s(?:(?:{small}|bij deze|alvast)\s){{0,4}}"
    # not so "vanuit de auto ik wil mij graag aanmelden": somebody signs up there
    between = r"(?:\s(?:(?!\b(?:mij|me|mijzelf|mezelf|ons|myself)\b)[^,;]){1,60}?)?"
    return re.compile(rf"{thing}{between}\s(?:(?:aan|in|op)\s)?{verb}|{first}{thing}")


def is_of_another_kind(case: Case, asking: Asking) -> bool:
    """Whether the sign-up is for a thing that none of the events is called by: "aanmelden voor de nieuwsbrief", "voor
    de cursus", where no course is held."""
    called = names_of(case)
    texts = ((asking.sheet.parts.body, asking.sheet.units), (case.subject, case.own_subject))
    things = (
        fold(text[cue.start : cue.end]).split()[-1]
        for text, units in texts
        for unit in units
        for clause in unit.clauses
        for cue in clause.cues
        if cue.kind == "other_thing" and not FETCHES.search(text, clause.start, cue.start)
    )
    return any(thing not in called for thing in things)


def names_of(case: Case) -> str:
    return _called_in(case.context.events)


@lru_cache(maxsize=8)
def _called_in(events: tuple[Event, ...]) -> str:
    return fold(" ".join(word for event in events for word in _called(event)))


def _called(event: Event) -> Iterator[str]:
    yield from (event.title, *event.aliases)
    yield from (name for workshop in event.workshops for name in (workshop.title, *workshop.aliases))
