"""What a sentence adds to the account: clause by clause, with what each takes over from those before it (so_far.py),
what stands in brackets, and what it overturns: "Wim zou komen, maar is ziek, dus ga ik".

What one clause adds is clause_teller.py's; sentences that only count up people are roll_teller.py's.
"""

import re

from mailbot.reading.account.antecedents import antecedents, joins_writer, lends_verb
from mailbot.reading.account.brackets import (
    clauses_around,
    explain,
    note_booked,
    says_who_we_are,
    tells_it_is_the_writer,
)
from mailbot.reading.account.clause_teller import ClauseTeller
from mailbot.reading.account.companions import is_only_somebody, note_row_tail
from mailbot.reading.account.mentions import named_for_another
from mailbot.reading.account.rows import begins_with_people, heads_row, says_who_comes
from mailbot.reading.account.sent_instead import denies_perhaps_how, goes_without_writer
from mailbot.reading.account.so_far import SoFar
from mailbot.reading.account.stance import Stance
from mailbot.reading.account.staying_away import leave
from mailbot.reading.account.thwarted import overtaken, thwarted, thwarted_oneself
from mailbot.reading.account.together import counts_us
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late

SUPPOSES = re.compile(
    r"[\s,(]*(?:(?:en|maar|and|but)\s+)?(?:mocht|mochten|should)\s+(?:er|het|dat|there|it)\b", re.IGNORECASE
)
# "Die mag vervallen": what the sentence before was about
POINTS_BACK = late(
    r"\s*(?:(?:en|maar|dus|and|but|so)\s+)?(?:(?:die|deze|dat|dit|it|that)\s+(?:\w+\s+)?"
    r"(?:mag|mogen|kan|kunnen|kunt|hoeft|may|can)\b"
    r"|(?:kan|kun|kunt|kunnen|wil|wilt|willen|zou|zouden|could|can|would)\s+(?:u|je|jij|jullie|you)\s+"
    r"(?:die|deze|dat|dit|it|that|het)\s)",
    re.IGNORECASE,
)


class SentenceTeller(ClauseTeller):
    """Tells the clauses of one sentence after the other."""

    def _statements(self, unit: Unit) -> list[Stance]:
        """Tells what the clauses of a unit state, and returns that."""
        self.sentence, self.wished = (unit.start, unit.end), []
        self.things = self.had_things and POINTS_BACK.match(self.text, unit.start, unit.end) is not None
        self.had_things = any(clause.has("belonging") for clause in unit.clauses)
        stances = self._clauses(unit)
        for wish, reason in thwarted(self.text, unit, stances):
            self._thwart(wish, reason)
        if unit.has("i") and (own := thwarted_oneself(self.text, unit, stances)) is not None:
            self._stay_oneself(*own)
        if unit.has("modal", "meant") and (instead := overtaken(self.text, unit)) is not None:
            self._step_in(*instead)
        self._hesitate(unit, stances)
        self._retract(unit, stances)
        if Stance.COMES in stances or Stance.REPLACES in stances:
            self._weigh(unit)  # "Els Bos dan wel haar vervanger Wim Kok neemt deel"
        if Stance.COMES in stances:
            note_row_tail(self.account, self.text, unit)
        return stances

    def _clauses(self, unit: Unit) -> list[Stance]:
        """What the clauses of a sentence say that stand outside brackets."""
        so_far = SoFar(self.text)
        ourselves: Clause | None = None  # who "wij" are, in brackets behind it
        myself: Clause | None = None  # ... or that "zijn adviseur" is the writer
        for at, clause in enumerate(unit.clauses):
            if clause.aside and says_who_we_are(self.text, unit, clause):
                ourselves = clause
            elif clause.aside and tells_it_is_the_writer(self.text, unit, clause):
                myself = clause
            elif clause.aside:
                self._aside(unit, clause)
            else:
                behind = unit.clauses[at + 1] if at + 1 < len(unit.clauses) else None
                self._next_clause(unit, clause, so_far, ourselves, behind)
                if myself is not None and so_far.stances[-1] is Stance.COMES and self.roster.writer is not None:
                    self.roster.writer.mark_coming(myself.start)
                ourselves = myself = None
        return so_far.stances

    def _aside(self, unit: Unit, clause: Clause) -> None:
        own = self.context.stance(clause)
        self._clause(clause, own, antecedents(self.text, unit, clause, own, self.roster))
        note_booked(self.text, unit, clause, self.roster)
        explain(clause, [(c, self.context.stance(c)) for c in clauses_around(unit, clause)], self.account)

    def _next_clause(
        self, unit: Unit, clause: Clause, so_far: SoFar, ourselves: Clause | None, behind: Clause | None
    ) -> None:
        """`behind`: the clause that follows."""
        own = self.context.stance(clause)
        if so_far.before is not None and so_far.before.opens and so_far.before.has("companion"):
            self._name_companions(clause)
        if so_far.before is not None and so_far.before.opens and is_only_somebody(self.text, so_far.before, clause):
            self.account.sought, self.account.implied = True, None
        taken = so_far.handed_on(clause, own)
        if taken is None and own is Stance.NOTHING and self._is_headed(so_far.before, clause):
            taken = Stance.COMES
        if taken is None and own is Stance.NOTHING and goes_without_writer(self.text, clause, behind):
            taken = Stance.COMES
        if own is Stance.STAYS_AWAY and self._denies_perhaps_how(clause, so_far.before):
            self.account.doubt("unclear_sentence")
        about = antecedents(self.text, unit, clause, own, self.roster)
        if ourselves is not None and clause.has("remains") and not (about or clause.names):
            about = [self.roster.mention(name) for name in ourselves.names]  # "de rest (Wim en ik) blijft staan"
        stance = self._clause(clause, taken or own, about, rolling=taken is Stance.COMES)
        if ourselves is not None:
            self._clause(ourselves, stance, rolling=stance is Stance.COMES)
        for piece in so_far.awaits(stance):
            self._lend_verb(stance, piece, clause, in_row=bool(so_far.row.pieces))
        if stance is Stance.BOOKED and clause.has("remains"):
            for person in (p for piece in so_far.row.pieces for p in self.roster.at(piece.start, piece.end)):
                person.booked = True  # "Wim, Noor en ik komen gewoon"
        so_far.add(clause, stance)
        if stance is Stance.NOTHING and SUPPOSES.match(self.text, clause.start, clause.end):
            self.supposed = self.sentence  # "mochten er nog plaatsen zijn, dan komt Wim ook"

    def _denies_perhaps_how(self, clause: Clause, before: Clause | None) -> bool:
        of_event = before is not None and self.is_about_event(before)
        return denies_perhaps_how(self.text, clause, before, about_event=of_event)

    def _name_companions(self, clause: Clause) -> None:
        """Their names stand behind the colon: "ik neem de kinderen van onze dochter mee: Pim en Loes Verhoef"."""
        if begins_with_people(self.text, clause):
            self.account.doubts = [doubt for doubt in self.account.doubts if doubt != "companion"]

    def _is_headed(self, before: Clause | None, clause: Clause) -> bool:
        """ "Voor 30 maart: ik en Wim Smit, onze jurist": names behind an event and a colon are of those who come."""
        if before is not None and says_who_comes(self.text, before, clause):
            return True
        if before is None or not before.opens:
            return False
        if before.has("counts") and counts_us(before):
            return begins_with_people(self.text, clause)  # "Het worden er dus twee: Wim Smit en ik"
        if not self.context.is_about_event(before) or before.cues:
            return False
        return heads_row(self.text, before) and begins_with_people(self.text, clause)

    def _lend_verb(self, stance: Stance, before: Clause, clause: Clause, *, in_row: bool) -> None:
        """Say of whom a clause before names what this one says. `in_row`: they stand in a row of such clauses."""
        if in_row and stance is Stance.COMES and joins_writer(self.text, clause):
            for person in self.roster.at(before.start, before.end):
                person.mark_coming(before.start)  # "Wim, met wie ik reis, en ik komen"
        elif lends_verb(self.text, before, clause):
            others = [self.roster.mention(name) for name in named_for_another(self.text, before)]
            for person in self.roster.at(before.start, before.end):
                if person not in others:
                    self._say_of(person, stance, before, clause)

    def _say_of(self, person: Person, stance: Stance, before: Clause, clause: Clause) -> None:
        if stance is Stance.COMES:
            person.mark_coming(before.start)
        else:
            leave(self, person, clause)

    def _thwart(self, wish: Clause, reason: Clause) -> None:
        for person in self.roster.at(wish.start, wish.end) or list(self.wished):
            if not person.is_writer and (not person.comes or person in self.wished):
                self.wished.append(person)
                leave(self, person, reason)

    def _stay_oneself(self, wish: Clause, reason: Clause) -> None:
        """The writer doesn't come by that wish, and stays away for that reason."""
        writer = self.roster.writer
        if writer is None:
            return
        if writer.comes and wish.start <= writer.order < wish.end:
            writer.comes = False
        leave(self, writer, reason)
        writer.only_wished = not writer.comes

    def _step_in(self, wish: Clause, at: int | None) -> None:
        """Whoever is named at that place comes, or else the writer; and not whoever was to."""
        taker = self.roster.writer if at is None else next(iter(self.roster.at(at, at + 1)), None)
        for person in self.roster.at(wish.start, wish.end) or list(self.recent):
            if not person.is_writer and person is not taker:
                person.comes = False
                leave(self, person, wish)
        if taker is not None:
            taker.mark_coming(wish.end if at is None else at)
