"""Full-text search over sentences, in whichever database: what matches, how well, and where.

SQLite has FTS5. PostgreSQL has words stemmed alike (dialects/postgresql/making.py); what it is
given are sentences in small letters, without accents and signs, parted as FTS5 parts them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction

from briefing.library import schema
from briefing.library.engine import is_file

OPENS, CLOSES = "\x02", "\x03"
"""Stand around the words found in a snippet."""

_TOKENS = 24
"""Words that a snippet has at most."""

_BEFORE = 8
"""Words of them before the first that was found, where a sentence is longer."""

_PARTS = "\x04"
"""Stands in what PostgreSQL answers between a sentence and its words as they were found."""

_TERMS = re.compile(r'"([^"]*)"(\*?)')


class _Match(sa.types.TypeDecorator[str]):
    """A query of FTS5, as the database at hand has queries."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:
        """Write the query for the database."""
        return value if value is None or dialect.name == "sqlite" else _as_tsquery(value)


class Snippet(sa.types.TypeDecorator[str]):
    """The part of a sentence around what was found."""

    impl = sa.Text
    cache_ok = True

    @staticmethod
    def read(answer: str) -> str:
        """Return the snippet of what the database answers."""
        text, parted, found = answer.partition(_PARTS)
        return _cut(text, found) if parted else text


class _Best(GenericFunction[float]):
    name = "how_good"
    type = sa.Float()
    inherit_cache = True


class _Around(GenericFunction[str]):
    name = "around_words"
    type = Snippet()
    inherit_cache = True


def matches(match: str) -> sa.ColumnElement[bool]:
    """Return the condition that the search index finds `match`, a query of FTS5."""
    words: sa.ColumnElement[str] = sa.literal_column(schema.search_index.name)
    return words.op("MATCH", is_comparison=True)(sa.bindparam(None, match, _Match()))


def how_good(match: str) -> sa.ColumnElement[float]:
    """Return a number that is the less the better a sentence matches."""
    return _Best(sa.bindparam(None, match, _Match()))


def around(match: str) -> sa.ColumnElement[str]:
    """Return the part of a found sentence around the words, each between U+0002 and U+0003."""
    return _Around(sa.bindparam(None, match, _Match()))


@compiles(_Best)
def _best(element: Any, compiler: Any, **given: Any) -> str:
    return "sentence_words.rank"


@compiles(_Best, "postgresql")
def _best_there(element: Any, compiler: Any, **given: Any) -> str:
    query = _query(element, compiler, **given)
    return f"CAST(-ts_rank(sentence_words.words, {query}, 1) AS DOUBLE PRECISION)"


@compiles(_Around)
def _around(element: Any, compiler: Any, **given: Any) -> str:
    return f"snippet(sentence_words, 0, char(2), char(3), '…', {_TOKENS})"


@compiles(_Around, "postgresql")
def _around_there(element: Any, compiler: Any, **given: Any) -> str:
    query = _query(element, compiler, **given)
    return (
        "(sentences.text || chr(4) || ts_headline('briefing', sentence_words.plain, "
        f"{query}, 'HighlightAll=true, StartSel=' || chr(2) || ', StopSel=' || chr(3)))"
    )


def _query(element: Any, compiler: Any, **given: Any) -> str:
    return f"to_tsquery('briefing', {compiler.process(element.clauses.clauses[0], **given)})"


def _as_tsquery(match: str) -> str:
    """Write a query of FTS5, terms in quotation marks of which some go on, for PostgreSQL."""
    terms = []
    for term, goes_on in _TERMS.findall(match):
        words = plain(term).split()
        if words:
            words[-1] += ":*" if goes_on else ""
            terms.append(f"({' <-> '.join(words)})")
    return " & ".join(terms)


def plain(text: str) -> str:
    """Return a text as it is searched: small letters without accents, blanks for all signs.

    >>> plain("“Erdoğan's”, he said")
    ' erdogan s   he said'
    """
    return "".join(map(_plain, text))


@lru_cache(4096)
def _plain(sign: str) -> str:
    """Return a sign as it is searched: one letter, one blank, or nothing for an accent alone."""
    kind = unicodedata.category(sign)
    if kind.startswith("M"):
        return ""
    if not kind.startswith(("L", "N")) and kind != "Co":
        return " "
    first = unicodedata.normalize("NFD", sign)[:1] if kind.startswith("L") else sign
    small = first.lower()
    return small if len(small) == 1 else first


def _cut(text: str, found: str) -> str:
    """Put the marks around words, as they stand in the plain form of a text, into the text."""
    pieces: list[str] = []
    place = 0

    def marks() -> Iterator[str]:
        nonlocal place
        while place < len(found) and found[place] in (OPENS, CLOSES):
            yield found[place]
            place += 1

    for sign in text:
        if _plain(sign):
            pieces += marks()
            place += 1
        pieces.append(sign)
    pieces += marks()
    return _shortened("".join(pieces))


_WORDS = re.compile(rf"{OPENS}?[^\W_]+{CLOSES}?")


def _shortened(marked: str) -> str:
    """Cut a long sentence to the words around the first that was found."""
    words = [one.span() for one in _WORDS.finditer(marked)]
    if len(words) <= _TOKENS:
        return marked
    hit = next((at for at, (start, _) in enumerate(words) if marked[start] == OPENS), 0)
    first = max(0, min(hit - _BEFORE, len(words) - _TOKENS))
    last = first + _TOKENS - 1
    start = words[first][0] if first else 0
    end = words[last][1] if last < len(words) - 1 else len(marked)
    return f"{'…' if first else ''}{marked[start:end]}{'…' if end < len(marked) else ''}"


def index(connection: sa.Connection, article_id: str) -> None:
    """Make the sentences of an article searchable that was just added."""
    if is_file(connection):
        return
    sentence = schema.sentences.c
    query = sa.select(sentence.number, sentence.text).where(sentence.article_id == article_id)
    index_rows(connection, [(number, text) for number, text in connection.execute(query)])


def index_rows(connection: sa.Connection, sentences: Sequence[tuple[int, str]]) -> None:
    """Make sentences searchable: their numbers and words; in a file a trigger has done it."""
    if sentences and not is_file(connection):
        rows = [{"rowid": number, "plain": plain(text)} for number, text in sentences]
        connection.execute(_INDEXED.insert(), rows)


_INDEXED = sa.table(
    schema.search_index.name, sa.column("rowid", sa.Integer), sa.column("plain", sa.Text)
)
"""The search index as PostgreSQL has it."""


def tidy(connection: sa.Connection) -> None:
    """Let go of what the index keeps of deleted sentences, in a file."""
    if is_file(connection):
        name = schema.search_index.name
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('optimize')")


def unsearchable(connection: sa.Connection) -> tuple[int, int]:
    """Return how many sentences the index does not hold, and how many it holds of none."""
    words, key = (
        ("sentence_words_docsize", "id")
        if is_file(connection)
        else (
            schema.search_index.name,
            "rowid",
        )
    )
    missing, strange = (
        connection.exec_driver_sql(
            f"SELECT count(*) FROM {one} WHERE {own} NOT IN (SELECT {its} FROM {other})"
        ).scalar_one()
        for one, own, other, its in (
            ("sentences", "number", words, key),
            (words, key, "sentences", "number"),
        )
    )
    return int(missing), int(strange)
