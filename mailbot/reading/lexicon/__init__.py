"""The word lists that reading works with: TOML files by subject, in each the words by language.

They are data for a linguist or an admin to add to. Words are written as people write them; capitals and accents do
not matter where they are compared (see fold). A file is read once, when it is first asked for.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from mailbot.reading.text.fold import fold


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of `<name>.toml` in this folder. Raises FileNotFoundError for a name that isn't there."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, table: str) -> tuple[str, ...]:
    """All words of one table, whatever their language, folded, the longest first (so that an alternation of them
    finds "vegetarisch" before "vega"). `table` may be a path: "diet.terms". Empty where there is no such table."""
    node: Any = load(name)
    for step in table.split("."):
        node = node.get(step, {})
    leaves = list(_leaves(node))
    folded = fold("\n".join(leaves)).split("\n") if leaves else ()  # word by word it takes five times as long
    return tuple(sorted(set(folded), key=lambda word: (-len(word), word)))


@cache
def word_set(name: str, table: str) -> frozenset[str]:
    """The same words, for whoever only asks whether one of them is said: some lists have hundreds."""
    return frozenset(words(name, table))


def _leaves(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for item in node:
            yield from _leaves(item)
    elif isinstance(node, dict):
        for item in node.values():
            yield from _leaves(item)
