"""Which of the people that a clause of coming names come by it, beside the writer.

Not whoever told of it ("Wim tipte mij"), is only called upon ("Ineke, meld je mij aan?"), stands behind a "niet", or
was asked ("met mijn chef Jan is afgestemd dat ik kom"). Whether the writer comes is for writers_part.py.
"""

import re
from functools import lru_cache

from mailbot.reading.account.approving import only_allows
from mailbot.reading.account.cue_senses import is_live
from mailbot.reading.account.mentions import VERB_BETWEEN, acts, is_aside
from mailbot.reading.account.references import OBJECT, object_of
from mailbot.reading.account.reporting import asked_by, only_reports, was_asked
from mailbot.reading.account.subjects import is_addressed, is_beside_writer, is_that_of, is_told
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late

WITH = re.compile(r"\b(?:met|with)\s+(?:[^\s,]+\s+){0,3}$", re.IGNORECASE)
WITH_REACH = 50  # characters: "met mijn chef, mevrouw "
PLURAL = re.compile(r"(?:willen|zouden|zullen|komen|gaan|nemen|doen|sluiten|schuiven|reizen)\b", re.IGNORECASE)
SEVERAL = re.compile(r"hen|hun|ze|them", re.IGNORECASE)
NOT_THIS_ONE = re.compile(r"(?:,|\b(?:en|maar|dus|and|but))\s+(?:dus\s+)?(?:niet|not)\s+(?:[a-z][\w.]*\s+){0,3}$")
NOT_THAT_OF = re.compile(r"\b(?:niet|not)\s+(?:die|dat|that)\s+(?:van|of)\s+(?:[a-z][\w.]*\s+){0,3}$")
FOR = re.compile(r"\s*(?:(?:en|ook|tevens|graag|daarnaast)\s+)*(?:voor|for)\s+[^\d.:;]*\Z", re.IGNORECASE)
# Right before the name of whom "ik" asks a seat for
SEAT_FOR = late(
    r"\b(?:voor|for|aan)\s+(?:(?:mijn|onze|onze|de|mevrouw|mevr\.?|mw\.?|dhr\.?|heer|collega|wethouder|my|our|ms\.?|mr\.?)\s+"
    r"(?:(?!en\b|and\b)[\w-]+\s+){0,2})?\Z",
    re.IGNORECASE,
)
DENIAL = 50  # characters: ", maar dus niet onze wethouder, mevrouw "


def participants(text: str, clause: Clause, people: list[Person], *, rolling: bool) -> list[Person]:
    """Who comes of those named beside the writer. `rolling`: the clause goes on with a list of those who come."""
    named = [p for p in people if not p.is_writer and not _is_out(text, clause, p)]
    if is_live(clause, "alone") and clause.has("i", "me"):
        return []
    if clause.has("talked"):
        named = [p for p in named if not _is_talked_with(text, clause, p)]
    aside = [p for p in named if is_aside(text, clause, p.spans[-1][0])]
    if _is_meant_by_object(text, clause, named, aside):
        return named  # "op verzoek van Wim wil ik hem en Noor inschrijven"
    if clause.has("he", "him") and len(aside) == len(named):
        aside = []
    named = [p for p in named if p not in aside]
    others = [p for p in named if is_beside_writer(text, clause, p) or not is_mentioned(text, clause, p)]
    if is_of_another(clause) or is_for_another(clause):
        return others or named  # "namens wethouder X deel ik mee dat zij graag deelneemt"
    if was_asked(text, clause):
        return others
    return _beside_own_coming(text, clause, others, rolling=rolling)


def _is_out(text: str, clause: Clause, person: Person) -> bool:
    return is_ruled_out(text, clause, person) or only_allows(text, clause, person)


def is_ruled_out(text: str, clause: Clause, person: Person) -> bool:
    """ "Wie komt is Els Bakker, niet wethouder Wim Smit": behind the one who does, and a "niet"."""
    at = person.spans[-1][0]
    if NOT_THAT_OF.search(text, max(clause.start, at - DENIAL), at):
        return True  # "mijn naam, en niet die van Wim Smit"
    if not clause.names or clause.names[0].start >= at:
        return False
    return NOT_THIS_ONE.search(text, max(clause.start, at - DENIAL), at) is not None


def _is_talked_with(text: str, clause: Clause, person: Person) -> bool:
    at = person.spans[-1][0]
    behind = WITH.search(text[max(clause.start, at - WITH_REACH) : at])
    return behind is not None and not VERB_BETWEEN.search(behind[0])  # "in overleg met Wim gaat Noor"


def _is_meant_by_object(text: str, clause: Clause, named: list[Person], aside: list[Person]) -> bool:
    """Whether "hem" or "haar", who is to be enrolled, can only be the one who is named before it; or "hen", all who
    are ("op verzoek van Wim en Noor geef ik hen op")."""
    place = OBJECT.search(text, clause.start, clause.end) if aside and clause.has("enrol") else None
    if place is None or place[0].casefold() == "zich" or aside[0].spans[-1][0] > place.start():
        return False
    before = [p for p in named if p.spans[-1][0] < place.start()]
    return len(aside) == 1 and (len(before) == 1 or SEVERAL.fullmatch(place[0].strip()) is not None)


def is_mentioned(text: str, clause: Clause, person: Person) -> bool:
    """Whether a name is only where the news came from, whom the letter calls upon, or whose something is."""
    if is_that_of(text, clause, person):
        return False
    if not clause.has("him", "he", "us", "we") and asked_by(text, clause, person.spans[-1][0]):
        return True
    aside = is_aside(text, clause, person.spans[-1][0]) or only_allows(text, clause, person)
    return aside or is_told(text, clause, person) or is_addressed(text, clause, person)


def is_of_another(clause: Clause) -> bool:
    """Whether "hij" or "zij" comes by it, and no word of the writer's own stands beside that."""
    return clause.has("he") and not clause.has("me", "we", "myself_too")


@lru_cache(maxsize=32)  # asked of who comes, of the writer, and of who is put on the list
def is_for_another(clause: Clause) -> bool:
    """ "Namens wethouder X bevestig ik haar deelname"."""
    if not clause.has("enrol", "enrol_noun", "seat"):
        return False
    for_writer = clause.has("me", "we", "myself_too")
    by_object = clause.has("him") and (not for_writer or object_of(clause, "enrol", "seat", "enrol_noun") == "him")
    return by_object or (clause.has("on_behalf") and not for_writer)


def is_seat_for_them(text: str, clause: Clause) -> bool:
    """ "Voor mijn collega Wim wil ik een plaats reserveren", "ik verzoek u een plek vrij te houden voor Wim"."""
    own = clause.first("i")
    if own is None or not clause.names or clause.has("me", "we", "myself_too", "with_me"):
        return False
    if not clause.has("seat", "enrol", "enrol_noun"):
        return False
    if clause.has("not_me_but"):
        return True
    first = clause.names[0].start
    lead = FOR.match(text, clause.start, first)
    if lead is not None and first < own.start:
        return True
    asks = own.end <= first and not clause.has("attend", "adds", "also_group")
    return asks and SEAT_FOR.search(text, own.end, first) is not None


def _beside_own_coming(text: str, clause: Clause, others: list[Person], *, rolling: bool) -> list[Person]:
    """Who of them comes where the writer, too, is spoken of: all, unless the coming is the writer's own."""
    enrols_others = (clause.has("enrol") and not clause.has("me")) or is_seat_for_them(text, clause)
    enrols_others = enrols_others or clause.has("lets_come")  # "ik heb Wim bereid gevonden om te komen"
    of_me = clause.has("me") and not clause.has("through_me") and object_of(clause, "enrol") != "us"
    own = clause.has("i") or (of_me and (clause.has("enrol", "told") or not _come_first(clause, others)))
    joined = rolling or clause.has("with_me", "likewise", "roll") or _is_plural(text, clause)
    if own and not enrols_others and not joined and not only_reports(text, clause):
        return [p for p in others if is_beside_writer(text, clause, p)]
    if own and clause.has("told"):  # "Wim tipte mij, en nu wil ik ook komen"
        told = [found.start for found in clause.names if acts(text, clause, found)]
        others = [p for p in others if p.spans[-1][0] not in told]
    return others


def _come_first(clause: Clause, people: list[Person]) -> bool:
    """Whether names stand before the verb of coming, as its subject: "My colleague Kofi will join me"."""
    verb = clause.first("attend")
    return verb is not None and bool(people) and all(p.spans[-1][0] < verb.start for p in people)


def _is_plural(text: str, clause: Clause) -> bool:
    """ "Naast ikzelf komen ook Wim en Noor": the verb says that more than the writer come."""
    verb = clause.first("attend")
    first = clause.first("modal") or verb
    return verb is not None and first is not None and bool(PLURAL.match(text, first.start))
