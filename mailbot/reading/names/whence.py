"""Where a name ends and where somebody is from begins: "Els Bos van Jeugd", "C.W. de Leeuw te Geldermalsen", "Anke in
Ede". Dutch says both with the words that surnames have between them.
"""

import re
from functools import cache

from mailbot.reading.lexicon import words as listed
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.names.offices import is_office
from mailbot.reading.names.person_name import is_given, name_words
from mailbot.reading.names.surnames import is_half, is_surname
from mailbot.reading.text.fold import fold

AT = frozenset({"te", "in", "uit"})
BEFORE_ARTICLE = frozenset({"in", "uit", "over", "voor", "aan", "bij", "onder"})  # "in 't Veld"; no surname "in Ede"
LONG = 6  # letters: longer words for a field of work are no surnames
OF = frozenset({"van", "v.d.", "vd", "v/d"})
SENDS = re.compile(
    r"\b(?:stuurt|zendt|vaardigt|delegeert|sends)\s\Z", re.IGNORECASE
)  # "in mijn plaats stuurt Tiel ..."
REACH = 16  # characters: "delegeert "


def tells_whence(before: list[str], between: list[str], behind: str, addressed: bool = False) -> bool:
    """Whether small words behind a name or part of one lead away from it. `before`: its words so far; `between`: those
    small words; `behind`: the word with a capital behind them; `addressed`: straight before "<an@address>", where mail
    programs print a name and no house."""
    infix, plain = between[0].casefold(), len(between) == 1
    if plain and infix in BEFORE_ARTICLE and not behind.startswith(("'", "’")):
        return True
    if plain and infix == "op" and not is_given(before[0]):
        return True  # "Toevallig op Instagram gezien"; Kees op Heij
    if sum(not word.islower() for word in before) < 2:
        # "Karin van Burgerzaken"; "Els van Leeuwen", "Els van Wijk"
        return plain and infix in OF and is_given(before[0]) and fold(behind) in _departments()
    if plain and infix in AT:
        return True
    second = is_half(behind) or addressed  # of two surnames: "Noor de Wit van Heeswijk"
    whole = _has_infix(before) or _is_whole(before)
    return infix in OF and (_is_house(before, behind) or (plain and whole and not second))


def leads_from_title(between: str, behind: str) -> bool:
    """Whether a small word behind a title tells where its bearer is from: "de wethouder uit Oldenburg", "burgemeester
    te Zutphen"; not so "wethouder te Velde", "burgemeester in 't Veld"."""
    if not behind[:1].isupper():
        return False
    return between in BEFORE_ARTICLE or (between in AT and fold(behind) in places())


def town_before(text: str, run: list[re.Match[str]]) -> int:
    """How many words of a run are a town that somebody stands behind: "dan stuurt Epe Wim Smit"; none of "Deventer Jan
    Willem", whose surname it may be."""
    words = [word[0] for word in run]
    if is_given(words[0]):
        return 0
    start = run[0].start()
    sends = SENDS.search(text, max(0, start - REACH), start) is not None
    towns = (at for at in range(len(words) - 2, 0, -1) if fold(" ".join(words[:at])) in places())
    return next((at for at in towns if sends or _begin_a_name(words[at:])), 0)


def _begin_a_name(words: list[str]) -> bool:
    """Whether a given name stands first there, and they aren't all given names."""
    return is_given(words[0]) and (not all(map(is_given, words)) or is_surname(words[-1]))


def _has_infix(before: list[str]) -> bool:
    """Whether the surname has its small words already: "Noor van Gestel van Facilitair"; "Noor de Wit van Heeswijk" is
    called by both halves."""
    return any(word.casefold() in name_words("infixes") and word.islower() for word in before[1:])


def _is_whole(before: list[str]) -> bool:
    """Whether those words are a name already: "Esmeralda Koeiman van Publiek"; not so "Anna Maria van Dorp"."""
    return is_given(before[0]) and is_half(before[-1]) and not is_given(before[-1])


def _is_house(before: list[str], behind: str) -> bool:
    """Whether that word is a department, a town, a party."""
    folded = fold(behind)
    if len(behind.rstrip(".")) == 1:
        return False  # "Bo van der A"
    if behind.isupper() and not before[-1].isupper():
        return True
    if is_given(behind):
        return False
    return folded in _fields() or folded in places() or is_office(behind)


@cache
def _departments() -> frozenset[str]:
    """Those words, folded, that are nobody's surname behind "van" either: no "wijk", "groen", "stad"."""
    short = {"jeugd", "zorg", "hr", "hrm", "wmo", "ict", "oov"}
    return frozenset(word for word in map(fold, listed("roles", "policy_fields")) if len(word) > LONG or word in short)


@cache
def _fields() -> frozenset[str]:
    """Words, folded, that a department is called by, and nobody."""
    return frozenset((*listed("roles", "policy_fields"), *map(fold, name_words("not_names"))))
