"""Batches on their way through the processor while more mails are being fetched."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mailbot.pipeline.process import AHEAD, BATCH
from tests.clerk import NOW, Clerk
from tests.unit.domain.conftest import an_event, register


@pytest.fixture
def clerk(tmp_path: Path) -> Iterator[Clerk]:
    clerk = Clerk(f"sqlite:///{tmp_path}/mailbot.db", an_event(1000))
    yield clerk
    clerk.close()


def sign_up(clerk: Clerk, count: int) -> None:
    for _ in range(count):
        clerk.post(f"a{clerk.posted}@ede.nl", register(f"Anna {'a' * (clerk.posted + 2)}laan"))


def handled_while_more_come(clerk: Clerk) -> list[int]:
    batches = clerk.processor.process(lambda: NOW, lambda: False, more=True)
    return [one.message.uid for batch in batches for one in batch]


def test_while_more_come_the_last_batches_are_left_to_the_readers_and_the_next_call_begins_with_them(clerk: Clerk):
    left = (AHEAD - 1) * BATCH + 2
    sign_up(clerk, BATCH + left)
    assert handled_while_more_come(clerk) == list(range(1, BATCH + 1))

    sign_up(clerk, 1)

    assert [one.message.uid for one in clerk.work()] == list(range(BATCH + 1, BATCH + left + 2))
    assert clerk.work() == []


def test_what_a_round_that_broke_off_left_is_handled_in_the_next_and_once(clerk: Clerk):
    sign_up(clerk, 2)
    assert handled_while_more_come(clerk) == []

    clerk.processor.new_round()

    assert [one.message.uid for one in clerk.work()] == [1, 2]
    assert len(list(clerk.book().registrations())) == 2


def test_while_the_readers_are_starting_what_else_comes_is_fetched_first(clerk: Clerk) -> None:
    sign_up(clerk, (AHEAD + 1) * BATCH)

    with clerk.processor._readers._starting:
        assert handled_while_more_come(clerk) == []

    assert handled_while_more_come(clerk) == list(range(1, BATCH + 1))
