"""`mailbot doctor`: whether all is well, a line each, and what to do where it isn't."""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict

import click

from mailbot.app import House
from mailbot.cli.options import with_config
from mailbot.cli.terminal import colours, show
from mailbot.config import Config
from mailbot.pipeline.doctor import Finding, Level

COLOUR = {Level.OK: "green", Level.WARNING: "yellow", Level.WRONG: "red"}
# Where the sentence begins, so that the advice stands under it.
INDENT = 24


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for other programs.")
@with_config
def doctor(as_json: bool, config: Config) -> None:
    """Look at everything that mailbot needs, and say what to do where something is wrong.

    Nothing is changed and no mail is sent. Exit code 1 where something is wrong, 2 for a wrong configuration.
    """
    house = House(config)
    findings: list[Finding] = []
    try:
        for finding in house.examine():
            findings.append(finding)
            if not as_json:
                show(line(finding, coloured=colours()))
    finally:
        house.database.close()
    well = all(finding.level is not Level.WRONG for finding in findings)
    if as_json:
        show(json.dumps({"well": well, "findings": [asdict(finding) for finding in findings]}, indent=2) + "\n")
    else:
        show(summary(findings))
    sys.exit(0 if well else 1)


def line(finding: Finding, *, coloured: bool) -> str:
    """A finding as people read it, its advice on a line below."""
    level = f"{finding.level:<8}"
    shown = click.style(level, fg=COLOUR[finding.level]) if coloured else level
    advice = f"{'':{INDENT}}-> {finding.advice}\n" if finding.advice else ""
    return f"{shown} {finding.check:<{INDENT - 10}} {finding.what}\n{advice}"


def summary(findings: Iterable[Finding]) -> str:
    """The last line: how many need a person."""
    levels = [finding.level for finding in findings]
    wrong, warnings = levels.count(Level.WRONG), levels.count(Level.WARNING)
    if not wrong and not warnings:
        return "all is well\n"
    told = [f"{wrong} wrong"] * bool(wrong) + [f"{warnings} {'warning' if warnings == 1 else 'warnings'}"] * bool(
        warnings
    )
    return ", ".join(told) + "\n"
