"""A confident account of a letter: clause by clause, who comes, who doesn't, and what was left unexplained.

The account goes through the units in order, as a reader does, with a memory of whom the last words were about (for
"haar", "hij") and of whether a list of people has been announced. Nothing is decided here: `Account` holds what was
said, `doubts` the short machine words for what a careful reader would want to ask about, and `focus` whom each piece
of text is about, so that a diet or a telephone number in it finds its owner.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mailbot.reading.people import Person, Roster
from mailbot.reading.stance import Stance, is_doubtful, is_unexplained, speaks_of_writer, stance_of
from mailbot.reading.units import Clause, Unit, UnitKind

ANNOUNCES = re.compile(r":\s*$")
FOLLOWING = re.compile(r"\b(?:volgende|onderstaande|hieronder|following|below|bijgaande)\b", re.IGNORECASE)
ALL = re.compile(
    r"\b(?:wij|we|ons|allebei|beiden?|allen|allemaal|iedereen|both|all of us|alle (?:twee|drie|vier|vijf))\b",
    re.IGNORECASE,
)


LINK = r"en|and|&|\+|met|with|plus|samen|mijn|my|onze|our|collega(?:'s)?|colleagues?|de|heer|mevrouw|ook|evenals|alsmede|alsook"
LINKED = re.compile(
    rf"(?:\b(?:en|and|met|with|plus|evenals|alsmede|alsook)\b|&|\+)\s+(?:[^\s,]+\s+){{0,2}}$", re.IGNORECASE
)
LINKS = re.compile(rf"(?:\s|,|\([^)]*\)|\b(?:{LINK})\b)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Focus:
    """Whom text[start:end] is about: nobody in particular where `people` is empty."""

    start: int
    end: int
    people: tuple[Person, ...]
    listed: bool = False  # a list item, row or form: all of it is about these people


@dataclass(frozen=True, slots=True)
class Mark:
    """At character `at`, in the clause [start, end), the talk turns to `people`; to all who come where that is empty."""

    at: int
    start: int
    end: int
    people: tuple[Person, ...]


@dataclass(slots=True)
class Account:
    """What a letter says. `implied`: where somebody signs up without a subject ("Graag aanwezig"): the writer, if anybody.

    `substitutions`: (who gives up the seat, who takes it). `said`: the stances that occurred, with where.
    """

    roster: Roster
    implied: int | None = None
    implied_cancel: bool = False
    asks: bool = False
    group: bool = False
    said: dict[Stance, int] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    substitutions: list[tuple[Person, Person]] = field(default_factory=list)
    focus: list[Focus] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    unclear: list[Person] = field(default_factory=list)  # named beside somebody who comes; comes perhaps, too
    open_places: int = 0  # list entries for somebody whose name isn't known yet
    sought: bool = False  # somebody with an office, but no name, is to be enrolled ("wilt u de wethouder inschrijven")

    def doubt(self, reason: str) -> None:
        if reason not in self.doubts:
            self.doubts.append(reason)

    def owners(self, at: int) -> tuple[Person, ...]:
        """Whom the text at that place is about."""
        around = [f for f in self.focus if f.start <= at < f.end]
        return min(around, key=lambda f: f.end - f.start).people if around else ()


class Teller:
    """Tells the account of one letter from its units."""

    def __init__(
        self, roster: Roster, text: str, events: Sequence[tuple[int, int]] = (), *, booked: bool = False
    ) -> None:
        """`events`: where the text points at an event; `booked`: we confirmed something to the writer before."""
        self.account = Account(roster)
        self.roster, self.text = roster, text
        self.events, self.booked = tuple(events), booked
        self.recent: tuple[Person, ...] = ()  # whom the last words were about
        self.listing: Stance | None = None  # what an announced list says of the people in it
        self.list_paragraph = -1
        self.bulleted = False  # the list's entries have bullets or numbers: a sentence ends it

    def tell(self, units: tuple[Unit, ...]) -> Account:
        for at, unit in enumerate(units):
            if unit.kind in (UnitKind.ITEM, UnitKind.ROW):
                self._entry(unit)
            elif unit.kind is UnitKind.SENTENCE:
                if self._is_listed(unit):
                    self._entry(unit)
                else:
                    self._sentence(unit, units[at + 1] if at + 1 < len(units) else None)
            self._remark(unit)
        return self.account

    def _remark(self, unit: Unit) -> None:
        """What counts wherever it stands."""
        for clause in unit.clauses:
            if clause.has("reserve") and not clause.has("you"):
                self.account.doubt("reserve")
            if clause.has("tba"):
                self.account.doubt("names_follow")
            if clause.has("instruction"):
                self.account.doubt("instruction")

    # Sentences ------------------------------------------------------------------------------------------------------

    def _sentence(self, unit: Unit, following: Unit | None) -> None:
        stances: list[Stance] = []
        before: Clause | None = None
        named: Clause | None = None  # the last clause that named somebody
        for clause in unit.clauses:
            if clause.aside:
                self._clause(clause)
                continue
            goes_on = bool(stances) and self._goes_on(stances[-1], before, clause)
            stances.append(self._clause(clause, stances[-1] if goes_on else None))
            decided = stances[-1] in (Stance.COMES, Stance.STAYS_AWAY)
            if named is not None and decided and stances[-2] is not Stance.COMES:
                self._subject_before(stances[-1], named, clause)
            before = clause
            named = clause if clause.names else named
        self._announce(unit, stances, following)

    def _announced(self, unit: Unit, stances: list[Stance]) -> Stance | None:
        """What is said of the people in a list that this sentence announces; its last words weigh most."""
        last = unit.clauses[-1]
        if stances and stances[-1] is Stance.NOTHING and last.opens and self._is_about_event(last):
            return Stance.COMES
        strong = [s for s in stances if s is not Stance.NOTHING]
        if strong:
            return strong[-1]
        return Stance.COMES if unit.has("enrol_noun", "also_group", "attend") else None

    def _is_about_event(self, clause: Clause) -> bool:
        return any(clause.start <= start < clause.end for start, _ in self.events)

    def _stance(self, clause: Clause) -> Stance:
        return stance_of(clause, about_event=self._is_about_event(clause), booked=self.booked)

    def _goes_on(self, stance: Stance, before: Clause | None, clause: Clause) -> bool:
        """Whether a clause only names whom the one before was about: "wij komen met drie: ik, Piet en Jan"."""
        if before is None or self._stance(clause) is not Stance.NOTHING:
            return False
        if not before.opens or before.has("alone") or stance is Stance.NOTHING:
            return False
        return bool(clause.names or clause.has("myself_too", "me"))

    def _subject_before(self, stance: Stance, before: Clause, clause: Clause) -> None:
        """ "Hatice, sinds kort onze collega, wil graag mee": a clause that begins with its verb belongs to the name before."""
        first = clause.first("attend", "enrol", "stays", "absent")
        lead = self.text[clause.start : first.start].split() if first else []
        if (
            not before.names
            or first is None
            or len(lead) > 1
            or clause.has("i", "me", "he", "him")
            or before.has("told")
        ):
            return
        for person in self.roster.at(before.start, before.end):
            if stance is Stance.COMES:
                person.mark_coming(before.start)
            else:
                self._leave(person, clause)

    def _announce(self, unit: Unit, stances: list[Stance], following: Unit | None) -> None:
        """Remember that a list of people follows, and what is said of them."""
        text = self.text[unit.start : unit.end]
        announces = ANNOUNCES.search(text) or (FOLLOWING.search(text) and following is not None)
        strong = [s for s in stances if s is not Stance.NOTHING]
        if announces or (following is not None and following.kind is UnitKind.ITEM and strong):
            self.listing = self._announced(unit, stances) or self.listing
            self.list_paragraph, self.bulleted = unit.paragraph, False
        elif strong:
            self.listing = None

    def _clause(self, clause: Clause, inherited: Stance | None = None) -> Stance:
        stance = inherited or self._stance(clause)
        people = [self.roster.mention(found) for found in clause.names]
        self._introduce(clause, people)
        if (clause.asks and not self._is_request(clause, stance)) or clause.has("asks_of"):
            self.account.asks = True
        if clause.has("place_left") or (clause.has("still_possible") and clause.asks):
            self.account.doubt("place_left")
        self.account.said.setdefault(stance, clause.start)
        getattr(self, f"_{stance.value}")(clause, people)
        self._note_focus(clause, people)
        return stance

    def _is_request(self, clause: Clause, stance: Stance) -> bool:
        """ "Wilt u mij inschrijven?", "kunt u dat rechtzetten?": asked politely, but nothing to be answered."""
        done = stance in (Stance.COMES, Stance.CANCELS, Stance.REPLACES)
        return (done and clause.has("polite")) or (clause.has("polite", "part") and clause.has("change", "spelling"))

    def _introduce(self, clause: Clause, people: list[Person]) -> None:
        """ "Mijn naam is ...": the name that follows is the writer's, where the headers give none."""
        writer, cue = self.roster.writer, clause.first("called")
        if cue is None or writer is None or not people or clause.has("he", "him"):
            return
        named = people[0]
        gap = self.text[cue.end : named.spans[-1][0]]
        if named is writer or len(gap.split()) > 3 or not named.name.is_full or (writer.name.is_full and writer.sure):
            return
        writer.name, writer.sure = named.name, True
        writer.spans += named.spans
        self.roster.people.remove(named)
        people[0] = writer

    def _note_focus(self, clause: Clause, people: list[Person]) -> None:
        writer = self.roster.writer
        about: tuple[Person, ...] = tuple(people)
        if not about and clause.has("he", "him"):
            about = self.recent
        elif not about and clause.has("i", "me") and writer:
            about = (writer,)
        self.account.focus.append(Focus(clause.start, clause.end, about))
        self._mark(clause, people)
        if people:
            self.recent = tuple(people)

    def _mark(self, clause: Clause, people: list[Person]) -> None:
        """Note at which words the talk turns to whom, for values that stand behind them."""
        marks: list[tuple[int, tuple[Person, ...]]] = [(p.spans[-1][0], (p,)) for p in people]
        writer = self.roster.writer
        for cue in clause.cues:
            if cue.kind in ("i", "me") and writer is not None:
                marks.append((cue.start, (writer,)))
            elif cue.kind in ("he", "him") and self.recent:
                marks.append((cue.start, self.recent))
            elif cue.kind in ("we", "us", "all"):
                marks.append((cue.start, ()))
        self.account.marks += [Mark(at, clause.start, clause.end, who) for at, who in sorted(marks, key=lambda m: m[0])]

    def _comes(self, clause: Clause, people: list[Person]) -> None:
        others = [
            p for p in people if not p.is_writer and not self._is_told(clause, p) and not self._is_addressed(clause, p)
        ]
        if clause.has("alone"):
            others = []
        if is_doubtful(clause) and others and clause.has("he") and not clause.has("i", "me"):
            self.account.unclear += others  # "overweegt nog of zij komt": perhaps; the next words may tell
            return
        if self._is_conditional(clause) and clause.has("you") and not clause.has("i", "me"):
            return  # "als je ook gaat": said to a colleague who reads along
        if is_doubtful(clause) or self._is_conditional(clause):
            self.account.doubt("condition")
            if self._is_conditional(clause) and not clause.has("i", "me"):
                return
        if clause.has("likewise") and self.account.implied is not None and self.roster.writer is not None:
            self.roster.writer.mark_coming(self.account.implied)
        reflexive = clause.has("enrol") and clause.has("me")
        own_coming = clause.has("i") and clause.has("attend") and not clause.has("enrol")
        if (reflexive or own_coming) and not clause.has("with_me", "likewise"):
            others = [p for p in others if self._is_beside_writer(clause, p)]
        for person in (*others, *(p for p in people if p.is_writer)):
            person.mark_coming(person.spans[-1][0])
        copied = clause.has("cc") and not others and clause.has("person", "also_group", "party", "we")
        if copied:
            for number, person in enumerate(p for p in self.roster.people if p.in_cc):
                person.mark_coming(clause.end + number)
        pronoun = (
            (clause.has("he") or (clause.has("him") and clause.has("enrol")))
            and not others
            and not copied
            and not clause.has("i", "me")
        )
        if pronoun:
            for person in self.recent:
                person.mark_coming(clause.start)
            if not self.recent and self.account.implied is None:
                self.account.implied = clause.start
        dropped = [p for p in people if p not in others and not p.is_writer]
        if clause.has("enrol", "with_me"):
            self.account.unclear += [p for p in dropped if p.name.is_full]
        objects = others or copied or clause.has("him") or (clause.has("person") and not clause.has("attend"))
        asked_for_another = (
            bool(others) and clause.has("him") and clause.has("enrol") and not clause.has("myself_too", "we")
        )
        if asked_for_another:
            return  # "zij heeft mij gevraagd haar op te geven"
        if speaks_of_writer(clause) or (clause.has("i") and not objects and not clause.has("he")):
            self._writer_comes(clause)
        elif not people and not pronoun and not copied:
            if clause.has("person", "companion") and clause.has("enrol") and not clause.has("hereby"):
                self.account.sought = True
            elif self.account.implied is None:
                self.account.implied = clause.start
        if clause.has("companion") and clause.has("with_me", "also_group") and not others:
            self.account.doubt("companion")

    def _is_beside_writer(self, clause: Clause, person: Person) -> bool:
        """In "meld ik mij en Piet aan" Piet comes too; in "meld ik mij aan ... de lijst van Erik" Erik doesn't."""
        start, end = person.spans[-1]
        if LINKED.search(self.text[max(clause.start, start - 30) : start]):
            return True
        for cue in clause.cues:
            if cue.kind in ("i", "me") and cue.start > end and self._only_names_between(clause, end, cue.start):
                return True
        return False

    def _only_names_between(self, clause: Clause, start: int, end: int) -> bool:
        """Whether nothing but other names and small words stand there: "Bram, Selin (beiden in de cc) en ik"."""
        rest = self.text[start:end]
        for name in sorted(clause.names, key=lambda n: -n.start):
            if start <= name.start < end:
                rest = rest[: name.start - start] + rest[min(name.end, end) - start :]
        return bool(LINKS.fullmatch(rest))

    def _is_addressed(self, clause: Clause, person: Person) -> bool:
        """ "Ineke, meld je mij aan?": a first name and a comma before the verb call upon somebody."""
        start, end = person.spans[-1]
        lead = self.text[clause.start : start].strip(" @\n")
        after = self.text[end : end + 12].lstrip()
        return not lead and after.startswith(",") and not person.name.surname and clause.has("i", "me", "you")

    def _is_conditional(self, clause: Clause) -> bool:
        """ "Als zij mogen komen": a clause that begins with its condition."""
        cue = clause.first("if")
        return cue is not None and not self.text[clause.start : cue.start].strip(" ,(").removeprefix("en").strip()

    def _is_told(self, clause: Clause, person: Person) -> bool:
        """Whether the person is only where the news came from ("op verzoek van ...", "mijn chef Saskia zei ...")."""
        at = person.spans[-1][0]
        return any(cue.kind == "told" and 0 <= at - cue.end < 25 for cue in clause.cues)

    def _writer_comes(self, clause: Clause) -> None:
        writer = self.roster.writer
        own = clause.first("me", "myself_too", "we", "i")
        if writer is not None:
            writer.mark_coming(own.start if own else clause.start)
        if clause.has("we"):
            self.account.group = True

    def _stays_away(self, clause: Clause, people: list[Person]) -> None:
        writer = self.roster.writer
        if clause.has("self_not") and writer is not None and not (clause.has("he") and not clause.has("i", "me")):
            self._leave(writer, clause)
        elif people:
            for person in people:
                self._leave(person, clause)
        elif clause.has("he") and not clause.has("i", "me"):
            for person in self.recent:
                self._leave(person, clause)
        elif clause.has("him") and not clause.has("i", "me", "person"):
            for person in self.recent:
                self._leave(person, clause)
        elif clause.has("i", "me", "we") and writer is not None and not clause.has("stays"):
            self._leave(writer, clause)

    def _leave(self, person: Person, clause: Clause) -> None:
        person.stays_away = True
        person.away_at = clause.start

    def _cancels(self, clause: Clause, people: list[Person]) -> None:
        writer = self.roster.writer
        targets = tuple(people)
        if not targets and clause.has("he", "him") and not clause.has("i", "me"):
            targets = self.recent
        if not targets and clause.has("i", "me", "we") and writer is not None:
            targets = (writer,)
        for person in targets:
            person.cancels, person.order = True, min(person.order, clause.start)
        if not targets:
            self.account.implied_cancel = True

    def _replaces(self, clause: Clause, people: list[Person]) -> None:
        cue = clause.first("replace")
        assert cue is not None
        words = self.text[cue.start : cue.end].casefold()
        writer = self.roster.writer
        after = [p for p in people if p.spans[-1][0] >= cue.end]
        before = [p for p in people if p.spans[-1][0] < cue.end]
        gone: Person | None = None
        if re.search(r"\b(?:mijn|mij|me|my|ondergetekende)\b", words) or (not people and clause.has("me")):
            gone = writer
        elif re.search(r"\b(?:zijn|haar|diens|hun|hem|his|her|their)\b", words):
            gone = next((p for p in reversed(self.recent) if p not in people), None)
        coming = [p for p in people if p is not gone and not p.is_writer]
        if gone is None and before and after:
            gone, coming = before[0], after
        if not coming and clause.has("i") and gone is not None and not gone.is_writer and writer is not None:
            coming = [writer]
        for person in coming:
            person.mark_coming(clause.start)
            if gone is not None:
                gone.cancels, gone.order = True, min(gone.order, clause.start)
                self.account.substitutions.append((gone, person))
        if not coming or gone is None:
            self.account.doubt("unclear_substitution")

    def _booked(self, clause: Clause, people: list[Person]) -> None:
        for person in people:
            person.booked = True
        settled_elsewhere = any(clause.start <= at < clause.end for at, _ in self.events)
        if not people and clause.has("i", "me") and self.roster.writer is not None and not settled_elsewhere:
            self.roster.writer.booked = True
        if not people and clause.has("he") and not clause.has("i", "me"):
            for person in self.recent:
                person.booked = True

    def _later(self, clause: Clause, people: list[Person]) -> None:
        self.account.doubt("later")

    def _nothing(self, clause: Clause, people: list[Person]) -> None:
        unknown = [p for p in people if not (p.comes or p.stays_away or p.booked or p.cancels or p.is_writer)]
        if clause.has("with_me", "also_group") and not clause.has("told"):
            self.account.unclear += unknown
        if (
            clause.has("pointer")
            and not clause.has("part")
            and self.account.focus
            and any(f.listed for f in self.account.focus)
        ):
            self.account.doubt("unclear_person")
        for person in people:
            person.explained = person.explained or clause.has("told")
        if is_unexplained(clause) and not clause.has("part", "past", "not_ours"):
            self.account.doubt("unclear_sentence")

    # Lists ----------------------------------------------------------------------------------------------------------

    def _is_listed(self, unit: Unit) -> bool:
        """Whether a sentence is an entry of an announced list: it begins with a name and says nothing about coming."""
        names = unit.names
        if self.listing is None or self.bulleted or not names or unit.paragraph - self.list_paragraph > 1:
            return False
        lead = self.text[unit.start : names[0].start].strip(" \t\n\"'-*(")
        return len(lead) <= 25 and not any(self._stance(c) is Stance.COMES for c in unit.clauses) and not unit.has("he")

    def _entry(self, unit: Unit) -> None:
        """A list item: one person with what belongs to them, several by the look of an address list, or a remark."""
        self.list_paragraph = unit.paragraph
        self.bulleted = self.bulleted or unit.kind is not UnitKind.SENTENCE
        direct = [found for clause in unit.clauses if not clause.aside for found in clause.names]
        people = [self.roster.mention(found) for found in direct or unit.names]
        writer = self.roster.writer
        stances = {self._stance(clause) for clause in unit.clauses}
        gone = stances & {Stance.STAYS_AWAY, Stance.CANCELS}
        lead = self.text[unit.start : unit.names[0].start] if people else ""
        if self.listing is None and (not people or len(lead) > 25):
            self._sentence(unit, None)  # a numbered remark, not an entry
            return
        if not people or len(lead) > 45:
            if unit.has("myself_too", "me") and writer is not None and not people:
                writer.mark_coming(unit.start)
                people = [writer]
            elif unit.has("later") and self.listing is not None:
                self.account.open_places += 1
            self.account.focus.append(Focus(unit.start, unit.end, tuple(people[:1]), bool(people)))
            return
        listed = people if self._is_address_list(unit) else people[:1]
        for person in listed:
            person.sure = person.sure or (person.name.is_full and len(lead) < 12)
        if gone and self.listing is Stance.COMES:
            self.account.doubt("unclear_person")  # of whom in the item is it said?
        for person in listed:
            if gone or self.listing in (Stance.STAYS_AWAY, Stance.CANCELS):
                person.stays_away, person.away_at = True, unit.start
                person.cancels = person.cancels or self.listing is Stance.CANCELS
            elif self.listing is Stance.BOOKED:
                person.booked = True
            else:
                person.mark_coming(person.spans[-1][0])
        self.account.focus.append(Focus(unit.start, unit.end, tuple(listed), len(listed) == 1))
        self.account.marks += [Mark(p.spans[-1][0], unit.start, unit.end, (p,)) for p in listed]
        self.recent = tuple(listed)

    def _is_address_list(self, unit: Unit) -> bool:
        text = self.text[unit.start : unit.end]
        return len(unit.names) > 1 and (
            text.count("@") > 1 or text.count(";") >= 1 or len(unit.names) - 1 <= text.count(",") + text.count(" en ")
        )
