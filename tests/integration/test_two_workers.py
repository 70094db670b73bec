"""Two workers on one PostgreSQL database: one reads the mailbox, both book and deliver, and either may be killed."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from mailbot.adapters.owner import is_dead, new_owner
from mailbot.adapters.store import Database
from mailbot.domain.registration import RegistrationStatus
from mailbot.pipeline.receive import Receiving, receive
from tests.clerk import NOW, ZONE, Clerk
from tests.integration.test_worker import running, until
from tests.office import Office, letter, open_office
from tests.servers.dovecot import Dovecot
from tests.unit.domain.conftest import an_event

NAMES = [f"{given} {surname}" for given in ("Anna", "Kees", "Fatima") for surname in ("Bos", "Visser", "Kaya", "Prins")]


@pytest.fixture
def office(tmp_path: Path, dovecot: Dovecot, postgres_url: str) -> Iterator[Office]:
    settings = {"database": postgres_url, "capacity": 5, "mailbox": "since = 2023-02-01\npoll_seconds = 1"}
    with open_office(tmp_path, dovecot, **settings) as office:
        yield office


def sign_up(name: str) -> object:
    address = f"{name.replace(' ', '.').lower()}@{name.split()[1].lower()}.example"
    return letter(f"{name} <{address}>", f"Hierbij meld ik mij aan voor 30 maart.\n\nGroet,\n{name}\n")


def reader(database: Database) -> int | None:
    """The process that has the lease on the mailbox."""
    with database.reading() as tx:
        owner = tx.connection.scalar(text("SELECT lease_owner FROM mailboxes"))
    return int(owner.split("/")[1]) if owner else None


def test_when_the_worker_that_reads_is_killed_the_other_goes_on_and_nobody_is_lost_or_passed(office: Office):
    house = office.house()
    house.prepare()
    with running(office) as one, running(office) as other:
        until(lambda: reader(house.database) is not None, "a reader")
        for name in NAMES[:6]:
            office.post(sign_up(name))  # type: ignore[arg-type]
        until(lambda: len(office.smtp.messages) >= 2, "the first answers")
        killed, left = (one, other) if reader(house.database) == one.pid else (other, one)

        killed.kill()
        killed.wait()
        for name in NAMES[6:]:
            office.post(sign_up(name))  # type: ignore[arg-type]

        until(lambda: len({m.recipients for m in office.smtp.messages}) == len(NAMES), "an answer to everybody")
        assert reader(house.database) == left.pid
    (event,) = office.report().events
    audit = house.audit()
    house.close()
    assert [r.name for r in event.registrations] == NAMES
    assert [r.status is RegistrationStatus.CONFIRMED for r in event.registrations] == [True] * 5 + [False] * 7
    assert audit.agrees, audit
    # what the killed one was sending may have left twice, but as one and the same mail
    assert len({m.email["Message-ID"] for m in office.smtp.messages}) == len(NAMES)


# -- the lease --------------------------------------------------------------------------------------------------


class Folder:
    """A mailbox of three mails, a batch each, that tells when it is read."""

    uidvalidity = 1

    def __init__(self) -> None:
        self.read: list[int] = []

    def connect(self) -> None: ...

    def uids(self) -> set[int]:
        return {1, 2, 3}

    def list_since(self, uid: int) -> list[object]:
        return []

    def fetch(self, uids: list[int]) -> dict[int, object]:
        self.read += uids
        return {}


@pytest.fixture
def clerk(postgres_url: str) -> Iterator[Clerk]:
    """A worker whose mailbox was listed, and not fetched yet."""
    clerk = Clerk(postgres_url, an_event(5))
    for _ in range(3):
        clerk.post("jan@utrecht.nl")
    with clerk.database.writing() as tx:
        tx.connection.execute(text("UPDATE messages SET status = 'listed', raw = NULL, fingerprint = NULL"))
    yield clerk
    clerk.close()


def test_a_dead_workers_lease_ends_also_where_its_clock_was_years_ahead(clerk: Clerk):
    def take(owner: str, now: datetime) -> bool:
        with clerk.database.writing() as tx:
            return tx.mailboxes.take_lease(tx.mailboxes.get("desk"), owner, now, 120, is_dead)

    taken = take("elsewhere/1/x", NOW + timedelta(minutes=5))
    held = take("here/1/y", NOW)
    take("elsewhere/1/x", NOW + timedelta(days=3000))

    assert (taken, held, take("here/1/y", NOW)) == (True, False, True)


def test_a_long_poll_keeps_its_lease_and_stops_where_it_was_lost(clerk: Clerk, monkeypatch):
    monkeypatch.setattr("mailbot.pipeline.receive.BATCH", 1)
    times = iter(NOW + timedelta(seconds=100) * n for n in range(100))
    folder = Folder()
    settings = Receiving("desk", None, ZONE, new_owner(), lambda: next(times))
    poll = receive(folder, clerk.database, settings)  # type: ignore[arg-type]

    next(poll)
    with clerk.database.writing() as tx:  # 150 s after the poll's start: a lease that was not renewed would be free
        state = tx.mailboxes.get("desk")
        stolen = tx.mailboxes.take_lease(state, "elsewhere/1/x", NOW + timedelta(seconds=150), 120, is_dead)
    next(poll)
    with clerk.database.writing() as tx:  # 1000 s after it: this one seems dead
        taken = tx.mailboxes.take_lease(state, "elsewhere/1/x", NOW + timedelta(seconds=1000), 120, is_dead)
    rest = list(poll)

    assert (stolen, taken, rest) == (False, True, [])
    assert folder.read == [1, 2, 3]
