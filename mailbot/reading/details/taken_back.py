"""Whether a diet that stands in a mail is one that somebody has: not one that is scrapped, waved off, denied, said in
jest, or that they had before.
"""

import re
from collections.abc import Iterable
from functools import cache

from mailbot.reading.details.wishes import NOT_SO, THOUGHT_BETTER, table
from mailbot.reading.lexicon import words
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

IN_CUP = re.compile(
    r"\b(?:thee|koffie|cappuccino|tea|coffee)\s(?:het liefst\s|graag\s|please\s)?$"
)  # "thee zonder suiker"
# "Vegetarisch hoeft niet", "mijn halal lunch mag een gewone worden"
WAVED_OFF = re.compile(
    r"\s?[\"')]?\s?(?:(?:lunch|eten|maaltijd|broodje|broodjes|dieet|optie|wens|meal)\s)?"
    r"(?:(?:is|was)\s(?:fout|onjuist|verkeerd|een\s(?:fout|foutje|vergissing))\b|(?:hoeft|is|klopt|klopte)\s(?:(?:dus|echt|nu|wat|dan)\s)?(?:voor\s\w+\s|echt\s|dus\s)?niet\b(?:\snodig)?"
    r"|(?:kan|mag|wordt|can)\s(?:\w{2,8}\s){0,2}?(?:vervallen|weg|eraf|geschrapt|(?:een\s)?(?:gewone|normale|standaard\w{0,6})"
    r"|be (?:a regular|an ordinary|dropped|cancelled|removed|scrapped)|go\b))"
)
# "Mijn pinda-allergie is niet gevaarlijk": it is there all the same
IS_THERE = re.compile(
    r"\sis\s(?:\w+\s)?niet\s(?!(?:meer|nodig|relevant|voor|van|aan de orde|langer|belangrijk|needed)\b)\w+"
)
# "De vegetarische lunch was voor hem", "die visallergie die er stond was van mijn voorganger"
WAS_FOR = re.compile(
    r"\s?(?:lunch|maaltijd|dieet|wens|broodje)?\s?(?:(?:die|that)\s[^.;,!?\n]{2,60}?\s)?"
    r"(?:was|waren|gold)\s(?:alleen\s)?(?:voor|van|for)\s(?!(?:mij|me|ons)\b)"
)
# "Doet aan ramadan, maar die is dan allang voorbij"
OVER = late(
    r"[^.;!?\n]{0,70}\b(?:is|was)\s(?:dan\s)?(?:al\s|allang\s|alweer\s|lang\s|already\s){0,2}(?:voorbij|afgelopen|over)\b"
    r"|[^.;!?\n]{0,24}\b(?:maar|but)\s(?:ik|hij|zij|ze|we|wij|i|he|she)\s(?:eet|eten|lunch|lunchen|eats?)\s(?:\w+\s){0,2}(?:mee|alles|everything)\b"
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
# "Ik eet halal noch koosjer", "neither vegetarian nor vegan"
NEITHER_BEFORE, NEITHER_BEHIND = re.compile(r"\b(?:neither|nor|noch)\s$"), re.compile(r"\s(?:noch|nor)\s")
# "Ik was vegetariër maar eet nu weer alles"; "was vegetarian. ... I eat meat again"
WAS = re.compile(r"\b(?:was|used to be)\s(?:\w+\s){0,3}$")
NO_MORE = re.compile(r"^[^.;!?\n]{0,20}\b(?:nu|inmiddels|weer|tegenwoordig|sinds|now|since|again)\b")
# "Ik schreef u dat ik vegetariër was", "I told you I was vegetarian"
TOLD_THAT = late(
    r"\b(?:schreef|schreven|meldde|zei|vertelde|gaf|stond|dacht|opgegeven|gemeld|vermeld|told|said|says|wrote|mentioned|noted)\b"
    r"[^.;!?\n]{0,24}\b(?:ik|i)\s(?:[\w']+\s){0,3}$"
)
SINCE = late(
    r"\b(?:nu|inmiddels|weer|tegenwoordig|sinds|sindsdien|intussen|ondertussen|voortaan|niet meer|klopt niet|voorbij"
    r"|now|since|again|but|maar|no longer|any ?more)\b"
)
JEST = re.compile(
    r"[^.;!?\n]{0,40}\b(?:haha|grapje|maar dat (?:hoeft u|hoef je|hoeft|is geen)|dat is (?:geen dieet|smaak))\b"
)
# "Schrap 'vegetarisch'", "please take the vegetarian off", "haal halal er maar af": what is told to be done with it
SCRAP = late(
    r"\b(?:schrap|verwijder|streep|wis|haal|scrap|drop|remove|delete|ditch|strike|lose|cross out|take off"
    r"|take|replace|vervang)\s"
    r"(?:(?:please|graag|svp|aub|maar|dus|dan|alstublieft|de|het|dat|die|mijn|m'n|bij mij|my|the|that"
    r"|word|woord|wens)\s){0,4}[\"'(]?$"
)
AWAY = late(r"[\"')]?\s(?:[\w']+\s){0,4}?(?:door|af|eraf|eruit|weg|van|uit|off|out|away|from|by|with)\b")
BEGINS = late(
    r"(?:^|[.!?;,:\n(]\s?|\b(?:en|maar|want)\s)(?:(?:de|het|een|die|dat|mijn|zijn|haar|the|my)\s)?(?:\w+e\s)?\Z"
)
NOT_DUE = late(
    r"\s?(?:[\w-]+\s){0,2}?(?:hoeft|hoeven|is|zijn|isn't|aren't)\s(?:(?!\b(?:komt|gaat|kan)\b)[\w'’-]+\s){0,4}?(?:niet|not|needed|nodig)\b"
)
HALF_SCRAPPED = re.compile(r"\b(?:haal|take|streep|replace|vervang)\s(?:[\w']+\s){0,4}[\"'(]?$")


def is_taken_back(wish: Found, found: tuple[Found, ...], clauses: Clauses) -> bool:
    """Whether its clause takes that wish back, or puts another in its place."""
    text = clauses.text
    first, last = clauses.clause_at(wish.start)
    clause = text[first : max(last, wish.end)]
    before, after = text[first : wish.start], text[wish.end : max(last, wish.end)]
    # "mijn vegetarische lunch mag naar veganistisch": the next wish takes the place of this one.
    replaced = _becomes().search(after) and any(wish.end <= other.start < last for other in found)
    in_jest = wish.kind == "except" and JEST.match(text[wish.end : wish.end + 80])
    return bool(
        replaced
        or IN_CUP.search(before)
        or THOUGHT_BETTER.match(text, wish.end)
        or NOT_MEANT.match(text, wish.end)
        or (any(other.start > wish.end for other in found) and OR_RATHER.match(text, wish.end))
        or _is_waved_off(wish, text, after)
        or in_jest
        or NEITHER_BEFORE.search(before)
        or _is_not_handed_on(text, wish)
        or NEITHER_BEHIND.match(after)
        or is_past(wish, clauses)
        or is_scrapped(wish, text)
        or table("diet", "taken_back").search(clause)
        or _instead_of().search(before)
        or _not_such().search(before)
    )


def is_scrapped(wish: Found, text: str) -> bool:
    """ "Schrap vegetarisch", "take the wheelchair off": whether the verb right before it tells to have it away."""
    near = text[max(0, wish.start - 60) : wish.start]
    if SCRAP.search(near) is None:
        return False
    return HALF_SCRAPPED.search(near) is None or AWAY.match(text, wish.end) is not None


def scrapped(wishes: Iterable[Found], text: str) -> list[tuple[int, int]]:
    """Where those stand that somebody tells to scrap: nobody gives up a seat by "haal vegetarisch er maar af"."""
    folded = fold(text)
    return [(wish.start, wish.end) for wish in wishes if is_scrapped(wish, folded) or _is_not_due(wish, folded)]


def _is_not_due(wish: Found, text: str) -> bool:
    """ "De rolstoel hoeft niet meer voor Wim", "vegetarisch is niet nodig": what isn't due is that wish."""
    return BEGINS.search(text, max(0, wish.start - 24), wish.start) is not None and (
        NOT_DUE.match(text, wish.end) is not None
    )


def is_past(wish: Found, clauses: Clauses) -> bool:
    """ "Ik was vegetariër, maar eet weer vlees", "I told you I was vegetarian. My doctor has since ..."."""
    text = clauses.text
    first, _ = clauses.clause_at(wish.start)
    begins, ends = clauses.sentence_at(wish.start)
    if WAS.search(text, first, wish.start) and NO_MORE.search(text[wish.end : wish.end + 60]):
        return True
    if TOLD_THAT.search(text, begins, wish.start) is None:
        return False
    following = clauses.sentence_at(min(ends + 1, clauses.end))
    return SINCE.search(text, wish.end, max(following[1], ends)) is not None


def _is_waved_off(wish: Found, text: str, after: str) -> bool:
    is_there = wish.kind == "allergy" and IS_THERE.match(text, wish.end)
    waved = WAVED_OFF.match(text, wish.end) and not is_there
    return bool(waved or WAS_FOR.match(after) or OVER.match(text, wish.end) or NOT_SO.match(text, wish.end))


def _is_not_handed_on(text: str, wish: Found) -> bool:
    """Whether it is the writer's, and nobody's who comes instead: "mijn notenallergie neemt zij niet over"."""
    before = text[max(0, wish.start - 40) : wish.start]
    if WITHOUT_MINE.search(before):
        return True
    return MINE.search(before) is not None and NOT_HANDED_ON.match(text, wish.end) is not None


@cache
def _instead_of() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('diet', 'instead_of'))})\s(?:een\s|a\s)?[\"']?$")


@cache
def _not_such() -> re.Pattern[str]:
    """ "ben geen vegetariër", "niet meer halal"; "helemaal geen vlees" is a wish of its own and not meant here."""
    return re.compile(r"\b(?:niet|geen|not|no longer|nicht|kein)\s(?:(?:meer|een|a|langer|per se|alleen)\s)?$")


@cache
def _becomes() -> re.Pattern[str]:
    return re.compile(rf"^[\"']?\s?(?:lunch\s|broodje\s|maaltijd\s)?(?:{any_of(words('diet', 'becomes'))})\s")
