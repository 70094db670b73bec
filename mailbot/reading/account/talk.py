"""What a reader keeps in mind of a letter: whom the talk was about, what was supposed, wished and denied so far.

The rules for what follows from a clause read it for "haar", "hij", "die", and for clauses without a subject ("Kom dus
niet."), and note in it and in its `account` what they conclude. It decides nothing.
"""

from collections.abc import Sequence

from mailbot.reading.account.account import Account
from mailbot.reading.account.company import Company
from mailbot.reading.account.context import Circumstances, Context
from mailbot.reading.account.ellipsis import LastSaid
from mailbot.reading.account.settled import Settled
from mailbot.reading.account.stance import Stance
from mailbot.reading.account.undersigned import Undersigned
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.names.people import Person, Roster

MEMORY = 20  # names: further back no "zijn" or "haar" reaches


class Talk:
    """One letter as far as it has been told; the conclusions are in `account`."""

    staying: Sequence[Person] = ()  # for whom nothing changes: "voor Noor en mij blijft alles zoals het was"
    undone = False  # the last sentence took several off the list, and didn't say whom
    given_up: Person | None = None  # whose seat somebody takes whose name is still to come
    given_up_in = (-1, -1)  # the sentence that says so

    def __init__(self, roster: Roster, text: str, known: Circumstances) -> None:
        self.account = Account(roster)
        self.roster, self.text = roster, text
        self.units: tuple[Unit, ...] = ()  # all that the letter says
        self.settled = Settled(text, ())  # ... and what that settles
        self.context = Context(text, known)
        self.events, self.passed_on = known.events, known.passed_on
        self.recent: tuple[Person, ...] = ()  # whom the last words were about
        self.history: list[Person] = []  # everybody named so far, the last one last
        self.supposed = (-1, -1)  # the last sentence that only supposes an absence
        self.wished: list[Person] = []  # who would come, by the sentence that is being told
        self.planned: list[Person] = []  # who was to come, by any sentence: "op 20 juni zou Wim meegaan"
        self.told_lately: list[list[Stance]] = []  # what the last two sentences did
        self.before = self.just_said = Stance.NOTHING  # what the clause before says, and the one that is being told
        self.numbered = False  # so many people come, by some clause: "graag drie mensen opgeven"
        self.of_us = 0  # so many were enrolled by a clause that named none of them: "noteert u ons twee?"
        self.counted = False  # how many of us go to the event was said: "wij zijn daar met z'n drieën"
        self.undersigned = Undersigned(roster, text)
        self.rolling = False  # a list of those who come goes on
        self.sentence = (0, len(text))  # which one is being told
        self.answer = ""  # the next sentence, where it answers what this one asks
        self.is_answer = False  # this sentence answers what the one before asked
        self.denied: list[Person] = []  # "niet Wim", and then: "maar Noor komt mee"
        self.company = Company(text)  # whom the writer has named together with themselves
        self.row: list[Person] = []  # the last people who were counted up: "Wim Smit en mezelf"
        self.asked_for: Sequence[Person] = ()  # whom the writer was asked to enrol, by the last request that is told of
        self.speakers: tuple[Person, ...] | None = None  # who is being quoted; None: nobody is
        self.in_list = False  # that row is a list, to which its next entry belongs
        self.holders: dict[str, Person] = {}  # who is "de wethouder": by what they were called with their names
        self.last = LastSaid(text, roster)
        self.had_things = False  # the last sentence did
        self.things = False  # the sentence speaks of a number, a hotel, that one can cancel or take off a list, too
        self.topic: tuple[Person, ...] | None = None  # the subject so far, for clauses that have none

    def is_about_event(self, clause: Clause) -> bool:
        return self.context.is_about_event(clause)

    def is_about_another_event(self, clause: Clause) -> bool:
        """Whether every event of that clause is waved away, for another that the letter is about."""
        return self.context.is_about_another_event(clause)

    def lately_absent(self) -> list[Person]:
        """Whom "zijn plaats" can mean: who stays away first, then whom the talk was about last."""
        last = self.history[-MEMORY:]
        talked = list({id(p): p for p in (*reversed(self.recent), *reversed(last))}.values())
        return sorted(talked, key=lambda person: not (person.stays_away or person.cancels))

    def note_group(self, clause: Clause) -> None:
        """ "Wij komen niet": more than one, whoever that is."""
        self.account.group_leaves = self.account.group_leaves or clause.has("we", "us", "all")

    def note_perhaps(self, clause: Clause) -> None:
        """ "Misschien kan ik niet" is for a person to ask about."""
        known = [cue for cue in clause.cues if cue.kind == "absent"]  # "Maybe next time": this time they don't come
        if any(
            cue.kind == "perhaps" and not any(k.start <= cue.start and cue.end <= k.end for k in known)
            for cue in clause.cues
        ):
            self.account.doubt("condition")
