"""`mailbot read`: what mailbot makes of mails in files, changing nothing."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from mailbot.app import understanding_by
from mailbot.cli import terminal
from mailbot.cli.options import with_config
from mailbot.cli.reading_view import show_reading
from mailbot.config import Config
from mailbot.reading.as_json import as_json as reading_as_json

# Fewer files than this are read before a progress bar could be.
MANY = 50


@click.command()
@click.argument(
    "paths", metavar="FILE_OR_FOLDER...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a mail, a line each.")
@with_config
def read(paths: tuple[Path, ...], as_json: bool, config: Config) -> None:
    """Show what mailbot makes of mails in files (.eml), or in folders of them. Changes nothing, needs no mailbox."""
    events = config.event_list()
    understand = understanding_by(config, events)
    mails = list(mails_in(paths))
    if not mails:
        click.echo("mailbot: there is no .eml file in there", err=True)
    for path in with_progress(mails):
        understanding = understand(_content(path), datetime.now(UTC))
        if as_json:
            row = json.dumps(reading_as_json(understanding.reading, str(path)), ensure_ascii=False)
            # a file's name can hold bytes that are no text: as \udcff they are JSON still
            click.echo(row.encode("utf-8", "backslashreplace"))
        else:
            shown = show_reading(
                str(path), understanding, events, config.zone, terminal.width(), color=terminal.colours()
            )
            terminal.show(f"{shown}\n")


def mails_in(paths: tuple[Path, ...]) -> Iterator[Path]:
    """Each file as given; of a folder its *.eml, at any depth, sorted by name."""
    for path in paths:
        yield from sorted(mail for mail in path.rglob("*.eml") if not mail.is_dir()) if path.is_dir() else (path,)


def with_progress(paths: list[Path]) -> Iterable[Path]:
    """The same paths, with a bar on a terminal that isn't taken by the results themselves."""
    errors = Console(stderr=True)
    quiet = len(paths) < MANY or sys.stdout.isatty() or not errors.is_terminal
    return track(paths, "Reading", console=errors, transient=True, disable=quiet)


def _content(path: Path) -> bytes:
    """The file's bytes; nothing where it can't be opened: then it is reported as unreadable, like any broken mail."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
