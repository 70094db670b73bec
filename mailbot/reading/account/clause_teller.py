"""What a single clause adds to the account: what it says in its place, of whom, and whom the talk is about after it.

Which clauses a sentence has, and what they take over from each other, is for sentence_teller.py; what follows for the
people, for consequences.py.
"""

import re
from collections.abc import Sequence

from mailbot.reading.account.antecedents import said_of_antecedents
from mailbot.reading.account.attention import focus, marks, topic
from mailbot.reading.account.consequences import CONSEQUENCES
from mailbot.reading.account.context import is_not_counted_on
from mailbot.reading.account.counting_off import (
    count_oneself,
    how_many_of_us,
    is_of_those_counted,
    is_whom_they_named_last,
    names_the_rest_of_us,
)
from mailbot.reading.account.declining import declines
from mailbot.reading.account.doubting import Doubting
from mailbot.reading.account.handing_over import pass_seat
from mailbot.reading.account.leaving_other_things import has_left_something_else
from mailbot.reading.account.put_on_the_list import (
    ADDS_THEM,
    added,
    is_decided,
    is_for_others,
    is_of_one_of_them,
    joins_likewise,
    put_on_by_mistake,
    take_back_writer,
)
from mailbot.reading.account.references import by_number, by_office, counted_up, offices
from mailbot.reading.account.remarks import note_leaving_entries
from mailbot.reading.account.rhetoric import denies
from mailbot.reading.account.rows import asks_for_seats, enumerates, says_for_whom
from mailbot.reading.account.sent_instead import (
    are_represented,
    instead_of_office,
    is_represented,
    represented_by,
    sends_others,
    stands_in,
    wants_somebody_there,
)
from mailbot.reading.account.speech import wants_seat
from mailbot.reading.account.stance import Stance
from mailbot.reading.account.standing import is_never_booked, needs_no_adding, note_booking, stays_put, still_comes
from mailbot.reading.account.staying_away import leave
from mailbot.reading.account.subjects import is_overtaken, speaks_of_somebody_else
from mailbot.reading.account.supposing import is_denied
from mailbot.reading.account.wondering import awaits_answer
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late

# "Of ik ook kom? Nee, ik heb vrij."
WHETHER_I = re.compile(r"\s*(?:of|kom|ga|ben)\s+ik\s+(?:er\s+)?(?:zelf|ook|zelf ook|ook zelf)\b", re.IGNORECASE)
WOULD = late(
    r"\b(?:(?:wil|willen|kan|kunnen|mag|mogen)(?: (?:er|dan|die dag|ook|graag|zeker|gelukkig))* wel"
    r"|can|would like to)\W*\Z",
    re.IGNORECASE,
)
FULL_DIARY = late(
    r"\b(?:(?:zit|is) (?:voor|bij) (?:mij|me) (?:\w+ ){0,3}"
    r"|(?:mijn|m'n|my) (?!aanmelding|inschrijving|plek|plaats|seat|place)\w+ (?:\w+ ){0,3})"
    r"(?:vol|volgeboekt|full|booked)\b",
    re.IGNORECASE,
)
LEAVES = (Stance.STAYS_AWAY, Stance.CANCELS, Stance.REPLACES)


def _needs_none(clause: Clause) -> bool:
    """ "Inspecteur Van Loenen staat op de reservelijst en hoeft niet te worden ingeschreven"."""
    return clause.has("unbooked") and clause.has("neg") and not clause.has("i", "me", "we", "us", "mine", "if")


class ClauseTeller(Doubting):
    """Tells one clause after the other into `account`."""

    def _clause(self, clause: Clause, said: Stance, about: Sequence[Person] = (), *, rolling: bool = False) -> Stance:
        """Returns what the clause says after all. `said`: by its own words, or by those that it goes on with. `about`:
        of whom it speaks, where it names nobody. `rolling`: it goes on with a list of those who come."""
        self.before, self.just_said = self.just_said, said
        if about and clause.has("pointer"):  # "u nodigde Wim en Noor uit, van wie de laatste niet kan"
            about = by_number(self.text, clause, self.row) or about
        about = about or self._speakers(clause) or added(self, clause)
        oneself = self.undersigned.meant_by(clause)
        stance = self._said_here(clause, said, () if oneself else about)
        about = oneself or about
        self.rolling = rolling or self._sends(clause)
        self.context.note(clause)
        self._name_writer(clause)
        people = self._named(clause) or list(about) or self._referred(clause)
        self._correct(clause)
        self._introduce(clause, people)
        self._note_question(clause, stance)
        self.things = self.things or clause.has("belonging")
        if (taker := self._who_stands_in(clause, people)) is not None:
            taker.mark_coming(clause.start, enrolled=True)
            self._turn_to(clause, [taker])
            return Stance.COMES
        if is_of_those_counted(self, clause):
            count_oneself(self, clause)
            stance = Stance.NOTHING if is_whom_they_named_last(self, clause) else stance
        if (wrong := put_on_by_mistake(self, clause)) is not None:
            pass_seat(self, clause, wrong, people[0])
            self._turn_to(clause, people)
            return Stance.REPLACES
        if (pair := self._represented(clause)) is not None:
            pass_seat(self, clause, *pair)
            self._turn_to(clause, [pair[1]])
            return Stance.REPLACES
        if clause.has("if_seats") and not (
            clause.has("past") or self._is_full_elsewhere(clause) or _needs_none(clause)
        ):
            self.account.doubt("place_left")
        self.account.changed_mind |= clause.has("mind") and clause.has("i", "we", "me") and stance is Stance.NOTHING
        self.numbered |= stance is Stance.COMES and clause.has("party", "counts", "all")
        self.of_us = how_many_of_us(self, clause) or self.of_us if stance is Stance.COMES else self.of_us
        note_booking(self, clause, stance, people)
        self.account.said.setdefault(stance, clause.start)
        CONSEQUENCES[stance](self, clause, people)
        if stance in LEAVES and not people:
            note_leaving_entries(self, clause)
        if stance is Stance.COMES and is_for_others(self, clause):
            take_back_writer(self, clause)
        if len(clause.names) > 1 and stance is not Stance.COMES and (row := counted_up(self.text, clause, self.roster)):
            self.row, self.in_list = row, False
        self.just_said = stance
        self.last.note_others(clause, stance, people)
        self._turn_to(clause, people)
        return stance

    def _said_here(self, clause: Clause, stance: Stance, about: Sequence[Person]) -> Stance:
        """What the clause says where it stands: behind what was said before, and of those people."""
        if about:
            stance = said_of_antecedents(self.text, clause, about, stance)
        if stance is Stance.NOTHING and (
            asks_for_seats(self.text, clause)
            or says_for_whom(self.text, clause)
            or self._do_instead(clause)
            or self._sends(clause)
            or is_for_others(self, clause)
            or (bool(about) and ADDS_THEM.match(self.text, clause.start, clause.end) is not None)
            or is_of_one_of_them(self, clause)
            or joins_likewise(self, clause)
            or is_decided(self, clause)
            or names_the_rest_of_us(self, clause)
            or (self.counted and enumerates(self.text, clause, self.sentence[0]))
        ):
            stance = Stance.COMES
        if stance is Stance.COMES and is_represented(self.text, clause):
            self.account.doubt("unclear_substitution")
            stance = Stance.STAYS_AWAY
        if stance is Stance.COMES and wants_somebody_there(self.text, clause):
            stance = Stance.NOTHING
        stance = self.last.said_again(clause, stance)
        people = self._named(clause) or about
        if stance is Stance.COMES and still_comes(self, clause, people):
            stance = Stance.BOOKED
        kept = self.account.own_booking and self.last.is_unlike_absent(clause)
        if stance is Stance.NOTHING and (kept or stays_put(self, clause, people)):
            stance = Stance.BOOKED
        if stance is Stance.STAYS_AWAY and needs_no_adding(self, clause, people or self.recent):
            stance = Stance.NOTHING
        if self._keeps(clause, stance):
            self.account.keeps, stance = True, Stance.NOTHING
        if stance is Stance.CANCELS and has_left_something_else(self.text, clause):
            stance = Stance.NOTHING
        if stance is Stance.CANCELS and self._counts_oneself_out(clause):
            stance = Stance.STAYS_AWAY
        if is_never_booked(self, clause) or (stance is not Stance.STAYS_AWAY and declines(self, clause)):
            stance = Stance.NOTHING
        return self.last.repeated(clause, stance)

    def _keeps(self, clause: Clause, stance: Stance) -> bool:
        """ "Mijn plaats geef ik niet op", "u hoeft mij niet van de lijst te halen"."""
        if stance is Stance.NOTHING:
            return clause.has("kept") and not clause.has("absent", "unable")
        return stance is Stance.CANCELS and is_denied(self.text, clause)

    def _counts_oneself_out(self, clause: Clause) -> bool:
        """ "Dit zijn onze deelnemers. Op mij hoeft u niet te rekenen": whoever has no seat gives up none."""
        writer, account = self.roster.writer, self.account
        seat = self.context.known.booked or account.own_booking or Stance.BOOKED in account.said
        seat = seat or clause.has("already", "booking") or writer is None or writer.booked
        return not seat and is_not_counted_on(self.text, clause) and clause.has("me") and not clause.names

    def _sends(self, clause: Clause) -> bool:
        return sends_others(self.text, clause, about_event=self.is_about_event(clause))

    def _who_stands_in(self, clause: Clause, people: Sequence[Person]) -> Person | None:
        """Who comes, by that clause, for somebody who was said to stay away."""
        people = people or self.recent
        if len(people) != 1 or people[0].is_writer or people[0].stays_away or clause.has("replace"):
            return None
        gone = [self.roster.writer, *self.lately_absent()]
        absent = any(p is not None and (p.stays_away or p.cancels) for p in gone)
        return people[0] if absent and stands_in(self.text, clause) else None

    def _represented(self, clause: Clause) -> tuple[Person, Person] | None:
        """Who stays away, and who comes as their representative."""
        if (pair := represented_by(self.text, clause)) is not None:
            return self.roster.mention(pair[0]), self.roster.mention(pair[1])
        if (office := instead_of_office(self.text, clause)) is not None:
            return self._instead_of(office, clause)
        if not are_represented(self.text, clause):
            return None
        them = (self.roster.writer,) if clause.has("i") else self.recent
        taker = self.roster.mention(clause.names[0])
        if len(them) != 1 or them[0] is None or them[0] is taker:
            return None
        return them[0], taker

    def _instead_of(self, office: str, clause: Clause) -> tuple[Person, Person] | None:
        """Who has that office and doesn't come, and who does in their place."""
        gone = self.holders.get(office) or next((p for p in self.lately_absent() if p.stays_away or p.cancels), None)
        taker = self.roster.mention(clause.names[-1])
        leaves = gone is not None and gone is not taker and (gone.stays_away or gone.cancels or gone.booked)
        return (gone, taker) if gone is not None and leaves else None

    def _named(self, clause: Clause) -> list[Person]:
        return [self.roster.mention(found) for found in clause.names]

    def _do_instead(self, clause: Clause) -> bool:
        """ "Ik kan die dag niet. Maar Els Bos en Wim Smit willen wel"."""
        writer = self.roster.writer
        if (
            writer is None
            or writer.comes
            or not (writer.stays_away and clause.names)
            or clause.has("neg", "part", "wavers", "maybe")
        ):
            return False
        return not clause.asks and WOULD.search(self.text, clause.names[-1].end, clause.end) is not None

    def _speakers(self, clause: Clause) -> tuple[Person, ...]:
        """Whom a clause quotes: 'Wim appte: "Zet mij op de lijst"' asks for nothing until the writer does."""
        if not clause.quoted:
            self.speakers = None
            return ()
        if self.speakers is None:
            self.speakers = tuple(p for p in self.recent if not p.is_writer)
        if wants_seat(clause):
            self.asked_for = self.speakers
        return self.speakers

    def _referred(self, clause: Clause) -> list[Person]:
        """ "De wethouder", "mama", "de tweede", "nummer 3", in a clause without names."""
        said = by_number(self.text, clause, self.row) or by_office(self.text, clause, self.holders)
        return said or (self.account.relations.subject(clause.start, clause.end) if self.account.relations else [])

    def _note_question(self, clause: Clause, stance: Stance) -> None:
        of_part = clause.has("all", "party") and clause.has("part")  # "gaat zij alle rondes naar Vooroordelen? Nee"
        if clause.asks and stance is Stance.COMES and not of_part and denies(self.answer):
            self.account.doubt("contradiction")  # "Kom ik? Nee."
        if clause.asks and WHETHER_I.match(self.text, clause.start, clause.end) and denies(self.answer):
            leave(self, self.roster.writer, clause) if self.roster.writer else None
        if clause.has("rhetoric") or (clause.asks and self.answer):
            return
        self.account.wonders = self.account.wonders or clause.asks or clause.has("asks_of")
        self.account.asks = self.account.asks or awaits_answer(clause, stance)

    def _is_full_elsewhere(self, clause: Clause) -> bool:
        """ "De dag van 30 maart zit voor mij al vol": another event, or the writer's own diary."""
        full = FULL_DIARY.search(self.text, clause.start, clause.end) is not None
        return full or self.is_about_another_event(clause)

    def _turn_to(self, clause: Clause, people: list[Person]) -> None:
        """Remember whom the clause was about."""
        text, writer, recent = self.text, self.roster.writer, self.recent
        self.account.focus.append(focus(text, clause, people, writer, recent, self.history))
        self.account.marks += marks(
            text, clause, people, writer, recent, self.history, self.row, self.account.relations
        )
        self.topic = topic(text, clause, people, writer, recent, self.topic)
        if clause.names:
            self.holders |= offices(text, clause, self.roster)
        if people:
            self.recent = () if is_overtaken(text, clause) else tuple(people)
            self.history += people
        elif speaks_of_somebody_else(text, clause):
            self.recent = ()  # "Onze stagiair hielp mij, zij komt niet": she is nobody of those named before
