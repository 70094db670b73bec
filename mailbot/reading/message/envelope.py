"""Whose mail it is, and about what, where nothing more could be read: for the report about mails that were set aside.

Parsing may just have hung or crashed on this very mail. So this looks at the first lines only, with the standard
library's simplest parser, and takes what comes.
"""

from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import parseaddr

LOOKED_AT = 16 * 1024


def envelope_of(data: bytes) -> dict[str, str]:
    """`sender` (the bare address), `sender_name` and `subject`; "" where there is none. Raises nothing."""
    head = message_from_bytes(data[:LOOKED_AT])
    name, address = parseaddr(_text(head.get("From")))
    return {"sender": address.lower()[:320], "sender_name": name[:500], "subject": _text(head.get("Subject"))[:500]}


def _text(value: object) -> str:
    try:
        return " ".join(str(make_header(decode_header(str(value or "")))).split())
    except Exception:  # an unknown charset, a broken encoded word: then as it stands there
        return " ".join(str(value).split())
