"""`mailbot report`, as a shell sees it."""

import json
import os
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mailbot.adapters.store import Database
from mailbot.cli.report import write_whole
from mailbot.config import load
from mailbot.errors import MailbotError
from tests.unit.adapters.reports.invented import FEMKE
from tests.unit.cli.conftest import Run
from tests.unit.pipeline.test_report import book_in


@pytest.fixture
def booked(folder: Path) -> None:
    """Femke has registered."""
    config = load(folder / "config.toml")
    database = Database(config.database_url, config.event_list())
    book_in(database, FEMKE)
    database.close()


@pytest.mark.usefixtures("booked")
def test_json_goes_to_standard_output_and_nothing_else_does(run: Run):
    code, out, err = run("report", "--format", "json")

    assert (code, err) == (0, "")
    assert [r["name"] for r in json.loads(out)["events"][0]["registrations"]] == ["Femke Nijland"]


def test_the_table_is_what_one_gets_without_asking(run: Run):
    code, out, _ = run("report")

    assert code == 0
    assert out.decode().splitlines()[0] == "Gemeenten en de strijd tegen discriminatie"


def test_one_event_can_be_asked_for(run: Run):
    _, out, _ = run("report", "--event", "mensenrechten-2023", "--format", "json")

    assert [event["slug"] for event in json.loads(out)["events"]] == ["mensenrechten-2023"]


def test_an_event_that_there_is_not_is_wrong_use_and_the_known_ones_are_named(run: Run):
    code, out, err = run("report", "--event", "mensenrechten")

    assert (code, out) == (2, b"")
    assert "there is no event 'mensenrechten'. The configuration has: discriminatie-2023, mensenrechten-2023" in err


def test_before_the_first_run_the_report_is_empty_and_nothing_is_made(run: Run, folder: Path):
    code, out, _ = run("report", "--format", "json")

    assert code == 0
    assert [(e["capacity"], e["registrations"]) for e in json.loads(out)["events"]] == [(3, []), (80, [])]
    assert [path.name for path in folder.iterdir()] == ["config.toml"]


@pytest.mark.parametrize("format", ["table", "json", "csv", "xlsx", "html"])
@pytest.mark.usefixtures("booked")
def test_a_file_holds_what_standard_output_would(run: Run, folder: Path, format: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "80")
    code, out, err = run("report", "--format", format, "--output", f"report.{format}")

    assert (code, out, err) == (0, b"", "")
    marks = {
        "table": b"Gemeenten",
        "json": b"{\n",
        "csv": b"\xef\xbb\xbfevent",
        "xlsx": b"PK",
        "html": b"<!DOCTYPE html>",
    }
    assert (folder / f"report.{format}").read_bytes().startswith(marks[format])


def test_a_spreadsheet_is_not_thrown_at_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)

    code, out, err = run("report", "--format", "xlsx")

    assert (code, out) == (2, b"")
    assert "say where to write it with --output FILE" in err


def test_what_is_no_database_is_a_plain_sentence(run: Run, folder: Path):
    (folder / "mailbot.db").write_bytes(b"this is not a database, whatever its name says")

    code, out, err = run("report")

    assert (code, out) == (1, b"")
    assert err == "mailbot: the database failed: file is not a database\n"


def test_a_file_that_cannot_be_written_is_a_plain_sentence(run: Run):
    code, _, err = run("report", "--output", "nergens/report.txt")

    assert (code, err) == (1, "mailbot: nergens/report.txt cannot be written: No such file or directory\n")


def test_a_new_file_is_its_owners_alone_and_an_old_one_keeps_its_mode(tmp_path: Path):
    new, old = tmp_path / "new.csv", tmp_path / "old.csv"
    old.write_bytes(b"old")
    old.chmod(0o640)

    write_whole(new, b"people")
    write_whole(old, b"people")

    assert [stat.S_IMODE(path.stat().st_mode) for path in (new, old)] == [0o600, 0o640]


def test_a_write_that_breaks_off_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    report = tmp_path / "report.csv"
    report.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(MailbotError, match=r"report\.csv cannot be written: No space left on device"):
        write_whole(report, b"new")

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("report.csv", b"old")]


def test_a_link_stays_a_link(tmp_path: Path):
    (tmp_path / "report.csv").symlink_to("shared.csv")

    write_whole(tmp_path / "report.csv", b"people")

    assert (tmp_path / "report.csv").is_symlink()
    assert (tmp_path / "shared.csv").read_bytes() == b"people"


def test_what_is_no_file_is_written_to_as_it_is(tmp_path: Path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        reading = pool.submit(pipe.read_bytes)

        write_whole(pipe, b"people")

        assert reading.result(timeout=10) == b"people"
    assert pipe.is_fifo()
