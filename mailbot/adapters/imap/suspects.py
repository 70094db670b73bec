"""Mails over which the server breaks off, so that one of them doesn't hold up all the others.

A mail that is damaged on the server can end the connection, or hang it, each time that it is asked for; asked for in
a batch, it takes the batch with it. So the mails of a batch that failed are suspects: from then on each is asked for
by itself, after the others. One that fails twice by itself is left out for a while: to the caller it is a mail that
the server doesn't give now.
"""

import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

BREAKS = 2
LEFT_OUT_SECONDS = 600.0


class Suspects:
    """What is known of one folder's mails, by UID, for as long as the process lives."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._breaks: dict[int, int] = {}
        self._left_out: dict[int, float] = {}

    def batches(self, uids: Collection[int], size: int) -> Iterator[list[int]]:
        """Batches of `size` mails, then the suspects one by one, without those that are left out now."""
        trusted = sorted(uid for uid in uids if uid not in self._breaks)
        for at in range(0, len(trusted), size):
            yield trusted[at : at + size]
        for uid in sorted(uid for uid in uids if uid in self._breaks and not self._is_left_out(uid)):
            yield [uid]

    @contextmanager
    def watching(self, batch: list[int]) -> Iterator[None]:
        """Around a FETCH of that batch: an exception makes suspects, or counts against a mail asked for by itself."""
        try:
            yield
        except BaseException:
            for uid in batch:
                self._breaks[uid] = self._breaks.get(uid, 0) + (len(batch) == 1)
            if len(batch) == 1 and self._breaks[batch[0]] >= BREAKS:
                self._left_out[batch[0]] = self._clock() + LEFT_OUT_SECONDS
            raise
        for uid in batch:
            self._breaks.pop(uid, None)

    def clear(self) -> None:
        """The UIDs mean other mails now."""
        self._breaks.clear()
        self._left_out.clear()

    def _is_left_out(self, uid: int) -> bool:
        if self._left_out.get(uid, 0.0) > self._clock():
            return True
        self._left_out.pop(uid, None)
        return False
