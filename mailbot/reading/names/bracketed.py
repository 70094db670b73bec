"""Names of which one half stands in brackets: "Halil (Arslan)", "Joke (de Boer)", "Arslan (Halil)".

What stands in brackets behind a name is mostly a house, a town or a task; it is the other half only where it is known
to be one, or has the small words of a surname.
"""

import re
from collections.abc import Iterator

from mailbot.reading.names.list_lines import CAPITAL, INFIX
from mailbot.reading.names.person_name import Name, is_given, name_words
from mailbot.reading.names.surnames import is_surname

HALVES = re.compile(rf"(?<![\w@.-])(?P<one>{CAPITAL}) \((?P<infix>(?:{INFIX} ){{0,3}})(?P<other>{CAPITAL})\)")
WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w'’-]*) \Z")
INITIAL_BEFORE = re.compile(r"[A-ZÀ-Þ]\. ?\Z")
LONGEST = 30  # characters of a word before a name


def names_in_brackets(text: str, start: int, end: int) -> Iterator[tuple[Name, int, int, bool]]:
    """Such names in text[start:end], and where; all of them surely are some."""
    if text.find(" (", start, end) < 0:
        return
    for found in HALVES.finditer(text, start, end):
        before = WORD_BEFORE.search(text, max(start, found.start() - LONGEST), found.start())
        if before is not None and is_given(before["word"]) and before["word"][:1].isupper():
            continue  # "Anna Maria (Bos)"
        if INITIAL_BEFORE.search(text, max(start, found.start() - LONGEST), found.start()):
            continue  # "R. Dekker (Rinus)"
        if before is not None and before["word"].casefold() in name_words("infixes") and not is_given(found["one"]):
            continue  # "burgemeester Van der Wal (Ineke)"
        name = _name_of(found["one"], found["infix"].strip(), found["other"])
        if name is not None:
            yield name, *found.span(), True


def _name_of(one: str, infix: str, other: str) -> Name | None:
    if is_given(one) and (infix or (is_surname(other) and not is_given(other))):
        return Name(one, "", infix, other)
    if not infix and is_given(other) and is_surname(one) and not is_given(one):
        return Name(other, "", "", one)
    return None
