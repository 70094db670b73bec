"""`mailbot demo`: the whole job on one's own machine."""

import shutil
import sys
from pathlib import Path
from shlex import quote

import click
from rich.console import Console

from mailbot.cli.options import with_logs
from mailbot.demo import Options, run_demo

PORT = click.IntRange(1, 65535)


@click.command()
@click.option("--once", is_flag=True, help="End when the sample mails are handled and shown.")
@click.option("--imap-port", type=PORT, metavar="PORT", help="Where its IMAP server listens [default: a free port].")
@click.option("--smtp-port", type=PORT, metavar="PORT", help="Where its SMTP server listens [default: a free port].")
@click.option("--keep", is_flag=True, help="Leave its folder, with configuration and database, when it ends.")
@click.option(
    "--config",
    metavar="FILE",
    expose_value=False,
    help="Taken as by every command, and left aside: the demo brings its own.",
)
@with_logs
def demo(once: bool, imap_port: int | None, smtp_port: int | None, keep: bool) -> None:
    """Show the whole job at work: a mail server on this machine, the announced event with few seats, sample mails.

    Needs no configuration and no account, and nothing leaves this machine. Goes on until interrupted, so that you can
    send it mails of your own: it says how.
    """
    options = Options(once, keep, imap_port or 0, smtp_port or 0, _program())
    run_demo(options, Console(highlight=False, markup=False, emoji=False))


def _program() -> str:
    """How this very program is started from another folder: by its name only where that finds it."""
    started = Path(sys.argv[0])
    if started.stem != "mailbot":
        return f"{quote(sys.executable)} -m mailbot"
    found = shutil.which("mailbot")
    return "mailbot" if found and started.samefile(found) else quote(str(started.absolute()))
