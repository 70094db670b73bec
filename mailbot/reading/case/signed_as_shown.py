"""A name signed below a letter in the words of its header, which has them in an order that no rule reads: "Lonneke
Bakker-de Wit", below a mail of "Bakker, de Wit - Lonneke".

Whoever signs knows how the name is said. What the header tells is then only that it is the sender who signs.
"""

import re

from mailbot.reading.letter.closing_words import NAME_ENDS
from mailbot.reading.names import Name, from_header, is_given, same_person
from mailbot.reading.names.person_name import DUTCH_INFIXES
from mailbot.reading.text.fold import fold

WORD = re.compile(r"[^\W\d_]+")
FEWEST = 2  # words of a name, as of a header


def signed_as_shown(line: str, shown: str, known: Name) -> Name | None:
    """The name that a line has in the header's words, where it isn't the one that was read of these, or that one cut
    otherwise. `shown`: the header; `known`: what was read of it."""
    head = NAME_ENDS.split(line.strip(" *_.,"))[0].strip(" ,")
    said = _words(head)
    if len(said) < FEWEST or not line[:1].isupper() or not _are_shown(said, shown):
        return None
    name = from_header(head)
    if name is None or not name.is_full or (not name.given and known.given):
        return None
    if _is_part_of(name, known) or _is_only_turned(name, known, shown):
        return None
    whole = set(_words(str(known))) <= set(said)
    return name if whole or not same_person(name, known) else None


def _words(text: str) -> list[str]:
    return WORD.findall(fold(text))


def _are_shown(said: list[str], shown: str) -> bool:
    """Whether all those words are the header's, but for small ones, and the given name perhaps by its initial:
    "Tjeerdje Smit-van Dijk" of "Smit-Dijk, T."."""
    given, *rest = said
    words = set(_words(shown))
    spoken = [word for word in rest if word not in DUTCH_INFIXES]
    return bool(spoken) and words.issuperset(spoken) and (given in words or given[0] in words)


def _is_part_of(name: Name, known: Name) -> bool:
    """Whether a name is the known one, or its given names without the surname, or with one of them left out: "Arend
    Jan", "Jan Wigman", of Arend Jan Wigman."""
    if fold(f"{name.infix} {name.surname}") == fold(f"{known.infix} {known.surname}"):
        return set(_words(name.given)) <= set(_words(known.given))
    return fold(f"{known} ").startswith(fold(f"{name} "))


def _is_only_turned(name: Name, known: Name, shown: str) -> bool:
    """Whether two names differ in which of their words is the given name, and a comma, or nothing at all, tells which:
    "Li Meiyun", below a mail of "Li, Meiyun"."""
    one, other = _words(name.given), _words(known.given)
    crossed = bool(one and other) and set(one) <= set(_words(known.surname)) and set(other) <= set(_words(name.surname))
    return crossed and ("," in shown or not is_given(name.given) or is_given(known.given))
