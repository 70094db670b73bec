"""The report as one HTML page to read, send round or print: no scripts, nothing loaded from elsewhere.

The page is `report.html` beside this file (Jinja2, autoescaped). Everything that a bar shows stands in words beside
it, so that a screen reader and a printer without colours tell the same.
"""

from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from mailbot.adapters.reports import facts
from mailbot.adapters.reports.safe import one_line
from mailbot.domain.message import MessageStatus
from mailbot.domain.reasons import sentence
from mailbot.domain.report import PoolCount, Report

MAILS = {
    MessageStatus.ACCEPTED: "verwerkt",
    MessageStatus.REFUSED: "beantwoord met nee",
    MessageStatus.HELD: "wacht op een mens",
    MessageStatus.IGNORED: "automatisch of geen aanmelding",
    MessageStatus.DISMISSED: "afgehandeld door een mens",
    MessageStatus.FAILED: "niet gelukt",
    MessageStatus.RECEIVED: "nog te verwerken",
    MessageStatus.LISTED: "nog op te halen",
    MessageStatus.DUPLICATE: "dubbel",
    MessageStatus.SKIPPED: "van voor de start",
    MessageStatus.GONE: "door iemand verwijderd",
}


def to_html(report: Report, zone: ZoneInfo) -> bytes:
    """A whole page in UTF-8, in Dutch."""
    return _template().render(report=report, zone=zone).encode("utf-8", "replace")


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # what strangers wrote: no control characters, nothing that turns the text around it
        finalize=lambda value: one_line(value) if type(value) is str else value,
    )
    environment.globals |= {"facts": facts, "status_words": facts.STATUS, "mail_words": MAILS, "share": share}
    environment.filters |= {"sentence": sentence}
    return environment.get_template("report.html")


def share(count: PoolCount) -> float:
    """How much of it is taken, in percent: 0 to 100, also where the capacity was lowered under what is taken."""
    if not count.capacity:
        return 100.0 if count.taken else 0.0
    return round(min(count.taken / count.capacity, 1) * 100, 1)
