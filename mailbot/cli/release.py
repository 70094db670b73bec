"""`mailbot release`: the outbox, held by the brake, is let go."""

import click

from mailbot.app import House
from mailbot.cli.options import with_config
from mailbot.config import Config


@click.command()
@with_config
def release(config: Config) -> None:
    """Let replies leave that are held because too many were made within ten minutes.

    Look at `mailbot report` first: whether people write, or programs answer each other.
    """
    house = House(config)
    try:
        house.prepare()
        count = house.release()
    finally:
        house.close()
    if count is None:
        click.echo("the outbox is not held")
    else:
        click.echo(f"released: {count} replies leave with the next delivery")
