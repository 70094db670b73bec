"""What somebody else is quoted with: 'Wim appte: "Zet mij op de lijst, ik eet vegetarisch."'

Its phrases are none of the writer's, and decide nothing. But they tell whom a "bij dezen" behind it puts on the list.
"""

from mailbot.reading.account.saying import stance_of
from mailbot.reading.account.stance import Stance
from mailbot.reading.letter.clauses import Clause


def wants_seat(clause: Clause) -> bool:
    """Whether whoever is quoted asks for a seat of their own."""
    if not clause.spoken:
        return False
    said = Clause(clause.start, clause.end, clause.spoken, (), clause.asks)
    return said.has("i", "me", "we", "us") and stance_of(said) is Stance.COMES
