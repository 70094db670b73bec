"""`mailbot run`: the worker."""

import logging
import sys

import click

from mailbot.app import House
from mailbot.cli.logs import log_to_stderr
from mailbot.cli.options import with_config
from mailbot.config import Config, warnings
from mailbot.worker import Worker, run_once


@click.command()
@click.option("--once", is_flag=True, help="Handle all that is waiting, deliver every reply that is due, and end.")
@click.option("-v", "--verbose", count=True, help="Say more of what happens.")
@with_config
def run(once: bool, verbose: int, config: Config) -> None:
    """Watch the mailbox, book and answer, until SIGTERM or SIGINT.

    What is in hand is finished first. Nothing in the mailbox is deleted or marked as read.
    """
    log_to_stderr(verbose, least=logging.WARNING if once else logging.INFO)
    for warning in warnings(config):
        click.echo(f"warning: {warning}", err=True)
    house = House(config)
    if not once:
        Worker(house).run()
        return
    try:
        troubles = run_once(house)
    finally:
        house.close()
    for trouble in troubles:
        click.echo(f"mailbot: {trouble}", err=True)
    sys.exit(1 if troubles else 0)
