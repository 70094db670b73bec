"""A confident account of a letter: clause by clause, who comes, who doesn't, and what was left unexplained.

The teller goes through the units in order, as a reader does, and through the clauses of each sentence. Lists are
announcing.py's and list_entries.py's; what a clause adds is clause_teller.py's; nothing is decided here.
"""

import re

from mailbot.reading.account.account import Account
from mailbot.reading.account.announcing import AnnouncedList, excuses_writer, forget_writer, undoes_several
from mailbot.reading.account.antecedents import antecedents, joins_writer, lends_verb
from mailbot.reading.account.brackets import clauses_around, explain, note_booked, says_who_we_are
from mailbot.reading.account.clause_teller import ClauseTeller
from mailbot.reading.account.companions import is_only_somebody, note_row_tail
from mailbot.reading.account.context import Circumstances
from mailbot.reading.account.list_entries import ListEntries
from mailbot.reading.account.mentions import follows_relative, named_for_another
from mailbot.reading.account.rhetoric import answers_itself
from mailbot.reading.account.rows import (
    begins_roll,
    begins_with_people,
    begins_with_rest,
    counts_up_us,
    heads_row,
    joins_oneself,
    names_them,
    says_who_comes,
    words_beside_names,
)
from mailbot.reading.account.seat_takers import name_companion, name_sought, name_taker
from mailbot.reading.account.sent_instead import denies_perhaps_how, goes_without_writer
from mailbot.reading.account.so_far import SoFar
from mailbot.reading.account.stance import Stance
from mailbot.reading.account.staying_away import leave
from mailbot.reading.account.thwarted import overtaken, thwarted
from mailbot.reading.account.together import counts_us
from mailbot.reading.account.told_before import take_back_told
from mailbot.reading.account.without_seats import leave_out_companions
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cue_phrases import number
from mailbot.reading.letter.labels import is_no, is_yes
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.names.people import Person, Roster
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

# "Ik kom met twee vriendinnen", "met mijn kleinkinderen"
WITH_OTHERS = late(
    r"\b(?:met|neem|nemen|breng|with|bring) (?:(?:mijn|m'n|onze|nog|my|our) )?(?:(?P<count>twee|drie|vier|vijf|zes|two"
    r"|three|four|five|six)\b|(?<=mijn )|(?<=m'n )|(?<=onze )|(?<=my )|(?<=our ))",
    re.IGNORECASE,
)

WHO_IS_IT = re.compile(
    r"\s*(?:(?:en|maar|dus|nu|and|so)\s)?(?:wie|who)(?:\s(?:dan|er|zijn|komt|komen|gaat|gaan|doet|doen|wel|mee|allemaal|dat|die"
    r"|naar|op|is|are|coming|then|wij|we|het|worden|in|[A-Z]\w+|\d{1,2}|maart|juni)){0,7}\s?\?\s*",
    re.IGNORECASE,
)
NOW_IT_IS = re.compile(
    r"\s*(?:dit keer|ditmaal|deze keer|nu)?\s*(?:het|dit|dat)?\s*(?:gaat|betreft|zijn) (?:het |dit |dat )?"
    r"(?:nu|dit keer|ditmaal|deze keer|dan)?\s*(?:om )?(?-i:[A-ZÀ-Þ])",
    re.IGNORECASE,
)
OWN_ANSWER = late(
    r"\s*(?:en\s+)?(?:ik|ikzelf|ik zelf|mezelf|mijzelf|zelf|ondergetekende|me|myself)\s*"
    r"(?::|=|[–-]{1,2}>?|\s)\s*(?P<answer>\S[^\n]{0,24}?)"
    r"[\s.!]*",
    re.IGNORECASE,
)
DECISIVE = frozenset(Stance) - {Stance.NOTHING, Stance.BOOKED}


class Teller(ClauseTeller):
    """Tells the account of one letter from its units."""

    def __init__(self, roster: Roster, text: str, known: Circumstances) -> None:
        super().__init__(roster, text, known)
        self.announced = AnnouncedList(self)
        self.entries = ListEntries(self, self.announced)
        self.answered_who = -1  # where a "wie er komen?" ended, which the sentences since answer
        self._spoke_of_coming = False  # the last sentence spoke of people, and of going there
        self._just_announced = False  # the last sentence said that we come, and named nobody
        self._just_brought = 0  # ... that the writer comes with others, at least so many, and named none of them

    def tell(self, units: tuple[Unit, ...]) -> Account:
        self.units = units
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
                if not self.entries.take(unit):
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
            self._just_announced = self._announces_us(unit)
            self._just_brought = 0 if unit.names else max(map(self._brings, unit.clauses), default=0)
            self._spoke_of_coming = unit.has("person", "party", "companion") and unit.has("attend", "enrol", "with_me")
            self.counted = self.counted or any(self._counts_who_comes(c) for c in unit.clauses)
        leave_out_companions(self.account, self.text, units)
        self._change_mind(units)
        if self.account.interested and not any(self._asks_plainly(c) for unit in units for c in unit.clauses):
            self.account.doubt("condition")
        name_taker(self, units)
        name_sought(self, units)
        name_companion(self, units)
        take_back_told(self.text, units, self.account, self.roster.writer)
        return self.account

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

    def _asks_who(self, unit: Unit, following: Unit) -> bool:
        """ "Wie er komen?", and their names behind it."""
        asks = unit.kind is UnitKind.SENTENCE and not unit.names and unit.clauses[-1].asks
        if not asks or WHO_IS_IT.fullmatch(self.text, unit.start, unit.end) is None:
            return False
        return begins_with_people(self.text, following.clauses[0])

    def _answers_who(self, unit: Unit) -> bool:
        """Whether a sentence counts up who comes, behind that question or behind others that do."""
        first = unit.clauses[0]
        if self.answered_who < 0 or not (begins_with_people(self.text, first) or joins_oneself(self.text, first)):
            self.answered_who = -1
            return False
        return True

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

    def _is_roll(self, unit: Unit) -> bool:
        """Whether a sentence counts up who comes, after a "wij komen": "Dat zijn Els Bakker, onze chef, en ik"."""
        if self._answers_who(unit) or (self._just_brought and names_them(self.text, unit.clauses)):
            return True
        if not (unit.names or unit.has("me")) or not self._has_announced_people(unit.clauses[0]):
            return False
        own = [c for c in unit.clauses if not c.aside and (c.names or not follows_relative(self.text, c))]
        told = [clause for clause in own if not clause.aside and (clause.names or clause.has("roll"))]
        first = told[0] if told else unit.clauses[0]
        rolls = begins_roll(self.text, first) or (self._just_announced and self._counts_up_us(unit))
        return rolls and all(self.context.stance(c) is Stance.NOTHING for c in own)

    def _has_announced_people(self, first: Clause) -> bool:
        """Whether people come of whom it is still to be said who they are: "wij", a number of them, "Ede is er bij"."""
        account = self.account
        if self._spoke_of_coming and NOW_IT_IS.match(self.text, first.start, first.end):
            return True  # "Vorig jaar nam ik twee studenten mee, dat wil ik weer. Het gaat ditmaal om ..."
        some_fall_out = {Stance.COMES, Stance.STAYS_AWAY} <= account.said.keys()  # "blijven over: Wim en ik"
        left = begins_with_rest(self.text, first) and not {Stance.STAYS_AWAY, Stance.CANCELS}.isdisjoint(account.said)
        return account.group or account.sought or some_fall_out or left or account.implied is not None or self.counted

    def _brings(self, clause: Clause) -> int:
        """How many come along by a clause that doesn't name them: "ik kom met drie kleinkinderen"; one, where no number
        is told."""
        others = WITH_OTHERS.search(self.text, clause.start, clause.end)
        if clause.asks or self.context.stance(clause) is not Stance.COMES or not (others or clause.has("with_me")):
            return 0
        return (others and number(others["count"] or "")) or 1

    def _counts_who_comes(self, clause: Clause) -> bool:
        """Whether a clause says how many come: of the event, or of those who are left, "dus het worden er drie"."""
        return counts_us(clause) and (self.is_about_event(clause) or clause.has("counts"))

    def _counts_up_us(self, unit: Unit) -> bool:
        writer = self.roster.writer
        names_writer = writer is not None and any(self.roster.find(name.name) is writer for name in unit.names)
        return counts_up_us(self.text, unit.clauses, names_writer=names_writer)

    def _announces_us(self, unit: Unit) -> bool:
        """Whether a sentence says that we come, and not who we are: "Wij willen met een klein clubje komen."."""
        at = self.account.said.get(Stance.COMES)
        said = at is not None and unit.start <= at < unit.end
        return said and self.account.group and not unit.names and not unit.has("part", "if", "maybe")

    def _roll(self, unit: Unit) -> None:
        if self._just_brought:  # here are their names
            self.account.doubts = [doubt for doubt in self.account.doubts if doubt != "companion"]
            told = len(unit.names) + unit.has(
                "myself_too", "me"
            )  # "wij komen met vier mensen. Behalve ik zijn dat ..."
            self.account.open_places = max(self.account.open_places, self._just_brought - told)
        for clause in unit.clauses:
            own = self.context.stance(clause)
            relative = follows_relative(self.text, clause) and not clause.names
            declined = own in (Stance.STAYS_AWAY, Stance.CANCELS) or clause.has("says_no")
            own = Stance.STAYS_AWAY if declined else own  # "Wie er komen? Wim Smit, ja. Noor Tal, nee."
            in_roll = not (relative or declined or clause.aside or (clause.has("you", "cc") and not clause.names))
            about = antecedents(self.text, unit, clause, own, self.roster)
            self._clause(clause, Stance.COMES if in_roll else own, about, rolling=in_roll)

    def _is_roll_of_undone(self, unit: Unit) -> bool:
        """ "Wilt u onze inschrijvingen laten vervallen? Het betreft Els Bakker en mijzelf." """
        first = unit.clauses[0]
        if not (self.undone and (unit.names or unit.has("myself_too", "me")) and begins_roll(self.text, first)):
            return False
        return all(self.context.stance(clause) in (Stance.NOTHING, Stance.CANCELS) for clause in unit.clauses)

    def _roll_of_undone(self, unit: Unit) -> None:
        forget_writer(self)
        for clause in unit.clauses:
            named = clause.names or clause.has("myself_too", "me")
            self._clause(clause, Stance.CANCELS if named else self.context.stance(clause))
        self.undone = False

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

    def _statements(self, unit: Unit) -> list[Stance]:
        """Tells what the clauses of a unit state, and returns that."""
        self.sentence, self.wished = (unit.start, unit.end), []
        self.things = self.had_things and POINTS_BACK.match(self.text, unit.start, unit.end) is not None
        self.had_things = any(clause.has("belonging") for clause in unit.clauses)
        stances = self._clauses(unit)
        for wish, reason in thwarted(self.text, unit, stances):
            self._thwart(wish, reason)
        if unit.has("modal", "meant") and (instead := overtaken(self.text, unit)) is not None:
            self._step_in(*instead)
        self._hesitate(unit, stances)
        self._retract(unit, stances)
        if Stance.COMES in stances:
            self._weigh(unit)
            note_row_tail(self.account, self.text, unit)
        return stances

    def _clauses(self, unit: Unit) -> list[Stance]:
        """What the clauses of a sentence say that stand outside brackets."""
        so_far = SoFar(self.text)
        ourselves: Clause | None = None  # who "wij" are, in brackets behind it
        for at, clause in enumerate(unit.clauses):
            if clause.aside and says_who_we_are(self.text, unit, clause):
                ourselves = clause
            elif clause.aside:
                self._aside(unit, clause)
            else:
                behind = unit.clauses[at + 1] if at + 1 < len(unit.clauses) else None
                self._next_clause(unit, clause, so_far, ourselves, behind)
                ourselves = None
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

    def _step_in(self, wish: Clause, at: int | None) -> None:
        """Whoever is named at that place comes, or else the writer; and not whoever was to."""
        taker = self.roster.writer if at is None else next(iter(self.roster.at(at, at + 1)), None)
        for person in self.roster.at(wish.start, wish.end) or list(self.recent):
            if not person.is_writer and person is not taker:
                person.comes = False
                leave(self, person, wish)
        if taker is not None:
            taker.mark_coming(wish.end if at is None else at)
