"""Whether the worker's jobs make progress: what its watchdog goes by.

A job that runs must give a sign now and then (a batch, a mail sent), and some job must come by now and then: where
all threads hang, or the scheduler is gone, nothing comes any more.
"""

import threading
import time
from collections.abc import Callable

# Longer than the poll's own deadline and the longest pause after a failure: only what neither of them ended.
STILL = 900.0


class Pulse:
    """Thread-safe. A job that failed gave a sign of life too: trouble has alerts of its own."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._mutex = threading.Lock()
        self._running: dict[str, float] = {}
        self._last = clock()

    def around(self, job: str, work: Callable[[], None]) -> Callable[[], None]:
        """`work`, watched under that name."""

        def watched() -> None:
            self.beat(job)
            try:
                work()
            finally:
                with self._mutex:
                    self._running.pop(job, None)
                    self._last = self._clock()

        return watched

    def beat(self, job: str) -> None:
        """That job is going on."""
        with self._mutex:
            self._running[job] = self._last = self._clock()

    def goes_on(self) -> bool:
        """Whether no running job has been silent for too long, and not all of them together."""
        still = self._clock() - STILL
        with self._mutex:
            return all(beat > still for beat in (self._last, *self._running.values()))
