"""`mailbot run` as others watch it: /health and /metrics on a loopback port, systemd's socket, log lines."""

import http.client
import json
import os
import signal
import socket
import subprocess
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from mailbot.adapters.monitor import Monitor
from mailbot.errors import MailbotError
from tests.integration.test_worker import PATIENCE, running, sign_up, until
from tests.office import Office, letter

JAN = "Jan de Vries <jan@utrecht.example>"


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def get(port: int, path: str, host: str = "127.0.0.1") -> tuple[int, str]:
    connection = http.client.HTTPConnection(host, port, timeout=10)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def samples(text: str) -> dict[tuple[str, ...], float]:
    """{(name, label values...): value}"""
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


@pytest.fixture
def port(office: Office) -> int:
    port = free_port()
    office.configure(more=f"[monitor]\nport = {port}\n", mailbox="since = 2023-02-01\npoll_seconds = 1")
    return port


def test_health_and_metrics_tell_how_it_goes_and_nothing_about_people(office: Office, port: int) -> None:
    office.post(letter(JAN, sign_up(JAN)))
    with running(office):
        until(lambda: len(office.smtp.messages) == 1, "the answer")
        until(lambda: samples(get(port, "/metrics")[1]).get(("mailbot_replies", "sent")) == 1, "the figures")

        status, health = get(port, "/health")
        text = get(port, "/metrics")[1]
        elsewhere = get(port, "/")[0]

    told, figures = json.loads(health), samples(text)
    assert (status, told["well"], told["troubles"], elsewhere) == (200, True, [], 404)
    assert told["last_poll"].startswith("2023-02-20T")
    assert figures["mailbot_mails", "accepted"] == 1
    assert (figures["mailbot_seats_capacity", "dag", "", ""], figures["mailbot_seats_taken", "dag", "", ""]) == (3, 1)
    assert figures["mailbot_seats_capacity", "dag", "1", "beleid"] == 2
    assert figures[("mailbot_outbox_oldest_seconds",)] == 0
    assert figures[("mailbot_poll_duration_seconds_count",)] >= 1
    assert figures[("mailbot_last_successful_poll_timestamp_seconds",)] > 1676880000
    for person in ("jan", "vries", "utrecht.example", "@"):
        assert person not in (health + text).lower()


def test_health_is_503_while_something_is_wrong_and_200_again_afterwards(office: Office, port: int) -> None:
    with running(office):
        until(lambda: "worker.started" in (office.folder / "log").read_text(), "the start")
        until(lambda: get(port, "/health")[0] == 200, "a good start")

        office.configure(password="verkeerd")
        until(lambda: get(port, "/health")[0] == 503, "the trouble")
        told = json.loads(get(port, "/health")[1])
        trouble = samples(get(port, "/metrics")[1])

        office.configure(password=office.dovecot.password)
        until(lambda: get(port, "/health")[0] == 200, "the recovery")

    assert told["well"] is False
    assert "refuses the login" in told["troubles"][0]
    assert trouble["mailbot_trouble", "login"] == 1


def test_the_port_is_for_this_machine_alone(office: Office, port: int) -> None:
    with running(office):
        until(lambda: "worker.started" in (office.folder / "log").read_text(), "the start")

        listening = Path("/proc/net/tcp").read_text() + Path("/proc/net/tcp6").read_text()

    lines = [line.split()[1] for line in listening.splitlines() if line.split()[3] == "0A"]
    assert [address for address in lines if address.endswith(f":{port:04X}")] == [f"0100007F:{port:04X}"]


def test_a_port_that_is_taken_keeps_no_mail_waiting(office: Office, port: int) -> None:
    with socket.create_server(("127.0.0.1", port)), running(office):
        office.post(letter(JAN, sign_up(JAN)))
        until(lambda: len(office.smtp.messages) == 1, "the answer")

        with pytest.raises(MailbotError, match=f"port {port} cannot be opened"):
            Monitor(port, lambda: (True, {}), lambda: b"")

    assert "monitor.unavailable" in (office.folder / "log").read_text()


def test_systemd_hears_that_it_is_ready_that_it_lives_and_that_it_stops(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(tmp_path / "notify"))
        ear.settimeout(PATIENCE)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        monkeypatch.setenv("WATCHDOG_USEC", "1000000")
        monkeypatch.delenv("WATCHDOG_PID", raising=False)
        with running(office) as process:
            heard = [ear.recv(100).decode() for _ in range(3)]
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE) == 0
            rest = []
            ear.settimeout(0)
            while True:
                try:
                    rest.append(ear.recv(100).decode())
                except BlockingIOError:
                    break

    assert heard == ["READY=1", "WATCHDOG=1", "WATCHDOG=1"]
    assert rest[-1] == "STOPPING=1"


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_log_tells_the_whole_story_by_references(office: Office, form: str) -> None:
    mail = letter(JAN, sign_up(JAN))
    office.post(mail)
    with running(office, "--log-format", form) as process:
        until(lambda: len(office.smtp.messages) == 1, "the answer")
        until(lambda: "reply.sent" in (office.folder / "log").read_text(), "the log line")
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)

    log = (office.folder / "log").read_text()
    events = [json.loads(line)["event"] if form == "json" else line.split("event=")[1].split()[0]
              for line in log.splitlines()]  # fmt: skip
    assert sorted(events) == ["mail.handled", "reply.sent", "worker.started", "worker.stopped", "worker.stopping"]
    assert mail["Message-ID"] in log
    assert office.smtp.messages[0].email["Message-ID"] in log
    for person in ("jan", "vries", "utrecht"):
        assert person not in log.lower()


@pytest.mark.skipif(not Path("/usr/bin/systemd-analyze").exists(), reason="this machine has no systemd-analyze")
def test_the_systemd_unit_is_one_and_little_is_left_open_to_it(tmp_path: Path) -> None:
    unit = Path(__file__).resolve().parents[2] / "docs" / "systemd" / "mailbot.service"
    here = tmp_path / "mailbot.service"
    here.write_text(unit.read_text("utf-8").replace("/opt/mailbot/bin/mailbot", "/bin/true"), "utf-8")

    verified = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(here)], capture_output=True, text=True, timeout=60,
        env={**os.environ, "SYSTEMD_LOG_LEVEL": "warning"}, check=False,
    )  # fmt: skip
    rated = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=20", str(here)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    assert [line for line in verified.stderr.splitlines() if "mailbot" in line] == []
    assert rated.returncode == 0, rated.stdout[-300:]
