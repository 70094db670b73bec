"""What is said of food or needs without anybody having them: praise for last year's lunch, a tip for the caterer, the
people with whom somebody works, a habit of which the writer says not to have it."""

import re

from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.names.people import Person
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

BEFORE = r"\b(?:vorig\w*|toen|destijds|laatst|afgelopen|last|previous)\b"
AHEAD = 40  # characters of the next sentence
WAS_GOOD = late(
    r"\b(?:was|waren|smaakten?|vond|vonden|were|tasted)\b[^.;!?\n]{0,60}"
    r"\b(?:lekker\w*|heerlijk\w*|succes|goed|geslaagd|prima|top|fantastisch|voortreffelijk|verrukkelijk|delicious|great"
    r"|lovely|good|excellent)\b|\bcompliment\w*",
    re.IGNORECASE,
)
LAST_TIME = late(BEFORE, re.IGNORECASE)
RUNS_OUT = late(
    r"\b(?:vaak|altijd|meestal|doorgaans|snel|always|often|usually)\b[^.;!?\n]{0,30}"
    r"\b(?:(?:het\s|als\s|te\s)(?:eerste?|snel|weinig)|op|runs out|gone)\b",
    re.IGNORECASE,
)
THAT_ONE = re.compile(r"\s*(?:Die|Deze)\s[a-z]")
OURS = re.compile(r"\b(?:mijn|m'n|mn|onze|ons|my|our)\s$", re.IGNORECASE)
CUT = re.compile(r"[,;:]\s")
MINE = late(r"\b(?:ik|ikzelf|mijn|mij|me|i|my|we|wij|ons|onze)\b", re.IGNORECASE)
# "Mensen die doof zijn", "dove mensen", "voor wie glutenvrij eet"
THOSE = (
    r"(?:mensen|personen|inwoners|burgers|bewoners|kinderen|jongeren|ouderen|volwassenen|clienten|cliënten|patiënten"
    r"|leerlingen|studenten|bezoekers|vrijwilligers|moslims|people|residents|children|clients|visitors|citizens|students)"
)
WHO_ARE = late(
    rf"\b{THOSE}\s(?:(?:in|uit|van)\s\w+\s)?(?:die|met|zonder|in|zijn|who|with|are)\s(?:(?!\b(?:ik|i)\b)[^,.;:!?\n]){{0,50}}$"
    r"|(?<!,\s)\bvoor (?:wie|degenen die|al wie)\s[^,.;:!?\n]{0,30}$",
    re.IGNORECASE,
)
SUCH_PEOPLE = late(rf"[\w-]+(?:\s(?:en|of|and|or)\s[\w-]+)?\s{THOSE}\b", re.IGNORECASE)
# "Onze directeur zit in een rolstoel, maar komt niet"
OF_OURS = late(
    r"\b(?:mijn|m'n|onze|my|our)\s(?:[\w-]+\s){1,3}(?:(?!\b(?:ik|i|wij|we|hij|zij)\b)[^.;:!?\n]){0,40}$", re.IGNORECASE
)
STAYS = late(
    r"[^.!?\n]{0,40}\b(?:(?:komt|gaat|is er|kan)\s(?:zelf\s|dus\s|helaas\s)?niet\b|blijft thuis"
    r"|(?:isn't|is not|not) (?:coming|joining|attending)|stays home)",
    re.IGNORECASE,
)
# "Ik begeleid blinde en slechtziende klanten": an adjective before a word for several of a kind
OF_A_KIND = late(
    r"(?:blinde|dove|slechtziende|slechthorende|doofblinde|autistische|gehandicapte|blind|deaf|autistic)"
    r"(?:\s?(?:en|of|and|or|,|/)\s?[\w-]+e)?\s(?!(?:ogen|oren|vlekken|collega['’]s)\b)[^\W\d_]{3,}(?:en|ers|['’]s|anten|[a-z]s)\b",
    re.IGNORECASE,
)
# "Toen de rolstoelgebruikers geweigerd werden": they, of whom nobody here is said to be one
THEM = re.compile(r"\b(?:de|die|onze|alle|veel|the|all|many|our)\s$", re.IGNORECASE)
OTHERS = late(
    r"\b(?:mijn|onze|de|al mijn|alle|veel|sommige|meeste|my|our|most|many)\s(?:andere\s)?"
    r"(?:collega['’]?s|vrienden|kinderen|ouders|medewerkers|deelnemers|gasten|klanten|colleagues|friends|children)\s"
    r"(?:zijn|eten|zitten|hebben|are|eat|have)\s[^,.;:!?\n]{0,40}$",
    re.IGNORECASE,
)
# "Twee daarvan zijn vegetariër", "bijna iedereen hier", "de helft van het team"
SOME = late(
    r"\b(?:\d|een|één|twee|drie|vier|vijf|een paar|een aantal|enkelen?|de helft|de meesten?|iedereen|sommigen?|velen"
    r"|two|three|some|half|most|everybody|everyone)\s"
    r"(?:daarvan|hiervan|ervan|hier|bij ons|here"
    r"|(?:van|uit|onder|of)\s(?:hen|ze|die|deze|ons|het|de|mijn|onze|them|us|my|the|our))\b"
    r"[^,.;:!?\n]{0,30}$",
    re.IGNORECASE,
)
# Behind "met", "voor": with whom, or for whom, somebody works
OF_MANY = late(
    r"(?:rolstoelgebruikers|rolstoelers|doven|slechthorenden|slechtzienden|blinden|mindervaliden|vegetari[eë]rs|veganisten"
    r"|diabetici|wheelchair users|vegetarians|vegans)\b",
    re.IGNORECASE,
)
FOR = late(
    r"\b(?:met|voor|aan|van|onder|over|door|namens|for|with|of|about)\s(?:(?!twee|drie|vier)[^\W\d_]+\s){0,2}$",
    re.IGNORECASE,
)
COUNTS = late(r"\b(?:\d|twee|drie|vier|two|three|wij|we|allebei|beiden?)\s(?:[^\W\d_]+\s){0,2}$", re.IGNORECASE)
# The writer has no part in it
NOT_ME = late(
    r"\b(?:ik|i)\s(?:zelf\s)?(?:hoor|val|reken mij|reken me)\s(?:daar|er|hier)\s"
    r"(?:\w+\s){0,2}niet\s(?:\w+\s){0,2}(?:bij|onder|toe)\b"
    r"|\b(?:ik\s(?:zelf\s)?eet|(?:zelf|persoonlijk)\seet\sik"
    r"|(?<!rest )(?<!verder )(?<!voorts )(?<!overigens )(?<!erbuiten )eet\sik)\s"
    r"(?:zelf\s|gewoon\s|namelijk\s|gelukkig\s|echt\s)*alles"
    r"(?!\s(?:behalve|wat|zolang|als|met uitzondering|mits|zonder|,? maar))"
    r"|\bgeldt\s(?:\w+\s){0,2}niet\svoor\s(?:mij|me|mijzelf)\b|\bik(?:zelf)?\s(?:zelf\s|dus\s|gelukkig\s)?niet\s?(?:[.,;!)\n]|$)"
    r"|\b(?:ik\sheb|heb\sik)\s(?:zelf\s)?(?:daar|er)\s(?:\w+\s){0,2}geen\slast\svan|\bi\s(?:eat|have)\s(?:everything|anything)\b",
    re.IGNORECASE,
)


# "Thuis koken we vegetarisch, maar ik eet alles"
BUT_I = late(
    r"\b(?:maar|but)\s(?:zelf\s)?(?:ik\s(?:zelf\s)?eet|eet ik|i eat|i'll eat)\s"
    r"(?:(?:zelf|gewoon|echt|gelukkig|hier|daar)\s){0,2}(?:alles|everything|anything)"
    r"(?!\s(?:behalve|wat|zolang|mits|zonder|maar|except|but))",
    re.IGNORECASE,
)
I_SAY = re.compile(r"\b(?:ik|ikzelf|i|i'm|mij|me)\b", re.IGNORECASE)


# ... but to have the like again
AGAIN = late(
    r"\b(?:graag|liefst|please|mag)\b[^.;!?\n]{0,24}\b(?:weer|opnieuw|again|zo)\b|\bweer\s(?:graag|zo)\b", re.IGNORECASE
)


def is_nobodys(asking: Asking, found: Found, people: list[Person]) -> bool:
    """Whether a diet or a need is only spoken of, and none of these people has it."""
    unit = next((unit for unit in asking.sheet.units if unit.start <= found.start < unit.end), None)
    if unit is None or unit.kind is not UnitKind.SENTENCE:
        return False
    text, before = asking.text, asking.text[unit.start : found.start]
    if people == [asking.writer] and _is_of_ours(asking, unit):
        return True
    if WHO_ARE.search(before) or (people == [asking.writer] and (OTHERS.search(before) or SOME.search(before))):
        return True
    if SUCH_PEOPLE.match(text, found.start) or OF_A_KIND.match(text, found.start):
        return True
    if STAYS.match(text, found.end) and OF_OURS.search(before) and not any(unit.start <= f.start for f in unit.names):
        return True
    if OF_MANY.match(text, found.start) and THEM.search(before):
        return True
    if OF_MANY.match(text, found.start) and FOR.search(before) and not COUNTS.search(before):
        return True
    clause = max(unit.start, *(cut.end() for cut in CUT.finditer(text, unit.start, found.start)), 0)
    marks = [m for m in asking.account.marks if clause <= m.at < found.start and m.people]
    if marks or MINE.search(text, clause, found.start):
        return False
    return _is_praised(text, unit, found)


def _is_of_ours(asking: Asking, unit: Unit) -> bool:
    """ "Mijn man blijft thuis. Die is allergisch voor noten": of him."""
    if THAT_ONE.match(asking.text, unit.start) is None:
        return False
    earlier = next((u for u in reversed(asking.sheet.units) if u.end <= unit.start), None)
    nouns = [cue for c in earlier.clauses for cue in c.cues if cue.kind in ("person", "companion")] if earlier else []
    return any(OURS.search(asking.text, max(0, noun.start - 12), noun.start) for noun in nouns)


def _is_praised(text: str, unit: Unit, found: Found) -> bool:
    """ "De vegetarische hapjes van vorig jaar waren heerlijk", "glutenvrij is altijd het eerst op"."""
    if WAS_GOOD.search(text, found.end, unit.end) and LAST_TIME.search(text, unit.start, unit.end):
        return AGAIN.search(text, found.end, unit.end + AHEAD) is None
    return RUNS_OUT.search(text, found.end, unit.end) is not None


def is_not_mine(asking: Asking, found: Found) -> bool:
    """Whether the writer, of whom nothing says that it is theirs, says behind it to have no part in it."""
    unit = next((unit for unit in asking.sheet.units if unit.start <= found.start < unit.end), None)
    if unit is None or unit.kind is not UnitKind.SENTENCE:
        return False
    if BUT_I.search(asking.text, found.end, unit.end) and not I_SAY.search(asking.text, unit.start, found.start):
        return True  # "thuis koken we vegetarisch, maar ik eet alles"
    if MINE.search(asking.text, unit.start, found.start):
        return False
    following = next((u for u in asking.sheet.units if u.start >= unit.end and u.kind is UnitKind.SENTENCE), unit)
    return NOT_ME.search(asking.text, found.end, max(unit.end, following.end)) is not None
