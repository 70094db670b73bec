"""The letters of tests/messages, and mails made up on the spot."""

from pathlib import Path

from mailbot.domain.message import IncomingMessage
from mailbot.reading.message.parse import parse

MESSAGES = Path(__file__).parents[2] / "messages"


def raw(name: str) -> bytes:
    """The bytes of `tests/messages/<name>.eml`."""
    return (MESSAGES / f"{name}.eml").read_bytes()


def letter(name: str) -> IncomingMessage:
    """That letter, parsed."""
    return parse(raw(name))


def a_mail(body: bytes | str, content_type: str = "text/plain; charset=utf-8", **headers: str) -> bytes:
    """A mail of that body; `headers` with underscores for hyphens, on top of or in place of the usual ones."""
    usual = {
        "From": "Marije Tuinstra <marije@wierhaven.nl>",
        "To": "platform@voorbeeldplatform.nl",
        "Subject": "Aanmelding",
        "Date": "Tue, 14 Feb 2023 09:12:00 +0100",
        "Message-ID": "<een@wierhaven.nl>",
        "Content-Type": content_type,
    }
    usual |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in usual.items())
    return head.encode() + b"\r\n" + (body if isinstance(body, bytes) else body.encode())


def multipart(*parts: tuple[str, str], kind: str = "alternative") -> bytes:
    """A multipart mail of (content type, body) parts."""
    body = "".join(f"--grens\r\nContent-Type: {content_type}\r\n\r\n{text}\r\n" for content_type, text in parts)
    return a_mail(f"{body}--grens--\r\n", f'multipart/{kind}; boundary="grens"')
