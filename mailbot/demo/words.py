"""The demo's Dutch: what was read in a mail, and what became of everybody in it, a line a person."""

from mailbot.adapters.reports.facts import choice_code
from mailbot.domain.answer import Outcome, PersonAnswer
from mailbot.domain.event import Choice, Event
from mailbot.domain.reading import Action, Kind, Reading, Request

ACTIONS = {Action.REGISTER: "aanmelden", Action.CANCEL: "afmelden", Action.CHANGE: "wijzigen"}
KINDS = {
    Kind.SIGNUP: "aanmelding",
    Kind.QUESTION: "vraag",
    Kind.AUTOMATIC: "automatische mail",
    Kind.UNRELATED: "niets over een aanmelding",
}
OUTCOMES = {
    Outcome.CONFIRMED: "heeft een plaats",
    Outcome.WAITLISTED: "op de wachtlijst",
    Outcome.FULLY_BOOKED: "geen plaats: vol",
    Outcome.ALREADY_REGISTERED: "stond er al op",
    Outcome.CANCELLED: "afgemeld",
    Outcome.CHANGED: "gewijzigd",
    Outcome.PROMOTED: "van de wachtlijst, heeft nu een plaats",
    Outcome.CLOSED: "aanmelden kan nu niet",
}
FIELDS = {
    "name": "naam",
    "email": "e-mailadres",
    "organisation": "organisatie",
    "role": "functie",
    "phone": "telefoon",
    "workshops": "workshops",
    "diet": "dieet",
    "access": "toegankelijkheid",
}


def found(reading: Reading, events: dict[str, Event]) -> list[str]:
    """What the mail asks, a line a person; what kind of mail it is where it asks nothing."""
    lines = [_asked(request, events.get(request.event or reading.event or "")) for request in reading.requests]
    if reading.unnamed:
        lines.append(f"en {reading.unnamed} zonder naam")
    if reading.question and reading.kind is not Kind.QUESTION:
        lines.append("met een vraag erbij")
    return lines or [KINDS[reading.kind]]


def _asked(request: Request, event: Event | None) -> str:
    details = [request.organisation, request.role, request.phone, request.diet, request.access]
    codes = [_code(event, choice) for choice in request.workshops]
    told = ", ".join(detail for detail in (" ".join(codes), *details) if detail)
    return f"{ACTIONS[request.action]}: {request.name or '?'}{f' ({told})' if told else ''}"


def became(person: PersonAnswer) -> str:
    """What became of one person's request."""
    said = f"{person.name}: {OUTCOMES[person.outcome]}"
    if person.position:
        said += f", nummer {person.position}"
    if person.changed:
        said += f" ({', '.join(FIELDS.get(field, field) for field in person.changed)})"
    if person.replaces:
        said += f", in de plaats van {person.replaces}"
    if person.registration and person.registration.workshops:
        said += f", workshops {' '.join(_code(person.event, choice) for choice in person.registration.workshops)}"
    if person.full:
        said += f", vol: {' '.join(_code(person.event, choice) for choice in person.full)}"
    return said


def _code(event: Event | None, choice: Choice) -> str:
    return choice_code(event, choice) if event else f"{choice.round or ''} {choice.workshop}"
