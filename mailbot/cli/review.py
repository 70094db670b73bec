"""`mailbot review`: the mails that wait for a person, and ending that wait."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager

import click

from mailbot.adapters.reports.safe import one_line
from mailbot.app import House
from mailbot.cli import terminal
from mailbot.cli.options import with_config
from mailbot.cli.reading_view import show_reading
from mailbot.config import Config
from mailbot.domain.answer import ABOUT_NOBODY, Template
from mailbot.domain.reasons import sentence, sentences
from mailbot.domain.report import OpenMail
from mailbot.errors import ReviewError
from mailbot.pipeline.process import Handled

by_whom = click.option(
    "--by", metavar="NAME", default=getpass.getuser, show_default="your login name", help="Who decides this."
)


@click.group()
def review() -> None:
    """Decide about the mails that mailbot was not sure of."""


@review.command("list")
@with_config
def list_(config: Config) -> None:
    """List what waits: number, arrival, sender, subject, and why."""
    with _house(config) as house:
        report = house.report()
    groups = (
        ("Wacht op een besluit", report.review),
        ("Ging mis bij het verwerken", report.failed),
        ("Geboekt, maar er staat een vraag open", report.questions),
    )
    for title, mails in groups:
        if mails:
            click.secho(f"{title}:", bold=True)
            for mail in mails:
                click.echo(_line(mail, config))
    if not any(mails for _, mails in groups):
        click.echo("Er wacht niets.")


@review.command()
@click.argument("id", type=int)
@with_config
def show(id: int, config: Config) -> None:
    """Show a mail with what was read marked in it, and why it waits."""
    with _house(config) as house:
        row, understanding = house.review().look(id)
    size, colours = terminal.width(), terminal.colours()
    terminal.show(show_reading(f"Mail {id}", understanding, house.events, config.zone, size, color=colours))
    added = [reason for reason in row.reasons if reason not in understanding.reading.reasons]
    if added:  # what the rules and the books had to say to it
        terminal.show(one_line(f"Deze mail wacht. {sentences(tuple(added))}") + "\n")


@review.command()
@click.argument("id", type=int)
@click.option(
    "--set",
    "corrections",
    metavar="[N.]FIELD=VALUE",
    multiple=True,
    help='Correct what was read: name="Jan de Vries", 2.email=..., workshops=1A,2B, event=SLUG, action=cancel. '
    "N counts the people from 1; one more than there are adds a person.",
)
@click.option("--without", metavar="N", type=int, multiple=True, help="Leave out person N.")
@by_whom
@with_config
def accept(id: int, corrections: tuple[str, ...], without: tuple[int, ...], by: str, config: Config) -> None:
    """Book what was read, as corrected, and send the answer."""
    with _house(config) as house:
        _told(house.review().accept(id, by, dict(_pair(c) for c in corrections), house.clock.now(), without))


@review.command()
@click.argument("id", type=int)
@by_whom
@with_config
def dismiss(id: int, by: str, config: Config) -> None:
    """Nothing needs booking or answering: you did it yourself, or it isn't about an event."""
    with _house(config) as house:
        house.review().dismiss(id, by, house.clock.now())


@review.command()
@click.argument("id", type=int)
@click.argument("template", type=click.Choice([str(t) for t in ABOUT_NOBODY]))
@by_whom
@with_config
def reply(id: int, template: str, by: str, config: Config) -> None:
    """Answer a mail with a template, and book nothing."""
    with _house(config) as house:
        _told(house.review().reply(id, Template(template), by, house.clock.now()))


@contextmanager
def _house(config: Config) -> Iterator[House]:
    """A house that is ready for a decision; what it can't do is said in the organisers' words."""
    house = House(config)
    try:
        house.prepare()
        yield house
    except ReviewError as error:
        raise ReviewError(tuple(sentence(reason) for reason in error.reasons)) from None
    finally:
        house.close()


def _line(mail: OpenMail, config: Config) -> str:
    received = mail.received.astimezone(config.zone)
    why = one_line(sentences(mail.reasons))
    return f"{mail.id:>5}  {received:%d-%m %H:%M}  {one_line(mail.sender)}  {one_line(mail.subject)}\n       {why}"


def _pair(correction: str) -> tuple[str, str]:
    path, sign, value = correction.partition("=")
    if not sign:
        raise click.UsageError(f"--set {correction}: write FIELD=VALUE")
    return path.strip(), value.strip()


def _told(handled: Handled) -> None:
    answer = handled.decision.answer
    if answer is None:
        return
    for person in answer.people:
        reference = person.registration.reference if person.registration else "-"
        click.echo(f"{one_line(person.name)}: {person.outcome} ({reference})")
    click.echo(f"antwoord in de uitgaande post: {answer.template}")
