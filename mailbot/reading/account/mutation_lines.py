"""Lines that begin with somebody, and say behind the name what becomes of them: "Wim Smit: vervalt", "Noor de Boer
(erbij)", "Els Bakker > wordt Piet Bos"; rows of a table whose last cell does.

What such lines say together, and whether they are a list that changes, is for mutations.py.
"""

import re
from functools import cache

from mailbot.reading.account.entry_names import direct_names
from mailbot.reading.details import diets, needs
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.lexicon import words
from mailbot.reading.names import NameFound
from mailbot.reading.names.people import is_misspelling
from mailbot.reading.names.titles import MR_OR_MS
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

LEAD = " \t\n*•·–>-_0123456789.)(\"'"  # what may stand before the first name of a line
BEFORE_NAME = late(rf"(?:{MR_OR_MS}|collega|onze|mijn|wethouder|raadslid)?\.?\s*", re.IGNORECASE)
SWAP = late(  # between who goes and who comes
    r"\s*(?:"
    r"(?:(?:-{1,2}|=)?>|→|:|\(|,)?\s*(?:(?:wordt|is|now|becomes|is now)\s*:?"
    r"|(?:is |wordt )?(?:vervangen door|replaced by|omzetten naar|over op|naar)\s*:?)"
    r"|(?:-{1,2}|=)?>|→"
    r"|(?:gaat |mag |moet )?(?:er\s?uit|er\s?af|uit|af|out|off)\s*(?:[,;/+]|en|and)"
    r")\s*(?:collega\s+|mevrouw\s+|de heer\s+)?"
)
SWAPPED = late(  # between who comes and who goes
    r"\s*[,(:]?\s*(?:komt |gaat )?(?:i\.?p\.?v\.?|in plaats van|instead of|ter vervanging van|als vervang\w+ van)"
    r"\s+(?:collega\s+|mevrouw\s+|de heer\s+)?",
    re.IGNORECASE,
)
BEHIND = re.compile(r"[^\S\n]*(?:[:=(–—,>]|-{1,2}>?|=>|→)[^\S\n]*|[^\S\n]+")
VERDICT = re.compile(
    r"(?P<label>[^\W\d_][^\n,;:().!@\d/]{0,30}?)\s*(?=[,;:().!/]|i\.?p\.?v\.?|in plaats|\Z)", re.IGNORECASE
)
INSTEAD = re.compile(r"(?:i\.?p\.?v\.?|in plaats van|instead of|voor|vervangt|for)\s+\Z", re.IGNORECASE)
# Behind a verdict: talk, by which it may hang on something
MORE = re.compile(
    r"\?|\b(?:ik|wij|we|maar|of|als|indien|mits|tenzij|misschien|mogelijk|wellicht|eventueel|onder voorbehoud|nog"
    r"|I|but|or|if|unless|maybe|perhaps)\b"
)
CELL = re.compile(
    r"\s*(?:ja|nee|yes|no|x|v|-|–)?\s*"
)  # whether somebody was on the list: of no weight beside a verdict
CHOOSES = re.compile(r"\b(?:ronde|rondes|workshop|workshops|sessie)\b", re.IGNORECASE)
SELF = re.compile(r"[\s\d*•·–>.)(_-]*(?:ondergetekende|ikzelf|ik zelf|ik|mijzelf|mezelf|myself)\b", re.IGNORECASE)


# A sentence without a verb of its own, whose first name is A and whose second is B, in small letters
LEAVES = (
    r"(?:komt |gaat |kan |doet )?(?:toch |helaas |zelf )?"
    r"(?:niet(?: mee)?|not|verhinderd|afgemeld|afmelden|eraf|eruit|uit|af|out|off)"
)
COMES = r"(?:komt|gaat|(?:komt |gaat |kan |doet )?(?:juist |nu )?(?:wel|mee)|aangemeld|aanmelden|erop|erin|erbij|in|on)"
AND = r"\s*(?:[,;:/+&–-]|\||en|maar|and|but|dus|,\s*(?:maar|en|dus))\s*"
SEP = r"\s*[-–:=]?\s*"
FORWARD = tuple(
    late(pattern)
    for pattern in (
        rf"A{SEP}{LEAVES}{AND}(?:wel |ik |vervanger |vervangster )?B(?:{SEP}{COMES})?",
        rf"(?:niet|not|geen|no) A{AND}(?:wel )?B",
        rf"(?:af|afmelden|afmelding|annulering|uit|eraf|eruit|uitschrijven|out)[ :]+A{AND}"
        r"(?:aan|aanmelden|aanmelding|in|erop|erin|erbij|inschrijven)[ :]+B",
        r"(?:plaats|plek|ticket|kaartje|inschrijving|aanmelding)(?: van)? A (?:gaat |wordt )?"
        r"(?:naar|overzetten op|op naam van) B",
    )
)
BACKWARD = tuple(
    late(pattern)
    for pattern in (
        rf"A{SEP}(?:(?:komt |gaat )?wel){AND}B{SEP}{LEAVES}",
        rf"(?:wel) A{AND}(?:niet B|B niet)",
        r"A (?:komt|gaat) (?:voor|namens) B",
    )
)
AROUND = late(  # a date, an event's day: of no weight in such a sentence
    r"\b(?:op|voor|d\.?d\.?|van|on|for)?\s*(?:\(\s*)?(?:ma|di|wo|do|vr|maandag|dinsdag|woensdag|donderdag|vrijdag)?\s*"
    r"\d{1,2}(?:\s+(?:jan|feb|mrt|maart|apr|april|mei|juni|juli|march|june)[a-z]*\.?|[-/]\d{1,2}(?:[-/]\d{2,4})?)(?:\s+20\d\d)?\s*\)?"
    r"|\b(?:wissel|wisseling|wijziging|mutatie|vervanging|let op|change|swap|s\.?v\.?p|a\.?u\.?b|graag|please)\b\s*:?",
    re.IGNORECASE,
)
ME = re.compile(r"\b(?:ik|ikzelf|ondergetekende|mij|me)\b", re.IGNORECASE)
FEW = 16  # words of such a sentence


def contrast_on(text: str, unit: Unit) -> tuple[NameFound | None, NameFound] | None:
    """Who goes and who comes, in a sentence without a verb that says no more: "Wim Smit niet, Noor Tal wel"; nobody
    goes by name where that is the writer: "Ik niet, Noor Tal wel"."""
    if unit.kind is UnitKind.ROW or not 1 <= len(unit.names) <= 2 or len(text[unit.start : unit.end].split()) > FEW:
        return None
    named = sorted(unit.names, key=lambda name: name.start)
    names: list[NameFound | None] = [*named]
    spans = [(name.start, name.end) for name in named]
    if len(spans) == 1:
        own = ME.search(text, unit.start, unit.end)
        if own is None:
            return None
        at = 0 if own.start() < spans[0][0] else 1
        names.insert(at, None)
        spans.insert(at, own.span())
    first, second = names
    if first is not None and second is not None and are_one(first, second):
        return None
    shape = _shape(text, unit, spans)
    if second is not None and any(pattern.fullmatch(shape) for pattern in FORWARD):
        return first, second
    if first is not None and any(pattern.fullmatch(shape) for pattern in BACKWARD):
        return second, first
    return None


def _shape(text: str, unit: Unit, spans: list[tuple[int, int]]) -> str:
    """Its words in small letters, without its day, with A and B for the names."""
    (a, behind), (b, last) = spans
    parts = (text[unit.start : a], text[behind:b], text[last : unit.end])
    lead, between, rest = (AROUND.sub(" ", part.casefold()) for part in parts)
    return " ".join(f"{lead} A {between} B {rest}".split()).strip(" .:;,!-–*")


def swap_on(text: str, unit: Unit) -> tuple[NameFound, NameFound] | None:
    """Who goes from the list and who comes onto it, on a line with two names."""
    if unit.kind is UnitKind.ROW or len(unit.names) != 2 or not begins_with_name(text, unit):
        return None
    first, second = sorted(unit.names, key=lambda name: name.start)
    if are_one(first, second):
        return None
    if SWAP.fullmatch(text, first.end, second.start):
        return first, second
    return (second, first) if SWAPPED.fullmatch(text, first.end, second.start) else None


def are_one(first: NameFound, second: NameFound) -> bool:
    """Whether one may be another spelling of the other: "Jan de Wit wordt Jan van der Wit"."""
    return is_misspelling(first.name, second.name) or fold(first.name.given) == fold(second.name.given)


def begins_with_name(text: str, unit: Unit) -> bool:
    """Whether nothing of weight stands before the first name of a line."""
    start = min((name.start for name in unit.names), default=None)
    return start is not None and BEFORE_NAME.fullmatch(text[unit.start : start].strip(LEAD)) is not None


def verdict_on(text: str, unit: Unit) -> tuple[str, NameFound | None] | None:
    """What a line says of the one whom it begins with; no name where that is the writer."""
    if (own := SELF.match(text, unit.start, unit.end)) is not None:
        return _said(text, own.end(), unit, None)
    first = min(direct_names(text, unit), key=lambda name: name.start, default=None)
    others = [name for name in unit.names if first is not None and name.start > first.start]
    if (
        first is None
        or not begins_with_name(text, unit)
        or any(not INSTEAD.search(text, first.end, n.start) for n in others)
    ):
        return None  # "Wim Smit kan niet, Noor de Boer gaat": says more than one thing
    return _said(text, first.end, unit, first)


def _said(text: str, at: int, unit: Unit, name: NameFound | None) -> tuple[str, NameFound | None] | None:
    if unit.kind is UnitKind.ROW:
        cells = text[at : unit.end].split("\t")
        told = [kind for cell in cells[1:] if not CELL.fullmatch(cell) and (kind := _kind(cell.strip()))]
        plain = all(_kind(cell.strip()) or CELL.fullmatch(cell) or "@" in cell for cell in cells)
        return (told[0], name) if len(told) == 1 and plain else None
    behind = BEHIND.match(text, at, unit.end)
    kind = _kind(text[behind.end() : unit.end].strip()) if behind else None
    return (kind, name) if kind else None


def _kind(said: str) -> str | None:
    found = VERDICT.match(said)
    kind = labels().get(fold(found["label"])) if found else None
    more = MORE.search(said, found.end()) if found else None
    if more and not (kind == "stays" and _only_wishes(more[0], said[more.end() :])):
        return None
    return kind


def _only_wishes(word: str, rest: str) -> bool:
    """ "Blijft, maar eet sinds kort lactosevrij", "blijft, maar wil in ronde 1 naar ..."."""
    return word == "maar" and (bool(diets(rest) or needs(rest)) or CHOOSES.search(rest) is not None)


@cache
def labels() -> dict[str, str]:
    """What each label says of the people beside it."""
    return {label: kind for kind in ("off", "away", "on", "stays") for label in words("mutations", kind)}
