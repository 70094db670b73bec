"""The database, and what it says of the work: the last poll, replies that wait, mails that were set aside."""

import os
import shutil
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import text

from mailbot.adapters.store import Database
from mailbot.adapters.store.database import Age
from mailbot.adapters.store.tables import mailboxes
from mailbot.adapters.store.vitals import Vitals, vitals
from mailbot.config import Config
from mailbot.config.secret_files import open_to_others
from mailbot.domain.message import MessageStatus
from mailbot.errors import StoreError
from mailbot.pipeline.doctor.finding import Finding, ago, ok, warning, wrong
from mailbot.pipeline.health import NOTICES, REPLY_IS_LATE, poll_is_late

# A tenth of this would do for a while; who is told at the last moment has no time to act.
LEAST_ROOM = 500 * 1024 * 1024
CLOCKS_DIFFER = timedelta(minutes=2)
HELD_IS_LONG = timedelta(days=3)


# -- the database itself --------------------------------------------------------------------------------------------


def database(books: Database) -> Iterator[Finding]:
    """Its age, whether it can be written to, whether it is sound, whether it has room."""
    age = books.age()
    if age is Age.EMPTY:
        yield ok("database", "there is none yet; the first `mailbot run` makes it")
    elif age is Age.OLDER:
        yield warning("database", "belongs to an older mailbot", "`mailbot run` brings it up to date: back it up first")
    elif age is Age.NEWER:
        yield wrong("database", "belongs to a newer mailbot", "install that version again")
        return
    else:
        yield from _usable(books)
    file = Path(str(books.engine.url.database)) if books.is_sqlite and books.engine.url.database else None
    if file:
        yield from _file(file)


def _usable(books: Database) -> Iterator[Finding]:
    try:
        with books.writing() as tx:
            # changes no row, and still fails where writing would
            tx.connection.execute(mailboxes.update().where(text("1 = 0")).values(name=mailboxes.c.name))
    except StoreError as error:
        yield wrong("database", f"cannot be written to: {error}", "look at its rights, and at the room on the disk")
        return
    if books.is_sqlite:
        with books.reading() as tx:
            answer = tx.connection.execute(text("PRAGMA quick_check(1)")).scalar()
        if answer != "ok":
            yield wrong("database", "is damaged", "stop the worker and put the last backup back: docs/operations.md")
            return
    yield ok("database", "up to date, sound, and can be written to")


def _file(file: Path) -> Iterator[Finding]:
    folder = file.parent
    if not os.access(folder, os.W_OK):
        yield wrong("database", f"no file can be made in {folder}", "SQLite needs to: give mailbot that folder")
        return
    if file.exists() and open_to_others(file):
        yield warning("database", f"{file} holds people's data and every user can read it", f"chmod 600 {file}")
    room = shutil.disk_usage(folder).free
    if room < LEAST_ROOM:
        yield wrong("disk", f"{room // 1024**2} MiB are left for {folder}", "make room before it is full")
    else:
        yield ok("disk", f"{room // 1024**3} GiB are left for {folder}" if room >= 1024**3 else "there is room")


# -- the clock ------------------------------------------------------------------------------------------------------


def clock(
    books: Database, mailbox: str, config: Config, now: datetime, environ: Mapping[str, str]
) -> Iterator[Finding]:
    """Neither IMAP nor SMTP tell the time; but no mail can have been received later than now."""
    local = f"it is {now.astimezone(config.zone):%Y-%m-%d %H:%M} in {config.timezone}"
    if environ.get("MAILBOT_NOW"):
        yield warning("clock", f"MAILBOT_NOW is set: {local}", "for demos and tests only: unset it")
        return
    newest = _vitals(books, mailbox).newest_mail if books.age() is Age.CURRENT else None
    ahead = newest - now if newest else timedelta()
    if ahead > CLOCKS_DIFFER:
        yield wrong("clock", f"the mail server's clock is {ago(ahead)} ahead of this one", "set this machine's by NTP")
    else:
        yield ok("clock", local)


# -- the work -------------------------------------------------------------------------------------------------------


def worker(books: Database, mailbox: str, config: Config, now: datetime) -> Iterator[Finding]:
    """How the work goes, as far as the books tell."""
    if books.age() is not Age.CURRENT:
        yield warning("poll", "not yet: nothing has been handled", "start `mailbot run`")
        return
    state = _vitals(books, mailbox)
    yield _poll(state, config, now)
    yield _outbox(state, now)
    yield from _set_aside(state, now)
    for trouble in state.troubles:
        if trouble.key in NOTICES:
            continue  # told above, as it is now
        since = f"since {trouble.began.astimezone(config.zone):%Y-%m-%d %H:%M}"
        yield wrong("trouble", f"{since}: {trouble.what}", "told by mail and in the log when it is over")


def _vitals(books: Database, mailbox: str) -> Vitals:
    with books.reading() as tx:
        return vitals(tx, mailbox)


def _poll(state: Vitals, config: Config, now: datetime) -> Finding:
    if state.polled is None:
        return warning("poll", "this mailbox was never looked into", "start `mailbot run`")
    since = now - state.polled
    if since > poll_is_late(config.mailbox.poll_seconds):
        return wrong("poll", f"the last that succeeded was {ago(since)} ago", "is `mailbot run` running? See its log")
    return ok("poll", f"the last that succeeded was {ago(since)} ago")


def _outbox(state: Vitals, now: datetime) -> Finding:
    if state.oldest_reply is None:
        return ok("outbox", "no reply waits")
    age = now - state.oldest_reply
    if age > REPLY_IS_LATE:
        return wrong("outbox", f"the oldest reply has waited for {ago(age)}", "see smtp above, and the worker's log")
    return ok("outbox", f"the oldest reply has waited for {ago(age)}")


def _set_aside(state: Vitals, now: datetime) -> Iterator[Finding]:
    failed = state.mails.get(MessageStatus.FAILED, 0)
    if failed:
        yield wrong(
            "failed",
            f"{failed} set aside: handling them went wrong",
            "`mailbot report` names them, `mailbot retry` tries again",
        )
    undelivered = state.replies.get("failed", 0)
    if undelivered:
        yield warning(
            "undelivered",
            f"{undelivered} replies never arrived",
            "`mailbot report` names them: tell these people otherwise",
        )
    held = state.mails.get(MessageStatus.HELD, 0)
    if held and state.oldest_held:
        age = now - state.oldest_held
        say = warning if age > HELD_IS_LONG else ok_with_advice
        yield say("review", f"{held} wait for a person, the oldest for {ago(age)}", "`mailbot review`")
    if not failed and not undelivered and not held:
        yield ok("review", "nothing was set aside")


def ok_with_advice(check: str, what: str, advice: str) -> Finding:
    return ok(check, f"{what}: {advice}")
