"""Where people's names stand in running text.

A name is known by a given name from the lexicon, by initials, by a title before it, or by more capitals in a row than
any place, organisation or workshop accounts for: those spans are handed in as `taken`, they come from the configuration
and the other lexica.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from mailbot.reading.names.bare_addresses import shown_names
from mailbot.reading.names.bracketed import names_in_brackets
from mailbot.reading.names.company import names_in_company
from mailbot.reading.names.list_lines import line_names
from mailbot.reading.names.listed_names import listed_names
from mailbot.reading.names.name_order import name_turned, surname_apart
from mailbot.reading.names.no_person import is_animal, is_thing
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
from mailbot.reading.names.relations import is_possessive, is_related, what_to_writer
from mailbot.reading.names.small_lines import small_names
from mailbot.reading.names.surnames import ends_like_a_name
from mailbot.reading.names.titles import (
    FORMAL_TITLES,
    english_job_length,
    is_english_job,
    is_field,
    is_job,
    is_job_before,
    is_job_title,
    is_title,
    title_length,
)
from mailbot.reading.names.told_names import given_names_beside, names_in_small_rows, small_names_beside, told_names
from mailbot.reading.names.whence import leads_from_title, town_before
from mailbot.reading.names.word_runs import (
    AROUND_CALLED,
    WORD,
    Run,
    infix_then_capital,
    is_capital,
    is_half_of_house,
    outside,
    overlaps,
    run_at,
    without_common,
)
from mailbot.reading.text.late import late

PARTS_OF_A_DAY = ("sessie", "session", "ronde", "round", "workshop", "keuze", "optie", "blok", "slot")
INITIALS = re.compile(rf"(?:[{UPPER}][hj]?\.-?)+")
HOUSE = re.compile(r"\b(?:in|naar|uit|bij|van|op|voor) (?:het|'t) $", re.IGNORECASE)
ARTICLE = re.compile(r"\b(?:a|an)\s$")
DOTTED = re.compile(rf"(?:[{UPPER}]\.?){{2,6}}")
# The small words of a surname that stands first: at the head of a line or an item they can be nothing else.
INFIX_BEFORE = late(
    r"(?P<head>(?:(?<=[\n:;(\t•*-] )|(?<=[\n:;(\t])|\A))?(?P<infix>\b(?:van )?(?:de[nr]?|het|te[nr]?|van)) \Z"
)
QUOTED = re.compile(r"['’][^\W\d_]+['’]")


@dataclass(slots=True, unsafe_hash=True)  # not frozen: made that way, each takes three times as long
class NameFound:
    """A name in a text at characters [start, end), title included. `sure` is False where only capitals tell. `kin`:
    what its bearer is to the writer by the words beside it, and so is nobody else: "mijn zus"."""

    name: Name
    start: int
    end: int
    sure: bool = True
    title: str = ""
    kin: str = ""


def find(
    text: str,
    start: int = 0,
    end: int | None = None,
    taken: Iterable[tuple[int, int]] = (),
    known: frozenset[str] = frozenset(),
) -> tuple[NameFound, ...]:
    """Every person's name in that part of a text, in order. `taken`: spans that are something else; `known`: given
    names, in lower case, of people whom the mail's headers name."""
    return _find(text, start, len(text) if end is None else end, tuple(taken), known)


@lru_cache(maxsize=64)  # of a line, a sentence, a signature it is asked more than once while one mail is read
def _find(
    text: str, start: int, end: int, taken: tuple[tuple[int, int], ...], known: frozenset[str]
) -> tuple[NameFound, ...]:
    spans = sorted(taken)
    words = list(WORD.finditer(text, start, end))
    found: list[NameFound] = []
    beyond, plural = 0, ""
    for at in [at for at, word in enumerate(words) if _may_begin(word[0])]:
        if at < beyond or is_half_of_house(text, words[at]):
            continue
        plural = plural if found and _is_next_of(text[found[-1].end : words[at].start()]) else ""
        hit, after = _name_at(text, words, at, spans, known, plural)
        if hit is not None:
            found.append(hit)
            title = hit.title.split(" ")[0]  # of "de wethouders Bos, mr. K. Vis en Kok" each has it
            plural = title if title.casefold() in name_words("titles_of_several") else ""
        beyond = max(after, at + 1)
    if listed := (
        *line_names(text, start, end),
        *small_names(text, start, end),
        *listed_names(text, start, end),
        *shown_names(text, start, end),
        *names_in_brackets(text, start, end),
    ):
        found = _with_listed(found, listed, spans)
    if told := [*told_names(text, start, end, known)]:
        found = _with_told(text, found, told, spans)
    spans_found = [(f.start, f.end) for f in found]
    if found and (small := [*small_names_beside(text, start, end, spans_found)]):
        found = _with_told(text, found, small, spans)
    if beside := [
        *names_in_company(text, start, end, spans_found),
        *names_in_small_rows(text, start, end),
        *given_names_beside(text, end, spans_found),
    ]:
        found = _with_told(text, found, beside, spans, sure=False)
    return tuple(_in_one_order(text, found) if len(found) > 2 else found)


def _in_one_order(text: str, found: list[NameFound]) -> list[NameFound]:
    """Those names, each with the surname first where two and more of them are shown so, and none otherwise: "Smit Anja,
    Bos Karel en Xulu Temba"."""
    shown = [text[f.start : f.end].split() for f in found]
    turned = [
        len(words) == 2 and (f.name.given, f.name.surname) == (words[1], words[0])
        for f, words in zip(found, shown, strict=True)
    ]
    others = [f for f, is_turned in zip(found, turned, strict=True) if not is_turned]
    if turned.count(True) < 2 or any(
        is_given(f.name.given.split(" ")[0]) or f.title or f.name.initials for f in others
    ):
        return found
    return [
        f if is_turned or f.name.infix or len(words) != 2 else replace(f, name=Name(words[1], "", "", words[0]))
        for f, is_turned, words in zip(found, turned, shown, strict=True)
    ]


def _is_next_of(between: str) -> bool:
    """Whether a title of several goes on to the next name: "de wethouders Bos, Vis en Kok"."""
    return between.strip() in (",", "en", "and", "&", ", en")


def _with_listed(
    found: list[NameFound], listed: Iterable[tuple[Name, int, int, bool]], taken: list[tuple[int, int]]
) -> list[NameFound]:
    """Those names, with whole ones of lists in the place of their halves."""
    for name, start, end, sure in listed:
        if not any(overlaps(start, end, span) for span in taken):
            found = [f for f in found if not overlaps(start, end, (f.start, f.end))]
            found.append(NameFound(name, start, end, sure))
    return sorted(found, key=lambda f: f.start)


def _with_told(
    text: str,
    found: list[NameFound],
    told: Iterable[tuple[Name, int, int]],
    taken: list[tuple[int, int]],
    *,
    sure: bool = True,
) -> list[NameFound]:
    """Those names, and the ones that something beside them tells, where no name and nothing else stands already."""
    for name, start, end in told:
        reaching = [f for f in found if start < f.end < end]
        # "collega Deelnemer" of "collega Deelnemer 13"; not so "collega Els de Boer" of "Boer van Zorg en ik"
        cut = [f for f in reaching if f.start == start or (f.title and f.start < start and not f.name.is_full)]
        found = [f for f in found if f not in cut]
        if not any(overlaps(start, end, span) for span in (*taken, *((f.start, f.end) for f in found))):
            found.append(NameFound(name, start, end, sure, kin=what_to_writer(text, start, end)))
    return sorted(found, key=lambda f: f.start)


@lru_cache(maxsize=8192)  # as many words as some hundred mails have
def _may_begin(word: str) -> bool:
    """Whether a name, or the title before one, can begin with that word: few do, and only those are looked at."""
    return is_capital(word) or word.casefold() == "de" or is_title(word.casefold())


def _name_at(
    text: str,
    words: Run,
    at: int,
    taken: list[tuple[int, int]],
    known: frozenset[str],
    plural: str = "",
) -> tuple[NameFound | None, int]:
    """The name that begins at that word, if any, and the word to go on from. `plural`: a title that still holds."""
    begin = at
    title = [plural] if plural else []
    while at < len(words) and (n := title_length(text, words, at)):
        title.append(text[words[at].start() : words[at + n - 1].end()])
        at += n
    if at >= len(words) or (not is_capital(words[at][0]) and not (title and infix_then_capital(text, words, at))):
        return None, at + 1
    if title and not is_capital(words[at][0]) and title[-1].casefold().rstrip(".") not in FORMAL_TITLES:
        return None, at + 1  # "onze collega van Sport": where from, not who
    if title and at + 1 < len(words) and leads_from_title(words[at][0], words[at + 1][0]):
        return None, at + 1
    run = run_at(text, words, at, bool(title))
    if not run or (len(run) == 1 and not title and run[0][0].casefold() in name_words("not_names")):
        return None, at + 1  # most capitals begin a sentence
    last = words.index(run[-1], at) + 1
    if not title and (town := town_before(text, run)):
        return None, at + town
    if any(overlaps(words[at].start(), words[last - 1].end(), span) for span in taken):
        run, whole = outside(run, taken), run
        if not run:
            return None, at + _place_before_name(whole, taken, known)
        last = words.index(run[-1], at) + 1
    if (name := _surname_first(run)) is not None:
        return NameFound(name, words[begin].start(), run[-1].end(), True, " ".join(title)), last
    if len(run) == 1 and not title and HOUSE.search(text, max(0, run[0].start() - 12), run[0].start()):
        return None, last  # "in het Antonius": a hospital
    an = ARTICLE.search(text, max(0, run[0].start() - 4), run[0].start()) is not None
    if not title and (length := english_job_length([word[0] for word in run], told=an)):
        return None, words.index(run[length - 1], at) + 1  # "our Chief Resilience Officer, Tom Baker"
    job = bool(title) and is_job(title[-1])
    if title and is_field(title[-1], [word[0] for word in run]):
        return None, last  # "teamleider Wmo", "directeur Inwoners", "wethouder Sociale Zaken"
    if len(run) > 1 and is_job_before(run[0][0], run[1][0]):
        title.append(run[0][0])
        run, at = run[1:], at + 1
    run = _without_job(without_common(text, run, bool(title)))
    if not title and len(run) == 2 and len(run[1][0]) == 1 and run[0][0].casefold().endswith(PARTS_OF_A_DAY):
        return None, last  # "Middagsessie B"
    if not title and is_english_job([word[0] for word in run]):
        return None, last  # "Director Resilience", "Graduate Analyst"
    last = words.index(run[-1], at) + 1 if run else last  # "ELS BOS EN WIM KOK": the rest is looked at by itself
    if not run or (len(run) == 1 and len(run[0][0]) > 2 and run[0][0].isupper()):
        return None, last  # a party, a department: STIP, VVD
    if not title and len(run) == 1 and is_possessive(text, run[0].end()):
        return None, last
    if is_animal(text, run) or ((job or not _is_sure(run, bool(title))) and is_thing(text, run)):
        return None, last
    name = _from_run(run, bool(title))
    sure = _is_sure(run, bool(title)) or run[0][0].casefold() in known
    sure = sure or (len(run) > 1 and is_related(text, run[0].start(), run[-1].end()))
    sure = sure or ends_like_a_name([word[0] for word in run])
    if name is None or (not sure and len(run) == 1) or (len(run) == 1 and len(run[0][0]) < 2):
        return None, last
    span_start = words[begin].start() if title and not plural and run[0] is words[at] else run[0].start()
    kin = what_to_writer(text, run[0].start(), run[-1].end())
    if not title and name.initials and DOTTED.fullmatch(run[-1][0]):
        infix = INFIX_BEFORE.search(text, max(0, span_start - 16), span_start)
        at_head = infix is not None and infix["head"] is not None
        if infix and at_head:
            name, span_start = replace(name, infix=infix["infix"]), infix.start("infix")
        sure = sure or ("." in run[-1][0] and (infix is None or at_head))  # "Pronk H.K.L."
    return NameFound(name, span_start, run[-1].end(), sure, " ".join(title), kin), last


def _without_job(run: Run) -> Run:
    """A name without what its bearer works as: "Els Bos Beleidsadviseur"; "Jan Willem Dijkgraaf" is called so."""
    for at, word in enumerate(run[2:], 2):
        if is_job_title(word[0]) and is_capital(run[at - 1][0]) and not all(is_given(name[0]) for name in run[:at]):
            return run[:at]
    return run


def _place_before_name(run: Run, taken: list[tuple[int, int]], known: frozenset[str]) -> int:
    """How many words of a run are no person's: all, unless a given name stands behind ("uit Oss Wim Smit")."""
    beyond = (at for at, word in enumerate(run) if not any(overlaps(word.start(), word.end(), span) for span in taken))
    first = next(beyond, len(run))
    if first == len(run):
        return first
    named = run[first][0].casefold() in known or (first < len(run) - 1 and is_given(run[first][0]))
    return first if named else len(run)


def _surname_first(run: Run) -> Name | None:
    """ "VAN DER WAL Sietske", as in registers: a surname in capitals before a given name that we know."""
    words = [word[0] for word in run]
    at = next((at for at, word in enumerate(words) if not word.isupper()), 0)
    surname, given = words[:at], words[at:]
    if not surname or len(surname[-1]) < 3 or not surname[-1].isalpha() or not is_given(given[0]):
        return None
    if any("." in word or word.casefold() in name_words("infixes") for word in given) or len(given) > 2:
        return None
    lead, last = lead_infix([word.title() for word in surname])
    return Name(cased(" ".join(given)), "", lead.lower(), last)


def _from_run(run: Run, titled: bool) -> Name | None:
    words = [w[0] for w in run]
    bracketed = ""
    at = next((at for at, word in enumerate(words) if word in AROUND_CALLED), 0)
    if at:
        end = words.index(AROUND_CALLED[words[at]], at + 1)
        bracketed = " ".join(words[at + 1 : end])
        run = run[:at] + run[end + 1 :]
    elif called := next((word for word in run[1:-1] if QUOTED.fullmatch(word[0])), None):
        bracketed = called[0][1:-1]  # "Lies 'Liesje' van Dam"
        run = [word for word in run if word is not called]
    if not run:
        return None
    words = _unquoted(_joined_hyphens(run))
    whole = len(words) == 2 or (len(words) > 2 and words[-1].isupper() and all(map(str.islower, words[1:-1])))
    if whole and not bracketed and (apart := surname_apart(" ".join(words), "")):
        return name_turned(*apart, "")  # "Kramer A.B.", "Berg van den A.B."
    if len(words) == 1 and titled and not is_given(words[0]):
        return Name(given=bracketed, surname=cased(words[0]))
    if titled and words[0].casefold() in name_words("infixes"):
        lead, surname = lead_infix(words)
        return Name(given=bracketed, infix=lead.lower() if is_dutch(lead) else lead, surname=surname)
    name = split_plain(words)
    if "." in bracketed:
        return replace(name, initials=bracketed)
    if bracketed and name.given and not name.initials and name.given[0] != bracketed[0]:
        name = replace(name, initials=f"{name.given[0]}.")  # 'Soerdjpersad "Ray" Rai' is S. Rai in headers
    return replace(name, given=bracketed) if bracketed else name


def _unquoted(words: list[str]) -> list[str]:
    """ "'Wim Vonk'" without its quotes; "'t Hof" has none."""
    first, last = words[0], words[-1]
    if len(words) < 2 or first[0] not in "'’" or last[-1] not in "'’" or not first[1:2].isupper():
        return words
    return [first[1:], *words[1:-1], last[:-1]]


def _joined_hyphens(run: Run) -> list[str]:
    """ "Bijlsma - Kroon": parts of a double surname that somebody wrote apart."""
    joined = [run[0][0]]
    halved = False  # the second half has begun, and is infixes so far: "Zwaan - de Jager"
    for before, now in pairwise(run):
        word = now[0]
        apart = before.string[before.end() : now.start()].rstrip().endswith(("-", "–"))
        if apart or halved:
            joined[-1] += f"-{word}" if apart else f" {word}"
        else:
            joined.append(word)
        halved = (apart or halved) and word.casefold() in name_words("infixes")
    return joined


def _is_sure(run: Run, titled: bool) -> bool:
    first = run[0][0].lstrip("'’")
    if titled or (len(run) > 1 and INITIALS.fullmatch(first)):
        return True
    if any(word[0] in AROUND_CALLED and is_given(name[0]) for word, name in pairwise(run)):
        return True  # 'Soerdjpersad "Ray" Jhinkoe-Rai'
    return is_given(first) or (("-" in first) and is_given(first.split("-")[0]))
