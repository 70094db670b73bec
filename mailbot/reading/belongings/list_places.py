"""Whom a sentence means by their place in a list, or by how many they are: "nrs. 1 en 3", "de laatste twee", "alle
drie"."""

import re
from functools import cache

from mailbot.reading.account.account import Mark
from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.units import Unit
from mailbot.reading.lexicon import words
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.workshops.found import CHOICE, ChoiceFound
from mailbot.reading.workshops.round_patterns import number_words

NUMBER = re.compile(r"\d{1,2}")
NUMBERS = r"(?P<numbers>\d{1,2}(?:\s?(?:,|en|and|&|\+)\s?\d{1,2}){0,19})"  # "1, 3 en 5"
ITEM_NUMBER = re.compile(r"\s*\(?(?P<number>\d{1,2})[.)\s]")
ME_AND = re.compile(r"\b(?:ik|ikzelf|i|myself)\s(?:en|and|&)\s\Z")
THEM = re.compile(r"(?:ze|zij|we|wij|they|alle|beiden|allebei|all|both)(?!\w)")


def marks_of(asking: Asking, unit: Unit | None, until: int) -> list[Mark]:
    """The marks of that sentence up to that place, by which somebody in particular is meant."""
    marks = asking.account.marks if unit is not None else []
    return [m for m in marks if unit is not None and unit.start <= m.at <= until and m.people]


class ListPlaces:
    """Answers it for one letter. people: those who can choose; mentions: of workshops, in order."""

    def __init__(self, asking: Asking, people: list[Person], mentions: list[ChoiceFound]) -> None:
        self.asking, self.people, self.mentions = asking, people, mentions
        self.text, self.folded = asking.sheet.parts.body, fold(asking.sheet.parts.body)

    def numbered(self, unit: Unit | None, at: int) -> list[Person]:
        """ "Nrs. 1, 3 en 5": those of the list's items."""
        figures = unit is not None and NUMBER.search(self.folded, unit.start, at) is not None
        named = list(_numbers().finditer(self.folded, unit.start, at)) if unit and figures else []
        if unit and figures and not named and (bare := _bare_numbers().match(self.folded, unit.start, at)):
            named = [bare]
        until = named[-1].end() if named and self._me_too(named[-1]) else named[-1].start() if named else 0
        if not named or marks_of(self.asking, unit, at) != marks_of(self.asking, unit, until):
            return []
        wanted = NUMBER.findall(named[-1]["numbers"])
        listed = [f for f in self.asking.account.focus if f.listed and len(f.people) == 1]
        found = {m["number"]: f.people[0] for f in listed if (m := ITEM_NUMBER.match(self.text, f.start, f.end))}
        meant = [found[n] for n in wanted if n in found and found[n] in self.people]
        me = self.asking.writer
        return [*meant, me] if meant and me in self.people and me not in meant and self._me_too(named[-1]) else meant

    def _me_too(self, numbers: re.Match[str]) -> bool:
        """ "Nummer 3 en ik", "ik en nummer 3"."""
        return (
            numbers["me"] is not None
            or ME_AND.search(self.folded, max(0, numbers.start() - 16), numbers.start()) is not None
        )

    def is_of_list(self, unit: Unit | None, mention: ChoiceFound) -> bool:
        """ "Nr. 2 en 3 volgen in ronde 1 A": a number of somebody in the list above, and no workshop's."""
        if unit is None or not self.folded[mention.start : mention.end].isdigit():
            return False
        later = any(m.kind == CHOICE and mention.end <= m.start < unit.end for m in self.mentions)
        return later and bool(self.numbered(unit, mention.end))

    def placed(self, unit: Unit | None, at: int) -> list[Person]:
        """ "De eerste twee willen naar ...", "de laatste twee": of those who are listed."""
        said = list(_some_of_list().finditer(self.folded, unit.start, at)) if unit else []
        if not said or marks_of(self.asking, unit, at) != marks_of(self.asking, unit, said[-1].start()):
            return []
        many = said[-1]["count"] or said[-1]["many"].replace("beide", "2")
        count = int(many) if many.isdigit() else number_words().get(many, 0)
        listed = sorted((p for p in self.people if p.spans), key=lambda p: min(p.spans))
        if not 0 < count < len(listed):
            return []
        return listed[:count] if said[-1]["first"] or said[-1]["named"] == "eerst" else listed[-count:]

    def calls_somebody(self, start: int, end: int) -> bool:
        """ "We'd both like A, and Mikkel also wants B": whether one of them is called by a given name there."""
        return any(len(p.name.given) > 2 and p.name.given in self.text[start:end] for p in self.people)

    def all_counted(self, unit: Unit | None, at: int) -> list[Person]:
        """ "Alle drie willen ze ...", "beiden gaan ...": the people of the list above, or all, if they are so many."""
        said = list(_all_of_count().finditer(self.folded, unit.start, at)) if unit else []
        if unit is None or not said:
            return []
        named = [m for m in marks_of(self.asking, unit, at) if not THEM.match(self.folded, m.at)]
        if self.calls_somebody(said[-1].end(), at):
            return []
        if any(m.people and said[-1].end() <= m.at for m in named) or any(m.at < said[-1].start() for m in named):
            return []
        count = number_words().get(said[-1]["count"] or "", 2)
        listed = [f.people[0] for f in self.asking.account.focus if f.listed and len(f.people) == 1]
        above = [p for p in self.people if any(p is one for one in listed)]
        return next((group for group in (above, self.people) if len(group) == count), [])


@cache
def _numbers() -> re.Pattern[str]:
    row = rf"{NUMBERS}(?!\w|[.:]\d)"
    me = r"(?P<me>\s(?:en|and|&)\s(?:ik|ikzelf|mijzelf|i|myself)\b)?"
    return re.compile(rf"(?<!\w)(?:{any_of(words('choices', 'list_numbers'))})\s?{row}{me}")


@cache
def _bare_numbers() -> re.Pattern[str]:
    """A sentence that begins "1 en 2 gaan naar"."""
    row = rf"{NUMBERS}(?P<me>\sen\s(?:ik|ikzelf)\b)?"
    return re.compile(rf"\W*{row}\s(?:{any_of(words('choices', 'they_do'))})\b")


@cache
def _all_of_count() -> re.Pattern[str]:
    """ "Alle drie", "beiden", "all three"; not of the rounds or the workshops."""
    counts, things = (
        any_of(words("choices", "number_words")),
        any_of((*words("choices", "rounds"), "workshops", "keren")),
    )
    return re.compile(
        rf"(?<!\w)(?:(?:alle|all|met z'n|met zijn)\s(?P<count>{counts}|tweeen|drieen|vieren)|beiden|allebei|both)"
        rf"(?!\w|\s(?:de\s|the\s|of\sthe\s)?(?:{things}|maal|keer))"
    )


@cache
def _some_of_list() -> re.Pattern[str]:
    first, last = any_of(words("choices", "top")), any_of(words("choices", "last"))
    counts = any_of((*words("choices", "number_words"), *words("choices", "two")))
    rounds = any_of(words("choices", "round"))
    return re.compile(
        rf"(?<!\w)(?:(?P<first>(?:de|the)\s(?:eerste|bovenste|first|{first}))|(?:de|the)\s(?:onderste|{last}))"
        rf"\s(?P<count>\d|{counts})(?!\w|\s(?:{rounds}|workshop|uur))"
        rf"|(?<!\w)(?:de\s)?(?P<many>beide|{counts})\s(?P<named>eerst|laatst)genoemden(?!\w)"
    )
