"""Facts that people added, put into the library in the place of what the program reads there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.reviews.adding import Place, added_rows, places
from briefing.library.reviews.anchors import is_twin
from briefing.library.reviews.correcting import FactRows
from briefing.library.reviews.decision import WORDS, Decision
from briefing.library.reviews.fact_rows import (
    Rows,
    by_table,
    facts_of,
    keep_machine,
    write_facts,
)
from briefing.library.reviews.finding import facts_there, rows_of
from briefing.library.reviews.history import Held, fields_of, in_force
from briefing.library.reviews.names import add_named


def added_facts(
    connection: sa.Connection,
    by_fact: Mapping[str, Sequence[Decision]],
    holding: dict[str, Held],
) -> tuple[dict[str, FactRows], Mapping[str, Place]]:
    """Return the rows of facts that people added, and the articles that rows are cut from.

    What was added and taken back holds no more, whatever was decided on it besides.
    """
    makers = {
        fact: added
        for fact, each in by_fact.items()
        if (added := [one for one in each if one.verdict == "added"])
    }
    read = _there_by_record(connection, makers, by_fact)
    in_view: dict[str, Decision] = {}
    for fact in makers:
        standing = [one for one in in_force(by_fact[fact]) if one.verdict == "added"]
        if standing:
            in_view[fact] = standing[-1]
        elif fact not in read:
            holding.pop(fact, None)
    cut = [
        fact
        for fact, found in holding.items()
        if by_fact[fact][0].record == "quotes" and {WORDS, "kind"} & set(found.fields)
    ]
    place_of = places(
        connection,
        [str(each.article_id) for each in in_view.values()]
        + [str(by_fact[fact][0].article_id) for fact in cut],
    )
    countries = add_named(connection, [fields_of(each) for each in in_view.values()])
    made = {
        fact: rows
        for fact, each in in_view.items()
        if (rows := added_rows(each, place_of.get(str(each.article_id)), countries)) is not None
        and holding[fact].verdict != "rejected"
    }
    return made, place_of


def put_in(
    connection: sa.Connection,
    record: str,
    fresh: Mapping[str, FactRows],
    holding: Mapping[str, Held],
) -> None:
    """Put facts in that people added, in the place of what the program reads in their words."""
    if not fresh:
        return
    own: dict[str, Rows] = {fact: {record: []} for fact in fresh}
    rows = rows_of(connection, record, {made.row["article_id"] for made in fresh.values()})
    key = schema.FACT_KEYS[record]
    replaced = {
        row[key]
        for made in fresh.values()
        for row in rows[made.row["article_id"]]
        if is_twin(record, made.row, row) and (row[key] not in holding or row[key] in fresh)
    }
    for fact, read in facts_of(connection, record, replaced).items():
        own[fact] = by_table(record, read)
    article = {fact: made.row["article_id"] for fact, made in fresh.items()}
    article |= {row[key]: name for name, each in rows.items() for row in each}
    keep_machine(connection, record, own, article)
    new: dict[str, Rows | None] = dict.fromkeys(replaced)
    new |= {fact: by_table(record, made) for fact, made in fresh.items()}
    write_facts(connection, record, new)


def _there_by_record(
    connection: sa.Connection, facts: Iterable[str], by_fact: Mapping[str, Sequence[Decision]]
) -> set[str]:
    asked: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        asked[by_fact[fact][0].record].add(fact)
    return {fact for record, ids in asked.items() for fact in facts_there(connection, record, ids)}
