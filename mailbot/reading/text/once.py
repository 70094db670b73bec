"""A property that is worked out when first asked for, and kept by its object.

functools.cached_property takes a lock for it (until Python 3.12), which takes longer than half of what is found out so.
Two threads may both work one out; they find the same, for nothing here changes what it is found out of.
"""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Value = TypeVar("Value")


class once(Generic[Value]):
    """`@once` above a method without arguments; the object needs a __dict__."""

    def __init__(self, find_out: Callable[[Any], Value]) -> None:
        self._find_out, self._name = find_out, find_out.__name__
        self.__doc__ = find_out.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...

    def __get__(self, instance: object | None, owner: type) -> Self | Value:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._find_out(instance)
        return value
