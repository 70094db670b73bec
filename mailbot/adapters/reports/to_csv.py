"""The registrations as a table for other programs: RFC 4180, a row each, columns named as in the JSON report.

Commas, because that is what programs expect of CSV; whoever works in Excel takes the xlsx. With a byte order mark, or
Excel would read "é" as "Ã©" in a file opened all the same. Each round has a column of its own. No cell begins with
what a spreadsheet takes for a formula, in whichever separator it believes (`safe.cell`).
"""

import csv
import io
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from mailbot.adapters.reports.facts import choices_in, local, positions, round_numbers
from mailbot.adapters.reports.safe import cell
from mailbot.adapters.reports.to_json import contract_status
from mailbot.domain.event import Choice
from mailbot.domain.registration import Registration
from mailbot.domain.report import EventReport, Report

BEFORE_ROUNDS = ("event", "reference", "name", "email", "organisation", "role", "phone", "status", "position")
AFTER_ROUNDS = ("diet", "access", "received", "wishes", "booked_by")


def to_csv(report: Report, zone: ZoneInfo) -> bytes:
    """UTF-8 with byte order mark, CRLF, the names of the columns in the first line."""
    numbers = sorted({number for event in report.events for number in round_numbers(event)})
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([*BEFORE_ROUNDS, *(f"round_{number}" for number in numbers), *AFTER_ROUNDS])
    for event in report.events:
        writer.writerows(_rows(event, numbers, zone))
    return file.getvalue().encode("utf-8-sig", "replace")


def _rows(report: EventReport, numbers: list[int], zone: ZoneInfo) -> list[list[str]]:
    place = positions(report)
    computed: dict[str, Callable[[Registration], Any]] = {
        "event": lambda r: report.event.slug,
        "status": contract_status,
        "position": lambda r: place.get(r.reference),
        "received": lambda r: local(r.received, zone).isoformat(),
        "wishes": lambda r: " ".join(map(_wish, r.wishes)),
    }

    def value(registration: Registration, column: str) -> str:
        found = computed[column](registration) if column in computed else getattr(registration, column)
        return "" if found is None else cell(str(found))

    return [
        [
            *(value(registration, column) for column in BEFORE_ROUNDS),
            *(" ".join(choice.workshop for choice in choices_in(registration, number)) for number in numbers),
            *(value(registration, column) for column in AFTER_ROUNDS),
        ]
        for registration in report.registrations
    ]


def _wish(choice: Choice) -> str:
    """ "2:vooroordelen"; the slug alone where no round was named."""
    return f"{choice.round}:{choice.workshop}" if choice.round else choice.workshop
