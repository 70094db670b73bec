"""Which workshop a word or two means: by its title, in whole or in part, misspelt, translated, or abbreviated.

The index is made once from the configured workshops. A part of a title counts only where no other workshop has it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from mailbot.domain.event import Event, Workshop
from mailbot.reading.lexicon import load, words
from mailbot.reading.text.fold import fold
from mailbot.reading.text.lookup import vocabulary

WORD = re.compile(r"\w+")
SYLLABLES = re.compile(r"[A-Z][a-z]+")  # "VoVo"
PART = 6  # letters that the part of a compound must have: "beleid" of "antidiscriminatiebeleid"
HEAD = 4  # letters that the last part has, where its first is known to be a word
MISSPELT = 8  # letters from which a word may have a mistake in it
SLIPS, MORE_SLIPS = 2, 3  # letters that may be wrong in such a word, and in one of twice that length
LONG_VOWEL = re.compile(r"(\w*[^aeiou\W])([aeou])\2([^aeiou\W])")
OPEN_SYLLABLE = re.compile(r"(\w*[^aeiou\W])([aeou])([^aeiou\W])en")
STEM = 5  # letters that both halves of a compound have: "brood|bakken"
GAP = 4  # words of something else that may stand between two words of a title
HALF = 4  # letters that the noun of a verb like "boekbinden" has
DOER = re.compile(r"(?:er|ers|ster|sters|erij)$")
# "Bij de boekbinder": whoever does it, and where, are the workshop only for somebody who goes there.
GOING_THERE = re.compile(
    r"\b(?:bij|naar|in|with|at|to|beim|zum|zur|bei|in)\s(?:(?:de|het|een|die|the|a|der|dem|den|'t)\s)?$"
)


@dataclass(frozen=True, slots=True)
class TitleHit:
    """A workshop named by words of its title at [start, end). `whole`: by enough of them that hardly anything else
    can be meant; `full`: by the title as it is announced, or by a word that says "workshop" itself."""

    start: int
    end: int
    workshop: str
    whole: bool
    full: bool = False


# Between two words of a title: they are of two statements ("adviseur sociaal beleid. Ronde 1: Lokaal ...").
APART = re.compile(r"\n\s*\n|[.;:!?](?=\s)|,\s(?:dus|maar|want|so|but)\s")


class TitleIndex:
    """The words of an event's workshops."""

    def __init__(self, event: Event) -> None:
        common = set(WORD.findall(fold(event.title)))
        around = common | set(WORD.findall(fold(f"{event.location} {' '.join(event.aliases)}")))
        self._whole = {workshop.slug: fold(workshop.title) for workshop in event.workshops}
        self._titles = {workshop.slug: _telling(workshop, common) for workshop in event.workshops}
        self._words = _unshared(
            (word, slug) for slug, own in self._titles.items() for word in _forms(own) if word not in common
        )
        self._parts = _unshared(
            (part, slug)
            for slug, own in self._titles.items()
            for part in (*_parts(own), *_heads(own, around))
            if part not in common
        )
        self._later_parts = _unshared((part, w.slug) for w in event.workshops for part in _later_parts(w.title))
        self._long = [word for word in self._words if len(word) >= MISSPELT]
        self._first_letters = {word[0] for word in self._long}  # nobody mistakes those
        self._slug = lru_cache(maxsize=8192)(self._slug_of)
        self._kin = _unshared((word, slug) for slug, own in self._titles.items() for word in _kin(own))
        self._kin_slug = lru_cache(maxsize=8192)(self._kin_slug_of)
        self._split = _splits(self._titles)
        kinds = (kind for kind in words("choices", "compound") if kind not in common)  # "sterrencursus" is all of it
        self._kinds = tuple(f for kind in kinds for f in (kind, f"s{kind}", f"-{kind}"))
        self._initials = _unshared((short, w.slug) for w in event.workshops for short in _initials(w.title))

    def hits(self, folded: str, start: int, end: int) -> list[TitleHit]:
        """The workshops named in folded[start:end], neighbouring words of one title taken together."""
        if not self.may_be_named(folded):
            return []
        hits: list[TitleHit] = []
        seen: set[str] = set()
        last_word = -GAP
        for number, match in enumerate(WORD.finditer(folded, start, end)):
            slug = self._slug(match[0]) or self._of_kin(folded, match, start)
            if slug is None:
                continue
            near = hits and hits[-1].workshop == slug and number - last_word <= GAP
            if near and match[0] not in seen and not APART.search(folded, hits[-1].end, match.start()):
                telling = len(match[0]) >= MISSPELT or hits[-1].end - hits[-1].start >= MISSPELT
                hits[-1] = TitleHit(hits[-1].start, match.end(), slug, whole=telling, full=hits[-1].full)
            else:
                seen = set()
                compound = match[0].endswith(self._kinds) and match[0] not in self._words
                whole = compound or len(self._titles[slug]) == 1
                hits.append(TitleHit(match.start(), match.end(), slug, whole=whole, full=compound))
            seen.add(match[0])
            last_word = number
        found = [self._in_full(hit, folded, end) for hit in hits]
        for more in (self._by_part(folded, start, end), self._in_halves(folded, start, end)):
            found += [hit for hit in more if not any(one.start < hit.end and hit.start < one.end for one in found)]
        return sorted(found, key=lambda hit: hit.start)

    def _of_kin(self, folded: str, match: re.Match[str], start: int) -> str | None:
        """The workshop of whoever does such a thing, or of where it is done, where somebody goes there."""
        slug = self._kin_slug(match[0])
        return slug if slug and GOING_THERE.search(folded, max(start, match.start() - 16), match.start()) else None

    def _kin_slug_of(self, word: str) -> str | None:
        doer = DOER.search(word)
        return self._kin.get(word) or (self._compound(f"{word[: doer.start()]}en") if doer else None)

    def _in_halves(self, folded: str, start: int, end: int) -> Iterator[TitleHit]:
        """A verb with its noun told apart: "hoe je een boek bindt", of "boekbinden"."""
        if self._split.keys().isdisjoint(vocabulary(folded)):
            return
        said = list(WORD.finditer(folded, start, end))
        for at, match in enumerate(said):
            for stem, slug in self._split.get(match[0], ()):
                beside = said[max(0, at - GAP) : at + GAP + 1]
                verb = next((w for w in beside if w[0].startswith(stem) and len(w[0]) <= len(stem) + 2), None)
                if verb:
                    span = min(match.start(), verb.start()), max(match.end(), verb.end())
                    if not APART.search(folded, *span):
                        yield TitleHit(*span, slug, whole=True)

    def _by_part(self, folded: str, start: int, end: int) -> Iterator[TitleHit]:
        """The second part of a title, small words and all: "hoe doe je dat"."""
        for part, slug in self._later_parts.items():
            at = folded.find(part, start, end)
            if at >= 0:
                yield TitleHit(at, at + len(part), slug, whole=True)

    def may_be_named(self, folded: str) -> bool:
        """Whether any word there is of one of the titles."""
        told = vocabulary(folded)
        return (
            any(map(self._slug, told))
            or any(map(self._kin_slug, told))
            or not self._split.keys().isdisjoint(told)
            or any(part in folded for part in self._later_parts)
        )

    def _in_full(self, hit: TitleHit, folded: str, end: int) -> TitleHit:
        """That hit up to the end of the title, small words and question mark and all, where it stands there in full;
        a slip of the pen or two in it."""
        title = self._whole[hit.workshop]
        first = WORD.match(folded, hit.start)
        start = hit.start - max(0, title.find(first[0]) if first else 0)  # "who pays ...": small words before it, too
        bare = title.rstrip("?!. ")
        if start >= 0 and folded.startswith(bare, start) and start + len(bare) <= end:
            last = start + len(title if folded.startswith(title, start) and start + len(title) <= end else bare)
            return TitleHit(start, last, hit.workshop, whole=True, full=" " in title)
        written = folded[max(0, start) : min(end, start + len(title))]
        slips = MORE_SLIPS if len(title) >= 2 * MISSPELT else SLIPS
        misspelt = " " in title and OSA.distance(written, title, score_cutoff=slips) <= slips
        return replace(hit, whole=True, full=True) if misspelt else hit

    def by_initials(self, letters: str) -> str | None:
        """The workshop whose words begin with those letters, in any case: "vv"."""
        return self._initials.get(letters.upper())

    def abbreviated(self, letters: str) -> str | None:
        """The workshop whose title those capitals abbreviate ("VV", "LAB"), if just one can be meant."""
        if letters in self._initials:
            return self._initials[letters]
        pieces = SYLLABLES.findall(letters)
        begun = [slug for slug, title in self._whole.items() if len(pieces) > 1 and _begins_words(pieces, title)]
        if len(begun) == 1:
            return begun[0]
        fitting = [slug for slug, own in self._titles.items() if own and _is_drawn_from(letters.lower(), "".join(own))]
        return fitting[0] if len(fitting) == 1 else None

    def _slug_of(self, word: str) -> str | None:
        slug = self._words.get(word) or self._parts.get(word)
        if not slug and word.endswith(self._kinds):  # "beleidsworkshop"
            stems = [word.removesuffix(kind) for kind in self._kinds if word.endswith(kind)]
            slug = next((found for stem in stems if (found := self._words.get(stem) or self._parts.get(stem))), None)
        slug = slug or self._compound(word)
        if slug or len(word) < MISSPELT or word[0] not in self._first_letters:
            return slug or None
        most = MORE_SLIPS if len(word) >= 2 * MISSPELT else SLIPS
        close = process.extractOne(word, self._long, scorer=OSA.distance, score_cutoff=most)
        return self._words[close[0]] if close and close[0][0] == word[0] else None

    def _compound(self, word: str) -> str | None:
        """The workshop of which that is a word and what one does with it: "mandenvlechten", "broodbakken"."""
        if len(word) < MISSPELT or not word.endswith("en"):
            return None
        heads = (self._words.get(word[:at]) for at in range(STEM, len(word) - STEM + 1))
        return next(filter(None, heads), None)


def _telling(workshop: Workshop, common: set[str]) -> list[str]:
    """The words of a title that tell this workshop from talk in general, and from the event itself."""
    stop = words("choices", "stopwords")
    found = [word for title in (workshop.title, *workshop.aliases) for word in WORD.findall(fold(title))]
    return [word for word in dict.fromkeys(found) if len(word) > 2 and word not in stop and word not in common]


def _forms(own: list[str]) -> Iterator[str]:
    """The words, and what they and the parts they are made of are in other languages."""
    translations = load("translations")["words"]
    for word in own:
        yield word
        yield from _inflected(word)
        for dutch, others in translations.items():
            if word.startswith(fold(dutch)) or word.endswith(fold(dutch)):
                yield from (fold(other) for other in others if " " not in other)


def _kin(own: list[str]) -> Iterator[str]:
    """Who does what those words tell, and where: "vlechten", "vlechter"; "smeden", "smid", "smederij"."""
    trades = load("translations")["trades"]
    for word in own:
        if word.endswith("en") and len(word) >= PART:
            yield from (f"{word[:-2]}{ending}" for ending in ("er", "ers", "ster", "sters", "erij"))
        for done, doers in trades.items():
            if word.endswith(done):
                yield from (fold(doer) for doer in doers)


def _splits(titles: dict[str, list[str]]) -> dict[str, list[tuple[str, str]]]:
    """By the first letters of a long verb, what its rest begins with: "boek" has "bind", of "boekbinden"."""
    splits: dict[str, list[tuple[str, str]]] = {}
    for slug, own in titles.items():
        for word in own:
            if word.endswith("en"):
                for at in range(HALF, len(word) - HALF - 1):
                    splits.setdefault(word[:at], []).append((word[at:-2], slug))
    return splits


def _inflected(word: str) -> Iterator[str]:
    """A word's other forms: "lokaal", "lokale"; "vooroordelen", "vooroordeel"; "wijk", "wijken"; "dike", "dikes"."""
    if match := LONG_VOWEL.fullmatch(word):
        yield from (f"{match[1]}{match[2]}{match[3]}{ending}" for ending in ("e", "en"))
    if match := OPEN_SYLLABLE.fullmatch(word):
        yield f"{match[1]}{match[2]}{match[2]}{match[3]}"
    elif word.endswith("en") and len(word) >= PART:
        stem = word.removesuffix("en")  # "mand", and in English: "plants"
        yield from (stem, f"{stem}t", f"{stem}s", *_small(stem))  # "vlecht" has it already, "bindt"
    if word.endswith("s"):
        if len(word) >= PART and not word.endswith("ss"):
            one = word.removesuffix("s")
            yield from (one, f"{one}ing", *_small(one))  # "floods": "flood", "flooding"
    elif word.endswith("e"):
        yield f"{word}s"  # "dikes"
    elif not word.endswith("en"):
        yield from (f"{word}s", f"{word}en")


def _small(stem: str) -> Iterator[str]:
    """A Dutch diminutive: "plantje", "varentjes"."""
    yield from (f"{stem}{ending}" for ending in ("je", "jes", "tje", "tjes"))


def _parts(own: list[str]) -> Iterator[str]:
    """Beginnings and endings of long words: people say "beleid" where the title has "antidiscriminatiebeleid"."""
    for word in own:
        for length in range(PART, len(word)):
            yield word[:length]
            yield word[-length:]


def _heads(own: list[str], around: set[str]) -> Iterator[str]:
    """The last part of a compound whose first the event's own words have: "dijk", where "Lekdijk" is told of a town
    "aan de Lek"."""
    for word in own:
        for first in around:
            head = word.removeprefix(first)
            if len(first) > 2 and HEAD <= len(head) < len(word):
                yield head
                yield from _inflected(head)


def _later_parts(title: str) -> Iterator[str]:
    """What stands behind a comma or colon in a title, of three words and more."""
    for part in re.split(r"[,:;(–?!]\s?|\s-\s", fold(title))[1:]:
        if part.strip().count(" ") > 1:
            yield part.strip()


def _initials(title: str) -> Iterator[str]:
    parts = re.split(r"[,:;(–-]\s", title)[0].split()
    letters = "".join(part[0] for part in parts if part[0].isalnum())
    capitals = "".join(part[0] for part in parts if fold(part) not in words("choices", "stopwords"))
    own = (word for word in WORD.findall(title) if word.isupper() and word.isalpha())  # "AI in de klas"
    yield from {form.upper() for form in (letters, capitals, *own) if len(form) > 1}


def _begins_words(pieces: list[str], title: str) -> bool:
    """ "VoVo": each piece begins a word of the title, in that order."""
    rest = iter(WORD.findall(title))
    return all(any(word.startswith(fold(piece)) for word in rest) for piece in pieces)


def _is_drawn_from(letters: str, title: str) -> bool:
    """Whether those letters stand in the title in that order, the first at its head."""
    rest = iter(title)
    return title[:1] == letters[:1] and all(letter in rest for letter in letters)


def _unshared(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    owners: dict[str, set[str]] = {}
    for word, slug in pairs:
        owners.setdefault(word, set()).add(slug)
    return {word: next(iter(slugs)) for word, slugs in owners.items() if len(slugs) == 1}
