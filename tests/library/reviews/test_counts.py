"""What is kept beside the tables follows decisions as if it were worked out from nothing."""

from __future__ import annotations

import copy
from typing import Any

import sqlalchemy as sa

from briefing.library import Filter, Library, queries, tallies
from briefing.library.kept import metadata
from briefing.library.reviews.keeping import decide, undo
from briefing.library.reviews.missed import add
from briefing.library.reviews.parting import split_name
from briefing.tables import Tables
from tests.library.conftest import CANAL, HARBOUR, harbour


def _kept(library: Library) -> dict[str, list[Any]]:
    with library.reading() as connection:
        return {
            name: sorted(tuple(row) for row in connection.execute(sa.select(table)))
            for name, table in metadata.tables.items()
        }


def test_counts_and_weights_after_decisions_are_those_of_the_tables(library: Library) -> None:
    before = _kept(library)
    quotes = list(queries.quotes(library, Filter())["quote_id"])
    (event,) = queries.events(library, Filter())["event_id"]
    relations = list(queries.relations(library, Filter())["relation_id"])
    decide(library, relations[1], "confirmed", "Ana")
    decide(library, quotes[0], "corrected", "Ana", field="speaker_id", value="Jón Ás")
    decide(library, quotes[1], "corrected", "Ana", field="kind", value="indirect")
    decide(library, event, "corrected", "Ana", field="date", value="2031-06")
    decide(library, relations[0], "rejected", "Ana")
    split_name(library, "person:ida-lund", "Lund", "Per Lund", "Ana")
    start = HARBOUR.text.index("sent trawlers")
    fields = {"speaker_id": None, "act": "denies", "kind": "indirect"}
    added = add(library, HARBOUR.article_id, "quotes", (start, start + 13), {**fields}, "Ana")
    changed = _kept(library)
    assert changed != before
    with library.writing() as connection:
        tallies.refresh(connection, [HARBOUR.article_id, CANAL.article_id])
    assert _kept(library) == changed
    for fact in (added, *quotes[:2], event, relations[0], "person:ida-lund"):
        undo(library, fact, "Ana")
    assert _kept(library) == before


def test_a_possible_reading_counts_once_it_is_confirmed(library: Library) -> None:
    rows = copy.deepcopy(harbour().rows)
    rows["relations"][0]["certainty"] = "low"
    library.replace(HARBOUR, Tables.from_rows(rows))
    fact = str(rows["relations"][0]["relation_id"])
    before = _kept(library)
    decide(library, fact, "confirmed", "Ana")
    changed = _kept(library)
    assert changed["article_tallies"] != before["article_tallies"]
    with library.writing() as connection:
        tallies.refresh(connection, [HARBOUR.article_id])
    assert _kept(library) == changed
    decide(library, fact, "rejected", "Ben")
    decide(library, fact, "confirmed", "Ana")
    assert _kept(library) == changed
    for _ in range(3):
        undo(library, fact, "Ana")
    assert _kept(library) == before
