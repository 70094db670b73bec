"""Names of which one half is told beside the other: "Bart (achternaam Zeldenrust)", "mevrouw Ottens ..., haar voornaam
is Geesje". Who is called by either half in the letter is that person.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from mailbot.reading.lexicon import words
from mailbot.reading.names.name_talk import GIVEN_NAME, LAST_NAME, LAST_NAMES
from mailbot.reading.names.person_name import INFIX, UPPER, Name, is_dutch, is_given, lead_infix, name_words
from mailbot.reading.names.sexes import Sex, called_so
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of

WORD = rf"[{UPPER}][\w'’]{{1,30}}(?:-(?:{INFIX}[ ]){{0,2}}[{UPPER}][\w'’]{{1,30}})?"
# "Ait Lahcen", "Prado da Luz", "Tjon A Ten"
SURNAME = rf"(?:{INFIX}[ ]){{0,3}}{WORD}(?:[ ](?:(?:{INFIX}|A)[ ]){{0,3}}{WORD}){{0,2}}"
GIVEN = rf"[{UPPER}][^\W\d_]{{1,20}}(?:-[^\W\d_]{{1,20}})?"
GIVENS = rf"{GIVEN}(?:[ ]{GIVEN})?"
IS = r"(?:\s(?:is|luidt|heet|hij|zij|ze|he|she|dan|nog|wordt|zijn|gewoon|ook))*\s?:?\s[\"“'‘]?"
# a given name before "achternaam ...", in the same sentence
BY_SURNAME = late(
    rf"\b(?P<given>{GIVEN})\b(?P<between>[^.!?\n{UPPER}]{{0,60}}?)"
    rf"\b(?:{LAST_NAME}|van achteren(?: heet(?: ze| hij| zij)?)?|heet(?= gewoon| ook| nog)){IS}(?P<surname>{SURNAME})"
)
# "Verder gaat Joost van communicatie mee, Lamers is zijn achternaam"
BY_SURNAME_BEFORE = late(
    rf"\b(?P<given>{GIVEN})\b(?P<between>[^.!?\n{UPPER}]{{1,60}}?)[ (](?P<surname>{SURNAME})"
    rf"\s(?:is|heet)\s(?:zijn|haar|de|his|her)\s{LAST_NAME}\b"
)
# "Achternaam van Eltjo: Rugge"
SURNAME_OF = late(rf"\b(?i:{LAST_NAME})\s(?:van|of)\s(?P<given>{GIVENS}){IS}(?P<surname>{SURNAME})")
# "... en Timo. Zijn achternaam is Vos": of whoever was named last, and can be meant
HIS_SURNAME = late(
    rf"\b(?P<given>{GIVEN})\b[^.!?\n{UPPER}]{{0,60}}[.!;(]\s?(?P<whose>[Zz]ijn|[Hh]aar|[Hh]is|[Hh]er)\s(?i:{LAST_NAME})"
    rf"{IS}(?P<surname>{SURNAME})"
)
# "De achternamen: Dilek heet Kaya-Arslan, Joris is een Van den Eertwegh"; "De achternaam van Dilek is Kaya, die van
# Joris Vos"
SURNAMES = late(rf"\b(?i:{LAST_NAMES})\b(?P<rest>[^.!?\n]*)")
EACH = (
    late(
        rf"\b(?P<given>{GIVENS})(?:\s(?:heet|is|is een|is a|zijn)\s|\s?[:=]\s?|\s\()(?P<surname>{SURNAME})(?![^\W\d_])"
    ),
    late(rf"(?<![\w-])(?P<surname>{SURNAME})\s\((?P<given>{GIVENS})\)"),
)
NEXT_OF = late(
    rf"\b(?i:{LAST_NAME})\s(?:van|of)\s{GIVENS}{IS}{SURNAME},?(?:\s(?:en|and))?"
    rf"\s(?:(?:die|dat|that|the one)\s)?(?:van|of)\s(?P<given>{GIVENS}){IS}(?P<surname>{SURNAME})"
)
# "Dilek heet Kaya van achteren en Joris Vos"
CALLED_BEHIND = late(rf"\b(?P<given>{GIVEN})\sheet\s(?P<surname>{SURNAME})\s(?:van achteren|met (?:de )?achternaam)\b")
INITIALS = rf"(?:[{UPPER}][hj]?\.[ ]?){{1,5}}"
TITLE = rf"(?i:{'|'.join(sorted(map(re.escape, name_words('titles')), key=len, reverse=True))})"
# a title or initials and a surname, and not far behind them "voornaam ..."
BY_GIVEN_NAME = late(
    rf"\b(?:(?P<title>{TITLE})\.?\s(?:{INITIALS})?|(?P<initials>{INITIALS}))(?P<surname>{SURNAME})(?P<between>[^\n]{{0,160}}?)"
    rf"\b(?i:{GIVEN_NAME}){IS}(?P<given>{GIVENS})"
)
OWN = r"\s(?:is|are|=)\s(?:(?:de|mijn|haar|zijn|the|my|her|his)\s)?"
# "mijn voornaam is Xiaoyun en mijn achternaam Wu", "Minh Chau is mijn voornaam en Nguyen Thi de achternaam"
BOTH = (
    late(
        rf"(?<![\w-])(?P<given>{GIVENS}){OWN}(?:{GIVEN_NAME})(?:,|\sen|\sand)+\s(?P<surname>{SURNAME})"
        rf"(?:{OWN}|\s(?:de|mijn|the|my)\s)(?:{LAST_NAME})\b"
    ),
    late(
        rf"(?<![\w-])(?P<surname>{SURNAME}){OWN}(?:{LAST_NAME})(?:,|\sen|\sand)+\s(?P<given>{GIVENS})"
        rf"(?:{OWN}|\s(?:de|mijn|the|my)\s)(?:{GIVEN_NAME})\b"
    ),
    late(
        rf"\b{GIVEN_NAME}{IS}(?P<given>{GIVENS})(?P<between>[^.!?\n{UPPER}]{{0,40}}?)\b{LAST_NAME}{IS}(?P<surname>{SURNAME})"
    ),
    late(
        rf"\b{LAST_NAME}{IS}(?P<surname>{SURNAME})(?P<between>[^.!?\n{UPPER}]{{0,40}}?)\b{GIVEN_NAME}{IS}(?P<given>{GIVENS})"
    ),
)
# "My surname is Fernández Ortega", of whoever writes
OWN_SURNAME = late(rf"\b(?:[Mm]ijn|[Mm]y)\s(?i:{LAST_NAME}){IS}(?P<surname>{SURNAME})")
TOLD = (
    *words("name_talk", "given"),
    *words("name_talk", "surname"),
    *words("name_talk", "surnames"),
    *("van achteren", "heet gewoon", "heet ook", "heet nog"),
)


def names_told_apart(text: str) -> Iterator[Name]:
    """Whole names of which a text tells the halves in two places."""
    folded = fold(text)
    if not has_one_of(folded, TOLD):
        return
    for told in (match for both in (*BOTH, SURNAME_OF, NEXT_OF, CALLED_BEHIND) for match in both.finditer(text)):
        yield _name(told["given"], told["surname"])
    yield from _surnames_in_a_row(text)
    for told in HIS_SURNAME.finditer(text):
        sex = Sex.HE if told["whose"].lower() in ("zijn", "his") else Sex.SHE
        if is_given(told["given"]) and called_so(told["given"]) is sex:
            yield _name(told["given"], told["surname"])
    for told in (*BY_SURNAME.finditer(text), *BY_SURNAME_BEFORE.finditer(text), *BY_GIVEN_NAME.finditer(text)):
        given, surname, title = told["given"], told["surname"], told.groupdict().get("title")
        since = told["between"].rsplit(title.lower(), 1)[-1] if title else told["between"]
        between = re.findall(rf"[{UPPER}]\w+", since)
        name = _name(given, surname)
        initial = _first_letter(told[0])
        known = is_given(given.split()[0]) or (title and len(given.split()) > 1) or initial == given[0]
        known = known and initial in ("", given[0])  # "T. Ho, en een collega (voornaam Quy)"
        again = is_given(name.surname.split()[0]) and re.search(r"(?<!van achteren )heet", told[0]) is not None
        if known and not again and surname[-1].isalpha() and not any(map(is_given, between)):
            yield name  # "Kim heet gewoon Kim Bos" tells no half


def _surnames_in_a_row(text: str) -> Iterator[Name]:
    """What a sentence about surnames tells of each: "De achternamen zijn Kaya (Dilek) en Vos (Joris)"."""
    for row in SURNAMES.finditer(text):
        for told in (match for each in EACH for match in each.finditer(text, *row.span("rest"))):
            if is_given(told["given"].split()[0]):
                yield _name(told["given"], told["surname"])


def with_surname_told(known: Name, text: str) -> Name | None:
    """That name of a writer with the surname that the text says theirs to be, where it has none, or the end of it:
    "my surname is Fernández Ortega", of M.J. Ortega; else None."""
    told = OWN_SURNAME.search(text) if has_one_of(fold(text), TOLD) else None
    if told is None:
        return None
    whole = _name(known.given, told["surname"])
    words = fold(whole.surname).split()
    if known.given and not known.surname and words[0] != fold(known.given):
        return replace(whole, initials=known.initials)
    if len(words) < 2 or words[-1] != fold(known.surname):
        return None
    given = known.given if fold(known.given) != words[0] else ""
    return replace(whole, given=given, initials=known.initials)


def _first_letter(told: str) -> str:
    """The first of the initials at a name's head, behind a title or without one; "" where there are none."""
    lead = re.match(rf"(?:{TITLE}\.?\s)?(?P<first>[{UPPER}])[hj]?\.", told)
    return lead["first"] if lead else ""


def _name(given: str, surname: str) -> Name:
    infix, last = lead_infix(surname.split())
    return Name(given, "", infix.lower() if is_dutch(infix) else infix, last)
