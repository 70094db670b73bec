"""Everyday mails, and what a careful colleague reads in each: short and plain, as most of what arrives.

The mails stand in a module for each thing that people ask; here is of what and of whom they speak, and how they are told.
"""

from dataclasses import dataclass, field
from datetime import datetime

from mailbot.domain.answer import Template
from mailbot.domain.event import Choice, Event, Round, Workshop
from tests.office import ZONE
from tests.unit.reading import quoting

MARCH = Event(
    slug="discriminatie-2023",
    title="Gemeenten en de strijd tegen discriminatie",
    starts=datetime(2023, 3, 30, 10, tzinfo=ZONE),
    ends=datetime(2023, 3, 30, 16, 30, tzinfo=ZONE),
    location="Koninklijke Jaarbeurs, Jaarbeursplein 6, 3521 AL Utrecht",
    capacity=150,
    waitlist=True,
    rounds=tuple(
        Round(n, datetime(2023, 3, 30, h, tzinfo=ZONE), datetime(2023, 3, 30, h + 1, tzinfo=ZONE))
        for n, h in ((1, 12), (2, 14), (3, 15))
    ),
    workshops=(
        Workshop("lokaal-beleid", "Lokaal antidiscriminatiebeleid, hoe doe je dat?", 50, (1, 2, 3), ("Movisie",)),
        Workshop("vooroordelen", "Vooroordelen Voorbij", 50, (1, 2, 3), ("College voor de Rechten van de Mens",)),
    ),
)
JUNE = Event(
    slug="mensenrechten-2023",
    title="Mensenrechten in de wijk",
    starts=datetime(2023, 6, 20, 13, tzinfo=ZONE),
    ends=datetime(2023, 6, 20, 17, tzinfo=ZONE),
    location="Stadhuis Den Haag, Spui 70, 2511 BT Den Haag",
    capacity=80,
    waitlist=True,
)
EVENTS = (MARCH, JUNE)
WORKSHOPS = {"A": "lokaal-beleid", "B": "vooroordelen"}


@dataclass(frozen=True)
class Expected:
    """What is asked for one person. `workshops` in short: "1A 2B"; `fields`: further fields that must be so."""

    action: str
    name: str
    workshops: str = ""
    fields: dict[str, str | None] = field(default_factory=dict)

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple(Choice(int(c[0]) if c[0] != "-" else None, WORKSHOPS[c[1]]) for c in self.workshops.split())


@dataclass(frozen=True)
class Mail:
    sender: str
    subject: str
    text: str
    people: tuple[Expected, ...] = ()
    event: str | None = MARCH.slug
    kind: str = "signup"
    question: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    held: bool = False


def comes(name: str, workshops: str = "", **fields: str | None) -> Expected:
    return Expected("register", name, workshops, fields)


def goes(name: str, **fields: str | None) -> Expected:
    return Expected("cancel", name, "", fields)


def alters(name: str, workshops: str = "", **fields: str | None) -> Expected:
    return Expected("change", name, workshops, fields)


def mail(sender: str, subject: str, text: str, *people: Expected, **rest: object) -> Mail:
    if "event" not in rest and not people:
        rest["event"] = None
    return Mail(sender, subject, text, people, **rest)  # type: ignore[arg-type]


ELS, WIM = "Els Bakker <els@tiel.example>", "wim@tiel.example"
JANE = "Jane Smith <jane@leiden.example>"
NOW_A = (Choice(1, "lokaal-beleid"), Choice(2, "vooroordelen"))

CONFIRMED = quoting.reply(MARCH, "Els Bakker", workshops=NOW_A, diet="vegetarisch")
CONFIRMED_BOTH = quoting.reply(MARCH, "Els Bakker", "Wim Smit", "Noor de Boer", workshops=NOW_A)
CONFIRMED_JUNE = quoting.reply(JUNE, "Els Bakker")
CONFIRMED_ENGLISH = quoting.reply(MARCH, "Jane Smith", language="en", workshops=NOW_A, diet="vegetarian")
WAITING = quoting.reply(MARCH, "Els Bakker", template=Template.WAITLISTED)
CANCELLED = quoting.reply(MARCH, "Els Bakker", template=Template.CANCELLED)
RE = "Re: Aanmelding"
