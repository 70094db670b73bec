"""A file and the environment become settings, or one plain line for each mistake in them."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mailbot.config import load
from mailbot.domain.event import Event, Round, Workshop
from mailbot.errors import ConfigError
from tests.unit.config.conftest import RIGHT, Configured, Problems

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def test_what_is_left_out_has_its_usual_value(configured: Configured) -> None:
    config = configured()

    assert (config.mailbox.port, config.mailbox.security, config.mailbox.folder) == (993, "tls", "INBOX")
    assert (config.smtp.port, config.smtp.security, config.smtp.username) == (465, "tls", None)
    assert (config.language, config.timezone) == ("nl", "Europe/Amsterdam")
    assert (config.limits.per_address, config.mailbox.since, config.alerts.to) == (20, None, None)
    assert (config.monitor.port, config.templates_folder) == (None, None)


@pytest.mark.parametrize(("security", "imap", "smtp"), [("tls", 993, 465), ("starttls", 143, 587), ("none", 143, 25)])
def test_the_port_follows_the_security(configured: Configured, security: str, imap: int, smtp: int) -> None:
    text = RIGHT.replace('host = "imap.example.nl"', f'host = "localhost"\nsecurity = "{security}"')
    text = text.replace('host = "smtp.example.nl"', f'host = "localhost"\nsecurity = "{security}"')

    config = configured(text=text)

    assert (config.mailbox.port, config.smtp.port) == (imap, smtp)


def test_the_events_are_those_of_the_domain_in_the_configured_zone(configured: Configured) -> None:
    day = (2023, 3, 30)

    assert configured().event_list() == (
        Event(
            slug="een",
            title="Bijeenkomst een",
            starts=datetime(*day, 10, tzinfo=AMSTERDAM),
            ends=datetime(*day, 16, 30, tzinfo=AMSTERDAM),
            location="Stadhuis, Voorbeeldstad",
            capacity=150,
            waitlist=True,
            rounds=(
                Round(1, datetime(*day, 12, tzinfo=AMSTERDAM), datetime(*day, 13, tzinfo=AMSTERDAM)),
                Round(2, datetime(*day, 14, tzinfo=AMSTERDAM), datetime(*day, 15, tzinfo=AMSTERDAM)),
            ),
            workshops=(Workshop("beleid", "Lokaal beleid", 25, (1, 2)),),
        ),
    )


def test_a_workshop_can_be_given_in_some_of_the_rounds(configured: Configured) -> None:
    config = configured("capacity = 25", "capacity = 25\nrounds = [2]")

    assert config.event_list()[0].workshops[0].rounds == (2,)


def test_a_round_has_a_day_of_its_own_or_that_of_the_event(configured: Configured) -> None:
    config = configured("number = 2\n", "number = 2\nday = 2023-04-06\n")

    assert [round.starts.date().isoformat() for round in config.event_list()[0].rounds] == ["2023-03-30", "2023-04-06"]


def test_a_round_may_be_written_as_the_event_is(configured: Configured) -> None:
    times = "starts = 14:00:00\nends = 15:00:00"
    config = configured(times, "starts = 2023-04-06T14:00:00\nends = 2023-04-06T15:00:00")

    assert config.event_list()[0].rounds[1].starts == datetime(2023, 4, 6, 14, tzinfo=AMSTERDAM)


def test_since_is_a_date(configured: Configured) -> None:
    config = configured("[mailbox]", "[mailbox]\nsince = 2023-02-01")

    assert config.mailbox.since == date(2023, 2, 1)


def test_a_relative_database_stands_beside_the_file(configured: Configured, tmp_path: Path) -> None:
    assert configured().database_url == f"sqlite:///{tmp_path}/mailbot.db"


def test_postgresql_without_a_driver_gets_the_one_that_mailbot_brings(configured: Configured) -> None:
    config = configured(MAILBOT_DATABASE__URL="postgres://mailbot:geheim@db/mailbot")

    assert config.database_url == "postgresql+psycopg://mailbot:geheim@db/mailbot"


def test_a_file_that_is_not_there_is_one_line_that_says_how_to_begin(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as refused:
        load(tmp_path / "config.toml", {})

    assert refused.value.problems == [
        f"{tmp_path}/config.toml: there is no such file. Copy config.example.toml to begin with."
    ]


def test_a_file_that_is_not_toml_is_told_with_its_line(problems: Problems) -> None:
    (line,) = problems("capacity = 150", "capacity = ")

    assert line.startswith("is not valid TOML: ")
    assert "at line 17" in line


def test_a_time_without_seconds_gets_its_own_hint(problems: Problems) -> None:
    (line,) = problems("starts = 12:00:00", "starts = 12:00")

    assert line.endswith(". A time needs its seconds: 12:00:00")


def test_text_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes('title = "caf\xe9"'.encode("latin-1"))

    with pytest.raises(ConfigError, match="it is not UTF-8 text"):
        load(file, {})


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('host = "imap.example.nl"', "host = 12", "mailbox.host: should be text, in quotes"),
        ('host = "imap.example.nl"', 'host = " "', "mailbox.host: is empty"),
        ("[smtp]", "[smtp]\nport = true", "smtp.port: should be a whole number"),
        ("[smtp]", '[smtp]\nport = "25"', "smtp.port: should be a whole number"),
        ("[smtp]", "[smtp]\nport = 0", "smtp.port: should be 1 or more"),
        ("[smtp]", "[smtp]\nport = 65536", "smtp.port: should be 65535 or less"),
        ("[smtp]", "[smtp]\ntimeout = 0", "smtp.timeout: should be more than 0"),
        ("[smtp]", '[smtp]\nsecurity = "ssl"', "smtp.security: should be 'tls', 'starttls' or 'none'"),
        ("[mailbox]", '[mailbox]\nsince = "2023-02-01"', "mailbox.since: should be a date such as 2023-02-01, "),
        ("[mailbox]", "[mailbox]\nsince = 2023-02-01T10:00:00", "mailbox.since: should be a date such as 2023-02-01, "),
        ("platform@example.nl", "Platform <a@b.nl>", "mailbox.address: should be an e-mail address, "),
        ("waitlist = true", 'waitlist = "yes"', "events[0].waitlist: should be true or false"),
        ("waitlist = true", "waitlist = 1", "events[0].waitlist: should be true or false"),
        ("capacity = 150", "capacity = -1", "events[0].capacity: should be 0 or more"),
        ("capacity = 150", "capacity = 150.0", "events[0].capacity: should be a whole number"),
        ("capacity = 25", "capacity = 25\nrounds = 1", "events[0].workshops[0].rounds: should be a list, "),
        ("capacity = 25", "capacity = 25\nrounds = [true]", "events[0].workshops[0].rounds[0]: should be a whole num"),
        ("capacity = 25", 'capacity = 25\nby = "Anna"', "events[0].workshops[0].by: should be a list, "),
        ('slug = "een"', 'slug = "Één"', "events[0].slug: should be small letters, digits and hyphens only"),
        ("10:00:00", "10:00:00+01:00", "events[0].starts: is a local time: leave the offset out, "),
        ("2023-03-30T10:00:00", "2023-03-30", "events[0].starts: should be a local time such as "),
        (
            "starts = 12:00:00",
            "starts = 2023-03-31T12:00:00\nday = 2023-03-30",
            "events[0].rounds[0]: starts, ends and day",
        ),
        (
            "starts = 12:00:00",
            "starts = 2023-03-30T12:00:00Z",
            "events[0].rounds[0].starts: should be a time of day such",
        ),
        ("starts = 12:00:00", 'starts = "12:00"', "events[0].rounds[0].starts: should be a time of day such as "),
        ("[mailbox]", 'language = "de"\n[mailbox]', "language: should be 'nl' or 'en'"),
        ("[mailbox]", 'timezone = "Europe/Amsterdm"\n[mailbox]', "timezone: is not a known time zone, "),
        ("[mailbox]", 'timezone = "Europe"\n[mailbox]', "timezone: is not a known time zone, "),
        ("[mailbox]", 'timezone = "../etc"\n[mailbox]', "timezone: is not a known time zone, "),
        ("[mailbox]", "alerts = 3\n[mailbox]", "alerts: should be a section of settings"),
        ("[mailbox]", "[templates]\nfolder = 3\n[mailbox]", "templates.folder: should be text, in quotes"),
        ("[mailbox]", "langage = 3\n[mailbox]", "langage: there is no such setting, did you mean language?"),
        ("[mailbox]", "[mailbox]\nqqq = 3", "mailbox.qqq: there is no such setting"),
        ("waitlist = true", "waitlist = true\nclosed = 3", "events[0].closed: there is no such setting, did you mean "),
        ('title = "Bijeenkomst een"\n', "", "events[0].title: is missing"),
        ('host = "smtp.example.nl"\n', "", "smtp.host: is missing"),
    ],
)
def test_a_wrong_value_is_one_line_with_its_path(problems: Problems, old: str, new: str, line: str) -> None:
    (shown,) = problems(old, new)

    assert shown.startswith(line)


def test_events_must_be_written_as_a_list_of_tables(problems: Problems) -> None:
    assert problems(text=RIGHT.partition("[[events]]")[0] + "[events]\nslug = 'een'\n") == [
        "events: should be written as [[events]]"
    ]


def test_no_events_at_all_is_one_line(problems: Problems) -> None:
    before = RIGHT.partition("[[events]]")[0]

    assert problems(text=before) == ["events: is missing"]
    assert problems(text=f"events = []\n{before}") == ["events: is empty: announce at least one [[events]]"]


def test_an_empty_file_is_told_section_by_section(problems: Problems) -> None:
    assert problems(text="") == ["mailbox: is missing", "smtp: is missing", "events: is missing"]


def test_every_mistake_is_told_at_once_those_between_settings_too(problems: Problems) -> None:
    text = RIGHT.replace('host = "imap.example.nl"', "host = 12\npasword = 'x'")
    text = text.replace('host = "smtp.example.nl"', 'host = "smtp.example.nl"\nsecurity = "none"')
    text = text.replace("capacity = 25", "capacity = 'x'\nrounds = [4, 5]")
    text += '[[events]]\nslug = "een"\n' + "".join(
        f"{line}\n" for line in RIGHT.splitlines() if line.startswith(('title = "B', "starts = 2", "location", "wait"))
    )

    assert problems(text=text) == [
        "mailbox.host: should be text, in quotes",
        "mailbox.pasword: there is no such setting, did you mean password?",
        "events[0].workshops[0].capacity: should be a whole number",
        "events[1].ends: is missing",
        "events[1].capacity: is missing",
        'smtp.security: "none" is for this machine only (localhost): use "tls" or "starttls"',
        'events[1].slug: "een" is used twice',
        "events[0].workshops[0].rounds: there is no round 4",
        "events[0].workshops[0].rounds: there is no round 5",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('password = "geheim-1"', 'password = ["geheim-1"]'),
        ('password = "geheim-1"', 'pasword = "geheim-1"'),
        ('password = "geheim-1"', 'password = "geheim-1" "geheim-1"'),
        ('host = "imap.example.nl"', 'host = ["geheim-1"]'),
        ("[mailbox]", '[database]\nurl = "mysqlx://mailbot:geheim-1@db/x"\n[mailbox]'),
        ("[mailbox]", '[database]\nurl = "geheim-1"\n[mailbox]'),
        ("[mailbox]", '[database]\nurl = "postgresql://mailbot:geheim-1@db:x/x"\n[mailbox]'),
    ],
)
def test_no_value_is_shown_because_it_may_be_a_secret(problems: Problems, old: str, new: str) -> None:
    lines = problems(old, new)

    assert [line for line in lines if "geheim" in line] == []


def test_secrets_do_not_show_when_the_settings_are_printed(configured: Configured) -> None:
    config = configured(
        "[mailbox]", '[database]\nurl = "postgresql://mailbot:geheim-2@db/x"\n[mailbox]', MAILBOT_SMTP__USERNAME="x",
        MAILBOT_SMTP__PASSWORD="geheim-3",
    )  # fmt: skip

    assert "geheim" not in f"{config!r} {config}"
