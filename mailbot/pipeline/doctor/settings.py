"""What can be said of the configuration without asking anybody else."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from mailbot.config import Config
from mailbot.config.advice import EXPIRES_SOON, secrets_in_sight, secrets_that_end, timetables
from mailbot.domain.event import Event
from mailbot.pipeline.doctor.finding import Finding, ok, warning, wrong
from mailbot.replying.check import check
from mailbot.replying.templates import Templates


def configuration(config: Config) -> Iterator[Finding]:
    """That it can be read stands beyond doubt here; what looks like a mistake in it."""
    told = [*secrets_in_sight(config), *timetables(config)]
    for line in told:
        yield warning("configuration", line)
    if not config.alerts.to:
        yield warning(
            "configuration", "nobody is told by mail when something goes wrong", "set [alerts] to, or watch the log"
        )
    if not told:
        count = len(config.events)
        yield ok("configuration", f"{config.path} is right; {count} {'event' if count == 1 else 'events'}")


def secrets(config: Config, now: datetime) -> Iterator[Finding]:
    """Whether a secret ends, or has ended."""
    today = now.astimezone(config.zone).date()
    for setting, ends in secrets_that_end(config):
        if ends < today:
            yield wrong("secrets", f"{setting}: the client secret ended on {ends}", RENEW)
        elif ends - today <= EXPIRES_SOON:
            yield warning("secrets", f"{setting}: the client secret ends on {ends}", RENEW)
        else:
            yield ok("secrets", f"{setting}: the client secret holds until {ends}")
    for section, server in (("mailbox", config.mailbox), ("smtp", config.smtp)):
        oauth = server.oauth
        if oauth and oauth.kind == "microsoft" and not oauth.secret_expires:
            yield warning("secrets", f"{section}.oauth: when the client secret ends is not known", "set secret_expires")


RENEW = "make a new one where the application is registered, and put it in the place of the old one"


def templates(used: Templates, events: Sequence[Event]) -> Iterator[Finding]:
    """Every reply, rendered in every case it can meet."""
    problems = check(used, events)
    for problem in problems[:3]:
        yield wrong("templates", str(problem), "`mailbot templates check` shows them all")
    if not problems:
        yield ok("templates", f"all replies can be made, from {used.folder or 'the templates that mailbot brings'}")
