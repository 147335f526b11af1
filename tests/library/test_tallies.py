"""What is kept to answer at once is what the tables say."""

from __future__ import annotations

from functools import partial

import pandas as pd
import pytest
import sqlalchemy as sa

from briefing.library import Filter, Library, queries, weights
from briefing.tables import Tables
from tests.library.conftest import CANAL, HARBOUR, canal, harbour

EVER = "0001-01-01"
"""A period that leaves everything in, under which nothing kept is used."""

QUERIES = (
    queries.country_options,
    queries.speaker_options,
    queries.article_options,
    queries.entities,
    queries.together,
    queries.voiceless,
    queries.quote_counts,
    queries.quoted,
    queries.speaks,
    queries.speaks_about,
    queries.weightiest,
    queries.gist,
    partial(queries.claimed_denied, limit=2),
)


def agree(library: Library) -> None:
    """Compare each answer with what the tables themselves give."""
    for query in QUERIES:
        for articles in ((), (HARBOUR.article_id,)):
            kept = query(library, Filter(articles=articles))
            counted = query(library, Filter(articles=articles, earliest=EVER))
            pd.testing.assert_frame_equal(kept, counted)
            assert queries.figures(library, Filter(articles=articles)) == queries.figures(
                library, Filter(articles=articles, earliest=EVER)
            )


def test_what_is_lacking_is_counted_alike(library: Library) -> None:
    for query in (queries.unknown, queries.figures):
        assert query(library, Filter()) == query(library, Filter(earliest=EVER))


def test_kept_counts_are_those_of_the_tables(library: Library) -> None:
    assert queries.country_options(library, Filter())["facts"].sum() > 0
    agree(library)


def test_kept_counts_follow_what_is_shown_and_removed(library: Library) -> None:
    library.show([CANAL.article_id])
    agree(library)
    library.show([CANAL.article_id, HARBOUR.article_id])
    library.remove(CANAL.article_id)
    agree(library)
    assert "PAN" not in set(queries.country_options(library, Filter())["country"])


def test_library_of_an_earlier_program_gets_its_counts_when_it_is_opened(library: Library) -> None:
    with sa.create_engine(f"sqlite:///{library.path}").begin() as connection:
        for name in ("entity_tallies", "article_tallies", "quote_weights"):
            connection.exec_driver_sql(f"DROP TABLE {name}")
    with Library(library.path) as opened:
        agree(opened)


def test_articles_are_listed_with_what_their_tables_hold(library: Library) -> None:
    rows = queries.articles(library).set_index("article_id")
    found = rows.loc[HARBOUR.article_id, ["entities", "quotes", "events", "relations"]]
    assert found.tolist() == [4, 3, 1, 2]


def test_change_of_ranks_weighs_quotations_anew(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    weight = sa.select(weights.quotes.c.weight).order_by(weights.quotes.c.quote_id)
    with library.reading() as connection:
        before = connection.scalars(weight).all()
        connection.execute(weights.quotes.update().values(weight=0))
    monkeypatch.setattr(weights, "version", lambda: 1)
    with Library(library.path) as opened, opened.reading() as connection:
        assert connection.scalars(weight).all() == before


def test_entity_that_learns_its_country_later_counts_for_it(empty_library: Library) -> None:
    rows = {name: list(found) for name, found in harbour().rows.items()}
    known = harbour().tables()["entities"].to_dict("records")
    rows["entities"] = [{**row, "country": None, "wikidata": None} for row in known]
    empty_library.add(HARBOUR, Tables.from_rows(rows))
    assert "NOR" not in set(queries.entities(empty_library, Filter())["country"])
    empty_library.add(CANAL, canal().tables())
    agree(empty_library)
    lund = queries.entities(empty_library, Filter()).set_index("entity_id").loc["person:ida-lund"]
    assert lund["country"] == "NOR"
