"""What systemd is told, and when (sd_notify(3))."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from mailbot.adapters.systemd import Systemd


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sock:
        sock.bind(str(tmp_path / "notify"))
        sock.setblocking(False)
        yield sock


def heard(ear: socket.socket) -> list[str]:
    words = []
    while True:
        try:
            words.append(ear.recv(100).decode())
        except BlockingIOError:
            return words


def environ(ear: socket.socket, **more: str) -> dict[str, str]:
    return {"NOTIFY_SOCKET": ear.getsockname(), **more}


def test_it_hears_of_the_beginning_and_the_end(ear: socket.socket) -> None:
    systemd = Systemd(lambda: True, environ(ear))

    systemd.ready()
    systemd.tick()
    systemd.stopping()

    assert heard(ear) == ["READY=1", "STOPPING=1"]  # no watchdog was asked for


@pytest.mark.parametrize(("alive", "told"), [(True, ["WATCHDOG=1"]), (False, [])])
def test_its_watchdog_is_fed_only_while_the_work_goes_on(ear: socket.socket, alive: bool, told: list[str]) -> None:
    Systemd(lambda: alive, environ(ear, WATCHDOG_USEC="60000000")).tick()

    assert heard(ear) == told


def test_the_watchdog_is_fed_twice_in_its_time_and_not_at_every_tick(ear: socket.socket) -> None:
    systemd = Systemd(lambda: True, environ(ear, WATCHDOG_USEC="60000000", WATCHDOG_PID=str(os.getpid())))
    systemd.tick()
    systemd.tick()
    first = heard(ear)
    systemd._last -= 30

    systemd.tick()

    assert (first, heard(ear)) == (["WATCHDOG=1"], ["WATCHDOG=1"])


def test_a_watchdog_of_another_process_is_not_ours(ear: socket.socket) -> None:
    Systemd(lambda: True, environ(ear, WATCHDOG_USEC="60000000", WATCHDOG_PID="1")).tick()

    assert heard(ear) == []


def test_without_systemd_or_with_one_that_is_gone_nothing_happens(tmp_path: Path) -> None:
    Systemd(lambda: True, {}).ready()
    Systemd(lambda: True, {"NOTIFY_SOCKET": str(tmp_path / "nobody")}).ready()
