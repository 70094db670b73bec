"""The name of an organisation that is spelt by its mail domain: "Vizier Oost" of vizieroost.nl."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from mailbot.reading.details.organisation_words import begins_a_body, is_compound_body
from mailbot.reading.lexicon import word_set, words
from mailbot.reading.lexicon.authorities import authority_of, municipality_names
from mailbot.reading.names.offices import is_office
from mailbot.reading.names.person_name import is_given
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found, tidy

SECOND_LEVEL = r"(?:co|com|org|or|ac|edu|gov|gob|go|net|ne|nhs)"  # sepa.org.uk, majimitaani.or.ke
HOST_LABEL = re.compile(
    rf"@(?:[\w-]+\.){{0,4}}?(?!{SECOND_LEVEL}\.\w\w$)([\w-]+)\.(?:{SECOND_LEVEL}\.\w\w|\w{{2,10}})$"
)
WITHIN_NAME = re.compile(r" (?:(?:of|for|van|voor) )?")
TOKEN = re.compile(r"[\w.()’'&+-]+")
NO_LETTER_BEFORE, NO_LETTER_BEHIND = re.compile(r"(?<![\w@.-])"), re.compile(r"(?![\w@]|\.\w)")
NO_LETTER = re.compile(r"[^a-z0-9]")
FOR_CAUSE = re.compile(r" voor (?:een )?[A-Z]")  # "Delft voor Elkaar" is not the municipality
ANOTHER_OF_TOWN = re.compile(r"\b(?:bij|van|at|of|with) (?:de |het )?[A-Z]{2,8} $")
TOWNS_ARTICLE = re.compile(r"\b(?:[Hh]et|[Dd]e) \Z")
LINKS = ("of", "for", "van", "voor")  # between a name's first words and its last
ARTICLES = ("'t", "’t", "de", "het", "the")
KIND_BEFORE = re.compile(
    r"(?:(?<![\w@.-])(?P<first>[^\W\d_]{4,20})[ ])?(?<![\w@.-])(?P<kind>[^\W\d_]{4,30})[ ]"
    r"(?:(?:[Dd]e|[Hh]et|['’]t)[ ])?$"
)
LONGEST_KIND = 60  # characters
LONGEST_NAME = 6  # words that may together spell a domain
FEWEST = 3  # initials that may stand for one: "BGBF"
SHARE = 0.5  # of a domain that a single word must spell to stand for it: "Vizier" of vizieroost.nl


def is_public_mail(email: str) -> bool:
    """Whether anybody can have an address there, so that it says nothing of an organisation."""
    return email.rsplit("@", 1)[-1].lower() in word_set("organisations", "public_mail")


def house_domain(email: str) -> str | None:
    """The part of an address that a house has, below which its departments have theirs: "eur.nl" of "student.eur.nl",
    "leeds.ac.uk" of "law.leeds.ac.uk"."""
    host = re.search(rf"([\w-]+\.(?:{SECOND_LEVEL}\.\w\w|\w{{2,10}}))$", email.rpartition("@")[2].lower())
    return host[1] if host else None


def called_by_domain(text: str, email: str, authority: str) -> Found | None:
    """ "Waternet" of waternet.nl, in a text that calls it so: what an authority's mail domain spells, where its name in
    full has no such word."""
    label = HOST_LABEL.search(email.lower())
    if label is None or len(label[1]) <= FEWEST or NO_LETTER.sub("", label[1]) in NO_LETTER.sub("", fold(authority)):
        return None
    folded = fold(text)
    for first, last in _standing_alone(folded, label[1], 0, len(folded)):
        if text[first].isupper():
            return Found(text[first:last], first, last, "domain")
    return None


def spelt_by_domain(text: str, email: str, start: int, end: int) -> Iterator[Found]:
    """Words that are the domain of the address: "Justice & Peace Netherlands" of justiceandpeace.nl."""
    folded = fold(text)
    authority = authority_of(email.rsplit("@", 1)[-1])
    if authority:
        name = fold(authority).removeprefix("gemeente ").removeprefix("provincie ")
        if folded.find(name, start, end) < 0:
            return
        for first, last in _standing_alone(folded, name, start, end):
            of_another = ANOTHER_OF_TOWN.search(text, max(0, first - 16), first)  # "WIJ Groningen"
            if not (FOR_CAUSE.match(text, last, end) or of_another):
                yield Found(authority, first, last, "domain")
        return
    wanted = _wanted(email)
    if wanted is None:
        return
    spelt, shortened = _may_be_spelt(folded[start:end], wanted), len(wanted) // 4 >= FEWEST
    tokens = list(TOKEN.finditer(folded, start, end)) if spelt or shortened else []
    run = (_spelling(text, tokens, wanted) if spelt else None) or _initials(text, tokens, wanted)
    if run is None and (written := _with_its_ending(text, email.rsplit("@", 1)[-1], start, end)):
        yield Found(text[slice(*written)], *written, "domain")
    if run is not None and (_has_capital(text, tokens, run) or _is_employer(folded, tokens[run[0]].start())):
        first, last = run
        last = _with_following_capitals(text, tokens, last)
        start = tokens[first].start()
        in_brackets = text[start] == "(" and (first < last or ")" not in tokens[last][0])
        span = (start + 1 if in_brackets else start, _past_small_sort(text, folded, tokens[last].end()))
        kind = KIND_BEFORE.search(text, max(0, span[0] - LONGEST_KIND), span[0])
        if kind and (is_compound_body(fold(kind["kind"])) or begins_a_body(kind["kind"])):
            # "Imkervereniging De Zoemende Korf", or zoemendekorf.nl
            both = fold(f"{kind['first']} {kind['kind']}") in word_set("organisations", "heads")
            span = (kind.start("first" if both else "kind"), span[1])
        article = TOWNS_ARTICLE.search(text, max(0, span[0] - 4), span[0])
        called = fold(tidy(text[article.start() : span[1]])).rstrip(".)") if article else ""
        if called in municipality_names():  # "Het Hogeland" of hogeland.nl
            yield Found(f"Gemeente {municipality_names()[called]}", *span, "domain")
            return
        house = text[slice(*span)].rstrip(".")
        if in_brackets and house.count("(") < house.count(")"):
            house = house[: house.rindex(")")]  # "Willemijn Vos (de Alliantie)"
        yield Found(tidy(house), span[0], span[0] + len(house), "domain")


def _has_capital(text: str, tokens: list[re.Match[str]], run: tuple[int, int]) -> bool:
    """Whether a name begins with one, past an article: "(de Alliantie)"."""
    first, last = run
    if first < last and tokens[first][0].startswith("(") and tokens[first][0][1:] in ARTICLES:
        first += 1
    return text[tokens[first].start() :].lstrip("(")[:1].isupper()


@lru_cache(maxsize=64)
def _wanted(email: str) -> str | None:
    """The letters of its domain; None where anybody can have an address there."""
    label = HOST_LABEL.search(email)
    return NO_LETTER.sub("", label[1]) if label and not is_public_mail(email) else None


def _with_its_ending(text: str, domain: str, start: int, end: int) -> tuple[int, int] | None:
    """ "Discriminatie.nl", from there: a name with a capital that is the domain itself."""
    at = fold(text).find(domain, start, end)
    while at >= 0:
        before = text[at - 1 : at]
        if text[at].isupper() and not (before.isalnum() or before in ("@", ".", "-", "/")) and before != "":
            return at, at + len(domain)
        at = fold(text).find(domain, at + 1, end)
    return None


def _standing_alone(folded: str, name: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where that name stands as words of its own; a pattern for each of hundreds of towns would have to be compiled."""
    at = folded.find(name, start, end)
    while at >= 0:
        stop = at + len(name)
        alone = NO_LETTER_BEFORE.match(folded, at) and NO_LETTER_BEHIND.match(folded, stop, end)
        if alone:
            yield at, stop
        at = folded.find(name, stop if alone else at + 1, end)


def _may_be_spelt(said: str, wanted: str) -> bool:
    """Whether the letters that the domain begins with follow each other there: of most lines it needn't be asked."""
    return "&" in said or "+" in said or wanted[:2] in NO_LETTER.sub("", said)


def _spelling(text: str, tokens: list[re.Match[str]], wanted: str) -> tuple[int, int] | None:
    """The first and last of the words that together spell the domain; failing that, one that spells most of it."""
    partly, begins = None, wanted[:1]
    for first, token in enumerate(tokens):
        bare = _letters(token[0])
        if bare[:1] != begins and begins:
            continue
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


def _initials(text: str, tokens: list[re.Match[str]], wanted: str) -> tuple[int, int] | None:
    """ "consulent BGBF" of bureaugelijkebehandelingflevoland.nl: capitals at the end of a line, which stand in the
    domain in that order; it begins with the first, and is far longer."""
    longest = min(len(wanted) // 4, 6)
    for number, token in enumerate(tokens) if longest >= FEWEST else ():
        written = text[token.start() : token.end()]
        if not (FEWEST <= len(written) <= longest and written.isupper() and written.isalnum()):
            continue
        letters = iter(wanted)
        in_order = wanted.startswith(token[0][0]) and all(letter in letters for letter in token[0])
        if in_order and text[token.end() : token.end() + 1] in ("", "\n"):
            return (number, number)
    return None


def _spells(letters: str, wanted: str) -> bool:
    """Whether those letters are the domain, or go on a little where it ends."""
    return letters == wanted or (len(wanted) >= 6 and letters.startswith(wanted) and len(letters) < len(wanted) + 8)


def _readings(token: re.Match[str]) -> tuple[str, ...]:
    """How that word may stand in a domain: "&" as "and", "en", or not at all; an article likewise."""
    if token[0] == "&":
        return ("and", "en", "")
    letters = _letters(token[0])
    if token[0] in ARTICLES:
        return (letters, "")
    return (letters, letters + "plus") if token[0].endswith("+") else (letters,)


def _is_employer(folded: str, at: int) -> bool:
    """Whether "bij", "namens" or the like stands right before that place: small letters alone may be any word."""
    return bool(re.search(r"\b(?:bij|namens|voor|van|by|at|for|na)\s$", folded[max(0, at - 8) : at]))


@lru_cache(maxsize=8192)  # as many words as some hundred mails have
def _letters(word: str) -> str:
    return NO_LETTER.sub("", word.replace("&", "and"))


def _is_address(text: str, token: re.Match[str]) -> bool:
    return "@" in text[max(0, token.start() - 1) : token.end() + 1] or token[0].startswith("www.") or ".nl" in token[0]


def _with_following_capitals(text: str, tokens: list[re.Match[str]], last: int) -> int:
    while last + 1 < len(tokens):
        step = 2 if tokens[last + 1][0] in LINKS and last + 2 < len(tokens) else 1
        between = text[tokens[last].end() : tokens[last + step].start()]
        if tokens[last][0][-1] in ".)" or not WITHIN_NAME.fullmatch(between) or not _goes_on(text, tokens, last + step):
            break
        last += step
    return last


def _begins_a_person(text: str, tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a name that we know and a surname stand there: "dan stuurt Movisie Wim Smit"; not "Anne Frank Huis"."""
    if not is_given(tokens[at][0]) or at + 1 == len(tokens):
        return False
    given, behind = tokens[at], tokens[at + 1]
    joined = text[given.end() : behind.start()] == " "
    return joined and text[behind.start()].isupper() and not is_office(text[given.start() : behind.end()].rstrip("."))


def _past_small_sort(text: str, folded: str, at: int) -> int:
    """Where a name ends that goes on in small letters, or with what else it does: "Sterk sociaal werk, Tiel", "Smit
    Training & Advies"."""
    sort = _small_sort().match(folded, at)
    if sort is None or (sort["more"] is None and not text[sort.start("sort") : sort.end()].islower()):
        return at
    return sort.end()


@cache
def _small_sort() -> re.Pattern[str]:
    fields = any_of((*words("organisations", "tails"), *words("roles", "policy_fields")))
    sorts = any_of(words("organisations", "small_sorts"))
    return re.compile(rf"[ ](?:(?P<sort>{sorts})|(?:&|en)[ ](?P<more>{fields}))(?=[^\S\n]*(?:\n|$|[,|(-]))")


def _is_meeting(word: str) -> bool:
    """Whether a word is what somebody organises: the "Woondag" of "medewerkers Domijn Woondag"."""
    return word.endswith(_meetings())


@cache
def _meetings() -> tuple[str, ...]:
    return tuple(word for word in words("events", "meeting") if len(word) >= FEWEST)


def _goes_on(text: str, tokens: list[re.Match[str]], at: int) -> bool:
    """Whether the word there has a capital, or is a number before one: "Artikel 1 Midden Nederland"."""
    if text[tokens[at].start()].isupper():
        return not (_is_meeting(tokens[at][0]) or _begins_a_person(text, tokens, at))
    if tokens[at - 1][0] in LINKS:
        return False  # "... for 30 March"
    following = text[tokens[at].end() : tokens[at].end() + 2]
    return tokens[at][0].isdigit() and following[:1] == " " and following[1:].isupper()
