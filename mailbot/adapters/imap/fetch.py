"""SEARCH and FETCH on an open folder: by UID, in batches, never trusting that one answer answers one question.

While we read, others change flags and delete mail. Their doings come as responses among ours, and a mail may be gone
by the time that it is asked for. So each answer is taken by the UID that stands in it, what wasn't asked for is
dropped, what is missing is asked for once more, and only what is complete counts.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from mailbot.adapters.imap import answers, light
from mailbot.adapters.imap.client import Client
from mailbot.adapters.imap.suspects import Suspects
from mailbot.domain.message import RawMessage
from mailbot.errors import MailboxError

# UIDs a command: its line stays under the 8,000 bytes that every server takes (RFC 2683, 3.2.1.5).
MOST_UIDS = 500
# Whole mails a command: at a size limit of 1 MiB, so many MiB are in memory at once at worst.
MOST_MAILS = 50

Items = dict[bytes, Any]
T = TypeVar("T")

ID_FIELD = "HEADER.FIELDS (MESSAGE-ID)"


@dataclass(frozen=True, slots=True)
class Listed:
    """A mail that is in the folder. `received` is its INTERNALDATE, aware; `size` in bytes; `message_id` "" if none.

    `silent`: the server has the UID and says nothing of it, though asked twice. It is listed all the same, as
    received now, so that it gets its row, is asked for again and is not passed over.
    """

    uid: int
    received: datetime
    size: int
    message_id: str
    silent: bool = False


def search(client: Client, *criteria: str) -> set[int]:
    """The UIDs of the mails that meet these criteria (RFC 3501, 6.4.4)."""
    status, data = client.uid("SEARCH", *criteria)
    if status != "OK":
        raise MailboxError("the mail server refuses to search the folder")
    return answers.numbers(data)


def all_uids(client: Client) -> set[int]:
    """Every UID that is in the folder now."""
    client.noop()  # lets the server tell us of deletions: until then a session still sees what others expunged
    return search(client, "ALL")


def listings(client: Client, uids: set[int], suspects: Suspects) -> dict[int, Listed]:
    """What these mails are, without their content. Raises MailboxError where the server tells of none of several."""
    items = f"(UID INTERNALDATE RFC822.SIZE BODY.PEEK[{ID_FIELD}])"
    found = _ask(client, uids, items, _listed, suspects, MOST_UIDS)
    if len(uids) > 1 and not found:
        # taken for silent, all of them would seem to have come at this moment, in no order
        raise MailboxError("the mail server lists new mails and tells nothing of them")
    return found


def mails(client: Client, uids: Iterable[int], suspects: Suspects, size_limit: int) -> dict[int, RawMessage]:
    """These mails; light where they are larger than the limit."""
    wanted = set(uids)
    large: set[int] = set()
    for batch in suspects.batches(wanted, MOST_UIDS):
        large |= wanted & search(client, "UID", answers.uid_set(batch), "LARGER", str(size_limit))
    items = "(UID INTERNALDATE RFC822.SIZE BODY.PEEK[])"
    found = _ask(client, wanted - large, items, _whole, suspects, MOST_MAILS)
    for uid in sorted(large):
        mail = _light_mail(client, uid, suspects)
        if mail:
            found[uid] = mail
    return found


def _light_mail(client: Client, uid: int, suspects: Suspects) -> RawMessage | None:
    """The headers and text parts of one mail, its other parts as empty stubs."""
    structures = _ask(client, {uid}, "(UID BODYSTRUCTURE)", _structure, suspects, 1)
    if uid not in structures:
        return None
    plan = light.plan(structures[uid])

    def assembled(uid: int, items: Items) -> RawMessage | None:
        return _raw(uid, items, plan.assemble(items), partial=True) if plan.answered(items) else None

    return _ask(client, {uid}, f"(UID INTERNALDATE RFC822.SIZE {plan.items})", assembled, suspects, 1).get(uid)


def _ask(
    client: Client,
    uids: set[int],
    items: str,
    read: Callable[[int, Items], T | None],
    suspects: Suspects,
    size: int,
) -> dict[int, T]:
    """FETCH those items of those mails. What `read` finds incomplete is asked for once more, then left out."""
    got: dict[int, T] = {}
    for batch_size in (size, 1):  # by itself the second time: one that is refused may spoil a whole batch
        for batch in suspects.batches(uids - got.keys(), batch_size):
            with suspects.watching(batch):
                answer = _fetch(client, batch, items)
            for uid in answer.keys() & set(batch):
                value = _read(read, uid, answer[uid])
                if value is not None:
                    got[uid] = value
    return got


def _fetch(client: Client, batch: list[int], items: str) -> answers.Fetched:
    status, data = client.uid("FETCH", answers.uid_set(batch), items)
    # NO: some of these cannot be given, or not now; others were all the same (RFC 2180, 4.1)
    return answers.fetched(data if status == "OK" else client.take("FETCH"))


def _read(read: Callable[[int, Items], T | None], uid: int, items: Items) -> T | None:
    try:
        return read(uid, items)
    except (KeyError, ValueError, TypeError, AttributeError):
        return None  # an item is missing, NIL or nonsense: a notice of somebody's change has no more than flags


def _listed(uid: int, items: Items) -> Listed | None:
    identity = answers.message_id(items[f"BODY[{ID_FIELD}]".encode()] or b"")
    size = int(items[b"RFC822.SIZE"])
    # Dovecot, asked at the moment at which the mail is deleted, tells of one of no bytes that came in 1970
    return Listed(uid, answers.arrival(items[b"INTERNALDATE"]), size, identity) if size else None


def _whole(uid: int, items: Items) -> RawMessage | None:
    # NIL or nothing at all is how servers give a mail that another session deleted (RFC 2180, 4.1.3)
    return _raw(uid, items, items[b"BODY[]"]) if items[b"BODY[]"] else None


def _structure(uid: int, items: Items) -> list[Any] | None:
    structure = items[b"BODYSTRUCTURE"]
    return structure if isinstance(structure, list) else None


def _raw(uid: int, items: Items, data: bytes, *, partial: bool = False) -> RawMessage:
    received, size = answers.arrival(items[b"INTERNALDATE"]), int(items[b"RFC822.SIZE"])
    return RawMessage(uid, received, size, data, partial)
