"""The database: what mailbot remembers. `Database` opens it; a `Transaction` holds the tables' rooms:

messages.py   every mail seen, by UID and by fingerprint, and what became of it
books.py      registrations, the append-only ledger and its counters
outbox.py     replies, from queued to sent
troubles.py   what is wrong now, and since when
"""

from mailbot.adapters.store.database import Database, Transaction

__all__ = ["Database", "Transaction"]
