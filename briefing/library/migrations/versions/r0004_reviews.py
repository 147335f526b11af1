"""Version 0.4.0: reviews know the words that they are about, and are applied to the tables.

What reading had to say of an article is kept with it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
program = "0.4.0"
"""The oldest version of the program that can use these tables."""

_PROGRAM = sa.table("program", sa.column("version"))
_BEFORE = ("fact_id", "field", "value", "verdict", "reviewer", "at", "note")
_LETTERS = {"q": "quotes", "e": "events", "r": "relations"}


def upgrade() -> None:
    """Give reviews their columns, and make the tables of what they come to."""
    op.rename_table("reviews", "old_reviews")
    op.drop_index("reviews_by_fact_id", "old_reviews")
    op.create_table(
        "reviews",
        sa.Column("fact_id", sa.Text, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("note", sa.Text),
        sa.Column("review_id", sa.Text, primary_key=True, nullable=False),
        sa.Column("article_id", sa.Text),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("words", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":  # a database on a server is never so old
        _carry_over()
    op.drop_table("old_reviews")
    op.create_index("reviews_by_fact_id", "reviews", ["fact_id"])
    op.create_index("reviews_by_article_id", "reviews", ["article_id"])
    for name, columns in (
        (
            "reviewed",
            (
                sa.Column("verdict", sa.Text, nullable=False),
                sa.Column("fields", sa.Text, nullable=False),
                sa.Column("reviewer", sa.Text, nullable=False),
                sa.Column("at", sa.Text, nullable=False),
                sa.Column("note", sa.Text),
                sa.Column("others", sa.Text, nullable=False),
            ),
        ),
        ("machine", (sa.Column("rows", sa.Text, nullable=False),)),
    ):
        article = sa.ForeignKey("articles.article_id", ondelete="CASCADE")
        op.create_table(
            name,
            sa.Column("fact_id", sa.Text, primary_key=True),
            sa.Column("article_id", sa.Text, article),
            sa.Column("record", sa.Text, nullable=False),
            *columns,
        )
        op.create_index(f"{name}_by_article_id", name, ["article_id"])
    op.create_table(
        "notes",
        sa.Column(
            "article_id",
            sa.Text,
            sa.ForeignKey("articles.article_id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.execute(_PROGRAM.update().values(version=program))


def downgrade() -> None:
    """Put the program's own reading back, and leave of the reviews what version 0.3.0 knows."""
    connection = op.get_bind()
    rows = sa.table("machine", sa.column("record"), sa.column("fact_id"), sa.column("rows"))
    for record, fact_id, held in connection.execute(sa.select(*rows.c)).all():
        _put_back(connection, record, fact_id, json.loads(held))
    op.drop_table("notes")
    op.drop_table("machine")
    op.drop_table("reviewed")
    op.drop_index("reviews_by_article_id", "reviews")
    with op.batch_alter_table("reviews") as table:
        for column in ("article_id", "record", "start", "end", "words"):
            table.drop_column(column)
    columns = ", ".join(_BEFORE)
    op.rename_table("reviews", "new_reviews")
    op.drop_index("reviews_by_fact_id", "new_reviews")
    op.create_table(
        "reviews",
        *(sa.Column(name, sa.Text, nullable=name in ("value", "note")) for name in _BEFORE),
    )
    op.execute(f"INSERT INTO reviews ({columns}) SELECT {columns} FROM new_reviews ORDER BY rowid")
    op.drop_table("new_reviews")
    op.create_index("reviews_by_fact_id", "reviews", ["fact_id"])
    op.execute(_PROGRAM.update().values(version="0.3.0"))


def _carry_over() -> None:
    """Keep the reviews there are, with the words that each is about."""
    connection = op.get_bind()
    texts = sa.table("articles", sa.column("article_id"), sa.column("text"))
    old = sa.table("old_reviews", *map(sa.column, _BEFORE))
    reviews = sa.table(
        "reviews",
        *map(
            sa.column,
            (*_BEFORE, "review_id", "article_id", "record", "start", "end", "words"),
        ),
    )
    rows = connection.execute(
        sa.select(*old.c).order_by(sa.literal_column("old_reviews.rowid"))
    ).mappings()
    for number, row in enumerate(rows.all(), start=1):
        article_id, letter, span = [*row["fact_id"].split("."), "", ""][:3]
        start, _, end = span.partition("-")
        text = connection.scalar(sa.select(texts.c.text).where(texts.c.article_id == article_id))
        place = (int(start), int(end)) if start.isdigit() and end.isdigit() else (None, None)
        words = (text or "")[place[0] : place[1]] if place[0] is not None else ""
        connection.execute(
            reviews.insert(),
            {
                **row,
                "review_id": f"before-0.4.0-{number}",
                "article_id": article_id if letter in _LETTERS else None,
                "record": _LETTERS.get(letter, "entities"),
                "start": place[0],
                "end": place[1],
                "words": words,
            },
        )


def _put_back(
    connection: sa.Connection, record: str, fact_id: str, held: Mapping[str, list[dict[str, Any]]]
) -> None:
    key = {"entities": "entity_id"}.get(record, f"{record[:-1]}_id")
    if record in ("entities", "articles", "mentions"):  # others hang on their rows
        for row in held[record]:
            named = sa.table(record, *map(sa.column, row))
            connection.execute(named.update().where(named.c[key] == fact_id).values(row))
        return
    for name, column in ((record, key), ("involvements", "fact_id"), ("fragments", "quote_id")):
        table = sa.table(name, sa.column(column))
        connection.execute(table.delete().where(table.c[column] == fact_id))
    for name, found in held.items():
        for row in found:
            connection.execute(sa.table(name, *map(sa.column, row)).insert(), row)
