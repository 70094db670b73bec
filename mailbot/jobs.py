"""A job of the worker: run every so often or when woken, never twice at a time, with growing pauses when it fails.

    well      every `seconds`, and at once when woken
    failing   after 5 s, 15 s, ... 5 minutes; a refused login after a minute, ... an hour: servers lock accounts

`Watch` hears how each run went, and tells of trouble by kind: when a job fails twice in a row (one hiccup is nobody's
business), and when nothing of that kind is left.
"""

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers import SchedulerNotRunningError
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from mailbot.errors import DeliveryError, LoginRefused, MailbotError, MailboxError, StoreError
from mailbot.pipeline.alerts import Alerts
from mailbot.pipeline.process import describe

log = logging.getLogger(__name__)

# Seconds to wait after the first, second, ... failure in a row; then always the last.
PAUSES = (5.0, 15.0, 30.0, 60.0, 120.0, 300.0)
LOGIN_PAUSES = (60.0, 300.0, 900.0, 1800.0, 3600.0)
# Failures in a row after which somebody is told; of a refused login at once, for asking again does not help.
TELL_AFTER = 2

# What an error is told as (replying/alert.py has the words); the first kind that fits.
KINDS: tuple[tuple[type[Exception], str], ...] = (
    (LoginRefused, "login"),
    (MailboxError, "mailbox"),
    (StoreError, "database"),
    (DeliveryError, "smtp"),
    (Exception, "program"),
)


def kind_of(error: Exception) -> str:
    """Which trouble that error is."""
    return next(kind for type_, kind in KINDS if isinstance(error, type_))


def in_words(error: Exception) -> str:
    """Its own sentence where it has one; otherwise where it happened, without what it happened with."""
    return str(error) if isinstance(error, MailbotError) else describe(error)


class Watch:
    """Keeps apart which job suffers from what, so that one that goes well doesn't call off another's trouble."""

    def __init__(self, alerts: Callable[[], Alerts]) -> None:
        self._alerts = alerts
        self._mutex = threading.Lock()
        self._wrong: dict[str, set[str]] = {}

    def failed(self, job: str, error: Exception, times: int) -> None:
        kind = kind_of(error)
        if times < TELL_AFTER and kind != "login":
            return
        with self._mutex:
            self._wrong.setdefault(job, set()).add(kind)
        self._alerts().begin(kind, in_words(error))

    def went_well(self, job: str, kinds: tuple[str, ...]) -> None:
        """`kinds`: what could have gone wrong in this job and did not."""
        with self._mutex:
            # only success ends anything: a server that now doesn't answer at all has not taken our password back
            over = {*kinds, *self._wrong.pop(job, set())}
            for kind in sorted(over.difference(*self._wrong.values())):
                self._alerts().end(kind)


class Job:
    """`work` raises where it fails. `kinds`: the troubles that are over once it went well."""

    def __init__(
        self,
        scheduler: BackgroundScheduler,
        name: str,
        work: Callable[[], None],
        seconds: int,
        watch: Watch,
        kinds: tuple[str, ...] = (),
    ) -> None:
        self._scheduler, self.name, self._work, self._watch, self._kinds = scheduler, name, work, watch, kinds
        self._mutex = threading.Lock()
        self._running = self._again = False
        self._failures, self._not_before = 0, 0.0
        self.well = threading.Event()  # set while the last run went well
        scheduler.add_job(
            self._run,
            IntervalTrigger(seconds=seconds, timezone=UTC),
            id=name,
            coalesce=True,
            max_instances=2,  # the second only notes that the first must go on
            misfire_grace_time=None,  # late is better than never
            next_run_time=datetime.now(UTC),
        )

    def wake(self) -> None:
        """Run now, or once more where it is running; after a failure not before the pause is over. After the end of
        the scheduler: nothing."""
        with suppress(SchedulerNotRunningError, RuntimeError):
            self._scheduler.add_job(self._run, misfire_grace_time=None)

    def forget_failures(self) -> None:
        """What was wrong may have been put right (a new configuration): no pause holds any longer."""
        self._failures, self._not_before = 0, 0.0

    def _run(self) -> None:
        with self._mutex:
            if time.monotonic() < self._not_before:
                return
            if self._running:
                self._again = True
                return
            self._running = True
        while True:
            self._run_once()
            with self._mutex:
                if not self._again or self._failures:
                    self._running = self._again = False
                    return
                self._again = False

    def _run_once(self) -> None:
        try:
            self._work()
        except Exception as error:
            level = logging.WARNING if isinstance(error, MailbotError) else logging.ERROR
            log.log(level, "job.failed", extra={"job": self.name, "error": in_words(error)})
            self.well.clear()
            self._pause(error)
            self._watch.failed(self.name, error, self._failures)
        else:
            self._failures = 0
            self.well.set()
            self._watch.went_well(self.name, self._kinds)

    def _pause(self, error: Exception) -> None:
        pauses = LOGIN_PAUSES if isinstance(error, LoginRefused) else PAUSES
        seconds = pauses[min(self._failures, len(pauses) - 1)]
        self._failures += 1
        self._not_before = time.monotonic() + seconds
        # a little later than the pause, or it would find itself too early by a hair
        again = DateTrigger(datetime.now(UTC) + timedelta(seconds=seconds + 0.1))
        with suppress(SchedulerNotRunningError, RuntimeError):
            self._scheduler.add_job(self._run, again, misfire_grace_time=None)
