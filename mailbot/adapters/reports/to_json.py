"""The report for programs: contracts.md, 5, keys in its order; what we add stands behind them.

The contract knows three statuses. Somebody who waited until the event was over is `cancelled` there, with
`"expired": true` beside it: no seat, and nobody's own decision.
"""

import json
from typing import Any
from zoneinfo import ZoneInfo

from mailbot.adapters.reports.facts import local, positions
from mailbot.domain.event import Choice
from mailbot.domain.registration import Registration, RegistrationStatus
from mailbot.domain.report import EventReport, OpenMail, Report


def to_json(report: Report, zone: ZoneInfo) -> bytes:
    """UTF-8, indented, with a newline at the end; times with the zone's offset."""
    text = json.dumps(as_object(report, zone), ensure_ascii=False, indent=2)
    return f"{text}\n".encode("utf-8", "replace")


def as_object(report: Report, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "events": [_event(event, zone) for event in report.events],
        "review": [_mail(mail, zone) for mail in report.review],
        "outbox": {state: report.outbox.get(state, 0) for state in ("queued", "sent", "failed")},
        "questions": [_mail(mail, zone) for mail in report.questions],
        "failed": [_mail(mail, zone) for mail in report.failed],
        "undelivered": [
            {"message_id": r.message_id, "to": r.recipient, "template": r.template, "error": r.error}
            for r in report.undelivered
        ],
        "mails": dict(sorted(report.mails.items())),
        "made": local(report.made, zone).isoformat(),
    }


def _event(report: EventReport, zone: ZoneInfo) -> dict[str, Any]:
    place = positions(report)
    return {
        "slug": report.event.slug,
        "title": report.event.title,
        "capacity": report.seats.capacity,
        "taken": report.seats.taken,
        "waitlisted": len(report.waiting),
        "workshops": [
            {
                "workshop": count.pool.workshop,
                "round": count.pool.round,
                "capacity": count.capacity,
                "taken": count.taken,
            }
            for count in report.workshops
        ],
        "registrations": [_registration(r, place.get(r.reference), zone) for r in report.registrations],
    }


def _registration(registration: Registration, position: int | None, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "reference": registration.reference,
        "name": registration.name,
        "email": registration.email,
        "organisation": registration.organisation,
        "role": registration.role,
        "phone": registration.phone,
        "status": contract_status(registration),
        "workshops": [_choice(choice) for choice in registration.workshops],
        "diet": registration.diet,
        "access": registration.access,
        "received": local(registration.received, zone).isoformat(),
        "position": position,
        "wishes": [_choice(choice) for choice in registration.wishes],
        "booked_by": registration.booked_by,
        "expired": registration.status is RegistrationStatus.EXPIRED,
    }


def contract_status(registration: Registration) -> str:
    """confirmed, waitlisted or cancelled."""
    return "cancelled" if registration.status is RegistrationStatus.EXPIRED else str(registration.status)


def _choice(choice: Choice) -> dict[str, Any]:
    return {"round": choice.round, "workshop": choice.workshop}


def _mail(mail: OpenMail, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "message_id": mail.message_id,
        "from": mail.sender,
        "subject": mail.subject,
        "reasons": list(mail.reasons),
        "received": local(mail.received, zone).isoformat(),
        "id": mail.id,
    }
