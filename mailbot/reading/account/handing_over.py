"""What follows from a clause by which a seat goes from one to another: who gives it up, who takes it."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from mailbot.reading.account.absentees import is_of_them
from mailbot.reading.account.replacing import instead_of, one_out_one_in
from mailbot.reading.account.substitution import EXCHANGE, OF_OTHER, OF_WRITER, TO_WRITER, handed_over
from mailbot.reading.account.talk import Talk
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue
from mailbot.reading.names import NameFound
from mailbot.reading.names.people import Person, is_misspelling
from mailbot.reading.text.late import late

# Between names: "in plaats van Wim of Noor komt Piet"
JOINED = re.compile(r"\s*(?:of|en|or|and)\s", re.IGNORECASE)
LIKE = re.compile(r"\b(?:net|zo|evenals|zoals|just|same)\s+$", re.IGNORECASE)  # "net als ik" sets no condition
# "In hun plaats", "daarvoor in de plaats": of all who leave
OF_THEM_ALL = late(r"\b(?:hun|their)\b|\b(?:daar|er|hier) ?voor in de plaats\b", re.IGNORECASE)
OURS = re.compile(r"\b(?:onze|ons|our|us|we|wij|beide|both)\b", re.IGNORECASE)


def replaces(talk: Talk, clause: Clause, people: list[Person]) -> None:
    if talk.things and not people:
        return  # "Mijn nummer klopt niet meer. Kunt u dat vervangen door 06 34 71 20 58?"
    if talk.supposed == talk.sentence or _is_in_case(talk, clause):
        talk.account.doubt("condition")  # "mocht ik ziek worden, dan gaat Wim in mijn plaats"
    elif _only_might(clause):
        talk.account.doubt("alternative")
    for person in talk.denied:
        person.explained = person.explained or not person.booked  # "niet Wim maar Noor komt in mijn plaats"
    if (replaced := instead_of(clause)) is not None:
        _takes_seat(talk, talk.roster.mention(replaced), clause, people)
        return
    if (exchange := one_out_one_in(clause)) is not None:
        _out_and_in(talk, clause, *exchange)
        return
    cue = clause.first("replace", "transfer", "swap")
    if cue is None and clause.has("made_of"):
        _made_of(talk, clause, people)
        return
    off = clause.first("off")
    if off is not None and clause.has("onto"):
        _off_and_on(talk, clause, off, people)
    elif cue is None:
        _named_behind(talk, clause, people)
    elif not people and EXCHANGE.search(talk.text, cue.start, cue.end):
        _exchange(talk, clause)
    else:
        _hands_over(talk, clause, cue, people)


def _out_and_in(talk: Talk, clause: Clause, leaves: NameFound | None, comes: NameFound) -> None:
    """ "Ik meld mij af en Wim Smit aan": the one gives up a seat, the other asks for one."""
    gone = talk.roster.mention(leaves) if leaves is not None else talk.roster.writer
    taker = talk.roster.mention(comes)
    if gone is None or gone is taker or taker.is_writer:
        talk.account.doubt("unclear_substitution")
        return
    pass_seat(talk, clause, gone, taker)


def _made_of(talk: Talk, clause: Clause, people: list[Person]) -> None:
    """ "De bevestiging is voor Noor, maakt u er Wim van?", "kunt u van Noor Wim maken?": the last name takes the
    seat of the one before, or of whom the talk was about; not so another spelling of the same name."""
    others = [person for person in people if not person.is_writer]
    if not others:
        return
    taker = others[-1]
    gone = next((p for p in (*others[:-1], *talk.lately_absent()) if p is not taker), talk.roster.writer)
    if gone is None or is_misspelling(taker.name, gone.name) or taker.name.given == gone.name.given:
        talk.account.doubt("unclear_substitution")
        return
    pass_seat(talk, clause, gone, taker)


def _is_in_case(talk: Talk, clause: Clause) -> bool:
    """ "Wim zou eventueel kunnen komen als ik ziek word": not so "Wim, net als ik adviseur, neemt mijn plaats in"."""
    conditions = [cue for cue in clause.cues if cue.kind == "if"]
    real = any(not LIKE.search(talk.text, clause.start, cue.start) for cue in conditions)
    return real or clause.has("perhaps", "maybe")


def _only_might(clause: Clause) -> bool:
    """ "Wim zou mijn plaats kunnen innemen": who may, and of whom nobody says that they do. Not so what is asked for,
    "zou Wim mijn plaats kunnen innemen?"."""
    return clause.has("might_do") and not (clause.asks or clause.has("you", "polite"))


def _hands_over(talk: Talk, clause: Clause, cue: Cue, people: list[Person]) -> None:
    writer = talk.roster.writer
    if _take_the_seats_of_all(talk, clause, cue, people):
        return
    if not people and is_of_them(talk.text, clause):
        people = list(talk.recent)  # "zij neemt mijn plaats over"
    words = talk.text[cue.start : cue.end]
    if not people and OF_WRITER.search(words) and OF_OTHER.search(words) and not TO_WRITER.search(words):
        people = list(talk.recent)  # "schrapt u mij en noteert u hem?"
    swap = handed_over(talk.text, clause, cue, people, writer=writer, others=talk.lately_absent())
    if swap.gone is not None and swap.gone.comes and clause.has("stays"):
        for person in swap.coming:
            person.passing = True  # "ik kom, Wim valt dan voor mij in": at work
        return
    if swap.gone is not None and any(is_misspelling(p.name, swap.gone.name) for p in swap.coming):
        talk.account.doubt("unclear_substitution")  # "een bevestiging op naam van Sytse IJntema": it is a spelling
        return
    swapped = [person for pair in talk.account.substitutions for person in pair]
    if swapped and not clause.names and all(person in swapped for person in (*swap.coming, *people)):
        return  # "could you put the badge in her name?", said after who takes whose seat
    for person in swap.coming:
        if swap.gone is not None:
            pass_seat(talk, clause, swap.gone, person)
        else:
            person.mark_coming(clause.start)
    talk.given_up = None if swap.coming else swap.gone
    too_many = len(swap.coming) > 1 and not OURS.search(talk.text, clause.start, clause.end)
    if not swap.is_clear or too_many:  # "kan mijn plek naar Wim of Noor?"
        talk.account.doubt("unclear_substitution")


def _take_the_seats_of_all(talk: Talk, clause: Clause, cue: Cue, people: list[Person]) -> bool:
    """ "Wim en Noor vallen af. Daarvoor in de plaats komen Bo Kok en ikzelf": all who leave, and all who come."""
    if OF_THEM_ALL.search(talk.text, cue.start, cue.end) is None or clause.asks:
        return False
    leaving = [p for p in talk.lately_absent() if (p.stays_away or p.cancels) and not p.is_writer and p not in people]
    left = [gone for gone, _ in talk.account.substitutions]
    gone = sorted((p for p in leaving if p not in left), key=lambda person: person.order)
    coming = [p for p in people if not p.is_writer]
    own = clause.first("i", "myself_too")
    if talk.roster.writer is not None and own is not None:
        coming.append(talk.roster.writer)
    if not gone or not coming:
        return False
    for taker in coming:  # in the order in which they are named
        taker.mark_coming(own.start if taker.is_writer and own is not None else taker.spans[-1][0])
    for leaver, taker in zip_longest(gone[: len(coming)], coming, fillvalue=gone[-1]):
        pass_seat(talk, clause, leaver, taker)
    for leaver in gone[len(coming) :]:
        pass_seat(talk, clause, leaver, coming[-1])
    return True


def _off_and_on(talk: Talk, clause: Clause, off: Cue, people: list[Person]) -> None:
    """ "Wim mag eraf, Sanne erop", "ik eruit, Wim erin", "en mij zet u erop": who is told with which of the two."""
    onto = next(cue for cue in clause.cues if cue.kind == "onto")
    first, second = sorted((off, onto), key=lambda cue: cue.start)
    one = _told_between(talk, clause, people, clause.start, first.start)
    other = _told_between(talk, clause, people, first.end, second.start)
    gone, taker = (one, other) if first is off else (other, one)
    if gone is None or taker is None or gone is taker:
        talk.account.doubt("unclear_substitution")
        return
    pass_seat(talk, clause, gone, taker)


def _told_between(talk: Talk, clause: Clause, people: list[Person], start: int, end: int) -> Person | None:
    """The one person named there, or else the writer, who says "ik" or "mij"."""
    named = [p for p in people if any(start <= at < end for at, _ in p.spans)]
    own = any(cue.kind in ("i", "me", "myself_too") and start <= cue.start < end for cue in clause.cues)
    if named:
        return named[0] if len(named) == 1 else None
    return talk.roster.writer if own else None


def _named_behind(talk: Talk, clause: Clause, people: list[Person]) -> None:
    """ "Mijn opvolger gaat in mijn plaats: Wim Smit": the name behind the colon is who takes the seat."""
    taker = next((p for p in people if not p.is_writer), None)
    if taker is None or talk.given_up is None:
        talk.account.doubt("unclear_substitution")
        return
    pass_seat(talk, clause, talk.given_up, taker)
    talk.account.doubts.remove("unclear_substitution")
    talk.given_up = None


def _exchange(talk: Talk, clause: Clause) -> None:
    """ "Willen jullie de namen omwisselen?": who takes over from whom, other sentences may have told."""
    writer = talk.roster.writer
    others = {id(p): p for p in talk.history if not p.is_writer}
    if talk.account.substitutions:
        return
    if writer is None or len(others) != 1:
        talk.account.doubt("unclear_substitution")
        return
    (taker,) = others.values()
    pass_seat(talk, clause, writer, taker)


def _takes_seat(talk: Talk, gone: Person, clause: Clause, people: list[Person]) -> None:
    """ "In plaats van Wim komt Noor": the other names in the clause, or the writer, take that seat."""
    if any(JOINED.match(talk.text, name.end) for name in clause.names):
        talk.account.doubt("unclear_substitution")
    coming = [p for p in people if p is not gone]
    if not coming and clause.has("i") and talk.roster.writer is not None and gone is not talk.roster.writer:
        coming = [talk.roster.writer]
    for person in coming:
        person.mark_coming(clause.start)
        talk.account.substitutions.append((gone, person))
    gone.cancels, gone.order = bool(coming), min(gone.order, clause.start)
    if not coming and not (gone.is_writer and clause.has("spelling")):  # "Els de Wit in plaats van Els Bakker"
        talk.account.doubt("unclear_substitution")
        talk.given_up, talk.given_up_in = gone, talk.sentence


def takes_what_was_given_up(talk: Talk, clause: Clause, others: Sequence[Person]) -> bool:
    """ "In plaats van Wim, die verhinderd is, (komt Noor de Boer)": who takes the seat comes behind what is said of
    whoever gives it up."""
    gone = talk.given_up
    if gone is None or len(others) != 1 or talk.given_up_in != talk.sentence or others[0] is gone:
        return False
    pass_seat(talk, clause, gone, others[0])
    talk.account.doubts.remove("unclear_substitution")
    talk.given_up = None
    return True


def pass_seat(talk: Talk, clause: Clause, gone: Person, taker: Person) -> None:
    """Note that by that clause `taker` comes in the seat that `gone` gives up."""
    taker.mark_coming(clause.start)
    gone.cancels, gone.order = True, min(gone.order, clause.start)
    talk.account.substitutions.append((gone, taker))
