"""A confident account of a letter: clause by clause, who comes, who doesn't, and what was left unexplained.

The teller goes through the units in order, as a reader does. Lists that a sentence announces are listing.py's; what
each clause means for the people in it is for consequences.py; nothing is decided here.
"""

import re
from collections.abc import Sequence

from mailbot.reading.account.account import Account, Focus, Mark
from mailbot.reading.account.companions import leave_out_companions
from mailbot.reading.account.doubting import Doubting
from mailbot.reading.account.ellipsis import is_elliptic, is_of_coming, repeats
from mailbot.reading.account.listing import ONLY_I
from mailbot.reading.account.mentions import begins_with_verb, follows_relative, is_verb, last_named
from mailbot.reading.account.references import by_number, by_office, offices
from mailbot.reading.account.rhetoric import answers_itself, denies
from mailbot.reading.account.rows import Row, asks_for_seats
from mailbot.reading.account.stance import Stance, coming_cues, negates
from mailbot.reading.account.subjects import is_overtaken, speaks_of_somebody_else
from mailbot.reading.account.thwarted import thwarted
from mailbot.reading.account.wondering import awaits_answer
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.names.people import Person

AT_OURS = re.compile(r"\b(?:bij|van|aan|naar|with|at)\s+$", re.IGNORECASE)  # "Mariam is bij ons de jurist"
WE = re.compile(r"\b(?:wij|we|ons|us)\s*$", re.IGNORECASE)
# "En ten slotte Noor de Boer."
AND_ALSO = re.compile(
    r"\W*(?:en|ook|plus|verder|daarnaast|alsook|alsmede|evenals|and|also)(?:\s+(?:en|ook|verder|daarnaast|tot slot"
    r"|ten slotte|nog|mijn|onze|collega|als laatste|natuurlijk|finally|my|our|colleague))*\s+",
    re.IGNORECASE,
)
TOO = re.compile(
    r"\)?\s*(?:\([^()\n]{1,80}\)|<[^<>\n]{1,80}>)?,?\s*"
    r"(?:(?:gaat|gaan|komt|komen|wil|willen|doet|doen|does|is|will)\s+)?(?:ook|eveneens|idem|too|as well)\s*[.!,;]*\s*",
    re.IGNORECASE,
)

FULL_DIARY = re.compile(
    r"\b(?:(?:zit|is) (?:voor|bij) (?:mij|me) (?:\w+ ){0,3}|(?:mijn|my) (?:agenda|dag|week|diary|day) (?:\w+ ){0,3})"
    r"(?:vol|volgeboekt|full|booked)\b",
    re.IGNORECASE,
)
SUPPOSES = re.compile(
    r"[\s,(]*(?:(?:en|maar|and|but)\s+)?(?:mocht|mochten|should)\s+(?:er|het|dat|there|it)\b", re.IGNORECASE
)
# "Die mag vervallen": what the sentence before was about
THOUGHT = re.compile(
    r"\b(?:dacht|dachten|thought)\b[^:?!.]*:\s*\Z|\b(?:vorig|voorgaand|last)\w* (?:jaar|keer|year|time)\b",
    re.IGNORECASE,
)
POINTS_BACK = re.compile(
    r"\s*(?:(?:en|maar|dus|and|but|so)\s+)?(?:die|deze|dat|dit|it|that)\s+(?:\w+\s+)?"
    r"(?:mag|mogen|kan|kunnen|kunt|hoeft|may|can)\b",
    re.IGNORECASE,
)
FEW = 12  # characters: " Ik niet."
# "Voor Wim Smit schreef ik lactosevrij": what follows is of him
FOR_THEM = re.compile(
    r"\b(?:[Vv]oor|[Bb]ij|[Vv]an|[Ff]or)\s+[A-Z][^,.;:!?]{1,50}\s(?:schreef|meldde|vermeldde|noteerde|vulde|gaf|wrote)\s+(?:ik|I)$"
)


ME_TOO = re.compile(
    r"\s*(?:en |and )?(?:ikzelf|ik zelf|ik|mij|me|I) (?:ook|eveneens|too)\b(?:\s*[.!,]|\s*$)", re.IGNORECASE
)


AND_I = re.compile(
    r"\s*(?:en|and|&|alsmede|evenals)\s+(?:ook\s+)?(?:ikzelf|ik|ondergetekende|I)\s+(?:zijn|\w+en|are|will)\b", re.I
)
# "Hierbij meld ik Wim aan. En mezelf natuurlijk."
AND_ME = re.compile(
    r"\s*(?:en|and)\s+(?:mezelf|mijzelf|mij|ikzelf|ik|myself|me)(?:\s+(?:natuurlijk|uiteraard|ook|zelf|graag|dan|too))*\W*",
    re.IGNORECASE,
)


class Teller(Doubting):
    """Tells the account of one letter from its units."""

    def tell(self, units: tuple[Unit, ...]) -> Account:
        for at, unit in enumerate(units):
            self.is_answer = bool(self.answer)
            self.answer = self._answered_by(units[at + 1]) if at + 1 < len(units) else ""
            if unit.kind is UnitKind.ITEM:
                self._weigh(unit)  # "- een stagiair: Sem of Lotte"
            if unit.kind in (UnitKind.ITEM, UnitKind.ROW):
                if not self._entry(unit):
                    self._sentence(unit, None)  # a numbered remark
            elif unit.kind is UnitKind.SENTENCE:
                if self._is_listed(unit):
                    self._entry(unit)
                elif self._is_roll(unit):
                    self._roll(unit)
                else:
                    self._sentence(unit, self._next_but_excuses(units, at))
            self._remark(unit)
        leave_out_companions(self.account, self.text, units)
        return self.account

    def _next_but_excuses(self, units: tuple[Unit, ...], at: int) -> Unit | None:
        """The unit behind that one; past a sentence in which the writer says to stay at home, which puts off a list
        and announces none: "Kun je deze drie inschrijven? Zelf ben ik er niet bij.", and the three."""
        behind = units[at + 1 : at + 3]
        if len(behind) == 2 and behind[1].kind is UnitKind.ITEM and self._excuses_writer(behind[0]):
            return behind[1]
        return behind[0] if behind else None

    def _answered_by(self, following: Unit) -> str:
        """The next sentence, where it is the writer's own answer to what this one asks."""
        text = self.text[following.start : following.end]
        return text if following.kind is UnitKind.SENTENCE and answers_itself(text) else ""

    def _sentence(self, unit: Unit, following: Unit | None) -> None:
        self.sentence, self.wished = (unit.start, unit.end), []
        self.things = self.had_things and POINTS_BACK.match(self.text, unit.start, unit.end) is not None
        self.had_things = any(clause.has("belonging") for clause in unit.clauses)
        stances: list[Stance] = []
        before: Clause | None = None
        named: Clause | None = None  # the last clause that named somebody
        then = False  # what follows was so at first, and is no more: "Eerst dacht ik: dat wordt niets"
        row = Row(self.text)
        ourselves: Clause | None = None  # who "wij" are, in brackets behind it
        for clause in unit.clauses:
            if clause.aside and self._says_who_we_are(unit, clause):
                ourselves = clause
                continue
            if clause.aside:
                self._clause(clause, about=self._subject(unit, clause))
                self._explain_aside(unit, clause)
                continue
            goes_on = bool(stances) and self._goes_on(stances[-1], before, clause)
            inherited = stances[-1] if goes_on else row.said if row.goes_on(clause) else None
            if then and self._stance(clause) in (Stance.STAYS_AWAY, Stance.LATER):
                inherited = Stance.NOTHING
            then = then or THOUGHT.search(self.text, clause.start, clause.end) is not None
            about = self._subject(unit, clause)
            stances.append(self._clause(clause, inherited, about))
            if ourselves is not None:
                self._clause(ourselves, stances[-1])
                ourselves = None
            decided = stances[-1] in (Stance.COMES, Stance.STAYS_AWAY)
            if named is not None and decided and stances[-2] is not Stance.COMES:
                for piece in row.pieces or [named]:
                    self._subject_before(stances[-1], piece, clause, in_row=bool(row.pieces))
            row.add(clause, stances[-1])
            if stances[-1] is Stance.NOTHING and SUPPOSES.match(self.text, clause.start, clause.end):
                self.supposed = self.sentence  # "mochten er nog plaatsen zijn, dan komt Wim ook"
            before = clause
            named = clause if clause.names else named
        for wish, reason in thwarted(self.text, unit, stances):
            self._thwart(wish, reason)
        self._hesitate(unit, stances)
        self._retract(unit, stances)
        if Stance.COMES in stances:
            self._weigh(unit)
        self._announce(unit, stances, following)

    def _says_who_we_are(self, unit: Unit, clause: Clause) -> bool:
        """ "Wij (Els Bakker en Wim Smit) komen graag": what is said of us is said of them."""
        around = [other for other in unit.clauses if other.start <= clause.start and clause.end < other.end]
        if not around or not clause.names:
            return False
        counted = clause.has("myself_too") and any(
            other.has("us", "we") for other in around
        )  # "ons drieën (A, B en ik)"
        return counted or bool(WE.search(self.text[unit.start : clause.start]))

    def _thwart(self, wish: Clause, reason: Clause) -> None:
        for person in self.roster.at(wish.start, wish.end):
            if not person.is_writer and (not person.comes or person in self.wished):
                self.wished.append(person)
                self._leave(person, reason)

    def _explain_aside(self, unit: Unit, aside: Clause) -> None:
        """ "Vorig jaar (met mijn collega Wim) was het druk", "mijn chef (Wim Smit) vindt het goed": whom brackets name
        in a sentence that is about something else, they name for that."""
        around = [c for c in unit.clauses if not c.aside and c.start < aside.start and aside.end <= c.end]
        if any(clause.has("person", "companion") and self._stance(clause) is Stance.BOOKED for clause in around):
            for found in aside.names:  # "die buurvrouw (Truus Lems) staat al op de lijst"
                self.roster.mention(found).booked = True
        if any(clause.has("past", "told") and self._stance(clause) is not Stance.COMES for clause in around):
            for found in aside.names:
                person = self.roster.mention(found)
                person.passing = True
                self.account.unclear = [p for p in self.account.unclear if p is not person]

    def _goes_on(self, stance: Stance, before: Clause | None, clause: Clause) -> bool:
        """Whether a clause only names whom the one before was about: "wij komen met drie: ik, Piet en Jan"."""
        if before is None or self._stance(clause) is not Stance.NOTHING:
            return False
        if before.has("alone") or stance is Stance.NOTHING:
            return False
        if not before.opens and (stance is not Stance.COMES or not self._begins_roll(clause)):
            return False
        own = clause.has("myself_too", "me") or ONLY_I.match(self.text, clause.start, clause.end) is not None
        return bool(clause.names) or own

    def _begins_roll(self, clause: Clause) -> bool:
        """Whether a clause begins like "dat zijn", "te weten"."""
        cue = clause.first("roll")
        lead = self.text[clause.start : cue.start] if cue else ""
        return cue is not None and lead.strip(" \t\n,(:–-").casefold() in ("", "wij", "we")

    def _is_roll(self, unit: Unit) -> bool:
        """Whether a sentence counts up who comes, after a "wij komen": "Dat zijn Els Bakker, onze chef, en ik"."""
        if not (self.account.group or self.account.sought) or not unit.names:
            return False
        told = [clause for clause in unit.clauses if not clause.aside and (clause.names or clause.has("roll"))]
        first = told[0] if told else unit.clauses[0]
        return self._begins_roll(first) and all(self._stance(c) is Stance.NOTHING for c in unit.clauses)

    def _roll(self, unit: Unit) -> None:
        for clause in unit.clauses:
            relative = follows_relative(self.text, clause) and not clause.names
            self._clause(clause, None if relative or clause.aside else Stance.COMES, self._subject(unit, clause))

    def _subject(self, unit: Unit, clause: Clause) -> list[Person]:
        """Of whom a clause without a subject of its own speaks: "mijn chef Jan, die ziek is, laat u groeten"."""
        text = self.text
        inside = [n for n in unit.names if clause.aside and clause.start <= n.start < clause.end]
        if inside and not clause.names and self._stance(clause) is not Stance.NOTHING:
            return [self.roster.mention(name) for name in inside]  # "onze chef (Wim Smit, die thuis blijft)"
        if clause.has("already") and clause.has("i", "we") and not clause.names and follows_relative(text, clause):
            found = last_named(text, unit.names, clause.start)  # "Wim, die ik had aangemeld, komt niet"
            return [p for n in found if not (p := self.roster.mention(n)).is_writer]
        if clause.names or clause.has("i", "we"):
            return []
        resumes = self._resumes(unit, clause)
        if clause.has("you", "polite") and clause.has("me", "us") and not resumes:
            return []  # "Petra, wil je mij inschrijven?"
        relative = follows_relative(text, clause) or (clause.aside and clause.has("he"))
        if relative or ((resumes or begins_with_verb(text, clause)) and not clause.has("he")):
            if any(is_overtaken(text, c) for c in unit.clauses if c.names and c.end <= clause.start):
                return []  # "Wim wordt gebracht door zijn broer, maar die gaat niet mee"
            found = last_named(text, unit.names, clause.start)
            return [p for n in found if not (p := self.roster.mention(n)).is_writer]
        return []

    def _resumes(self, unit: Unit, clause: Clause) -> bool:
        """Whether a clause goes on, with its verb, behind what was said of its subject: "Wim, die hier werkt, stuurde
        mij uw brief"."""
        before = next((other for other in unit.clauses if other.end == clause.start), None)
        if before is None or not follows_relative(self.text, before) or before.names:
            return False
        words = self.text[clause.start : clause.end].split()
        says = self._stance(clause) is not Stance.NOTHING or any(
            c.start <= clause.start + 1 for c in coming_cues(clause)
        )
        return says or (bool(words) and words[0].islower() and is_verb(words[0]))

    def _subject_before(self, stance: Stance, before: Clause, clause: Clause, *, in_row: bool) -> None:
        """A clause that begins with its verb belongs to the name before: "Hatice, onze collega, wil graag mee"."""
        if in_row and stance is Stance.COMES and AND_I.match(self.text, clause.start, clause.end):
            for person in self.roster.at(before.start, before.end):
                person.mark_coming(before.start)  # "Wim, met wie ik reis, en ik komen"
            return
        first = clause.first("attend", "enrol", "stays", "absent")
        lead = self.text[clause.start : first.start].split() if first else []
        if (
            not before.names
            or clause.names
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

    def _clause(self, clause: Clause, inherited: Stance | None = None, about: Sequence[Person] = ()) -> Stance:
        """`about`: of whom it speaks, where it names nobody."""
        stance = inherited or self._stance(clause)
        if about and stance is Stance.NOTHING and clause.has("with_me") and coming_cues(clause):
            stance = Stance.COMES  # "Wim, die dit dossier heeft, komt ook"
        if any(p.name.is_full for p in about) and stance is Stance.NOTHING and self._says_of_subject(clause):
            stance = Stance.COMES  # "mijn baas, Wim Smit, is er op 30 maart bij"
        wants = clause.has("enrol", "with_me", "hereby") and not clause.has("me", "him")
        if about and stance is Stance.COMES and not wants and follows_relative(self.text, clause):
            stance = Stance.NOTHING  # "die mij meestal vergezelt"
        self.rolling = inherited is Stance.COMES
        self.believed_until = clause.end if clause.has("believed") else -1
        self.leanings.note(clause)
        if stance is Stance.NOTHING and asks_for_seats(self.text, clause):
            stance = Stance.COMES
        if stance is Stance.NOTHING and self.before is Stance.COMES and self.of_coming and self._is_too(clause):
            stance = Stance.COMES  # "Ik meld me aan. Mijn collega Wim Smit ook."
        if self._is_never_booked(clause):
            stance = Stance.NOTHING
        if stance is Stance.STAYS_AWAY and clause.end - clause.start <= FEW and self._is_unlike_others(clause):
            stance = Stance.NOTHING  # "Wim denkt er net zo over. Ik niet."
        if is_elliptic(self.text, clause, stance):
            stance = repeats(stance, self._repeated_of(clause), of_coming=self.of_coming)
        elif not clause.aside:
            self.of_coming = is_of_coming(clause, stance)
        if stance is not Stance.NOTHING:
            self.before = stance
        rhetorical = clause.has("rhetoric") or (clause.asks and bool(self.answer))
        if clause.asks and stance is Stance.COMES and denies(self.answer):
            self.account.doubt("contradiction")  # "Kom ik? Nee."
        self._name_writer(clause)
        people = [self.roster.mention(found) for found in clause.names] or list(about) or self._referred(clause)
        self._correct(clause)
        self._introduce(clause, people)
        if not rhetorical:
            self.account.wonders = self.account.wonders or clause.asks or clause.has("asks_of")
            self.account.asks = self.account.asks or awaits_answer(clause, stance)
        self.things = self.things or clause.has("belonging")
        if clause.has("if_seats") and not self._is_full_elsewhere(clause):
            self.account.doubt("place_left")
        self._note_booking(clause, stance, people)
        self.account.said.setdefault(stance, clause.start)
        getattr(self, f"_{stance.value}")(clause, people)
        self.aside_named = stance is Stance.NOTHING and any(p.passing for p in people)
        self.of_others = not self.of_coming and clause.has("also_group", "person") and not clause.has("i", "me", "we")
        self._note_focus(clause, people)
        self._note_parts(clause)
        return stance

    def _is_unlike_others(self, clause: Clause) -> bool:
        """ "Ik niet", behind what others do or can't: "Zij hebben vakantie, ik niet" denies that, and no coming."""
        others_cannot = self.before is Stance.STAYS_AWAY and not clause.has("as_well")
        return clause.has("i") and (self.aside_named or self.of_others or others_cannot)

    def _referred(self, clause: Clause) -> list[Person]:
        """ "De wethouder", "de tweede", "nummer 3", in a clause without names."""
        return by_number(self.text, clause, self.row) or by_office(self.text, clause, self.holders)

    def _says_of_subject(self, clause: Clause) -> bool:
        """Whether a clause that begins with its verb says of its subject, named before, that they come."""
        coming = coming_cues(clause)
        relative = follows_relative(self.text, clause) or clause.has("past", "usual", "part", "wavers", "maybe", "told")
        return bool(coming) and not relative and not clause.asks and not negates(clause, coming)

    def _is_never_booked(self, clause: Clause) -> bool:
        """ "Wim stond nog nergens ingeschreven": whoever takes over, no seat of his is given up."""
        if not clause.has("unbooked"):
            return False
        if clause.has("i", "me", "we"):
            if self.roster.writer is not None:
                self.roster.writer.unbooked = True  # "daar had ik me ook niet voor opgegeven"
            return False
        people = [self.roster.mention(found) for found in clause.names] or list(self.recent)
        for person in people:
            person.unbooked = not person.is_writer
        return any(person.unbooked for person in people)

    def _repeated_of(self, clause: Clause) -> list[Person]:
        """Of whom "Wim niet", "ik niet" speak."""
        named = [person for found in clause.names if (person := self.roster.find(found.name)) is not None]
        return named if clause.names or self.roster.writer is None else [self.roster.writer]

    def _is_full_elsewhere(self, clause: Clause) -> bool:
        """ "De dag van 30 maart zit voor mij al vol": another event, or the writer's own diary."""
        full = FULL_DIARY.search(self.text, clause.start, clause.end) is not None
        return full or self.is_about_another_event(clause)

    def _is_too(self, clause: Clause) -> bool:
        """ "Mijn collega Wim Smit (w.smit@tiel.nl) ook.": what was said last is true of them, too."""
        if not clause.names:
            too = ME_TOO.match(self.text, clause.start, clause.end) or AND_ME.fullmatch(
                self.text, clause.start, clause.end
            )
            return too is not None
        if clause.has("i"):
            return False  # "ik eet vegetarisch, Noor ook"
        tail = self.text[clause.names[-1].end : clause.end]
        if AND_ALSO.fullmatch(self.text, clause.start, clause.names[0].start) and not clause.asks:
            return not tail.strip(" .!,\n") or TOO.fullmatch(tail) is not None
        return TOO.fullmatch(tail) is not None

    def _note_focus(self, clause: Clause, people: list[Person]) -> None:
        writer = self.roster.writer
        about: tuple[Person, ...] = tuple(people)
        if not about and clause.has("he", "him"):
            about = self.recent
        elif not about and clause.has("i", "me") and writer:
            about = (writer,)
        self.account.focus.append(Focus(clause.start, clause.end, about))
        self._mark(clause, people)
        self._note_topic(clause, people)
        if clause.names:
            self.holders |= offices(self.text, clause, self.roster)
        if people:
            self.recent = () if is_overtaken(self.text, clause) else tuple(people)
            self.history += people
        elif speaks_of_somebody_else(self.text, clause):
            self.recent = ()  # "Onze stagiair hielp mij, zij komt niet": she is nobody of those named before

    def _note_topic(self, clause: Clause, people: list[Person]) -> None:
        """Remember the subject: of "ik" and a name together, neither is sure to be meant by what follows."""
        writer = self.roster.writer
        if clause.has("i", "we") and writer is not None:
            self.topic = () if people else (writer,)
        elif people:
            self.topic = tuple(people)
        elif clause.has("he"):
            self.topic = self.recent
        elif speaks_of_somebody_else(self.text, clause):
            self.topic = ()  # "Mijn man brengt me, maar gaat niet mee"

    def _mark(self, clause: Clause, people: list[Person]) -> None:
        """Note at which words the talk turns to whom, for values that stand behind them."""
        places = [(at if clause.start <= (at := p.spans[-1][0]) < clause.end else clause.start, p) for p in people]
        marks: list[tuple[int, tuple[Person, ...]]] = [(at, (person,)) for at, person in places]
        writer = self.roster.writer
        for cue in clause.cues:
            if cue.kind in ("i", "me") and writer is not None:
                if not FOR_THEM.search(self.text, clause.start, cue.end):
                    marks.append((cue.start, (writer,)))
            elif cue.kind in ("he", "him") and (whom := self._meant(cue, people)):
                marks.append((cue.start, whom))
            elif cue.kind in ("we", "us", "all") and not AT_OURS.search(self.text, clause.start, cue.start):
                marks.append((cue.start, ()))
        self.account.marks += [Mark(at, clause.start, clause.end, who) for at, who in sorted(marks, key=lambda m: m[0])]

    def _meant(self, cue: Cue, people: list[Person]) -> tuple[Person, ...]:
        """Whom a pronoun means: those named before it in its clause ("Els is blind en neemt haar hond mee"), else those
        who were named last."""
        before = tuple(p for p in people if not p.is_writer and p.spans[-1][0] < cue.start)
        return before or self.recent
