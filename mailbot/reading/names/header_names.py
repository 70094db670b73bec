"""The person that a header shows: "Vries, J. (Jan) de", "ZHANG Meiling", "Quinten van Leeuwarden | Bewust Wij".

Mailboxes of nobody in particular (a secretariat, a department, an organisation) and of several people give None. What
stands beside the name (a department in brackets, an organisation behind a bar, a degree) is left off.
"""

import re
from dataclasses import replace
from functools import lru_cache

from mailbot.reading.lexicon import word_set
from mailbot.reading.lexicon import words as listed
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.names.header_parts import DASH, HOUSE, in_usual_order
from mailbot.reading.names.name_order import name_turned, surname_apart
from mailbot.reading.names.offices import is_department, is_functional, is_office
from mailbot.reading.names.person_name import (
    CHARTERED,
    DUTCH_INFIXES,
    INITIALS,
    Name,
    is_given,
    is_unspeakable,
    name_words,
    split_plain,
    with_small_half,
)
from mailbot.reading.names.surnames import is_other_half, is_surname
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

BESIDE = re.compile(r"\s+[|–/]\s+|/(?-i:[A-Z]{2,6})$|\s*\[[^\]]*\]|\s+via\s+(?=\S+$)", re.IGNORECASE)
BLANK_OR_COMMA = re.compile(r"[\s,]+")
NAME_WORD = late(r"[^\W\d_][^\W\d_'’ -]*(?:[-' ’][^\W\d_]+){0,2}")
SHORT_INFIX = re.compile(r"(?<![\w.])v d(?![\w.])")  # "henk v d meulen"
BRACKETS = re.compile(r"\(([^()]+)\)")
CALLED = re.compile(r"^\s*(?:roepnaam|roepnm\.?|genaamd|zeg maar|known as|goes by|called)\s*:?\s+", re.IGNORECASE)
DE_HEER = re.compile(r"\bde (?=h(?:ee)?r\b)", re.IGNORECASE)  # whose "de" is no surname's
MIXED = re.compile(r"[^\W\d_]\d|\d[^\W\d_]|\b(?:19|20)\d\d\b")  # "kees1987", "Super Kees 1987"
# "Groep 8", "Groep 8 De Regenboog", "Team 2 Zuid"; "Deelnemer 12" may be somebody
NUMBERED_GROUP = re.compile(
    r"\d{1,3}\w? [^\W\d_]|(?:\w*groep|klas|team|unit|afdeling|group|class|grade|year|room) \d{1,3}\w?$"
)
# "iPad van Gerda", "Gerda's iPhone"
DEVICE = re.compile(
    r"(?:ip(?:hone|ad|od)|macbook|imac|galaxy|samsung|huawei|telefoon|mobiel|tablet|laptop)\S*(?: \w+)? "
    r"(?:van|of|von|de) (?P<owner>.+)|(?P<whose>.+?)['’]s? (?:iphone|ipad|macbook|imac|galaxy|phone|tablet|laptop)",
    re.IGNORECASE,
)
LOGIN = re.compile(r"[^\W\d_A-Z]{3,}(?:[._][^\W\d_A-Z]{2,})+")  # "kees.debos"


@lru_cache(maxsize=64)  # a mail has a few headers, and each rule asks who they show
def from_header(display: str) -> Name | None:
    """The person in a From, Reply-To or Cc display name; None for a mailbox of nobody in particular, or of several."""
    text = _unquoted(display)
    if device := DEVICE.fullmatch(text):
        text = device["owner"] or device["whose"]
    if "@" in text or MIXED.search(text) or NUMBERED_GROUP.search(text.casefold()) or LOGIN.fullmatch(text):
        return None
    if text.isalpha() and text.islower() and not is_given(text):
        return None  # "keesbos" is a login
    text = _without_pictures(_without_house(text))
    words = text.casefold().split()
    if not words or words[0] in name_words("households") or "&" in words or "en" in words[1:-1]:
        return None
    if _is_of_many(words):
        return None
    return parse_header(text) if _is_titled(text) or _looks_personal(text) else None


def _is_of_many(words: list[str]) -> bool:
    """Whether a house or a family is called so: "Wandelclub De Stap", "De vrolijke tuin", "The Smits"; not
    "Nieuwenhuis Jan", "De Wit Jan"."""
    first, *rest = words
    if first == "the":
        return len(rest) == 1
    if first in ("de", "het", "'t"):
        return len(rest) > 1 and not (is_surname(rest[0]) or any(is_given(word) or "." in word for word in rest))
    if not rest or "," in first or is_given(first) or is_surname(first) or any(map(is_given, rest)):
        return False
    return first in word_set("organisations", "heads") or (
        first.endswith(listed("organisations", "compounds")) and first not in word_set("organisations", "no_compounds")
    )


def _is_titled(text: str) -> bool:
    """Whether a title and a surname with its small words make up that text: "Burgemeester Van Asselt"; "Burgemeester
    Zeist" is an office."""
    title, infix, *rest = [*text.split(), "", ""]
    return title.casefold() in name_words("titles") and infix.casefold() in DUTCH_INFIXES and any(rest)


def _unquoted(display: str) -> str:
    """That display name without the quotes around it; the one that begins "'t Hooft, Matthijs" is no such quote."""
    text = display.strip(' "')
    return text.strip("' ") if text[:1] == text[-1:] == "'" or text[:3] not in ("'t ", "'s ") else text


def _without_pictures(text: str) -> str:
    """That display name without the emoji around it: a heart is nobody's surname."""
    return " ".join(word for word in text.split() if word.isascii() or any(letter.isalpha() for letter in word))


def _without_house(text: str) -> str:
    """That display name without the organisation beside the person: "Jan Kok | Ede", "Jan Kok (VNG)", "Ede - Jan"."""
    sides = [part.strip() for part in BESIDE.split(text) if part.strip()]
    text = next((side for side in sides if not HOUSE.fullmatch(side)), next(iter(sides), ""))
    text = in_usual_order(text)
    parts = DASH.split(text)
    if len(parts) > 1 and HOUSE.fullmatch(parts[0]):  # "DJI - Smit, W. (Wim)"
        parts = parts[1:]
        text = " - ".join(parts)
    if len(parts) > 1 and "," not in parts[-1]:
        if is_functional(parts[0]) and not is_functional(parts[-1]):
            return parts[-1]
        text = " - ".join(parts[:-1]) if not is_other_half(parts[-1].split()) or "," in text else "-".join(parts)
    head, _, tail = text.partition(",")
    degrees = tail.strip() and all(map(is_degree, tail.split()))
    return head if degrees or (tail and is_office(tail) and not is_functional(head)) else text


def is_degree(word: str) -> bool:
    """Whether that word stands behind a name: "MSc", "AD"; but not "Ad", whom we know."""
    return word.casefold().strip(".,") in name_words("suffixes") and not (word.istitle() and is_given(word))


def _looks_personal(text: str) -> bool:
    first = BLANK_OR_COMMA.split(text, 1)[0]
    if is_given(first) and len(text.split()) > 1:
        return not is_department(text)
    if "," in text:
        return not is_functional(first) and not _is_desk(text)
    return not is_functional(text) and not is_office(text)


def _is_desk(text: str) -> bool:
    """Whether words with a comma are a department's: "Sociaal Domein, Secretariaat"."""
    head, _, behind = text.partition(",")
    return is_functional(behind) and not is_given(behind.split()[0] if behind.strip() else "") and " " in head


def parse_header(text: str) -> Name | None:
    """The name in a display name, whatever the order of its parts."""
    text, called = _bracketed(SHORT_INFIX.sub("v.d.", DE_HEER.sub("", text)))
    text = " ".join(text.split())
    if text.isupper() and len(text.split()) > 1:
        text = _titled(text)
    words = [w for w in text.split() if w.casefold() not in name_words("titles") and not is_degree(w)]
    if len(words) == 2 and fold(words[0]) == fold(words[1]):
        words = words[1:]  # "Suharti Suharti", who has one name, and whose program wants two
    if len(words) == 2 and words[0].casefold() in name_words("kin") and is_given(words[1]):
        words = words[1:]  # "opa henk"
    while len(words) > 2 and CHARTERED.fullmatch(words[-1]):
        words.pop()
    turned = surname_apart(" ".join(words) if "," not in text else text, called)
    if turned is not None:
        return name_turned(*turned, called)
    if not words:
        return None
    name = split_plain(words)
    if called and not name.surname and not is_given(name.given):
        return Name(called, name.initials, "", name.given)  # "Smit (Els)"
    return replace(name, given=called) if called else name


def _bracketed(text: str) -> tuple[str, str]:
    """A display name without its brackets, and what somebody is called by them: "J. (Jan)" is Jan; "(BZK)", "(Ede)"
    are no names."""
    bracket = BRACKETS.search(text)
    if not bracket:
        return text, ""
    inner = CALLED.sub("", bracket[1]).strip()
    rest = f"{text[: bracket.start()]} {text[bracket.end() :]}".strip()
    beside = rest.partition(",")[2].split() if "," in rest else rest.split()[:-1]
    others = [w for w in beside if w.casefold() not in name_words("infixes")]
    spelled = any(is_given(w) or (len(w) > 3 and "." not in w and not w.isupper()) for w in others)
    if inner.isupper() and is_given(inner) and (rest.isupper() or not spelled):  # not the "(VU)" of "Smit, Els (VU)"
        inner = inner.title()
    plain = is_name_word(inner) and not inner.isupper() and not INITIALS.fullmatch(inner) and not is_office(inner)
    # of several words whose first we don't know: "(Arrondissementsparket Den Haag)"
    called = plain and (is_given(inner.split()[0]) or not (spelled or " " in inner or fold(inner) in places()))
    return rest, inner if called else ""


def _titled(text: str) -> str:
    """ "JAN DE VRIES" with the capitals that names have; initials stay as they are."""
    return " ".join(w if INITIALS.fullmatch(w) or "." in w or _is_initials(w) else cased_word(w) for w in text.split())


def _is_initials(word: str) -> bool:
    return is_unspeakable(word) and not is_surname(word)


def cased_word(word: str) -> str:
    small = word.casefold() in name_words("infixes") and word.casefold() in DUTCH_INFIXES
    if small:
        return word.lower()
    written = re.sub(r"[^\W\d_]+", lambda m: m[0][0] + m[0][1:].lower(), word)
    return with_small_half(written)


def is_name_word(text: str) -> bool:
    return NAME_WORD.fullmatch(text) is not None and text.casefold() not in name_words("not_names")
