"""Whatever stands in the file: settings or plain lines, never a traceback, and never a secret shown."""

import json
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.config import load, warnings
from mailbot.errors import ConfigError
from tests.unit.config.conftest import RIGHT

SECRET = "geheim-1"
OAUTH = '\n[mailbox.oauth]\nkind = "google"\nclient_id = "c"\nclient_secret = "geheim-1"\nrefresh_token = "geheim-1"\n'

scalars = st.one_of(
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.text(st.characters(codec="utf-8", exclude_characters="\x7f"), max_size=20),
    st.sampled_from([SECRET, "", "none", "tls", "postgresql://x:geheim-1@h/d", "een", "localhost", "../.."]),
    st.dates(),
    st.datetimes(),
    st.times(),
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["slug", "host", "rounds"]), inner),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


@given(data=st.data())
def test_any_value_anywhere_ends_in_settings_or_plain_lines(folder: Path, data: st.DataObject) -> None:
    tree = tomllib.loads(RIGHT + OAUTH)
    for _ in range(data.draw(st.integers(1, 3))):
        table, key = data.draw(st.sampled_from(list(places(tree))))
        table[key] = data.draw(values | like(table[key]))
    file = folder / "config.toml"
    file.write_text("".join(f"{json.dumps(k)} = {toml(v)}\n" for k, v in tree.items()), "utf-8")

    lines = said_of(file)

    assert [line for line in lines if SECRET in line or "\n" in line] == []


def like(value: Any) -> st.SearchStrategy[Any]:
    """Other values of the same kind: often right by themselves, now and then not beside the others."""
    kinds = {bool: st.booleans(), int: st.integers(0, 60), datetime: st.datetimes(), time: st.times()}
    return kinds.get(type(value), st.just(value))


def said_of(file: Path) -> list[str]:
    """What mailbot says of that file, as problems or as warnings. Anything but ConfigError is a fault."""
    try:
        config = load(file, {})
    except ConfigError as error:
        return error.problems
    config.event_list()
    return warnings(config, date(2023, 2, 1))


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in the tree where something stands, with what holds it."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        yield value, key
        yield from places(inner)


def toml(value: Any) -> str:
    """One value as TOML writes it, tables inline."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, float):
        return repr(value) if "e" not in repr(value) else f"{value:.3e}"
    return json.dumps(value, ensure_ascii=False)
