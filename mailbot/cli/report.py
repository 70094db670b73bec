"""`mailbot report`: the registrations, for people and for programs."""

import contextlib
import os
import stat
import sys
import tempfile
from pathlib import Path

import click

from mailbot.adapters.reports import FORMATS, render, to_table
from mailbot.app import House
from mailbot.cli import terminal
from mailbot.cli.options import with_config
from mailbot.config import Config
from mailbot.domain.report import Report
from mailbot.errors import MailbotError


@click.command()
@click.option("--event", "slug", metavar="SLUG", help="One event only, by its slug [default: all].")
@click.option(
    "--format",
    "format",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="csv is for other programs (commas); for Excel take xlsx.",
)
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file instead of standard output. A new file is readable by you alone.",
)
@with_config
def report(slug: str | None, format: str, output: Path | None, config: Config) -> None:
    """Show who comes, who waits, and which mails need a person. Changes nothing; the worker may go on meanwhile."""
    _check_event(slug, config)
    if format == "xlsx" and output is None and sys.stdout.isatty():
        raise click.UsageError("a spreadsheet can't be shown in a terminal: say where to write it with --output FILE")
    made = _report(slug, config)
    if output is not None:
        write_whole(output, render(made, format, config.zone))
    elif format == "table":
        terminal.show(to_table(made, config.zone, terminal.width(), color=terminal.colours()))
    else:
        click.echo(render(made, format, config.zone), nl=False)


def _check_event(slug: str | None, config: Config) -> None:
    known = [event.slug for event in config.events]
    if slug is not None and slug not in known:
        raise click.UsageError(f"there is no event {slug!r}. The configuration has: {', '.join(known)}")


def _report(slug: str | None, config: Config) -> Report:
    house = House(config)
    try:
        return house.report(slug)
    finally:
        # not house.close(): that gives back what a worker holds, and would wait for the write lock
        house.database.close()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever finds half of it: beside it, then renamed. Raises MailbotError.

    It holds people's data: a new one is its owner's alone, one that is there keeps its mode. What isn't a file
    (/dev/stdout, a pipe) is written to as it is.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)  # a link stays a link
    except OSError as error:
        raise MailbotError(f"{path} cannot be written: {error.strerror}") from None


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if target.exists():
            os.chmod(name, stat.S_IMODE(target.stat().st_mode))
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
        raise
