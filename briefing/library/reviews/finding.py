"""Which fact of today's reading each decision is about, in the library.

What was added is known by its own id, and is there as long as its words are in the article.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.reviews.adding import place_now
from briefing.library.reviews.anchors import fact_of
from briefing.library.reviews.decision import Decision
from briefing.library.reviews.fact_rows import parts
from briefing.library.reviews.holding import selected
from briefing.library.rows import Row
from briefing.tables import FACT_TABLES

CHANGED = (*FACT_TABLES, "mentions")
"""The tables whose rows decisions change; of mentions only whom they name."""


def by_fact_of(
    connection: sa.Connection, decisions: Iterable[Decision]
) -> dict[str, list[Decision]]:
    """Sort decisions by the fact that each is about now, without those whose words are gone."""
    by_record: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_record[decision.record].append(decision)
    found: dict[str, list[Decision]] = defaultdict(list)
    for record in CHANGED:
        asked = by_record[record]
        there = facts_there(connection, record, {decision.fact_id for decision in asked})
        there |= _standing_by_words(connection, asked)
        lost = [decision for decision in asked if decision.fact_id not in there]
        rows = _as_read(connection, record, {str(decision.article_id) for decision in lost})
        added = {decision.fact_id for decision in asked if decision.verdict == "added"}
        for decision in asked:
            fact: str | None = decision.fact_id
            if fact not in there:
                gone = fact in added
                fact = None if gone else fact_of(decision, rows[str(decision.article_id)])
            if fact is not None:
                found[fact].append(decision)
    return found


def decisions_about(connection: sa.Connection, fact_id: str, record: str) -> list[Decision]:
    """Return all decisions on a fact, also those that were made when another reading cut it.

    Args:
        connection: A transaction.
        fact_id: The fact.
        record: Its table.
    """
    review = schema.reviews.c
    if record not in CHANGED:
        return selected(connection, review.fact_id == fact_id)
    article_id = fact_id.partition(".")[0]
    made = selected(connection, review.article_id == article_id, review.record == record)
    found = by_fact_of(connection, made).get(fact_id)
    return found or [each for each in made if each.fact_id == fact_id]


def current_ids(connection: sa.Connection, decisions: Sequence[Decision]) -> set[str]:
    """Return those ids of decisions that stand for a fact of today's reading, whatever its id."""
    by_fact = by_fact_of(connection, decisions)
    return {decision.fact_id for each in by_fact.values() for decision in each}


def facts_there(connection: sa.Connection, record: str, ids: set[str]) -> set[str]:
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


def rows_of(connection: sa.Connection, record: str, article_ids: set[str]) -> dict[str, list[Row]]:
    """Return the facts of a kind that articles hold, by the articles' ids."""
    table = schema.TABLES[record]
    found: dict[str, list[Row]] = defaultdict(list)
    for part in parts(article_ids):
        query = sa.select(table).where(table.c.article_id.in_(part))
        for row in connection.execute(query).mappings():
            found[row["article_id"]].append(dict(row))
    return found


def _as_read(connection: sa.Connection, record: str, article_ids: set[str]) -> dict[str, list[Row]]:
    """Return the facts of a kind that the program reads in articles, rejected ones among them."""
    machine, key = schema.machine.c, schema.FACT_KEYS[record]
    own: dict[str, list[Row]] = defaultdict(list)
    for part in parts(article_ids):
        query = sa.select(machine.article_id, machine.rows).where(
            machine.article_id.in_(part), machine.record == record
        )
        for row in connection.execute(query):
            own[row.article_id] += json.loads(row.rows)[record]
    changed = {row[key] for rows in own.values() for row in rows}
    for article_id, rows in rows_of(connection, record, article_ids).items():
        own[article_id] += [row for row in rows if row[key] not in changed]
    return own


def _standing_by_words(connection: sa.Connection, decisions: Iterable[Decision]) -> set[str]:
    """Return the ids of facts that people added whose words are in their articles."""
    added = [decision for decision in decisions if decision.verdict == "added"]
    article = schema.articles.c
    texts = {
        row.article_id: row.text
        for part in parts({str(decision.article_id) for decision in added})
        for row in connection.execute(
            sa.select(article.article_id, article.text).where(article.article_id.in_(part))
        )
    }
    return {
        each.fact_id
        for each in added
        if (text := texts.get(str(each.article_id))) is not None
        and place_now(text, each) is not None
    }
