"""The folders that are watched: how far each was listed, under which numbering, and who reads it just now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, insert, or_, select, update

from mailbot.adapters.store.tables import mailboxes, messages
from mailbot.domain.message import MessageStatus

# Far longer than any lease, and than the clocks of two workers are apart.
NO_LEASE_IS_LONGER = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class MailboxState:
    """What is known of a folder. `cursor`: every UID up to it has a row. `began`: the first run; `before_us`: the
    highest UID that lay there then, None once the server has renumbered."""

    id: int
    name: str
    uidvalidity: int
    cursor: int
    began: datetime
    before_us: int | None
    polled: datetime | None


class Mailboxes:
    """The mailboxes table, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str) -> MailboxState | None:
        row = self._connection.execute(select(mailboxes).where(mailboxes.c.name == name)).one_or_none()
        if row is None:
            return None
        return MailboxState(row.id, row.name, row.uidvalidity, row.cursor, row.began, row.before_us, row.polled)

    def add(self, name: str, uidvalidity: int, began: datetime, before_us: int) -> None:
        self._connection.execute(
            insert(mailboxes).values(name=name, uidvalidity=uidvalidity, cursor=0, began=began, before_us=before_us)
        )

    def renumber(self, mailbox: MailboxState, uidvalidity: int) -> None:
        """The server gave all mails new UIDs (RFC 3501, 2.3.1.1): they are listed anew. What was listed under the
        old numbers and never fetched can't be fetched any more; it comes back under its new one."""
        of_old = and_(messages.c.mailbox_id == mailbox.id, messages.c.status == MessageStatus.LISTED)
        self._connection.execute(update(messages).where(of_old).values(status=MessageStatus.GONE))
        where = mailboxes.c.id == mailbox.id
        self._connection.execute(
            update(mailboxes).where(where).values(uidvalidity=uidvalidity, cursor=0, before_us=None)
        )

    def polled(self, mailbox: MailboxState, at: datetime) -> None:
        self._connection.execute(update(mailboxes).where(mailboxes.c.id == mailbox.id).values(polled=at))

    def take_lease(
        self, mailbox: MailboxState, owner: str, now: datetime, seconds: float, is_dead: Callable[[str], bool]
    ) -> bool:
        """One reader a mailbox at a time: True where `owner` has it now, for so many seconds. A dead worker's lease
        runs out; where it is known to be dead, at once."""
        query = select(mailboxes.c.lease_owner).where(mailboxes.c.id == mailbox.id).with_for_update()
        holder = self._connection.scalar(query)
        free = or_(
            mailboxes.c.lease_owner.is_(None),
            mailboxes.c.lease_owner == owner,
            mailboxes.c.lease_until < now,
            # taken by a clock that was wrong: whoever waited for its end might wait for years
            mailboxes.c.lease_until > now + NO_LEASE_IS_LONGER,
        )
        if holder is not None and is_dead(holder):
            free = mailboxes.c.lease_owner == holder
        claimed = self._connection.execute(
            update(mailboxes)
            .where(mailboxes.c.id == mailbox.id, free)
            .values(lease_owner=owner, lease_until=now + timedelta(seconds=seconds))
        )
        return claimed.rowcount == 1

    def renew_lease(self, mailbox: MailboxState, owner: str, now: datetime, seconds: float) -> bool:
        """For so many seconds more. False where another has taken it meanwhile: then the mailbox is theirs to read."""
        renewed = self._connection.execute(
            update(mailboxes)
            .where(mailboxes.c.id == mailbox.id, mailboxes.c.lease_owner == owner)
            .values(lease_until=now + timedelta(seconds=seconds))
        )
        return renewed.rowcount == 1

    def drop_lease(self, name: str, owner: str) -> None:
        where = and_(mailboxes.c.name == name, mailboxes.c.lease_owner == owner)
        self._connection.execute(update(mailboxes).where(where).values(lease_owner=None, lease_until=None))
