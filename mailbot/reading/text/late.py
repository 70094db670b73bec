"""Patterns that are compiled when they are first tried.

All that reading could try take a third of the time in which a process comes up; an ordinary mail tries one in four.
"""

import re
from collections.abc import Callable
from typing import Any, cast

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class _Late:
    """A pattern to be; once it is tried, its methods are those of the compiled one."""

    def __init__(self, source: str | Callable[[], str], flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self._source if isinstance(self._source, str) else self._source(), self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in METHODS})
        return getattr(compiled, name)


def late(source: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """A pattern that few mails need. One that nearly all need is a little faster made by re.compile. `source`: the
    regular expression, or what makes it, where that has to read a word list first."""
    return cast("re.Pattern[str]", _Late(source, flags))
