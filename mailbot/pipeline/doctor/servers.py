"""The two mail servers, asked as the worker asks them. The mailbox is only looked at; no mail is sent."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from mailbot.adapters.imap import Mailbox
from mailbot.adapters.smtp import SmtpConnection
from mailbot.adapters.tls import Tls, describe_tls
from mailbot.config import Config, MailboxConfig
from mailbot.config.servers import Server
from mailbot.errors import DeliveryError, FolderRefused, LoginRefused, MailboxError
from mailbot.pipeline.doctor.finding import Finding, ok, warning, wrong

# Certificates are renewed by machines, a month before they end: one that still ends in two weeks has been forgotten.
ENDS_SOON = timedelta(days=14)


def mailbox(config: MailboxConfig, connect: Callable[[], Mailbox], now: datetime) -> Iterator[Finding]:
    """Login, folder, capabilities and TLS, as far as one gets."""
    server = f"{config.host}:{config.port}"
    with connect() as box:
        try:
            box.connect()
            count = len(box.uids())
        except LoginRefused as error:
            yield wrong("login", str(error), "docs/microsoft365.md and docs/imap.md say how to get in")
            return
        except FolderRefused as error:
            yield ok("login", f"{server} lets us in")
            yield wrong("folder", str(error), "set [mailbox] folder to one of these")
            return
        except MailboxError as error:
            yield wrong("login", str(error))
            return
        yield ok("login", f"{server} lets us in")
        yield ok("folder", f'"{config.folder}" holds {count} {"mail" if count == 1 else "mails"}')
        yield from _capabilities(config, box.capabilities)
        yield _tls("imap-tls", config, describe_tls(box.tls), now)


def _capabilities(config: MailboxConfig, has: frozenset[str]) -> Iterator[Finding]:
    seconds = f"new mail is seen within {config.poll_seconds} seconds"
    if "IDLE" in has and config.idle:
        yield ok("idle", "the server tells of new mail at once")
    elif config.idle:
        yield warning(
            "idle", f"the server cannot tell of new mail (no IDLE): {seconds}", "lower poll_seconds if need be"
        )
    else:
        yield ok("idle", f"switched off: {seconds}")
    if not config.filing:
        yield ok("move", "not needed: handled mail stays where it is, and the mailbox is opened for reading only")
    elif "MOVE" in has:
        yield ok("move", "handled mail is moved to the folders that you named")
    else:
        yield wrong(
            "move", "the server cannot move mail (no MOVE): it stays where it is", "leave out the *_folder settings"
        )


def smtp(config: Config, connect: Callable[[], SmtpConnection], now: datetime) -> Iterator[Finding]:
    """Login and sender address, and TLS. Nothing is sent."""
    server = f"{config.smtp.host}:{config.smtp.port}"
    try:
        tls = asyncio.run(_try_sender(connect()))
    except DeliveryError as error:
        yield wrong("smtp", str(error), "replies wait until this is put right; none is lost")
        return
    yield ok("smtp", f"{server} lets us in, and takes mail from the platform's address")
    yield _tls("smtp-tls", config.smtp, tls, now)


async def _try_sender(connection: SmtpConnection) -> Tls | None:
    async with connection:
        return describe_tls(await connection.try_sender())


def _tls(check: str, server: Server, tls: Tls | None, now: datetime) -> Finding:
    if tls is None:
        return ok(check, f"none: {server.host} is this machine")
    if tls.ends is None:
        return ok(check, tls.version)
    day = tls.ends.date()
    if tls.ends - now < ENDS_SOON:
        return warning(check, f"{tls.version}; the certificate of {server.host} ends on {day}", "have it renewed")
    return ok(check, f"{tls.version}; the certificate of {server.host} holds until {day}")
