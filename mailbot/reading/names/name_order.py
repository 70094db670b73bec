"""In which order the words of a name stand. Address books put the surname first, with a comma or without, and the small
words anywhere: "Vries, J. (Jan) de", "Vries J. de", "Berg van den J.", "Berg, van den, Jan", "ZHANG Meiling".
"""

import re

from mailbot.reading.lexicon.authorities import places
from mailbot.reading.names.offices import is_office
from mailbot.reading.names.person_name import (
    DUTCH_INFIXES,
    INITIALS,
    Name,
    are_bare_initials,
    cased,
    dotted,
    is_dutch,
    is_given,
    is_unspeakable,
    lead_infix,
    name_words,
)
from mailbot.reading.names.surnames import is_half, is_surname
from mailbot.reading.text.fold import fold

DOTTED = re.compile(r"(?:[^\W\d_][hjs]?\.-?)+[^\W\d_]?")
LETTERS_WITH_DOTS = re.compile(r"(?:[^\W\d_]\.){1,5}")
AROUND_HYPHEN = re.compile(r"\s*-\s*")
BARE = re.compile(r"[A-Z](?:-?[A-Z]){0,3}")  # "JW"


def surname_apart(text: str, called: str) -> tuple[str, str] | None:
    """A name's surname and the rest of it, where the surname stands first; None where it stands last. `called`: the
    name in brackets beside it."""
    if "," in text:
        last, *behind = [part.strip() for part in text.split(",")]
        first = behind[0]
        if len(behind) > 1 and first and _are_infixes(first.split()):
            first = f"{behind[1]} {first}"  # "Berg, van den, Jan"
        return last, first
    words = text.split()
    at = _surname_ends(words, called) if len(words) > 1 else 0
    return (" ".join(words[:at]), " ".join(words[at:])) if at else None


def name_turned(last: str, first: str, called: str) -> Name | None:
    """The name of that surname and that rest, each with or without small words; None where no surname is left."""
    if first[:1].isdigit():
        return None  # "Assen, 0592 - 31 40 77"
    before, words = _leading_infixes(first.split())  # "Groot, de K."
    behind_given, words = _split_infixes(words)
    given, initials = _given_or_initials(words)
    behind, surname_words = _split_infixes(AROUND_HYPHEN.sub("-", last).split())  # "Berg van den, Zehra"
    if "A" in behind:
        behind, surname_words = [], [*surname_words, *behind]  # "Tjon A Ten, Gaby" is called all of that
    lead, surname = lead_infix([word.title() if _is_shouted(word) else word for word in surname_words])
    infix = " ".join(filter(None, (" ".join(before), " ".join(behind_given), lead, " ".join(behind))))
    return Name(called or given, initials, _lower_infix(infix), cased(surname)) if surname else None


def _is_shouted(word: str) -> bool:
    return word.isupper() and (is_surname(word) or is_given(word))


def _surname_ends(words: list[str], called: str) -> int:
    """How many of those words, without a comma, are a surname that stands first; 0 where it stands last."""
    first, last = words[0], words[-1]
    tail = _infixes_at_end(words)
    if tail and len(words) - tail > 1:
        return _before_given(words[: len(words) - tail], called)  # "Vries J. de", "Vries Jan de"
    if _are_initials(last, called) and not INITIALS.fullmatch(first) and not _keeps_surname(first, last, called):
        return len(words) - 1  # "Smit W.", "El Idrissi H.", "Berg van den J."
    if _ends_in_bare_initials(words):
        return len(words) - 1  # "Pronk HKL", "De Vries JMP"
    if _begins_with_bare_initials(words):
        return 0  # "HKL Pronk", "JAM de Vries"
    surname = len(first) > 2 or is_surname(first)
    if first.isupper() and first.isalpha() and surname and not last.isupper():
        shouted = next(at for at, word in enumerate(words) if not word.isupper())
        # "ZHANG Meiling", "WU Xiaoyun"; "VAN DEN BROECK Marie-Claire"
        return shouted if first.casefold() in DUTCH_INFIXES else 1
    if not is_given(last):
        return 0
    if _is_double(words[:-1]):
        return len(words) - 1  # "Janssen-van der Pluijm Marie-José"
    # "Bakker Johan", "Berg van den Jan", "Delvaux-Renard Amélie"
    known = is_surname(first) or fold(first) in places()  # "Deventer Anna"
    turned = (known or _are_two_halves(first)) and not is_given(first) and _are_infixes(words[1:-1])
    return len(words) - 1 if turned or first.casefold() in DUTCH_INFIXES else 0


def _ends_in_bare_initials(words: list[str]) -> bool:
    """Whether initials without dots stand behind a surname; a house may stand there, too: "Bakker VNG"."""
    *surname, last = words
    spoken = [word for word in surname if word.casefold() not in _SMALL]
    if len(spoken) != 1 or spoken[0].isupper() or not are_bare_initials(last) or is_office(last):
        return False
    known = len(surname) > 1 or is_surname(spoken[0]) or is_unspeakable(last)
    return known and not is_given(spoken[0])


def _begins_with_bare_initials(words: list[str]) -> bool:
    """Whether initials without dots stand before a surname; not so a surname in capitals before a given name."""
    first, *rest = words
    if not are_bare_initials(first) or is_surname(first) or all(word.isupper() for word in rest):
        return False
    small = any(word.islower() and word in _SMALL for word in rest[:-1])
    return small or is_unspeakable(first) or (is_half(rest[-1]) and not is_given(rest[-1]))


def _are_two_halves(word: str) -> bool:
    """Whether a word that no list knows is a double surname: before a given name, what has a hyphen is."""
    halves = word.split("-")
    return len(halves) == 2 and all(len(half) > 3 and half.istitle() and not is_given(half) for half in halves)


def _is_double(words: list[str]) -> bool:
    """Whether those words are a double surname with small words after its hyphen, and no given name: "Bos-de Wit"."""
    half, _, small = words[0].rpartition("-")
    within = words[1:-1]
    if not half or len(words) < 2 or is_given(half) or not _are_infixes([small, *within]):
        return False
    return words[-1].casefold() not in _SMALL and not is_given(words[-1])


def _before_given(words: list[str], called: str) -> int:
    """How many of those words stand before initials or a given name at their end."""
    at = len(words) - 1
    while at > 1 and DOTTED.fullmatch(words[at]) and DOTTED.fullmatch(words[at - 1]):
        at -= 1
    known = _are_initials(words[at], called) or BARE.fullmatch(words[at]) or is_given(words[at])
    return at if known or at == 1 else 0


def _are_initials(word: str, called: str) -> bool:
    """Whether a word is initials; without a dot only those of the name in brackets: "Jansen P (Piet)"."""
    fits = bool(called) and BARE.fullmatch(word) is not None and fold(word)[:1] == fold(called)[:1]
    return bool(LETTERS_WITH_DOTS.fullmatch(word)) or fits


def _keeps_surname(first: str, last: str, called: str) -> bool:
    """ "Fatima B." keeps her surname to herself; "Kim F. (Fatima)" doesn't, nor does "El Idrissi H."."""
    return not called and is_given(first) and len(last) == len("B.") and first.casefold() not in name_words("infixes")


def _infixes_at_end(words: list[str]) -> int:
    """How many small words stand at the end: Dutch ones, or others behind initials ("Santos Évora J. dos")."""
    at = len(words)
    while at and words[at - 1].islower() and words[at - 1] in _SMALL:
        at -= 1
    other = len(words) > 2 and words[-1].islower() and words[-1] in name_words("infixes")
    return 1 if at == len(words) and other and DOTTED.fullmatch(words[-2]) else len(words) - at


_SMALL = DUTCH_INFIXES | {"v.d.", "vd", "v.", "v/d"}


def _are_infixes(words: list[str]) -> bool:
    return all(word.casefold() in _SMALL for word in words)


def _leading_infixes(words: list[str]) -> tuple[list[str], list[str]]:
    at = 0
    while at < len(words) and words[at].islower() and words[at] in _SMALL:
        at += 1
    return words[:at], words[at:]  # all of them in "Vliet, van der", of whom no more is shown


def _split_infixes(words: list[str]) -> tuple[list[str], list[str]]:
    """("J. de" -> ["de"], ["J."]): the infix stands behind the given name where the surname came first."""
    at = len(words)
    while at and words[at - 1].casefold() in name_words("infixes") and not (at == 1 and len(words) == 1):
        at -= 1
    return words[at:], words[:at]


def _given_or_initials(words: list[str]) -> tuple[str, str]:
    words = [w for w in words if w.casefold() not in name_words("titles")]
    initials = [w for w in words if INITIALS.fullmatch(w) or DOTTED.fullmatch(w)]
    bare = [w for w in words if are_bare_initials(w)] if len(words) == 1 else []
    given = [w for w in words if w not in initials and w not in bare]
    return cased(" ".join(given)), "".join(initials) or "".join(map(dotted, bare))


def _lower_infix(infix: str) -> str:
    """Dutch infixes are small between names; El, Ben, Ten and such are kept where no given name tells."""
    if is_dutch(infix):
        return infix.lower()
    return infix.title() if infix.isupper() and len(infix) > 1 else infix
