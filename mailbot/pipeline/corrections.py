"""What an organiser corrects in a reading before she accepts it: a field of somebody, one more person, one less."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from mailbot.domain.event import Choice, Event
from mailbot.domain.reading import Action, Kind, Reading, Request
from mailbot.errors import ReviewError
from mailbot.replying.compose import can_be_addressed

SETTABLE = frozenset({f.name for f in fields(Request)} - {"evidence"})


def correct(reading: Reading, corrections: Mapping[str, str], events: Mapping[str, Event]) -> Reading:
    """The reading with an organiser's corrections: "event", or a person's field as "name" (the first person) or
    "2.name". The number after the last person adds one. Raises ReviewError for a field or value that there isn't."""
    event = corrections.get("event", reading.event)
    requests = list(reading.requests)
    for path, value in corrections.items():
        if path == "event":
            _event(value, events)
            continue
        number, _, name = path.rpartition(".")
        at = int(number or 1) - 1 if (number or "1").isdigit() else -1
        if name not in SETTABLE or not 0 <= at <= len(requests):
            raise ReviewError((f"Er is geen {path!r} om te zetten.",))
        if at == len(requests):
            requests.append(Request(Action.REGISTER, None))
        new: dict[str, Any] = {name: _value(name, value, requests[at].event or event, events)}
        requests[at] = replace(requests[at], **new)
    kind = Kind.SIGNUP if requests else reading.kind
    # the doubts were the reading's; whoever accepts it has looked
    return replace(reading, kind=kind, event=event, requests=tuple(requests), review=False, reasons=(), unnamed=0)


def leave_out(reading: Reading, without: Iterable[int]) -> Reading:
    """The reading without the people of those numbers, from 1. Raises ReviewError for a number that there isn't."""
    numbers = set(without)
    if not numbers <= set(range(1, len(reading.requests) + 1)):
        raise ReviewError((f"Er staan {len(reading.requests)} mensen in deze mail.",))
    kept = tuple(request for at, request in enumerate(reading.requests, 1) if at not in numbers)
    return replace(reading, requests=kept)


def _value(name: str, value: str, slug: str | None, events: Mapping[str, Event]) -> Any:
    if name == "action":
        if value not in set(Action):
            raise ReviewError((f"{value!r} is geen register, cancel of change.",))
        return Action(value)
    if name == "workshops":
        return choices(value, _event(slug or "", events))
    if name == "event":
        return _event(value, events).slug
    if name == "email" and value and not can_be_addressed(value):
        raise ReviewError((f"{value!r} is geen e-mailadres.",))  # a typing error here, and nobody would ever hear
    return value or None


def _event(slug: str, events: Mapping[str, Event]) -> Event:
    if slug not in events:
        raise ReviewError((f"Er is geen bijeenkomst {slug!r}. Kies uit: {', '.join(events)}.",))
    return events[slug]


def choices(text: str, event: Event) -> tuple[Choice, ...]:
    """Workshops as an organiser writes them: "1A,2B", "1beleid", or "B" for the first round with a seat. Raises
    ReviewError for one that isn't given then."""
    return tuple(_choice(word, event) for word in text.replace(",", " ").split())


def _choice(word: str, event: Event) -> Choice:
    name = word.lstrip("0123456789")
    number = int(word[: len(word) - len(name)] or 0) or None
    for workshop in event.workshops:
        is_named = name.casefold() in (workshop.slug, event.letter(workshop.slug).casefold())
        if is_named and number in (None, *workshop.rounds):
            return Choice(number, workshop.slug)
    raise ReviewError((f"Er is geen workshop {word!r} bij {event.slug}.",))
