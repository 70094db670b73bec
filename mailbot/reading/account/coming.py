"""What follows from a clause by which somebody comes: who does, who is to be put on the list, who may come, too.

Which of those named it is, participants.py tells; whom it means without a name, pointing.py and company.py; whether
the writer comes, writers_part.py; and who has no name at all, companions.py.
"""

import re
from collections.abc import Sequence

from mailbot.reading.account.companions import note_companions, somebody_comes
from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.account.filling_in import fills_in
from mailbot.reading.account.handing_over import takes_what_was_given_up
from mailbot.reading.account.hesitation import is_put_off
from mailbot.reading.account.mentions import acts
from mailbot.reading.account.participants import is_mentioned, is_ruled_out, participants
from mailbot.reading.account.pointing import pointed_at
from mailbot.reading.account.sent_instead import sends_writer
from mailbot.reading.account.talk import Talk
from mailbot.reading.account.together import is_done_hereby
from mailbot.reading.account.writers_part import is_for_writer, writer_comes
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Seldom

WISHED = Seldom(
    late(r"\b(?:zou|zouden|had|hadden|wilde|wilden|wou|wouden|would|wanted)\b", re.IGNORECASE),
    ("zou", "had", "wild", "wou", "want"),
)
BESIDE = re.compile(r"(?:\ben|\band|&|,)\s+\Z")
GOES_ON = re.compile(r"\s*(?:,|\(|(?:en|and)\b)")
NEXT = 12  # characters: "namens collega "
BUT = re.compile(r"\s*(?:maar|but)\b")


def comes(talk: Talk, clause: Clause, people: list[Person]) -> None:
    """`people`: whom the clause names or, where it names nobody, is about."""
    if talk.asked_for and not clause.names and is_done_hereby(talk.text, clause):
        for person in talk.asked_for:
            person.mark_coming(clause.start, enrolled=True)
        return
    if fills_in(talk, clause, people):
        return
    if sends_writer(talk.text, clause):
        for person in people:
            person.stays_away = person.explained = True
        return
    ruled_out = [p for p in people if not p.is_writer and is_ruled_out(talk.text, clause, p)]
    for person in ruled_out:
        person.explained = True
    others = participants(talk.text, clause, people, rolling=talk.rolling)
    if is_put_off(talk, clause, others) or takes_what_was_given_up(talk, clause, others):
        return
    if talk.supposed == talk.sentence and others:
        talk.account.doubt("condition")  # "als ik niet kan, komt Wim"
    _likewise(talk, clause)
    _instead_of_denied(talk, clause, others)
    talk.account.enrols = talk.account.enrols or any(cue.kind == "enrol" for cue in coming_cues(clause))
    _note_wished(talk, clause, others)
    pointed = _mark(talk, clause, people, others)
    _count_up(talk, clause, others)
    left = [p for p in people if p not in others and not p.is_writer and p.name.given]
    _explain(talk, clause, left, ruled_out)
    _note_represented(talk, clause, left, others)
    _note_unclear(talk, clause, people, others)
    if is_for_writer(talk.text, clause, has_others=bool(others or pointed)):
        writer_comes(talk, clause)
    elif not people and not pointed:
        somebody_comes(talk.account, talk.text, clause)
    note_companions(talk.account, talk.text, clause, others)


def _likewise(talk: Talk, clause: Clause) -> None:
    """ "Graag aanmelden. Idem voor collega X": then the writer was meant before."""
    if clause.has("likewise") and talk.account.implied is not None and talk.roster.writer is not None:
        talk.roster.writer.mark_coming(talk.account.implied)


def _instead_of_denied(talk: Talk, clause: Clause, others: list[Person]) -> None:
    """ "Niet Wim maar Noor komt mee": where Wim is on the list, he gives up his seat to her."""
    denied, talk.denied = talk.denied, []
    if len(denied) == len(others) == 1 and BUT.match(talk.text, clause.start, clause.end):
        denied[0].stays_away = denied[0].sure_away = True
        talk.account.substitutions.append((denied[0], others[0]))


def _note_wished(talk: Talk, clause: Clause, others: Sequence[Person]) -> None:
    """Remember who only would come: "Wim zou meegaan", "was van plan te komen", and the next words may say that he is
    ill."""
    if not (clause.has("meant") or WISHED.search(talk.text, clause.start, clause.end)):
        return
    wished = [person for person in others if not (person.comes or person.is_writer)]
    talk.wished += wished
    if not clause.has("polite", "hereby"):
        talk.planned += wished


def _mark(talk: Talk, clause: Clause, people: list[Person], others: list[Person]) -> tuple[Person, ...]:
    """Mark all who come by the clause but the writer without a name; returns those whom it doesn't name."""
    asked = clause.has("enrol", "seat", "adds", "onto")
    for person in (*others, *(p for p in people if p.is_writer)):
        person.mark_coming(person.spans[-1][0], enrolled=asked)
    if people and not clause.names and all(person.is_writer for person in people):
        return ()  # "ondergetekende, die u verzoekt haar in te schrijven"
    pointed = pointed_at(talk, clause, others) or (() if others else talk.company.us(clause))
    _note_wished(talk, clause, pointed)
    pointed += talk.company.alongside(clause, talk.sentence)
    for number, person in enumerate(pointed):
        person.mark_coming(clause.start + number, enrolled=asked)
    talk.company.note_spoken_for(clause, people)
    for person in talk.company.both(clause):
        person.mark_coming(person.spans[-1][0], enrolled=asked)
        person.passing = False
    for person in talk.company.all_counted(clause, talk.history, talk.roster.writer):
        person.mark_coming(clause.start if person.is_writer else person.spans[-1][0], enrolled=asked)
        person.passing = False
        talk.account.unclear = [p for p in talk.account.unclear if p is not person]
    return pointed


def _count_up(talk: Talk, clause: Clause, others: list[Person]) -> None:
    """Remember who was named in a row, the writer in their place, for "de eerste" and "de tweede"."""
    writer, own = talk.roster.writer, clause.first("me", "myself_too", "i")
    if own is not None and own.kind == "i" and not _stands_in_row(talk.text, own):
        own = None  # "hierbij meld ik Els Bos en Wim Smit aan", "ik kom met Els Bos en Wim Smit"
    row = [(p.spans[-1][0], p) for p in others]
    if writer is not None and own is not None:
        row.append((own.start, writer))
    if len(row) > 1:
        talk.row, talk.in_list = [person for _, person in sorted(row, key=lambda place: place[0])], False


def _stands_in_row(text: str, own: Cue) -> bool:
    """ "Els Bos en ik", "ik, Els Bos en Wim Smit"."""
    return BESIDE.search(text, max(0, own.start - 8), own.start) is not None or GOES_ON.match(text, own.end) is not None


def _explain(talk: Talk, clause: Clause, left: list[Person], ruled_out: list[Person]) -> None:
    """Of those `left`, who are named and don't come, tell who is named for another reason ("aan Wim heb ik gevraagd om
    ook te komen"); of the rest nobody knows."""
    if not left:
        return
    acting = [n.start for n in clause.names if acts(talk.text, clause, n)]
    unsure = any(cue.kind == "wavers" and not _is_own(clause, cue) for cue in clause.cues)
    for person in left:
        mentioned = is_mentioned(talk.text, clause, person) or person.spans[-1][0] in acting or person in ruled_out
        if mentioned and not unsure:
            person.passing = True
        elif person.name.is_full:
            talk.account.unclear.append(person)


def _note_represented(talk: Talk, clause: Clause, left: list[Person], others: list[Person]) -> None:
    """ "Namens Ria Kok komt Bram Koster": whether hers was a seat, isn't told; she comes no more."""
    if not (others and clause.has("on_behalf")) or clause.has("i", "me", "him", "he", "enrol", "enrol_noun"):
        return
    ends = [cue.end for cue in clause.cues if cue.kind == "on_behalf"]
    for person in left:
        if person.name.is_full and any(0 <= person.spans[-1][0] - end <= NEXT for end in ends):
            person.explained = True
            talk.account.doubt("unclear_substitution")


def _is_own(clause: Clause, wavering: Cue) -> bool:
    """Whether it is the writer who wavers, and only politely: "Wim told me of your day, and I would like to come"."""
    wishes = any(cue.kind == "modal" and cue.start == wavering.start for cue in clause.cues)
    return wishes and any(cue.kind == "i" and wavering.start - cue.end == 1 for cue in clause.cues)


def _note_unclear(talk: Talk, clause: Clause, people: list[Person], others: list[Person]) -> None:
    if clause.has("speaks_also"):
        talk.account.unclear += [p for p in people if not p.is_writer]
    if clause.has("escorts") and clause.has("i", "we", "me"):
        talk.account.unclear += others or talk.recent  # "ik zal haar vergezellen": then she comes, too


def later(talk: Talk, clause: Clause, people: list[Person]) -> None:
    """ "Volgende keer kom ik graag": put off, and a person should see when. Not so what is put off of others alone, of
    whom nothing is asked now: "Wim meldt zich zelf, neem hem dus nog niet op"."""
    others = people or (talk.recent if clause.has("he", "him") else ())
    of_others = others and not any(p.is_writer or p.comes for p in others) and not clause.has("i", "we", "us", "me")
    if not (of_others and clause.has("you", "enrol", "enrol_noun", "seat")) or clause.has("wavers", "maybe", "if"):
        if not talk.settled.is_over(clause):
            talk.account.doubt("later")
        return
    for person in others:
        person.explained = True
