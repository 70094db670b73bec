"""Who writes of themselves in the third person: "Ondergetekende komt op 30 maart. Hij eet halal; schrijft u hem in"."""

import re

from mailbot.reading.account.mentions import follows_relative
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person, Roster
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Seldom

UNDERSIGNED = Seldom(
    late(
        r"\b(?:ondergetekende|(?:schrijver|schrijfster|steller|opsteller|opstelster) dezes|the undersigned)\b",
        re.IGNORECASE,
    ),
    ("ondergetekende", " dezes", "undersigned"),
)
OTHERS = ("i", "we", "us", "person", "companion")


class Undersigned:
    """Whether the last words were about "ondergetekende", so that the next "hij" or "haar" is the writer."""

    def __init__(self, roster: Roster, text: str) -> None:
        self.roster, self.text = roster, text
        self.spoken_of = False
        self.just_now = False  # by the clause right before: "ondergetekende, die ..."

    def meant_by(self, clause: Clause) -> tuple[Person, ...]:
        """The writer, where the clause speaks of them without a word for it."""
        writer, before, self.just_now = self.roster.writer, self.just_now, False
        if clause.has("me") and UNDERSIGNED.search(self.text, clause.start, clause.end):
            self.spoken_of = not clause.names
            self.just_now = self.spoken_of and self.text[clause.start : clause.end].rstrip().endswith(",")
            return ()
        if clause.names or clause.has(*OTHERS):
            self.spoken_of = False
        if writer is None or not writer.spans or not self.spoken_of:
            return ()  # a mailbox without a person: of whoever is meant all look for a place in the text
        pointed = clause.has("he", "him") or (before and follows_relative(self.text, clause))
        return (writer,) if pointed else ()
