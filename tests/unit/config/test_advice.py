"""What looks like a mistake is told, and no reason to refuse."""

from datetime import date
from pathlib import Path

import pytest

from mailbot.config import warnings
from tests.unit.config.conftest import RIGHT, Configured

TODAY = date(2023, 2, 1)


def test_a_file_that_holds_a_password_and_that_all_can_read_is_told(configured: Configured) -> None:
    config = configured("[mailbox]", '[database]\nurl = "postgresql://mailbot:geheim@db/x"\n[mailbox]')
    assert warnings(config, TODAY) == []

    Path("config.toml").chmod(0o644)

    assert warnings(config, TODAY) == [
        "config.toml: holds mailbox.password, database.url and can be read by every user of this machine: chmod 600 it"
    ]


def test_a_file_without_a_password_can_be_read_by_all(configured: Configured) -> None:
    config = configured('password = "geheim-1"\n', "", MAILBOT_MAILBOX__PASSWORD="geheim")

    Path("config.toml").chmod(0o644)

    assert warnings(config, TODAY) == []


@pytest.mark.parametrize(("ends", "told"), [("2023-03-03", True), ("2023-03-04", False), ("2023-01-01", True)])
def test_a_client_secret_that_ends_within_a_month_is_told(configured: Configured, ends: str, told: bool) -> None:
    oauth = f"""[mailbox.oauth]
kind = "microsoft"
tenant = "t"
client_id = "c"
client_secret = "geheim"
secret_expires = {ends}
"""

    lines = warnings(configured(text=RIGHT + oauth), TODAY)

    assert lines == [
        f"config.toml: mailbox.oauth.secret_expires: the client secret ends on {ends}: make a new one"
    ] * told  # fmt: skip


def test_rounds_outside_the_event_or_over_each_other_are_told(configured: Configured) -> None:
    text = RIGHT.replace("starts = 14:00:00", "starts = 12:30:00").replace("ends = 15:00:00", "ends = 16:31:00")

    assert warnings(configured(text=text), TODAY) == [
        "config.toml: events[0].rounds[1]: is not within the event",
        "config.toml: events[0].rounds: 1 and 2 overlap: one person can have a seat in both",
    ]


def test_of_an_event_of_several_days_rounds_may_have_the_same_hours(configured: Configured) -> None:
    text = RIGHT.replace("ends = 2023-03-30", "ends = 2023-04-20")
    text = text.replace("starts = 14:00:00\nends = 15", "starts = 12:00:00\nends = 13")
    own_days = text.replace("number = 2\n", "number = 2\nday = 2023-04-06\n")

    assert warnings(configured(text=own_days), TODAY) == []
    (told,) = warnings(configured(text=text), TODAY)
    assert told.startswith("config.toml: events[0].rounds: are all taken to be on 2023-03-30")


def test_a_round_may_begin_when_the_doors_are_open(configured: Configured) -> None:
    text = RIGHT.replace("starts = 12:00:00", "starts = 09:30:00")
    doors = text.replace("waitlist = true", "waitlist = true\ndoors = 2023-03-30T09:30:00")

    assert warnings(configured(text=text), TODAY) == ["config.toml: events[0].rounds[0]: is not within the event"]
    assert warnings(configured(text=doors), TODAY) == []


def test_doors_that_open_after_the_start_are_told(configured: Configured) -> None:
    config = configured("waitlist = true", "waitlist = true\ndoors = 2023-03-30T11:00:00")

    assert warnings(config, TODAY) == ["config.toml: events[0].doors: is after starts"]


def test_a_round_on_a_day_that_the_event_does_not_have_is_told(configured: Configured) -> None:
    course = RIGHT.replace("ends = 2023-03-30", "ends = 2023-04-20")
    within = course.replace("number = 2\n", "number = 2\nday = 2023-04-06\n")
    beyond = course.replace("number = 2\n", "number = 2\nday = 2023-05-04\n")

    assert warnings(configured(text=within), TODAY) == []
    assert warnings(configured(text=beyond), TODAY) == ["config.toml: events[0].rounds[1].day: is not within the event"]
