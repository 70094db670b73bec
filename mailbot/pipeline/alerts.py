"""Trouble that a person should hear of: one mail when it begins, one when it is over, and both in the log.

    begin(key, what)   the first time: a row in the troubles table and a mail in the outbox, in one transaction
    end(key)           the row is closed, and "in order again" is queued

What lasts stands in the database, so neither a restart nor a second worker tells of it twice. Where the database is
the trouble, the mail goes straight to the mail server. What the mails say is replying/alert.py's.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from mailbot.adapters.clock import Clock
from mailbot.adapters.store import Database, Transaction
from mailbot.adapters.store.outbox import QueuedReply, ReplyKind
from mailbot.domain.identity import domain_of
from mailbot.domain.message import OutgoingMessage
from mailbot.errors import StoreError
from mailbot.pipeline.understand import OWN_MESSAGE_ID
from mailbot.replying.alert import alert
from mailbot.replying.compose import Identity

log = logging.getLogger(__name__)


class Alerts:
    """Tells `to`, or only the log where nobody is named. `send` hands a mail to the mail server at once; it raises
    nothing. Safe to use from several threads: whoever closes or opens the row in the database is the one who tells."""

    def __init__(
        self,
        database: Database,
        identity: Identity,
        to: str | None,
        clock: Clock,
        zone: ZoneInfo,
        send: Callable[[OutgoingMessage], None],
    ) -> None:
        self._database, self._identity, self._to = database, identity, to
        self._clock, self._zone, self._send = clock, zone, send
        # what this process knows of each: a poll that goes well a thousand times asks the database once
        self._lasts: dict[str, bool] = {}
        self._past_the_database: dict[str, tuple[str, datetime]] = {}

    def begin(self, key: str, what: str) -> None:
        """There is trouble. `what`: one plain sentence without people's data. Raises nothing."""
        if self._lasts.get(key):
            return
        self._lasts[key] = True
        now = self._clock.now()
        try:
            with self._database.writing() as tx:
                self.begin_in(tx, key, what, now)
        except StoreError:
            log.error("trouble.began", extra={"trouble": key, "error": what})
            self._past_the_database[key] = what, now
            if self._to:
                self._send(self._mail(key, what, now, now, over=False))

    def end(self, key: str) -> None:
        """All is well there. Raises nothing: where the database can't be asked, it is asked again the next time."""
        if self._lasts.get(key) is False:
            return
        try:
            with self._database.reading() as tx:
                told = tx.troubles.lasts(key)
            if told or key in self._past_the_database:
                with self._database.writing() as tx:
                    self.end_in(tx, key, self._clock.now())
        except StoreError:
            return
        self._lasts[key] = False

    def end_all(self, *keys: str) -> None:
        """The same for several."""
        for key in keys:
            self.end(key)

    def begin_in(self, tx: Transaction, key: str, what: str, now: datetime) -> None:
        """The same within the caller's transaction."""
        if not tx.troubles.begin(key, what, now):
            return
        log.error("trouble.began", extra={"trouble": key, "error": what})
        self._queue(tx, self._mail(key, what, now, now, over=False) if self._to else None, now)

    def end_in(self, tx: Transaction, key: str, now: datetime) -> None:
        """The same within the caller's transaction."""
        known = tx.troubles.get(key)
        unwritten = self._past_the_database.pop(key, None)
        if tx.troubles.end(key, now) and known is not None:
            what, began = known.what, known.began
        elif unwritten is not None:
            what, began = unwritten
        else:
            return
        log.warning("trouble.ended", extra={"trouble": key})
        self._queue(tx, self._mail(key, what, began, now, over=True) if self._to else None, now)

    def _queue(self, tx: Transaction, mail: OutgoingMessage | None, now: datetime) -> None:
        if mail is not None:
            tx.outbox.queue([QueuedReply(mail, ReplyKind.ALERT, None)], now)

    def _mail(self, key: str, what: str, began: datetime, now: datetime, *, over: bool) -> OutgoingMessage:
        assert self._to is not None
        digest = sha256(f"{key}/{now.isoformat()}/{over}".encode()).hexdigest()[:24]
        message_id = f"<{OWN_MESSAGE_ID}{digest}@{domain_of(self._identity.address)}>"
        began, now = began.astimezone(self._zone), now.astimezone(self._zone)
        return alert(key, what, began, now, self._identity, self._to, message_id, over=over)
