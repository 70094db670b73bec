"""Where secrets stand: in the configuration file, or in files of their own (`password_file`), read at the start."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from mailbot.config.problems import Location, Problem, path_of

SECRETS = ("password", "client_secret", "refresh_token")
READABLE_BY_OTHERS = 0o004


def read_secret_files(data: dict[str, Any], folder: Path) -> Iterator[Problem]:
    """Put the content of each file beside its name, as the setting that it stands for. `folder`: where paths start."""
    for place, table in _tables(data):
        for name in SECRETS:
            file = table.get(f"{name}_file")
            if not isinstance(file, str | Path):
                continue
            if name in table:
                yield Problem((*place, f"{name}_file"), f"stands beside {name}: give one of the two")
                continue
            try:
                table[name] = _content(folder / file)
            except _Unusable as problem:
                yield Problem((*place, f"{name}_file"), str(problem))


def secrets_in(data: dict[str, Any]) -> tuple[str, ...]:
    """The names of the secrets in the data of a file: "mailbox.password", or "database.url" with a password in it."""
    held = [path_of((*place, name)) for place, table in _tables(data) for name in SECRETS if name in table]
    database = data.get("database")
    if isinstance(database, dict) and _has_password(database.get("url")):
        held.append("database.url")
    return tuple(held)


def open_to_others(path: Path) -> bool:
    """Whether every user of the machine can read that file. (Windows has other means, and isn't looked at.)"""
    return os.name == "posix" and bool(path.stat().st_mode & READABLE_BY_OTHERS)


def _tables(data: dict[str, Any]) -> Iterator[tuple[Location, dict[str, Any]]]:
    for name in ("mailbox", "smtp"):
        server = data.get(name)
        if isinstance(server, dict):
            yield (name,), server
            if isinstance(server.get("oauth"), dict):
                yield (name, "oauth"), server["oauth"]


def _has_password(url: object) -> bool:
    try:
        return isinstance(url, str) and make_url(url).password is not None
    except (ArgumentError, ValueError):
        return False


class _Unusable(Exception):
    pass


def _content(file: Path) -> str:
    try:
        if open_to_others(file):
            raise _Unusable(f"{file} can be read by every user of this machine: chmod 600 it")
        content = file.read_text("utf-8").rstrip("\r\n")
    except OSError as error:
        raise _Unusable(f"{file} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise _Unusable(f"{file} cannot be read: it is not UTF-8 text") from None
    if not content:
        raise _Unusable(f"{file} is empty")
    return content
