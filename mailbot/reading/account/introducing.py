"""Who the writer is, by their own words: "ik, Riet Snoek", "mijn naam is ...", "het moet ... zijn"."""

import re

from mailbot.reading.account.people_words import ONESELF
from mailbot.reading.account.talk import Talk
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names import Name, merged, same_person
from mailbot.reading.names.people import Person
from mailbot.reading.text.late import late

ONESELF_BEFORE = re.compile(rf"\b{ONESELF}\s*[,(:]\s*\Z", re.IGNORECASE)
# "ik ben penningmeester en heet Els Bakker", "noteer mij als Els Bakker"
CALLED = late(
    r"\b(?:ik|ben|I|am|I'm)\b[^.;:!?]*?\s(?:heet|am (?:called|named))\s+\Z"
    r"|\b(?:mij|me|mezelf|mijzelf|myself)\b[^.,;:!?]{0,40}?\s(?:als|as|onder|under)\s+\Z",
    re.IGNORECASE,
)
WE_ARE = re.compile(r"\s*(?:wij|we)\s+(?:zijn|heten|are)\s+", re.IGNORECASE)  # "Wij zijn Els Bos en Wim Smit."
GREETS = r"(?:(?:hoi|hallo|hai|hey|hi|dag|goede(?:morgen|middag|navond)|goedendag|beste mensen|moin?)\b[ ,!]*)?"
# "Met Els Bakker van De Linde."
HERE = re.compile(rf"\A\s*{GREETS}(?:u spreekt |je spreekt )?met\s+\Z", re.IGNORECASE)
# ... and what the writer wants, without a mark between: not so "met Els Bakker van De Linde kom ik graag"
THEN_I = late(
    r"\s(?:van|uit|bij|namens|hier)\b(?:(?!\b(?:ik|wij|we)\b)[^.!?]){0,80}\b(?:ik|wij|we)\s"
    r"(?:wil\w*|zou\w*|kom\w*|meld\w*|geef|geven|schrijf|ga|gaan|ben|zijn|heb\w*|bel|mail)\b",
    re.IGNORECASE,
)
HERE_IS = re.compile(r"\s*,?\s*(?:hier|here)\b", re.IGNORECASE)
DOES = ("i", "we", "me", "us", "attend", "enrol", "seat", "talked", "party")
OF = re.compile(r"\b(?:van|bij|voor|namens|met|of|for|with|to)\b", re.IGNORECASE)  # "ik ben secretaresse van Els Bos"


class Introducing(Talk):
    """Learns the writer's own name from the clauses of the letter."""

    def _correct(self, clause: Clause) -> None:
        """ "Het moet Karin de Grood zijn": the writer's name as it should be, whatever the header says."""
        writer = self.roster.writer
        if writer is None or not writer.misspelt or not clause.has("rightly"):
            return
        for found in clause.names:
            if (found.start, found.end) in writer.spans and found.name != writer.name and found.name.is_full:
                writer.name = found.name

    def _name_writer(self, clause: Clause) -> None:
        """ "Mijn man en ik (Riet Snoek) ...", "ik, Riet Snoek, ...": the writer's own name."""
        writer = self.roster.writer
        for found in clause.names:
            known = self.roster.find(found.name)
            if writer is None or not found.name.is_full or known not in (None, writer):
                continue
            if not ONESELF_BEFORE.search(self.text[max(0, found.start - 20) : found.start]):
                continue
            if writer.name == Name() or not writer.sure or same_person(writer.name, found.name):
                writer.name = merged(writer.name, found.name) if same_person(writer.name, found.name) else found.name
                writer.sure = True

    def _introduce(self, clause: Clause, people: list[Person]) -> None:
        """ "Mijn naam is ...": the name that follows is the writer's, where the headers give none."""
        writer = self.roster.writer
        if writer is None or not people or clause.has("he", "him"):
            return
        named = people[0]
        if named is writer or not named.name.is_full or (writer.name.is_full and writer.sure):
            return
        here = [start for start, _ in named.spans if start >= clause.start]
        if not here or not self._is_called(clause, min(here)):  # whom an earlier clause named isn't introduced by this
            return
        writer.name, writer.sure = named.name, True
        writer.spans += named.spans
        self.roster.people.remove(named)
        people[:] = [writer if person is named else person for person in people]

    def _is_called(self, clause: Clause, at: int) -> bool:
        """Whether "mijn naam is" or the like stands right before that place."""
        before = self.text[clause.start : at]
        if WE_ARE.fullmatch(before) and len(clause.names) > 1:
            return True
        if CALLED.search(before):
            return True
        if HERE.search(before) and (not clause.has(*DOES) or THEN_I.match(self.text, clause.names[0].end, clause.end)):
            return True
        if not before.strip() and not clause.has(*DOES) and HERE_IS.match(self.text, clause.names[0].end, clause.end):
            return True  # "Els Bakker hier, van De Linde"
        ends = [cue.end for cue in clause.cues if cue.kind == "called" and cue.end <= at]
        between = self.text[ends[-1] : at] if ends else ""
        return bool(ends) and len(between.split()) <= 3 and not OF.search(between)
