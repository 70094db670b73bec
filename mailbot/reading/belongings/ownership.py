"""Whose is a value that stands at some place in the talk?"""

import re
from itertools import pairwise

from mailbot.reading.account.account import ALL, Mark
from mailbot.reading.account.attention import they_do
from mailbot.reading.belongings.list_places import ITEM_NUMBER
from mailbot.reading.belongings.people_of_ours import called_ours, is_of_another, is_something_else, told_of_before
from mailbot.reading.belongings.told_in_blocks import told_in_block
from mailbot.reading.case.asking import Asking
from mailbot.reading.details import diets
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.names.people import Person
from mailbot.reading.names.person_name import name_words
from mailbot.reading.names.sexes import Sex
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import has_one_of
from mailbot.reading.text.numerals import BOTH_OF_THEM

BY_NUMBER = re.compile(r"\b(?:nr\.?|nummer|no\.?|number|persoon|person)\s?(?P<number>\d{1,2})\b", re.IGNORECASE)
# "zij eet net als ik vegetarisch" is of her
COMPARES = re.compile(
    r"\b(?:als|evenals|zoals|like|as|dan|than|unlike|in tegenstelling tot|in contrast to"
    r"|(?:precies|exact|hetzelfde|dezelfde|just|eet|lust|drinkt|eats) (?:als )?(?:wat|what))\s$",
    re.IGNORECASE,
)
# "Zij gaat net als ik in ronde 1 naar A" is of me, too; "zij is net als ik jurist en gaat" isn't
ALIKE = late(r"\b(?:net (?:zo)?als|evenals|zoals|just like|same as|as well as)\s$", re.IGNORECASE)
SAME = late(r"\b(?:hetzelfde als|(?:eet|lust|drinkt|eats) (?:hetzelfde )?wat)\s$", re.IGNORECASE)
ALIKE_IN = late(r"[\w'’-]+(?:\s[\w'’-]+)?,?(?:(?!\b(?:en|maar|and|but|die|of|want)\b)[^,.;:!?\n])*", re.IGNORECASE)
# "Wim eet wat ik eet, en dat is halal"
ALIKE_THAT = late(
    r"[\w'’-]+(?:\s(?:eet|lust|drink|drinkt|heb|heeft|doe|doet|wil|zelf|eat)){0,2}"
    r"(?:,?\s(?:en|dus|and)\s(?:dat|dit|that)\sis|\s?[:;]|,\s(?:dus|namelijk|te weten))\s",
    re.IGNORECASE,
)
ME = re.compile(r"(?:mij|me|mijzelf|mezelf|hem|haar|him|her)\b")
OBLIQUE = re.compile(r"\b(?:van|bij|met|naast|volgt?|vergezelt?|of|with|from)\s$")
BOTH = re.compile(rf"(?:{BOTH_OF_THEM}|alle (?:twee|drie|vier))\b", re.IGNORECASE)
ROW = re.compile(
    r"(?:ik|ikzelf|ondergetekende|mij|me|i|mijzelf|mezelf|myself)?(?:\s*,)?\s*(?:en|and|&|,)\s+", re.IGNORECASE
)
AND_ME = re.compile(r"\s(?:en|and|&)\s(?:ik|ikzelf|mij|mijzelf|mezelf|I|me|myself)\b")
ALONE = re.compile(
    r"(?:ik|ikzelf|zelf)\s(?:ga|ben|kom|doe|wil|eet|heb|zit|werk|neem|volg|sta|mag|kan|drink|gebruik)\b|I\s(?:am|eat)\b"
)
PRONOUN = re.compile(r"(?:hij|zij|ze|hem|haar|he|she|him|her)\b", re.IGNORECASE)
OFFICE = re.compile(r"\b(?:de|het|onze|ons|the|our)\s(?P<office>\w{4,30})\b")
CAPITAL = re.compile(r"\b[^\W\d_a-z][\w'’-]+")
POSSESSIVE = re.compile(r"(?<![\w-])(?P<name>[^\W\d_a-z][\w-]+)(?:['’]s|(?<=s)['’])\s(?:[a-z][\w-]*:?\s){0,4}$")
# "... en die halal eet", "..., who eats halal"; between it and what is told stands no other subject
WHO_ALSO = late(
    r"(?:,|\b(?:en|and|maar|but))\s(?:die|who)\s(?:(?:net als|evenals|zoals|like|just like) (?:ik|i)\s)?"
    r"(?:(?!\b(?:ik|i|we|wij)\b)[^.;:!?])*$",
    re.IGNORECASE,
)
# "Hij gaat niet naar de workshop die ik had gekozen, maar naar A": who chose that is not who goes to A
CHOSE_THAT = late(
    r"\b(?:workshops?|sessies?|keuzes?|rondes?|plek|plekje|plaats|choices?|sessions?|seat|place)\s(?:die|dat|which|that)\s$",
    re.IGNORECASE,
)
AND_NOW = re.compile(r"(?:,\s|\s)(?:maar|wel|but)\s", re.IGNORECASE)
WHOSE = late(r",\s(?:(?P<one>wiens|wier|whose)|die|who|voor wie|bij wie|for whom)\s(?!ik\b|i\b)", re.IGNORECASE)
CLAUSE_ENDS = re.compile(r"[,.;:!?]\s|$")
REST = 40  # characters behind a value in which its verb stands
FIRST_WORD = re.compile(r"\W*(?P<word>[^\W\d_]{4,})\b")


def owners(asking: Asking, at: int, people: list[Person], *, shared: bool = False) -> list[Person]:
    """Those of `people` whom the value at that place is about: of the one in whose item or row it stands; of whom the
    words before it turned to, in the same clause first, then in the same sentence; of whom the words behind it speak;
    else of the writer. `shared`: what is said of all ("alle drie vegetarisch") is everybody's."""
    account = asking.account
    if (in_block := told_in_block(asking, at)) is not None:
        return [in_block] if in_block in people else []
    around = [f for f in account.focus if f.start <= at < f.end]
    focus = min(around, key=lambda f: f.end - f.start) if around else None
    if focus is not None and focus.listed and focus.people:
        own = [m for m in account.marks if m.start <= at < m.end and m.at <= at and m.people == (asking.writer,)]
        if own and asking.writer in people and asking.writer not in focus.people:
            return [asking.writer]  # "Mila is fasting; I am vegetarian", in her item
        return [p for p in focus.people if p in people]
    item = _item_of_number(asking, at) or _item_above(asking, at)
    if item is not None:
        return [p for p in item if p in people]
    if possessor := _possessor(asking.text, at, people):
        return [possessor]
    unit = next((u for u in asking.sheet.units if u.start <= at < u.end), None)
    if unit is not None:
        marks = [m for m in account.marks if unit.start <= m.at < unit.end]
        here = [m for m in marks if m.start <= at < m.end]
        before = [m for m in here if m.at <= at] or [m for m in marks if m.at <= at]
        before = [m for m in before if not _is_oblique(asking.text, m.at)]
        compared = [m for m in marks if COMPARES.search(asking.text, max(0, m.at - 30), m.at)]
        so_far = [m for m in marks if m.at <= at and not _is_oblique(asking.text, m.at)]
        before = _without(before, compared) or _without(so_far, compared) or before
        clause = _clause_at(unit, at)
        holder = _holder_of_office(asking.text, unit.start, at, people)
        if holder is not None and _is_still_meant(asking, *holder, at, before):
            return [holder[0]]
        if clause.aside and not ALL.search(asking.text, clause.start, clause.end):
            before = before[-1:]  # "ik en Tamara (wel vega!)": the bracket is of her alone
        called = _called_by_given_name(asking, clause.start if before else unit.start, at, people)
        told = max((asking.text.rfind(p.name.given, clause.start, at) for p in called), default=-1)
        if called and not any(max(clause.start, told) <= mark.at < at for mark in before):
            return called
        said = _said_around(unit, clause)
        told_on = told_of_before(asking.text, unit, said)
        if told_on is not said and called_ours(asking, told_on, at, before):
            return []
        if noun := called_ours(asking, said, at, before):
            others = [p for p in people if not p.is_writer]
            return others if len(others) == 1 and not is_something_else(asking, noun, others[0]) else []
        if is_of_another(asking.text, said, at, before):
            return []
        if _is_of_nobody_named(clause, at, before):
            return people if len(people) == 1 and asking.writer not in people else []
        before = _but_for_asides(asking, before, so_far, at)
        before = [m for m in before if not _chose_before(asking.text, m.at, at)] or before
        mark = before[-1] if before else next(iter(here), None)
        if mark is not None:
            if mark.people == (asking.writer,) and ALONE.match(asking.text, mark.at):
                before = before[-1:]  # "Els en ikzelf ga als teamleider mee"
            if mark.people and _is_told_of_last(asking.text, mark.at, at):
                before = [mark]
            named = before if mark.people else _before_both(asking, before)
            whom = _together(asking, unit, named) or mark.people or _named_so_far(before) or people
            if _and_me(asking, unit, mark, at) and asking.writer not in whom:
                whom = [*whom, asking.writer]
            return [p for p in whom if p in people]
    if focus is not None and focus.people:
        return [p for p in focus.people if p in people]
    if shared and focus is not None and ALL.search(asking.text[focus.start : focus.end]):
        return people
    if len(people) == 1:
        return people
    if asking.writer in people:
        return [asking.writer]
    return people if shared and unit is not None and not unit.names and not unit.has("person", "companion") else []


def _possessor(text: str, at: int, people: list[Person]) -> Person | None:
    """ "Fatuma's food halal, Aleksi's without fish": by whose name with an "s" behind it that stands right before."""
    near = text[max(0, at - 60) : at]
    if not has_one_of(near, ("'s ", "’s ", "s' ", "s’ ")):
        return None
    said = POSSESSIVE.search(near)
    called = [p for p in people if said and said["name"] in (p.name.given, p.name.surname)]
    return called[0] if len(called) == 1 else None


def alike(asking: Asking, at: int, whose: list[Person], people: list[Person]) -> list[Person]:
    """Those, and whoever is like them in that: "Wim eet net als ik vegetarisch"."""
    if not 1 <= len(whose) < len(people):
        return whose
    unit = next((u for u in asking.sheet.units if u.start <= at < u.end), None)
    marks = [m for m in asking.account.marks if unit is not None and unit.start <= m.at < at]
    like = [
        m
        for m in marks
        if (ALIKE.search(asking.text, max(0, m.at - 12), m.at) and ALIKE_IN.fullmatch(asking.text, m.at, at))
        or (SAME.search(asking.text, max(0, m.at - 20), m.at) and ALIKE_THAT.fullmatch(asking.text, m.at, at))
    ]
    more = [person for person in people if person not in whose and any(person in m.people for m in like)]
    return [*whose, *more]


def _is_of_nobody_named(clause: Clause, at: int, marks: list[Mark]) -> bool:
    """ "Mijn man brengt me, hij hoeft geen lunch": a pronoun for whom nobody was named is not the writer."""
    said = [cue.start for cue in clause.cues if cue.kind == "he" and cue.end <= at]
    return bool(said) and all(mark.at < said[-1] for mark in marks) and not clause.aside


def _without(marks: list[Mark], others: list[Mark]) -> list[Mark]:
    return [mark for mark in marks if mark not in others]


def _called_by_given_name(asking: Asking, start: int, at: int, people: list[Person]) -> list[Person]:
    """Whose given name stands in those words, though no lexicon has it, or it is written small as the first of them:
    "Adwoa can't have dairy", "hassan loopt met een rollator", "Mehmet en ik zijn jurist". Several only in a row."""
    said = asking.text[start:at].lower()
    if not any(person.name.given.lower() in said or person.name.surname.lower() in said for person in people):
        return []
    first = FIRST_WORD.match(asking.text, start, at)
    words = {found[0]: found.span() for found in CAPITAL.finditer(asking.text, start, at)}
    if first:
        words[first["word"].capitalize()] = first.span("word")
    called = [p for p in people if len(p.name.given) > 2 and p.name.given in words]
    if not called:
        by_surname = _called_by_surname(people, words)
        me_too = by_surname and AND_ME.match(asking.text, words[by_surname[0].name.surname][1], at)
        return [*by_surname, asking.writer] if me_too and asking.writer in people else by_surname
    spans = sorted(words[p.name.given] for p in called)
    if not all(ROW.fullmatch(asking.text, one[1], other[0]) for one, other in pairwise(spans)):
        return []
    if spans and AND_ME.match(asking.text, spans[-1][1], at) and asking.writer in people:
        called.append(asking.writer)
    return called


def _called_by_surname(people: list[Person], words: dict[str, tuple[int, int]]) -> list[Person]:
    """ "Pronk zit in een rolstoel": whoever alone is called so; not so by a word that is something to eat."""
    called = [p for p in people if len(p.name.surname) > 2 and p.name.surname in words]
    if len(called) != 1 or fold(called[0].name.surname) in name_words("not_names") or diets(called[0].name.surname):
        return []
    return called


def _is_oblique(text: str, at: int) -> bool:
    """ "De workshop van mij": who is spoken of there is not who the sentence is about."""
    of = OBLIQUE.search(text, max(0, at - 12), at) if ME.match(text, at) else None
    begins = (
        of is not None
        and of[0].startswith("bij")
        and text[: of.start()].rstrip().endswith((",", ".", ";", ":", "(", "en"))
    )
    return of is not None and not begins  # "hij eet halal, bij mij geen noten"


def _clause_at(unit: Unit, at: int) -> Clause:
    """The clause that holds that place; of one in brackets and the one around it, that in brackets."""
    around = [clause for clause in unit.clauses if clause.start <= at < clause.end]
    return min(around, key=lambda clause: clause.end - clause.start) if around else unit.clauses[-1]


def _said_around(unit: Unit, clause: Clause) -> Clause:
    """The clause around one in brackets: "mijn vrouw heeft suiker (diabetes)"."""
    outer = [other for other in unit.clauses if other.start < clause.start and not other.aside]
    return outer[-1] if clause.aside and outer else clause


def _but_for_asides(asking: Asking, marks: list[Mark], so_far: list[Mark], at: int) -> list[Mark]:
    """Those marks up to whom a relative clause goes on about: "Wim, met wie ik werk en die halal eet" is of Wim."""
    last = marks[-1] if marks else None
    if last is None or last.people != (asking.writer,) or not WHO_ALSO.search(asking.text, last.at, at):
        return marks
    return [mark for mark in so_far if mark.people and mark.people != (asking.writer,)] or marks


def _chose_before(text: str, mark: int, at: int) -> bool:
    """Whether who stands there is only said to have chosen what somebody else gives up for what stands at `at`."""
    return CHOSE_THAT.search(text, max(0, mark - 24), mark) is not None and AND_NOW.search(text, mark, at) is not None


def _is_told_of_last(text: str, since: int, at: int) -> bool:
    """ "Els en Wim Pot, die halal eet", "wiens rug ...": of the last of a row alone, unless the verb is of several."""
    whose = WHOSE.search(text, since, at)
    if whose is None:
        return False
    clause = CLAUSE_ENDS.split(text[whose.end() : at + REST])[0]
    return whose["one"] is not None or not they_do(clause, 0, len(clause))


def _before_both(asking: Asking, marks: list[Mark]) -> list[Mark]:
    """Those marks without a last "beide": "Sjoerd en ik zijn beide regisseur" is of whom the row before it names."""
    last = marks[-1] if marks else None
    if last is None or not BOTH.match(asking.text, last.at):
        return marks
    return [mark for mark in marks[:-1] if last.start <= mark.start < last.end]


def _together(asking: Asking, unit: Unit, marks: list[Mark]) -> list[Person]:
    """Everybody in the row that ends with the last of those marks: "Ali, Klaas-Willem en ik eten vegetarisch"."""
    row: list[Person] = []
    ends = {name.start: name.end for name in unit.names}
    for before, mark in pairwise(marks):
        between = asking.text[ends.get(before.at, before.at) : mark.at]
        if not ROW.fullmatch(between):
            row = []
        elif before.people and mark.people:
            row += [p for p in (*before.people, *mark.people) if p not in row]
    return row


def _holder_of_office(text: str, start: int, at: int, people: list[Person]) -> tuple[Person, int] | None:
    """Who of these is "de burgemeester" in the words before a value, and where that stands; None where nobody, or
    several, are."""
    if not any(person.role for person in people):
        return None
    for found in reversed(list(OFFICE.finditer(fold(text), start, at))):
        holders = [p for p in people if p.role and found["office"] in fold(p.role).split()]
        if len(holders) == 1:
            return holders[0], found.start()
    return None


def _is_still_meant(asking: Asking, holder: Person, since: int, at: int, marks: list[Mark]) -> bool:
    """Whether nobody but by "hij" is turned to between an office and a value: "voor de wethouder geldt dat hij"."""
    others = [
        m for m in marks if m.at >= since and (_means_another(m, holder) or not _can_mean(asking.text, m.at, holder))
    ]
    return not others and not any(since < start < at for p in asking.roster.people for start, _ in p.spans)


def _means_another(mark: Mark, holder: Person) -> bool:
    """Whether the talk turned to one who is surely called so, and isn't the one with the office."""
    return (
        len(mark.people) == 1 and mark.people[0] is not holder and mark.people[0].sex is not None and holder.sex is None
    )


def _can_mean(text: str, at: int, person: Person) -> bool:
    """Whether a pronoun stands there by which that person may be called."""
    said = PRONOUN.match(text, at)
    called = (
        {"zij": Sex.SHE, "haar": Sex.SHE, "she": Sex.SHE, "her": Sex.SHE}.get(said[0].lower(), Sex.HE) if said else None
    )
    plural = said is not None and said[0].lower() == "ze"
    return said is not None and (plural or person.sex in (None, called))


def _and_me(asking: Asking, unit: Unit, mark: Mark, at: int) -> bool:
    """Whether the name at that mark goes on with "en ik": "Mehmet en ik zijn jurist"."""
    end = next((name.end for name in unit.names if name.start == mark.at), None)
    return end is not None and mark.at < at and AND_ME.match(asking.text, end, at) is not None


def _named_so_far(marks: list[Mark]) -> list[Person]:
    """Whom "allebei" or "we" means where two and more were named before it in the sentence; else nobody."""
    named = [person for mark in marks for person in mark.people]
    once = list({id(person): person for person in named}.values())
    return once if len(once) > 1 else []


def _item_of_number(asking: Asking, at: int) -> tuple[Person, ...] | None:
    """Whom "nr. 2" means in the sentence of that place: the second item of the list above it."""
    if all(unit.kind is not UnitKind.ITEM for unit in asking.sheet.units):
        return None
    unit = next((u for u in asking.sheet.units if u.start <= at < u.end), None)
    named = list(BY_NUMBER.finditer(asking.text, unit.start, at)) if unit else []
    if not named:
        return None
    for other in asking.sheet.units:
        number = ITEM_NUMBER.match(asking.text, other.start, other.end) if other.kind is UnitKind.ITEM else None
        if number and number["number"] == named[-1]["number"]:
            return next((f.people for f in asking.account.focus if f.listed and f.start <= other.start < f.end), None)
    return None


def _item_above(asking: Asking, at: int) -> tuple[Person, ...] | None:
    """Whom the list item is about under which that place stands: a sub-item ("o vegetarisch") names nobody itself."""
    units = asking.sheet.units
    place = next((number for number, u in enumerate(units) if u.start <= at < u.end), None)
    if place is None or units[place].kind is not UnitKind.ITEM or units[place].names:
        return None
    for unit in reversed(units[:place]):
        if unit.kind is not UnitKind.ITEM or unit.paragraph != units[place].paragraph:
            return None
        people = next((f.people for f in asking.account.focus if f.listed and f.start <= unit.start < f.end), ())
        if people:
            return people
    return None
