"""Words that are known, or look, like surnames: what a capital alone doesn't tell.

Whether "Bakker" is half of a double surname that somebody wrote apart ("C. van der Linde - Bakker") or the organisation
behind a name ("C. van der Linde - Movisie"), and which of two words is the given name ("Bakker Johan").
"""

from functools import cache, lru_cache

from mailbot.reading.lexicon import load
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.names.offices import is_office
from mailbot.reading.names.person_name import Name, is_given, lead_infix, name_words
from mailbot.reading.text.fold import fold

SHORTEST = 6  # letters of a word that its ending tells: "Wiersma"; not "ink"


@lru_cache(maxsize=4096)  # as many words as some hundred mails have
def is_surname(word: str) -> bool:
    """Whether somebody is called so, and no town: "Bakker", "Wiersma"; of "Smit-Jansen" either half tells."""
    folded = fold(word)
    if folded in places():
        return False
    return any(part in _known() or (len(part) >= SHORTEST and part.endswith(_endings())) for part in folded.split("-"))


def ends_like_a_name(words: list[str]) -> bool:
    """Whether words of which no given name is known end as a person's name does: "Zdenka Bakker", "Oyunaa van der
    Kolk"."""
    first, *rest = words
    if not rest or len(first) < 3 or first.isupper() or not first.replace("-", "").isalpha():
        return False
    infix = [word for word in rest[:-1] if word.islower()]
    return is_surname(rest[-1]) or infix[:1] in (["ter"], ["ten"]) or infix[:2] in (["van", "der"], ["van", "den"])


def is_other_half(words: list[str]) -> bool:
    """Whether words behind a name and a dash are the other half of its surname: "Pieters", "de Laat"; no house."""
    if not may_be_other_half(words):
        return False
    infix, surname = lead_infix(words)
    if fold(surname) in name_words("quarters"):
        return bool(infix)  # "Hendrik Dijkstra - Zuid" may be of a team of that part of town
    return bool(infix) or ((is_half(surname) or is_word_and_surname(surname)) and not is_given(surname))


def may_be_other_half(words: list[str]) -> bool:
    """Whether they can be one, be they known or not: "Kuperus" may as well be a house of which we never heard."""
    surname = lead_infix(words)[1]
    if len(surname.split()) != 1 or not surname[:1].isupper() or surname.isupper():
        return False
    return not is_office(surname) and fold(" ".join(words)) not in places()


def is_half(word: str) -> bool:
    """Whether a word is known, or ends, like half of a surname: "Pieters", "Heeswijk"."""
    return (len(word) >= SHORTEST and fold(word).endswith(_half_endings())) or is_surname(word)


def adds_a_surname(name: Name, known: Name) -> bool:
    """Whether a name is a known one with a second surname behind it: "Ana Pereira da Costa" of Ana Pereira, "Feven
    Kidane Woldu" of Feven Kidane; not with a house or a town."""
    if not (known.given and known.surname):
        return False
    first, both = (f"{n.given} {n.infix} {n.surname}".split() for n in (known, name))
    if len(both) <= len(first) or fold(" ".join(both[: len(first)])) != fold(" ".join(first)):
        return False
    infix, last = lead_infix(both[len(first) :])
    if not last[:1].isupper() or (last.isupper() and len(last) > 1) or fold(last) in name_words("not_names"):
        return False
    return bool(infix) or not (fold(last) in places() or is_office(last))


def is_word_and_surname(word: str) -> bool:
    """Whether an ordinary word is a usual surname as well: "Noord", "Zondag"."""
    return fold(word) in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(load("surnames")["words"].split())


@cache
def _known() -> frozenset[str]:
    listed = load("surnames")
    return frozenset(fold(name) for key in ("dutch", "other") for name in listed[key].split())


@cache
def _half_endings() -> tuple[str, ...]:
    return tuple(load("surnames")["half_endings"])


@cache
def _endings() -> tuple[str, ...]:
    return tuple(load("surnames")["endings"])
