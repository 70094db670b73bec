"""What is wrong at the moment, a row a kind: since when, and when it ended last.

It stands in the database so that a restart, a `run --once` every few minutes, or a second worker doesn't tell of the
same trouble again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from mailbot.adapters.store.tables import troubles

# The two databases have the same ON CONFLICT, each under its own roof.
INSERT: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


@dataclass(frozen=True, slots=True)
class Trouble:
    """`what`: the plain sentence of the moment at which it began. `ended`: None while it lasts."""

    key: str
    what: str
    began: datetime
    ended: datetime | None


class Troubles:
    """The troubles table, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> Trouble | None:
        """How it stood the last time; None where there never was such trouble."""
        row = self._connection.execute(select(troubles).where(troubles.c.key == key)).one_or_none()
        return Trouble(row.key, row.what, row.began, row.ended) if row else None

    def lasts(self, key: str) -> bool:
        """Whether there is such trouble now."""
        query = select(troubles.c.key).where(troubles.c.key == key, troubles.c.ended.is_(None))
        return self._connection.scalar(query) is not None

    def lasting(self) -> Iterable[Trouble]:
        """All that is wrong now, the oldest first."""
        query = select(troubles).where(troubles.c.ended.is_(None)).order_by(troubles.c.began, troubles.c.key)
        return [Trouble(row.key, row.what, row.began, None) for row in self._connection.execute(query)]

    def begin(self, key: str, what: str, now: datetime) -> bool:
        """Note that it began. False where it was known: whoever is first to note it, tells."""
        fresh = {"what": what, "began": now, "ended": None}
        insert = INSERT[self._connection.dialect.name](troubles).values(key=key, **fresh)
        query = insert.on_conflict_do_update(
            index_elements=[troubles.c.key], set_=fresh, where=troubles.c.ended.is_not(None)
        )
        # not by rowcount: on PostgreSQL there is none for an INSERT, and nobody would ever be told
        return self._connection.scalar(query.returning(troubles.c.key)) is not None

    def end(self, key: str, now: datetime) -> bool:
        """Note that it is over. False where there was none."""
        query = update(troubles).where(troubles.c.key == key, troubles.c.ended.is_(None)).values(ended=now)
        return self._connection.execute(query).rowcount == 1
