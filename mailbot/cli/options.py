"""What commands have in common: where the configuration is, and how much to say."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from mailbot.cli.logs import log_to_stderr
from mailbot.config import Config, load


def _load(_context: click.Context, _option: click.Parameter, value: Path | None) -> Config:
    return load(value or Path(os.environ.get("MAILBOT_CONFIG") or "config.toml"))


def _logs(_context: click.Context, _option: click.Parameter, value: int) -> None:
    log_to_stderr(value)


def with_config(function: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--config FILE`; the command gets the checked `Config`."""
    return click.option(
        "--config",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        callback=_load,
        help="The configuration [default: MAILBOT_CONFIG, then config.toml in the current folder].",
    )(function)


def with_logs(function: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `-v`: what happens, on standard error. Without it only what needs attention."""
    return click.option(
        "-v", "--verbose", count=True, expose_value=False, callback=_logs, help="Say what happens; twice: say more."
    )(function)
