"""The tables of version 0.1.0.

They are made where they are missing: a library of that version carries no number of a step yet,
and is taken up here as it stands.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
program = "0.1.0"
"""The oldest version of the program that can use these tables."""

metadata = sa.MetaData()


def _to(column: str, rule: str = "CASCADE") -> sa.ForeignKey:
    return sa.ForeignKey(column, ondelete=rule)


sa.Table(
    "articles",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("article_id", sa.Text, nullable=False, unique=True),
    sa.Column("external_id", sa.Text),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("source", sa.Text),
    sa.Column("url", sa.Text),
    sa.Column("author", sa.Text),
    sa.Column("published", sa.Text),
    sa.Column("published_basis", sa.Text, nullable=False),
    sa.Column("published_earliest", sa.Text),
    sa.Column("published_latest", sa.Text),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("words", sa.Integer, nullable=False),
    sa.Column("added", sa.Text),
    sa.Column("reader_version", sa.Text, nullable=False),
    sa.Column("title_end", sa.Integer, nullable=False),
    sa.Column("shown", sa.Boolean, nullable=False),
)

sa.Table(
    "sentences",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column(
        "article_id",
        sa.Text,
        _to("articles.article_id"),
        nullable=False,
    ),
    sa.Column("sentence", sa.Integer, nullable=False),
    sa.Column("paragraph", sa.Integer, nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.UniqueConstraint("article_id", "sentence"),
)

sa.Table(
    "entities",
    metadata,
    sa.Column("entity_id", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("country", sa.Text),
    sa.Column("wikidata", sa.Text),
)

sa.Table(
    "mentions",
    metadata,
    sa.Column(
        "article_id",
        sa.Text,
        _to("articles.article_id"),
        nullable=False,
    ),
    sa.Column("mention_id", sa.Text, primary_key=True),
    sa.Column(
        "entity_id",
        sa.Text,
        _to("entities.entity_id", "RESTRICT"),
        nullable=False,
    ),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("form", sa.Text, nullable=False),
    sa.Column("role", sa.Text),
    sa.Column("sentence", sa.Integer, nullable=False),
    sa.Index("mentions_by_article_id_sentence", "article_id", "sentence"),
    sa.Index("mentions_by_entity_id_article_id", "entity_id", "article_id"),
)

sa.Table(
    "antecedents",
    metadata,
    sa.Column(
        "article_id",
        sa.Text,
        _to("articles.article_id"),
        nullable=False,
    ),
    sa.Column(
        "mention_id",
        sa.Text,
        _to("mentions.mention_id"),
        primary_key=True,
    ),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Index("antecedents_by_article_id", "article_id"),
)

sa.Table(
    "quotes",
    metadata,
    sa.Column(
        "article_id",
        sa.Text,
        _to("articles.article_id"),
        nullable=False,
    ),
    sa.Column("quote_id", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("speaker_id", sa.Text),
    sa.Column("speaker", sa.Text),
    sa.Column("speaker_start", sa.Integer),
    sa.Column("speaker_end", sa.Integer),
    sa.Column("speaker_form", sa.Text),
    sa.Column("cue", sa.Text),
    sa.Column("cue_start", sa.Integer),
    sa.Column("cue_end", sa.Integer),
    sa.Column("act", sa.Text, nullable=False),
    sa.Column("addressee_id", sa.Text),
    sa.Column("venue", sa.Text),
    sa.Column("sentence", sa.Integer, nullable=False),
    sa.Column("part", sa.Integer, nullable=False),
    sa.Index("quotes_by_article_id_start", "article_id", "start"),
    sa.Index("quotes_by_speaker_id_article_id", "speaker_id", "article_id"),
)

sa.Table(
    "fragments",
    metadata,
    sa.Column(
        "article_id",
        sa.Text,
        _to("articles.article_id"),
        nullable=False,
    ),
    sa.Column("quote_id", sa.Text, _to("quotes.quote_id"), nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("verbatim", sa.Boolean, nullable=False),
    sa.Index("fragments_by_article_id", "article_id"),
    sa.Index("fragments_by_quote_id_start", "quote_id", "start"),
)

sa.Table(
    "times",
    metadata,
    sa.Column(
        "article_id",
        sa.Text,
        _to("articles.article_id"),
        nullable=False,
    ),
    sa.Column("time_id", sa.Text, primary_key=True),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("value", sa.Text),
    sa.Column("date", sa.Text),
    sa.Column("earliest", sa.Text),
    sa.Column("latest", sa.Text),
    sa.Column("precision", sa.Text, nullable=False),
    sa.Column("anchor", sa.Text),
    sa.Column("sentence", sa.Integer, nullable=False),
    sa.Index("times_by_article_id_start", "article_id", "start"),
)

sa.Table(
    "events",
    metadata,
    sa.Column(
        "article_id",
        sa.Text,
        _to("articles.article_id"),
        nullable=False,
    ),
    sa.Column("event_id", sa.Text, primary_key=True),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("date_text", sa.Text),
    sa.Column("date", sa.Text),
    sa.Column("earliest", sa.Text),
    sa.Column("latest", sa.Text),
    sa.Column("precision", sa.Text, nullable=False),
    sa.Column("basis", sa.Text, nullable=False),
    sa.Column("working", sa.Text),
    sa.Column("tense", sa.Text, nullable=False),
    sa.Column("occasion_id", sa.Text),
    sa.Column("place_country", sa.Text),
    sa.Column("sentence", sa.Integer, nullable=False),
    sa.Index("events_by_article_id_start", "article_id", "start"),
    sa.Index("events_by_earliest", "earliest"),
)

sa.Table(
    "relations",
    metadata,
    sa.Column(
        "article_id",
        sa.Text,
        _to("articles.article_id"),
        nullable=False,
    ),
    sa.Column("relation_id", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("target", sa.Text, nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("trigger", sa.Text, nullable=False),
    sa.Column("trigger_start", sa.Integer, nullable=False),
    sa.Column("trigger_end", sa.Integer, nullable=False),
    sa.Column("event_type", sa.Text, nullable=False),
    sa.Column("quad", sa.Text, nullable=False),
    sa.Column("tone", sa.Float, nullable=False),
    sa.Column("standing", sa.Text, nullable=False),
    sa.Column("attributed_to", sa.Text),
    sa.Column("denied_by", sa.Text),
    sa.Column("condition", sa.Text),
    sa.Column("sentence", sa.Integer, nullable=False),
    sa.Index("relations_by_article_id_start", "article_id", "start"),
    sa.Index("relations_by_source_target", "source", "target"),
)

sa.Table(
    "involvements",
    metadata,
    sa.Column(
        "article_id",
        sa.Text,
        _to("articles.article_id"),
        nullable=False,
    ),
    sa.Column("fact_id", sa.Text, nullable=False),
    sa.Column("entity_id", sa.Text),
    sa.Column("country", sa.Text),
    sa.Column("part", sa.Text, nullable=False),
    sa.Index("involvements_by_article_id", "article_id"),
    sa.Index("involvements_by_country_fact_id", "country", "fact_id"),
    sa.Index("involvements_by_entity_id_fact_id", "entity_id", "fact_id"),
    sa.Index("involvements_by_fact_id", "fact_id"),
    sa.Index("involvements_by_part_entity_id", "part", "entity_id"),
)

sa.Table(
    "reviews",
    metadata,
    sa.Column("fact_id", sa.Text, nullable=False),
    sa.Column("field", sa.Text, nullable=False),
    sa.Column("value", sa.Text),
    sa.Column("verdict", sa.Text, nullable=False),
    sa.Column("reviewer", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("note", sa.Text),
    sa.Index("reviews_by_fact_id", "fact_id"),
)

sa.Table(
    "evidence",
    metadata,
    sa.Column(
        "article_id",
        sa.Text,
        _to("articles.article_id"),
        primary_key=True,
    ),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("text", sa.Text, nullable=False),
)

sa.Table(
    "removed",
    metadata,
    sa.Column(
        "article_id",
        sa.Text,
        _to("articles.article_id"),
        primary_key=True,
    ),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("text", sa.Text, nullable=False),
)

sa.Table(
    "state",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Integer, nullable=False),
)

sa.Table(
    "decks",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("snapshot", sa.Text),
    sa.Column("kept", sa.Text, nullable=False),
    sa.Column("locked", sa.Text),
)


SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS sentence_words USING fts5("
    "text, content='sentences', content_rowid='number', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER IF NOT EXISTS sentences_added AFTER INSERT ON sentences BEGIN "
    "INSERT INTO sentence_words(rowid, text) VALUES (new.number, new.text); END",
    "CREATE TRIGGER IF NOT EXISTS sentences_removed AFTER DELETE ON sentences BEGIN "
    "INSERT INTO sentence_words(sentence_words, rowid, text) "
    "VALUES ('delete', old.number, old.text); END",
)
"""Full-text search is the database's own: this is SQLite's, FTS5."""


def upgrade() -> None:
    """Make the tables, indexes, the search index and the two rows of `state`."""
    connection = op.get_bind()
    metadata.create_all(connection)
    if connection.dialect.name == "sqlite":
        for table in metadata.tables.values():
            for index in table.indexes:
                index.create(connection, checkfirst=True)
        for statement in SQLITE_SEARCH:
            op.execute(statement)
    state = metadata.tables["state"]
    if connection.scalar(sa.select(state.c.value).where(state.c.name == "schema")) is None:
        op.bulk_insert(state, [{"name": "schema", "value": 1}, {"name": "version", "value": 0}])
