"""The writer's own name set right: "het is Els Backer, niet Els Bakker", "kunt u er Els de Wit van maken?".

A right name stands behind (or before) words that say so; it must be one that can be the writer's: most of its letters
are those of the name that the headers or the signature show, or it shares the given name or the surname with it.
Without such words, the name below the letter is the right one, and another spelling in the talk a wrong one.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from rapidfuzz import fuzz

from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.details import organisations
from mailbot.reading.lexicon import words
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.names import Name, from_header
from mailbot.reading.names.name_talk import LAST_NAME
from mailbot.reading.names.people import from_address
from mailbot.reading.names.person_name import INFIX_IN_LIST, UPPER, is_given, name_words
from mailbot.reading.text.fold import any_of, fold, pattern_of
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Lookup, lookup

ALIKE = 70  # per cent of the letters, of a surname or a whole name that is only spelled otherwise
REACH = 60  # characters between a name and "van maken"
WORD = rf"[{UPPER}][\w'’-]*"
OF_FAMILY = re.compile(rf"\b{LAST_NAME}\b", re.IGNORECASE)
# 'Jullie schrijven "geachte heer Van der Linden"'
ADDRESSED = late(
    r"\b(?=(?P<lead>(?:(?:jullie|u)\s(?:schrijven|schrijft|schreven|schreef|noemen|noemt|noemden)|(?:schrijven|schrijft"
    r"|schreven|schreef|noemen|noemt)\s(?:jullie|u)|gericht aan|begint met|aanhef (?:is|was|luidt)"
    r"|staat|stond)\s(?:mij\s|me\s|er\s|nu\s|aan\s){0,2}[\"']?(?:de\s|geachte\s|beste\s)?(?:heer|mevrouw|meneer|dhr\.?|mevr\.?|mw\.?)\s))"
)
# "In uw bevestiging van gisteren heet ik ...", "volgens de lijst die ik kreeg ben ik"
IN_OURS = late(
    r"\b(?=(?P<lead>(?:in|op|volgens|bij|on|according to)\s(?:uw|jullie|de|die|deze|your|the)\s(?:\w+\s)?"
    r"\w*(?:bevestiging|lijst|mail|mailtje|bericht|brief|overzicht|confirmation|list|message|e-mail)\b(?:\s[\w-]+){0,5}?"
    r"\s(?:heet ik|ben ik|my name is|i am|i'm|i am called|i'm called)\s(?:ineens\s|opeens\s|plotseling\s)?[\"'‘“]?))"
)
# "Met een h: Jahn de Vries"
SPELT = late(
    r"\b(?=(?P<lead>(?:met|zonder|with|without)\s(?:(?:een|de|twee|dubbele?|an?|two|double)\s)?[\"']?[\w-]{1,12}[\"']?"
    r"(?:\s(?:erin|aan het eind|at the end|in het midden))?\s?[:,]\s{1,2}(?:dus\s|so\s)?[\"']?))"
)
# "Elske Jongsema ben ik niet"
NOT_ME = re.compile(r"[\"'”’]?\s(?:ben\sik\sniet|is\s(?:niet\smijn\snaam|mijn\snaam\sniet)|is\snot\s(?:me|my\sname))\b")
# "Haar voornaam is Farida": nobody's who writes that
OF_OTHERS = re.compile(r"\b(?:haar|zijn|hun|diens|her|his|their)\s(?:\w+\s){0,2}\Z")
# "Mijn achternaam is voortaan alleen Ketelaers": the other half of a double surname is gone
SHORTER = re.compile(r"\b(?:voortaan|alleen|enkel|weer|nog maar|now|only|again)\b")
NAME = late(rf"(?:{INFIX_IN_LIST}\s){{0,3}}{WORD}(?:\s(?:{INFIX_IN_LIST}\s){{0,3}}{WORD}){{0,4}}")


def corrected(case: Case, asking: Asking) -> Name | None:
    """The writer's name as it should be, where the letter sets it right; else None."""
    body, known = _without_workshops(asking), asking.writer.name
    if not _about().search(fold(body), 0, len(body)):
        return None
    for house in organisations(body):  # "op de badge graag Pharos"
        if known.surname not in house.value:
            body = body[: house.start] + body[house.start : house.end].lower() + body[house.end :]
    wrong = asking.writer.misspelt or any(_is_misspelt(name, known) for name in _names(_wrong(), body, known))
    called = _miscalled(asking)
    wrong = wrong or bool(called) or _is_denied(asking) or _is_confirmed_otherwise(case, known)
    last: list[Name] = [*(_names(_concluding(), body, known) if wrong else ()), *_names(SPELT, body, known)]
    concluded = [name for name in last if name not in called and _is_the_writers(name, known)]
    if concluded:
        return concluded[-1]
    said = [name for name in (*_made(body, known), *_names(_right(), body, known)) if name not in called]
    right = [name for name in said if _is_the_writers(name, known)]
    if known in right and _is_given_otherwise(case, known):
        return known  # "Jullie hebben Niels van mij gemaakt. Het is Nils": so he is called in his header
    if right and str(right[-1]) != str(_booked_as(case, known)) and not wrong:
        return right[-1]
    others = [name for name in right if str(name) != str(known)]
    if len(others) < len(right) or not right:  # the name as we know it is said to be right, or no other is
        return known if wrong or others else None
    return others[0]


def _without_workshops(asking: Asking) -> str:
    """The talk, with workshops in small letters: "het moet Lokaal beleid zijn" is no name."""
    body = asking.sheet.parts.body
    for start, end in asking.sheet.workshops:
        body = body[:start] + body[start:end].lower() + body[end:]
    return body


def _booked_as(case: Case, known: Name) -> Name:
    """As our confirmation or the header has it: what the talk says may be merged into the name that we know."""
    if len(case.names_confirmed) == 1:
        return case.names_confirmed[0]
    return from_address(case.message.sender) or known


def _is_confirmed_otherwise(case: Case, known: Name) -> bool:
    """Whether our confirmation below has another name than the headers and the sign-off, and one that is like it."""
    texts = [page.letter.text for page in case.confirmations]
    if not known.is_full or not texts or any(str(known) in text or known.surname in text for text in texts):
        return False
    words = {word for text in texts for word in re.findall(WORD, text)}
    return known.given in words or any(_is_like_surname(word, known.surname) for word in words)


def _is_given_otherwise(case: Case, known: Name) -> bool:
    """Whether our confirmation below is of one person, of the same surname, whose given name is nearly the writer's."""
    if len(case.people_confirmed) != 1 or not known.is_full:
        return False
    (booked,) = case.people_confirmed
    given, ours = fold(known.given), fold(booked.given)
    same = fold(booked.surname) == fold(known.surname) and booked.infix.casefold() == known.infix.casefold()
    return same and given != ours and min(len(given), len(ours)) > 1 and _alike(given, ours)


def _is_denied(asking: Asking) -> bool:
    """ "Elske Jongsema ben ik niet", of Elske Jongsma."""
    names = [name for unit in asking.sheet.units if unit.has("neg") for name in unit.names]
    return any(NOT_ME.match(asking.text, name.end) and _is_misspelt(name.name, asking.writer.name) for name in names)


def _miscalled(asking: Asking) -> list[Name]:
    """What we called the writer: 'in uw bevestiging sta ik vermeld als "Jannetje Witteval"'."""
    known = asking.writer.name
    body = asking.sheet.parts.body
    called = [name for lead in (_called(), ADDRESSED, IN_OURS) for name in _names(lead, body, known)]
    return [name for name in called if str(name) != str(known)]


def explain_spellings(asking: Asking) -> None:
    """Whoever seems to be named where only the writer's name is spelled isn't somebody of whom nothing is said."""
    called = [fold(name.surname) for name in _miscalled(asking)]
    for person in asking.roster.people:
        if person.is_writer or person.comes:
            continue
        known = asking.writer.name
        if fold(person.name.surname) in called or _is_misspelt(person.name, known) or person.name == known:
            person.explained = True
    asking.account.unclear = [person for person in asking.account.unclear if not person.explained]


def _names(lead: re.Pattern[str], body: str, known: Name) -> Iterator[Name]:
    """The names right behind those words."""
    folded = fold(body)
    for match in lead.finditer(folded):
        written = NAME.match(body, match.end("lead"))
        if written is None or OF_OTHERS.search(folded, max(0, match.start() - REACH), match.start()):
            continue
        of_family = OF_FAMILY.search(match["lead"]) is not None
        if fold(written[0]) in places() and not _alike(written[0], known.surname):
            continue  # "bij organisatie staat Almere, dat moet Almelo zijn"
        alone = SHORTER.search(folded, match.start(), written.start()) is not None
        name = _with_surname(written[0], known) if of_family or alone else _as_name(written[0], known)
        if name is not None:
            yield name


def _made(body: str, known: Name) -> Iterator[Name]:
    """The names between "er" and "van maken"."""
    for match in _into().finditer(fold(body)):
        written = NAME.match(body, match.end("lead"))
        makes = written and _makes().search(fold(body), written.end(), written.end() + REACH)
        if not written or not makes:
            continue
        if " " not in written[0] and makes.start() > written.end() + len('" '):
            continue  # "er Lokaal beleid van maken": a word with a capital is no surname yet
        if (name := _as_name(written[0], known)) is not None:
            yield name


def _with_surname(written: str, known: Name) -> Name | None:
    """ "Mijn achternaam is Oude Hengel": all of it is."""
    parts = written.split()
    if parts[0] == known.given:
        return from_header(written)
    infix = 0
    while infix < len(parts) - 1 and parts[infix].casefold() in name_words("infixes"):
        infix += 1
    return Name(known.given, known.initials, " ".join(parts[:infix]).lower(), " ".join(parts[infix:]))


def _as_name(written: str, known: Name) -> Name | None:
    """A full name; of a word alone, the known one with that surname (or given name)."""
    parts = written.split()
    if fold(written) == fold(known.given):
        return known  # "dat moet Djawied zijn", a given name that no list has
    if len(parts) > 1 and parts[0].casefold() not in name_words("infixes"):
        return replace(known, infix="", surname=written) if _is_all_surname(parts, known) else from_header(written)
    if len(parts) == 1 and is_given(written) and not _alike(written, known.surname):
        return replace(known, given=written)
    *infix, surname = parts
    if not infix and "-" in known.surname and fold(surname) in fold(known.surname).split("-"):
        return known  # "het is Ketelaers, met ae", of Zwaan-Ketelaers
    return Name(known.given, known.initials, " ".join(infix).lower(), _within_double(surname, known.surname))


def _within_double(written: str, surname: str) -> str:
    """ "Het is Ketelaers, met ae", of Zwaan-Ketelaars: the other half stays."""
    halves = surname.split("-")
    close = [at for at, half in enumerate(halves) if _alike(half, written) and fold(half) != fold(written)]
    if len(halves) != 2 or len(close) != 1 or "-" in written:
        return written
    halves[close[0]] = written
    return "-".join(halves)


def _is_all_surname(parts: list[str], known: Name) -> bool:
    """Whether words without a given name are the writer's surname: "het is Oulad Haddou", of Samira Ouladhaddou."""
    if (
        not known.given
        or is_given(parts[0])
        or fold(parts[0]) == fold(known.given)
        or not (family := _letters(f"{known.infix}{known.surname}"))
    ):
        return False
    written = _letters("".join(parts))
    alike = fuzz.ratio(written, family)
    return alike >= ALIKE and alike > fuzz.ratio(written, _letters(str(known)))


def _letters(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalpha())


def _is_the_writers(name: Name, known: Name) -> bool:
    """Whether a name can be another form of the known one."""
    if not name.is_full or known == Name():
        return name.is_full
    if bool(known.given) and fold(name.given) == fold(known.given):
        return True
    return _alike(str(name), str(known)) or fold(known.surname) in fold(name.surname).split("-")


def _is_misspelt(name: Name, known: Name) -> bool:
    """Whether a name is nearly the known one, and isn't."""
    if fold(str(name)) == fold(str(known)) or not name.surname:
        return False
    return _alike(str(name), str(known)) and _is_like_surname(name.surname, known.surname)


def _is_like_surname(written: str, surname: str) -> bool:
    """Whether a surname is nearly the known one, or half of a double one: "Heuvel", of Myriam van den Heuvel-Ouchan."""
    return any(_alike(written, known) for known in (surname, *surname.split("-")))


def _alike(one: str, other: str) -> bool:
    return bool(one and other) and fuzz.ratio(fold(one), fold(other)) >= ALIKE


@cache
def _about() -> Lookup:
    return lookup(words("renaming", "about"))


@cache
def _makes() -> re.Pattern[str]:
    return pattern_of(words("renaming", "made"))


@cache
def _right() -> re.Pattern[str]:
    return _before_name("right")


@cache
def _concluding() -> re.Pattern[str]:
    return _before_name("concluding")


@cache
def _wrong() -> re.Pattern[str]:
    return _before_name("wrong")


@cache
def _called() -> re.Pattern[str]:
    return _before_name("called")


@cache
def _into() -> re.Pattern[str]:
    return _before_name("into")


def _before_name(table: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?=(?P<lead>(?:{any_of(words('renaming', table))}):?\s{{1,3}}[\"']?))")
