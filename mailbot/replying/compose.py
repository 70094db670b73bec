"""A reply as a mail: `compose` puts an Answer's words, its calendar item and its headers together.

    multipart/mixed                     only where there is a calendar item
      multipart/alternative
        text/plain, text/html           the same words
      text/calendar; method=PUBLISH     as an attachment

The calendar stands outside the alternative on purpose: Outlook takes a text/calendar inside it for a meeting and
shows that in place of the text, and what stands elsewhere for an .ics attachment ([MS-STANOICAL] 2.2.168, V0343);
Gmail and Apple Mail find it in either place.

Subject: an answer keeps the subject of the mail that it answers ("Re: ..."), because Gmail and Outlook hold mails
together by subject as well as by References. A notice that nobody just asked for (promoted) takes the template's
subject line: it is news, and should look like it.
"""

import re
from binascii import b2a_qp
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.charset import QP, Charset
from email.generator import BytesGenerator
from email.header import Header
from email.message import Message
from email.policy import Compat32
from email.utils import format_datetime
from hashlib import sha256
from io import BytesIO

from mailbot.domain.answer import Answer, CalendarEntry, Thread
from mailbot.domain.message import OutgoingMessage
from mailbot.replying.calendar import calendar_text, method
from mailbot.replying.render import render
from mailbot.replying.templates import Page, Templates
from mailbot.replying.values import single_line

WIRE = Compat32(linesep="\r\n", mangle_from_=False)
MESSAGE_ID = re.compile(r"<[!-;=?-~]+@[!-;=?-~]+>")  # RFC 5322, 3.6.4, as loose as what is met in practice
LOCAL_CHARACTERS = re.compile(r"[!-~]+")
ANSWERED = re.compile(r"(?:re|antw|aw|betr|sv)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)

# A thread of so many mails shows as one however many of its middle ones are named (RFC 5537, 3.4.4 does the same).
LAST_REFERENCES = 12
LONGEST_SUBJECT = 200
LONGEST_ID = 500

_QP = Charset("utf-8")
_QP.header_encoding = QP


@dataclass(frozen=True, slots=True)
class Identity:
    """Who replies come from: the platform's address, and the name that mail clients show with it ("" for none)."""

    address: str
    name: str = ""


def compose(
    answer: Answer,
    thread: Thread,
    identity: Identity,
    calendar: Sequence[CalendarEntry],
    when: datetime,
    message_id: str,
    templates: Templates,
) -> OutgoingMessage:
    """The reply, ready for the wire. `calendar`: none, or one item an event; `when`: now, aware, the Date header;
    `message_id`: with angle brackets, the same whenever this reply is made. Raises ValueError where the recipient
    or `message_id` could not stand in a header, TemplateError as `Templates.page` does."""
    recipient = _one_address(thread.recipient)
    page = render(
        answer, templates, recipient=recipient, platform=identity.name, when=when, calendar=bool(calendar)
    )
    subject = page.subject if thread.auto_generated else reply_subject(thread.subject, page.subject)
    mail = _body(page, [_calendar_part(entry, identity, answer.language, when) for entry in calendar])
    for name, value in _headers(answer, thread, identity, subject, when, message_id):
        mail[name] = value
    return OutgoingMessage(message_id, recipient, str(answer.template), subject, _wire(mail, message_id))


def reply_subject(original: str, otherwise: str) -> str:
    """ "Re: " before the subject of the mail answered, unless it begins that way (RFC 5322, 3.6.5)."""
    subject = single_line(original)
    if not subject:
        return otherwise
    if len(subject) > LONGEST_SUBJECT:
        subject = subject[: LONGEST_SUBJECT - 1].rstrip() + "…"
    return subject if ANSWERED.match(subject) else f"Re: {subject}"


def _headers(
    answer: Answer, thread: Thread, identity: Identity, subject: str, when: datetime, message_id: str
) -> Iterator[tuple[str, str | Header]]:
    if not MESSAGE_ID.fullmatch(message_id):
        raise ValueError("not a Message-ID")
    yield "MIME-Version", "1.0"
    yield "From", _mailbox(identity)
    yield "To", _one_address(thread.recipient)
    yield "Subject", _text(subject, "Subject")
    yield "Date", format_datetime(when)
    yield "Message-ID", message_id
    yield from _threading(thread)
    # RFC 3834, 5: whatever answers mail by itself must not answer this
    yield "Auto-Submitted", "auto-generated" if thread.auto_generated else "auto-replied"
    # Exchange's own word for it. Not "All": that would also keep from us that a reply could not be delivered.
    yield "X-Auto-Response-Suppress", "DR, RN, NRN, OOF, AutoReply"
    yield "X-Mailbot-Reply", str(answer.template)
    yield "Content-Language", answer.language


def _one_address(address: str) -> str:
    """A bare address, as it may stand in To. Anything that could begin a second header or recipient is refused."""
    if not LOCAL_CHARACTERS.fullmatch(address) or address.count("@") != 1 or set(address) & set(',;<>()"\\:'):
        raise ValueError("not one plain address")
    return address


def _mailbox(identity: Identity) -> str:
    address, name = _one_address(identity.address), single_line(identity.name)
    if not name:
        return address
    if name.isascii():
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}" <{address}>'
    return f"{Header(name, _QP, header_name='From').encode()} <{address}>"


def _text(text: str, name: str) -> str | Header:
    if text.isascii():
        return text if len(text) < 60 else Header(text, "us-ascii", header_name=name)
    return Header(text, _QP, header_name=name)


def _threading(thread: Thread) -> Iterator[tuple[str, str]]:
    """RFC 5322, 3.6.4: the mail answered, and those before it. Long threads keep their first and their last mails."""
    answered = _ids([thread.message_id or ""])
    earlier = [id for id in _ids(thread.references) if id not in answered]
    if len(earlier) > LAST_REFERENCES:
        earlier = [earlier[0], *earlier[-LAST_REFERENCES + 1 :]]
    if answered:
        yield "In-Reply-To", answered[0]
    if answered or earlier:
        yield "References", "\n ".join([*earlier, *answered])


def _ids(texts: Iterable[str]) -> list[str]:
    """The Message-IDs that are fit for a header, each once."""
    found = (id for text in texts for id in MESSAGE_ID.findall(text if "<" in text else f"<{text}>"))
    return list(dict.fromkeys(id for id in found if len(id) <= LONGEST_ID))


def _body(page: Page, calendars: list[Message]) -> Message:
    text = _multipart("alternative", [_part("plain", page.text.encode()), _part("html", page.html.encode())])
    return _multipart("mixed", [text, *calendars]) if calendars else text


def _multipart(subtype: str, parts: list[Message]) -> Message:
    mail = Message(WIRE)
    mail["Content-Type"] = f"multipart/{subtype}"
    for part in parts:
        mail.attach(part)
    return mail


def _part(subtype: str, content: bytes, parameters: str = "") -> Message:
    """A text part. Quoted-printable by binascii: the email package does it in Python, forty times slower."""
    part = Message(WIRE)
    part["Content-Type"] = f'text/{subtype}; charset="utf-8"{parameters}'
    part["Content-Transfer-Encoding"] = "quoted-printable"
    part.set_payload(b2a_qp(content, istext=True).decode("ascii"))
    return part


def _calendar_part(entry: CalendarEntry, identity: Identity, language: str, when: datetime) -> Message:
    text = calendar_text(entry, identity.address, identity.name, language, when)
    file = re.sub(r"[^A-Za-z0-9-]", "-", entry.event.slug)
    part = _part("calendar", text, f'; method={method(entry)}; name="{file}.ics"')
    part["Content-Disposition"] = f'attachment; filename="{file}.ics"'
    return part


def _wire(mail: Message, message_id: str) -> bytes:
    """The bytes with CRLF. Boundaries follow from the Message-ID, so that the same reply is the same bytes again."""
    seed = sha256(message_id.encode()).hexdigest()[:24]
    for at, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"=_{seed}_{at}")
    out = BytesIO()
    BytesGenerator(out, policy=WIRE).flatten(mail)
    return out.getvalue()
