"""The sample mails: files in mails/, in the order in which they come in. Everybody in them is invented.

A file whose `X-Demo-Answers` names another one (by its number) is an answer to what mailbot replied to that one. It is
written like a mail client would write it, with places for what only the reply can tell:

    {{message_id}} {{references}}     for In-Reply-To and References
    {{subject}} {{from}} {{date}}     the reply's headers; {{sent}} is the date in Dutch words
    {{text}} {{quoted}}               its text; the same behind "> "
    {{now}}                           the moment of answering, which needs no reply
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import format_datetime, parsedate_to_datetime
from importlib.resources import files

PLACE = re.compile(r"\{\{(\w+)\}\}")
DAYS = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


@dataclass(frozen=True, slots=True)
class Sample:
    """One file. `number` is what its name begins with; `answers` the number of the mail whose reply it answers."""

    name: str
    text: str

    @property
    def number(self) -> str:
        return self.name.partition("-")[0]

    @property
    def answers(self) -> str | None:
        return self._header("X-Demo-Answers")

    @property
    def message_id(self) -> str:
        return self._header("Message-ID") or ""

    def written(self, reply: EmailMessage | None, now: datetime) -> tuple[bytes, datetime]:
        """The mail as it arrives, and when: at its own date, or `now` where that is part of the answer. `reply` is
        what it answers, where it answers something."""
        values = {"now": format_datetime(now)} | (places(reply, now.tzinfo) if reply else {})
        filled = PLACE.sub(lambda place: values[place[1]], self.text)
        data = "".join(f"{line}\r\n" for line in filled.splitlines()).encode()
        date = message_from_bytes(data)["Date"]
        return data, parsedate_to_datetime(date)

    def _header(self, name: str) -> str | None:
        found = re.search(rf"^{name}: (.+)$", self.text.partition("\n\n")[0], re.M)
        return found[1] if found else None


def samples() -> Iterator[Sample]:
    """All of them, in order."""
    folder = files("mailbot.demo") / "mails"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".eml"):
            yield Sample(file.name.removesuffix(".eml"), file.read_text("utf-8"))


def reply_in(data: bytes) -> EmailMessage:
    """A reply of mailbot's, as somebody's mail client has it."""
    return message_from_bytes(data, policy=default)


def places(reply: EmailMessage, zone: tzinfo | None) -> dict[str, str]:
    """What an answer to that reply says of it, in the writer's time zone."""
    body = reply.get_body(("plain",))
    text = body.get_content().replace("\r\n", "\n").rstrip() if body else ""
    date = parsedate_to_datetime(str(reply["Date"])).astimezone(zone)
    return {
        "message_id": str(reply["Message-ID"]),
        "references": f"{reply['References'] or ''} {reply['Message-ID']}".strip(),
        "subject": str(reply["Subject"]),
        "from": str(reply["From"]),
        "date": format_datetime(date),
        "sent": f"{DAYS[date.weekday()]} {date.day} {MONTHS[date.month - 1]} {date:%Y %H:%M}",
        "text": text,
        "quoted": "\n".join(f"> {line}".rstrip() for line in text.splitlines()),
    }
