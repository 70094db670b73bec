"""Every case that a template can meet, made from the configured events: what `check` renders and `preview` shows.

The people are invented, and some have names that no mail may pass on as they are.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mailbot.domain.answer import Answer, CalendarEntry, Outcome, PersonAnswer, Template
from mailbot.domain.event import Choice, Event
from mailbot.domain.registration import Registration, RegistrationStatus

WRITER = "s.elbouazzaoui@gemeente-voorbeeld.example"

NASTY = (
    "[Klik hier](https://kwaad.example/inloggen)",
    "www.kwaad.example",
    "Jan\r\nBcc: iedereen@kwaad.example",
    "<a href='https://kwaad.example'>Piet</a> & Zn.",
    "**Koos** _van_ `der` # {{ 7 * 7 }} 1. {% if %}",
    "\u202eomgekeerd\u200b\x00\ue0000\ue001",
    "\u0000",
)

# After these somebody's calendar should say something else than before.
IN_CALENDAR = (Outcome.CONFIRMED, Outcome.PROMOTED, Outcome.CANCELLED, Outcome.CHANGED)


@dataclass(frozen=True, slots=True)
class Sample:
    """One case: the answer, the address that it goes to, and who sends it."""

    answer: Answer
    recipient: str = WRITER
    platform: str = "Platform Voorbeeld"
    with_calendar: bool = False

    @property
    def when(self) -> datetime:
        """A moment of sending that suits the answer: while the event is still to come."""
        return self.answer.event.starts - timedelta(days=40)

    @property
    def calendar(self) -> tuple[CalendarEntry, ...]:
        """Items as the pipeline would send them: taken back where somebody cancelled."""
        if not self.with_calendar:
            return ()
        told = [person for person in self.answer.people if person.outcome in IN_CALENDAR]
        comes = {p.event for p in told if p.registration and p.registration.status is RegistrationStatus.CONFIRMED}
        events = dict.fromkeys(person.event for person in told)
        return tuple(CalendarEntry("voorbeeld@mailbot", 0, event, cancel=event not in comes) for event in events)


def samples(template: Template, language: str, events: Sequence[Event]) -> list[Sample]:
    """The cases of that template, an ordinary one first. `events`: as configured, at least one."""
    cases = [case for people in _PEOPLE[template](events) for case in _variants(template, language, events, people)]
    return cases or [
        Sample(Answer(template, language, event, unnamed=unnamed, last=last))
        for event in events
        for unnamed, last in ((1, False), (3, True))
    ]


def _variants(
    template: Template, language: str, events: Sequence[Event], people: tuple[PersonAnswer, ...]
) -> Iterator[Sample]:
    """The same people with everything else that can differ from mail to mail."""
    event = people[0].event
    full = {choice for person in people for choice in person.full}
    free = tuple(c for c in event.choices() if c not in full and Choice(None, c.workshop) not in full)
    answer = Answer(template, language, event, people, free=free)
    yield Sample(answer, with_calendar=True)
    yield Sample(replace(answer, free=free[-1:], question=True), platform="")
    yield Sample(replace(answer, free=(), last=True), recipient="iemand.anders@voorbeeld.example", with_calendar=True)


# -- who and what ---------------------------------------------------------------------------------------------------

People = Iterator[tuple[PersonAnswer, ...]]


def _confirmed(events: Sequence[Event]) -> People:
    for event in _shapes(events):
        chosen = _chosen(event)
        yield (_person(event, Outcome.CONFIRMED, workshops=chosen),)
        yield (_person(event, Outcome.CONFIRMED),)
        yield (_person(event, Outcome.CONFIRMED, name="Joke Brouwer", bare=True),)
        yield (_person(event, Outcome.CONFIRMED, replaces="Piet Jansen"),)
        yield (_person(event, Outcome.CONFIRMED, workshops=chosen), _colleague(event, Outcome.CONFIRMED))
    yield from (_nasty(events[0], Outcome.CONFIRMED, name) for name in NASTY)
    yield from _two_events(events, Outcome.CONFIRMED, Outcome.CONFIRMED)


def _partly_confirmed(events: Sequence[Event]) -> People:
    for event in _shapes(events):
        full, anywhere = _full(event), tuple(Choice(None, c.workshop) for c in _full(event))
        yield (
            _person(event, Outcome.CONFIRMED, workshops=_chosen(event)),
            _colleague(event, Outcome.WAITLISTED, position=3, wishes=_chosen(event)),
            _colleague(event, Outcome.FULLY_BOOKED, name="Noor Willems"),
            _colleague(event, Outcome.CLOSED, name="Bram Kuipers"),
            _colleague(event, Outcome.ALREADY_REGISTERED, name="Fatima Yilmaz"),
        )
        yield (_person(event, Outcome.CONFIRMED, workshops=_chosen(event)[:1], full=full),)
        yield (_colleague(event, Outcome.CONFIRMED, full=anywhere),)
        yield (_person(event, Outcome.CONFIRMED), _colleague(event, Outcome.CONFIRMED, full=full))
    yield from ((*_nasty(events[0], Outcome.CONFIRMED, n), *_nasty(events[0], Outcome.WAITLISTED, n)) for n in NASTY)
    yield from _two_events(events, Outcome.CONFIRMED, Outcome.WAITLISTED)


def _waitlisted(events: Sequence[Event]) -> People:
    for event in _shapes(events):
        yield (_person(event, Outcome.WAITLISTED, position=2, wishes=_chosen(event)),)
        anywhere = tuple(Choice(None, c.workshop) for c in _chosen(event))
        yield (_colleague(event, Outcome.WAITLISTED, position=1, wishes=anywhere),)
        yield (_person(event, Outcome.WAITLISTED, position=11), _colleague(event, Outcome.WAITLISTED, position=12))
        yield (_person(event, Outcome.WAITLISTED, position=4), _colleague(event, Outcome.FULLY_BOOKED))
    yield from (_nasty(events[0], Outcome.WAITLISTED, name) for name in NASTY)
    yield from _two_events(events, Outcome.WAITLISTED, Outcome.FULLY_BOOKED)


def _refused(outcome: Outcome) -> Callable[[Sequence[Event]], People]:
    def people(events: Sequence[Event]) -> People:
        for event in _timings(events[0]) if outcome is Outcome.CLOSED else _shapes(events):
            yield (_person(event, outcome),)
            yield (_person(event, outcome), _colleague(event, outcome))
            yield (_person(event, outcome), _colleague(event, outcome), _colleague(event, outcome, name="Noor Willems"))
        yield from (_nasty(events[0], outcome, name) for name in NASTY)
        yield from _two_events(events, outcome, outcome)

    return people


def _already(events: Sequence[Event]) -> People:
    for event in _shapes(events):
        yield (_person(event, Outcome.ALREADY_REGISTERED, workshops=_chosen(event)),)
        waiting = _person(event, Outcome.WAITLISTED, position=5, wishes=_chosen(event))
        yield (replace(waiting, outcome=Outcome.ALREADY_REGISTERED),)
        yield (_person(event, Outcome.ALREADY_REGISTERED), replace(waiting, outcome=Outcome.ALREADY_REGISTERED))
        yield (_colleague(event, Outcome.ALREADY_REGISTERED),)
    yield from (_nasty(events[0], Outcome.ALREADY_REGISTERED, name) for name in NASTY)
    yield from _two_events(events, Outcome.ALREADY_REGISTERED, Outcome.ALREADY_REGISTERED)


def _changed(events: Sequence[Event]) -> People:
    fields = ("name", "email", "organisation", "role", "phone", "diet", "access", "workshops")
    for event in _shapes(events):
        full = _full(event)
        yield (_person(event, Outcome.CHANGED, workshops=_chosen(event), changed=("diet", "workshops")),)
        yield (_colleague(event, Outcome.CHANGED, changed=fields),)
        yield (_person(event, Outcome.CHANGED, workshops=_chosen(event), changed=("diet",), full=full),)
        yield (_person(event, Outcome.CHANGED, workshops=_chosen(event), full=full),)
        yield (_person(event, Outcome.CANCELLED), _colleague(event, Outcome.CONFIRMED, replaces="Samira el Bouazzaoui"))
        yield (_colleague(event, Outcome.CANCELLED), _person(event, Outcome.WAITLISTED, position=2, replaces="Tom Bos"))
        yield (_person(event, Outcome.CHANGED, changed=("phone",)), *_party(event))
        waiting = _person(event, Outcome.WAITLISTED, position=2, wishes=_chosen(event))
        yield (replace(waiting, outcome=Outcome.CHANGED, changed=("workshops",)),)
    for name in NASTY:
        yield (*_nasty(events[0], Outcome.CANCELLED, name), *_nasty(events[0], Outcome.CONFIRMED, name, replaces=name))
    yield from _two_events(events, Outcome.CANCELLED, Outcome.CHANGED)


def _promoted(events: Sequence[Event]) -> People:
    for event in _shapes(events):
        yield (_person(event, Outcome.PROMOTED, workshops=_chosen(event)),)
        yield (_person(event, Outcome.PROMOTED, full=_full(event)),)
        yield (_colleague(event, Outcome.PROMOTED),)
        yield (_person(event, Outcome.PROMOTED), _colleague(event, Outcome.PROMOTED))
    yield from (_nasty(events[0], Outcome.PROMOTED, name) for name in NASTY)


_PEOPLE: dict[Template, Callable[[Sequence[Event]], People]] = {
    Template.CONFIRMED: _confirmed,
    Template.PARTLY_CONFIRMED: _partly_confirmed,
    Template.WAITLISTED: _waitlisted,
    Template.FULLY_BOOKED: _refused(Outcome.FULLY_BOOKED),
    Template.ALREADY_REGISTERED: _already,
    Template.CANCELLED: _refused(Outcome.CANCELLED),
    Template.CHANGED: _changed,
    Template.PROMOTED: _promoted,
    Template.CLOSED: _refused(Outcome.CLOSED),
    Template.NEEDS_DETAILS: lambda events: iter(()),
}


def _party(event: Event) -> tuple[PersonAnswer, ...]:
    return tuple(_colleague(event, outcome) for outcome in Outcome if outcome is not Outcome.PROMOTED)


def _two_events(events: Sequence[Event], first: Outcome, second: Outcome) -> People:
    other = events[1] if len(events) > 1 else replace(events[0], slug="tweede", title="Tweede bijeenkomst")
    yield (_person(events[0], first), _person(other, second))
    yield (_person(events[0], first), _colleague(events[0], first), _colleague(other, second))


def _nasty(event: Event, outcome: Outcome, text: str, replaces: str | None = None) -> tuple[PersonAnswer, ...]:
    person = _person(event, outcome, name=text, replaces=replaces)
    if person.registration is None:
        return (person,)
    words = replace(person.registration, organisation=text, role=text, phone=text, diet=text, access=text)
    return (replace(person, registration=words),)


# -- the events' shapes ---------------------------------------------------------------------------------------------


def _shapes(events: Iterable[Event]) -> Iterator[Event]:
    """The events as they are, then with all that a configuration may add, and with nothing but what it must hold."""
    known = list(events)
    yield from known
    first = known[0]
    yield replace(
        first,
        doors=first.starts - timedelta(minutes=30),
        ends=first.starts + timedelta(days=1),
        url="https://www.voorbeeld.example/bijeenkomst?a=1&b=2",
    )
    yield replace(first, doors=None, url=None, rounds=(), workshops=())


def _timings(event: Event) -> Iterator[Event]:
    """Closed since a while, not open yet, open by now, over: as seen from `Sample.when`, 40 days before the event."""
    yield replace(event, closes=event.starts - timedelta(days=41))
    yield replace(event, opens=event.starts - timedelta(days=30), closes=event.starts - timedelta(days=3))
    yield replace(event, opens=event.starts - timedelta(days=60), closes=None)
    yield replace(event, ends=event.starts - timedelta(days=45))


def _chosen(event: Event) -> tuple[Choice, ...]:
    """A workshop in each of the first two rounds."""
    rounds = [round.number for round in event.rounds[:2]]
    return tuple(next(c for c in event.choices() if c.round == n) for n in rounds)


def _full(event: Event) -> tuple[Choice, ...]:
    return event.choices()[-1:]


# -- people ---------------------------------------------------------------------------------------------------------

STATUS = {
    Outcome.WAITLISTED: RegistrationStatus.WAITLISTED,
    Outcome.CANCELLED: RegistrationStatus.CANCELLED,
    Outcome.FULLY_BOOKED: None,
    Outcome.CLOSED: None,
}


def _colleague(event: Event, outcome: Outcome, name: str = "Tom Bos", **other: object) -> PersonAnswer:
    """Somebody other than whoever wrote the mail, with an address of their own."""
    email = f"{name.split()[0].lower()}@gemeente-voorbeeld.example"
    return _person(event, outcome, name=name, email=email, **other)  # type: ignore[arg-type]


def _person(
    event: Event,
    outcome: Outcome,
    *,
    name: str = "Samira el Bouazzaoui",
    email: str = WRITER,
    bare: bool = False,
    workshops: tuple[Choice, ...] = (),
    wishes: tuple[Choice, ...] = (),
    full: tuple[Choice, ...] = (),
    position: int | None = None,
    changed: tuple[str, ...] = (),
    replaces: str | None = None,
) -> PersonAnswer:
    status = STATUS.get(outcome, RegistrationStatus.CONFIRMED)
    received = event.starts - timedelta(days=40)
    registration = (
        None
        if status is None
        else Registration(
            reference="7KM4PXN",
            event=event.slug,
            status=status,
            name=name,
            email=email,
            booked_by=WRITER,
            received=received,
            arrival=(1, 0),
            workshops=workshops,
            wishes=wishes or full,
            organisation=None if bare else "gemeente Voorbeeld",
            role=None if bare else "beleidsmedewerker",
            phone=None if bare else "06-12345678",
            diet=None if bare else "vegetarisch, geen noten",
            access=None if bare else "ik kom met een rolstoel",
        )
    )
    return PersonAnswer(name, outcome, event, registration, full, position, changed, replaces, email)
