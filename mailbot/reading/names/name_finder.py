"""Where people's names stand in running text.

A name is known by a given name from the lexicon, by initials, by a title before it, or by more capitals in a row than
any place, organisation or workshop accounts for: those spans are handed in as `taken`, they come from the configuration
and the other lexica.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from mailbot.reading.lexicon import words as listed
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.names.header_names import is_name_word
from mailbot.reading.names.listed_names import listed_names
from mailbot.reading.names.person_name import (
    UPPER,
    Name,
    cased,
    is_dutch,
    is_given,
    lead_infix,
    name_words,
    split_plain,
)
from mailbot.reading.names.told_names import told_names
from mailbot.reading.text.fold import fold

WORD = re.compile(
    r"(?:[^\W\d_]{1,30}-)?[vV]\.?d\.(?=[ ])|[vV]/d\b"
    r"|[^\W\d_]\.?(?:-?[^\W\d_]\.)+|[^\W\d_]\.(?![\w])|['’]?[^\W\d_][^\W\d_]*(?:['’.-][^\W\d_]+)*['’]?|[(),;|/&:<>\"“”„]|[.!?]|\S"
)
ELISION, ELISIONS = re.compile(r"^(?:['’]|[dlDL]['’](?=[^\W\d_]))"), "'’dlDL"  # "d'Hont", "L'Ami"
FORMAL_TITLES = frozenset(
    "heer hr dhr meneer mijnheer mevrouw mevr mw mej mr drs dr ir ing prof wethouder burgemeester gedeputeerde".split()
) | {"de heer", "de hr"}
INITIAL = re.compile(rf"[{UPPER}]\.")
AROUND_CALLED = {"(": ")", '"': '"', "“": "”", "„": "”"}  # Petronella "Nel" Kleinjan
TITLES_SHORT = frozenset({"drs", "mr", "dr", "ir", "ing", "prof", "mw", "mevr", "dhr"})


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name in a text at characters [start, end), title included. `sure` is False where only capitals tell."""

    name: Name
    start: int
    end: int
    sure: bool = True
    title: str = ""


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
    words = list(WORD.finditer(text, start, end))
    found: list[NameFound] = []
    at, plural = 0, ""
    while at < len(words):
        if not _may_begin(words[at][0]):
            at += 1
            continue
        plural = plural if found and _is_next_of(text[found[-1].end : words[at].start()]) else ""
        hit, after = _name_at(text, words, at, spans, known, plural)
        if hit is not None:
            found.append(hit)
            plural = hit.title if hit.title.casefold() in name_words("titles_of_several") else ""
        at = max(after, at + 1)
    found = _with_listed(found, listed_names(text, start, end), spans)
    return _with_told(found, told_names(text, start, end, known), spans)


def _is_next_of(between: str) -> bool:
    """Whether a title of several goes on to the next name: "de wethouders Bos, Vis en Kok"."""
    return between.strip() in (",", "en", "and", "&", ", en")


def _with_listed(
    found: list[NameFound], listed: Iterable[tuple[Name, int, int]], taken: list[tuple[int, int]]
) -> list[NameFound]:
    """Those names, with whole ones that have the surname first in the place of their halves."""
    for name, start, end in listed:
        if not any(_overlaps(start, end, span) for span in taken):
            found = [f for f in found if not _overlaps(start, end, (f.start, f.end))]
            found.append(NameFound(name, start, end))
    return sorted(found, key=lambda f: f.start)


def _with_told(
    found: list[NameFound], told: Iterable[tuple[Name, int, int]], taken: list[tuple[int, int]]
) -> tuple[NameFound, ...]:
    """Those names, and the ones that something beside them tells, where no name and nothing else stands already."""
    for name, start, end in told:
        cut = [f for f in found if start < f.end < end and (f.start == start or (f.title and f.start < start))]
        found = [f for f in found if f not in cut]  # "collega Deelnemer" of "collega Deelnemer 13"
        if not any(_overlaps(start, end, span) for span in (*taken, *((f.start, f.end) for f in found))):
            found.append(NameFound(name, start, end))
    return tuple(sorted(found, key=lambda f: f.start))


@lru_cache(maxsize=8192)  # as many words as some hundred mails have
def _may_begin(word: str) -> bool:
    """Whether a name, or the title before one, can begin with that word: few do, and only those are looked at."""
    return _is_capital(word) or word.casefold() == "de" or _is_title(word.casefold())


def _name_at(
    text: str,
    words: list[re.Match[str]],
    at: int,
    taken: list[tuple[int, int]],
    known: frozenset[str],
    plural: str = "",
) -> tuple[NameFound | None, int]:
    """The name that begins at that word, if any, and the word to go on from. `plural`: a title that still holds."""
    begin = at
    title = [plural] if plural else []
    while at < len(words) and (n := _title_length(text, words, at)):
        title.append(text[words[at].start() : words[at + n - 1].end()])
        at += n
    if at >= len(words) or (not _is_capital(words[at][0]) and not (title and _infix_then_capital(text, words, at))):
        return None, at + 1
    if title and not _is_capital(words[at][0]) and title[-1].casefold().rstrip(".") not in FORMAL_TITLES:
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
    if title and len(run) == 1 and title[-1].casefold() not in FORMAL_TITLES and _is_field(title[-1], run[0][0]):
        return None, last  # "teamleider Wmo", "directeur Inwoners"
    run = _without_common(text, run, bool(title))
    if not run or (len(run) == 1 and len(run[0][0]) > 2 and run[0][0].isupper()):
        return None, last  # a party, a department: STIP, VVD
    name = _from_run(run, bool(title))
    sure = _is_sure(run, bool(title)) or run[0][0].casefold() in known
    if name is None or (not sure and len(run) == 1) or (len(run) == 1 and len(run[0][0]) < 2):
        return None, last
    span_start = words[begin].start() if title and not plural and run[0] is words[at] else run[0].start()
    return NameFound(name, span_start, run[-1].end(), sure, " ".join(title)), last


def _title_length(text: str, words: list[re.Match[str]], at: int) -> int:
    word = words[at][0].casefold()
    if word == "de" and at + 1 < len(words) and words[at + 1][0].casefold() in ("heer", "hr"):
        return 2
    if _is_title(word):
        dot = at + 1 < len(words) and words[at + 1][0] == "." and words[at + 1].start() == words[at].end()
        return 2 if dot else 1
    return 0


def _is_title(word: str) -> bool:
    return (
        word.rstrip(".") in TITLES_SHORT
        or word in name_words("titles")
        or f"{word}." in name_words("titles")
        or word in name_words("titles_of_several")
    )


def _is_field(title: str, word: str) -> bool:
    """Whether the one word behind that title is what it is about, and nobody's surname."""
    if is_given(word):
        return False
    if fold(word) in places():
        return True  # "statenlid Flevoland"
    about = fold(word) in listed("roles", "policy_fields") or fold(word) in name_words("not_names")
    return about or title.casefold() in name_words("titles_of_fields")


def _is_capital(word: str) -> bool:
    if word[0] in ELISIONS:
        word = ELISION.sub("", word)
    return word[:1].isupper() or (word[:1].isalpha() and not word[:1].islower())


def _infix_then_capital(text: str, words: list[re.Match[str]], at: int) -> bool:
    step = at
    while step < len(words) and words[step][0].casefold() in name_words("infixes") and step - at < 3:
        step += 1
    behind = step > at and step < len(words) and _is_capital(words[step][0])
    return behind and _joined(text, words[step - 1], words[step])


def _joined(text: str, a: re.Match[str], b: re.Match[str]) -> bool:
    between = text[a.end() : b.start()]
    return (not between.strip(" -–") and len(between) <= 3 and "\n" not in between) or (between == "\n")


def _run(text: str, words: list[re.Match[str]], at: int) -> list[re.Match[str]]:
    """The words from there on that can be one name: capitals, initials, a given name in brackets, infixes within."""
    run: list[re.Match[str]] = []
    step = at
    while step < len(words) and len(run) < 9:
        if run and not _joined(text, words[step - 1], words[step]):
            break
        word = words[step]
        if (
            _is_capital(word[0])
            and (run == [] or "\n" not in text[words[step - 1].end() : word.start()] or is_given(run[0][0]))
        ) or (
            word[0].casefold() in name_words("infixes")
            and _infix_then_capital(text, words, step)
            and "\n" not in text[words[step - 1].end() : word.start()]
        ):
            run.append(word)
        elif (
            word[0] in AROUND_CALLED
            and step + 2 < len(words)
            and words[step + 2][0] == AROUND_CALLED[word[0]]
            and run
            and is_name_word(words[step + 1][0])
            and _is_capital(words[step + 1][0])
            and _is_called(run, words, step)
        ):
            run += [word, words[step + 1], words[step + 2]]
            step += 2
        elif len(run) > 1 and word[0] in "-–" and _infix_then_capital(text, words, step + 1):
            pass  # "Riet Snoeren - de Laat"
        else:
            break
        step += 1
    while run and run[-1][0].casefold() in name_words("infixes") and not _is_capital(run[-1][0]):
        run.pop()
    return run


def _is_called(run: list[re.Match[str]], words: list[re.Match[str]], at: int) -> bool:
    """Whether the word in the brackets there is what somebody is called: "R. (Rewin)", "Alida (Lida) Bos"."""
    if re.fullmatch(rf"(?:[{UPPER}][a-z]?\.-?)+", run[-1][0]):
        return True
    if not is_given(words[at + 1][0]):
        return False
    behind = words[at + 3][0] if at + 3 < len(words) else ""
    return len(run) > 1 or (is_given(run[0][0]) and (_is_capital(behind) if behind[:1].isalpha() else False))


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


def _without_common(text: str, run: list[re.Match[str]], titled: bool) -> list[re.Match[str]]:
    """The run without ordinary words at its ends; cut before an ordinary word in its middle."""
    start = 0
    while start < len(run) and _is_common(run, start) and not titled:
        start += 1
    kept: list[re.Match[str]] = []
    for word in run[start:]:
        if kept and kept[-1][0].casefold() in name_words("infixes") and _is_capital(word[0]):
            kept.append(word)  # "ter Haar": behind an infix the word is a name, whatever else it is
            continue
        if (
            kept
            and word[0].casefold() in name_words("not_names")
            and word[0].casefold() not in name_words("infixes")
            and not _names_weekday(word[0], kept)
        ):
            break
        kept.append(word)
    while kept and kept[-1][0].casefold() in name_words("infixes") and not _is_capital(kept[-1][0]):
        kept.pop()
    if kept and all(w[0].casefold() in name_words("infixes") for w in kept):
        return []
    return kept


def _is_common(run: list[re.Match[str]], at: int) -> bool:
    """Whether the word there is an ordinary one: "Elke" and "Mei" are, but not before a surname."""
    if run[at][0].casefold().rstrip(".") not in name_words("not_names"):
        return False
    if INITIAL.fullmatch(run[at][0]) and at + 1 < len(run):
        return False  # "A. Ait Benhaddou"
    if run[at][0].casefold() in name_words("infixes"):
        return True
    following = run[at + 1][0] if at + 1 < len(run) else ""
    surname = following and following.casefold() not in name_words("not_names") and not is_given(following)
    infix = following.casefold() in name_words("infixes") and at + 2 < len(run)
    return not (is_given(run[at][0]) and (surname or infix))


def _names_weekday(word: str, kept: list[re.Match[str]]) -> bool:
    """Surnames that are words: Roos Zondag, Jan School. Only straight behind a known given name. Persoon B."""
    return len(kept) == 1 and (is_given(kept[0][0]) or (len(word) == 1 and word.isupper() and len(kept[0][0]) > 2))


def _from_run(run: list[re.Match[str]], titled: bool) -> Name | None:
    words = [w[0] for w in run]
    bracketed = ""
    at = next((at for at, word in enumerate(words) if word in AROUND_CALLED), 0)
    if at:
        bracketed = words[at + 1]
        words = words[:at] + words[at + 3 :]
    if not words:
        return None
    words = _joined_hyphens(run, words)
    if len(words) == 1 and titled and not is_given(words[0]):
        return Name(surname=cased(words[0]))
    if titled and words[0].casefold() in name_words("infixes"):
        lead, surname = lead_infix(words)
        return Name(infix=lead.lower() if is_dutch(lead) else lead, surname=surname)
    name = split_plain(words)
    return replace(name, given=bracketed) if bracketed else name


def _joined_hyphens(run: list[re.Match[str]], words: list[str]) -> list[str]:
    """ "Bijlsma - Kroon": parts of a double surname that somebody wrote apart."""
    if any(w[0] in AROUND_CALLED for w in run):
        return words
    joined = [words[0]]
    halved = False  # the second half has begun, and is infixes so far: "Zwaan - de Jager"
    for before, word, now in zip(run, words[1:], run[1:], strict=False):
        apart = "-" in before.string[before.end() : now.start()]
        if apart or halved:
            joined[-1] += f"-{word}" if apart else f" {word}"
        else:
            joined.append(word)
        halved = (apart or halved) and word.casefold() in name_words("infixes")
    return joined


def _is_sure(run: list[re.Match[str]], titled: bool) -> bool:
    first = run[0][0]
    if titled or (len(run) > 1 and re.fullmatch(rf"(?:[{UPPER}][hj]?\.-?)+", first)):
        return True
    return is_given(first) or (("-" in first) and is_given(first.split("-")[0]))
