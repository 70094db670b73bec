"""The database: what mailbot remembers. `Database` opens it; a `Transaction` holds the tables' rooms:

mailboxes.py       the folders watched, and who reads them just now
messages.py        every mail seen, by UID and by fingerprint, and what became of it
books.py           registrations, the append-only ledger and its counters
outbox.py          replies, from queued to sent
calendar_items.py  what stands in people's calendars because of them
troubles.py        what is wrong now, and since when
storable.py        what of people's words can be stored
"""

from mailbot.adapters.store.database import Database, Transaction

__all__ = ["Database", "Transaction"]
