"""Mails read in processes of their own: a bundle at a time, and each its own reading or its own error."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from mailbot.domain.message import Origin, Screening
from mailbot.pipeline.readers import BUNDLE, Readers, result
from mailbot.pipeline.understand import NOTHING, UNREADABLE, Understanding

NOON = datetime(2023, 2, 14, 12, tzinfo=UTC)


def fussy(data: bytes, _received: datetime) -> Understanding:
    """Says what it was given, in `error`; some mails it cannot stand."""
    if data == b"kill":
        os._exit(1)
    if data == b"hang":
        time.sleep(60)
    if data == b"raise":
        raise ValueError(data)
    return Understanding(NOTHING, Screening(Origin.HUMAN), UNREADABLE, f"read {data.decode()}")


@pytest.fixture
def readers() -> Iterator[Readers]:
    readers = Readers(fussy, processes=1, deadline=1.0)
    yield readers
    readers.close()


def told(readers: Readers, mails: list[bytes]) -> list[str | None]:
    return [result(reading).error for reading in readers.submit([(mail, NOON) for mail in mails])]


def test_each_mail_of_a_bundle_gets_its_own_reading(readers: Readers):
    mails = [str(number).encode() for number in range(5 * BUNDLE + 3)]

    assert told(readers, mails) == [f"read {number}" for number in range(5 * BUNDLE + 3)]


@pytest.mark.parametrize(
    ("poison", "error"),
    [(b"kill", "reading process died"), (b"hang", "took too long"), (b"raise", "ValueError")],
)
def test_a_mail_that_cannot_be_read_costs_no_other_of_its_bundle_its_reading(
    readers: Readers, poison: bytes, error: str
):
    mails = [b"a", b"b", poison, b"c"] + [b"x"] * (2 * BUNDLE - 4)

    assert told(readers, mails) == ["read a", "read b", error, "read c"] + ["read x"] * (2 * BUNDLE - 4)
