"""What somebody eats or doesn't, in the words of the mail.

Wishes that stand together are one ("halal, of anders vega"). A wish that is taken back or denied keeps its place, but
is marked; "geen dieetwensen" is found as kind "none".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from mailbot.reading.details.allergies import WRITTEN, allergies, may_tell
from mailbot.reading.details.foods import any_food, food, food_keys, foods
from mailbot.reading.details.taken_back import is_scrapped, is_taken_back
from mailbot.reading.details.wishes import (
    ENDINGS,
    INFLECTION,
    NONE,
    label_keys,
    labelled,
    listed,
    spans,
    until_gone,
)
from mailbot.reading.lexicon import words
from mailbot.reading.names.no_person import animals_named
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found, tidy, without_overlaps
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Lookup, beside_all, has_one_of, lookup, vocabulary

NOT_EAT = re.compile(
    r"^(?:(?:do|does|did)(?: not|n[’']t)|can(?:not|[’']t| not)|not|never)"
    r" (?:eat|take|consume|touch) (?:any )?",
    re.IGNORECASE,
)
NEAR = 40  # characters
FOR = late(r"\b(?:[Vv]oor|[Ff]or) (?P<name>[^\W\d_]+)\b[^.!?,;\n]*\Z")
FOR_BEHIND = late(r" (?:voor|for) (?P<name>[^\W\d_]+)")
DENIES = re.compile(r"\b(?:niet|niks|geen|zonder|not|no)\b")
PROVISO = re.compile(r"\b(?:als het maar|zolang|mits|as long as)\b")
# "Ik vast in die week", "Els vast dan"; "ik houd vast" and "dan kom ik vast die dag" are another word
FASTS = late(
    r"(?:(?<=^)|(?<=[.!?,;:(]\s)|(?<=\n)|(?<=\b(?:en|of)\s)|(?<=\b(?:want|maar)\s)|(?<=\bomdat\s))"
    r"(?!(?:sta|staat|ligt|lig|hou|houd|houdt|zit|zet|leg|stel|stelt|hecht|maak|pak|noteer|meld|kom|komt|ga|gaat|reserveer"
    r"|schrijf|blijf|blijft|is|ben|wordt|nu|alvast|dan|dat|het|de|een|wel|niet|al|heel)\b)(?:(?:mijn|onze|my)\s)?[\w'’-]+\s"
    r"(?P<value>vast(?:en)?"
    r"(?:\s(?:dan|die dag|in die (?:week|maand|periode|tijd)|die (?:week|maand)|tijdens de ramadan|overdag))?)"
    r"(?=\s?[,;]\s(?:dus|en|ik|zij|hij|voor)\b|(?<=dan|dag|eek|and|ode|ijd)[\s.,]|(?<=ik vast)[.!])"
)
FREE = ("vrij", "-vrij", " vrij", "-free", " free", "frij", "frei")  # "glutenfrij", "lactose vrij"
# Behind what is left out: why
IS_ALLERGY = late(
    r"\s?(?:\(|[,;–-]\s)?\s?"
    r"(?:(?:dat is|want|ben ik|daar|een|an?|echte|i am|it's|i'm|ik ben|heb|heel|ernstig|zwaar)\s){0,4}"
    r"(?:daar\s)?al{1,2}er?g|[^.;!?\n]{0,12}\(\w*\s?al{1,2}er?g"
)
ENGLISH_BUT = re.compile(r"\b(?:except|but|apart)\b")
NOBODY = ("geen van", "niemand", "none of", "neither of")
ENGLISH = re.compile(r"\b(?:like|fond|keen|fan of|makes?|gives?|are|is (?:an?|off|out))\b")


def diets(text: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
    """What is said of food in text[start:end]. kind: diet | allergy | without | fasting | except | labelled | none."""
    end = len(text) if end is None else end
    folded = fold(text)
    allergic = may_tell(folded)
    if not allergic and _food_words().isdisjoint(vocabulary(folded)):
        return ()  # as of most texts, which need not be asked pattern by pattern
    found = without_overlaps(
        [
            *(_with_exception(text, folded, one) for one in _excepted(text, folded, start, end)),
            *spans(text, listed("diet", "none").finditer(folded, start, end), NONE),
            *spans(text, allergies(folded, start, end) if allergic else (), "allergy"),
            *spans(text, _neither_nor().finditer(folded, start, end), "without"),
            *_refusals(text, folded, start, end),
            *_holding(text, folded, start, end),
            *spans(text, _nothing_but().finditer(folded, start, end), "diet"),
            *(_none_of(text, folded, start, end) if has_one_of(folded, NOBODY) else ()),
            *map(_plainly, spans(text, _without().finditer(folded, start, end), "without")),
            *spans(text, listed("diet", "fasting").finditer(folded, start, end), "fasting"),
            *spans(text, FASTS.finditer(folded, start, end) if "vast" in folded else (), "fasting"),
            *spans(text, _named_diet().finditer(folded, start, end), "diet"),
            *spans(text, _diet_term().finditer(folded, start, end), "diet"),
            *spans(text, listed("diet", "everything").finditer(folded, start, end), NONE),
        ]
    )
    found = without_overlaps([*found, *labelled(text, folded, "diet", start, end)])
    if not found:
        return ()
    if animals := animals_named(text):
        found = tuple(wish for wish in found if not _is_for_one_of(text, wish, animals))
    clauses = Clauses(text, start, end)
    judged = [replace(w, negated=w.kind != NONE and is_taken_back(w, found, clauses)) for w in found]
    return _joined(text, until_gone(judged, [w for w in judged if is_scrapped(w, clauses.text)]))


def _is_for_one_of(text: str, wish: Found, names: frozenset[str]) -> bool:
    """ "Voor Bobby geen lunch", and Bobby is a dog."""
    before = FOR.search(text, max(0, wish.start - NEAR), wish.start)
    behind = FOR_BEHIND.match(text, wish.end)
    return any(said is not None and said["name"] in names for said in (before, behind))


def _excepted(text: str, folded: str, start: int, end: int) -> Iterator[Found]:
    for pattern in (_everything_except(), _all_but_food(), _all_fine_but()):
        yield from spans(text, pattern.finditer(folded, start, end), "except")


def _with_exception(text: str, folded: str, wish: Found) -> Found:
    """ "Eet alles behalve noten (allergie)" is "geen noten (allergie)"; "eet alles, als het maar veel is" excepts
    nothing, and "alles behalve spruitjes" is a matter of taste."""
    said = fold(wish.value)
    proviso = PROVISO.search(said)
    if proviso is None:
        return _left_out(text, folded, wish)
    if DENIES.search(said, proviso.end()):
        return wish  # "zolang het niet gezwommen heeft"
    rest = said[proviso.end() :]
    of_food = any(row.search(rest) for row in (_diet_term().pattern, any_food()))
    return wish if of_food else replace(wish, value="", kind=NONE)


def _left_out(text: str, folded: str, wish: Found) -> Found:
    """What an exception leaves out; it is no wish where that is no food but told in a sentence ("behalve wat mijn
    schoonmoeder kookt")."""
    bare = _but_for_food().search(folded, wish.start, wish.end + 1)
    if bare is None:
        told = _but_for_talk().search(folded, wish.start, wish.end)
        return replace(wish, value="", kind=NONE) if told else wish
    eaten = fold(tidy(text[slice(*bare.span("food"))]))
    if eaten in words("diet", "tastes") and not IS_ALLERGY.match(folded, wish.end):
        return replace(wish, value="", kind=NONE)
    allergy = " (allergie)" if IS_ALLERGY.match(folded, wish.end) else ""
    without = "no" if ENGLISH_BUT.search(bare[0]) else "geen"
    return replace(wish, value=f"{without} {tidy(text[slice(*bare.span('food'))])}{allergy}")


@cache
def _but_for_food() -> re.Pattern[str]:
    but = any_of(words("diet", "except"))
    eaten = rf"(?P<food>(?:(?:rauwe?|rood|raw|red)\s)?{foods()})"
    return re.compile(
        rf"(?<!\w)(?:{but})\s(?:(?:voor|dan|tegen|for|geen|no)\s)?{eaten}(?:\W*$|\s(?:en|maar|and|but)\s)"
    )


@cache
def _but_for_talk() -> re.Pattern[str]:
    but = any_of(words("diet", "except"))
    return re.compile(rf"(?<!\w)(?:{but})\s(?:wat|dat|als|wanneer|what|when|if)\s(?!.*{foods()})")


def _plainly(wish: Found) -> Found:
    """ "don't eat pork" as "no pork"."""
    return replace(wish, value=NOT_EAT.sub("no ", wish.value))


def _refusals(text: str, folded: str, start: int, end: int) -> Iterator[Found]:
    """ "Vlees eet ik niet, vis wel" is "geen vlees, wel vis"; "noten zijn voor mij dodelijk", "geen fan van vis"."""
    for pattern in (_refused(), _rather_not(), _one_not(), _not_fond(), _passed_over(), _kept_away_from()):
        for match in pattern.finditer(folded, start, end):
            too = next((match.span(name) for name in ("too", "also") if match.groupdict().get(name)), None)
            without = "no" if ENGLISH.search(match[0]) else "geen"
            eaten = match.span("food" if match["food"] else "named")
            value = f"{without} {tidy(text[slice(*eaten)]).lower()}"
            value += f", wel {tidy(text[slice(*too)]).lower()}" if too else ""
            yield Found(value, match.start(), match.end(), "without")


def _holding(text: str, folded: str, start: int, end: int) -> Iterator[Found]:
    """ "Geen lunch met ei" is "geen ei": the lunch is wanted."""
    for match in _meal_with().finditer(folded, start, end):
        without = "no" if match[0].startswith(("no ", "nothing")) else "geen"
        eaten = match.span("food")
        yield Found(f"{without} {tidy(text[slice(*eaten)])}", match.start(), match.end(), "without")


@cache
def _meal_with() -> Lookup:
    meals = (
        r"(?:lunch|broodjes?|eten|gerechten?|iets|dingen|producten|hapjes|maaltijd|beleg|food|meals?|anything|dishes)"
    )
    held = r"(?:waar|containing)\s(?:(?:daar|er|in|any|wat)\s)?"
    pattern = (
        rf"(?<![\w-])(?:(?:geen|no)\s{meals}\s(?:{held}|(?:met|with)\s)|(?:niets|nothing)\s{held})(?P<food>{foods()})"
    )
    keys = food_keys()
    return Lookup(pattern, keys, beside_all(keys, ("met", "with", "waar", "containing")))


@cache
def _nothing_but() -> Lookup:
    """ "Eet alleen vis en groente", "die alleen vis eet"."""
    only = r"(?:alleen|enkel|uitsluitend|alleen maar|only)"
    eats = r"(?:eet|eten|eats|eat)"
    pattern = rf"(?<![\w-])(?P<value>(?<=eet\s|eat\s){only}\s{foods()}|{only}\s{foods()}(?=\s{eats}\b))"
    keys = food_keys()
    return Lookup(pattern, keys, beside_all(keys, ("alleen", "enkel", "uitsluitend", "only")))


def _none_of(text: str, folded: str, start: int, end: int) -> Iterator[Found]:
    """ "Geen van beiden eet vlees" is "geen vlees"; it stands where the food does, for all are named first."""
    for match in _nobody_eats().finditer(folded, start, end):
        eaten = match.span("food")
        without = "no" if match[0].startswith(("n", "none")) and not match[0].startswith("niemand") else "geen"
        yield Found(f"{without} {tidy(text[slice(*eaten)]).lower()}", *eaten, "without")


def _joined(text: str, found: list[Found]) -> tuple[Found, ...]:
    """Wishes that only a comma, "of" or "zonder" holds apart, taken together."""
    joined: list[Found] = []
    for wish in found:
        last = joined[-1] if joined else None
        if last and NONE not in (last.kind, wish.kind) and last.negated == wish.negated:
            between = fold(text)[last.end : wish.start]
            if len(between) < 24 and "\n" not in between and _joins().fullmatch(between):
                literal = all(text.startswith(one.value[:3], one.start) for one in (last, wish))
                value = tidy(text[last.start : wish.end]) if literal else f"{last.value}, {wish.value}"
                joined[-1] = Found(value, last.start, wish.end, last.kind, last.negated)
                continue
        joined.append(wish)
    return tuple(joined)


@cache
def _food_words() -> frozenset[str]:
    """Words of which a text that says something of food has one; those of allergies stand within others."""
    excepting = (_everything_except(), _all_but_food(), _all_fine_but(), _one_not(), _meal_with(), _nothing_but())
    terms = (*excepting, _rather_not(), _refused(), _not_fond(), _without(), _named_diet(), _diet_term())
    lists = (listed("diet", name) for name in ("none", "fasting", "everything"))
    return (label_keys("diet") | {"vast"}).union(*(sought.keys for sought in (*terms, *lists)))


@cache
def _diet_term() -> Lookup:
    meal = any_of(words("diet", "meals"))
    kind = r"(?:(?:ovo|lacto|pesco|semi)-?){0,2}"  # "lacto-vegetariër"
    both = r"(?:[^\W\d_]{3,12}-\s?(?:en|of|and|or|&|/)\s?)?"  # "gluten- en lactosevrij"
    template = rf"(?<![\w-])(?P<value>{both}{kind}(?:WORDS))(?:{INFLECTION}(?![\w-])|-?(?:{meal})(?!\w))"
    plain = [one for one in words("diet", "foods") if one.isalpha()]
    free_of = [f"{one}{tail}" for one in plain for tail in FREE]
    return lookup((*words("diet", "terms"), *free_of), template, (*ENDINGS, *words("diet", "meals")))


@cache
def _named_diet() -> Lookup:
    """ "Volg een DASH-dieet", "on a low-FODMAP diet": one that no list has, where it is said to be kept."""
    kept = r"(?:volg|volgt|volgen|houd|houdt|heb|heeft|op|met|on|follow|follows|following|have|has)"
    vague = "speciaal|bijzonder|streng|ander|nieuw|eigen|strikt|special|strict|particular|new|different|certain|bepaald"
    pattern = (
        rf"(?<!\w)(?:{kept}\s(?:(?:een|a|an|het|streng|strikt|strict|very)\s){{1,3}}"
        rf"(?!(?:{vague})e?[\s-])(?=\w[\w-]{{2,24}}[\s-]?(?:dieet|diet)\b)|(?=[a-z]{{3,16}}-dieet))"
        r"(?P<value>[a-z][\w-]{2,24}?[\s-]?(?:dieet|diet))(?!\w)"
    )
    return Lookup(pattern, frozenset({"dieet", "diet"}))


@cache
def _too() -> str:
    """Behind what is left out: what isn't."""
    one = food()
    return rf"(?:,?\s(?:maar\s)?(?:wel\s(?P<too>{one})|(?P<also>{one})\s(?:wel|wol))(?!\w))?"


@cache
def _rather_not() -> Lookup:
    """ "Kip mag, rood vlees liever niet"."""
    wish = r"(?:(?:liever|bij voorkeur|graag|alstublieft|svp|please|voor mij|dan)\s){1,3}"
    away = r"(?:niet|weglaten|vermijden|achterwege laten|uit (?:mijn|haar|zijn|de) buurt(?: houden)?)\b"
    pattern = rf"(?<![\w-])(?P<food>{foods()})\s{wish}{away}{_too()}"
    keys = food_keys()
    return Lookup(pattern, keys, beside_all(keys, ("niet", "weglaten", "vermijden", "achterwege", "buurt")))


@cache
def _refused() -> Lookup:
    verbs = any_of(words("diet", "refusing")), any_of(words("diet", "shunning"))
    ends = any_of(words("diet", "refused")), any_of(words("diet", "shunned"))
    between = r"\s(?:[\w'’-]+\s){0,5}?"
    pattern = (
        rf"(?<![\w-])(?P<food>{foods()})\s(?:(?:{verbs[0]}){between}(?:{ends[0]})|(?:{verbs[1]}){between}(?:{ends[1]}))"
        rf"(?!\w)(?:\s(?:meer|hebben|tegen|eten))?{_too()}"
    )
    keys = food_keys()
    return Lookup(pattern, keys, beside_all(keys, (*words("diet", "refused"), *words("diet", "shunned"))))


@cache
def _neither_nor() -> Lookup:
    """ "Vis noch vlees"."""
    keys = food_keys()
    one = food()
    pattern = rf"(?<![\w-])(?P<value>(?:noch\s)?(?:{one})\s(?:noch|nor)\s(?:{one}))(?!\w)"
    return Lookup(pattern, keys, beside_all(keys, ("noch", "nor")))


@cache
def _passed_over() -> Lookup:
    """ "Laat vlees staan", "sla vis over"."""
    keys = food_keys()
    pattern = (
        rf"(?<!\w)(?:laat|laten|sla|slaat|slaan)\s(?:(?:ik|altijd|de|het)\s)?(?P<food>{foods()})\s"
        r"(?:(?:maar|dan|graag|gewoon|altijd|voor mij|bij mij)\s)*(?:staan|liggen|over|weg)(?!\w)"
    )
    return Lookup(pattern, keys, beside_all(keys, ("staan", "liggen", "over", "weg")))


@cache
def _kept_away_from() -> Lookup:
    """ "Ik moet bij noten wegblijven", "van zuivel moet zij afblijven"; "gluten? Daar kan ik niet tegen"."""
    keys = food_keys()
    away = r"(?:weg|af|vandaan|uit de buurt)\s?(?:blijven|houden|blijf|blijft|te blijven)"
    there = r"(?:niet (?:zo )?(?:goed )?tegen|allergisch voor|ziek van|niet van|last van|niet op|vanaf|van af)"
    pattern = (
        rf"(?<!\w)(?:(?:bij|van)\s(?P<food>{foods()})\s(?:[\w']+\s){{0,4}}?{away}(?!\w)"
        rf"|(?<!geen\s)(?<!zonder\s)(?<!no\s)(?P<named>{foods()})\s?[?:,]\s(?:en\s)?daar\s(?:(?!geen\b)[\w']+\s){{0,5}}?{there}(?!\w))"
    )
    others = (
        "blijven",
        "houden",
        "blijf",
        "blijft",
        "wegblijven",
        "afblijven",
        "wegblijf",
        "wegblijft",
        "afblijf",
        "daar",
    )
    return Lookup(pattern, keys, beside_all(keys, others))


@cache
def _all_fine_but() -> Lookup:
    """ "Bij mij kan alles erin, behalve champignons", "eet wat de pot schaft, behalve vis", "vlees mag, vis niet"."""
    but = any_of(words("diet", "except"))
    fine = r"(?:alles|everything|anything|pot schaft|alle soorten|van alles)"
    pattern = rf"(?<!\w)(?P<value>{fine}[^.;!?\n\w]?\W?(?:\s?[\w']+){{0,4}}\W{{1,3}}(?:{but})\s{foods()})"
    return Lookup(pattern, frozenset({"alles", "everything", "anything", "schaft", "soorten"}))


@cache
def _one_not() -> Lookup:
    """ "Vlees is prima, paddenstoelen niet"."""
    keys = food_keys()
    well = r"(?:\s(?:prima|goed|wel|best|oke|fijn|geen probleem))?"
    fine = rf"(?:(?:is|zijn|mag|mogen|kan|kunnen|eet ik|lust ik|vind ik){well}|wel|prima)"
    not_so = r"(?:liever\s|echt\s)?niet(?=\s?[.,:;!)\n(]|$)"
    pattern = (
        rf"(?<![\w-])(?:{foods()}\s{fine},?\s(?:maar\s)?(?=\w)|(?={foods()}\sniet\s?[:(,]\s?\w*\s?{WRITTEN}))"
        rf"(?P<food>{foods()})\s{not_so}"
    )
    return Lookup(pattern, keys, beside_all(keys, ("niet",)))


@cache
def _nobody_eats() -> re.Pattern[str]:
    verbs = any_of((*words("diet", "refusing"), "eats", "eat"))
    of = r"(?:geen|niemand|none|neither|not one)\s(?:van|of|onder)\s(?:\w+\s){1,3}?"
    return re.compile(rf"(?<!\w){of}(?:{verbs})\s(?:(?:we|wij|ze|zij|er|ook)\s){{0,2}}(?P<food>{foods()})")


@cache
def _not_fond() -> Lookup:
    fond, keys = any_of(words("diet", "not_fond")), food_keys()
    pattern = rf"(?<!\w)(?:{fond})\s(?P<food>{foods()}){_too()}"
    return Lookup(pattern, keys, beside_all(keys, words("diet", "not_fond")))


@cache
def _without() -> Lookup:
    adjective = r"(?:rauwe?|dierlijke?|gebakken|vette|zoete|rood|rode|raw|red|any)\s"
    leaving_out = any_of(words("diet", "without"))
    but = rf"(?:,?\s(?:maar\s)?wel\s{foods()})?"
    pattern = rf"(?<![\w-])(?P<value>(?:{leaving_out})\s{{1,2}}(?:{adjective})?{foods()}{but})"
    keys = food_keys()
    return Lookup(pattern, keys, beside_all(keys, words("diet", "without")))


@cache
def _everything_except() -> Lookup:
    but = any_of(words("diet", "except"))
    return lookup(
        words("diet", "everything"),
        rf"(?<!\w)(?P<value>(?:WORDS),?\s(?:{but})\s(?:(?!\s(?:maar|but|haha)\b)[^.,;()\n!?]){{2,60}})",
    )


@cache
def _all_but_food() -> Lookup:
    """ "Els Bos, alles behalve schaal- en schelpdieren": without a verb, food must be named."""
    but = any_of(words("diet", "except"))
    pattern = rf"(?<!\w)(?P<value>(?:alles|everything|anything),?\s(?:{but})\s(?:[\w'-]+\s){{0,2}}?{foods()})"
    return Lookup(pattern, frozenset({"alles", "everything", "anything"}))


@cache
def _joins() -> re.Pattern[str]:
    return re.compile(rf"[\s,(/+&-]*(?:(?:{any_of(words('diet', 'joins'))})[\s,]*){{0,3}}")
