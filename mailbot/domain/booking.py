"""One request at a time: what it comes down to in the books (`resolve`), then doing it (`carry_out`).

Resolving only looks. It ends in a step, or in the reason why a person must decide; so a mail of which one request is
unclear changes nothing at all. Carrying out happens request by request, in the order of the mail: that is how a
party is split where the seats end.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from rapidfuzz.fuzz import ratio

from mailbot.domain.answer import Outcome, PersonAnswer
from mailbot.domain.book import Book
from mailbot.domain.event import Choice, Event
from mailbot.domain.identity import PUBLIC_MAIL, domain_of, normal, same_name
from mailbot.domain.ledger import Change
from mailbot.domain.message import Trust
from mailbot.domain.reading import Action, Reading, Request
from mailbot.domain.registration import Registration, RegistrationStatus

# How alike two spellings of a name must be (0 to 100) for one to be the correction of the other.
CORRECTION = 80


@dataclass(frozen=True, slots=True)
class Sender:
    """What the rules need to know of a mail beside its reading.

    `address` is the From: Reply-To says where to answer, and proves nothing. `received`: when the mail server got it,
    aware; `uid` orders mails of the same second. `seed` is the same whenever the same mail is decided again.
    `references`: registrations named in the subject. `answered_today`: replies that this address has had today.
    `organiser`: a person has looked at it and answers for it, so it may concern anybody's registration.
    """

    address: str
    received: datetime
    uid: int
    seed: str
    trust: Trust = Trust.UNKNOWN
    references: tuple[str, ...] = ()
    answered_today: int = 0
    organiser: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A request that is clear. `target`: the registration that it is about, where there is one. `successor`: for a
    cancellation that hands the seat over, the request of the person who takes it."""

    request: Request
    event: Event
    target: Registration | None = None
    successor: Request | None = None


@dataclass(frozen=True, slots=True)
class Unclear:
    """A request that a person must decide, and why: a short machine word (see reasons.py)."""

    reason: str


# -- looking ----------------------------------------------------------------------------------------------------


def resolve(reading: Reading, sender: Sender, book: Book) -> list[Step | Unclear]:
    """What each request of the mail comes down to. A substitution is one step for its two requests."""
    return [_resolve_one(request, successor, reading, sender, book) for request, successor in _paired(reading)]


def _paired(reading: Reading) -> Iterator[tuple[Request, Request | None]]:
    """Each request, a cancellation together with the registration that replaces it."""
    cancels = [r for r in reading.requests if r.action is Action.CANCEL]
    registers = [r for r in reading.requests if r.action is Action.REGISTER]
    successors: dict[int, Request] = {}
    for request in registers:
        for at, leaver in enumerate(cancels):
            named = request.keeps_seat_of and leaver.name and same_name(request.keeps_seat_of, leaver.name)
            # one goes and one comes, at one event: that is a substitution, however it is worded
            alone = len(cancels) == len(registers) == 1 and (request.event or None) == (leaver.event or None)
            if at not in successors and (named or alone):
                successors[at] = request
                break
    taken = {id(request) for request in successors.values()}
    for request in reading.requests:
        if request.action is Action.CANCEL:
            yield request, successors.get(cancels.index(request))
        elif id(request) not in taken:
            yield request, None


def _resolve_one(
    request: Request, successor: Request | None, reading: Reading, sender: Sender, book: Book
) -> Step | Unclear:
    event = book.events.get(request.event or reading.event or "")
    if event is None:
        return Unclear("unknown_event")
    if conflict(request.workshops) or (successor and conflict(successor.workshops)):
        return Unclear("two_workshops_one_round")
    if request.action is Action.REGISTER:
        return _resolve_register(request, event, sender, book)
    if sender.received >= event.ends:
        return Unclear("event_over")
    target = find_target(request, event, sender, book)
    if isinstance(target, Unclear):
        return target
    return Step(request, event, target, successor)


def conflict(choices: tuple[Choice, ...]) -> bool:
    """Whether two different workshops are asked for in one round: nobody can sit in both."""
    rounds = [c.round for c in set(choices) if c.round is not None]
    return len(rounds) != len(set(rounds))


def _resolve_register(request: Request, event: Event, sender: Sender, book: Book) -> Step | Unclear:
    if not request.name:
        return Unclear("no_name")
    known = find_person(request, event, sender, book)
    if known is None and request.email and not sender.organiser:
        address = request.email.casefold()
        if any(r.active and r.email == address for r in book.of_address(address, event.slug)):
            return Unclear("address_of_another")
    return Step(request, event, known)


def find_person(request: Request, event: Event, sender: Sender, book: Book) -> Registration | None:
    """The registration that this person has at the event already: by address, or by name from the same sender or
    from the same office (the same person by two colleagues)."""
    name = request.name or ""
    for registration in book.of_name(name, event.slug):
        if not registration.active or not same_name(name, registration.name):
            continue
        if request.email and registration.email:
            if registration.email == request.email.casefold():
                return registration
            continue
        if sender.address in (registration.email, registration.booked_by):
            return registration
        if normal(name) == normal(registration.name) and _same_office(sender.address, registration):
            return registration
    return None


def _same_office(address: str, registration: Registration) -> bool:
    domain = domain_of(address)
    return domain not in PUBLIC_MAIL and domain in (
        domain_of(registration.booked_by),
        domain_of(registration.email or ""),
    )


def find_target(request: Request, event: Event, sender: Sender, book: Book) -> Registration | Unclear:
    """The registration that a cancellation or change is about, if this sender may touch it.

    Only the registrant's own address, or the address that made the booking, may cancel or change it.
    """
    everybody = list(book.registrations(event.slug)) if sender.organiser else None
    mine = everybody if everybody is not None else book.of_address(sender.address, event.slug)
    found = _pick(request, sender, [r for r in mine if r.active])
    if found is not None:
        return found
    gone = _pick(request, sender, [r for r in mine if not r.active])
    if gone is not None and request.action is Action.CANCEL:
        return gone  # cancelled already: saying it twice does no harm
    name = request.name or ""
    if any(r.active and same_name(name, r.name) for r in book.of_name(name, event.slug)):
        return Unclear("not_yours")
    return Unclear("not_registered")


def _pick(request: Request, sender: Sender, candidates: list[Registration]) -> Registration | None:
    """The one candidate that is meant; None where none or more than one could be."""
    tests: tuple[Callable[[Registration], bool], ...] = (
        lambda r: r.reference in sender.references and _name_fits(request, r),
        lambda r: bool(request.name) and normal(request.name or "") == normal(r.name),
        lambda r: bool(request.name) and same_name(request.name or "", r.name),
        # a name that was spelt wrong is corrected from one's own address
        lambda r: r.email == sender.address and _name_fits(request, r),
    )
    for test in tests:
        hits = [r for r in candidates if test(r)]
        if len(hits) == 1:
            return hits[0]
        if hits:
            return None
    return None


def _name_fits(request: Request, registration: Registration) -> bool:
    name = request.name
    return not name or same_name(name, registration.name) or is_correction(name, registration.name)


def is_correction(name: str, booked: str) -> bool:
    """Whether `name` is another spelling of the booked one, rather than the same name with or without initials."""
    return not same_name(name, booked) and ratio(normal(name), normal(booked)) >= CORRECTION


# -- doing ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Done:
    """What a step led to: who is told what, and what is written down. No people: it repeated an earlier step."""

    people: tuple[PersonAnswer, ...]
    changes: tuple[Change, ...] = ()


def carry_out(step: Step, at: int, reading: Reading, sender: Sender, book: Book) -> Done:
    """Do one step in the books. `at` is its place within the mail, from 0: it orders the queue within a party."""
    if step.request.action is Action.REGISTER:
        return _register(step.request, step.event, at, reading, sender, book)
    assert step.target is not None
    if step.request.action is Action.CANCEL:
        return _cancel(step, at, reading, sender, book)
    return _change(step.request, step.target, step.event, sender, book)


def _register(request: Request, event: Event, at: int, reading: Reading, sender: Sender, book: Book) -> Done:
    known = find_person(request, event, sender, book)
    if known is not None:
        if (known.received, known.arrival[0], known.booked_by) == (sender.received, sender.uid, sender.address):
            return Done(())  # named twice in this very mail
        return Done((already(known, event, book),))
    name = request.name or ""
    if not event.is_open(sender.received):
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
    if step.successor is not None and find_person(step.successor, event, sender, book) is None:
        return _substitute(target, step.successor, event, at, reading, sender, book)
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
    more = _register(step.successor, step.event, at, reading, sender, book)
    return Done((*answers, *more.people), (*changes, *more.changes))


def _substitute(
    leaver: Registration, request: Request, event: Event, at: int, reading: Reading, sender: Sender, book: Book
) -> Done:
    successor = new_registration(request, event, at, reading, sender, book)
    # where the mail names no workshop the leaver's are kept; a diet is nobody's but one's own
    wishes = request.workshops or leaver.workshops or leaver.wishes
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
    person = PersonAnswer(
        current.name, Outcome.CHANGED, event, current, full, book.position(current) or None, changed=fields
    )
    return Done((person,), changes)


def new_details(request: Request, target: Registration, sender: Sender) -> dict[str, str]:
    """The details that a change gives anew. The name only where its spelling is corrected, the address only where
    it isn't just the one written from."""
    given = {
        "organisation": request.organisation,
        "role": request.role,
        "phone": request.phone,
        "diet": request.diet,
        "access": request.access,
    }
    details = {field: value for field, value in given.items() if value}
    if request.name and is_correction(request.name, target.name):
        details["name"] = request.name
    if request.email and request.email.casefold() != sender.address:
        details["email"] = request.email.casefold()
    return details


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
