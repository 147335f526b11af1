"""Version 0.7.0: speakers under the Chatham House Rule with their articles as they were; grades."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from briefing.errors import LibraryError

revision = "0007"
down_revision = "0006"
program = "0.7.0"
"""The oldest version of the program that can use these tables."""

_PROGRAM = sa.table("program", sa.column("version"))


def upgrade() -> None:
    """Make the tables, and refuse changes of decisions."""
    op.create_table(
        "chatham_rules",
        sa.Column("rule_id", sa.Text, primary_key=True),
        sa.Column("articles", sa.Text),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("reviews", sa.Text, nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )
    op.create_table(
        "sealed_articles",
        sa.Column("article_id", sa.Text, primary_key=True),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_table(
        "source_grades",
        sa.Column("outlet", sa.Text, primary_key=True),
        sa.Column("grade", sa.Text, nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":  # PostgreSQL's stand in dialects/postgresql
        op.execute(
            "CREATE TRIGGER reviews_stay BEFORE UPDATE ON reviews "
            "BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END"
        )
    op.execute(_PROGRAM.update().values(version=program))


def downgrade() -> None:
    """Drop the tables.

    Raises:
        LibraryError: A speaker is under the rule, or outlets are graded, which would be lost.
    """
    if op.get_bind().scalar(sa.text("SELECT count(*) FROM chatham_rules")):
        raise LibraryError(
            "A speaker of this library is under the Chatham House Rule, which version 0.6.0 does "
            "not know; stay with this version, or lift the rule first."
        )
    if op.get_bind().scalar(sa.text("SELECT count(*) FROM source_grades")):
        raise LibraryError(
            "Outlets of this library are graded, which version 0.6.0 does not know; stay with this "
            "version, or clear their grades on the Library page first."
        )
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER reviews_stay")
    op.drop_table("source_grades")
    op.drop_table("sealed_articles")
    op.drop_table("chatham_rules")
    op.execute(_PROGRAM.update().values(version="0.6.0"))
