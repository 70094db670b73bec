"""What follows from a clause for the people in it, a method a stance: who comes, stays away, gives up or takes a seat.

Consequences has a memory of whom the last words were about, for "haar" and "hij".
"""

import re
from collections.abc import Sequence

from mailbot.reading.account import Account
from mailbot.reading.people import Person, Roster
from mailbot.reading.stance import is_doubtful, is_unexplained, speaks_of_writer
from mailbot.reading.subjects import is_addressed, is_beside_writer, is_conditional, is_told
from mailbot.reading.units import Clause


class Consequences:
    """Draws the consequences of one clause after the other, in `account`."""

    def __init__(self, roster: Roster, text: str, events: Sequence[tuple[int, int]]) -> None:
        """`events`: where the text points at an event."""
        self.account = Account(roster)
        self.roster, self.text = roster, text
        self.events = tuple(events)
        self.recent: tuple[Person, ...] = ()  # whom the last words were about

    def _comes(self, clause: Clause, people: list[Person]) -> None:
        others = [
            p
            for p in people
            if not p.is_writer and not is_told(self.text, clause, p) and not is_addressed(self.text, clause, p)
        ]
        if clause.has("alone"):
            others = []
        if is_doubtful(clause) and others and clause.has("he") and not clause.has("i", "me"):
            self.account.unclear += others  # "overweegt nog of zij komt": perhaps; the next words may tell
            return
        if is_conditional(self.text, clause) and clause.has("you") and not clause.has("i", "me"):
            return  # "als je ook gaat": said to a colleague who reads along
        if is_doubtful(clause) or is_conditional(self.text, clause):
            self.account.doubt("condition")
            if is_conditional(self.text, clause) and not clause.has("i", "me"):
                return
        if clause.has("likewise") and self.account.implied is not None and self.roster.writer is not None:
            self.roster.writer.mark_coming(self.account.implied)
        reflexive = clause.has("enrol") and clause.has("me")
        own_coming = clause.has("i") and clause.has("attend") and not clause.has("enrol")
        if (reflexive or own_coming) and not clause.has("with_me", "likewise"):
            others = [p for p in others if is_beside_writer(self.text, clause, p)]
        asked = clause.has("enrol", "seat")
        for person in (*others, *(p for p in people if p.is_writer)):
            person.mark_coming(person.spans[-1][0], enrolled=asked)
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
                person.mark_coming(clause.start, enrolled=asked)
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

    def _writer_comes(self, clause: Clause) -> None:
        writer = self.roster.writer
        own = clause.first("me", "myself_too", "we", "i")
        if writer is not None:
            writer.mark_coming(own.start if own else clause.start, enrolled=clause.has("enrol", "seat"))
        if clause.has("we"):
            self.account.group = True

    def _stays_away(self, clause: Clause, people: list[Person]) -> None:
        writer = self.roster.writer
        if clause.has("self_not") and writer is not None and not (clause.has("he") and not clause.has("i", "me")):
            self._leave(writer, clause)
        elif people:
            for person in people:
                self._leave(person, clause)
        elif (clause.has("he") and not clause.has("i", "me")) or (
            clause.has("him") and not clause.has("i", "me", "person")
        ):
            for person in self.recent:
                self._leave(person, clause)
        elif (
            clause.has("i", "me", "we")
            and writer is not None
            and (clause.has("absent", "neg") or not clause.has("stays"))
        ):
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
