"""Which organisation somebody is of: as a text says it, or, failing that, as the mail address does.

A text says it in an official name (authorities.py), by a word that organisations begin or end with ("Stichting Barka",
"Leiden University"), after "namens" or "werk bij", in a form, or by a name that is the mail domain itself
("Vizier Oost" of vizieroost.nl).
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from mailbot.reading.details.organisation_names import in_full
from mailbot.reading.details.roles import roles
from mailbot.reading.lexicon import load, words
from mailbot.reading.lexicon.authorities import (
    authorities,
    authority_named,
    authority_of,
    is_in_greeting,
    municipality_names,
    towns_at_line_ends,
)
from mailbot.reading.names.offices import is_office
from mailbot.reading.names.person_name import is_given
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found, tidy, without_overlaps
from mailbot.reading.text.lookup import Lookup, keys_of, lookup, vocabulary

CAPITALISED = r"(?:[A-ZÀ-ÖØ-ÞŞİŁ0-9](?:[\w’'&()-]|\.(?=\S))*)"
EMPLOYED = re.compile(r"\b(?:uit|in|buiten) dienst$")  # "zij is uit dienst en Wim ...": of nobody's service
CONNECTOR = r"(?:van|de|het|der|den|voor|en|of|for|the|and|in|&|-|’t|'t|du|des|la|zonder|tegen|te)"
# ... and its next words; "voor 30 maart" is none
FURTHER = rf"(?:[ ](?:(?:{CONNECTOR}[ ]){{1,2}}(?!\d))?{CAPITALISED})"
RUN = re.compile(rf"(?:(?:de|het|the|our|onze|ons)[ ])?(?P<name>{CAPITALISED}{FURTHER}{{0,6}})")
FURTHER_WORDS = re.compile(rf"{FURTHER}{{1,6}}")
HOST_LABEL = re.compile(r"@(?:[\w-]+\.){0,4}?([\w-]+)\.(?:\w{2,10}|co\.uk)$")
OF = re.compile(
    rf"[ ](?:van|bij|voor|aan|of|at|with|for|namens)[ ](?:(?:de|het|the)[ ])?(?P<name>{CAPITALISED}{FURTHER}{{0,6}})"
)
AT = re.compile(rf"[ ](?:at|bij|aan)[ ](?:(?:the|de|het)[ ])?(?P<name>{CAPITALISED}{FURTHER}{{0,6}})")
BELOW = re.compile(
    rf"(?:[ ]?[|–-][ ]?|,[ ]|[^\S\n]{{0,60}}\n[^\S\n]{{0,60}})"
    rf"(?P<name>{CAPITALISED}{FURTHER}{{0,6}})(?=[^\S\n]*(?:[\n|,]|$))"
)
WITHIN_NAME = re.compile(r" (?:(?:of|for|van|voor) )?")
FIRST_WORDS = re.compile(r"\w+\s+")
TOKEN = re.compile(r"[\w.()’'&-]+")
SMALL = ("en", "and", "&", "de", "het")
LONGEST_NAME = 6  # words that may together spell a domain
SHARE = 0.55  # of a domain that a single word must spell to stand for it: "Vizier" of vizieroost.nl


def organisations(
    text: str, start: int = 0, end: int | None = None, *, signature: bool = False, email: str | None = None
) -> tuple[Found, ...]:
    """Organisations named in text[start:end].

    kind: municipality | office ("raadslid Epe") | province | ministry | water_board | labelled (a form) | domain (the
    name that the address has) | lead_in ("namens ...") | other | line (of a signature, by a title: perhaps one).
    `email`: the address of whoever it is about. `signature`: the town in which a line with a title ends counts, too.
    """
    return _organisations(text, start, len(text) if end is None else end, signature, email)


@lru_cache(maxsize=32)  # asked for again and again while one mail is read
def _organisations(text: str, start: int, end: int, signature: bool, email: str | None) -> tuple[Found, ...]:
    found = [*_official(text, start, end)]
    if email:
        found.extend(_of_domain(text, email.lower(), start, end))
    found.extend(_by_their_words(text, start, end))
    found.extend(_after_titles(text, start, end, signature=signature))
    if signature:
        found.extend(town for town in towns_at_line_ends(text, start, end) if _line_has_title(text, start, town.start))
    whole = (in_full(text, one, start, end) for one in without_overlaps(found))
    return tuple(one for one in whole if fold(one.value) not in words("organisations", "boards"))


@lru_cache(maxsize=32)  # the same, whichever address it is asked with
def _official(text: str, start: int, end: int) -> tuple[Found, ...]:
    """What comes before the name that the address has."""
    return (
        *_with_a_town(text, start, end),
        *_of_a_kind(text, start, end),
        *authorities(text, start, end),
        *_labelled(text, start, end),
    )


@lru_cache(maxsize=32)
def _by_their_words(text: str, start: int, end: int) -> tuple[Found, ...]:
    return (*_known(text, start, end), *_by_words(text, start, end), *_after_lead_in(text, start, end))


def _line_has_title(text: str, start: int, at: int) -> bool:
    """Whether a title stands in the line before that place: "Yvonne van Tholen" is no adviser of Tholen."""
    return bool(roles(text, max(start, text.rfind("\n", 0, at) + 1), at))


def organisation_of(email: str) -> Found | None:
    """The authority whose mail domain that address has: municipality, province, ministry or water board; else None.
    Its place is (0, 0) and its kind "domain": nobody wrote it."""
    name = authority_of(email.rsplit("@", 1)[-1])
    return Found(name, 0, 0, "domain") if name else None


def is_public_mail(email: str) -> bool:
    """Whether anybody can have an address there, so that it says nothing of an organisation."""
    return email.rsplit("@", 1)[-1].lower() in words("organisations", "public_mail")


def canonical(name: str) -> str:
    """An organisation as one prints it: "gem. dronten" -> "Gemeente Dronten"; others as written."""
    return authority_named(name) or name


def _with_a_town(text: str, start: int, end: int) -> Iterator[Found]:
    """ "cliëntenraad stede broec": not the municipality, but one of its councils, capitals or not."""
    for match in _of_a_town().finditer(fold(text), start, end):
        yield Found(tidy(text[match.start() : match.end()]), match.start(), match.end(), "other")


def _of_a_kind(text: str, start: int, end: int) -> Iterator[Found]:
    """ "European Union Agency for Fundamental Rights", "Erasmus School of Social and Behavioural Sciences"."""
    if _kind_keys().isdisjoint(vocabulary(fold(text))):
        return
    for match in _kind_of_body().finditer(text, start, end):
        first = _past_lead_words(fold(text), match.start(), match.end())
        yield Found(tidy(text[first : match.end()]), first, match.end(), "other")


def _labelled(text: str, start: int, end: int) -> Iterator[Found]:
    for match in _label().finditer(fold(text), start, end):
        value = tidy(text[slice(*match.span("value"))])
        if value and fold(value) not in words("diet", "empty_values"):
            yield Found(canonical(value), *match.span("value"), "labelled")


def _known(text: str, start: int, end: int) -> Iterator[Found]:
    if _known_keys().isdisjoint(vocabulary(fold(text))):
        return
    for match in _known_names().finditer(text, start, end):
        yield Found(match[0], match.start(), match.end(), "other")


def _by_words(text: str, start: int, end: int) -> Iterator[Found]:
    """Names that begin or end with a word for an organisation, and have a capital beside it."""
    folded = fold(text)
    endings = iter(()) if _ending_keys().isdisjoint(vocabulary(folded)) else _ending().finditer(text, start, end)
    for match in endings:
        first = _past_lead_words(folded, *match.span("name"))
        bare = re.sub(r"^(?:the|de|het) ", "", folded[first : match.end("name")])
        if " " in bare.strip() and not is_in_greeting(folded, match.start()):
            yield Found(tidy(text[first : match.end("name")]), first, match.end("name"), "other")
    for match in _beginning().finditer(folded, start, end):
        further = FURTHER_WORDS.match(text, match.end(), end)
        if further and not EMPLOYED.search(folded, max(start, match.start() - 8), match.end()):
            yield Found(tidy(text[match.start() : further.end()]), match.start(), further.end(), "other")


def _past_lead_words(folded: str, start: int, end: int) -> int:
    """Where a name begins that has "Namens" or the like with a capital before it."""
    for word in FIRST_WORDS.finditer(folded, start, end):
        if word[0].strip() not in words("organisations", "before_name"):
            return word.start()
        start = word.end()
    return start


def _after_lead_in(text: str, start: int, end: int) -> Iterator[Found]:
    folded = fold(text)
    for match in _lead_in().finditer(folded, start, end):
        name = RUN.match(text, match.end(), end)
        if not name or _is_person(name["name"]) or _is_field(fold(tidy(name["name"]))):
            continue  # "namens Peter Jansen", "werkt bij Jeugd"
        if len(tidy(name["name"])) > 1 and not is_in_greeting(folded, match.start()):
            yield Found(canonical(tidy(name["name"])), *name.span("name"), "lead_in")


def _after_titles(text: str, start: int, end: int, *, signature: bool) -> Iterator[Found]:
    """ "coördinator van de Buurtmoeders Oost"; in a signature the rest of a title's line, or the line below it, too:
    the last resort, for it may as well be a department."""
    for title in roles(text, start, end):
        of = OF.match(text, title.end, end)
        of = (of and AT.match(text, of.end(), end)) or of  # "professor of Law at the University of Leiden"
        behind = of or (BELOW.match(text, title.end, end) if signature else None)
        name = fold(tidy(behind["name"])) if behind else ""
        plausible = of is not None or not any(character.isdigit() for character in name)
        if behind is None or not name or not plausible or _is_person(behind["name"]):
            continue  # "secretaresse van Wim Smit"
        if name not in municipality_names() and not _is_department(name):
            yield Found(canonical(tidy(behind["name"])), *behind.span("name"), "lead_in" if of else "line")


def _is_person(name: str) -> bool:
    """Whether that begins as a person's name does, and isn't called an organisation by its other words."""
    return is_given(name.split()[0]) and not is_office(name)


def _is_field(name: str) -> bool:
    """Whether that is nothing but what a department is about: "Jeugd", "Zorg en Welzijn"."""
    return all(word in words("roles", "policy_fields") or word in SMALL for word in name.split())


def _is_department(name: str) -> bool:
    """Whether that is a part of an organisation, or a field of work, and no organisation itself."""
    parts = name.split()
    return parts[0] in words("organisations", "departments") or any(p in words("roles", "policy_fields") for p in parts)


def _of_domain(text: str, email: str, start: int, end: int) -> Iterator[Found]:
    """Words that are the domain of the address: "Justice & Peace Netherlands" of justiceandpeace.nl."""
    folded = fold(text)
    authority = authority_of(email.rsplit("@", 1)[-1])
    if authority:
        name = fold(authority).removeprefix("gemeente ").removeprefix("provincie ")
        for match in re.compile(rf"(?<![\w@.-]){re.escape(name)}(?![\w@]|\.\w)").finditer(folded, start, end):
            yield Found(authority, match.start(), match.end(), "domain")
        return
    label = HOST_LABEL.search(email)
    if not label or is_public_mail(email):
        return
    tokens = list(TOKEN.finditer(folded, start, end))
    run = _spelling(text, tokens, re.sub(r"[^a-z0-9]", "", label[1]))
    if run is not None and (text[tokens[run[0]].start()].isupper() or _is_employer(folded, tokens[run[0]].start())):
        first, last = run
        last = _with_following_capitals(text, tokens, last)
        span = (tokens[first].start(), tokens[last].end())
        yield Found(tidy(text[slice(*span)]).rstrip("."), *span, "domain")


def _spelling(text: str, tokens: list[re.Match[str]], wanted: str) -> tuple[int, int] | None:
    """The first and last of the words that together spell the domain; failing that, one that spells most of it."""
    partly = None
    for first, token in enumerate(tokens):
        bare = _letters(token)
        if not bare or not (wanted.startswith(bare) or bare.startswith(wanted)) or _is_address(text, token):
            continue
        spelt = {""}
        for last in range(first, min(first + LONGEST_NAME, len(tokens))):
            spelt = {letters + more for letters in spelt for more in _readings(tokens[last])}
            if any(_spells(letters, wanted) for letters in spelt):
                return (first, last)
            spelt = {letters for letters in spelt if wanted.startswith(letters)}
            if not spelt:
                break
        is_name = text[token.start()].isupper() and len(bare) >= 5 and SHARE * len(wanted) <= len(bare) <= len(wanted)
        partly = partly or ((first, first) if is_name else None)
    return partly


def _spells(letters: str, wanted: str) -> bool:
    """Whether those letters are the domain, or go on a little where it ends."""
    return letters == wanted or (len(wanted) >= 6 and letters.startswith(wanted) and len(letters) < len(wanted) + 8)


def _readings(token: re.Match[str]) -> tuple[str, ...]:
    """How that word may stand in a domain: "&" as "and", "en", or not at all."""
    return ("and", "en", "") if token[0] == "&" else (_letters(token),)


def _is_employer(folded: str, at: int) -> bool:
    """Whether "bij", "namens" or the like stands right before that place: small letters alone may be any word."""
    return bool(re.search(r"\b(?:bij|namens|voor|van|by|at|for|na)\s$", folded[max(0, at - 8) : at]))


def _letters(token: re.Match[str]) -> str:
    return re.sub(r"[^a-z0-9]", "", token[0].replace("&", "and"))


def _is_address(text: str, token: re.Match[str]) -> bool:
    return "@" in text[max(0, token.start() - 1) : token.end() + 1] or token[0].startswith("www.") or ".nl" in token[0]


def _with_following_capitals(text: str, tokens: list[re.Match[str]], last: int) -> int:
    while last + 1 < len(tokens):
        step = 2 if tokens[last + 1][0] in ("of", "for", "van", "voor") and last + 2 < len(tokens) else 1
        between = text[tokens[last].end() : tokens[last + step].start()]
        if (
            tokens[last][0][-1] in ".)"
            or not WITHIN_NAME.fullmatch(between)
            or not text[tokens[last + step].start()].isupper()
        ):
            break
        last += step
    return last


@cache
def _of_a_town() -> Lookup:
    towns = any_of(sorted(municipality_names(), key=len, reverse=True))
    return lookup(
        words("organisations", "town_bodies"),
        rf"(?<![\w-])(?:WORDS)[ ](?:van\s|gemeente\s)?(?:{towns})(?:-[^\W\d_]+)?(?!\w)",
    )


@cache
def _kind_keys() -> frozenset[str]:
    return keys_of(words("organisations", "kinds"))


@cache
def _kind_of_body() -> re.Pattern[str]:
    kinds = "|".join(word.title() for word in words("organisations", "kinds"))
    return re.compile(
        rf"(?<![\w@.-]){CAPITALISED}(?:[ ]{CAPITALISED}){{0,4}}?[ ](?:{kinds})[ ](?:for|of)[ ](?:the[ ])?"
        rf"{CAPITALISED}(?:[ ](?:(?:and|of|&)[ ])?{CAPITALISED}){{0,5}}"
    )


@cache
def _label() -> Lookup:
    return lookup(
        words("organisations", "labels"),
        r"(?:^|\n)[^\S\n]{0,8}(?:[-*•>]\s?)?(?:WORDS)\s?(?:[:=]|\t)[^\S\n]{0,8}(?P<value>[^\n\t]{2,100})",
    )


@cache
def _known_names() -> re.Pattern[str]:
    """Looked for as they are written: "duo" and "ind" are ordinary words, "DUO" and "IND" are not."""
    names = sorted(load("organisations")["known"]["names"], key=len, reverse=True)
    return re.compile(rf"(?<![\w@.-])(?:{'|'.join(map(re.escape, names))})(?![\w@-]|\.\w)")


@cache
def _known_keys() -> frozenset[str]:
    return keys_of(map(fold, load("organisations")["known"]["names"]))


@cache
def _ending_keys() -> frozenset[str]:
    return keys_of(words("organisations", "tails"))


@cache
def _beginning() -> Lookup:
    return lookup(words("organisations", "heads"), r"(?<![\w@.-])(?:WORDS)(?=\s\S)")


@cache
def _ending() -> re.Pattern[str]:
    tails = [word for language in load("organisations")["tails"].values() for word in language]
    capital_tails = "|".join(re.escape(word[0].upper() + word[1:]) for word in sorted(tails, key=len, reverse=True))
    country = r"(?:[ ](?:Nederland|Netherlands|of[ ][A-Z]\w+(?:[ ][A-Z]\w+)?))?"
    return re.compile(rf"(?<![\w@.-])(?P<name>{CAPITALISED}{FURTHER}{{0,4}}?[ ](?:{capital_tails}){country})(?![\w-])")


@cache
def _lead_in() -> Lookup:
    return lookup(words("organisations", "lead_ins"), r"(?<!\w)(?:WORDS)\s(?=\S)")
