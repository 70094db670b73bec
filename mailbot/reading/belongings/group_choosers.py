"""Many who choose at once: "iedereen ..., behalve Gerard", "de rest", "de kinderen"."""

import re
from collections.abc import Callable
from functools import cache

from mailbot.reading.account.account import Mark
from mailbot.reading.belongings.list_places import ListPlaces, marks_of
from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.cue_phrases import number
from mailbot.reading.letter.units import Unit
from mailbot.reading.lexicon import words
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.late import late

THEMSELVES = re.compile(r"[,;:(]\s?(?:en\s|and\s)?(?:die|deze|zij|ze|hij|who|she|he)\s")  # "behalve Sam, die ..."
OURSELVES = re.compile(r"\b(?:wij|we|ik|ikzelf|zelf|i)\b")
GROWN_UP = late(
    r"\b(?:vrouw|man|echtgenote|echtgenoot|partner|zus|zuster|broer|moeder|vader|opa|oma|tante|oom|vriend|vriendin|buurman"
    r"|buurvrouw|wife|husband|sister|brother|mother|father|aunt|uncle|friend)\s,?\s?(?:[^\W\d_]+\s)?$"
)


class GroupChoosers:
    """Tells it in one letter. people: those who can choose; places: whom its lists' numbers mean."""

    def __init__(self, asking: Asking, people: list[Person], places: ListPlaces) -> None:
        self.asking, self.people, self.places = asking, people, places
        self.folded = fold(asking.sheet.parts.body)

    def of(self, unit: Unit | None, at: int, chose_before: Callable[[int], list[Person]]) -> list[Person]:
        """Whom the words of that sentence gather, where nobody was named since. `chose_before`: who chooses anything
        before a place, for "de rest" is none of those."""
        if unit is None or len(self.people) < 2:
            return []
        said = list(_gathering().finditer(self.folded, unit.start, at))
        aside = [m for m in self._except_marks(unit) if not THEMSELVES.search(self.folded, m.at, at)] if said else []
        if not said or any(m.at > said[-1].start() and m not in aside for m in marks_of(self.asking, unit, at)):
            return []
        if self.places.calls_somebody(said[-1].end(), at) and not aside:
            return []
        if said[-1]["children"] is not None:
            return [] if OURSELVES.search(self.folded, said[-1].end(), at) else self._younger()
        if said[-1]["rest"] is None:
            counts = [count for word in said[-1][0].split() if (count := number(word)) is not None]
            if counts and counts[-1] < len(self.people):
                return []  # "Noor en ik volgen allebei A, Wim kiest niets"
            return [p for p in self.people if p not in self._excepted(unit)]
        here = [person for mark in marks_of(self.asking, unit, said[-1].start()) for person in mark.people]
        named = here or chose_before(unit.start)
        return [p for p in self.people if p not in named] if named else []

    def but_for(self, choosing: list[Person], unit: Unit | None, behind: int) -> list[Person]:
        """Those without whom the sentence excepts behind that place: "alle drie naar A, behalve Joost, die B doet"."""
        marks = self._except_marks(unit) if unit is not None and len(choosing) > 2 else []
        excepted = [person for mark in marks if mark.at > behind for person in mark.people]
        return [p for p in choosing if p not in excepted] or choosing

    def _younger(self) -> list[Person]:
        """Whom "de kinderen" means: all but the writer, and whoever is told to be of the writer's age."""
        grown = [p for p in self.people if any(GROWN_UP.search(self.folded, max(0, a - 30), a) for a, _ in p.spans)]
        young = [p for p in self.people if p is not self.asking.writer and p not in grown]
        return young if len(young) > 1 else []

    def _excepted(self, unit: Unit) -> list[Person]:
        """Whom "behalve" takes out of them, in that sentence or right behind it."""
        return [person for mark in self._except_marks(unit) for person in mark.people]

    def _except_marks(self, unit: Unit) -> list[Mark]:
        match = _except().search(self.folded, unit.start, unit.end)
        return [m for m in self.asking.account.marks if match and 0 <= m.at - match.end() < 12]


@cache
def _gathering() -> re.Pattern[str]:
    everybody, rest = any_of(words("choices", "everybody")), any_of(words("choices", "rest_of_us"))
    children = any_of(words("choices", "children"))
    return re.compile(  # not "in ieder geval"
        rf"(?<!\w)(?:(?:{everybody})|(?P<rest>{rest})|(?P<children>{children}))(?!\w|\sgeval\b)"
    )


@cache
def _except() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('choices', 'but_one'))})(?!\w)")
