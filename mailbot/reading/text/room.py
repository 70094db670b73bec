"""Which characters of a text have been read already, so that nothing is read as two things.

A mail can be a megabyte of one word: whether a place is free is found by bisection, not by looking at all others.
"""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Protocol, TypeVar


class Placed(Protocol):
    """Anything that was found at [start, end)."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=Placed)


class Room:
    """The places that are taken, none overlapping another."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def take(self, start: int, end: int) -> bool:
        """Take [start, end) if it is free; whether it was."""
        at = bisect_left(self._starts, end) if end > start else bisect_left(self._starts, start)
        if at and self._ends[at - 1] > start:
            return False
        at = bisect_left(self._starts, start)
        self._starts.insert(at, start)
        self._ends.insert(at, end)
        return True


def in_order(found: Iterable[T]) -> list[T]:
    """Those, by place, the earlier given first where two overlap."""
    values = list(found)
    if len(values) < 2:
        return values
    room = Room()
    return sorted((value for value in values if room.take(value.start, value.end)), key=lambda value: value.start)
