"""From a file and the environment to a `Config`, or to the list of everything that is wrong with them."""

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from mailbot.config.environment import Overlay, overlay
from mailbot.config.model import Config
from mailbot.config.problems import Location, Problem, in_words, path_of
from mailbot.config.rules import problems_between
from mailbot.config.secret_files import read_secret_files, secrets_in
from mailbot.errors import ConfigError


def load(path: Path, environ: Mapping[str, str] = os.environ) -> Config:
    """The configuration in that file with the environment over it. Raises ConfigError with every problem at once."""
    data = _read(path)
    context = {"path": path, "secrets": secrets_in(data)}
    from_environment = overlay(data, environ)
    wrong = list(read_secret_files(data, path.parent))
    config, more = _validate(data, context)
    leniently = Config.model_validate(data, context=context | {"lenient": True})
    lines = _lines(path, [*wrong, *more], list(problems_between(leniently)), from_environment)
    if lines or config is None:
        raise ConfigError(lines)
    return config


def _read(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text("utf-8")
        return tomllib.loads(text)
    except FileNotFoundError:
        raise ConfigError([f"{path}: there is no such file. Copy config.example.toml to begin with."]) from None
    except OSError as error:
        raise ConfigError([f"{path}: cannot be read: {error.strerror}"]) from None
    except UnicodeDecodeError:
        raise ConfigError([f"{path}: cannot be read: it is not UTF-8 text"]) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError([f"{path}: is not valid TOML: {error}{_hint(text, str(error))}"]) from None


def _hint(text: str, error: str) -> str:
    """The one mistake that TOML's own message doesn't explain: a time of day without its seconds."""
    at = re.search(r"at line (\d+)", error)
    line = text.splitlines()[int(at[1]) - 1] if at else ""
    return ". A time needs its seconds: 12:00:00" if re.search(r"[T ]?\d\d:\d\d\s*(#|$)", line) else ""


def _validate(data: dict[str, Any], context: dict[str, Any]) -> tuple[Config | None, list[Problem]]:
    """The settings, each right by itself; or None, and at least one problem."""
    try:
        return Config.model_validate(data, context=context), []
    except ValidationError as error:
        return None, [in_words(detail, Config) for detail in error.errors(include_url=False)]


def _lines(path: Path, wrong: list[Problem], between: list[Problem], from_environment: Overlay) -> list[str]:
    """One line a mistake: of a value that is wrong by itself, what it does to others is not worth a second one."""
    lines = [f"{name}: {what}" for name, what in from_environment.problems.items()]
    told = [place for place, name in from_environment.names.items() if name in from_environment.problems]
    wrong = [problem for problem in wrong if not _within_any(told, problem.where)]
    told += [problem.where for problem in wrong]
    for where, what in [*wrong, *(problem for problem in between if not _within_any(told, problem.where))]:
        lines.append(f"{from_environment.name_of(where) or f'{path}: {path_of(where)}'}: {what}")
    return lines


def _within_any(places: list[Location], where: Location) -> bool:
    return any(where[: len(place)] == place for place in places)
