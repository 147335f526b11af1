"""Version 0.3.0: relations and events say how sure their reading is, and who read a relation.

What an older version read was shown whatever it was, so it counts as moderate until it is read
again.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
program = "0.3.0"
"""The oldest version of the program that can use these tables."""

_CERTAINTY = {
    "certainty": "moderate",
    "certainty_reason": "Read by an older version of the program.",
}
_FILLED = {"relations": {**_CERTAINTY, "basis": "grammar"}, "events": _CERTAINTY}

_PROGRAM = sa.table("program", sa.column("version"))
_ARTICLES = sa.table("articles", sa.column("reader_version"))


def upgrade() -> None:
    """Add the columns, and the version that the tables need."""
    for name, filled in _FILLED.items():
        with op.batch_alter_table(name) as table:
            for column in filled:
                table.add_column(sa.Column(column, sa.Text))
        op.execute(sa.table(name, *map(sa.column, filled)).update().values(filled))
        with op.batch_alter_table(name) as table:
            for column in filled:
                table.alter_column(column, existing_type=sa.Text(), nullable=False)
    op.execute(_PROGRAM.update().values(version=program))


def downgrade() -> None:
    """Drop them, with the rows that version 0.2.0 would not have shown."""
    op.execute(_PROGRAM.update().values(version="0.2.0"))
    for name, filled in _FILLED.items():
        _drop_unshown(name)
        with op.batch_alter_table(name) as table:
            for column in filled:
                table.drop_column(column)
    connection = op.get_bind()
    reader = _ARTICLES.c.reader_version
    for read_by in connection.scalars(sa.select(reader).distinct()).all():
        left = " ".join(("0.2.0", *read_by.split(" ")[1:]))
        connection.execute(_ARTICLES.update().where(reader == read_by).values(reader_version=left))


def _drop_unshown(name: str) -> None:
    """Remove possible readings and what only the trained reader read, with who takes part."""
    key = f"{name[:-1]}_id"
    facts = sa.table(name, *map(sa.column, (key, "certainty", "basis")))
    unshown = facts.c.certainty == "low"
    if name == "relations":
        unshown = sa.or_(unshown, facts.c.basis == "reader")
    part = sa.table("involvements", sa.column("fact_id"))
    gone = sa.select(facts.c[key]).where(unshown)
    op.execute(part.delete().where(part.c.fact_id.in_(gone)))
    op.execute(facts.delete().where(unshown))
