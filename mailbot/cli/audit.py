"""`mailbot audit`, `mailbot history` and `mailbot retry`: whether the books are right, how they came to be so, and
another try for what was set aside."""

import sys

import click

from mailbot.adapters.store.books import HistoryLine
from mailbot.app import House
from mailbot.cli.options import with_config
from mailbot.config import Config
from mailbot.domain.ledger import Pool
from mailbot.pipeline.audit import Audit


@click.command()
@click.option("--offline", is_flag=True, help="Don't look into the mailbox: the database only.")
@with_config
def audit(offline: bool, config: Config) -> None:
    """Prove that the books are right: entries = counters = registrations, every mail accounted for, one reply each.

    Exit code 1, and the difference, where something is amiss.
    """
    house = House(config)
    try:
        house.database.migrate()
        result = house.audit(look_at_folder=not offline)
    finally:
        house.close()
    for line in describe(result):
        click.echo(line)
    sys.exit(0 if result.agrees else 1)


def describe(result: Audit) -> list[str]:
    """The audit, a line each."""
    lines = [f"{'pool':48} {'capacity':>8} {'counter':>8} {'entries':>8} {'people':>8}"]
    for pool in result.pools:
        mark = "" if pool.agrees else "   <- these differ"
        lines.append(
            f"{pool_name(pool.pool):48} {pool.capacity:>8} {pool.counter:>8} {pool.entries:>8} "
            f"{pool.registrations:>8}{mark}"
        )
    if result.mails is not None:
        lines.append(f"{result.mails} mails in the folder, {result.mails - len(result.unaccounted)} accounted for")
        lines += [f"UID {uid}: no row. Is the worker running?" for uid in result.unaccounted]
    answered = result.handled - len(result.without_reply) - len(result.with_several)
    lines.append(f"{result.handled} mails handled, {answered} with their one reply")
    lines += [f"mail {id}: no reply" for id in result.without_reply]
    lines += [f"mail {id}: more than one reply" for id in result.with_several]
    lines += [f"mail {id}: answered, but not handled" for id in result.unasked]
    lines += [f"{reference}: its entries are not the seats that it holds" for reference in result.people]
    lines += [f"{slug}: somebody waits while a seat is free. Is the worker running?" for slug in result.idle]
    lines.append("all agrees" if result.agrees else "SOMETHING IS AMISS")
    return lines


@click.command()
@click.argument("what", metavar="REFERENCE|EVENT[/ROUND/WORKSHOP]")
@with_config
def history(what: str, config: Config) -> None:
    """Show all that ever happened to a registration, or to a pool of seats."""
    house = House(config)
    try:
        house.database.migrate()
        with house.database.reading() as tx:
            lines = tx.books.history(what.upper()) or tx.books.history_of(parse_pool(what))
            is_pool = parse_pool(what) in tx.books.pools()
    finally:
        house.close()
    if not lines and is_pool:
        click.echo("no seat was ever given out there")
    elif not lines:
        raise click.UsageError(f"nothing is known of {what!r}")
    for line in lines:
        click.echo(_history_line(line, config))


def pool_name(pool: Pool) -> str:
    """A pool as people write it: the event, or event/round/workshop."""
    return f"{pool.event}/{pool.round}/{pool.workshop}" if pool.workshop else pool.event


def parse_pool(text: str) -> Pool:
    """The reverse of `pool_name`."""
    event, _, rest = text.partition("/")
    number, _, workshop = rest.partition("/")
    return Pool(event, int(number) if number.isdigit() else 0, workshop)


def _history_line(line: HistoryLine, config: Config) -> str:
    seats = ", ".join(f"{seats:+d} {pool_name(pool)}" for pool, seats in line.entries)
    cause = f"mail {line.message_id}" if line.message_id else "the configuration"
    who = f"{line.decided_by} (on {cause})" if line.decided_by else cause
    what = " ".join([line.kind, *line.fields])
    return f"{line.at.astimezone(config.zone):%Y-%m-%d %H:%M:%S}  {line.reference}  {what}  {seats}  because of {who}"


@click.command()
@click.argument("ids", metavar="[ID...]", type=int, nargs=-1)
@with_config
def retry(ids: tuple[int, ...], config: Config) -> None:
    """Try mails again that were set aside because handling them went wrong: those given, or all."""
    house = House(config)
    try:
        house.prepare()
        with house.database.writing() as tx:
            count = tx.messages.retry(ids)
    finally:
        house.close()
    click.echo(f"{count} mails are handled again by the next run")
