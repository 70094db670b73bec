"""How far the name of an organisation reaches, once some of it has been recognised.

"VluchtelingenWerk Oost-Nederland" goes on to its region, "Stichting Buurtkracht" begins before the part that the mail
domain spells, "Meldpunt Drenthe in Assen" is called so without the town where it is.
"""

import re
from dataclasses import replace
from functools import cache

from mailbot.reading.details.title_words import head_length
from mailbot.reading.lexicon import load, word_set, words
from mailbot.reading.lexicon.authorities import municipality_names, places
from mailbot.reading.names.person_name import is_given
from mailbot.reading.names.titles import is_job_title
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found, tidy
from mailbot.reading.text.late import late

NAMED_AS_SUCH = ("municipality", "office", "province", "ministry", "public_body")
MAY_BE_PART = ("bureau", "dienst", "netwerk")  # in small letters: the office of a body that is called so itself
NEXT_WORD = late(r"[ ](?P<word>[^\W\d_a-z][\w’'-]*)(?![\w@]|[.’'-]\w)")
IN_QUARTER = re.compile(r"^(?P<name>.{3,}?) in (?:de|het) \w+(?:wijk|buurt|kwartier)$")
# in small letters what sort of house it is: "welzijnsorganisatie Farent" is called Farent
SORT = re.compile(r"^(?!bewoner)[a-z]{4,}-?(?:organisatie|instelling|corporatie|bureau|bedrijf)[ ](?=[A-Z0-9])")
SITUATED = re.compile(r"^(?P<name>.{3,}?)(?:,? (?:in|te|at)|,| -| –) (?P<place>[^,]{3,30})$")
# A name of its own behind what sort of house it is, and then where: "Thuiszorg Zonneroos in Beilen"
IN_VILLAGE = re.compile(
    r"^(?P<name>(?P<sort>[^\W\d_]+) (?:[Dd]e |[Hh]et |'t )?[A-Z0-9].*)"
    r" (?:in|te) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?$"
)
# Behind "werk bij": "Zonnehof in Westerbork"
LONE_IN_VILLAGE = re.compile(r"^(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{3,}) in [A-Z][a-zà-ÿ-]{2,}$")
SHORT_SITUATED = re.compile(r"^(?P<name>[A-Z]{2,6}) in [A-Z][\w’'-]+$")
SHORTENED_TOWNS = ("a'dam", "r'dam", "adam", "rdam", "a'foort")
JOINS = (" en ", " and ", ", ", " & ", " + ")
FACTION = re.compile(r"(?:raads)?fractie van (?:de |het )?(?=[A-Z0-9])", re.IGNORECASE)
DEPARTMENT_OF = re.compile(r"(?P<part>.{3,40}?),? (?:van de |bij de )?(?:[Gg]emeente|[Gg]em\.) (?P<town>.{2,40})")
# At the beginning of a line, before the name that a mail domain spells: "Sociale Wijkteams Arnhem"
ADJECTIVE = re.compile(
    r"[^\S\n]*(?P<name>(?:Sociale?|Regionale?|Landelijke?|Lokale?|Nationale?|Koninklijke?|Stedelijke?|Openbare?) )"
)
# "Hervormd Kerkkoor ...", at the head of a line; "van het Zwols Gospelkoor"
KIND_OF = late(
    r"(?:(?P<lead>\b(?:van|bij|namens|het|aan|de|van de) )|\b(?P<job>[a-zà-ÿ]{4,}) |(?:^|(?<=\n)|(?<=[,|–-] )))"
    r"(?P<adjective>[^\W\d_a-z][a-zà-ÿ]{2,}(?:s|d|t|ch|se|de|te|che|ijk|ijke)) $"
)
# "Kunst na Arbeid", "Coalition of Cities against Racism": small words that stand within a name
WITHIN = late(r" (?:na|door|is|boven|zonder|(?P<cause>tegen|against)) [^\W\d_a-z][\w’'-]+(?![\w@])")
# "COC Groningen & Drenthe", "Bureau Discriminatiezaken Zaanstreek/Waterland"
SECOND_REGION = late(r"(?P<joint> ?[&/+] ?)(?P<word>[^\W\d_a-z][\w’'-]{2,})(?![\w@]|\.\w| [a-z]{2,4} [A-Z])")
APOSTROPHE = re.compile(r"['’][st] ")
AND_ME = (" and I", " & I")  # "My colleague from Leiden University and I"
AND_PERSON = late(
    r"(?P<before>[^\W_][\w’'-]*)(?:,? (?:en|and)|,| &| \+) (?P<given>[^\W\d_a-z][\w’'-]*)"
    r"(?= (?:(?:van|de|der|den|ten|ter|el|al|'t) ){0,3}[^\W\d_a-z][\w’'-]+)"
)


def in_full(text: str, found: Found, start: int, end: int) -> Found:
    """That organisation with all that belongs to its name, and without where it is. text[start:end]: where to look."""
    if found.kind in NAMED_AS_SUCH:
        return found
    found = _without_department(_without_person(found))
    if found.kind in NAMED_AS_SUCH:
        return found
    situated = SITUATED.match(found.value)
    quarter = IN_QUARTER.match(found.value)
    if quarter:
        return replace(found, value=quarter["name"])
    short = SHORT_SITUATED.match(found.value)
    if short:
        return replace(found, value=short["name"])  # "SMHI in Norrköping", wherever that is
    bracketed = text[found.start - 1 : found.start] == "(" and text[found.end : found.end + 1] == ")"
    if situated and not bracketed and found.kind != "domain" and _is_a_town(fold(situated["place"])):
        return replace(found, value=situated["name"])
    village = IN_VILLAGE.match(found.value)
    if village and not bracketed and found.kind != "domain" and _has_an_address(village["sort"]):
        return replace(found, value=village["name"])
    lone = LONE_IN_VILLAGE.match(found.value)
    if lone and found.kind == "lead_in":
        return replace(found, value=lone["name"])
    written = text[found.start : found.start + len(found.value)]
    if fold(written) != fold(found.value):
        return found
    first, last = _first(text, found, start), _last(text, found, end)
    value = text[first : found.start] + found.value + text[found.start + len(written) : last]
    article = value[:1] if APOSTROPHE.match(value) else ""  # "'s Heeren Loo"
    return replace(found, value=SORT.sub("", article + tidy(value)), start=first, end=last)


def _has_an_address(sort: str) -> bool:
    """Whether such a house is in one place: a hospice, a school; not so a foundation: "Stichting Mens in Nood"."""
    return fold(sort).endswith(words("organisations", "in_one_place"))


def _is_a_town(folded: str) -> bool:
    """Whether that is a municipality, or a part of one: "Almere-Haven", "A'dam Oost"."""
    names = municipality_names()
    first = re.split(r"[- ]", folded, maxsplit=1)[0].replace("’", "'")
    if folded.replace(" ", "-") in _abroad():
        return True
    return folded in names or first in SHORTENED_TOWNS or ("-" in folded and first in names)


@cache
def _abroad() -> frozenset[str]:
    """Cities and countries of others, folded."""
    return frozenset(word for listed in load("organisations")["abroad"].values() for word in fold(listed).split())


def _without_person(found: Found) -> Found:
    """ "Politie Oost en Tineke van der Zee": who stands behind it, by a given name and a surname, is none of it."""
    if found.value.endswith(AND_ME) and _is_as_written(found):
        value = found.value.rsplit(" ", 2)[0]
        return replace(found, value=value, end=found.start + len(value))
    joined = any(mark in found.value for mark in JOINS)
    beside = AND_PERSON.search(found.value) if joined else None
    if beside is None or not is_given(beside["given"]) or is_given(beside["before"]):
        return found
    value = found.value[: beside.end("before")]
    return replace(found, value=value, end=found.start + len(value)) if _is_as_written(found) else found


def _without_department(found: Found) -> Found:
    """ "Welzijn gemeente Epe", "Sociaal Team gemeente Epe" are of the municipality; "fractie van Dorpsbelangen" of that
    party."""
    if faction := FACTION.match(found.value):
        return replace(found, value=found.value[faction.end() :])
    part = DEPARTMENT_OF.fullmatch(found.value) if "gem" in fold(found.value) else None
    name = municipality_names().get(fold(part["town"])) if part else None
    if part is None or name is None:
        return found
    first = fold(part["part"]).split()[0]
    departments = (
        *words("organisations", "departments"),
        *words("organisations", "teams"),
        *words("roles", "policy_fields"),
    )
    return replace(found, value=f"Gemeente {name}", kind="municipality") if first in departments else found


def _is_as_written(found: Found) -> bool:
    return found.end - found.start == len(found.value)


def _first(text: str, found: Found, start: int) -> int:
    line = max(start, text.rfind("\n", 0, found.start) + 1)
    led = ADJECTIVE.fullmatch(text, line, found.start) if found.kind == "domain" else None
    if led is not None:
        return led.start("name")
    called = KIND_OF.search(text, max(line, found.start - 28), found.start)
    if (
        called
        and (called["lead"] or _ends_its_line(text, found))
        and (called["job"] is None or is_job_title(called["job"]))  # "predikant Gereformeerde Kerk Goes"
        and _is_kind(found)
        and not is_given(called["adjective"])
        and head_length(fold(called["adjective"])) is None  # "Teamassistent GGD Zuid Limburg"
    ):
        return called.start("adjective")
    before = _head_before().search(fold(text), max(start, found.start - 24), found.start)
    if before is None or before.end() != found.start:
        return found.start
    by_the_way = before["head"].strip() in MAY_BE_PART and not text[before.start("head")].isupper()
    return found.start if by_the_way else before.start("head")


def _ends_its_line(text: str, found: Found) -> bool:
    """Whether nothing but a town stands behind it: "Gemengd Koor Excelsior, Wierden"."""
    behind = text[found.end :].partition("\n")[0]
    return " " not in behind.strip(" ,.")


def _is_kind(found: Found) -> bool:
    """Whether a name begins with what sort of house it is: "Kerkkoor Soli Deo Gloria"."""
    kind = fold(found.value.split()[0])
    return kind in word_set("organisations", "heads") or kind.endswith(words("organisations", "compounds"))


def _last(text: str, found: Found, end: int) -> int:
    at = found.end
    if (joined := WITHIN.match(text, at, end)) is not None and (joined["cause"] or _is_kind(found)):
        return joined.end()
    while (following := NEXT_WORD.match(text, at, end)) and (
        _is_region(following["word"]) or (following["word"] == "College" and text.endswith("University", 0, at))
    ):
        at = following.end()
    second = SECOND_REGION.match(text, at, end)
    if second is not None and _is_region(text[found.start : at].split()[-1]) and _may_be_region(second):
        return second.end()
    return at


def _may_be_region(second: re.Match[str]) -> bool:
    """Whether what is joined to a region is another: "Zaanstreek/Waterland"; not "Ede & Els"."""
    joined_up = second["joint"] == "/" and not is_given(second["word"])
    return _is_region(second["word"]) or joined_up


def _is_region(word: str) -> bool:
    """Whether a word tells where: a town, a province, "Oost", "Noordoost-Brabant", "Brabant"."""
    folded = fold(word)
    if folded in places() or folded in _quarters() or folded in word_set("organisations", "regions"):
        return True
    first, dash, second = folded.partition("-")
    return bool(dash) and first in _quarters() and bool(second)


@cache
def _quarters() -> frozenset[str]:
    return frozenset(fold(word) for word in load("names")["quarters"])


@cache
def _head_before() -> re.Pattern[str]:
    """The first word of an organisation right before what was found of it."""
    heads = [word for word in words("organisations", "heads") if not word.endswith((" van", " voor", " of", " for"))]
    compound = (
        r"\w{3,}(?:punt|centrum|bureau|platform|netwerk|loket|huis|raad|kring|club|genootschap)"  # "informatiepunt"
    )
    return re.compile(rf"(?<![\w-])(?P<head>(?:{any_of(heads)}|{compound}) |(?:stichting|vereniging)\n)$")
