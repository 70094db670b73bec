"""Names of which one half is told beside the other: "Bart (achternaam Zeldenrust)", "mevrouw Ottens ..., haar voornaam
is Geesje". Who is called by either half in the letter is that person.
"""

import re
from collections.abc import Iterator

from mailbot.reading.names.person_name import UPPER, Name, is_given, lead_infix, name_words
from mailbot.reading.text.fold import fold

INFIX = r"(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Tt]e|['’]t|[Ee]l|[Aa]l)"
SURNAME = rf"(?:{INFIX}[ ]){{0,3}}[{UPPER}][\w'’]{{1,30}}(?:-(?:{INFIX}[ ]){{0,2}}[{UPPER}][\w'’]{{1,30}})?"
GIVEN = rf"[{UPPER}][^\W\d_]{{1,20}}(?:-[^\W\d_]{{1,20}})?"
IS = r"(?:\s(?:is|luidt|heet|dan|nog|wordt|zijn))?\s?:?\s[\"“'‘]?"
# a given name before "achternaam ...", in the same sentence
LAST_NAME = re.compile(
    rf"\b(?P<given>{GIVEN})\b(?P<between>[^.!?\n{UPPER}]{{0,60}}?)"
    rf"\b(?:achternaam|van achteren(?: heet)?|surname|last name){IS}(?P<surname>{SURNAME})"
)
# a title and a surname, and not far behind them "voornaam ..."
FIRST_NAME = re.compile(
    rf"\b(?P<title>(?i:{'|'.join(sorted(map(re.escape, name_words('titles')), key=len, reverse=True))}))\.?\s"
    rf"(?P<surname>{SURNAME})(?P<between>[^\n]{{0,160}}?)"
    rf"\b(?:voornaam|roepnaam|first name|given name){IS}(?P<given>{GIVEN})"
)
TOLD = ("voornaam", "roepnaam", "achternaam", "van achteren", "first name", "given name", "surname", "last name")


def names_told_apart(text: str) -> Iterator[Name]:
    """Whole names of which a text tells the halves in two places."""
    folded = fold(text)
    if not any(word in folded for word in TOLD):
        return
    for told in (*LAST_NAME.finditer(text), *FIRST_NAME.finditer(text)):
        given, surname, title = told["given"], told["surname"], told.groupdict().get("title")
        since = told["between"].rsplit(title.lower(), 1)[-1] if title else told["between"]
        between = re.findall(rf"[{UPPER}]\w+", since)
        if is_given(given) and surname[-1].isalpha() and not any(map(is_given, between)):
            infix, last = lead_infix(surname.split())
            yield Name(given, "", infix.lower(), last)
