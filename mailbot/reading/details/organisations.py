"""Which organisation somebody is of: as a text says it, or, failing that, as the mail address does.

A text says it in an official name (authorities.py), by a word that organisations begin or end with ("Stichting Barka",
"Leiden University"), after "namens" or "werk bij", in a form, or by a name that is the mail domain itself
("Vizier Oost" of vizieroost.nl).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from mailbot.reading.details.dictated_houses import dictated
from mailbot.reading.details.domain_names import spelt_by_domain
from mailbot.reading.details.houses_behind_titles import house_behind, is_of_no_town
from mailbot.reading.details.organisation_names import in_full
from mailbot.reading.details.organisation_words import (
    CAPITALISED,
    FURTHER,
    abbreviated,
    by_words,
    congregations,
    factions,
    in_quotes,
    known,
    of_a_kind,
    of_a_sort,
    with_a_town,
    worked_for,
)
from mailbot.reading.details.organisations_beside import between_name_and_title
from mailbot.reading.details.organisations_joined import joined
from mailbot.reading.details.roles import roles
from mailbot.reading.lexicon import word_set, words
from mailbot.reading.lexicon.authorities import (
    authorities,
    authority_named,
    authority_of,
    is_in_greeting,
    municipality_names,
    places,
    town_at,
    towns_at_line_ends,
)
from mailbot.reading.names.list_lines import line_names
from mailbot.reading.names.offices import is_office
from mailbot.reading.names.person_name import is_given
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found, tidy, without_overlaps
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Lookup, has_one_of, lookup

RUN = late(rf"(?:(?:de|het|the|our|onze|ons)[ ])?(?P<name>{CAPITALISED}{FURTHER}{{0,6}})")
OF = re.compile(
    rf"[ ](?:van|bij|voor|aan|of|at|with|for|namens)[ ](?:(?:de|het|the)[ ])?(?P<name>{CAPITALISED}{FURTHER}{{0,6}})"
)
# "docent op Rijn IJssel"
AT_SCHOOL = late(rf"[ ]op[ ](?:(?:de|het)[ ])?(?P<name>{CAPITALISED}{FURTHER}{{0,6}})")
TEACHES = re.compile(
    r"(?:docent|leraar|lerares|leerkracht|student|leerling|rector|conrector|schoolleider|mentor|conciërge)"
)
AT = late(rf"[ ](?:at|bij|aan)[ ](?:(?:the|de|het)[ ])?(?P<name>{CAPITALISED}{FURTHER}{{0,6}})")
# "PhD scholar in the Department of Civil Engineering, IIT Bombay", "lecturer in urban drainage at IHE Delft"
IN_DEPARTMENT = late(
    r"[ ](?:in|at|of)[ ](?:the[ ])?(?:Department|Faculty|School|Division|Section|Chair|Group|Institute)[ ](?:of|for)[ ]"
    rf"{CAPITALISED}{FURTHER}{{0,4}},[ ](?P<name>{CAPITALISED}{FURTHER}{{0,4}})"
)
FIELD_AT = late(
    r"[ ](?:in|on)[ ](?:[a-z][\w-]+[ ]){1,5}?(?:at|with|aan|bij)[ ](?:(?:the|de|het)[ ])?"
    rf"(?P<name>{CAPITALISED}{FURTHER}{{0,6}})"
)
BELOW = re.compile(
    rf"(?:[ ]?[|–-][ ]?|,[ ]|[^\S\n]{{0,60}}\n[^\S\n]{{0,60}})"
    rf"(?P<name>{CAPITALISED}{FURTHER}{{0,6}})(?=[^\S\n]*(?:[\n|,]|$))"
)
# A line of a signature: "SEPA, Stirling"
SHORT_IN_TOWN = late(
    r"^[^\S\n]*(?P<name>(?!PhD|MSc|BSc)[A-Z]{3,7}),[ ][A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+)?[^\S\n]*$", re.MULTILINE
)
WORKS = ("werk", "work")
WORKS_AT = late(
    r"\b(?:[Ww]erk|[Ww]erkt|[Ww]erken|[Ww]erkzaam|work|works|working)"
    r"(?:[ ](?!niet\b|not\b|nooit\b)[a-zà-ÿ-]+){1,5}?[ ](?:bij|at)[ ]"
    rf"(?:(?:de|het|the)[ ])?(?P<name>{CAPITALISED}{FURTHER}{{0,6}})"
)
TITLES = ("dr", "drs", "mr", "mrs", "ms", "prof", "mevr", "mevrouw", "mw", "dhr", "ir", "ing", "frau", "herr")
GOVERNS = re.compile(r"(?:City|Town|County|State|Province|Port|Municipality|Government|University) of ")
STUDIES = re.compile(
    r"\b(?:student\w*|phd|lecturer|professor|hoogleraar|promoven\w+|docent\w*|graduate|undergraduate)\b"
)
FIELD = re.compile(
    rf"(?:[ ](?P<brackets>\([^()\n]{{2,40}}\))|,[ ](?P<field>{CAPITALISED}{FURTHER}{{0,4}}))(?=[^\S\n]*\n)"
)
FOR_PARTY = re.compile(r"[ ](?:voor|namens|for)[ ]")
CROWN = ("koning", "koningin", "kroon", "king", "queen", "crown")
SMALL = ("en", "and", "&", "de", "het")


def organisations(
    text: str, start: int = 0, end: int | None = None, *, signature: bool = False, email: str | None = None
) -> tuple[Found, ...]:
    """Organisations named in text[start:end].

    kind: municipality | office ("raadslid Epe") | province | ministry | public_body | labelled (a form) | domain (the
    name that the address has) | lead_in ("namens ...") | other | line (of a signature, by a title: perhaps one).
    `email`: the address of whoever it is about. `signature`: the town in which a line with a title ends counts, too.
    """
    end = len(text) if end is None else end
    return _organisations(text, start, end, signature, email) if start < end else ()


@lru_cache(maxsize=32)  # asked for again and again while one mail is read
def _organisations(text: str, start: int, end: int, signature: bool, email: str | None) -> tuple[Found, ...]:
    found = [*_official(text, start, end)]
    by_words = _by_their_words(text, start, end)
    if email:
        spelt = spelt_by_domain(text, email.lower(), start, end)
        found.extend(one for one in spelt if not any(_is_town_of(one, house) for house in by_words))
    found.extend(by_words)
    found.extend(_after_titles(text, start, end, signature=signature))
    if signature:
        found.extend(Found(m["name"], *m.span("name"), "line") for m in SHORT_IN_TOWN.finditer(text, start, end))
        towns = towns_at_line_ends(text, start, end)
        found.extend(town for town in towns if _line_has_title(text, start, town.start))
    whole = (in_full(text, one, start, end) for one in _with_adjectives(text, without_overlaps(found)))
    houses = tuple(one for one in whole if fold(one.value) not in word_set("organisations", "boards"))
    if not any(one.kind == "other" for one in houses):
        return houses
    people = {(first, last) for _, first, last, _ in line_names(text, start, end)}  # "Sinazo Raad", in a list
    return tuple(one for one in houses if (one.start, one.end) not in people)


def _is_town_of(spelt: Found, house: Found) -> bool:
    """ "Charleston" of charlestonresilience.org, in "City of Charleston"."""
    return house.start < spelt.start and spelt.end == house.end and GOVERNS.match(house.value) is not None


def _with_adjectives(text: str, found: tuple[Found, ...]) -> Iterator[Found]:
    """ "Van de Chinese vereniging De Brug": what stands before a house in small letters is of its name."""
    before: Found | None = None
    for one in found:
        joined = before is not None and before.kind == "lead_in" and one.start - before.end == 1
        if before is not None and joined and text[one.start].islower() and before.value.endswith("e"):
            before = replace(one, value=tidy(text[before.start : one.end]), start=before.start, kind="lead_in")
            continue
        if before is not None:
            yield before
        before = one
    if before is not None:
        yield before


@lru_cache(maxsize=32)  # the same, whichever address it is asked with
def _official(text: str, start: int, end: int) -> tuple[Found, ...]:
    """What comes before the name that the address has."""
    return (
        *congregations(text, start, end),
        *with_a_town(text, start, end),
        *of_a_kind(text, start, end),
        *authorities(text, start, end),
        *factions(text, start, end),
        *_labelled(text, start, end),
    )


@lru_cache(maxsize=32)
def _by_their_words(text: str, start: int, end: int) -> tuple[Found, ...]:
    named = (*known(text, start, end), *by_words(text, start, end))
    reach = {one.start: one.end for one in without_overlaps(named)}
    return (
        *abbreviated(text, start, end),
        *in_quotes(text, start, end),
        *dictated(text, start, end),
        *of_a_sort(text, start, end),
        # "Werkzaam bij GGD", of "werkzaam bij GGD Hart voor Brabant"
        *(one for one in worked_for(text, start, end) if reach.get(one.start, 0) <= one.end),
        *joined(text, start, end),
        *named,
        *_after_lead_in(text, start, end),
        *_worked_at(text, start, end),
        *between_name_and_title(text, start, end),
    )


def _line_has_title(text: str, start: int, at: int) -> bool:
    """Whether the title of some official stands in the line before that place: "Yvonne van Tholen" is no adviser of
    Tholen, nor is a volunteer there the town's."""
    titles = roles(text, max(start, text.rfind("\n", 0, at) + 1), at)
    return bool(titles) and not _is_of_no_town(text, titles[-1], at)


def is_town_of_no_official(text: str, at: int) -> bool:
    """Whether before a town in its line stands a title by which nobody is its official: "vrijwilliger in Tiel"."""
    titles = roles(text, text.rfind("\n", 0, at) + 1, at)
    return bool(titles) and _is_of_no_town(text, titles[-1], at)


def _is_of_no_town(text: str, title: Found, at: int) -> bool:
    return is_of_no_town(fold(text[title.start : min(title.end, at)]).strip())


def organisation_of(email: str) -> Found | None:
    """The authority whose mail domain that address has: municipality, province, ministry or water board; else None.
    Its place is (0, 0) and its kind "domain": nobody wrote it."""
    name = authority_of(email.rsplit("@", 1)[-1])
    return Found(name, 0, 0, "domain") if name else None


def canonical(name: str) -> str:
    """An organisation as one prints it: "gem. dronten" -> "Gemeente Dronten"; others as written."""
    return authority_named(name) or name


def _labelled(text: str, start: int, end: int) -> Iterator[Found]:
    for match in _label().finditer(fold(text), start, end):
        value = tidy(text[slice(*match.span("value"))])
        if value and fold(value) not in word_set("diet", "empty_values"):
            yield Found(canonical(value), *match.span("value"), "labelled")


def _after_lead_in(text: str, start: int, end: int) -> Iterator[Found]:
    folded = fold(text)
    for match in _lead_in().finditer(folded, start, end):
        name = RUN.match(text, match.end(), end)
        if not name or fold(name["name"]) in TITLES or _is_person(name["name"]) or _is_field(fold(tidy(name["name"]))):
            continue  # "namens Peter Jansen", "werkt bij Jeugd"
        if STUDIES.search(match[0]) and fold(tidy(name["name"])) in municipality_names():
            continue
        town = town_at(folded, name.start("name"))
        if town is not None and town > name.end("name") and town <= end:
            # "ik werk voor Alphen aan den Rijn"
            yield Found(canonical(text[name.start("name") : town]), name.start("name"), town, "lead_in")
        elif len(tidy(name["name"])) > 1 and not is_in_greeting(folded, match.start()):
            yield Found(canonical(tidy(name["name"])), *name.span("name"), "lead_in")


def _worked_at(text: str, start: int, end: int) -> Iterator[Found]:
    """ "Ik werk in de nachtzorg bij Zonnehof": what somebody does there stands between."""
    if not has_one_of(text, WORKS):
        return
    for said in WORKS_AT.finditer(text, start, end):
        name = tidy(said["name"])
        folded = fold(name)
        if not (_is_person(name) or folded in TITLES or folded in places() or _is_field(folded)):
            yield Found(canonical(name), *said.span("name"), "lead_in")


def _after_titles(text: str, start: int, end: int, *, signature: bool) -> Iterator[Found]:
    """ "coördinator van de Buurtmoeders Oost"; in a signature the rest of a title's line, or the line below it, too:
    the last resort, for it may as well be a department."""
    for title in roles(text, start, end):
        if (behind_title := house_behind(text, title.start, title.end, end)) is not None:
            yield Found(text[slice(*behind_title)], *behind_title, "lead_in")  # "'s Heeren Loo" as it is
            continue
        of = OF.match(text, title.end, end) or (
            AT_SCHOOL.match(text, title.end, end) if TEACHES.match(fold(title.value)) else None
        )
        if of and FOR_PARTY.match(text, title.end) and _is_municipal(title):
            continue  # "raadslid voor Dorpsbelangen"
        of = of or IN_DEPARTMENT.match(text, title.end, end) or FIELD_AT.match(text, title.end, end)
        of = (of and AT.match(text, of.end(), end)) or of  # "professor of Law at the University of Leiden"
        behind = of or (_below(text, title.end, end) if signature else None)
        name = fold(tidy(behind["name"])) if behind else ""
        plausible = of is not None or not any(map(str.isdigit, name))
        if behind is None or not name or not plausible or name in CROWN or _is_person(behind["name"]):
            continue  # "secretaresse van Wim Smit", "de commissaris van de Koning"
        if name in municipality_names() and of is not None and STUDIES.search(fold(title.value)):
            continue  # "a student at Delft"
        if name not in municipality_names() and not _is_department(name.removeprefix("de ") if of else name):
            yield Found(canonical(tidy(behind["name"])), *behind.span("name"), "lead_in" if of else "line")


def _below(text: str, at: int, end: int) -> re.Match[str] | None:
    """What stands behind a title, or below it; not the field that goes before that: "Associate Director, Water"."""
    field = FIELD.match(text, at, end)
    if field is not None and (field["brackets"] or _ends_in_field(fold(field["field"]))):
        return BELOW.match(text, field.end(), end)
    return BELOW.match(text, at, end)


def _ends_in_field(name: str) -> bool:
    last = name.split()[-1]
    return last in word_set("roles", "policy_fields") or last in word_set("names", "fields_of_work")


def _is_municipal(title: Found) -> bool:
    return fold(title.value).split()[0] in word_set("organisations", "municipal_roles")


def _is_person(name: str) -> bool:
    """Whether that begins as a person's name does, and isn't called an organisation by its other words."""
    first, *more = name.split()
    return is_given(first) and not is_office(name) and not _is_called_so(more)  # "Wim in Ede" is somebody


def _is_called_so(behind: list[str]) -> bool:
    """Whether nobody's surname goes on like that behind a first word: "Tom in de Buurt"."""
    return " ".join(behind[:2]) in ("in de", "in het", "op de", "op het")


def _is_field(name: str) -> bool:
    """Whether that is nothing but what a department is about: "Jeugd", "Zorg en Welzijn"."""
    return all(word in word_set("roles", "policy_fields") or word in SMALL for word in name.split())


def _is_department(name: str) -> bool:
    """Whether that is a part of an organisation, or a field of work, and no organisation itself."""
    parts = name.split()
    if is_given(parts[0]) and _is_called_so(parts[1:]):
        return False
    return parts[0] in word_set("organisations", "departments") or any(
        p in word_set("roles", "policy_fields") for p in parts
    )


@cache
def _label() -> Lookup:
    return lookup(
        words("organisations", "labels"),
        r"(?:^|\n)[^\S\n]{0,8}(?:[-*•>]\s?)?(?:WORDS)\s?(?:[:=]|\t)[^\S\n]{0,8}(?P<value>[^\n\t]{2,100})",
    )


@cache
def _lead_in() -> Lookup:
    return lookup(words("organisations", "lead_ins"), r"(?<!\w)(?:WORDS)\s(?=\S)", whole=True)
