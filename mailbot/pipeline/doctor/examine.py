"""All checks beside each other, each in a thread of its own: a server that hangs costs its own lines and no others."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from time import monotonic

from mailbot.adapters.imap import Mailbox
from mailbot.adapters.smtp import SmtpConnection
from mailbot.adapters.store import Database
from mailbot.config import Config
from mailbot.domain.event import Event
from mailbot.errors import MailbotError
from mailbot.pipeline.doctor import books, servers, settings
from mailbot.pipeline.doctor.finding import Finding, wrong
from mailbot.replying.templates import Templates

# Longer than a slow server may take with the usual timeouts, connection and login together.
SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Patient:
    """All that is looked at. `mailbox` and `smtp` make connections of the doctor's own."""

    config: Config
    events: tuple[Event, ...]
    database: Database
    mailbox_name: str
    templates: Templates
    mailbox: Callable[[], Mailbox]
    smtp: Callable[[], SmtpConnection]
    now: Callable[[], datetime]
    environ: Mapping[str, str]


Check = Callable[[], Iterable[Finding]]


def examine(patient: Patient, seconds: float = SECONDS) -> Iterator[Finding]:
    """Every finding, always in the same order. Raises nothing."""
    running = [_Running(name, check) for name, check in _checks(patient)]
    until = monotonic() + seconds
    for one in running:
        yield from one.findings(max(until - monotonic(), 0), seconds)


def _checks(patient: Patient) -> list[tuple[str, Check]]:
    config, database = patient.config, patient.database
    return [
        ("configuration", lambda: settings.configuration(config)),
        ("secrets", lambda: settings.secrets(config, patient.now())),
        ("templates", lambda: settings.templates(patient.templates, patient.events)),
        ("mailbox", lambda: servers.mailbox(config.mailbox, patient.mailbox, patient.now())),
        ("smtp", lambda: servers.smtp(config, patient.smtp, patient.now())),
        ("database", lambda: books.database(database)),
        ("clock", lambda: books.clock(database, patient.mailbox_name, config, patient.now(), patient.environ)),
        ("worker", lambda: books.worker(database, patient.mailbox_name, config, patient.now())),
    ]


class _Running:
    """A check on its way. A daemon: one that never ends must not keep the program from ending."""

    def __init__(self, name: str, check: Check) -> None:
        self._name, self._check = name, check
        self._found: list[Finding] = []
        self._thread = threading.Thread(target=self._run, name=f"doctor-{name}", daemon=True)
        self._thread.start()

    def findings(self, patience: float, seconds: float) -> list[Finding]:
        self._thread.join(patience)
        found = list(self._found)
        if self._thread.is_alive():
            found.append(wrong(self._name, f"this took longer than {seconds:g} s", "see whether the server is well"))
        return found

    def _run(self) -> None:
        try:
            for finding in self._check():
                self._found.append(finding)
        except MailbotError as error:
            self._found.append(wrong(self._name, str(error)))
        except Exception as error:
            # its text could be anything, people's data too
            self._found.append(wrong(self._name, f"the check itself failed ({type(error).__name__})"))
