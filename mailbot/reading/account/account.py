"""A letter's account: what was said of whom, what is in doubt, and whom each piece of text is about.

The account is data; teller.py fills it, clause by clause, and parties.py draws the conclusions.
"""

import re
from dataclasses import dataclass, field

from mailbot.reading.account.relations import Relations
from mailbot.reading.account.stance import Stance
from mailbot.reading.names.people import Person, Roster
from mailbot.reading.text.numerals import BOTH_OF_THEM

ALL = re.compile(
    rf"\b(?:wij|we|ons|{BOTH_OF_THEM}|allen|allemaal|iedereen|all of us|alle (?:twee|drie|vier|vijf)"
    r"|everyone|everybody|each of (?:us|them)|(?:they|we) all|all of them"
    r"|all (?:the |our )?(?:(?:two|three|four|five|six) )?(?:\w+ )?"
    r"(?:officials|participants|delegates|colleagues|members|attendees|people|guests|students)"
    r"|alle (?:deelnemers|collega's|genoemden|personen|studenten|medewerkers))\b",
    re.IGNORECASE,
)


@dataclass(slots=True, unsafe_hash=True)  # not frozen: made that way, each takes three times as long
class Focus:
    """Whom text[start:end] is about: nobody in particular where `people` is empty."""

    start: int
    end: int
    people: tuple[Person, ...]
    listed: bool = False  # a list item, row or form: all of it is about these people


@dataclass(slots=True, unsafe_hash=True)  # not frozen: made that way, each takes three times as long
class Mark:
    """At character `at`, in the clause [start, end), the talk turns to `people`; none: to all who come."""

    at: int
    start: int
    end: int
    people: tuple[Person, ...]


@dataclass(slots=True)
class Account:
    """What a letter says. `implied`: where somebody signs up without a subject ("Graag aanwezig").

    `substitutions`: (who gives up the seat, who takes it). `said`: the stances that occurred, with where.
    """

    roster: Roster
    relations: Relations | None = None  # who is meant by "mama", "de stagiair"
    implied: int | None = None
    implied_cancel: bool = False
    keeps: bool = False  # a giving up is denied: "mijn plaats geef ik niet op"
    others_withdrew: bool = False  # "de overige fracties zien af van deelname"
    asks: bool = False  # something that only words can answer
    wonders: bool = False  # there is a question, be it a request in the form of one
    group: bool = False
    group_leaves: bool = False
    booked_at: int | None = None  # where the writer is said to be on the list already
    own_booking: bool = False  # the writer speaks of a registration of their own that is made
    performs: bool = False  # somebody is put on the list by this very letter, for the whole of an event
    remains: bool = False  # something of the writer's booking is to stay: "ronde 1 blijft staan"
    booked_by_writer: bool = False  # the writer enrolled others: "op 21 februari heb ik de wethouder aangemeld"
    booked_several: bool = False  # ... more than those whom the letter names: "van de vier die ik aanmeldde"
    enrols: bool = False  # somebody is to be put on the list
    fewer: int | None = None  # so many of those on the list fall out; who, other sentences tell
    said: dict[Stance, int] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    substitutions: list[tuple[Person, Person]] = field(default_factory=list)
    focus: list[Focus] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    wavering: list[Person] = field(default_factory=list)  # who is said not to know yet
    unclear: list[Person] = field(default_factory=list)  # named beside somebody who comes; comes perhaps, too
    companions: int = 0  # people without a name beside the writer: "mijn vrouw en ik"
    changed_mind: bool = False  # the writer "heeft zich bedacht", and what is wanted now may stand elsewhere
    interested: bool = False  # the writer says no more than to be interested, unless another sentence does
    away: bool = False  # the writer says to be on holiday that day
    somebody: bool = False  # one of ours comes, whose name isn't said: "onze wethouder komt ook"
    somebody_else: int | None = None  # where one more comes than were named, without a name
    open_places: int = 0  # list entries for somebody whose name isn't known yet
    sought: bool = False  # somebody with an office, but no name, is to be enrolled ("wilt u de wethouder inschrijven")

    def doubt(self, reason: str) -> None:
        if reason not in self.doubts:
            self.doubts.append(reason)

    def owners(self, at: int) -> tuple[Person, ...]:
        """Whom the text at that place is about."""
        around = [f for f in self.focus if f.start <= at < f.end]
        return min(around, key=lambda f: f.end - f.start).people if around else ()
