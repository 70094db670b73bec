"""RawMessage's bytes -> IncomingMessage: the entry to everything that happens before a mail is understood.

Headers are decoded by headers.py, the parts found by mime.py and turned into text by body.py; here they become one
value. Never raises, whatever the bytes; linear time, with bounds on depth, parts, headers and text, each of which
leaves its word in `defects`.
"""

from hashlib import sha256

from mailbot.domain.message import MADE_UP_ID, Address, IncomingMessage
from mailbot.reading.message import headers
from mailbot.reading.message.addresses import addresses
from mailbot.reading.message.body import content_of
from mailbot.reading.message.defects import Defect
from mailbot.reading.message.mime import Part, split

MAX_ATTACHED_DEPTH = 3  # mails in mails in mails; deeper ones are told, not read
NOBODY = Address("", "")


def parse(data: bytes) -> IncomingMessage:
    """The mail in those bytes, as a person would see it."""
    return _parse(data, 0)


def _parse(data: bytes, depth: int) -> IncomingMessage:
    root, defects = split(_with_line_feeds(data))
    content = content_of(root)
    defects += content.defects
    if depth >= MAX_ATTACHED_DEPTH and content.attached:
        defects.append(Defect.NESTED_TOO_DEEP)
        content.attached.clear()
    first = dict(reversed(root.fields)).get  # the topmost of a name counts
    sender = _addresses(first("from"))
    date = headers.date_of(first("date"))
    message_id = headers.message_id(first("message-id"))
    defects += _header_defects(root, bool(sender), date is None, message_id is None)
    return IncomingMessage(
        headers=_all_headers(root),
        message_id=message_id or f"<{sha256(data).hexdigest()[:32]}{MADE_UP_ID}",
        subject=" ".join(headers.unicode_of(first("subject") or b"").split()),
        sender=sender[0] if sender else NOBODY,
        reply_to=next(iter(_addresses(first("reply-to"))), None),
        to=_addresses(first("to")),
        cc=_addresses(first("cc")),
        date=date,
        in_reply_to=next(iter(headers.message_ids(first("in-reply-to"))), None),
        references=headers.message_ids(first("references")),
        text=content.text,
        content_types=tuple(content.content_types),
        attachments=tuple(content.attachments),
        attached=tuple(_parse(inner, depth + 1) for inner in content.attached),
        defects=tuple(dict.fromkeys(defects)),
    )


def _with_line_feeds(data: bytes) -> bytes:
    """Mail from very old programs ends its lines in CR alone; then there is no LF anywhere."""
    return data.replace(b"\r", b"\n") if b"\n" not in data else data


def _addresses(raw: bytes | None) -> tuple[Address, ...]:
    return addresses(raw) if raw else ()


def _all_headers(root: Part) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, raw in root.fields:
        found.setdefault(name, []).append(headers.unicode_of(raw))
    return {name: tuple(values) for name, values in found.items()}


def _header_defects(root: Part, has_sender: bool, dateless: bool, nameless: bool) -> list[Defect]:
    several = sum(name == "from" for name, _ in root.fields) > 1
    checks = (
        (several, Defect.SEVERAL_FROM),
        (not has_sender, Defect.NO_FROM),
        (dateless, Defect.BAD_DATE),
        (nameless, Defect.NO_MESSAGE_ID),
    )
    return [defect for wrong, defect in checks if wrong]
