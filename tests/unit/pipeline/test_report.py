"""The report's figures from a database: of this version, of another one, or not there at all."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import text

from mailbot.adapters.store import Database
from mailbot.adapters.store.database import Age
from mailbot.domain.event import Choice
from mailbot.domain.ledger import Pool
from mailbot.domain.registration import RegistrationStatus
from mailbot.domain.report import EventReport, PoolCount
from mailbot.errors import StoreError
from mailbot.pipeline.report import build_report
from tests.unit.adapters.reports.invented import EVENT, FEMKE, LECTURE, NOW, ZOE

EVENTS = (EVENT, LECTURE)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/mailbot.db", EVENTS)
    yield database
    database.close()


def test_without_a_database_nobody_has_registered_and_none_is_made(database: Database, tmp_path: Path):
    report = build_report(database, EVENTS, NOW)

    assert database.age() is Age.EMPTY
    assert [(e.event.slug, e.seats.capacity, e.seats.taken, e.registrations) for e in report.events] == [
        ("discriminatie-2023", 3, 0, ()),
        ("mensenrechten-2023", 80, 0, ()),
    ]
    assert list(tmp_path.iterdir()) == []


def test_what_was_booked_is_in_the_report(database: Database):
    book_in(database, FEMKE, ZOE)

    event, _ = build_report(database, EVENTS, NOW).events

    assert [(r.name, r.status, r.workshops) for r in event.registrations] == [
        ("Femke Nijland", RegistrationStatus.CONFIRMED, FEMKE.workshops),
        ("Zoë van der Sluis-Dijkstra", RegistrationStatus.CONFIRMED, ZOE.workshops),
    ]
    assert event.seats == PoolCount(Pool(EVENT.slug), 3, 2)
    assert seats_in(event, Choice(1, "vooroordelen")) == PoolCount(Pool(EVENT.slug, 1, "vooroordelen"), 2, 1)


def test_an_event_that_the_worker_has_not_heard_of_yet_has_all_its_seats(database: Database):
    book_in(database, FEMKE)
    new = replace(LECTURE, slug="nieuw", capacity=40)

    report = build_report(database, (*EVENTS, new), NOW)

    assert report.events[2].seats == PoolCount(Pool("nieuw"), 40, 0)


def test_a_report_waits_for_no_worker_and_sees_what_was_committed(database: Database):
    book_in(database, FEMKE)

    with database.writing() as tx:
        tx.connection.execute(text("UPDATE pools SET taken = 99"))
        report = build_report(Database(str(database.engine.url), EVENTS), EVENTS, NOW)

    assert report.events[0].seats.taken == 1


def test_a_database_of_an_older_version_is_left_as_it_is(database: Database, monkeypatch: pytest.MonkeyPatch):
    database.migrate()
    monkeypatch.setattr(ScriptDirectory, "get_current_head", lambda self: "9999")

    with pytest.raises(StoreError, match=r"older version of mailbot: `mailbot run --once`"):
        build_report(database, EVENTS, NOW)


def test_a_database_of_a_newer_version_is_left_as_it_is(database: Database):
    database.migrate()
    with database.writing() as tx:
        tx.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StoreError, match="newer version of mailbot"):
        build_report(database, EVENTS, NOW)


def book_in(database: Database, *people: object) -> None:
    """Those people, booked as the worker does it."""
    database.migrate()
    with database.writing() as tx:
        tx.books.synchronise()
        book = tx.books.load()
        tx.books.save([(book.book(p, p.workshops), None) for p in people], NOW)  # type: ignore[attr-defined, arg-type]


def seats_in(report: EventReport, choice: Choice) -> PoolCount:
    (count,) = [c for c in report.workshops if (c.pool.round, c.pool.workshop) == (choice.round, choice.workshop)]
    return count
