"""The parts of a display name, where commas and dashes stand in it as no address book means them: "Bakker, de Wit -
Lonneke", "Vliet, van der - Joris", "Smit, Sociaal Domein, Els van".

What each part is its words tell: small words alone, a given name, a surname with its small words before or behind it,
or a department. Where they make up one person, they are put as address books have them, "Vliet, Joris van der", and
read as all such are.
"""

import re
from dataclasses import dataclass

from mailbot.reading.lexicon.authorities import places
from mailbot.reading.names.offices import is_functional, is_office
from mailbot.reading.names.person_name import DUTCH_INFIXES, INITIALS, begins_a_name, is_given, name_words
from mailbot.reading.names.surnames import is_half, is_surname, is_word_and_surname
from mailbot.reading.text.fold import fold

COMMA, DASH = re.compile(r"\s*[,;]\s*"), re.compile(r"\s+-\s+")
HOUSE = re.compile(r"[A-Z]{2,6}")
USUAL = 2  # parts, with no dash between them: "Vries, Jan de"


@dataclass(frozen=True, slots=True)
class _Surname:
    """A surname, or half of one, and its small words."""

    infix: str
    core: str

    @property
    def is_sure(self) -> bool:
        """Whether it can't be a department or a house: "Wit, de", "Bakker"."""
        return bool(self.infix) or is_half(self.core) or is_word_and_surname(self.core)

    def __str__(self) -> str:
        return f"{self.infix} {self.core}".strip()


def in_usual_order(text: str) -> str:
    """That display name as "Surname, Given infix", where its parts are in another order; else as it is."""
    groups = [[part for part in DASH.split(group) if part] for group in COMMA.split(text)]
    parts = [part for group in groups for part in group]
    if len(parts) < USUAL or "(" in text:
        return text
    if len(parts) == USUAL and len(groups) == USUAL:
        return _with_small_words_last(*parts) or text
    givens = [at for at, part in enumerate(parts) if _is_given_part(part) and not _has_small_behind(parts, at)]
    if len(givens) != 1:
        return text
    given = parts[givens[0]]
    surnames = _surnames([[part for part in group if part != given] for group in groups])
    if not surnames:
        return text
    first, *others = surnames
    return f"{'-'.join([first.core, *map(str, others)])}, {given} {first.infix}".strip()


def _with_small_words_last(name: str, small: str) -> str | None:
    """ "Ineke Ven, van de": a given name and a surname, whose small words were left over."""
    given, *rest = name.split()
    if not _are_small(small) or len(rest) != 1 or not is_given(given) or is_surname(given):
        return None
    return f"{rest[0]}, {given} {small}"


def _surnames(groups: list[list[str]]) -> list[_Surname]:
    """The surnames in those parts between commas, each with small words that have a part of their own behind it;
    departments beside them are left out. None where a part is something else, or the first no sure surname."""
    told: list[_Surname] = []
    begun = 0  # at which of them the last group with a surname begins: "Wit - Bakker, de" is de Wit-Bakker
    for group in groups:
        before = len(told)
        for part in group:
            surname = _surname(part)
            if _are_small(part) and told:
                told[begun] = _Surname(told[begun].infix or part, told[begun].core)
            elif surname is not None and (not told or (surname.is_sure and not _is_house(part))):
                told.append(surname)
            elif surname is None and not _is_house(part):
                return []
        begun = before if len(told) > before else begun
    return told if told and told[0].is_sure else []


def _surname(part: str) -> _Surname | None:
    words = part.split()
    begin, end = 0, len(words)
    while begin < end - 1 and _is_small(words[begin]):
        begin += 1
    while end > begin + 1 and _is_small(words[end - 1]):
        end -= 1
    core = words[begin:end]
    if len(core) > 1 or not core[0][:1].isupper() or INITIALS.fullmatch(core[0]):
        return None
    return _Surname(" ".join((*words[:begin], *words[end:])), core[0])


def _is_house(part: str) -> bool:
    return bool(HOUSE.fullmatch(part)) or is_functional(part) or is_office(part) or fold(part) in places()


def _is_given_part(part: str) -> bool:
    """Whether nothing but given names and initials stand there: "Lonneke", "Jan P."."""
    return not _is_small(part) and all(is_given(word) or INITIALS.fullmatch(word) for word in part.split())


def _has_small_behind(parts: list[str], at: int) -> bool:
    """Whether small words of its own make it a surname, with a given name still to come: "Thomas, van der, Lotte"."""
    return at + 2 < len(parts) and _are_small(parts[at + 1])


def _are_small(part: str) -> bool:
    return all(map(_is_small, part.split()))


def _is_small(word: str) -> bool:
    """Whether that is a small word of a surname: "van", "El"; not the "Ben" of somebody called so."""
    folded = word.casefold()
    return folded in DUTCH_INFIXES or (folded in name_words("infixes") and not begins_a_name(word))
