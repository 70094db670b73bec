"""What the demo's mail server does to a mail before it delivers it."""

from datetime import datetime
from email import message_from_bytes
from zoneinfo import ZoneInfo

import pytest

from mailbot.demo.smtp import postmark

NOW = datetime(2023, 3, 1, 9, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
THEN = "Wed, 01 Mar 2023 09:30:00 +0100"
MAIL = b"Date: %s\r\nFrom: a@b.example\r\nMessage-ID: <1@b.example>\r\n\r\nRegel 1\r\n\r\nDate: morgen\r\n"


def delivered(data: bytes) -> bytes:
    return postmark(data, "a@b.example", NOW)


@pytest.mark.parametrize(
    "date", [b"Tue, 24 Nov 2026 10:00:00 +0100", b"Tue, 24 Nov 2026\r\n 10:00:00", b"gisteren", b""]
)
def test_a_date_that_the_demo_has_not_reached_or_that_is_none_becomes_its_present(date: bytes) -> None:
    assert message_from_bytes(delivered(MAIL % date)).get_all("Date") == [THEN]


def test_a_mail_without_a_date_gets_one() -> None:
    assert message_from_bytes(delivered(b"From: a@b.example\r\n\r\nHallo\r\n"))["Date"] == THEN


def test_a_date_in_the_past_stays_as_it_is() -> None:
    past = b"Mon, 13 Feb 2023 10:12:41 +0100"

    assert message_from_bytes(delivered(MAIL % past)).get_all("Date") == [past.decode()]


def test_a_mail_without_a_message_id_gets_one_and_any_other_keeps_its_own() -> None:
    without = message_from_bytes(delivered(b"From: a@b.example\r\n\r\nHallo\r\n"))
    own = message_from_bytes(delivered(MAIL % b"x"))

    assert without["Message-ID"].endswith("@demo.example>")
    assert own.get_all("Message-ID") == ["<1@b.example>"]


def test_the_return_path_is_the_envelopes_whatever_the_mail_claims() -> None:
    forged = b"Return-Path:\r\n <someone@else.example>\r\n" + MAIL % b"x"

    assert message_from_bytes(delivered(forged)).get_all("Return-Path") == ["<a@b.example>"]


def test_the_body_is_not_touched() -> None:
    assert delivered(MAIL % b"x").partition(b"\r\n\r\n")[2] == b"Regel 1\r\n\r\nDate: morgen\r\n"


def test_a_mail_that_is_nothing_but_headers_stays_one() -> None:
    mail = message_from_bytes(delivered(b"Subject: Aanmelding\r\n"))

    assert (mail["Subject"], mail.get_payload()) == ("Aanmelding", "")
