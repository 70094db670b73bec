"""Whom a clause puts on the list by other means than their name beside a verb of coming: "kunnen die er nog bij?", "de
eerste wil graag op uw lijst", "niet voor mij, maar voor Wim Smit"; and who stands there by mistake.
"""

import re

from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.account.references import by_number
from mailbot.reading.account.stance import Stance
from mailbot.reading.account.talk import Talk
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person, is_misspelling
from mailbot.reading.text.late import late

# "Kunnen die er nog bij?", "doen jullie ze er ook bij?", "graag toevoegen"
ADDS_THEM = late(
    r"[\s,;(]*(?:(?:en|dus|daarom|and|so)\s)?(?:(?:kun|kunt|kan|kunnen|wil|wilt|willen|zou|zouden|mag|mogen|doe|doet|doen|zet|zetten"
    r"|schrijf|schrijft|schrijven|voeg|voegt|voegen|could|can|would|please|add|put)\s(?:u\s|je\s|jij\s|jullie\s|you\s)?"
    r"(?:add\s|put\s)?(?:(?:die|deze|ze|hen|hun|haar|hem|beiden?|allebei|them|her|him|both)\b|(?:hij|zij)\s(?:(?:er|nog|ook)\s)*(?:er)?bij\b)"
    r"|(?:die|deze|ze|zij)\s(?:mag|mogen|kan|kunnen|moet|moeten)\b"
    r"|(?:graag|gaarne|please)\s(?:(?:nog|alsnog|ook|dus|even)\s)*(?:toevoegen|erbij|bijschrijven|add)\b)",
    re.IGNORECASE,
)
DECIDED = late(r"\b(?:besloten|afgesproken|overeengekomen|bepaald|beslist|decided|agreed)\s\Z", re.IGNORECASE)
NOT_LONG_AGO = 80  # characters: " zitten hier naast me te roepen dat zij er ook bij willen zijn op 30 maart. "
# "Dat had (Noor) moeten zijn", "maar het gaat om (Noor)", "terwijl ik (Noor) bedoelde"
SHOULD_BE = late(
    r"[\s,;(]*(?:(?:maar|en|terwijl|but|while)\s)?(?:(?P<should>(?:dat|het|die|dit|hij|zij|ze|that|it|this)\s(?:had|moest|moet|hoort"
    r"|hoorde|should)\s)|(?P<i>(?:ik|wij|we)\s)|(?:het\s(?:gaat|ging)\som|ik\s(?:bedoelde|bedoel)|I\smeant)\s)"
    r"(?:natuurlijk\s|juist\s|uiteraard\s)?(?P<be>have\sbeen\s|be\s)?"
    r"(?:(?:mijn|onze|haar|zijn|my|our)\s(?:[\w-]+\s)?|collega\s|mevrouw\s|de\sheer\s)?",
    re.IGNORECASE,
)
BEEN = late(r"\s(?:moeten\s|te\s)?(?:zijn|worden|wezen|staan)\b", re.IGNORECASE)
MEANT = late(
    r"\s(?:bedoelde|bedoel|bedoelden|had\sbedoeld|moest\shebben|wilde\sopgeven|wilde\saanmelden)\b", re.IGNORECASE
)
NOTHING_MORE = late(r"\s*(?:[.,;!)(]|\Z|\n)")
JUST_NOW = 60  # characters: "Ik wil graag een plek reserveren op 30 maart. "


def put_on_by_mistake(talk: Talk, clause: Clause) -> Person | None:
    """Who was put on the list by mistake, where a clause tells who it should have been: "ik meldde per abuis Wim
    aan, dat had Noor moeten zijn", "terwijl ik Noor bedoelde"."""
    if len(clause.names) != 1 or len(talk.recent) != 1 or clause.asks or clause.has("neg", "maybe", "perhaps"):
        return None
    (wrong,), (name,) = talk.recent, clause.names
    if not wrong.booked or talk.roster.find(name.name) in (wrong, talk.roster.writer):
        return None
    lead = SHOULD_BE.fullmatch(talk.text, clause.start, name.start)
    if lead is None or is_misspelling(name.name, wrong.name):
        return None
    said = NOTHING_MORE if lead["be"] else BEEN
    behind = said if lead["should"] else MEANT if lead["i"] else NOTHING_MORE
    return wrong if behind.match(talk.text, name.end) else None


def added(talk: Talk, clause: Clause) -> list[Person]:
    """Who is to be put on the list by "kunnen die er nog bij?", "doet u ze er nog bij?": who was named right before,
    and of whom nothing else was said."""
    if clause.names or not clause.has("adds", "onto") or clause.has("i", "me", "we", "us", "neg", "part", "past"):
        return []
    if talk.things or ADDS_THEM.match(talk.text, clause.start, clause.end) is None:
        return []
    people = [person for person in talk.recent if not person.is_writer]
    near = people and clause.start - max(person.spans[-1][1] for person in people) <= NOT_LONG_AGO
    return people if near and all(p.is_waiting and not p.passing for p in people) else []


def is_decided(talk: Talk, clause: Clause) -> bool:
    """ "Het bestuur heeft besloten / dat Wim Smit en Noor Tal gaan"."""
    if not (clause.names and clause.has("goes")) or clause.has("neg", "part", "past", "maybe"):
        return False
    return DECIDED.search(talk.text, max(0, clause.start - 20), clause.start) is not None


# "Voor mij geldt hetzelfde", "ik idem", "en mij idem"
OF_ME_TOO = late(
    r"[\s,;(]*(?:(?:en|and)\s)?(?:(?:voor|bij|for)\s(?:mij|me|mijzelf|mezelf|ondergetekende|myself)(?:\s(?:graag|zelf|geldt|is))*"
    r"|(?:ik|mij|mijzelf|mezelf|ondergetekende)(?:\szelf)?)\s(?:(?:precies|exact)\s)?(?:hetzelfde|idem|eveneens|evenzo|dito"
    r"|ditto|the same|likewise)\W*\Z",
    re.IGNORECASE,
)


def joins_likewise(talk: Talk, clause: Clause) -> bool:
    """ "Wilt u Wim Smit inschrijven? Hetzelfde geldt voor mij.": right behind a coming, the writer's own."""
    if talk.before is not Stance.COMES or clause.names or clause.asks:
        return False
    if clause.has("neg", "part", "past", "if", "maybe", "belonging", "already", "contact", "question"):
        return False
    likewise = clause.has("likewise") and clause.has("me", "myself_too") and not clause.has("him", "person")
    return likewise or OF_ME_TOO.match(talk.text[clause.start : clause.end]) is not None


def is_of_one_of_them(talk: Talk, clause: Clause) -> bool:
    """ "De eerste wil graag op uw lijst", "alleen de laatste komt": of those who were counted up before."""
    if clause.asks or clause.has("neg", "part", "past", "wavers", "maybe") or not clause.has("pointer"):
        return False
    said = bool(coming_cues(clause)) or clause.has("onto", "wish")
    return said and bool(by_number(talk.text, clause, talk.row))


def is_for_others(talk: Talk, clause: Clause) -> bool:
    """ "Niet voor mij, maar voor Wim Smit": that, or a seat that is; not so "de rolstoelplek is niet voor mij maar
    voor Wim"."""
    cue = clause.first("not_me_but")
    if cue is None or not clause.names or clause.has("part", "belonging", "past"):
        return False
    begins = not talk.text[clause.start : cue.start].strip()
    return begins or clause.has("seat", "enrol", "enrol_noun", "roll") or (clause.has("i") and clause.opens)


def take_back_writer(talk: Talk, clause: Clause) -> None:
    """ "Mag ik een plek? Niet voor mij, maar voor Wim Smit": the writer asks, and doesn't come by it."""
    writer = talk.roster.writer
    if writer is None or not writer.comes or writer.order < clause.start - JUST_NOW:
        return
    if not any(p.comes and p.order < clause.start for p in talk.roster.people if not p.is_writer):
        writer.comes = False  # not so where others come beside them: "Wim en ik komen. De bus is niet voor mij ..."
