"""What a sentence has said so far, and what its next clause takes over from that.

"Wij komen met drie: ik, Piet en Jan": the names behind the colon take over what stands before it. "Hatice, onze
collega, wil graag mee": the verb belongs to whoever was named before. "Eerst dacht ik: dat wordt niets" was so then.
"""

import re

from mailbot.reading.account.mentions import follows_relative, is_only_oneself
from mailbot.reading.account.rows import Row, begins_roll, begins_with_people, joins_oneself, lacks_object
from mailbot.reading.account.stance import Stance
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Seldom

DECIDED = (Stance.COMES, Stance.STAYS_AWAY)
OWN_VERB = re.compile(
    r"(?<!en )\bik\s+(?:heb|moet|zit|ga|ben|sta)\b|\b(?:wij|we)\s+(?:hebben|moeten|zitten|gaan|zijn|staan)\b"
    r"|\b(?:I|we)\s+(?:have|must|am|are)\b",
    re.IGNORECASE,
)
THOUGHT = Seldom(
    late(
        r"\b(?:dacht|dachten|thought)\b[^:?!.]*:\s*\Z|\b(?:vorig|voorgaand|last)\w* (?:jaar|keer|year|time)\b",
        re.IGNORECASE,
    ),
    ("dacht", "thought", "vorig", "voorgaand", "last"),
)


class SoFar:
    """The clauses of one sentence that stand outside brackets, as far as they were told."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.stances: list[Stance] = []  # one a clause
        self.row = Row(text)
        self.before: Clause | None = None
        self.named: Clause | None = None  # the last clause that named somebody
        self.counts_up = False  # behind a colon, all of whom come
        self.of_then = False  # what follows was so at first, and is no more

    def handed_on(self, clause: Clause, own: Stance) -> Stance | None:
        """What the clause takes over from those before it; None: nothing. `own`: what its own words say."""
        taken = None
        if self._goes_on(clause, own):
            taken = self.stances[-1]
        elif self.row.goes_on(clause):
            taken = self.row.said
        if taken is Stance.BOOKED and clause.has("modal") and clause.has("myself_too"):
            taken = Stance.COMES  # "Wim staat al op de lijst, en ik dacht: dat wil ik ook"
        if self.of_then and own in (Stance.STAYS_AWAY, Stance.LATER):
            taken = Stance.NOTHING
        self.of_then = self.of_then or THOUGHT.search(self.text, clause.start, clause.end) is not None
        return taken

    def _goes_on(self, clause: Clause, own: Stance) -> bool:
        """Whether a clause only names whom the one before was about: "wij komen met drie: ik, Piet en Jan"."""
        if self.before is None or own is not Stance.NOTHING:
            return False
        said = self.stances[-1]
        if self.before.has("alone") or said is Stance.NOTHING:
            return False
        if said is not Stance.COMES and OWN_VERB.search(self.text, clause.start, clause.end):
            return False  # "ik moet me afmelden: ik heb met Wim Smit een zitting"
        if lacks_object(self.before) and said is Stance.COMES and begins_with_people(self.text, clause):
            return True  # "Namens het team meld ik aan voor 30 maart, in willekeurige volgorde, Wim en mijzelf"
        if self.counts_up and self._is_next_item(clause):
            return True  # "Graag inschrijven: Els Bos (jurist); Wim Kok (adviseur)"
        if not self.before.opens and (said is not Stance.COMES or not begins_roll(self.text, clause)):
            return False
        return bool(clause.names) or clause.has("myself_too", "me") or is_only_oneself(self.text, clause)

    def _is_next_item(self, clause: Clause) -> bool:
        """Whether a semicolon stands before a clause, and somebody right behind it."""
        if not self.text[max(0, clause.start - 2) : clause.start].rstrip().endswith(";"):
            return False
        return begins_with_people(self.text, clause) or joins_oneself(self.text, clause)

    def awaits(self, stance: Stance) -> list[Clause]:
        """The clauses before that name somebody of whom the next one, which says that, may say it."""
        if self.named is None or stance not in DECIDED or self.stances[-1] is Stance.COMES:
            return []
        return self.row.pieces or [self.named]

    def add(self, clause: Clause, stance: Stance) -> None:
        """Note a clause that was told, and what it says."""
        self.stances.append(stance)
        self.counts_up = stance is Stance.COMES and (clause.opens or self.counts_up)
        self.row.add(clause, stance)
        self.before = clause
        if clause.names and not follows_relative(self.text, clause):  # "Wim, die met Els is aangemeld, komt"
            self.named = clause
