"""Version 0.6.0: what teams make and do: briefings, markings of facts, searches, the audit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from briefing.errors import LibraryError

revision = "0006"
down_revision = "0005"
program = "0.6.0"
"""The oldest version of the program that can use these tables."""

_PROGRAM = sa.table("program", sa.column("version"))


def upgrade() -> None:
    """Make the tables, and what refuses to change the audit."""
    op.create_table(
        "searches",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("filter", sa.Text, nullable=False),
        sa.Column("kept", sa.Text, nullable=False),
    )
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
    if op.get_bind().dialect.name == "sqlite":  # PostgreSQL's stand in dialects/postgresql
        for what in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_stays_{what.lower()} BEFORE {what} ON audit "
                "BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END"
            )
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
    op.create_table(
        "word_markings",
        sa.Column(
            "article_id",
            sa.Text,
            sa.ForeignKey("articles.article_id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("start", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("end", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("marking", sa.Text, nullable=False),
    )
    op.execute(_PROGRAM.update().values(version=program))


def downgrade() -> None:
    """Drop the tables; the copy that is made before keeps the audit and the searches.

    Raises:
        LibraryError: There are briefings or markings, which would be lost.
    """
    if op.get_bind().scalar(sa.text("SELECT count(*) FROM briefings")):
        raise LibraryError(
            "Briefings are kept in this library, which version 0.5.0 does not know; stay with this "
            "version, or delete them first."
        )
    if op.get_bind().scalar(sa.text("SELECT count(*) FROM word_markings")):
        raise LibraryError(
            "Facts of this library have a marking of their own, which version 0.5.0 does not know; "
            "stay with this version, or take their markings off first."
        )
    op.drop_table("word_markings")
    op.drop_index("audit_by_at", "audit")
    op.drop_table("audit")
    op.drop_table("searches")
    op.drop_table("briefings")
    op.execute(_PROGRAM.update().values(version="0.5.0"))
