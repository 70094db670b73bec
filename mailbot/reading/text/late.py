"""Patterns that are compiled when they are first tried.

All that reading could try take a third of the time in which a process comes up; an ordinary mail tries one in four.
"""

import re
from typing import Any, cast

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class _Late:
    """A pattern to be; once it is tried, its methods are those of the compiled one."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in METHODS})
        return getattr(compiled, name)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that few mails need. One that nearly all need is a little faster made by re.compile."""
    return cast("re.Pattern[str]", _Late(source, flags))
