"""An event, a registration, and a mail taken apart as an attendee's program would."""

import email
import email.policy
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from zoneinfo import ZoneInfo

import pytest

from mailbot.domain.answer import Answer, CalendarEntry, Outcome, PersonAnswer, Template, Thread
from mailbot.domain.event import Event, Round, Workshop
from mailbot.domain.message import OutgoingMessage
from mailbot.domain.registration import Registration, RegistrationStatus
from mailbot.replying.compose import Identity, compose
from mailbot.replying.templates import Templates

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2023, 2, 14, 9, 12, tzinfo=AMSTERDAM)
PLATFORM = Identity("platform@minbzk.example", "Platform Gemeenten")
FEMKE = "f.nijland@raalte.example"


def at(hour: int, minute: int = 0, day: int = 30, month: int = 3) -> datetime:
    return datetime(2023, month, day, hour, minute, tzinfo=AMSTERDAM)


def an_event() -> Event:
    return Event(
        slug="discriminatie-2023",
        title="Gemeenten en de strijd tegen discriminatie",
        starts=at(10),
        ends=at(16, 30),
        doors=at(9, 30),
        location="Koninklijke Jaarbeurs, Jaarbeursplein 6, 3521 AL Utrecht",
        capacity=150,
        waitlist=True,
        url="https://www.platform.example/30-maart?a=1&b=2",
        rounds=(Round(1, at(12), at(13)), Round(2, at(14), at(15))),
        workshops=(
            Workshop("lokaal-beleid", "Lokaal beleid, hoe doe je dat?", 50, (1, 2)),
            Workshop("vooroordelen", "Vooroordelen Voorbij", 50, (1, 2)),
        ),
    )


def another_event() -> Event:
    return Event(
        slug="wijk-2023",
        title="Mensenrechten in de wijk",
        starts=at(13, day=20, month=6),
        ends=at(17, day=20, month=6),
        location="Stadhuis, Spui 70, Den Haag",
        capacity=80,
        waitlist=True,
    )


def a_registration(name: str = "Femke Nijland", **other: object) -> Registration:
    fields = {
        "reference": "7KM4PXN",
        "event": "discriminatie-2023",
        "status": RegistrationStatus.CONFIRMED,
        "name": name,
        "email": FEMKE,
        "booked_by": FEMKE,
        "received": NOW,
        "arrival": (7, 0),
    }
    return Registration(**{**fields, **other})  # type: ignore[arg-type]


def a_person(outcome: Outcome = Outcome.CONFIRMED, name: str = "Femke Nijland", **other: object) -> PersonAnswer:
    """Somebody at `an_event`, with a registration where the outcome leaves one."""
    statuses = {Outcome.WAITLISTED: RegistrationStatus.WAITLISTED, Outcome.CANCELLED: RegistrationStatus.CANCELLED}
    known = {"status": statuses.get(outcome, RegistrationStatus.CONFIRMED), **dict(other.pop("known", {}))}  # type: ignore[call-overload]
    none = outcome in (Outcome.CLOSED, Outcome.FULLY_BOOKED)
    fields = {"event": an_event(), "registration": None if none else a_registration(**{"name": name, **known})}
    return PersonAnswer(name=name, outcome=outcome, **{**fields, **other})  # type: ignore[arg-type]


def an_answer(*people: PersonAnswer, template: Template = Template.CONFIRMED, **other: object) -> Answer:
    fields = {"template": template, "language": "nl", "event": an_event(), "people": people or (a_person(),)}
    return Answer(**{**fields, **other})  # type: ignore[arg-type]


def a_thread(**other: object) -> Thread:
    fields = {"recipient": FEMKE, "subject": "30 maart", "message_id": "<10e2@raalte.example>"}
    return Thread(**{**fields, **other})  # type: ignore[arg-type]


def an_entry(**other: object) -> CalendarEntry:
    fields = {"uid": "3f1c@mailbot", "sequence": 0, "event": an_event()}
    return CalendarEntry(**{**fields, **other})  # type: ignore[arg-type]


@dataclass
class Mail:
    """A reply as a mail program has it: parsed, with its parts as text."""

    outgoing: OutgoingMessage
    parsed: EmailMessage
    text: str
    html: str
    calendars: list[str]


def taken_apart(outgoing: OutgoingMessage) -> Mail:
    parsed = email.message_from_bytes(outgoing.data, policy=email.policy.default)
    assert isinstance(parsed, EmailMessage)
    assert [defect for part in parsed.walk() for defect in part.defects] == []
    parts = {part.get_content_type(): part for part in parsed.walk() if not part.is_multipart()}
    calendars = [p.get_payload(decode=True).decode() for p in parsed.walk() if p.get_content_type() == "text/calendar"]
    return Mail(
        outgoing,
        parsed,
        parts["text/plain"].get_payload(decode=True).decode().replace("\r\n", "\n"),
        parts["text/html"].get_payload(decode=True).decode().replace("\r\n", "\n"),
        calendars,
    )


_TEMPLATES = Templates()


def a_mail(
    answer: Answer | None = None,
    thread: Thread | None = None,
    calendar: tuple[CalendarEntry, ...] = (),
    templates: Templates | None = None,
    identity: Identity = PLATFORM,
) -> Mail:
    return taken_apart(
        compose(
            answer or an_answer(),
            thread or a_thread(),
            identity,
            calendar,
            NOW,
            "<mailbot.1@minbzk.example>",
            templates or _TEMPLATES,
        )
    )


@pytest.fixture(scope="session")
def templates() -> Templates:
    return _TEMPLATES
