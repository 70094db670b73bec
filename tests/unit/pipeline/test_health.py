"""When /health says that something is wrong."""

from datetime import UTC, datetime, timedelta

import pytest

from mailbot.adapters.store.troubles import Trouble
from mailbot.adapters.store.vitals import Vitals
from mailbot.pipeline.health import health

NOW = datetime(2023, 2, 20, 9, 0, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=1)
MINUTE = timedelta(minutes=1)


def vitals(
    polled: datetime | None = NOW, oldest_reply: datetime | None = None, troubles: tuple[Trouble, ...] = ()
) -> Vitals:
    return Vitals(polled, None, None, oldest_reply, {}, {}, {}, {}, troubles)


@pytest.mark.parametrize(
    ("state", "started", "troubles"),
    [
        (vitals(), LONG_AGO, ()),
        (vitals(polled=NOW - 9 * MINUTE), LONG_AGO, ()),
        (vitals(polled=NOW - 11 * MINUTE), LONG_AGO, ("no poll has succeeded for a while",)),
        (vitals(polled=None), LONG_AGO, ("no poll has succeeded for a while",)),
        (vitals(polled=LONG_AGO), NOW - MINUTE, ()),  # it was switched off, and has just begun again
        (vitals(oldest_reply=NOW - 14 * MINUTE), LONG_AGO, ()),
        (vitals(oldest_reply=NOW - 16 * MINUTE), LONG_AGO, ("replies wait longer than they should",)),
        (vitals(oldest_reply=LONG_AGO), NOW - MINUTE, ()),
        (vitals(troubles=(Trouble("smtp", "weg", LONG_AGO, None),)), LONG_AGO, ("weg",)),
    ],
)
def test_what_lasts_is_wrong_and_a_hiccup_is_not(state: Vitals, started: datetime, troubles: tuple[str, ...]) -> None:
    assert health(state, 30, started, NOW).troubles == troubles


def test_who_polls_once_an_hour_may_be_silent_for_an_hour() -> None:
    assert health(vitals(polled=NOW - 61 * MINUTE), 3600, LONG_AGO, NOW).troubles == ()


def test_machines_get_moments_or_null() -> None:
    assert health(vitals(polled=NOW), 30, LONG_AGO, NOW).as_json() == {
        "well": True,
        "last_poll": "2023-02-20T09:00:00+00:00",
        "oldest_reply": None,
        "troubles": [],
        "notices": [],
    }


def test_what_waits_for_a_person_is_told_and_calls_nobody_at_night() -> None:
    aside = Trouble("set_aside", "mails set aside: 1", LONG_AGO, None)

    told = health(vitals(troubles=(aside,)), 30, LONG_AGO, NOW)

    assert (told.troubles, told.notices) == ((), ("mails set aside: 1",))
