"""Opening the database: its tables, its file, and one that is of another age."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from mailbot.adapters.store import Database
from mailbot.adapters.store.tables import metadata
from mailbot.errors import StoreError


@pytest.fixture
def database(tmp_path: Path) -> Database:
    database = Database(f"sqlite:///{tmp_path / 'mailbot.db'}")
    database.migrate()
    return database


def test_the_migrations_make_the_tables_that_the_program_uses(database: Database):
    with database.reading() as tx:
        differences = compare_metadata(MigrationContext.configure(tx.connection), metadata)

    assert differences == []


def test_the_migrations_make_the_same_tables_on_postgresql(postgres_url: str):
    database = Database(postgres_url)
    database.migrate()

    with database.reading() as tx:
        differences = compare_metadata(MigrationContext.configure(tx.connection), metadata)

    assert differences == []


def test_what_an_older_version_had_still_to_send_is_sent_by_this_one(database: Database):
    with database.writing() as tx:
        tx.connection.execute(text("DROP TABLE reply_contents"))
        tx.connection.execute(text("ALTER TABLE replies ADD COLUMN data BLOB NOT NULL DEFAULT ''"))
        tx.connection.execute(text("UPDATE alembic_version SET version_num = '0002'"))
        tx.connection.execute(
            text("""INSERT INTO replies
                (kind, mail_message_id, recipient, template, subject, data, status, attempts, due, created)
                VALUES ('alert', '<1@x>', 'jan@x', 'alert', '', x'446167', 'queued', 0, :now, :now)"""),
            {"now": "2023-02-20 09:00:00.000000"},
        )

    database.migrate()

    with database.writing() as tx:
        (claimed,) = tx.outbox.claim("me", datetime(2023, 2, 20, 10, tzinfo=UTC), 50, 900.0)
    assert (claimed.recipient, claimed.mail_message_id, claimed.data) == ("jan@x", "<1@x>", b"Dag")


def test_a_new_database_file_can_be_read_by_its_owner_alone(database: Database, tmp_path: Path):
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}

    assert set(modes.values()) == {0o600}


def test_a_database_of_a_newer_version_is_refused_in_plain_words(database: Database):
    with database.writing() as tx:
        tx.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StoreError, match="newer version"):
        database.migrate()


def test_a_power_cut_loses_nothing_that_was_committed(database: Database):
    with database.reading() as tx:
        settings = [tx.connection.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous")]

    assert settings == ["wal", 2]  # 2: FULL, a commit is on the disk before it is answered


def test_a_path_that_cannot_be_opened_is_told_in_plain_words(tmp_path: Path):
    with pytest.raises(StoreError, match="unable to open database file"):
        Database(f"sqlite:///{tmp_path / 'nowhere' / 'mailbot.db'}").migrate()
