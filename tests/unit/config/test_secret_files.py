"""Passwords can stand in files of their own, which nobody else may read."""

from pathlib import Path

import pytest

from tests.unit.config.conftest import RIGHT, Configured, Problems

FROM_FILE = RIGHT.replace('password = "geheim-1"', 'password_file = "wachtwoord"')


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "wachtwoord"
    file.write_text("geheim met spaties \n", "utf-8")
    file.chmod(0o600)
    return file


def test_a_password_is_read_from_its_file_without_the_end_of_the_line(configured: Configured, secret: Path) -> None:
    assert configured(text=FROM_FILE).mailbox.password.get_secret_value() == "geheim met spaties "


def test_every_secret_can_stand_in_a_file(configured: Configured, secret: Path) -> None:
    oauth = '[smtp.oauth]\nkind = "google"\nclient_id = "c"\nclient_secret_file = "wachtwoord"\n'
    oauth += f'refresh_token_file = "{secret}"\n'

    config = configured(text=RIGHT + oauth, MAILBOT_SMTP__USERNAME="platform")

    assert config.smtp.oauth is not None
    for value in (config.smtp.oauth.client_secret, config.smtp.oauth.refresh_token):
        assert value is not None
        assert value.get_secret_value() == "geheim met spaties "


def test_a_variable_with_the_password_wins_over_the_file_of_the_file(configured: Configured) -> None:
    config = configured(text=FROM_FILE, MAILBOT_MAILBOX__PASSWORD="anders")

    assert config.mailbox.password.get_secret_value() == "anders"


def test_a_variable_can_name_the_file(configured: Configured, secret: Path) -> None:
    config = configured(MAILBOT_MAILBOX__PASSWORD_FILE=str(secret))

    assert config.mailbox.password.get_secret_value() == "geheim met spaties "


def test_a_file_that_others_can_read_is_refused(problems: Problems, secret: Path) -> None:
    secret.chmod(0o644)

    assert problems(text=FROM_FILE) == [
        "mailbox.password_file: wachtwoord can be read by every user of this machine: chmod 600 it"
    ]


def test_a_file_for_the_group_that_mailbot_runs_as_is_fine(configured: Configured, secret: Path) -> None:
    secret.chmod(0o640)

    configured(text=FROM_FILE)


def test_a_file_that_is_missing_empty_or_not_text_is_told(problems: Problems, secret: Path) -> None:
    secret.write_text("\n", "utf-8")
    assert problems(text=FROM_FILE) == ["mailbox.password_file: wachtwoord is empty"]

    secret.write_bytes(b"\xff\xfe")
    assert problems(text=FROM_FILE) == ["mailbox.password_file: wachtwoord cannot be read: it is not UTF-8 text"]

    secret.unlink()
    assert problems(text=FROM_FILE) == ["mailbox.password_file: wachtwoord cannot be read: No such file or directory"]


def test_a_password_and_its_file_together_are_refused(problems: Problems, secret: Path) -> None:
    assert problems(text=RIGHT.replace("[mailbox]", '[mailbox]\npassword_file = "wachtwoord"')) == [
        "mailbox.password_file: stands beside password: give one of the two"
    ]


def test_two_variables_for_one_secret_are_refused(problems: Problems, secret: Path) -> None:
    both = {"MAILBOT_MAILBOX__PASSWORD": "geheim", "MAILBOT_MAILBOX__PASSWORD_FILE": "wachtwoord"}

    assert problems(**both) == ["MAILBOT_MAILBOX__PASSWORD_FILE: stands beside password: give one of the two"]


def test_a_name_of_a_file_that_is_no_text_is_told(problems: Problems) -> None:
    assert problems(text=RIGHT.replace('password = "geheim-1"', "password_file = 3")) == [
        "mailbox.password_file: should be text, in quotes"
    ]
