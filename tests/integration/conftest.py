"""An office on a Dovecot of its own, once with SQLite and once with PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office import Office, open_office
from tests.servers import need
from tests.servers.dovecot import Dovecot, installed


@pytest.fixture
def dovecot() -> Iterator[Dovecot]:
    need("Dovecot (Debian: dovecot-imapd)", installed())
    with Dovecot() as server:
        yield server


@pytest.fixture
def office(tmp_path: Path, dovecot: Dovecot) -> Iterator[Office]:
    """An office with SQLite."""
    with open_office(tmp_path, dovecot) as office:
        yield office


@pytest.fixture(params=["sqlite", "postgresql"])
def office_on_both(request: pytest.FixtureRequest, tmp_path: Path, dovecot: Dovecot) -> Iterator[Office]:
    """An office, once with each database."""
    url = "sqlite:///mailbot.db" if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    with open_office(tmp_path, dovecot, database=url) as office:
        yield office
