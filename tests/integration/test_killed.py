"""Killed at any moment: afterwards every mail is handled once, every handled mail has its one reply, the books agree.

MAILBOT_TEST_KILLS (default 4) says how often the random killing strikes, MAILBOT_TEST_MAILS (default 200) while how
many mails wait. With more than the usual number of kills every step is died at, too; otherwise every second on SQLite,
and every seventh on PostgreSQL, where a new database takes its time.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

import pytest

from mailbot.pipeline.readers import Readers
from tests.crashes import READ_HERE, run_until
from tests.office import NOW, Office, letter, somebody
from tests.servers.smtp import Message

KILLS = int(os.environ.get("MAILBOT_TEST_KILLS", "4"))
MAILS = int(os.environ.get("MAILBOT_TEST_MAILS", "200"))

JAN = "Jan de Vries <jan@utrecht.example>"
PIET = "Piet Bos <piet@zwolle.example>"
AYSE = "Ayşe Kaya <ayse@ede.example>"
SIGN_UP = "Hierbij meld ik mij aan voor 30 maart.\n\nGroet,\n{}\n"
CANCELLATION = "Helaas kan ik toch niet komen, ik meld me af voor 30 maart.\n\nGroet,\nJan de Vries\n"
# More than a run of this size has steps; one that comes to its end before says so.
MOST_STEPS = 90


def sign_up(sender: str) -> bytes:
    return letter(sender, SIGN_UP.format(sender.split(" <")[0])).as_bytes()


def checked_replies(messages: list[Message]) -> dict[str, bytes]:
    """Each reply by its Message-ID. What went out twice must be the same in every byte."""
    copies: dict[str, set[bytes]] = defaultdict(set)
    for message in messages:
        copies[str(message.email["Message-ID"])].add(message.data)
    assert {id: len(versions) for id, versions in copies.items() if len(versions) > 1} == {}
    return {id: versions.pop() for id, versions in copies.items()}


def in_order(office: Office, mails: int) -> None:
    house = office.house()
    try:
        audit, report = house.audit(), house.report()
    finally:
        house.close()
    assert audit.agrees, audit
    assert (audit.mails, sum(report.mails.values())) == (mails, mails)
    assert report.outbox["queued"] == report.outbox["failed"] == 0


@pytest.mark.timeout(300)
def test_dead_between_any_two_steps_the_next_run_goes_on_from_there(
    office_on_both: Office, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = office_on_both
    for name, method in zip(("submit", "warm_up"), READ_HERE, strict=True):
        monkeypatch.setattr(Readers, name, method)
    on_postgres = "postgresql" in str(office.settings.get("database"))
    office.configure(capacity=1)
    for mail in (sign_up(JAN), sign_up(PIET), sign_up(AYSE), letter(JAN, CANCELLATION, "Afmelding").as_bytes()):
        office.post(mail)
    died_at = []
    stride = 1 if KILLS > 4 else 7 if on_postgres else 2
    for step in range(1, MOST_STEPS, stride):
        office.smtp.messages.clear()
        database = request.getfixturevalue("postgres").new_database() if on_postgres else f"sqlite:///crash{step}.db"
        office.configure(database=database)

        died = run_until(office.config_file, step, NOW)
        assert office.run_once() == []  # with a clock that begins anew: it reads what it read the first time

        in_order(office, 4)
        sent = checked_replies(office.smtp.messages)
        kinds = sorted((m.recipients[0], str(m.email["X-Mailbot-Reply"])) for m in _once(office.smtp.messages, sent))
        assert kinds == [
            ("ayse@ede.example", "waitlisted"),
            ("jan@utrecht.example", "cancelled"),
            ("jan@utrecht.example", "confirmed"),
            ("piet@zwolle.example", "promoted"),
            ("piet@zwolle.example", "waitlisted"),
        ]
        if not died:
            break
        died_at.append(step)

    assert len(died_at) > 25 / stride
    assert not died


def _once(messages: list[Message], ids: dict[str, bytes]) -> list[Message]:
    first = {str(message.email["Message-ID"]): message for message in reversed(messages)}
    return [first[id] for id in ids]


@pytest.mark.timeout(60 + 20 * KILLS)
def test_killed_at_random_while_hundreds_of_mails_wait_everybody_is_answered_once(office_on_both: Office) -> None:
    office = office_on_both
    office.configure(capacity=MAILS // 2, more="[limits]\nreplies_per_ten_minutes = 1000000\n")
    office.hand.append_all(sign_up(somebody(n)) for n in range(MAILS))
    office.smtp.delay = 0.01
    chance = random.Random(20230330)
    kills = 0
    while kills < KILLS:
        with started(office) as process:
            # somewhere between the start and the last answer, by the clock or by what has left already
            had = len(office.smtp.messages)
            wanted, patience = had + chance.randrange(1, MAILS // KILLS), time.monotonic() + chance.uniform(0.5, 6)
            while process.poll() is None and len(office.smtp.messages) < wanted and time.monotonic() < patience:
                time.sleep(0.005)
            if process.poll() is not None:
                break  # done before it could be killed
            os.killpg(process.pid, signal.SIGKILL)
            kills += 1

    assert kills > 0
    assert office.run_once() == []
    in_order(office, MAILS)
    sent = checked_replies(office.smtp.messages)
    answered = sorted(m.recipients[0] for m in _once(office.smtp.messages, sent))
    assert answered == sorted(f"persoon{n}@utrecht.example" for n in range(MAILS))
    (event,) = office.report().events
    assert (event.seats.taken, len(event.waiting)) == (MAILS // 2, MAILS - MAILS // 2)


class started:
    """`mailbot run --once` as a process, the leader of a group of its own."""

    def __init__(self, office: Office) -> None:
        command = [sys.executable, "-m", "mailbot", "run", "--once", "--config", str(office.config_file)]
        self._process = subprocess.Popen(
            command,
            env={**os.environ, "MAILBOT_NOW": NOW},
            stderr=(office.folder / "log").open("a"),
            start_new_session=True,
        )

    def __enter__(self) -> subprocess.Popen[bytes]:
        return self._process

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait(timeout=30)


def test_killed_alone_the_worker_leaves_no_process_behind(office: Office, tmp_path: Path) -> None:
    office.post(sign_up(JAN))
    office.smtp.delay = 30
    with started(office) as process:
        office.smtp.wait_for_attempts(1, timeout=30)
        group = process.pid

        process.kill()
        process.wait()

    deadline = time.monotonic() + 10
    while _lives(group) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _lives(group)


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
