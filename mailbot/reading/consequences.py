"""What follows from a clause for the people in it, a method a stance: who comes, stays away, gives up or takes a seat.

Consequences has a memory of whom the last words were about, for "haar" and "hij".
"""

import re
from collections.abc import Sequence

from mailbot.reading.account import Account
from mailbot.reading.details import diets, needs
from mailbot.reading.mentions import WITH_COMING, is_aside, is_in_passing
from mailbot.reading.people import Person, Roster
from mailbot.reading.stance import instead_of, is_doubtful, is_unexplained, speaks_of_writer
from mailbot.reading.subjects import is_addressed, is_beside_writer, is_conditional, is_possessive, is_told
from mailbot.reading.units import Clause

# "mijn vrouw en ik", "my colleague and me", "mezelf en een collega"
NOUN = r"(?:mijn|m'n|onze|een|my|our|a) (?:[^\W\d_]+ ){0,2}?[^\W\d_]{3,}"
ONESELF = r"(?:ik|mij|me|mezelf|mijzelf|ikzelf|ondergetekende|i|myself)"
ALONGSIDE = re.compile(rf"\b(?:{NOUN} (?:en|and) {ONESELF}|{ONESELF} (?:en|and) {NOUN})\b", re.IGNORECASE)
THIRD_PERSON = re.compile(r"(?:neemt|komt|gaat|sluit|schuift|doet|woont|bezoekt|haakt|is|zit)\b", re.IGNORECASE)
ACTIVE = re.compile(r"vervang(?:t|en)?|replac(?:es?|ing)|waarneemt?|neemt waar", re.IGNORECASE)


class Consequences:
    """Draws the consequences of one clause after the other, in `account`."""

    def __init__(self, roster: Roster, text: str, events: Sequence[tuple[int, int]]) -> None:
        """`events`: where the text points at an event."""
        self.account = Account(roster)
        self.roster, self.text = roster, text
        self.events = tuple(events)
        self.recent: tuple[Person, ...] = ()  # whom the last words were about

    def _comes(self, clause: Clause, people: list[Person]) -> None:
        others = self._others(clause, people)
        if self._is_put_off(clause, others):
            return
        self._likewise(clause)
        asked = clause.has("enrol", "seat")
        for person in (*others, *(p for p in people if p.is_writer)):
            person.mark_coming(person.spans[-1][0], enrolled=asked)
        pointed_at = self._pointed_at(clause, others)
        for number, person in enumerate(pointed_at or ()):
            person.mark_coming(clause.start + number, enrolled=asked)
        if clause.has("enrol", "with_me"):
            self.account.unclear += [p for p in people if p not in others and not p.is_writer and p.name.is_full]
        if self._is_for_writer(clause, bool(others or pointed_at)):
            self._writer_comes(clause)
        elif not people and not pointed_at:
            self._somebody_comes(clause)
        brings = clause.has("companion") and clause.has("with_me", "also_group") and not clause.has("no_companion")
        if brings and not others:
            self.account.doubt("companion")
        if not people and ALONGSIDE.search(self.text, clause.start, clause.end):
            self.account.companions = max(self.account.companions, 1)

    def _others(self, clause: Clause, people: list[Person]) -> list[Person]:
        """Who comes of those named beside the writer: not who told of it, nor who is only called upon."""
        named = [p for p in people if not p.is_writer]
        text = self.text
        if clause.has("alone") and clause.has("i", "me"):
            return []
        others = [p for p in named if is_beside_writer(text, clause, p) or not self._is_mentioned(clause, p)]
        for_another = (
            clause.has("him") and clause.has("enrol", "enrol_noun") and not clause.has("me", "we", "myself_too")
        )
        if self._is_of_another(clause) or for_another:
            return others or named  # "namens wethouder X deel ik mee dat zij graag deelneemt"
        enrols_others = clause.has("enrol") and not clause.has("me")
        own = clause.has("i") or (clause.has("me") and (clause.has("enrol", "told") or not _come_first(clause, others)))
        if own and not enrols_others and not clause.has("with_me", "likewise", "roll"):
            return [p for p in others if is_beside_writer(text, clause, p)]
        return others

    def _is_mentioned(self, clause: Clause, person: Person) -> bool:
        """Whether a name is only where the news came from, whom the letter calls upon, or whose something is."""
        text, at = self.text, person.spans[-1][0]
        return is_told(text, clause, person) or is_addressed(text, clause, person) or is_aside(text, clause, at)

    def _is_of_another(self, clause: Clause) -> bool:
        return clause.has("he") and not clause.has("me", "we", "myself_too")

    def _is_put_off(self, clause: Clause, others: list[Person]) -> bool:
        """Whether the coming is only supposed, or somebody else's to decide; doubts are noted."""
        conditional = is_conditional(self.text, clause)
        of_writer = clause.has("i", "me")
        if conditional and clause.has("you") and not of_writer:
            return True  # "als je ook gaat": said to a colleague who reads along
        if is_doubtful(clause) and others and clause.has("he") and not of_writer:
            self.account.unclear += others  # "overweegt nog of zij komt": perhaps; the next words may tell
            return True
        if is_doubtful(clause) or conditional:
            self.account.doubt("condition")
        return conditional and not of_writer

    def _likewise(self, clause: Clause) -> None:
        """ "Graag aanmelden. Idem voor collega X": then the writer was meant before."""
        if clause.has("likewise") and self.account.implied is not None and self.roster.writer is not None:
            self.roster.writer.mark_coming(self.account.implied)

    def _pointed_at(self, clause: Clause, others: list[Person]) -> tuple[Person, ...]:
        """Whom a clause without names means: the people in the Cc, or whom the last words were about."""
        if others:
            return ()
        if clause.has("cc") and clause.has("person", "also_group", "party", "we"):
            return tuple(p for p in self.roster.people if p.in_cc)
        subject = clause.has("he") and not clause.has("i")
        return self.recent if (subject or (clause.has("him") and clause.has("enrol"))) and not clause.has("me") else ()

    def _is_for_writer(self, clause: Clause, has_others: bool) -> bool:
        """Whether the writer is among those who come by this clause."""
        if has_others and self._is_of_another(clause):
            return False
        if has_others and clause.has("him") and clause.has("enrol") and not clause.has("myself_too", "we"):
            return False  # "zij heeft mij gevraagd haar op te geven"
        enrols = clause.opens and clause.has("enrol")
        if enrols and clause.has("party") and clause.has("i") and not clause.has("me", "myself_too", "we"):
            return False  # "namens ons lectoraat meld ik drie personen aan:"
        if speaks_of_writer(clause) or self._takes_along(clause):
            return True
        if enrols:
            return False  # "graag meld ik aan:", and whoever stands behind the colon
        has_object = has_others or clause.has("him") or (clause.has("person") and not clause.has("attend"))
        return clause.has("i") and not has_object and not clause.has("he")

    def _takes_along(self, clause: Clause) -> bool:
        """ "I'd like to sign up with my colleague Tom": but not "ik wil Piet inschrijven, samen met Wim"."""
        along = clause.first("together")
        return clause.has("i") and along is not None and not any(name.start < along.start for name in clause.names)

    def _somebody_comes(self, clause: Clause) -> None:
        """A sign-up without a subject: the writer's, unless an office is meant ("de wethouder inschrijven")."""
        listed = clause.opens and clause.has(
            "person", "party", "also_group"
        )  # "graag meld ik de volgende personen aan:"
        office = clause.has("person", "companion") and not clause.has("hereby")
        if (clause.has("enrol") and (listed or office)) or self._is_said_of_another(clause):
            self.account.sought = True
        elif self.account.implied is None:
            self.account.implied = clause.start

    def _is_said_of_another(self, clause: Clause) -> bool:
        """ "De wethouder neemt graag deel": whoever writes that speaks of somebody else."""
        verb = clause.first("attend")
        if verb is None or not clause.has("person"):
            return False
        return THIRD_PERSON.match(self.text, verb.start) is not None

    def _writer_comes(self, clause: Clause) -> None:
        writer = self.roster.writer
        own = clause.first("me", "myself_too") or clause.first("we", "i")
        if writer is not None:
            writer.mark_coming(own.start if own else clause.start, enrolled=clause.has("enrol", "seat"))
        if clause.has("we") or (clause.has("us") and clause.has("enrol") and not clause.has("i", "me")):
            self.account.group = True

    def _stays_away(self, clause: Clause, people: list[Person]) -> None:
        writer = self.roster.writer
        of_others = (clause.has("he") or (people and not clause.names)) and not clause.has("i", "me")
        if clause.has("self_not") and writer is not None and not of_others:
            self._leave(writer, clause)
            for person in people:
                if not person.is_writer and is_beside_writer(self.text, clause, person):
                    self._leave(person, clause)  # "Tom and I can't come"
        elif people:
            for person in people:
                self._leave(person, clause)
            if clause.has("myself_too") and writer is not None:
                self._leave(writer, clause)  # "Wim en ik kunnen niet"
        elif (clause.has("he") and not clause.has("i", "me")) or (
            clause.has("him") and not clause.has("i", "me", "person") and not is_possessive(self.text, clause)
        ):
            for person in self.recent:
                self._leave(person, clause)
        elif (
            self._is_of_writer(clause)
            and writer is not None
            and (clause.has("absent", "neg") or not clause.has("stays"))
        ):
            self._leave(writer, clause)
            self._note_group(clause)

    def _note_group(self, clause: Clause) -> None:
        """ "Wij komen niet": more than one, whoever that is."""
        self.account.group_leaves = self.account.group_leaves or clause.has("we", "us")

    def _is_of_writer(self, clause: Clause) -> bool:
        """ "Mijn zus zet me af, die hoeft niet op de lijst" speaks of the sister."""
        return clause.has("i", "we") or (clause.has("me") and not clause.has("person", "he"))

    def _leave(self, person: Person, clause: Clause) -> None:
        person.stays_away = True
        person.away_at = clause.start
        own = clause.first("myself_too") or clause.first("me", "i") if person.is_writer else None
        named = next((start for start, end in person.spans if clause.start <= start < clause.end), clause.start)
        person.order = min(person.order, own.start if own else named)

    def _cancels(self, clause: Clause, people: list[Person]) -> None:
        writer = self.roster.writer
        targets = tuple(people)
        if not targets and (self._is_of_another(clause) or _object(clause, "cancel") == "him"):
            targets = self.recent
        if not targets and clause.has("i", "me", "we", "us") and writer is not None:
            leaving = tuple(p for p in self.roster.people if p.stays_away) if clause.has("we", "us") else ()
            targets = leaving or (writer,)
            self._note_group(clause)
        if people and clause.has("myself_too") and writer is not None and writer not in targets:
            targets = (*targets, writer)  # "mijn collega Wim en mijzelf afmelden"
        for person in targets:
            at = next((start for start, end in person.spans if clause.start <= start < clause.end), None)
            own = clause.first("myself_too") or clause.first("me", "i") if person is writer else None
            person.cancels = True
            person.order = min(person.order, at if at is not None else own.start if own else clause.start)
        if not targets:
            self.account.implied_cancel = True

    def _replaces(self, clause: Clause, people: list[Person]) -> None:
        if (replaced := instead_of(clause)) is not None:
            self._takes_seat(self.roster.mention(replaced), clause, people)
            return
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
        by_verb = bool(ACTIVE.fullmatch(words)) and not clause.has("passive")
        if gone is None and by_verb and before and clause.has("me") and not after:
            gone = writer  # "Wim vervangt mij"
        elif gone is None and by_verb and after and (before or clause.has("i")):
            gone, coming = after[0], before  # "Noor vervangt Wim"
        elif gone is None and before and after:
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

    def _takes_seat(self, gone: Person, clause: Clause, people: list[Person]) -> None:
        """ "In plaats van Wim komt Noor": the other names in the clause, or the writer, take that seat."""
        coming = [p for p in people if p is not gone]
        if not coming and clause.has("i") and self.roster.writer is not None and gone is not self.roster.writer:
            coming = [self.roster.writer]
        for person in coming:
            person.mark_coming(clause.start)
            self.account.substitutions.append((gone, person))
        gone.cancels, gone.order = bool(coming), min(gone.order, clause.start)
        if not coming:
            self.account.doubt("unclear_substitution")

    def _booked(self, clause: Clause, people: list[Person]) -> None:
        for person in people:
            person.booked = True
        here = [clause.start <= at < clause.end for at, _ in self.events]
        settled_elsewhere = any(here) and not all(here)  # one event is arranged, the mail is about another
        of_writer = clause.has("i", "me") and not clause.has("neg")  # "hij is door mij niet aangemeld"
        if not people and of_writer and self.roster.writer is not None and not settled_elsewhere:
            self.roster.writer.booked = True
        if not people and clause.has("he") and not clause.has("i", "me"):
            for person in self.recent:
                person.booked = True

    def _later(self, clause: Clause, people: list[Person]) -> None:
        self.account.doubt("later")

    def _nothing(self, clause: Clause, people: list[Person]) -> None:
        unknown = [p for p in people if not (p.comes or p.stays_away or p.booked or p.cancels or p.is_writer)]
        passing = self._in_passing(clause, unknown)
        if clause.has("with_me", "also_group") and not clause.has("told"):
            self.account.unclear += [p for p in unknown if p not in passing]
        if (
            clause.has("pointer")
            and not clause.has("part")
            and self.account.focus
            and any(f.listed for f in self.account.focus)
        ):
            self.account.doubt("unclear_person")
        for person in people:
            person.explained = person.explained or clause.has("told") or person in passing
        if not clause.names:  # "A colleague, Prof. Dekkers, was kind enough to send me your invitation"
            self.account.unclear = [p for p in self.account.unclear if p not in passing]
        if is_unexplained(clause) and not clause.has("part", "past", "not_ours"):
            self.account.doubt("unclear_sentence")

    def _in_passing(self, clause: Clause, people: list[Person]) -> list[Person]:
        """Who of them is named for another reason than that they come: what one eats or needs, one eats there."""
        if not people or clause.has(*WITH_COMING):
            return []
        said = self.text[clause.start : clause.end]
        if diets(said) or needs(said):
            return []
        if not clause.names:
            return people  # "die mij erop wees", said of whoever was named before
        spans = {
            span
            for found in clause.names
            if is_in_passing(self.text, clause, found)
            for span in [(found.start, found.end)]
        }
        return [p for p in people if spans.intersection(p.spans)]


def _come_first(clause: Clause, people: list[Person]) -> bool:
    """Whether names stand before the verb of coming, as its subject: "My colleague Kofi will join me"."""
    verb = clause.first("attend")
    return verb is not None and bool(people) and all(p.spans[-1][0] < verb.start for p in people)


def _object(clause: Clause, kind: str) -> str:
    """Which pronoun stands last before the end of that verb: "vroeg mij hem af te melden" is about him."""
    verb = clause.first(kind)
    if verb is None:
        return ""
    objects = [cue for cue in clause.cues if cue.kind in ("me", "him", "us") and cue.end <= verb.end]
    return objects[-1].kind if objects else ""
