"""What a clause says about coming: whether those spoken of come, stay away, give up or hand over a seat, or none of it.

The pieces are cue phrases (lexicon/cues.*.toml); here is how they combine: a verb of coming or enrolling, turned by a
negation, undone by "already" or "not yet", and overruled by words that only look like it ("kwam ik tegen").
"""

from enum import StrEnum
from functools import lru_cache

from mailbot.reading.account.business import is_of_something_else
from mailbot.reading.account.enquiry import asks_about_others, asks_how_to_leave, enquires
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue
from mailbot.reading.names import NameFound


class Stance(StrEnum):
    """What a clause does with the people that it speaks of."""

    COMES = "comes"
    STAYS_AWAY = "stays_away"
    CANCELS = "cancels"
    REPLACES = "replaces"  # somebody takes somebody's seat
    BOOKED = "booked"  # said to be on the list already
    LATER = "later"  # expressly not now
    NOTHING = "nothing"


@lru_cache(maxsize=128)  # of each clause of a letter it is asked several times
def stance_of(clause: Clause, *, about_event: bool = False, booked: bool = False) -> Stance:
    """The first of these that holds decides: what undoes a thing is said with the words of what it undoes.

    `about_event`: one of the events is meant in this clause ("willen op 30 maart ..."). `booked`: we have confirmed a
    registration of the writer's before, so that "wij komen gewoon" asks for nothing new.
    """
    if not clause.cues:
        return Stance.NOTHING
    coming = coming_cues(clause)
    if clause.has("lately") and clause.has("already") and clause.has("i") and clause.has("me"):
        return Stance.NOTHING if _live(clause, "neg") else Stance.BOOKED  # "een maand geleden heb ik mij aangemeld"
    if (
        _live(clause, "past")
        or clause.has("rhetoric")
        or (clause.has("usual") and not about_event)
        or asks_about_others(clause)
    ):
        return Stance.NOTHING
    if asks_how_to_leave(clause) or enquires(clause):
        return Stance.NOTHING
    # a round, a workshop, the lunch, the weekly day off: to skip it is not to stay away
    part = clause.has("part") or (clause.has("habit") and not about_event)
    denied = _live(clause, "neg")
    if _live(clause, "self_not") and not part:
        return Stance.CANCELS if clause.has("cancel") and not part else Stance.STAYS_AWAY
    if booked and clause.has("remains") and not (_live(clause, "replace") and clause.names):
        return Stance.BOOKED
    if part and clause.has("replace", "swap") and not clause.names and not clause.has("i", "me", "he", "him", "person"):
        return Stance.NOTHING  # "die tweede ronde mag worden vervangen door Vooroordelen Voorbij"
    if _live(clause, "replace") and not (clause.has("anyone") and not clause.names):
        return Stance.NOTHING if denied and not clause.names else Stance.REPLACES
    if instead_of(clause) is not None:
        return Stance.REPLACES
    free = clause.asks and clause.has("place_left")  # "zijn er nog plaatsen vrij?" gives none away
    if clause.has("off") and clause.has("onto") and clause.names:
        return Stance.REPLACES  # "Wim mag eraf, Sanne erop"
    if clause.has("swap") and len({name.name.given for name in clause.names}) > 1:
        return Stance.REPLACES  # "kunt u Wim Smit wijzigen in Noor de Boer?"
    if clause.has("swap") and clause.names and clause.has("me") and not clause.has("part"):
        return Stance.REPLACES  # "wilt u mij omwisselen met Wim Smit?"
    made = clause.first("made_of")
    if made is not None and any(made.start < name.start < made.end for name in clause.names) and not part:
        return Stance.REPLACES  # "maakt u er Wim Smit van?"
    if clause.has("transfer") and clause.names and not (clause.has("party") and clause.has("seat")):
        return Stance.REPLACES  # not so "drie plaatsen op naam van Wim, Noor en mij"
    if clause.has("undone") or is_of_a_thing(clause):
        return Stance.NOTHING  # "de bevestiging van mijn afmelding": that was before
    if (_live(clause, "cancel") or _live(clause, "replace") or clause.has("fewer")) and not part and not free:
        return Stance.CANCELS
    later = _live(clause, "later") and not part and (coming or clause.has("enrol_noun", "neg"))
    if (later or _live(clause, "not_yet")) and not clause.has("unbooked"):
        return Stance.LATER
    if clause.has("unmissed") and not part and not (coming and negates(clause, coming)):
        return Stance.COMES  # "dat wil ik voor geen goud missen"
    if _live(clause, "absent") or _ends_unable(clause):
        return Stance.NOTHING if part else Stance.STAYS_AWAY
    if (last := _last_word(clause)) is not None:
        return last
    if clause.has("already") and not clause.has("wish", "with_writer"):
        if not (denied or clause.has("unbooked")):
            return Stance.BOOKED
        never = clause.has("unbooked") and coming and negates(clause, coming) and not part
        return Stance.STAYS_AWAY if never else Stance.NOTHING  # "ik sta niet op de lijst en kom ook niet"
    if coming and negates(clause, coming):
        return Stance.NOTHING if part else Stance.STAYS_AWAY
    if not clause.has("reported") and _signs_up(clause, coming, about_event=about_event):
        return Stance.COMES
    of_others = bool(clause.names) or clause.has("he", "him", "person") or not clause.has("i", "me", "we", "you")
    return Stance.STAYS_AWAY if _is_said_to_stay(clause) and of_others and not part else Stance.NOTHING


def _is_said_to_stay(clause: Clause) -> bool:
    """Not so "hij heeft geen andere verplichtingen"."""
    others = [cue for cue in clause.cues if cue.kind == "elsewhere"]
    return any(cue.kind == "stays" and not any(_takes_away(o, cue) for o in others) for cue in clause.cues)


def is_of_a_thing(clause: Clause) -> bool:
    """Whether what is cancelled or taken off a list is no seat: "mijn hotel is geannuleerd"."""
    if not (clause.has("belonging") and clause.has("cancel")) or clause.has("enrol_noun"):
        return False
    given_up = [cue for cue in clause.cues if cue.kind == "cancel"]
    things = [cue for cue in clause.cues if cue.kind == "belonging"]
    return not clause.names or any(c.start <= t.start and t.end >= c.end for c in given_up for t in things)


def _last_word(clause: Clause) -> Stance | None:
    """What a few words that leave out their verb say: "Wim niet", "Sanne Vos wel", "ik niet"."""
    short = clause.end - clause.start <= (FEW_LETTERS if clause.names else FEWER_LETTERS)
    if (
        not short
        or coming_cues(clause)
        or (clause.opens and clause.names)
        or not (clause.names or clause.has("i", "he"))
    ):
        return None
    if clause.has("remains", "stays", "wavers"):
        return None  # "Wim blijft waar hij is", "Noor kiest liever niet"
    ends = {cue.kind for cue in clause.cues if clause.end - cue.end <= TAIL and cue.language != "other"}
    if ("onto" in ends or "off" in ends) and (clause.names or _is_all_but_verb(clause)):
        return Stance.COMES if "onto" in ends else Stance.CANCELS  # "Sanne erop", "ik eraf"
    if clause.has("he") and not clause.names:
        return None
    if "neg" in ends:
        return Stance.STAYS_AWAY if clause.names or not clause.has("works") else None
    return Stance.COMES if "indeed" in ends and clause.names else None


def _is_all_but_verb(clause: Clause) -> bool:
    """ "Ik eraf": not so "ik verheug me erop"."""
    subject, place = clause.first("i", "he"), clause.first("onto", "off")
    return subject is not None and place is not None and 0 <= place.start - subject.end <= TAIL


FEW_LETTERS = 45  # "mijn collega's Wim Smit en Noor de Boer niet."
FEWER_LETTERS = 20  # "maar ik dus niet."


def _ends_unable(clause: Clause) -> bool:
    """Whether the clause ends with "kan niet": before another verb ("kan niet parkeren") that says nothing."""
    return clause.has("unable") and any(c.kind == "unable" and clause.end - c.end <= TAIL for c in clause.cues)


TAIL = 3  # characters: a full stop, a blank, a line end


def _live(clause: Clause, kind: str) -> bool:
    """Whether a cue of that kind stands here that no phrase of another meaning takes away ("kom niet uit Zwolle",
    "geen vervanger")."""
    if kind not in clause.kinds:
        return False
    others = [cue for cue in clause.cues if cue.kind in ("elsewhere", "no_denial", "no_substitute")]
    return any(cue.kind == kind and not any(_takes_away(other, cue) for other in others) for cue in clause.cues)


def _takes_away(other: Cue, cue: Cue) -> bool:
    """Whether they overlap, and `other` isn't only a part of a cancellation ("mijn deelname komt te vervallen")."""
    inside = cue.start <= other.start and other.end <= cue.end
    is_part = cue.kind == "cancel" and inside and other.end - other.start < cue.end - cue.start
    return other.start < cue.end and cue.start < other.end and not is_part


def instead_of(clause: Clause) -> NameFound | None:
    """Whose place somebody takes: the name right behind "in plaats van"; not a workshop's, nor a diet's."""
    for cue in clause.cues if clause.has("instead") else ():
        if cue.kind != "instead":
            continue
        name = next((n for n in clause.names if 0 < n.start - cue.end <= NEAR), None)
        pronouns = ("me", "us", "him", "replace")  # "in plaats van mij komt Wim"
        if name is not None and not any(c.kind in pronouns and cue.start <= c.start < name.start for c in clause.cues):
            return name
    return None


NEAR = 16  # characters: "in plaats van mijn collega Wim Smit"


def is_doubtful(clause: Clause) -> bool:
    """Whether a "perhaps" stands here that isn't part of a phrase without doubt ("zoveel mogelijk")."""
    if not clause.has("interest", "maybe"):
        return False
    sure = [cue for cue in clause.cues if cue.kind == "surely"]
    interest = [c for c in clause.cues if c.kind == "interest" and not any(o.start <= c.start < o.end for o in sure)]
    if interest and not clause.has("hereby") and not (clause.has("enrol") and clause.has("me")):
        return True  # "ik heb interesse om te komen"
    return bool(unsure_cues(clause))


def unsure_cues(clause: Clause) -> list[Cue]:
    """The "perhaps" in a clause that aren't part of a phrase without doubt."""
    sure = [cue for cue in clause.cues if cue.kind == "surely"]
    return [c for c in clause.cues if c.kind == "maybe" and not any(o.start <= c.start < o.end for o in sure)]


def is_reserved(clause: Clause) -> bool:
    """Whether a reservation stands here that isn't part of a phrase without doubt ("waarschijnlijk met de trein")."""
    if not clause.has("reserve"):
        return False
    sure = [cue for cue in clause.cues if cue.kind == "surely"]
    return any(cue.kind == "reserve" and not any(o.start <= cue.start < o.end for o in sure) for cue in clause.cues)


@lru_cache(maxsize=128)  # nearly every rule asks for them
def coming_cues(clause: Clause) -> tuple[Cue, ...]:
    """The cues of coming or enrolling that aren't part of a phrase meaning something else."""
    if not clause.has("attend", "enrol"):
        return ()
    overruling = ("elsewhere", "tba") if clause.has("i", "me", "we") else ("elsewhere", "tba", "stays")
    others = [cue for cue in clause.cues if cue.kind in overruling]
    if not clause.names and not clause.has("person", "companion", "party", "also_group", "him", "me", "us"):
        others += [cue for cue in clause.cues if cue.kind == "carry"]  # "ik neem een stapel folders mee"
    if not clause.names and not clause.has("me", "us", "him", "person", "companion", "polite"):
        others += [cue for cue in clause.cues if cue.kind == "yourself"]  # "Meld u nu aan voor onze ..."
    return tuple(
        cue
        for cue in clause.cues
        if cue.kind in ("attend", "enrol") and not any(_is_meant_otherwise(cue, o) for o in others)
    )


def _is_meant_otherwise(coming: Cue, other: Cue) -> bool:
    """Whether `other` takes that verb: "hij gaat zolang naar het museum" has one that begins with "gaat zolang"."""
    same_verb = other.kind == "elsewhere" and other.start == coming.start
    return same_verb or (other.start <= coming.start and coming.end <= other.end)


def _signs_up(clause: Clause, coming: tuple[Cue, ...], *, about_event: bool) -> bool:
    """Coming needs somebody who comes; a seat needs somebody it is for; a wish needs the event that it is about."""
    if is_of_something_else(clause, coming, about_event=about_event):
        return False
    if any(cue.kind == "enrol" for cue in coming):
        return True
    subject = bool(clause.names) or clause.has("i", "me", "we", "he", "person", "party", "hereby", "mine")
    if clause.names and clause.has("adds") and not clause.has("part", "place_left"):
        return True  # "wil je er Wim Smit nog aan toevoegen?"
    if (coming and subject) or (clause.names and clause.has("likewise")):
        return True
    if clause.opens and clause.has("delegates"):
        return True  # "wij sturen een duo:"
    if clause.names and clause.has("modal") and clause.has("myself_too") and not clause.has("part"):
        return True  # "Samira en ik willen samen ..."
    if clause.asks and clause.has("there") and not clause.has("polite", "me", "us"):
        return False  # "is er een plek waar je even kunt bidden?"
    if _live(clause, "seat") and (clause.has("hereby", "polite", "me", "us", "mine", "i") or about_event):
        return True
    if clause.has("enrol_noun") and (clause.has("hereby") or clause.opens):
        return not clause.has("forwards")  # "hierbij stuur ik de aanmelding van mevrouw Bakker door"
    return clause.opens and not clause.has("neg") and (bool(coming) or clause.has("party", "seat", "adds"))


def is_about_coming(clause: Clause) -> bool:
    """Whether a reservation in that clause is one about coming: not about a round, nor about nobody in particular."""
    if clause.has("part") and not coming_cues(clause):
        return False
    said = [cue for cue in clause.cues if cue.kind not in ("reserve", "maybe", "perhaps")]
    if coming_cues(clause) or clause.names or len(said) <= FRAGMENT:
        return True
    return clause.has("i", "me", "we", "us", "he", "person", "seat", "enrol_noun")


FRAGMENT = 2  # cues: "Onder voorbehoud!"


def negates(clause: Clause, coming: tuple[Cue, ...]) -> bool:
    """Whether the coming itself is negated: the "niet" stands in its phrase or within a few words of it.

    "Geen" denies the thing after it, a diet more often than a seat; phrases like "niet alleen" deny nothing.
    """
    harmless = [cue for cue in clause.cues if cue.kind in ("no_denial", "unmissed")]
    for cue in clause.cues:
        if (
            cue.kind == "neg"
            and not any(o.start <= cue.start < o.end for o in harmless)
            and not _of_a_name(clause, cue)
        ):
            near = [c for c in coming if c.start - REACH <= cue.start and cue.end <= c.end + REACH]
            if near:
                return True
    return False


def _of_a_name(clause: Clause, neg: Cue) -> bool:
    """ "Wie komt is Els Bakker, niet wethouder Smit": of two names one is denied, and not the coming."""
    denied = next((name for name in clause.names if name.start >= neg.end), None)
    if denied is None or not any(name.end + len(", ") == neg.start for name in clause.names):
        return False
    titles = [cue for cue in clause.cues if cue.kind == "person" and neg.end < cue.start and cue.end < denied.start]
    return denied.start - neg.end == 1 or any(cue.start - neg.end == 1 for cue in titles)


REACH = 28  # characters: "ben ik helaas toch echt niet", not the diet at the end of the sentence


def is_unexplained(clause: Clause) -> bool:
    """Whether words of weight stand in a clause that came to nothing: a seat, a list, a "not" beside coming."""
    if _live(clause, "neg") and coming_cues(clause):
        return True
    if clause.has("undone") or is_of_a_thing(clause):
        return False
    already = clause.has("already") and not clause.has("wish", "unbooked")  # "ik had me nog niet aangemeld"
    return _live(clause, "cancel") or already or (_live(clause, "replace") and not clause.has("neg"))
