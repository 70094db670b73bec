"""The patterns over folded text by which rounds are found: by number, ordinal, clock time, part of the day, order."""

import re
from collections.abc import Iterable
from functools import cache

from mailbot.reading.lexicon import load, words
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Lookup, beside_all, keys_of, words_beside
from mailbot.reading.text.numerals import ROMAN
from mailbot.reading.workshops.patterns import of_the_list

JOIN = r"\s?(?:,|en|and|und|et|&|\+|/)\s?(?:de\s|in\s|the\s)?"


def ordinal_number(word: str, numbers: tuple[int, ...]) -> int | None:
    """The number that an ordinal word stands for, "laatste" and "middelste" among those numbers too."""
    if word in words("choices", "last"):
        return numbers[-1] if numbers else None
    if word in words("choices", "middle"):
        return numbers[len(numbers) // 2] if len(numbers) % 2 else None
    return ordinals().get(word)


def number_of(word: str, numbers: tuple[int, ...]) -> int:
    """What round number that word is; 0 for none."""
    if word.isdigit():
        return int(word)
    return ROMAN.get(word) or number_words().get(word) or ordinal_number(word, numbers) or 0


@cache
def number_words() -> dict[str, int]:
    return {fold(word): int(number) for number, entries in load("choices")["number_words"].items() for word in entries}


@cache
def ordinals() -> dict[str, int]:
    return {fold(word): int(number) for number, entries in load("choices")["ordinals"].items() for word in entries}


QUARTERS = {"kwart": 15, "quarter": 15, "a quarter": 15, "vijf": 5, "five": 5, "tien": 10, "ten": 10}
SIDES = {"voor": -1, "to": -1, "vor": -1, "over": 1, "na": 1, "past": 1, "nach": 1}
TOLD = re.compile(
    rf"(?:(?P<count>{any_of(QUARTERS)}) (?P<side>{any_of(SIDES)}) )?(?P<half>half )?(?P<past>past )?(?P<hour>.+)"
)


def minutes_told(written: str) -> int:
    """The minutes since midnight (or since noon) that an hour tells: "14", "14.00", "twee", "half drie", "kwart voor
    twaalf", "half past ten"; a negative number where it is none."""
    told = TOLD.fullmatch(written.replace(":", "."))
    if told is None:
        return -1
    hour, _, minute = told["hour"].partition(".")
    whole = int(hour) if hour.isdigit() else hour_words().get(hour, -1)
    if whole < 0:
        return -1
    minutes = 60 * whole + int(minute or 0)
    if told["half"]:
        minutes += 30 if told["past"] else half_of(hour)
    return minutes + QUARTERS[told["count"]] * SIDES[told["side"]] if told["count"] else minutes


def half_of(hour: str) -> int:
    """The minutes by which "half" is off that hour: "half drie" is before it, "half three" behind it."""
    return 30 if hour in words("dates", "hours_half_past") else -30


@cache
def hour_told() -> str:
    """A pattern for the hours of minutes_told(), without groups."""
    return rf"(?:{part_of_hour()}|\d{{1,2}}(?:[.:]\d\d)?|{_hour_words()})"


@cache
def part_of_hour() -> str:
    """... for "half drie", "kwart voor twaalf", "ten past eleven": nothing else can be meant by them."""
    hour = rf"(?:\d{{1,2}}|{_hour_words()})"
    count = rf"(?:{any_of(QUARTERS)})\s(?:{any_of(SIDES)})\s"
    return rf"(?:(?:{count})?half\s(?:past\s)?{hour}|{count}{hour})"


def _hour_words() -> str:
    return any_of([word for word in words("dates", "numbers") if len(word) > 2])


@cache
def hour_words() -> dict[str, int]:
    """Words for the hours of a clock."""
    numbers = load("dates")["numbers"]
    return {fold(word): int(number) for number, entries in numbers.items() for word in entries if int(number) <= 12}


def _ordinal() -> str:
    return any_of((*words("choices", "ordinals"), *words("choices", "last"), *words("choices", "middle")))


def _called() -> str:
    return any_of(words("choices", "round"))


@cache
def ordinal_behind() -> re.Pattern[str]:
    """Right behind a workshop, with no noun: "B first and C second"."""
    ends = r"\s*(?:$|[.,;:!)/\n]|(?:and|en|then|please|graag)\b)"
    return re.compile(rf"[\"']?\s(?P<ordinal>{_ordinal()})(?={ends})")


# "Dijk voor de lunch, sponstuinen erna", "the one before lunch, and the one after (it)": on the other side of it
AFTER_IT = late(
    r"\b(?:before|voor)\s(?:de\s|the\s|our\s)?(?:lunch|break)\w*[^.;!?\n]{0,80}?(?P<there>\bafter(?:\sit)?)(?=\s?(?:$|[.,;!)\n]))"
)
BEFORE_IT = late(
    r"\b(?:after|na)\s(?:de\s|the\s|our\s)?(?:lunch|break)\w*[^.;!?\n]{0,80}?(?P<there>\bbefore(?:\sit)?)(?=\s?(?:$|[.,;!)\n]))"
)
# "B first and A after"
THEN_AFTER = late(r"\bfirst\b[^.;!?\n]{0,60}?(?P<there>\bafter(?:\sit)?)(?=\s?(?:$|[.,;!)\n]))")


@cache
def rounds_behind() -> re.Pattern[str]:
    """Behind "de andere": then it is of rounds, and of no workshop: "de andere ronde", "de andere twee"."""
    several = any_of((*words("choices", "number_words"), *words("choices", "two")))
    return re.compile(rf"\s(?:(?:(?:{several})\s)?(?:{_called()})|(?:{any_of(words('choices', 'two'))}))\b")


@cache
def named_rounds() -> Lookup:
    """ "ronde 1 en 3", "rondes I t/m III", "eerste en laatste ronde", "de eerste twee rondes", "R2", "ronde
    daartussenin", "mijn eerste workshop", "de eerste workshop van de dag", "de
    laatste keer"."""
    counted = rf"(?:\d{{1,2}}(?!\d|[.:]\d\d)|{any_of(words('choices', 'number_words'))})"
    further = rf"(?<!the\s)(?<!de\s){counted}"  # "A in round 2 and the one on B"
    i_would = rf"'|\s(?:{any_of(words('choices', 'i_verbs'))})\b"  # "for that slot I would like"
    roman = rf"(?:i{{1,3}}v?|iv|v)(?!{i_would})"
    number = rf"(?:{counted}|{roman})"
    or_else = rf"\s(?:{any_of(words('choices', 'either'))})\s(?:(?:in\s)?{_called()}\s)?"
    either = rf"(?P<either>{or_else}{number})?"
    through = r"\s?(?:t/m|tot en met|through|-)\s?"
    ordinal = _ordinal()
    mine = any_of(words("choices", "mine"))
    lunch = any_of((*words("choices", "after_lunch"), *words("choices", "before_lunch")))
    several = rf"(?:(?P<count>\d|{any_of(words('choices', 'number_words'))})\s)?"
    of_the_day = any_of(words("choices", "of_the_day"))
    earlier = "was|waren|ging|deed|heb|had|toen|dat\\s(?!die|deze|hij|ie|het)"  # "de laatste keer dat ik er was"
    pattern = (
        rf"(?<![\w-])(?:(?:{_called()})\s{{0,3}}(?::\s|nr\.?\s|nummer\s)?(?P<numbers>{counted}(?:(?:{JOIN}|{through}){further}){{0,5}}|{roman}(?:(?:{JOIN}|{through}){roman}){{0,5}}){either}(?![\w]|[-.]\d)"
        rf"|(?:(?P<mine>{mine})\s)?(?P<ordinals>(?:{ordinal})(?:{JOIN}(?:{ordinal})){{0,4}})"
        rf"(?P<or>\s(?:{any_of(words('choices', 'either'))})\s(?:in\s)?(?:de\s|the\s)?(?:{ordinal}))?\s{{1,3}}{several}"
        rf"(?(mine)(?:workshopronde|workshop|keuze|choice|{_called()})|(?:workshop\s)?(?:{_called()}|uur|uurtje))(?:\s(?P<lunch>{lunch}))?"
        rf"|(?P<among>{ordinal})\s(?:van\sde|der|of\sthe)\s(?:{counted}\s)?(?:{any_of(words('choices', 'rounds'))})"
        rf"|(?P<times>(?:{ordinal})(?:{JOIN}(?:{ordinal})){{1,4}})\s(?:keer|maal|time)"
        rf"|(?<!voor\s)(?<!is\s)(?<!was\s)(?<!wordt\s)de\s(?P<once>{ordinal})\s(?:keer|maal)(?!\s(?:{earlier}))"
        rf"|(?P<ofday>{ordinal})\s(?:(?:workshop|sessie|session|one)\s)?(?:{of_the_day})"
        rf"|r(?P<short>[1-9](?:{JOIN}r?[1-9]){{0,3}})"
        rf"|(?:{_called()})\s(?P<late>{any_of(words('choices', 'middle'))}))(?!\w)"
    )
    counted_things = ("workshop", "workshopronde", "keuze", "choice", "uur", "uurtje", "keer", "maal", "time")
    return Lookup(pattern, keys_of((*words("choices", "round"), *counted_things, "r")))


@cache
def clock() -> re.Pattern[str]:
    hours = _hour_words()
    unit = any_of(words("dates", "hours"))
    late = any_of(words("choices", "afternoon"))
    noon = any_of(words("choices", "noon"))
    dot = any_of(words("choices", "on_the_dot"))
    at = rf"(?:(?:om|at|@)\s(?:(?:{dot})\s)?|klokslag\s|rond\seen\suur\sof\s)"
    return re.compile(
        rf"(?<![\w.:,/-])(?:(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d\d)(?:\s?(?:{unit}))?|\s?(?:{unit})|(?=\s?[ap]\.?m\b))"
        rf"|(?P<part>{part_of_hour()})|(?P<word>{hours})\s(?:{unit})(?!(?<=\been\suur)\sof\b)|{at}(?P<bare>\d{{1,2}}|{hours})(?=\s?(?:$|[,.;:)(?!\n-]|[a-z']))(?!\s?(?:{unit})\b)(?!\.\d)"
        rf"|(?P<noon>{noon}))(?:\s?(?:(?P<pm>{late})|a\.?m\b\.?))?(?!\w|[:.-]\d)"
    )


@cache
def span_of_hours() -> re.Pattern[str]:
    """ "12-13 uur", "tussen 14 en 15 uur", "van twee tot drie uur": a round from its beginning to its end; "om 14 en 15
    uur" are two."""
    unit = rf"{any_of(words('dates', 'hours'))}|[ap]\.?m\b"
    hour = hour_told()
    return re.compile(
        rf"(?<![\w.:,/-])(?P<since>(?:van|tussen|from|between)\s)?(?P<from>{hour})(?:\s?(?:{unit}))?"
        rf"\s?(?:-|tot|t/m|to|bis|(?(since)(?:en|and)|(?!)))\s?(?P<to>{hour})"
        rf"(?:\s?(?:{unit})(?!\w)|(?<=[.:]\d\d)(?!\w|[.:]\d)|(?<=\d-\d\d)(?=[:\s]\s?[a-z])(?!\s(?:{_month()})\b)|(?(since)(?!\w|[.:]\d)|(?!)))"
    )


def _month() -> str:
    return any_of([name for names in load("dates")["months"].values() for name in names])


@cache
def starts_at() -> Lookup:
    """ "de ronde van 14.00 uur", "het blok dat om drie uur begint", "the session at 2": by its beginning."""
    hour = hour_told()
    at = any_of(words("choices", "starting"))
    pattern = rf"(?<!\w)(?:{_called()})\s(?:{at})\s(?P<hour>{hour})(?:\s?(?:uur|u|h))?(?!\w|[.:]\d)"
    called = keys_of(words("choices", "round"))
    return Lookup(pattern, called, beside_all(called, words("choices", "starting")))


@cache
def ends_at() -> Lookup:
    """ "de ronde die om 13.00 uur eindigt", "de ronde tot vier uur", "the slot that ends at four": by its end."""
    hour = hour_told()
    ends, until = any_of(words("choices", "ends")), any_of(words("choices", "until"))
    pattern = (
        rf"(?<!\w)(?:{_called()})\s(?:(?:die|dat|that|which)\s)?(?:(?:om|at)\s(?P<before>{hour})(?:\s?uur)?\s(?:{ends})"
        rf"|(?:{until})\s(?P<after>{hour}))(?!\w|[.:]\d)"
    )
    called = keys_of(words("choices", "round"))
    return Lookup(pattern, called, beside_all(called, (*words("choices", "ends"), *words("choices", "until"))))


@cache
def hour_compound() -> re.Pattern[str]:
    """ "het 14-uursblok", "de twee-uursronde", "de 3-uur sessie"."""
    return re.compile(rf"(?<!\w)(?P<hour>{hour_told()})[\s-]?uurs?[\s-]?(?:{_called()})(?!\w)")


@cache
def part_of_day() -> re.Pattern[str]:
    """ "middagronde", "beide ochtendrondes", "laatste middagsessie"; "'s middags", "in de ochtend"."""
    early, late = (any_of(load("choices")["parts"][name]) for name in ("morning", "afternoon"))
    choice = any_of(words("choices", "choice_of"))
    spoken_early, spoken_late = (any_of(words("choices", f"{name}_talk")) for name in ("morning", "afternoon"))
    return re.compile(
        rf"(?<!\w)(?:(?:(?P<ordinal>{_ordinal()})\s)?(?:(?P<early>{early})|(?P<late>{late}))[\s-]?(?P<called>{_called()}|{choice})"
        rf"|(?P<talk_early>{spoken_early})|(?P<talk_late>{spoken_late}))(?!\w)"
    )


@cache
def parts_of_day() -> tuple[str, ...]:
    """What a text has, letter for letter, that tells a part of the day."""
    called = [word for name in ("morning", "afternoon") for word in load("choices")["parts"][name]]
    spoken = [word for name in ("morning", "afternoon") for word in words("choices", f"{name}_talk")]
    return tuple({max(fold(word).split(), key=len) for word in (*called, *spoken)})


@cache
def relatives() -> dict[str, Lookup]:
    """What finds each relation: "eerst", "daarna", "tot slot", "ertussenin", "de overige rondes"."""
    unless = any_of(words("choices", "wishes"))
    names = ("same", "rest", "previous", "later", "next", "last", "between", "first", "freed")
    return {name: _told_as(words("choices", f"relative.{name}"), unless) for name in names}


def _told_as(phrases: Iterable[str], unless: str) -> Lookup:
    """Those phrases; ".." stands for up to three words: "sluit .. af met|bij"."""
    plain = [phrase for phrase in phrases if " .. " not in phrase]
    cut = [phrase.split(" .. ") for phrase in phrases if " .. " in phrase]
    gaps = "".join(rf"|{verb}\s(?:[\w']+\s){{0,3}}?{_either(rest)}" for verb, rest in cut)
    # "als eerste keus" is no round, nor "zoals ik eerst had doorgegeven"
    told = any_of((*words("choices", "have"), *words("choices", "asked_before")))
    preferred = rf"(?!(?:als|as)\s\w+\s(?:{unless})\b)(?!eerst\s(?:{told})\b)"
    wish = rf"\s(?:{unless})\b(?!\s[\da-h]\b)"  # "my first choice"; not so "eerst optie 1"
    pattern = rf"(?<![\w-])(?<!voor het ){preferred}(?:{any_of(plain)}{gaps})(?!\w|-\w)(?!{wish})"
    begun = [*plain, *(verb for verb, _ in cut)]
    return Lookup(pattern, keys_of(begun), words_beside(begun))


def _either(rest: str) -> str:
    """ "af met|bij" as a pattern."""
    return r"\s".join(rf"(?:{word})" if "|" in word else word for word in rest.split())


@cache
def bare_ordinals() -> Lookup:
    """ "de tweede", "als laatste", "the last one", with nothing behind that they could be of."""
    of = any_of(words("choices", "one"))
    of_list = of_the_list()
    alone = rf"\s{{0,2}}(?:$|[.,;:!?)(\n=\"'-])|(?(as)\s\w|(?!))|\s(?:{any_of(words('choices', 'behind_bare'))})\b"
    # "de eerste keer dat die gegeven wordt"
    alone += r"|(?<= keer)\sdat[ -](?:'ie|ie|hij|die|deze|ze|het)\s|(?<= time)\s(?:that\s)?it\s"
    alone += r"|(?<= one)\s|\s[b-h](?!\w)"  # "in the first one C"
    wishes = any_of(words("choices", "wishes"))
    pattern = (
        rf"(?<!\w)(?:(?:mijn|my)\s|(?P<as>als|as)\s|(?:de|het|the|die|that|der|den)\s)(?P<ordinal>{_ordinal()})(?:\s(?:{of}))?"
        rf"(?:\s(?P<list>{of_list})(?!\w)|(?={alone}))(?!\s(?:{wishes})\b)"
    )
    keys = keys_of((*words("choices", "ordinals"), *words("choices", "last"), *words("choices", "middle")))
    return Lookup(pattern, keys | {"e", "ste", "de", "st", "nd", "rd"})


@cache
def and_ordinal() -> re.Pattern[str]:
    """Behind "the second": "and third", with no noun behind it."""
    return re.compile(
        rf"\s(?:en|and|&)\s(?P<ordinal>{_ordinal()})(?=\s{{0,2}}(?:$|[.,;:!?)(\n])|\s(?:niet|graag|please)\b)"
    )


@cache
def from_lunch() -> Lookup:
    """ "ik sluit aan bij de lunch", "ben er pas na de lunch", "vanaf de lunch": from when somebody is there."""
    come, lunch = any_of(words("choices", "comes_at")), any_of(words("choices", "lunch"))
    at, since = any_of(words("choices", "at_lunch")), any_of(words("choices", "since_lunch"))
    pattern = (
        rf"(?<!\w)(?:(?:{come})\s(?:[\w']+\s){{0,4}}?(?:{at})\s(?:(?:de|het|the)\s)?(?:{lunch})"
        rf"|(?:{since})\s(?:(?:de|het|the)\s)?(?:{lunch}))(?!\w)"
    )
    return Lookup(pattern, keys_of(words("choices", "lunch")))


@cache
def all_of_them() -> Lookup:
    """ "alle vier de rondes", "all four rounds", "alle 3 rondes"."""
    counted = any_of(words("choices", "number_words"))
    called = any_of(words("choices", "rounds"))
    pattern = rf"(?<!\w)(?:alle|all|al)\s(?:de\s)?(?P<count>\d|{counted})\s(?:de\s)?(?:{called})(?!\w)"
    return Lookup(pattern, keys_of(words("choices", "rounds")))


@cache
def times() -> re.Pattern[str]:
    """ "drie keer", "3x", "driemaal"; not "twee keer per dag"."""
    counted = any_of(words("choices", "number_words"))
    often = r"(?!\s(?:per|in de|in het|a|an|each|every)\b)"
    return re.compile(rf"(?<!\w)(?P<count>\d|{counted})\s?(?:keer|maal|x|times)(?!\w){often}")


@cache
def bare_ordinal_before() -> re.Pattern[str]:
    ordinal = any_of((*words("choices", "ordinals"), *words("choices", "last")))
    return re.compile(
        rf"(?:(?:^|[,;.:(\n])\s*(?P<numbers>{ordinal})\s?[:=]|\n\s*(?P<listed>{ordinal})\s?[–>-]{{1,2}})\s?[\"']?$"
    )


# "A na de lunch, daarvoor B"
BEFORE_IT_AHEAD = late(
    r"(?:[,;(.]|\ben)\s(?P<there>(?:daar|er)voor)\s(?:(?:graag|liefst|nog|dan|eerst|naar|bij|de|het|die|van|over|workshop)\s){0,5}[\"']?$"
)


@cache
def goes_on_by_ordinal() -> re.Pattern[str]:
    """Right before a workshop: ", tweede", "en derde naar"; not so "een tweede", nor "tweede keus"."""
    before = r"(?:naar|bij|graag|dan|voor|de|het|weer)"
    return re.compile(rf"(?:[,;.\n]|\s(?:en|and))\s?(?P<ordinal>{_ordinal()})\s?:?\s(?:{before}\s){{0,3}}[\"']?$")


@cache
def bare_before() -> re.Pattern[str]:
    number = r"(?:I{1,3}|IV|V|[1-9])"
    ordinal = any_of((*words("choices", "ordinals"), *words("choices", "last")))
    return re.compile(
        rf"(?:^|[\s,;:(])(?P<numbers>I{{1,3}}(?:{JOIN}I{{1,3}}){{0,3}}(?=\s?[:=–-]?\s?$)|{number}(?=\s?[:=]\s?$)"
        rf"|(?:[Dd]e|[Tt]he)\s(?:{ordinal})(?=\s?[:=–-]?\s?[\"'“]?$))"
    )


LISTED = re.compile(r"(?:^|[\s:;,(])(?P<number>[1-9])(?:[.)]\s{0,3}|\s)[\"']?$")
# "in 2 de vooroordelen", where rounds are spoken of
IN_BEFORE = re.compile(r"(?:^|[\s:,;(])in\s(?P<numbers>[1-9])\s(?:(?:de|het|naar|bij|graag|the|to)\s){0,3}[\"']?$")
# "Vooroordelen in 1 en 3", with nothing behind that they could be hours of
IN_NUMBERS = late(rf"\s?(?:in|voor|@)\s(?P<numbers>[1-9](?:{JOIN}[1-9])*)(?=\s?(?:$|[.,;()\n]|(?:en|and)\s\D))")
# "Daar staat ronde 2, dat moet 3 zijn"
SHOULD_BE = late(
    r"\b(?:ronde|round|blok)\s[1-9][,)]{0,2}\s(?:(?:maar|en|but)\s)?(?:dat|dit|het|die|that|it)\s"
    r"(?:moet|had|hoort|zou|should|must)\s(?:(?:natuurlijk|eigenlijk|dus|juist|be|have been)\s){0,2}"
    r"(?P<number>[1-9])(?=\s(?:zijn|worden|moeten zijn|te zijn)\b|\s?(?:$|[.,;!\n]))"
)
BEHIND = re.compile(r"[\"']?\s?\(\s?(?P<number>[1-9])\s?\)")
# "1 vooroordelen, 3 lokaal beleid"
PLAIN_BEFORE = re.compile(
    r"(?:^|[.?!:;,(/|–-]|\n|(?:,|\s)(?:en|and))\s*(?P<number>[1-9])(?:e|ste|de)?\s(?:(?:naar|bij|de|het|weer|nogmaals)\s){0,2}[\"']?$"
)
# "Workshops: 1 en 3 lokaal beleid, 2 vooroordelen", of what is a round's by the word before it
HEADED_NUMBERS = re.compile(
    rf"\b(?:workshops?|workshopkeuzes?|keuzes?|voorkeur|voorkeuren|rondes?|rounds?)\s?:\s?"
    rf"(?P<number>[1-9](?:{JOIN}[1-9]){{1,3}})\s(?:(?:naar|bij|de|het)\s){{0,2}}[\"']?$"
)
