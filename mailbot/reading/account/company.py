"""The writer's company: who was named together with the writer, for what later words call "ons" or "wij allebei".

"Dat zijn naast mij Wim en Noor. Willen jullie ons noteren?": the first sentence asks for nothing, and the second names
nobody. What such words look like, together.py knows.
"""

import re
from collections.abc import Sequence

from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.account.ourselves import enrols_us
from mailbot.reading.account.subjects import is_beside_writer
from mailbot.reading.account.together import both, counted, stands_alongside
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late

# "Ik ben Els Bakker en mijn collega is Wim Smit"
I_AM_AND = late(
    r"\s*(?:ik ben|ik heet|mijn naam is|i am|my name is)\s[^.;:]{2,60}?\s(?:en|and)\s(?:mijn|my)\s[^\W\d_]+\s"
    r"(?:is|heet|is called)\s(?=(?-i:[^\W\d_a-z]))",
    re.IGNORECASE,
)
# "Wij zijn Els Bakker en Wim Smit uit Epe"
WHO_WE_ARE = re.compile(r"\s*(?:wij|we)\s+(?:zijn|heten|are)\s+(?=(?-i:[^\W\d_a-z]))", re.IGNORECASE)


class Company:
    """Remembers the company, clause by clause, and says who of it comes by another clause."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.joined: tuple[Person, ...] = ()  # named in a row with the writer, and nothing more was said of them
        self.own_part = False  # the writer told of taking part in something there
        self.spoken_for: list[Person] = []  # "mede namens Wim Smit"
        # by which sentence the writer comes with them: "samen met Wim, die ..., kom ik" says it before its verb
        self.with_whom: tuple[tuple[int, int], tuple[Person, ...]] = ((0, 0), ())

    def note(self, clause: Clause, people: list[Person], sentence: tuple[int, int]) -> None:
        """Remember whom a clause of that sentence, which says nothing of coming, names together with the writer."""
        self._note_joined(clause, people)
        self.own_part = self.own_part or self._tells_own_part(clause)
        self.note_spoken_for(clause, people)
        if stands_alongside(self.text, clause):
            self.with_whom = sentence, tuple(p for p in people if not p.is_writer)

    def _tells_own_part(self, clause: Clause) -> bool:
        """ "Wim doet Vooroordelen, ik het andere": what the writer does, before anybody is enrolled."""
        return clause.has("i") and not clause.has("told", "talked", "past", "usual", "already", "works", "neg")

    def _note_joined(self, clause: Clause, people: list[Person]) -> None:
        others = [p for p in people if not p.is_writer]
        if len(others) == 1 and I_AM_AND.match(self.text, clause.start, clause.end):
            self.joined = tuple(others)
            return
        if clause.has("past", "usual", "told", "talked", "neg", "wavers"):
            return
        if len(people) > len(others) > 0 and WHO_WE_ARE.match(self.text, clause.start, clause.end):
            self.joined = tuple(others)
        if not clause.has("me", "myself_too"):
            return
        rolled = clause.has("roll")
        self.joined = tuple(p for p in others if rolled or is_beside_writer(self.text, clause, p)) or self.joined

    def note_spoken_for(self, clause: Clause, people: list[Person]) -> None:
        if clause.has("speaks_also") or (clause.has("talked") and clause.has("we")):
            self.spoken_for = [person for person in people if not person.is_writer]

    def us(self, clause: Clause) -> tuple[Person, ...]:
        """Who "ons" are in a clause that names nobody else, by what was said before."""
        ours = enrols_us(self.text, clause) or (clause.has("we") and bool(coming_cues(clause)))
        return self.joined if ours else ()

    def alongside(self, clause: Clause, sentence: tuple[int, int]) -> tuple[Person, ...]:
        """With whom the writer comes, where that sentence has said it before its verb."""
        at, people = self.with_whom
        return people if at == sentence and clause.has("i", "we", "me", "us") else ()

    def both(self, clause: Clause) -> list[Person]:
        """Whom the writer speaks for, where as many are said to come: "wij komen allebei"."""
        return both(self.text, clause, self.spoken_for)

    def all_counted(self, clause: Clause, talked_of: Sequence[Person], writer: Person | None) -> list[Person]:
        """Whom "graag alle drie inschrijven" means, where exactly so many were talked of: with the writer, if they told
        of doing something there, too. Nobody where it were more or less, or somebody else is named."""
        many = counted(self.text, clause) if not clause.names else 0
        if many < 2 or writer is None:
            return []
        others = list({id(p): p for p in talked_of if not p.is_writer and _may_come(p)}.values())
        if clause.has("us", "we") or self.own_part:
            others.append(writer)
        return others if len(others) == many else []


def _may_come(person: Person) -> bool:
    return person.name.is_full and not (person.stays_away or person.cancels or person.booked or person.explained)
