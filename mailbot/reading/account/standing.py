"""What follows from a clause for who is on the list already: a registration spoken of as one that is made."""

import re
from collections.abc import Sequence

from mailbot.reading.account.absentees import BUT_I
from mailbot.reading.account.mentions import begins_with_verb, follows_relative
from mailbot.reading.account.ourselves import US
from mailbot.reading.account.rows import is_piece
from mailbot.reading.account.stance import Stance
from mailbot.reading.account.staying_away import leave
from mailbot.reading.account.talk import Talk
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late

# 'In uw bevestiging sta ik als "Elke Jongsma"': whatever name stands there
I_STAND = re.compile(
    r"\b(?:sta|stond|heet)\s+ik\b|\b(?:ik\s+(?:sta|stond|heet)|I\s+(?:am|appear|stand))\b", re.IGNORECASE
)
US_WHO = re.compile(r"\s*(?:die|who)\s(?:ons|had|have|both)\b(?!\s(?:team|college|bestuur))", re.IGNORECASE)
AND_I = re.compile(r"\b(?:en|and)\s(?:ik|ikzelf|I|myself),?\s*\Z", re.IGNORECASE)
ONESELF = re.compile(r"zich(?:zelf)?", re.IGNORECASE)
NOBODY_YET = re.compile(
    r"\b(?:nog|tot nu toe|eerder)\s+(?:\w+\s+)?(?:niets|niks|niemand)\b"
    r"|\b(?:niets|niks|niemand)\s+(?:\w+\s+){0,4}?eerder\b",
    re.IGNORECASE,
)

# "die hoeft u niet toe te voegen"; who "hoeft niet meer op de lijst" is to go
NEEDLESS = re.compile(
    r"\b(?:(?:u|jullie|je|you)\s(?:hoef\w*|needn't|need not|don't (?:need|have) to)|hoef\w*\s(?:u|jullie|je)"
    r"|no need (?:for you )?to|not necessary to|niet nodig (?:om )?(?:hem|haar|hen|ze))\b"
    r"(?!.{0,40}\b(?:meer|anymore|any more|any longer)\b)",
    re.IGNORECASE,
)


# "Zet haar maar bij mij, in ronde 2": to sit there, and no note at somebody's booking
PUTS_SOMEBODY = late(
    r"\b(?:zet|plaats|doe)\s(?:hem|haar|hen|ze|(?-i:[A-Z][\w'’-]+))\s(?:\w+\s){0,2}?(?:bij|naast)\b", re.IGNORECASE
)


MAAR = 16  # characters of the next clause: "maar bij mij"


def note_booking(talk: Talk, clause: Clause, stance: Stance, people: list[Person]) -> None:
    """ "Bij mijn inschrijving koos ik ...": a registration is spoken of as one that is made. Not so by who signs up
    in the same words: "hierbij mijn aanmelding"; nor is that of others the writer's own."""
    others = any(not person.is_writer for person in people) or (clause.has("him") and not clause.has("i", "me"))
    of_writer = not others or clause.has("me", "myself_too") or I_STAND.search(talk.text, clause.start, clause.end)
    if clause.has("noted_at") and not PUTS_SOMEBODY.search(talk.text, clause.start, clause.end + MAAR):
        _note_noted(talk, clause)
    if _performs(talk, clause, stance, others=others):
        talk.account.performs = True
    elif (clause.has("past") and not clause.has("lately")) or _is_of_others_doing(clause):
        return  # "vorig jaar heb ik mij bij u aangemeld"
    elif clause.has("booking") and of_writer and not clause.has("wish", "he", "unbooked"):
        talk.account.own_booking = True
    elif clause.has("booking") and clause.has("i", "we") and not clause.has("wish", "unbooked"):
        talk.account.booked_by_writer = talk.account.booked_several = True  # "van de drie die ik opgaf valt Wim af"
    elif clause.has("already") and _of_several(talk.text, clause) and not clause.has("wish", "unbooked", "neg"):
        # "van de vier collega's die wij hadden opgegeven valt Wim af"
        talk.account.booked_by_writer = talk.account.booked_several = True


def _note_noted(talk: Talk, clause: Clause) -> None:
    """ "Wilt u dat bij haar noteren?": of whom something can be noted, is on the list."""
    if clause.has("me", "mine") or not clause.has("him"):
        talk.account.own_booking = True
    else:
        _stand(_others(talk.recent))


def _performs(talk: Talk, clause: Clause, stance: Stance, *, others: bool) -> bool:
    """Whether that clause puts somebody on the list. "Ik wil graag komen" does where nothing was said of a
    registration before: what then is "mijn aanmelding" is this one."""
    if stance is not Stance.COMES or clause.has("part", "booking"):
        return False
    somebody = clause.has("i", "me", "we", "us") or others
    if clause.has("enrol", "seat"):
        return somebody and clause.has("hereby", "polite", "me", "modal")
    wants = (clause.has("attend") and somebody) or clause.has("enrol_noun")
    return not talk.account.own_booking and wants and clause.has("hereby", "polite", "modal")


def still_comes(talk: Talk, clause: Clause, people: Sequence[Person]) -> bool:
    """ "Ik kom gewoon, maar in een rolstoel", "Els en ik komen wel": behind words on a seat that they have, whoever
    comes all the same asks for none."""
    if not clause.has("remains") or clause.has("enrol", "seat", "replace", "instead"):
        return False
    account, writer = talk.account, talk.roster.writer
    own = account.own_booking or (writer is not None and writer.booked)
    if account.performs or account.enrols:
        return False
    if not _others(people):
        return own and clause.has("i", "me")
    if all(talk.text[c.start : c.end].endswith("wel") for c in clause.cues if c.kind == "remains"):
        return account.booked_several  # "Wim meldde ik aan, die is ziek. Noor komt wel": instead, perhaps
    return account.booked_by_writer or _undoes(talk) or all(person.booked for person in _others(people))


def stays_put(talk: Talk, clause: Clause, people: Sequence[Person]) -> bool:
    """ "Voor Noor en mij blijft alles zoals het was": of somebody, beside a seat that is given up, or behind a
    registration that was made."""
    if not clause.has("remains") or clause.has("part", "neg", "perhaps", "maybe") or clause.asks or _changes(clause):
        return False
    known = talk.context.known.booked or talk.account.booked_by_writer or talk.account.own_booking
    return bool((people or clause.has("me")) and (known or _undoes(talk)))


def needs_no_adding(talk: Talk, clause: Clause, people: Sequence[Person]) -> bool:
    """ "She has registered already, so no need to add her": who is on the list stays there."""
    if not clause.has("enrol") or clause.has("attend", "absent", "unable", "cancel") or not people:
        return False
    needless = NEEDLESS.search(talk.text, clause.start, clause.end) is not None
    return needless and all(person.booked and not person.is_writer for person in people)


def _changes(clause: Clause) -> bool:
    """Whether something is to be otherwise: not so by "aan Wim en mij verandert niets"."""
    same = [cue for cue in clause.cues if cue.kind == "remains"]
    changes = (cue for cue in clause.cues if cue.kind == "change")
    return any(not any(s.start <= cue.start and cue.end <= s.end for s in same) for cue in changes)


def _undoes(talk: Talk) -> bool:
    """Whether a seat was given up or handed over before."""
    undone = {Stance.CANCELS, Stance.REPLACES}.intersection(talk.account.said)
    return bool(undone) or talk.account.fewer is not None


def booked(talk: Talk, clause: Clause, people: list[Person]) -> None:
    """`people`: whom the clause names or, where it names nobody, is about."""
    if not people and follows_relative(talk.text, clause):
        people = _others(talk.recent)  # "Wim, die al op de lijst staat, tipte mij"
    elif follows_relative(talk.text, clause) and clause.has("passive", "indeed"):
        people = [*people, *(p for p in _others(talk.recent) if p not in people)]  # "Wim, die met Els is aangemeld"
    if talk.roster.writer is not None and _is_enrolled_by_others(clause):
        for person in people:
            person.explained = True
        people = [talk.roster.writer]
    _note_remains(talk, clause, people)
    of_us = US_WHO.match(talk.text, clause.start, clause.end) or AND_I.search(talk.text, 0, clause.start)
    if people and talk.roster.writer is not None and of_us and follows_relative(talk.text, clause):
        talk.roster.writer.booked = True  # "Wim en ik, die ons hadden opgegeven", "Wim en ik, die al op de lijst staan"
    if people:
        if clause.has("remains"):
            talk.staying = [*talk.staying, *people]
        _note_writer_beside(talk, clause)
        if not (all(p.comes or p.is_writer for p in people) and _is_settled_elsewhere(talk, clause)):
            _stand(people)  # not so who is listed for June, "en stond al ingeschreven voor 30 maart"
    elif enrolled := _enrolled_by_writer(talk, clause):
        talk.account.booked_by_writer = talk.account.booked_by_writer or clause.has("i", "we")
        _stand(enrolled)
    else:
        _note_writer(talk, clause)
        if clause.has("he") and not clause.has("i", "me"):
            _stand(talk.recent)


def _is_enrolled_by_others(clause: Clause) -> bool:
    """ "Petra Bos heeft mij vorige week opgegeven": it is the writer who is on the list. Not so "Wim is met mij
    aangemeld"."""
    if (
        not clause.names
        or not clause.has("me")
        or clause.has("i", "him", "we", "us", "passive", "with_me", "companion")
    ):
        return False
    enrolled = [cue for cue in clause.cues if cue.kind == "already"]
    own = [cue.start for cue in clause.cues if cue.kind == "me"]
    said = any(cue.start <= at < cue.end for cue in enrolled for at in own)
    return said and all(name.end <= at for name in clause.names for at in own)


def _others(people: Sequence[Person]) -> list[Person]:
    return [person for person in people if not person.is_writer]


def _stand(people: Sequence[Person]) -> None:
    for person in people:
        person.booked = True


def _note_remains(talk: Talk, clause: Clause, people: list[Person]) -> None:
    """ "Ronde 1 blijft staan": not so where the sentence is about one of several events."""
    here = [talk.sentence[0] <= at < talk.sentence[1] for at, _ in talk.events]
    if clause.has("remains") and clause.has("i", "me") and not people and (all(here) or not any(here)):
        talk.account.remains = talk.account.remains or not _is_of_letters(clause)


def _is_of_letters(clause: Clause) -> bool:
    """ "I'd be grateful to stay on your mailing list": that is no seat."""
    lists = [cue for cue in clause.cues if cue.kind in ("other_list", "belonging")]
    stays = [cue for cue in clause.cues if cue.kind == "remains"]
    return all(any(cue.start < o.end and o.start < cue.end for o in lists) for cue in stays)


def _note_writer_beside(talk: Talk, clause: Clause) -> None:
    """ "Ik had mij en Wim Smit aangemeld": the writer stands there, too, and has enrolled others."""
    if _is_of_others_doing(clause):
        return
    beside = clause.has("i") or (clause.has("myself_too") and (clause.has("remains") or is_piece(talk.text, clause)))
    if talk.roster.writer is not None and beside and clause.has("me", "myself_too"):
        talk.roster.writer.booked = True
    talk.account.booked_by_writer = talk.account.booked_by_writer or clause.has("i", "we", "me", "us")


def _is_of_others_doing(clause: Clause) -> bool:
    """ "Ik hoorde van Wim dat hij zich heeft aangemeld": by himself, and the writer only heard of it."""
    return clause.has("reported") and clause.has("him") and not clause.has("me")


def _enrolled_by_writer(talk: Talk, clause: Clause) -> list[Person]:
    """Whom "ik had haar bij u aangemeld" means; not so "de buren melden zich zelf", which tells by its verb of whom."""
    others = any(cue.kind == "him" and not ONESELF.fullmatch(talk.text, cue.start, cue.end) for cue in clause.cues)
    goes_on = clause.has("him") and begins_with_verb(talk.text, clause)  # "Wim gaat ook. Heeft zich al aangemeld."
    of_them = (others or goes_on) and not clause.has("me", "us", "he", "neg")
    return _others(talk.recent) if of_them else []


def _of_several(text: str, clause: Clause) -> bool:
    """Whether it is others whom the writer has put on the list: "de vier mensen die ik had aangemeld"."""
    several = clause.has("party", "also_group") and clause.has("i", "we")
    ourselves = any(cue.kind == "us" and US.match(text, cue.start, clause.end) for cue in clause.cues)
    return several and not (ourselves or clause.has("me", "myself_too", "with_me"))


def _note_writer(talk: Talk, clause: Clause) -> None:
    """ "Ik sta al op de lijst": not so "hij is door mij niet aangemeld", "die zich al opgaf"."""
    if _of_several(talk.text, clause):
        return
    of_writer = clause.has("i", "me") and not clause.has("neg") and not (clause.has("him") and not clause.has("me"))
    if of_writer and talk.roster.writer is not None and not _is_settled_elsewhere(talk, clause):
        talk.roster.writer.booked = True
        talk.account.booked_at = clause.start


def _is_settled_elsewhere(talk: Talk, clause: Clause) -> bool:
    """Whether one event is arranged, and the mail is about another."""
    start, end = clause.start, clause.end
    if not talk.is_about_event(clause):
        start, end = talk.sentence  # "de dag van 30 maart, waar ik al voor sta ingeschreven"
    here = [start <= at < end for at, _ in talk.events]
    return any(here) and not all(here)


def note_occupied(talk: Talk, clause: Clause, people: list[Person]) -> None:
    """ "Ik sta op de lijst, maar ik moet die dag naar de rechtbank": who is booked, and elsewhere that day; or, behind
    a "maar", elsewhere or ill."""
    writer = talk.roster.writer
    if writer is None or people or not (writer.booked or talk.account.own_booking) or clause.has("neg", "part"):
        return
    there = clause.has("that_day") or talk.is_about_event(clause)
    own = clause.has("i")
    if talk.last.stance is Stance.BOOKED and (but := BUT_I.match(talk.text, clause.start, clause.end)):
        there, own = True, own or but["verb"] is not None
    if there and own and clause.has("stays", "away") and not clause.has("attend", "remains", "he"):
        leave(talk, writer, clause)


def is_never_booked(talk: Talk, clause: Clause) -> bool:
    """ "Wim stond nog nergens ingeschreven": whoever takes over, no seat of his is given up."""
    if not clause.has("unbooked"):
        return False
    if not clause.names and NOBODY_YET.search(talk.text, clause.start, clause.end):
        for person in talk.roster.people:
            person.unbooked = not person.is_writer  # "er was van ons nog niets bij u opgegeven"
        return False
    if clause.has("i", "me", "we"):
        writer = talk.roster.writer
        # "daar had ik me ook niet voor opgegeven"; not so where that is the other event, beside a seat that they have
        if writer is not None and not (_is_settled_elsewhere(talk, clause) and (writer.booked or writer.cancels)):
            writer.unbooked = True
        return False
    people = [talk.roster.mention(found) for found in clause.names] or list(talk.recent)
    for person in people:
        person.unbooked = not person.is_writer
    return any(person.unbooked for person in people)
