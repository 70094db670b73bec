"""Names of which one half stands in brackets: "Halil (Arslan)", "Joke (de Boer)", "Arslan (Halil)".

What stands in brackets behind a name is mostly a house, a town or a task; it is the other half only where it is known
to be one, or has the small words of a surname.
"""

import re
from collections.abc import Iterator

from mailbot.reading.names.list_lines import CAPITAL
from mailbot.reading.names.no_person import begins_like_a_house
from mailbot.reading.names.person_name import INFIX_IN_LIST, Name, is_given, name_words
from mailbot.reading.names.surnames import is_surname
from mailbot.reading.text.fold import fold

# "Halil (Arslan)", "Joke (de Boer, onze stagiaire)"
HALVES = re.compile(
    rf"(?<![\w@.-])(?P<one>{CAPITAL}) \((?P<infix>(?:{INFIX_IN_LIST} ){{0,3}})(?P<other>{CAPITAL})"
    r"(?P<close>\)|(?=, [a-z][^()\n]{1,60}\)))"
)
WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w'’-]*) \Z")
INITIAL_BEFORE = re.compile(r"[A-ZÀ-Þ]\. ?\Z")
LONGEST = 30  # characters of a word before a name


def names_in_brackets(text: str, start: int, end: int) -> Iterator[tuple[Name, int, int, bool]]:
    """Such names in text[start:end], and where; all of them surely are some."""
    if text.find(" (", start, end) < 0:
        return
    found = [match for match in HALVES.finditer(text, start, end) if _stands_apart(text, start, match)]
    names = [_name_of(match["one"], match["infix"].strip(), match["other"]) for match in found]
    shown = any(name is not None and name.given == match["one"] for name, match in zip(names, found, strict=True))
    for name, match in zip(names, found, strict=True):
        if name is None and shown and is_given(match["one"]) and _may_be_surname(match["other"]):
            name = Name(match["one"], "", "", match["other"])  # "Oane (Sytsma) en Famke (Wiarda)"
        if name is not None:
            yield name, *match.span(), True


def _stands_apart(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether what stands before the brackets is all that is told of that half."""
    before = WORD_BEFORE.search(text, max(start, found.start() - LONGEST), found.start())
    if before is not None and is_given(before["word"]) and before["word"][:1].isupper():
        return False  # "Anna Maria (Bos)"
    if INITIAL_BEFORE.search(text, max(start, found.start() - LONGEST), found.start()):
        return False  # "R. Dekker (Rinus)"
    infix = before is not None and before["word"].casefold() in name_words("infixes")
    return not infix or is_given(found["one"])  # "burgemeester Van der Wal (Ineke)"


def _may_be_surname(word: str) -> bool:
    """Whether a word may be a surname that no list knows: no house, town or field of work."""
    return word.istitle() and (is_surname(word) or not (is_given(word) or begins_like_a_house(fold(word))))


def _name_of(one: str, infix: str, other: str) -> Name | None:
    if is_given(one) and (infix or (is_surname(other) and not is_given(other))):
        return Name(one, "", infix, other)
    if not infix and is_given(other) and is_surname(one) and not is_given(one):
        return Name(other, "", "", one)
    return None
