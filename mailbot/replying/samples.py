"""Every case that a template can meet, made from the configured events: what `check` renders and `preview` shows.

The people are invented (invented.py), and some have names that no mail may pass on as they are.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mailbot.domain.answer import ABOUT_NOBODY, Answer, CalendarEntry, Outcome, PersonAnswer, Template
from mailbot.domain.event import Choice, Event
from mailbot.domain.registration import RegistrationStatus
from mailbot.replying.invented import (
    NASTY,
    WRITER,
    bare,
    chosen_at,
    colleague,
    full_at,
    invited,
    nasty,
    shapes_of,
    timings_of,
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
    parties = list(_PEOPLE[template](events))
    parties += [tuple(bare(person) for person in people) for people in parties[:1]]
    cases = [case for people in parties for case in _variants(template, language, events, people)]
    return [*cases, *_about_nobody(template, language, events)]


def _about_nobody(template: Template, language: str, events: Sequence[Event]) -> Iterator[Sample]:
    """What is asked for names, and what an organiser answers by hand."""
    if template in ABOUT_NOBODY:
        for event in events:
            for unnamed, last in ((1, False), (3, True), (0, False)):
                yield Sample(Answer(template, language, event, free=event.choices(), unnamed=unnamed, last=last))


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
    for event in shapes_of(events):
        chosen = chosen_at(event)
        yield (invited(event, Outcome.CONFIRMED, workshops=chosen),)
        yield (invited(event, Outcome.CONFIRMED),)
        yield (invited(event, Outcome.CONFIRMED, replaces="Piet Jansen"),)
        yield (invited(event, Outcome.CONFIRMED, workshops=chosen), colleague(event, Outcome.CONFIRMED))
    yield from (nasty(events[0], Outcome.CONFIRMED, name) for name in NASTY)
    yield from _two_events(events, Outcome.CONFIRMED, Outcome.CONFIRMED)


def _partly_confirmed(events: Sequence[Event]) -> People:
    for event in shapes_of(events):
        full, anywhere = full_at(event), tuple(Choice(None, c.workshop) for c in full_at(event))
        yield (
            invited(event, Outcome.CONFIRMED, workshops=chosen_at(event)),
            colleague(event, Outcome.WAITLISTED, position=3, wishes=chosen_at(event)),
            colleague(event, Outcome.FULLY_BOOKED, name="Noor Willems"),
            colleague(event, Outcome.CLOSED, name="Bram Kuipers"),
            colleague(event, Outcome.ALREADY_REGISTERED, name="Fatima Yilmaz"),
        )
        yield (invited(event, Outcome.CONFIRMED, workshops=chosen_at(event)[:1], full=full),)
        yield (colleague(event, Outcome.CONFIRMED, full=anywhere),)
        yield (invited(event, Outcome.CONFIRMED), colleague(event, Outcome.CONFIRMED, full=full))
    yield from ((*nasty(events[0], Outcome.CONFIRMED, n), *nasty(events[0], Outcome.WAITLISTED, n)) for n in NASTY)
    yield from _two_events(events, Outcome.CONFIRMED, Outcome.WAITLISTED)


def _waitlisted(events: Sequence[Event]) -> People:
    for event in shapes_of(events):
        yield (invited(event, Outcome.WAITLISTED, position=2, wishes=chosen_at(event)),)
        anywhere = tuple(Choice(None, c.workshop) for c in chosen_at(event))
        yield (colleague(event, Outcome.WAITLISTED, position=1, wishes=anywhere),)
        yield (invited(event, Outcome.WAITLISTED, position=11), colleague(event, Outcome.WAITLISTED, position=12))
        yield (invited(event, Outcome.WAITLISTED, position=4), colleague(event, Outcome.FULLY_BOOKED))
    yield from (nasty(events[0], Outcome.WAITLISTED, name) for name in NASTY)
    yield from _two_events(events, Outcome.WAITLISTED, Outcome.FULLY_BOOKED)


def _refused(outcome: Outcome) -> Callable[[Sequence[Event]], People]:
    def people(events: Sequence[Event]) -> People:
        for event in timings_of(events[0]) if outcome is Outcome.CLOSED else shapes_of(events):
            yield (invited(event, outcome),)
            yield (invited(event, outcome), colleague(event, outcome))
            yield (invited(event, outcome), colleague(event, outcome), colleague(event, outcome, name="Noor Willems"))
            if outcome is not Outcome.CANCELLED:
                yield (invited(event, outcome), colleague(event, Outcome.ALREADY_REGISTERED))
        yield from (nasty(events[0], outcome, name) for name in NASTY)
        yield from _two_events(events, outcome, outcome)

    return people


def _already(events: Sequence[Event]) -> People:
    for event in shapes_of(events):
        yield (invited(event, Outcome.ALREADY_REGISTERED, workshops=chosen_at(event)),)
        waiting = invited(event, Outcome.WAITLISTED, position=5, wishes=chosen_at(event))
        yield (replace(waiting, outcome=Outcome.ALREADY_REGISTERED),)
        yield (invited(event, Outcome.ALREADY_REGISTERED), replace(waiting, outcome=Outcome.ALREADY_REGISTERED))
        yield (colleague(event, Outcome.ALREADY_REGISTERED),)
    yield from (nasty(events[0], Outcome.ALREADY_REGISTERED, name) for name in NASTY)
    yield from _two_events(events, Outcome.ALREADY_REGISTERED, Outcome.ALREADY_REGISTERED)


def _changed(events: Sequence[Event]) -> People:
    fields = ("name", "email", "organisation", "role", "phone", "diet", "access", "workshops")
    for event in shapes_of(events):
        full = full_at(event)
        yield (invited(event, Outcome.CHANGED, workshops=chosen_at(event), changed=("diet", "workshops")),)
        yield (colleague(event, Outcome.CHANGED, changed=fields),)
        yield (invited(event, Outcome.CHANGED, workshops=chosen_at(event), changed=("diet",), full=full),)
        yield (invited(event, Outcome.CHANGED, workshops=chosen_at(event), full=full),)
        yield (invited(event, Outcome.CANCELLED), colleague(event, Outcome.CONFIRMED, replaces="Samira el Bouazzaoui"))
        yield (colleague(event, Outcome.CANCELLED), invited(event, Outcome.WAITLISTED, position=2, replaces="Tom Bos"))
        yield (invited(event, Outcome.CHANGED, changed=("phone",)), *_party(event))
        waiting = invited(event, Outcome.WAITLISTED, position=2, wishes=chosen_at(event))
        yield (replace(waiting, outcome=Outcome.CHANGED, changed=("workshops",)),)
    for name in NASTY:
        yield (*nasty(events[0], Outcome.CANCELLED, name), *nasty(events[0], Outcome.CONFIRMED, name, replaces=name))
    yield from _two_events(events, Outcome.CANCELLED, Outcome.CHANGED)


def _promoted(events: Sequence[Event]) -> People:
    for event in shapes_of(events):
        yield (invited(event, Outcome.PROMOTED, workshops=chosen_at(event)),)
        yield (invited(event, Outcome.PROMOTED, full=full_at(event)),)
        yield (colleague(event, Outcome.PROMOTED),)
        yield (invited(event, Outcome.PROMOTED), colleague(event, Outcome.PROMOTED))
    yield from (nasty(events[0], Outcome.PROMOTED, name) for name in NASTY)


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
    return tuple(colleague(event, outcome) for outcome in Outcome if outcome is not Outcome.PROMOTED)


def _two_events(events: Sequence[Event], first: Outcome, second: Outcome) -> People:
    other = events[1] if len(events) > 1 else replace(events[0], slug="tweede", title="Tweede bijeenkomst")
    yield (invited(events[0], first), invited(other, second))
    yield (invited(events[0], first), colleague(events[0], first), colleague(other, second))
