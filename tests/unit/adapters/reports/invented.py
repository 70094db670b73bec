"""A report with one of everything: invented people, some of them with bad intentions."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from mailbot.domain.event import Choice, Event, Round, Workshop
from mailbot.domain.ledger import Pool, capacities
from mailbot.domain.registration import Registration, RegistrationStatus
from mailbot.domain.report import EventReport, FailedReply, OpenMail, PoolCount, Report

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2023, 2, 20, 9, 0, tzinfo=UTC)

EVENT = Event(
    slug="discriminatie-2023",
    title="Gemeenten en de strijd tegen discriminatie",
    starts=datetime(2023, 3, 30, 10, 0, tzinfo=ZONE),
    ends=datetime(2023, 3, 30, 16, 30, tzinfo=ZONE),
    location="Koninklijke Jaarbeurs, Utrecht",
    capacity=3,
    waitlist=True,
    rounds=(
        Round(1, datetime(2023, 3, 30, 12, tzinfo=ZONE), datetime(2023, 3, 30, 13, tzinfo=ZONE)),
        Round(2, datetime(2023, 3, 30, 14, tzinfo=ZONE), datetime(2023, 3, 30, 15, tzinfo=ZONE)),
    ),
    workshops=(
        Workshop("lokaal-beleid", "Lokaal antidiscriminatiebeleid, hoe doe je dat?", 3, (1, 2)),
        Workshop("vooroordelen", "Vooroordelen Voorbij", 2, (1, 2)),
    ),
)
LECTURE = Event(
    slug="mensenrechten-2023",
    title="Mensenrechten in de wijk",
    starts=datetime(2023, 6, 20, 13, 0, tzinfo=ZONE),
    ends=datetime(2023, 6, 20, 17, 0, tzinfo=ZONE),
    location="Stadhuis Den Haag",
    capacity=80,
    waitlist=True,
)


def person(number: int, name: str, **details: Any) -> Registration:
    """Somebody who comes to EVENT unless `details` say otherwise; the number orders them."""
    known: dict[str, Any] = {
        "reference": f"REF{number:04}",
        "event": EVENT.slug,
        "status": RegistrationStatus.CONFIRMED,
        "name": name,
        "email": f"deelnemer{number}@voorbeeld.nl",
        "booked_by": f"deelnemer{number}@voorbeeld.nl",
        "received": datetime(2023, 2, 14, 8, 12, number, 654321, tzinfo=UTC),
        "arrival": (number, 0),
    }
    return Registration(**{**known, **details})


FEMKE = person(
    1,
    "Femke Nijland",
    organisation="Gemeente Raalte",
    role="beleidsmedewerker",
    phone="06-12345678",
    workshops=(Choice(1, "lokaal-beleid"), Choice(2, "vooroordelen")),
    diet="vegetarisch",
)
ZOE = person(
    2,
    "Zoë van der Sluis-Dijkstra",
    phone="+31 6 30 55 12 87",
    workshops=(Choice(1, "vooroordelen"),),
    diet="Vegetarisch",
    access="ringleiding",
)
MALLORY = person(
    3,
    '=HYPERLINK("http://kwaad.example","klik")',
    organisation="<script>alert(1)</script>",
    role="@SUM(1)",
    phone="-2+3",
    workshops=(Choice(1, "vooroordelen"),),
    wishes=(Choice(2, "lokaal-beleid"),),
    diet="glutenvrij;=1+1",
)
NOUD = person(4, "Noud van Gestel", status=RegistrationStatus.CANCELLED)
MARLOES = person(
    5,
    "Marloes te Riele",
    status=RegistrationStatus.WAITLISTED,
    organisation="Gemeente Lochem",
    email=None,
    booked_by="secretariaat@voorbeeld.nl",
    received=datetime(2023, 2, 15, 12, 0, tzinfo=UTC),
    wishes=(Choice(1, "vooroordelen"), Choice(None, "lokaal-beleid")),
)
BRAM = person(6, "Bram Wassink", status=RegistrationStatus.WAITLISTED)  # wrote before Marloes did
SELIN = person(7, "Selin Öztürk", status=RegistrationStatus.EXPIRED)

PEOPLE = (FEMKE, ZOE, MALLORY, NOUD, MARLOES, BRAM, SELIN)


def event_report(event: Event, *people: Registration) -> EventReport:
    """That event with those people, its seats counted from them."""
    coming = [p for p in people if p.status is RegistrationStatus.CONFIRMED]
    taken = [Pool(event.slug) for _ in coming] + [Pool.of(event.slug, c) for p in coming for c in p.workshops]
    seats, *workshops = (PoolCount(pool, size, taken.count(pool)) for pool, size in capacities((event,)).items())
    return EventReport(event, seats, tuple(workshops), people)


def open_mail(number: int, *reasons: str, subject: str = "Re: 30 maart") -> OpenMail:
    return OpenMail(number, f"<m{number}@voorbeeld.nl>", "secretariaat@voorbeeld.nl", subject, reasons, NOW)


REPORT = Report(
    made=NOW,
    events=(event_report(EVENT, *PEOPLE), event_report(LECTURE)),
    review=(open_mail(12, "unnamed"), open_mail(13, "not_yours", "event_over", subject="\x1b[31m<b>vet</b>")),
    questions=(open_mail(14),),
    failed=(open_mail(15, "KeyError in mailbot.reading.read:31"),),
    undelivered=(FailedReply("<x@mailbot.voorbeeld.nl>", "weg@voorbeeld.nl", "confirmed", "550 no such user"),),
    outbox={"queued": 1, "sent": 12, "failed": 1},
    mails={"held": 2, "accepted": 8},
)
EMPTY = Report(made=NOW, events=(event_report(LECTURE),))


def with_people(*people: Registration) -> Report:
    """A report of EVENT alone, with those people."""
    return Report(made=NOW, events=(event_report(EVENT, *people),))
