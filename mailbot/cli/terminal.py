"""What standard output can take: how wide it is, whether it shows colours, which letters it has."""

import os
import shutil
import sys

import click

# Longer lines are harder to read, not easier.
WIDEST = 140


def width() -> int:
    """Columns to fill: the terminal's (or COLUMNS), 80 where there is none."""
    return min(shutil.get_terminal_size((80, 24)).columns, WIDEST)


def colours() -> bool:
    """Whether escape sequences are welcome (no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def show(text: str) -> None:
    """To standard output in its own charset, with a "?" rather than a crash where that lacks a letter."""
    click.echo(text.encode(sys.stdout.encoding or "utf-8", "replace"), nl=False)
