"""What a template can speak of: an Answer as words, so that an admin writes `{{ event.date }}` and no code.

Every text in a view is `Clean` already: the platform's own words as they are, a sender's made harmless. What is not
known is None, and a template must ask first (`{% if person.diet %}`): printing None is refused.
docs/templates.md lists these fields for admins; a test holds the two together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from mailbot.domain.answer import Answer, CalendarEntry, Outcome, PersonAnswer
from mailbot.domain.event import Choice, Event, Round
from mailbot.domain.registration import RegistrationStatus
from mailbot.replying.values import Clean, Url, address, defuse, own
from mailbot.replying.words import date_in_words, moment_in_words, time_in_words

NO_NAME = {"nl": own("(naam onleesbaar)"), "en": own("(name unreadable)")}


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A workshop in a round. `code` is what people answer ("1A"); without a round it is the letter alone."""

    code: Clean
    letter: Clean
    title: Clean
    by: tuple[Clean, ...]
    round: int | None
    starts: Clean | None
    ends: Clean | None

    def __hash__(self) -> int:
        """By one field alone, as of rounds and events too: replies that are alike are found by all that is in them."""
        return hash(self.title)


@dataclass(frozen=True, slots=True)
class RoundView:
    """A round with the choices in it that are still free."""

    number: int
    starts: Clean
    ends: Clean
    choices: tuple[ChoiceView, ...]

    def __hash__(self) -> int:
        return hash(self.number)


@dataclass(frozen=True, slots=True)
class EventView:
    """An event. Dates in words, times without "uur". `last_date`: where it ends on another day than it starts."""

    title: Clean
    date: Clean
    last_date: Clean | None
    starts: Clean
    ends: Clean
    doors: Clean | None
    opens: Clean | None
    closes: Clean | None
    location: Clean
    url: Url | None
    workshops: bool
    waitlist: bool

    def __hash__(self) -> int:
        return hash(self.title)


@dataclass(frozen=True, slots=True)
class PersonView:
    """What became of one person. `you`: the reply is sent to this person. `comes` and `waits`: how it stands now.

    `when`, for an outcome "closed": "early" (not open yet), "reopened" (the mail was early, it is open by now), "late"
    or "over".
    """

    name: Clean
    you: bool
    outcome: str
    comes: bool
    waits: bool
    event: EventView
    reference: Clean | None
    organisation: Clean | None
    role: Clean | None
    phone: Clean | None
    email: Clean | None
    diet: Clean | None
    access: Clean | None
    workshops: tuple[ChoiceView, ...]
    wishes: tuple[ChoiceView, ...]
    full: tuple[ChoiceView, ...]
    position: int | None
    changed: tuple[str, ...]
    replaces: Clean | None
    when: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """The people of one event, in the order of the mail."""

    event: EventView
    people: tuple[PersonView, ...]


def context(
    answer: Answer, recipient: str, platform: str, when: datetime, calendar: Sequence[CalendarEntry]
) -> dict[str, Any]:
    """The names that every template can use. `platform`: who sends it; `when`: the moment of sending, aware;
    `calendar`: the items that go with it."""
    people = tuple(_person(p, answer.language, recipient, when) for p in answer.people)
    event = event_view(answer.event, answer.language)
    rounds, example = _free(answer.event, answer.free, answer.language)
    mine = [p for p in people if p.event == event]
    return {
        "platform": own(platform) or None,
        "event": event,
        "people": people,
        "person": people[0] if people else None,
        "greeting": next((p.name for p in people if p.you and p.name != NO_NAME[answer.language]), None),
        "groups": _groups(event, people),
        "choose": event.workshops and any(p.comes and (p.full or not p.workshops) for p in mine),
        "free": rounds,
        "example": example,
        "question": answer.question,
        "last": answer.last,
        "unnamed": answer.unnamed,
        "calendar_added": any(not entry.cancel for entry in calendar),
        "calendar_removed": any(entry.cancel for entry in calendar),
    }


@lru_cache(maxsize=256)
def event_view(event: Event, language: str) -> EventView:
    def at(moment: datetime | None) -> Clean | None:
        return own(moment_in_words(moment, language)) if moment else None

    return EventView(
        title=own(event.title),
        date=own(date_in_words(event.starts, language)),
        last_date=(own(date_in_words(event.ends, language)) if event.ends.date() != event.starts.date() else None),
        starts=own(time_in_words(event.starts, language)),
        ends=own(time_in_words(event.ends, language)),
        doors=own(time_in_words(event.doors, language)) if event.doors else None,
        opens=at(event.opens),
        closes=at(event.closes),
        location=own(event.location),
        url=Url(own(event.url)) if event.url else None,
        workshops=bool(event.workshops),
        waitlist=event.waitlist,
    )


@lru_cache(maxsize=1024)
def choice_view(event: Event, choice: Choice, language: str) -> ChoiceView:
    """The choice in words. A workshop or round that the configuration no longer knows shows as what was booked."""
    round = next((r for r in event.rounds if r.number == choice.round), None)
    workshop = next((w for w in event.workshops if w.slug == choice.workshop), None)
    letter = event.letter(choice.workshop) if workshop else ""
    return ChoiceView(
        code=own(f"{choice.round or ''}{letter}"),
        letter=own(letter),
        title=own(workshop.title if workshop else choice.workshop),
        by=tuple(own(name) for name in workshop.by) if workshop else (),
        round=choice.round,
        starts=own(_round_starts(event, round, language)) if round else None,
        ends=own(time_in_words(round.ends, language)) if round else None,
    )


def _person(person: PersonAnswer, language: str, recipient: str, when: datetime) -> PersonView:
    event, booked = person.event, person.registration

    def said(field: str) -> Clean | None:
        text = getattr(booked, field, None)
        return (defuse(text) or None) if text else None

    def choices(of: tuple[Choice, ...]) -> tuple[ChoiceView, ...]:
        return tuple(choice_view(event, choice, language) for choice in of)

    email = booked.email if booked else person.email
    return PersonView(
        name=defuse(person.name) or NO_NAME[language],
        you=bool(email) and str(email).casefold() == recipient.casefold(),
        outcome=str(person.outcome),
        comes=booked is not None and booked.status is RegistrationStatus.CONFIRMED,
        waits=booked is not None and booked.status is RegistrationStatus.WAITLISTED,
        event=event_view(event, language),
        reference=own(booked.reference) if booked else None,
        organisation=said("organisation"),
        role=said("role"),
        phone=said("phone"),
        email=(address(email) or None) if email else None,
        diet=said("diet"),
        access=said("access"),
        workshops=choices(booked.workshops) if booked else (),
        wishes=choices(booked.wishes) if booked else (),
        full=choices(person.full),
        position=person.position,
        changed=person.changed,
        replaces=(defuse(person.replaces) or NO_NAME[language]) if person.replaces else None,
        when=_timing(event, when) if person.outcome is Outcome.CLOSED else "",
    )


def _timing(event: Event, when: datetime) -> str:
    if event.opens and when < event.opens:
        return "early"
    if when >= event.ends:
        return "over"
    return "late" if event.closes and when >= event.closes else "reopened"


def _groups(event: EventView, people: tuple[PersonView, ...]) -> tuple[GroupView, ...]:
    events = dict.fromkeys((event, *(p.event for p in people)))
    groups = (GroupView(e, tuple(p for p in people if p.event == e)) for e in events)
    return tuple(group for group in groups if group.people)


@lru_cache(maxsize=256)  # the same for everybody until the next workshop is full
def _free(event: Event, choices: tuple[Choice, ...], language: str) -> tuple[tuple[RoundView, ...], Clean | None]:
    """The rounds with what is free in them, and an example of an answer."""
    free = tuple(choice_view(event, choice, language) for choice in choices)
    return _rounds(event, free, language), _example(free)


def _rounds(event: Event, free: tuple[ChoiceView, ...], language: str) -> tuple[RoundView, ...]:
    rounds = []
    for round in event.rounds:
        choices = tuple(choice for choice in free if choice.round == round.number)
        if choices:
            starts, ends = _round_starts(event, round, language), time_in_words(round.ends, language)
            rounds.append(RoundView(round.number, own(starts), own(ends), choices))
    return tuple(rounds)


def _round_starts(event: Event, round: Round, language: str) -> str:
    """ "14.00", with its day before it where the rounds are on several: "donderdag 21 november 2024, 14.00"."""
    hour = time_in_words(round.starts, language)
    return hour if len(event.days()) == 1 else f"{date_in_words(round.starts, language)}, {hour}"


def _example(free: tuple[ChoiceView, ...]) -> Clean | None:
    """An answer that can really be given: "1A 2B", or "1A" where only one round has seats left."""
    if not free:
        return None
    first = free[0]
    others = [choice for choice in free if choice.round != first.round]
    second = next((choice for choice in others if choice.letter != first.letter), others[0] if others else None)
    return own(f"{first.code} {second.code}") if second else first.code
