"""A Reading as the JSON object of contracts.md, 3, with the evidence for each value beside it."""

from typing import Any

from mailbot.domain.reading import Evidence, Reading, Request


def as_json(reading: Reading, file: str) -> dict[str, Any]:
    """The object that `mailbot read --json` prints for one mail, keys in the contract's order."""
    found: dict[str, Any] = {
        "file": file,
        "kind": reading.kind.value,
        "event": reading.event,
        "review": reading.review,
        "reasons": list(reading.reasons),
        "requests": [_request(request) for request in reading.requests],
        "unnamed": reading.unnamed,
        "question": reading.question,
        "language": reading.language,
    }
    if reading.doubted is not None:
        found["doubted"] = _place(reading.doubted)
    return found


def _request(request: Request) -> dict[str, Any]:
    found: dict[str, Any] = {
        "action": request.action.value,
        "name": request.name,
        "email": request.email,
        "organisation": request.organisation,
        "role": request.role,
        "phone": request.phone,
        "workshops": [{"round": choice.round, "workshop": choice.workshop} for choice in request.workshops],
        "diet": request.diet,
        "access": request.access,
        "evidence": {name: _place(evidence) for name, evidence in request.evidence},
    }
    if request.event is not None:
        found["event"] = request.event
    if request.keeps_seat_of is not None:
        found["keeps_seat_of"] = request.keeps_seat_of
    return found


def _place(evidence: Evidence) -> dict[str, Any]:
    return {"part": evidence.part, "start": evidence.start, "end": evidence.end}
