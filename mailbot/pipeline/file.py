"""Filing: mails that were handled go to the folders that the admin named. Only where some are named at all.

Nothing is remembered of it: whatever is handled and still lies in the watched folder is moved. If a move is lost, it
is simply done again.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from mailbot.adapters.store import Database
from mailbot.config import MailboxConfig
from mailbot.domain.message import MessageStatus


class Movable(Protocol):
    """What filing needs of a mailbox (adapters.imap.Mailbox)."""

    def uids(self) -> set[int]: ...
    def move(self, uids: Sequence[int], folder: str) -> None: ...


def folders_by_status(config: MailboxConfig) -> dict[MessageStatus, str]:
    """Where a mail belongs once it is in that status; statuses without a folder are not in it."""
    wanted = {
        MessageStatus.ACCEPTED: config.accepted_folder,
        MessageStatus.REFUSED: config.accepted_folder,
        MessageStatus.DISMISSED: config.accepted_folder,
        MessageStatus.HELD: config.review_folder,
        MessageStatus.FAILED: config.review_folder,
        MessageStatus.IGNORED: config.ignored_folder,
        MessageStatus.DUPLICATE: config.ignored_folder,
    }
    return {status: folder for status, folder in wanted.items() if folder}


def file_handled(folder: Movable, database: Database, mailbox: str, folders: Mapping[MessageStatus, str]) -> int:
    """Move what is handled and still there; returns how many mails. Raises MailboxError."""
    with database.reading() as tx:
        state = tx.mailboxes.get(mailbox)
        handled = tx.messages.uids_by_status(state) if state else {}
    there = folder.uids() if handled else set()
    moved = 0
    for target in dict.fromkeys(folders.values()):
        uids = sorted(uid for uid, status in handled.items() if uid in there and folders.get(status) == target)
        if uids:
            folder.move(uids, target)
            moved += len(uids)
    return moved
