"""`mailbot templates`: checking and looking at the replies before anybody gets them."""

import sys
import tempfile
import webbrowser
from pathlib import Path

import click

from mailbot.cli.options import with_config
from mailbot.config import Config
from mailbot.domain.answer import Template
from mailbot.replying.check import check as check_templates
from mailbot.replying.check import preview as preview_template
from mailbot.replying.templates import Templates


@click.group()
def templates() -> None:
    """Check and preview the replies. An admin's own stand in the folder that [templates] folder names."""


@templates.command()
@with_config
def check(config: Config) -> None:
    """Render every template in every case it can meet. Names file, line and reason; exit code 1 where one fails."""
    problems = check_templates(Templates(config.templates_folder), config.event_list())
    for problem in problems:
        click.echo(str(problem))
    if not problems:
        click.echo(f"all templates are right: {len(Template)} replies, each in every case, in Dutch and in English")
    sys.exit(1 if problems else 0)


@templates.command()
@click.argument("name", type=click.Choice([str(template) for template in Template]))
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Of the reply.")
@click.option("--open", "in_browser", is_flag=True, help="Show the HTML part in the browser.")
@with_config
def preview(name: str, language: str, in_browser: bool, config: Config) -> None:
    """Show one reply as its recipient would see it, for the first event of the configuration."""
    page = preview_template(Templates(config.templates_folder), name, language, config.event_list())
    click.echo(f"Subject: {page.subject}\n\n{page.text}")
    if in_browser:
        with tempfile.NamedTemporaryFile("w", suffix=".html", delete=False, encoding="utf-8") as file:
            file.write(page.html)
        webbrowser.open(Path(file.name).as_uri())
