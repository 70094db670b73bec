"""Draining a full mailbox: mailbot, beside a naive loop and beside a pipeline that understands nothing.

    python -m benchmarks.drain [--mails 2000] [--runs 3]

All three take the same waiting mails from the same Dovecot, into SQLite with the same settings, and hand one reply a
mail to the same SMTP sink. Mails a second, and the ratios of the medians: machines differ, ratios less so. One run
alone is right to a seventh or so where the machine is shared.

    naive   what one would write in an afternoon with the same reader: one mail, one commit, one connection at a time
    ideal   the same stages in batches, over connections that stay open, but without parsing, reading or booking
    mailbot the real thing: `mailbot run --once`, in this process

A __main__.py, because each process that reads mails imports the program's main module again unless that is its name
(multiprocessing.spawn): `mailbot` itself is light to import, this file is not.
"""

import argparse
import asyncio
import os
import shutil
import smtplib
import socket
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Self
from uuid import uuid4

import icalendar
import sqlalchemy as sa
from imap_tools import AND, MailBoxUnencrypted
from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table, create_engine, insert, update

from mailbot.adapters.imap import Mailbox
from mailbot.adapters.smtp import SmtpConnection
from mailbot.app import House, understanding_by
from mailbot.config import Config, load
from mailbot.domain.event import Event
from mailbot.worker import run_once
from tests.office import FIRST_MAIL, NOW, Office, letter
from tests.servers.dovecot import Dovecot

TEXT = """Beste organisatie,

Hierbij meld ik mij aan voor de bijeenkomst van 30 maart over discriminatie. Ik eet graag vegetarisch.

Met vriendelijke groet,

{name}
beleidsmedewerker Samenleving
Gemeente Utrecht
06-12345678
"""

tables = MetaData()
seats = Table("seats", tables, Column("event", String, primary_key=True), Column("taken", Integer, nullable=False))
people = Table(
    "people", tables, Column("id", Integer, primary_key=True), Column("email", String), Column("name", String)
)
mails = Table("mails", tables, Column("uid", Integer, primary_key=True), Column("raw", LargeBinary))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--mails", type=int, default=2000)
    arguments.add_argument("--runs", type=int, default=3)
    options = arguments.parse_args()
    with Dovecot() as dovecot, dovecot.hand() as hand:
        hand.append_all(waiting_mails(options.mails))
        rates: dict[str, list[float]] = {name: [] for name in CONTENDERS}
        for _ in range(options.runs):
            for name, drain in CONTENDERS.items():
                with tempfile.TemporaryDirectory() as folder, Sink() as sink:
                    rates[name].append(measure(drain, Office(Path(folder), dovecot, sink, hand), options.mails))
                print(f"{name:8} {rates[name][-1]:8.0f} mails/s", flush=True)
    naive, ideal, ours = (statistics.median(rates[name]) for name in ("naive", "ideal", "mailbot"))
    print(f"mailbot / naive {ours / naive:6.2f}\nmailbot / ideal {ours / ideal:6.2f}")


def waiting_mails(count: int) -> Iterator[bytes]:
    for number in range(count):
        family, given = divmod(number, len(GIVEN))
        street, house = divmod(family, len(SURNAMES))
        name = f"{GIVEN[given]} {SURNAMES[house]}{''.join(chr(97 + int(digit)) * 2 for digit in str(street))}"
        sender = f"{name} <persoon{number}@utrecht.example>"
        yield letter(sender, TEXT.format(name=name)).as_bytes()


def measure(drain: Callable[[Config], int], office: Office, count: int) -> float:
    office.configure(capacity=count, more="[limits]\nreplies_per_ten_minutes = 1000000\n")
    config = load(office.config_file, {})
    began = time.perf_counter()
    sent = drain(config)
    took = time.perf_counter() - began
    assert sent == count, f"{sent} replies for {count} mails"
    return count / took


def drain_with_mailbot(config: Config) -> int:
    house = House(config, {"MAILBOT_NOW": NOW})
    assert run_once(house) == []
    sent = house.report().outbox["sent"]
    house.close()
    return sent


def drain_naively(config: Config) -> int:
    engine, sent = sqlite(config, "naive.db"), 0
    understand = understanding_by(config, config.event_list())
    box = MailBoxUnencrypted(config.mailbox.host, config.mailbox.port)
    with box.login(config.mailbox.username, config.mailbox.password.get_secret_value(), "INBOX"):
        for uid in box.uids(AND(date_gte=FIRST_MAIL.date() - timedelta(days=1))):
            mail = next(box.fetch(AND(uid=uid), mark_seen=False))
            reading = understand(mail.obj.as_bytes(), mail.date).reading
            if reading.review or not reading.requests:
                continue
            with engine.begin() as connection:
                connection.execute(update(seats).where(seats.c.taken < 10**6).values(taken=seats.c.taken + 1))
                connection.execute(insert(people).values(email=mail.from_, name=reading.requests[0].name))
            reply = EmailMessage()
            reply["From"], reply["To"] = config.mailbox.address, mail.from_
            reply["Subject"] = f"Re: {mail.subject}"
            reply["In-Reply-To"] = mail.headers["message-id"][0]
            reply.set_content("U bent aangemeld.")
            reply.add_alternative("<p>U bent aangemeld.</p>", subtype="html")
            reply.add_attachment(an_appointment(config.event_list()[0]), filename="afspraak.ics")
            with smtplib.SMTP(config.smtp.host, config.smtp.port) as smtp:
                smtp.send_message(reply)
            sent += 1
    return sent


def an_appointment(event: Event) -> str:
    calendar, item = icalendar.Calendar(), icalendar.Event()
    item.add("uid", str(uuid4()))
    item.add("summary", event.title)
    item.add("dtstart", event.starts)
    item.add("dtend", event.ends)
    calendar.add_component(item)
    return calendar.to_ical().decode()


def drain_ideally(config: Config) -> int:
    engine = sqlite(config, "ideal.db")
    reply = b"From: p@example\r\nSubject: Re: Aanmelding\r\n\r\n" + b"U bent aangemeld.\r\n" * 100
    with Mailbox(config.mailbox) as box:
        listed = [mail.uid for mail in box.list_since(0)]
        for at in range(0, len(listed), 100):
            fetched = box.fetch(listed[at : at + 100])
            with engine.begin() as connection:
                connection.execute(insert(mails), [{"uid": uid, "raw": raw.data} for uid, raw in fetched.items()])
            asyncio.run(send_all(config, [f"persoon{uid}@utrecht.example" for uid in fetched], reply))
    return len(listed)


async def send_all(config: Config, recipients: list[str], reply: bytes) -> None:
    async def work() -> None:
        async with SmtpConnection(config.smtp, config.mailbox.address) as connection:
            while recipients:
                await connection.send(recipients.pop(), reply)

    await asyncio.gather(*(work() for _ in range(config.smtp.connections)))


class Sink:
    """Postfix's smtp-sink, which takes every mail and throws it away, in a process of its own."""

    def __enter__(self) -> Self:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        program = shutil.which("smtp-sink", path=f"{os.environ['PATH']}:/usr/sbin")
        assert program, "smtp-sink is missing (Debian: postfix)"
        command = [program, *(("-u", "nobody") if os.geteuid() == 0 else ()), f"127.0.0.1:{self.port}", "1000"]
        self._process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return self
            time.sleep(0.01)
        raise RuntimeError("smtp-sink doesn't answer")

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(timeout=10)


def sqlite(config: Config, name: str):  # type: ignore[no-untyped-def]
    engine = create_engine(f"sqlite:///{config.folder / name}")

    @sa.event.listens_for(engine, "connect")
    def durable(connection, _):  # type: ignore[no-untyped-def]
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")

    tables.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(seats).values(event="dag", taken=0))
    return engine


GIVEN = "Jan Piet Ayşe Fatima Kees Joke Sanne Mohammed Willem Ingrid Noor Daan Lotte Ruben Esther Youssef".split()
SURNAMES = "Bakker Smit Kaya Visser Meijer Mulder Dekker Brouwer Vos Peters Hendriks Dijkstra Kok Jacobs".split()
CONTENDERS: dict[str, Callable[[Config], int]] = {
    "naive": drain_naively,
    "ideal": drain_ideally,
    "mailbot": drain_with_mailbot,
}

if __name__ == "__main__":
    main()
