"""The brake on the whole: past so many replies in ten minutes the outbox is held, and somebody is told.

The last of the layers against loops. The others know a robot by its headers, its words or its address; one that
changes all three with every mail is known by the pace alone. What waited before we wrote anything is no loop, however
much it is: a mailbox full of sign-ups is answered at once. Booking goes on meanwhile, and nothing is lost.

Released by hand only (`mailbot release`), and counted anew from then on: released by itself when the pace falls, the
held replies would set the same loop going again, for as long as nobody looks.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mailbot.adapters.store import Database, Transaction
from mailbot.pipeline.alerts import Alerts

WINDOW = timedelta(minutes=10)
KEY = "brake"
HELD = "the outbox is held: too many replies within ten minutes; see `mailbot report`, then `mailbot release`"


@dataclass(frozen=True, slots=True)
class Brake:
    """`limit`: replies made within ten minutes to mails that came while we were writing, above which none leaves."""

    limit: int
    alerts: Alerts

    def is_on(self, tx: Transaction, now: datetime) -> bool:
        """Whether nothing may leave but alerts; asked before every claim, and pulled here where it must be."""
        brake = tx.troubles.get(KEY)
        if brake is not None and brake.ended is None:
            return True
        since = now - WINDOW
        if brake is not None and brake.ended is not None:
            since = max(since, brake.ended)
        # not what is dated later: a clock that ran ahead made it, perhaps days ago
        if tx.outbox.made_between(since, now + WINDOW) <= self.limit:
            return False  # no need to look at each of them
        made = tx.outbox.provoked_between(since, now + WINDOW)
        if made <= self.limit:
            return False
        what = f"{made} replies were made within ten minutes, more than the {self.limit} of replies_per_ten_minutes"
        self.alerts.begin_in(tx, KEY, what, now)
        return True

    def release(self, database: Database, now: datetime) -> int | None:
        """Let what waits leave. Returns how many replies that are; None where the brake was not on."""
        with database.writing() as tx:
            if not tx.troubles.lasts(KEY):
                return None
            self.alerts.end_in(tx, KEY, now)
            return tx.outbox.waiting()
