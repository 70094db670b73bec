"""What tests of every area share: the servers that they talk to, and how patient property tests are."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.servers import dovecot as dovecot_server
from tests.servers import need
from tests.servers.dovecot import Dovecot
from tests.servers.postgres import PostgresServer, programs
from tests.servers.smtp import SmtpRecorder

# The same examples in every run: what fails now and then tells nobody anything, and looking for new ones is what the
# fuzzing in benchmarks/ is for. No deadline an example: what must be quick is measured by a test of its own.
settings.register_profile("mailbot", derandomize=True, deadline=None)
settings.load_profile("mailbot")


@pytest.fixture
def smtp() -> Iterator[SmtpRecorder]:
    """An SMTP server without TLS or login that keeps every message."""
    with SmtpRecorder() as recorder:
        yield recorder


@pytest.fixture
def dovecot() -> Iterator[Dovecot]:
    """A Dovecot with one empty mailbox, over clear text."""
    need("Dovecot (Debian: dovecot-imapd)", dovecot_server.installed())
    with Dovecot() as server:
        yield server


@pytest.fixture(scope="session")
def _postgres_server() -> Iterator[PostgresServer]:
    need("PostgreSQL (Debian: postgresql)", programs())
    with PostgresServer() as server:
        yield server


@pytest.fixture
def postgres(_postgres_server: PostgresServer) -> PostgresServer:
    """A running PostgreSQL server, one for the whole run; a test that stopped it gets it started for the next."""
    if not _postgres_server.running:
        _postgres_server.start()
    return _postgres_server


@pytest.fixture
def postgres_url(postgres: PostgresServer) -> str:
    """The URL of a new, empty PostgreSQL database."""
    return postgres.new_database()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line for each thing that this machine lacks; pytest's own way is one for each test."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = Counter(report.longrepr[2].removeprefix("Skipped: ") for report in skipped)
    for reason, count in reasons.items():
        terminalreporter.write_line(f"{count} skipped: {reason}")
