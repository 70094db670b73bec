"""`mailbot read`, as a shell sees it."""

import json
import os
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run

SIGN_UP = b"""\
From: Femke Nijland <f.nijland@raalte.nl>
To: platform@voorbeeld.nl
Subject: 30 maart
Date: Tue, 07 Feb 2023 08:51:00 +0100
Message-ID: <1@raalte.nl>

Hoi, zet mij ook maar op de lijst voor de 30e.

Gr. Femke
"""
AWAY = b"""\
From: Bram Wassink <b.wassink@lochem.nl>
To: platform@voorbeeld.nl
Subject: Afwezig
Auto-Submitted: auto-replied

Ik ben er niet.
"""


def test_json_is_one_line_a_mail_in_the_order_of_the_arguments_and_a_folders_names(run: Run, folder: Path):
    (folder / "mails" / "b").mkdir(parents=True)
    for name, mail in (("mails/z.eml", SIGN_UP), ("mails/b/a.eml", AWAY), ("mails/no.txt", AWAY), ("x.eml", AWAY)):
        (folder / name).write_bytes(mail)

    code, out, err = run("read", "--json", "x.eml", "mails")

    rows = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [(row["file"], row["kind"]) for row in rows] == [
        ("x.eml", "automatic"),
        ("mails/b/a.eml", "automatic"),
        ("mails/z.eml", "signup"),
    ]
    assert list(rows[2])[:9] == "file kind event review reasons requests unnamed question language".split()


def test_without_json_a_person_sees_the_mail_and_its_reading(run: Run, folder: Path):
    (folder / "a.eml").write_bytes(SIGN_UP)
    (folder / "b.eml").write_bytes(AWAY)

    code, out, _ = run("read", "a.eml", "b.eml")

    text = out.decode()
    assert code == 0
    assert text.startswith("a.eml\n  Van        Femke Nijland <f.nijland@raalte.nl>\n  Onderwerp  30 maart\n")
    assert "1. Femke Nijland: aanmelden" in text
    assert "De mail zegt zelf dat hij automatisch is verstuurd." in text.partition("\nb.eml\n")[2]


def test_a_file_whose_name_is_no_text_is_read_too(run: Run, folder: Path):
    with open(os.fsencode(folder) + b"/\xff.eml", "wb") as file:
        file.write(SIGN_UP)

    code, out, _ = run("read", "--json", str(folder))

    assert code == 0
    assert os.path.basename(json.loads(out)["file"]) == "\udcff.eml"


@pytest.mark.parametrize("content", [b"", bytes(1000), bytes(range(128, 256)) * 50, b"zomaar een zin"])
def test_what_is_no_mail_is_unreadable_and_gets_its_line(run: Run, folder: Path, content: bytes):
    (folder / "a.eml").write_bytes(content)

    code, out, _ = run("read", "--json", "a.eml")

    row = json.loads(out)
    assert (code, row["kind"], row["review"], row["reasons"]) == (0, "unrelated", True, ["unreadable"])


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\r\n\n"])
def test_what_an_editor_put_before_the_mail_is_no_matter(run: Run, folder: Path, before: bytes):
    (folder / "a.eml").write_bytes(before + SIGN_UP)

    _, out, _ = run("read", "--json", "a.eml")

    assert json.loads(out)["requests"][0]["email"] == "f.nijland@raalte.nl"


def test_a_folder_whose_name_ends_like_a_mail_is_none(run: Run, folder: Path):
    (folder / "mails" / "oud.eml").mkdir(parents=True)
    (folder / "mails" / "oud.eml" / "a.eml").write_bytes(SIGN_UP)

    _, out, _ = run("read", "--json", "mails")

    assert [json.loads(row)["file"] for row in out.splitlines()] == ["mails/oud.eml/a.eml"]


def test_a_folder_without_mails_is_told(run: Run, folder: Path):
    code, out, err = run("read", str(folder))

    assert (code, out, err) == (0, b"", "mailbot: there is no .eml file in there\n")


def test_a_file_that_there_is_not_is_wrong_use(run: Run):
    code, out, err = run("read", "nergens.eml")

    assert (code, out) == (2, b"")
    assert "nergens.eml" in err
