"""What replies say, in a table of its own"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "reply_contents",
        sa.Column("mail_message_id", sa.String(length=300), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mail_message_id"],
            ["replies.mail_message_id"],
            name="fk_reply_contents_mail_message_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("mail_message_id", name="pk_reply_contents"),
    )
    op.execute("INSERT INTO reply_contents (mail_message_id, data) SELECT mail_message_id, data FROM replies")
    op.drop_column("replies", "data")
