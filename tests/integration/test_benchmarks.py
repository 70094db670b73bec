"""`make bench`, with a handful of mails: what it prints is nobody's promise here, that it runs is."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.servers import dovecot, need

PROJECT = Path(__file__).parents[2]


def printed(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=PROJECT, capture_output=True, text=True, timeout=100, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return re.sub(r"\d[\d,.]*", "N", done.stdout)


def test_draining_a_full_mailbox_is_measured_beside_a_naive_loop_and_an_ideal_pipeline():
    need("Dovecot (Debian: dovecot-imapd)", dovecot.installed())
    need("smtp-sink (Debian: postfix)", shutil.which("smtp-sink", path="/usr/sbin:/usr/bin:/usr/local/sbin"))

    lines = [
        " ".join(line.split()) for line in printed("benchmarks.drain", "--mails", "12", "--runs", "1").splitlines()
    ]

    assert lines == [
        "naive N mails/s",
        "ideal N mails/s",
        "mailbot N mails/s",
        "mailbot / naive N",
        "mailbot / ideal N",
    ]


def test_the_whole_of_reading_is_measured_beside_bare_parsing():
    names = [line.split(" N")[0].rstrip() for line in printed("benchmarks.read_speed", "--rounds", "1").splitlines()]

    assert names[1:] == [
        "stdlib, policy.default",
        "stdlib, compatN",
        "parse",
        "parse + screen",
        "the whole of reading",
    ]
