"""The words in a row that can be one name: capitals, initials, infixes, the name somebody is called by in brackets."""

import re
from functools import lru_cache

from mailbot.reading.lexicon import word_set
from mailbot.reading.names.header_names import is_name_word
from mailbot.reading.names.offices import is_office
from mailbot.reading.names.person_name import (
    DUTCH_INFIXES,
    INITIALS,
    UPPER,
    begins_a_name,
    is_degree,
    is_given,
    name_words,
)
from mailbot.reading.names.surnames import is_other_half, is_surname, is_word_and_surname, may_be_other_half
from mailbot.reading.names.titles import is_job_title, is_title
from mailbot.reading.names.whence import tells_whence
from mailbot.reading.text.fold import fold, squashed
from mailbot.reading.text.late import late

WORD = re.compile(
    r"(?=\S)(?:"  # nothing of it is tried at a blank
    # most words are nothing else, and need not be tried as anything else; a class of letters in ASCII is quickest
    r"[A-Za-z]{2,}+(?![\w'’./-])|[^\W\d_]{2,}+(?![\w'’./-])|"
    r"(?:[^\W\d_]{1,30}-)?[vV]\.?d\.(?=[ ])|[vV]/d\b"
    r"|(?:[^\W\d_]|[A-Z]hr?)\.?(?:-?(?:[^\W\d_]|[A-Z]hr?|Tj|Sj)\.)+|[^\W\d_]\.(?![\w])|['’]?[^\W\d_][^\W\d_]*(?:['’.-][^\W\d_]+)*['’]?|[(),;|/&:<>\"“”„]|[.!?]|\S)"
)
# "d'Hont", "al-Hakim"
SMALL_BEFORE = re.compile(r"(?:['’]|[dl]['’]|(?:al|el|ad|ar|as|at|an|ash|ben|bin|ibn|van|de)-)(?=\w)")
CONTRACTED = re.compile(r"(?<=\w)['’](?:s|m|re|ve|ll|d)$")  # "That's Tesfay", "Hier's Kim"
INITIAL = re.compile(rf"[{UPPER}]\.")
BEFORE_ADDRESS = re.compile(r" ?<[^<>\s]{1,64}@")
ADDRESS_BEHIND = re.compile(r"[^\n@]{0,60}?([\w.+'-]{1,64})@")  # in the rest of a line or row
LINE = re.compile(r"[^\n]*")
AUXILIARIES = ("Do", "Will", "May")  # given names, too
SENTENCE_ENDS = late(r"[.!?\n]")
WITHIN = late(r"[^\W\d_A-Z] \Z|[,;(&+/] ?\Z")  # before a word in a sentence's middle
LINE_BEGINS = late(r"(?:\A|[\n\t|:])[ ]*(?:[-*•·–]|\(?\d{1,2}[.)])?[ ]*\Z")
CELL_ENDS = late(r"[ ]*(?:[,;:(<|\t\n]|\Z| [–-] )")
LONGEST_HALF = 3  # characters: "HR&O."
LABEL = re.compile(r"[^\n:]{1,30}:(?=\s)")  # "Functie:", "E-mail address:"
AROUND_CALLED = {"(": ")", '"': '"', "“": "”", "„": "”"}  # Petronella "Nel" Kleinjan

# "(roepnaam: Eef)", "(voornaam Hilda)"
CALLED = frozenset("roepnaam voornaam voornamen vn genaamd : zeg maar called known as first name".split())

Run = list[re.Match[str]]  # words, one after the other


def run_at(text: str, words: Run, at: int, titled: bool = False) -> Run:
    """The words from there on that can be one name: capitals, initials, a given name in brackets, infixes within.
    `titled`: a title stands before them, so that they may be a surname alone."""
    run: Run = []
    step = at
    while step < len(words) and len(run) < 9:
        if run and not _joined(text, words[step - 1], words[step]):
            break
        word = words[step]
        if run and _is_title_within(text, words, step, run):
            pass  # "W.F. baron van Asbeck": a title within a name
        elif _goes_on(text, words, step, run):
            run.append(word)
        elif run and (called := _called_at(run, words, step, titled)):
            run += [word, *words[called[0] : called[1]]]
            step = called[1] - 1
        elif word[0] in "-–" and (len(run) > 1 or titled) and (half := _half_surname(text, words, step + 1)):
            run += half  # "Riet Snoeren - de Laat"
            step += len(half)
        else:
            break
        step += 1
    while run and run[-1][0].casefold() in name_words("infixes") and not is_capital(run[-1][0]):
        run.pop()
    return run


def _is_title_within(text: str, words: Run, at: int, run: Run) -> bool:
    """ "W.F. baron van Asbeck": not so "Femke Ridder komt", "Femke Vos-de Graaf", whose surname it is."""
    if words[at][0].casefold() not in name_words("nobility") or at + 1 == len(words):
        return False
    if run[-1][0].casefold().rpartition("-")[2] in name_words("infixes"):
        return False
    return _joined(text, words[at], words[at + 1]) and _goes_on(text, words, at + 1, run)


def _goes_on(text: str, words: Run, at: int, run: Run) -> bool:
    """Whether the word there is the next of a name: one with a capital, or an infix before one."""
    word = words[at][0]
    next_line = bool(run) and "\n" in text[words[at - 1].end() : words[at].start()]
    if is_capital(word):
        if is_half_of_house(text, words[at]):
            return False
        return not next_line or (_lacks_surname(run) and not _is_no_surname(text, run, words[at].start()))
    if word.casefold() not in name_words("infixes") or next_line or not infix_then_capital(text, words, at):
        return False
    return not run or not _leads_away(run, words, at)


def _lacks_surname(run: Run) -> bool:
    """Whether a name may go on in the next line: not so "Dr. Folake Adebayo-Visser", above "Assistant Professor"."""
    first, *rest = [word[0] for word in run]
    return is_given(first) and all(
        word.casefold() in name_words("infixes") or (is_given(word) and not is_surname(word.rpartition("-")[2]))
        for word in rest
    )


def _is_no_surname(text: str, run: Run, at: int) -> bool:
    """Whether the line that begins there is something else than the rest of a name: a label, a job; or more than a
    surname, below a line of its own: "Dr Melati Hartono", and "Assistant Professor, Leiden"."""
    line = LINE.match(text, at)[0]  # type: ignore[index]  # it matches anything
    first = line.split(" ")[0].strip(".,;|")
    if LABEL.match(line) or is_job_title(first) or fold(first) in word_set("roles", "heads.en"):
        return True
    before = text[text.rfind("\n", 0, run[0].start()) + 1 : run[0].start()].split()
    return all(is_title(fold(word)) for word in before) and not all(
        word.casefold() in name_words("infixes") for word in line.split()[:-1]
    )


def _leads_away(run: Run, words: Run, at: int) -> bool:
    """Whether an infix behind those words leads to where somebody is from rather than on to a surname."""
    end = next(step for step in range(at, len(words)) if is_capital(words[step][0]))
    addressed = BEFORE_ADDRESS.match(words[end].string, words[end].end()) is not None
    before = [word[0] for word in run]
    if sum(map(is_capital, before)) > 1 and _begins_a_house(words, end):
        return True
    opens = next((step for step, word in enumerate(before) if word in AROUND_CALLED), None)
    if opens is not None and AROUND_CALLED[before[opens]] in before[opens + 1 :]:
        closes = before.index(AROUND_CALLED[before[opens]], opens + 1)
        before = before[:opens] + before[closes + 1 :]  # "D. (Dorien) van Wijchen" is called one name twice
    return tells_whence(before, [word[0] for word in words[at:end]], words[end][0], addressed)


def _begins_a_house(words: Run, at: int) -> bool:
    """Whether that word and the next are a house's name: "Fenna Kuik van Vaart Welzijn"."""
    if at + 1 >= len(words) or words[at].string[words[at].end() : words[at + 1].start()] != " ":
        return False
    return (
        is_capital(words[at + 1][0]) and not is_given(words[at][0]) and is_office(f"{words[at][0]} {words[at + 1][0]}")
    )


@lru_cache(maxsize=8192)  # as many words as some hundred mails have
def is_capital(word: str) -> bool:
    if ("'" in word or "’" in word or "-" in word) and (before := SMALL_BEFORE.match(word)):
        word = word[before.end() :]
    return word[:1].isupper() or (word[:1].isalpha() and not word[:1].islower())


def infix_then_capital(text: str, words: Run, at: int) -> bool:
    step = at
    while step < len(words) and _is_small(words[step][0]) and step - at < 3:
        step += 1
    behind = step > at and step < len(words) and is_capital(words[step][0])
    if behind and is_half_of_house(text, words[step]):
        return False  # "Els Bos van P&O"
    return behind and _joined(text, words[step - 1], words[step])


def is_half_of_house(text: str, word: re.Match[str]) -> bool:
    """Whether capitals are one half of a department's letters: the "P" and the "O." of "P&O."."""
    if len(word[0]) > LONGEST_HALF or not word[0].isupper():
        return False
    start, end = word.span()
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    return (before[1:] == "&" and before[0].isupper()) or (behind[:1] == "&" and behind[1:].isupper())


def _is_small(word: str) -> bool:
    """Whether that is an infix, and not the surname "A" of Bo van der A."""
    return word.casefold() in name_words("infixes") and not (len(word) == 1 and word.isupper())


def _half_surname(text: str, words: Run, at: int) -> Run:
    """The words behind a dash that are the other half of a surname, where nothing with a capital goes on from there:
    "Vos" and "de Laat"; not "Vos Advies"."""
    end = at
    while end < len(words) and words[end][0].casefold() in name_words("infixes") and end - at < 3:
        end += 1
    half = words[at : end + 1]
    if end >= len(words) or not is_capital(words[end][0]) or "\n" in text[words[at - 2].end() : words[end].end()]:
        return []
    if begins_a_name(half[0][0]):
        return []  # "Riet Snoeren - Ben van Dam"
    behind = words[end + 1] if end + 1 < len(words) else None
    goes_on = behind and text[words[end].end() : behind.start()] == " " and is_capital(behind[0])
    if goes_on:
        return []
    said = [word[0] for word in half]
    return half if is_other_half(said) or (may_be_other_half(said) and _is_in_address(half)) else []


def _is_in_address(half: Run) -> bool:
    """Whether the address behind a name has those words: "Riet Snoeren - Kuperus <r.snoeren-kuperus@...>"."""
    address = ADDRESS_BEHIND.match(half[-1].string, half[-1].end())
    return address is not None and squashed(" ".join(word[0] for word in half)) in squashed(address[1])


def _joined(text: str, a: re.Match[str], b: re.Match[str]) -> bool:
    between = text[a.end() : b.start()]
    return (not between.strip(" -–") and len(between) <= 3 and "\n" not in between) or (between == "\n")


def _called_at(run: Run, words: Run, at: int, titled: bool) -> tuple[int, int] | None:
    """Where the name stands, in the brackets that open there, by which somebody is called, and where they end: "R.
    (Rewin)", "Alida (Lida) Bos", "J.W. (Jan Willem) Bos", "Everhardus (roepnaam Eef) Bos"; None where there is none."""
    inner = at + 1
    while inner < len(words) and words[inner][0].casefold() in CALLED:
        inner += 1
    last = inner + 1 if _are_two_given(words, inner) else inner
    close = AROUND_CALLED.get(words[at][0])
    if last + 1 >= len(words) or close != words[last + 1][0]:
        return None
    word = words[inner][0]
    behind = words[last + 2][0] if last + 2 < len(words) else ""
    inside = (inner, last + 2)
    if "." in word and INITIALS.fullmatch(word):
        surname = is_capital(behind) or _is_surname_behind(words, last + 2)
        return inside if is_given(run[-1][0]) and surname else None  # "Kees (C.J.) Bos", "Kees (C.J.) de Bos"
    if not is_capital(word) or not (is_name_word(word) or is_given(word)):
        return None
    surname_alone = titled and is_given(word) and not any(is_given(w[0]) or "." in w[0] for w in run)
    surname = is_capital(behind) or _is_surname_behind(words, last + 2)
    nickname = words[at][0] != "(" and len(run) == 1 and is_given(run[0][0]) and surname  # Takumi "Tak" Saito
    return inside if inner > at + 1 or surname_alone or nickname or _is_called(run, word, surname=surname) else None


def _is_surname_behind(words: Run, at: int) -> bool:
    """Whether small words of a surname stand there, and the surname: "Anna (Ans) de Boer"."""
    return at < len(words) and _is_small(words[at][0]) and infix_then_capital(words[at].string, words, at)


def _are_two_given(words: Run, at: int) -> bool:
    """Whether two given names stand there, one behind the other: "Jan Willem"."""
    two = [word[0] for word in words[at : at + 2]]
    return len(two) == 2 and all(is_capital(word) and is_given(word) for word in two)


def _is_called(run: Run, word: str, *, surname: bool) -> bool:
    """Whether a word in brackets behind part of a name is one more of it. `surname`: one stands behind the brackets."""
    if re.fullmatch(rf"(?:[{UPPER}][a-z]?\.-?)+", run[-1][0]):
        return True
    if not is_given(word):
        return False
    return len(run) > 1 or (surname and (is_given(run[0][0]) or _may_be_given(run[0][0])))


def _may_be_given(word: str) -> bool:
    """Whether a word that no list knows can be somebody's given name: "Soerdjpersad "Ray" Jhinkoe-Rai"."""
    return len(word) > 3 and word.isalpha() and word.istitle() and word.casefold() not in name_words("not_names")


def outside(run: Run, taken: list[tuple[int, int]]) -> Run:
    """The words of a run up to the first that belongs to something else."""
    kept = []
    for word in run:
        if any(overlaps(word.start(), word.end(), span) for span in taken):
            break
        kept.append(word)
    opens = next((at for at, word in enumerate(kept) if word[0] in AROUND_CALLED), len(kept))
    if opens < len(kept) and not any(word[0] == AROUND_CALLED[kept[opens][0]] for word in kept[opens + 1 :]):
        kept = kept[:opens]  # "P. Jansen" of "P. Jansen (Peter"
    while kept and kept[-1][0].isupper() and kept[-1][0].casefold() in DUTCH_INFIXES:
        kept.pop()  # "LID VAN DE" of "LID VAN DE WIJKRAAD"
    return kept


def overlaps(start: int, end: int, span: tuple[int, int]) -> bool:
    return start < span[1] and span[0] < end


def without_common(text: str, run: Run, titled: bool) -> Run:
    """The run without ordinary words at its ends; cut before an ordinary word in its middle."""
    if all(is_degree(word[0]) for word in run):
        return []  # "MBA RA", behind a name
    start = 0
    while (
        start < len(run)
        and not titled
        and (_is_common(run, start) or _opens_sentence(run, start) or _asks(text, run, start))
    ):
        is_do = run[start][0] == "Do" and start + 1 < len(run) and is_surname(run[start + 1][0])
        if (is_do or _heads_a_double_name(text, run, start)) and not _asks(text, run, start):
            break  # Do Nguyen, and no Thursday
        start += 1
    kept: Run = []
    for word in run[start:]:
        if kept and _leads_on(kept[-1][0]) and is_capital(word[0]):
            kept.append(word)  # "ter Haar", "Bos-van Es": behind an infix the word is a name, whatever else it is
            continue
        if len(kept) > 1 and is_degree(word[0]) and not _is_shouted(kept[-1][0]):
            break  # "Els Bos MSc"
        if (
            kept
            and kept[-1][0] not in AROUND_CALLED  # "A.C. (Ad) Bos"
            and word[0].casefold() in name_words("not_names")
            and word[0].casefold() not in name_words("infixes")
            and not _names_weekday(text, word, kept, titled)
        ):
            break
        kept.append(word)
    while kept and kept[-1][0].casefold() in name_words("infixes") and not is_capital(kept[-1][0]):
        kept.pop()
    if kept and all(w[0].casefold() in name_words("infixes") for w in kept):
        return []
    if kept and start and kept[0][0].islower() and kept[0][0] not in DUTCH_INFIXES:
        return []  # "Ik las in de Stentor"
    return kept


def _heads_a_double_name(text: str, run: Run, at: int) -> bool:
    """Whether an ordinary word is the first of two given names: "Mei Lin Chen", within a row or on a line of its own;
    not so "Elke Jan Bos", where a sentence may begin, unless it is a month's, which nobody says there."""
    names = [word[0] for word in run[at : at + 3]]
    if len(names) < 3 or not (is_given(names[0]) and is_given(names[1])) or names[0].isupper():
        return False
    if fold(names[0]) in name_words("opening_words") or names[2].casefold() in name_words("not_names"):
        return names[2].casefold() in name_words("infixes") and not names[2][:1].isupper()
    return fold(names[0]) in word_set("dates", "months") or not _may_open_sentence(text, run, at)


def _may_open_sentence(text: str, run: Run, at: int) -> bool:
    """Whether a word's capital may be that of a sentence's beginning; not so where a row goes on, or the name is all
    that its line or cell has."""
    start = run[at].start()
    if WITHIN.search(text, max(0, start - 4), start):
        return False
    alone = LINE_BEGINS.search(text, max(0, start - 8), start) and CELL_ENDS.match(text, run[-1].end())
    return alone is None


def _is_shouted(word: str) -> bool:
    return word.isupper() and len(word) > 1 and "." not in word


def _leads_on(word: str) -> bool:
    """Whether a surname's next word stands behind that one: "ter", the "Bos-van" of "Bos-van Es"; not "Tjon-A-Ten"."""
    before, _, last = word.rpartition("-")
    return last.casefold() in name_words("infixes") and (not before or last.islower())


def _is_common(run: Run, at: int) -> bool:
    """Whether the word there is an ordinary one: "Elke", "Mei" and "Ben" are, but not before a surname."""
    bare = run[at][0].casefold()
    if "'" in bare or "’" in bare:
        bare = CONTRACTED.sub("", bare)
    if bare.rstrip(".") not in name_words("not_names"):
        return False
    if INITIAL.fullmatch(run[at][0]) and at + 1 < len(run):
        return False  # "A. Ait Benhaddou"
    infix = run[at][0].casefold() in name_words("infixes")
    if infix and not begins_a_name(run[at][0]):
        return True  # "Van Dijk"; but Ben de Wit
    following = run[at + 1][0] if at + 1 < len(run) else ""
    lowered = following.casefold()
    ordinary = lowered in name_words("not_names") or lowered in name_words("suffixes")  # "My PhD student"
    surname = following and not ordinary and not is_given(following)
    if following.isupper() and len(following) > 1 and not run[at][0].isupper():
        surname = False  # "My VNG colleague"
    leads_on = following.casefold() in name_words("infixes") and at + 2 < len(run)
    return not (is_given(run[at][0]) and (surname or leads_on))


def _opens_sentence(run: Run, at: int) -> bool:
    """Whether the word there has its capital from the sentence's beginning: "Neemt Kim Bos mijn plaats in?"."""
    known = at + 1 < len(run) and is_given(run[at + 1][0]) and is_capital(run[at + 1][0])
    return known and run[at][0].casefold() in name_words("opening_words")


def _asks(text: str, run: Run, at: int) -> bool:
    """Whether a question's verb stands before a surname alone: "Do Bakker and Kok come?"."""
    if run[at][0] not in AUXILIARIES or at + 1 >= len(run) or not is_surname(run[at + 1][0]):
        return False
    ends = SENTENCE_ENDS.search(text, run[-1].end())
    return ends is not None and ends[0] == "?" and _may_open_sentence(text, run, at)


def _names_weekday(text: str, word: re.Match[str], kept: Run, titled: bool) -> bool:
    """Surnames that are words: Roos Zondag, Jan School, Jan Willem Noord. Only straight behind known given names, of
    which several may as well be a whole name: "Jan Peter. Graag". Persoon B."""
    lettered = len(word[0]) == 1 and word[0].isupper() and word[0] != "I" and len(kept[0][0]) > 2
    between = text[kept[-1].end() : word.start()]
    called = next((at for at, name in enumerate(kept) if name[0] in AROUND_CALLED), len(kept))
    kept = kept[:called] or kept  # "J.W." of "J.W. (Jan Willem)"
    if between.strip() in ("-", "–"):
        return True  # "Els Bos - Blok" was found to be one name
    if "\n" in between:
        return False
    if all("." in name[0] and INITIALS.fullmatch(name[0]) for name in kept):
        return titled or is_word_and_surname(word[0])  # "mevr. C. Mooi", "J. Zondag"
    if len(kept) == 1:
        return is_given(kept[0][0]) or lettered
    return is_word_and_surname(word[0]) and all(is_given(name[0]) for name in kept)
