"""What a mail address tells of a name: in which order its words stand, and which words of a letter are it.

Addresses spell names without capitals, blanks and accents: "yaravandoorn@", "wm.cheng@", "m.de.wit88@".
"""

import re
from dataclasses import replace
from functools import cache, lru_cache

from mailbot.reading.lexicon.authorities import authority_of
from mailbot.reading.names.header_names import from_header, parse_header
from mailbot.reading.names.no_person import begins_like_a_house
from mailbot.reading.names.offices import is_functional
from mailbot.reading.names.person_name import Name, are_bare_initials, dotted, is_given, name_words
from mailbot.reading.names.surnames import is_surname
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

SHORTEST = 6  # letters by which an address alone tells a name
SHORTEST_HALF = 3  # ... of half a surname
WHOLE = late(  # two to five words, of which two begin with a capital
    r"(?=.{5,60}$)[^\W\d_a-z][^\W\d_]+(?:['’-][^\W\d_]+){0,2},?(?: [^\W\d_'’]+){0,3}"
    r"(?: ['’]?[^\W\d_]+(?:['’-][^\W\d_]+){0,2})"
)
SURNAME_PART = re.compile(r"[a-z]{3,30}(?:-[a-z]{3,30})?")
INFIXES_RUN_TOGETHER = (("vander", "van der"), ("vanden", "van den"), ("vande", "van de"), ("van", "van"), ("de", "de"))
MARK = re.compile(r"[._-]")
PLUS = re.compile(r"[+@].*", re.DOTALL)


@lru_cache(maxsize=64)
def person_at(display: str, email: str) -> Name | None:
    """The person in a display name; what may as well be a house's is one's where the address is made of it as people's
    are: "Mthunzi Kerk <m.kerk@...>"."""
    name = from_header(display) if display else None
    if name is not None or not WHOLE.fullmatch(display.strip(' "')):
        return name
    told = parse_header(display.strip(' "'))
    return told if told is not None and is_made_of(email, told) else None


def is_made_of(email: str, name: Name) -> bool:
    """Whether an address is made of an initial and a surname, or, at an authority, of both names with a mark between,
    and the first of them means nothing else: "m.kerk@", "mthunzi.kerk@"; not "sociaal.domein@"."""
    letters, given, surname = _letters(email), _letters(name.given), _letters(name.surname)
    if len(given) < 2 or len(surname) < 2 or begins_like_a_house(given) or is_functional(given):
        return False
    small = "".join(word[:1] for word in name.infix.split())
    behind = {f"{_letters(middle)}{surname}" for middle in ("", name.infix, small)}
    local, _, domain = email.partition("@")
    parted = MARK.search(local) and authority_of(domain) and not is_functional(name.surname)
    return letters in {f"{given[0]}{rest}" for rest in behind} or bool(
        parted and letters in {f"{given}{rest}" for rest in behind}
    )


def in_order(name: Name, email: str) -> Name:
    """A name of two words as its bearer says it, where it is shown with the surname first, and the address isn't:
    "Cheng Wai-Man <wm.cheng@...>", "bos kim <kimbos@...>", "Xulu-Bos Temba <t.xulu@...>"."""
    first, last = name.given, name.surname
    if not first or not last or name.initials or " " in first:
        return name
    if name.infix or " " in last:  # "Xulu van den Temba <t.vandenxulu@...>", "Xulu Temba Zola <t.xulu@...>"
        forms = {f"{fold(last)[0]}{_letters(middle)}{_letters(first)}" for middle in ("", name.infix)}
        shown_last = not is_given(first) and _letters(email) in forms
        return Name(last, "", name.infix, first) if shown_last else name
    letters, one, other = _letters(email), _letters(first), _letters(last)
    if are_bare_initials(last) and not is_surname(last):
        spelled = letters in (f"{other}{one}", f"{other[0]}{one}", f"{one}{other}")
        # "JAP Xulu <j.xulu@...>"; "HAN Meiling <m.han@...>" has her surname in capitals
        return Name("", dotted(last), "", first) if spelled else replace(name, surname=last.title())
    surnames = {one, *map(_letters, first.split("-"))}
    initials = "".join(fold(part)[:1] for part in last.split("-"))
    turned = is_given(last) and (not is_given(first) or (is_surname(first) and not is_surname(last)))
    # Nobody's address parts both names by a mark and has the surname first, as so many address books have it.
    turned = turned or (f"{fold(last)}." in fold(email) and not is_given(first) and not is_surname(last))
    whole = turned and any(letters.startswith(other + surname) for surname in surnames)
    return Name(last, "", "", first) if whole or letters in {initials + surname for surname in surnames} else name


def confirms_order(name: Name, email: str) -> bool:
    """Whether an address has an initial of a name's first half, and all of the other: "t.xulu@" of Temba Xulu."""
    given, surname = _letters(name.given), _letters(f"{name.infix}{name.surname}")
    return bool(given and surname) and _letters(email) == f"{given[0]}{surname}"


def name_spelled_by(email: str, text: str) -> Name | None:
    """The name that stands somewhere in a text, be it in small letters, and that the whole of an address spells."""
    letters = _letters(email)
    if len(letters) < SHORTEST:
        return None
    spelled = re.search(rf"(?<!\w){'[ .-]?'.join(letters)}(?![\w@])", fold(text))
    words = text[slice(*spelled.span())] if spelled else ""
    name = from_header(words) if " " in words else None
    return name if name is not None and is_given(name.given) else None


def surname_at(email: str, given: str) -> tuple[str, str]:
    """The small words and the surname that an address seems to have behind an initial or a given name and a mark:
    "d.elkhatib@" of Dounia, "p.vanderveen@" of Peter. A guess, for they leave out accents, small words, halves."""
    first, mark, rest = email.partition("@")[0].lower().partition(".")
    if (
        not mark
        or first not in (fold(given), fold(given)[:1])
        or not SURNAME_PART.fullmatch(rest)
        or is_functional(rest)
    ):
        return "", ""
    for written, infix in INFIXES_RUN_TOGETHER:
        if rest.startswith(written) and is_surname(rest.removeprefix(written)) and not is_surname(rest):
            return infix, rest.removeprefix(written).title()
    return "", rest.title()


def spells_whole(email: str, name: Name) -> bool:
    """Whether an address is made of that name: "tamarasch77@" of Tamara Schouten, "t.schouten@", "schouten@", "af.bos@"
    of Anne-Fleur Bos; or of half a double surname: "m.xulu@" of Mara Xulu-Bos."""
    letters, given, rest = _letters(email), _letters(name.given), _letters(f"{name.infix}{name.surname}")
    if not letters or not (given or name.initials):
        return False
    if not given:  # "p.c.vanthoenderdaal@"
        return len(rest) >= SHORTEST_HALF and letters == f"{_letters(name.initials)}{rest}"
    begins = len(letters) >= SHORTEST and len(letters) > len(given) and f"{given}{rest}".startswith(letters)
    first, *others = name.surname.split("-")
    halves = {_letters(half) for half in (f"{name.infix}{first}", *others)} if others else set[str]()
    rests = {rest} | {half for half in halves if len(half) >= SHORTEST_HALF}
    firsts = {given, given[0], "".join(fold(word)[:1] for word in re.split(r"[\s-]+", name.given))}
    wholes = {f"{first}{rest}" for first in firsts for rest in rests}
    return begins or letters in wholes or letters in {f"{rest}{given}" for rest in rests}


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


def written_apart(shown: Name, text: str) -> Name | None:
    """The name that a header has run together, as a text has it in words: "nadia el amrani", of Nadia Elamrani."""
    given, surname = fold(shown.given), _letters(f"{shown.infix}{shown.surname}")
    if not given or len(surname) < SHORTEST or not surname.startswith(_small_words()):
        return None
    said = re.search(rf"(?<![\w@.-]){re.escape(given)} {'[ -]?'.join(surname)}(?![\w@-])", fold(text))
    words = text[slice(*said.span())].split() if said else []
    small = words[len(shown.given.split()) : -1]
    if (
        not small
        or len(small) <= len(shown.infix.split())
        or any(word.lower() not in name_words("infixes") for word in small)
    ):
        return None
    name = from_header(" ".join(words))
    return name if name is not None and name.is_full else None


@cache
def _small_words() -> tuple[str, ...]:
    return tuple(name_words("infixes"))


def is_cut_by(shown: Name, name: Name, email: str) -> bool:
    """Whether what a header shows is a login, and so no more of a name than its beginning: "Naima Elb", of Naima el
    Bachiri, "joris vd", of Joris van Dam. `email`: the address, which has as much of it."""
    if not shown.given or not name.is_full or _letters(shown.given) != _letters(name.given):
        return False
    begun, whole = _letters(f"{shown.infix}{shown.surname}"), _letters(f"{name.infix}{name.surname}")
    if not begun or len(begun) >= len(whole) or is_surname(shown.surname):
        return False
    first = "".join(word[0] for word in fold(f"{name.infix} {name.surname}").split())
    short = whole.startswith(begun) or first.startswith(begun)
    return short and _letters(email) in (f"{_letters(shown.given)}{begun}", begun)


@lru_cache(maxsize=128)  # of the few addresses and names of a mail, asked rule by rule
def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, fold(PLUS.sub("", text))))
