"""Opening the database, bringing it to this version's tables, and transactions on it.

SQLite by default: WAL, so that a report reads while the worker writes, and synchronous=FULL, so that what was
committed survives a power cut (NORMAL may lose the last commits in WAL mode: then a sent reply would have no row).
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import URL, Connection, create_engine, event, text
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, SQLAlchemyError

from mailbot.adapters.store.books import BookCache, Books
from mailbot.adapters.store.calendar_items import CalendarItems
from mailbot.adapters.store.mailboxes import Mailboxes
from mailbot.adapters.store.messages import Messages
from mailbot.adapters.store.outbox import Outbox
from mailbot.adapters.store.storable import to_json
from mailbot.adapters.store.troubles import Troubles
from mailbot.domain.event import Event
from mailbot.errors import StoreError, Unstorable

# Any number, the same in every mailbot: PostgreSQL's lock for whoever migrates.
MIGRATION_LOCK = 7305411
# How long a transaction on SQLite waits for another writer.
BUSY_SECONDS = 30.0
# Between two attempts to switch a new SQLite file to WAL, which takes a few milliseconds.
WAL_PAUSE = 0.01


class Age(Enum):
    """The tables of a database, held against those that this version of mailbot works with."""

    EMPTY = "empty"  # there are none yet
    OLDER = "older"  # `migrate` brings them up to date
    CURRENT = "current"
    NEWER = "newer"  # only a newer mailbot knows them


class Transaction:
    """One transaction, with a room for each matter. Committed when its `with` ends, undone when that raises."""

    def __init__(self, connection: Connection, database: "Database") -> None:
        self.connection = connection
        self.mailboxes = Mailboxes(connection)
        self.messages = Messages(connection)
        self.books = Books(connection, database.events, database.cache)
        self.calendar = CalendarItems(connection)
        self.outbox = Outbox(connection, self.calendar)
        self.troubles = Troubles(connection)


class Database:
    """The database at a SQLAlchemy URL. Safe to use from several threads, a transaction each."""

    def __init__(self, url: str, events: tuple[Event, ...] = ()) -> None:
        try:
            self.engine = create_engine(
                url, pool_pre_ping=True, connect_args=_connect_args(url), json_serializer=to_json
            )
        except (SQLAlchemyError, ImportError) as error:
            raise StoreError(f"the database URL cannot be used: {type(error).__name__}") from None
        self.events = events
        self.cache = BookCache()
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        if self.is_sqlite:
            event.listen(self.engine, "connect", _prepare_sqlite)
            event.listen(self.engine, "begin", _begin_sqlite)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """A transaction that will write. On SQLite it takes the write lock at once: one that read first and then
        writes would fail where another wrote in between. Raises StoreError where the database can't be used."""
        with self._transaction(reads_only=False) as transaction:
            yield transaction

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A transaction that only looks, and waits for nobody."""
        with self._transaction(reads_only=True) as transaction:
            yield transaction

    @contextmanager
    def snapshot(self) -> Iterator[Transaction]:
        """Like `reading`, and all that is read is of one moment, whatever others commit meanwhile."""
        with self.reading() as transaction:
            if not self.is_sqlite:  # where a transaction in WAL mode is a snapshot by itself
                transaction.connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))
            yield transaction

    def migrate(self) -> None:
        """Bring the tables to this version's. Raises StoreError where they belong to a newer one."""
        config = _alembic()
        if self.is_sqlite:
            _make_private(self.engine.url)
        with self._transaction(reads_only=False) as transaction:
            connection = transaction.connection
            if not self.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
            config.attributes["connection"] = connection
            try:
                command.upgrade(config, "head")
            except CommandError:
                raise StoreError("the database belongs to a newer version of mailbot: install that one") from None

    def is_current(self) -> bool:
        """Whether the tables are those of this version. Changes nothing."""
        return self.age() is Age.CURRENT

    def age(self) -> "Age":
        """How the tables compare with those of this version. Changes nothing, and makes no SQLite file."""
        if self._is_missing_file():
            return Age.EMPTY
        with self._transaction(reads_only=True) as transaction:
            revision = MigrationContext.configure(transaction.connection).get_current_revision()
        if revision is None:
            return Age.EMPTY
        scripts = ScriptDirectory.from_config(_alembic())
        if revision == scripts.get_current_head():
            return Age.CURRENT
        return Age.OLDER if any(s.revision == revision for s in scripts.walk_revisions()) else Age.NEWER

    def _is_missing_file(self) -> bool:
        file = self.engine.url.database
        return self.is_sqlite and bool(file) and file != ":memory:" and not Path(str(file)).exists()

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def _transaction(self, *, reads_only: bool) -> Iterator[Transaction]:
        try:
            with self.engine.connect() as connection:
                connection = connection.execution_options(mailbot_reads_only=reads_only)
                with connection.begin():
                    transaction = Transaction(connection, self)
                    yield transaction
                transaction.books.committed()
        except (DataError, IntegrityError) as error:
            # not in the database's own words, which may quote the value
            raise Unstorable(type(error.orig).__name__) from error
        except DBAPIError as error:
            raise StoreError(f"the database failed: {_reason(error)}") from error


def _connect_args(url: str) -> dict[str, Any]:
    if url.startswith("sqlite"):
        return {"timeout": BUSY_SECONDS}
    return {"connect_timeout": 10}


def _make_private(url: URL) -> None:
    """A new SQLite file is for its owner alone: whole mails are in it. What SQLite puts beside it follows its mode."""
    if url.database and url.database != ":memory:":
        with suppress(OSError):  # it is there already, or can't be made: then opening it says so
            os.close(os.open(url.database, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # sqlite3's own transaction handling begins late and never IMMEDIATE: switched off, `_begin_sqlite` begins
    connection.isolation_level = None
    _use_wal(connection)
    for pragma in ("synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _use_wal(connection: sqlite3.Connection) -> None:
    """For good: the file remembers it. Two that come to a new file at once would each wait for the other, which SQLite
    ends by telling one of them at once that it is locked, whatever its patience: that one comes again."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(WAL_PAUSE)


def _begin_sqlite(connection: Connection) -> None:
    reads_only = connection.get_execution_options().get("mailbot_reads_only")
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")


def _alembic() -> AlembicConfig:
    config = AlembicConfig()
    config.set_main_option("script_location", "mailbot.adapters.store:migrations")
    return config


def _reason(error: DBAPIError) -> str:
    """The database's own first line, without the statement and its values: those are people's data."""
    return str(error.orig).strip().split("\n", 1)[0] if error.orig else type(error).__name__
