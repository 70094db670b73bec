"""What is about to be done with a mail: the case and its requests, and what a suspicion asks of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mailbot.domain.reading import Action, Request
from mailbot.reading.account.account import Account
from mailbot.reading.case.asking import Asking
from mailbot.reading.case.case import Case
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.names import same_person
from mailbot.reading.names.people import Person
from mailbot.reading.text.once import once


@dataclass(frozen=True)
class Outcome:
    """What is about to be done. `language`: of the writer's own letter, as language.py names it."""

    case: Case
    requests: tuple[Request, ...]
    language: str

    @once
    def actions(self) -> frozenset[Action]:
        return frozenset(request.action for request in self.requests)

    @once
    def only_registers(self) -> bool:
        return self.actions == {Action.REGISTER}

    @property
    def cancels(self) -> bool:
        """Whether a seat is given up, among other things."""
        return Action.CANCEL in self.actions

    @property
    def units(self) -> Iterator[Unit]:
        """The sentences, items and rows of all letters that ask."""
        return (unit for asking in self.case.asking for unit in asking.sheet.units)

    @property
    def clauses(self) -> Iterator[tuple[Asking, Clause]]:
        """Their clauses, each with the letter that it stands in."""
        return ((asking, c) for asking in self.case.asking for unit in asking.sheet.units for c in unit.clauses)

    @property
    def people(self) -> Iterator[Person]:
        """Everybody whom the letters that ask name."""
        return (person for asking in self.case.asking for person in asking.roster.people)

    @property
    def accounts(self) -> Iterator[Account]:
        return (asking.account for asking in self.case.asking)

    def says(self, *kinds: str) -> bool:
        """Whether a cue of one of those kinds stands in a letter that asks."""
        return not self._kinds.isdisjoint(kinds)

    def subject_says(self, *kinds: str) -> bool:
        """Whether one stands in the subject, as far as it is the writer's own."""
        return not self._kinds_in_subject.isdisjoint(kinds)

    @once
    def _kinds(self) -> frozenset[str]:
        return kinds_in(self.units)

    @once
    def _kinds_in_subject(self) -> frozenset[str]:
        return kinds_in(self.case.own_subject)

    def unexplained(self, asking: Asking, *, passing: bool = False) -> Iterator[Person]:
        """Full names in the talk of which nothing is said. `passing`: those named in passing, too."""
        body = asking.sheet.parts.body
        for person in asking.roster.people:
            named_here = any(body[start:end].strip() for start, end in person.spans)
            unsaid = person.is_waiting if passing else person.is_unaccounted
            if unsaid and (self._comes_elsewhere(asking, person) or self._is_asked_for(person)):
                continue
            if unsaid and person.sure and person.name.is_full and named_here:
                yield person

    def _is_asked_for(self, person: Person) -> bool:
        """ "Voor Wim Smit schreef ik lactosevrij, maar dat moet ... zijn": something changes for him."""
        return any(request.name == str(person.name) for request in self.requests)

    def _comes_elsewhere(self, asking: Asking, person: Person) -> bool:
        """Whether another of the letters that are passed on asks for them: "Niek, ga jij ook?", and so Niek wrote."""
        others = (p for other in self.case.asking if other is not asking for p in other.roster.people if p.comes)
        return any(same_person(person.name, other.name) for other in others)


def kinds_in(units: Iterable[Unit]) -> frozenset[str]:
    """The kinds of all cues in those units."""
    return frozenset().union(*[clause.kinds for unit in units for clause in unit.clauses])
