"""What follows from a clause for the people in it, a method a stance: who comes, who is booked, what remains unclear.

Who stays away, gives up or hands over a seat is the concern of leaving.py and handing_over.py.
"""

from mailbot.reading.account.coming import comes, later
from mailbot.reading.account.remarks import remark
from mailbot.reading.account.standing import Standing
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person


class Consequences(Standing):
    """Draws the consequences of one clause after the other, in `account`."""

    def _comes(self, clause: Clause, people: list[Person]) -> None:
        comes(self, clause, people)

    def _later(self, clause: Clause, people: list[Person]) -> None:
        later(self, clause, people)

    def _nothing(self, clause: Clause, people: list[Person]) -> None:
        self._note_occupied(clause, people)
        remark(self, clause, people)
