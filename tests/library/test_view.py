"""The articles that a view rests on: those that hold a fact that passes, and no others."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from briefing.article import Article
from briefing.library import Filter, Library, queries, schema
from briefing.library.queries._select import facts
from briefing.tables import SCHEMAS
from tests.library.conftest import CANAL, HARBOUR

BOTH = (HARBOUR, CANAL)

FILTERS: list[tuple[Filter, tuple[Article, ...]]] = [
    (Filter(), BOTH),
    (Filter(articles=(CANAL.article_id,)), (CANAL,)),
    (Filter(countries=("NOR",)), BOTH),
    (Filter(countries=("ISL",)), (HARBOUR,)),
    (Filter(countries=("PAN", "XXX")), (CANAL,)),
    (Filter(countries=("PAN",), articles=(HARBOUR.article_id,)), ()),
    (Filter(countries=("Atlantis",)), ()),
    (Filter(speakers=("person:ida-lund",)), BOTH),
    (Filter(speakers=("country:ISL",)), (HARBOUR,)),
    (Filter(speakers=("person:nobody",)), ()),
    (Filter(articles=("a000",)), ()),
    (Filter(words="trawlers"), (HARBOUR,)),
    (Filter(words="zeppelin"), ()),
    (Filter(countries=("ISL",), words="canal"), ()),
    (Filter(latest="2023-04-30"), BOTH),
    (Filter(latest="2023-04-30", dated_only=True), (HARBOUR,)),
    (Filter(earliest="2023-05-10"), BOTH),  # of the harbour's, officials meet in May
    (Filter(earliest="2030-01-01"), (CANAL,)),
    (Filter(earliest="2030-01-01", dated_only=True), ()),
    (Filter(dated_only=True), BOTH),  # there is no period to leave it out of
    (Filter(no_days=("2024-13-01",)), ()),
]


@pytest.mark.parametrize(("flt", "expected"), FILTERS)
def test_view_rests_on(library: Library, flt: Filter, expected: tuple[Article, ...]) -> None:
    ids = [article.article_id for article in expected]
    assert list(queries.in_view(library, flt)["article_id"]) == ids
    assert queries.scope(library, flt).shown == len(ids)


@pytest.mark.parametrize(
    "flt",
    [
        *(flt for flt, _ in FILTERS if flt.words or flt.of_period),
        Filter(words="the"),
        Filter(words="met* officials"),
        Filter(earliest="2023-05-10", latest="2023-05-20", articles=(CANAL.article_id,)),
    ],
)
def test_view_of_a_period_or_words_rests_on_whatever_fact_passes(
    library: Library, flt: Filter
) -> None:
    tables = (schema.quotes, schema.events, schema.relations, schema.mentions, schema.times)
    with library.reading() as connection:
        expected = {
            article_id
            for table in tables
            for article_id in connection.scalars(
                sa.select(table.c.article_id).where(*facts(table, flt))
            )
        }
        assert set(connection.scalars(queries.resting_on(flt))) == expected


@pytest.mark.parametrize(
    "period", [Filter(latest="2023-04-30"), Filter(earliest="2023-05-10", dated_only=True)]
)
def test_who_is_named_in_a_period_is_who_is_mentioned_in_its_articles(
    library: Library, period: Filter
) -> None:
    named = queries.entities(library, period).set_index("entity_id")["mentions"].to_dict()
    assert named == queries.mentions(library, period)["entity_id"].value_counts().to_dict()
    spoken = queries.quotes(library, period)["speaker_id"].dropna()
    left = queries.speaker_options(library, period)
    assert set(left.loc[left["quotes"] > 0, "entity_id"]) == set(spoken)
    silent = queries.voiceless(library, period)
    assert not set(silent["entity_id"]) & set(spoken)
    mentions = dict(zip(silent["entity_id"], silent["mentions"], strict=True))
    assert mentions.items() <= named.items()
    articles = queries.article_options(library, period).set_index("article_id")["facts"]
    held = [queries.quotes, queries.events, queries.relations]
    assert articles.sum() == sum(len(query(library, period)) for query in held)


@pytest.mark.parametrize(("flt", "expected"), FILTERS)
def test_everything_of_a_view_is_of_its_articles(
    library: Library, flt: Filter, expected: tuple[Article, ...]
) -> None:
    ids = {article.article_id for article in expected}
    tables = queries.whole(library, flt)
    assert set(tables["articles"]["article_id"]) == ids
    assert set(tables["sentences"]["article_id"]) == ids
    for name in SCHEMAS:
        if "article_id" in tables[name]:
            assert set(tables[name]["article_id"]) <= ids
    asked = (queries.quotes, queries.events, queries.relations, queries.mentions, queries.times)
    for query in asked:
        assert set(query(library, flt)["article_id"]) <= ids
    assert set(queries.gist(library, flt)["article_id"]) <= ids
    assert set(queries.search(library, "norway", flt)["article_id"]) <= ids


def test_article_that_is_not_shown_is_in_view_only_by_name(library: Library) -> None:
    library.show([CANAL.article_id])
    assert list(queries.in_view(library, Filter(countries=("NOR",)))["article_id"]) == [
        CANAL.article_id
    ]
    named = Filter(articles=(HARBOUR.article_id,))
    assert list(queries.in_view(library, named)["article_id"]) == [HARBOUR.article_id]
    assert queries.article_named(library, HARBOUR.article_id) == [HARBOUR.article_id]


@pytest.mark.parametrize(
    ("flt", "of", "undated"),
    [
        (Filter(), None, 0),
        (Filter(countries=("NOR",)), None, 0),
        (Filter(countries=("ISL",)), 2, 0),
        (Filter(earliest="2023-01-01"), None, 1),
        (Filter(earliest="2023-01-01", dated_only=True), 2, 1),
        (Filter(countries=("ISL",), earliest="2023-01-01"), 2, 0),
    ],
)
def test_scope_says_of_how_many_and_how_many_are_undated(
    library: Library, flt: Filter, of: int | None, undated: int
) -> None:
    scope = queries.scope(library, flt)
    assert (scope.of, scope.undated) == (of, undated)


def test_who_speaks_in_another_article_is_without_a_voice_in_view(library: Library) -> None:
    silent = set(queries.voiceless(library, Filter(countries=("PAN",)))["entity_id"])
    assert silent == {"country:PAN"}
