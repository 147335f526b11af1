"""Paragraphs in other languages, kept with each article: nothing is read in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.kept import kept_table
from briefing.reading.language import other_language

paragraphs = kept_table(
    "foreign_paragraphs",
    sa.Column("start", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("first_end", sa.Integer, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
)
"""Where a paragraph stands, where its first sentence ends, and in which language it is."""


def fill(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    """Find the paragraphs of articles that are surely in another language."""
    sentence = schema.sentences.c
    found = connection.execute(
        sa.select(
            sentence.article_id, sentence.paragraph, sentence.start, sentence.end, sentence.text
        )
        .where(sentence.article_id.in_(article_ids))
        .order_by(sentence.article_id, sentence.start)
    )
    rows = []
    for (article_id, _), group in groupby(found, lambda row: (row.article_id, row.paragraph)):
        held = list(group)
        language = other_language(" ".join(row.text for row in held))
        if language is not None:
            rows.append(
                {
                    "article_id": article_id,
                    "start": held[0].start,
                    "end": held[-1].end,
                    "first_end": held[0].end,
                    "language": language,
                }
            )
    if rows:
        connection.execute(paragraphs.insert(), rows)
