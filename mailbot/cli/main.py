"""The `mailbot` command and how its errors end."""

import sys

import click

from mailbot import __version__
from mailbot.cli.audit import audit, history, retry
from mailbot.cli.read import read
from mailbot.cli.report import report
from mailbot.cli.review import review
from mailbot.cli.run import run
from mailbot.cli.templates import templates
from mailbot.errors import ConfigError, MailbotError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="mailbot")
def commands() -> None:
    """mailbot takes registrations by e-mail: it reads them as a careful colleague would, books seats that cannot be
    oversold, and answers in the same thread."""


for command in (run, read, report, review, templates, audit, history, retry):
    commands.add_command(command)


def main() -> None:
    """Run a command; every error that is expected ends in plain words on standard error."""
    try:
        code = commands(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = 2
    except click.Abort:
        code = 1
    except ConfigError as error:
        click.echo("\n".join(error.problems), err=True)
        code = 2
    except MailbotError as error:
        click.echo(f"mailbot: {error}", err=True)
        code = 1
    except BrokenPipeError:
        # whoever read our output has seen enough; Python would complain once more when it flushes at exit
        sys.stdout = None
        code = 1
    sys.exit(code or 0)
