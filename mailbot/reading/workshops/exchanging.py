"""Two rounds that take each other's workshop: "draai de eerste twee om", "wissel ronde 1 en 2", "ruil die twee"."""

import re
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.lookup import Lookup, lookup
from mailbot.reading.workshops.record import Record
from mailbot.reading.workshops.round_patterns import number_of, ordinals

NOUNS = r"rondes?|rounds?|keuzes?|workshops?|sessies?|sessions?"
SMALL = r"(?:(?:u|je|jullie|dan|maar|graag|toch|even|bij mij|voor mij|please)\s){0,3}"


def exchanged(record: Record, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a sentence says so of two rounds of which just one choice each was told; they are exchanged by that."""
    if len(_taken(record)) < 2:
        return None
    for pattern in (_verb_first(), _verb_last()):
        said = pattern.search(text, start, end)
        rounds = _rounds(said, record) if said else None
        if said and rounds and record.exchange(*rounds, *said.span()):
            return said.span()
    return None


def _taken(record: Record) -> tuple[int, ...]:
    """The rounds that are taken still: of three one may have been given up since, and "de andere twee" are left."""
    free = record.rounds_left_free()
    return tuple(number for number in record.rounds_taken(also_past=False) if number not in free)


def _rounds(said: re.Match[str], record: Record) -> tuple[int, int] | None:
    taken = _taken(record)
    if said["one"]:
        one, two = (number_of(said[key], taken) for key in ("one", "two"))
        return (one, two) if one != two else None
    if len(taken) > 2 and said["end"] is None:
        return None  # "die twee", of three
    return (taken[-2], taken[-1]) if said["end"] in ("laatste", "last") else (taken[0], taken[1])


@cache
def _verb_first() -> Lookup:
    """ "Draai 1 en 2 maar om", "swap the first two please"; "draai" and "keer" want their "om"."""
    cut = r"draait?|draaien|keer|gooi"
    verb = rf"(?P<verb>(?P<cut>{cut})|WORDS)\s{SMALL}"
    behind = r"(?(cut)\s(?:[\w']+\s){0,4}?om(?!\w)|(?!\w))"
    return lookup(words("choices", "exchange_verbs"), rf"(?<!\w){verb}{_which()}{behind}")


@cache
def _verb_last() -> Lookup:
    """ "Ronde 1 en 2 mogen omgewisseld worden", "wilt u de laatste twee omdraaien"."""
    between = r"(?:(?!(?:ronde|round|naar|in|van|voor|met)\b)[\w']+\s){0,4}?"
    return lookup(words("choices", "exchanged"), rf"(?<!\w){_which()}\s{between}(?:WORDS)(?!\w)")


def _which() -> str:
    """The two: "ronde 1 en 2", "de eerste en de tweede", "de eerste twee", "die twee"."""
    number = rf"[1-9](?!\d)|{any_of(ordinals())}"
    nouns = rf"(?:(?:de|het|the|mijn|my|{NOUNS})\s){{0,3}}"
    each = rf"{nouns}(?P<one>{number})\s?(?:en|met|and|with|&)\s{nouns}(?P<two>{number})"
    at_end = r"(?:(?:de|the|mijn|my)\s)?(?P<end>eerste|laatste|first|last)\s(?:twee|two)"
    both = rf"(?:{at_end}|(?:die|deze|de|those|these|the)\s(?:(?:andere|overige|other)\s)?(?:twee|two))"
    return rf"(?:{each}|{both})(?:\s(?:{NOUNS}))?"
