"""The worker as others watch over it: systemd hears that it lives, and /health and /metrics answer where a port is
configured. All of it is beside the work: where the port cannot be opened, mail is handled all the same."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mailbot.adapters.systemd import Systemd
from mailbot.app import House
from mailbot.errors import MailbotError, StoreError
from mailbot.pipeline.health import health
from mailbot.pulse import Pulse

if TYPE_CHECKING:
    from mailbot.adapters.metrics import Metrics

log = logging.getLogger(__name__)


class Watched:
    """`house` is asked each time: the worker moves to another one when its configuration changes."""

    def __init__(self, house: Callable[[], House]) -> None:
        self._house = house
        self.pulse = Pulse()
        self._systemd = Systemd(self.pulse.goes_on)
        self._metrics: Metrics | None = None
        self._started = house().clock.now()

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """While the worker works: the port is open, and systemd knows."""
        with self._monitor():
            self._systemd.ready()
            yield

    def tick(self) -> None:
        """To be called often, from the thread that would stop the worker."""
        self._systemd.tick()

    def stopping(self) -> None:
        self._systemd.stopping()

    @contextmanager
    def polling(self) -> Iterator[None]:
        """Around a poll: those that succeed are timed."""
        began = time.monotonic()
        yield
        if self._metrics:
            self._metrics.polled(time.monotonic() - began)

    @contextmanager
    def _monitor(self) -> Iterator[None]:
        port = self._house().config.monitor.port
        if port is None:
            yield
            return
        from mailbot.adapters.metrics import Metrics  # only who is watched pays for these
        from mailbot.adapters.monitor import Monitor

        self._metrics = Metrics(lambda: self._house().vitals(), lambda: self._house().clock.now())
        try:
            monitor = Monitor(port, self._health, self._metrics.text)
        except MailbotError as error:
            log.error("monitor.unavailable", extra={"error": str(error)})
            yield
            return
        monitor.start()
        try:
            yield
        finally:
            monitor.close()

    def _health(self) -> tuple[bool, dict[str, object]]:
        house = self._house()
        try:
            state = house.vitals()
        except StoreError as error:
            return False, {
                "well": False,
                "last_poll": None,
                "oldest_reply": None,
                "troubles": [str(error)],
                "notices": [],
            }
        told = health(state, house.config.mailbox.poll_seconds, self._started, house.clock.now())
        content = told.as_json()
        if not self.pulse.goes_on():
            content |= {"well": False, "troubles": [*told.troubles, "the work stands still"]}
        return bool(content["well"]), content
