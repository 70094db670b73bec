"""A report is of one moment, on either database, while a worker goes on booking."""

from pathlib import Path

import pytest

from mailbot.adapters.store import Database
from mailbot.pipeline.report import build_report
from tests.unit.adapters.reports.invented import EVENT, FEMKE, NOW, ZOE
from tests.unit.pipeline.test_report import book_in


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/mailbot.db"
    found: str = request.getfixturevalue("postgres_url")
    return found


def test_a_booking_in_the_middle_of_a_report_is_in_all_of_it_or_in_none(url: str):
    worker, reader = Database(url, (EVENT,)), Database(url, (EVENT,))
    book_in(worker, FEMKE)

    with reader.snapshot() as tx:
        seats_before = tx.books.pools()
        book_in(worker, ZOE)
        names, seats = [r.name for r in tx.books.all(EVENT.slug)], tx.books.pools()

    assert (names, seats) == (["Femke Nijland"], seats_before)
    assert [r.name for r in build_report(reader, (EVENT,), NOW).events[0].registrations] == [FEMKE.name, ZOE.name]
    worker.close()
    reader.close()


def test_without_tables_there_is_nothing_to_report(url: str):
    database = Database(url, (EVENT,))

    (event,) = build_report(database, (EVENT,), NOW).events

    assert (event.registrations, event.seats.taken, event.seats.capacity) == ((), 0, 3)
    database.close()
