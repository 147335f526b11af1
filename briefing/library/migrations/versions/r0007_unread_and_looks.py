"""Version 0.5.0: files that could not be read are kept by name, and who has seen what changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0004"
program = "0.5.0"
"""The oldest version of the program that can use these tables."""

_PROGRAM = sa.table("program", sa.column("version"))


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "unread",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )
    op.create_table(
        "looks",
        sa.Column("reader", sa.Text, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
    )
    op.execute(_PROGRAM.update().values(version=program))


def downgrade() -> None:
    """Drop them."""
    op.drop_table("looks")
    op.drop_table("unread")
    op.execute(_PROGRAM.update().values(version="0.4.0"))
