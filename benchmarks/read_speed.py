#!/usr/bin/env python3
"""How many mails a second are parsed, screened and read, side by side with the bare parsing of the same mails.

Usage: read_speed.py [FOLDER] [--config config.toml] [--rounds N]

FOLDER holds *.eml (default: tests/messages); the configuration is that of config.example.toml, unless one is named.
All ways take turns in each round, and the best round of each counts, so that a busy machine slows all of them alike.
The standard library's two parsers do what `parse` does at the least: sender, subject, date and text; they are there to
compare with, mailbot uses neither.
"""

import argparse
import email
import email.policy
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path
from time import perf_counter

from mailbot.app import understanding_by
from mailbot.config import load
from mailbot.errors import ConfigError
from mailbot.reading.message.parse import parse
from mailbot.reading.screening.screen import OwnIdentity, screen

Way = Callable[[bytes], object]
US = OwnIdentity(frozenset({"platform@voorbeeldplatform.nl"}))


def main() -> None:
    arguments = _arguments()
    mails = [path.read_bytes() for path in sorted(arguments.folder.rglob("*.eml"))]
    if not mails:
        raise SystemExit(f"{arguments.folder}: no *.eml in it")
    ways = _ways(arguments.config)
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(arguments.rounds):
        for name, way in ways.items():
            best[name] = min(best[name], _seconds(way, mails))
    print(f"{len(mails)} mails, {sum(map(len, mails)) // len(mails)} bytes each; the best of {arguments.rounds} rounds")
    bare = best["parse"]
    for name, seconds in best.items():
        print(f"{name:32}{len(mails) / seconds:>9,.0f} mails/s {seconds / bare:>8.2f} x parse")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parents[1] / "tests" / "messages")
    parser.add_argument("--config", type=Path, default=Path(__file__).parents[1] / "config.example.toml")
    parser.add_argument("--rounds", type=int, default=7)
    return parser.parse_args()


def _ways(config: Path) -> dict[str, Way]:
    return {
        "stdlib, policy.default": _stdlib_default,
        "stdlib, compat32": _stdlib_compat32,
        "parse": parse,
        "parse + screen": lambda data: screen(parse(data), US),
        "the whole of reading": _whole(config),
    }


def _whole(path: Path) -> Way:
    try:
        config = load(path, {})
    except ConfigError:  # its secrets aren't here, and reading needs none of them
        config = load(path, {"MAILBOT_MAILBOX__PASSWORD": "-", "MAILBOT_SMTP__PASSWORD": "-"})
    understand = understanding_by(config, config.event_list())
    received = datetime.now(UTC)
    return lambda data: understand(data, received)


def _seconds(way: Way, mails: list[bytes]) -> float:
    begin = perf_counter()
    for mail in mails:
        way(mail)
    return perf_counter() - begin


def _stdlib_default(data: bytes) -> object:
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(("plain", "html"))
    try:
        text = body.get_content() if body else ""
    except (LookupError, KeyError, ValueError):  # an unknown charset, a body that is no text
        text = ""
    return str(message["From"]), str(message["Subject"]), str(message["Date"]), text


def _stdlib_compat32(data: bytes) -> object:
    message = email.message_from_bytes(data)
    texts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    body = texts[0].get_payload(decode=True) if texts else b""
    try:
        date = parsedate_to_datetime(str(message["Date"]))
    except ValueError:
        date = None
    charset = texts[0].get_content_charset("utf-8") if texts else "utf-8"
    try:
        text = bytes(body).decode(charset, "replace")  # type: ignore[arg-type]
    except LookupError:
        text = ""
    return parseaddr(str(message["From"])), str(message["Subject"]), date, text


if __name__ == "__main__":
    main()
