"""Version 0.5.0: tags, markings, removed articles, kept files, titles, files not read, looks."""

from __future__ import annotations

import json
from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

from briefing.errors import LibraryError

revision = "0005"
down_revision = "0004"
program = "0.5.0"
"""The oldest version of the program that can use these tables."""

_PROGRAM = sa.table("program", sa.column("version"))
_ARTICLES = sa.table("articles", sa.column("article_id"), sa.column("title"))
_MACHINE = sa.table("machine", sa.column("fact_id"), sa.column("record"), sa.column("rows"))
_REVIEWED = sa.table("reviewed", sa.column("fact_id"), sa.column("record"), sa.column("fields"))
_REVIEWS = sa.table(
    "reviews",
    *map(sa.column, ("review_id", "fact_id", "record", "field", "value", "verdict")),
)


def upgrade() -> None:
    """Make the tables of tags, of markings, of removed articles, of captions and of files."""
    op.create_table(
        "tags",
        sa.Column(
            "article_id",
            sa.Text,
            sa.ForeignKey("articles.article_id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("tag", sa.Text, primary_key=True),
    )
    op.create_index("tags_by_tag", "tags", ["tag"])
    op.create_table(
        "markings",
        sa.Column(
            "article_id",
            sa.Text,
            sa.ForeignKey("articles.article_id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("marking", sa.Text, nullable=False),
    )
    op.create_table(
        "removed_articles",
        sa.Column("article_id", sa.Text, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("removed", sa.Text, nullable=False),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("file_id", sa.Text),
    )
    op.create_table(
        "files",
        sa.Column("file_id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "article_files",
        sa.Column(
            "article_id",
            sa.Text,
            sa.ForeignKey("articles.article_id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("file_id", sa.Text, sa.ForeignKey("files.file_id"), nullable=False),
    )
    op.create_index("article_files_by_file_id", "article_files", ["file_id"])
    op.create_table(
        "captions",
        sa.Column(
            "article_id",
            sa.Text,
            sa.ForeignKey("articles.article_id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "watched_files",
        sa.Column("path", sa.Text, primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("modified", sa.Integer, nullable=False),
    )
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
    """Drop the tables, and put titles back as they were read: version 0.4.0 corrects none.

    Raises:
        LibraryError: Staff decided what version 0.4.0 does not know.
    """
    _must_be_known_to_0_4(op.get_bind())
    op.drop_table("looks")
    op.drop_table("unread")
    op.drop_table("captions")
    op.drop_table("watched_files")
    op.drop_index("article_files_by_file_id", "article_files")
    op.drop_table("article_files")
    op.drop_table("files")
    op.drop_table("removed_articles")
    op.drop_table("markings")
    op.drop_index("tags_by_tag", "tags")
    op.drop_table("tags")
    connection = op.get_bind()
    _put_titles_back(connection)
    _drop_decisions_on_titles(connection)
    op.execute(_PROGRAM.update().values(version="0.4.0"))


def _must_be_known_to_0_4(connection: sa.Connection) -> None:
    review = _REVIEWS.c
    unknown = sa.or_(
        review.verdict == "added",
        review.record == "mentions",
        review.field.like("apart:%"),
        sa.and_(review.record == "quotes", review.field.in_(("text", "kind"))),
    )
    if connection.scalar(sa.select(sa.func.count()).select_from(_REVIEWS).where(unknown)):
        raise LibraryError(
            "Staff added facts, split names or corrected the words of quotations in this library, "
            "which version 0.4.0 does not know; stay with this version, or use a copy made before."
        )
    if connection.scalar(sa.text("SELECT count(*) FROM markings")):
        raise LibraryError(
            "Articles of this library have a handling marking, which version 0.4.0 does not know; "
            "stay with this version, or take their markings off first."
        )


def _put_titles_back(connection: sa.Connection) -> None:
    own, held = _MACHINE.c, _REVIEWED.c
    read = sa.select(own.fact_id, own.rows).where(own.record == "articles")
    for article_id, rows in connection.execute(read).all():
        (row,) = json.loads(rows)["articles"]
        if "title" in row:
            connection.execute(
                _ARTICLES.update()
                .where(_ARTICLES.c.article_id == article_id)
                .values(title=row.pop("title"))
            )
            connection.execute(
                _MACHINE.update()
                .where(own.fact_id == article_id)
                .values(rows=json.dumps({"articles": [row]}))
            )
    holding = sa.select(held.fact_id, held.fields).where(held.record == "articles")
    for article_id, fields in connection.execute(holding).all():
        left = {name: value for name, value in json.loads(fields).items() if name != "title"}
        here = held.fact_id == article_id
        connection.execute(_REVIEWED.update().where(here).values(fields=json.dumps(left)))


def _drop_decisions_on_titles(connection: sa.Connection) -> None:
    """Drop the corrections of titles, what took them back, and what is held of nothing else."""
    review = _REVIEWS.c
    titles = sa.and_(review.record == "articles", review.field == "title")
    dropped = list(connection.scalars(sa.select(review.review_id).where(titles)))
    while dropped:
        connection.execute(_REVIEWS.delete().where(review.review_id.in_(dropped)))
        dropped = list(connection.scalars(_withdrawals(dropped)))
    left = sa.select(review.fact_id).where(review.record == "articles")
    held = _REVIEWED.c
    connection.execute(
        _REVIEWED.delete().where(held.record == "articles", held.fact_id.not_in(left))
    )


def _withdrawals(of: Iterable[str]) -> sa.Select[tuple[str]]:
    review = _REVIEWS.c
    return sa.select(review.review_id).where(
        review.verdict == "withdrawn", review.value.in_(list(of))
    )
