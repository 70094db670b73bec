"""Which of several titles somebody has now: "eerst als promovenda, nu als onderzoeker"."""

import re

from mailbot.reading.belongings.statements import WRITES_AS
from mailbot.reading.text.fold import fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

RIGHT_BEFORE = re.compile(rf"{WRITES_AS}(?:een\s|a\s)?$")
NOW = re.compile(
    r"\b(?:sinds|per|vanaf|inmiddels|nu|thans|tegenwoordig|nowadays|now|since)\b[^.,;:()]{0,25}?"
    r"\b(?:ben|werk|is|werkt)\s(?:ik|hij|zij|ze)\s(?:als\s)?(?:een\s)?$"
    # "sinds 1 maart zit ik bij de gemeente Tiel, als jurist", "vanaf mei ben ik hier jurist"
    r"|\b(?:sinds|per|vanaf|since)\b[^.;:()]{0,30}?\b(?:ben|werk|zit|heet|am|work)\s(?:ik|I)\b[^.;:()]{0,70}?"
    r"(?:\b(?:als|as)\s|\b(?:hier|daar|er|here|there)\s)(?:een\s|a\s|de\s)?$"
    r"|\b(?:nu|thans|inmiddels|tegenwoordig|momenteel|now|currently)\s(?:(?:als|as)\s)?(?:een\s|a\s)?$"
)
LONG_AGO = late(
    r"\b(?:jaar geleden|destijds|toentertijd|vroeger(?! (?:weg|naar|vertrekken|op|aan))|voorheen|years ago"
    r"|(?:zat|werkte|begon|was|zaten|werkten|begonnen|waren) (?:ik|wij|we) (?:\w+ ){0,4}als"
    r"|jaren (?:vijftig|zestig|zeventig|tachtig|negentig)|(?:in|rond|sinds) de vorige eeuw"
    r"|eerst(?: nog)? als|toen(?: nog)? als|gepensioneerd(?! (?:en|maar)\b)|met pensioen als"
    r"|(?:functie|rol|role|position|titel|title) (?:nog |still )(?:steeds |als |as |op |vermeld |listed )+[‘'\"“]?$)"
)
STILL = re.compile(
    r"(?:\b(?:nog altijd|nog steeds|nog|still|inmiddels|thans|tegenwoordig|nu|now|sinds|vanaf|since)\b| [-–] "
    r"|\bal (?:\w+ )?jaar\b)"
)
STUDIES = re.compile(r"(?:\d+e|\w+de|\w+ste|eerste)[ -]?jaars\b|student")
RETIRED = re.compile(r"gepensioneerde?\b|retired\b")
# "Ik ben voorzitter, nee sorry, dat was ik tot vorig jaar"
WAS_SO = late(
    r"[\s,.:;–-]*(?:(?:of|nee|sorry|wacht|althans|tenminste|pardon|o|oh|no|well|wait|or rather)\b[\s,.:]*){0,4}"
    r"(?:(?:dat|die|that)\s(?:was|ben|is)\s(?:ik|hij|zij|ze)\b"
    r"(?=\s(?:tot|vroeger|toen|niet meer|destijds|voorheen|vorig))"
    r"|(?:that|which)\s(?:i|he|she)\s(?:was|used to be)\b|that was (?:until|before|last)\b)"
)
FORMER = re.compile(r"(?:oud|ex|voormalig|gewezen|former)\b")
OTHERS = late(
    r"\b(?:collega['’]?s|mensen|anderen|sprekers|personen|colleagues|people)\s(?:die|who)\b[^.;:()]*$"
    r"|\b(?:twee|drie|vier|enkele|sommige|een paar|two|three|some)\s(?:van (?:onze|de|mijn)\s)?"
    r"(?:collega['’]?s|mensen|colleagues)\s[^.;:()]*$"
    r"|\b(?:ons|us)\s(?:als|as)\s(?:een\s|a\s)?$"
)
# "Tom werkt bij ons als onderzoeker"
WORKS_WITH_US = late(
    r"\b(?:werk(?:t|en|zaam)?|begint|begonnen|start|gestart|actief|in dienst|works?|started)\b[^.;:!?]{0,60}"
    r"\b(?:bij|voor|with|for|at)\s(?:ons|us)\s(?:als|as)\s(?:een\s|a\s)?$"
)
OF_OURS = late(
    r"\b(?:[Mm]ijn|[Oo]nze|[Mm]['’]n|[Ee]en|[Mm]y|[Oo]ur|[Aa]n?)\s(?:[a-z-]+\s){0,2}[a-z-]+,\s"
    r"(?:(?:nu|thans|inmiddels|tegenwoordig|zelf|ook|sinds \w+|now|currently|himself|herself)\s){1,2}"
    r"(?:(?:de|het|een|an?|the)\s)?\Z"
)


def holds_no_longer(before: str) -> bool:
    """Whether the words before a title tell of former times, and turn to the present no more."""
    past = LONG_AGO.search(before)
    return past is not None and not STILL.search(before, past.end())


def is_former(title: str) -> bool:
    """ "oud-wethouder", "former mayor": who is called so is that no more."""
    return FORMER.match(fold(title)) is not None


def is_given_up(behind: str) -> bool:
    """Whether the words behind a title say that it isn't held any more: "nee sorry, dat was ik tot vorig jaar"."""
    return WAS_SO.match(behind) is not None


def is_of_others(before: str) -> bool:
    """ "De collega's die al als spreker op het programma staan": those whom the words before a title speak of."""
    return OTHERS.search(before) is not None and not WORKS_WITH_US.search(before)


def is_of_ours(body: str, at: int) -> bool:
    """ "Mijn buurvrouw, nu wethouder in Epe, tipte mij": somebody without a name, whom nobody is called by."""
    return OF_OURS.search(body, max(0, at - 80), at) is not None


def rank(found: Found, before: str) -> tuple[bool, ...]:
    """To sort the titles of a talk by: what somebody is now, or writes as, goes first; that somebody studies, or has
    retired from, last."""
    at_last = STUDIES.match(fold(found.value)) or RETIRED.match(fold(found.value))
    return (not NOW.search(before), not RIGHT_BEFORE.search(before), at_last is not None)
