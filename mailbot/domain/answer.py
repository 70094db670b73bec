"""What a reply says, before any words are chosen: the template's name and, person by person, what became of it."""

from dataclasses import dataclass
from enum import StrEnum

from mailbot.domain.event import Choice, Event
from mailbot.domain.registration import Registration


class Template(StrEnum):
    """The replies that mailbot can send: each a file `templates/<language>/<name>.md`."""

    CONFIRMED = "confirmed"
    PARTLY_CONFIRMED = "partly_confirmed"
    WAITLISTED = "waitlisted"
    FULLY_BOOKED = "fully_booked"
    ALREADY_REGISTERED = "already_registered"
    CANCELLED = "cancelled"
    CHANGED = "changed"
    PROMOTED = "promoted"
    CLOSED = "closed"
    NEEDS_DETAILS = "needs_details"


# Those that make sense to somebody of whom nothing was booked: what an organiser can answer a mail with by hand.
ABOUT_NOBODY = (Template.FULLY_BOOKED, Template.CLOSED, Template.NEEDS_DETAILS)


class Outcome(StrEnum):
    """What became of one request."""

    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    FULLY_BOOKED = "fully_booked"
    ALREADY_REGISTERED = "already_registered"
    CANCELLED = "cancelled"
    CHANGED = "changed"
    PROMOTED = "promoted"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """What became of one person's request.

    `registration`: how it stands in the books afterwards; None where nothing was ever booked (fully booked, closed).
    `full`: the choices that had no seat left. `position`: the place on the waiting list, from 1.
    `changed`: names of the fields that a change touched. `replaces`: the name of the person whose seat this is.
    `email`: the address as asked, where no registration tells it.
    """

    name: str
    outcome: Outcome
    event: Event
    registration: Registration | None = None
    full: tuple[Choice, ...] = ()
    position: int | None = None
    changed: tuple[str, ...] = ()
    replaces: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One reply. `free`: the workshop seats still to be had at `event`, for whoever wants to choose (again).

    `question`: the mail also asked something that an organiser will answer. `last`: this address has had so many
    answers today that the next mail waits for a person. `unnamed`: for needs_details, how many names are missing.
    """

    template: Template
    language: str  # nl | en
    event: Event
    people: tuple[PersonAnswer, ...] = ()
    free: tuple[Choice, ...] = ()
    question: bool = False
    last: bool = False
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class Thread:
    """The mail that a reply answers: where it goes, and what ties it to the conversation (RFC 5322, 3.6.4).

    A later notice (promoted) answers the mail that booked, too, but `auto_generated` tells that nobody just wrote.
    """

    recipient: str
    subject: str
    message_id: str | None
    references: tuple[str, ...] = ()
    auto_generated: bool = False


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """The calendar item of one address at one event. `uid` never changes; `sequence` counts what was sent before.

    `cancel`: nobody of this address comes any more (RFC 5546, 3.2.5). It holds no personal data.
    """

    uid: str
    sequence: int
    event: Event
    cancel: bool = False
