"""Which organisation somebody is of: as a text says it, or, failing that, as the mail address does.

A text says it in an official name ("gemeente Raalte", "provincie Fryslân", "Ministerie van OCW"), by an office that is
only held in a municipality ("raadslid Goirle"), by a word that organisations begin or end with ("Stichting Barka",
"Leiden University"), after "namens" or "werk bij", in a form, or by a name that is the mail domain itself
("Vizier Oost" of vizieroost.nl).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mailbot.reading.fold import any_of, fold
from mailbot.reading.found import Found, tidy, without_overlaps
from mailbot.reading.lexicon import load, words

CAPITALISED = r"(?:[A-ZÀ-ÖØ-ÞŞİŁ0-9][\w’'.&()-]*)"
CONNECTOR = r"(?:van|de|het|der|den|voor|en|of|for|the|and|in|&|-|’t|'t|du|des|la|zonder|tegen|te)"
RUN = rf"{CAPITALISED}(?:[ ](?:{CONNECTOR}[ ]){{0,2}}{CAPITALISED}){{0,6}}"
SLD = re.compile(r"@(?:[\w-]+\.)*?([\w-]+)\.(?:\w{2,6}|co\.uk)$")


def organisations(
    text: str, start: int = 0, end: int | None = None, *, signature: bool = False, email: str | None = None
) -> tuple[Found, ...]:
    """Organisations named in text[start:end]. kind: municipality | province | ministry | water_board | domain (its
    name is the address's) | labelled | lead_in ("namens ...") | other. `email`: the address of whoever it is about.
    `signature`: a line that ends in a municipality's name counts, too."""
    end = len(text) if end is None else end
    folded = fold(text)
    found = [
        *_municipalities(text, folded, start, end),
        *_provinces(folded, start, end),
        *_ministries(text, folded, start, end),
        *_water_boards(folded, start, end),
        *_labelled(text, folded, start, end),
    ]
    if email:
        found.extend(_of_domain(text, folded, email, start, end))
    found.extend([*_known(text, start, end), *_by_words(text, start, end), *_after_lead_in(text, folded, start, end)])
    if signature:
        found.extend(_line_ends(folded, start, end))
    return without_overlaps(found)


def organisation_of(email: str) -> Found | None:
    """The authority whose mail domain that address has: municipality, province, ministry or water board; else None.
    Its place is (0, 0) and its kind "domain": nobody wrote it."""
    name = _authority_of(email.rsplit("@", 1)[-1].lower())
    return Found(name, 0, 0, "domain") if name else None


def is_public_mail(email: str) -> bool:
    """Whether anybody can have an address there, so that it says nothing of an organisation."""
    return email.rsplit("@", 1)[-1].lower() in words("organisations", "public_mail")


@cache
def places() -> frozenset[str]:
    """The names of all municipalities and provinces, folded: names of places before they are names of people."""
    return frozenset(_municipality_names()) | frozenset(map(fold, load("authorities")["provinces"]))


def _municipalities(text: str, folded: str, start: int, end: int) -> Iterator[Found]:
    for match in _patterns().municipality.finditer(folded, start, end):
        yield Found(_called(match["name"]), match.start(), match.end(), "municipality")
    for match in _patterns().office.finditer(folded, start, end):
        yield Found(_called(match["name"]), *match.span("name"), "municipality")
    for match in re.compile(rf"\b[Gg]em(?:eente|\.)[ ](?P<name>{CAPITALISED}(?:[ -]{CAPITALISED}){{0,2}})").finditer(
        text, start, end
    ):
        yield Found(f"Gemeente {tidy(match['name'])}", match.start(), match.end("name"), "municipality")


def _called(name: str) -> str:
    return f"Gemeente {_municipality_names()[' '.join(name.split())]}"


def _line_ends(folded: str, start: int, end: int) -> Iterator[Found]:
    """ "adviseur Zorg & Samenleving Nieuwkoop": in a signature the town at the end of a line is the employer."""
    for match in _patterns().at_line_end.finditer(folded, start, end):
        yield Found(_called(match["name"]), *match.span("name"), "municipality")


def _provinces(folded: str, start: int, end: int) -> Iterator[Found]:
    for match in _patterns().province.finditer(folded, start, end):
        yield Found(
            f"Provincie {_provinces_by_name()[' '.join(match['name'].split())]}", match.start(), match.end(), "province"
        )


def _ministries(text: str, folded: str, start: int, end: int) -> Iterator[Found]:
    for match in _patterns().ministry.finditer(folded, start, end):
        if _greeting().match(folded, folded.rfind("\n", 0, match.start()) + 1, match.start()):
            continue  # "Beste collega's van BZK": whom it is for
        name = _ministry_names().get(" ".join((match["full"] or "").split()))
        short = match["short"] or match["alone"]
        if name is None:
            span = match.span("short") if match["short"] else match.span("alone")
            name = f"Ministerie van {text[slice(*span)]}"
            if not short or not text[span[0]].isupper():
                continue
        yield Found(name, match.start() if not match["alone"] else match.start("alone"), match.end(), "ministry")


def _water_boards(folded: str, start: int, end: int) -> Iterator[Found]:
    names = {fold(name): name for name in load("authorities")["water_boards"]}
    for match in _patterns().water_board.finditer(folded, start, end):
        yield Found(names[" ".join(match[0].split())], match.start(), match.end(), "water_board")


def _labelled(text: str, folded: str, start: int, end: int) -> Iterator[Found]:
    for match in _patterns().label.finditer(folded, start, end):
        value = tidy(text[slice(*match.span("value"))])
        if value and fold(value) not in words("diet", "empty_values"):
            yield Found(canonical(value), *match.span("value"), "labelled")


def canonical(name: str) -> str:
    """An organisation as one prints it: "gem. dronten" -> "Gemeente Dronten"; others as written."""
    folded = fold(name)
    match = _patterns().municipality.fullmatch(folded)
    if match:
        return _called(match["name"])
    if folded in _municipality_names() and "gemeente" not in folded:
        return f"Gemeente {_municipality_names()[folded]}"
    province = _patterns().province.fullmatch(folded)
    return f"Provincie {_provinces_by_name()[province['name']]}" if province else name


def _known(text: str, start: int, end: int) -> Iterator[Found]:
    for match in _patterns().known.finditer(text, start, end):
        yield Found(match[0], match.start(), match.end(), "other")


def _by_words(text: str, start: int, end: int) -> Iterator[Found]:
    """Names that begin or end with a word for an organisation, and have a capital beside it."""
    for pattern in (_patterns().tail, _patterns().head):
        for match in pattern.finditer(text, start, end):
            name = tidy(match["name"])
            if not fold(name).startswith(("platform", "de heer", "geachte", "beste")):
                yield Found(name, *match.span("name"), "other")


@cache
def _greeting() -> re.Pattern[str]:
    return re.compile(r"[^\S\n]{0,80}(?:beste|dag|geachte?|hallo|hoi|hi|ha|dear|l\.s|goede\w*|bêste)\b")


def _after_lead_in(text: str, folded: str, start: int, end: int) -> Iterator[Found]:
    for match in _patterns().lead_in.finditer(folded, start, end):
        if _greeting().match(folded, folded.rfind("\n", 0, match.start()) + 1, match.start()):
            continue
        name = re.compile(rf"(?:(?:de|het|the|our|onze|ons)[ ])?(?P<name>{RUN})").match(text, match.end(), end)
        if name and len(tidy(name["name"])) > 1:
            yield Found(canonical(tidy(name["name"])), *name.span("name"), "lead_in")


def _of_domain(text: str, folded: str, email: str, start: int, end: int) -> Iterator[Found]:
    """Words that are the domain of the address: "Justice & Peace Netherlands" of justiceandpeace.nl."""
    authority = organisation_of(email)
    if authority:
        name = fold(authority.value).removeprefix("gemeente ").removeprefix("provincie ")
        for match in re.compile(rf"(?<![\w@.-]){re.escape(name)}(?![\w@]|\.\w)").finditer(folded, start, end):
            yield Found(authority.value, match.start(), match.end(), "domain")
        return
    label = SLD.search(email.lower())
    if not label or is_public_mail(email):
        return
    wanted = re.sub(r"[^a-z0-9]", "", label[1])
    tokens = list(re.compile(r"[\w.()’'&-]+").finditer(folded, start, end))
    for first in range(len(tokens)):
        last = _matching_run(folded, tokens, first, wanted)
        if last is not None:
            last = _with_following_capitals(text, tokens, last)
            span = (tokens[first].start(), tokens[last].end())
            yield Found(tidy(text[slice(*span)]).rstrip("."), *span, "domain")
            return


def _matching_run(folded: str, tokens: list[re.Match[str]], first: int, wanted: str) -> int | None:
    """The last of the words from `first` on that together spell the domain, or its beginning at some length."""
    letters = ""
    for at in range(first, min(first + 6, len(tokens))):
        if (
            "@" in folded[max(0, tokens[at].start() - 1) : tokens[at].end() + 1]
            or folded[tokens[at].start() - 4 : tokens[at].start()] == "www."
        ):
            return None
        letters += re.sub(r"[^a-z0-9]", "", tokens[at][0].replace("&", "and").replace("'", ""))
        if letters == wanted or (len(wanted) >= 6 and letters.startswith(wanted) and len(letters) < len(wanted) + 8):
            return at
        if not wanted.startswith(letters):
            return None
    return None


def _with_following_capitals(text: str, tokens: list[re.Match[str]], last: int) -> int:
    while last + 1 < len(tokens):
        between = text[tokens[last].end() : tokens[last + 1].start()]
        if between != " " or not text[tokens[last + 1].start()].isupper():
            break
        last += 1
    return last


@cache
def _municipality_names() -> dict[str, str]:
    """Folded name or alias -> the name as the municipality writes it."""
    lexicon = load("municipalities")
    names = [name for province in lexicon["provinces"].values() for name in province] + lexicon["former"]["names"]
    return {fold(name): name for name in names} | {fold(alias): name for alias, name in lexicon["aliases"].items()}


@cache
def _provinces_by_name() -> dict[str, str]:
    lexicon = load("authorities")
    return {fold(n): n for n in lexicon["provinces"]} | {fold(a): n for a, n in lexicon["province_aliases"].items()}


@cache
def _ministry_names() -> dict[str, str]:
    return {fold(name): name for name in load("authorities")["ministries"]}


@cache
def _authority_of(domain: str) -> str | None:
    for candidate in (domain, ".".join(domain.split(".")[-2:])):
        if candidate in _domains():
            return _domains()[candidate]
    label = domain.split(".")[-2] if domain.count(".") else domain
    bare = re.sub(r"[^a-z0-9]", "", label)
    for prefix in ("", "gemeenteraad", "gemeente", "raad", "griffie"):
        name = _bare_names().get(bare.removeprefix(prefix)) if bare.startswith(prefix) else None
        if name and domain.rsplit(".", 1)[-1] in ("nl", "frl", "eu", "info", "org", "net", "amsterdam", "gov"):
            return f"Gemeente {name}"
    return None


@cache
def _bare_names() -> dict[str, str]:
    """Name without blanks, hyphens and accents -> name: as mail domains have it."""
    return {re.sub(r"[^a-z0-9]", "", folded): name for folded, name in _municipality_names().items()}


@cache
def _domains() -> dict[str, str]:
    lexicon = load("authorities")
    domains = {domain: f"Gemeente {name}" for domain, name in load("municipalities")["domains"].items()}
    for name, own in lexicon["provinces"].items():
        domains |= dict.fromkeys(own, f"Provincie {name}")
    for name, shorts in lexicon["ministries"].items():
        domains |= {f"min{re.sub(r'[^a-z]', '', short.lower())}.nl": name for short in shorts}
    for name, own in lexicon["water_boards"].items():
        domains |= dict.fromkeys(own, name)
    return domains


@dataclass(frozen=True, slots=True)
class _Patterns:
    municipality: re.Pattern[str]
    office: re.Pattern[str]
    at_line_end: re.Pattern[str]
    province: re.Pattern[str]
    ministry: re.Pattern[str]
    water_board: re.Pattern[str]
    label: re.Pattern[str]
    known: re.Pattern[str]
    head: re.Pattern[str]
    tail: re.Pattern[str]
    lead_in: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    names = any_of(sorted(_municipality_names(), key=len, reverse=True))
    town = rf"(?P<name>{names})(?![\w@]|\.\w|-\w)"
    office = any_of(words("organisations", "municipal_roles"))
    provinces = any_of(sorted(_provinces_by_name(), key=len, reverse=True))
    lexicon = load("authorities")
    shorts = any_of(
        sorted((fold(s) for shorts in lexicon["ministries"].values() for s in shorts), key=len, reverse=True)
    )
    full = any_of(sorted(_ministry_names(), key=len, reverse=True))
    first = lambda word: rf"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}"  # noqa: E731  "stichting", "Stichting"
    heads = "|".join(first(w) for w in sorted(_raw("heads"), key=len, reverse=True))
    tails = "|".join(re.escape(w[0].upper() + w[1:]) for w in sorted(_raw("tails"), key=len, reverse=True))
    return _Patterns(
        municipality=re.compile(
            rf"(?<![\w-])(?:{any_of(words('organisations', 'municipality'))})\s{{1,2}}(?:gemeente\s)?{town}"
        ),
        office=re.compile(
            rf"(?<![\w])(?:{office})(?:\s(?:voor|namens|van)\s[\w&.]{{2,20}})?,?\s{{1,2}}(?:(?:in|van|te|bij|voor|uit|gemeente|for|of|fan|yn)\s)?{town}"
        ),
        at_line_end=re.compile(rf"(?<=[\w&,.] ){town}(?=[^\S\n]*(?:\n|$))"),
        province=re.compile(rf"\b(?:provincie|province of|provinsje|provinz)\s(?P<name>{provinces})(?![\w-])"),
        ministry=re.compile(
            rf"\b(?P<full>{full})(?!\w)|\b(?:ministerie van|min\. van|ministry of)\s(?P<short>{shorts})(?!\w)"
            rf"|\b(?:bij|van|namens|voor|trainee|directie|at)\s(?:het\s)?(?P<alone>bzk|szw|vws|ocw|jenv|j&v|ienw|i&w|ezk|lnv|buza)(?!\w)"
        ),
        water_board=re.compile(rf"\b(?:{any_of([fold(name) for name in lexicon['water_boards']])})(?!\w)"),
        label=re.compile(
            rf"(?:^|\n)[^\S\n]{{0,8}}(?:[-*•>]\s?)?(?:{any_of(words('organisations', 'labels'))})\s?(?:[:=]|\t)[^\S\n]{{0,8}}(?P<value>[^\n\t]{{2,100}})"
        ),
        known=re.compile(
            rf"(?<![\w@.-])(?:{'|'.join(map(re.escape, sorted(load('organisations')['known']['names'], key=len, reverse=True)))})(?![\w@-]|\.\w)"
        ),
        head=re.compile(rf"(?<![\w@.-])(?P<name>(?:{heads})(?:[ ](?:{CONNECTOR}[ ]){{0,2}}{CAPITALISED}){{1,6}})"),
        tail=re.compile(
            rf"(?<![\w@.-])(?P<name>{CAPITALISED}(?:[ ](?:{CONNECTOR}[ ]){{0,2}}{CAPITALISED}){{0,4}}?[ ](?:{tails})(?:[ ](?:Nederland|Netherlands|of[ ][A-Z]\w+(?:[ ][A-Z]\w+)?))?)(?![\w-])"
        ),
        lead_in=re.compile(rf"(?<![\w])(?:{any_of(words('organisations', 'lead_ins'))})\s(?=\S)"),
    )


def _raw(table: str) -> list[str]:
    """The words of a table as they are written, accents and all: they are looked for in unfolded text."""
    return [word for language in load("organisations")[table].values() for word in language]
