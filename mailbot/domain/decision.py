"""What becomes of a mail: a table of reasons not to act alone, then the booking, then the one reply.

`decide` is pure but for the `Book`, which it keeps in step with what it decided: the caller writes the changes down
in the same transaction, or throws the book away.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from mailbot.domain.answer import Answer, Outcome, PersonAnswer, Template
from mailbot.domain.book import Book
from mailbot.domain.booking import carry_out, seated
from mailbot.domain.event import Event
from mailbot.domain.ledger import Change
from mailbot.domain.message import MessageStatus, Trust
from mailbot.domain.reading import Action, Kind, Reading
from mailbot.domain.registration import Registration
from mailbot.domain.resolve import Step, resolve
from mailbot.domain.whom import Sender, Unclear

# What the writer can put right by giving names: where a mail waits for nothing else, she is asked for them.
NAMES_ALONE = frozenset({"unnamed", "group_of_one"})


@dataclass(frozen=True, slots=True)
class Notice:
    """A mail to somebody who didn't just write: a promotion."""

    registration: Registration
    answer: Answer


@dataclass(frozen=True, slots=True)
class Decision:
    """`status` is what the message becomes; `answer` its one reply, if it gets one; `changes` go into the books."""

    status: MessageStatus
    reasons: tuple[str, ...] = ()
    answer: Answer | None = None
    changes: tuple[Change, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """What the admin sets: `per_address` answers a day; `language` for those who write neither Dutch nor English."""

    per_address: int = 20
    language: str = "nl"


# Read aloud: "a mail that ... waits for a person, because ...". In this order; the first that holds is enough.
HOLD: tuple[tuple[Callable[[Reading, Sender, Rules], bool], str], ...] = (
    (lambda _reading, sender, _rules: "@" not in sender.address or not sender.answerable, "no_address"),
    (lambda _reading, sender, _rules: sender.trust is Trust.FAIL, "sender_not_proven"),
    # the cap comes before the reading's own doubts: a loop must not be able to keep organisers busy with details
    (lambda _reading, sender, rules: sender.answered_today >= rules.per_address, "too_many_today"),
    (lambda reading, _sender, _rules: reading.kind is Kind.QUESTION, "question"),
    (lambda reading, _sender, _rules: reading.review, ""),  # the reading says why itself
    (lambda reading, _sender, _rules: reading.unnamed > 0, "unnamed"),
    (lambda reading, _sender, _rules: not reading.requests, "nothing_asked"),
)


def decide(reading: Reading, sender: Sender, book: Book, rules: Rules) -> Decision:
    """What to do with this mail, done in `book`. Where an organiser answers for the reading, no doubt stands in the
    way any more; what the books can't do is still said."""
    if not sender.organiser:
        reading = settled(reading, sender, book)
        if reading.kind in (Kind.AUTOMATIC, Kind.UNRELATED) and not reading.review:
            return Decision(MessageStatus.IGNORED, reading.reasons or (str(reading.kind),))
        for holds, reason in HOLD:
            if holds(reading, sender, rules):
                return hold(reading, sender, book, rules, reason)
    if not reading.requests:
        return Decision(MessageStatus.HELD, ("nothing_asked",))
    steps = resolve(reading, sender, book)
    unclear = tuple(step.reason for step in steps if isinstance(step, Unclear))
    if unclear:
        return Decision(MessageStatus.HELD, _unique((*reading.reasons, *unclear)))
    clear = [step for step in steps if isinstance(step, Step)]
    return _act(clear, reading, sender, book, rules)


def settled(reading: Reading, sender: Sender, book: Book) -> Reading:
    """Without the one doubt that the books can settle: a given name is nobody's full name, but to whoever booked for
    him "alleen Piet" is one of hers, and only one. Nobody is registered by a given name."""
    if reading.reasons != ("no_full_name",):
        return reading
    named = all(request.name and request.action is not Action.REGISTER for request in reading.requests)
    if named and all(isinstance(step, Step) for step in resolve(reading, sender, book)):
        return replace(reading, review=False, reasons=())
    return reading


def hold(reading: Reading, sender: Sender, book: Book, rules: Rules, reason: str) -> Decision:
    """The mail waits for an organiser. Where nothing but names is missing, the writer is asked for them."""
    reasons = _unique((*((reason,) if reason else ()), *reading.reasons)) or ("unsure",)
    event = book.events.get(reading.event or "")
    if "unnamed" not in reasons or not NAMES_ALONE.issuperset(reasons) or event is None:
        return Decision(MessageStatus.HELD, reasons)
    answer = Answer(Template.NEEDS_DETAILS, _language(reading.language, rules), event, unnamed=reading.unnamed)
    return Decision(MessageStatus.HELD, reasons, answer)


def _act(steps: list[Step], reading: Reading, sender: Sender, book: Book, rules: Rules) -> Decision:
    people: list[PersonAnswer] = []
    changes: list[Change] = []
    notices: list[Notice] = []
    for at, step in enumerate(steps):
        done = carry_out(step, at, reading, sender, book)
        people += done.people
        changes += done.changes
        # at once, not after the whole mail: who is named next must not pass somebody who waits
        promoted = promote(step.event, sender, book, rules)
        changes += promoted.changes
        notices += promoted.notices
    if changes or _says_something(people):
        return Decision(
            status=_status(people),
            answer=_answer(people, steps, reading, sender, book, rules),
            changes=tuple(changes),
            notices=_told_elsewhere(people, notices),
        )
    return Decision(MessageStatus.HELD, _unique((*reading.reasons, "nothing_to_change")))


def promote(event: Event, sender: Sender, book: Book, rules: Rules) -> Decision:
    """Who moves up where seats are free; nobody once the event is over."""
    if (sender.now or sender.received) >= event.ends:
        return Decision(MessageStatus.ACCEPTED)
    return promote_all(event, book, rules)


def promote_all(event: Event, book: Book, rules: Rules) -> Decision:
    """The waiting list moves up as far as there are seats, each with a notice."""
    changes = tuple(book.promote(event))
    return Decision(
        MessageStatus.ACCEPTED, changes=changes, notices=tuple(_promotion(c, event, book, rules) for c in changes)
    )


def _promotion(change: Change, event: Event, book: Book, rules: Rules) -> Notice:
    person = seated(change, event, Outcome.PROMOTED)
    language = _language(change.registration.language, rules)
    return Notice(
        change.registration,
        Answer(Template.PROMOTED, language, event, (person,), free=book.free_choices(event)),
    )


def _told_elsewhere(people: list[PersonAnswer], notices: list[Notice]) -> tuple[Notice, ...]:
    """The notices to people who aren't told by this very reply."""
    told = {p.registration.reference for p in people if p.registration and p.outcome is Outcome.CONFIRMED}
    return tuple(notice for notice in notices if notice.registration.reference not in told)


def _answer(
    people: list[PersonAnswer], steps: list[Step], reading: Reading, sender: Sender, book: Book, rules: Rules
) -> Answer:
    event = steps[0].event
    current = tuple(_as_it_stands(person, book) for person in people)
    return Answer(
        template=choose_template(current),
        language=_language(reading.language, rules),
        event=event,
        people=current,
        free=book.free_choices(event),
        question=reading.question,
        last=sender.answered_today + 1 >= rules.per_address,
    )


def _as_it_stands(person: PersonAnswer, book: Book) -> PersonAnswer:
    """A later request of the same mail may have moved the waiting list: the place is told as it is at the end."""
    if person.outcome is not Outcome.WAITLISTED or person.registration is None:
        return person
    now = book.get(person.registration.reference) or person.registration
    position = book.position(now)
    if position is None and now.active:
        return replace(person, outcome=Outcome.CONFIRMED, registration=now, full=now.wishes, position=None)
    return replace(person, registration=now, position=position)


def choose_template(people: Iterable[PersonAnswer]) -> Template:
    """The template that fits what became of everybody in the mail."""
    people = tuple(people)
    outcomes = {person.outcome for person in people}
    if Outcome.CHANGED in outcomes or (outcomes & {Outcome.CANCELLED} and len(outcomes) > 1):
        return Template.CHANGED
    if len(outcomes) == 1 and outcomes != {Outcome.CONFIRMED}:
        return Template(str(outcomes.pop()))
    if outcomes <= {Outcome.CONFIRMED, Outcome.ALREADY_REGISTERED}:
        return Template.PARTLY_CONFIRMED if any(person.full for person in people) else Template.CONFIRMED
    if Outcome.CONFIRMED in outcomes:
        return Template.PARTLY_CONFIRMED
    if Outcome.WAITLISTED in outcomes:
        return Template.WAITLISTED
    return Template.FULLY_BOOKED if Outcome.FULLY_BOOKED in outcomes else Template.CLOSED


def _status(people: list[PersonAnswer]) -> MessageStatus:
    refused = all(person.outcome is Outcome.CLOSED for person in people)
    return MessageStatus.REFUSED if refused else MessageStatus.ACCEPTED


def _says_something(people: list[PersonAnswer]) -> bool:
    return any(p.outcome is not Outcome.CHANGED or p.full or p.changed for p in people)


def _language(language: str, rules: Rules) -> str:
    return language if language in ("nl", "en") else rules.language


def _unique(reasons: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reasons))
