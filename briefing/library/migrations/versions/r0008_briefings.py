"""Version 0.6.0: briefings that are kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from briefing.errors import LibraryError

revision = "0008"
down_revision = "0007"
program = "0.6.0"
"""The oldest version of the program that can use these tables."""

_PROGRAM = sa.table("program", sa.column("version"))


def upgrade() -> None:
    """Make the table of briefings."""
    op.create_table(
        "briefings",
        sa.Column("briefing_id", sa.Text, primary_key=True),
        sa.Column("title", sa.Text, nullable=False, unique=True),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("saved", sa.Text, nullable=False),
        sa.Column("archived", sa.Text),
        sa.Column("snapshot", sa.Text),
        sa.Column("locked", sa.Text),
    )
    op.execute(_PROGRAM.update().values(version=program))


def downgrade() -> None:
    """Drop the table.

    Raises:
        LibraryError: There are briefings, whose words would be lost.
    """
    if op.get_bind().scalar(sa.text("SELECT count(*) FROM briefings")):
        raise LibraryError(
            "Briefings are kept in this library, which version 0.5.0 does not know; stay with this "
            "version, or delete them first."
        )
    op.drop_table("briefings")
    op.execute(_PROGRAM.update().values(version="0.5.0"))
