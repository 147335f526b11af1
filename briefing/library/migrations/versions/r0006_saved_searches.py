"""Version 0.6.0: searches that are saved."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
program = "0.6.0"
"""The oldest version of the program that can use these tables."""


def upgrade() -> None:
    """Make the table of searches."""
    op.create_table(
        "searches",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("filter", sa.Text, nullable=False),
        sa.Column("kept", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Drop it: an older version has no place for searches."""
    op.drop_table("searches")
