"""The sample mails come in, one after the other: each when the one before it has been handled and its replies have
arrived, so that what is shown reads from top to bottom, and an answer can quote what it answers.
"""

import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from email.message import EmailMessage

from mailbot.demo.samples import Sample, reply_in
from mailbot.pipeline.process import Handled

# Much longer than a mail takes, even on a machine that is busy with other things.
PATIENCE = 10.0
# Then it isn't the mails that something is wrong with.
TOO_MANY = 3


class Story:
    """Hears from the worker what was handled, and from the mail server what was delivered; both from their threads."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._handled: dict[str, Handled] = {}
        self._replies: dict[str, list[EmailMessage]] = {}
        self._promised = self._delivered = 0
        self._over = False

    def handled(self, one: Handled) -> None:
        """The worker is done with a mail; the replies that it decided on are on their way."""
        with self._news:
            self._handled[one.message.message_id] = one
            self._promised += len(one.decision.notices) + (one.decision.answer is not None)
            self._news.notify_all()

    def replied(self, data: bytes) -> None:
        """A mail was delivered to the attendees."""
        reply = reply_in(data)
        if "X-Mailbot-Reply" not in reply:
            return
        with self._news:
            self._delivered += 1
            self._replies.setdefault(str(reply["In-Reply-To"]), []).append(reply)
            self._news.notify_all()

    def end(self) -> None:
        """Nothing more will be heard."""
        with self._news:
            self._over = True
            self._news.notify_all()

    @property
    def over(self) -> bool:
        return self._over

    def tell(self, mails: Iterable[Sample], put: Callable[[bytes, datetime], None], now: Callable[[], datetime]) -> int:
        """Put them all into the mailbox, until everything ends or too many fail. Returns how many were not handled."""
        ids: dict[str, str] = {}
        missed = 0
        for sample in mails:
            if self._over:
                break
            reply = self._reply_to(ids[sample.answers]) if sample.answers else None
            if sample.answers and reply is None:
                missed += 1  # what it would answer was never sent: there is nothing that it could quote
                continue
            ids[sample.number] = sample.message_id
            put(*sample.written(reply, now()))
            missed += not self._seen_through(sample.message_id)
            if missed == TOO_MANY:
                break
        return missed

    def _reply_to(self, message_id: str) -> EmailMessage | None:
        with self._news:
            replies = self._replies.get(message_id)
            return replies[-1] if replies else None

    def _seen_through(self, message_id: str) -> bool:
        """Wait until that mail has been handled, and every reply has arrived. False where that takes too long."""
        with self._news:
            return self._news.wait_for(
                lambda: self._over or (message_id in self._handled and self._delivered >= self._promised), PATIENCE
            )
