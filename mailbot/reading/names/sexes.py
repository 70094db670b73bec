"""Whether somebody is spoken of as "hij" or as "zij", as far as the title or the given name tells."""

from enum import Enum
from functools import cache, lru_cache

from mailbot.reading.lexicon import load, words
from mailbot.reading.text.fold import fold


class Sex(Enum):
    """By which pronoun somebody is called."""

    HE = "men"
    SHE = "women"


def addressed_as(title: str) -> Sex | None:
    """Of "de heer", "mevrouw drs.": None where the title tells nothing."""
    folded = f"{fold(title)} "
    return next((sex for sex in Sex if any(folded.startswith((f"{w} ", f"{w}. ")) for w in _addressed(sex))), None)


@lru_cache(maxsize=1024)
def called_so(given: str) -> Sex | None:
    """By a given name, the first of several or the part before a hyphen; None where both are called so, or it is no
    name that we know."""
    folded = fold(given)
    for word in (folded, folded.replace(" ", "-").partition("-")[0]):
        for sex in Sex:
            if word in _names(sex):
                return sex
    ends = [
        sex for sex in Sex if word in _told_by_endings() and word.endswith(_endings(sex)) and word not in _endings(sex)
    ]
    return ends[0] if len(ends) == 1 else None


@cache
def _addressed(sex: Sex) -> tuple[str, ...]:
    return words("sexes", f"addressed.{sex.value}")


@cache
def _names(sex: Sex) -> frozenset[str]:
    return frozenset(fold(load("sexes")["names"][sex.value]).split())


@cache
def _told_by_endings() -> frozenset[str]:
    tables = load("given_names")
    return frozenset(word for table in load("sexes")["endings"]["of"] for word in fold(tables[table]).split())


@cache
def _endings(sex: Sex) -> tuple[str, ...]:
    return tuple(load("sexes")["endings"][sex.value].split())
