"""Whether two names, or two registrations, are one and the same person.

People sign with "J. de Vries" today and "Jan de Vries" tomorrow; the header says "Vries, Jan de". Two names agree
when their surnames do and no given name or initial contradicts the other.
"""

import re
import unicodedata
from functools import lru_cache

# What stands before a surname in Dutch, and what a badge leaves out.
PARTICLES = frozenset(
    "van de der den het 't 's te ten ter in op aan bij von zu la le el al di da dos del und en".split()
)
TITLES = frozenset(
    "drs mr ir ing dr prof dhr mevr mw mevrouw meneer heer wethouder bc msc ma ba bsc llm phd mba mpa ra ms mrs".split()
)


@lru_cache(maxsize=20_000)
def normal(name: str) -> str:
    """The name in small letters without accents, titles and punctuation, single spaces: for comparing only."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() if not name.isascii() else name
    words = re.sub(r"[^\w\s'-]", " ", (plain or name).casefold()).split()
    return " ".join(word for word in words if word not in TITLES)


@lru_cache(maxsize=20_000)  # a newcomer is held against the same namesakes three times on her way into the books
def same_name(one: str, other: str) -> bool:
    """Whether both may be the name of one person: equal, or equal but for initials and a missing given name."""
    a, b = normal(one), normal(other)
    if a == b:
        return bool(a)
    given_a, surname_a = _split(a)
    given_b, surname_b = _split(b)
    if not surname_a & surname_b or not (surname_a <= surname_b or surname_b <= surname_a):
        return False
    return _given_agree(given_a, given_b)


def keys(name: str) -> frozenset[str]:
    """Words under which a name is found again: two names that `same_name` takes for one share at least one."""
    plain = normal(name)
    return _split(plain)[1] or frozenset([plain])


@lru_cache(maxsize=20_000)
def _split(name: str) -> tuple[list[str], frozenset[str]]:
    """Given names or initials, and the words of the surname without particles ("van der Sluis-Dijkstra": two)."""
    words = name.split()
    particle = next((i for i, word in enumerate(words) if word in PARTICLES and i > 0), None)
    cut = particle if particle is not None else max(len(words) - 1, 0)
    surname = [part for word in words[cut:] for part in word.split("-") if part not in PARTICLES]
    return words[:cut], frozenset(surname)


def _given_agree(one: list[str], other: list[str]) -> bool:
    if not one or not other:
        return True
    a, b = one[0], other[0]
    if len(a) > 1 and len(b) > 1:
        # "J.A.M. (Jacqueline)" has lost its dots by now: initials may stand before the name that is used
        return a == b or a in other or b in one
    return a[0] == b[0]


def domain_of(address: str) -> str:
    """What stands behind the @, in small letters; "" where there is none."""
    return address.rpartition("@")[2].casefold()


# Addresses at these say nothing about where somebody works.
PUBLIC_MAIL = frozenset(
    """gmail.com hotmail.com hotmail.nl outlook.com live.nl live.com yahoo.com icloud.com me.com ziggo.nl kpnmail.nl
    hetnet.nl planet.nl xs4all.nl home.nl casema.nl upcmail.nl quicknet.nl telfort.nl zonnet.nl online.nl tele2.nl
    solcon.nl protonmail.com proton.me gmx.de gmx.net web.de freedom.nl outlook.nl chello.nl""".split()
)
