"""The rate limit of a mail server, in a window of half a second instead of a minute."""

import asyncio
import time

from mailbot.pipeline.deliver import RateLimit


def test_no_more_leave_in_any_window_than_the_limit_says():
    async def send_seven() -> list[float]:
        limit = RateLimit(3, window=0.5)
        times = []
        for _ in range(7):
            assert await limit.wait(lambda: False)
            times.append(time.monotonic())
        return times

    times = asyncio.run(send_seven())

    assert all(later - earlier >= 0.49 for earlier, later in zip(times, times[3:], strict=False))


def test_several_connections_share_one_limit():
    async def send_six() -> float:
        limit = RateLimit(2, window=0.3)
        began = time.monotonic()
        await asyncio.gather(*(limit.wait(lambda: False) for _ in range(6)))
        return time.monotonic() - began

    assert asyncio.run(send_six()) >= 0.59


def test_who_is_told_to_stop_waits_no_longer():
    async def wait_and_stop() -> tuple[bool, float]:
        limit = RateLimit(1, window=3600)
        await limit.wait(lambda: False)
        began = time.monotonic()
        return await limit.wait(lambda: True), time.monotonic() - began

    sends, waited = asyncio.run(wait_and_stop())

    assert not sends
    assert waited < 1
