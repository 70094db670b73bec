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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.charset import QP, Charset
from email.header import Header
from email.utils import format_datetime
from functools import lru_cache
from hashlib import sha256

from mailbot.domain.answer import Answer, CalendarEntry, Thread
from mailbot.domain.message import OutgoingMessage
from mailbot.replying.calendar import calendar_text, method
from mailbot.replying.mime import multipart, text_part
from mailbot.replying.render import render
from mailbot.replying.templates import Templates
from mailbot.replying.values import single_line

MESSAGE_ID = re.compile(r"<[!-;=?A-~]+@[!-;=?-~]+>")  # RFC 5322, 3.6.4, as loose as what is met in practice
ONE_ADDRESS = re.compile(r"[!-?A-~]+@[!-?A-~]+")
ANSWERED = re.compile(r"(?:re|antw|aw|betr|sv)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)

# A thread of so many mails shows as one however many of its middle ones are named (RFC 5537, 3.4.4 does the same).
LAST_REFERENCES = 12
LONGEST_SUBJECT = 200
LONGEST_ID = 500
LONGEST_ADDRESS = 254  # RFC 5321, 4.5.3.1.3, without the angle brackets

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
    page = render(answer, templates, recipient=recipient, platform=identity.name, when=when, calendar=calendar)
    subject = page.subject if thread.auto_generated else reply_subject(thread.subject, page.subject)
    headers = _headers(answer, thread, identity, subject, when, message_id)
    # boundaries follow from the Message-ID: the same reply is the same bytes again
    boundary = f"=_{sha256(message_id.encode()).hexdigest()[:24]}"
    body = multipart("alternative", f"{boundary}_1", [text_part("plain", page.text), text_part("html", page.html)])
    if calendar:
        items = [_calendar_part(entry, identity, answer.language, when) for entry in calendar]
        body = multipart("mixed", f"{boundary}_0", [body, *items])
    head = "".join([f"{name}: {value}\r\n" for name, value in headers])
    return OutgoingMessage(message_id, recipient, str(answer.template), subject, head.encode("ascii") + body)


def reply_subject(original: str, otherwise: str) -> str:
    """ "Re: " before the subject of the mail answered, unless it begins that way (RFC 5322, 3.6.5)."""
    subject = single_line(original[: 10 * LONGEST_SUBJECT])
    if not subject:
        return otherwise
    if len(subject) > LONGEST_SUBJECT:
        subject = subject[: LONGEST_SUBJECT - 1].rstrip() + "…"
    return subject if ANSWERED.match(subject) else f"Re: {subject}"


def _headers(
    answer: Answer, thread: Thread, identity: Identity, subject: str, when: datetime, message_id: str
) -> Iterator[tuple[str, str]]:
    """Names and values, encoded and folded. Every value that others had a hand in has come through a check here."""
    if not MESSAGE_ID.fullmatch(message_id):
        raise ValueError("not a Message-ID")
    yield "MIME-Version", "1.0"
    yield "From", _mailbox(identity)
    yield "To", _one_address(thread.recipient)
    yield "Subject", _words(subject, "Subject")
    yield "Date", _date(when)
    yield "Message-ID", message_id
    yield from _threading(thread)
    # RFC 3834, 5: whatever answers mail by itself must not answer this
    yield "Auto-Submitted", "auto-generated" if thread.auto_generated else "auto-replied"
    # Exchange's own word for it. Not "All": that would also keep from us that a reply could not be delivered.
    yield "X-Auto-Response-Suppress", "DR, RN, NRN, OOF, AutoReply"
    yield "X-Mailbot-Reply", str(answer.template)
    yield "Content-Language", answer.language


@lru_cache(maxsize=256)  # asked of the same one when a mail is decided and answered
def _one_address(address: str) -> str:
    """A bare address, as it may stand in To. Anything that could begin a second header or recipient is refused."""
    if not ONE_ADDRESS.fullmatch(address) or len(address) > LONGEST_ADDRESS or set(address) & set(',;<>()"\\:'):
        raise ValueError("not one plain address")
    return address


def can_be_addressed(address: str) -> bool:
    """Whether a reply can go to that address: one plain address, that can stand in a header as it is."""
    try:
        return bool(_one_address(address))
    except ValueError:
        return False


_date = lru_cache(maxsize=16)(format_datetime)  # replies of one batch are made at one moment


@lru_cache(maxsize=16)
def _mailbox(identity: Identity) -> str:
    address, name = _one_address(identity.address), single_line(identity.name)
    if not name:
        return address
    if name.isascii() and "=?" not in name:
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"\r\n <{address}>'
    return f"{_words(name, 'From')}\r\n <{address}>"


@lru_cache(maxsize=64)  # the platform's name, above all
def _words(text: str, name: str) -> str:
    """One line of text as a header's value: as it is, or in encoded words (RFC 2047), lines under 76 characters."""
    if text.isascii() and len(name) + len(text) < 74 and "=?" not in text:
        return text
    charset = "us-ascii" if text.isascii() and "=?" not in text else _QP
    return Header(text, charset, header_name=name).encode(linesep="\r\n")


def _threading(thread: Thread) -> Iterator[tuple[str, str]]:
    """RFC 5322, 3.6.4: the mail answered, and those before it. Long threads keep their first and their last mails."""
    answered = _ids([thread.message_id or ""])
    earlier = [id for id in _ids(thread.references) if id not in answered]
    if len(earlier) > LAST_REFERENCES:
        earlier = [earlier[0], *earlier[-LAST_REFERENCES + 1 :]]
    if answered:
        yield "In-Reply-To", answered[0]
    if answered or earlier:
        yield "References", "\r\n ".join([*earlier, *answered])


def _ids(texts: Iterable[str]) -> list[str]:
    """The Message-IDs that are fit for a header, each once."""
    found = (id for text in texts for id in MESSAGE_ID.findall(text if "<" in text else f"<{text}>"))
    return list(dict.fromkeys(id for id in found if len(id) <= LONGEST_ID))


def _calendar_part(entry: CalendarEntry, identity: Identity, language: str, when: datetime) -> bytes:
    file = re.sub(r"[^A-Za-z0-9-]", "-", entry.event.slug)
    return text_part(
        "calendar",
        calendar_text(entry, identity.address, identity.name, language, when),
        parameters=f'; method={method(entry)};\r\n name="{file}.ics"',
        disposition=f'attachment; filename="{file}.ics"',
    )
