"""Who chooses together with somebody: "Jasmijn en Lin willen naar ...", "in ronde 3 ga ik met Wim naar A", "zet hem
maar bij mij".
"""

import re

from mailbot.reading.account.account import Mark
from mailbot.reading.belongings.list_places import marks_of
from mailbot.reading.case.asking import Asking
from mailbot.reading.letter.units import Unit
from mailbot.reading.names.people import Person
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late
from mailbot.reading.workshops.found import ChoiceFound

AND = re.compile(r"\s*(?:\([^)\n]{0,60}\)|,[^,\n]{0,40},)?\s*(?:,|\ben\b|\band\b|&|\+)\s*(?:ook\s)?")
# Between who goes and with whom: "ga ik met Wim", "ik zit samen met mijn collega Wim"
WITH = late(r"\s(?:[a-z]+\s){0,3}?(?:samen\s)?met\s(?:(?:mijn|onze|de)\s)?(?:collega\s)?")
# Right before a name: who goes along, and isn't whom the next clause is about
COMPANION = late(r"\b(?:met|with)\s(?:(?:mijn|onze|my)\s)?(?:collega\s|colleague\s)?$")
# Between a workshop and that name: "A in ronde 1 met Wim", "A doe ik samen met Wim"
UP_TO_THEM = re.compile(r"(?:(?!\b(?:en|maar|and|but|spreek|praat|overleg\w*|bel|bespreek)\b)[^.,;:!?\n]){1,50}")
THEN_THEY = re.compile(r"[,;:.]|\b(?:die|en|maar|want|hij|zij|ze|who)\b")
# "Wim gaat met mij mee naar", "zij volgt mij in ronde 1 naar"
FOLLOWS = late(
    r"[\w'’-]+(?:\s[\w'’-]+){0,3}?(?:,\s[^,.;:]{2,40},)?"
    r"\s(?:(?:gaat|loopt|zit|doet|schuift|sluit|haakt)\b(?:\s(?:in|om|op)\s[^,.;]{2,16}|\s\w+){0,3}?\smet|volgt|vergezelt)"
    r"\s(?P<whom>mij|me|hem|haar|[A-Z][\w'’-]+)\s(?:mee\s|aan\s)?(?:[^,.;:]{0,30}\s)?(?:naar|bij|in)\s(?:de\s|het\s)?[\"“'‘]?"
)
PUT_BESIDE = late(
    r"\b(?:zet|plaats|doe|put)\s(?P<who>hem|haar|him|her|[A-Z][\w'’-]+)\s(?:(?:maar|ook|dan|gewoon|just)\s)*(?:bij|with)\s"
    r"(?P<whom>mij|me|hem|haar|[A-Z][\w'’-]+)\s?[,:(–-]\s?(?:dus\s)?[^.!?\n]{0,30}$",
    re.IGNORECASE,
)


class JointChoosers:
    """Tells it in one letter. people: those who can choose; mentions: of workshops, in order."""

    def __init__(self, asking: Asking, people: list[Person], mentions: list[ChoiceFound]) -> None:
        self.asking, self.people, self.mentions = asking, people, mentions
        self.text = asking.sheet.parts.body

    def put_beside(self, at: int) -> list[Person]:
        """ "Zet hem maar bij mij, A in ronde 2": both are there."""
        put = PUT_BESIDE.search(self.text, max(0, at - 60), at) if len(self.people) > 1 else None
        if put is None:
            return []
        places = (put.start("who"), put.start("whom"))
        there = [p for m in self.asking.account.marks if m.at in places for p in m.people]
        return [p for p in self.people if p in there] if len(there) > 1 else []

    def beside_companion(self, mention: ChoiceFound, unit: Unit | None) -> list[Person]:
        """ "A doe ik in ronde 1 met Wim, B in ronde 2": B is of the one who was spoken of before Wim."""
        marks = marks_of(self.asking, unit, mention.start) if unit is not None and len(self.people) > 1 else []
        if len(marks) < 2 or not self._goes_along(marks[-1]):
            return []
        told = [m for m in self.mentions if marks[-2].at < m.start < marks[-1].at or m.end <= marks[-2].at]
        beside = [m for m in told if unit is not None and m.start >= unit.start and m.end <= marks[-1].at]
        if not beside or UP_TO_THEM.fullmatch(self.text, beside[-1].end, marks[-1].at) is None:
            return []
        own = [p for p in marks[-2].people if p in self.people and p not in marks[-1].people]
        return [*own, *(self._companion_behind(mention, unit) if own and unit is not None else ())]

    def _companion_behind(self, mention: ChoiceFound, unit: Unit) -> list[Person]:
        """ "A doe ik in ronde 1 met Wim": Wim, too."""
        behind = [m for m in self.asking.account.marks if mention.end <= m.at < unit.end and m.people]
        behind = [m for m in behind if m.at != mention.end and self._goes_along(m)][:1]
        near = [m for m in behind if UP_TO_THEM.fullmatch(self.text, mention.end, m.at)]
        between = [m for m in self.mentions if near and mention.end <= m.start < near[0].at and m.kind == mention.kind]
        return [p for m in near for p in m.people if p in self.people] if not between else []

    def _goes_along(self, mark: Mark) -> bool:
        return COMPANION.search(self.text, max(0, mark.at - 24), mark.at) is not None

    def together_with(self, owning: list[Person], mention: ChoiceFound, unit: Unit | None) -> list[Person]:
        """Those, and whoever is named right beside them: "Jasmijn en Lin willen naar ..."."""
        if unit is None or len(owning) != 1:
            return owning
        marks = marks_of(self.asking, unit, mention.start)
        together = list(owning)
        while marks and marks[-1].people != tuple(owning[:1]):
            marks.pop()
        for one, two in zip(reversed(marks[:-1]), reversed(marks), strict=False):
            chooses = any(one.at < m.start < two.at for m in self.mentions)  # "Jan (ronde 1 A) en Els (...)"
            if chooses or not AND.fullmatch(self.text, self._end_of(one.people[0], one.at), two.at):
                break
            together += [p for p in one.people if p in self.people and p not in together]
        if marks and len(together) == 1:
            together += self._going_with(together[0], marks, mention.start)
        together += [p for p in self._companion_behind(mention, unit) if p not in together]
        if marks:
            together += [p for p in self._named_behind(marks[-1], mention.start) if p not in together]
        return together

    def _going_with(self, chooser: Person, marks: list[Mark], until: int) -> list[Person]:
        """Who goes there with that one: "in ronde 3 ga ik met Wim naar A", "Wim volgt mij naar A"."""
        own = [m for m in marks if m.people == (chooser,)]
        said = self.text[own[-1].at : until]
        if behind := FOLLOWS.fullmatch(said):  # of the one who goes with somebody
            return self._called_with(behind, own[-1])
        before = [m for m in marks[: marks.index(own[-1])] if m.people and m.start == own[-1].start]
        if not before or THEN_THEY.search(said):
            return []
        with_them = WITH.fullmatch(self.text, self._end_of(before[-1].people[0], before[-1].at), own[-1].at)
        return [p for p in before[-1].people if p in self.people and p is not chooser] if with_them else []

    def _called_with(self, said: re.Match[str], mark: Mark) -> list[Person]:
        """Whom that "mij" or that name means."""
        at = mark.at + said.start("whom")
        if said["whom"].lower() in ("mij", "me"):
            return [self.asking.writer] if self.asking.writer in self.people else []
        there = [m for m in self.asking.account.marks if m.at == at]
        return [p for m in there for p in m.people if p in self.people and p not in mark.people]

    def _named_behind(self, mark: Mark, until: int) -> list[Person]:
        """Whom an "en" joins to that one by a given name that no lexicon has: "Els en Precious volgen ..."."""
        match = AND.match(self.text, self._end_of(mark.people[0], mark.at), until)
        word = re.compile(r"[\w'’-]+").match(self.text, match.end(), until) if match else None
        called = fold(word[0]) if word and word[0][0].isupper() else ""
        named = [p for p in self.people if called and called in (fold(p.name.given), fold(p.name.surname))]
        return named if len(named) == 1 else []

    def _end_of(self, person: Person, at: int) -> int:
        """Where the name that begins there ends; behind the first word, where it is "ik"."""
        ends = [end for start, end in person.spans if start == at]
        word = re.match(r"\w+", self.text[at : at + 20])
        return ends[0] if ends else at + (word.end() if word else 0)
