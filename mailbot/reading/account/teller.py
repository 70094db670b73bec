"""A confident account of a letter: clause by clause, who comes, who doesn't, and what was left unexplained.

The teller goes through the units in order, as a reader does. Lists are announcing.py's and list_entries.py's; what a
sentence adds is sentence_teller.py's, and one that counts up people roll_teller.py's; nothing is decided here.
"""

import re

from mailbot.reading.account.account import Account
from mailbot.reading.account.announcing import AnnouncedList, excuses_writer, undoes_several
from mailbot.reading.account.context import Circumstances
from mailbot.reading.account.list_entries import ListEntries
from mailbot.reading.account.relations import Relations
from mailbot.reading.account.rhetoric import answers_itself
from mailbot.reading.account.roll_teller import RollTeller
from mailbot.reading.account.rows import words_beside_names
from mailbot.reading.account.seat_takers import name_companion, name_sought, name_taker, writer_is_sought
from mailbot.reading.account.settled import Settled
from mailbot.reading.account.stance import Stance
from mailbot.reading.account.staying_away import leave
from mailbot.reading.account.told_before import take_back_told
from mailbot.reading.account.without_seats import leave_out_companions
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.labels import is_no, is_yes
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.names.people import Roster
from mailbot.reading.text.late import late

OWN_ANSWER = late(
    r"\s*(?:en\s+)?(?:ik|ikzelf|ik zelf|mezelf|mijzelf|zelf|ondergetekende|me|myself)\s*"
    r"(?::|=|[–-]{1,2}>?|\s)\s*(?P<answer>\S[^\n]{0,24}?)"
    r"[\s.!]*",
    re.IGNORECASE,
)
IN_BRACKETS = re.compile(r"\W*\([^()\n]*\)[\s.]*")
DECISIVE = frozenset(Stance) - {Stance.NOTHING, Stance.BOOKED}


class Teller(RollTeller):
    """Tells the account of one letter from its units."""

    def __init__(self, roster: Roster, text: str, known: Circumstances) -> None:
        super().__init__(roster, text, known)
        self.announced = AnnouncedList(self)
        self.entries = ListEntries(self, self.announced)

    def tell(self, units: tuple[Unit, ...]) -> Account:
        """`units`: all that the letter says, in order."""
        self.units = units
        self.settled = Settled(self.text, units)
        self.account.relations = Relations(self.text, units, self.roster)
        for at, unit in enumerate(units):
            self.is_answer = bool(self.answer)
            self.answer = self._answered_by(units[at + 1]) if at + 1 < len(units) else ""
            if at + 1 < len(units) and self._asks_who(unit, units[at + 1]):
                self.answer = self.text[units[at + 1].start : units[at + 1].end]
            if unit.kind is UnitKind.ITEM:
                self._weigh(unit)  # "- een stagiair: Sem of Lotte"
            if unit.kind is UnitKind.ITEM and self.entries.tells_changes(unit):
                self._change(unit)
            elif unit.kind in (UnitKind.ITEM, UnitKind.ROW):
                if self._is_of_nobody(unit):
                    self.account.doubt("unclear_person")
                elif not self.entries.take(unit):
                    self._sentence(unit, None)  # a numbered remark
            elif unit.kind is UnitKind.SENTENCE:
                if (comes := self._answers_for_oneself(unit)) is not None:
                    self._decide(unit, comes=comes)
                elif self.announced.holds(unit):
                    self.entries.take(unit)
                elif self._is_address_list(unit):
                    for found in unit.names:
                        self.roster.mention(found).mark_coming(found.start, enrolled=True)
                elif self._is_roll(unit):
                    self._roll(unit)
                elif self._is_roll_of_undone(unit):
                    self._roll_of_undone(unit)
                else:
                    self._sentence(unit, self._next_but_excuses(units, at))
            self._remark(unit)
            if at + 1 < len(units) and self._asks_who(unit, units[at + 1]):
                self.answered_who = unit.end
            if self.announced.of_group:
                self.account.doubts = [doubt for doubt in self.account.doubts if doubt != "unnamed"]
            self._note_who_may_follow(unit)
        leave_out_companions(self.account, self.text, units)
        self._change_mind(units)
        if self.account.interested and not any(self._asks_plainly(c) for unit in units for c in unit.clauses):
            self.account.doubt("condition")
        name_taker(self, units)
        name_sought(self, units)
        writer_is_sought(self, units)
        name_companion(self, units)
        take_back_told(self.text, units, self.account, self.roster.writer)
        return self.account

    def _is_of_nobody(self, unit: Unit) -> bool:
        """ "- (kan toch niet)": what is left of a list's entry whose name was struck out says nothing of the writer."""
        if unit.kind is not UnitKind.ITEM or unit.names or unit.has("i", "we", "me", "us"):
            return False
        in_brackets = IN_BRACKETS.fullmatch(self.text, unit.start, unit.end)
        return in_brackets is not None and any(self.context.stance(c) is Stance.STAYS_AWAY for c in unit.clauses)

    def _answers_for_oneself(self, unit: Unit) -> bool | None:
        """Whether the writer comes, by their own line of a roll call, "Ik: wel"; None where it is no such line."""
        said = OWN_ANSWER.fullmatch(self.text, unit.start, unit.end)
        if said is None or not (self.entries.roll_call.decided or self.answered_who >= 0):
            return None
        return True if is_yes(said["answer"]) else False if is_no(said["answer"]) else None

    def _decide(self, unit: Unit, *, comes: bool) -> None:
        writer = self.roster.writer
        if writer is not None and comes:
            writer.mark_coming(unit.start)
        elif writer is not None:
            leave(self, writer, unit.clauses[0])

    def _asks_plainly(self, clause: Clause) -> bool:
        """Whether somebody is to be put on the list there, as more than one who is interested."""
        if clause.has("if", "maybe", "reserve", "interest", "past") or not clause.has("enrol"):
            return False
        return self.context.stance(clause) is Stance.COMES

    def _change_mind(self, units: tuple[Unit, ...]) -> None:
        """ "Ik heb me bedacht." is an absence where nothing tells what is wanted instead."""
        said, writer = self.account.said, self.roster.writer
        if not self.account.changed_mind or writer is None or DECISIVE.intersection(said):
            return
        minded = [c for u in units for c in u.clauses if c.has("mind")]
        if minded and not any(u.has("part", "change", "spelling", "belonging") for u in units):
            leave(self, writer, minded[0])

    def _answered_by(self, following: Unit) -> str:
        """The next sentence, where it is the writer's own answer to what this one asks."""
        text = self.text[following.start : following.end]
        return text if following.kind is UnitKind.SENTENCE and answers_itself(text) else ""

    def _is_address_list(self, unit: Unit) -> bool:
        """Whether a sentence is nothing but names and addresses, below "Hierbij de deelnemers van Epe."."""
        if len(unit.names) < 2 or self.text.find("@", unit.start, unit.end) < 0 or self.account.implied is None:
            return False
        beside = [word for clause in unit.clauses for word in words_beside_names(self.text, clause)]
        return all("@" in word or not word.strip("<>()[];,") for word in beside) and len(beside) >= len(unit.names)

    def _next_but_excuses(self, units: tuple[Unit, ...], at: int) -> Unit | None:
        """The unit behind that one; past a sentence in which the writer says to stay at home, which puts off a list
        and announces none: "Kun je deze drie inschrijven? Zelf ben ik er niet bij.", and the three."""
        behind = units[at + 1 : at + 3]
        if len(behind) == 2 and behind[1].kind is UnitKind.ITEM and excuses_writer(self, behind[0]):
            return behind[1]
        return behind[0] if behind else None

    def _change(self, unit: Unit) -> None:
        """ "- Els Bos valt uit, voor haar komt Noor de Boer": whoever stays away by such an entry had a seat."""
        self.announced.go_on(unit)
        self._statements(unit)
        for person in self.roster.at(unit.start, unit.end):
            person.booked = person.booked or (person.stays_away and not person.unbooked)

    def _sentence(self, unit: Unit, following: Unit | None) -> None:
        stances = self._statements(unit)
        self.announced.announce(unit, stances, following)
        self.undone = undoes_several(self.text, unit, stances)
