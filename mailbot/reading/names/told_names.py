"""Names that no lexicon knows, told by what stands beside them: an address that spells them, or a number.

"Deelnemer Twee (twee@example.nl)" is a name because of its address; beside a mail from "Deelnemer 12", "Deelnemer 13"
is one as well.
"""

import re
from collections.abc import Iterator

from mailbot.reading.names.bare_addresses import names_of_addresses
from mailbot.reading.names.header_names import from_header
from mailbot.reading.names.person_name import Name, is_given, name_words
from mailbot.reading.names.surnames import is_surname
from mailbot.reading.names.titles import is_job_title
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

# two to four words with capitals (numbers count) on one line, and behind them an address
BEFORE_ADDRESS = late(
    r"(?<![\w@.])(?P<name>[^\W\d_a-z][\w'’.-]{0,30}"
    r"(?:[ ]{1,2}(?:[^\W_a-z][\w'’-]{0,30}|van|de|der|den|el|al|ten|ter)){1,3}(?<!['’]))"
    r"[ ]{0,2}[(<\[,:;–-]{1,2}[ ]{0,2}(?:mailto:)?(?P<address>[\w.+-]{1,64}@[\w-]{1,63}\.)"
)
# "kim bos", "noor el amrani" where no capital is used, and the address behind
SMALL = re.compile(
    r"(?<![\w@.'’-])(?P<name>(?P<given>[^\W\d_]{2,20}(?:-[^\W\d_]{2,20})?)"
    r"(?: (?:van|de|der|den|el|al|ten|ter|'t|vd|ben|bin|da|dos|di|la|ait|a)){0,3}"
    r" (?P<surname>(?:d['’])?[^\W\d_]{2,30}(?:-[^\W\d_]{2,30})?))(?![\w@'’-])(?: ?[(<] ?(?P<address>[\w.+-]{1,64})@)?"
)
NEXT = re.compile(r"(?: \([^()\n]{1,60}\))?(?:, | en | and | & |, en |\n)")  # between two of a row
JOINS = re.compile(r"(?: \([^()\n]{1,60}\))?(?:, | en | and | & |, en )\Z")
# What goes on behind a name in small letters: "en corrie (adviseur)", "en daan komen", "en daan aanmelden"
GOES_ON = re.compile(
    r"(?= \(| (?:voor|op|komen|gaan|willen|zijn|aan|in|for|are|will)\b| (?:aan|in|op|mee)[a-z]+en\b|[.,;)\n]|\Z)"
)
GIVEN = re.compile(r"(?: \([^()\n]{1,60}\))? (?:en|and|&) (?P<name>[^\W\d_A-Z][^\W\d_]{2,15})(?![\w@'’-])")
REACH = 70  # characters: a name in small letters, and what joins it to another
ENDS = re.compile(r"(?:[,.;)(\n]| en | and |[ ]?$)")
BRACKETS = late(r"\([^()\n]{1,60}\)")
LEAD = 20  # characters
LEADING = r"(?i:met|with|collega|collega['’]s|colleagues?|namens|voor|for|ook|graag|neem|neemt)"
LEADS_TO = late(rf":\s|\b{LEADING} [^\W\d_]")
LED_TO = late(rf"(?::\s|[,(] ?|\b(?:{LEADING}|en|and|plus) )\Z")
VERB = re.compile(r"[^\W\d_]*[^aeiou]t")  # "els fietst, wim bos loopt"
BEHIND = re.compile(
    r"(?:, [^\W\d_]{2,20} [^\W\d_]{2,20})?,? (?:en|and|&) "
    r"(?P<name>[^\W\d_]{3,20} (?:(?:van|de|der|den|el|al|ten|ter) ){0,3}[^\W\d_]{4,30})"
    r"(?=[,.;)\n]| (?:op|voor|aan|van|uit|namens|on|for|from)\b|[ ]?$)"
)
DIGIT = re.compile(r"\d")
NUMBERED = re.compile(r"(?P<word>[^\W\d_a-z](?<!\w.)[^\W\d_]{2,20}) (?P<number>\d{1,3})(?![\w@]|[.:/-]\d)")


def told_names(text: str, start: int, end: int, known: frozenset[str]) -> Iterator[tuple[Name, int, int]]:
    """Names and where they stand. `known`: given names, in lower case, of people in the mail's headers."""
    if text.find("@", start, end) >= 0:
        for match in BEFORE_ADDRESS.finditer(text, start, end):
            name = from_header(match["name"])
            if name is not None and name.is_full and address_spells(match["address"], name):
                yield name, *match.span("name")
        yield from names_of_addresses(text, start, end)
    if text[start:end].islower():
        yield from _in_small_letters(text, start, end)
    elif (small := _small_part(text, start, end)) < end:
        yield from _below_a_capital(text, small, end)
    for match in NUMBERED.finditer(text, start, end) if known and DIGIT.search(text, start, end) else ():
        if match["word"].casefold() in known:
            yield Name(given=match["word"], surname=match["number"]), *match.span()


def _in_small_letters(text: str, start: int, end: int) -> Iterator[tuple[Name, int, int]]:
    """Names on a line without capitals: a given name and a surname that we know, or that the address behind spells; and
    a given name and another word in a row with such names ("els bos, ali ben salah en wim kok")."""
    found = _on_line(text, start, end)
    for at, (name, begins, ends, sure) in enumerate(found):
        listed = ENDS.match(text, ends) and not VERB.fullmatch(name.surname)
        listed = listed and (_has_neighbour(text, found, at) or _is_line_of_list(text, begins, ends))
        if start <= begins and ends <= end and (sure or listed):
            yield name, begins, ends


def _small_part(text: str, start: int, end: int) -> int:
    """From where a sentence is in small letters: behind its last colon, or behind the capital that a telephone gave its
    beginning; its end where it is in no such part."""
    colon = max(text.rfind(": ", start, end), text.rfind(":\n", start, end)) + 1
    if colon and BRACKETS.sub("", text[colon:end]).islower():
        return colon  # "bob jansen (gemeente Ede)"
    begin = next((at for at in range(start, min(start + LEAD, end)) if not text[at].isspace()), end)
    return begin + 1 if text[begin + 1 : end].islower() else end


def _below_a_capital(text: str, start: int, end: int) -> Iterator[tuple[Name, int, int]]:
    """The names in small letters that stand there in a row or behind a word that leads to somebody: "Graag aanmelden:
    sanne van vliet en corrie zwart", "Ik kom samen met bob jansen". Most sentences have a capital and no name."""
    if not LEADS_TO.search(text, max(0, start - 1), end):
        return
    found = [small for small in _small_names(text, start, end) if _is_no_relative(text[small[1] : small[2]])]
    for at, (name, begins, ends, sure) in enumerate(found):
        listed = ENDS.match(text, ends) and (sure or not VERB.fullmatch(name.surname))
        listed = listed and _has_neighbour(text, found, at)
        led = sure and LED_TO.search(text, max(0, begins - LEAD), begins) is not None
        if listed or led:
            yield name, begins, ends


def _is_no_relative(said: str) -> bool:
    """ "(Wim Vonk)" in a part in small letters has capitals; "wier zoon" is nobody's name."""
    return said.islower() and name_words("kin").isdisjoint(said.split())


def names_in_small_rows(text: str, start: int, end: int) -> Iterator[tuple[Name, int, int]]:
    """What stands behind such a name and an "en", and may be one: "wim bos en xulani tembaka", "wim bos en els
    salamander op de lijst"."""
    if not text[start:end].islower():
        return
    for _, _, ends, sure in _on_line(text, start, end):
        behind = BEHIND.match(text, ends, end) if sure else None
        words = behind["name"].split() if behind else []
        if behind and not any(
            word in name_words("not_names") | name_words("kin") or is_job_title(word) for word in words
        ):
            name = from_header(behind["name"].title())
            if name is not None and name.is_full:
                yield name, *behind.span("name")


def small_names_beside(
    text: str, start: int, end: int, found: list[tuple[int, int]]
) -> Iterator[tuple[Name, int, int]]:
    """What stands in small letters in a row with a name that has capitals, and may be one: "Bob Jansen en corrie
    zwart". `found`: where names stand that are known."""
    for first, last in found:
        for small in (*_right_before(text, start, first), *_right_behind(text, last, end)):
            words = small[0].surname.casefold().split()
            ordinary = any(word in name_words("not_names") or is_job_title(word) for word in words)
            if text[small[1] : small[2]].islower() and (small[3] or not (ordinary or VERB.fullmatch(words[-1]))):
                yield small[:3]


def _right_before(text: str, start: int, at: int) -> Iterator[tuple[Name, int, int, bool]]:
    joined = JOINS.search(text, max(start, at - REACH), at)
    if joined is None or not text[max(start, joined.start() - LEAD) : joined.start()][-1:].islower():
        return
    yield from (s for s in _small_names(text, max(start, at - REACH), at) if s[2] == joined.start())


def _right_behind(text: str, at: int, end: int) -> Iterator[tuple[Name, int, int, bool]]:
    joined = NEXT.match(text, at, end)
    if joined is None or not text[joined.end() : joined.end() + 1].islower():
        return
    small = next(_small_names(text, joined.end(), min(end, joined.end() + REACH)), None)
    if small is not None and small[1] == joined.end() and (small[3] or GOES_ON.match(text, small[2])):
        yield small


def given_names_beside(text: str, end: int, found: list[tuple[int, int]]) -> Iterator[tuple[Name, int, int]]:
    """A given name in small letters, and no more, behind "en": "Bob Jansen en daan komen"."""
    for _, last in found:
        said = GIVEN.match(text, last, end)
        given = said is not None and is_given(said["name"]) and said["name"] not in name_words("not_names")
        if said is not None and given and GOES_ON.match(text, said.end("name")):
            yield Name(given=said["name"].title()), *said.span("name")


def _on_line(text: str, start: int, end: int) -> list[tuple[Name, int, int, bool]]:
    line = max(text.rfind("\n", 0, start), text.rfind(".", 0, start)) + 1
    stop = text.find("\n", end)
    return [*_small_names(text, line, stop if stop >= 0 else len(text))]


def _has_neighbour(text: str, found: list[tuple[Name, int, int, bool]], at: int) -> bool:
    """Whether a name that is surely one stands beside that, in a row with it."""
    begins, ends = found[at][1:3]
    before = at > 0 and found[at - 1][3] and NEXT.fullmatch(text, found[at - 1][2], begins)
    behind = at + 1 < len(found) and found[at + 1][3] and NEXT.fullmatch(text, ends, found[at + 1][1])
    return bool(before or behind)


def _is_line_of_list(text: str, begins: int, ends: int) -> bool:
    """Whether a line has nothing but that, and the one above it or below nothing but a name that is surely one."""
    before, behind = text.rfind("\n", 0, begins), text.find("\n", ends)
    if text[before + 1 : begins].strip() or text[ends : behind if behind >= 0 else None].strip(" ,."):
        return False
    lines = [(text.rfind("\n", 0, before) + 1, before)] if before > 0 else []
    if behind >= 0:
        stop = text.find("\n", behind + 1)
        lines.append((behind + 1, stop if stop >= 0 else len(text)))
    return any(
        sure and (first, last) == (start, start + len(text[start:end].rstrip(" ,.")))
        for start, end in lines
        for _, first, last, sure in _small_names(text, start, end)
    )


def _small_names(text: str, start: int, end: int) -> Iterator[tuple[Name, int, int, bool]]:
    """What may be a name there, and whether it surely is."""
    at = start
    while match := SMALL.search(text, at, end):
        words = {match["given"], match["surname"]}
        known = is_given(match["given"]) and name_words("not_names").isdisjoint(words)
        name = from_header(match["name"]) if known else None
        spelled = name is not None and match["address"] is not None and address_spells(match["address"], name)
        at = match.end("given")
        if name is not None and name.is_full:
            sure = spelled or is_surname(match["surname"])
            yield name, *match.span("name"), sure
            at = match.end("name") if sure or ENDS.match(text, match.end("name")) else at


def address_spells(address: str, name: Name) -> bool:
    """Whether an address has part of that name, or its initials, in front of the @."""
    local, whole = fold(address.split("@")[0]), fold(str(name))
    letters = "".join(c for c in local if c.isalpha())
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", whole))
    if letters and letters in (initials, initials[:1]):
        return True
    squashed = "".join(c for c in whole if c.isalnum())
    parts = [part for part in re.split(r"[^a-z]+", local) if len(part) >= 3]
    words = [word for word in re.split(r"[^a-z]+", whole) if len(word) >= 4]
    return any(part in squashed for part in parts) or any(word in local for word in words)
