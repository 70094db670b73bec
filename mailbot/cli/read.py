"""`mailbot read`: what mailbot makes of mails in files, changing nothing."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from mailbot.app import reading_context
from mailbot.cli.options import with_config
from mailbot.config import Config
from mailbot.pipeline.understand import Understanding, understand
from mailbot.reading.as_json import as_json as reading_as_json


@click.command()
@click.argument(
    "paths", metavar="FILE_OR_FOLDER...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a mail, a line each.")
@with_config
def read(paths: tuple[Path, ...], as_json: bool, config: Config) -> None:
    """Show what mailbot makes of mails in files (.eml), or in folders of them. Changes nothing, needs no mailbox."""
    context = reading_context(config, config.event_list(), datetime.now(UTC))
    for path in mails_in(paths):
        understanding = understand(_content(path), context)
        if as_json:
            row = reading_as_json(understanding.reading, str(path))
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            click.echo(in_words(path, understanding))


def mails_in(paths: tuple[Path, ...]) -> Iterator[Path]:
    """Each file as given; of a folder its *.eml, at any depth, sorted by name."""
    for path in paths:
        yield from sorted(path.rglob("*.eml")) if path.is_dir() else (path,)


def _content(path: Path) -> bytes:
    """The file's bytes; nothing where it can't be opened: then it is reported as unreadable, like any broken mail."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def in_words(path: Path, understanding: Understanding) -> str:
    return f"{path}: {understanding.reading}"
