#!/usr/bin/env python3
"""Throws mutated mails at parsing and screening for as long as told: none may raise, none may take long.

Usage: fuzz_parse.py [SECONDS] [--config config.toml] [--folder FOLDER] [--seed N] [--keep FOLDER]

With a configuration the mails are read as well, for its events.

Each mail is one of the letters of FOLDER (default: tests/messages), or two of them spliced, with a few pieces cut,
doubled, swapped, or replaced by bytes and words that parsers stumble over. What fails is kept as a file, named by its
seed, and the exit code is 1. At the end: how many mails, how many a second, the slowest, and the defects that occurred.
"""

import argparse
import random
import sys
import traceback
from collections import Counter
from pathlib import Path
from time import perf_counter, process_time

from mailbot.app import understanding_by
from mailbot.config import load
from mailbot.reading.letter.language import language
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.message.body import MAX_TEXT
from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from mailbot.reading.screening.screen import OwnIdentity, screen

TOO_LONG = 1.0  # seconds for one mail: the goal of the project
US = OwnIdentity(frozenset({"platform@voorbeeldplatform.nl"}), "mx.voorbeeldplatform.nl", lambda i: "@mailbot." in i)
TROUBLE = [
    b"\r\n\r\n", b"\n\n", b"\r", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b'"', b"(", b"<", b">", b"&#", b"=",
    b"=?", b"=?utf-8?Q?", b"=?x?B?", b"?=", b"--", b"\n--_alt_\n", b"\n--_alt_--\n", b";", b"\\", b"<table>",
    b"<tr><td>", b"</td>", b"</table>", b"<s>", b"<div style='", b"<blockquote>", b"<!--", b"<style>", b"<pre>",
    b"rowspan=99999", b"Content-Type: multipart/mixed; boundary=x\r\n",
    b"Content-Type: message/rfc822\r\n", b"charset=utf-16",
    b"Content-Transfer-Encoding: base64\r\n", b"Content-Transfer-Encoding: quoted-printable\r\n", b"format=flowed",
    b"charset=utf-7", b"charset=iso-2022-jp", b"filename*0*=utf-8''%", b"Date: Mon, 99 Foo 0000 99:99:99 +9999\r\n",
    b"From: ", b"\nVan: ", b"\n> > ", b"\n-- \n", b"Authentication-Results: mx.voorbeeldplatform.nl; dmarc=",
]  # fmt: skip


def main() -> int:
    arguments = _arguments()
    letters = [path.read_bytes() for path in sorted(arguments.folder.rglob("*.eml"))]
    if not letters:
        raise SystemExit(f"{arguments.folder}: no *.eml in it")
    context = _context(arguments.config) if arguments.config else None
    seed = first = arguments.seed
    defects: Counter[str] = Counter()
    slowest, failed = 0.0, 0
    begin = perf_counter()
    while perf_counter() - begin < arguments.seconds:
        mail = _mutated(random.Random(seed), letters)
        problem, seconds = _problem(mail, context, defects)
        slowest = max(slowest, seconds)
        if problem:
            failed += 1
            _keep(arguments.keep, seed, mail, problem)
        seed += 1
    _report(seed - first, perf_counter() - begin, slowest, failed, defects)
    return 1 if failed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seconds", nargs="?", type=float, default=60.0)
    parser.add_argument("--folder", type=Path, default=Path(__file__).parents[1] / "tests" / "messages")
    parser.add_argument("--config", type=Path, help="read the mails, too, for the events of this configuration")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"))
    return parser.parse_args()


def _mutated(dice: random.Random, letters: list[bytes]) -> bytes:
    mail = dice.choice(letters)
    if dice.random() < 0.2:
        other = dice.choice(letters)
        mail = mail[: dice.randrange(len(mail) + 1)] + other[dice.randrange(len(other) + 1) :]
    for _ in range(dice.choice((1, 1, 2, 3, 5, 8, 20))):
        mail = _bitten(dice, mail)
    return mail


def _bitten(dice: random.Random, mail: bytes) -> bytes:
    at = dice.randrange(len(mail) + 1)
    end = min(len(mail), at + dice.choice((0, 1, 4, 30, 300)))
    piece = mail[at:end]
    new = dice.choice(
        (
            b"",
            piece * dice.choice((2, 3, 500)),
            piece[::-1],
            dice.randbytes(dice.choice((1, 4, 60))),
            dice.choice(TROUBLE),
            dice.choice(TROUBLE) * dice.choice((1, 50, 3_000)),
        )
    )
    return (mail[:at] + new + mail[end:])[:3_000_000]


def _context(path: Path) -> ReadingContext:
    config = load(path)
    return understanding_by(config, config.event_list()).context


def _problem(mail: bytes, context: ReadingContext | None, defects: Counter[str]) -> tuple[str | None, float]:
    """What went wrong with that mail, if anything, and how long it took; what other programs take does not count."""
    begin = process_time()
    try:
        message = parse(mail)
        screening = screen(message, US)
        language(message.text)
        if context:
            read(message, screening, context)
    except Exception:
        return traceback.format_exc(), process_time() - begin
    seconds = process_time() - begin
    defects.update(map(str, message.defects))
    if len(message.text) > MAX_TEXT or "\0" in message.text:
        return "the text is longer than allowed, or holds NUL", seconds
    return (f"took {seconds:.2f} s" if seconds > TOO_LONG else None), seconds


def _keep(folder: Path, seed: int, mail: bytes, problem: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{seed}.eml").write_bytes(mail)
    print(f"seed {seed}: {problem}", file=sys.stderr)


def _report(mails: int, seconds: float, slowest: float, failed: int, defects: Counter[str]) -> None:
    print(f"{mails:,} mutated mails in {seconds:.0f} s ({mails / seconds:,.0f}/s); slowest {slowest * 1000:.0f} ms")
    print(f"{failed} failed")
    print("defects: " + ", ".join(f"{name} {count:,}" for name, count in defects.most_common()))


if __name__ == "__main__":
    sys.exit(main())
