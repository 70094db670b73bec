"""What follows from a clause for the people in it: a rule a stance, each of which notes it in the talk's account."""

from collections.abc import Callable

from mailbot.reading.account.coming import comes, later
from mailbot.reading.account.giving_up import cancels
from mailbot.reading.account.handing_over import replaces
from mailbot.reading.account.remarks import remark
from mailbot.reading.account.stance import Stance
from mailbot.reading.account.standing import booked
from mailbot.reading.account.staying_away import stays_away
from mailbot.reading.account.talk import Talk
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person

Consequence = Callable[[Talk, Clause, list[Person]], None]  # the people: whom the clause names, or is about
CONSEQUENCES: dict[Stance, Consequence] = {
    Stance.COMES: comes,
    Stance.STAYS_AWAY: stays_away,
    Stance.CANCELS: cancels,
    Stance.REPLACES: replaces,
    Stance.BOOKED: booked,
    Stance.LATER: later,
    Stance.NOTHING: remark,
}
