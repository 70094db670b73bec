"""People's names: how headers show them ("Vries, J. (Jan) de"), and where they stand in running text.

A name is given name(s) or initials, an infix (tussenvoegsel) and a surname. In text a name is known by a given name
from the lexicon, by initials, by a title before it, or by more capitals in a row than any place, organisation or
workshop accounts for: those spans are handed in as `taken`, they come from the configuration and the other lexica.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from mailbot.reading.lexicon import load

UPPER = "".join(chr(c) for c in range(0x41, 0x250) if chr(c).isupper()) + "İ"
WORD = re.compile(
    r"[^\W\d_]\.?(?:-?[^\W\d_]\.)+|[^\W\d_]\.(?![\w])|['’]?[^\W\d_][^\W\d_]*(?:['’.-][^\W\d_]+)*['’]?|[(),;|/&:<>\"“”„]|[.!?]|\S"
)
INITIALS = re.compile(rf"(?:[{UPPER}][hjs]?\.-?){{1,8}}|[{UPPER}](?:-[{UPPER}])?")
CLOSE = re.compile(r"[ \t]*-?[ \t]*|[ \t]*\n[ \t]*")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts; any of them may be empty. `str()` gives it as on a badge."""

    given: str = ""
    initials: str = ""
    infix: str = ""
    surname: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.given or self.initials, self.infix, self.surname) if part)

    @property
    def is_full(self) -> bool:
        return bool(self.surname and (self.given or self.initials))


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name in a text at characters [start, end), title included. `sure` is False where only capitals tell."""

    name: Name
    start: int
    end: int
    sure: bool = True
    title: str = ""


def _fold(text: str) -> str:
    stripped = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", stripped.replace("ı", "i").replace("ł", "l").replace("ø", "o").casefold()).strip()


@cache
def _words(key: str) -> frozenset[str]:
    words = load("names")[key]
    return frozenset(words.split() if isinstance(words, str) else (w.casefold() for w in words))


def is_given(word: str) -> bool:
    """Whether that word is known as a given name."""
    return word.casefold() in _words("given") or ("-" in word and word.casefold().split("-")[0] in _words("given"))


def is_functional(display: str) -> bool:
    """Whether a display name is that of a mailbox or an organisation rather than a person's."""
    words = re.findall(r"[^\W_]+(?:[&.-][^\W_]+)*", display.casefold())
    return (
        any(
            w in _words("functional")
            or w.startswith(("secretariaat", "postbus", "griffie"))
            or w.endswith(("secretariaat", "bureau", "griffie"))
            for w in words
        )
        or not words
    )


def from_header(display: str) -> Name | None:
    """The person in a From, Reply-To or Cc display name; None for a mailbox of nobody in particular, or of several."""
    text = display.strip(" '\"")
    if "@" in text:
        return None
    text = (
        re.split(r"\s+[|–]\s+|\s+-\s+(?=[^,]*$)(?!.*,)", text)[0] if "," not in text else re.split(r"\s+\|\s+", text)[0]
    )
    text = re.sub(r"\s*\((?:[^()]*(?:gemeente|provincie|ministerie|stichting)[^()]*)\)", "", text, flags=re.IGNORECASE)
    words = text.casefold().split()
    if not words or words[0] in _words("households") or "&" in words or "en" in words[1:-1]:
        return None
    if not _looks_personal(text):
        return None
    return _parse_header(text)


def _looks_personal(text: str) -> bool:
    first = re.split(r"[\s,]+", text)[0]
    return (
        not is_functional(text)
        or ("," in text and not is_functional(first))
        or (is_given(first) and len(text.split()) > 1)
    )


def _parse_header(text: str) -> Name | None:
    bracket = re.search(r"\(([^()]+)\)", text)
    given_in_brackets = ""
    if bracket:
        inner = bracket[1].strip()
        if _is_name_word(inner) and not inner.isupper():
            given_in_brackets = inner
        text = (text[: bracket.start()] + " " + text[bracket.end() :]).strip()
    text = re.sub(r"\s+", " ", text)
    if "," in text:
        last, _, first = text.partition(",")
        infixes, words = _split_infixes(first.split(","[0])[0].split())
        given, initials = _given_or_initials(words)
        lead, surname = _lead_infix(re.sub(r"\s*-\s*", "-", last).split())
        infix = " ".join(filter(None, (" ".join(infixes), lead)))
        return Name(given_in_brackets or given, initials, _lower_infix(infix), surname) if surname else None
    words = [w for w in text.split() if w.casefold() not in _words("titles") and w.casefold() not in _words("suffixes")]
    if not words:
        return None
    if len(words) > 1 and words[0].isupper() and words[0].isalpha() and len(words[0]) > 2 and not words[-1].isupper():
        words = [*words[1:], words[0].title()]  # ZHANG Meiling
    return replace(_split_plain(words), given=given_in_brackets or _split_plain(words).given)


def _is_name_word(text: str) -> bool:
    return bool(re.fullmatch(r"[^\W\d_][^\W\d_'’ -]*(?:[-' ’][^\W\d_]+){0,2}", text)) and text.casefold() not in _words(
        "not_names"
    )


def _split_infixes(words: list[str]) -> tuple[list[str], list[str]]:
    """("J. de" -> ["de"], ["J."]): the infix stands behind the given name where the surname came first."""
    at = len(words)
    while at and words[at - 1].casefold() in _words("infixes") and not (at == 1 and len(words) == 1):
        at -= 1
    return words[at:], words[:at]


def _given_or_initials(words: list[str]) -> tuple[str, str]:
    words = [w for w in words if w.casefold() not in _words("titles")]
    initials = [w for w in words if INITIALS.fullmatch(w) or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]?", w)]
    given = [w for w in words if w not in initials]
    return _cased(" ".join(given)), "".join(initials)


def _lead_infix(words: list[str]) -> tuple[str, str]:
    """("van", "den", "Berg") -> "van den", "Berg"."""
    at = 0
    while at < len(words) - 1 and words[at].casefold() in _words("infixes"):
        at += 1
    return " ".join(words[:at]), _cased(" ".join(words[at:]))


def _lower_infix(infix: str) -> str:
    """Dutch infixes are small between names; El, Ben, Ten and such are kept where no given name tells."""
    return infix.lower() if infix.casefold().split()[:1] and infix.casefold().split()[0] in DUTCH_INFIXES else infix


DUTCH_INFIXES = frozenset("van de der den het 't ’t ten ter te in op tot aan bij onder von zu".split())


def _split_plain(words: list[str]) -> Name:
    """Given names or initials, infix, surname, in this order."""
    if len(words) == 1:
        return Name(given=_cased(words[0])) if not INITIALS.fullmatch(words[0]) else Name(initials=words[0])
    at = 0
    while at < len(words) - 1 and INITIALS.fullmatch(words[at]):
        at += 1
    initials = "".join(words[:at])
    given: list[str] = []
    while (
        at < len(words) - 1 and words[at].casefold() not in _words("infixes") and (not initials or is_given(words[at]))
    ):
        if given and not is_given(words[at]):
            break
        given.append(words[at])
        at += 1
    infix_start = at
    while at < len(words) - 1 and words[at].casefold() in _words("infixes"):
        at += 1
    infix, surname = " ".join(words[infix_start:at]), " ".join(words[at:])
    lower = infix.lower() if all(w.islower() or w.istitle() for w in infix.split()) and _is_dutch(infix) else infix
    return Name(_cased(" ".join(given)), initials, lower, _cased(surname))


def _is_dutch(infix: str) -> bool:
    return bool(infix) and infix.casefold().split()[0] in DUTCH_INFIXES


def _cased(text: str) -> str:
    """Names in small letters or in capitals throughout get the capitals that names have."""
    if not text or not (text.islower() or (text.isupper() and len(text) > 3)):
        return text
    return re.sub(
        r"[^\W\d_]+",
        lambda m: m[0] if m[0].casefold() in _words("infixes") else m[0][0].upper() + m[0][1:].lower(),
        text.lower(),
    )


def same_person(a: Name, b: Name) -> bool:
    """Whether two names can be one person's: nothing contradicts, and they share a given name or a surname."""
    if a.surname and b.surname and not _same_surname(a, b):
        return False
    if a.given and b.given and not _same_given(a.given, b.given):
        return (
            _fold(a.given)[:1] == _fold(b.given)[:1]
            and bool(a.surname and b.surname)
            and (len(a.given) <= 2 or len(b.given) <= 2)
        )
    if not _initials_fit(a, b):
        return False
    if a.surname and b.surname:
        return True
    return bool(a.given and b.given)


def _same_surname(a: Name, b: Name) -> bool:
    one, two = _fold(a.surname), _fold(b.surname)
    if one == two or _fold(f"{a.infix} {a.surname}") == _fold(f"{b.infix} {b.surname}"):
        return True
    parts_one, parts_two = _fold(a.surname).split(), _fold(b.surname).split()
    return (
        parts_one[0] == parts_two[0]
        and ("-" in a.surname) != ("-" in b.surname)
        or bool(("-" in a.surname) != ("-" in b.surname) and parts_one[-1] == parts_two[-1])
    )


def _same_given(a: str, b: str) -> bool:
    one, two = _fold(a).split(), _fold(b).split()
    return one == two or one[: len(two)] == two or two[: len(one)] == one


def _initials_fit(a: Name, b: Name) -> bool:
    for x, y in ((a, b), (b, a)):
        if x.initials and not x.given and y.given and x.surname and y.surname:
            first, other = _fold(x.initials)[:1], _fold(y.given)[:1]
            if first != other and other not in _fold(x.initials).replace(" ", ""):
                return False
    if a.initials and b.initials and not (a.given and b.given):
        return _fold(a.initials)[:1] == _fold(b.initials)[:1]
    return True


def merged(a: Name, b: Name) -> Name:
    """The fullest form of one person's two names: a given name before initials, a double surname before a single."""
    surname = max((a, b), key=lambda n: (len(n.surname), bool(n.infix)))
    given = a.given if len(a.given) >= len(b.given) or not b.given else b.given
    return Name(given or b.given, a.initials or b.initials, surname.infix, surname.surname)


def aligned(name: Name, known: Name) -> Name:
    """A name cut as a known one tells: "Magdalena Florentina Croes" beside "M.F. Croes"."""
    words, tail = name.surname.split(), known.surname.split()
    if len(words) <= len(tail) or not tail or _fold(" ".join(words[-len(tail) :])) != _fold(known.surname):
        return name
    given = " ".join(filter(None, (name.given, *words[: -len(tail)])))
    return Name(given, name.initials, name.infix or known.infix, known.surname)


def find(
    text: str,
    start: int = 0,
    end: int | None = None,
    taken: Iterable[tuple[int, int]] = (),
    known: frozenset[str] = frozenset(),
) -> tuple[NameFound, ...]:
    """Every person's name in that part of a text, in order. `taken`: spans that are something else; `known`: given
    names, in lower case, of people whom the mail's headers name."""
    end = len(text) if end is None else end
    spans = sorted(taken)
    words = [m for m in WORD.finditer(text, start, end)]
    found: list[NameFound] = []
    at = 0
    while at < len(words):
        hit, after = _name_at(text, words, at, spans, known)
        if hit is not None:
            found.append(hit)
        at = max(after, at + 1)
    return tuple(found)


def _name_at(
    text: str, words: list[re.Match[str]], at: int, taken: list[tuple[int, int]], known: frozenset[str]
) -> tuple[NameFound | None, int]:
    """The name that begins at that word, if any, and the word to go on from."""
    begin = at
    title: list[str] = []
    while at < len(words) and (n := _title_length(text, words, at)):
        title.append(text[words[at].start() : words[at + n - 1].end()])
        at += n
    if at >= len(words) or (not _is_capital(words[at]) and not (title and _infix_then_capital(text, words, at))):
        return None, at + 1
    if title and not _is_capital(words[at]) and title[-1].casefold().rstrip(".") not in FORMAL_TITLES:
        return None, at + 1  # "onze collega van Sport": where from, not who
    run = _run(text, words, at)
    if not run:
        return None, at + 1
    last = at + len(run)
    if any(_overlaps(words[at].start(), words[last - 1].end(), span) for span in taken):
        run = _outside(run, taken)
        if not run:
            return None, last
        last = words.index(run[-1]) + 1
    surname_first = _surname_first(text, words, run, last)
    if surname_first is not None:
        name, last = surname_first
        return NameFound(name, run[0].start(), words[last - 1].end(), True, " ".join(title)), last
    run = _without_common(text, run, bool(title))
    if not run or (len(run) == 1 and len(run[0][0]) > 2 and run[0][0].isupper()):
        return None, last  # a party, a department: STIP, VVD
    name = _from_run(run, bool(title))
    sure = _is_sure(run, bool(title)) or run[0][0].casefold() in known
    if name is None or (not sure and len(run) == 1) or (len(run) == 1 and len(run[0][0]) < 2):
        return None, last
    span_start = words[begin].start() if title and run[0] is words[at] else run[0].start()
    return NameFound(name, span_start, run[-1].end(), sure, " ".join(title)), last


def _title_length(text: str, words: list[re.Match[str]], at: int) -> int:
    word = words[at][0].casefold()
    if word == "de" and at + 1 < len(words) and words[at + 1][0].casefold() in ("heer", "hr"):
        return 2
    if word.rstrip(".") in TITLES_SHORT or word in _words("titles") or f"{word}." in _words("titles"):
        dot = at + 1 < len(words) and words[at + 1][0] == "." and words[at + 1].start() == words[at].end()
        return 2 if dot else 1
    return 0


FORMAL_TITLES = frozenset(
    "heer hr dhr meneer mijnheer mevrouw mevr mw mej mr drs dr ir ing prof wethouder burgemeester gedeputeerde".split()
) | {"de heer", "de hr"}
TITLES_SHORT = frozenset({"drs", "mr", "dr", "ir", "ing", "prof", "mw", "mevr", "dhr"})


def _is_capital(match: re.Match[str]) -> bool:
    word = re.sub(r"^(?:['’]|[dlDL]['’](?=[^\W\d_]))", "", match[0])
    return word[:1].isupper() or (word[:1].isalpha() and not word[:1].islower())


def _infix_then_capital(text: str, words: list[re.Match[str]], at: int) -> bool:
    step = at
    while step < len(words) and words[step][0].casefold() in _words("infixes") and step - at < 3:
        step += 1
    return step > at and step < len(words) and _is_capital(words[step]) and _joined(text, words[step - 1], words[step])


def _joined(text: str, a: re.Match[str], b: re.Match[str]) -> bool:
    between = text[a.end() : b.start()]
    return not between.strip(" -–") and len(between) <= 3 and "\n" not in between or (between == "\n")


def _run(text: str, words: list[re.Match[str]], at: int) -> list[re.Match[str]]:
    """The words from there on that can be one name: capitals, initials, a given name in brackets, infixes within."""
    run = []
    step = at
    while step < len(words) and len(run) < 9:
        if run and not _joined(text, words[step - 1], words[step]):
            break
        word = words[step]
        if _is_capital(word) and (
            run == [] or "\n" not in text[words[step - 1].end() : word.start()] or is_given(run[0][0])
        ):
            run.append(word)
        elif (
            word[0].casefold() in _words("infixes")
            and _infix_then_capital(text, words, step)
            and "\n" not in text[words[step - 1].end() : word.start()]
        ):
            run.append(word)
        elif (
            word[0] == "("
            and step + 2 < len(words)
            and words[step + 2][0] == ")"
            and run
            and _is_name_word(words[step + 1][0])
            and _is_capital(words[step + 1])
            and is_given(words[step + 1][0])
        ):
            run += [word, words[step + 1], words[step + 2]]
            step += 2
        else:
            break
        step += 1
    while run and run[-1][0].casefold() in _words("infixes") and not _is_capital(run[-1]):
        run.pop()
    return run


def _overlaps(start: int, end: int, span: tuple[int, int]) -> bool:
    return start < span[1] and span[0] < end


def _outside(run: list[re.Match[str]], taken: list[tuple[int, int]]) -> list[re.Match[str]]:
    """The words of a run up to the first that belongs to something else."""
    kept = []
    for word in run:
        if any(_overlaps(word.start(), word.end(), span) for span in taken):
            break
        kept.append(word)
    return kept


def _surname_first(
    text: str, words: list[re.Match[str]], run: list[re.Match[str]], last: int
) -> tuple[Name, int] | None:
    """ "Groeneveld, P.C." and "Broek, A.M. van den (Aletta)": the comma is followed by initials."""
    if last + 1 >= len(words) or words[last][0] != ",":
        return None
    by_initials = re.fullmatch(rf"(?:[{UPPER}][hj]?\.)+", words[last + 1][0])
    if not by_initials and not _address_follows(words, last + 1):
        return None
    if run[0][0].casefold() in _words("not_names"):
        return None
    stop = last + 2
    while (
        stop < len(words)
        and stop < last + 6
        and words[stop][0].casefold() in _words("infixes")
        and _joined(text, words[stop - 1], words[stop])
    ):
        stop += 1
    if stop + 2 < len(words) and words[stop][0] == "(" and words[stop + 2][0] == ")" and _is_capital(words[stop + 1]):
        stop += 3
    while stop < len(words) and words[stop - 1][0] == ")" and words[stop][0].casefold() in _words("infixes"):
        stop += 1
    name = _parse_header(text[run[0].start() : words[stop - 1].end()])
    return (name, stop) if name and name.surname else None


def _address_follows(words: list[re.Match[str]], at: int) -> bool:
    """Whether a given name and infixes run up to an address in angle brackets: "Wit, Sanne de <...>"."""
    if not _is_capital(words[at]):
        return False
    step = at + 1
    while step < len(words) and step < at + 5 and words[step][0].casefold() in _words("infixes"):
        step += 1
    return step < len(words) and words[step][0] == "<"


def _without_common(text: str, run: list[re.Match[str]], titled: bool) -> list[re.Match[str]]:
    """The run without ordinary words at its ends; cut before an ordinary word in its middle."""
    start = 0
    while start < len(run) and run[start][0].casefold().rstrip(".") in _words("not_names") and not titled:
        start += 1
    kept = []
    for word in run[start:]:
        if kept and kept[-1][0].casefold() in _words("infixes") and _is_capital(word):
            kept.append(word)  # "ter Haar": behind an infix the word is a name, whatever else it is
            continue
        if (
            kept
            and word[0].casefold() in _words("not_names")
            and word[0].casefold() not in _words("infixes")
            and not _names_weekday(word[0], kept)
        ):
            break
        kept.append(word)
    while kept and kept[-1][0].casefold() in _words("infixes") and not _is_capital(kept[-1]):
        kept.pop()
    if kept and all(w[0].casefold() in _words("infixes") for w in kept):
        return []
    return kept


def _names_weekday(word: str, kept: list[re.Match[str]]) -> bool:
    """Surnames that are words: Roos Zondag, Jan School. Only straight behind a known given name."""
    return len(kept) == 1 and is_given(kept[0][0])


def _from_run(run: list[re.Match[str]], titled: bool) -> Name | None:
    words = [w[0] for w in run]
    bracketed = ""
    if "(" in words:
        at = words.index("(")
        bracketed = words[at + 1]
        words = words[:at] + words[at + 3 :]
    if not words:
        return None
    words = _joined_hyphens(run, words)
    if len(words) == 1 and titled and not is_given(words[0]):
        return Name(surname=_cased(words[0]))
    if titled and words[0].casefold() in _words("infixes"):
        lead, surname = _lead_infix(words)
        return Name(infix=lead.lower() if _is_dutch(lead) else lead, surname=surname)
    name = _split_plain(words)
    return replace(name, given=bracketed) if bracketed else name


def _joined_hyphens(run: list[re.Match[str]], words: list[str]) -> list[str]:
    """ "Bijlsma - Kroon": parts of a double surname that somebody wrote apart."""
    if "(" in [w[0] for w in run]:
        return words
    joined = [words[0]]
    for before, word, now in zip(run, words[1:], run[1:], strict=False):
        between = before.string[before.end() : now.start()]
        if "-" in between:
            joined[-1] += f"-{word}"
        else:
            joined.append(word)
    return joined


def _is_sure(run: list[re.Match[str]], titled: bool) -> bool:
    first = run[0][0]
    if titled or (len(run) > 1 and re.fullmatch(rf"(?:[{UPPER}][hj]?\.-?)+", first)):
        return True
    return is_given(first) or (("-" in first) and is_given(first.split("-")[0]))


def known_tokens(names: Iterable[Name]) -> frozenset[str]:
    """All words of those names in lower case, infixes left out."""
    return frozenset(t for name in names for t in _tokens(name))


def _tokens(name: Name) -> Iterator[str]:
    for part in (name.given, name.surname):
        for word in re.split(r"[\s-]+", part):
            if len(word) > 1 and word.casefold() not in _words("infixes"):
                yield word.casefold()
        if part and " " not in part:
            yield part.casefold()
