"""What somebody eats or doesn't, in the words of the mail.

Wishes that stand together are one ("halal, of anders vega"). A wish that is taken back or denied keeps its place, but
is marked; "geen dieetwensen" is found as kind "none".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from mailbot.reading.details.foods import food, food_keys, foods
from mailbot.reading.details.wishes import (
    ENDINGS,
    INFLECTION,
    NONE,
    THOUGHT_BETTER,
    label_keys,
    labelled,
    listed,
    spans,
    table,
)
from mailbot.reading.lexicon import word_set, words
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
IN_CUP = re.compile(
    r"\b(?:thee|koffie|cappuccino|tea|coffee)\s(?:het liefst\s|graag\s|please\s)?$"
)  # "thee zonder suiker"
# "Vegetarisch hoeft niet", "mijn halal lunch mag een gewone worden"
WAVED_OFF = re.compile(
    r"\s?(?:(?:lunch|eten|maaltijd|broodje|broodjes|dieet|optie|wens|meal)\s)?"
    r"(?:(?:hoeft|is)\s(?:(?:dus|echt|nu|wat|dan)\s)?(?:voor\s\w+\s|echt\s|dus\s)?niet\b(?:\snodig)?"
    r"|(?:kan|mag|wordt|can)\s(?:\w{2,8}\s){0,2}?(?:vervallen|weg|eraf|geschrapt|(?:een\s)?(?:gewone|normale|standaard\w{0,6})"
    r"|be (?:a regular|an ordinary|dropped|cancelled)|go\b))"
)
# "Mijn pinda-allergie is niet gevaarlijk": it is there all the same
IS_THERE = re.compile(
    r"\sis\s(?:\w+\s)?niet\s(?!(?:meer|nodig|relevant|voor|van|aan de orde|langer|belangrijk|needed)\b)\w+"
)
# "De vegetarische lunch was voor hem": who comes now is somebody else
WAS_FOR = re.compile(
    r"\s?(?:lunch|maaltijd|dieet|wens|broodje)?\s?(?:was|waren|gold)\s(?:alleen\s)?(?:voor|van|for)\s(?!(?:mij|me|ons)\b)"
)
# "Zonder mijn glutenvrije broodjes", "mijn notenallergie neemt zij niet over": what isn't handed on with a seat
WITHOUT_MINE = re.compile(r"\b(?:zonder|without)\s(?:mijn|m'n|my)\s(?:\w+\s)?$")
MINE = re.compile(r"\b(?:mijn|m'n|my)\s(?:\w+\s){0,2}$")
NOT_HANDED_ON = re.compile(
    r"(?:\s\w+){0,3}\s(?:neemt\s(?:[\w']+\s){1,3}niet\s(?:\w+\s)?over|(?:heeft|deelt)\s(?:zij|hij|ze)\s(?:\w+\s)?niet"
    r"|geldt\s(?:\w+\s)?niet|(?:speelt|telt)\s(?:\w+\s){0,2}(?:niet|geen)|(?:doesn't|does not)\sapply)\b"
)
# "Vegetarisch, nee grapje, ik eet alles", "halal, o nee, dat is mijn collega"
NOT_MEANT = late(
    r"\s?(?:graag|hoor|please|natuurlijk)?\s?(?:[.,;!…–-]{1,3}\s?|\()?\s?(?:(?:oh?\s)?(?:nee|no)(?:\shoor)?[,.]?\s)?"
    r"(?:(?:dat (?:was|is) (?:een )?)?(?:grapje|geintje)|just kidding|kidding|only joking"
    r"|(?<=nee\s)dat is (?:mijn|onze)|(?<=nee,\s)dat is (?:mijn|onze))\b"
)
# "Vegetarisch - nee, sinds januari veganistisch", "vegetarisch, correctie: veganistisch"
OR_RATHER = late(r"\s?(?:[,;–…-]{1,3}\s?|\s)?(?:(?:oh?\s|of\s)?(?:nee|no)[,:]|correctie|ik bedoel|sorry,|i mean)\s?")
DENIES = re.compile(r"\b(?:niet|niks|geen|zonder|not|no)\b")
# "Ik eet halal noch koosjer", "neither vegetarian nor vegan"
NEITHER_BEFORE, NEITHER_BEHIND = re.compile(r"\b(?:neither|nor|noch)\s$"), re.compile(r"\s(?:noch|nor)\s")
# "Ik was vegetariër maar eet nu weer alles"
WAS = re.compile(r"\bwas\s(?:\w+\s){0,3}$")
NO_MORE = re.compile(r"^[^.;!?\n]{0,20}\b(?:nu|inmiddels|weer|tegenwoordig|sinds|now)\b")
PROVISO = re.compile(r"\b(?:als het maar|zolang|mits|as long as)\b")
JEST = re.compile(
    r"[^.;!?\n]{0,40}\b(?:haha|grapje|maar dat (?:hoeft u|hoef je|hoeft|is geen)|dat is (?:geen dieet|smaak))\b"
)
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
NOBODY = ("geen van", "niemand", "none of", "neither of")
ENGLISH = re.compile(r"\b(?:like|fond|keen|fan of)\b")


def diets(text: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
    """What is said of food in text[start:end]. kind: diet | allergy | without | fasting | except | labelled | none."""
    end = len(text) if end is None else end
    folded = fold(text)
    allergic = has_one_of(folded, _allergy_keys())
    if not allergic and _food_words().isdisjoint(vocabulary(folded)):
        return ()  # as of most texts, which need not be asked pattern by pattern
    allergies = _allergies(folded, start, end) if allergic else ()
    found = without_overlaps(
        [
            *map(_with_exception, spans(text, _everything_except().finditer(folded, start, end), "except")),
            *spans(text, _all_but_food().finditer(folded, start, end), "except"),
            *spans(text, listed("diet", "none").finditer(folded, start, end), NONE),
            *spans(text, allergies, "allergy"),
            *spans(text, _neither_nor().finditer(folded, start, end), "without"),
            *_refusals(text, folded, start, end),
            *(_none_of(text, folded, start, end) if has_one_of(folded, NOBODY) else ()),
            *map(_plainly, spans(text, _without().finditer(folded, start, end), "without")),
            *spans(text, listed("diet", "fasting").finditer(folded, start, end), "fasting"),
            *spans(text, FASTS.finditer(folded, start, end) if "vast" in folded else (), "fasting"),
            *spans(text, _diet_term().finditer(folded, start, end), "diet"),
            *spans(text, listed("diet", "everything").finditer(folded, start, end), NONE),
        ]
    )
    found = without_overlaps([*found, *labelled(text, folded, "diet", start, end)])
    if not found:
        return ()
    clauses = Clauses(text, start, end)
    return _joined(text, [_judged_diet(wish, found, clauses) for wish in found])


def _allergies(folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """All but "allergieën: geen", "niet tegen lange trappen"."""
    for match in _allergic().finditer(folded, start, end):
        label, colon, value = match[0].partition(":")
        whole = folded[match.start() + len(label) + 1 :].split("\n", 1)[0] if colon else ""
        borne = "allerg" not in match[0] and not word_set("diet", "no_food").isdisjoint(match[0].split())
        if not borne and word_set("diet", "empty_values").isdisjoint((value.strip(), whole.strip())):
            yield match


def _with_exception(wish: Found) -> Found:
    """ "Eet alles, als het maar veel is" excepts nothing: what comes behind such a condition must be of food."""
    proviso = PROVISO.search(fold(wish.value))
    if proviso is None or DENIES.search(fold(wish.value), proviso.end()):
        return wish  # "zolang het niet gezwommen heeft"
    rest = fold(wish.value)[proviso.end() :]
    of_food = any(row.search(rest) for row in (_diet_term().pattern, _any_food()))
    return wish if of_food else replace(wish, value="", kind=NONE)


@cache
def _any_food() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){foods()}")


def _plainly(wish: Found) -> Found:
    """ "don't eat pork" as "no pork"."""
    return replace(wish, value=NOT_EAT.sub("no ", wish.value))


def _refusals(text: str, folded: str, start: int, end: int) -> Iterator[Found]:
    """ "Vlees eet ik niet, vis wel" is "geen vlees, wel vis"; "noten zijn voor mij dodelijk", "geen fan van vis"."""
    for pattern in (_refused(), _rather_not(), _not_fond(), _passed_over(), _kept_away_from()):
        for match in pattern.finditer(folded, start, end):
            too = next((match.span(name) for name in ("too", "also") if match.groupdict().get(name)), None)
            without = "no" if ENGLISH.search(match[0]) else "geen"
            eaten = match.span("food" if match["food"] else "named")
            value = f"{without} {tidy(text[slice(*eaten)]).lower()}"
            value += f", wel {tidy(text[slice(*too)]).lower()}" if too else ""
            yield Found(value, match.start(), match.end(), "without")


def _none_of(text: str, folded: str, start: int, end: int) -> Iterator[Found]:
    """ "Geen van beiden eet vlees" is "geen vlees"; it stands where the food does, for all are named first."""
    for match in _nobody_eats().finditer(folded, start, end):
        eaten = match.span("food")
        without = "no" if match[0].startswith(("n", "none")) and not match[0].startswith("niemand") else "geen"
        yield Found(f"{without} {tidy(text[slice(*eaten)]).lower()}", *eaten, "without")


def _judged_diet(wish: Found, found: tuple[Found, ...], clauses: Clauses) -> Found:
    """That wish, marked where its clause takes it back or puts another in its place."""
    if wish.kind == NONE:
        return wish
    first, last = clauses.clause_at(wish.start)
    clause = clauses.text[first : max(last, wish.end)]
    before, after = clauses.text[first : wish.start], clauses.text[wish.end : max(last, wish.end)]
    # "mijn vegetarische lunch mag naar veganistisch": the next wish takes the place of this one.
    replaced = _becomes().search(after) and any(wish.end <= other.start < last for other in found)
    in_cup = IN_CUP.search(before)
    in_jest = wish.kind == "except" and JEST.match(clauses.text[wish.end : wish.end + 80])
    is_there = wish.kind == "allergy" and IS_THERE.match(clauses.text, wish.end)
    waved_off = (WAVED_OFF.match(clauses.text, wish.end) and not is_there) or WAS_FOR.match(after) or in_jest
    taken_back = (
        in_cup
        or THOUGHT_BETTER.match(clauses.text, wish.end)
        or NOT_MEANT.match(clauses.text, wish.end)
        or (any(other.start > wish.end for other in found) and OR_RATHER.match(clauses.text, wish.end))
        or waved_off
        or NEITHER_BEFORE.search(before)
        or _is_not_handed_on(clauses.text, wish)
        or NEITHER_BEHIND.match(after)
        or (WAS.search(before) and NO_MORE.search(clauses.text[wish.end : wish.end + 60]))
        or (table("diet", "taken_back").search(clause) or _instead_of().search(before) or _not_such().search(before))
    )
    return replace(wish, negated=True) if replaced or taken_back else wish


def _is_not_handed_on(text: str, wish: Found) -> bool:
    """Whether it is the writer's, and nobody's who comes instead: "mijn notenallergie neemt zij niet over"."""
    before = text[max(0, wish.start - 40) : wish.start]
    if WITHOUT_MINE.search(before):
        return True
    return MINE.search(before) is not None and NOT_HANDED_ON.match(text, wish.end) is not None


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
    terms = (_everything_except(), _all_but_food(), _rather_not(), _refused(), _not_fond(), _without(), _diet_term())
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
def _allergic() -> re.Pattern[str]:
    to = any_of(words("diet", "allergic_to"))
    tails = any_of(words("diet", "allergy_tails"))
    and_so = r"ik|hij|zij|ze|graag|kan|kom|eet|lust|drink|heb|ben|mag|wil|verder|ook"
    talks_on = r"oh|o ja|punt|komma|hoor|he|groet\w*|dank|alvast|mvg|dat is"
    goes_on = rf"{talks_on}|dus|maar|want|wilt|en\s(?:{and_so})|so|but|please|graag|kunt|verder"
    ends = rf"(?=\s(?:{goes_on})\b|[.,;:()\n!?]|$)"
    return re.compile(
        rf"(?<!\w)(?:ernstig\s|zwaar\s|sterk\s|licht\s|severely\s)?(?:(?:{to})\s{{1,2}}[^.,;:()\n!?]{{2,44}}?{ends}"
        rf"|(?:[\w']+-\s(?:en|of|and)\s)?[\w'-]{{2,24}}?[\s-]?(?:{tails})(?!\w|\s(?:voor|tegen|to|for)\b))"
    )


@cache
def _allergy_keys() -> tuple[str, ...]:
    """A text about allergies holds one of these, joined to another word or not."""
    return tuple({word[:7] for table in ("allergic_to", "allergy_tails") for word in words("diet", table)})


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
def _instead_of() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('diet', 'instead_of'))})\s(?:een\s|a\s)?$")


@cache
def _not_such() -> re.Pattern[str]:
    """ "ben geen vegetariër", "niet meer halal"; "helemaal geen vlees" is a wish of its own and not meant here."""
    return re.compile(r"\b(?:niet|geen|not|no longer|nicht|kein)\s(?:(?:meer|een|a|langer|per se|alleen)\s)?$")


@cache
def _becomes() -> re.Pattern[str]:
    return re.compile(rf"^\s?(?:lunch\s|broodje\s|maaltijd\s)?(?:{any_of(words('diet', 'becomes'))})\s")


@cache
def _joins() -> re.Pattern[str]:
    return re.compile(rf"[\s,(/+&-]*(?:(?:{any_of(words('diet', 'joins'))})[\s,]*){{0,3}}")
