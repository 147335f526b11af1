"""The library's tables in the database, made from the columns of `briefing.tables`.

What the library adds to them stands in `_OWN`: the order of adding, the title's end, whether the
pages show an article, and each sentence's words, which full-text search reads. A library gets
its tables by the steps in migrations/; a test compares the two.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from briefing.tables import SCHEMAS, key_of

metadata = sa.MetaData()

_Type = type[sa.types.TypeEngine[Any]]

_TYPES: dict[str, _Type] = {
    "Int64": sa.Integer,
    "float64": sa.Float,
    "bool": sa.Boolean,
}

_FOREIGN: dict[tuple[str, str], tuple[str, str]] = {
    ("mentions", "entity_id"): ("entities.entity_id", "RESTRICT"),
    ("antecedents", "mention_id"): ("mentions.mention_id", "CASCADE"),
    ("fragments", "quote_id"): ("quotes.quote_id", "CASCADE"),
}

_OWN: dict[str, tuple[tuple[str, _Type], ...]] = {
    "articles": (("title_end", sa.Integer), ("shown", sa.Boolean)),
    "sentences": (("text", sa.Text),),
}
"""Columns that only the library has; both tables also get a `number`, their order of adding."""

_INDEXES: dict[str, tuple[tuple[str, ...], ...]] = {
    "articles": (("reader_version",),),
    "mentions": (("article_id", "sentence"), ("entity_id", "article_id")),
    "antecedents": (("article_id",),),
    "quotes": (("article_id", "start"), ("speaker_id", "article_id")),
    "fragments": (("quote_id", "start"), ("article_id",)),
    "times": (("article_id", "start"),),
    "events": (("article_id", "start"), ("earliest",)),
    "relations": (("article_id", "start"), ("source", "target")),
    "involvements": (
        ("fact_id",),
        ("country", "fact_id"),
        ("part", "entity_id"),
        ("entity_id", "fact_id"),
        ("article_id",),
    ),
    "reviews": (("fact_id",), ("article_id",)),
}


def _table(name: str) -> sa.Table:
    """Make one database table from its pandera schema."""
    schema = SCHEMAS[name]
    key = key_of(name)
    columns: list[sa.schema.SchemaItem] = []
    if name in _OWN:
        columns.append(sa.Column("number", sa.Integer, primary_key=True))
    for column, spec in schema.columns.items():
        items: list[sa.schema.SchemaItem] = []
        if column == "article_id" and name not in ("articles", "reviews"):
            items.append(sa.ForeignKey("articles.article_id", ondelete="CASCADE"))
        elif (name, column) in _FOREIGN:
            target, rule = _FOREIGN[name, column]
            items.append(sa.ForeignKey(target, ondelete=rule))
        primary = column == key and name not in _OWN
        columns.append(
            sa.Column(
                column,
                _TYPES.get(str(spec.dtype), sa.Text),
                *items,
                primary_key=primary,
                nullable=spec.nullable and not primary,
                unique=(column == key and name in _OWN) or None,
            )
        )
    columns += [sa.Column(own, kind, nullable=False) for own, kind in _OWN.get(name, ())]
    if name == "sentences":
        columns.append(sa.UniqueConstraint("article_id", "sentence"))
    table = sa.Table(name, metadata, *columns)
    for fields in _INDEXES.get(name, ()):
        sa.Index(f"{name}_by_{'_'.join(fields)}", *(table.c[field] for field in fields))
    return table


TABLES: dict[str, sa.Table] = {name: _table(name) for name in SCHEMAS}
"""One database table for each of `briefing.tables.SCHEMAS`, by name."""

articles = TABLES["articles"]
sentences = TABLES["sentences"]
entities = TABLES["entities"]
mentions = TABLES["mentions"]
antecedents = TABLES["antecedents"]
quotes = TABLES["quotes"]
fragments = TABLES["fragments"]
times = TABLES["times"]
events = TABLES["events"]
relations = TABLES["relations"]
involvements = TABLES["involvements"]
reviews = TABLES["reviews"]


def _article_key() -> sa.Column[str]:
    """Make the key of a table whose rows belong to an article and go with it."""
    return sa.Column(
        "article_id",
        sa.Text,
        sa.ForeignKey("articles.article_id", ondelete="CASCADE"),
        primary_key=True,
    )


def _side_table(name: str) -> sa.Table:
    return sa.Table(
        name,
        metadata,
        _article_key(),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("text", sa.Text, nullable=False),
    )


evidence = _side_table("evidence")
"""Why an article's date was inferred: one sentence a row."""

removed = _side_table("removed")
"""What reading cut from an article: one piece a row."""

captions = _side_table("captions")
"""Captions and credits of pictures that stood in an article: one a row."""

notes = _side_table("notes")
"""What reading repaired, left open or did not read in an article: one sentence a row."""

state = sa.Table(
    "state",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Integer, nullable=False),
)
"""Numbers: `version` grows with every change, `kept` says how what is kept was worked out, `sample`
is 1 while nothing but what came with the program was added, and by
`schema` version 0.1.0 tells that it cannot use the tables."""

program = sa.Table("program", metadata, sa.Column("version", sa.Text, primary_key=True))
"""One row: the oldest version of the program that can use the tables."""

decks = sa.Table(
    "decks",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("snapshot", sa.Text),
    sa.Column("kept", sa.Text, nullable=False),
    sa.Column("locked", sa.Text),
)
"""Decks of slides under their names: what a presenter decided, as JSON, and when it was kept.

`snapshot` holds all that a locked deck shows, and `locked` when that was; both are null for others.
"""

briefings = sa.Table(
    "briefings",
    metadata,
    sa.Column("briefing_id", sa.Text, primary_key=True),
    sa.Column("title", sa.Text, nullable=False, unique=True),
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("saved", sa.Text, nullable=False),
    sa.Column("archived", sa.Text),
    sa.Column("snapshot", sa.Text),
    sa.Column("locked", sa.Text),
)
"""Briefings that are kept: what their authors decided and wrote, as JSON.

`number` grows with each saving. `snapshot` holds all that a locked one says, and `locked` when
that was; `archived` when it was put away. All three are null for others.
"""

reviewed = sa.Table(
    "reviewed",
    metadata,
    sa.Column("fact_id", sa.Text, primary_key=True),
    sa.Column("article_id", sa.Text, sa.ForeignKey("articles.article_id", ondelete="CASCADE")),
    sa.Column("record", sa.Text, nullable=False),
    sa.Column("verdict", sa.Text, nullable=False),
    sa.Column("fields", sa.Text, nullable=False),
    sa.Column("reviewer", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("note", sa.Text),
    sa.Column("others", sa.Text, nullable=False),
    sa.Index("reviewed_by_article_id", "article_id"),
)
"""What holds of each fact after all reviews: `verdict` confirmed, corrected or rejected.

`fields` are the corrected values, `others` who decided otherwise, both JSON. Worked out from table
`reviews` whenever that or the reading changes (library/reviews/applying.py).
"""

machine = sa.Table(
    "machine",
    metadata,
    sa.Column("fact_id", sa.Text, primary_key=True),
    sa.Column("article_id", sa.Text, sa.ForeignKey("articles.article_id", ondelete="CASCADE")),
    sa.Column("record", sa.Text, nullable=False),
    sa.Column("rows", sa.Text, nullable=False),
    sa.Index("machine_by_article_id", "article_id"),
)
"""The program's own reading of each fact that somebody corrected or rejected, as JSON.

The tables themselves hold what people made of it, so that every answer and file has that; what was
rejected stands here alone.
"""

tags = sa.Table(
    "tags",
    metadata,
    _article_key(),
    sa.Column("tag", sa.Text, primary_key=True),
    sa.Index("tags_by_tag", "tag"),
)
"""The tags that people gave an article, one a row."""

markings = sa.Table(
    "markings",
    metadata,
    _article_key(),
    sa.Column("marking", sa.Text, nullable=False),
)
"""How an article may be handled, as people decided; no row where nobody did."""

word_markings = sa.Table(
    "word_markings",
    metadata,
    _article_key(),
    sa.Column("start", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("end", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("marking", sa.Text, nullable=False),
)
"""How single words of an article may be handled: every fact in their sentences is under it."""

removed_articles = sa.Table(
    "removed_articles",
    metadata,
    sa.Column("article_id", sa.Text, primary_key=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("removed", sa.Text, nullable=False),
    sa.Column("step", sa.Text, nullable=False),
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("file_id", sa.Text),
)
"""Articles that were removed, whole, until they are deleted for good (library/removal.py).

`title` is what each is called, `removed` when that was, `content` all its rows as they were read,
as JSON, `step` the form of the tables that they have, and `file_id` the file that it came in.
"""

files = sa.Table(
    "files",
    metadata,
    sa.Column("file_id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
"""The files that articles came in, as they were handed in (library/originals.py).

`file_id` is a hash of the bytes, so the same file is there once; `content` is compressed.
"""

article_files = sa.Table(
    "article_files",
    metadata,
    _article_key(),
    sa.Column("file_id", sa.Text, sa.ForeignKey("files.file_id"), nullable=False),
    sa.Index("article_files_by_file_id", "file_id"),
)
"""In which of the files that are kept an article came."""

watched_files = sa.Table(
    "watched_files",
    metadata,
    sa.Column("path", sa.Text, primary_key=True),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("modified", sa.Integer, nullable=False),
)
"""Files of watched folders that were taken: how large each was, and when changed last, in ns."""

unread = sa.Table(
    "unread",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
)
"""Files that could not be read when they were added, by name, until somebody takes them off."""

looks = sa.Table(
    "looks",
    metadata,
    sa.Column("reader", sa.Text, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
)
"""Up to when each reader has seen what changed; "" reads where nobody gave a name."""

searches = sa.Table(
    "searches",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("filter", sa.Text, nullable=False),
    sa.Column("kept", sa.Text, nullable=False),
)
"""Searches that were saved: their words, and the filter they were made under, as JSON."""

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("object", sa.Text, nullable=False),
    sa.Column("detail", sa.Text, nullable=False),
    sa.Index("audit_by_at", "at"),
)
"""Who did what and when (library/audit.py); triggers refuse to change or delete a row."""

chatham_rules = sa.Table(
    "chatham_rules",
    metadata,
    sa.Column("rule_id", sa.Text, primary_key=True),
    sa.Column("articles", sa.Text),
    sa.Column("speaker", sa.Text, nullable=False),
    sa.Column("reviews", sa.Text, nullable=False),
    sa.Column("reviewer", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
)
"""Who is under the Chatham House Rule (library/chatham/rules.py); no answer leaves it.

`articles` are the articles in which they are, null for all; `speaker` is who, `reviews` what people
decided on them until the rule is lifted, all three JSON; `reviewer` and `at` who put them under it.
"""

sealed_articles = sa.Table(
    "sealed_articles",
    metadata,
    sa.Column("article_id", sa.Text, primary_key=True),
    sa.Column("step", sa.Text, nullable=False),
    sa.Column("content", sa.Text, nullable=False),
)
"""Articles with a speaker under the rule as they were, whole, until it is lifted.

`step` and `content` are those of `removed_articles`; no answer leaves it
(library/chatham/sealing.py).
"""

source_grades = sa.Table(
    "source_grades",
    metadata,
    sa.Column("outlet", sa.Text, primary_key=True),
    sa.Column("grade", sa.Text, nullable=False),
    sa.Column("reviewer", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
)
"""How reliable staff hold outlets to be, A to F (library/source_grades.py); no row for no grade."""

FACT_KEYS = {
    "mentions": "mention_id",
    "quotes": "quote_id",
    "times": "time_id",
    "events": "event_id",
    "relations": "relation_id",
}
"""The key column of each table of facts."""

search_index = sa.table("sentence_words", sa.column("rowid", sa.Integer), sa.column("text"))
"""The sentences' words for search.py; a row's id is its sentence's number."""
