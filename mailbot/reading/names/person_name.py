"""A person's name in its parts, and when two names are one person's.

Names are given name(s) or initials, an infix (tussenvoegsel) and a surname: "Jan de Vries", "J.A. (Jan) de Vries". How
headers show them is for header_names.py, where they stand in running text for name_finder.py.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from mailbot.reading.lexicon import load
from mailbot.reading.names.short_forms import has_form_in, is_short_for
from mailbot.reading.text.fold import fold

UPPER = "".join(chr(c) for c in range(0x41, 0x250) if chr(c).isupper()) + "İ"
# Of an institution of a trade: "CEng", "BEng", "MGhIE", "FRSA"; but not "IJsbrand", "McKay"
CHARTERED = re.compile(
    r"(?!IJ)[A-Z]{2}[a-z]{1,4}(?:[A-Z]{1,2}[a-z]{0,3})?"
    r"|[MFAC](?:ICE|CIWEM|RTPI|RICS|RSA|RIBA|CIOB|IEE|IET|IMECHE|WEM|CIPD|BCS)|P\.?E\."
)
LOST_LETTER = re.compile(r"[?\ufffd](?=[^\W\d_])")  # what is left of "ı" in a charset without it: "Ayd?n"
INITIALS = re.compile(rf"(?:[{UPPER}](?:[hjs]|hr)?\.-?){{1,8}}|(?!Ó)[{UPPER}](?:-[{UPPER}])?")
BARE_INITIALS = re.compile(r"[A-Z]{2,4}")  # "HKL Pronk"
NO_VOWEL = re.compile(r"[^AEIOUY]+")
NO_WORD, BETWEEN_WORDS = re.compile(r"[^\w]+"), re.compile(r"[\s-]+")
CROSSED = str.maketrans("ıłøđ", "ilod")  # letters that no accent can be taken off
TWO_LETTERS = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "ĳ": "ij"}
# The small words within a name, as a pattern; those that may as well say where somebody is ("Els in Utrecht") count
# only where nothing but a name is expected: in a list, in a signature
INFIX = (
    r"(?i:van|de|der|den|het|['’]t|ten|ter|te|el|al|da|do|dos|di|la|le|von|zu|ben|bin|ait|ó|ní|v\.?d\.?|v/d|[dl]['’])"
)
INFIX_IN_LIST = rf"(?:{INFIX}|[Ii]n|[Oo]p)"
DUTCH_INFIXES = frozenset("van de der den het 't ’t t ten ter te in op tot aan bij onder von zu".split())


@dataclass(slots=True, unsafe_hash=True)  # not frozen: made that way, each takes three times as long
class Name:
    """A person's name in its parts; any of them may be empty. `str()` gives it as on a badge."""

    given: str = ""
    initials: str = ""
    infix: str = ""
    surname: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.given or self.initials, self.infix, self.surname)))

    @property
    def is_full(self) -> bool:
        return bool(self.surname and (self.given or self.initials)) and (len(self.surname) > 2 or not self.is_cut)

    @property
    def is_cut(self) -> bool:
        """Whether only a letter is told of the surname: "Fatima B."; Bo van der A is called so."""
        return len(self.surname.rstrip(".")) == 1 and not self.infix and is_given(self.given)


@cache
def name_words(key: str) -> frozenset[str]:
    words = load("names")[key]
    return frozenset(words.split() if isinstance(words, str) else (w.casefold() for w in words))


@cache
def given_names() -> frozenset[str]:
    """All given names that we know, folded: people leave out accents, their own too."""
    return frozenset(word for listed in load("given_names").values() for word in fold(listed).split())


@lru_cache(maxsize=8192)  # as many words as some hundred mails have
def is_given(word: str) -> bool:
    """Whether that word is known as a given name, or begins with one and a hyphen."""
    folded = fold(word)
    if folded in given_names():
        return True
    first, *rest = folded.split("-")
    return bool(rest) and first in given_names() and rest[-1] not in DUTCH_INFIXES  # "Yildiz-de" of Yildiz-de Wit


def split_plain(words: list[str]) -> Name:
    """Given names or initials, infix, surname, in this order."""
    spelled = [word for word in words if not INITIALS.fullmatch(word)]
    if len(spelled) > 1 and all(word.isupper() for word in spelled):  # "WIM DE GROOT", "JW DE GROOT"
        words = [with_small_half(w.title()) if w in spelled and not is_unspeakable(w) else w for w in words]
        words = _with_small_words(words)
    if len(words) == 1:
        return Name(given=cased(words[0])) if not INITIALS.fullmatch(words[0]) else Name(initials=words[0])
    if _are_two_halves(words):
        return Name(surname=cased(" ".join(words)))
    if len(spelled) > 1 and are_bare_initials(words[0]):
        words = [dotted(words[0]), *words[1:]]
    at = 0
    while at < len(words) - 1 and INITIALS.fullmatch(words[at]):
        at += 1
    initials = "".join(words[:at])
    given: list[str] = []
    while (
        at < len(words) - 1
        and (words[at].casefold() not in name_words("infixes") or (at == 0 and begins_a_name(words[0])))
        and (not initials or _stands_for(initials, words[at]))
    ):
        if given and not is_given(words[at]) and not _is_syllable(given[0], words[at]):
            break
        given.append(words[at])
        at += 1
    while given and at < len(words) - 1 and "." in words[at] and INITIALS.fullmatch(words[at]):
        given.append(words[at])  # "Hubert L.M. van Dam": left to the surname, the infix would stand in its middle
        at += 1
    infix_start = at
    while at < len(words) - 1 and words[at].casefold() in name_words("infixes"):
        at += 1
    infix, surname = " ".join(words[infix_start:at]), " ".join(words[at:])
    if infix and len(surname) == len("A.") and surname.endswith("."):
        surname = surname[0]  # "Bo van der A.", at the end of a sentence
    if infix.isupper() and surname.isupper():  # "Sanne DE WIT"
        infix, surname = infix.lower(), surname.title()
    lower = infix.lower() if all(w.islower() or w.istitle() for w in infix.split()) and is_dutch(infix) else infix
    return Name(cased(" ".join(given)), initials, lower, cased(surname))


def with_small_half(word: str) -> str:
    """ "Bos-De" of "BOS-DE WIT" with its small word small; "Tjon-A-Ten" has none."""
    half, _, small = word.rpartition("-")
    joined = half and "-" not in half and small.lower() in DUTCH_INFIXES
    return f"{half}-{small.lower()}" if joined else word


def _with_small_words(words: list[str]) -> list[str]:
    """ "Janssen-van Der Pluijm": small words behind a half with one are small, too."""
    told: list[str] = []
    for word in words:
        within = bool(told) and (told[-1].rpartition("-")[2] in DUTCH_INFIXES and ("-" in told[-1] or len(told) > 2))
        told.append(word.lower() if within and word.lower() in DUTCH_INFIXES else word)
    return told


def _are_two_halves(words: list[str]) -> bool:
    """Whether nothing but a double surname is told: "Saris-El Idrissi", "Bos-van den Berg"; Abd-El is a given name."""
    half, _, infix = words[0].rpartition("-")
    small = [infix, *words[1:-1]]
    return bool(half) and fold(half) != "abd" and all(word.casefold() in name_words("infixes") for word in small)


def are_bare_initials(word: str) -> bool:
    """Whether capitals without dots are a person's initials, where a name stands beside them: the "HKL" of Pronk."""
    return BARE_INITIALS.fullmatch(word) is not None and not is_given(word)


def is_unspeakable(word: str) -> bool:
    """Whether capitals can't but be said one by one: "HKL"; "WU" may be a surname."""
    return are_bare_initials(word) and NO_VOWEL.fullmatch(word) is not None


def dotted(initials: str) -> str:
    """ "HKL" -> "H.K.L."."""
    return "".join(f"{letter}." for letter in initials)


def _is_syllable(first: str, word: str) -> bool:
    """Whether a word goes on with a given name of which it is no name by itself: the "Yi" of Xin Yi."""
    return fold(first) in name_words("syllables") and fold(word) in name_words("syllables")


def begins_a_name(word: str) -> bool:
    """Whether a word that stands first is a given name, though others have it before their surname: Ben Bakker."""
    return word.istitle() and word.casefold() not in DUTCH_INFIXES and is_given(word)


def _stands_for(initials: str, word: str) -> bool:
    """Whether the word behind initials is the name called by: in "Y. Abdi Warsame" it is the surname's beginning."""
    single = len(initials.replace(".", "")) == 1
    return is_given(word) and not (single and fold(word)[:1] != fold(initials)[:1])


def lead_infix(words: list[str]) -> tuple[str, str]:
    """("van", "den", "Berg") -> "van den", "Berg"."""
    at = 0
    while at < len(words) - 1 and words[at].casefold() in name_words("infixes"):
        at += 1
    return " ".join(words[:at]), cased(" ".join(words[at:]))


def is_dutch(infix: str) -> bool:
    return bool(infix) and infix.casefold().split()[0] in DUTCH_INFIXES


def cased(text: str) -> str:
    """Names in small letters or in capitals throughout get the capitals that names have."""
    if not text or not (text.islower() or (text.isupper() and len(text) > 3)):
        return text
    return re.sub(
        r"[^\W\d_]+",
        lambda m: m[0] if m[0].casefold() in name_words("infixes") else m[0][0].upper() + m[0][1:].lower(),
        text.lower(),
    )


def same_person(a: Name, b: Name) -> bool:
    """Whether two names can be one person's: nothing contradicts, and they share a given name or a surname."""
    if a.surname and b.surname and not _same_surname(a, b):
        return False
    if a.given and b.given and not _same_given(a.given, b.given):
        if a.surname and b.surname and (_is_called_otherwise(a, b) or _is_called_otherwise(b, a)):
            return True
        return (
            _folded(a.given)[:1] == _folded(b.given)[:1]
            and bool(a.surname and b.surname)
            and (len(a.given) <= 2 or len(b.given) <= 2)
        )
    if not _initials_fit(a, b):
        return False
    if a.surname and b.surname:
        return True
    return bool(a.given and b.given)


def may_be_alike(a: Name, b: Name) -> bool:
    """Whether two names share a word of their given names and surnames, or one of them is no whole name: without that
    same_person, turned and adds_a_surname, which look at far more, find nothing."""
    if not (a.given and a.surname and b.given and b.surname) or 1 in (len(a.surname), len(b.surname)):
        return True
    return not _words_of(a).isdisjoint(_words_of(b))


@lru_cache(maxsize=2048)
def _words_of(name: Name) -> frozenset[str]:
    said = f"{name.given} {name.surname}"
    return frozenset(word for spelling in spellings(said) for word in spelling.split())


def spellings(text: str) -> tuple[str, str]:
    """That text as names are compared, without accents and marks, and as systems without accents spell it."""
    return _folded(text), _spelled_out(text)


def _same_surname(a: Name, b: Name) -> bool:
    if _spelled_out(a.surname) == _spelled_out(b.surname):
        return True  # "Oezkan" in the address book is Özkan
    one, two = _folded(a.surname), _folded(b.surname)
    if one == two or _folded(f"{a.infix} {a.surname}") == _folded(f"{b.infix} {b.surname}"):
        return True
    if 1 in (len(one), len(two)) and one[:1] == two[:1]:
        return True  # "Shanti B"
    parts_one, parts_two = one.split(), two.split()
    if not (parts_one and parts_two):
        return False  # nothing but marks, or signs that no alphabet has
    return (parts_one[0] == parts_two[0] and ("-" in a.surname) != ("-" in b.surname)) or bool(
        ("-" in a.surname) != ("-" in b.surname) and parts_one[-1] == parts_two[-1]
    )


def _same_given(a: str, b: str) -> bool:
    if _spelled_out(a) == _spelled_out(b):
        return True
    one, two = _folded(a).split(), _folded(b).split()
    if one[: len(two)] == two or two[: len(one)] == one:
        return True
    return len(one) == len(two) == 1 and is_short_for(one[0], two[0])


def _is_called_otherwise(a: Name, b: Name) -> bool:
    """ "Ray (S.) Rai" and "Soerdjpersad Rai": the first is called by a name that his initial isn't of."""
    first = _folded(a.initials)
    return len(first) == 1 and first != _folded(a.given)[:1] and first == _folded(b.given)[:1] and not b.initials


def _initials_fit(a: Name, b: Name) -> bool:
    for x, y in ((a, b), (b, a)):
        if x.initials and not x.given and y.given and x.surname and y.surname:
            first, other = _folded(x.initials)[:1], _folded(y.given)[:1]
            spelled = first in (other, _folded(y.initials)[:1]) or other in _folded(x.initials).replace(" ", "")
            if not spelled and not has_form_in(_folded(y.given), first):  # Kees is a Cornelis
                return False
    if a.initials and b.initials and not (a.given and b.given):
        return _folded(a.initials)[:1] == _folded(b.initials)[:1]
    return True


def turned(a: Name, b: Name) -> bool:
    """Whether two whole names are made of the same words in another order, one perhaps with more of them: "Mai Nguyễn"
    and "Nguyễn Thị Mai"."""
    if not (a.given and b.given and a.surname and b.surname):
        return False
    one, other = (frozenset(_folded(f"{name.given} {name.infix} {name.surname}").split()) for name in (a, b))
    return len(one & other) > 1 and (one <= other or other <= one)


def merged(a: Name, b: Name) -> Name:
    """The fullest form of one person's two names: a given name before initials, a double surname before a single, and
    each as its bearer writes it, with accents that address books leave out."""
    if a == b:
        return a
    if one_with_hyphen := _joined(a, b) or _joined(b, a):
        return one_with_hyphen
    surname = max((a, b), key=lambda n: (len(_spelled_out(n.surname)), len(n.infix), accents(n.surname)))
    given = max((a.given, b.given), key=lambda given: (len(_spelled_out(given)), accents(given)))
    return Name(given, a.initials or b.initials, surname.infix, surname.surname)


def _joined(name: Name, other: Name) -> Name | None:
    """The name whose double surname another has in two, the first half cut off as a given name: "Hatice Yildirim Koç"
    beside Hatice Yıldırım-Koç."""
    apart, together = (f"{n.given} {n.infix} {n.surname}" for n in (other, name))
    if "-" not in name.surname or "-" in other.surname:
        return None
    return name if _folded(together).replace("-", " ") == _folded(apart).replace("-", " ") else None


def accents(text: str) -> int:
    """How many letters of that text plain ASCII lacks."""
    return 0 if text.isascii() else sum(1 for letter in text if letter.isalpha() and not letter.isascii())


def aligned(name: Name, known: Name) -> Name:
    """A name cut as a known one tells: "Magdalena Florentina Croes" beside "M.F. Croes", "Roderick Maas Geesteranus"
    beside "R. Maas Geesteranus"."""
    words, tail = name.surname.split(), known.surname.split()
    spoken, more = name.given.split(), len(tail) - len(words)
    begun = " ".join([*spoken[-more:], *words]) if not name.infix and 0 < more < len(spoken) else ""
    if begun and _folded(begun) == _folded(known.surname):
        return Name(" ".join(spoken[:-more]), name.initials, known.infix, known.surname)
    if len(words) <= len(tail) or not tail or _folded(" ".join(words[-len(tail) :])) != _folded(known.surname):
        return name
    before = words[: -len(tail)]
    if any("-" in word or word.casefold() in name_words("infixes") for word in before):
        return name  # "Bakker-de Vries", "Bakker de Vries": two surnames, and no second given name
    given = " ".join(filter(None, (name.given, *before)))
    return Name(given, name.initials, name.infix or known.infix, known.surname)


def known_tokens(names: Iterable[Name]) -> frozenset[str]:
    """All words of those names in lower case, infixes left out."""
    return frozenset(t for name in names for t in _tokens(name))


def _tokens(name: Name) -> Iterator[str]:
    for part in (name.given, name.surname):
        for word in BETWEEN_WORDS.split(part):
            if len(word) > 1 and word.casefold() not in name_words("infixes"):
                yield word.casefold()
        if part and " " not in part:
            yield part.casefold()


@lru_cache(maxsize=256)
def _spelled_out(text: str) -> str:
    """That text as systems without accents spell it: "Müller" and "Mueller" are one name, "Muller" is folded's."""
    if text.isascii():
        return _folded(text.lower())
    return _folded("".join(TWO_LETTERS.get(letter, letter) for letter in text.casefold()))


@lru_cache(maxsize=256)  # a mail has a few names, compared all with all
def _folded(text: str) -> str:
    if text.isascii():
        return NO_WORD.sub(" ", text.lower()).strip()
    stripped = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return NO_WORD.sub(" ", stripped.casefold().translate(CROSSED)).strip()


def is_degree(word: str) -> bool:
    """Whether that is a degree behind a name, written as one: "MSc", "M.Sc", "RA", "CEng"; not "Ma", who may be
    somebody."""
    if CHARTERED.fullmatch(word):
        return True
    return word.casefold() in name_words("suffixes") and ("." in word or not (word.istitle() or word.islower()))
