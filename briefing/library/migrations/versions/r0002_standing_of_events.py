"""Version 0.2.0: events say who claims and who denies them, and how settled they are.

What an older version read says neither. Until such an article is read again its events count as
possible and tentative: the program does not vouch for what it has not looked at.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
program = "0.2.0"
"""The oldest version of the program that can use these tables."""

_FILLED = {"standing": "possible", "status": "tentative"}
_OPEN = ("attributed_to", "denied_by", "condition", "status_words")

_STATE = sa.table("state", sa.column("name"), sa.column("value"))
_ARTICLES = sa.table("articles", sa.column("reader_version"))


def upgrade() -> None:
    """Add the columns, an index of the readings, and the version that the tables need."""
    with op.batch_alter_table("events") as events:
        for name in (*_FILLED, *_OPEN):
            events.add_column(sa.Column(name, sa.Text))
    op.execute(sa.table("events", *map(sa.column, _FILLED)).update().values(_FILLED))
    with op.batch_alter_table("events") as events:
        for name in _FILLED:
            events.alter_column(name, existing_type=sa.Text(), nullable=False)
    op.create_index("articles_by_reader_version", "articles", ["reader_version"])
    made = op.create_table("program", sa.Column("version", sa.Text, primary_key=True))
    op.bulk_insert(made, [{"version": program}])
    _tell_version_0_1(2)


def downgrade() -> None:
    """Drop them; what is left of a reading is what version 0.1.0 would have kept of it."""
    _tell_version_0_1(1)
    op.drop_table("program")
    op.drop_index("articles_by_reader_version", "articles")
    with op.batch_alter_table("events") as events:
        for name in (*_FILLED, *_OPEN):
            events.drop_column(name)
    quotes = sa.table("quotes", sa.column("kind"))
    op.execute(quotes.update().where(quotes.c.kind == "unsettled").values(kind="indirect"))
    connection = op.get_bind()
    reader = _ARTICLES.c.reader_version
    for read_by in connection.scalars(sa.select(reader).distinct()).all():
        left = " ".join(("0.1.0", *read_by.split(" ")[1:]))
        connection.execute(_ARTICLES.update().where(reader == read_by).values(reader_version=left))


def _tell_version_0_1(number: int) -> None:
    """Set the number by which version 0.1.0 tells whether it can use a library."""
    op.execute(_STATE.update().where(_STATE.c.name == "schema").values(value=number))
