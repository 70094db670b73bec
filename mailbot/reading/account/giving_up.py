"""What follows from a clause that gives up a seat: whose it is, or how many fall out.

"Wilt u hem afmelden", "zijn aanmelding trekken wij in", "er vallen er twee af". Who only stays away, and perhaps never
had a seat, is for staying_away.py; a seat that goes to somebody else, for handing_over.py.
"""

import re

from mailbot.reading.account.absentees import is_said_before_names, joins_in, named_at
from mailbot.reading.account.references import OBJECT
from mailbot.reading.account.reservations import is_for_whoever
from mailbot.reading.account.substitution import OF_OTHER
from mailbot.reading.account.supposing import is_only_supposed
from mailbot.reading.account.talk import Talk
from mailbot.reading.account.withdrawing import has_told_you, others_withdrew, withdrew
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cue_phrases import number
from mailbot.reading.letter.cues import tokens
from mailbot.reading.lexicon import words
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.late import late

YOURS = re.compile(r"\b(?:u|jullie|jij)\s+(?:zich|u|je)\b", re.IGNORECASE)  # "dat u zich moest afmelden"
# "Wilt u ons tweeën van de lijst halen?": not so "een van ons tweeën"
US_ALL = re.compile(r"(?<!van )\bons (?:beiden?|allebei|alle(?:maal|n)|twee\w*|drie\w*|vier\w*)\b", re.IGNORECASE)
INSTEAD = re.compile(r"in plaats van|i\.?p\.?v\.?|instead of", re.IGNORECASE)
DATE = late(rf"\b\d{{1,2}}\s+(?:{any_of(words('dates', 'months'))})\b", re.IGNORECASE)
GROUP = re.compile(r"(?:duo|trio|kwartet|\w{3,5}tal)\b", re.IGNORECASE)
REMAINS = re.compile(r"\b(?:alleen|slechts|enkel|over|only)\b", re.IGNORECASE)
THEIRS = re.compile(r"\b(?:zijn|haar|hun|diens|his|her|their)\s+$", re.IGNORECASE)
# What the place on the list is called: "mijn naam", "die aanmelding"
REGISTRATION = (
    r"(?:naam|deelname|aanmelding|inschrijving|opgave|komst|aanwezigheid|plek|plaats|zitplaats|stoel|kaartje)"
)
OURS = late(
    rf"\b(?:mijn|m'n|onze|my|our)\s+(?:eigen\s+|own\s+)?(?:{REGISTRATION}|name|registration|seat|place|spot)\b",
    re.IGNORECASE,
)
OUR_SEATS = late(
    r"\b(?:onze|our)\s(?:(?:beide|alle|twee|drie|vier|vijf|both|two|three|\d)\s)*"
    r"(?:stoelen|plekken|plaatsen|zitplaatsen|kaartjes|namen|inschrijvingen|aanmeldingen|seats|places|names|registrations)\b",
    re.IGNORECASE,
)
THAT_SEAT = late(rf"\b(?:die|deze|bovenstaande|genoemde|that|this)\s+{REGISTRATION}\b", re.IGNORECASE)


def cancels(talk: Talk, clause: Clause, people: list[Person]) -> None:
    """`people`: whom the clause names or, where it names nobody, is about."""
    if has_told_you(talk.text, clause):
        for person in people:
            person.unbooked = person.explained = not person.is_writer
        return
    if not people and YOURS.search(talk.text, clause.start, clause.end):
        return
    if is_only_supposed(talk.text, clause):
        talk.account.doubt("condition")
        return
    if not people and _counts_a_date(talk.text, clause) and talk.is_about_another_event(clause):
        return  # "Helaas valt 30 maart af. Zet mij op de lijst voor juni.": no seat was ever held there
    if not is_for_whoever(clause):
        talk.note_perhaps(clause)
    if talk.things:
        talk.account.doubt("unclear_sentence")
    if clause.has("fewer") and not clause.names and not _counts_a_date(talk.text, clause):
        _fall_out(talk, clause)
        return
    givers = _givers(talk, clause, people)
    for person in givers:
        _give_up(talk, person, clause)
    if not givers:
        _note_nobodys(talk, clause)


def _counts_a_date(text: str, clause: Clause) -> bool:
    """ "Helaas valt 20 juni bij mij weg": nobody is counted."""
    cue = clause.first("fewer")
    return cue is not None and DATE.search(text, cue.start, cue.end) is not None


def _fall_out(talk: Talk, clause: Clause) -> None:
    """ "Er vallen er twee af": who, other words tell."""
    if talk.roster.writer is not None and US_ALL.search(talk.text, clause.start, clause.end):
        talk.roster.writer.cancels = True
    talk.account.fewer = _number_in(talk.text, clause)


def _number_in(text: str, clause: Clause) -> int:
    """How many: the first number of "twee van de drie", or of "vallen er twee af"; 0 where it is none."""
    cue = clause.first("fewer")
    values = [number(t.word) for t in tokens(text, cue.start, cue.end)] if cue else []
    counts = [value for value in values if value is not None]
    if len(counts) == 2 and cue is not None and INSTEAD.search(text, cue.start, cue.end):
        return counts[1] - counts[0]  # "met z'n tweeën in plaats van drieën"
    if counts and cue is not None and REMAINS.search(text, cue.start, cue.end):
        return max(counts[0], 2) - (counts[1] if len(counts) > 1 else 1)  # "van ons tweeën ziet u alleen mij"
    if len(counts) == 2 and cue is not None and GROUP.match(text, cue.start):
        return counts[1]  # "ons drietal haakt er één af"
    return counts[0] if counts else 0


def _givers(talk: Talk, clause: Clause, people: list[Person]) -> tuple[Person, ...]:
    """Whose seats are given up."""
    writer = talk.roster.writer
    givers = tuple(people) or _unnamed_givers(talk, clause)
    told_us = clause.has("with_writer")  # "Wim heeft zich afgemeld bij mij en komt niet"
    named_too = clause.has("myself_too") and not told_us
    beside = bool(people) and (named_too or _is_joined_by(talk.text, clause, people[0]))
    if beside and writer is not None and writer not in givers:
        return (*givers, writer)  # "mijn collega Wim en mijzelf afmelden"
    return givers


def _is_joined_by(text: str, clause: Clause, person: Person) -> bool:
    """ "Ik moet zelf afzeggen en ook Wim gaat niet": what the writer does was said before others are named."""
    return is_said_before_names(clause) and joins_in(text, clause, person)


def _unnamed_givers(talk: Talk, clause: Clause) -> tuple[Person, ...]:
    """Whose seat is given up where the clause names nobody: "wilt u hem afmelden", "ik meld me af", "alle drie"."""
    writer = talk.roster.writer
    cue = clause.first("cancel")
    if cue is not None and talk.recent and THEIRS.search(talk.text, clause.start, cue.start):
        return tuple(talk.lately_absent()[:1])  # "zijn aanmelding trekken wij hierbij in"
    if cue is not None and OF_OTHER.match(talk.text, cue.start, cue.end):
        return tuple(talk.lately_absent()[:1])  # "zijn plek mag naar iemand anders"
    if THAT_SEAT.search(talk.text, clause.start, clause.end) and not clause.has("me", "mine"):
        booked = [person for person in talk.recent if person.booked and not person.is_writer]
        if booked:
            return tuple(booked)  # "Ik had Wim aangemeld. Die aanmelding moet ik intrekken."
    of_writer = clause.has("i", "me", "we", "us") or OURS.search(talk.text, clause.start, clause.end) is not None
    if clause.has("he", "him") and talk.recent and (not of_writer or _is_object(talk.text, clause)):
        return _who_leaves(talk)
    ours = OUR_SEATS.search(talk.text, clause.start, clause.end) is not None
    everybody = ours or clause.has("we", "us", "all")
    if not (of_writer or everybody) or writer is None:
        return ()
    if clause.opens and not clause.has("i", "me"):
        return ()  # "van ons drieën valt af:", and the name follows
    talk.note_group(clause)
    talk.account.group_leaves = talk.account.group_leaves or ours
    leaving = tuple(p for p in talk.roster.people if p.stays_away) if everybody else ()
    return leaving or (writer,)


def _who_leaves(talk: Talk) -> tuple[Person, ...]:
    """Whom "hem" means where a seat is given up: whom the last words were about, but nobody who stays ("Voor Noor en
    mij verandert niets. Haalt u alleen hem van de lijst?")."""
    leaving = tuple(person for person in talk.recent if person not in talk.staying)
    return leaving or tuple(person for person in talk.lately_absent() if person not in talk.staying)[:1]


def _is_object(text: str, clause: Clause) -> bool:
    """ "Hij vroeg mij hem af te melden": the last pronoun before the verb is whose seat it is."""
    place, verb = OBJECT.search(text, clause.start, clause.end), clause.first("cancel")
    if place is None or (verb is not None and place.start() > verb.end):
        return False  # "wilt u mij uitschrijven en haar inschrijven?"
    own = [cue.start for cue in clause.cues if cue.kind in ("me", "us", "myself_too")]
    return not own or max(own) < place.start()


def _give_up(talk: Talk, person: Person, clause: Clause) -> None:
    at = named_at(person, clause)
    own = clause.first("myself_too") or clause.first("me", "i") if person.is_writer else None
    person.withdrew = (person.withdrew or not person.cancels) and withdrew(talk.text, clause)
    person.cancels, person.comes = True, person.comes and person not in talk.planned
    person.order = min(person.order, at if at is not None else own.start if own else clause.start)


def _note_nobodys(talk: Talk, clause: Clause) -> None:
    """Note a seat that is given up, of somebody who isn't named."""
    if clause.has("also_group") and not clause.has("i", "me", "we", "us", "anyone"):
        talk.account.doubt("unclear_person")  # "mijn collega's moeten afzeggen": which?
    elif others_withdrew(talk.text, clause):
        talk.account.others_withdrew = True
    else:
        talk.account.implied_cancel = True
