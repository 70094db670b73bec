"""`mailbot demo`: the whole job on one's own machine."""

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
@with_logs
def demo(once: bool, imap_port: int | None, smtp_port: int | None, keep: bool) -> None:
    """Show the whole job at work: a mail server on this machine, the announced event with few seats, sample mails.

    Needs no configuration and no account, and nothing leaves this machine. Goes on until interrupted, so that you can
    send it mails of your own: it says how.
    """
    run_demo(Options(once, keep, imap_port or 0, smtp_port or 0), Console(highlight=False, markup=False, emoji=False))
