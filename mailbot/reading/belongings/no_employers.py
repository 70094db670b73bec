"""A house that somebody names and isn't of: they live there, were of it once, are helped by it, heard of the day there;
or somebody at home is of it.

"Als inwoner van de gemeente Ede", "oud-raadslid in Epe", "tot 2014 was ik griffier te Tiel"; "bij de gemeente Ede kreeg
ik dit adres"; "onze dochter, die bij de gemeente Ede werkt".
"""

import re
from functools import cache

from mailbot.reading import details
from mailbot.reading.lexicon import words
from mailbot.reading.names.relations import all_relations
from mailbot.reading.names.titles import is_job_title
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

# What begins another statement than the one before it: "inwoner van Ede en werkzaam bij", "ooit was ik dat, nu ben ik"
ANOTHER = (
    r"(?:ik|wij|we|i|en|and|maar|but|nu|thans|now|inmiddels|tegenwoordig|werk|werkzaam|werkt|werken|zit|zitten|ben|als"
    r"|wel|daarnaast|tevens|also)"
)
ON_TO_HOUSE = rf"(?:\s(?!{ANOTHER}\b)[\w'’&/-]+){{0,6}}?(?:,?\s|,)$"
BREAKS = late(r"[,;]|\b(?:ik|wij|we|i|maar|but|nu|now|zit|ben|als|van|bij|in|te|die|who)\b")
# "Oud-raadslid in", "ex-wethouder van", and what titles are about between them: "oud-adviseur wonen bij de"
ONCE_TITLED = late(rf"(?<![\w-])(?:oud|ex)-(?P<title>[a-z][a-z-]+){ON_TO_HOUSE}")
# "Tot 2014 was ik", "ik was jarenlang": somebody's title comes next
WAS = late(
    r"\b(?:(?:was|waren|were)\s(?:ik|wij|we|i)|(?:ik|wij|we|i|en|and)\s(?:was|waren|were))\s"
    r"(?:(?:tot|van|in|ooit|vroeger|zelf|ook|eens|een|a|an|the|de|jaren|jaar|lang|jarenlang|voorheen|destijds|toen|er"
    r"|hier|daar|ruim|bijna|vorig|maanden|als|met|een tijdje|en|until|for|years|once|twee|drie|vier|vijf|tien|twintig"
    r"|\d+),?\s){0,7}$"
)
# Behind the house: "b.d.", "in ruste", "(2006-2014)", "tot 2018"
OVER = late(
    r",?\s\(?(?:b\.?\s?d\.?(?!\w)|i\.\s?r\.|buiten dienst|in ruste|ret\.|retired"
    r"|(?:van\s)?(?:19|20)\d\d\s?(?:-|–|tot|t/m|until|to)\s?(?:19|20)\d\d|(?:tot|t/m|until)\s(?:\w+\s)?(?:19|20)\d\d)"
)
# "Onze dochter, die bij de gemeente Ede werkt", "van me zus die werkt bij", "mijn buurman, ambtenaar bij"
OWNER = r"(?:mijn|m'n|mn|me|een|onze|ons|my|our|an?|de)"
SORT_OF = r"(?:goede\s|oude?\s|nieuwe\s|good\s|old\s|oudste\s|jongste\s)?(?:oud-|ex-)?"
GOES_ON = (
    r"(?:(?!\b(?:ik|ikzelf|zelf|mij|wij|we|i|me|myself)\b)[^.;:!?]){0,40}?"
    r"(?:\b(?:die|who|zit|zat|zitten|werkt|werkte|is|was|works|worked|sits|van|bij|in|op|at|from|of)\b|,\s)"
    r"(?:(?!\b(?:ik|ikzelf|zelf|mij|wij|we|i|me|myself)\b)[^.;:!?,]){0,40}$"
)


def is_of_no_one(before: str, behind: str) -> bool:
    """Whether the words of its clause before a house and those behind it (both folded) tell that nobody who writes so
    is of it."""
    if OVER.match(behind) or _told_there().match(behind) or _renamed().match(behind):
        return True
    lives = _lives_there().search(before)
    return (lives is not None and not _is_a_field(before, lives.start())) or _was_once(before)


def _is_a_field(before: str, at: int) -> bool:
    """Whether the word there tells what a title is about: "medewerker bijstand", "adviseur wonen en huur"."""
    titles = [title for title in details.roles(before, 0, at) if title.end <= at]
    return bool(titles) and BREAKS.search(before, titles[-1].end, at) is None


def _was_once(before: str) -> bool:
    titled = ONCE_TITLED.search(before)
    if (titled is not None and is_job_title(titled["title"])) or _former(before):
        return True
    titles = details.roles(before) if " was" in f" {before}" or "waren" in before or "were" in before else ()
    last = titles[-1] if titles else None
    return last is not None and WAS.search(before, 0, last.start) is not None and not _is_now(before[last.end :])


def _former(before: str) -> bool:
    """ "Voormalig ambtenaar van", "gepensioneerd docent in": a title right behind such a word."""
    return any(is_job_title(match["title"]) for match in _former_title().finditer(before))


def _is_now(said: str) -> bool:
    return re.search(rf"\b{ANOTHER}\b", said) is not None


def is_somebodys(before: str) -> bool:
    """Whether the words before a house, or a seat in it, tell of somebody whom the writer knows."""
    return _somebodys().search(before) is not None


def is_in_past(text: str, found: Found) -> bool:
    """Whether a line of a signature tells that its author was of that house, or lives there."""
    line = text.rfind("\n", 0, found.start) + 1
    return is_of_no_one(fold(text[line : found.start]), fold(text[found.end : found.end + 30]))


@cache
def _lives_there() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of(words('organisations', 'no_work'))})(?![\w-]){ON_TO_HOUSE}")


@cache
def _former_title() -> re.Pattern[str]:
    former = any_of(words("organisations", "former"))
    return re.compile(rf"(?<![\w-])(?:{former})\s(?:[a-z]+\s)??(?P<title>[a-z][a-z-]+){ON_TO_HOUSE}")


@cache
def _told_there() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{any_of(words('organisations', 'told_there'))})(?!\w)")


@cache
def _renamed() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{any_of(words('organisations', 'renamed'))})(?!\w)")


@cache
def _somebodys() -> re.Pattern[str]:
    known = any_of((*all_relations(), *words("organisations", "acquaintances")))
    return re.compile(rf"\b{OWNER}\s{SORT_OF}(?:{known})\b{GOES_ON}")
