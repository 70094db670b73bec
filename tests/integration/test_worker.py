"""`mailbot run` as a process: woken by IDLE, reloading its configuration, ended by SIGTERM."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.office import NOW, Office, letter

JAN = "Jan de Vries <jan@utrecht.example>"
PIET = "Piet Bos <piet@zwolle.example>"
PATIENCE = 30.0


@contextmanager
def running(office: Office, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "MAILBOT_NOW": NOW}
    command = [sys.executable, "-m", "mailbot", "run", "--config", str(office.config_file), *arguments]
    with (office.folder / "log").open("w") as log:
        process = subprocess.Popen(command, env=environment, stderr=log, text=True)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(timeout=PATIENCE)


def until(true: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, f"waited {PATIENCE} s for {what}"
        time.sleep(0.02)


def sign_up(sender: str) -> str:
    return f"Hierbij meld ik mij aan voor 30 maart.\n\nGroet,\n{sender.split(' <')[0]}\n"


@pytest.fixture
def patient_office(office: Office) -> Office:
    """An office whose scheduled poll comes too late for any test: only IDLE can be quick enough."""
    office.configure(mailbox="since = 2023-02-01\npoll_seconds = 3600")
    return office


def test_a_mail_is_answered_at_once_because_idle_wakes_the_poll(patient_office: Office):
    office = patient_office
    with running(office):
        office.post(letter(JAN, sign_up(JAN)))
        until(lambda: len(office.smtp.messages) == 1, "the first answer")
        began = time.monotonic()

        office.post(letter(PIET, sign_up(PIET)))
        until(lambda: len(office.smtp.messages) == 2, "the second answer")

    assert time.monotonic() - began < 10
    assert sorted(office.answers()) == [("jan@utrecht.example", "confirmed"), ("piet@zwolle.example", "confirmed")]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_with_0_when_what_it_held_is_finished(patient_office: Office, number: signal.Signals):
    office = patient_office
    office.post(letter(JAN, sign_up(JAN)))
    with running(office) as process:
        until(lambda: len(office.smtp.messages) == 1, "the answer")

        process.send_signal(number)

        assert process.wait(timeout=PATIENCE) == 0
    assert office.report().outbox == {"queued": 0, "sent": 1, "failed": 0}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_single_run_too_ends_with_0_at_a_signal_and_leaves_the_rest_to_the_next(
    office: Office, number: signal.Signals
):
    office.configure(smtp="per_minute = 1")
    office.post(letter(JAN, sign_up(JAN)))
    office.post(letter(PIET, sign_up(PIET)))
    with running(office, "--once") as process:
        until(lambda: len(office.smtp.messages) == 1, "the one reply of this minute")

        process.send_signal(number)

        assert process.wait(timeout=PATIENCE) == 0
    assert (office.folder / "log").read_text() == "mailbot: told to stop; what is left waits for the next run\n"
    assert office.report().outbox == {"queued": 1, "sent": 1, "failed": 0}
    office.run_once()
    assert sorted(office.answers()) == [("jan@utrecht.example", "confirmed"), ("piet@zwolle.example", "confirmed")]


def test_a_capacity_that_is_raised_takes_effect_without_a_restart(office: Office):
    office.configure(capacity=1, mailbox="since = 2023-02-01\npoll_seconds = 1")
    office.post(letter(JAN, sign_up(JAN)))
    office.post(letter(PIET, sign_up(PIET)))
    with running(office):
        until(lambda: len(office.smtp.messages) == 2, "both answers")

        office.configure(capacity=2)
        until(lambda: len(office.smtp.messages) == 3, "the promotion")

    assert office.answers()[2] == ("piet@zwolle.example", "promoted")


def test_a_configuration_that_is_wrong_is_refused_and_the_work_goes_on_by_the_old_one(office: Office):
    office.configure(mailbox="since = 2023-02-01\npoll_seconds = 1")
    office.post(letter(JAN, sign_up(JAN)))
    with running(office):
        until(lambda: len(office.smtp.messages) == 1, "the first answer")

        office.configure(capacity='"many"')
        until(lambda: "events[0].capacity" in (office.folder / "log").read_text(), "the refusal")
        office.post(letter(PIET, sign_up(PIET)))
        until(lambda: len(office.smtp.messages) == 2, "the second answer")

    assert "configuration.refused" in (office.folder / "log").read_text()
