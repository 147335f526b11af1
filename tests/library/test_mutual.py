"""A relation that one phrase says of both is one relation, wherever it is counted."""

from __future__ import annotations

import sqlalchemy as sa

from briefing.library import Filter, Library, queries, schema
from briefing.library.mutual import mutual, once, said_once
from tests.map.relations import MK, VC, relations
from tests.map.relations import mutual as both_ways


def test_mutual_needs_the_same_words() -> None:
    assert mutual(both_ways([("CHL", "PER", MK, "asserted")])).tolist() == [True, True]
    apart = relations([("CHL", "PER", MK, "asserted"), ("PER", "CHL", MK, "asserted")])
    assert mutual(apart).tolist() == [False, False]


def test_once_keeps_one_row_of_each() -> None:
    rows = both_ways([("CHL", "PER", MK, "asserted"), ("PER", "CHL", VC, "denied")])
    kept = once(rows)
    assert kept[["source", "target", "quad"]].to_numpy().tolist() == [
        ["CHL", "PER", MK],
        ["CHL", "PER", VC],
    ]
    assert len(once(kept)) == 2


def test_database_and_frame_keep_the_same_rows(library: Library) -> None:
    frame = queries.relations(library, Filter())
    with library.reading() as connection:
        kept = connection.scalars(
            sa.select(schema.relations.c.relation_id).where(said_once())
        ).all()
    assert set(kept) == set(once(frame)["relation_id"])
    assert len(kept) < len(frame)


def test_every_count_is_the_same(library: Library) -> None:
    number = len(once(queries.relations(library, Filter())))
    figures = queries.figures(library, Filter())
    assert figures.conflict + figures.cooperation == number
    assert queries.articles(library)["relations"].sum() == number
