"""The demo put together: a mail server, a folder with configuration and database, the worker as in production, and
the story that brings the sample mails.

The worker runs on the main thread, where signals reach it; the story on one of its own. What goes wrong there ends
the worker, and is raised where the demo was started.
"""

import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console

from mailbot.adapters.clock import Clock
from mailbot.app import House
from mailbot.config import Config, load
from mailbot.demo.guide import guide
from mailbot.demo.imap import PASSWORD, PLATFORM
from mailbot.demo.samples import samples
from mailbot.demo.server import MailServer
from mailbot.demo.show import Show
from mailbot.demo.story import Story
from mailbot.domain.report import Report
from mailbot.errors import MailbotError
from mailbot.pipeline.audit import Audit
from mailbot.pipeline.process import Handled
from mailbot.worker import Worker, on_signals

ADDRESS = "platform@mensenrechten.example"
SETTINGS = Path(__file__).with_name("config.toml")
# The morning on which mailbot is switched on: most mails have waited for it, some answer what it writes.
NOW = {"MAILBOT_NOW": "2023-03-01T09:00:00"}
ZONE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class Options:
    """`once`: end after the sample mails. `keep`: leave the folder. Ports: 0 for any that is free. `program`: how one
    starts mailbot."""

    once: bool = False
    keep: bool = False
    imap_port: int = 0
    smtp_port: int = 0
    program: str = "mailbot"


def run_demo(options: Options, console: Console) -> None:
    """Returns when it is over: after the samples with `once`, else at SIGTERM or SIGINT.

    Raises MailbotError where a port can't be had, or the folder can't be made.
    """
    clock, story, interrupted = Clock.from_environment(NOW, ZONE), Story(), threading.Event()

    def now() -> datetime:
        return clock.now().astimezone(ZONE)

    with (
        on_signals({signal.SIGTERM: interrupted.set, signal.SIGINT: interrupted.set}),
        _folder(keep=options.keep) as folder,
        MailServer(ADDRESS, now, story.replied, options.imap_port, options.smtp_port) as server,
    ):
        demo = Demo(options, _configure(folder, server), server, story, now, console)
        if not interrupted.is_set():
            demo.run()
    if options.keep:
        console.print(f"Kept: {folder}", soft_wrap=True)


@contextmanager
def _folder(*, keep: bool) -> Iterator[Path]:
    try:
        folder = Path(tempfile.mkdtemp(prefix="mailbot-demo-"))
    except OSError as error:
        raise MailbotError(f"the demo needs a temporary folder, and none can be made: {error.strerror}") from None
    try:
        yield folder
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)


def _configure(folder: Path, server: MailServer) -> Config:
    """Write config.toml for that server, and load it like any other, but for the environment: the demo is always
    the same."""
    values = {"username": PLATFORM, "password": PASSWORD, "address": ADDRESS}
    file = folder / "config.toml"
    file.write_text(
        SETTINGS.read_text("utf-8").format(imap_port=server.imap_port, smtp_port=server.smtp_port, **values), "utf-8"
    )
    file.chmod(0o600)
    return load(file, {})


class Demo:
    """The house at work on that server's mail, and everything shown."""

    def __init__(
        self,
        options: Options,
        config: Config,
        server: MailServer,
        story: Story,
        now: Callable[[], datetime],
        console: Console,
    ) -> None:
        self._options, self._config, self._server, self._story, self._now = options, config, server, story, now
        self._worker = Worker(House(config, NOW, watch=self._watch))
        self._desk = House(config, NOW)  # to look at the books beside the worker, as an organiser does
        self._show = Show(console, config.zone, self._desk.events)
        self._error: BaseException | None = None

    def run(self) -> None:
        """The worker, until it is told to stop; the story beside it. Raises what went wrong in either."""
        teller = threading.Thread(target=self._tell, name="story")
        teller.start()
        try:
            self._worker.run()
        finally:
            self._story.end()
            teller.join()
            self._desk.close()
        if self._error is not None:
            raise self._error

    def _watch(self, one: Handled) -> None:
        """On the worker's thread: a mail has been handled, and its replies will leave in a moment."""
        with self._desk.database.reading() as tx:
            book = tx.books.load()
        try:
            self._show.mail(one, book)
        except BrokenPipeError as error:
            self._fail(error)  # the worker must not take it for a mishap of its own
        self._story.handled(one)

    def _tell(self) -> None:
        """On the story's thread: the samples, the report, and how to go on."""
        try:
            self._tell_all()
        except Exception as error:
            self._fail(error)
        if self._options.once:
            self._worker.stop()

    def _tell_all(self) -> None:
        mails = list(samples())
        self._show.opening(len(mails))
        missed = self._story.tell(mails, self._server.put, self._now)
        if self._story.over:
            return
        self._show.report(*self._figures())
        if self._options.once and missed:
            raise MailbotError(f"{missed} of the sample mails could not be handled")
        if not self._options.once:
            ports = (self._server.imap_port, self._server.smtp_port)
            settings = {"MAILBOT_CONFIG": str(self._config.path), **NOW}
            self._show.lines("Write to it yourself", guide(ADDRESS, *ports, settings, self._options.program))

    def _fail(self, error: Exception) -> None:
        self._error = error
        self._story.end()
        self._worker.stop()

    def _figures(self) -> tuple[Report, Audit]:
        deadline = time.monotonic() + 2
        while (report := self._desk.report()).outbox["queued"] and time.monotonic() < deadline:
            time.sleep(0.01)  # the last reply has arrived; that it was sent is about to be written down
        return report, self._desk.audit()
