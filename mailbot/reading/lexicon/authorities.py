"""Municipalities, provinces, ministries, water boards, public bodies: their names as people write them, and their mail
domains.

The names are data (lexicon/municipalities.toml, lexicon/authorities.toml). organisations.py looks for all the others.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from mailbot.reading.lexicon import load, words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.lookup import Lookup, keys_of, vocabulary

# Endings under which Dutch authorities have their mail; "utrecht.com" is somebody else.
ENDINGS = ("nl", "frl", "eu", "info", "org", "net", "amsterdam")
# Behind a salutation: "Dear all, I work for ..."
SAID_SINCE = re.compile(r"[,!.:]\s(?:ik|wij|we|i|mijn|my|graag|hierbij|namens|als|as|please|on|from|vanuit)\b")
TOWN_WORDS = re.compile(r"[\w'’-]+(?: [\w'’-]+){0,3}")
# What may stand before a municipality's name in its domain, or its council's.
BEFORE_NAME = ("", "gemeenteraad", "gemeente", "raad", "griffie")


def authorities(text: str, start: int, end: int) -> Iterator[Found]:
    """Authorities that text[start:end] names as such. kind: municipality | office ("raadslid Epe") | province |
    ministry | public_body (a water board, too)."""
    folded = fold(text)
    if _keys().isdisjoint(vocabulary(folded)):
        return
    for match in _patterns().municipality.finditer(folded, start, end):
        yield Found(_municipality(match["name"]), match.start(), match.end(), "municipality")
    for match in _adjective().finditer(folded, start, end):
        town = "den haag" if match["town"] == "haag" else match["town"]
        if town in municipality_names():
            yield Found(_municipality(town), match.start(), match.end(), "municipality")
    for match in _patterns().office.finditer(folded, start, end):
        yield Found(_municipality(match["name"]), *match.span("name"), "office")
    for match in _patterns().province.finditer(folded, start, end):
        yield Found(_province(match["name"]), match.start(), match.end(), "province")
    for match in _patterns().public_body.finditer(folded, start, end):
        yield Found(_public_bodies()[" ".join(match[0].split())], match.start(), match.end(), "public_body")
    yield from _ministries(text, folded, start, end)


@cache
def _keys() -> frozenset[str]:
    """Words of which a text that names an authority has one: asked at once, instead of pattern by pattern."""
    patterns = _patterns()
    kinds = (patterns.municipality, patterns.office, patterns.province, patterns.public_body, patterns.ministry)
    return _adjective().keys.union(*(kind.keys for kind in kinds))


@cache
def _adjective() -> Lookup:
    """ "de Delftse gemeenteraad"."""
    pattern = r"\b(?P<town>[^\W\d_]{3,20})se\s(?:gemeente)?raad\b"
    return Lookup(pattern, frozenset({"raad", "gemeenteraad"}))


def towns_at_line_ends(text: str, start: int, end: int) -> Iterator[Found]:
    """ "adviseur Zorg & Samenleving Nieuwkoop": in a signature the town at the end of a line is the employer."""
    for match in _patterns().at_line_end.finditer(fold(text), start, end):
        yield Found(_municipality(match["name"]), *match.span("name"), "municipality")


def authority_named(name: str) -> str | None:
    """That authority as one prints it: "gem. dronten" -> "Gemeente Dronten"; None where it is none."""
    folded = " ".join(fold(name).split())
    if match := _patterns().municipality.pattern.fullmatch(folded):
        return _municipality(match["name"])
    if match := _patterns().province.pattern.fullmatch(folded):
        return _province(match["name"])
    return f"Gemeente {municipality_names()[folded]}" if folded in municipality_names() else None


def authority_of(domain: str) -> str | None:
    """The authority that has its mail at that domain, or at the one above it."""
    return _authority_of(domain.lower())


@cache
def municipality_names() -> dict[str, str]:
    """Folded name or alias -> the name as the municipality writes it; with those that are no more."""
    lexicon = load("municipalities")
    names = [name for province in lexicon["provinces"].values() for name in province] + lexicon["former"]["names"]
    at_water = {fold(short): name for name in names for short in _shortened(name)}
    aliases = {fold(alias): name for alias, name in lexicon["aliases"].items()}
    return at_water | {fold(name): name for name in names} | aliases


def town_at(folded: str, at: int) -> int | None:
    """Where the longest name of a municipality that begins at that place ends; None where none does."""
    words = TOWN_WORDS.match(folded, at)
    while words is not None and words.end() > at:
        if folded[at : words.end()] in municipality_names():
            return words.end()
        words = TOWN_WORDS.match(folded, at, folded.rfind(" ", at, words.end())) if " " in words[0] else None
    return None


def _shortened(name: str) -> Iterator[str]:
    """ "Krimpen a/d IJssel", "Alphen ad Rijn"."""
    for long in (" aan den ", " aan de "):
        if long in name:
            yield from (name.replace(long, short) for short in (" a/d ", " ad ", " a.d. ", " a d "))


@cache
def places() -> frozenset[str]:
    """The names of all municipalities and provinces, folded: names of places before they are names of people."""
    return frozenset(municipality_names()) | frozenset(_province_names())


def _municipality(name: str) -> str:
    return f"Gemeente {municipality_names()[' '.join(name.split())]}"


def _province(name: str) -> str:
    return f"Provincie {_province_names()[' '.join(name.split())]}"


def _ministries(text: str, folded: str, start: int, end: int) -> Iterator[Found]:
    """ "Ministerie van SZW", "trainee OCW"; not "Beste collega's van BZK", which tells whom a mail is for."""
    for match in _patterns().ministry.finditer(folded, start, end):
        if is_in_greeting(folded, match.start()):
            continue
        if match["full"]:
            yield Found(_ministry_names()[" ".join(match["full"].split())], match.start(), match.end(), "ministry")
            continue
        group = "short" if match["short"] else "alone"
        written = text[slice(*match.span(group))]
        if written[0].isupper():
            since = match.start() if group == "short" else match.start("alone")
            yield Found(f"Ministerie van {written}", since, match.end(), "ministry")


def is_in_greeting(folded: str, at: int) -> bool:
    """Whether that place is in a line that begins as a salutation does, and nothing else is said since."""
    greeting = _greeting().match(folded, folded.rfind("\n", 0, at) + 1, at)
    return greeting is not None and not SAID_SINCE.search(folded, greeting.end(), at)


@cache
def _greeting() -> re.Pattern[str]:
    return re.compile(r"[^\S\n]{0,80}(?:beste|dag|geachte?|hallo|hoi|hi|ha|dear|l\.s|goede\w*)\b")


@cache
def _authority_of(domain: str) -> str | None:
    labels = domain.split(".")
    for candidate in (domain, ".".join(labels[-2:])):
        if candidate in _domains():
            return _domains()[candidate]
    if len(labels) < 2 or labels[-1] not in ENDINGS:
        return None
    bare = _bare(labels[-2])
    for prefix in BEFORE_NAME:
        if bare.startswith(prefix) and (name := _bare_names().get(bare.removeprefix(prefix))):
            return f"Gemeente {name}"
    province = _province_names().get(labels[-2].removeprefix("provincie").strip("-"))
    return f"Provincie {province}" if province and labels[-2].startswith("provincie") else None


def _bare(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name)


@cache
def _bare_names() -> dict[str, str]:
    """Name without blanks, hyphens and accents -> name: as mail domains have it."""
    return {_bare(folded): name for folded, name in municipality_names().items()}


@cache
def _domains() -> dict[str, str]:
    lexicon = load("authorities")
    domains = {domain: f"Gemeente {name}" for domain, name in load("municipalities")["domains"].items()}
    for name, own in lexicon["provinces"].items():
        domains |= dict.fromkeys(own, f"Provincie {name}")
    for name, shorts in lexicon["ministries"].items():
        domains |= {f"min{_bare(short.lower())}.nl": name for short in shorts}
    for name, own in (lexicon["water_boards"] | lexicon["public_bodies"]).items():
        domains |= dict.fromkeys((domain for domain in own if " " not in domain), name)
    return domains


@cache
def _province_names() -> dict[str, str]:
    lexicon = load("authorities")
    return {fold(n): n for n in lexicon["provinces"]} | {fold(a): n for a, n in lexicon["province_aliases"].items()}


@cache
def _ministry_names() -> dict[str, str]:
    return {fold(name): name for name in load("authorities")["ministries"]}


@cache
def _short_ministries() -> tuple[str, ...]:
    return tuple(fold(short) for shorts in load("authorities")["ministries"].values() for short in shorts)


@cache
def _public_bodies() -> dict[str, str]:
    """Folded name, or another that is in use -> the name in Dutch."""
    lexicon = load("authorities")
    called = [(name, name) for name in (*lexicon["water_boards"], *lexicon["public_bodies"])]
    called += [(other, name) for name, own in lexicon["public_bodies"].items() for other in own if " " in other]
    return {fold(other): name for other, name in called}


@dataclass(frozen=True, slots=True)
class _Patterns:
    municipality: Lookup
    office: Lookup
    at_line_end: Lookup
    province: Lookup
    ministry: Lookup
    public_body: Lookup


@cache
def _patterns() -> _Patterns:
    town = rf"(?P<name>{_longest_first(municipality_names())})(?![\w@]|\.\w|-\w)"
    prefix, office = any_of(words("organisations", "municipality")), any_of(words("organisations", "municipal_roles"))
    parties = any_of(map(fold, load("names")["parties"]))
    # "raadslid voor D66 in Epe", "raadslid GroenLinks in Epe", "raadslid voor een lokale partij in Epe"
    # ... "voor de Partij van de Arbeid in Epe", "voor Leefbaar en Sociaal in Epe"
    whose = r"(?:(?:een|de|in|the)\s)?(?:(?:lokale|plaatselijke)\s)?[\w&.-]{2,20}"
    whose += r"(?:\s(?:van|voor|en|for|of)\s(?:(?:de|het|the)\s)?[\w&.-]{2,20}){0,2}?"
    in_brackets = rf"\s\((?:fractie\s|voor\s)?(?:{parties})\)"  # "raadslid (GroenLinks) in Epe"
    # not "griffier bij de rechtbank te Epe"
    house = rf"(?!(?:(?:de|het|een|the)\s)?(?:{any_of(words('organisations', 'nameless'))})\b)"
    party = rf"(?:\s(?:voor|namens|van|bij|foar|fan|for|of)\s{house}{whose}|\s(?:{parties})|{in_brackets})?"
    shorts = _longest_first(_short_ministries())
    provinces = _longest_first(_province_names())
    own_ministry = any_of(words("organisations", "ministry_before"))
    return _Patterns(
        municipality=Lookup(
            rf"(?<![\w-])(?:{prefix})\s{{1,2}}(?:gemeente\s)?{town}",
            keys_of(words("organisations", "municipality")),
        ),
        office=Lookup(
            rf"(?<!\w)(?:{office}){party},?\s{{1,2}}(?:(?:in|van|te|bij|voor|uit|gemeente|for|of|fan|yn)\s(?:de\sgemeente\s)?)?{town}",
            keys_of(words("organisations", "municipal_roles")),
        ),
        at_line_end=Lookup(rf"(?<=[\w&,.] ){town}(?=[^\S\n]{{0,200}}(?:\n|$))", keys_of(municipality_names())),
        province=Lookup(
            (
                rf"\b(?:provincie|province of|provinsje|provinz|provinciale\sstaten(?:\svan)?|statenlid)\s"
                rf"(?P<name>{provinces})(?![\w-])"
            ),
            frozenset({"provincie", "province", "provinsje", "provinz", "provinciale", "statenlid"}),
        ),
        ministry=Lookup(
            (
                rf"\b(?P<full>{_longest_first(_ministry_names())})(?!\w)"
                rf"|\b(?:ministerie van|min\. van|ministry of)\s(?P<short>{shorts})(?!\w)"
                rf"|\b(?:{own_ministry})\s(?:het\s)?(?P<alone>{shorts})(?!\w)"
            ),
            keys_of(_short_ministries()) | {"ministerie", "ministry", "min"},
        ),
        public_body=Lookup(rf"\b(?:{_longest_first(_public_bodies())})(?!\w)", keys_of(_public_bodies())),
    )


def _longest_first(names: Iterable[str]) -> str:
    return any_of(sorted(names, key=len, reverse=True))
