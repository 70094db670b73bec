"""Which words are a job title: by what they end in ("beleidsadviseur"), cut short ("bel.mdw."), with a slip in them."""

from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from mailbot.reading.lexicon import load, word_set, words

MISSPELT, NEAR = 10, 86  # letters from which, and ratio up to which, a title may have a mistake in it
JOINED = 4  # letters that a compound must have before a title's word, and that word itself more
NO_BEARER = (
    "riat",
    "riaat",
    "bureau",
    "schap",
    "baan",
    "wheelchair",
    "armchair",
    "highchair",
)  # "secretariat" is nobody's title
VERBS = ("eer", "eert", "eren", "eerde", "eerden", "erend", "erende")  # "ik coördineer"
SHORTEST = 3  # letters of the shortest title
ENDS_OF_WORDS = ("ond", "ass", "dir")  # what is cut short to that, and what many a word ends in


def _is_compound(stem: str) -> bool:
    """Whether a word that is a title only by itself is joined to another: "masterstudent", "PhD-student"."""
    return stem.endswith(_joined_heads(), JOINED)


@lru_cache(maxsize=8192)
def title_in(word: str) -> tuple[int | None, str | None]:
    """How many letters of that word are a title, None where it is none; and the singular of an irregular plural."""
    bare = word.rstrip(".'")
    if bare[-SHORTEST:] not in _last_letters() and not (len(bare) >= MISSPELT and bare.startswith(_prefixes())):
        return None, None
    singular = _irregular(word)
    return (len(word) if singular else head_length(word)), singular


@cache
def _last_letters() -> frozenset[str]:
    """What any title ends in, in the singular or plural: of most words these letters tell that they are none."""
    whole = (*words("roles", "heads"), *words("roles", "trades"), *words("roles", "whole"))
    plural = (f"{word}{ending}" for word in whole for ending in ("s", "en"))
    cut = (word.rstrip(".'") for word in words("roles", "abbreviated"))
    joined = (*words("roles", "behind_titles"), *words("roles", "told_for_what"))
    return frozenset(word[-SHORTEST:] for word in (*whole, *plural, *cut, *joined, *load("roles")["plurals"]))


@cache
def _prefixes() -> tuple[str, ...]:
    return words("roles", "prefixes")


def _irregular(word: str) -> str | None:
    """The singular of a title whose plural is more than an ending: "raadsleden" -> "raadslid"."""
    bare = word.rstrip(".'")
    if not bare.endswith(_irregular_plurals()):
        return None
    for plural, singular in load("roles")["plurals"].items():
        if bare.endswith(plural):
            stem = bare.removesuffix(plural) + singular
            return stem if head_length(stem) == len(stem) else None
    return None


@lru_cache(maxsize=8192)
def head_length(word: str) -> int | None:
    """How many letters of that word are a title in the singular; None where it is none."""
    bare = word.rstrip(".'")
    if bare.endswith(NO_BEARER) or is_shortened(word):
        return None if bare.endswith(NO_BEARER) else len(bare)
    if _joins_titles(bare):
        return len(bare)
    endings, whole = _heads()
    for plural in ("", "s", "en"):
        stem = bare.removesuffix(plural) if plural and bare.endswith(plural) else bare
        if (plural == "" or stem != bare) and (stem.endswith(endings) or stem in whole or _is_compound(stem)):
            return len(stem)
    if len(bare) >= MISSPELT and bare.startswith(words("roles", "prefixes")) and not bare.endswith(VERBS):
        close = process.extractOne(bare, endings, scorer=fuzz.partial_ratio, score_cutoff=NEAR)
        return len(bare) if close and len(close[0]) >= 7 else None
    return None


def _joins_titles(bare: str) -> bool:
    """ "handhaver/boa", "directeur-generaal", "or-lid": words that are titles by what stands at a mark in them."""
    if "/" in bare:
        return all(len(part) >= SHORTEST and head_length(part) == len(part) for part in bare.split("/"))
    first, dash, last = bare.rpartition("-")
    if last in word_set("roles", "behind_titles"):
        return head_length(first) == len(first)
    return len(dash) > 0 and len(first) > 1 and last in word_set("roles", "whole.nl")


@lru_cache(maxsize=8192)
def is_shortened(word: str) -> bool:
    """Whether that is a title cut short: "bel.mdw.", "coörd."."""
    bare = word.rstrip(".") if word.endswith(".") else ""
    if not bare.endswith(words("roles", "abbreviated")):
        return False
    # "ond." is no part of a word: "... als een zeehond. Haal me eraf"
    alone = bare in ENDS_OF_WORDS or bare[:-3].endswith((".", "-"))
    return alone or not bare.endswith(ENDS_OF_WORDS)


@cache
def _heads() -> tuple[tuple[str, ...], frozenset[str]]:
    """The words that titles end in, and those that are a title only by themselves."""
    whole = frozenset((*words("roles", "whole"), *words("roles", "trades")))  # "however" is no "wever"
    return (tuple(word for word in words("roles", "heads") if word not in whole), whole)


@cache
def _irregular_plurals() -> tuple[str, ...]:
    return tuple(load("roles")["plurals"])


@cache
def trades() -> frozenset[str]:
    return frozenset(words("roles", "trades"))


@cache
def _joined_heads() -> tuple[str, ...]:
    return tuple(word for word in words("roles", "whole") if len(word) > JOINED)
