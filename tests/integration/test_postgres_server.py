"""The PostgreSQL server that the tests bring up does what its methods say."""

import psycopg
import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from tests.servers.postgres import PostgresServer


def test_each_database_is_new_and_empty(postgres: PostgresServer) -> None:
    first, second = create_engine(postgres.new_database()), create_engine(postgres.new_database())
    with first.begin() as connection:
        connection.execute(text("CREATE TABLE seats (taken integer)"))

    with second.connect() as connection:
        tables = connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).all()

    assert tables == []


def test_what_was_committed_outlives_a_restart_and_connections_do_not(postgres: PostgresServer) -> None:
    engine = create_engine(postgres.new_database())
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE seats (taken integer)"))
    with engine.connect() as held:
        held.execute(text("SELECT 1"))

        postgres.restart()

        with pytest.raises(OperationalError):
            held.execute(text("SELECT 1"))
    with engine.connect() as after:
        assert after.execute(text("SELECT count(*) FROM seats")).scalar_one() == 0


def test_a_stopped_server_refuses_until_it_is_started(postgres: PostgresServer) -> None:
    postgres.stop()

    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(host=str(postgres.folder), user="postgres", dbname="postgres")

    postgres.start()
    with psycopg.connect(host=str(postgres.folder), user="postgres", dbname="postgres") as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_connections_can_be_cut_while_the_server_stays(postgres: PostgresServer) -> None:
    connection = psycopg.connect(host=str(postgres.folder), user="postgres", dbname="postgres")

    postgres.end_connections()

    with pytest.raises(psycopg.OperationalError):
        connection.execute("SELECT 1")
    connection.close()
    with create_engine(postgres.new_database()).connect() as other:
        assert other.execute(text("SELECT 1")).scalar_one() == 1
