"""Addresses that stand for people in a list of addresses: "Noor Bos <n.bos@...>; wim.de.groot@...".

Whoever is listed by an address alone is listed like the others. Where a name can be read off it, that is the person's.
What an address book shows before an address is a name, be it written with a dot: "Noor.Bos <...>" (in quotes:
quoted_names.py).
"""

import re
from collections.abc import Iterator

from mailbot.reading.names.header_names import from_header
from mailbot.reading.names.offices import is_functional
from mailbot.reading.names.person_name import Name, is_given, name_words
from mailbot.reading.names.surnames import is_surname
from mailbot.reading.text.fold import fold

HOST = r"@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
ADDRESS = re.compile(rf"(?<![\w.+%@-])(?P<local>[\w.+-][\w.+'-]{{0,63}}){HOST}")
SHOWN = re.compile(
    r"(?<![\w@.'’‘])(?P<dotted>[A-Z][a-z]+\.[A-Z][^\W\d_]+(?: (?:[a-z]{2,4}|[A-Z][\w'’-]+)){0,3})\"?"
    rf"\s?[<(\[](?:mailto:)?[\w.+'-]{{1,64}}{HOST}"
)
DOT = re.compile(r"(?<=[a-z])\.(?=[A-Z])")
AND = r"(?:[;,/&]|,?\s*\b(?:en|and)\b)"
# "... n.bos@x.nl>; ", "... n.bos@x.nl en "
OPENS = r"[<(\[\"'‘]{0,2}"
CLOSES = r"[>)\]\"'’]{0,2}"
BEHIND_ANOTHER = re.compile(rf"{HOST}{CLOSES}[ \t]*(?:{AND}\s*|[;,]?[ \t]*\n[ \t]*){OPENS}\Z")
IN_ITEM = re.compile(rf"(?:^|\n)[ \t]*(?:[-*•·–●▪]|\(?\d{{1,2}}[.)])[ \t]*{OPENS}\Z")
AT_HEAD = re.compile(rf"(?:^|\n)[ \t]*{OPENS}\Z")
GOES_ON = re.compile(rf"{CLOSES}[ \t]*(?:{AND}[^\n]{{0,80}}|\n[ \t]*[\w.+'-]{{1,64}})@")
ENDS = re.compile(rf"{CLOSES}(?: ?<[^<>\s]{{3,100}}>)?[ \t]*(?:{AND}|[.([=:→←]|[-–] |$)", re.MULTILINE)
REACH = 120  # characters before an address in which another may end
PARTS = re.compile(r"[._]")
# Of these what stands behind is mostly a surname of its own, be it one that looks known: "hugo.terhorst@"
SMALL_WORDS = ("van", "ten", "ter", "den", "vd")
# With which a surname begins that is run together: "jan.devries@"
RUN_TOGETHER = ("van", "de", "den", "ter", "ten", "el", "al", "op", "in")


def bare_addresses(text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """The addresses in text[start:end] that are all that a list says of somebody."""
    end = len(text) if end is None else end
    if text.find("@", start, end) < 0:
        return
    for found in ADDRESS.finditer(text, start, end):
        before = text[max(start, found.start() - REACH) : found.start()]
        listed = BEHIND_ANOTHER.search(before) or IN_ITEM.search(before)
        listed = listed or (AT_HEAD.search(before) and GOES_ON.match(text, found.end(), end))
        if listed and ENDS.match(text, found.end(), end):
            yield found


def names_of_addresses(text: str, start: int, end: int) -> Iterator[tuple[Name, int, int]]:
    """The names that can be read off such addresses, of people whom the text doesn't name otherwise; and where."""
    for found in bare_addresses(text, start, end):
        name = _name_in(found["local"])
        if name is not None and fold(name.surname) not in fold(ADDRESS.sub("", text)):
            yield name, *found.span("local")


def shown_names(text: str, start: int, end: int) -> Iterator[tuple[Name, int, int, bool]]:
    """Names before an address that look like none, and where; all of them surely are some."""
    for found in SHOWN.finditer(text, start, end) if text.find("@", start, end) >= 0 else ():
        name = from_header(DOT.sub(" ", found["dotted"]))
        if name is not None and name.is_full:
            yield name, *found.span("dotted"), True


def surely_spelled(email: str) -> Name | None:
    """The name that an address spells, of somebody who is called by the given name elsewhere: "els.bos@"."""
    local = email.partition("@")[0]
    name = _name_in(local)
    return None if name is None or fold(name.surname).startswith(SMALL_WORDS) else name


def _name_in(local: str) -> Name | None:
    """ "wim.de.groot": a given name that we know, small words, and a surname."""
    given, *middle, last = PARTS.split(local.lower()) if PARTS.search(local) else ("", "")
    if len(given) < 2 or not is_given(given) or len(last) < 3 or not last.replace("-", "").isalpha():
        return None
    if is_functional(f"{given} {last}") or any(word not in name_words("infixes") for word in middle):
        return None
    if last.startswith(RUN_TOGETHER) and not is_surname(last):
        return None
    return Name(given.title(), "", " ".join(middle), last.title())
