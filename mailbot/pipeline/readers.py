"""Reading mails in processes of their own (Pebble): beside the booking, on every core, and with a deadline that holds.

A mail that makes parsing or reading hang can't be stopped from within Python; its process can. So each mail has so
many seconds; one that takes longer, or takes its process down, comes back as an error like any other.

A few mails travel together, for handing one over costs nearly as much as reading it. Where something goes wrong with
such a bundle, each of its mails is read again by itself: the error is that of the mail that makes it, and of no other.
"""

import copyreg
import os
import pickle
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future
from datetime import datetime
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from operator import attrgetter
from threading import Lock, Thread
from typing import Any

from pebble import ProcessExpired, ProcessPool

from mailbot.domain.event import Choice
from mailbot.domain.message import Address, Attachment, IncomingMessage, Origin, Screening
from mailbot.domain.reading import Evidence, Reading, Request
from mailbot.pipeline.understand import NOTHING, UNREADABLE, Understanding

# Seconds for one mail: a thousand times what the slowest one takes.
DEADLINE = 10.0
# A process ends after so many bundles, and gives back what memory a strange mail took.
BUNDLES_A_PROCESS = 1000
# Mails handed over together, at most. Where there are few, each process should have its share of them.
BUNDLE = 8

Understand = Callable[[bytes, datetime], Understanding]


class Readers:
    """A pool of processes that understand mails. `understand` must be picklable; they start with the first mail, or
    with `warm_up`."""

    def __init__(self, understand: Understand, processes: int | None = None, deadline: float = DEADLINE) -> None:
        self._understand, self._deadline = understand, deadline
        self._processes = processes or _cores()
        self._pool: ProcessPool | None = None
        self._starting = Lock()
        self._closed = False

    def warm_up(self) -> None:
        """Start the processes, so that the first mail needn't wait for them. Returns at once."""
        if self._pool is None:
            Thread(target=self._come_up, name="warm-up", daemon=True).start()

    @property
    def coming_up(self) -> bool:
        """Whether the processes are being started now: whoever hands them a mail waits until they are there."""
        return self._starting.locked()

    def submit(self, mails: Sequence[tuple[bytes, datetime]]) -> list["Future[Understanding]"]:
        """Begin to read these; `result` waits for one."""
        if not mails:
            return []  # whoever has nothing to read needn't wait for the processes, and may fetch mails meanwhile
        pool = self._running()
        readings: list[Future[Understanding]] = [Future() for _ in mails]
        size = max(1, min(BUNDLE, len(mails) // (2 * self._processes)))
        for at in range(0, len(mails), size):
            self._hand_over(pool, mails[at : at + size], readings[at : at + size])
        return readings

    def _hand_over(
        self, pool: ProcessPool, mails: Sequence[tuple[bytes, datetime]], readings: Sequence["Future[Understanding]"]
    ) -> None:
        """Have these mails read one after the other in one process, in the time that one mail may take."""

        def share_out(bundle: "Future[bytes]") -> None:
            error = CancelledError() if bundle.cancelled() else bundle.exception()
            if error is None:
                understood = pickle.loads(bundle.result())  # noqa: S301  from a process of ours, as all that a pool brings
                for reading, understanding in zip(readings, understood, strict=True):
                    reading.set_result(understanding)
            elif len(readings) > 1 and not isinstance(error, CancelledError):
                for mail, reading in zip(mails, readings, strict=True):
                    self._hand_over(pool, [mail], [reading])
            else:
                for reading in readings:
                    reading.set_exception(error)

        try:
            bundle = pool.schedule(_understand_each, args=[list(mails)], timeout=self._deadline)
        except RuntimeError as error:  # closed meanwhile
            for reading in readings:
                reading.set_exception(error)
        else:
            bundle.add_done_callback(share_out)

    def close(self) -> None:
        """End the processes, whatever they do."""
        with self._starting:
            self._closed = True  # or a pool that is just coming up would outlive us
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()

    def _come_up(self) -> None:
        with self._starting:
            if not self._closed:
                self._started().schedule(_nothing)

    def _running(self) -> ProcessPool:
        with self._starting:
            return self._started()

    def _started(self) -> ProcessPool:
        if self._pool is None or not self._pool.active:
            self._pool = ProcessPool(
                self._processes,
                max_tasks=BUNDLES_A_PROCESS,
                initializer=_become_reader,
                initargs=[self._understand],
                context=_context(),
            )
        return self._pool


def _context() -> BaseContext:
    """Processes forked from a small server that has read the word lists: a fork of ourselves would copy the locks of
    our threads in whatever state they are, and a process from nothing takes a second to come up."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["mailbot.pipeline.preload"])
    return context


def result(reading: "Future[Understanding]") -> Understanding:
    """What was understood, or an empty understanding with the error that kept us from it."""
    try:
        return reading.result()
    except TimeoutError:
        return _failed("took too long")
    except ProcessExpired:
        return _failed("reading process died")
    except (CancelledError, Exception) as error:
        return _failed(type(error).__name__)


def _cores() -> int:
    """The processors that we may use; where the system doesn't tell (macOS), all there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _failed(error: str) -> Understanding:
    return Understanding(NOTHING, Screening(Origin.HUMAN), UNREADABLE, error)


# In a reading process: how it understands mails.
_understand: Understand | None = None


def _become_reader(understand: Understand) -> None:
    """Once for a process. Sent along with each bundle, the configuration would be another object each time, which
    every cache of what was found out of it had to compare in full."""
    global _understand
    _understand = understand


def _understand_each(mails: Sequence[tuple[bytes, datetime]]) -> bytes:
    """Packed here: multiprocessing would look each object's class up in three tables, one after the other."""
    assert _understand
    return pickle.dumps([_understand(*mail) for mail in mails])


def _nothing(*_: Any) -> None:
    """A first task, for the process to come up with."""


def _pack_by_fields(kind: type) -> None:
    """What dataclasses bring for this goes through the description of each field, for each object anew."""
    values = attrgetter(*kind.__slots__)  # type: ignore[attr-defined]
    copyreg.pickle(kind, lambda one: (kind, values(one)))


for _kind in (Understanding, IncomingMessage, Address, Attachment, Screening, Reading, Request, Evidence, Choice):
    _pack_by_fields(_kind)
