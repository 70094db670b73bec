"""The patterns over folded text by which the sessions of a course are found; for session_names.py."""

import re
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of
from mailbot.reading.workshops.round_patterns import number_of

REACH = 40  # characters between a noun and what tells which of them are meant
FROM_THERE_ON = r"(?:daarna|erna|die volgen|after(?: that| it)?|following|that follow)(?!\w)"
THEREAFTER = re.compile(rf"\s?{FROM_THERE_ON}")


@cache
def _nouns() -> str:
    days = [form for day in words("dates", "weekdays") if len(day) > 4 for form in (day, f"{day}en", f"{day}s")]
    parts = ("middag", "middagen", "avond", "avonden", "ochtend", "ochtenden")
    days += [f"{day}{part}" for day in words("dates", "weekdays") for part in parts]
    return any_of((*words("choices", "session"), *days))


@cache
def session_noun() -> re.Pattern[str]:
    """What a session is called, whichever it is."""
    return re.compile(rf"(?<!\w)(?:{_nouns()})(?!\w)")


@cache
def the_others() -> re.Pattern[str]:
    """ "De andere drie", "de overige vier avonden", "die twee ertussenin", "de rest van de keren"."""
    several = any_of(words("choices", "number_words"))
    others = any_of(words("choices", "other_sessions"))
    return re.compile(
        rf"(?<!\w)(?:{others})\s(?:(?:{several}|\d)(?:\s(?:{_nouns()}))?|{_nouns()})(?!\w)"
        rf"|(?<!\w)(?:de rest|the rest)(?:\s(?:van de|of the)\s(?:{_nouns()}))?(?!\w)"
        rf"|(?<!\w)(?:die|de|those|the)\s(?:{several})\s(?:er)?tussen(?:in)?(?!\w)"
    )


@cache
def excepting() -> re.Pattern[str]:
    """ "Behalve", "m.u.v.", before a session."""
    return re.compile(rf"(?<!\w)(?:{any_of(words('choices', 'except'))})\s(?:(?:\w+)\s){{0,3}}$")


@cache
def only_or_except() -> re.Pattern[str]:
    only = any_of((*words("choices", "except"), *words("choices", "only")))
    return re.compile(rf"(?<!\w)(?:{only})\s(?:(?:\w+)\s){{0,3}}$")


@cache
def told_of() -> re.Pattern[str]:
    """ "De middag over", "die keer van", "de avond waarop we leren hoe je een", right before what it is about."""
    about, in_which = any_of(words("choices", "about")), any_of(words("choices", "in_which"))
    noun = rf"(?:{_nouns()}|die|dat|the one)"
    return re.compile(rf"(?<!\w){noun}\s(?:(?:{about})\s(?:\w+\s){{0,3}}|(?:{in_which})\s(?:\w+\s){{0,8}})$")


@cache
def all_of_them(count: int) -> re.Pattern[str]:
    """ "alle vier de middagen", "elke donderdag", "de hele cursus", "allebei de avonden"; "vier keer", where four are
    all, but not "een van de vier keer", nor "wij komen alle vier"."""
    number = any_of([word for word in (*words("choices", "number_words"), str(count)) if number_of(word, ()) == count])
    nouns, series, whole = _nouns(), any_of(words("choices", "series")), any_of(words("choices", "whole"))
    but = any_of(words("choices", "except"))
    return re.compile(
        rf"(?<!\w)(?:(?:alle|all)\s(?:(?:{number})\s)?(?:de\s|the\s|of the\s)?(?:{nouns})"
        rf"|(?:doe|doen|volg|volgen|neem|nemen|wil|take|do)\s(?:ze|them)\s(?:alle|all)\s(?:{number})"
        rf"|(?<!we\s)(?<!wij\s)(?<!ze\s)(?<!ons\s)(?<!us\s)(?<!hen\s)(?<!komen\s)(?<!gaan\s)(?:alle|all)\s(?:{number})"
        rf"|(?:elke|iedere|every|each)\s(?:{nouns})|(?:(?:de|the)\s)?(?:{whole})\s(?:{series})"
        rf"|(?:alles|everything)(?=,?\s(?:{but})(?!\w))"
        rf"|(?<!van de\s)(?<!of the\s)(?<!een van\s)(?:{number})\s(?:{nouns}))(?!\w)"
    )


@cache
def in_order() -> re.Pattern[str]:
    ordinal = any_of((*words("choices", "ordinals"), *words("choices", "last")))
    several = any_of(words("choices", "number_words"))
    return re.compile(
        rf"(?<!\w)"
        rf"(?P<ordinals>(?:{ordinal})(?:(?:,\s|,?\s(?:en|and|&|\+)\s)(?:(?:de|the)\s)?(?:{ordinal})){{0,4}})(?!\w)"
        rf"(?:\s(?P<count>[2-9]|{several})(?!\w))?(?P<of>\s(?:van de|of the)\s(?:\w+\s)?)?"
        rf"(?:\s?(?P<called>{_nouns()})(?!\w))?"
    )


@cache
def numbered() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:nummers?|nrs?\.?|numbers?|no\.|#)\s?(?P<numbers>[1-9](?:(?:\s?(?:,|en|and|&|\+)\s?)[1-9]){0,5})(?![\d:]|[.,]\d)"
    )


@cache
def of_a_month() -> re.Pattern[str]:
    """ "De avonden in", "alles wat in", right before a month."""
    return re.compile(rf"(?<!\w)(?:{_nouns()}|alles|alle|everything|all)\s(?:\w+\s){{0,2}}?(?:in|van|of)\s$")


@cache
def weekdays() -> re.Pattern[str]:
    weekday = any_of([word for word in words("dates", "weekdays") if len(word) > 4])
    return re.compile(
        rf"(?<!\w)(?:(?:de|alle|the|all)\s)?(?P<weekday>{weekday})(?:en|s|avonden|middagen|ochtenden)(?!\w)"
    )


@cache
def noun_behind() -> re.Pattern[str]:
    """Right behind a month: "februari-avonden"."""
    return re.compile(rf"-?\s?(?:{_nouns()})(?!\w)")


@cache
def up_to() -> re.Pattern[str]:
    """Between the first and the last of several."""
    return re.compile(
        rf"\)?\s?(?:(?:{_nouns()})\s)?(?:t/m|t\.e\.m\.|tot|tot en met|tot aan|-|–|through|thru|until|till|up to|to)\s?"
        rf"(?:and including\s)?(?:(?:en met|de|het|the|{_nouns()})\s)*"
    )


@cache
def from_one_on() -> re.Pattern[str]:
    """Right before the first of several."""
    begins = any_of(words("choices", "begins_with"))
    return re.compile(rf"(?<!\w)(?:{begins})\s(?:(?:de|het|the|met|op|{_nouns()})\s){{0,3}}$")


@cache
def up_to_the_end() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s(?:{_nouns()}))?[^.;!?\n]{{0,{REACH}}}?\s(?:t/m|tot en met|tot aan|tot|until|to)\s"
        r"(?:het|the)\s(?:eind|einde|slot|end)(?!\w)"
    )


@cache
def and_thereafter() -> re.Pattern[str]:
    """ "... en dan alle avonden daarna"."""
    return re.compile(
        rf"(?:,|\sen|\sand)\s?(?:dan\s|then\s)?(?:alle(?:s|maal)?|elke|all|every(?:thing)?|de)\s(?:(?:{_nouns()})\s)?"
        rf"{FROM_THERE_ON}"
    )
