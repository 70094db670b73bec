"""Organisations that are known by a word of their name: "Stichting Barka", "Leiden University", "cliëntenraad Epe"."""

import re
from collections.abc import Iterator
from functools import cache

from mailbot.reading.lexicon import load, words
from mailbot.reading.lexicon.authorities import is_in_greeting, municipality_names
from mailbot.reading.names.person_name import is_given
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found, tidy
from mailbot.reading.text.lookup import Lookup, keys_of, lookup, vocabulary

# "T.M.C." before another capital, too
CAPITALISED = r"(?:(?:[A-Z]\.){2,4}(?=[ ][A-Z])|[A-ZÀ-ÖØ-ÞŞİŁ0-9](?:[\w’'&()+-]|\.(?=\S))*)"
CONNECTOR = r"(?:van|de|het|der|den|voor|en|of|for|the|and|in|&|-|’t|'t|du|des|la|zonder|tegen|te)"
# ... and its next words; "voor 30 maart" is none
FURTHER = rf"(?:[ ](?:(?:{CONNECTOR}[ ]){{1,2}}(?!\d))?{CAPITALISED})"
FURTHER_WORDS = re.compile(rf"{FURTHER}{{1,6}}")
FIRST_WORDS = re.compile(r"[\w.]+\s+")
EMPLOYED = re.compile(r"\b(?:uit|in|buiten) dienst$")  # "zij is uit dienst en Wim ...": of nobody's service


def with_a_town(text: str, start: int, end: int) -> Iterator[Found]:
    """ "cliëntenraad stede broec": not the municipality, but one of its councils, capitals or not."""
    for match in _of_a_town().finditer(fold(text), start, end):
        yield Found(tidy(text[match.start() : match.end()]), match.start(), match.end(), "other")


def of_a_kind(text: str, start: int, end: int) -> Iterator[Found]:
    """ "European Union Agency for Fundamental Rights", "Erasmus School of Social and Behavioural Sciences"."""
    if _kind_keys().isdisjoint(vocabulary(fold(text))):
        return
    for match in _kind_of_body().finditer(text, start, end):
        first = _past_lead_words(fold(text), match.start(), match.end())
        yield Found(tidy(text[first : match.end()]), first, match.end(), "other")


def known(text: str, start: int, end: int) -> Iterator[Found]:
    if _known_keys().isdisjoint(vocabulary(fold(text))):
        return
    for match in _known_names().finditer(text, start, end):
        yield Found(match[0], match.start(), match.end(), "other")


def by_words(text: str, start: int, end: int) -> Iterator[Found]:
    """Names that begin or end with a word for an organisation, and have a capital beside it."""
    folded = fold(text)
    endings = iter(()) if _ending_keys().isdisjoint(vocabulary(folded)) else _ending().finditer(text, start, end)
    for match in endings:
        first = _past_lead_words(folded, *match.span("name"))
        bare = re.sub(r"^(?:the|de|het) ", "", folded[first : match.end("name")])
        if " " in bare.strip() and not is_in_greeting(folded, match.start()):
            yield Found(tidy(text[first : match.end("name")]), first, match.end("name"), "other")
    for match in (*_beginning().finditer(folded, start, end), *_compound().finditer(folded, start, end)):
        further = FURTHER_WORDS.match(text, match.end(), end)
        if further and match.lastgroup == "compound" and is_given(further[0].split()[0]):
            continue  # "ons buurtplatform Karim Smit"
        if further and not EMPLOYED.search(folded, max(start, match.start() - 8), match.end()):
            yield Found(tidy(text[match.start() : further.end()]), match.start(), further.end(), "other")


def begins_a_body(word: str) -> bool:
    """Whether behind a title that word is where it works: "jurist VNG", "voorzitter Wijkraad Overschie"."""
    return word.rstrip(".") in _first_words() or (word[0].isupper() and fold(word).rstrip(".") in _heads_alone())


def _past_lead_words(folded: str, start: int, end: int) -> int:
    """Where a name begins that has "Namens" or the like with a capital before it."""
    for word in FIRST_WORDS.finditer(folded, start, end):
        if word[0].strip() not in words("organisations", "before_name"):
            return word.start()
        start = word.end()
    return start


@cache
def _of_a_town() -> Lookup:
    towns = any_of(sorted(municipality_names(), key=len, reverse=True))
    return lookup(
        words("organisations", "town_bodies"),
        rf"(?<![\w-])(?:WORDS)[ ](?:van\s|gemeente\s)?(?:{towns})(?:-[^\W\d_]+)?(?!\w)",
    )


@cache
def _first_words() -> frozenset[str]:
    """What known organisations begin with, as it is written: "VNG", "COC" Nederland."""
    return frozenset(name.split()[0] for name in load("organisations")["known"]["names"])


@cache
def _heads_alone() -> frozenset[str]:
    """Words that the name of an organisation begins with, and neither that of a department nor a field of work."""
    others = {*words("roles", "policy_fields"), *words("organisations", "departments")}
    return frozenset(head for head in words("organisations", "heads") if head not in others)


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
def _known_names() -> re.Pattern[str]:
    """Looked for as they are written: "duo" and "ind" are ordinary words, "DUO" and "IND" are not."""
    names = sorted(load("organisations")["known"]["names"], key=len, reverse=True)
    return re.compile(rf"(?<![\w@.-])(?:{'|'.join(map(re.escape, names))})(?![\w@-]|\.\w)")


@cache
def _known_keys() -> frozenset[str]:
    return keys_of(map(fold, load("organisations")["known"]["names"]))


@cache
def _compound() -> re.Pattern[str]:
    """ "Bewonersplatform Moerwijk", "Taalcafé De Punt": by what their first word ends in."""
    last, none = any_of(words("organisations", "compounds")), any_of(words("organisations", "no_compounds"))
    return re.compile(rf"(?<![\w@.-])(?!(?:{none})\b)(?P<compound>[^\W\d_]{{3,18}}-?(?:{last}))(?=\s\S)")


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
