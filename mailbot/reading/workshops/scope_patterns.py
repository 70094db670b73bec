"""The patterns over folded text by which scope.py asks what a sentence does to a workshop."""

import re
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of, pattern_of

OF_US, NO = re.compile(r"\b(?:ik|we|wij|i)\b"), re.compile(r"\b(?:niet|geen|not|no)\s(?:[\w']+\s){0,3}$")

OF_ME = re.compile(r"\b(?:ik|mij|me|i)\b")
THEY_DO = re.compile(
    r"\b(?:wil|gaat|kiest|doet|volgt|neemt|beslist|bepaalt|besluit|weet|ziet|twijfelt|kijkt|laat|wants|goes|takes|decides)\b"
)


@cache
def somebody_else() -> re.Pattern[str]:
    """ "Een collega", "een oud-studiegenoot van me": whose choices they are isn't told."""
    whom, others = any_of(words("choices", "whom")), any_of(words("choices", "somebody_else"))
    return re.compile(
        rf"(?<!\w)(?<!\bde )(?<!\bthe )(?<!\balle )(?:{others}"
        rf"|(?:een|a|an)\s(?:\w+\s)?(?:(?:oud|ex)-?)?(?:{whom}))(?!\w)"
    )


def is_engaged(text: str, start: int, end: int) -> bool:
    """Whether that clause says that one of us has something else to do: "ik zie net dat ik dan een overleg heb"."""
    if OF_US.search(text, start, end) is None:
        return False
    return any(not NO.search(text, start, said.start()) for said in _engaged().finditer(text, start, end))


def is_of_another(mine: str, theirs: str) -> bool:
    """Whether the one clause is of the writer, and the other of somebody else: "ik kies A", "Els beslist nog"."""
    return bool(OF_ME.search(mine)) and not OF_ME.search(theirs) and THEY_DO.search(theirs) is not None


@cache
def _engaged() -> re.Pattern[str]:
    return pattern_of(words("presence", "engaged"))


@cache
def second_wish() -> re.Pattern[str]:
    """A sentence that begins with "Tweede keus:", "Reserve is"."""
    second = any_of(words("choices", "second_wish"))
    return re.compile(
        rf"\W*(?:(?:mijn|als|en|my|as)\s){{0,2}}(?:{second})(?:,[^.:;\n]{{0,40}})?\s?"
        r"(?:[:=-]|(?:is|zou zijn|wordt|would be)\s)"
    )


@cache
def into() -> re.Pattern[str]:
    small = any_of(words("choices", "small"))
    return re.compile(rf"(?:\b(?:{any_of(words('choices', 'into'))})\b|->|→)(?:\s+(?:{small})){{0,4}}\s*[\"']?$")


@cache
def whose() -> re.Pattern[str]:
    """Before "van" in what names a workshop, and takes nobody away from one: "die van", "de mensen van"."""
    return re.compile(
        any_of((*words("choices", "people"), *words("choices", "workshop"), *words("choices", "pointing")))
    )


@cache
def becomes() -> re.Pattern[str]:
    small = any_of(words("choices", "small"))
    return re.compile(rf"\b(?:{any_of(words('choices', 'turns_into'))})\b(?:\s+(?:{small})){{0,4}}\s*[\"']?$")


@cache
def denied_behind() -> re.Pattern[str]:
    """Behind a workshop, with its round between them at most: "sla ik over"."""
    that = any_of(words("choices", "that_one"))
    # "sla ik toch maar over"
    denied = any_of(words("choices", "denied_behind"), blank=r"\s(?:(?:toch|dan|dus|maar|liever|nu|helaas|ook)\s){0,2}")
    return re.compile(
        rf"(?:[^,.;\n]{{0,80}}[,;]\s(?:(?:dus|maar|want|so|but)\s)?(?:{that})\s(?!(?:andere?|other)\s))?"
        rf"(?:(?!\b(?:en|and)\b)[^,.;:!?\n]){{0,30}}?\b(?:{denied}"
        rf"|heb(?:ben)?\s(?:ik|wij|we)\s(?:[\w']+\s){{0,6}}?(?:genoeg|zat)"  # "vooroordelen heb ik zelf al genoeg"
        rf"|val(?:t|len)\s(?:[\w']+\s){{0,3}}?(?:af|weg|uit)|kom(?:t|en)\s(?:[\w']+\s){{0,3}}?te\svervallen)(?!\w)"
    )


@cache
def not_right_before() -> re.Pattern[str]:
    """ "niet (naar de workshop)", "in plaats van", and "dan" after "liever"; right before the place."""
    more = any_of((*words("choices", "small"), *words("choices", "again"), "dat", "deze"))
    small = rf"(?:\s+(?:{more})){{0,4}}"
    denying = any_of(words("choices", "not_this"))
    return re.compile(
        rf"(?<!\w)(?:(?:{denying})(?:\s(?:meteen|direct|al|pas|already))?{small}\s*[\"']?|(?:liever|eerder|rather)\b[^\n]{{0,60}}\b(?:dan|than){small}\s*[\"']?)$"
    )
