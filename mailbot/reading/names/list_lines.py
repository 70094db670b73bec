"""Names that no word list has, told by the list in which they stand: whatever heads a line like those around it, of
which some are people's, is a person's.

"Sinazo Hoorn" may be a house in a town, "Koenraad Raad" a council. Between "Wim Bos" and "Loes Smit" they come, too.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from mailbot.reading.names.header_names import is_degree
from mailbot.reading.names.name_order import name_turned, surname_apart
from mailbot.reading.names.no_person import begins_like_a_house
from mailbot.reading.names.person_name import INFIX_IN_LIST, INITIALS, Name, is_given, name_words, split_plain
from mailbot.reading.names.surnames import ends_like_a_name
from mailbot.reading.names.titles import is_job_title, is_title
from mailbot.reading.text.fold import fold

CAPITAL = r"[^\W\d_a-z](?:[^\W\d_]|['’-](?=\w))+"
# A line that begins with what can be a whole name, and goes on behind a mark, if at all
LINE = re.compile(
    r"^[ \t]*+(?P<item>(?:[-*•·–●▪o>]|\(?\d{1,2}[.):]|\(?[a-z][.)])[ \t]+)?[\"“'‘]?"
    rf"(?P<name>(?:(?:[^\W\d_a-z]\.){{1,5}}|{CAPITAL})(?: {INFIX_IN_LIST}){{0,3}}"
    rf"(?: {CAPITAL}(?: {INFIX_IN_LIST}){{0,3}}){{0,2}} {CAPITAL})"
    r"[\"”'’]?(?=[ \t]*(?:$|[,;:<(\[/|\t]|-{1,2}>?\s|[–→]|=>)|\.?[ \t]*$| {2,})",
    re.MULTILINE,
)
BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)?")  # between two lines of a list, with an empty one or without
REST = re.compile(r"[^\n]*")
ANNOUNCES = re.compile(r":[ \t]*\n[ \t\n]*\Z")


def line_names(text: str, start: int, end: int) -> Sequence[tuple[Name, int, int, bool]]:
    """Names that stand so in text[start:end], where, and whether they surely are some: not so where no list knows one
    of the lines."""
    return [found for found in named if start <= found[1] and found[2] <= end] if (named := _named(text)) else ()


@lru_cache(maxsize=16)  # asked for line by line
def _named(text: str) -> tuple[tuple[Name, int, int, bool], ...]:
    lines = list(_whole_names(text)) if "\n" in text else []
    if len(lines) < 2:
        return ()
    return tuple([found for run in _runs(text, lines) if len(run) > 1 for found in _people(text, run)])


def _whole_names(text: str) -> Iterator[re.Match[str]]:
    """The lines that begin with one. Sought by the pattern itself, each would be begun at every character."""
    at = 0
    for line in text.split("\n"):
        if " " in line and (found := LINE.match(text, at)):
            yield found
        at += len(line) + 1


def _runs(text: str, lines: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Lines of that form, one below the other."""
    run: list[re.Match[str]] = []
    for line in lines:
        if run and not _are_neighbours(text, run[-1], line):
            yield run
            run = []
        run.append(line)
    yield run


def _are_neighbours(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    stop = REST.match(text, one.end()).end()  # type: ignore[union-attr]  # it matches anything
    return BLANK.fullmatch(text, stop, other.start()) is not None and bool(one["item"]) == bool(other["item"])


def _people(text: str, run: list[re.Match[str]]) -> Iterator[tuple[Name, int, int, bool]]:
    """Whoever of them no list knows, where enough of the others are known, or the lines were announced as a list."""
    shouted = all(line["name"].isupper() for line in run)
    names = [line["name"].title().split() if shouted else line["name"].split() for line in run]
    known = [is_known(words) for words in names]
    listed = run[0]["item"] or known.count(True) > 1 or ANNOUNCES.search(text, 0, run[0].start())
    if not listed or not (any(known) or all(map(can_be_called, names))):
        return
    turned = _are_turned(names)
    for line, words in zip(run, names, strict=True):
        first, last = line.span("name")
        if is_title(fold(words[0])):
            continue  # which tells the name by itself: "Broeder Sinazo Hoorn"
        if len(words) > 2 and is_job_title(words[0]) and not is_given(words[0]):
            first += len(words.pop(0)) + 1  # "Stafadviseur Sinazo Hoorn"
        while len(words) > 2 and (is_degree(words[-1]) or is_job_title(words[-1])):
            last -= len(words.pop()) + 1  # "Sinazo Hoorn MSc"
        if (turned or _is_word(words) or not _is_clear(words)) and can_be_called(words):
            yield _in_order(words, turned), first, last, any(known)


def _are_turned(names: list[list[str]]) -> bool:
    """Whether a list has the surname first in every line, as half and more of them show: "Smit Anja", "Bos Karel"."""
    given = [(is_given(words[0]), is_given(words[-1])) for words in names]
    shown = given.count((False, True))
    return shown > 1 and 2 * shown >= len(names) and (True, False) not in given and not _have_initials(names)


def _have_initials(names: list[list[str]]) -> bool:
    return any(INITIALS.fullmatch(words[0]) for words in names)


def _in_order(words: list[str], turned: bool) -> Name:
    apart = surname_apart(" ".join(words), "") or ((" ".join(words[:-1]), words[-1]) if turned else None)
    return (name_turned(*apart, "") if apart else None) or split_plain(words)


def _is_clear(words: list[str]) -> bool:
    return is_given(words[0]) or INITIALS.fullmatch(words[0]) is not None


def _is_word(words: list[str]) -> bool:
    """Whether a surname is an ordinary word: "Kees Stad"; "Kim de Vonk van Zorg" isn't called so."""
    return words[-1].casefold() in name_words("not_names") and sum(word.istitle() for word in words) == 2


def is_known(words: list[str]) -> bool:
    """Whether words with capitals are a person's name by a given name, initials or a surname that we know."""
    return _is_clear(words) or ends_like_a_name(words)


def can_be_called(words: list[str]) -> bool:
    """Whether nothing but a name is to be seen in them: no house, no field of work, no ordinary word at their head."""
    if _is_clear(words):
        return True
    return not words[0].isupper() and not begins_like_a_house(fold(words[0]))  # "GGD Hart"
