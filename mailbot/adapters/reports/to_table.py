"""The report for a terminal: seats first, then who comes, the waiting list, and what a person must look at.

Fits eighty columns; wider terminals see addresses too. Without colours it is the same text. Whatever strangers wrote
goes through `one_line`: a name can't steer the terminal.
"""

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from mailbot.adapters.reports.facts import (
    choice_code,
    free,
    moment_words,
    needs,
    pool_code,
    title,
    undelivered_words,
    when_words,
)
from mailbot.adapters.reports.printed import printed
from mailbot.adapters.reports.safe import one_line
from mailbot.domain.event import Event
from mailbot.domain.reasons import sentences
from mailbot.domain.registration import Registration, RegistrationStatus
from mailbot.domain.report import EventReport, OpenMail, PoolCount, Report

# From here on there is room for the addresses.
WIDE = 110
BAR = 16


def to_table(report: Report, zone: ZoneInfo, width: int = 80, *, color: bool = False) -> str:
    """The report as text of so many columns, with escape sequences only where `color`."""
    return printed(_parts(report, zone, width), width, color=color)


def _parts(report: Report, zone: ZoneInfo, width: int) -> Iterator[RenderableType]:
    for event in report.events:
        yield from _event(event, zone, width)
    yield from _mails("Na te kijken", report.review, zone)
    yield from _mails("Aangemeld, met een vraag erbij", report.questions, zone)
    yield from _mails("Niet gelukt te verwerken", report.failed, zone)
    yield from _undelivered(report)
    counts = {state: report.outbox.get(state, 0) for state in ("queued", "sent", "failed")}
    yield Text("Antwoorden: {sent} verstuurd, {queued} onderweg, {failed} mislukt.".format(**counts))


# -- one event --------------------------------------------------------------------------------------------------


def _event(report: EventReport, zone: ZoneInfo, width: int) -> Iterator[RenderableType]:
    event = report.event
    yield Text(one_line(event.title), style="bold")
    yield Text(one_line(f"{when_words(event)}, {event.location}"))
    yield _seats(report)
    yield _heading("Wie er komt", len(report.coming))
    if report.coming:
        yield _people(report.coming, event, width)
    for label, field in (("Dieet", "diet"), ("Toegankelijkheid", "access")):
        if counted := needs(report.coming, field):
            yield Text(f"{label}: " + ", ".join(f"{number} × {one_line(what)}" for what, number in counted))
    if report.waiting:
        yield Text()
        yield _heading("Wachtlijst", len(report.waiting))
        yield _line(report.waiting, event, zone)
    gone = [r for r in report.registrations if not r.active]
    if gone:
        yield Text(_gone(gone))
    yield Text()


def _seats(report: EventReport) -> Table:
    table = _table()
    table.add_column("Plaatsen", ratio=1, no_wrap=True)
    table.add_column("", width=BAR, no_wrap=True)
    for heading in ("bezet", "vrij", "van"):
        table.add_column(heading, justify="right", no_wrap=True)
    for count in (report.seats, *report.workshops):
        numbers = (str(number) for number in (count.taken, free(count), count.capacity))
        table.add_row(_cell(_seats_label(report, count)), _bar(count), *numbers)
    return table


def _seats_label(report: EventReport, count: PoolCount) -> str:
    """ "1A  Lokaal beleid": with the code that stands for it in the lists below."""
    if not count.pool.workshop:
        return "Bijeenkomst"
    return f"{pool_code(report, count)} {title(report.event, count.pool.workshop)}"


def _bar(count: PoolCount) -> Text:
    """Filled by what is taken; one seat shows, and so does one seat left."""
    filled = round(BAR * min(count.taken / count.capacity, 1)) if count.capacity else BAR * bool(count.taken)
    if 0 < count.taken < count.capacity:
        filled = min(max(filled, 1), BAR - 1)
    style = "red" if free(count) == 0 else "green"
    return Text("█" * filled, style=style).append("░" * (BAR - filled), style="dim")


def _people(people: Sequence[Registration], event: Event, width: int) -> Table:
    table = _table()
    table.add_column("Nummer", no_wrap=True)
    table.add_column("Naam", ratio=3, overflow="fold")
    table.add_column("Organisatie", ratio=3, overflow="fold")
    table.add_column("Keuze", no_wrap=True)
    if width >= WIDE:
        table.add_column("E-mail", ratio=4, overflow="fold")
    for person in people:
        codes = " ".join(choice_code(event, choice) for choice in person.workshops)
        email = [_cell(person.reachable_at)] if width >= WIDE else []
        table.add_row(person.reference, _cell(person.name), _cell(person.organisation), _cell(codes), *email)
    return table


def _line(waiting: Sequence[Registration], event: Event, zone: ZoneInfo) -> Table:
    table = _table()
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("Nummer", no_wrap=True)
    table.add_column("Naam", ratio=3, overflow="fold")
    table.add_column("Organisatie", ratio=3, overflow="fold")
    table.add_column("Wensen", no_wrap=True)
    table.add_column("Gemaild op", no_wrap=True)
    for place, person in enumerate(waiting, 1):
        wishes = _cell(" ".join(choice_code(event, choice) for choice in person.wishes))
        who = (_cell(person.name), _cell(person.organisation))
        table.add_row(str(place), person.reference, *who, wishes, moment_words(person.received, zone))
    return table


def _gone(gone: Sequence[Registration]) -> str:
    cancelled = sum(r.status is RegistrationStatus.CANCELLED for r in gone)
    told = [f"Afgemeld: {cancelled}."] if cancelled else []
    if expired := len(gone) - cancelled:
        told.append(f"Geen plek gekregen: {expired}.")
    return " ".join(told)


# -- what a person must look at ---------------------------------------------------------------------------------


def _mails(heading: str, mails: Sequence[OpenMail], zone: ZoneInfo) -> Iterator[RenderableType]:
    if not mails:
        return
    yield _heading(heading, len(mails))
    for mail in mails:
        yield Text(f"{mail.id:>4}  {moment_words(mail.received, zone)}  {one_line(mail.sender)}")
        yield _below(one_line(mail.subject) or "(geen onderwerp)", "italic")
        if mail.reasons:
            yield _below(one_line(sentences(mail.reasons)), "yellow")
    yield Text()


def _undelivered(report: Report) -> Iterator[RenderableType]:
    if not report.undelivered:
        return
    yield _heading("Antwoorden die niet aankwamen", len(report.undelivered))
    for reply in report.undelivered:
        yield Text(f"      {one_line(reply.recipient)} ({one_line(reply.template)})")
        yield _below(one_line(undelivered_words(reply.error)), "yellow")
    yield Text()


# -- looks ------------------------------------------------------------------------------------------------------


def _table() -> Table:
    return Table(box=SIMPLE_HEAD, expand=True, padding=0, pad_edge=False, header_style="bold")


def _heading(what: str, number: int) -> Text:
    return Text(f"{what} ({number})", style="bold")


def _below(text: str, style: str) -> Padding:
    return Padding(Text(text, style=style), (0, 0, 0, 6))


def _cell(text: str | None) -> Text:
    return Text(one_line(text or ""))
