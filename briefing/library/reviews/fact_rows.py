"""All rows of facts out of the library and into it, and the program's own in table `machine`."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.reviews.correcting import FactRows
from briefing.library.rows import Row

_AT_ONCE = 5_000
"""Values in one condition; SQLite takes 32,766."""

Rows = Mapping[str, list[Row]]
"""Rows by table."""


def parts(values: Iterable[str]) -> Iterator[list[str]]:
    """Yield values as many at a time as one condition takes."""
    waiting = iter(values)
    while part := list(islice(waiting, _AT_ONCE)):
        yield part


def facts_of(connection: sa.Connection, record: str, ids: Iterable[str]) -> dict[str, FactRows]:
    """Return the rows of facts of one table, by id."""
    table, key = schema.TABLES[record], schema.FACT_KEYS[record]
    rows: dict[str, Row] = {}
    taking_part: dict[str, list[Row]] = defaultdict(list)
    pieces: dict[str, list[Row]] = defaultdict(list)
    involved, piece = schema.involvements, schema.fragments
    for part in parts(ids):
        for row in connection.execute(sa.select(table).where(table.c[key].in_(part))).mappings():
            rows[row[key]] = dict(row)
        query = sa.select(involved).where(involved.c.fact_id.in_(part))
        for row in connection.execute(query).mappings():
            taking_part[row["fact_id"]].append(dict(row))
        if record == "quotes":
            query = sa.select(piece).where(piece.c.quote_id.in_(part))
            for row in connection.execute(query).mappings():
                pieces[row["quote_id"]].append(dict(row))
    return {
        fact: FactRows(row, tuple(taking_part[fact]), tuple(pieces[fact]))
        for fact, row in rows.items()
    }


def by_table(record: str, fact: FactRows) -> dict[str, list[Row]]:
    """Return the rows of a fact by their tables."""
    return {
        record: [fact.row],
        "involvements": list(fact.involvements),
        "fragments": list(fact.fragments),
    }


def write_facts(connection: sa.Connection, record: str, facts: Mapping[str, Rows | None]) -> None:
    """Put rows in the place of those of facts; of None nothing is put there."""
    if record == "mentions":
        _write_mentions(connection, facts)
        return
    table, key = schema.TABLES[record], schema.FACT_KEYS[record]
    part_of = schema.involvements
    for part in parts(facts):
        connection.execute(table.delete().where(table.c[key].in_(part)))
        connection.execute(part_of.delete().where(part_of.c.fact_id.in_(part)))
    for name in (record, "involvements", "fragments"):
        found = [row for rows in facts.values() if rows is not None for row in rows.get(name, ())]
        if found:
            connection.execute(schema.TABLES[name].insert(), found)


def _write_mentions(connection: sa.Connection, facts: Mapping[str, Rows | None]) -> None:
    """Change whom mentions name; what a pronoun was traced by hangs on its row, which stays."""
    mention = schema.mentions.c
    for fact, rows in facts.items():
        for row in rows["mentions"] if rows is not None else ():
            connection.execute(
                schema.mentions.update()
                .where(mention.mention_id == fact)
                .values(entity_id=row["entity_id"])
            )


def keep_machine(
    connection: sa.Connection,
    record: str,
    facts: Mapping[str, Rows],
    articles: Mapping[str, str] | None = None,
) -> None:
    """Keep the program's own rows of facts.

    Args:
        connection: A write transaction.
        record: Their table.
        facts: Their rows; of what the program does not read no row.
        articles: The article of each; None where they are no article's.
    """
    rows = [
        {
            "fact_id": fact,
            "article_id": articles[fact] if articles is not None else None,
            "record": record,
            "rows": json.dumps(tables),
        }
        for fact, tables in facts.items()
    ]
    if rows:
        connection.execute(schema.machine.insert(), rows)
