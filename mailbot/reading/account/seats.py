"""Does a clause ask for a seat, or say that somebody comes? "Noteer mij" does, "noteer mijn adres" is other business.

Of people's other business (invoices, appointments, complaints) only that matters which may stand beside a date of ours.
"""

from mailbot.reading.account.cue_senses import is_live
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue

HEADING = 40  # characters of one that is nothing else
SOMEBODY = ("me", "us", "him", "person", "party", "seat", "companion", "also_group", "enrol_noun")


def asks_for_seat(clause: Clause, coming: tuple[Cue, ...], *, about_event: bool) -> bool:
    """Coming needs somebody who comes; a seat needs somebody it is for; a wish needs the event that it is about."""
    if _is_of_something_else(clause, coming, about_event=about_event):
        return False
    if any(cue.kind == "enrol" for cue in coming):
        return True
    subject = bool(clause.names) or clause.has("i", "me", "we", "he", "person", "party", "hereby", "mine")
    if clause.names and clause.has("adds") and not clause.has("part", "place_left"):
        return True  # "wil je er Wim Smit nog aan toevoegen?"
    if (coming and subject) or (clause.names and clause.has("likewise")):
        return True
    if (
        clause.names
        and clause.has("wish")
        and clause.has("modal")
        and not clause.has("neg", "past", "maybe", "other_list")
    ):
        return not clause.asks  # "Wim Smit wil graag op uw lijst"
    if (
        about_event
        and clause.names
        and clause.has("goes")
        and clause.has("on_behalf")
        and not clause.has("neg", "past")
    ):
        return not (clause.has("part", "wavers", "maybe") or clause.asks)  # "namens de raad gaan Wim en Noor"
    counted = about_event and clause.has("party") and not clause.has("neg", "past")
    if clause.has("delegates") and (clause.opens or counted):
        return True  # "wij sturen een duo:"
    if clause.names and clause.has("modal") and clause.has("myself_too") and not clause.has("part"):
        return True  # "Samira en ik willen samen ..."
    if clause.asks and clause.has("there") and not clause.has("polite", "me", "us"):
        return False  # "is er een plek waar je even kunt bidden?"
    if is_live(clause, "seat") and (clause.has("hereby", "polite", "me", "us", "mine", "i") or about_event):
        return True
    if clause.has("enrol_noun") and (clause.has("hereby") or clause.opens):
        # "hierbij stuur ik de aanmelding van mevrouw Bakker door"
        return not (clause.has("forwards") or does_something_with_it(clause))
    if about_event and _is_heading(clause):
        return True
    if clause.has("told") and not clause.has("on_behalf", "polite", "hereby", "i", "we"):
        return False  # "Een collega zei:"
    return clause.opens and not clause.has("neg") and (bool(coming) or clause.has("party", "seat", "adds"))


def does_something_with_it(clause: Clause) -> bool:
    """ "Mijn aanmelding zou ik graag willen ...": with one that is made, and what, a verb says that no list knows."""
    own, modal = clause.first("registered_context"), clause.first("modal")
    if own is None or modal is None or not clause.has("i", "we"):
        return False
    return own.start - clause.start <= 1 and all(c.start > modal.start for c in clause.cues if c.kind == "hereby")


def _is_heading(clause: Clause) -> bool:
    """ "Aanmelding voor 30 maart, Els Bakker, gemeente Tiel", "Opgave 30 maart": a sign-up that has no verb."""
    first = clause.first("enrol_noun")
    if first is None or first.start - clause.start > 1 or clause.asks:
        return False
    if not clause.names:
        return clause.kinds <= {"enrol_noun", "gathering"} and clause.end - clause.start <= HEADING
    verbs = ("i", "we", "me", "indeed", "already", "registered_context", "receipt", "neg", "past", "you", "remains")
    return not clause.has(*verbs)


def _is_of_something_else(clause: Clause, coming: tuple[Cue, ...], *, about_event: bool) -> bool:
    """Whether those words of enrolling in a clause are about no person's seat."""
    if clause.names or any(cue.kind == "attend" for cue in coming):
        return False
    if clause.has("tells_that") and _only_tells(clause, coming) and not about_event:
        return True
    if clause.has("other_list"):
        return True
    if clause.has("business") and not clause.has("me", "us", "seat"):
        return True
    if not coming or about_event or not clause.has("notes") or clause.has(*SOMEBODY):
        return False
    notes = [cue for cue in clause.cues if cue.kind == "notes"]
    return all(any(n.start <= cue.start and cue.end <= n.end for n in notes) for cue in coming)


def _only_tells(clause: Clause, coming: tuple[Cue, ...]) -> bool:
    """ "Hij vroeg mij door te geven dat hij slecht ter been is": what is told stands behind the "dat"."""
    told = [cue for cue in clause.cues if cue.kind == "tells_that"]
    return bool(coming) and all(any(t.start <= cue.start and cue.end <= t.end for t in told) for cue in coming)
