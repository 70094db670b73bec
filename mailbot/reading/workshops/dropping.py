"""A workshop that was chosen is pointed at, and done away with: "laat die maar weg", "so leave that one out", "die kan
dus vervallen", "the second one can go".
"""

import re
from dataclasses import replace
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import any_of
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Lookup, keys_of
from mailbot.reading.workshops.found import CHOICE, EMPTY, MOVE, ChoiceFound
from mailbot.reading.workshops.meanwhile import chooses_for_another
from mailbot.reading.workshops.patterns import any_in, listed
from mailbot.reading.workshops.record import Record
from mailbot.reading.workshops.round_patterns import ordinals
from mailbot.reading.workshops.sign import Is, Sign

NOT = re.compile(r"\b(?:niet|not|don't|n't|never|nooit)\s(?:[\w']+\s){0,2}$")
OF_US = re.compile(r"\b(?:ik|wij|we|i)\b")
PROVIDED = late(r"\b(?:als|indien|mocht|mochten|tenzij|if|unless|in case)\b")
# "Om 14 uur moet ik toch bellen, dus laat die maar vervallen"
AT_A_TIME = late(r"\b(?:dan|then|om \w+ uur|om \d|at \d|at (?:noon|two|three)|ronde|round|trein|train)\b")


class Dropping:
    """Works on a record."""

    def __init__(self, record: Record, clauses: Clauses, written: str) -> None:
        self.record, self.clauses = record, clauses
        self.written = written  # with its capitals

    def take(self, signs: list[Sign], start: int, end: int) -> None:
        """One sentence with its signs, once what it chooses is written down."""
        said = self._said(start, end) if self.record.found else None
        if said is None or PROVIDED.search(self.clauses.text, start, said.start()):
            return  # "als het te druk wordt, laat die dan maar weg"
        pointed_at = self._pointed_at(said["which"] or said["one"] or "", said.start())
        if pointed_at is None or not self._is_spoken_of(pointed_at, signs, start, said.start()):
            return
        told, _ = self.clauses.clause_at(pointed_at.start)
        own, _ = self.clauses.clause_at(said.start())
        if OF_US.search(self.clauses.text, max(pointed_at.end, own), said.end()) and chooses_for_another(
            self.written, told, pointed_at.start
        ):
            return  # "Joost in ronde 2 naar A, ik sla die over"
        self.record.found[:] = [
            replace(m, negated=True) if (m.start, m.kind) == (pointed_at.start, CHOICE) else m
            for m in self.record.found
            if m.kind not in (EMPTY, MOVE) or not said.start() <= m.start < said.end()  # "de tweede" is no round then
        ]
        self.record.waiting = ()

    def _said(self, start: int, end: int) -> re.Match[str] | None:
        if listed("clears").search(self.clauses.text, start, end):
            return None  # "nee, laat dat maar zitten": all of it
        found = _drops().search(self.clauses.text, start, end) or _is_dropped().search(self.clauses.text, start, end)
        return None if found is None or NOT.search(self.clauses.text, start, found.start()) else found

    def _pointed_at(self, which: str, at: int) -> ChoiceFound | None:
        """The choice named last before that place, or the one of that ordinal; none, where that is gone already."""
        told = {m.start: m for m in self.record.found if m.kind == CHOICE and m.sure and m.start < at}
        in_order = [told[start] for start in sorted(told)]
        number = ordinals().get(which, 0)
        if number > len(in_order):
            return None
        pointed_at = in_order[number - 1] if in_order else None
        return None if pointed_at is None or pointed_at.negated or pointed_at.past else pointed_at

    def _is_spoken_of(self, choice: ChoiceFound, signs: list[Sign], start: int, at: int) -> bool:
        """Whether "die" is that workshop, and nothing named since: not so "de lunch mis ik, laat die maar weg"."""
        since = max(choice.end, start)
        if any_in("no_workshop").search(self.clauses.text, since, at):
            return False
        rounds = [number for s in signs if s.kind is Is.ROUND and start <= s.start < at for number in s.rounds]
        if choice.start >= start or choice.round in rounds:
            return True
        text = self.clauses.text
        if "\n\n" in text[choice.end : start]:
            return False
        return AT_A_TIME.search(text, start, at) is not None or _leads_in().fullmatch(text, start, at) is not None


@cache
def _drops() -> Lookup:
    """ "Laat die maar weg", "haal die tweede er maar uit", "so please skip that one"; not "laat die staan"."""
    verbs, away = words("choices", "drops"), words("choices", "drops_away")
    plain, small = any_of(verbs), _small()
    behind = rf"{small}{{0,4}}\s(?:{any_of((*words('choices', 'dropped'), *words('choices', 'dropped_by')))})"
    pattern = rf"(?<!\w)(?:(?P<plain>{plain})|(?:{any_of(away)})){small}{{0,3}}\s{_which()}(?(plain)|{behind})(?!\w)"
    return Lookup(pattern, keys_of((*verbs, *away)))


@cache
def _is_dropped() -> Lookup:
    """ "Die kan dus vervallen", "die tweede mag er dan uit", "die hoeft dus niet", "that one can go"."""
    modal, dropped, small = any_of(words("choices", "may_be")), any_of(words("choices", "dropped")), _small()
    pattern = (
        rf"(?<!\w){_which()}\s(?:(?:{modal}){small}{{0,4}}\s(?:{dropped})"
        rf"|(?:hoeft|hoef|hoeven){small}{{0,5}}\s(?:niet|niet meer|geen)(?!\s(?:per se|meteen|vooraan|helemaal)))(?!\w)"
    )
    return Lookup(pattern, keys_of((*words("choices", "dropped"), "hoeft", "hoef", "hoeven")))


@cache
def _leads_in() -> re.Pattern[str]:
    """A sentence that begins with it, but for "bij nader inzien" and the like."""
    small = any_of(
        (*words("choices", "corrects"), "en", "maar", "dus", "of", "o", "oh", "and", "but", "so", "actually")
    )
    return re.compile(rf"\W*(?:(?:{small})\W+){{0,3}}")


def _which() -> str:
    """What points at it: "die", "that one", "die tweede", "the second choice"."""
    that, ordinal = any_of(words("choices", "that_one")), any_of((*ordinals(), *words("choices", "last")))
    called = rf"(?:{any_of(words('choices', 'workshop'))}|one)"
    return (
        rf"(?:(?:die|deze|that)\s(?P<which>{ordinal})(?:\s{called})?|(?:de|the)\s(?P<one>{ordinal})\s{called}"
        rf"|(?:{that})(?:\s{called})?)"
    )


def _small() -> str:
    return rf"(?:\s(?:{any_of(words('choices', 'dropping_fillers'))}))"
