"""Whom in the books a mail is about: a person who is there already, or the registration that somebody wants to end or
change, and whether this sender may.

A person is known by address, or by name from the same sender or office. Only the registrant's own address, or the one
that made the booking, may cancel or change. What could be more than one registration is never guessed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from rapidfuzz.fuzz import ratio

from mailbot.domain.book import Book
from mailbot.domain.event import Event
from mailbot.domain.identity import PUBLIC_MAIL, domain_of, normal, same_name
from mailbot.domain.message import Trust
from mailbot.domain.reading import Action, Request
from mailbot.domain.registration import Registration

# How alike two spellings of a name must be (0 to 100) for one to be the correction of the other.
CORRECTION = 80


@dataclass(frozen=True, slots=True)
class Sender:
    """What the rules need to know of a mail beside its reading.

    `address` is the From: Reply-To says where to answer, and proves nothing. `received`: when the mail server got it,
    aware; `uid` orders mails of the same second. `now`: when this is decided, None where that makes no difference.
    `seed` is the same whenever the same mail is decided again.
    `references`: registrations named in the subject. `answered_today`: replies that this address has had today.
    `answerable`: whether what answers go to is an address that a mail can be sent to.
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
    answerable: bool = True
    now: datetime | None = None

    @property
    def arrived(self) -> datetime:
        """What deadlines are judged by. A mail can't have arrived later than now, whatever the server's clock says:
        with an old `MAILBOT_NOW` everything would be too late otherwise. The queue goes by `received` all the same."""
        return min(self.received, self.now or self.received)


@dataclass(frozen=True, slots=True)
class Unclear:
    """A request that a person must decide, and why: a short machine word (see reasons.py)."""

    reason: str


def find_person(
    request: Request, event: Event, sender: Sender, book: Book, alike: Sequence[Registration] | None = None
) -> Registration | None:
    """The registration that this person has at the event already: by address, or by name from the same sender or
    from the same office (the same person by two colleagues). `alike`: her namesakes, where they were looked up."""
    name, address = request.name or "", (request.email or "").casefold()
    for registration in namesakes(request, event, book) if alike is None else alike:
        if address and registration.email:
            if registration.email == address:
                return registration
            continue
        if is_of(sender, registration):
            return registration
        if normal(name) == normal(registration.name) and same_office(sender.address, registration):
            return registration
    for registration in book.of_address(address, event.slug):
        # one's own name, spelt otherwise; but a mail may well give one address for two who are called much the same
        is_hers = registration.active and registration.email == address and not made_by(sender, registration)
        if is_hers and is_correction(name, registration.name):
            return registration
    return None


def find_target(request: Request, event: Event, sender: Sender, book: Book) -> Registration | Unclear:
    """The registration that a cancellation or change is about, if this sender may touch it.

    Only the registrant's own address, or the address that made the booking, may cancel or change it.
    """
    everybody = list(book.registrations(event.slug)) if sender.organiser else None
    mine = everybody if everybody is not None else book.of_address(sender.address, event.slug)
    active = [r for r in mine if r.active]
    meant = _meant(request, sender, active)
    referred = [r for r in active if refers(request, sender, r)]
    if meant and referred and not sender.organiser:
        return Unclear("which_registration")  # she may mean herself, or the one in the subject
    meant = meant or referred
    if len(meant) == 1:
        return meant[0]
    if meant:
        return Unclear("which_registration")
    if namesakes(request, event, book):
        return Unclear("not_yours")
    past = [r for r in mine if not r.active]
    gone = _meant(request, sender, past) or [r for r in past if refers(request, sender, r)]
    if gone and request.action is Action.CANCEL:
        return gone[-1]  # cancelled already: saying it twice does no harm
    return Unclear("not_registered")


def _meant(request: Request, sender: Sender, candidates: list[Registration]) -> list[Registration]:
    """Those of the candidates that may be meant, by the first sign that fits any."""
    name = request.name or ""
    signs: tuple[Callable[[Registration], bool], ...] = (
        lambda r: r.reference in sender.references and name_fits(request, r),
        lambda r: bool(name) and normal(name) == normal(r.name),
        lambda r: bool(name) and same_name(name, r.name),
        # a name that was spelt wrong is corrected from one's own address
        lambda r: r.email == sender.address and name_fits(request, r),
        # "alleen Piet": to whoever booked for him, a given name will do
        lambda r: is_of(sender, r) and _is_part_of(name, r.name),
    )
    return next((hits for sign in signs if (hits := [r for r in candidates if sign(r)])), [])


def refers(request: Request, sender: Sender, registration: Registration) -> bool:
    """Whether the subject names somebody else's registration while the reading found only the writer: who signs
    "graag afmelden" under a colleague's reference means the colleague."""
    is_writer = (request.email or "").casefold() == sender.address
    return is_writer and registration.reference in sender.references and not name_fits(request, registration)


def namesakes(request: Request, event: Event, book: Book) -> list[Registration]:
    """Those who come or wait and may be called so."""
    name = request.name or ""
    return [r for r in book.of_name(name, event.slug) if r.active and same_name(name, r.name)]


def is_of(sender: Sender, registration: Registration) -> bool:
    """Whether it is the sender's to cancel or change: the registrant's own address, or the one that booked it."""
    return sender.address in (registration.email, registration.booked_by)


def made_by(sender: Sender, registration: Registration) -> bool:
    """Whether it was this very mail that made it."""
    made = (registration.received, registration.arrival[0], registration.booked_by)
    return made == (sender.received, sender.uid, sender.address)


def same_office(address: str, registration: Registration) -> bool:
    domain = domain_of(address)
    return domain not in PUBLIC_MAIL and domain in (
        domain_of(registration.booked_by),
        domain_of(registration.email or ""),
    )


def name_fits(request: Request, registration: Registration) -> bool:
    name = request.name
    return not name or same_name(name, registration.name) or is_correction(name, registration.name)


def _is_part_of(name: str, booked: str) -> bool:
    return set(normal(name).split()) <= set(normal(booked).split())


def is_correction(name: str, booked: str) -> bool:
    """Whether `name` is another spelling of the booked one, rather than the same name with or without initials."""
    return not same_name(name, booked) and ratio(normal(name), normal(booked)) >= CORRECTION
