"""From a mail's parts to what a person reads, and what hangs on it: attachments, attached mails.

Which part tells the text best is telling.py's; what it looks like then, plaintext.py's. Attachments are listed by name;
only mails are opened, and small texts that screening looks into. Recursion is bounded by the depth that mime.py allows.
"""

from dataclasses import dataclass, field

from mailbot.domain.message import Attachment
from mailbot.reading.message import smime
from mailbot.reading.message.defects import Defect
from mailbot.reading.message.headers import decoded_words
from mailbot.reading.message.mime import Part, split
from mailbot.reading.message.plaintext import normalised
from mailbot.reading.message.telling import MAX_ENCODED, Telling, better, joined, told_in_html, told_plainly

MAX_TEXT = 200_000
MAX_KEPT = 100_000  # bytes of an attachment whose content is kept
MAX_ATTACHED = 20

PLAIN = {"text/plain", "text/enriched", "text/markdown", "text"}
# Content that reading or screening looks into; of all others only the name counts, so that no zip is ever opened.
KEPT = {"text/calendar", "text/csv", "text/vcard", "text/x-vcard", "message/delivery-status",
        "message/disposition-notification"}  # fmt: skip
MAILS = {"message/rfc822", "message/global", "message/rfc822-headers", "text/rfc822-headers", "message/partial"}
SIGNATURES = {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
ENVELOPES = {"application/pkcs7-mime", "application/x-pkcs7-mime"}
TNEF = {"application/ms-tnef", "application/vnd.ms-tnef"}


@dataclass(slots=True)
class Content:
    """What a mail's parts hold; `attached` are the mails inside it, as bytes."""

    text: str = ""
    content_types: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    attached: list[bytes] = field(default_factory=list)
    defects: list[Defect] = field(default_factory=list)


def content_of(root: Part) -> Content:
    """Everything readable in that tree; the text normalised, at most MAX_TEXT characters."""
    content = Content(content_types=_content_types(root))
    told = _told(root, content, is_root=True)
    content.defects += told.defects
    content.text = normalised(told.text[: 2 * MAX_TEXT])[:MAX_TEXT]
    if len(content.text) == MAX_TEXT:
        content.defects.append(Defect.TEXT_CUT)
    return content


def _content_types(root: Part) -> list[str]:
    found, waiting = [], [root]
    while waiting:
        part = waiting.pop()
        found.append(part.content_type)
        waiting += reversed(part.children)
    return found


def _told(part: Part, content: Content, is_root: bool = False) -> Telling:
    """What a part and those below it tell; what isn't text goes into `content`."""
    kind = part.content_type
    if kind == "multipart/alternative":
        return _best(part, content)
    if kind.startswith("multipart/"):
        if kind in ("multipart/signed", "multipart/encrypted"):
            content.defects.append(Defect.SIGNED if kind == "multipart/signed" else Defect.ENCRYPTED)
        return joined([_told(child, content) for child in part.children])
    if is_root or not (part.filename or part.disposition == "attachment"):
        if kind in PLAIN:
            return told_plainly(part)
        if kind == "text/html":
            return told_in_html(part)
    if is_root and _is_envelope(part):
        return _unwrapped(part, content)
    _attach(part, content)
    return Telling()


def _best(part: Part, content: Content) -> Telling:
    """The best of the same text told several ways (RFC 2046, 5.1.4)."""
    plain = next((child for child in part.children if child.content_type in PLAIN), None)
    rich = joined([_told(child, content) for child in part.children if child is not plain])
    return better(_told(plain, content), rich) if plain else rich


def _is_envelope(part: Part) -> bool:
    return part.content_type in ENVELOPES or part.filename.lower().endswith(".p7m")


def _unwrapped(part: Part, content: Content) -> Telling:
    """The text inside an S/MIME envelope that is the whole mail."""
    if part.params.get("smime-type", "").lower() == "enveloped-data":
        content.defects.append(Defect.ENCRYPTED)
        return Telling()
    inner = smime.content_of(part.body(MAX_ENCODED))
    if inner is None:
        content.defects.append(Defect.SIGNED_OPAQUE)
        return Telling()
    root, defects = split(inner)
    content.defects += [Defect.SIGNED, *defects]
    content.content_types += _content_types(root)
    # Not as a root: an envelope in an envelope stays closed, and is told as an attachment.
    return _told(root, content)


def _attach(part: Part, content: Content) -> None:
    """Note an attachment; open it only where it is a mail."""
    kind, name = part.content_type, decoded_words(part.filename)[:300]
    if kind in SIGNATURES:
        return
    if kind in MAILS or name.lower().endswith(".eml"):
        if len(content.attached) < MAX_ATTACHED:
            content.attached.append(part.body(MAX_ENCODED))
            return
        content.defects.append(Defect.TOO_MANY_PARTS)
    if _is_envelope(part):
        content.defects.append(Defect.SIGNED_OPAQUE)
    if kind in TNEF or name.lower() == "winmail.dat":
        content.defects.append(Defect.TNEF)
        name = name or "winmail.dat"
    kept = part.body(MAX_KEPT) if kind in KEPT and part.end - part.start <= MAX_KEPT else None
    content.attachments.append(Attachment(name, kind, kept))
