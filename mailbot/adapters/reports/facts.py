"""What the forms of a report have in common: small facts about an event and its people, and their Dutch words."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from operator import attrgetter
from zoneinfo import ZoneInfo

from mailbot.domain.event import Choice, Event
from mailbot.domain.registration import Registration, RegistrationStatus
from mailbot.domain.report import EventReport, PoolCount

STATUS = {
    RegistrationStatus.CONFIRMED: "komt",
    RegistrationStatus.WAITLISTED: "wachtlijst",
    RegistrationStatus.CANCELLED: "afgemeld",
    RegistrationStatus.EXPIRED: "geen plek gekregen",
}

# The same for one person and for more.
TOTALS = {
    RegistrationStatus.CONFIRMED: ("komt", "komen"),
    RegistrationStatus.WAITLISTED: ("op de wachtlijst", "op de wachtlijst"),
    RegistrationStatus.CANCELLED: ("afgemeld", "afgemeld"),
    RegistrationStatus.EXPIRED: ("zonder plek", "zonder plek"),
}

# What people call the same diet: "2 vegan, 3 veganistisch" would have the kitchen ask. More words are left as they are.
SAME_DIET = {
    "vegetarisch": frozenset({"vega", "veg", "vegetariër", "vegetarier", "vegetarian", "veggie"}),
    "veganistisch": frozenset({"vegan", "veganist", "veganiste", "plantaardig", "plant-based"}),
    "pescotarisch": frozenset({"pescotariër", "pescetariër", "pescatarian", "viseter"}),
    "glutenvrij": frozenset({"gluten-free", "gluten free"}),
    "lactosevrij": frozenset({"lactose-free", "lactose free", "lactose-intolerant", "lactose-intolerantie"}),
    "halal": frozenset({"hallal"}),
    "koosjer": frozenset({"kosher"}),
}

# Why a reply never arrived, as delivery writes it down (adapters/smtp.py, adapters/store/outbox.py).
UNDELIVERED = (
    (re.compile(r"the mail server refused the recipient \((\d+)\)"), "De mailserver weigert dit adres ({})."),
    (re.compile(r"the mail server refused the message \((\d+)\)"), "De mailserver weigert deze mail ({})."),
    (re.compile(r"a mail server sent it back as undeliverable"), "De mail kwam terug: hij kon niet worden bezorgd."),
)


def undelivered_words(error: str) -> str:
    """Why a reply never arrived, for organisers. What has no Dutch here is shown as it is."""
    for pattern, words in UNDELIVERED:
        if found := pattern.fullmatch(error):
            return words.format(*found.groups())
    return error


def positions(report: EventReport) -> dict[str, int]:
    """The place on the waiting list of everybody who waits, from 1, by reference."""
    return {registration.reference: place for place, registration in enumerate(report.waiting, 1)}


def round_numbers(report: EventReport) -> list[int]:
    """The rounds of the event. One that the configuration has dropped stays as long as somebody has a seat in it."""
    held = {choice.round for r in report.registrations for choice in r.workshops if choice.round is not None}
    return sorted(held | {round.number for round in report.event.rounds})


def choices_in(registration: Registration, number: int) -> tuple[Choice, ...]:
    """The seats that somebody has in that round: one, or none."""
    return tuple(choice for choice in registration.workshops if choice.round == number)


def seated(report: EventReport, number: int) -> list[tuple[Choice, Registration]]:
    """Who sits in which workshop in that round: by workshop in the order of the announcement, then by name."""
    order = {workshop.slug: at for at, workshop in enumerate(report.event.workshops)}
    pairs = [(choice, person) for person in report.coming for choice in choices_in(person, number)]
    return sorted(pairs, key=lambda pair: (order.get(pair[0].workshop, len(order)), pair[1].name.casefold()))


def needs(people: Iterable[Registration], field: str) -> list[tuple[str, int]]:
    """How often each "diet" or "access" is asked for, the most frequent first. Without names: health is nobody's
    business but the kitchen's."""
    given = (_as_counted(value) for value in map(attrgetter(field), people) if value)
    return sorted(Counter(given).items(), key=lambda item: (-item[1], item[0]))


def _as_counted(value: str) -> str:
    """A need in small letters; a diet of one word by the name under which the kitchen knows it."""
    plain = " ".join(value.casefold().split()).strip(" .!")
    return next((diet for diet, names in SAME_DIET.items() if plain in names), plain)


def title(event: Event, slug: str) -> str:
    """The workshop's title; its slug where the configuration has dropped it."""
    return next((workshop.title for workshop in event.workshops if workshop.slug == slug), slug)


def choice_code(event: Event, choice: Choice) -> str:
    """ "1A": the round and the workshop's letter, as people choose them; the slug where it has no letter any more."""
    known = any(workshop.slug == choice.workshop for workshop in event.workshops)
    return f"{choice.round or ''}{event.letter(choice.workshop) if known else choice.workshop}"


def choice_words(event: Event, choice: Choice) -> str:
    """ "ronde 1: Vooroordelen Voorbij"; without the round where none was named."""
    return f"{f'ronde {choice.round}: ' if choice.round else ''}{title(event, choice.workshop)}"


def seats_words(report: EventReport, count: PoolCount) -> str:
    """What seats these are: "Bijeenkomst", or the round and the workshop."""
    if not count.pool.workshop:
        return "Bijeenkomst"
    return f"Ronde {count.pool.round}: {title(report.event, count.pool.workshop)}"


def pool_code(report: EventReport, count: PoolCount) -> str:
    """ "1A" for the seats of a workshop in a round."""
    return choice_code(report.event, Choice(count.pool.round, count.pool.workshop))


def totals_words(report: EventReport) -> str:
    """ "3 komen, 2 op de wachtlijst, 1 afgemeld": how many people there are in each status."""
    counted = Counter(registration.status for registration in report.registrations)
    return ", ".join(
        f"{counted[status]} {one if counted[status] == 1 else more}"
        for status, (one, more) in TOTALS.items()
        if counted[status]
    )


def free(count: PoolCount) -> int:
    """Seats left; none where the capacity was lowered under what is taken."""
    return max(count.capacity - count.taken, 0)


def local(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment in that zone, to the second: nobody needs the server's microseconds."""
    return moment.astimezone(zone).replace(microsecond=0)


def moment_words(moment: datetime, zone: ZoneInfo) -> str:
    """ "14-02-2023 09:12"."""
    return f"{local(moment, zone):%d-%m-%Y %H:%M}"


def when_words(event: Event) -> str:
    """ "30-03-2023, 10:00 tot 16:30"; with the second date where the event ends on another day."""
    same_day = event.starts.date() == event.ends.date()
    return f"{event.starts:%d-%m-%Y, %H:%M} tot {event.ends:{'%H:%M' if same_day else '%d-%m-%Y, %H:%M'}}"
