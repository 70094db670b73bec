"""Mailboxes that a name behind them explains: "'o.hartevelt@ede.nl' (= Otto Hartevelt)", "ottoot@home.nl is van Otto
Hartevelt".

Whoever lists people by their mailboxes says who is meant where the address doesn't. In the text such a mailbox stands
in brackets then, and the name bare, like any other name in a row: "(ottoot@home.nl) Otto Hartevelt". At the head of a
line, where there is no room for a bracket, the name stands in them, or behind a colon. The text keeps its length.
"""

import re

from mailbot.reading.letter.introductions import HEADER
from mailbot.reading.names import is_given
from mailbot.reading.names.header_names import from_header
from mailbot.reading.names.person_name import INFIX_IN_LIST
from mailbot.reading.names.told_names import address_spells
from mailbot.reading.text.late import late

NAME = rf"[^\W\d_a-z][\w'’.-]{{0,30}}(?: (?:{INFIX_IN_LIST} ){{0,3}}[^\W\d_a-z][\w'’-]{{1,30}}){{1,3}}"
OF = r"(?:(?:het|the) (?:e-?mail|mail)?-?(?:adres|address|account) )?(?:(?:van|of) )?"
# What says that two things are one; not so "(collega van ", "(vervangt ", " voor "
SAME = (
    r"(?:(?:=|-?->|<--?|→|←) ?|(?:(?:dit|dat|dus|it|this|that) )?(?:is|hoort bij|belongs to) "
    r"|(?:that|it)['’]s |i\.e\.,? |d\.i\. |oftewel |ofwel |namelijk |nl\. |alias |aka |a\.k\.a\. )"
)
EXPLAINED = late(
    r"(?:(?P<room>[<\"'‘ \xa0])|(?<![\w.+@%-]))(?P<address>[\w+-][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})"
    rf"(?P<glue>[>\"'’]?,?[ \xa0]{{1,2}}(?:(?P<opens>[(\[]) ?(?:{SAME}|: ?)?|(?P<same>{SAME})|(?P<mark>[:–-] )){OF})"
    rf"(?P<name>{NAME})(?(opens) ?[)\]]|(?=[ ]?(?:[;,.\n]|$|(?:en|and) )))"
)
HEAD = re.compile(r"[\s\W]*(?:\d{1,2}[.)])?\s*")
# Behind a small word, a colon, or another mailbox; behind a name, the mailbox is that one's: "Wim Kok, w@ede.nl (Ede)"
BEFORE = re.compile(r"(?:(?<![\w-])[a-z]+:?|@[\w.-]+[>)\]\"'’]{0,2}[;,]?|[>)\]][;,] ?(?:(?:en|and))?)[ \xa0]?\Z")
IN_LIST = re.compile(r"@[\w.-]+[>)\]\"'’]{0,2}(?:[;,]|[;,]? (?:en|and))[ \xa0]?\Z")
NEXT = re.compile(r"[;,.]?\s?(?:(?:en|and|&)\s?)?")
REACH = 80  # characters before a mailbox
INTRODUCES = late(r"[^\n]*\b(?:schreef|wrote|het volgende)\b", re.IGNORECASE)


def explained(text: str) -> str:
    """The text with such mailboxes told apart from the names; of the same length."""
    if "@" not in text:
        return text
    out, done = [], 0
    for found in EXPLAINED.finditer(text):
        goes_on = done > 0 and NEXT.fullmatch(text, done, found.start()) is not None
        if (told := _told_apart(text, found, goes_on=goes_on)) is not None:
            out += [text[done : found.start()], told]
            done = found.end()
    return "".join([*out, text[done:]]) if out else text


def _told_apart(text: str, found: re.Match[str], *, goes_on: bool) -> str | None:
    """`goes_on`: one of them stands right before."""
    start = text.rfind("\n", 0, found.start()) + 1
    before = text[max(start, found.start() - REACH) : found.start()]
    line_head = HEAD.fullmatch(text, start, found.start()) is not None
    within = line_head or goes_on or (IN_LIST if found["mark"] else BEFORE).search(before)
    if not within or HEADER.match(text, start) or INTRODUCES.match(text, start) or text[start : start + 1] == ">":
        return None
    name, first = from_header(found["name"]), found["name"].split()[0]
    if name is None or not name.is_full or not (is_given(first) or address_spells(found["address"], name)):
        return None
    return _in_row(found) if found["room"] and not line_head else _at_head(found)


def _in_row(found: re.Match[str]) -> str:
    """ "(ottoot@home.nl) Otto Hartevelt"."""
    return f"({found['address']}{')'.ljust(len(found['glue']))}{found['name']}".ljust(len(found[0]))


def _at_head(found: re.Match[str]) -> str:
    """ "ottoot@home.nl (Otto Hartevelt)", "ottoot@home.nl: Otto Hartevelt"."""
    room, glue = " " * len(found["room"] or ""), len(found["glue"])
    if found["opens"]:
        return f"{room}{found['address']}{'('.rjust(glue)}{found['name']}".ljust(len(found[0]) - 1) + ")"
    return f"{room}{found['address']}{':'.ljust(glue)}{found['name']}"
