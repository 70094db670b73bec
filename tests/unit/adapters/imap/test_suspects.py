"""One damaged mail must not hold up the others."""

import pytest

from mailbot.adapters.imap.suspects import BREAKS, LEFT_OUT_SECONDS, Suspects


def break_off(suspects: Suspects, batch: list[int]) -> None:
    with pytest.raises(ConnectionError), suspects.watching(batch):
        raise ConnectionError


def test_mails_come_in_batches_while_all_is_well() -> None:
    assert list(Suspects().batches({5, 1, 2, 3}, 2)) == [[1, 2], [3, 5]]


def test_after_a_batch_failed_its_mails_come_one_by_one_and_last() -> None:
    suspects = Suspects()

    break_off(suspects, [1, 2])

    assert list(suspects.batches({1, 2, 3, 4}, 10)) == [[3, 4], [1], [2]]


def test_a_suspect_that_comes_well_is_none_any_more() -> None:
    suspects = Suspects()
    break_off(suspects, [1, 2])

    with suspects.watching([1]):
        pass

    assert list(suspects.batches({1, 2, 3}, 10)) == [[1, 3], [2]]


def test_one_that_fails_by_itself_is_left_out_for_a_while_and_then_tried_again() -> None:
    now = [0.0]
    suspects = Suspects(clock=lambda: now[0])
    for _ in range(BREAKS):
        break_off(suspects, [2])

    left_out = list(suspects.batches({1, 2}, 10))
    now[0] = LEFT_OUT_SECONDS + 1

    assert left_out == [[1]]
    assert list(suspects.batches({1, 2}, 10)) == [[1], [2]]


def test_other_numbers_are_other_mails() -> None:
    suspects = Suspects()
    for _ in range(BREAKS):
        break_off(suspects, [2])

    suspects.clear()

    assert list(suspects.batches({1, 2}, 10)) == [[1, 2]]
