"""Which cues of a clause mean what they look like, given the phrases around them: "kwam ik tegen" is no coming.

The lexicon lists the phrases that take another one's meaning away ("elsewhere", "no_denial", "surely"); here is how far
each of them reaches.
"""

from functools import lru_cache

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue

NEXT = 8  # characters: "niet, maar "
REACH = 28  # characters: "ben ik helaas toch echt niet", not the diet at the end of the sentence


def is_live(clause: Clause, kind: str) -> bool:
    """Whether a cue of that kind stands here that no phrase of another meaning takes away ("kom niet uit Zwolle",
    "geen vervanger")."""
    if kind not in clause.kinds:
        return False
    others = [cue for cue in clause.cues if cue.kind in ("elsewhere", "no_denial", "no_substitute")]
    return any(
        cue.kind == kind
        and not (
            any(takes_away(other, cue) for other in others) or _is_of_instead(clause, cue) or _is_hoped(clause, cue)
        )
        for cue in clause.cues
    )


def _is_of_instead(clause: Clause, cue: Cue) -> bool:
    """ "Dan zit ik in Assen in plaats van bij u in Utrecht": its "plaats van ... in" is half of an "in plaats van", by
    which nobody takes a place."""
    return cue.kind == "replace" and any(
        other.kind == "instead" and other.start < cue.start < other.end for other in clause.cues
    )


def _is_hoped(clause: Clause, cue: Cue) -> bool:
    """ "Zet mij op de lijst zodra er iemand afzegt", "happy to be a backup if someone cancels": who cancels there is
    another."""
    return cue.kind == "cancel" and any(
        other.kind == "if_seats" and other.start < cue.start and cue.end <= other.end for other in clause.cues
    )


def says_already(clause: Clause) -> bool:
    """Whether it speaks of a booking that is made: not so "uw uitnodiging heb ik doorgegeven aan Wim"."""
    if not clause.has("already"):
        return False
    letters = [cue for cue in clause.cues if cue.kind == "sent_on"]
    return any(cue.kind == "already" and not any(takes_away(o, cue) for o in letters) for cue in clause.cues)


def takes_away(other: Cue, cue: Cue) -> bool:
    """Whether they overlap, and `other` isn't only a part of a cancellation ("deelname komt te vervallen") or of an
    absence ("gaat het niet lukken")."""
    inside = cue.start <= other.start and other.end <= cue.end
    is_part = cue.kind in ("cancel", "absent") and inside and other.end - other.start < cue.end - cue.start
    return other.start < cue.end and cue.start < other.end and not is_part


@lru_cache(maxsize=128)  # nearly every rule asks for them
def coming_cues(clause: Clause) -> tuple[Cue, ...]:
    """The cues of coming or enrolling that aren't part of a phrase meaning something else."""
    if not clause.has("attend", "enrol"):
        return ()
    overruling = ("elsewhere", "tba") if clause.has("i", "me", "we") else ("elsewhere", "tba", "stays", "by_themselves")
    others = [cue for cue in clause.cues if cue.kind in overruling and not _comes_of_us(clause, cue)]
    if not clause.names and not clause.has("person", "companion", "party", "also_group", "him", "me", "us"):
        others += [cue for cue in clause.cues if cue.kind == "carry"]  # "ik neem een stapel folders mee"
    if not clause.names and not clause.has("me", "us", "him", "person", "companion", "polite"):
        others += [cue for cue in clause.cues if cue.kind == "yourself"]  # "Meld u nu aan voor onze ..."
    others += _notes_of_changes(clause)
    others += [cue for cue in clause.cues if cue.kind == "kept"]  # "mijn plaats geef ik niet op" refuses no seat
    return tuple(
        cue
        for cue in clause.cues
        if cue.kind in ("attend", "enrol") and not any(_is_meant_otherwise(cue, o) for o in others)
    )


def _comes_of_us(clause: Clause, other: Cue) -> bool:
    """ "Komt van ons ook Wim Smit" is no "de tip komt van Wim Smit": who comes stands behind where they are from."""
    if other.kind != "elsewhere" or not clause.names:
        return False
    named = clause.names[-1].start
    return any(
        c.kind in ("us", "as_well") and other.start < c.start and other.end - 4 <= c.start < named for c in clause.cues
    )


def _notes_of_changes(clause: Clause) -> list[Cue]:
    """ "Hierbij geef ik een wissel door": what is made known there is no sign-up."""
    if not clause.has("notes") or not clause.has("alteration") or clause.names:
        return []
    notes = [cue for cue in clause.cues if cue.kind == "notes"]
    return [n for n in notes if any(n.start < c.start < n.end for c in clause.cues if c.kind == "alteration")]


def _is_meant_otherwise(coming: Cue, other: Cue) -> bool:
    """Whether `other` takes that verb: "hij gaat zolang naar het museum" has one that begins with "gaat zolang"."""
    same_verb = other.kind == "elsewhere" and other.start == coming.start
    return same_verb or (other.start <= coming.start and coming.end <= other.end)


def negates(clause: Clause, coming: tuple[Cue, ...]) -> bool:
    """Whether the coming itself is negated: the "niet" stands in its phrase or within a few words of it.

    "Geen" denies the thing after it, a diet more often than a seat; phrases like "niet alleen" deny nothing.
    """
    if not clause.has("neg"):
        return False
    harmless = [cue for cue in clause.cues if cue.kind in ("no_denial", "unmissed")]
    for cue in clause.cues:
        if (
            cue.kind == "neg"
            and not any(o.start <= cue.start < o.end for o in harmless)
            and not _of_a_name(clause, cue)
        ):
            near = [c for c in coming if c.start - REACH <= cue.start and cue.end <= c.end + REACH]
            if any(not _stays_behind(clause, cue, c) for c in near):
                return True
    return False


def _stays_behind(clause: Clause, neg: Cue, coming: Cue) -> bool:
    """ "Die laat zich niet tegenhouden en komt gewoon": what is denied stands before the coming, which is a phrase of
    its own."""
    own = [cue for cue in clause.cues if cue.kind == "remains" and cue.start <= coming.start and coming.end <= cue.end]
    return any(cue.start - neg.end > NEXT for cue in own)


def _of_a_name(clause: Clause, neg: Cue) -> bool:
    """ "Wie komt is Els Bakker, niet wethouder Smit": of two names one is denied, and not the coming."""
    denied = next((name for name in clause.names if name.start >= neg.end), None)
    if denied is None or not any(name.end + len(", ") == neg.start for name in clause.names):
        return False
    titles = [cue for cue in clause.cues if cue.kind == "person" and neg.end < cue.start and cue.end < denied.start]
    return denied.start - neg.end == 1 or any(cue.start - neg.end == 1 for cue in titles)
