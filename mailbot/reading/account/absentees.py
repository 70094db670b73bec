"""Whose absence a clause tells: those it names, the writer, or whoever the talk was about.

"Kom dus niet." has no subject, and "die komen dus niet" one from the sentence before. Somebody without a name ("de
commissaris zelf komt niet") is nobody of ours. What becomes of who stays away is for staying_away.py.
"""

import re

from mailbot.reading.account.mentions import follows_relative
from mailbot.reading.account.subjects import LEAD, is_beside_writer, is_possessive
from mailbot.reading.account.talk import Talk
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.lexicon import load
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late

# "Die komen dus zeker niet", said of those named before
THOSE = late(
    r"[\s(]*(?:(?:maar|want|en|dus|doch)\s+)?(?:die|deze|dezen|laatstgenoemden?)"
    r"\s+(?:\w+t|komen|gaan|kunnen|zijn|moeten)\b",
    re.IGNORECASE,
)
TOO = re.compile(
    r"\b(?:evenals|net als|alsook|alsmede|ook|en|and|nor)(?:\s(?:mijn|onze|collega|de|heer|mevrouw|my)\b)*\s*$"
)
# "Tolken regel ik zelf. Zij hoeven niet op de lijst": several, whoever they are, and not the one who writes
THEY_ALL = re.compile(
    r"[\s(]*(?:(?:maar|want|en|dus|doch|but|and)\s+)?(?:(?:zij|ze|die|deze)\s+(?:zijn|[^\W\d_]+en)\b|they\b)",
    re.IGNORECASE,
)
# What may stand before the verb of a clause that leaves out its subject: "maar dat", "dus helaas", "donderdag 30 maart"
SMALL_WORDS = late(
    rf"(?:\d+(?:e|ste|de|th|st)?\b|[\W_]|\b(?:{'|'.join(map(re.escape, load('sentences')['before_verb']))})\b)*",
    re.IGNORECASE,
)
# Verbs that only "ik" goes with: "Ben er niet bij", "Kom dus niet"; "kan" and "moet" go with anybody.
FIRST_PERSON = re.compile(r"\b(?:ben|kom|ga|haal|red|meld|zeg|haak|sla|blijf|lig|am|have)\b", re.IGNORECASE)
# "... maar ik heb griep", "maar zit dan in Praag": a verb that goes with the writer alone
BUT_I = re.compile(
    r"[\s,(]*(?:maar|doch|echter|helaas|but|unfortunately)\s+(?:(?:helaas|nu|dan|unfortunately)\s+)*"
    r"(?P<verb>(?:ben|lig|zit|moet|heb|sta|am|have)\b)?",
    re.IGNORECASE,
)
# "De commissaris zelf": not so "op de dag zelf"
SOMEBODY = re.compile(
    r"(?<!op )(?<!voor )(?<!van )\b(?:de|het|mijn|onze|ons|haar|zijn|hun|the|our|my) [^\W\d_]{3,} $", re.IGNORECASE
)
FULL_NAME = late(
    r"\s*(?:(?:de heer|mevrouw|mevr\.?|mw\.?|dhr\.?|collega|wethouder|raadslid)\s+)?[A-ZÀ-Þ][^\W\d_]+[\w’'-]*\s+"
    r"(?:[a-z’']+\s+){0,3}[A-ZÀ-Þ]"
)
# "Wim moet het zonder mij doen"
WITHOUT_ME = late(r"\b(?:zonder (?:mij|me)|without me)\b", re.IGNORECASE)
HIMSELF = re.compile(r"\b(?:zelf|himself|herself)\b", re.IGNORECASE)
THEY = re.compile(r"\b(?:hij|zij|ze|he|she|they)\s+$", re.IGNORECASE)


def absentees(talk: Talk, clause: Clause, people: list[Person]) -> list[Person]:
    """Who stays away, by a clause that is about `people`. That the writer's "wij" do, is noted in the account."""
    writer = talk.roster.writer
    if writer is not None and clause.has("self_not") and WITHOUT_ME.search(talk.text, clause.start, clause.end):
        return [writer]
    if clause.has("self_not") and writer is not None and not _is_of_others(talk.text, clause, people):
        beside = (p for p in people if not p.is_writer and is_beside_writer(talk.text, clause, p))
        return [writer, *beside]  # "Tom and I can't come"
    if people:  # "Wim en ik kunnen niet"
        return [*people, writer] if clause.has("myself_too") and writer is not None else people
    if talk.recent and is_of_them(talk.text, clause):
        if (other := _who_is_none_of_them(talk, clause)) is not None:
            return [other]
        alone = all(person.is_writer for person in talk.recent)
        return [] if alone and THEY_ALL.match(talk.text, clause.start, clause.end) else list(talk.recent)
    if _is_of_writer(clause) and writer is not None:
        talk.note_group(clause)
        return [writer]
    if are_those(talk.text, clause) or follows_relative(talk.text, clause):
        return []  # "mijn vrouw had ook gewild, maar die moet oppassen": nobody with a name
    if clause.opens and FULL_NAME.match(talk.text, clause.end):
        return []  # "Verhinderd: Els Bakker en Wim Smit"
    if _tells_of_leaving(talk, clause) and (not _has_subject(talk.text, clause) or _is_off(talk, clause)):
        return _left_unsaid(talk, clause)
    return []


def _who_is_none_of_them(talk: Talk, clause: Clause) -> Person | None:
    """Who was named before a list of those who come, and is told apart from them by a "zelf": "Op verzoek van Wim Smit
    geef ik op: ... Hij kan zelf niet"."""
    if HIMSELF.search(talk.text, clause.start, clause.end) is None or not all(p.comes for p in talk.recent):
        return None
    first = min(person.spans[0][0] for person in talk.recent if person.spans)
    others = [p for p in talk.roster.people if p.spans and p.spans[0][0] < first and not (p.comes or p.is_writer)]
    return others[0] if len(others) == 1 else None


def _is_of_others(text: str, clause: Clause, people: list[Person]) -> bool:
    """Whether "zelf niet" is said of others than the writer."""
    of_others = clause.has("he") or (people and not clause.names) or _is_somebodys(text, clause)
    if of_others and not clause.has("i", "me"):
        return True
    if _is_said_of_them(text, clause) or _begins_with_pronoun(text, clause):
        return True
    return follows_relative(text, clause) and not clause.has("i", "me", "we")


def _is_somebodys(text: str, clause: Clause) -> bool:
    """ "Gijs kan zelf niet", "de commissaris zelf komt niet": who stands before it has the "zelf"."""
    own = clause.first("self_not")
    if own is None:
        return False
    return any(name.end <= own.start for name in clause.names) or bool(SOMEBODY.search(text, clause.start, own.start))


def _is_said_of_them(text: str, clause: Clause) -> bool:
    """ "... dat zij zelf niet hoeft": "zelf" is whoever stands right before it."""
    cue = clause.first("self_not")
    return cue is not None and THEY.search(text[clause.start : cue.start]) is not None


def _begins_with_pronoun(text: str, clause: Clause) -> bool:
    """ "Zij kan zelf niet en dacht dat het iets voor mij was": she is the subject of it."""
    subject = clause.first("he")
    return subject is not None and LEAD.fullmatch(text, clause.start, subject.start) is not None


def is_of_them(text: str, clause: Clause) -> bool:
    """Whether a clause that names nobody speaks of whom the last words were about."""
    if clause.has("i") or (clause.has("me") and not _begins_with_pronoun(text, clause)):
        return False
    if are_those(text, clause) or clause.has("he"):
        return True
    return clause.has("him") and not clause.has("person") and not is_possessive(text, clause)


def are_those(text: str, clause: Clause) -> bool:
    """Whether "die", "laatstgenoemden" is the subject: somebody who was spoken of before."""
    return THOSE.match(text, clause.start, clause.end) is not None


def _is_of_writer(clause: Clause) -> bool:
    """ "Mijn zus zet me af, die hoeft niet op de lijst" speaks of the sister."""
    of_writer = clause.has("i", "we") or (clause.has("me") and not clause.has("person", "he"))
    return of_writer and (clause.has("absent", "neg") or not clause.has("stays"))


def _tells_of_leaving(talk: Talk, clause: Clause) -> bool:
    """Whether a clause without a subject says that somebody stays away; "moet die dag werken" does of who is booked
    and was spoken of last."""
    writer = talk.roster.writer
    but = BUT_I.match(talk.text, clause.start, clause.end)
    there = clause.has("that_day") or (but is not None and but["verb"] is not None)
    occupied = writer is not None and writer.booked and talk.topic == (writer,) and there
    return clause.has("absent", "unable") or not clause.has("stays") or occupied


def _has_subject(text: str, clause: Clause) -> bool:
    """Whether somebody is the subject who has no name here: "de ombudsman", "die"; not so in "Kom dus niet"."""
    cue = clause.first("absent", "unable") or min(clause.cues, key=lambda c: c.start)
    if is_possessive(text, clause):
        return True
    return clause.has("we", "you", "he") or not SMALL_WORDS.fullmatch(text, clause.start, cue.start)


def _is_off(talk: Talk, clause: Clause) -> bool:
    """ "Utrecht wordt dus niks", "de 30e gaat hem niet worden": the event comes to nothing, for the writer."""
    others = clause.has("we", "you", "he", "person", "companion", "stays") or is_possessive(talk.text, clause)
    return talk.is_about_event(clause) and clause.has("absent") and not others


def _left_unsaid(talk: Talk, clause: Clause) -> list[Person]:
    """Who is meant by a clause without a subject ("Kom dus niet.", "maar dat gaat niet lukken"): whom the talk was
    about; the writer to begin with, and by the form of the verb."""
    if talk.topic is None or FIRST_PERSON.search(talk.text, clause.start, clause.end):
        return [] if talk.roster.writer is None else [talk.roster.writer]
    return list(talk.topic)


def is_said_before_names(clause: Clause) -> bool:
    """ "Ik kan niet en heb Wim bereid gevonden": the absence is the writer's, and done with before anybody is named."""
    said, own = clause.first("absent", "unable", "cancel"), clause.first("i")
    if said is None or own is None or not clause.names:
        return False
    return own.start < clause.names[0].start >= said.end


def joins_in(text: str, clause: Clause, person: Person) -> bool:
    """Whether that person is named behind an "en ook", so that what was said before is said of them, too."""
    return TOO.search(text, clause.start, person.spans[-1][0]) is not None


def named_at(person: Person, clause: Clause) -> int | None:
    """Where the clause names that person; None where it doesn't."""
    return next((start for start, _ in person.spans if clause.start <= start < clause.end), None)
