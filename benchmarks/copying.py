"""A library of any size made from a small one: its rows copied in the database, with other ids.

Each round of copies has days of its own, and people of its own beside those who are in every
round: so many that their number grows with the root of the articles'. What is kept of each article
is copied too; what is kept of the whole library is worked out at the end.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Sequence
from math import isqrt
from pathlib import Path
from typing import Any

import numpy as np
import sqlalchemy as sa

from benchmarks import synthetic
from briefing.article import Article
from briefing.library import Library, functions, kept, schema, totals
from briefing.library.engine import analyse

SEEDS = 200
"""Articles that are added one by one; the others are copies of them."""

DENSITY = {"quotes": 12, "events": 6, "relations": 5}
"""Facts of an article, about as many as real ones have."""

KNOWN = 100
"""So many speakers are in every round."""

_PEOPLE = ("entity_id", "speaker_id", "addressee_id")
_OF_ARTICLES = {"article_id", "fact_id", *schema.FACT_KEYS.values()}
_KEPT_APART = {"entities", "reviews"}
_PERSON = "person:speaker-"
_TOPIC = np.dtype([("feature", "<u4"), ("weight", "<f4")])

Rows = dict[str, list[dict[str, Any]]]


def make(path: Path, number: int) -> float:
    """Make a library of so many articles; return the seconds that adding one of the first took.

    Args:
        path: The file, which is not there yet.
        number: How many articles; a multiple of `SEEDS`, or fewer.
    """
    seeds = [thinned(*one) for one in synthetic.articles(min(number, SEEDS))]
    tables = synthetic.tables_of(seeds)
    with Library(path) as library:
        start = time.process_time()
        library.add_many([article for article, _ in seeds], tables)
        taken = (time.process_time() - start) / len(seeds)
    with sqlite3.connect(path) as connection:
        functions.register(connection)
        connection.create_function("apart", 3, _apart, deterministic=True)
        connection.create_function("renamed", 2, _renamed, deterministic=True)
        for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000"):
            connection.execute(f"PRAGMA {setting}")
        for turn in range(1, number // SEEDS):
            _copy(connection, turn)
    with Library(path) as library, library.writing() as transaction:
        ids = list(transaction.scalars(sa.select(schema.articles.c.article_id)))
        transaction.execute(totals.totals.delete())
        totals.put_in(transaction, ids)
        analyse(transaction)
    return taken


def thinned(article: Article, rows: Rows) -> tuple[Article, Rows]:
    """Leave so many facts as `DENSITY` says, evenly spread."""
    found, gone = dict(rows), set()
    for name, most in DENSITY.items():
        key, held = schema.FACT_KEYS[name], rows[name]
        stay = {held[len(held) * place // most][key] for place in range(min(most, len(held)))}
        gone |= {row[key] for row in held} - stay
        found[name] = [row for row in held if row[key] in stay]
    found["fragments"] = [row for row in rows["fragments"] if row["quote_id"] not in gone]
    found["involvements"] = [row for row in rows["involvements"] if row["fact_id"] not in gone]
    return article, found


def _copy(connection: sqlite3.Connection, turn: int) -> None:
    """Copy the seeds once."""
    people = isqrt(turn) * synthetic.SPEAKERS
    (sentences,) = connection.execute(
        "SELECT count(*) FROM sentences WHERE article_id IN "
        f"(SELECT article_id FROM articles WHERE number <= {SEEDS})"
    ).fetchone()
    number = f"CAST(substr(entity_id, {len(_PERSON) + 1}) AS INTEGER)"
    connection.execute(
        "INSERT OR IGNORE INTO entities(entity_id, kind, name, country) "
        f"SELECT '{_PERSON}' || ({number} + {people}), kind, 'Speaker ' || ({number} + {people}), "
        f"country FROM entities WHERE entity_id LIKE '{_PERSON}%' "
        f"AND {number} BETWEEN {KNOWN} AND {synthetic.SPEAKERS - 1}"
    )
    there = {
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    tables: Sequence[sa.Table] = (
        *schema.metadata.sorted_tables,
        *(table for table in kept.metadata.sorted_tables),
    )
    for table in tables:
        if "article_id" not in table.c or table.name in _KEPT_APART or table.name not in there:
            continue
        columns = [column.name for column in table.columns]
        values = [_value(table.name, name, turn, people, sentences) for name in columns]
        listed = ", ".join(f'"{name}"' for name in columns)
        connection.execute(
            f"INSERT INTO {table.name}({listed}) SELECT {', '.join(values)} FROM {table.name} "
            f"WHERE article_id IN (SELECT article_id FROM articles WHERE number <= {SEEDS})"
        )
    connection.commit()


def _value(table: str, name: str, turn: int, people: int, sentences: int) -> str:
    """Return the SQL of what a copy's cell is."""
    if name in _OF_ARTICLES:
        return f"substr({name}, 1, 9) || '{turn:04x}' || substr({name}, 14)"
    if name == "number":
        return f"number + {turn * (sentences if table == 'sentences' else SEEDS)}"
    if name in _PEOPLE:
        person = f"CAST(substr({name}, {len(_PERSON) + 1}) AS INTEGER)"
        return (
            f"CASE WHEN {name} LIKE '{_PERSON}%' AND {person} >= {KNOWN} "
            f"THEN '{_PERSON}' || ({person} + {people}) ELSE {name} END"
        )
    if name == "counts":
        return f"renamed(counts, {people})"
    if name in ("published", "published_earliest", "published_latest"):
        return f"date({name}, '-{turn % 3000} days')"
    if name in ("fingerprint", "topic"):
        return f"apart('{name}', {turn}, {name})"
    return f'"{name}"'


def _renamed(counts: str, people: int) -> str:
    """Return an article's shares with the people of another round."""

    def another(found: re.Match[str]) -> str:
        person = int(found[1])
        return f"{_PERSON}{person + people if person >= KNOWN else person}"

    return re.sub(rf"{_PERSON}(\d+)", another, counts)


def _apart(name: str, turn: int, held: bytes) -> bytes:
    """Return a fingerprint or a topic that no other round's is like."""
    if name == "fingerprint":
        return (np.frombuffer(held, "<u4") + np.uint32(turn * 7919)).astype("<u4").tobytes()
    topic = np.frombuffer(held, _TOPIC).copy()
    topic["feature"] += np.uint32(turn * 7919)
    return np.sort(topic, order="feature").tobytes()
