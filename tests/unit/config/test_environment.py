"""Every setting can be an environment variable: its text becomes what the setting is."""

from datetime import date, datetime

import pytest

from tests.unit.config.conftest import RIGHT, Configured, Problems


def test_a_variable_wins_over_the_file(configured: Configured) -> None:
    config = configured(MAILBOT_MAILBOX__PASSWORD="anders", MAILBOT_MAILBOX__FOLDER="Aanmeldingen")

    assert config.mailbox.password.get_secret_value() == "anders"
    assert config.mailbox.folder == "Aanmeldingen"


def test_text_becomes_what_the_setting_is(configured: Configured) -> None:
    config = configured(
        MAILBOT_SMTP__PORT="2525",
        MAILBOT_MAILBOX__IDLE="false",
        MAILBOT_MAILBOX__SINCE="2023-02-01",
        MAILBOT_MAILBOX__TIMEOUT="2.5",
        MAILBOT_LANGUAGE="en",
        MAILBOT_EVENTS__0__CAPACITY="80",
        MAILBOT_EVENTS__0__ENDS="2023-03-30T17:00:00",
        MAILBOT_EVENTS__0__ALIASES='["voorjaar", "maart"]',
        MAILBOT_EVENTS__0__WORKSHOPS__0__ROUNDS="[2]",
    )

    assert (config.smtp.port, config.mailbox.idle, config.mailbox.since) == (2525, False, date(2023, 2, 1))
    assert (config.mailbox.timeout, config.language) == (2.5, "en")
    event = config.events[0]
    assert (event.capacity, event.ends, event.aliases) == (80, datetime(2023, 3, 30, 17), ("voorjaar", "maart"))  # noqa: DTZ001
    assert event.workshops[0].rounds == (2,)


def test_a_password_that_looks_like_something_else_stays_text(configured: Configured) -> None:
    assert configured(MAILBOT_MAILBOX__PASSWORD='["x"]').mailbox.password.get_secret_value() == '["x"]'
    assert configured(MAILBOT_MAILBOX__PASSWORD="007").mailbox.password.get_secret_value() == "007"


def test_sections_that_the_file_lacks_are_made(configured: Configured) -> None:
    config = configured(MAILBOT_ALERTS__TO="beheer@example.nl", MAILBOT_MONITOR__PORT="9101")

    assert (config.alerts.to, config.monitor.port) == ("beheer@example.nl", 9101)


def test_whole_events_can_come_from_the_environment(configured: Configured) -> None:
    event = {
        "SLUG": "nul",
        "TITLE": "Nul",
        "STARTS": "2023-05-01T10:00:00",
        "ENDS": "2023-05-01T12:00:00",
        "LOCATION": "Hier",
        "CAPACITY": "10",
        "WAITLIST": "true",
    }
    variables = {f"MAILBOT_EVENTS__{n}__{name}": value for n in range(11) for name, value in event.items()}
    slugs = {f"MAILBOT_EVENTS__{n}__SLUG": f"nummer-{n}" for n in range(11)}

    config = configured(text=RIGHT.partition("[[events]]")[0], **variables | slugs)

    assert [event.slug for event in config.events] == [f"nummer-{n}" for n in range(11)]


def test_an_empty_variable_counts_as_not_set(configured: Configured) -> None:
    assert configured(MAILBOT_MAILBOX__FOLDER="").mailbox.folder == "INBOX"


def test_variables_for_the_program_itself_are_no_settings(configured: Configured) -> None:
    configured(MAILBOT_CONFIG="x", MAILBOT_NOW="2023-02-20T09:00:00", MAILBOT_TEST_ALL="1", OTHER="x")


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("MAILBOT_SMTP__PORT", "smtp", "should be a whole number"),
        ("MAILBOT_SMTP__PORT", "70000", "should be 65535 or less"),
        ("MAILBOT_MAILBOX__SINCE", "1 februari", "should be a date such as 2023-02-01"),
        ("MAILBOT_EVENTS__0__STARTS", "morgen", "should be a local time such as 2023-03-30T10:00:00"),
        ("MAILBOT_EVENTS__0__ALIASES", "voorjaar", 'should be a list, such as ["a", "b"]'),
        ("MAILBOT_EVENTS__0__ALIASES", "[1]", "should be text, in quotes"),
        ("MAILBOT_DATABASE__URL", "geheim", "is not a database URL, such as sqlite:///mailbot.db"),
        ("MAILBOT_SMTP__SECURITY", "none", '"none" is for this machine only (localhost): use "tls" or "starttls"'),
        (
            "MAILBOT_EVENTS__2__SLUG",
            "drie",
            "the file has something else there, or a list that does not reach that far",
        ),
        ("MAILBOT_MAILBOX", "x", "there is no setting of that name, but there is MAILBOT_MAILBOX__HOST in it"),
        ("MAILBOT_MAILBOX__0__HOST", "x", "there is no setting of that name, did you mean MAILBOT_MAILBOX__HOST?"),
        ("MAILBOT_EVENTS__SLUG", "x", "there is no setting of that name, did you mean MAILBOT_EVENTS__0__SLUG?"),
        ("MAILBOT_MAILBOX__PASWORD", "x", "there is no setting of that name, did you mean MAILBOT_MAILBOX__PASSWORD?"),
        ("MAILBOT_MAILBOX__HOST__X", "x", "there is no setting of that name, did you mean MAILBOT_MAILBOX__HOST?"),
    ],
)
def test_a_wrong_variable_is_told_by_its_name(problems: Problems, name: str, value: str, line: str) -> None:
    assert problems(**{name: value}) == [f"{name}: {line}"]


def test_a_wrong_variable_is_told_once_beside_the_mistakes_in_the_file(problems: Problems) -> None:
    assert problems("capacity = 150", "capacity = -1", MAILBOT_MAILBOX__PORT="x", MAILBOT_EVENTS__0__SLUG="?") == [
        "MAILBOT_EVENTS__0__SLUG: should be small letters, digits and hyphens only",
        "MAILBOT_MAILBOX__PORT: should be a whole number",
        "events[0].capacity: should be 0 or more",
    ]


def test_a_variable_into_something_that_is_no_section_is_told(problems: Problems) -> None:
    assert problems("[mailbox]", "alerts = 3\n[mailbox]", MAILBOT_ALERTS__TO="beheer@example.nl") == [
        "MAILBOT_ALERTS__TO: the file has something else there, or a list that does not reach that far",
        "alerts: should be a section of settings",
    ]
