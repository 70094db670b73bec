"""Draining a full mailbox: mailbot, beside a naive loop and beside a pipeline that understands nothing.

    python -m benchmarks.drain [--mails 2000] [--runs 1]

All three take the same waiting mails from the same Dovecot, into SQLite with the same settings, and hand one reply a
mail to the same SMTP sink. Mails a second, and the ratios: machines differ, ratios hardly do.

    naive   what one would write in an afternoon: one mail, one commit, one connection at a time
    ideal   the same stages in batches, over connections that stay open, but without parsing, reading or booking
    mailbot the real thing: `mailbot run --once`, in this process
"""

import argparse
import asyncio
import smtplib
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

from imap_tools import AND, MailBoxUnencrypted
from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table, create_engine, event, insert, update

from mailbot.adapters.imap import Mailbox
from mailbot.adapters.smtp import SmtpConnection
from mailbot.app import House
from mailbot.config import Config, load
from mailbot.worker import run_once
from tests.office import FIRST_MAIL, NOW, Office, letter
from tests.servers.dovecot import Dovecot
from tests.servers.smtp import SmtpRecorder

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
    arguments.add_argument("--runs", type=int, default=1)
    options = arguments.parse_args()
    with Dovecot() as dovecot, dovecot.hand() as hand:
        hand.append_all(waiting_mails(options.mails))
        rates: dict[str, list[float]] = {name: [] for name in CONTENDERS}
        for _ in range(options.runs):
            for name, drain in CONTENDERS.items():
                with tempfile.TemporaryDirectory() as folder, SmtpRecorder() as smtp:
                    rates[name].append(measure(drain, Office(Path(folder), dovecot, smtp, hand), options.mails))
                print(f"{name:8} {rates[name][-1]:8.0f} mails/s", flush=True)
    naive, ideal, ours = (statistics.median(rates[name]) for name in ("naive", "ideal", "mailbot"))
    print(f"mailbot / naive {ours / naive:6.2f}\nmailbot / ideal {ours / ideal:6.2f}")


def waiting_mails(count: int) -> Iterator[bytes]:
    for number in range(count):
        name = f"{GIVEN[number % len(GIVEN)]} {SURNAMES[number // len(GIVEN) % len(SURNAMES)]}{'a' * (number % 7)}"
        sender = f"{name} <persoon{number}@utrecht.example>"
        yield letter(sender, TEXT.format(name=name)).as_bytes()


def measure(drain: Callable[[Config], None], office: Office, count: int) -> float:
    office.configure(capacity=count, more="[limits]\nreplies_per_ten_minutes = 1000000\n")
    config = load(office.config_file, {})
    began = time.perf_counter()
    drain(config)
    took = time.perf_counter() - began
    assert len(office.smtp.messages) == count, f"{len(office.smtp.messages)} replies for {count} mails"
    return count / took


def drain_with_mailbot(config: Config) -> None:
    house = House(config, {"MAILBOT_NOW": NOW})
    assert run_once(house) == []
    house.close()


def drain_naively(config: Config) -> None:
    engine = sqlite(config, "naive.db")
    box = MailBoxUnencrypted(config.mailbox.host, config.mailbox.port)
    with box.login(config.mailbox.username, config.mailbox.password.get_secret_value(), "INBOX"):
        for uid in box.uids(AND(date_gte=FIRST_MAIL.date() - timedelta(days=1))):
            mail = next(box.fetch(AND(uid=uid), mark_seen=False))
            if "meld" not in mail.text:
                continue
            with engine.begin() as connection:
                connection.execute(update(seats).where(seats.c.taken < 10**6).values(taken=seats.c.taken + 1))
                connection.execute(insert(people).values(email=mail.from_, name=mail.from_values.name))
            reply = EmailMessage()
            reply["From"], reply["To"] = config.mailbox.address, mail.from_
            reply["Subject"] = f"Re: {mail.subject}"
            reply["In-Reply-To"] = mail.headers["message-id"][0]
            reply.set_content("U bent aangemeld.")
            reply.add_alternative("<p>U bent aangemeld.</p>", subtype="html")
            with smtplib.SMTP(config.smtp.host, config.smtp.port) as smtp:
                smtp.send_message(reply)


def drain_ideally(config: Config) -> None:
    engine = sqlite(config, "ideal.db")
    reply = b"From: p@example\r\nSubject: Re: Aanmelding\r\n\r\n" + b"U bent aangemeld.\r\n" * 100
    with Mailbox(config.mailbox) as box:
        listed = [mail.uid for mail in box.list_since(0)]
        for at in range(0, len(listed), 100):
            fetched = box.fetch(listed[at : at + 100])
            with engine.begin() as connection:
                connection.execute(insert(mails), [{"uid": uid, "raw": raw.data} for uid, raw in fetched.items()])
            asyncio.run(send_all(config, [f"persoon{uid}@utrecht.example" for uid in fetched], reply))


async def send_all(config: Config, recipients: list[str], reply: bytes) -> None:
    async def work() -> None:
        async with SmtpConnection(config.smtp, config.mailbox.address) as connection:
            while recipients:
                await connection.send(recipients.pop(), reply)

    await asyncio.gather(*(work() for _ in range(config.smtp.connections)))


def sqlite(config: Config, name: str):  # type: ignore[no-untyped-def]
    engine = create_engine(f"sqlite:///{config.folder / name}")

    @event.listens_for(engine, "connect")
    def durable(connection, _):  # type: ignore[no-untyped-def]
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")

    tables.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(seats).values(event="dag", taken=0))
    return engine


GIVEN = "Jan Piet Ayşe Fatima Kees Joke Sanne Mohammed Willem Ingrid Noor Daan Lotte Ruben Esther Youssef".split()
SURNAMES = "Bakker Smit Kaya Visser Meijer Mulder Dekker Brouwer Vos Peters Hendriks Dijkstra Kok Jacobs".split()
CONTENDERS: dict[str, Callable[[Config], None]] = {
    "naive": drain_naively,
    "ideal": drain_ideally,
    "mailbot": drain_with_mailbot,
}

if __name__ == "__main__":
    main()
