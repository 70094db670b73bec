"""The worker: polls, delivers and keeps house until it is told to stop (APScheduler 3), or does it all just once.

Each job runs alone (jobs.py) and can be woken: IDLE wakes the poll, the poll wakes delivery. A call to wake a job that
is running makes it run once more, so that no news falls between two runs. The poll has a deadline of its own.
"""

import gc
import logging
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC
from functools import cache
from pathlib import Path

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from mailbot import __version__
from mailbot.app import House
from mailbot.config import load
from mailbot.errors import ConfigError, MailbotError, MailboxError, StoreError
from mailbot.jobs import Job, Watch, kind_of
from mailbot.pipeline.brake import HELD
from mailbot.watched import Watched

log = logging.getLogger(__name__)

# A poll that makes no progress for so long is hung, whatever the sockets' own timeouts say.
POLL_DEADLINE = 300.0
# What is surely in order once a poll went well.
POLL_PROVES = ("mailbox", "login", "database", "program")
DELIVER_EVERY = 10
HOUSEKEEPING_EVERY = 30
# How long one call to wait for news may take: after it, what has changed around us is looked at.
WATCH_SECONDS = 60.0
# So many new objects before Python looks for garbage among them; 700 is its own figure, and a batch makes thousands.
GARBAGE = 50_000


def run_once(house: House, stop: Callable[[], bool] = lambda: False) -> list[str]:
    """Handle all that waits in the mailbox while delivering every reply that is due. Returns what went wrong, in
    plain sentences; empty where all went well. `stop()`: finish what is in hand, and leave the rest to the next run.
    Raises StoreError."""
    polling, news = threading.Event(), threading.Event()
    polling.set()
    troubles: list[str] = []
    courier = threading.Thread(target=_deliver_once, args=(house, polling.is_set, news, stop, troubles), name="deliver")
    house.warm_up()
    try:
        house.prepare()
    except StoreError as error:
        house.alerts.begin("database", str(error))
        raise
    _settle()
    courier.start()
    try:
        house.poll(stop=stop, progress=news.set)
    except MailboxError as error:
        troubles.insert(0, str(error))
        house.alerts.begin(kind_of(error), str(error))
    except StoreError as error:
        house.alerts.begin("database", str(error))
        raise
    else:
        house.alerts.end_all("mailbox", "login", "database")
    finally:
        polling.clear()
        news.set()
        while courier.is_alive():
            courier.join(0.2)  # in short turns: see Worker.run
    return troubles


@cache  # once is enough for a process
def _settle() -> None:
    """All that is loaded by now stays for good: each time that Python looks through it for garbage takes as long as
    booking fifty mails. What a batch leaves can wait for its end."""
    gc.freeze()
    gc.set_threshold(GARBAGE)


def _deliver_once(
    house: House, more: Callable[[], bool], news: threading.Event, stop: Callable[[], bool], troubles: list[str]
) -> None:
    try:
        delivered = house.deliver(more=more, stop=stop, news=news)
        if delivered.trouble:
            house.alerts.begin("smtp", delivered.trouble)
            troubles.append(delivered.trouble)
        elif delivered.sent:
            house.alerts.end("smtp")
            house.deliver(stop=stop)  # what was just queued: that it works again
        if delivered.held:
            troubles.append(HELD)
    except MailbotError as error:
        troubles.append(str(error))


class Worker:
    """`run()` returns after SIGTERM or SIGINT, when what was held is finished. The configuration is read again when
    its file changes, or on SIGHUP; one that is wrong is refused, and the work goes on by the old one."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._watched = Watched(lambda: self._house)
        self._stop = threading.Event()
        self._read_again = threading.Event()
        self._stamp = _stamp(house.config.path)
        self._threads = ThreadPoolExecutor(4)
        self._scheduler = BackgroundScheduler(
            timezone=UTC, executors={"default": self._threads}, job_defaults={"misfire_grace_time": None}
        )

    def stop(self) -> None:
        self._stop.set()

    def run(self) -> None:
        """Work until told to stop. Raises StoreError where the database can't be used at the start."""
        self._house.warm_up()
        self._house.prepare()
        _settle()
        config = self._house.config.mailbox
        watch, around = Watch(lambda: self._house.alerts), self._watched.pulse.around
        self._deliver_job = Job(self._scheduler, "deliver", around("deliver", self._deliver), DELIVER_EVERY, watch)
        poll = around("poll", self._poll)
        self._poll_job = Job(self._scheduler, "poll", poll, config.poll_seconds, watch, POLL_PROVES)
        Job(self._scheduler, "housekeeping", around("housekeeping", self._keep_house), HOUSEKEEPING_EVERY, watch)
        watcher = threading.Thread(target=self._watch_mailbox, name="idle", daemon=True)
        handlers = {signal.SIGTERM: self.stop, signal.SIGINT: self.stop, signal.SIGHUP: self._hang_up}
        with on_signals(handlers), self._watched.at_work():
            self._scheduler.start()
            watcher.start()
            log.info("worker.started", extra={"version": __version__, "events": len(self._house.events)})
            # in short turns: a signal may reach another thread, and its handler then waits until this one looks up
            while not self._stop.wait(0.2):
                self._watched.tick()
            log.info("worker.stopping")
            self._watched.stopping()
            # not shutdown(wait=True): it waits for the jobs under the lock that a job needs to wake another one
            self._scheduler.pause()
            # a look for due jobs that the pause came too late for finds none: it would hand them to closed threads
            self._scheduler.remove_all_jobs()
            self._threads.shutdown(wait=True)
            self._scheduler.shutdown(wait=False)
        self._house.close()
        log.info("worker.stopped")

    def _hang_up(self) -> None:
        self._read_again.set()
        self._poll_job.forget_failures()
        self._poll_job.wake()

    def _poll(self) -> None:
        self._reload()
        with Deadline(POLL_DEADLINE, self._house.folder.abort) as deadline:

            def progress() -> None:
                deadline.extend()
                self._watched.pulse.beat("poll")
                self._deliver_job.wake()

            with self._watched.polling():
                self._house.poll(stop=self._stop.is_set, progress=progress)

    def _reload(self) -> None:
        """Move to the configuration as it is now, where it changed. Between polls, so that no mail is half done."""
        stamp = _stamp(self._house.config.path)
        if stamp == self._stamp and not self._read_again.is_set():
            return
        self._read_again.clear()
        try:
            rebuilt = self._house.rebuilt(load(self._house.config.path))
        except ConfigError as error:
            self._stamp = stamp  # told of once, not at every poll
            for problem in error.problems:
                log.error("configuration.refused", extra={"problem": problem})
            return
        rebuilt.prepare()
        self._stamp = stamp
        self._poll_job.forget_failures()
        old, self._house = self._house, rebuilt
        old.retire()
        self._deliver_job.wake()
        log.info("configuration.reloaded")

    def _deliver(self) -> None:
        def stop() -> bool:
            self._watched.pulse.beat(
                "deliver"
            )  # asked before each reply: a long outbox at 30 a minute is no standstill
            return self._stop.is_set()

        delivered = self._house.deliver(stop=stop)
        if delivered.trouble:
            # the pauses are delivery's own: the next round looks at the clock before it connects
            log.warning("delivery.trouble", extra={"error": delivered.trouble})
            self._house.alerts.begin("smtp", delivered.trouble)
        elif delivered.sent:
            self._house.alerts.end("smtp")

    def _keep_house(self) -> None:
        if _stamp(self._house.config.path) != self._stamp:
            self._hang_up()  # whatever the poll is waiting for may just have been put right
        self._house.keep()

    def _watch_mailbox(self) -> None:
        """Wake the poll as soon as the server says that something is new. The scheduled poll is the floor beneath."""
        while not self._stop.is_set():
            config = self._house.config.mailbox
            if not self._poll_job.well.wait(1):
                continue  # one of us is enough to find a door closed: a server locks an account over such knocking
            try:
                with self._house.another_mailbox() as mailbox:
                    mailbox.connect()
                    idles = config.idle and "IDLE" in mailbox.capabilities
                    while idles and not self._stop.is_set() and self._house.config.mailbox == config:
                        if mailbox.wait(WATCH_SECONDS):
                            self._poll_job.wake()
            except MailboxError as error:
                log.info("idle.failed", extra={"error": str(error)})
            if self._house.config.mailbox == config:
                # no IDLE, or it failed: there is the scheduled poll; look now and then whether that has changed
                self._stop.wait(WATCH_SECONDS)


class Deadline:
    """Calls `abort` from another thread where nothing has been heard for so many seconds."""

    def __init__(self, seconds: float, abort: Callable[[], None]) -> None:
        self._seconds, self._abort = seconds, abort
        self._timer: threading.Timer | None = None

    def __enter__(self) -> "Deadline":
        self.extend()
        return self

    def __exit__(self, *_: object) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def extend(self) -> None:
        """There was progress: count from now."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(self._seconds, self._abort)
        self._timer.daemon = True
        self._timer.start()


@contextmanager
def on_signals(handlers: Mapping[signal.Signals, Callable[[], None]]) -> Iterator[None]:
    """Within it these signals call their handler instead of ending the process."""
    before = {number: signal.signal(number, lambda *_, call=call: call()) for number, call in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stamp(file: Path) -> tuple[int, int] | None:
    """What changes when a file does; None where it can't be looked at just now (an editor is replacing it)."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
