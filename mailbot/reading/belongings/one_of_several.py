"""Which of several people something is told of, where no name tells it: "de ander", "de eerste twee", "Els ook"; and
where nobody knows: "een van ons", "zij" of two women, "Peter" of two Peters."""

import re

from mailbot.reading.account.account import Mark
from mailbot.reading.belongings.list_places import ListPlaces
from mailbot.reading.belongings.named_rows import named_rows
from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.units import Unit
from mailbot.reading.names.people import Person
from mailbot.reading.names.sexes import Sex
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

# "De ander", and of things only what somebody eats: not "de andere workshop"
IS = r"(?:is|has|eats|uses|needs|wants|would|prefers|can)\b"
OTHER = late(
    rf"\b(?:de|het|die)\sander\s|\bde\sandere\s(?:collega|deelnemer|persoon|dame|heer|portie|lunch|maaltijd)\s"
    rf"|\bthe\sother\s(?:(?:one|colleague|person)\s|(?={IS}))",
    re.IGNORECASE,
)
THE_ONE = late(rf"\b(?:de een|de één)\s(?!of\b)|\bthe one\s(?={IS})", re.IGNORECASE)
# "Een van ons", "één van beiden"; of "iemand" nothing is to be known
ONE_OF_US = late(
    r"\b(?:(?:een|één|eentje|1|iemand) (?:van|uit|onder) (?:hen|ons|hun|beiden?"
    r"|(?:de|die|onze|mijn) (?:twee|drie|vier|vijf|collega['’]?s|heren|dames))"
    r"|(?:one|two) of (?:us|them|my colleagues)|(?:twee|drie) van (?:hen|ons)|(?:de|onze) (?:jongste|oudste))\b",
    re.IGNORECASE,
)
HE = late(r"(?:hij|hem|he|him)\b", re.IGNORECASE)
SHE = late(r"(?:zij|ze|haar|she|her)\b", re.IGNORECASE)
HER = late(r"(?:haar|hem|her|him)\b", re.IGNORECASE)
SEVERAL = late(r"(?:zij|ze)\s(?:zijn|[^\W\d_]{2,12}en|allebei|beiden?|samen|alle)\b", re.IGNORECASE)
FIRST = late(r"\W*(?:(?:en|maar|collega|voor|bij)\s)?(?P<name>[^\W\d_][\w'’-]+)\s(?P<next>[\w'’-]+)", re.IGNORECASE)
SAME = r"(?:ook|idem|eveneens|hetzelfde|dito|ditto|net zo|insgelijks|too|as well|likewise|the same)"
LIKEWISE = rf"(?:{SAME}|dat geldt ook|hetzelfde geldt|zo ook|net (?:zo)?als|same|so (?:am|is|do|does))"
ENDS = r"(?=\s?[.,;!?)\n]|\s(?:graag|dus|en|and)\b|\s*$)"
# Behind what is said of another: "..., Els ook", "en voor Els geldt hetzelfde", "idem voor Els"
REST = r"(?:(?!\b(?:kom|komt|komen|ga|gaat|come|coming|attend)\b)[^.!?;,\n]){0,24}?"  # of what is said of the other
AND = r"(?:[.;,(]\s|\s(?=en\b|and\b))(?:(?:en|and)\s)?"
TOO = late(
    rf"{REST}{AND}(?:(?:voor|bij|van|for)\s)?(?P<who>[^\W\d_][^.,;:!?()\n]{{0,40}}?)\s"
    rf"(?:(?:geldt|dat|wil|eet|is|heeft|lust|graag|precies|het|exact|eats|is)\s){{0,3}}{SAME}{ENDS}"
    rf"|{REST}{AND}{LIKEWISE}\s(?:(?:voor|bij|van|for|geldt|goes)\s){{0,2}}(?P<whom>[^\W\d_][^.,;:!?()\n]{{0,40}}?){ENDS}",
    re.IGNORECASE,
)
IN_BRACKETS = late(r"[\d\s()+.-]{9,20}?\s?\((?:(?:van|voor|of|for)\s)?(?P<who>[^\W\d_][^()\n\d]{0,40})\)")
ME = ("ik", "mij", "me", "ikzelf", "mijzelf", "mezelf", "ondergetekende", "i", "myself")
CALLED = re.compile(r"(?:(?:onze|mijn|collega|mevrouw|de heer|my|our)\s){1,3}", re.IGNORECASE)


def named_by_place(asking: Asking, unit: Unit, at: int, people: list[Person]) -> list[Person]:
    """ "De eerste twee eten halal": those of the row."""
    return ListPlaces(asking, people, []).placed(unit, at)


# "Mijn collega eet halal", "de wethouder eet halal"
COLLEAGUE = late(r"(?i:\b(?:mijn|m'n|onze|my|our)\s(?:collega|colleague))\s(?=[a-z])")
OFFICE = late(r"\b(?:de|onze|the|our)\s(?P<office>[a-z]{4,30})\s(?=[a-z])", re.IGNORECASE)
KIND = late(
    r"\b(?:(?P<he>(?:de|beide|alle|the)\s(?:twee\s|drie\s|two\s)?(?:heren|mannen|men|gentlemen|enige man)"
    r"|mijn mannelijke collega['’]?s?)"
    r"|(?P<she>(?:de|beide|alle|the)\s(?:twee\s|drie\s|two\s)?(?:dames|vrouwen|women|ladies|enige vrouw|vrouw in)"
    r"|mijn vrouwelijke collega['’]?s?)"
    r"|(?P<ours>(?:mijn|m'n|mn|onze|beide|my|our)\s(?:beide\s|twee\s|drie\s|two\s)?(?:collega['’]?s|colleagues)))\b",
    re.IGNORECASE,
)


def of_their_kind(asking: Asking, unit: Unit, at: int, people: list[Person]) -> list[Person]:
    """ "De dames eten halal", "mijn collega's eten vegetarisch": those of whom it can be said, where no other is named
    in between."""
    said = list(KIND.finditer(asking.text, unit.start, at))
    if not said or any(said[-1].end() <= m.at < at and m.people for m in asking.account.marks):
        return []
    if said[-1]["ours"]:
        return [person for person in people if not person.is_writer]
    sex = Sex.HE if said[-1]["he"] else Sex.SHE
    return [person for person in people if person.sex in (sex, None)]


def of_the_other(asking: Asking, unit: Unit, at: int, people: list[Person], last: list[Person]) -> list[Person] | None:
    """Who of two is "de ander" before that place; nobody where no such word stands there, None where it isn't known
    who the one is. `last`: of whom a value was told last."""
    words = [found.end() for found in OTHER.finditer(asking.text, unit.start, at)]
    if not words:
        one = THE_ONE.search(asking.text, unit.start, at)
        named = one is not None and any(one.end() <= mark.at < at and mark.people for mark in asking.account.marks)
        return [] if one is None or named else None  # "de een (Bert) eet halal"
    if any(words[-1] <= mark.at < at and mark.people for mark in asking.account.marks):
        return []
    return [person for person in people if person not in last] if len(people) == 2 and len(last) == 1 else None


def is_anybodys(asking: Asking, unit: Unit, at: int, people: list[Person]) -> bool:
    """Whether what stands at that place is said of one of several, and it isn't told of which."""
    if len(people) < 2:
        return False
    marks = [m for m in asking.account.marks if unit.start <= m.at < at]
    said = [found.end() for found in ONE_OF_US.finditer(asking.text, unit.start, at)]
    if said and not any(said[-1] <= m.at and m.people for m in marks):
        return True
    # "Els en haar collega Mia, met haar rolstoel": whose it is their own sentence tells
    if marks and not (unit.names and HER.match(asking.text, marks[-1].at)) and _may_be_two(asking, marks[-1].at):
        return True
    if _is_of_either(asking, unit, at, people, marks):
        return True
    first = FIRST.match(asking.text, unit.start, at)
    so_called = [p for p in people if first and p.name.given == first["name"]]
    return len(so_called) > 1 and not any(
        first and p.name.surname and first["next"] in str(p.name).split() for p in so_called
    )


def _is_of_either(asking: Asking, unit: Unit, at: int, people: list[Person], marks: list[Mark]) -> bool:
    """ "Mijn collega eet halal", where two are named; "de wethouder", where two are."""
    colleague = COLLEAGUE.search(asking.text, unit.start, at)
    if colleague is not None and len([p for p in people if not p.is_writer]) > 1:
        return not any(colleague.start() <= m.at and m.people for m in marks)
    office = OFFICE.search(asking.text, unit.start, at) if any(p.role for p in people) else None
    holders = [p for p in people if office and p.role and fold(office["office"]) in fold(p.role).split()]
    return len(holders) > 1 and office is not None and not any(office.end() <= m.at and m.people for m in marks)


def _may_be_two(asking: Asking, at: int) -> bool:
    """Whether a pronoun stands there that means one of two who were named last, in a row: "Els en Mia komen. Zij"."""
    sex = Sex.HE if HE.match(asking.text, at) else Sex.SHE if SHE.match(asking.text, at) else None
    if sex is None or SEVERAL.match(asking.text, at):
        return False
    rows = [[p for p in row if not p.is_writer] for row in named_rows(asking, at)]
    row = next((row for row in reversed(rows) if row), [])
    row = [p for p in row if p not in _called_otherwise_before(asking, at, sex)]
    fitting = [p for p in row if p.sex in (sex, None)]
    known = [p for p in fitting if p.sex is sex]
    # of one known and one unknown the known is meant, unless the other is named last, to whom the talk turned
    return len(fitting) > 1 and (len(known) != 1 or fitting[-1].sex is None)


def _called_otherwise_before(asking: Asking, at: int, sex: Sex) -> list[Person]:
    """ "Zij eet halal, hij vegetarisch": whoever that sentence meant by the other pronoun."""
    other = HE if sex is Sex.SHE else SHE
    unit = next((unit for unit in asking.sheet.units if unit.start <= at < unit.end), None)
    marks = [m for m in asking.account.marks if unit is not None and unit.start <= m.at < at and len(m.people) == 1]
    return [m.people[0] for m in marks if other.match(asking.text, m.at)]


def told_too(asking: Asking, end: int, people: list[Person]) -> list[Person]:
    """Who is said behind a value to have the same."""
    said = TOO.match(asking.text, end)
    if said is None:
        return []
    return called_so(asking, said["who"] or said["whom"], people)


def named_in_brackets(asking: Asking, at: int, people: list[Person]) -> list[Person]:
    """ "06 11 11 11 11 (Els) en 06 22 22 22 22 (ik)": who is named right behind what begins there."""
    said = IN_BRACKETS.match(asking.text, at)
    return called_so(asking, said["who"], people) if said is not None else []


def called_so(asking: Asking, words: str, people: list[Person]) -> list[Person]:
    """Who is called so, and nobody beside: "onze collega Els", "mij"."""
    who = CALLED.sub("", words).strip()
    if who.lower() in ME:
        return [person for person in people if person is asking.writer]
    called = [p for p in people if who in (p.name.given, p.name.surname, str(p.name))]
    return called if len(called) == 1 else []
