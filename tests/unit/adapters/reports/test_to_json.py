"""The report for programs, word for word as contracts.md, 5 has it."""

import json
from dataclasses import replace
from typing import Any

from mailbot.adapters.reports import render
from tests.unit.adapters.reports.invented import (
    BRAM,
    EMPTY,
    FEMKE,
    MARLOES,
    NOUD,
    REPORT,
    SELIN,
    ZONE,
    with_people,
)


def test_an_event_and_its_registrations_stand_as_in_the_contract():
    event = as_read(with_people(FEMKE))["events"][0]

    assert event == {
        "slug": "discriminatie-2023",
        "title": "Gemeenten en de strijd tegen discriminatie",
        "capacity": 3,
        "taken": 1,
        "waitlisted": 0,
        "workshops": [
            {"workshop": "lokaal-beleid", "round": 1, "capacity": 3, "taken": 1},
            {"workshop": "vooroordelen", "round": 1, "capacity": 2, "taken": 0},
            {"workshop": "lokaal-beleid", "round": 2, "capacity": 3, "taken": 0},
            {"workshop": "vooroordelen", "round": 2, "capacity": 2, "taken": 1},
        ],
        "registrations": [
            {
                "reference": "REF0001",
                "name": "Femke Nijland",
                "email": "deelnemer1@voorbeeld.nl",
                "organisation": "Gemeente Raalte",
                "role": "beleidsmedewerker",
                "phone": "06-12345678",
                "status": "confirmed",
                "workshops": [{"round": 1, "workshop": "lokaal-beleid"}, {"round": 2, "workshop": "vooroordelen"}],
                "diet": "vegetarisch",
                "access": None,
                "received": "2023-02-14T09:12:01+01:00",
                "position": None,
                "wishes": [],
                "booked_by": "deelnemer1@voorbeeld.nl",
                "expired": False,
            }
        ],
    }


def test_keys_stand_in_the_order_of_the_contract_and_what_is_added_stands_behind():
    report = as_read(REPORT)
    event = report["events"][0]

    assert list(report)[:3] == ["events", "review", "outbox"]
    assert list(event) == ["slug", "title", "capacity", "taken", "waitlisted", "workshops", "registrations"]
    assert list(event["workshops"][0]) == ["workshop", "round", "capacity", "taken"]
    assert list(event["registrations"][0])[:11] == (
        "reference name email organisation role phone status workshops diet access received".split()
    )
    assert list(report["review"][0])[:5] == ["message_id", "from", "subject", "reasons", "received"]
    assert list(report["outbox"]) == ["queued", "sent", "failed"]


def test_a_mail_that_waits_is_shown_with_its_reasons_as_machine_words():
    assert as_read(REPORT)["review"][1] == {
        "message_id": "<m13@voorbeeld.nl>",
        "from": "secretariaat@voorbeeld.nl",
        "subject": "\x1b[31m<b>vet</b>",
        "reasons": ["not_yours", "event_over"],
        "received": "2023-02-20T10:00:00+01:00",
        "id": 13,
    }


def test_everybody_has_one_of_the_three_statuses_of_the_contract():
    registrations = as_read(with_people(FEMKE, MARLOES, NOUD, SELIN))["events"][0]["registrations"]

    assert [(r["status"], r["expired"]) for r in registrations] == [
        ("confirmed", False),
        ("waitlisted", False),
        ("cancelled", False),
        ("cancelled", True),
    ]


def test_registrations_stand_in_the_order_in_which_they_were_made_and_places_in_that_of_arrival():
    event = as_read(with_people(MARLOES, BRAM))["events"][0]

    assert event["waitlisted"] == 2
    assert [(r["name"], r["position"]) for r in event["registrations"]] == [
        ("Marloes te Riele", 2),
        ("Bram Wassink", 1),
    ]


def test_summer_time_has_its_own_offset():
    in_june = MARLOES.received.replace(month=6)

    event = as_read(with_people(replace(MARLOES, received=in_june)))["events"][0]

    assert event["registrations"][0]["received"] == "2023-06-15T14:00:00+02:00"


def test_a_report_of_nothing_has_every_key_too():
    report = as_read(EMPTY)

    assert (report["review"], report["outbox"]) == ([], {"queued": 0, "sent": 0, "failed": 0})
    assert report["events"][0]["registrations"] == []


def as_read(report: Any) -> Any:
    return json.loads(render(report, "json", ZONE))
