"""How to write the demo a mail oneself: lines to copy, and what a mail program needs to know."""

from collections.abc import Mapping
from shlex import quote

from mailbot.demo.imap import ATTENDEES, HOST, PASSWORD, PLATFORM

WRITER = "robin@voorbeeld.example"
SUBJECT = "Aanmelding 20 juni"
TEXT = (
    "Graag meld ik mij aan voor Mensenrechten in de wijk op 20 juni.",
    "",
    "Groet,",
    "Robin Vermeer",
    "Gemeente Voorbeeld",
)


def guide(address: str, imap_port: int, smtp_port: int, settings: Mapping[str, str], program: str) -> list[str]:
    """The lines to show. `address` is the platform's; `settings` are the variables, and `program` the command, with
    which the books of this demo are looked at from elsewhere."""
    exports = " ".join(f"{name}={quote(value)}" for name, value in settings.items())
    return [
        "Nothing leaves this machine. In here it is 1 March 2023, and mails get that day's date.",
        "",
        "With swaks:",
        f"  {with_swaks(address, smtp_port)}",
        "or with Python alone:",
        f"  {with_python(address, smtp_port)}",
        "",
        "The reply is in the attendees' mailbox within a second:",
        f"  {newest_reply(imap_port)}",
        "",
        "Any mail program will do as well, without encryption:",
        f"  IMAP  {HOST}, port {imap_port}; user {ATTENDEES}, password {PASSWORD} (all replies, to whomever)",
        f"        or user {PLATFORM}, password {PASSWORD} (the mailbox that mailbot watches)",
        f"  SMTP  {HOST}, port {smtp_port}; no login. Write to {address}",
        "",
        "What an organiser does, in another terminal:",
        f"  export {exports}",
        f"  {program} review list",
        f"  {program} report --format html --output report.html",
        "",
        "Waiting for mail. Ctrl-C ends it.",
        "",
    ]


def with_swaks(address: str, port: int) -> str:
    body = quote(r"\n".join(TEXT))
    return (
        f"swaks --server {HOST}:{port} --from {WRITER} --to {address} "
        f"--header {quote(f'Subject: {SUBJECT}')} --body {body}"
    )


def with_python(address: str, port: int) -> str:
    """One line that any Python 3 understands, between quotes that a shell leaves alone."""
    headers = (f"From: Robin Vermeer <{WRITER}>", f"To: {address}", f"Subject: {SUBJECT}", "")
    mail = r"\n".join((*headers, *TEXT))
    code = f'import smtplib; smtplib.SMTP("{HOST}", {port}).sendmail("{WRITER}", "{address}", "{mail}")'
    return f"python3 -c '{code}'"


def newest_reply(port: int) -> str:
    return f"curl --silent 'imap://{ATTENDEES}:{PASSWORD}@{HOST}:{port}/INBOX;UID=*'"
