"""Totals of the whole library are what its rows add up to, whatever was done to it."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pandas as pd
import pytest
import sqlalchemy as sa

from benchmarks import synthetic
from briefing.article import Article
from briefing.library import Filter, Library, queries, tallies, totals
from briefing.library.reviews.keeping import correct, decide, undo
from briefing.tables import Tables, records

EVER = Filter(earliest="0001-01-01")
"""Leaves everything in, and lets nothing that is kept answer."""

QUERIES = (
    queries.country_options,
    queries.entities,
    queries.figures,
    queries.pairs,
    queries.quote_counts,
    queries.quoted,
    queries.speaker_options,
    queries.speaks,
    queries.speaks_about,
    queries.together,
    queries.unknown,
    queries.voiceless,
)


@pytest.fixture(scope="module")
def made() -> list[tuple[Article, Tables]]:
    found = list(synthetic.articles(5))
    return [(one[0], synthetic.tables_of([one])) for one in found]


@pytest.fixture
def filled(tmp_path: Path, made: list[tuple[Article, Tables]]) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite") as library:
        for article, tables in made[:4]:
            library.add(article, tables)
        yield library


class _UndoneError(Exception):
    """Nothing of a transaction is to stay."""


def held(connection: sa.Connection) -> set[tuple[object, ...]]:
    return {tuple(row) for row in connection.execute(sa.select(totals.totals))}


def agree(library: Library) -> None:
    """Compare the totals with those that are counted anew, and answers with what rows say."""
    with library.reading() as connection:
        kept = held(connection)
    with suppress(_UndoneError), library.writing() as connection:
        ids = list(connection.scalars(sa.select(totals.shares.c.article_id)))
        connection.execute(totals.totals.delete())
        tallies.refresh(connection, ids)
        connection.execute(totals.totals.delete())
        totals.put_in(connection, ids)
        assert held(connection) == kept
        raise _UndoneError
    for query in QUERIES:
        told, counted = query(library, Filter()), query(library, EVER)
        if isinstance(told, pd.DataFrame):
            assert isinstance(counted, pd.DataFrame)
            assert lines(told) == lines(counted), query
        else:
            assert told == counted, query


def lines(frame: pd.DataFrame) -> Counter[str]:
    """Return the rows as text: rows that tie may stand in another order."""
    return Counter(json.dumps(row, default=str) for row in frame.astype(object).to_dict("records"))


def some(library: Library, query: Callable[..., pd.DataFrame], key: str) -> str:
    return str(random.Random(3).choice(list(query(library, EVER)[key])))


def add(library: Library, made: list[tuple[Article, Tables]]) -> None:
    library.add(*made[4])


def hide(library: Library, made: list[tuple[Article, Tables]]) -> None:
    library.show_or_hide([made[0][0].article_id, made[1][0].article_id], shown=False)
    agree(library)
    library.show([made[0][0].article_id, made[3][0].article_id])


def remove(library: Library, made: list[tuple[Article, Tables]]) -> None:
    library.remove(made[2][0].article_id)
    agree(library)
    library.put_back(made[2][0].article_id)


def replace(library: Library, made: list[tuple[Article, Tables]]) -> None:
    article, tables = made[1]
    rows = {name: records(frame) for name, frame in tables.items()}
    gone = {row["relation_id"] for row in rows["relations"][:3]}
    rows["relations"] = rows["relations"][3:]
    rows["involvements"] = [row for row in rows["involvements"] if row["fact_id"] not in gone]
    library.replace(article, Tables.from_rows(rows))


def correct_speaker(library: Library, made: list[tuple[Article, Tables]]) -> None:
    fact = some(library, queries.quotes, "quote_id")
    correct(library, fact, {"speaker_id": "Jón Ás", "kind": "indirect"}, "Ana")
    agree(library)
    undo(library, fact, "Ana")


def correct_country(library: Library, made: list[tuple[Article, Tables]]) -> None:
    person = str(queries.speaks(library, EVER)["entity_id"].iloc[0])
    correct(library, person, {"country": "NOR"}, "Ana")


def merge(library: Library, made: list[tuple[Article, Tables]]) -> None:
    first, second = queries.speaks(library, EVER)["entity_id"].iloc[:2]
    correct(library, str(first), {"same_as": str(second)}, "Ana")


def reject(library: Library, made: list[tuple[Article, Tables]]) -> None:
    decide(library, some(library, queries.relations, "relation_id"), "rejected", "Ana")


@pytest.mark.parametrize(
    "act", [add, hide, remove, replace, correct_speaker, correct_country, merge, reject]
)
def test_totals_follow(
    filled: Library,
    made: list[tuple[Article, Tables]],
    act: Callable[[Library, list[tuple[Article, Tables]]], None],
) -> None:
    with filled.reading() as connection:
        before = held(connection)
    act(filled, made)
    with filled.reading() as connection:
        assert held(connection) != before or act is remove or act is correct_speaker
    agree(filled)
