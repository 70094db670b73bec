"""What somebody skips or won't make: the day itself, or a part of it, a ferry, last year's training.

"Haal ik niet", "sla ik over" have an object. Dutch puts it first ("de veerboot haal ik niet", "die sla ik over") or
behind the verb; only where it is the event, or nothing at all, does anybody stay away.
"""

import re

from mailbot.reading.letter.clauses import Clause
from mailbot.reading.lexicon import load, words
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late

# The verbs that have an object. "Red ik niet" and "lukt niet" may have one, too.
VERBS = re.compile(r"\b(?:haal|haalt|halen|sla|slaat|slaan|red|redt|redden|skip|skipping|miss|missing|make)\b", re.I)
LEAD = r"[\s,;(]*(?:(?:en|maar|want|dus|alleen|ook|and|but|so)\s+)*"
OBJECT_FIRST = late(
    rf"{LEAD}(?:de|het|'t|een|mijn|onze|die|dat|deze|dit|the|my|that)\s+(?:[\w'’.:-]+\s+){{0,4}}$", re.IGNORECASE
)
POINTS_BACK = late(rf"{LEAD}(?:(?:die|deze|that one)(?:\s+(?:laatste|eerste|andere))?|dan)\s+$", re.IGNORECASE)
OBJECT_BEHIND = late(r"\b(?:de|een|mijn|onze|the|my)\s+(?:[\w'’.:-]+\s+){1,4}(?:niet|over|laten|not)\b", re.IGNORECASE)
SMALL = "|".join(map(re.escape, load("sentences")["before_verb"]))
# "Traplopen lukt mij niet": a noun without an article; not so "helaas lukt mij dat niet", "door de drukte lukt ..."
BARE_NOUN = late(
    rf"{LEAD}(?!(?:{SMALL}|op|in|door|vanwege|wegens|na|bij|met|aan|wat)\b)"
    r"[^\W\d_]\w{4,}\s+(?:lukt|lukken|gaat)\s+(?:mij|me|ons)\b(?!\s+(?:het|dat|dit|er)\b)",
    re.IGNORECASE,
)
# "Bellen kan ik niet": a verb of something else stands first; not so "morgen kan ik niet"
INFINITIVE = late(
    rf"(?:\A{LEAD}|, |\b(?:en|maar|want|dus) )(?:(?!(?:de|het|die|deze|alle|beide|komende|over)\b)\w+ )?"
    r"(?!(?:morgen|overmorgen|komen|gaan|deelnemen|meedoen|meegaan|aansluiten|aanschuiven|bijwonen|dagen|weken|uren)\b)"
    r"[^\W\d_]{3,}(?:en|gaan|staan|zien|doen) kan (?:ik|hij|zij|ze)(?: (?:ook|helaas|nog|dus|zelf|echt|daar)){0,3}"
    r" niet\b",
    re.IGNORECASE,
)
# "Ik kies ter plekke, dus ik sla over"
SKIPS = re.compile(r"\bsla (?:ik |we |wij )?(?:dus |maar |gewoon )?over\W*\Z", re.IGNORECASE)
NOT_MISSED = re.compile(r"\b(?:sla|slaan)\s+(?:(?:ik|we|wij|die|dat|dit|ook)\s+){0,2}niet\s+over\b", re.IGNORECASE)
# "Noor is dan al weg", behind a round: of that round, or the next, and she comes
BY_THEN = re.compile(
    r"\bdan (?:er )?(?:(?:al|alweer|weer|inmiddels|namelijk|helaas) )*"
    r"(?:weg|vertrokken|thuis|naar huis|onderweg|op weg|niet meer)\b"
    # "Daarna haak ik af"; not so "daarna werd ik ziek, dus ik haak af"
    r"|\b(?:daarna|erna|nadien|vanaf dan|after that|afterwards|from then on)\b"
    r"(?![^.;!?\n]{0,40}\b(?:kwam|werd|bleek|hoorde|kreeg|is|ben|came|was|got|heard)\b)"
    r"|\bgone by then\b|\b(?:have|has|will have) left by then\b",
    re.IGNORECASE,
)
# "... in de Citrix kom": a name that is no town, or a thing that one works with
INTO = late(
    r"\b(?:in|into)\s(?:(?:de|het|'t|mijn|m'n|onze|ons|the|my|our)\s)?(?:(?P<name>[A-ZÀ-Þ][\w.-]+)|(?P<thing>[\w-]+))"
)
FASTS = re.compile(r"\s(?:vast|vasten)\s(?:(?!niet\b|wel\b)[\w-]+\s){1,4}niet\b", re.IGNORECASE)
GETS = re.compile(r"\b(?:kom|komt|komen|kwam|kwamen|get|got)\b", re.IGNORECASE)
EVENTS = [noun for nouns in load("events")["meeting"].values() for noun in nouns]
THE_DAY = late(rf"\b(?:{any_of(EVENTS)}|datum|keer|date)\b", re.IGNORECASE)


def skips_something_else(text: str, clause: Clause, *, about_event: bool, of_parts: bool, names_part: bool) -> bool:
    """Whether the absence in that clause is from something other than the event.

    `about_event`: the event is meant in it; `names_part`: a workshop is; `of_parts`: the talk before was about
    workshops or rounds, so that "die" is one of them.
    """
    absence = clause.first("absent", "unable")
    if absence is None:
        return False
    if NOT_MISSED.search(text, clause.start, clause.end):
        return True  # "ik sla dit jaar niet over"
    if about_event:
        return False
    if INFINITIVE.search(text[clause.start : clause.end]):
        return True
    if of_parts and SKIPS.search(text, clause.start, clause.end):
        return True
    if BARE_NOUN.match(text, clause.start, clause.end) and not clause.has("attend", "gathering", "that_day"):
        return True
    verb = VERBS.search(text, absence.start, absence.end) or VERBS.search(text, clause.start, clause.end)
    if verb is None:
        return False
    if names_part:
        return True
    before = text[clause.start : verb.start()]
    if POINTS_BACK.fullmatch(before):
        return of_parts
    if clause.has("gathering", "that_day") or clause.names or THE_DAY.search(text, clause.start, clause.end):
        return False
    first = OBJECT_FIRST.fullmatch(before) is not None and _is_inverted(text, clause, verb.end())
    return first or OBJECT_BEHIND.search(text, verb.end(), clause.end) is not None


def gets_into_something_else(text: str, clause: Clause, *, about_event: bool) -> bool:
    """ "Ik kom niet meer in de Citrix", "... in mijn werkmail": what nobody gets into there is no day."""
    if about_event or not clause.has("attend"):
        return False
    into = INTO.search(text, clause.start, clause.end)
    if into is None or GETS.search(text, clause.start, clause.end) is None:
        return False
    if into["thing"]:
        return fold(into["thing"]).endswith(words("presence", "systems"))
    name = fold(into["name"])
    return name not in places() and name not in words("dates", "months") and not clause.names


def fasts(text: str, clause: Clause) -> bool:
    """ "Wim vast die dag niet": a verb right behind who does it; not so "Wim vast niet", which may say that surely he
    doesn't."""
    subjects = [name.end for name in clause.names] + [cue.end for cue in clause.cues if cue.kind in ("i", "he")]
    return any(FASTS.match(text, end, clause.end) for end in subjects)


def is_gone_by_then(text: str, clause: Clause) -> bool:
    """Whether somebody isn't there any more at an hour that was spoken of: no absence from the day."""
    return BY_THEN.search(text, clause.start, clause.end) is not None


def _is_inverted(text: str, clause: Clause, at: int) -> bool:
    """Whether the writer, the subject, stands right behind the verb, so that what stands before it is no subject."""
    return any(cue.kind in ("i", "we") and not text[at : cue.start].strip() for cue in clause.cues)


def is_obliged_elsewhere(text: str, clause: Clause, *, about_event: bool) -> bool:
    """ "Ik moet die dag bij een rechtszitting aanwezig zijn": why somebody who gives up a seat can't come."""
    if about_event or (clause.names and not clause.has("that_day")) or clause.has("enrol", "seat"):
        return False
    return OBLIGED.search(text, clause.start, clause.end) is not None


OBLIGED = re.compile(r"\b(?:moet|moeten|have to|has to|must|need to|needed)\b", re.IGNORECASE)
