"""Whether the words around an organisation say that somebody who comes is of it.

"Namens de gemeente Ede", "werk bij X", "als raadslid van Y"; not "van Ede naar Tiel", "de gemeente Ede stuurde mij dit
door", "mijn zus werkt bij X".
"""

import re
from functools import cache

from mailbot.reading import details
from mailbot.reading.belongings.no_employers import is_of_no_one, is_somebodys
from mailbot.reading.belongings.statements import WRITES_AS, clause_before, is_listed
from mailbot.reading.case.asking import Asking
from mailbot.reading.lexicon import word_set, words
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found
from mailbot.reading.text.late import late

AUTHORITIES = ("municipality", "office", "province", "ministry", "public_body")
OFFICE_HELD = re.compile(
    r"\b(?P<office>[\w-]{4,24})\s(?:voor|namens|van|for)\s[^,.;:()]{2,40}\s(?:in|te)\s(?:de\s|het\s)?$"
)
LEFT = re.compile(r"\b(?:van|from)\s(?:de\s|het\s|the\s)?$")
TO_ANOTHER = re.compile(r"\s+(?:naar|in|to)\s")
ENTERED = re.compile(
    r"\b(?:van|from)\s[^,.;:!?]{3,50}\s(?:naar|in|to)\s(?:de\s|het\s|the\s)?$|\bdat moet\s(?:de\s|het\s)?$"
)
BUT = re.compile(r"\b(?:maar|doch|but)\s")
# "De coaches werken bij", "zij is van"; not "wij werken bij"
THEY_WORK = late(
    r"(?:^|[,;:]\s|\ben\s)(?:(?:de|die|deze|beide|alle|the|these|both)\s(?:[\w-]+\s){1,3}|(?:zij|ze|hij|they|she|he)\s)"
    r"(?:werkt|werken|zijn|is|komt|komen|zit|zitten|works?|are)\s(?:\w+\s){0,2}?"
    r"(?:bij|van|voor|vanuit|namens|for|at|from)\s(?:(?:de|het|the)\s)?$"
)
# What was said before has no more to do with what comes: "let niet op mijn spelling ik werk bij", dictated
SAYS_ANEW = re.compile(r"(?=\b(?:ik|wij|we|i)\s(?:werk|werken|zit|zitten|ben|zijn|work|am)\s)")
ENDED = re.compile(r"[.!?]\s")  # behind a name: what comes next is said in another sentence
COMES_FOR = late(
    r"\b(?:schrijf|kom|komt|komen|meld|ga|gaat|come)\b(?:\s\w+){0,4}\s"
    r"(?:namens|voor|on behalf of)\s(?:de\s|het\s|the\s)?$"
    r"|\b(?:noteer|zet|boek|registreer|vermeld|schrijf|staat?|staan|hoor|hoort|horen|vallen|valt|register)\b[^.;:!?]{0,40}\sonder\s(?:de\s|het\s)?$"
)
# "Wilt u haar onder Movisie noteren?"
UNDER = re.compile(r"\bonder\s(?:de\s|het\s)?$")
NOTED = re.compile(r"\s(?:te\s)?(?:noteren|registreren|zetten|vermelden|inschrijven|opnemen|boeken|staan)\b")
# "Mijn moeder en ik runnen samen stichting ...", "we vormen het bestuur van"; not so "mijn zus runt"
RUNS = late(
    r"\b(?:run|runnen|leid|leiden|bestier|bestieren|drijf|drijven|beheer|beheren|trek|trekken|vertegenwoordigen"
    r"|vorm|vormen|bemannen|besturen|manage|started|founded)\b"
    r"(?:\s(?:ik|wij|we|samen|zelf|al|sinds|nu|daar|hier|er|met|haar|hem|z'n|tweeen|drieen|twee|drie|een|eigen"
    r"|vier|vijf|tien|jaar|jaren|together|our|ook|\d+)){0,6}\s"
    r"(?:(?:het bestuur van|de leiding van)\s)?(?:(?:de|het|onze|een|the|a)\s)?$"
)
# "Ik heb dertien jaar in de raad van Epe gezeten": and am there no more
HAVE = late(r"\b(?:heb|heeft|hebben|had|hadden|ben|was|have|had|jaar|years)\b[^.;:!?]{0,80}$")
ONCE_WAS = late(r"[^.,;:!?]{0,24}?\s(?:gezeten|gewerkt|gediend|gestaan|geleid|gewoond|gezeteld|worked|served)\b")
FRIENDS = ("vriend", "friend", "kennis")
LIKE = re.compile(r"\b(?:net als|evenals|zoals|just like)\s$")  # "ik ben net als Wim lid van"
CLOSE = 24  # characters between a name and what is said of it: "Anja Pot van de gemeente Ede"


def is_stated(asking: Asking, body: str, found: Found, people: list[Person]) -> bool:
    """Whether the text says that somebody who comes is of that organisation, and not only that it exists."""
    if found.kind == "labelled" or is_listed(asking, found):
        return True
    before = clause_before(body, found)
    before = SAYS_ANEW.split(BUT.split(before)[-1])[-1]  # "niet meer bij Ede maar bij Tiel"
    if is_of_no_one(before, fold(body[found.end : found.end + CLOSE])):
        return False
    if is_somebodys(before) and not _is_introduced(asking, people):
        return False
    if LEFT.search(before) and TO_ANOTHER.match(body, found.end):
        return False  # "van Ede naar Tiel"
    if ENTERED.search(before) or RUNS.search(before):
        return True
    if _is_only_mentioned(asking, before, found, people) or _is_strangers(asking, found, people):
        return False
    if ONCE_WAS.match(fold(body), found.end) and HAVE.search(before):
        return False
    if found.kind in (*AUTHORITIES, "other") and acts().match(fold(body), found.end):
        return False  # "de gemeente Ede stuurde mij dit door"
    if COMES_FOR.search(before) or (UNDER.search(before) and NOTED.match(body, found.end)):
        return True
    if found.kind in ("domain", "lead_in", "office") or _states_employer().search(before):
        return True
    if found.kind in AUTHORITIES and _in_office(before):
        return True
    titles = details.roles(body)
    if found.kind == "other" and body[: found.start].endswith(" in "):
        return any(role.end == found.start - len(" in ") for role in titles)  # "vrijwilliger in Taalhuis De Pen"
    return any(0 < found.start - role.end <= 2 for role in titles)  # "student Tilburg University"


def is_of_others(body: str, found: Found, writer: Person) -> bool:
    """ "De coaches werken bij Humanitas, ikzelf bij de gemeente": whoever works there is spoken of, and isn't me."""
    before = clause_before(body, found)
    return THEY_WORK.search(before) is not None and fold(writer.name.given) not in before.split()


def states_employer(before: str) -> bool:
    """Whether the words before an organisation say that somebody is of it."""
    return _states_employer().search(before) is not None and not only_mentioned().search(before)


def comes_for(before: str) -> bool:
    """ "Overdag werk ik bij X, maar ik kom namens", "noteer ze graag onder": that house goes before the others."""
    return re.search(WRITES_AS, before) is not None or COMES_FOR.search(before) is not None


def may_have(body: str, lexicon: str, table: str) -> bool:
    """Whether a phrase of that table may stand there: few bodies have one, and the others' houses aren't asked for."""
    folded = fold(body)
    return any(phrase.split()[0] in folded for phrase in words(lexicon, table))


def _is_only_mentioned(asking: Asking, before: str, found: Found, people: list[Person]) -> bool:
    """Whether the words before that house say so; not where they call one of those who come a friend: "in mijn plaats
    komt Els Bos, een vriendin en net als ik lid van"."""
    said = only_mentioned().search(before)
    if said is None:
        return False
    unit = next((u for u in asking.sheet.units if u.start <= found.start < u.end), None)
    named = unit is not None and any(
        unit.start <= start and end <= found.start for p in people if not p.is_writer for start, end in p.spans
    )
    return not (named and said[0].startswith(FRIENDS))


def _is_introduced(asking: Asking, people: list[Person]) -> bool:
    """Whether somebody comes who was introduced as what they are to the writer: it may be their house."""
    relations = asking.account.relations
    return relations is not None and any(relations.knows(person) for person in people if person is not asking.writer)


def _in_office(before: str) -> bool:
    """ "Als commissielid voor D66 in de gemeenteraad van": whoever has that office is of that municipality."""
    held = OFFICE_HELD.search(before)
    return held is not None and held["office"] in word_set("organisations", "municipal_roles")


def _is_strangers(asking: Asking, found: Found, people: list[Person]) -> bool:
    """ "Anja Pot van de gemeente Ede meldt zich zelf": of somebody who isn't in question."""
    strangers = (person for person in asking.roster.people if person not in people)
    return any(
        0 <= found.start - end <= CLOSE
        and not ENDED.search(asking.text, end, found.start)
        and not LIKE.search(asking.text, max(0, start - 12), start)
        for person in strangers
        for start, end in person.spans
    )


@cache
def acts() -> re.Pattern[str]:
    """Behind an organisation: it does something itself, and so is no employer but a messenger."""
    mine = r"(?!\s(?:ik|wij|we|i)\b)"  # "Als raadslid van de gemeente Ede wil ik ..."
    return re.compile(rf"\s(?:{any_of(words('organisations', 'acts'))})(?!\w){mine}")


@cache
def only_mentioned() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('organisations', 'only_mentioned'))})(?!\w)[^,.;\n]*$")


@cache
def _states_employer() -> re.Pattern[str]:
    article = r"(?:(?:de|het|onze|our|the)\s)?"
    said = rf"(?<!\w)(?:{any_of(words('organisations', 'stated_by'))})\s+{article}"
    now = r"\b(?:werkgever|employer)\s(?:is|wordt|heet)\s(?:[\w.]+\s){0,4}"  # "mijn werkgever is sinds 1 maart het"
    return re.compile(rf"(?:{said}|{now}|[,(|:-]\s*{article}|\n\s*|^\s*)$")
