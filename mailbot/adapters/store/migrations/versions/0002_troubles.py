"""Troubles that last, and replies found by when they were made"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "troubles",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("began", sa.DateTime(), nullable=False),
        sa.Column("ended", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_troubles"),
    )
    op.create_index("ix_replies_created", "replies", ["created"], unique=False)
