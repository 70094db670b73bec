"""Running commands in this process, in a folder of their own with a configuration of two events."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mailbot.cli import main

CONFIG = """\
[mailbox]
host = "127.0.0.1"
security = "none"
username = "platform"
password = "geheim"
address = "platform@voorbeeld.nl"

[smtp]
host = "127.0.0.1"
security = "none"

[[events]]
slug = "discriminatie-2023"
title = "Gemeenten en de strijd tegen discriminatie"
starts = 2023-03-30T10:00:00
ends = 2023-03-30T16:30:00
location = "Utrecht"
capacity = 3
waitlist = true
rounds = [
    { number = 1, starts = 12:00:00, ends = 13:00:00 },
    { number = 2, starts = 14:00:00, ends = 15:00:00 },
]
workshops = [
    { slug = "lokaal-beleid", title = "Lokaal beleid", capacity = 3 },
    { slug = "vooroordelen", title = "Vooroordelen Voorbij", capacity = 2 },
]

[[events]]
slug = "mensenrechten-2023"
title = "Mensenrechten in de wijk"
starts = 2023-06-20T13:00:00
ends = 2023-06-20T17:00:00
location = "Den Haag"
capacity = 80
waitlist = true
"""

Run = Callable[..., tuple[int, bytes, str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration and nothing else, which we are in."""
    (tmp_path / "config.toml").write_text(CONFIG)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """`mailbot ...` in this process: exit code, standard output, standard error."""

    def run(*arguments: str) -> tuple[int, bytes, str]:
        monkeypatch.setattr(sys, "argv", ["mailbot", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfdbinary.readouterr()
        return int(ended.value.code or 0), out, err.decode()

    return run
