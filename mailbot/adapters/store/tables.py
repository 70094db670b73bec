"""The tables. Changing one needs a migration beside it (migrations/versions/); a test compares the two.

All moments are stored as UTC. Words from a small set (status, kind) are stored as text: readable in any SQL tool.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

# UIDs and UIDVALIDITY go up to 2^32 - 1 (RFC 3501, 2.3.1.1): more than a 32-bit Integer holds, hence BigInteger.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """An aware datetime, kept as naive UTC: SQLite knows no offsets, and both databases then sort alike."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        assert value.tzinfo is not None, "a naive datetime would be stored as some other moment"
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


mailboxes = Table(
    "mailboxes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(500), nullable=False, unique=True),  # user@host/folder
    Column("uidvalidity", BigInteger, nullable=False),
    Column("cursor", BigInteger, nullable=False, default=0),  # every UID up to here has a row in messages
    Column("began", Moment, nullable=False),  # the first run: what is older is not ours to answer
    Column("before_us", BigInteger),  # the highest UID of the first run; null once the server has renumbered
    Column("polled", Moment),  # the last time that a poll succeeded
    Column("lease_owner", String(100)),
    Column("lease_until", Moment),
)

messages = Table(
    "messages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("mailbox_id", ForeignKey("mailboxes.id"), nullable=False),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("uid", BigInteger, nullable=False),
    Column("received", Moment, nullable=False),  # INTERNALDATE: what the queue is ordered by
    Column("size", BigInteger, nullable=False),
    Column("message_id", String(1000), nullable=False, default=""),
    Column("fingerprint", String(64)),  # of what stays the same in a second copy; null until fetched
    Column("status", String(20), nullable=False),
    Column("raw", LargeBinary),
    Column("partial", Boolean, nullable=False, default=False),
    Column("sender", String(320), nullable=False, default=""),
    Column("sender_name", String(500), nullable=False, default=""),
    Column("subject", Text, nullable=False, default=""),
    Column("reading", JSON),
    Column("reasons", JSON, nullable=False, default=list),
    Column("question", Boolean, nullable=False, default=False),  # an organiser still owes an answer to something
    Column("attempts", Integer, nullable=False, default=0),
    Column("error", Text),
    Column("handled", Moment),
    Column("decided_by", String(200)),  # null: mailbot itself
    Column("about_reply", String(1000)),  # the Message-ID of our reply that this bounce or receipt is about
    UniqueConstraint("mailbox_id", "uidvalidity", "uid"),
    UniqueConstraint("message_id", "fingerprint"),  # a second copy is "already here", whoever tries to store it
    Index(None, "status", "received", "uid"),
    Index(None, "sender", "handled"),
)

pools = Table(
    "pools",
    metadata,
    Column("event", String(200), primary_key=True),
    Column("round", Integer, primary_key=True, autoincrement=False),  # 0: the event itself
    Column("workshop", String(200), primary_key=True),
    Column("capacity", Integer, nullable=False),
    Column("taken", Integer, nullable=False, default=0),
    CheckConstraint("taken >= 0", name="taken"),
)

registrations = Table(
    "registrations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reference", String(20), nullable=False, unique=True),
    Column("event", String(200), nullable=False),
    Column("status", String(20), nullable=False),
    Column("name", Text, nullable=False),
    Column("email", String(320)),
    Column("booked_by", String(320), nullable=False),
    Column("organisation", Text),
    Column("role", Text),
    Column("phone", Text),
    Column("diet", Text),
    Column("access", Text),
    Column("language", String(10), nullable=False),
    Column("received", Moment, nullable=False),
    Column("uid", BigInteger, nullable=False),
    Column("place", Integer, nullable=False),  # within the mail
    Column("workshops", JSON, nullable=False),
    Column("wishes", JSON, nullable=False),
    Column("message_id", ForeignKey("messages.id")),  # the mail that made it
    Index(None, "event", "status"),
)

changes = Table(
    "changes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reference", ForeignKey("registrations.reference"), nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("fields", JSON, nullable=False),
    Column("at", Moment, nullable=False),
    Column("message_id", ForeignKey("messages.id")),  # because of this mail
    Column("decided_by", String(200)),  # or of this person
)

entries = Table(
    "entries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("change_id", ForeignKey("changes.id"), nullable=False),
    Column("reference", ForeignKey("registrations.reference"), nullable=False, index=True),
    Column("event", String(200), nullable=False),
    Column("round", Integer, nullable=False),
    Column("workshop", String(200), nullable=False),
    Column("seats", Integer, nullable=False),
    Index(None, "event", "round", "workshop"),
)

replies = Table(
    "replies",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("message_id", ForeignKey("messages.id")),  # the mail that it answers
    Column("kind", String(20), nullable=False),  # answer | details | notice
    Column("mail_message_id", String(300), nullable=False, unique=True),  # ours, fixed for good
    Column("recipient", String(320), nullable=False),
    Column("template", String(50), nullable=False),
    Column("subject", Text, nullable=False),
    Column("status", String(20), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("due", Moment, nullable=False),
    Column("created", Moment, nullable=False),
    Column("sent", Moment),
    Column("error", Text),
    Column("claimed_by", String(100)),
    Column("claimed_until", Moment),
    Index(None, "status", "due"),
    Index(None, "created"),
    # exactly one answer a mail, whoever tries to add a second
    Index(
        "uq_replies_one_answer",
        "message_id",
        "kind",
        unique=True,
        sqlite_where=text("kind <> 'notice'"),
        postgresql_where=text("kind <> 'notice'"),
    ),
)

# apart: a row is written anew as a whole each time that its status changes
reply_contents = Table(
    "reply_contents",
    metadata,
    Column("mail_message_id", ForeignKey("replies.mail_message_id", ondelete="CASCADE"), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

calendar_items = Table(
    "calendar_items",
    metadata,
    Column("event", String(200), primary_key=True),
    Column("address", String(320), primary_key=True),
    Column("uid", String(100), nullable=False, unique=True),
    Column("sequence", Integer, nullable=False),
)

troubles = Table(
    "troubles",
    metadata,
    Column("key", String(40), primary_key=True),  # mailbox, login, smtp, ...: see pipeline/alerts.py
    Column("what", Text, nullable=False),
    Column("began", Moment, nullable=False),
    Column("ended", Moment),  # null while it lasts
)
