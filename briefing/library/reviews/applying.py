"""The library's tables as they stand after all decisions of people.

The tables of facts hold what people made of the reading, so every answer, count, picture and file
has that. The program's own reading of what was corrected or rejected lies in table `machine`, and
what holds of each fact in table `reviewed`. Both are made anew for an article whenever a decision
on it comes, or another reading of it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from briefing.library import schema, tallies
from briefing.library.reviews.anchors import fact_of
from briefing.library.reviews.correcting import (
    Countries,
    Merges,
    corrected,
    merged,
    speaker_id,
)
from briefing.library.reviews.decision import Decision
from briefing.library.reviews.details import apply_to_articles, put
from briefing.library.reviews.fact_rows import (
    Rows,
    by_table,
    facts_of,
    keep_machine,
    parts,
    write_facts,
)
from briefing.library.reviews.history import Held, held
from briefing.library.reviews.holding import keep_held, selected
from briefing.library.reviews.names import apply_to_entities, merges_of, naming_merged
from briefing.library.rows import Row
from briefing.tables import FACT_TABLES

_CHANGED = (*FACT_TABLES, "mentions")
"""The tables whose rows decisions change; of mentions only whom they name."""


def apply_reviews(connection: sa.Connection, article_ids: Sequence[str]) -> bool:
    """Bring articles to what people decided on their facts.

    Args:
        connection: A write transaction.
        article_ids: The articles; each as it was read, or as it stands after earlier decisions.

    Returns:
        Whether anything of them was decided, now or before: their counts are to be made anew.
    """
    decisions, merges = _decisions(connection, article_ids), merges_of(connection)
    if not (decisions or merges or _was_decided(connection, article_ids)):
        return False
    as_read(connection, article_ids)
    by_fact = _sorted(connection, decisions)
    holding = {fact: found for fact, each in by_fact.items() if (found := held(each)) is not None}
    keep_held(connection, {fact: (by_fact[fact][-1], found) for fact, found in holding.items()})
    of_articles: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.record == "articles":
            of_articles[decision.fact_id].append(decision)
    apply_to_articles(connection, of_articles)
    for record in _CHANGED:
        merging = naming_merged(connection, record, merges, article_ids)
        changed: dict[str, Held | None] = dict.fromkeys(merging)
        changed |= {
            fact: found
            for fact, found in holding.items()
            if by_fact[fact][0].record == record and (found.fields or found.verdict == "rejected")
        }
        if changed:
            _change(connection, record, changed, merges)
    return True


def bring_up(
    connection: sa.Connection, article_ids: Sequence[str], entity_ids: Sequence[str] = ()
) -> None:
    """Bring articles and entities to what people decided, with the counts that are kept of them."""
    articles = sorted({*article_ids, *apply_to_entities(connection, entity_ids)})
    if apply_reviews(connection, articles):
        tallies.refresh(connection, articles)


def reviewed_articles(connection: sa.Connection) -> list[str]:
    """Return the articles of the library on whose facts somebody decided."""
    article, review = schema.articles.c, schema.reviews.c
    query = sa.select(article.article_id).where(
        article.article_id.in_(sa.select(review.article_id))
    )
    return list(connection.scalars(query))


def current_ids(connection: sa.Connection, decisions: Sequence[Decision]) -> set[str]:
    """Return those ids of decisions that stand for a fact of today's reading, whatever its id."""
    by_fact = _sorted(connection, decisions)
    return {decision.fact_id for each in by_fact.values() for decision in each}


def as_read(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    """Put the program's own reading of articles back in the place of what people made of it."""
    machine = schema.machine.c
    for part in parts(article_ids):
        rows = connection.execute(
            sa.select(machine.fact_id, machine.record, machine.rows).where(
                machine.article_id.in_(part)
            )
        ).all()
        for row in rows:
            if row.record == "articles":
                put(connection, row.fact_id, json.loads(row.rows)["articles"][0])
        for record in _CHANGED:
            facts = {row.fact_id: json.loads(row.rows) for row in rows if row.record == record}
            if facts:
                write_facts(connection, record, facts)
        for table in (schema.machine, schema.reviewed):
            connection.execute(table.delete().where(table.c.article_id.in_(part)))


def _was_decided(connection: sa.Connection, article_ids: Sequence[str]) -> bool:
    return any(
        connection.scalar(sa.select(table.c.fact_id).where(table.c.article_id.in_(part)).limit(1))
        for table in (schema.reviewed, schema.machine)
        for part in parts(article_ids)
    )


def _decisions(connection: sa.Connection, article_ids: Sequence[str]) -> list[Decision]:
    review = schema.reviews.c
    return [
        decision
        for part in parts(article_ids)
        for decision in selected(connection, review.article_id.in_(part))
    ]


def _sorted(connection: sa.Connection, decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """Sort decisions by the fact that each is about now, without those whose words are gone."""
    by_record: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_record[decision.record].append(decision)
    found: dict[str, list[Decision]] = defaultdict(list)
    for record in FACT_TABLES:
        asked = by_record[record]
        there = _there(connection, record, {decision.fact_id for decision in asked})
        lost = [decision for decision in asked if decision.fact_id not in there]
        rows = _rows_of(connection, record, {str(decision.article_id) for decision in lost})
        for decision in asked:
            fact: str | None = decision.fact_id
            if fact not in there:
                fact = fact_of(decision, rows[str(decision.article_id)])
            if fact is not None:
                found[fact].append(decision)
    return found


def _there(connection: sa.Connection, record: str, ids: set[str]) -> set[str]:
    """Return those of the ids that are facts, rejected ones among them."""
    key, machine = schema.TABLES[record].c[schema.FACT_KEYS[record]], schema.machine.c
    return {
        fact
        for part in parts(ids)
        for query in (
            sa.select(key).where(key.in_(part)),
            sa.select(machine.fact_id).where(machine.fact_id.in_(part)),
        )
        for fact in connection.scalars(query)
    }


def _rows_of(connection: sa.Connection, record: str, article_ids: set[str]) -> dict[str, list[Row]]:
    table = schema.TABLES[record]
    found: dict[str, list[Row]] = defaultdict(list)
    for part in parts(article_ids):
        query = sa.select(table).where(table.c.article_id.in_(part))
        for row in connection.execute(query).mappings():
            found[row["article_id"]].append(dict(row))
    return found


def _change(
    connection: sa.Connection, record: str, changed: Mapping[str, Held | None], merges: Merges
) -> None:
    """Correct facts, and take out what was rejected; the program's own reading is kept."""
    facts = facts_of(connection, record, changed)
    own = {fact: by_table(record, rows) for fact, rows in facts.items()}
    keep_machine(connection, record, own, "article_id")
    fields = {fact: found.fields for fact, found in changed.items() if found is not None}
    countries = _named(connection, fields.values())
    new: dict[str, Rows | None] = {}
    for fact, rows in facts.items():
        found = changed[fact]
        made = merged(record, corrected(record, rows, fields.get(fact, {}), countries), merges)
        rejected = found is not None and found.verdict == "rejected"
        with_itself = record == "relations" and made.row["source"] == made.row["target"]
        new[fact] = None if rejected or with_itself else by_table(record, made)
    write_facts(connection, record, new)


def _named(connection: sa.Connection, fields: Iterable[Mapping[str, str | None]]) -> Countries:
    """Return the countries of entities that corrections name; new people are added."""
    names = {value: speaker_id(value) for each in fields if (value := each.get("speaker_id"))}
    new = [
        {"entity_id": entity, "kind": "person", "name": value, "country": None, "wikidata": None}
        for value, entity in names.items()
        if value != entity
    ]
    if new:
        connection.execute(insert(schema.entities).on_conflict_do_nothing(), new)
    entity = schema.entities.c
    return {
        row.entity_id: row.country
        for part in parts(set(names.values()))
        for row in connection.execute(
            sa.select(entity.entity_id, entity.country).where(entity.entity_id.in_(part))
        )
    }
