"""Delivery: the outbox to the mail server, over a few connections that stay open while there is something to send.

    claim a batch -> every connection takes the next -> sent | deferred | failed, written down with the next claim

What a server refuses for now is tried again with growing waits; for good, it is failed and shown. Trouble with the
server itself counts against no reply: they stay queued, and this process leaves the server alone for a while.

A server that hangs up in the middle of a message may be in trouble, or it may be that message (a virus scanner that
dies of it, say). The next ones tell: where one is taken, it was the message, and that one is refused for now.
"""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event
from typing import Protocol

from mailbot.adapters.clock import Clock
from mailbot.adapters.owner import is_dead
from mailbot.adapters.store import Database, Transaction
from mailbot.adapters.store.outbox import ClaimedReply
from mailbot.errors import DeliveryError
from mailbot.pipeline.brake import KEY as BRAKE
from mailbot.pipeline.brake import Brake

log = logging.getLogger(__name__)

BATCH = 50
# How often the outbox is looked at for what nobody gave notice of, while more may come.
LOOK_SECONDS = 1.0
# How long a claim holds: much longer than sending a batch takes, also over a slow server with a rate limit.
CLAIM_SECONDS = 900.0
# Waits after the first, second, ... refusal of a reply; after the last it has failed. Two days in all.
WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 15, 30, 60, 120, 240, 480, 720, 1200))
# At so many messages in a row the server may hang up before that is trouble with the server: more than connections are
# open as a rule, for they may all have one in hand that it can't bear.
SUSPECTS = 4
# Seconds to wait while the server itself is in trouble: longer each time, and then always the last.
PAUSES = (5.0, 15.0, 30.0, 60.0, 120.0, 300.0)


class Connection(Protocol):
    """What delivery needs of a connection (adapters.smtp.SmtpConnection)."""

    async def send(self, recipient: str, data: bytes) -> None: ...
    async def close(self) -> None: ...


@dataclass(slots=True)
class Delivered:
    """What one round of delivery did. `trouble`: the plain sentence where the server could not be used; `held`:
    replies wait because of the brake."""

    sent: int = 0
    deferred: int = 0
    failed: int = 0
    trouble: str | None = None
    held: bool = False


@dataclass(slots=True)
class _Round:
    """The state of one round: what is to be sent, and what has become of it. `suspects`: messages in the middle of
    which the server hung up, since it last took one."""

    queue: deque[ClaimedReply] = field(default_factory=deque)
    sent: list[ClaimedReply] = field(default_factory=list)
    refused: list[tuple[ClaimedReply, DeliveryError]] = field(default_factory=list)
    unsent: list[ClaimedReply] = field(default_factory=list)
    trouble: DeliveryError | None = None
    suspects: list[tuple[ClaimedReply, DeliveryError]] = field(default_factory=list)

    @property
    def is_over(self) -> bool:
        """Whether there is something to write down."""
        return bool(self.sent or self.refused or self.unsent)

    def took(self, reply: ClaimedReply) -> None:
        """The server is well: if it hung up before, that was over those messages."""
        self.sent.append(reply)
        self.refused += self.suspects
        self.suspects.clear()

    def failed(self, reply: ClaimedReply, error: DeliveryError) -> None:
        if error.message_at_fault:
            self.refused.append((reply, error))
        elif error.hung_up and len(self.suspects) < SUSPECTS:
            self.suspects.append((reply, error))
        else:
            self.unsent.append(reply)
            self.trouble = error

    def end(self) -> None:
        """What was not tried, and what nobody knows more of, goes back."""
        self.unsent += self.queue
        self.queue.clear()
        for reply, error in self.suspects:
            self.unsent.append(reply)
            self.trouble = self.trouble or error


class Delivery:
    """Empties the outbox. One at a time in a process; several processes share an outbox by claims."""

    def __init__(
        self,
        database: Database,
        connect: Callable[[], Connection],
        owner: str,
        clock: Clock,
        connections: int = 3,
        per_minute: int | None = None,
        brake: Brake | None = None,
    ) -> None:
        self._database, self._connect, self._owner, self._clock = database, connect, owner, clock
        self._connections, self._brake = connections, brake
        self._limit = RateLimit(per_minute) if per_minute else None
        # no more than leave in ten seconds: what was sent and isn't written down yet goes out again after a crash
        self._batch = min(BATCH, max(per_minute // 6, 1)) if per_minute else BATCH
        self._troubles = 0
        self._not_before = 0.0  # by the monotonic clock: the other one may be set back

    def release_the_dead(self) -> int:
        """Replies that a process which died was sending are queued again, with the same Message-ID."""
        with self._database.writing() as tx:
            return tx.outbox.release(is_dead)

    def run(
        self,
        more: Callable[[], bool] = lambda: False,
        stop: Callable[[], bool] = lambda: False,
        news: Event | None = None,
    ) -> Delivered:
        """Send what is due until nothing is left and `more()` says that no more will come; `news` is set when some
        may have come. `stop()`: finish what is in hand, claim nothing new. Raises StoreError."""
        return asyncio.run(self._run(more, stop, news or Event()))

    async def _run(self, more: Callable[[], bool], stop: Callable[[], bool], news: Event) -> Delivered:
        total = Delivered()
        if time.monotonic() < self._not_before:
            return total  # the server was in trouble a moment ago: hammering it helps nobody
        connections = [self._connect() for _ in range(self._connections)]
        try:
            await self._work_off(connections, total, more, stop, news)
        finally:
            await asyncio.gather(*(connection.close() for connection in connections))
        return total

    async def _work_off(
        self,
        connections: list[Connection],
        total: Delivered,
        more: Callable[[], bool],
        stop: Callable[[], bool],
        news: Event,
    ) -> None:
        round = _Round()
        try:
            while not stop() and round.trouble is None:
                news.clear()  # and `more` asked, before the claim: what is queued after it will be seen
                may_come = more()
                round = await asyncio.to_thread(self._next, round, total)
                if round.queue:
                    await self._send(round, connections, stop)
                elif may_come:
                    await asyncio.to_thread(news.wait, LOOK_SECONDS)  # a look costs more than sending a reply
                else:
                    break
        finally:
            if round.is_over:
                await asyncio.to_thread(self._end, round, total)

    def _next(self, last: _Round, total: Delivered) -> _Round:
        """What became of the last round is written down, and the next one claimed, in one transaction."""
        now = self._clock.now()
        if not last.is_over and not self._is_due(now, total):
            return _Round()
        with self._database.writing() as tx:
            self._record(tx, last, now)
            total.held = self._brake is not None and self._brake.is_on(tx, now)
            claimed = tx.outbox.claim(self._owner, now, self._batch, CLAIM_SECONDS, alerts_only=total.held)
        self._count(last, total)
        return _Round(deque(claimed))

    def _is_due(self, now: datetime, total: Delivered) -> bool:
        """Whether there is anything to claim: a look costs no write lock."""
        with self._database.reading() as tx:
            total.held = self._brake is not None and tx.troubles.lasts(BRAKE)
            return tx.outbox.is_due(now, alerts_only=total.held)

    def _end(self, last: _Round, total: Delivered) -> None:
        """The last round is written down, and none claimed."""
        with self._database.writing() as tx:
            self._record(tx, last, self._clock.now())
        self._count(last, total)

    async def _send(self, round: _Round, connections: list[Connection], stop: Callable[[], bool]) -> None:
        try:
            await asyncio.gather(*(self._work(connection, round, stop) for connection in connections))
        finally:
            round.end()

    async def _work(self, connection: Connection, round: _Round, stop: Callable[[], bool]) -> None:
        """One connection: the next reply, until none is left or the server is in trouble."""
        while round.trouble is None and not stop() and round.queue:
            reply = round.queue.popleft()
            try:
                if self._limit is not None and not await self._limit.wait(stop):
                    round.unsent.append(reply)
                    return
                await connection.send(reply.recipient, reply.data)
                round.took(reply)
            except DeliveryError as error:
                round.failed(reply, error)
            except BaseException:
                round.unsent.append(reply)
                raise

    def _record(self, tx: Transaction, round: _Round, now: datetime) -> None:
        """Write down what became of a batch."""
        tx.outbox.sent([reply.id for reply in round.sent], now)
        for reply, error in round.refused:
            attempts = reply.attempts + 1
            if _is_final(reply, error):
                tx.outbox.failed(reply.id, attempts, str(error))
            else:
                tx.outbox.deferred(reply.id, now + WAITS[attempts - 1], attempts, str(error))
        tx.outbox.put_back([reply.id for reply in round.unsent], str(round.trouble) if round.trouble else None)

    def _count(self, round: _Round, total: Delivered) -> None:
        """Tell of what has been written down."""
        for reply, error in round.refused:
            if _is_final(reply, error):
                total.failed += 1
                log.warning("reply.failed", extra={"reply": reply.mail_message_id, "error": str(error)})
            else:
                total.deferred += 1
                log.info("reply.deferred", extra={"reply": reply.mail_message_id, "error": str(error)})
        for sent in round.sent:
            log.info("reply.sent", extra={"reply": sent.mail_message_id})
        total.sent += len(round.sent)
        if round.trouble:
            total.trouble = str(round.trouble)
            pause = PAUSES[min(self._troubles, len(PAUSES) - 1)]
            self._not_before = time.monotonic() + pause
            self._troubles += 1
        elif round.is_over:
            self._troubles = 0


def _is_final(reply: ClaimedReply, error: DeliveryError) -> bool:
    """Whether a refused reply is not tried again."""
    return error.permanent or reply.attempts + 1 > len(WAITS)


class RateLimit:
    """At most so many in any sixty seconds (`window`), whichever connection sends."""

    def __init__(self, per_minute: int, window: float = 60.0) -> None:
        self._per_minute, self._window = per_minute, window
        self._times: deque[float] = deque(maxlen=per_minute)

    async def wait(self, stop: Callable[[], bool]) -> bool:
        """Count one more, and return when it may be sent; False where `stop()` came first: SIGTERM waits for nobody."""
        clock = asyncio.get_running_loop().time
        # taken at once, so that another connection can't take the same place while this one sleeps
        earliest = self._times[0] + self._window if len(self._times) == self._per_minute else clock()
        self._times.append(max(earliest, clock()))
        while clock() < earliest:
            if stop():
                return False
            await asyncio.sleep(min(earliest - clock(), 0.2))
        return True
