"""Names with the surname first, as address books, Outlook's lists and administrations print them: "Vries, Jan de".

A comma between two capitals is as often the comma of "Jan, Piet en Wim". It is that of one name where initials or an
infix follow ("Bos, P.C.", "Haan, Marie-Claire de"), where the surname is in capitals, where quotes or an address show
that this is one entry, or where entries of that form stand in a row.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from mailbot.reading.names.header_names import CALLED, parse_header
from mailbot.reading.names.offices import is_office
from mailbot.reading.names.person_name import INFIX_IN_LIST, UPPER, Name, is_given, name_words
from mailbot.reading.names.surnames import is_surname
from mailbot.reading.names.titles import is_job_title, is_title
from mailbot.reading.text.fold import fold, squashed
from mailbot.reading.text.late import late

LETTERS = r"(?:[\w.]|['’](?=\w))"
CAPITAL = (
    rf"['’]?[{UPPER}]{LETTERS}{{1,30}}(?:-(?:(?:{INFIX_IN_LIST}[ ]){{1,3}}|[dl]['’])?[{UPPER}]{LETTERS}{{0,30}}){{0,2}}"
)
FURTHER = rf"(?:[ ]|[ ]?-[ ]?)(?:(?:{INFIX_IN_LIST}|[A-Z])[ ]){{0,3}}{CAPITAL}"
BRACKETS = r"\([^()\n@]{2,24}\)"
BEHIND = rf"(?:[ ]{INFIX_IN_LIST}(?![\w'’]|[ ]voornaam)){{0,3}}"  # not that of "Joke van voornaam"
INITIALS = rf"(?:[{UPPER}][hjs]?\.[ ]?){{1,6}}"
BARE_INITIAL = rf"[{UPPER}](?=[ ](?:[(<]|{INFIX_IN_LIST}[ ]))"  # "Berg, E van den (Els)", "Bos, K <k.bos@...>"
# "Bos, dr. K. (Kim)", "Bos, mevr. drs. Kim de"
TITLE = (
    r"(?:(?:[Pp]rof|[Dd]rs?|[Mm]r|[Ii]r|[Ii]ng|[Mm]w|[Mm]evr|[Dd]hr|[Dd]s|[Jj]hr|[Jj]kvr|[Mm]r?s)\.?|mevrouw|de heer)"
)
# What every entry has within: a line without it needs no look
COMMA = re.compile(rf",[ ]?['’]?(?=[^\W\d_a-z]|{TITLE}[ ])")
ENTRY = late(
    rf"(?P<quote>[\"“'‘]?)(?<![\w@.-])"
    rf"(?P<surname>(?:{INFIX_IN_LIST}[ ]){{0,3}}{CAPITAL}(?:{FURTHER}){{0,2}}),[ ]?"
    rf"(?:{INFIX_IN_LIST}(?:[ ]{INFIX_IN_LIST}){{0,2}},[ ]?)?(?P<title>(?:{TITLE}[ ]){{0,3}})"
    rf"(?P<given>{INITIALS}(?:{BRACKETS})?|{CAPITAL}(?:[ ]{CAPITAL}){{0,2}}|{BARE_INITIAL})"
    rf"(?P<infix>[ ]?{INFIX_IN_LIST}(?![\w'’]|[ ]voornaam){BEHIND})?(?P<called>[ ]?{BRACKETS})?(?P<more>{BEHIND})"
)
ADDRESS = late(r"[\"”'’]?[ ]{0,2}[<(\[,:;–-]{1,2}[ ]?(?:mailto:)?(?P<address>[\w.+'-]{1,64})@")
GOES_ON = late(rf"[ ](?:{INFIX_IN_LIST}[ ])*(?P<word>['’]?[{UPPER}](?:[\w'’-]+|(?=[ ,;.]|$)))")
CLOSES = late(r"[\"”'’]")
ENDS = late(r"[\"”'’]?[ ]{0,2}(?=[;\t\n(|]|$)|,[ ]|[ ][-–][ ]")
TITLED = re.compile(r"\b(?:heer|dhr\.?|meneer|mevrouw|mevr\.?|mw\.?)\s\Z", re.IGNORECASE)
STANDS_ALONE = re.compile(r"[ \t]*(?:[;(\n]|\Z|, ?(?=[^\W\d_])(?![A-Z])|[–-] )")  # "de heer Vonk, Klaas, beheerder"
# "- ", "2. ", "; " before an entry
BEGINS_ITEM = late(r"(?:\A|[\n;:])[ \t]*(?:[-*•·–]|\(?\d{1,2}[.)])?[ \t]*[\"“'‘]?\Z")
REACH = 12  # characters before it
ENDS_LINE = re.compile(r"[ ]*\t|[ \t]*(?:\n|$)")  # or the first cell of a row
BETWEEN = late(
    r"[^\n]{0,120}?(?:;|\n)[ \t]*(?:[-*•·–]|\(?\d{1,2}[.)])?[ \t]*[\"“'‘]?|[\"”'’]?[ ]{0,2};[ ]{0,2}[\"“'‘]?"
)


def listed_names(text: str, start: int, end: int) -> Sequence[tuple[Name, int, int, bool]]:
    """Names of that form in text[start:end], and where they stand, without quotes; all of them surely are some."""
    return [found for found in named if start <= found[1] and found[2] <= end] if (named := _listed(text)) else ()


@lru_cache(maxsize=16)  # asked for line by line, and the lines around tell what one of them is
def _listed(text: str) -> tuple[tuple[Name, int, int, bool], ...]:
    entries = [entry for entry in _entries(text) if not (_is_house(entry) or _is_oneself(entry))]
    found = []
    for at, entry in enumerate(entries):
        begin = _begin(text, entry)
        goes_on = _goes_on(text, entry)
        in_a_row = _in_a_row(text, entries, at) and not _are_two(entry)
        if begin is None or goes_on or not (_is_one_entry(text, entry, begin) or in_a_row):
            continue
        if entry["title"] and not _is_alone(text, entry, begin):
            continue  # "ondergetekende, mr. J. Ploos", "onze directeur Maatschappij, mevrouw Els Bos"
        name = parse_header(text[begin : entry.end()].strip())
        if name is not None and name.surname and (name.given or name.initials):
            found.append((name, begin, begin + len(text[begin : entry.end()].rstrip()), True))
    return tuple(found)


def _is_house(entry: re.Match[str]) -> bool:
    """ "Basisschool De Regenboog, Heerde": its first word says what sort of house it is, and the other is a town."""
    first, *more = entry["surname"].split()
    return bool(more) and is_office(first) and not is_given(entry["given"].split()[0])


def _is_oneself(entry: re.Match[str]) -> bool:
    """ "Ondergetekende, G.J. Vos": whoever writes is named behind the comma."""
    return fold(entry["surname"]) in name_words("oneself")


def _are_two(entry: re.Match[str]) -> bool:
    """ "Noor de Wit, Omar Khalil; Bert Bos, Xulani Tal" are four: before the comma a given name begins, and behind it
    stands more than one word."""
    before, behind = entry["surname"].split(), entry["given"].split()
    return len(before) > 1 < len(behind) and is_given(before[0])


def _is_alone(text: str, entry: re.Match[str], begin: int) -> bool:
    """Whether nothing is said before an entry in its item, nor behind it but an address."""
    behind = ENDS.match(text, entry.end()) or ADDRESS.match(text, entry.end())
    return behind is not None and BEGINS_ITEM.search(text, max(0, begin - REACH), begin) is not None


def _goes_on(text: str, entry: re.Match[str]) -> bool:
    """Whether a surname stands behind what looks like an entry: "Wim Smit, Noor de Boer", "Smit, K. Vries"; not so
    "Smit, K. Beleid"."""
    if GOES_ON.match(text, entry.end()):
        return True
    behind = GOES_ON.match(text, entry.start() + len(entry[0].rstrip()))
    return behind is not None and is_surname(behind["word"])


def _entries(text: str) -> Iterator[re.Match[str]]:
    """What looks like an entry: none reaches over the end of a line, and few lines have a comma before a capital."""
    at = 0
    while comma := COMMA.search(text, at):
        stop = text.find("\n", comma.end())
        at = stop if stop >= 0 else len(text)
        yield from ENTRY.finditer(text, text.rfind("\n", 0, comma.start()) + 1, at)


def _begin(text: str, entry: re.Match[str]) -> int | None:
    """Where the surname begins, past words that only have a capital: "Graag Brouwer, Ties"; None where none is left.
    Words that the address behind spells are a name, whatever else they are: "Zaal, Bente <bzaal@...>"."""
    if is_job_title(entry["given"].split()[-1]):
        return None  # "Mr. Tesfa Haile, Project Officer"
    words = list(re.finditer(r"\S+", entry["surname"]))
    if is_title(fold(words[0][0])):
        words.pop(0)
    while words and (
        words[0][0] == "-"
        or (fold(words[0][0]) in name_words("not_names") and fold(words[0][0]) not in name_words("infixes"))
    ):
        called = _is_spelled(text, entry, entry["surname"][words[0].start() :])
        if called or (len(words) == 1 and _is_item(text, entry)):
            return entry.start("surname") + words[0].start()
        words.pop(0)
    if not words:
        return None
    begin = words[0].start()
    if fold(entry["given"].split()[0]) in name_words("not_names") and not _is_spelled(
        text, entry, entry["surname"][begin:]
    ):
        return None
    return entry.start("surname") + begin


def _is_item(text: str, entry: re.Match[str]) -> bool:
    """Whether an entry with a given name that we know is all of a list's item: "- Kerk, Kees"."""
    before = text[text.rfind("\n", 0, entry.start()) + 1 : entry.start()]
    return before.strip() != "" and _has_own_line(text, entry) and is_given(entry["given"].split()[0])


def _is_spelled(text: str, entry: re.Match[str], surname: str) -> bool:
    """Whether the address behind an entry has that surname, or its first half, past initials."""
    address = ADDRESS.match(text, entry.end())
    halves = {squashed(surname)[:8], squashed(surname.partition("-")[0])[:8]}
    return address is not None and any(len(half) > 2 and half in squashed(address["address"]) for half in halves)


def _is_one_entry(text: str, entry: re.Match[str], begin: int) -> bool:
    surname, given = text[begin : entry.end("surname")], entry["given"]
    if "." in given.split("(")[0] and re.fullmatch(INITIALS, given.split("(")[0].strip() + " "):
        # "E. Bos, T. Kok", "Els Bos, T. Kok": two people, each whole
        return not (_is_whole(surname) and GOES_ON.match(text, entry.start() + len(entry[0].rstrip())))
    if entry["called"] and CALLED.match(entry["called"].strip(" ()")):
        return True
    if entry["called"] and given.isupper() and is_given(entry["called"].strip(" ()")):
        return True  # "Bos, CM (Carla)"
    known = is_given(given.split()[0])
    first = surname.split()[0]
    if surname.isupper() and given.isupper() and is_given(first) and fold(first) not in name_words("infixes"):
        return False  # "JAN DE BOER, PETRA VAN DIJK"
    if known and (entry["infix"] or entry["more"] or (surname.isupper() and len(surname) > 2)):
        return True
    if known and is_surname(surname) and not is_given(surname) and _has_own_line(text, entry):
        return True
    if known and not is_given(surname) and TITLED.search(text, max(0, begin - 12), begin):
        return STANDS_ALONE.match(text, entry.end()) is not None
    if entry["quote"] in ('"', "“") and CLOSES.match(text, entry.end()):
        return True
    address = ADDRESS.match(text, entry.end())
    if address is None or (is_given(surname.split()[0]) and " " in surname and not known):
        return False  # "Wim Kok, GroenLinks, wimkok@..."
    return not is_given(surname) or squashed(surname)[:8] in squashed(address["address"])


def _is_whole(surname: str) -> bool:
    """Whether what stands before the comma has a given name or initials of its own."""
    first, _, rest = surname.partition(" ")
    return bool(rest) and (is_given(first) or re.fullmatch(INITIALS, f"{first} ") is not None)


def _in_a_row(text: str, entries: list[re.Match[str]], at: int) -> bool:
    """Whether this is one of two and more such entries, one after the other or one a line."""
    return any(
        _are_neighbours(text, one, other)
        for one, other in zip(entries[max(at - 1, 0) : at + 1], entries[max(at, 1) : at + 2], strict=False)
        if one is not other
    )


def _are_neighbours(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    listed = ENDS.match(text, one.end()) and ENDS.match(text, other.end())
    given = [is_given(entry["given"].split()[0]) for entry in (one, other)]
    lines = all(_has_own_line(text, entry) for entry in (one, other))
    turned = [is_given(entry["surname"]) for entry in (one, other)]
    known = (any(given) and not all(turned)) if lines else all(given) and not any(turned)
    return bool(listed and known and BETWEEN.fullmatch(text, one.end(), other.start()))


def _has_own_line(text: str, entry: re.Match[str]) -> bool:
    before = text[text.rfind("\n", 0, entry.start()) + 1 : entry.start()]
    return not before.strip(" \t-*•·–0123456789.)") and ENDS_LINE.match(text, entry.end()) is not None
