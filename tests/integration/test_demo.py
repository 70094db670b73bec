"""The demo as one starts it: the sample mails end as a careful person would have it, and it answers mails of one's own.

It runs once for all the tests of the samples, with a home and a current folder that it can't write to; what it prints
is what is compared, and the books that it left behind.
"""

import imaplib
import os
import re
import signal
import smtplib
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest

from mailbot.app import House
from mailbot.config import load
from mailbot.demo.samples import samples
from mailbot.domain.ledger import Pool
from mailbot.domain.report import Report
from mailbot.pipeline.audit import Audit
from tests.servers import need

# How each sample mail ends: the reply's template, or what is done instead of answering.
OUTCOMES = {
    "01-single": "confirmed",
    "02-three-in-a-list": "confirmed",
    "03-newsletter": "ignored",
    "04-html-only": "confirmed",
    "05-question": "held",
    "06-table": "confirmed",
    "07-out-of-office": "ignored",
    "08-english": "confirmed",
    "09-workshops": "confirmed",
    "10-too-early": "closed",
    "11-signup-with-question": "confirmed",
    "12-unnamed-colleagues": "held, needs_details",
    "13-frisian": "confirmed",
    "14-forwarded-by-secretary": "confirmed",
    "15-conditional": "held",
    "16-sales": "ignored",
    "17-subject-only": "confirmed",
    "18-access": "confirmed",
    "19-same-person-again": "already_registered",
    "20-june-two": "confirmed",
    "21-three-same-workshop": "confirmed",
    "22-workshop-full": "partly_confirmed",
    "23-one-seat-for-two": "partly_confirmed",
    "24-waiting-list": "waitlisted",
    "25-june-last-seat": "confirmed",
    "26-june-fully-booked": "fully_booked",
    "27-two-in-one-round": "held",
    "28-instructions": "held",
    "29-codes": "changed",
    "30-diet": "changed",
    "31-cancellation": "cancelled, promoted",
    "32-substitution": "changed",
    "33-bounce": "ignored",
    "34-cancelled-by-a-stranger": "held",
    "35-thanks": "ignored",
    "36-june-cancellation": "cancelled",
    "37-calendar": "ignored",
}
MARCH, JUNE = "discriminatie-2023", "mensenrechten-2023"
# Long enough for a machine that does ten other things.
PATIENCE = 60


@dataclass(frozen=True)
class Run:
    """A demo that is over: what it printed, and its books."""

    output: str
    seconds: float
    report: Report
    audit: Audit

    def outcomes(self) -> list[str]:
        """What the screen says became of each mail, in the order in which they were shown."""
        blocks = [block for block in self.output.split("\n\n") if block.startswith("mail ")]
        return [", ".join(_outcome(block)) for block in blocks]


def _outcome(block: str) -> Iterator[str]:
    for line in block.splitlines():
        label, value = line[:10].strip(), line[10:]
        if label in ("held", "ignored"):
            yield label
        if label in ("answered", "and told"):
            yield value.split()[0]


def environment(folder: Path) -> dict[str, str]:
    """Nothing of ours: settings in the environment, as an admin has them, must not reach the demo."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": "/nonexistent",
        "TMPDIR": str(folder),
        "MAILBOT_CONFIG": "/nonexistent/config.toml",
        "MAILBOT_MAILBOX__HOST": "imap.example.nl",
        "LANG": "C.UTF-8",
    }


def demo(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "mailbot", "demo", *arguments]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    temporary, current = tmp_path_factory.mktemp("tmp"), tmp_path_factory.mktemp("empty")
    current.chmod(0o500)
    began = time.monotonic()
    done = subprocess.run(
        demo("--once", "--keep", "--config", "/nonexistent/config.toml"),
        cwd=current,
        env=environment(temporary),
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    seconds = time.monotonic() - began
    assert (done.returncode, done.stderr) == (0, "")
    (kept,) = temporary.iterdir()
    house = House(load(kept / "config.toml", {}), {})
    try:
        return Run(done.stdout, seconds, house.report(), house.audit(look_at_folder=False))
    finally:
        house.database.close()


def test_every_sample_mail_is_shown_in_its_turn(run: Run) -> None:
    assert [sample.name for sample in samples()] == list(OUTCOMES)
    assert len(run.outcomes()) == len(OUTCOMES)


@pytest.mark.parametrize("at", range(len(OUTCOMES)), ids=list(OUTCOMES))
def test_a_sample_mail_ends_as_intended(run: Run, at: int) -> None:
    assert run.outcomes()[at] == list(OUTCOMES.values())[at]


def test_the_seats_run_out_and_are_never_oversold(run: Run) -> None:
    march, june = run.report.events

    counted = {count.pool: (count.taken, count.capacity) for count in (march.seats, *march.workshops, june.seats)}

    assert all(taken <= capacity for taken, capacity in counted.values())
    assert counted[Pool(MARCH)] == (20, 20)
    assert counted[Pool(JUNE)] == (2, 3)
    assert counted[Pool(MARCH, 1, "vooroordelen")] == (5, 6)
    assert [person.name for person in march.waiting] == ["Corrie Bakhuis"]


def test_the_books_agree_and_every_promise_was_kept(run: Run) -> None:
    assert run.audit.agrees
    assert run.report.outbox == {"queued": 0, "sent": 26, "failed": 1}
    assert "The books agree. 37 mails in the folder, all accounted for" in run.output


def test_the_reply_that_came_back_is_told_as_failed(run: Run) -> None:
    (failed,) = run.report.undelivered

    assert (failed.recipient, failed.template) == ("r.kooijman@hoorn.example", "confirmed")


def test_the_report_is_shown(run: Run) -> None:
    for text in ("Gemeenten en de strijd tegen discriminatie", "Wie er komt (20)", "Wachtlijst (1)", "Na te kijken"):
        assert text in run.output


def test_without_a_terminal_it_is_plain_text(run: Run) -> None:
    assert "\x1b" not in run.output
    assert [line for line in run.output.splitlines() if line != line.rstrip()] == []


@dataclass
class Running:
    """A demo that goes on: its process, and what it has printed so far."""

    process: subprocess.Popen[str]
    file: Path

    @property
    def output(self) -> str:
        return self.file.read_text("utf-8")

    def line(self, start: str) -> str:
        """The one line of the guide that begins like this, as one would copy it."""
        (found,) = [line.strip() for line in self.output.splitlines() if line.strip().startswith(start)]
        return found

    def port(self, protocol: str) -> int:
        found = re.search(rf"  {protocol}  127\.0\.0\.1, port (\d+)", self.output)
        assert found
        return int(found[1])

    def wait(self, until: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not until():
            assert self.process.poll() is None, self.output
            assert time.monotonic() < deadline, self.output
            time.sleep(0.02)

    def replies(self, address: str) -> list[Message]:
        """What that attendee has got, as a mail program sees it."""
        with imaplib.IMAP4("127.0.0.1", self.port("IMAP"), timeout=10) as client:
            client.login("attendees", "demo")
            client.select("INBOX", readonly=True)
            _, (found,) = client.search(None, "TO", address)
            return [
                message_from_bytes(client.fetch(number.decode(), "BODY.PEEK[]")[1][0][1]) for number in found.split()
            ]


@contextmanager
def running(folder: Path) -> Iterator[Running]:
    file = folder / "output.txt"
    with file.open("w") as output:
        process = subprocess.Popen(
            demo(),
            cwd=folder,
            env=environment(folder),
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
    try:
        it = Running(process, file)
        it.wait(lambda: "Waiting for mail" in it.output)
        yield it
    finally:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("live")) as it:
        yield it


@pytest.mark.parametrize("program", ["python3", "swaks"])
def test_the_line_to_copy_sends_a_mail_that_is_answered(live: Running, program: str) -> None:
    need(program, subprocess.run(["which", program], capture_output=True, check=False).returncode == 0)
    before = len(live.replies("robin@voorbeeld.example"))

    subprocess.run(live.line(program), shell=True, check=True, capture_output=True, timeout=PATIENCE)

    live.wait(lambda: len(live.replies("robin@voorbeeld.example")) > before)
    reply = live.replies("robin@voorbeeld.example")[-1]
    assert reply["X-Mailbot-Reply"] == ("already_registered" if before else "confirmed")
    assert "Robin Vermeer <robin@voorbeeld.example>" in live.output


def test_a_mail_of_today_is_one_of_the_day_in_the_demo(live: Running) -> None:
    with smtplib.SMTP("127.0.0.1", live.port("SMTP"), timeout=10) as client:
        client.sendmail(
            "kim@voorbeeld.example",
            "platform@mensenrechten.example",
            "From: Kim Veldkamp <kim@voorbeeld.example>\nDate: Tue, 24 Nov 2026 10:00:00 +0100\nSubject: Aanmelding\n"
            "Message-ID: <today@voorbeeld.example>\n\nGraag meld ik mij aan voor 30 maart.\n\nGroet,\nKim Veldkamp\n",
        )

    live.wait(lambda: bool(live.replies("kim@voorbeeld.example")))
    (reply,) = live.replies("kim@voorbeeld.example")
    assert (reply["X-Mailbot-Reply"], reply["In-Reply-To"]) == ("waitlisted", "<today@voorbeeld.example>")


def test_the_newest_reply_can_be_read_without_a_mail_program(live: Running) -> None:
    need("curl", subprocess.run(["which", "curl"], capture_output=True, check=False).returncode == 0)

    shown = subprocess.run(live.line("curl"), shell=True, check=True, capture_output=True, text=True, timeout=PATIENCE)

    assert "X-Mailbot-Reply: " in shown.stdout


def test_an_organiser_can_look_at_it_from_another_terminal(live: Running) -> None:
    review = next(line.strip() for line in live.output.splitlines() if line.endswith("review list"))
    report = review.replace("review list", "report --format json")

    shown = subprocess.run(
        f"{live.line('export')}; {review}; {report}",
        shell=True,
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )

    assert "gerda.pols@raadslid.example" in shown.stdout
    # by today's clock the event would be over, and nobody would wait any more
    assert '"status": "waitlisted"' in shown.stdout


def test_the_mailbox_is_left_as_it_was_found(live: Running) -> None:
    with imaplib.IMAP4("127.0.0.1", live.port("IMAP"), timeout=10) as client:
        client.login("platform", "demo")
        client.select("INBOX", readonly=True)
        _, (every,) = client.search(None, "ALL")
        _, (unseen,) = client.search(None, "UNSEEN")

    assert len(every.split()) >= len(OUTCOMES)
    assert unseen == every


def test_who_stops_reading_its_output_ends_it_without_a_complaint(tmp_path: Path) -> None:
    with subprocess.Popen(
        demo("--once"),
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        complaint = process.stderr.read()
        code = process.wait(PATIENCE)

    assert (code, complaint) == (1, "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_well_and_leaves_nothing_behind(tmp_path: Path, number: signal.Signals) -> None:
    with running(tmp_path) as it:
        os.killpg(it.process.pid, number)  # as a terminal does it: to the processes that read mails, too
        code = it.process.wait(PATIENCE)

    assert code == 0
    assert [file.name for file in tmp_path.iterdir()] == ["output.txt"]
    assert "Traceback" not in it.output


def test_a_port_that_is_taken_is_told_in_a_line(live: Running, tmp_path: Path) -> None:
    taken = str(live.port("SMTP"))

    done = subprocess.run(
        demo("--once", "--smtp-port", taken),
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert taken in done.stderr
    assert list(tmp_path.iterdir()) == []
