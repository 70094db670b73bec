"""What a mail address tells of a name: in which order its words stand, and which words of a letter are it.

Addresses spell names without capitals, blanks and accents: "yaravandoorn@", "wm.cheng@", "m.de.wit88@".
"""

import re

from mailbot.reading.names.header_names import from_header
from mailbot.reading.names.person_name import Name, is_given
from mailbot.reading.names.surnames import is_surname
from mailbot.reading.text.fold import fold

SHORTEST = 6  # letters by which an address alone tells a name
PLUS = re.compile(r"[+@].*", re.DOTALL)


def in_order(name: Name, email: str) -> Name:
    """A name of two words as its bearer says it, where the header shows the surname first, and the address doesn't:
    "Cheng Wai-Man <wm.cheng@...>", "bos kim <kimbos@...>"."""
    first, last = name.given, name.surname
    if not first or not last or name.infix or name.initials or " " in f"{first}{last}":
        return name
    letters, one, other = _letters(email), _letters(first), _letters(last)
    initials = "".join(fold(part)[:1] for part in last.split("-"))
    turned = is_given(last) and (not is_given(first) or (is_surname(first) and not is_surname(last)))
    whole = letters.startswith(other + one) and turned  # "Yildirim Nursel <nursel.yildirim@...>"
    return Name(last, "", "", first) if whole or letters == initials + one else name


def name_spelled_by(email: str, text: str) -> Name | None:
    """The name that stands somewhere in a text, be it in small letters, and that the whole of an address spells."""
    letters = _letters(email)
    if len(letters) < SHORTEST:
        return None
    spelled = re.search(rf"(?<!\w){'[ .-]?'.join(letters)}(?![\w@])", fold(text))
    words = text[slice(*spelled.span())] if spelled else ""
    name = from_header(words) if " " in words else None
    return name if name is not None and is_given(name.given) else None


def spells_whole(email: str, name: Name) -> bool:
    """Whether an address is made of that name: "tamarasch77@" of Tamara Schouten, "t.schouten@", "schouten@"."""
    letters, given, rest = _letters(email), _letters(name.given), _letters(f"{name.infix}{name.surname}")
    if not letters or not given:
        return False
    begins = len(letters) >= SHORTEST and len(letters) > len(given) and f"{given}{rest}".startswith(letters)
    return begins or letters in (f"{given}{rest}", f"{given[:1]}{rest}", f"{rest}{given}")


def abbreviates(email: str, name: Name) -> bool:
    """Whether an address is made of a name, and may have no more of one half than its initial: "keesb@", "kbos@",
    "k.vdbos@"."""
    letters, given, surname = _letters(email), _letters(name.given), _letters(name.surname)
    if len(letters) < 3 or not given or not surname:
        return False
    small = "".join(word[:1] for word in name.infix.split())
    middles = {"", _letters(name.infix), _letters(small)}
    wholes = {f"{first}{middle}{surname}" for first in (given, given[0]) for middle in middles}
    return letters in wholes or letters in {f"{given}{middle}{surname[0]}" for middle in middles}


def is_cut_from(short: Name, name: Name, email: str) -> bool:
    """Whether what a header shows is that name without its end, which the address still has: "yassin elb", for Yassin
    el Bouzidi of y.elbouzidi@."""
    if _letters(short.given) != _letters(name.given) or not short.surname or not name.is_full:
        return False
    begun, whole = _letters(f"{short.infix}{short.surname}"), _letters(f"{name.infix}{name.surname}")
    return len(begun) < len(whole) and whole.startswith(begun) and whole in _letters(email)


def _letters(text: str) -> str:
    return "".join(c for c in fold(PLUS.sub("", text)) if c.isalpha())
