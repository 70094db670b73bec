"""What a shell sees of the configuration: which file is taken, and how mistakes in it end a command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.config.conftest import RIGHT

WRONG = RIGHT.replace("capacity = 150", "capacity = -1").replace('host = "smtp.example.nl"', 'hots = "smtp.example.nl"')
LINES = [
    "smtp.host: is missing",
    "smtp.hots: there is no such setting, did you mean host?",
    "events[0].capacity: should be 0 or more",
]
NOTHING = subprocess.DEVNULL
# Port 1 of this machine: nobody answers there.
NOBODY = RIGHT.replace('host = "imap.example.nl"', 'host = "127.0.0.1"\nport = 1\nsecurity = "none"')


def mailbot(folder: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("MAILBOT_")}
    command = [sys.executable, "-m", "mailbot", *arguments]
    return subprocess.run(
        command, cwd=folder, env=own | environ, capture_output=True, text=True, timeout=60, check=False, stdin=NOTHING
    )


@pytest.mark.parametrize("command", [["run", "--once"], ["run"], ["report"], ["read", "."], ["audit"]])
def test_every_mistake_is_a_line_on_standard_error_and_nothing_is_started(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "config.toml").write_text(WRONG, "utf-8")

    done = mailbot(tmp_path, *command)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [f"config.toml: {line}" for line in LINES]
    assert [file.name for file in tmp_path.iterdir()] == ["config.toml"]


def test_the_file_is_the_one_named_then_the_variable_then_the_folder(tmp_path: Path) -> None:
    asked = mailbot(tmp_path, "report", "--config", "a.toml", MAILBOT_CONFIG="b.toml")
    variable = mailbot(tmp_path, "report", MAILBOT_CONFIG="b.toml")
    neither = mailbot(tmp_path, "report")

    shown = [done.stderr.split(":")[0] for done in (asked, variable, neither)]
    assert shown == ["a.toml", "b.toml", "config.toml"]
    assert {done.returncode for done in (asked, variable, neither)} == {2}


def test_wrong_use_ends_with_two_as_well(tmp_path: Path) -> None:
    done = mailbot(tmp_path, "report", "--format", "pdf")

    assert (done.returncode, done.stdout) == (2, "")
    assert "pdf" in done.stderr


def test_what_looks_like_a_mistake_is_told_and_stops_nothing(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(NOBODY, "utf-8")
    file.chmod(0o644)

    done = mailbot(tmp_path, "run", "--once")

    assert done.stderr.splitlines()[0] == (
        "warning: config.toml: holds mailbox.password and can be read by every user of this machine: chmod 600 it"
    )
    assert done.returncode == 1  # it was started, and nobody answered
    assert "geheim" not in done.stderr
