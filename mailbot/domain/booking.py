"""Doing what was asked, one step at a time (`carry_out`): who is told what, and what is written down.

Steps are carried out in the order of the mail: that is how a party is split where the seats end. What a request comes
down to was found by resolve.py; who may ask for it is whom.py's.
"""

from dataclasses import dataclass, replace

from mailbot.domain.answer import Outcome, PersonAnswer
from mailbot.domain.book import Book
from mailbot.domain.event import Event
from mailbot.domain.ledger import Change
from mailbot.domain.reading import Action, Reading, Request
from mailbot.domain.registration import Registration, RegistrationStatus
from mailbot.domain.resolve import Step
from mailbot.domain.whom import Sender, find_person, is_correction, made_by


@dataclass(frozen=True, slots=True)
class Done:
    """What a step led to: who is told what, and what is written down. No people: it repeated an earlier step."""

    people: tuple[PersonAnswer, ...]
    changes: tuple[Change, ...] = ()


def carry_out(step: Step, at: int, reading: Reading, sender: Sender, book: Book) -> Done:
    """Do one step in the books. `at` is its place within the mail, from 0: it orders the queue within a party."""
    if step.request.action is Action.REGISTER:
        # whoever is named first was looked up just now; an earlier request of this mail may be about the next
        known = step.target if at == 0 else find_person(step.request, step.event, sender, book)
        return _register(step.request, step.event, known, at, reading, sender, book)
    assert step.target is not None
    # as it stands now: an earlier request of this mail may have touched it
    target = book.get(step.target.reference) or step.target
    if step.request.action is Action.CANCEL:
        if step.target.active and not target.active:
            return Done(())  # named twice in this very mail
        return _cancel(replace(step, target=target), at, reading, sender, book)
    return _change(step.request, target, step.event, sender, book)


def _register(
    request: Request,
    event: Event,
    known: Registration | None,
    at: int,
    reading: Reading,
    sender: Sender,
    book: Book,
) -> Done:
    """`known`: the registration that she has already."""
    if known is not None:
        if made_by(sender, known):
            return Done(())  # named twice in this very mail
        return Done((already(known, event, book),))
    name = request.name or ""
    if not event.is_open(sender.arrived):
        return Done((PersonAnswer(name, Outcome.CLOSED, event, email=request.email),))
    newcomer = new_registration(request, event, at, reading, sender, book)
    if book.seat_at_once(event):
        change = book.book(newcomer, request.workshops)
        return Done((seated(change, event),), (change,))
    if not event.waitlist:
        return Done((PersonAnswer(name, Outcome.FULLY_BOOKED, event, email=request.email),))
    change = book.put_on_waiting_list(newcomer, request.workshops)
    return Done((waitlisted(change, event, book),), (change,))


def _cancel(step: Step, at: int, reading: Reading, sender: Sender, book: Book) -> Done:
    target, event = step.target, step.event
    assert target is not None
    if not target.active:
        answers = (PersonAnswer(target.name, Outcome.CANCELLED, event, target),)
        return Done(answers) if step.successor is None else _afterwards(answers, (), step, at, reading, sender, book)
    if step.successor is not None:
        known = find_person(step.successor, event, sender, book)
        if known is None or known.status is RegistrationStatus.WAITLISTED:
            return _substitute(target, step.successor, known, event, at, reading, sender, book)
    cancelled = book.cancel(target)
    answers = (PersonAnswer(target.name, Outcome.CANCELLED, event, cancelled.registration),)
    return _afterwards(answers, (cancelled,), step, at, reading, sender, book)


def _afterwards(
    answers: tuple[PersonAnswer, ...],
    changes: tuple[Change, ...],
    step: Step,
    at: int,
    reading: Reading,
    sender: Sender,
    book: Book,
) -> Done:
    """Where no seat could be handed over, the successor is registered like anybody else."""
    if step.successor is None:
        return Done(answers, changes)
    known = find_person(step.successor, step.event, sender, book)
    more = _register(step.successor, step.event, known, at, reading, sender, book)
    return Done((*answers, *more.people), (*changes, *more.changes))


def _substitute(
    leaver: Registration,
    request: Request,
    known: Registration | None,
    event: Event,
    at: int,
    reading: Reading,
    sender: Sender,
    book: Book,
) -> Done:
    """`known`: the successor's own registration, where she is waiting."""
    successor = known or new_registration(request, event, at, reading, sender, book)
    # where the mail names no workshop the leaver's are kept; a diet is nobody's but one's own
    waits = leaver.status is RegistrationStatus.WAITLISTED
    wishes = request.workshops or (leaver.wishes if waits else leaver.workshops)
    gone, came = book.hand_over(leaver, successor, wishes)
    if came.registration.status is RegistrationStatus.WAITLISTED:
        newcomer = waitlisted(came, event, book)
    else:
        newcomer = seated(came, event)
    return Done(
        (
            PersonAnswer(leaver.name, Outcome.CANCELLED, event, gone.registration),
            replace(newcomer, replaces=leaver.name),
        ),
        (gone, came),
    )


def _change(request: Request, target: Registration, event: Event, sender: Sender, book: Book) -> Done:
    amended = book.amend(target, new_details(request, target, sender))
    current = amended.registration if amended else target
    moved, full = book.choose(current, request.workshops) if request.workshops else (None, ())
    changes = tuple(change for change in (amended, moved) if change)
    current = changes[-1].registration if changes else current
    fields = tuple(field for change in changes for field in change.fields)
    if not changes and not full and (request.workshops or new_values(request)):
        return Done((already(target, event, book),))  # what is asked is what is booked
    person = PersonAnswer(
        current.name, Outcome.CHANGED, event, current, full, book.position(current) or None, changed=fields
    )
    return Done((person,), changes)


def new_details(request: Request, target: Registration, sender: Sender) -> dict[str, str]:
    """The details that a change gives anew. The name only where its spelling is corrected, the address only where
    it isn't just the one written from."""
    details = new_values(request)
    if request.name and is_correction(request.name, target.name):
        details["name"] = request.name
    if request.email and request.email.casefold() != sender.address:
        details["email"] = request.email.casefold()
    return details


def new_values(request: Request) -> dict[str, str]:
    """What a request says of the person beside name, address and workshops."""
    given = {
        "organisation": request.organisation,
        "role": request.role,
        "phone": request.phone,
        "diet": request.diet,
        "access": request.access,
    }
    return {field: value for field, value in given.items() if value}


def new_registration(
    request: Request, event: Event, at: int, reading: Reading, sender: Sender, book: Book
) -> Registration:
    """Somebody who isn't in the books yet, as the mail describes her; no seat is given by this."""
    return Registration(
        reference=book.new_reference(f"{sender.seed}/{event.slug}/{at}"),
        event=event.slug,
        status=RegistrationStatus.WAITLISTED,
        name=request.name or "",
        email=request.email.casefold() if request.email else None,
        booked_by=sender.address,
        received=sender.received,
        arrival=(sender.uid, at),
        organisation=request.organisation,
        role=request.role,
        phone=request.phone,
        diet=request.diet,
        access=request.access,
        language=reading.language,
    )


def already(known: Registration, event: Event, book: Book) -> PersonAnswer:
    return PersonAnswer(known.name, Outcome.ALREADY_REGISTERED, event, known, position=book.position(known))


def seated(change: Change, event: Event, outcome: Outcome = Outcome.CONFIRMED) -> PersonAnswer:
    registration = change.registration
    return PersonAnswer(registration.name, outcome, event, registration, full=registration.wishes)


def waitlisted(change: Change, event: Event, book: Book) -> PersonAnswer:
    registration = change.registration
    return PersonAnswer(
        registration.name, Outcome.WAITLISTED, event, registration, position=book.position(registration)
    )
