"""What is wrong between settings that are each right by themselves.

The configuration is looked at leniently here (see section.py): a value that is missing or wrong is None, has been told
already, and no rule says anything about it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from mailbot.config.events import EventConfig, WorkshopConfig
from mailbot.config.loopback import is_loopback
from mailbot.config.model import Config
from mailbot.config.problems import Location, Problem
from mailbot.config.servers import MailboxConfig, OAuthConfig, Server, SmtpConfig

MOST_WORKSHOPS = 26  # each is known by a letter: "Antwoord met 1A 2B"


def problems_between(config: Config) -> Iterator[Problem]:
    """Every rule that is broken, with the setting to look at first."""
    yield from _within(("mailbox",), _mailbox(config.mailbox))
    yield from _within(("smtp",), _smtp(config.smtp))
    for name, server in (("mailbox", config.mailbox), ("smtp", config.smtp)):
        yield from _within((name,), _clear_text(server))
        if server.oauth:
            yield from _within((name, "oauth"), _oauth(server.oauth))
    yield from _events(config.events)
    folder = config.templates_folder
    if folder is not None and not folder.is_dir():
        yield Problem(("templates", "folder"), f"{folder} is not a folder")


def _within(place: Location, problems: Iterator[Problem]) -> Iterator[Problem]:
    return (Problem((*place, *problem.where), problem.what) for problem in problems)


def _clear_text(server: Server) -> Iterator[Problem]:
    if server.security == "none" and server.host and not is_loopback(server.host):
        yield Problem(("security",), '"none" is for this machine only (localhost): use "tls" or "starttls"')


def _mailbox(mailbox: MailboxConfig) -> Iterator[Problem]:
    if not _secret(mailbox):
        yield Problem(
            ("password",), "is missing: set MAILBOT_MAILBOX__PASSWORD, or give password_file or [mailbox.oauth]"
        )
    if mailbox.folder:
        for name in ("accepted_folder", "review_folder", "ignored_folder"):
            if getattr(mailbox, name) == mailbox.folder:
                yield Problem((name,), "is the watched folder itself: mails would be moved to where they are")


def _smtp(smtp: SmtpConfig) -> Iterator[Problem]:
    if smtp.username and not _secret(smtp):
        yield Problem(("password",), "is missing: set MAILBOT_SMTP__PASSWORD, or give password_file or [smtp.oauth]")
    if _secret(smtp) and not smtp.username:
        yield Problem(("username",), "is missing: there is a password or [smtp.oauth], but nobody to log in as")


def _secret(server: Server) -> bool:
    """Whether there is something to log in with, be it wrong: then that has been told already."""
    password = server.password is not None and server.password.get_secret_value() != ""
    return password or bool(server.model_fields_set & {"password_file", "oauth"})


def _oauth(oauth: OAuthConfig) -> Iterator[Problem]:
    if oauth.kind == "microsoft" and not (oauth.tenant or oauth.token_url):
        yield Problem(("tenant",), "is missing: Microsoft's token endpoint is one for each tenant")
    if oauth.kind == "google" and not (oauth.refresh_token or oauth.refresh_token_file):
        yield Problem(("refresh_token",), "is missing: give it, or refresh_token_file")
    if oauth.kind and not (oauth.client_secret or oauth.client_secret_file):
        yield Problem(("client_secret",), "is missing: give it, or client_secret_file")


def _events(events: Sequence[EventConfig] | None) -> Iterator[Problem]:
    if events is None:
        return
    if not events:
        yield Problem(("events",), "is empty: announce at least one [[events]]")
    yield from _twice(("events",), "slug", [event.slug for event in events])
    for at, event in enumerate(events):
        yield from _within(("events", at), _event(event))


def _event(event: EventConfig) -> Iterator[Problem]:
    if event.starts and event.ends and event.ends <= event.starts:
        yield Problem(("ends",), "is not after starts")
    if event.opens and event.closes and event.closes <= event.opens:
        yield Problem(("closes",), "is not after opens")
    elif event.opens and event.ends and not event.closes and event.opens >= event.ends:
        yield Problem(("opens",), "is not before ends: nobody could ever register")
    yield from _rounds(event)
    yield from _workshops(event)


def _rounds(event: EventConfig) -> Iterator[Problem]:
    rounds = event.rounds or ()
    yield from _twice(("rounds",), "number", [round.number for round in rounds])
    for at, round in enumerate(rounds):
        if round.starts and round.ends and round.ends <= round.starts:
            yield Problem(("rounds", at, "ends"), "is not after starts")


def _workshops(event: EventConfig) -> Iterator[Problem]:
    workshops = event.workshops or ()
    yield from _twice(("workshops",), "slug", [workshop.slug for workshop in workshops])
    if event.rounds is not None:
        if workshops and not event.rounds:
            yield Problem(("workshops",), "need at least one [[events.rounds]] to be given in")
        numbers = [round.number for round in event.rounds]
        for at, workshop in enumerate(workshops):
            yield from _within(("workshops", at), _rounds_of(workshop, numbers))
    if len(workshops) > MOST_WORKSHOPS:
        yield Problem(("workshops",), f"are more than {MOST_WORKSHOPS}: each is known by a letter")


def _rounds_of(workshop: WorkshopConfig, numbers: list[int]) -> Iterator[Problem]:
    if workshop.rounds is None:
        return
    if not workshop.rounds:
        yield Problem(("rounds",), "is empty: leave it out for a workshop in every round")
    if None in numbers:
        return  # a round whose number is wrong may be the one that is meant
    for number in workshop.rounds:
        if numbers and number not in numbers:
            yield Problem(("rounds",), f"there is no round {number}")


def _twice(place: Location, name: str, values: Sequence[object]) -> Iterator[Problem]:
    """A problem at every value that stands earlier in the list already."""
    seen: Counter[object] = Counter()
    for at, value in enumerate(values):
        if value is not None and seen[value]:
            shown = f'"{value}"' if isinstance(value, str) else str(value)
            yield Problem((*place, at, name), f"{shown} is used twice")
        seen[value] += 1
