"""`mailbot run`: the worker."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from signal import SIGINT, SIGTERM
from threading import Event

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TimeElapsedColumn

from mailbot.app import House
from mailbot.cli.logs import log_to_stderr
from mailbot.cli.options import with_config
from mailbot.config import Config, warnings
from mailbot.worker import Worker, on_signals, run_once


@click.command()
@click.option("--once", is_flag=True, help="Handle all that is waiting, deliver every reply that is due, and end.")
@click.option("-v", "--verbose", count=True, help="Say more of what happens.")
@click.option(
    "--log-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Of the log lines: key=value, or one JSON object each.",
)
@with_config
def run(once: bool, verbose: int, log_format: str, config: Config) -> None:
    """Watch the mailbox, book and answer, until SIGTERM or SIGINT.

    What is in hand is finished first. Nothing in the mailbox is deleted or marked as read.
    """
    log_to_stderr(verbose, least=logging.WARNING if once else logging.INFO, as_json=log_format == "json")
    for warning in warnings(config):
        click.echo(f"warning: {warning}", err=True)
    if not once:
        Worker(House(config)).run()
        return
    stop = Event()
    with on_signals({SIGTERM: stop.set, SIGINT: stop.set}), mails_counted() as count:
        house = House(config, watch=lambda _handled: count())
        try:
            troubles = run_once(house, stop.is_set)
        finally:
            house.close()
    if stop.is_set():
        click.echo("mailbot: told to stop; what is left waits for the next run", err=True)
    for trouble in troubles:
        click.echo(f"mailbot: {trouble}", err=True)
    sys.exit(1 if troubles else 0)


@contextmanager
def mails_counted() -> Iterator[Callable[[], None]]:
    """On a terminal, how many mails are done and for how long; elsewhere nothing. Gives what counts one."""
    columns = ("{task.completed} mails handled", TimeElapsedColumn())
    terminal = Console(stderr=True)
    with Progress(SpinnerColumn(), *columns, console=terminal, transient=True, disable=not terminal.is_terminal) as bar:
        task = bar.add_task("", total=None)
        yield lambda: bar.advance(task)
