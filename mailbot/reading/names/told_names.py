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
    r"(?: (?:van|de|der|den|el|al|ten|ter|'t|vd)){0,3}"
    r" (?P<surname>[^\W\d_]{2,30}(?:-[^\W\d_]{2,30})?))(?![\w@'’-])(?: ?[(<] ?(?P<address>[\w.+-]{1,64})@)?"
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
    for match in NUMBERED.finditer(text, start, end) if known and DIGIT.search(text, start, end) else ():
        if match["word"].casefold() in known:
            yield Name(given=match["word"], surname=match["number"]), *match.span()


def _in_small_letters(text: str, start: int, end: int) -> Iterator[tuple[Name, int, int]]:
    """Names on a line without capitals: a given name and a surname that we know, or that the address behind spells."""
    at = start
    while match := SMALL.search(text, at, end):
        words = {match["given"], match["surname"]}
        known = is_given(match["given"]) and name_words("not_names").isdisjoint(words)
        name = from_header(match["name"]) if known else None
        spelled = name is not None and match["address"] is not None and address_spells(match["address"], name)
        if name is not None and name.is_full and (spelled or is_surname(match["surname"])):
            yield name, *match.span("name")
            at = match.end("name")
        else:
            at = match.end("given")


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
