"""The `mailbot` command and how its errors end."""

import sys
from importlib import import_module
from traceback import format_tb

import click

from mailbot import __version__
from mailbot.errors import ConfigError, MailbotError

# Command -> the module that holds it, in the order of `mailbot --help`.
COMMANDS = {
    "demo": "mailbot.cli.demo",
    "run": "mailbot.cli.run",
    "read": "mailbot.cli.read",
    "report": "mailbot.cli.report",
    "review": "mailbot.cli.review",
    "templates": "mailbot.cli.templates",
    "audit": "mailbot.cli.audit",
    "history": "mailbot.cli.audit",
    "retry": "mailbot.cli.audit",
    "doctor": "mailbot.cli.doctor",
    "release": "mailbot.cli.release",
}


class LazyGroup(click.Group):
    """Imports a command's module when the command is asked for. Each process that reads mails imports this one
    again, and would otherwise wait for all that the commands need."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="mailbot")
def commands() -> None:
    """mailbot takes registrations by e-mail: it reads them as a careful colleague would, books seats that cannot be
    oversold, and answers in the same thread."""


def without_contents(error: BaseException) -> str:
    """An error that nobody expected: its traceback without its message, which may quote a mail or hold a secret."""
    lines = "".join(format_tb(error.__traceback__))
    return f"{lines}mailbot: {type(error).__name__}: this should not happen; please report the lines above"


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
    except Exception as error:
        click.echo(without_contents(error), err=True)
        code = 1
    sys.exit(code or 0)
