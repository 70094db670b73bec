"""The report as the sheets of a workbook: a set for each event, and one of what a person must look at.

Registrations, who sits where in each round, the waiting list in order, what people need (counts, no names), seats.
How they get into a file is `to_xlsx.py`'s.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from mailbot.adapters.reports.facts import (
    STATUS,
    choice_words,
    choices_in,
    free,
    local,
    needs,
    positions,
    round_numbers,
    seated,
    seats_words,
    title,
    undelivered_words,
)
from mailbot.domain.reasons import sentences
from mailbot.domain.registration import Registration
from mailbot.domain.report import EventReport, OpenMail, Report

Value = str | int | datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a header row, about one event or about all (`event` ""). A `datetime` is naive: Excel knows no
    zones."""

    kind: str
    headings: tuple[str, ...]
    rows: list[tuple[Value, ...]]
    event: str = ""


def sheets_of(report: Report, zone: ZoneInfo) -> Iterator[Sheet]:
    for event in report.events:
        # with one event its slug before every name would only be in the way
        slug = event.event.slug if len(report.events) > 1 else ""
        for sheet in _event(event, zone):
            yield replace(sheet, event=slug)
    yield _to_look_at(report, zone)


def _event(report: EventReport, zone: ZoneInfo) -> Iterator[Sheet]:
    yield _registrations(report, zone)
    for number in round_numbers(report):
        yield _round(report, number)
    yield _waiting_list(report, zone)
    yield _needs(report)
    yield _seats(report)


def _registrations(report: EventReport, zone: ZoneInfo) -> Sheet:
    numbers = round_numbers(report)
    place = positions(report)
    headings = (
        "Nummer", "Status", "Plaats op wachtlijst", "Naam", "Organisatie", "Functie", "E-mail", "Telefoon",
        *(f"Ronde {number}" for number in numbers),
        "Nog gewenst", "Dieet", "Toegankelijkheid", "Aangemeld door", "Ontvangen",
    )  # fmt: skip

    def row(person: Registration) -> tuple[Value, ...]:
        rounds = (", ".join(title(report.event, c.workshop) for c in choices_in(person, n)) for n in numbers)
        return (
            person.reference, STATUS[person.status], place.get(person.reference),
            person.name, person.organisation, person.role, person.email, person.phone,
            *rounds,
            _wishes(report, person), person.diet, person.access, person.booked_by, _at(person.received, zone),
        )  # fmt: skip

    return Sheet("Aanmeldingen", headings, [row(person) for person in report.registrations])


def _round(report: EventReport, number: int) -> Sheet:
    rows: list[tuple[Value, ...]] = [
        (title(report.event, choice.workshop), person.name, person.organisation, person.role, person.reachable_at)
        for choice, person in seated(report, number)
    ]
    return Sheet(f"Ronde {number}", ("Workshop", "Naam", "Organisatie", "Functie", "E-mail"), rows)


def _waiting_list(report: EventReport, zone: ZoneInfo) -> Sheet:
    headings = ("Plaats", "Nummer", "Naam", "Organisatie", "E-mail", "Telefoon", "Wensen", "Ontvangen")
    rows: list[tuple[Value, ...]] = [
        (place, r.reference, r.name, r.organisation, r.reachable_at, r.phone, _wishes(report, r), _at(r.received, zone))
        for place, r in enumerate(report.waiting, 1)
    ]
    return Sheet("Wachtlijst", headings, rows)


def _needs(report: EventReport) -> Sheet:
    rows: list[tuple[Value, ...]] = [
        (kind, what, number)
        for kind, name in (("Dieet", "diet"), ("Toegankelijkheid", "access"))
        for what, number in needs(report.coming, name)
    ]
    return Sheet("Behoeften", ("Soort", "Wens", "Aantal mensen"), rows)


def _seats(report: EventReport) -> Sheet:
    rows: list[tuple[Value, ...]] = [
        (seats_words(report, seats), seats.capacity, seats.taken, free(seats))
        for seats in (report.seats, *report.workshops)
    ]
    return Sheet("Plaatsen", ("Wat", "Plaatsen", "Bezet", "Vrij"), rows)


def _to_look_at(report: Report, zone: ZoneInfo) -> Sheet:
    """Mails that wait for a person, open questions, what went wrong, and replies that didn't arrive."""
    rows = [
        *_mails("Na te kijken", report.review, zone),
        *_mails("Aangemeld, met een vraag", report.questions, zone),
        *_mails("Niet gelukt te verwerken", report.failed, zone),
    ]
    rows += [
        ("Antwoord niet aangekomen", None, None, r.recipient, r.template, undelivered_words(r.error), r.message_id)
        for r in report.undelivered
    ]
    headings = ("Soort", "Mail", "Ontvangen", "Adres", "Onderwerp", "Waarom", "Message-ID")
    return Sheet("Na te kijken", headings, rows)


def _mails(kind: str, mails: Iterable[OpenMail], zone: ZoneInfo) -> list[tuple[Value, ...]]:
    return [(kind, m.id, _at(m.received, zone), m.sender, m.subject, sentences(m.reasons), m.message_id) for m in mails]


def _wishes(report: EventReport, person: Registration) -> str:
    return "; ".join(choice_words(report.event, choice) for choice in person.wishes)


def _at(moment: datetime, zone: ZoneInfo) -> datetime:
    return local(moment, zone).replace(tzinfo=None)
