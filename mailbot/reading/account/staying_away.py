"""What follows from a clause by which somebody stays away: they come no more, and a seat of theirs is free.

Who it is, absentees.py tells. Who gives up a seat in so many words is for giving_up.py, who hands it over for
handing_over.py.
"""

import re
from collections.abc import Sequence

from mailbot.reading.account.absentees import absentees, are_those, is_said_before_names, joins_in, named_at
from mailbot.reading.account.believing import tells_of_plan
from mailbot.reading.account.reporting import reports_absence
from mailbot.reading.account.sent_instead import sent_by_others
from mailbot.reading.account.subjects import is_conditional
from mailbot.reading.account.talk import Talk
from mailbot.reading.account.unnamed_subjects import is_of_somebody_unnamed
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late

SEPARATELY = re.compile(r"\bzich ?zelf\b|\b(?:himself|herself|themselves)\b", re.IGNORECASE)
# What is said later and overrides what was said before: "Wim roept net dat hij bij nader inzien niet kan"
AFTER_ALL = re.compile(
    r"\b(?:bij nader inzien|toch niet|alsnog|zojuist|roept net|hoor net|net (?:af|bericht|gehoord)|blijkt|niet meer"
    r"|after all)\b",
    re.IGNORECASE,
)
TOO = re.compile(r"\b(?:ook|evenmin|eveneens|also|too|either|neither)\b", re.IGNORECASE)
READS_ALONG = re.compile(r"(?:lees|leest|lezen|kijk|kijkt|kijken)\b", re.IGNORECASE)
NO_SEAT = late(
    r"\bhoe(?:ft|ven) (?:\w+ ){0,4}?(?:niet|geen) (?:\w+ ){0,5}?(?:lijst|deelnemerslijst|plek|plaats|stoel|badge"
    r"|aangemeld|ingeschreven|geregistreerd|genoteerd|in te schrijven|aan te melden|te noteren|te registreren"
    r"|op te nemen)\b|\b(?:doesn't|does not|don't) need (?:\w+ ){0,3}?(?:seat|place|badge|registering|registration)\b",
    re.IGNORECASE,
)
NEARBY = 200  # characters: further off such words are about something else


def stays_away(talk: Talk, clause: Clause, people: list[Person]) -> None:
    """`people`: whom the clause names or, where it names nobody, is about."""
    if is_conditional(talk.text, clause):
        _suppose(talk, clause, people)
        return
    sent = sent_by_others(talk.text, clause, people)
    for person in sent:
        person.mark_coming(person.spans[-1][0])
    people = [person for person in people if person not in sent]
    known = people or talk.recent
    if not known and are_those(talk.text, clause) and not clause.has("i", "we"):
        return  # somebody without a name
    if known and reports_absence(talk.text, clause):
        for person in known:
            leave(talk, person, clause)  # "moet ik u berichten dat hij niet aanwezig zal zijn"
        return
    if known and _reads_along(talk.text, clause):
        for person in known:
            person.explained = True  # "Wim meld ik hierbij aan, hij leest mee in de cc"
        return
    if known and _is_not_the_writers_to_do(clause, known):
        for person in known:
            person.explained = True
        return
    if not _sees_to_it_later(clause, known):
        talk.note_perhaps(clause)
    if clause.has("lingers") and (people or clause.has("he")):
        talk.account.doubt("unclear_person")  # "Wim haalt me op en blijft de hele dag"
    _note_booked(talk, clause, people)
    if people and is_said_before_names(clause):
        people = [p for p in people if joins_in(talk.text, clause, p)]
    if not people and is_of_somebody_unnamed(talk.text, clause, talk.sentence[0]):
        return  # "de burgemeester zelf komt niet"
    for person in absentees(talk, clause, people):
        leave(talk, person, clause)
    _cancel_too(talk, clause, people)


def _sees_to_it_later(clause: Clause, people: Sequence[Person]) -> bool:
    """ "Wim twijfelt nog en meldt zich zelf als hij wil": whether he comes is put in no doubt here, but left to him."""
    of_others = bool(people) and not any(person.is_writer or person.comes for person in people)
    return of_others and clause.has("by_themselves") and not clause.has("i", "we", "me", "us")


def _is_not_the_writers_to_do(clause: Clause, people: Sequence[Person]) -> bool:
    """ "Els wordt al door haar secretaresse aangemeld, zij hoeft er niet via mij bij": on the list she stays."""
    booked = all(person.booked and not person.is_writer for person in people)
    return booked and clause.has("through_me") and not clause.has("absent", "unable", "cancel")


def _reads_along(text: str, clause: Clause) -> bool:
    """Whether no more is said of somebody: who only gets a copy comes by no such word, and stays away by none."""
    cue = clause.first("stays")
    if cue is None or clause.has("absent", "unable", "neg", "attend"):
        return False
    return READS_ALONG.match(text, cue.start, cue.end) is not None


def _cancel_too(talk: Talk, clause: Clause, people: list[Person]) -> None:
    """ "Wim meld ik hierbij af. Ook Els is verhinderd": whoever isn't there either is off the list, too."""
    cancelled = [person for person in talk.roster.people if person.cancels and not person.is_writer]
    named = [person for person in people if not person.is_writer and person.stays_away and not person.comes]
    if cancelled and named and TOO.search(talk.text, clause.start, clause.end):
        for person in named:
            person.cancels = True


def _suppose(talk: Talk, clause: Clause, people: list[Person]) -> None:
    """ "Mocht ik verhinderd zijn, dan laat ik dat weten": nobody stays away for that."""
    if not people and SEPARATELY.search(talk.text, clause.start, clause.end):
        for person in talk.recent:
            leave(talk, person, clause)  # "als zij ook wil, meldt ze zich zelf"
    talk.supposed = talk.sentence


def _note_booked(talk: Talk, clause: Clause, people: list[Person]) -> None:
    """ "Ik kan niet komen en was al aangemeld", "dat wij zouden komen, gaat niet door"."""
    booked = clause.has("already") and clause.has("i") and not clause.has("unbooked")
    planned = clause.has("attend") and clause.has("i", "we") and tells_of_plan(talk.text, clause)
    if (booked or planned) and not people and talk.roster.writer is not None:
        talk.roster.writer.booked = True


def leave(talk: Talk, person: Person, clause: Clause) -> None:
    """Note that the person stays away, by that clause: of two contradictory words on a coming the later one counts
    only where it is told as news."""
    if person in talk.wished or person in talk.planned:
        person.comes = False  # "Wim zou meegaan, maar is ziek"
    elif person.comes and not person.is_writer and clause.has("by_themselves") and not person.enrolled:
        person.comes, person.explained = False, True  # "Wim gaat ook, maar die regelt dat zelf met u"
    elif person.comes and not (person.is_writer or person.enrolled) and _needs_no_seat(talk, clause):
        person.comes, person.explained = False, True  # "mijn tolk Wim komt mee, die hoeft niet op de lijst"
    elif person.comes and not person.is_writer and _comes_no_more(talk, clause):
        person.comes, person.dropped = False, True
    person.stays_away = True
    person.away_at = clause.start
    denied = clause.has("attend") and clause.has("neg")
    person.sure_away = person.sure_away or denied or clause.has("absent", "unable")
    own = clause.first("myself_too") or clause.first("me", "i") if person.is_writer else None
    at = named_at(person, clause)
    person.order = min(person.order, own.start if own else clause.start if at is None else at)


def _needs_no_seat(talk: Talk, clause: Clause) -> bool:
    said = NO_SEAT.search(talk.text, clause.start, clause.end)
    return said is not None and not clause.has("part", "absent", "unable")


def _comes_no_more(talk: Talk, clause: Clause) -> bool:
    start, end = max(talk.sentence[0], clause.start - NEARBY), min(talk.sentence[1], clause.end + NEARBY)
    return AFTER_ALL.search(talk.text, start, end) is not None
