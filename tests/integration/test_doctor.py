"""`mailbot doctor` on real servers: what is well, what is wrong and what to do, whatever else fails beside it."""

import json
import socket
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mailbot.cli.main import commands
from mailbot.pipeline.doctor import Finding, Level, examine
from tests.office import NOW, ZONE, Office, letter, open_office
from tests.servers import need
from tests.servers.dovecot import Dovecot, installed
from tests.servers.smtp import SmtpRecorder
from tests.servers.tls import certificates

JAN = "Jan de Vries <jan@utrecht.example>"
SIGN_UP = "Hierbij meld ik mij aan voor 30 maart.\n\nGroet,\nJan de Vries\n"
ALERTS = '[alerts]\nto = "beheer@example.nl"\n'
LATER = "2023-02-27T10:00:00"

Findings = dict[str, list[Finding]]


def look(office: Office, now: str = NOW) -> Findings:
    house = office.house(now)
    found: Findings = {}
    for finding in house.examine():
        found.setdefault(finding.check, []).append(finding)
    house.database.close()
    return found


def levels(found: Findings) -> dict[str, str]:
    order = list(Level)
    return {check: str(max((f.level for f in some), key=order.index)) for check, some in found.items()}


def amiss(found: Findings) -> dict[str, str]:
    """What isn't well; the tests' own clock aside."""
    return {check: level for check, level in levels(found).items() if level != "ok" and check != "clock"}


@pytest.fixture
def well(office: Office) -> Office:
    """An office that has worked once, and of which nothing can be said."""
    office.configure(more=ALERTS)
    office.post(letter(JAN, SIGN_UP))
    assert office.run_once() == []
    return office


def test_where_all_is_well_every_check_says_so(well: Office) -> None:
    found = look(well)

    assert amiss(found) == {}
    assert list(found) == [
        "configuration", "templates", "login", "folder", "idle", "move", "imap-tls", "smtp", "smtp-tls", "database",
        "disk", "clock", "poll", "outbox", "review",
    ]  # fmt: skip
    assert found["folder"][0].what == '"INBOX" holds 1 mail'


def test_it_sends_nothing_marks_nothing_and_makes_no_database(office: Office) -> None:
    uid = office.post(letter(JAN, SIGN_UP))

    found = look(office)

    assert office.smtp.messages == []
    assert [attempt.stage for attempt in office.smtp.attempts] == ["mail"]
    assert office.hand.flags() == {uid: set()}
    assert not (office.folder / "mailbot.db").exists()
    assert levels(found)["poll"] == "warning"


def test_a_refused_login_hides_nothing_else(well: Office) -> None:
    well.configure(password="verkeerd")

    found = look(well)

    assert amiss(found) == {"login": "wrong"}
    assert "look at the username and password of [mailbox]" in found["login"][0].what
    assert "smtp" in found
    assert "folder" not in found


def test_a_folder_that_is_not_there_is_told_with_those_that_are(well: Office) -> None:
    well.hand.create("Aanmeldingen")
    well.configure(mailbox='since = 2023-02-01\nfolder = "Aanmelding"')

    found = look(well)

    assert levels(found)["login"] == "ok"
    assert found["folder"][0].level is Level.WRONG
    assert '"Aanmeldingen"' in found["folder"][0].what


def test_a_server_without_idle_and_move_is_told_with_what_that_means(tmp_path: Path) -> None:
    need("Dovecot (Debian: dovecot-imapd)", installed())
    poor = "protocol imap {\n  imap_capability = IMAP4rev1\n}\n"
    with (
        Dovecot(more=poor) as dovecot,
        open_office(tmp_path, dovecot, more=ALERTS, mailbox='accepted_folder = "Klaar"') as office,
    ):
        found = look(office)

    assert (levels(found)["idle"], levels(found)["move"]) == ("warning", "wrong")
    assert "within 30 seconds" in found["idle"][0].what


def test_a_sender_that_the_server_refuses_is_told(well: Office) -> None:
    well.smtp.behave(lambda attempt: "550 5.7.60 not allowed" if attempt.stage == "mail" else None)

    found = look(well)

    assert amiss(found) == {"smtp": "wrong"}
    assert "does not let us send from the platform's address (550)" in found["smtp"][0].what


def test_the_certificates_end_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("Dovecot (Debian: dovecot-imapd)", installed())
    made = certificates(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.ca))
    with (
        Dovecot(certificates=made) as dovecot,
        SmtpRecorder("starttls", made.server) as smtp,
        open_office(tmp_path, dovecot) as office,
    ):
        text = office.config_file.read_text("utf-8")
        for before, now, security in (
            (dovecot.port, dovecot.tls_port, "tls"),
            (office.smtp.port, smtp.port, "starttls"),
        ):
            text = text.replace(f'port = {before}\nsecurity = "none"', f'port = {now}\nsecurity = "{security}"')
        office.config_file.write_text(text, "utf-8")
        found = look(office)

    for check in ("imap-tls", "smtp-tls"):
        assert found[check][0].level is Level.OK
        assert found[check][0].what.startswith("TLSv1.3; the certificate of 127.0.0.1 holds until 3000-01-01")


def test_what_waits_too_long_is_told_with_its_age(well: Office) -> None:
    well.smtp.behave(lambda attempt: "451 4.3.0 later" if attempt.stage == "message" else None)
    well.post(letter("Piet Bos <piet@zwolle.example>", SIGN_UP.replace("Jan de Vries", "Piet Bos")))
    question = letter(
        "Ans Vos <ans@delft.example>", "Kunt u mij vertellen of er een lunch is op 30 maart?\n\nAns Vos\n"
    )
    well.post(question, received=datetime(2023, 2, 19, 9, 0, tzinfo=ZONE))
    well.run_once()

    soon, later = look(well), look(well, LATER)

    assert amiss(soon) == {}
    assert amiss(later) == {"poll": "wrong", "outbox": "wrong", "review": "warning"}
    assert later["outbox"][0].what == "the oldest reply has waited for 7 days"
    assert later["review"][0].what.startswith("1 wait for a person, the oldest for ")


def test_a_damaged_database_is_told(well: Office) -> None:
    file = well.folder / "mailbot.db"
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entries'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    with file.open("r+b") as raw:
        raw.seek((root - 1) * size)
        raw.write(b"\xff" * size)

    found = look(well)

    assert found["database"][0].level is Level.WRONG


def test_a_database_that_all_can_read_is_told(well: Office) -> None:
    (well.folder / "mailbot.db").chmod(0o644)

    assert amiss(look(well)) == {"database": "warning"}


def test_the_database_of_a_newer_version_is_told(well: Office) -> None:
    with sqlite3.connect(well.folder / "mailbot.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()

    assert levels(look(well))["database"] == "wrong"


def test_a_mail_from_the_future_tells_of_a_clock_that_is_wrong(well: Office) -> None:
    well.post(letter(JAN, SIGN_UP), received=datetime(2023, 2, 20, 9, 0, tzinfo=ZONE) + timedelta(hours=2))
    well.run_once()
    house = well.house()
    house._environ = {}  # the clock stands, and nobody said so

    (clock,) = [finding for finding in house.examine() if finding.check == "clock"]
    house.database.close()

    assert (clock.level, clock.what) == (Level.WRONG, "the mail server's clock is 1 hour ahead of this one")


def test_a_secret_that_ends_is_told_before_and_after(well: Office) -> None:
    oauth = '[smtp.oauth]\nkind = "google"\nclient_id = "i"\nclient_secret = "geheim"\nrefresh_token = "geheim"\n'
    oauth += "token_url = 'http://127.0.0.1:1/'\nsecret_expires = {}\n"
    told = []
    for ends in ("2023-02-19", "2023-03-22", "2023-03-23"):
        well.configure(more=ALERTS + oauth.format(ends), smtp='username = "platform"')
        told += [finding.level for finding in look(well)["secrets"]]

    assert told == [Level.WRONG, Level.WARNING, Level.OK]


@pytest.fixture
def silent_port() -> Iterator[int]:
    """Takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_server_that_hangs_costs_its_own_line_only(well: Office, silent_port: int) -> None:
    well.config_file.write_text(
        well.config_file.read_text("utf-8").replace(f"port = {well.dovecot.port}", f"port = {silent_port}"), "utf-8"
    )
    house = well.house()
    patient: list[Finding] = []
    began = datetime.now(ZONE)

    import mailbot.app as app

    original = app.examine
    app.examine = lambda patient: examine(patient, 12)  # type: ignore[assignment]
    try:
        patient = list(house.examine())
    finally:
        app.examine = original
    house.database.close()

    assert [f.check for f in patient if f.level is Level.WRONG] == ["mailbox"]
    assert "longer than 12 s" in next(f.what for f in patient if f.check == "mailbox")
    assert {"smtp", "database", "templates"} <= {f.check for f in patient}
    assert datetime.now(ZONE) - began < timedelta(seconds=28)


# -- the command ----------------------------------------------------------------------------------------------------


@pytest.fixture
def doctor(well: Office) -> Callable[..., Result]:
    def doctor(*arguments: str) -> Result:
        line = ["doctor", "--config", str(well.config_file), *arguments]
        return CliRunner(env={"MAILBOT_NOW": NOW}).invoke(commands, line)

    return doctor


def test_the_command_ends_with_0_where_all_is_well_and_writes_plain_lines(doctor: Callable[..., Result]) -> None:
    result = doctor()

    assert result.exit_code == 0, result.output
    assert "\x1b" not in result.output
    assert "ok       login          127.0.0.1:" in result.output


def test_the_command_ends_with_1_where_something_is_wrong(well: Office, doctor: Callable[..., Result]) -> None:
    well.smtp.stop()

    result = doctor()

    assert result.exit_code == 1
    assert "wrong    smtp" in result.output
    assert result.output.splitlines()[-1].startswith("1 wrong")


def test_json_holds_every_finding(well: Office, doctor: Callable[..., Result]) -> None:
    well.configure(password="verkeerd")

    result = doctor("--json")
    told = json.loads(result.output)

    assert (result.exit_code, told["well"]) == (1, False)
    assert {finding["check"]: finding["level"] for finding in told["findings"]}["login"] == "wrong"
    assert set(told["findings"][0]) == {"check", "level", "what", "advice"}
    assert "verkeerd" not in result.output


def test_a_wrong_configuration_is_2(well: Office, doctor: Callable[..., Result]) -> None:
    well.configure(capacity="-1")

    assert "ConfigError" in repr(doctor().exception)
