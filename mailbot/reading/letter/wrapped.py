"""Line ends that a program made, and no person: plain-text mail is wrapped where the next word fitted no more.

Undone, they are blanks: a name, a house, a phrase that stands over two lines reads as if it stood on one. Programs
wrap greedily, so the lines that surely go on (the next begins with a small letter) tell how wide they wrap, if they
agree. The writer's own text alone is looked at: quoted lines are wrapped by many hands.
"""

import math
import re
from collections.abc import Sequence
from itertools import pairwise

from mailbot.reading.letter.closing_words import CLOSING, ENTRY, SMALL_WORDS
from mailbot.reading.letter.introductions import HEADER, RULE
from mailbot.reading.names import is_given, is_office
from mailbot.reading.text.late import late

NARROWEST, WIDEST = 45, 130  # characters; programs wrap at 52 to 78, editors at 100 or 120
SHORTEST = 36  # ... and leave no line shorter, but for the longest of words
# What was never wrapped, or is at least not written as prose: a table's row, the beginning of a quoted letter
TABLED = re.compile(r"\t|\S {3,}\S| \| ")
CELLS = late(r";[^;\n]*;| / [^/\n]* / |,[^,\n]*,[^,\n]*,")  # "Naam;Functie;Bereikbaar op" goes on in nobody's row
TURNED = late(  # "Wit, Marieke de" is a name to its end
    rf"\W*(?:\d+\W+)?[^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*)?, [^\W\d_a-z][\w.'’ -]*?"
    rf"(?: {SMALL_WORDS})+"
)
QUOTES = re.compile(r"[ \t]*>|(?:op|on)\b.*\b(?:schreef|wrote)\b", re.IGNORECASE)
MAILBOXES = late(rf"@[\w.-]+>?[;,] (?:{SMALL_WORDS} ){{0,3}}[\"“']?[^\W\d_a-z][^;<>@:!?]{{0,40}}$")
MAILBOX_ENDS = re.compile(r"[^;<>@:!?]{0,40}<[^<>\s]+@[^<>\s]+>")
WORD = re.compile(r"\S+")
NEW_LINE = late(  # what begins a line of its own: an item, a label, a postscript
    r"[ \t]*(?:[-*•·–●▪>|+]|\(?\d{1,2}[.):](?=\s)|\(?(?-i:[a-z])[.)]\s"
    r"|[^\W\d_][^\s:]{0,24}(?: [^\s:]{1,20})?(?: ?:| =)\s+\S"
    r"|(?-i:[^\W\d_a-z])[^\s:]{0,24}(?: [^\s:]{1,20})?:$"
    r"|p\.?s\.?\b)",
    re.IGNORECASE,
)
SAID = late(r"[.!?:;…][\"'”’)]*$")  # "Ik kom graag.": joined or not, a sentence ends there
GOES_ON = late(  # "mr. drs. Th.J.", "dhr.", "t.a.v.", "i.v.m.": no sentence ends with these
    r"(?:^|[\s(])(?:(?:[^\W\d_]|(?-i:[A-Z])[a-z])\.-?(?:[^\W\d_]{1,2}\.-?)*"
    r"|(?:mr|mrs|ms|dr|drs|ir|ing|prof|dhr|mw|mevr|mej|jhr|jkvr|fam|wnd|gem|afd|nr|tel|incl|excl|m\.n|bijv|evt)\.)$",
    re.IGNORECASE,
)
# A name that goes on in the next line, however wide the lines are: "Anne-Fleur van", and "der Werf"; "ik ben Wytze",
# and "Postma. Zou dat"
SMALL_WORD_ENDS = late(rf"[^\W\d_a-z][^\W\d_]+(?: {SMALL_WORDS}){{0,2}}[ -]{SMALL_WORDS}$")
GIVEN_ENDS = late(r"(?:^|\s)[^\W\d_A-Z]+,? (?:[^\W\d_a-z][\w-]+ )?(?P<given>[^\W\d_a-z][\w-]+)$")
ROW_ENDS = late(  # "Bert Smalbrug, Ida", and "Tjeerdsma, Wim Bos"
    rf"(?:^|\s)(?P<before>[^\W\d_a-z][\w-]+) (?:{SMALL_WORDS} ){{0,3}}"
    rf"[^\W\d_a-z][\w’'-]+, (?P<given>[^\W\d_a-z][\w-]+)$"
)
SURNAME_BEGINS = late(
    rf"(?:{SMALL_WORDS}\s){{0,3}}[^\W\d_a-z][\w’'-]+(?:\s(?:{SMALL_WORDS}\s){{0,3}}[^\W\d_a-z][\w’'-]+)?(?=[.,;!?)]|\s(?:en|and|\())"
)
LEADS_ON = late(rf"(?:^|\s)(?:en|of|and|or|met|bij|voor|uit|mevrouw|meneer|heer|{SMALL_WORDS})$")
PERSON = late(r"[^\W\d_a-z][\w’'.-]* (?:[\w’'.-]+ ){0,3}[^\W\d_a-z][\w’'.-]+(?:$|[ ]?[,;(<–-])")  # begins a line


def unwrapped(text: str) -> str:
    """The text with a blank for each line end that a program made in the writer's own words; as long as before."""
    lines = text.split("\n")
    talk, own = above_quotes(lines, math.inf), above_quotes(lines, WIDEST)
    if talk < 2:
        return text
    width = _width(lines[:own]) if own > 1 else None
    out = [lines[0]]
    for at, (line, below) in enumerate(pairwise(lines[:talk]), 1):
        joined = _is_within_name(line, below) or _is_within_mailbox(line, below)
        if at < own and not joined:
            joined = width is not None and _is_wrapped(line, below, width)
        out += [" " if joined else "\n", below]
    return "".join(out) + "".join([f"\n{line}" for line in lines[talk:]])


def above_quotes(lines: Sequence[str], widest: float) -> int:
    """How many lines stand above the first that is quoted, or introduces what is, or is longer than that, as no program
    leaves it: a disclaimer, added on the way."""
    for at, line in enumerate(lines):
        if len(line) > widest and " " in line.strip():
            return at
        if QUOTES.match(line) or RULE.fullmatch(line) or (HEADER.match(line) and at and not lines[at - 1]):
            return at
    return len(lines)


def _width(lines: Sequence[str]) -> tuple[int, int] | None:
    """The narrowest and the widest that a program can have wrapped these lines at; None where none did."""
    ends = [(line, below) for line, below in pairwise(lines) if _goes_on(line, below)]
    ends = [end for end in ends if end[0][-1].isalpha()] or ends  # behind a comma some press Enter
    least = max((len(line) for line, _ in ends), default=0)
    most = min((len(line) + len(_first(below)) for line, below in ends), default=WIDEST)
    longest = max(len(line) for line in lines if " " in line.strip() or len(line) < WIDEST)
    return (least, most) if NARROWEST <= least <= most and longest <= most else None


def _goes_on(line: str, below: str) -> bool:
    """Whether what a line says surely goes on below."""
    ends = line[-1:].isalpha() or line[-1:] == ","
    return ends and below[:1].islower() and len(line) >= SHORTEST and not NEW_LINE.match(below)


def _first(line: str) -> str:
    word = WORD.search(line)
    return word[0] if word else ""


def _is_within_mailbox(line: str, below: str) -> bool:
    """Whether a line ends among several mailboxes, or in the middle of one: "...; Smit, Jan", "de <jdsmit@ede.nl>"."""
    if "@" not in below:
        return False
    several = line.count("@") > 1
    if not (several or ">;" in line) or NEW_LINE.match(below) or not MAILBOX_ENDS.match(below):
        return False
    return MAILBOXES.search(line) is not None or (several and line.endswith((";", ",")))


def _is_within_name(line: str, below: str) -> bool:
    """Whether a line ends in the middle of somebody's name, in a sentence."""
    if not below[:1].isalpha() or NEW_LINE.match(below) or TABLED.search(line) or TABLED.search(below):
        return False
    if TURNED.fullmatch(line) or (CELLS.search(line) and CELLS.search(below)):
        return False
    if SMALL_WORD_ENDS.search(line):
        return True
    row = ROW_ENDS.search(line)
    if row is not None and not (is_given(row["before"]) and not is_given(_first(below).strip(",.;"))):
        row = None  # "Smalbrug, Ida", and "Tjeerdsma, Wim" below
    given = row or GIVEN_ENDS.search(line)
    return given is not None and is_given(given["given"]) and _begins_with_a_surname(below)


def _begins_with_a_surname(line: str) -> bool:
    begins = SURNAME_BEGINS.match(line)
    return begins is not None and not is_office(begins[0])


def _is_wrapped(line: str, below: str, width: tuple[int, int]) -> bool:
    """Whether the next line's first word would have made that line too wide, and nothing else ends it."""
    if not line or not below or len(line) + len(_first(below)) < width[0]:
        return False
    if NEW_LINE.match(below) or CLOSING.match(below) or TABLED.search(line) or TABLED.search(below):
        return False
    if SAID.search(line) and not GOES_ON.search(line):
        return False
    listed = PERSON.match(ENTRY.sub("", line)) and PERSON.match(below)
    return not listed or LEADS_ON.search(line) is not None or line.endswith("-")
