"""Sentences that count up who comes, or who falls out, behind one that says so of people without names: "Wij komen met
z'n drieën. Dat zijn Els Bakker, onze chef, en ik", "Wie er komen? Wim en Noor".

Lists with an entry a line are announcing.py's and list_entries.py's; with an answer behind each name, roll_call.py's.
"""

import re

from mailbot.reading.account.announcing import forget_writer
from mailbot.reading.account.antecedents import antecedents
from mailbot.reading.account.context import Circumstances
from mailbot.reading.account.mentions import follows_relative
from mailbot.reading.account.rows import (
    begins_roll,
    begins_with_people,
    begins_with_rest,
    counts_up_us,
    joins_oneself,
    names_them,
)
from mailbot.reading.account.sentence_teller import SentenceTeller
from mailbot.reading.account.stance import Stance
from mailbot.reading.account.together import counts_us
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cue_phrases import number
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.names.people import Roster
from mailbot.reading.text.late import late

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


class RollTeller(SentenceTeller):
    """Tells sentences that count up people, and remembers of each sentence whether one may follow."""

    def __init__(self, roster: Roster, text: str, known: Circumstances) -> None:
        super().__init__(roster, text, known)
        self.answered_who = -1  # where a "wie er komen?" ended, which the sentences since answer
        self._spoke_of_coming = False  # the last sentence spoke of people, and of going there
        self._just_announced = False  # the last sentence said that we come, and named nobody
        self._just_brought = 0  # ... that the writer comes with others, at least so many, and named none of them

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

    def _counts_up_us(self, unit: Unit) -> bool:
        writer = self.roster.writer
        names_writer = writer is not None and any(self.roster.find(name.name) is writer for name in unit.names)
        return counts_up_us(self.text, unit.clauses, names_writer=names_writer)

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

    def _note_who_may_follow(self, unit: Unit) -> None:
        """Remember what that sentence says of people whom the next one may count up."""
        self._just_announced = self._announces_us(unit)
        self._just_brought = 0 if unit.names else max(map(self._brings, unit.clauses), default=0)
        self._spoke_of_coming = unit.has("person", "party", "companion") and unit.has("attend", "enrol", "with_me")
        self.counted = self.counted or any(self._counts_who_comes(c) for c in unit.clauses)

    def _announces_us(self, unit: Unit) -> bool:
        """Whether a sentence says that we come, and not who we are: "Wij willen met een klein clubje komen."."""
        at = self.account.said.get(Stance.COMES)
        said = at is not None and unit.start <= at < unit.end
        return said and self.account.group and not unit.names and not unit.has("part", "if", "maybe")

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
