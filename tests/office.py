"""A platform's whole office for tests: a mailbox on a real Dovecot, an SMTP server, a database, a configuration.

    office.post(letter("Jan de Vries <jan@utrecht.nl>", "Graag meld ik mij aan voor 30 maart."))
    office.run_once()
    assert office.answers() == [("jan@utrecht.nl", "confirmed")]

Everybody in it is invented. The clock begins on Monday 20 February 2023.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from mailbot.app import House
from mailbot.config import load
from mailbot.domain.report import Report
from mailbot.worker import run_once
from tests.servers.dovecot import Dovecot, Hand
from tests.servers.smtp import SmtpRecorder

ZONE = ZoneInfo("Europe/Amsterdam")
PLATFORM = "platform@mensenrechten.example"
NOW = "2023-02-20T09:00:00"
FIRST_MAIL = datetime(2023, 2, 13, 9, 0, tzinfo=ZONE)
_numbers = count(1)

CONFIGURATION = """
[mailbox]
host = "127.0.0.1"
port = {imap_port}
security = "none"
username = "{username}"
password = "{password}"
address = "{platform}"
{mailbox}

[smtp]
host = "127.0.0.1"
port = {smtp_port}
security = "none"
{smtp}

[database]
url = "{database}"
{more}
[[events]]
slug = "dag"
title = "Gemeenten en de strijd tegen discriminatie"
doors = 2023-03-30T09:30:00
starts = 2023-03-30T10:00:00
ends = 2023-03-30T16:30:00
location = "Jaarbeurs, Utrecht"
capacity = {capacity}
waitlist = {waitlist}

[[events.rounds]]
number = 1
starts = 12:00:00
ends = 13:00:00

[[events.rounds]]
number = 2
starts = 14:00:00
ends = 15:00:00

[[events.workshops]]
slug = "beleid"
title = "Lokaal antidiscriminatiebeleid"
capacity = 2

[[events.workshops]]
slug = "vooroordelen"
title = "Vooroordelen Voorbij"
capacity = 2
"""


def letter(
    sender: str, text: str, subject: str = "Aanmelding 30 maart", headers: Mapping[str, str] | None = None
) -> EmailMessage:
    """A mail to the platform, each with a Message-ID of its own."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, PLATFORM, subject
    mail["Date"] = FIRST_MAIL.strftime("%a, %d %b %Y %H:%M:%S +0100")
    mail["Message-ID"] = f"<{next(_numbers)}@post.example>"
    for name, value in (headers or {}).items():
        del mail[name]
        mail[name] = value
    mail.set_content(text)
    return mail


def somebody(number: int) -> str:
    """One of a thousand people, no two of one name or address."""
    given = ("Jan", "Piet", "Ayşe", "Hans", "Els", "Kees", "Fatima", "Joris", "Noor", "Bram")
    surnames = ("Bakker", "Visser", "Smit", "Meijer", "Mulder", "Bos", "Vos", "Peters", "Hendriks", "Dekker")
    tail = ("", "kamp", "stra", "sma", "huis", "berg", "man", "veld", "dijk", "horst")
    name = f"{given[number % 10]} {surnames[number // 10 % 10]}{tail[number // 100 % 10]}"
    return f"{name} <persoon{number}@utrecht.example>"


@dataclass
class Office:
    """`folder` holds config.toml and the SQLite database. `run_once` opens and closes a house like the command does."""

    folder: Path
    dovecot: Dovecot
    smtp: SmtpRecorder
    hand: Hand
    settings: dict[str, object] = field(default_factory=dict)
    posted: int = 0

    @property
    def config_file(self) -> Path:
        return self.folder / "config.toml"

    def configure(self, **settings: object) -> None:
        """Write the configuration anew; what isn't given stays as it was."""
        self.settings.update(settings)
        values: dict[str, object] = {
            "imap_port": self.dovecot.port,
            "smtp_port": self.smtp.port,
            "username": self.dovecot.username,
            "password": self.dovecot.password,
            "platform": PLATFORM,
            "mailbox": "since = 2023-02-01",
            "smtp": "",
            "more": "",
            "database": "sqlite:///mailbot.db",
            "capacity": 3,
            "waitlist": "true",
            **self.settings,
        }
        self.config_file.write_text(CONFIGURATION.format(**values), "utf-8")
        self.config_file.chmod(0o600)

    def post(self, mail: EmailMessage | bytes, received: datetime | None = None) -> int:
        """Put a mail into the mailbox, a minute after the one before; returns its UID."""
        self.posted += 1
        at = received or FIRST_MAIL + timedelta(minutes=self.posted)
        return self.hand.append(mail if isinstance(mail, bytes) else mail.as_bytes(), received=at)

    def house(self, now: str = NOW) -> House:
        return House(load(self.config_file, {}), {"MAILBOT_NOW": now})

    def run_once(self, now: str = NOW) -> list[str]:
        """What `mailbot run --once` does. Returns its troubles."""
        house = self.house(now)
        try:
            return run_once(house)
        finally:
            house.close()

    def report(self) -> Report:
        house = self.house()
        try:
            return house.report()
        finally:
            house.close()

    def answers(self) -> list[tuple[str, str]]:
        """Every reply that left: to whom, and by which template, in the order of sending."""
        return [(m.recipients[0], str(m.email["X-Mailbot-Reply"])) for m in self.smtp.messages]

    def reply_to(self, address: str) -> EmailMessage:
        """The one reply to that address."""
        (found,) = [m.email for m in self.smtp.messages if m.recipients == (address,)]
        return found


@contextmanager
def open_office(folder: Path, dovecot: Dovecot, **settings: object) -> Iterator[Office]:
    with SmtpRecorder() as smtp, dovecot.hand() as hand:
        office = Office(folder, dovecot, smtp, hand)
        office.configure(**settings)
        yield office
