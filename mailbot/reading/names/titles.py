"""What stands before a name: "de heer", "wethouder", "drs."; and what such a title is about, which is nobody's name."""

import re
from functools import cache, lru_cache

from mailbot.reading.lexicon import word_set
from mailbot.reading.lexicon import words as listed
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.names.person_name import INITIALS, is_given, name_words
from mailbot.reading.names.surnames import is_word_and_surname
from mailbot.reading.text.fold import fold

FORMAL_TITLES = frozenset(
    "heer hr dhr meneer mijnheer mevrouw mevr mw mej mr drs dr ir ing prof wethouder burgemeester gedeputeerde".split()
) | {"de heer", "de hr"}
# A pattern, to be put between others; a full stop may follow
MR_OR_MS = r"(?:de heer|dhr|meneer|mevrouw|mevr?|mw|mrs?|ms)"
OFFICES = frozenset({"wethouder", "burgemeester", "gedeputeerde", "loco-burgemeester"})
ADJECTIVE = re.compile(r"[a-z]{2,}(?:lijke|ische|iele|ieve|ieke|bare|ale|ige|aire)|sociale|publieke")
LONG = 6  # letters of a job's last word by which longer ones are told: "...adviseur"; not the "lid" of "Alid"
TITLES_SHORT = frozenset({"drs", "mr", "dr", "ir", "ing", "prof", "mw", "mevr", "dhr"})


def title_length(text: str, words: list[re.Match[str]], at: int) -> int:
    word = words[at][0].casefold()
    if word == "de" and at + 1 < len(words) and words[at + 1][0].casefold() in ("heer", "hr"):
        return 2
    if is_title(word):
        shortened = word.rstrip(".") in TITLES_SHORT or f"{word}." in name_words("titles")  # no "... trainee. Graag"
        dot = shortened and at + 1 < len(words) and words[at + 1][0] == "." and words[at + 1].start() == words[at].end()
        return 2 if dot else 1
    return 0


@lru_cache(maxsize=8192)  # as many words as some hundred mails have
def is_title(word: str) -> bool:
    return (
        word.rstrip(".") in TITLES_SHORT
        or word in name_words("titles")
        or f"{word}." in name_words("titles")
        or word in name_words("titles_of_several")
        or ("-" in word and _is_title_of_a_house(word))
    )


def _is_title_of_a_house(word: str) -> bool:
    """ "VNG-collega's", "GroenLinks-raadslid"; not so "oud-burgemeester", who may be something else now."""
    if word.startswith(("oud-", "ex-", "vice-")):
        return False
    title = word.rpartition("-")[2].replace("’", "'").removesuffix("'s")
    return len(title) >= LONG and (title in name_words("titles") or title in name_words("titles_of_several"))


def is_job_before(word: str, name: str) -> bool:
    """Whether a word with a capital is somebody's job before their name: "Bestuursadviseur Tom Peeters"."""
    if is_given(word) or not (is_given(name) or INITIALS.fullmatch(name)):
        return False
    return fold(word).endswith(_job_endings())


def is_job_title(word: str) -> bool:
    """Whether that word is what somebody works as: "bestuursadviseur", "jurist"."""
    return fold(word).endswith(_job_endings()) or is_title(fold(word))


def is_english_job(words: list[str]) -> bool:
    """Whether those words are what somebody works as, by the first or the last: in English nobody is called so whose
    given name no list has."""
    if len(words) < 2 or any(is_given(word) for word in words) or not all(word.isalpha() for word in words):
        return False
    ends = (fold(word).removesuffix("s") for word in {*words[: len(words) - 1][:2], words[-1]})
    return any(len(word) >= LONG and word in word_set("roles", "heads.en") for word in ends)


def english_job_length(words: list[str], *, told: bool = False) -> int:
    """How many of those words, from the first on, are a title of three and more: "Chief Resilience Officer"; 0 for
    none. `told`: an "a" stands before them, as before nobody's name."""
    if len(words) < 3 or not (told or _may_begin_a_job(fold(words[0]))):
        return 0
    for at, word in enumerate(words[:5]):
        if is_given(word) or not word.replace("-", "").isalpha():
            return 0
        if at > 1 and len(word) >= LONG and fold(word) in word_set("roles", "heads.en"):
            return at + 1
    return 0


def _may_begin_a_job(word: str) -> bool:
    return word in word_set("roles", "heads.en") or word in word_set("roles", "modifiers")


@cache
def _job_endings() -> tuple[str, ...]:
    return tuple(head for head in listed("roles", "heads") if len(head) >= LONG)


def is_job(title: str) -> bool:
    """Whether that title may be followed by what it is about, as well as by a name."""
    return title.casefold().rstrip(".") not in FORMAL_TITLES and title.casefold() not in name_words("titles_of_peers")


def is_field(title: str, words: list[str]) -> bool:
    """Whether the words behind that title are what it is about, and nobody's surname."""
    if is_given(words[0]):
        return False
    if title.casefold() in OFFICES:  # more often than of others it is their surname alone that follows
        return all(_is_policy(word) or ADJECTIVE.fullmatch(fold(word)) for word in words) and _is_policy(words[-1])
    if len(words) > 1 or not is_job(title):
        return False
    word = words[0]
    if fold(word) in places() or ("-" in word and fold(word).rpartition("-")[2] in name_words("quarters")):
        return True  # "statenlid Flevoland", "wijkagent Schilderswijk-Noord"
    about = fold(word) in word_set("roles", "policy_fields") or fold(word) in name_words("not_names")
    return about or title.casefold() in name_words("titles_of_fields")


def _is_policy(word: str) -> bool:
    known = fold(word) in word_set("roles", "policy_fields") or fold(word) in name_words("fields_of_work")
    return known and not is_word_and_surname(word)
