"""Version 0.6.0: who did what, in a table that nobody changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
program = "0.6.0"
"""The oldest version of the program that can use these tables."""

_PROGRAM = sa.table("program", sa.column("version"))


def upgrade() -> None:
    """Make the table, and what refuses to change it."""
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("object", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
    )
    op.create_index("audit_by_at", "audit", ["at"])
    for what in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER audit_stays_{what.lower()} BEFORE {what} ON audit "
            "BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END"
        )
    op.execute(_PROGRAM.update().values(version=program))


def downgrade() -> None:
    """Drop the table; the copy that is made before keeps it."""
    op.drop_index("audit_by_at", "audit")
    op.drop_table("audit")
    op.execute(_PROGRAM.update().values(version="0.5.0"))
