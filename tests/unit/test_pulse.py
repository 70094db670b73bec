"""The watchdog's question: does the work go on?"""

import pytest

from mailbot.pulse import STILL, Pulse


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_it_goes_on_as_long_as_some_job_comes_by(clock: Clock) -> None:
    pulse = Pulse(clock)
    work = pulse.around("housekeeping", lambda: None)

    for _ in range(5):
        clock.now += STILL - 1
        assert pulse.goes_on()
        work()


def test_it_stands_still_when_no_job_comes_by_any_more(clock: Clock) -> None:
    pulse = Pulse(clock)
    clock.now = STILL

    assert not pulse.goes_on()


def test_a_job_that_hangs_is_seen_though_others_go_on(clock: Clock) -> None:
    pulse = Pulse(clock)
    seen = []

    def hang() -> None:
        clock.now = STILL
        pulse.around("housekeeping", lambda: None)()
        seen.append(pulse.goes_on())

    pulse.around("poll", hang)()

    assert seen == [False]
    assert pulse.goes_on()  # it came back


def test_a_long_job_that_gives_signs_of_life_is_no_standstill(clock: Clock) -> None:
    pulse = Pulse(clock)
    seen = []

    def send_for_hours() -> None:
        for _ in range(10):
            clock.now += STILL - 1
            pulse.beat("deliver")
            seen.append(pulse.goes_on())

    pulse.around("deliver", send_for_hours)()

    assert seen == [True] * 10


def test_a_job_that_fails_is_no_longer_running(clock: Clock) -> None:
    pulse = Pulse(clock)

    def fail() -> None:
        raise ValueError("weg")

    with pytest.raises(ValueError, match="weg"):
        pulse.around("poll", fail)()
    clock.now = STILL - 1

    assert pulse.goes_on()
