"""What somebody can't stand, told by a word for that: "allergisch voor noten", "notenallergie", "koemelkallergisch".

Such words are written in every way ("alergisch", "allergies voor"), and with what they are of joined to them, apart, or
behind them in brackets. What isn't eaten ("parfum") is left to `needs`; of what can't harm anybody ("allergisch voor
vergaderen") nobody has an allergy.
"""

import re
from collections.abc import Iterator
from functools import cache

from mailbot.reading.details.foods import any_food, foods
from mailbot.reading.lexicon import word_set, words
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.lookup import has_one_of

WRITTEN = r"al{1,2}er?g"  # "alergie", "allegisch"
ALLERGIC = rf"(?:{WRITTEN}(?:isch|ish|ies|iesch|ich|ic|ysk)|overgevoelig|intolerant)"
ALLERGY = (
    rf"(?:{WRITTEN}(?:ie|i|y|ieen|ien|ies)|intolerantie|intolerance|intoleranz|overgevoeligheid|unvertraglichkeit)"
)
KEYS = ("allerg", "alerg", "alleg", "aleg", "toleran", "overgevoelig", "tragli", "hypersens", "anaph", "react to")
HOW = r"(?:(?:ernstig|zwaar|sterk|licht|severely)\s)?"
TO = r"(?:voor|tegen|op|to|for|foar|gegen)"
# "Een allergie" alone is of nothing; "pinda allergie" is of peanuts
OF_NOTHING = (
    r"(?:een|geen|de|het|die|dat|deze|dit|mijn|m'n|zijn|haar|onze|ons|hun|als|en|of|ook|wel|is|ben|bent|heb|heeft|ik|hij|zij"
    r"|je|u|met|door|van|over|eventuele|mogelijke|enige|andere|verder|verdere|echte?|ernstige?|zware|zwaar|lichte?|flinke"
    r"|forse|heftige?|sterke?|bekende|dieet|eet|erg|zeer|niet|zo|best|vrij|dus|wens|wensen|my|his|her|our|an?|the|no|any"
    r"|am|are|have|has|and|or|severe|serious|bad|real|very|not|so|known|i'm|he's|she's|fairly|quite)"
)


def may_tell(folded: str) -> bool:
    """Whether a text has a word of that kind at all."""
    return has_one_of(folded, KEYS)


def allergies(folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """All but "allergieën: geen", and but for what nobody eats."""
    for match in _told().finditer(folded, start, end):
        label, colon, value = match[0].partition(":")
        whole = folded[match.start() + len(label) + 1 :].split("\n", 1)[0] if colon else ""
        empty = not word_set("diet", "empty_values").isdisjoint((value.strip(), whole.strip()))
        if not empty and not is_uneatable(match["to"] or "") and not _of_the_air().match(match[0]):
            yield match


def is_uneatable(what: str) -> bool:
    """Whether that, to which somebody is said to be allergic, is no food: "parfum"; "onrecht", "vergaderen", in jest.

    What ends like a word for an idea is none."""
    if not what or any_food().search(what):
        return False
    return _no_food().search(what) is not None


@cache
def _of_the_air() -> re.Pattern[str]:
    """ "Latexallergie"."""
    return re.compile(rf"(?:{any_of(words('access', 'in_the_air'))})[\s-]?(?:{WRITTEN})")


@cache
def _no_food() -> re.Pattern[str]:
    listed = any_of((*words("diet", "no_food"), *words("access", "in_the_air")))
    abstract = r"\w{3,}(?:tie|ties|iteit|heid|heden|isme|ering|schap|teerden|seren|deren|ness|tion|ism|justice|ment)"
    return re.compile(rf"(?<![\w-])(?:{listed}|{abstract})(?![\w-])")


@cache
def _told() -> re.Pattern[str]:
    to = any_of(words("diet", "allergic_to"))
    adverb = r"(?:(?:alle|alles wat|sommige|bepaalde|rauwe?|all|some|certain|raw|ook)\s){0,2}"
    and_so = r"ik|hij|zij|ze|graag|kan|kom|eet|lust|drink|heb|ben|mag|wil|verder|ook"
    talks_on = r"oh|o ja|punt|komma|hoor|he|groet\w*|dank|alvast|mvg|dat is"
    goes_on = rf"{talks_on}|dus|maar|want|wilt|en\s(?:{and_so}|dat)|and\s(?:that|i|he|she)|so|but|please|graag|kunt"
    goes_on += "|verder"
    ends = rf"(?=\s(?:{goes_on})\b|[.,;:()\n!?]|$)"
    several = rf"{foods()}(?:\s(?:en|of|and|or)\s(?:ook\s)?(?:voor|tegen|to)\s{foods()})*"  # "voor noten en voor kiwi"
    behind = rf"(?:{to})\s{{1,2}}(?P<to>{adverb}{several}|[^.,;:()\n!?]{{2,44}}?{ends})"
    # "voor noten ben ik allergisch", "voor noten allergisch"
    before = rf"(?<!\w)voor\s{foods()}\s(?:[\w']+\s){{0,3}}?{ALLERGIC}"
    # "een allergie (noten)", "een allergie, namelijk noten"
    of_what = rf"{ALLERGY}\s?(?:\(|,?\s?(?:namelijk|te weten|en wel|namely)\s)\s?(?:voor\s)?{foods()}\)?"
    joined = rf"(?:[\w']+-\s(?:en|of|and)\s)?(?!{WRITTEN})[\w'-]{{2,24}}?(?:{ALLERGY}|{ALLERGIC})"
    apart = rf"(?!{OF_NOTHING}[\s-]){foods()}[\s-](?:{ALLERGY}|{ALLERGIC})"
    apart += rf"|(?!{OF_NOTHING}\s)[\w'-]{{2,24}}[\s-]{ALLERGY}"
    tail = rf"(?!\w|\s{TO}\b|:)"
    return re.compile(rf"(?<![\w-]){HOW}(?:{behind}|{before}(?!\w)|{of_what}|(?:{apart}|{joined}){tail})")
