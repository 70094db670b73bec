"""A confident account of a letter: clause by clause, who comes, who doesn't, and what was left unexplained.

The account goes through the units in order, as a reader does, with a memory of whom the last words were about (for
"haar", "hij") and of whether a list of people has been announced. Nothing is decided here: `Account` holds what was
said, and `doubts` the short machine words for what a careful reader would want to ask about.
"""

import re
from dataclasses import dataclass, field

from mailbot.reading.people import Person, Roster
from mailbot.reading.stance import Said, Stance, said
from mailbot.reading.units import Clause, Unit, UnitKind


@dataclass(slots=True)
class Account:
    """What a letter says. `implied`: somebody signs up without a subject ("Graag aanwezig"): the writer, if anybody."""

    roster: Roster
    implied: int | None = None
    cancels: bool = False
    replaces: bool = False
    changes: bool = False
    booked: bool = False
    asks: bool = False
    group: bool = False
    doubts: list[str] = field(default_factory=list)
    replaced: list[tuple[Person, Person]] = field(default_factory=list)

    def doubt(self, reason: str) -> None:
        if reason not in self.doubts:
            self.doubts.append(reason)


class Teller:
    """Tells the account of one letter from its units."""

    def __init__(self, roster: Roster, text: str) -> None:
        self.account = Account(roster)
        self.roster, self.text = roster, text
        self.recent: list[Person] = []  # whom the last clause that named people was about
        self.listing = False  # a list of people who come has been announced

    def tell(self, units: tuple[Unit, ...]) -> Account:
        for unit in units:
            if unit.kind in (UnitKind.ITEM, UnitKind.ROW):
                self._entry(unit)
            elif unit.kind is UnitKind.SENTENCE:
                self._sentence(unit)
        return self.account

    def _sentence(self, unit: Unit) -> None:
        for clause in unit.clauses:
            self._clause(clause, unit)
        text = self.text[unit.start : unit.end].rstrip()
        comes = any(said(clause).stance is Stance.COMES for clause in unit.clauses)
        announces = text.endswith(":") or re.search(r"\b(?:volgende|onderstaande|following)\b", text)
        self.listing = bool(announces and (comes or unit.has("enrol_noun", "also_group")) or (self.listing and not comes))

    def _clause(self, clause: Clause, unit: Unit) -> None:
        what = said(clause)
        people = [self.roster.mention(found) for found in clause.names]
        if what.asks or clause.has("question"):
            self.account.asks = self.account.asks or what.asks
        if clause.has("reserve"):
            self.account.doubt("reserve")
        if clause.has("instruction"):
            self.account.doubt("instruction")
        if clause.has("place_left"):
            self.account.doubt("place_left")
        if clause.has("change"):
            self.account.changes = True
        getattr(self, f"_{what.stance.value}")(clause, what, people)
        if people:
            self.recent = people

    def _comes(self, clause: Clause, what: Said, people: list[Person]) -> None:
        others = [] if clause.has("told") else people
        if what.doubtful:
            self.account.doubt("condition")
        for person in others:
            person.mark_coming(clause.start)
        if what.others and not others and not what.writer and not clause.has("i"):
            for person in self.recent:
                person.mark_coming(clause.start)
            if not self.recent:
                self.account.doubt("unclear_person")
        if what.writer or what.we or (clause.has("i") and not others and not what.others):
            self._writer_comes(clause, people)
        elif not others and not what.others and self.account.implied is None:
            self.account.implied = clause.start

    def _writer_comes(self, clause: Clause, people: list[Person]) -> None:
        writer = self.roster.writer
        if writer is not None and not writer.stays_away:
            own = clause.first("me", "myself_too", "i", "we")
            writer.mark_coming(own.start if own else clause.start)
        if clause.has("we"):
            self.account.group = True

    def _stays_away(self, clause: Clause, what: Said, people: list[Person]) -> None:
        if people and not clause.has("self_not"):
            for person in people:
                person.stays_away = True
        elif what.writer or clause.has("self_not", "i"):
            if self.roster.writer is not None:
                self.roster.writer.stays_away = True
        elif what.others:
            for person in self.recent:
                person.stays_away = True

    def _cancels(self, clause: Clause, what: Said, people: list[Person]) -> None:
        self.account.cancels = True
        targets = people or (self.recent if what.others and not what.writer and not clause.has("i") else [])
        for person in targets:
            person.cancels, person.order = True, min(person.order, clause.start)
        if not targets and self.roster.writer is not None:
            self.roster.writer.cancels = True
            self.roster.writer.order = clause.start

    def _replaces(self, clause: Clause, what: Said, people: list[Person]) -> None:
        self.account.replaces = True
        for person in people:
            person.mark_coming(clause.start)

    def _booked(self, clause: Clause, what: Said, people: list[Person]) -> None:
        self.account.booked = True
        for person in people:
            person.booked = True

    def _later(self, clause: Clause, what: Said, people: list[Person]) -> None:
        self.account.doubt("later")

    def _nothing(self, clause: Clause, what: Said, people: list[Person]) -> None:
        if clause.has("with_me", "also_group") and people:
            self.account.doubt("unclear_person")

    def _entry(self, unit: Unit) -> None:
        """A list item or a row: one person with what belongs to them, or a remark."""
        what = [said(clause) for clause in unit.clauses]
        people = [self.roster.mention(found) for found in unit.names]
        gone = any(w.stance in (Stance.STAYS_AWAY, Stance.CANCELS) for w in what)
        for person in people[:1]:
            if gone:
                person.stays_away = True
            else:
                person.mark_coming(unit.start)
        if not people and unit.has("myself_too", "me") and self.roster.writer is not None:
            self.roster.writer.mark_coming(unit.start)
        if people:
            self.recent = people[:1]
