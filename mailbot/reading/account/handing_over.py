"""What follows from a clause by which a seat goes from one to another: who gives it up, who takes it."""

import re

from mailbot.reading.account.leaving import Leaving
from mailbot.reading.account.stance import instead_of
from mailbot.reading.account.substitution import EXCHANGE, OF_OTHER, OF_WRITER, TO_WRITER, handed_over
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue
from mailbot.reading.names.people import Person, is_misspelling

# Between names: "in plaats van Wim of Noor komt Piet"
JOINED = re.compile(r"\s*(?:of|en|or|and)\s", re.IGNORECASE)
LIKE = re.compile(r"\b(?:net|zo|evenals|zoals|just|same)\s+$", re.IGNORECASE)  # "net als ik" sets no condition
OURS = re.compile(r"\b(?:onze|ons|our|us|we|wij|beide|both)\b", re.IGNORECASE)


class HandingOver(Leaving):
    """Draws the consequences for both sides, in `account`."""

    def _replaces(self, clause: Clause, people: list[Person]) -> None:
        if self.supposed == self.sentence or self._is_in_case(clause):
            self.account.doubt("condition")  # "mocht ik ziek worden, dan gaat Wim in mijn plaats"
        if (replaced := instead_of(clause)) is not None:
            self._takes_seat(self.roster.mention(replaced), clause, people)
            return
        cue = clause.first("replace", "transfer", "swap")
        if cue is None and clause.has("made_of"):
            self._made_of(clause, people)
            return
        off = clause.first("off")
        if off is not None and clause.has("onto"):
            self._off_and_on(clause, off, people)
        elif cue is None:
            self._named_behind(clause, people)
        elif not people and EXCHANGE.search(self.text, cue.start, cue.end):
            self._exchange(clause)
        else:
            self._hands_over(clause, cue, people)

    def _made_of(self, clause: Clause, people: list[Person]) -> None:
        """ "De bevestiging is voor Noor, maakt u er Wim van?", "kunt u van Noor Wim maken?": the last name takes the
        seat of the one before, or of whom the talk was about; not so another spelling of the same name."""
        others = [person for person in people if not person.is_writer]
        if not others:
            return
        taker = others[-1]
        gone = next((p for p in (*others[:-1], *self.lately_absent()) if p is not taker), self.roster.writer)
        if gone is None or is_misspelling(taker.name, gone.name) or taker.name.given == gone.name.given:
            self.account.doubt("unclear_substitution")
            return
        taker.mark_coming(clause.start)
        self._gives_up(gone, clause)
        self.account.substitutions.append((gone, taker))

    def _is_in_case(self, clause: Clause) -> bool:
        """ "Kan Wim eventueel komen als ik ziek word?": not so "Wim, net als ik adviseur, neemt mijn plaats in"."""
        conditions = [cue for cue in clause.cues if cue.kind == "if"]
        real = any(not LIKE.search(self.text, clause.start, cue.start) for cue in conditions)
        return real or clause.has("perhaps") or (clause.asks and clause.has("maybe"))

    def _hands_over(self, clause: Clause, cue: Cue, people: list[Person]) -> None:
        writer = self.roster.writer
        if not people and self._is_of_them(clause):
            people = list(self.recent)  # "zij neemt mijn plaats over"
        words = self.text[cue.start : cue.end]
        if not people and OF_WRITER.search(words) and OF_OTHER.search(words) and not TO_WRITER.search(words):
            people = list(self.recent)  # "schrapt u mij en noteert u hem?"
        swap = handed_over(self.text, clause, cue, people, writer=writer, others=self.lately_absent())
        if swap.gone is not None and swap.gone.comes and clause.has("stays"):
            for person in swap.coming:
                person.passing = True  # "ik kom, Wim valt dan voor mij in": at work
            return
        if swap.gone is not None and any(is_misspelling(p.name, swap.gone.name) for p in swap.coming):
            self.account.doubt("unclear_substitution")  # "een bevestiging op naam van Sytse IJntema": it is a spelling
            return
        takers = [taker for _, taker in self.account.substitutions]
        if takers and not clause.names and all(person in takers for person in (*swap.coming, *people)):
            return  # "could you put the badge in her name?", said after who takes whose seat
        for person in swap.coming:
            person.mark_coming(clause.start)
            if swap.gone is not None:
                self._gives_up(swap.gone, clause)
                self.account.substitutions.append((swap.gone, person))
        self.given_up = None if swap.coming else swap.gone
        too_many = len(swap.coming) > 1 and not OURS.search(self.text, clause.start, clause.end)
        if not swap.is_clear or too_many:  # "kan mijn plek naar Wim of Noor?"
            self.account.doubt("unclear_substitution")

    def _off_and_on(self, clause: Clause, off: Cue, people: list[Person]) -> None:
        """ "Wim mag eraf, Sanne erop": who stands before the "eraf" gives up the seat."""
        before = [p for p in people if p.spans[-1][0] < off.start]
        if len(people) != 2 or not before:
            self.account.doubt("unclear_substitution")
            return
        gone = before[-1]
        taker = next(p for p in people if p is not gone)
        taker.mark_coming(clause.start)
        self._gives_up(gone, clause)
        self.account.substitutions.append((gone, taker))

    def _named_behind(self, clause: Clause, people: list[Person]) -> None:
        """ "Mijn opvolger gaat in mijn plaats: Wim Smit": the name behind the colon is who takes the seat."""
        taker = next((p for p in people if not p.is_writer), None)
        if taker is None or self.given_up is None:
            self.account.doubt("unclear_substitution")
            return
        taker.mark_coming(clause.start)
        self._gives_up(self.given_up, clause)
        self.account.substitutions.append((self.given_up, taker))
        self.account.doubts.remove("unclear_substitution")
        self.given_up = None

    def _exchange(self, clause: Clause) -> None:
        """ "Willen jullie de namen omwisselen?": who takes over from whom, other sentences may have told."""
        writer = self.roster.writer
        others = {id(p): p for p in self.history if not p.is_writer}
        if self.account.substitutions:
            return
        if writer is None or len(others) != 1:
            self.account.doubt("unclear_substitution")
            return
        (taker,) = others.values()
        taker.mark_coming(clause.start)
        self._gives_up(writer, clause)
        self.account.substitutions.append((writer, taker))

    def _gives_up(self, person: Person, clause: Clause) -> None:
        person.cancels, person.order = True, min(person.order, clause.start)

    def _takes_seat(self, gone: Person, clause: Clause, people: list[Person]) -> None:
        """ "In plaats van Wim komt Noor": the other names in the clause, or the writer, take that seat."""
        if any(JOINED.match(self.text, name.end) for name in clause.names):
            self.account.doubt("unclear_substitution")
        coming = [p for p in people if p is not gone]
        if not coming and clause.has("i") and self.roster.writer is not None and gone is not self.roster.writer:
            coming = [self.roster.writer]
        for person in coming:
            person.mark_coming(clause.start)
            self.account.substitutions.append((gone, person))
        gone.cancels, gone.order = bool(coming), min(gone.order, clause.start)
        if not coming and not (gone.is_writer and clause.has("spelling")):  # "Els de Wit in plaats van Els Bakker"
            self.account.doubt("unclear_substitution")
