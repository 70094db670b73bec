"""Whether a need that stands in a mail is one that somebody has: not one that is denied or over, that they see to
themselves, that is a subject ("een notitie over doven"), a figure of speech ("doof voor kritiek") or part of a name.
"""

import re
from dataclasses import replace

from mailbot.reading.details.organisations import organisations
from mailbot.reading.details.taken_back import is_past, is_scrapped
from mailbot.reading.details.wishes import NOT_SO, THOUGHT_BETTER, table, until_gone
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

# "Ik ben slechtziend, niet blind", "ik zit niet in een rolstoel"
DENIED = re.compile(
    r"(?:^\s?|[,;(]\s|\b(?:ben|is|zijn|zit|loop|am|are|maar)\s(?:zelf\s)?)"
    r"(?:niet|not)\s(?:meer\s)?(?:in (?:een|a)\s|met (?:een\s)?)?$"
)
NO = re.compile(r"\b(?:geen|no|gjin|kein|keine)\s(?:\w+\s)?$")
NO_LONGER = re.compile(
    r"\b(?:no longer|don't|do not|niet langer)\s(?:need|use|have|require|een|in een)\s(?:the\s|a\s|my\s)?$"
)
# "De rolstoel is niet meer nodig", "mijn krukken heb ik niet meer": of things, not of what somebody is
NO_MORE = late(
    r"(?:\s(?!\b(?:en|of|maar|and|but|or)\b)[\w']+){0,4}?\s"
    r"(?:niet (?:meer|langer)(?: nodig)?|niet nodig|overbodig|no longer|not needed|not necessary"
    r"|(?:is|zijn|ben ik) (?:(?:er|al|weer|inmiddels|nu|gelukkig) ){0,3}(?:weg|eraf|af|kwijt|verleden tijd)"
    r"|(?:kan|mag|hoeft) (?:er )?(?:weg|niet|vervallen|af|eraf))(?!\s(?:zonder|buiten))\b"
)
# "Ik ben tolk gebarentaal": who is one needs none
IS_ONE = re.compile(r"\b(?:ben|als|bin|am|as|werk als|work as)\s(?:(?:een|an?|freelance|zelf|zelfstandig|ook)\s){0,2}$")
UNNEEDED = re.compile(r"\b(?:niet (?:meer |echt )?nodig|not needed)$")
HELP = re.compile(r"tolk|interpret|dolmetsch")
THING = re.compile(
    r"rolstoel|rollator|kruk|stok|scootmobiel|lift|plek|plaats|ruimte|kamer|ringleiding|apparatuur|toilet|wheelchair|crutch|cane"
    r"|frame|scooter|loop\b|space|seat|room|parking|hond\b|dog\b|letter|print|braille|stoel|chair|toegankelijk|access"
)
# What people work on, write about or know: "over autisme", "voor het thema doofheid", "specialist autisme"
SUBJECT = late(
    r"\b(?:over|thema|onderwerp\w*|rond|rondom|inzake|betreffende|dossier|portefeuille|project\w*|programma|werkgroep|notitie"
    r"|scriptie|onderzoek\w*|beleid\w*|ervaringsdeskundige|specialist|expert\w*|adviseur|consulent|coach|about|regarding|topic"
    r"|policy|research|vakgroep|stichting|vereniging|loket)\s(?:(?!(?:ik|mijn|i|my|en|and|die|who|zelf|gaat|gaan|maar|is|ben|heeft)\b)[\w'-]+\s){0,4}$"
)
# "My research is on autism"
ON = re.compile(r"\b(?:on|over|about|into)\s(?:\w+\s(?:en|and)\s)?$")
# Of what somebody has: "heb een lichte vorm van", "(", "i.v.m."
HAS = late(
    r"\b(?:heb|heeft|hebt|hebben|had|ben|bent|is|zijn|met|door|vanwege|wegens|i\.?v\.?m\.?|verband met|gezien|gelet op"
    r"|van|lijd|lijdt|draag|draagt|have|has|had|wear|wears|am|are|i'm|she's|he's|with|due to|because of|from|my|mijn"
    r"|haar|his|her)\s(?:[\w'%-]+\s){0,4}$"
    r"|(?:^|[(,;:–-])\s?(?:[\w'-]+\s){0,2}$"
)
# "Doof voor kritiek", "vertrouw er blind op", "houdt zich doof", "de liefde is blind"
FIGURE = late(
    r"\b(?:(?:vertrouw|vaar|geloof|volg|teken|ga|reken)\w*\s(?:[\w']+\s){0,3}|(?:speel\w*|hou\w* (?:zich|me|mij))\s"
    r"|oost-indisch\s|liefde (?:is|maakt)\s|love is\s|justitie is\s)$"
)
FIGURE_BEHIND = late(
    r"\s(?:voor|op|for|to)\s(?!(?:een|één|mij|de|het|one|the)\s(?:kant|oor|oog|deel|meter|\d))"
    r"|\s(?:vertrouwen|vlek|faith|spot|eye)\b"
)
SHORT = 2  # letters
SENSES = frozenset(("doof", "dove", "blind", "blinde", "deaf"))
# "In de rolstoel van een ander, bij wijze van spreken"
SO_TO_SPEAK = late(r"[^.!?\n]{0,40}\b(?:bij wijze van spreken|figuurlijk|zogezegd|so to speak|metaphorically)\b")
# "Ons gebouw heeft geen lift", "wij maakten de bibliotheek rolstoeltoegankelijk"
OUR_HOUSE = late(
    r"\b(?:ons|onze|our)\s(?:\w+\s)?(?:gebouw|kantoor|pand|stadhuis|gemeentehuis|raadhuis|buurthuis|wijkcentrum|school|bibliotheek"
    r"|station|winkel|museum|building|office|town hall|library)\b[^.;!?\n]{0,40}$"
    r"|\bbij (?:ons (?:op|in|aan)|onze (?:gemeente|organisatie|stichting|school))\b[^.;!?\n]{0,40}$"
    r"|\b(?:maakten?|maken|gemaakt|bouwen|bouwden|testen|testten|keuren|made|make|build)\s[^.;!?\n]{0,40}$"
)
# "Daar zit ik op de eerste rij": only who wishes it, or says why, needs a place
SITS = re.compile(r"(?:zit|zitten|sit)\b")
WISHED = late(
    r"\b(?:graag|liefst|liever|daarom|dus|want|omdat|moet|moeten|wil|wilt|zou|voorkeur|please|prefer|need|because|so|would|like|altijd"
    r"|vanwege|i\.?v\.?m|verband|fijn|prettig)\b"
)


def judged(found: tuple[Found, ...], text: str, start: int, end: int) -> tuple[Found, ...]:
    """Those needs, marked where nobody has them; without what is part of a name."""
    clauses = Clauses(text, start, end)
    houses = _houses(found, text, start, end)
    rest = [need for need in found if not any(h.start <= need.start < h.end for h in houses)]
    gone = [need for need in rest if _is_gone(need, clauses)]
    marked = until_gone([_judged_need(need, clauses) for need in rest], gone)
    if all(need.negated for need in marked):  # an interpreter of one's own comes along, and is all there is to know
        own = table("access", "brought_along")
        reach = [clauses.text[need.end : need.end + 60] for need in marked]
        marked = [
            replace(n, negated=n.negated and not (HELP.search(fold(n.value)) and own.search(r)))
            for n, r in zip(marked, reach, strict=True)
        ]
    return tuple(marked)


def _houses(found: tuple[Found, ...], text: str, start: int, end: int) -> tuple[Found, ...]:
    """The organisations of which a need's word could be a part: "Stichting Doof en Welkom"."""
    capital = any(text[need.start : need.start + 1].isupper() for need in found)
    return organisations(text, start, end) if capital else ()


def _judged_need(need: Found, clauses: Clauses) -> Found:
    if need.kind == "none":
        return need
    return replace(need, negated=_is_denied(need, clauses) or _is_no_need(need, clauses))


def _is_denied(need: Found, clauses: Clauses) -> bool:
    """Whether somebody says not to have it, or to see to it themselves."""
    text = clauses.text
    first, last = clauses.clause_at(need.start)
    sentence = clauses.sentence_at(need.start)
    following = text[need.end : min(max(last, need.end) + 60, sentence[1] + 40, clauses.end)]
    before, value = text[first : need.start], fold(need.value)
    if NO.search(before) and not value.startswith(("geen", "no ")):
        return True
    if (need.kind == "need" and DENIED.search(before)) or NOT_SO.match(text, need.end) or NO_LONGER.search(before):
        return True
    if THOUGHT_BETTER.match(text, need.end) or is_past(need, clauses) or _is_gone(need, clauses):
        return True
    if need.kind != "need" or HELP.search(value) is None:
        return False
    unneeded = table("access", "not_needed")
    same_clause = unneeded.search(text[first : max(last, need.end)])
    return bool(IS_ONE.search(before) or unneeded.search(following) or unneeded.search(before) or same_clause)


def _is_gone(need: Found, clauses: Clauses) -> bool:
    """ "De rolstoel is niet meer nodig", "schrap de rolstoelplaats", "een lift is niet nodig"."""
    value, (_, last) = fold(need.value), clauses.clause_at(need.start)
    if UNNEEDED.search(value) or is_scrapped(need, clauses.text):
        return True
    return THING.search(value) is not None and NO_MORE.match(clauses.text[need.end : max(last, need.end)]) is not None


def _is_no_need(need: Found, clauses: Clauses) -> bool:
    """Whether its words mean something else there."""
    text = clauses.text
    first, _ = clauses.clause_at(need.start)
    before, value = text[first : need.start], fold(need.value)
    short = len(value) <= SHORT and not need.value.isupper()  # "MS", not "ms"
    if need.kind == "condition" and (short or ON.search(before) or HAS.search(before) is None):
        return True
    if value in SENSES and (FIGURE.search(before) or FIGURE_BEHIND.match(text, need.end)):
        return True
    if need.kind == "seat" and SITS.match(value):
        begins, ends = clauses.sentence_at(need.start)
        return WISHED.search(text, begins, ends) is None
    return bool(
        (need.kind in ("need", "condition") and SUBJECT.search(before))
        or SO_TO_SPEAK.match(text, need.end)
        or OUR_HOUSE.search(text, first, need.start)
    )
