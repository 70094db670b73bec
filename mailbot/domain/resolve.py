"""What each request of a mail comes down to in the books, before anything is done.

Resolving only looks. It ends in a step, or in the reason why a person must decide; so a mail of which one request is
unclear changes nothing at all. Doing the steps is booking.py's.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.domain.book import Book
from mailbot.domain.event import Choice, Event
from mailbot.domain.identity import same_name
from mailbot.domain.reading import Action, Reading, Request
from mailbot.domain.registration import Registration
from mailbot.domain.whom import (
    Sender,
    Unclear,
    find_person,
    find_target,
    is_of,
    name_fits,
    namesakes,
    refers,
    same_office,
)


@dataclass(frozen=True, slots=True)
class Step:
    """A request that is clear. `target`: the registration that it is about, where there is one. `successor`: for a
    cancellation that hands the seat over, the request of the person who takes it."""

    request: Request
    event: Event
    target: Registration | None = None
    successor: Request | None = None


def resolve(reading: Reading, sender: Sender, book: Book) -> list[Step | Unclear]:
    """What each request of the mail comes down to. A substitution is one step for its two requests."""
    steps = [_resolve_one(request, successor, reading, sender, book) for request, successor in _paired(reading)]
    return [*steps, Unclear("contradiction")] if _contradict(steps) else steps


def _paired(reading: Reading) -> Iterator[tuple[Request, Request | None]]:
    """Each request, a cancellation together with the registration that replaces it."""
    leavers = [at for at, r in enumerate(reading.requests) if r.action is Action.CANCEL]
    comers = [at for at, r in enumerate(reading.requests) if r.action is Action.REGISTER]
    # one goes and one comes, at one event: that is a substitution, however it is worded
    alone = len(leavers) == len(comers) == 1
    successors: dict[int, int] = {}
    for comer in comers:
        for leaver in leavers:
            if leaver not in successors and _replaces(reading, comer, leaver, alone=alone):
                successors[leaver] = comer
                break
    for at, request in enumerate(reading.requests):
        if at in successors:
            yield request, reading.requests[successors[at]]
        elif at not in successors.values():
            yield request, None


def _replaces(reading: Reading, comer: int, leaver: int, *, alone: bool) -> bool:
    """Whether the one request takes the seat that the other gives up."""
    new, old = reading.requests[comer], reading.requests[leaver]
    if (new.event or reading.event) != (old.event or reading.event):
        return False
    return alone or bool(new.keeps_seat_of and old.name and same_name(new.keeps_seat_of, old.name))


def _contradict(steps: list[Step | Unclear]) -> bool:
    """Whether the mail cancels somebody and asks something else for the same person too."""
    asked: dict[str, list[Step]] = {}
    for step in steps:
        if isinstance(step, Step) and step.target is not None:
            asked.setdefault(step.target.reference, []).append(step)
    for about_one in asked.values():
        cancelled = [step for step in about_one if step.request.action is Action.CANCEL]
        back_again = any(
            step.target and step.successor and same_name(step.successor.name or "", step.target.name)
            for step in cancelled
        )
        replaced = sum(step.successor is not None for step in cancelled)
        if back_again or replaced > 1 or 0 < len(cancelled) < len(about_one):
            return True
    return False


def _resolve_one(
    request: Request, successor: Request | None, reading: Reading, sender: Sender, book: Book
) -> Step | Unclear:
    event = _event_of(request, reading, sender, book)
    if event is None:
        return Unclear("unknown_event")
    if conflict(request.workshops) or (successor and conflict(successor.workshops)):
        return Unclear("two_workshops_one_round")
    if not all(map(event.gives, (*request.workshops, *(successor.workshops if successor else ())))):
        return Unclear("not_in_that_round")  # to be told that it is full would be wrong
    if request.action is Action.REGISTER:
        return _resolve_register(request, event, sender, book)
    if sender.arrived >= event.ends:
        return Unclear("event_over")
    target = find_target(request, event, sender, book)
    if isinstance(target, Unclear):
        return target
    return Step(request, event, target, successor)


def _event_of(request: Request, reading: Reading, sender: Sender, book: Book) -> Event | None:
    """The event that is meant: as read, but where a registration is named by its reference, that one's."""
    if request.action is not Action.REGISTER and request.event is None:
        for reference in sender.references:
            named = book.get(reference)
            if named is None or not (sender.organiser or is_of(sender, named)):
                continue
            if name_fits(request, named) or refers(request, sender, named):
                return book.events.get(named.event)
    return book.events.get(request.event or reading.event or "")


def conflict(choices: tuple[Choice, ...]) -> bool:
    """Whether two different workshops are asked for in one round: nobody can sit in both."""
    rounds = [c.round for c in set(choices) if c.round is not None]
    return len(rounds) != len(set(rounds))


def _resolve_register(request: Request, event: Event, sender: Sender, book: Book) -> Step | Unclear:
    if not request.name:
        return Unclear("no_name")
    alike = namesakes(request, event, book)
    known = find_person(request, event, sender, book, alike)
    if known is not None or sender.organiser:
        return Step(request, event, known)
    address = (request.email or "").casefold()
    if any(r.active and r.email == address for r in book.of_address(address, event.slug)):
        return Unclear("address_of_another")
    if any(is_of(sender, r) or same_office(sender.address, r) for r in alike):
        return Unclear("perhaps_registered")
    return Step(request, event)
