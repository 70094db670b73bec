"""The only wiring: from a configuration to a house whose parts know each other. Nothing here decides anything.

`House` offers what the commands and the worker need, a method a job: `prepare`, `poll`, `deliver`, `report`.
"""

import asyncio
import logging
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime

from mailbot.adapters.clock import Clock
from mailbot.adapters.imap import Mailbox
from mailbot.adapters.oauth import Tokens, tokens_for
from mailbot.adapters.owner import new_owner
from mailbot.adapters.smtp import SmtpConnection
from mailbot.adapters.store import Database
from mailbot.adapters.store.vitals import Vitals, vitals
from mailbot.config import Config
from mailbot.config.advice import ending_soon
from mailbot.domain.decision import Rules
from mailbot.domain.event import Event
from mailbot.domain.message import MessageStatus, OutgoingMessage
from mailbot.domain.report import Report
from mailbot.errors import DeliveryError, MailboxError, StoreError, TemplateError
from mailbot.pipeline.alerts import Alerts
from mailbot.pipeline.audit import Audit, audit
from mailbot.pipeline.brake import Brake
from mailbot.pipeline.capacity import keep_up, synchronise
from mailbot.pipeline.deliver import Delivered, Delivery
from mailbot.pipeline.doctor import Finding, Patient, examine
from mailbot.pipeline.file import file_handled, folders_by_status
from mailbot.pipeline.process import Handled, Processor
from mailbot.pipeline.readers import Readers
from mailbot.pipeline.receive import Receiving, receive
from mailbot.pipeline.replies import ReplyWriter
from mailbot.pipeline.report import build_report
from mailbot.pipeline.review import Review
from mailbot.pipeline.understand import Understand, is_own_id
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.screening.screen import OwnIdentity
from mailbot.replying.check import check
from mailbot.replying.compose import Identity
from mailbot.replying.templates import Templates

log = logging.getLogger(__name__)

# Stands where a moment must stand until a mail brings its own.
EPOCH = datetime.fromtimestamp(0, UTC)


def _never() -> bool:
    return False


class House:
    """One configuration, wired up. `watch` is told of every mail as it is handled."""

    def __init__(
        self,
        config: Config,
        environ: Mapping[str, str] = os.environ,
        watch: Callable[[Handled], None] = lambda handled: None,
        predecessor: "House | None" = None,
    ) -> None:
        self.config, self._environ = config, environ
        # whoever takes over a worker's house goes on as the same worker, by the same clock
        self.clock: Clock = predecessor.clock if predecessor else Clock.from_environment(environ, config.zone)
        self.owner: str = predecessor.owner if predecessor else new_owner()
        self.events: tuple[Event, ...] = config.event_list()
        self.database = Database(config.database_url, self.events)
        self.templates = Templates(config.templates_folder)
        self.rules = Rules(config.limits.per_address, config.language)
        self._template_faults: list[TemplateError] | None = None  # of the admin's own; None: not looked at yet
        self._mailbox_token, self._smtp_token = _tokens(config)
        self.folder = self.another_mailbox()
        self._watch = watch
        identity = Identity(config.mailbox.address, config.smtp.from_name)
        self._writer = ReplyWriter(self.templates, identity)
        self.alerts = Alerts(self.database, identity, config.alerts.to, self.clock, config.zone, self._send_now)
        self.brake = Brake(config.limits.replies_per_ten_minutes, self.alerts)
        self.understand = understanding_by(config, self.events)
        self._readers = Readers(self.understand)
        self._processor = Processor(
            self.database, self._readers, self._writer, self.rules, config.zone, config.limits.attempts
        )
        self._delivery = Delivery(
            self.database,
            self.another_smtp,
            self.owner,
            self.clock,
            config.smtp.connections,
            config.smtp.per_minute,
            self.brake,
        )

    @property
    def mailbox_name(self) -> str:
        """What the folder is called in our books: another account or folder is another one."""
        mailbox = self.config.mailbox
        return f"{mailbox.username}@{mailbox.host}/{mailbox.folder}"

    def another_mailbox(self) -> Mailbox:
        """A connection of its own to the watched folder, with the same access token."""
        return Mailbox(self.config.mailbox, token=self._mailbox_token, size_limit=self.config.limits.mail_bytes)

    def another_smtp(self) -> SmtpConnection:
        """A connection of its own to the mail server that replies go out through, with the same access token."""
        return SmtpConnection(self.config.smtp, self.config.mailbox.address, self._smtp_token)

    def warm_up(self) -> None:
        """Start the processes that read mails, which take the better part of a second to come up. Returns at once."""
        self._readers.warm_up()

    def prepare(self) -> None:
        """Bring the database up to date, and the pools to what the configuration says now. Raises StoreError."""
        self.database.migrate()
        synchronise(self.database, self.events, self._writer, self.rules, self.clock.now())
        self._delivery.release_the_dead()

    def poll(self, stop: Callable[[], bool] = _never, progress: Callable[[], None] = lambda: None) -> int:
        """Receive and process what is new; returns how many mails were handled. `progress` is called after each
        batch. Raises MailboxError, StoreError; what was done stays done."""
        self._processor.new_round()
        self.warm_up()  # beside the asking of the server, where nobody thought of it before
        handled = self._process(stop, progress)  # what an earlier run had stored waits for no server
        settings = Receiving(self.mailbox_name, self.config.mailbox.since, self.config.zone, self.owner, self.clock.now)
        try:
            for _ in receive(self.folder, self.database, settings):
                progress()
                handled += self._process(stop, progress, more=True)
                if stop():
                    return handled
        except MailboxError:
            self._process(stop, progress)  # what had come before the server failed
            raise
        handled += self._process(stop, progress)
        self._file()
        self._look_round()
        return handled

    def deliver(
        self,
        more: Callable[[], bool] = _never,
        stop: Callable[[], bool] = _never,
        news: threading.Event | None = None,
    ) -> Delivered:
        """Send what is due, and what becomes due while `more()`, at once when `news` is set. Raises StoreError."""
        self._delivery.release_the_dead()  # what a killed worker held goes out within seconds, not at housekeeping
        return self._delivery.run(more, stop, news)

    def report(self, slug: str | None = None) -> Report:
        """How everything stands, for one event or for all. Raises StoreError."""
        events = tuple(event for event in self.events if slug in (None, event.slug))
        return build_report(self.database, events, self.clock.now())

    def release(self) -> int | None:
        """Take the brake off: how many replies leave now; None where it was not on. Raises StoreError."""
        return self.brake.release(self.database, self.clock.now())

    def keep(self) -> None:
        """What needs doing now and then: events that are over, replies of workers that died. Raises StoreError."""
        keep_up(self.database, self.events, self._writer, self.rules, self.clock.now())
        self._delivery.release_the_dead()

    def review(self) -> Review:
        """The desk at which an organiser decides about mails that wait."""
        return Review(self.database, self.understand, self._writer, self.rules)

    def audit(self, *, look_at_folder: bool = True) -> Audit:
        """Prove that the books are right. Raises StoreError, MailboxError where the folder can't be looked at."""
        uids = uidvalidity = None
        if look_at_folder:
            self.folder.connect()
            uids, uidvalidity = self.folder.uids(), self.folder.uidvalidity
        return audit(self.database, self.events, self.mailbox_name, uids, uidvalidity=uidvalidity, now=self.clock.now())

    def examine(self) -> Iterator[Finding]:
        """What `mailbot doctor` finds. Changes nothing, raises nothing."""
        return examine(
            Patient(
                self.config,
                self.events,
                self.database,
                self.mailbox_name,
                self.templates,
                self.another_mailbox,
                self.another_smtp,
                self.clock.now,
                self._environ,
            )
        )

    def vitals(self) -> Vitals:
        """The figures by which one sees whether all is well. Raises StoreError."""
        with self.database.snapshot() as tx:
            return vitals(tx, self.mailbox_name)

    def rebuilt(self, config: Config) -> "House":
        """The same house by another configuration."""
        return House(config, watch=self._watch, predecessor=self)

    def close(self) -> None:
        """Give back what others may be waiting for. Raises nothing: what can't be given back runs out by itself."""
        with suppress(StoreError), self.database.writing() as tx:
            tx.mailboxes.drop_lease(self.mailbox_name, self.owner)
        self.retire()

    def retire(self) -> None:
        """End connections and processes; the lease stays with the worker, who goes on in another house."""
        self._readers.close()
        self.folder.close()
        self.database.close()

    def _look_round(self) -> None:
        """Tell of what is wrong with mails, templates and secrets, and when it no longer is."""
        with self.database.reading() as tx:
            set_aside = tx.messages.how_many(MessageStatus.FAILED)
        if set_aside:
            self.alerts.begin("set_aside", f"mails set aside because handling them went wrong: {set_aside}")
        else:
            self.alerts.end("set_aside")
        if self._template_faults is None:
            self._template_faults = check(self.templates, self.events) if self.templates.folder else []
        faults = [*self.templates.broken, *self._template_faults]
        if faults:
            self.alerts.begin("templates", str(faults[0]))
        else:
            self.alerts.end("templates")
        self._look_at_secrets()

    def _look_at_secrets(self) -> None:
        """A worker runs for months: what it said of a secret when it began is forgotten when that ends."""
        ending = list(ending_soon(self.config, self.clock.now().astimezone(self.config.zone).date()))
        if ending:
            setting, ends = ending[0]
            self.alerts.begin("secret", f"{setting}: the client secret ends on {ends}")
        else:
            self.alerts.end("secret")

    def _send_now(self, mail: OutgoingMessage) -> None:
        """A mail past the outbox: for the one that says that there is no database to keep an outbox in."""

        async def send() -> None:
            async with self.another_smtp() as connection:
                await connection.send(mail.recipient, mail.data)

        try:
            asyncio.run(send())
        except DeliveryError as error:
            log.error("alert.unsent", extra={"error": str(error)})

    def _file(self) -> None:
        if not self.config.mailbox.filing:
            return
        if "MOVE" not in self.folder.capabilities:
            log.warning("mailbox.cannot_move", extra={"why": "the server has no MOVE: handled mail stays where it is"})
            return
        file_handled(self.folder, self.database, self.mailbox_name, folders_by_status(self.config.mailbox))

    def _process(self, stop: Callable[[], bool], progress: Callable[[], None], *, more: bool = False) -> int:
        count = 0
        for handled in self._processor.process(self.clock.now, stop, more=more):
            count += len(handled)
            progress()
            for one in handled:
                self._watch(one)
        return count


def _tokens(config: Config) -> tuple[Tokens | None, Tokens | None]:
    """For the mailbox and for SMTP; the same where one application serves both, so that they ask once."""
    mailbox = tokens_for(config.mailbox.oauth, "mailbox")
    if config.smtp.oauth == config.mailbox.oauth:
        return mailbox, mailbox
    return mailbox, tokens_for(config.smtp.oauth, "smtp")


def understanding_by(config: Config, events: tuple[Event, ...]) -> Understand:
    """Understanding as configured: events, language and zone; whose word on a sender is believed; who we are."""
    own = config.mailbox.address
    return Understand(
        ReadingContext(events, own, config.zone, config.language, EPOCH, _names(config)),
        OwnIdentity(frozenset({own}), config.mailbox.authserv_id, is_own_id),
    )


def _names(config: Config) -> tuple[str, ...]:
    return (config.smtp.from_name,) if config.smtp.from_name else ()
