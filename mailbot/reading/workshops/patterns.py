"""The patterns over folded text by which workshops are found by number, letter, code, order; for signs.py."""

import re
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.fold import any_of, pattern_of
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Lookup, keys_of, lookup, words_beside

# "Zou ik bij A willen zitten", "zouden wij haar graag ingedeeld zien"
WOULD_LIKE = re.compile(r"\bzou(?:den)?\s(?:ik|we|wij)\b[^.;]{0,100}\b(?:willen|graag\s[^.;,]{0,20}zien)\b")
LONE_DASH = re.compile(r"(?<=[:\t\n=)>.])[^\S\n]{0,3}(?:-{1,2}|x)(?=[^\S\n]{0,3}(?:[\n\t,;]|\d\)|$))")  # an empty cell
LISTED_CODE = re.compile(r"^[^\S\n]{0,80}(?P<round>[1-9])[.)][^\S\n]{0,3}(?P<letter>[a-h])[^\S\n]*$")  # "1. B"


# "Ik koos A in ronde 1, dat moet ronde 2 zijn", "maar bedoelde ronde 2", "nee, ronde 2"
MEANT = late(
    r"\b(?:(?:dat|dit|het|die)\s(?:moet|had|hoort|zou)|bedoel(?:de|den)?(?:\s(?:ik|wij|we))?|nee,?|no,?"
    r"|(?:that|it)\s(?:should|must|ought to)|(?:i|we)\smeant)"
    r"(?:\s(?:natuurlijk|eigenlijk|dus|echt|nu|toch|net|precies|juist|zijn|worden|moeten|be|have been"
    r"|of course|in|de|the))*\s$"
)


# "Volgorde workshops: A, B"
ORDER_TOLD = late(r"\b(?:volgorde|order)\b(?:\s(?!maakt|is\b|mag)\w+){0,3}\s?[:=]")


@cache
def any_in(name: str) -> re.Pattern[str]:
    return pattern_of(words("choices", name))


@cache
def listed(name: str) -> Lookup:
    return lookup(words("choices", name))


def says_too(said: str) -> bool:
    """Whether a copy is of what was said right before of another: "ook", "doe dat ook", "daar ook bij zijn"."""
    return said in ("ook", "too") or said.endswith(" dat ook") or said.startswith("daar ook ")


@cache
def nothing_more() -> Lookup:
    return lookup(words("choices", "nothing_more"), r"(?<!\w)(?:WORDS)(?=\s{0,3}(?:[.,;:)\n]|$))", whole=True)


@cache
def by_number() -> Lookup:
    label = any_of(words("choices", "number"))
    ordinal = any_of((*words("choices", "ordinals"), *words("choices", "last")))
    listed = f"{any_of(words('choices', 'order'))}|{of_the_list()}"
    called = any_of(words("choices", "round"))
    places = any_of((*words("choices", "top"), *words("choices", "bottom")))
    names = any_of((*words("choices", "former"), *words("choices", "latter")))
    counted = any_of(words("choices", "number_words"))
    more = r"(?:\s?(?:,|en|and|&)\s?(?:nr\.?\s|nummer\s)?\d{1,2}){0,9}"
    them = rf"|{more}\s(?:{any_of(words('choices', 'they_do'))})\b"  # "nummer 1 wil naar": of a list of people
    pattern = (
        rf"(?<![\w])(?:(?:{label})(?:\s?(?P<number>[1-9])|(?::\s|\s)?(?P<letter>[a-z]))(?!\w|[.,:]\d{them})"
        rf"|(?:{any_of(words('choices', 'lettered'))})\s(?P<lesson>[a-h])(?![.'’]\w)"  # "les C"
        rf"|(?:nummer|number|optie|option)\s(?P<counted>{counted})"
        rf"|(?:de|het|the|die)\s(?:(?P<also>{ordinal})(?:,|\s(?:en|and|&))\s(?:(?:de|het|the|die)\s)?)?(?P<ordinal>{ordinal})"
        rf"\s(?:{listed})"
        rf"|(?P<place>{places})|(?P<named>{names})(?!\s(?:is|{any_of(words('choices', 'they_do'))})\b)"  # not people
        rf"|(?:{called})\s\d\s?[:=]\s?(?P<code>[1-9a-h]))(?![\w])"
    )
    keys = [*words("choices", "number"), *words("choices", "order"), *words("choices", "round")]
    keys += words("choices", "lettered")
    keys += [*words("choices", "top"), *words("choices", "bottom"), *words("choices", "former")]
    keys += [*words("choices", "latter"), *words("choices", "of_the_list"), *words("choices", "list_of")]
    return Lookup(pattern, keys_of(keys))


@cache
def attended_in_order() -> Lookup:
    """ "1e workshop: B", at the head of a line or behind a comma: of those that somebody attends."""
    ordinal = any_of((*words("choices", "ordinals"), *words("choices", "last")))
    return Lookup(rf"(?:^|(?<=[\n,;(•*-]))\s{{0,3}}(?P<ordinal>{ordinal})\sworkshop\s?[:=]", frozenset(["workshop"]))


@cache
def of_the_list() -> str:
    """Behind an ordinal: "van de twee", "uit het rijtje", "op de lijst in uw mail"."""
    of, what = any_of(words("choices", "list_from")), any_of(words("choices", "list_of"))
    listed = rf"(?:{of})\s(?:de|het|uw|jullie|je|dat|deze|mijn|the|your|this)\s(?:{what})"
    return rf"(?:(?:{any_of(words('choices', 'of_the_list'))})|{listed}(?:\s{listed})?)"


@cache
def code_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,-])(?:r|ronde\s?)?(?P<round>[1-9])\s?[:=-]?\s?(?P<letter>[a-h])(?![\w-])")


@cache
def code_pattern_of(letters: str) -> re.Pattern[str]:
    """A round's number with one of those letters right behind it: "1B"."""
    return re.compile(rf"(?<![\w.,@-])(?P<round>[1-9])(?P<letter>[{letters}])(?![\w@-])")


@cache
def chosen_codes() -> re.Pattern[str]:
    """ "... en kies 1A en 2B": codes behind a word that chooses."""
    chooses, between = any_of(words("choices", "chooses")), any_of(words("choices", "filler"))
    return re.compile(rf"(?<!\w)(?:{chooses})(?:\s(?:{between})){{0,2}}\s(?P<codes>[1-9][1-9 a-h,&/+en]*)(?!\w)")


@cache
def once_more() -> Lookup:
    """ "en om drie uur nog een keer", with nothing behind it."""
    template = r"(?<!\w)(?<!niet )(?<!not )(?:WORDS)(?=\s?(?:$|[.,;!)\n]))"
    return lookup(words("choices", "again"), template, whole=True)


@cache
def both_of_them() -> Lookup:
    """ "allebei de workshops", "de twee workshops allebei", "ze allebei een keer volgen", "beide een keer doen"."""
    both, them = any_of(words("choices", "both_of")), any_of(words("choices", "offered_things"))
    once, does = any_of(words("choices", "each_once")), any_of(words("choices", "attending"))
    wants = r"doe|doen|volg|volgen|wil|willen|kies|kiezen|neem|nemen|pak|bezoek|do|take|want|attend|follow|like|prefer"
    never, of_others = r"(?:niet|geen|not|neither|either|van)\b", "met|samen|dagen|personen|mensen|with|people"
    all_of = rf"(?:{both})(?:\sde|\sthe|\sof\sthe)?(?:\stwee|\stwo)?\s(?:{them})"
    pattern = (
        # "workshops: liefst beide", "keuze: twee keer ja, dus allebei"; not so "workshops: geen van beide"
        rf"(?<!\w)(?:{all_of}|(?:workshop(?:s|keuzes?|voorkeur)?|keuzes?|voorkeur)\s?:\s"
        rf"(?:(?!{never})[^\s.!?;:]+\s){{0,5}}?(?:{both})(?!\s(?:{of_others})\b)|"
        rf"(?:de\s)?twee\s(?:{them})\s(?:{both})|{any_of(words('choices', 'both'))}"
        # of "zet ze allebei op de lijst" the "ze" are people
        rf"|(?:{wants})\s(?:ik\s|wij\s|we\s|i\s|to\s\w+\s|graag\s){{0,2}}(?:ze|them)\s(?:graag\s)?(?:{both})"
        rf"|(?:ze|them)\s(?:{both})\s(?:graag(?=\s?(?:$|[.,;!)\n]))|(?:een keer|1x)\b)"
        rf"|(?:zet|plaats|deel|schrijf|put)\s(?:(?:mij|me|ons|maar|dan|graag|us|in)\s){{0,3}}(?:(?:bij|voor|in|op|for|on)\s)(?:{both})"
        rf"|(?:{both})(?:\s(?:{once}))+\s(?:graag|(?:te\s)?(?:{does}))"
        rf"|(?:{both})\s(?:te\s|kan\s|kunnen\s|wil\s|mag\s)?(?:{does})(?!\s(?:we|wij|ze|zij)\b))(?!\w)"
    )
    return Lookup(pattern, keys_of((*words("choices", "both_of"), *words("choices", "both"))))


@cache
def goes_with_the_seat() -> Lookup:
    """ "neemt ook mijn plekje bij de workshops over", "inclusief haar workshopkeuze", "neemt mijn plek, en mijn
    workshops"."""
    takes, whose = any_of(words("choices", "takes_over")), any_of(words("choices", "whose"))
    word = r"(?!(?:niet|geen|not|never|nooit|hoeft|hoef)\b)[\w']+"  # "mijn workshops hoeft zij niet over te nemen"
    seat = r"(?:[\w']+\s){0,4}?(?:workshop\w*|sessies?|choices?)(?!\w)"
    stays = any_of(words("choices", "stays_with"))
    pattern = (
        rf"(?<!\w)(?:(?:{takes})\s(?:{word}\s){{0,3}}?(?:{whose})\s{seat}"
        rf"|(?:{whose})\s{seat}(?:[,\s]{{1,2}}{word}){{0,6}}?\s(?:{stays})(?!\w)"
        rf"|(?:{whose})\s(?:plek|plekje|plaats|stoel|place|seat|spot)\s[^.!?\n]{{0,60}}?\b(?:{whose})\s{seat}"
        r"(?:\s(?:ook|eveneens|too|as well))?(?=\s?(?:$|[.,;!)\n])))"
    )
    said = (
        *words("choices", "takes_over"),
        *words("choices", "stays_with"),
        "plek",
        "plekje",
        "plaats",
        "seat",
        "spot",
    )
    return Lookup(pattern, keys_of(said), words_beside(said))


@cache
def shifts_all() -> Lookup:
    """ "Schuif alles maar één ronde op"."""
    what, onwards = any_of(words("choices", "all_of_it")), any_of(words("choices", "onwards"))
    step = any_of((*words("choices", "round"), *words("choices", "step")))
    pattern = rf"(?<!\w)(?:{what})\s(?:\w+\s){{0,4}}?(?:een|one|1)\s(?:(?:{step})\s)?(?:{onwards})(?!\w)"
    return Lookup(pattern, keys_of(words("choices", "all_of_it")))


@cache
def turned_round() -> Lookup:
    """ "draait u de twee maar om", "wissel ze om": the verb cut in two."""
    please, small = any_of(words("choices", "please")), r"(?:(?:u|je|jullie|dan|maar|graag)\s){0,2}"
    numbers = r"(?:(?:rondes?|workshops?)\s)?(?P<one>[1-9])\s?(?:en|met|&)\s(?P<two>[1-9])\s"
    return lookup(
        words("choices", "turn_verbs"),
        rf"(?<!\w)(?P<verb>WORDS)\s{small}(?:{numbers})?(?:[\w']+\s){{0,6}}?(?:om|van plek|van plaats)"
        rf"(?=\s?(?:{please})?\s?(?:$|[.,;:!?)\n]))",
    )


@cache
def one_left() -> Lookup:
    """ "Dan blijft er volgens mij nog één over", "blijft er maar één workshop over"."""
    one = rf"(?:een|eentje|1)\s(?:(?:{any_of(words('choices', 'workshop'))})\s)?over(?!\w)"
    between = r"(?:(?!niets|geen|alleen)[\w']+\s){0,5}?"
    return lookup(("blijft", "houd", "hou"), rf"(?<!\w)(?:WORDS)\s{between}{one}")
