"""What systemd wants to hear of a service: that it is ready, that it is alive, that it stops (sd_notify(3)).

A datagram to the socket in $NOTIFY_SOCKET; a library for that is longer than doing it. Without systemd: nothing.
"""

import os
import socket
import time
from collections.abc import Callable, Mapping
from contextlib import suppress


class Systemd:
    """`alive()` is asked before each sign of life: a watchdog that is fed by a thread with nothing else to do proves
    nothing about the work."""

    def __init__(self, alive: Callable[[], bool], environ: Mapping[str, str] = os.environ) -> None:
        self._alive = alive
        self._address = environ.get("NOTIFY_SOCKET", "")
        self._every = _seconds(environ) / 2
        self._last = 0.0

    def ready(self) -> None:
        self._tell("READY=1")

    def stopping(self) -> None:
        self._tell("STOPPING=1")

    def tick(self) -> None:
        """To be called often: tells that we live, as often as systemd wants it and as long as it is true."""
        now = time.monotonic()
        if self._every and now - self._last >= self._every and self._alive():
            self._last = now
            self._tell("WATCHDOG=1")

    def _tell(self, what: str) -> None:
        if not self._address:
            return
        # a leading @ stands for the abstract namespace
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sock:
            sock.sendto(what.encode(), address)


def _seconds(environ: Mapping[str, str]) -> float:
    """WatchdogSec= as systemd passes it on; 0 where none is set, or where it is meant for another process."""
    meant = environ.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
    microseconds = environ.get("WATCHDOG_USEC", "")
    return int(microseconds) / 1e6 if meant and microseconds.isdigit() else 0.0
